"""Whether confidences are honest: of what a reading is surer of, more must be right.

A mention is right where the key names somebody or something there too (of a title: where its bearer is in the key), a
role where `score_roles` would have it so, an event where it is paired and type, status and start are right, a
participation where the key has the actor in the same capacity of that event. What is optional in the key is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluate.actors import fits
from kg.evaluate.align import overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.evaluate.align import Alignment
    from kg.evaluate.gold import Gold, GoldActor, GoldEvent
    from kg.model import Event, Organisation, Person, Reading

BANDS = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
"""Lower limits of the bands of the table; the last band is of one value."""
_FIELDS = {"attendee": "attended", "organiser": "organised", "chair": "chaired"}


@dataclass(frozen=True, slots=True)
class Sample:
    """Something that a reading found: `of` person, organisation, role, event or participation; whether it is right."""

    of: str
    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """What was found with a confidence from `low`: how much, how sure on average, and the share that is right."""

    low: float
    count: int
    confidence: float
    right: float


def bands(samples: Iterable[Sample]) -> list[Band]:
    """The bands in which there is anything, from the least sure to the surest."""
    sorted_in: dict[float, list[Sample]] = {}
    for sample in samples:
        low = max(limit for limit in BANDS if limit <= sample.confidence)
        sorted_in.setdefault(low, []).append(sample)
    return [_band(low, sorted_in[low]) for low in sorted(sorted_in)]


def by_rule(samples: Iterable[Sample]) -> list[tuple[str, Band]]:
    """The same for each rule, the most frequent first; `low` is the lowest confidence."""
    found: dict[str, list[Sample]] = {}
    for sample in samples:
        found.setdefault(f"{sample.of} {sample.rule}", []).append(sample)
    rows = [(rule, _band(min(s.confidence for s in of_rule), of_rule)) for rule, of_rule in found.items()]
    return sorted(rows, key=lambda row: (-row[1].count, row[0]))


def ordered(samples: Sequence[Sample]) -> float | None:
    """How often, of a right and a wrong find, the right one is the surer (ties count half); None without such pairs.

    The area under the ROC curve: 0.5 is chance.
    """
    right = sorted(s.confidence for s in samples if s.right)
    wrong = [s.confidence for s in samples if not s.right]
    if not right or not wrong:
        return None
    wins = sum((r > w) + (r == w) / 2 for w in wrong for r in right)
    return wins / (len(right) * len(wrong))


def _band(low: float, samples: Sequence[Sample]) -> Band:
    count = len(samples)
    return Band(low, count, sum(s.confidence for s in samples) / count, sum(s.right for s in samples) / count)


def samples(gold: Gold, reading: Reading, alignment: Alignment) -> Iterator[Sample]:
    """What a reading has, each thing with its confidence and whether the key has it."""
    yield from _mentions("person", reading.persons, gold.persons, alignment)
    yield from _mentions("organisation", reading.organisations, gold.organisations, alignment)
    for role in reading.roles:
        right = any(fits(role, key, alignment) for key in gold.roles)
        yield Sample("role", role.rule, role.confidence, right)
    keys = {key.id: key for key in gold.events}
    for event in reading.events:
        key = keys.get(alignment.events.get(event.id) or alignment.parts.get(event.id) or "")
        yield Sample("event", event.rule, event.confidence, key is not None and _event_right(event, key))
        for part in event.participations:
            known = alignment.attendee(part.actor)
            right = key is not None and known is not None and known in _members(key, part.capacity)
            yield Sample("participation", part.capacity, part.confidence, right)


def _mentions(
    of: str, things: Sequence[Person | Organisation], keys: Sequence[GoldActor], alignment: Alignment
) -> Iterator[Sample]:
    spans = [mention for key in keys for mention in key.mentions]
    for thing in things:
        for mention in thing.mentions:
            there = any(overlap(mention, span) > 0 for span in spans)
            right = there or (mention.form == "title" and thing.id in alignment.actors)
            yield Sample(of, mention.rule, mention.confidence, right)


def _event_right(event: Event, key: GoldEvent) -> bool:
    return (
        event.type in {key.type, *key.type_accept}
        and event.status in {key.status, *key.status_accept}
        and event.start in {key.start, *key.start_accept}
    )


def _members(key: GoldEvent, capacity: str) -> set[str]:
    field = _FIELDS.get(capacity, "attended")  # keys have the heads of delegations among those who attended
    members: tuple[str, ...] = getattr(key, f"{field}_by")
    optional: tuple[str, ...] = getattr(key, f"{field}_optional")
    return {*members, *optional}
