"""Identity over all readings: which actors, offices, instruments and events are one, and what each is called.

`resolve` is a pure function: it depends on the readings (not on their order), on the authority and on the
judgements, and on nothing else.

The order of what decides: judgements, then the authority (known keys, names, concepts), then the comparisons of
`kg.compare` in the order of their tables, each kept in check by its contradictions.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.compare.known import Known
from kg.compare.wording import Reader
from kg.errors import InputError
from kg.model import Ref, Resolution
from kg.resolve.events import Events
from kg.resolve.offices import Offices
from kg.resolve.organisation_entities import OrganisationEntities
from kg.resolve.organisations import Organisations
from kg.resolve.persons import Persons
from kg.resolve.titles import SERIES, Titles
from kg.resolve.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.authority import Authority
    from kg.model import Entity, Judgement, Reading

__all__ = ["SERIES", "resolve"]


def resolve(readings: Iterable[Reading], authority: Authority, judgements: Iterable[Judgement] = ()) -> Resolution:
    """Decide identity over all readings.

    Every person, institution, office (`title_only`) and instrument of every reading is a member of exactly one
    entity, and every event of exactly one cluster; a series is an entity whose members are its events' references
    with `SERIES` after the local id. `kind` of an office is its post, its `part_of` the institution that it is of.
    Entities and clusters are sorted by id, members by reference.

    A judgement's sides are references (`seed-000/o3`) or ids of entities and events, which are taken as they are
    without any judgement. Raises `LanguageError` where judgements contradict each other, `InputError` where two
    readings have one id.
    """
    by_id: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda r: r.id):
        if reading.id in by_id:
            raise InputError(f"two readings have the id '{reading.id}': give one of the documents another name")
        by_id[reading.id] = reading
    judgements = tuple(judgements)
    reader, known = _tables(authority)
    members: dict[str, tuple[Ref, ...]] = {}
    if judgements:
        plain = _decide(by_id, reader, known, Verdicts((), {}))
        members = {entity.id: entity.members for entity in plain.entities}
        members |= {event.id: event.members for event in plain.events}
    return _decide(by_id, reader, known, Verdicts(judgements, members))


@lru_cache(maxsize=2)
def _tables(authority: Authority) -> tuple[Reader, Known]:
    """The look-up tables of an authority: a second to build, the same for every call."""
    reader = Reader(authority)
    return reader, Known(reader)


def _decide(readings: Mapping[str, Reading], reader: Reader, known: Known, verdicts: Verdicts) -> Resolution:
    stage = Organisations(readings, reader, known)
    institutions = OrganisationEntities(stage, stage.cluster(verdicts), reader)
    organisations = institutions.entities()
    persons_stage = Persons(readings, reader.authority, institutions.id_of)
    persons = persons_stage.entities(verdicts)
    offices = Offices(readings, reader, institutions.id_of, {e.id: e for e in organisations}).entities(verdicts)
    instruments = Titles(readings, reader, known, "instrument").entities(verdicts)
    series = Titles(readings, reader, known, "series").entities(verdicts)
    entities = [*organisations, *persons, *offices, *instruments, *series]
    entity_of = {ref: entity.id for entity in entities for ref in entity.members}
    stands_for = {
        person.id: frozenset().union(*(persons_stage.organisations[ref] for ref in person.members))
        for person in persons
    }
    events = Events(
        readings, reader, known, entities={e.id: e for e in entities}, entity_of=entity_of, stands_for=stands_for
    ).clusters(verdicts)
    return Resolution(_sorted(entities), tuple(sorted(events, key=lambda e: e.id)))


def _sorted(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda e: e.id))
