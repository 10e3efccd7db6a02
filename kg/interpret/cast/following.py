"""The country of a title that goes on a list of another state's officials: "министром Чили N, [прокурором] M"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ABROAD, OF_STATE, words
from kg.interpret.spans import begun_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.cast.settling import Settling
    from kg.language import Language
    from kg.model import Annotations, PostMention

# Posts that are held in a body, which a list of its people names once.
_IN_BODY = frozenset(
    {
        "chair", "deputy-chair", "deputy-head", "deputy-director", "secretary-general", "secretary", "spokesperson",
        "coordinator", "director", "head", "manager",
    }
)  # fmt: skip
# Kinds of bodies of which a state has one, or one for each field.
_ONE = frozenset({"ministry", "parliament"})


def body_before(settling: Settling, post: PostMention) -> str | None:
    """The institution of the one before in an English list: "Chair of the Committee A and [Spokesperson] B"."""
    language = settling.languages[post.lang]
    if not language.analytic or post.person is None or post.country or post.post not in _IN_BODY:
        return None
    before = next((p for p in settling.told_in[post.sentence] if p.start < post.start), None)
    if before is None or before.person is None or before.organisation is None or before.rule.endswith("-names"):
        return None
    if not language.institutions.whose.isdisjoint(words(post.title)):
        return None  # "President of Institut Pasteur"
    same = settling.bearer_of(before) == settling.bearer_of(post)
    if same or not _joint(settling.annotations, settling.languages[before.lang], before, post.start):
        return None
    return settling.organisations.of_mention[before.organisation]


def bodies_before(annotations: Annotations, languages: Mapping[str, Language]) -> dict[int, str]:
    """The countries of ministries and houses (by index) that go on a list: "президент Чили N и глава [МИД] M"."""
    found: dict[int, str] = {}
    for before, post in pairwise(annotations.posts):
        language = languages[post.lang]
        if language.head_final or post.organisation is None or before.person is None or post.person is None:
            continue
        official = before.post in OF_STATE and before.post != "governor"
        beside = before.sentence == post.sentence and before.person != post.person
        one = annotations.organisations[post.organisation].kind in _ONE
        if before.country and official and beside and one and _joint(annotations, language, before, post.start):
            found[post.organisation] = before.country
    return found


def country_before(settling: Settling, post: PostMention) -> str | None:
    """The country of the officials before a holder in a Russian list, as their titles tell it.

    Who is sent stands beside those of the state where he is.
    """
    language = settling.languages[post.lang]
    if language.head_final or post.person is None or post.post in ABROAD:
        return None
    start = post.start
    for before in (p for p in settling.told_in[post.sentence] if p.start < post.start):
        if before.person is None or before.post in ABROAD:
            return None
        joint = _joint(settling.annotations, settling.languages[before.lang], before, start)
        if not joint or (language.analytic and "," not in joint):
            return None
        if before.country:
            return before.country if before.post in OF_STATE else None
        start = before.start
    return None


def _joint(annotations: Annotations, language: Language, before: PostMention, start: int) -> list[str]:
    """The commas, conjunctions and articles between a titled holder and an offset; empty if anything else is there."""
    data = language.institutions
    holder = before.end if before.person is None else annotations.persons[before.person].end
    between = begun_in(annotations.sentences[before.sentence].tokens, max(before.end, holder), start)
    gap = [t.norm for t in between]
    return gap if {",", *data.and_, *data.articles}.issuperset(gap) else []
