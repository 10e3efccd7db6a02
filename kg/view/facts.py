"""The facts of a graph in one form: who or what, in what capacity, with what else is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.vocab import BASE, CMQ

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

    from kg.network import Reader


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact. `what` is participation, role, elected, quotation, turnout, instrument, founding, part-of or concerns.

    `one` and `other` are paths: of an actor and an event (participation, elected, instrument), a person and an
    organisation (role), an organisation and who proposed it (founding), or two things (part-of, concerns); each may be
    None. `third` is on whose behalf an actor takes part. `code` is a capacity, post, use or standing; `texts` are
    titles, quotations or names with their languages; `dates` are ISO 8601, sorted; `place` is a country or
    constituency; `value` a percentage. `node` holds the words. A `drawn` fact is a line of the network.
    """

    what: str
    node: ox.NamedNode
    one: str | None
    other: str | None = None
    third: str | None = None
    code: ox.NamedNode | None = None
    texts: tuple[tuple[str, str], ...] = ()
    dates: tuple[str, ...] = ()
    place: ox.NamedNode | None = None
    value: str | None = None
    drawn: bool = False

    @property
    def path(self) -> str:
        """The path of the node that holds the fact."""
        return self.node.value.removeprefix(BASE)


def facts_of(reader: Reader) -> list[Fact]:
    """All facts, by what they are and by path."""
    found = [*_participations(reader), *_roles(reader), *_elections(reader), *_said(reader), *_links(reader)]
    return sorted(found, key=lambda fact: (fact.what, fact.path, fact.other or ""))


def _participations(reader: Reader) -> Iterator[Fact]:
    for event in reader.members(CMQ.Event):
        for part in reader.nodes(event, CMQ.hasParticipation):
            yield Fact(
                "participation",
                part,
                _path(reader, part, CMQ.participant),
                event.value.removeprefix(BASE),
                third=_path(reader, part, CMQ.onBehalfOf),
                code=reader.node(part, CMQ.capacity),
                drawn=True,
            )


def _roles(reader: Reader) -> Iterator[Fact]:
    for person in reader.members(CMQ.Person):
        for role in reader.nodes(person, CMQ.hasRole):
            yield Fact(
                "role",
                role,
                person.value.removeprefix(BASE),
                _path(reader, role, CMQ.roleIn),
                code=reader.node(role, CMQ.post),
                texts=tuple(reader.texts(role, CMQ.title)),
                dates=tuple(value for value, _ in reader.texts(role, CMQ.attestedOn)),
                place=reader.node(role, CMQ.country),
                drawn=True,
            )


def _elections(reader: Reader) -> Iterator[Fact]:
    for node in reader.members(CMQ.ElectionResult):
        yield Fact(
            "elected",
            node,
            _path(reader, node, CMQ.elected),
            _path(reader, node, CMQ.election),
            place=reader.node(node, CMQ.constituency),
            drawn=True,
        )
    for node in reader.members(CMQ.TurnoutObservation):
        yield Fact(
            "turnout",
            node,
            None,
            _path(reader, node, CMQ.election),
            dates=tuple(value for value, _ in reader.texts(node, CMQ.at)),
            place=reader.node(node, CMQ.constituency),
            value=reader.text(node, CMQ.percent),
        )


def _said(reader: Reader) -> Iterator[Fact]:
    for node in reader.members(CMQ.Quotation):
        yield Fact("quotation", node, _path(reader, node, CMQ.speaker), texts=tuple(reader.texts(node, CMQ.text)))
    for node in reader.members(CMQ.InstrumentLink):
        spoken = reader.node(node, CMQ.instrument)
        names = reader.names(spoken) if spoken else ()
        yield Fact(
            "instrument",
            node,
            _path(reader, node, CMQ.actor),
            _path(reader, node, CMQ.event),
            code=reader.node(node, CMQ.how),
            texts=tuple((name.text, name.lang) for name in names),
        )
    for node in reader.members(CMQ.Founding):
        yield Fact(
            "founding",
            node,
            _path(reader, node, CMQ.organisation),
            _path(reader, node, CMQ.proposedBy),
            code=reader.node(node, CMQ.standing),
        )


def _links(reader: Reader) -> Iterator[Fact]:
    for class_ in (CMQ.Event, CMQ.Organisation):
        for node in reader.members(class_):
            for what, predicate in (("part-of", CMQ.partOf), ("concerns", CMQ.concerns)):
                for other in reader.nodes(node, predicate):
                    ends = node.value.removeprefix(BASE), other.value.removeprefix(BASE)
                    yield Fact(what, node, *ends, drawn=class_ == CMQ.Event)


def _path(reader: Reader, node: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
    found = reader.iri(node, predicate)
    return found.removeprefix(BASE) if found else None
