"""Comparing events: two reports tell of one event if type, time and a participant agree.

That is NewsReader's rule (Vossen et al. 2016), made stricter: the participants that the reports do not share must
not speak against it, and place, number of the sitting and series never contradict.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import JaroWinkler

from kg.compare.verdict import Agreement, Comparison, Contradiction
from kg.language.letters import skeleton
from kg.model import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

# Types that reporters give to one event; beyond these, an event of one type is not one of another.
_TYPES = (
    {"meeting", "dialogue"},
    {"meeting", "session"},
    {"dialogue", "session"},
    {"conference", "session"},
    {"conference", "training"},
)
# Gatherings of which each report names other guests. Of a meeting between two parties it names both.
_GATHERINGS = frozenset({"conference", "session", "training", "dialogue", "other"})
_SAME_PLACE = 0.8  # Jaro-Winkler similarity of two spellings of one town


@dataclass(frozen=True, slots=True)
class EventProfile:
    """What is compared of an event.

    `actors` are the ids of those who took part, called or chaired it; `reach` those ids and the ids of the
    institutions and offices that the persons among them stand for. `states` are those of `actors` that are states.
    `town` is a fold, `country` an ISO code; `elects` the values of what an election fills.
    """

    type: str
    start: str | None
    end: str | None
    actors: frozenset[str]
    reach: frozenset[str]
    states: frozenset[str]
    series: str | None = None
    ordinal: int | None = None
    town: str | None = None
    country: str | None = None
    format: str = "unknown"
    elects: tuple[str, ...] = ()


def types_agree(left: str, right: str) -> bool:
    """Tell whether reporters may have meant one event by two types."""
    return left == right or any({left, right} <= types for types in _TYPES)


def _precisions_agree(left: str | None, right: str | None) -> bool:
    """Dates of which one is the beginning of the other (2023-03 and 2023-03-26), or one unknown."""
    return left is None or right is None or left.startswith(right) or right.startswith(left)


def _sitting(event: EventProfile) -> Iterator[str]:
    if event.series and event.ordinal is not None:
        yield f"{event.series}#{event.ordinal}"


def _same_sitting(left: EventProfile, _right: EventProfile) -> Agreement | None:
    return Agreement(0.97, f"sitting {left.ordinal} of {left.series}")


def _election_on(event: EventProfile) -> Iterator[str]:
    if event.type == "election" and event.country and event.elects and event.start:
        yield f"{event.country} {' '.join(event.elects)} {event.start}"


def _same_election(left: EventProfile, _right: EventProfile) -> Agreement | None:
    return Agreement(0.95, f"elections of '{' '.join(left.elects)}' in {left.country} on {left.start}")


def _election_in(event: EventProfile) -> Iterator[str]:
    if event.type == "election" and event.country and event.elects and event.start:
        yield f"{event.country} {' '.join(event.elects)} {event.start[:4]}"


def _same_election_in(left: EventProfile, right: EventProfile) -> Agreement | None:
    if not _precisions_agree(left.start, right.start):
        return None
    return Agreement(0.85, f"elections of '{' '.join(left.elects)}' in {left.country}, of dates that agree")


def _time_and_participant(event: EventProfile) -> Iterator[str]:
    if event.type != "election" and event.start and len(event.start) == DAY and event.start[0] != "X":
        for actor in event.actors - event.states:
            yield f"{event.start} {actor}"


def _same_time_and_participant(left: EventProfile, right: EventProfile) -> Agreement | None:
    if not types_agree(left.type, right.type):
        return None
    shared = left.actors & right.actors
    mine, theirs = left.actors - right.reach, right.actors - left.reach
    gathering = {left.type, right.type} <= _GATHERINGS and (
        left.town is None or right.town is None or left.town == right.town
    )
    if mine and theirs and not gathering and len(shared - left.states) < 2:  # noqa: PLR2004 - two sides of a meeting
        return None
    score = 0.92 if left.type == right.type and not (mine and theirs) else 0.85
    return Agreement(score, f"{left.type} on {left.start} with {', '.join(sorted(shared))}")


COMPARISONS: tuple[Comparison[EventProfile], ...] = (
    Comparison("same-sitting", _sitting, _same_sitting),
    Comparison("same-election", _election_on, _same_election),
    Comparison("same-election-by-year", _election_in, _same_election_in, sure=False),
    Comparison("time-and-participant", _time_and_participant, _same_time_and_participant, sure=False),
)


def _different_type(left: EventProfile, right: EventProfile) -> str | None:
    return None if types_agree(left.type, right.type) else f"one is a {left.type}, the other a {right.type}"


def _different_ordinal(left: EventProfile, right: EventProfile) -> str | None:
    if left.ordinal is not None and right.ordinal is not None and left.ordinal != right.ordinal:
        return f"one is number {left.ordinal}, the other number {right.ordinal}"
    return None


def _different_series(left: EventProfile, right: EventProfile) -> str | None:
    if left.series and right.series and left.series != right.series:
        return f"one is of {left.series}, the other of {right.series}"
    return None


def _different_time(left: EventProfile, right: EventProfile) -> str | None:
    if not _precisions_agree(left.start, right.start):
        return f"one began on {left.start}, the other on {right.start}"
    if not _precisions_agree(left.end, right.end):
        return f"one ended on {left.end}, the other on {right.end}"
    return None


def _different_place(left: EventProfile, right: EventProfile) -> str | None:
    if left.town and right.town and not towns_agree(left.town, right.town):
        return f"one was in {left.town}, the other in {right.town}"
    if left.country and right.country and left.country != right.country:
        return f"one was in {left.country}, the other in {right.country}"
    return None


def towns_agree(left: str, right: str) -> bool:
    """Tell whether two folds are spellings of one town (Brýussel, Brussels)."""
    return left == right or skeleton(left) == skeleton(right) or JaroWinkler.similarity(left, right) >= _SAME_PLACE


def _different_format(left: EventProfile, right: EventProfile) -> str | None:
    if "unknown" in {left.format, right.format} or left.format == right.format:
        return None
    return f"one was held {left.format}, the other {right.format}"


CONTRADICTIONS: tuple[Contradiction[EventProfile], ...] = (
    Contradiction("different-types", _different_type),
    Contradiction("different-ordinals", _different_ordinal),
    Contradiction("different-series", _different_series),
    Contradiction("different-times", _different_time),
    Contradiction("different-places", _different_place),
    Contradiction("different-formats", _different_format),
)
