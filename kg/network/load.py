"""Read the network from the store's default graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Name
from kg.network.model import Actor, Event, Network, Participation, Role, Source, Term
from kg.network.reader import FALLBACK, Reader
from kg.vocab import CMQ, DCTERMS, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable

ACTORS = {"person": CMQ.Person, "organisation": CMQ.Organisation, "office": CMQ.Office}


def load(store: ox.Store, lang: str = FALLBACK) -> Network:
    """Read all actors, events, participations, roles and documents.

    Labels are in `lang` (BCP 47) where there is one, else in English, else in any language.
    """
    reader = Reader(store, lang)
    actors = {
        node.value: _actor(reader, node, type_) for type_, class_ in ACTORS.items() for node in reader.members(class_)
    }
    return Network(
        actors=dict(sorted(actors.items())),
        events={node.value: _event(reader, node) for node in reader.members(CMQ.Event)},
        participations=tuple(_participations(reader)),
        roles=tuple(_roles(reader)),
        sources={node.value: _source(reader, node) for node in reader.members(CMQ.Document)},
    )


def _actor(reader: Reader, node: ox.NamedNode, type_: str) -> Actor:
    naming = reader.store.quads_for_pattern(None, CMQ.mentions, node, ox.DefaultGraph())
    return Actor(
        id=node.value,
        type=type_,
        label=reader.label(node),
        names=reader.names(node),
        kind=reader.term_of(node, CMQ.kind, "kind"),
        country=reader.label_of(node, CMQ.country),
        part_of=reader.iri(node, CMQ.partOf),
        words=reader.words(quad.subject for quad in naming if isinstance(quad.subject, ox.NamedNode)),
    )


def _event(reader: Reader, node: ox.NamedNode) -> Event:
    type_ = reader.term_of(node, CMQ.eventType, "type") or Term("other", "Event")
    status, form = reader.term_of(node, CMQ.status, "status"), reader.term_of(node, CMQ.format, "format")
    start, end = reader.text(node, CMQ.startDate), reader.text(node, CMQ.endDate)
    place, ordinal = reader.label_of(node, CMQ.heldIn), reader.text(node, CMQ.ordinal)
    told = ", ".join(filter(None, (start or end, place)))
    name = reader.wording(node)
    # The graph has a label for people in English; in other languages it is put together here.
    shown = f"{type_.label}, {told}" if told else f"{type_.label}: {name}" if name else type_.label
    return Event(
        id=node.value,
        type=type_,
        label=reader.label(node) if reader.lang == FALLBACK else shown,
        name=name,
        names=reader.names(node),
        meeting=CMQ.Meeting in reader.nodes(node, RDF.type),
        status=status or Term("held", "Held"),
        format=form or Term("unknown", "Unknown"),
        start=start,
        end=end,
        place=place,
        about=tuple(reader.term(topic, "topic") for topic in reader.nodes(node, CMQ.about)),
        series=reader.label_of(node, CMQ.sessionOf),
        ordinal=int(ordinal) if ordinal else None,
        concerns=tuple(other.value for other in reader.nodes(node, CMQ.concerns)),
        part_of=reader.iri(node, CMQ.partOf),
        words=reader.said(node),
    )


def _participations(reader: Reader) -> Iterable[Participation]:
    found = {part: event for event in reader.members(CMQ.Event) for part in reader.nodes(event, CMQ.hasParticipation)}
    for part in sorted(found, key=lambda node: node.value):
        actor, capacity = reader.iri(part, CMQ.participant), reader.node(part, CMQ.capacity)
        if actor and capacity:
            yield Participation(
                id=part.value,
                actor=actor,
                event=found[part].value,
                capacity=reader.term(capacity, "capacity"),
                present=reader.text(capacity, CMQ.presence) == "true",
                on_behalf_of=reader.iri(part, CMQ.onBehalfOf),
                words=reader.said(part),
            )


def _roles(reader: Reader) -> Iterable[Role]:
    holders = {role: person for person in reader.members(CMQ.Person) for role in reader.nodes(person, CMQ.hasRole)}
    for role in sorted(holders, key=lambda node: node.value):
        yield Role(
            id=role.value,
            person=holders[role].value,
            post=reader.term_of(role, CMQ.post, "post") or Term("other", "Other"),
            titles=tuple(Name(value, lang) for value, lang in reader.texts(role, CMQ.title)),
            organisation=reader.iri(role, CMQ.roleIn),
            country=reader.label_of(role, CMQ.country),
            attested=tuple(value for value, _ in reader.texts(role, CMQ.attestedOn)),
            words=reader.said(role),
        )


def _source(reader: Reader, node: ox.NamedNode) -> Source:
    return Source(
        id=node.value,
        name=reader.text(node, DCTERMS.identifier) or node.value.rpartition("/")[2],
        published=reader.text(node, CMQ.published),
        headline=reader.text(node, CMQ.headline) or "",
        lang=reader.text(node, CMQ.language) or "und",
        title=reader.text(node, DCTERMS.title) or "",
        site=reader.text(node, SCHEMA.publisher) or "",
        url=reader.iri(node, DCTERMS.source) or "",
    )
