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
from kg.write.events import event_statements
from kg.write.places import countries, country
from kg.write.scene import Scene, Whole, survey
from kg.write.sources import document_statements, mention_statements
from kg.write.speech import instrument_statements, quotation_statements, result_statements, turnout_statements
from kg.write.terms import Choice, chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Document, Reading, Resolution
    from kg.write.terms import Statements

_WRITERS = (
    document_statements,
    mention_statements,
    actor_statements,
    role_statements,
    founding_statements,
    event_statements,
    quotation_statements,
    instrument_statements,
    turnout_statements,
    result_statements,
)
_COUNTRIES = country("").value


def quads(documents: Iterable[Document], readings: Iterable[Reading], resolution: Resolution) -> Iterator[ox.Quad]:
    """All quads, in an order that depends on nothing but the content.

    A statement that several documents support comes once for each of them into the default graph; a store keeps it
    once. Raises `GraphError` for a reading without its document, or a value that the ontology doesn't know.
    """
    sources = {source.id: source for source in documents}
    told = sorted(readings, key=lambda reading: reading.id)
    whole = survey(told, resolution)
    choices: list[Choice] = []
    codes: set[str] = set()
    yield from _in(None, ontology())
    for reading in told:
        if reading.id not in sources:
            raise GraphError(f"the reading '{reading.id}' has no document of that name beside it")
        about = statements(sources[reading.id], reading, whole)
        own = tuple(chosen(about.choices))
        yield from _in(document_graph(reading.id), (*about.triples, *own))
        yield from _in(None, about.triples)
        choices += about.choices
        codes.update(_country_codes((*about.triples, *own)))
    for thing in resolution.entities:
        about = entity_statements(thing, whole)
        yield from _in(None, about.triples)
        choices += about.choices
    merged = tuple(chosen(choices))
    yield from _in(None, merged)
    yield from _in(None, countries(codes | _country_codes(merged)))
    for entity in resolution.entities:
        yield from _in(IDENTITY_GRAPH, decision_statements(entity.id, entity.decisions))
    for cluster in resolution.events:
        yield from _in(IDENTITY_GRAPH, decision_statements(cluster.id, cluster.decisions))


def statements(source: Document, reading: Reading, whole: Whole) -> Statements:
    """What one document supports."""
    scene = Scene(source, reading, whole)
    for write in _WRITERS:
        write(scene)
    return scene.statements


@cache
def ontology() -> tuple[ox.Triple, ...]:
    """The ontology and its alignments without what is said in blank nodes (restrictions, lists).

    They stand in the default graph so that one question reaches a concept's labels and codes.
    """
    triples = (*read_triples(ONTOLOGY / "communique.ttl"), *read_triples(ONTOLOGY / "alignments.ttl"))
    return tuple(triple for triple in triples if ox.BlankNode not in map(type, triple))


def _in(graph: ox.NamedNode | None, triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    name = graph or ox.DefaultGraph()
    return (ox.Quad(triple.subject, triple.predicate, triple.object, name) for triple in triples)


def _country_codes(triples: Iterable[ox.Triple]) -> set[str]:
    """The codes of the countries that triples lead to, which are yet to be described."""
    objects = (triple.object for triple in triples)
    return {
        value.value.removeprefix(_COUNTRIES)
        for value in objects
        if isinstance(value, ox.NamedNode) and value.value.startswith(_COUNTRIES)
    }
