"""Identity across documents: which mentions are one actor, which reports are of one event, and why."""

from __future__ import annotations

from kg.model.record import Record


class Ref(Record, frozen=True, order=True):
    """Something of one reading: the reading's id and the local id in it (`p1`, `o3`, `e2`, `i1`)."""

    document: str
    local: str


class Name(Record, frozen=True, order=True):
    """A name as a text or the authority gives it, with its language (BCP 47) and whether it is the label."""

    text: str
    lang: str
    preferred: bool = False


class ExternalId(Record, frozen=True, order=True):
    """An identifier elsewhere, as an IRI, and the checkable source that states it."""

    iri: str
    source: str


class Decision(Record, frozen=True):
    """Why two things are one: a comparison's name, its score from 0 to 1, and the reason in words."""

    left: Ref
    right: Ref | str
    rule: str
    score: float
    reason: str


class Judgement(Record, frozen=True):
    """A person's verdict on two things: `same` or `different`, who said so, when (ISO 8601), and why."""

    left: str
    right: str
    verdict: str
    by: str
    on: str
    why: str


class Entity(Record, frozen=True):
    """An actor, office or instrument with all its names and all the places where readings speak of it.

    `id` is the path of its IRI below the base (`organisation/osce`); `type` is `person`, `organisation`,
    `office`, `instrument` or `series`. `part_of` is another entity's id. `members` are sorted.
    """

    id: str
    type: str
    names: tuple[Name, ...]
    members: tuple[Ref, ...]
    kind: str | None = None
    country: str | None = None
    part_of: str | None = None
    same_as: tuple[ExternalId, ...] = ()
    decisions: tuple[Decision, ...] = ()


class EventCluster(Record, frozen=True):
    """One event and the reports of it. `id` as for entities (`event/2022-02-24-meeting-…`); members sorted."""

    id: str
    members: tuple[Ref, ...]
    decisions: tuple[Decision, ...] = ()


class Resolution(Record, frozen=True):
    """The outcome of identity: entities and event clusters, each sorted by id."""

    entities: tuple[Entity, ...]
    events: tuple[EventCluster, ...]

    def entity_of(self) -> dict[Ref, str]:
        """Map every reference to the id of its entity or event cluster."""
        found = {ref: entity.id for entity in self.entities for ref in entity.members}
        found.update({ref: event.id for event in self.events for ref in event.members})
        return found
