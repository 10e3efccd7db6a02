"""Countries of guests and hosts: those that a text tells of without being at home there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import OF_STATE
from kg.interpret.cast.titles import told_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Annotations, OrganisationMention, PlaceMention, PostMention

# Cases of where somebody goes or is.
_THERE = frozenset({"dat", "loc", "attr"})
# Tokens behind a visit among which the visited is named ("visits to [the] Bundestag").
_NEAR = 3


def visited_from(annotations: Annotations) -> frozenset[str]:
    """Countries to which somebody goes, from another: "Премьер-министр Иранға ресми сапармен барды"."""
    going = {t.sentence for t in annotations.triggers if t.type == "visit"}
    return frozenset(p.country for p in annotations.places if p.country and p.sentence in going and p.case in _THERE)


def gone_to(annotations: Annotations) -> frozenset[str]:
    """Countries that somebody whose post is told without one goes to: "Minister Anna Kim [arrived] in Norway"."""
    bearers: dict[int, int] = {}
    for post in annotations.posts:
        if post.person is not None and post.post in OF_STATE and told_by(annotations, post) is None:
            bearers.setdefault(post.sentence, post.start)
    going = {t.sentence: t.start for t in reversed(annotations.triggers) if t.type == "visit"}
    going = {n: start for n, start in going.items() if bearers.get(n, start) < start}
    gone = (p for p in annotations.places if p.start > going.get(p.sentence, p.start) and p.case != "adj")
    return frozenset(p.country for p in gone if p.country)


def guests_of(annotations: Annotations, held: Sequence[PostMention]) -> frozenset[str]:
    """Countries that only titles tell, where the first who bears a post of his state has it without a country.

    "Foreign Minister Anna Kim met President of Cyprus N": the text is not at home in Cyprus, nor where it tells more
    of Cyprus. `held` are the titles of those who bear such posts.
    """
    if not held or told_by(annotations, held[0]):
        return frozenset()
    titles = sorted((p.start, p.end) for p in annotations.posts if p.country)
    starts, ends = [start for start, _ in titles], [0, *accumulate((end for _, end in titles), max)]
    things: tuple[OrganisationMention | PlaceMention, ...] = (*annotations.places, *annotations.organisations)
    own = {thing.country for thing in things if ends[bisect_right(starts, thing.start)] <= thing.start}
    own_posts = {p.post for p in held if p.person == held[0].person}
    peers = {p.country for p in held if p.post in own_posts and p.person != held[0].person}
    peers |= _met(annotations, held)
    return frozenset(p.country for p in annotations.posts if p.country and (p.country in peers or p.country not in own))


def _met(annotations: Annotations, held: Sequence[PostMention]) -> set[str | None]:
    """The countries of those whom the first of `held` meets: "Under Secretary N [met with] President of Cyprus M"."""
    sentence, start = held[0].sentence, held[0].start
    meeting = next((t for t in annotations.triggers if t.start > start and t.type == "meeting"), None)
    if meeting is None or meeting.sentence != sentence or meeting.form != "verb":
        return set()
    return {p.country for p in held if p.sentence == sentence and p.start >= meeting.end}


def visited_bodies(annotations: Annotations) -> frozenset[int]:
    """Where names stand right behind a visit: "A delegation [visits the] Bundestag"."""
    found = set()
    for trigger in annotations.triggers:
        if trigger.type == "visit":
            tokens = annotations.sentences[trigger.sentence].tokens
            at = bisect_left(tokens, trigger.end, key=lambda t: t.start)
            found.update(t.start for t in tokens[at : at + _NEAR] if t.text[:1].isupper())
    return frozenset(found)


def told_later(held: Sequence[PostMention], person_of: Sequence[str | None]) -> str | None:
    """The country of the first who bears a post of his state, told with a later mention of him: "Pakistan's FM Kim".

    `held` are the titles of those who bear such posts, `person_of` gives the person (by id) of each mention of one.
    """
    if not held or held[0].country:
        return None
    bearers = [person_of[p.person] for p in held if p.person is not None]
    return next(
        (p.country for p, bearer in zip(held, bearers, strict=True) if p.country and bearer == bearers[0]), None
    )
