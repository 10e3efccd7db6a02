"""Score events and who took part in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.evaluate.align import same_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.evaluate.align import Alignment
    from kg.evaluate.gold import Gold, GoldEvent
    from kg.evaluate.score import Card
    from kg.model import Event, Reading


def score_events(gold: Gold, reading: Reading, alignment: Alignment, card: Card) -> None:
    """An event is right when it is paired and type, status, start and end are right.

    `event type`, `status`, `format`, `dates` (start and end) and `places` are scored of pairs only. Attendance,
    organisers and chairs are scored member by member over all events: those of an event without a counterpart are
    all missed, or all false. Optional events, members and actors count nowhere. An event that may be merged with
    another that is found isn't missed.
    """
    keys = {key.id: key for key in gold.events}
    paired: dict[str, list[Event]] = {}
    for event in reading.events:
        key_id = alignment.events.get(event.id) or alignment.parts.get(event.id)
        if key_id:
            paired.setdefault(key_id, []).append(event)
        else:
            card.false("events", _words(event))
            _members(None, [event], gold, alignment, card)
    for key in keys.values():
        events = paired.get(key.id, [])
        if key.optional:
            continue
        if not events:
            if not any(_may_merge(key, other) for other in gold.events if other.id in paired):
                card.missed("events", f"{key.id} {key.type}, {key.status}, {key.start}: {key.name}")
                _members(key, [], gold, alignment, card)
            continue
        # the first is the pair; others tell parts of it
        events = sorted(events, key=lambda e: e.id not in alignment.events)
        _values(key, events[0], card)
        _members(key, events, gold, alignment, card)


def _may_merge(one: GoldEvent, other: GoldEvent) -> bool:
    return one.may_merge_with == other.id or other.may_merge_with == one.id


def _values(key: GoldEvent, event: Event, card: Card) -> None:
    whose = f"{key.id} {key.name}"
    kind = event.type in {key.type, *key.type_accept}
    status = event.status in {key.status, *key.status_accept}
    end = None if event.end == event.start else event.end
    start = event.start in {key.start, *key.start_accept}
    dates = start and end in {key.end if key.end != key.start else None, *key.end_accept}
    found = f"{event.type}, {event.status}, {_span(event)}"
    card.value("events", whose, found, f"{key.type}, {key.status}, {_span(key)}", right=kind and status and dates)
    card.value("event type", whose, event.type, key.type, right=kind)
    card.value("status", whose, event.status, key.status, right=status)
    card.value("dates", whose, _span(event), _span(key), right=dates)
    right = event.format in {key.format, *key.format_accept}
    card.value("format", whose, event.format, key.format, right=right)
    _place(key, event, whose, card)


def _place(key: GoldEvent, event: Event, whose: str, card: Card) -> None:
    right = (key.place, *key.place_accept)
    if same_place(event.place, right):
        if event.place is not None and None not in right:
            card.right("places")
        return
    if event.place is not None:
        card.false("places", f"{whose}: {event.place}, not {key.place or 'nothing'}")
    if None not in right:
        card.missed("places", f"{whose}: {key.place}, not {event.place or 'nothing'}")


def _members(key: GoldEvent | None, events: Iterable[Event], gold: Gold, alignment: Alignment, card: Card) -> None:
    optional = {actor.id for actor in (*gold.persons, *gold.title_only, *gold.organisations) if actor.optional}
    names = {actor.id: actor.name or actor.title for actor in (*gold.persons, *gold.title_only, *gold.organisations)}
    events = list(events)
    for measure, field, may in (
        ("attendance", "attended_by", "attended_optional"),
        ("organisers", "organised_by", "organised_optional"),
        ("chairs", "chaired_by", "chaired_optional"),
    ):
        neutral = optional | set(getattr(key, may) if key else ())
        wanted = [member for member in (getattr(key, field) if key else ()) if member not in neutral]
        whose = f"{key.id} {key.name}" if key else _words(events[0])
        seen: set[str] = set()
        for member in dict.fromkeys(m for event in events for m in getattr(event, field)):
            known = alignment.attendee(member)
            if known is None or (known not in wanted and known not in neutral):
                card.false(measure, f"{whose}: {names.get(known or '', member)}")
            elif known in wanted and known not in seen:
                seen.add(known)
                card.right(measure)
        for member in wanted:
            if member not in seen:
                card.missed(measure, f"{whose}: {names.get(member, member)}")


def _words(event: Event) -> str:
    return f"{event.id} {event.type}, {event.status}, {_span(event)}: {event.name} [{event.rule}]"


def _span(event: Event | GoldEvent) -> str:
    return f"{event.start} to {event.end}" if event.end and event.end != event.start else str(event.start)
