"""Institutions, and their people, that only tell the news: in datelines, beside verbs of reporting, by their voices."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.language.case import lower

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.passages import Passage
    from kg.model import OrganisationMention, PostMention

# Words from an institution to the verb of its press service, "the Senate's press service reports", the verb included.
_VOICE = 6


def reports(passage: Passage, post: PostMention) -> bool:
    """Tell the reporter of an outlet, who only tells the news: "деп хабарлайды BAQ.KZ тілшісі"."""
    if post.person is not None or post.organisation is None:
        return False
    body = post.organisation - passage.first_organisation
    return 0 <= body < len(passage.organisations) and passage.organisations[body].kind == "media"


def tells(passage: Passage, body: OrganisationMention) -> bool:
    """Tell a body that only tells the news: in a dateline, beside a verb of reporting, by its press service.

    "Kazinform reports", "the Senate's press service said", "the press service of the Ministry".
    """
    if body.rule.endswith((".dateline", ".reported-by", ".source-line")):
        return True
    data, tokens = passage.language.institutions, passage.sentence.tokens
    if body.kind == "media" and set(lower(body.text).split()[-2:]) & {*data.voices}:
        return True
    here = passage.tokens_in(body.start, body.end)
    opens = here.start == 0 and not passage.sentence.heading and tokens[here.stop : here.stop + 1]
    if body.kind == "media" and body.text.isupper() and opens and tokens[here.stop].text[0].isupper():
        return True  # "ASTANA. KAZINFORM The President met"
    words, tellers = passage.sentence.words, passage.language.tellers
    following = words[here.stop : here.stop + _VOICE]
    preceding = words[max(0, here.start - _VOICE - 2) : here.start]
    own = following[: 2 if body.kind == "media" else 1]  # "special correspondent"
    voiced = any(word in data.voices for word in own) and any(word in tellers for word in following)
    near = [*preceding[-2:], *following[:2]]  # "has learned", "сообщает корреспондент [агентства]", too
    beside = body.kind == "media" and any(word in tellers for word in near)
    beginning = lower(body.text).split()[:1]  # "cites the press [service of the Senate]"
    served = any(f"{a} {b}" in data.services for a, b in pairwise([*preceding, *beginning]))
    cited = passage.language.analytic and _of_voice(preceding, data.voices, tellers)
    aside = passage.language.analytic and _told_aside(preceding, following, tellers, data.articles)
    roles = passage.language.events.by_role
    onward = {*roles.get("it", ()), *roles.get("stop", ())}
    goes_on = following[1:2] and following[1] in onward  # "Later, Chile announced it will"
    aside = cited or (aside and not goes_on)
    return voiced or beside or served or aside


def _told_aside(
    preceding: Sequence[str], following: Sequence[str], tellers: frozenset[str], articles: frozenset[str]
) -> bool:
    """Tell a body that a clause of its own names as the source: ", [the Ministry] reports", "Kazinform cites [it]"."""
    before = [word for word in preceding if word not in articles][-1:]
    closing = before == [","] and bool(following) and following[0] in tellers
    return closing or (bool(before) and before[0] in tellers)


def _of_voice(preceding: Sequence[str], voices: Sequence[str], tellers: frozenset[str]) -> bool:
    """Tell the owner of what is cited: "the agency cites the website of the [Ministry]"."""
    voice = next((k for k in range(len(preceding) - 1, -1, -1) if preceding[k] in voices), None)
    return voice is not None and voice > 0 and any(word in tellers for word in preceding[:voice])
