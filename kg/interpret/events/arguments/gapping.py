"""Several meetings of which one verb tells: "In Oslo she will meet N, and in Lima M", "4 мая принял N, а 5 мая – M"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.interpret.events.circumstances.whereabouts import is_where
from kg.interpret.events.event_types import MET
from kg.interpret.events.nuclei.nucleus import FAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Clause
    from kg.interpret.events.sentence.groups import Member
    from kg.model import DateMention, PlaceMention

    Circumstances = Mapping[int, DateMention] | Mapping[int, PlaceMention]

# Markers of those with whom somebody met.
_MET_WITH = frozenset({"with", "object"})
# Types of what may be held so.
_TYPES = MET | {"dialogue"}
_AT = attrgetter("at")


def told_apart(clause: Clause, facts: Sequence[Fact], found: Sequence[Member]) -> list[Fact]:
    """The facts of a row, one for each meeting; `found` are its groups, in text order."""
    others = [m for m in found if m.marker in _MET_WITH]
    places, days = (dict(_towns(clause)), dict(_days(clause))) if others[1:] else ({}, {})
    if len(places) < 2 and len(days) < 2:  # noqa: PLR2004 - one of each is one meeting's
        return [*facts]
    return [part for fact in facts for part in _parts(fact, others, places, days)]


def _towns(clause: Clause) -> Iterator[tuple[int, PlaceMention]]:
    """The towns of a row where something happens, by index."""
    for i in clause.row.telling:
        place = clause.row.elements[i].place
        if place is not None and place.kind in {"town", "capital"} and is_where(clause, i, place):
            yield i, place


def _days(clause: Clause) -> Iterator[tuple[int, DateMention]]:
    """The days of a row, by index."""
    for i in clause.row.telling:
        date = clause.row.elements[i].date
        if date is not None and date.kind == "date":
            yield i, date


def _parts(
    fact: Fact, others: Sequence[Member], places: Mapping[int, PlaceMention], days: Mapping[int, DateMention]
) -> list[Fact]:
    """A fact, or one for each town or day with those met there or then."""
    nucleus = fact.nucleus
    if nucleus.type not in _TYPES or nucleus.during:
        return [fact]
    first, last = (bisect_left(others, at, key=_AT) for at in (nucleus.start - FAR, nucleus.head + FAR))
    met = [m for m in others[first:last] if m.actor.id in fact.attend]
    where, when = _groups(places, met), _groups(days, met)
    groups = where or when
    if not groups:
        return [fact]
    ids = {m.actor.id for m in met}
    shared = [i for i in fact.attend if i not in ids]
    parts, beside = [], len(groups) - 1 if nucleus.row.passage.language.head_final else 0
    for n, (_, members) in enumerate(groups):
        own = replace(nucleus, verbs=[*nucleus.verbs], frames=[*nucleus.frames], gapped=n != beside)
        part = replace(fact, nucleus=own, markers={*fact.markers})
        part.attend = [*shared, *dict.fromkeys(m.actor.id for m in members)]
        part.places = [places[at] for at, _ in where[n : n + 1]] or [*fact.places]
        part.dates = [days[at] for at, _ in when[n : n + 1]] or [*fact.dates]
        parts.append(part)
    return parts


def _groups(marks: Circumstances, met: Sequence[Member]) -> list[tuple[int, list[Member]]]:
    """For each of several towns or days who is told beside it, each of those met once; [] where it is not so told.

    It stands before whom it tells of, or the first behind: "in Oslo she will meet N", "will meet N in Oslo".
    """
    order = [*marks]
    found: dict[int, list[Member]] = {}
    for member in met if order else ():
        n = bisect_left(order, member.at)
        behind = order[0] > met[0].at and n < len(order)
        found.setdefault(order[n if behind else max(0, n - 1)], []).append(member)
    apart = {marks[at].text.casefold() for at in found}
    return [*found.items()] if len(apart) == len(found) > 1 else []
