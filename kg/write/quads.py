"""All quads of a graph, from documents, readings and identity."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError
from kg.resources import ONTOLOGY
from kg.vocab import IDENTITY_GRAPH, document_graph, read_triples
from kg.write.actors import (
    actor_statements,
    decision_statements,
    entity_statements,
    founding_statements,
    role_statements,
)
from kg.write.event_labels import event_labels
from kg.write.events import event_statements
from kg.write.places import countries
from kg.write.scene import Scene, Whole, survey
from kg.write.sources import document_statements, mention_statements, subject_statements
from kg.write.speech import instrument_statements, quotation_statements, result_statements, turnout_statements
from kg.write.terms import Choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Document, Reading, Resolution
    from kg.write.terms import Statements, Triple

_WRITERS = (
    document_statements,
    mention_statements,
    subject_statements,
    actor_statements,
    role_statements,
    founding_statements,
    event_statements,
    quotation_statements,
    instrument_statements,
    turnout_statements,
    result_statements,
)


def quads(documents: Iterable[Document], readings: Iterable[Reading], resolution: Resolution) -> Iterator[ox.Quad]:
    """All quads, in an order that depends on nothing but the content.

    A statement that several documents support comes once for each of them into the default graph; a store keeps it
    once. Raises `GraphError` for a reading without its document, or a value that the ontology doesn't know.
    """
    sources = {source.id: source for source in documents}
    told = sorted(readings, key=lambda reading: reading.id)
    whole = survey(told, resolution)
    merged, codes = Choices(), set[str]()
    yield from _in(None, ontology())
    for reading in told:
        if reading.id not in sources:
            raise GraphError(f"the reading '{reading.id}' has no document of that name beside it")
        about = statements(sources[reading.id], reading, whole)
        own = document_graph(reading.id)
        yield from _in(own, about.triples)
        yield from _in(own, Choices(about.choices).triples())
        yield from _in(None, about.triples)
        merged.take(about.choices)
        codes |= about.countries
    for thing in sorted(resolution.entities, key=lambda thing: thing.id):
        about = entity_statements(thing, whole)
        yield from _in(None, about.triples)
        merged.take(about.choices)
        codes |= about.countries
    yield from _in(None, event_labels(told, resolution, whole, merged))
    yield from _in(None, merged.triples())
    yield from _in(None, countries(codes).triples)
    for entity in resolution.entities:
        yield from _in(IDENTITY_GRAPH, decision_statements(entity.id, entity.decisions).triples)
    for cluster in resolution.events:
        yield from _in(IDENTITY_GRAPH, decision_statements(cluster.id, cluster.decisions).triples)


def statements(source: Document, reading: Reading, whole: Whole) -> Statements:
    """What one document supports."""
    scene = Scene(source, reading, whole)
    for write in _WRITERS:
        write(scene)
    return scene.statements


@cache
def ontology() -> tuple[Triple, ...]:
    """The ontology and its alignments without what is said in blank nodes (restrictions, lists).

    They stand in the default graph so that one question reaches a concept's labels and codes.
    """
    triples = (*read_triples(ONTOLOGY / "communique.ttl"), *read_triples(ONTOLOGY / "alignments.ttl"))
    return tuple(
        (triple.subject, triple.predicate, triple.object)
        for triple in triples
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal)
    )


def _in(graph: ox.NamedNode | None, triples: Iterable[Triple]) -> Iterator[ox.Quad]:
    name = graph or ox.DefaultGraph()
    return (ox.Quad(subject, predicate, value, name) for subject, predicate, value in triples)
