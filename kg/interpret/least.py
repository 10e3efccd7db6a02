"""A reading without what it is less sure of than a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from kg.model import Office, Organisation, Person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Event, Reading

_T = TypeVar("_T", Person, Organisation, Office)


def at_least(reading: Reading, limit: float) -> Reading:
    """Leave out mentions, roles, events and participations whose confidence is below `limit`.

    An actor without a mention that is left goes with all that is said of it; an institution that only a title implies
    stays as long as the title does. What named something that is gone names nothing.
    """
    persons, bodies = _sure(reading.persons, limit), _sure(reading.organisations, limit)
    offices = _sure(reading.title_only, limit)
    here = {p.id for p in persons} | {o.id for o in bodies} | {o.id for o in offices}
    roles = tuple(
        replace(role, organisation=_kept(role.organisation, here))
        for role in reading.roles
        if role.confidence >= limit and role.person in here
    )
    events = tuple(event for event in reading.events if event.confidence >= limit)
    left = {event.id for event in events}
    known = here | left
    return replace(
        reading,
        persons=persons,
        title_only=tuple(replace(o, organisation=_kept(o.organisation, here)) for o in offices),
        organisations=tuple(
            replace(o, part_of=_kept(o.part_of, here), proposer=_kept(o.proposer, here)) for o in bodies
        ),
        roles=roles,
        events=tuple(_event(event, limit, here, left) for event in events),
        turnout=tuple(t for t in reading.turnout if t.election in left),
        elected=tuple(e for e in reading.elected if e.election in left and e.person in here),
        quotations=tuple(replace(q, speaker=_kept(q.speaker, here)) for q in reading.quotations),
        instruments=tuple(
            replace(
                i, links=tuple(replace(x, actor=_kept(x.actor, here), event=_kept(x.event, known)) for x in i.links)
            )
            for i in reading.instruments
        ),
    )


def _sure(things: Sequence[_T], limit: float) -> tuple[_T, ...]:
    """The things with the mentions that are sure enough, but for those of whose mentions none is."""
    found = ((t, tuple(m for m in t.mentions if m.confidence >= limit)) for t in things)
    return tuple(replace(t, mentions=sure) for t, sure in found if sure or not t.mentions)


def _event(event: Event, limit: float, here: set[str], left: set[str]) -> Event:
    parts = tuple(p for p in event.participations if p.confidence >= limit and p.actor in here)
    by = {(part.capacity, part.actor) for part in parts}

    def kept(capacity: str, actors: Sequence[str]) -> tuple[str, ...]:
        return tuple(actor for actor in actors if (capacity, actor) in by)

    return replace(
        event,
        attended_by=kept("attendee", event.attended_by),
        organised_by=kept("organiser", event.organised_by),
        chaired_by=kept("chair", event.chaired_by),
        invited=kept("invited", event.invited),
        head_of_delegation=tuple(
            replace(head, delegation_of=_kept(head.delegation_of, here))
            for head in event.head_of_delegation
            if ("head-of-delegation", head.person) in by
        ),
        part_of=_kept(event.part_of, left),
        concerns=tuple(other for other in event.concerns if other in left),
        participations=parts,
    )


def _kept(name: str | None, known: set[str]) -> str | None:
    return name if name in known else None
