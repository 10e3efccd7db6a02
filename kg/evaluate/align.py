"""Which thing of a reading is which thing of the answer key.

Actors of one sort (persons, offices, organisations) are paired by the words they were read from. The likeness of a
pair is the sum, over the key's mentions, of the best overlap with a mention of the reading (characters in common over
characters covered by either, counted from one half), plus one for an equal name. Pairs are taken best first; a pair
without any likeness isn't one. What is left over of one sort may then stand for what is left over of another (an
ombudsman read as an institution) in attendance and nowhere else.

Events are paired by likeness too: 3 for the type, 3 for the same start (1 where both have none), 3 times the share of
attendees in common, 3 times the share of evidence in common, 1 each for status and place. A pair needs 4, and
evidence or attendees in common or a start date in common.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from kg.model import Office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.evaluate.gold import Gold, GoldActor, GoldEvent, GoldMention
    from kg.model import Event, NamedMention, Organisation, Person, Reading

_HALF = 0.5
_LEAST_EVENT = 4.0


class _Span(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class _Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


_F = TypeVar("_F", bound=_Named)
_G = TypeVar("_G", bound=_Named)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of ids, reading -> key. `actors` holds all sorts, `across` pairs of different sorts as well."""

    actors: dict[str, str]
    across: dict[str, str]
    events: dict[str, str]
    parts: dict[str, str]

    def key_of(self, actor: str | None) -> str | None:
        """The key's id of an actor of the reading, None where it has no counterpart of its sort."""
        return self.actors.get(actor) if actor else None

    def attendee(self, actor: str) -> str | None:
        """The same for attendance, where a counterpart of another sort counts as well."""
        return self.actors.get(actor) or self.across.get(actor)


def align(gold: Gold, reading: Reading) -> Alignment:
    """Pair the actors and events of a reading with those of its key."""
    sorts: list[tuple[Sequence[GoldActor], Sequence[Person | Office | Organisation]]] = [
        (gold.persons, reading.persons),
        (gold.title_only, reading.title_only),
        (gold.organisations, reading.organisations),
    ]
    actors: dict[str, str] = {}
    for expected, found in sorts:
        actors.update(_pairs(found, expected, _actor_likeness))
    taken = set(actors.values())
    rest_found = [a for _, found in sorts for a in found if a.id not in actors]
    rest_gold = [a for expected, _ in sorts for a in expected if a.id not in taken]
    across = _pairs(rest_found, rest_gold, _actor_likeness)
    known = {**across, **actors}
    events = _pairs(reading.events, gold.events, lambda found, key: _event_likeness(found, key, known))
    parts = _parts(gold, reading, events, known)
    return Alignment(actors, across, events, parts)


def _pairs(found: Sequence[_F], expected: Sequence[_G], likeness: Callable[[_F, _G], float]) -> dict[str, str]:
    """Pair best first; of equal likeness in the order of the key, then of the reading."""
    scored = [
        (-score, g, f)
        for g, key in enumerate(expected)
        for f, thing in enumerate(found)
        if (score := likeness(thing, key)) > 0
    ]
    pairs: dict[int, int] = {}
    for _, g, f in sorted(scored):
        if f not in pairs and g not in pairs.values():
            pairs[f] = g
    return {found[f].id: expected[g].id for f, g in pairs.items()}


def _actor_likeness(found: Person | Office | Organisation, key: GoldActor) -> float:
    names = {same(name) for name in (key.name, key.title, *key.alt_names) if name}
    own = {same(name) for name in _names(found)}
    overlap = sum(max((_mention_overlap(m, n) for n in found.mentions), default=0.0) for m in key.mentions)
    return overlap + (1.0 if names & own else 0.0)


def _names(actor: Person | Office | Organisation) -> tuple[str, ...]:
    return (actor.title,) if isinstance(actor, Office) else (actor.name, *actor.alt_names)


def _mention_overlap(key: GoldMention, found: NamedMention) -> float:
    best = max(overlap(key, found), overlap(key.core, found) if key.core else 0.0)
    return best if best >= _HALF else 0.0


def _event_likeness(found: Event, key: GoldEvent, actors: dict[str, str]) -> float:
    attendees = {actors.get(a, a) for a in found.attended_by}
    wanted = set(key.attended_by)
    common = len(attendees & wanted) / len(wanted | attendees) if wanted and attendees else 0.0
    evidence = covered(found.evidence, key.evidence)
    same_start = found.start is not None and found.start in {key.start, *key.start_accept}
    if not (common or evidence or same_start):
        return 0.0
    score = 3.0 * (found.type in {key.type, *key.type_accept}) + 3.0 * common + 3.0 * evidence
    score += 3.0 if same_start else float(found.start is None and None in {key.start, *key.start_accept})
    score += found.status in {key.status, *key.status_accept}
    score += same_place(found.place, (key.place, *key.place_accept))
    return score if score >= _LEAST_EVENT else 0.0


def _parts(gold: Gold, reading: Reading, events: dict[str, str], actors: dict[str, str]) -> dict[str, str]:
    """Events of the reading that tell a part of one which the key lets be split."""
    found: dict[str, str] = {}
    for event in reading.events:
        if event.id in events:
            continue
        attendees = {actors.get(a, a) for a in event.attended_by}
        for key in gold.events:
            whole = {*key.attended_by, *key.attended_optional}
            if key.may_split and attendees <= whole and covered(event.evidence, key.evidence):
                found[event.id] = key.id
                break
    return found


def overlap(a: _Span, b: _Span) -> float:
    """Characters in common over characters covered by either, from 0 to 1."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / (max(a.end, b.end) - min(a.start, b.start)) if common > 0 else 0.0


def covered(found: Iterable[_Span], expected: Iterable[_Span]) -> float:
    """Share of the shorter side's characters that the other side covers."""
    mine = {i for span in found for i in range(span.start, span.end)}
    theirs = {i for span in expected for i in range(span.start, span.end)}
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def same(name: str) -> str:
    """A name for comparison: without regard to case, white space and outer quotation marks."""
    return " ".join(name.casefold().replace("i̇", "i").split()).strip("\"'«»“”„ ")


def same_place(found: str | None, right: Iterable[str | None]) -> bool:
    """Tell whether a place is one of the right ones; None is right only if it is among them."""
    return (same(found) if found else None) in {same(place) if place else None for place in right}
