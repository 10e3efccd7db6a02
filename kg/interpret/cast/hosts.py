"""The country of those whom visitors meet abroad, as a Russian text tells it in the sentence or the ones before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.groups import MEETINGS, VISITS, first_told, places_by_sentence
from kg.interpret.cast.titles import told_by

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from kg.language import Language
    from kg.model import Annotations, PlaceMention

# How far back the sentence on the visit may stand.
_FAR = 2


def hosts_met(annotations: Annotations, languages: Mapping[str, Language], home: str | None) -> dict[int, str]:
    """The country of each person mention (by its index) with whom a meeting on a visit abroad is told.

    Nobody else acts in the sentence: "Посол прибыл в Лиму. Состоялись переговоры с [министром обороны N]". `home` is
    where the text is at home; where it has none, nobody is told to be abroad.
    """
    found: dict[int, str] = {}
    if home is None:
        return found
    met, visits = first_told(annotations, MEETINGS), first_told(annotations, VISITS)
    located = places_by_sentence(annotations)
    acts = {p.sentence: p.start for p in reversed(annotations.persons) if p.case != "ins"}
    for post in annotations.posts:
        counterpart = post.case == "ins" and languages[post.lang].fusional and not told_by(annotations, post)
        if post.person is None or not counterpart or acts.get(post.sentence, post.start) < post.start:
            continue
        if met.get(post.sentence, post.start) >= post.start:
            continue
        here = {p.country for p in located[post.sentence] if p.start < post.start and p.country}
        here = here or _visited(located, visits, post.sentence, home)
        if len(here) == 1 and home not in here:
            found[post.person] = next(iter(here))
    return found


def _visited(
    located: Mapping[int, Sequence[PlaceMention]], visits: Container[int], sentence: int, home: str
) -> set[str]:
    """The countries but the home that the last sentence with any tells, if that is on a visit and not far before."""
    for n in range(sentence - 1, max(-1, sentence - 1 - _FAR), -1):
        if told := {p.country for p in located[n] if p.country} - {home}:
            return told if n in visits else set()
    return set()
