"""The order in which exports tell a graph: by kind of thing, then by IRI, so that the same graph is the same file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from kg.vocab import BASE, CMQ, PREFIXES, PROV, QB, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterator

Subject: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Triple
Graph: TypeAlias = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
Key: TypeAlias = tuple[object, ...]

# Kinds are the first part of an IRI's path below the base. Sources come first, then who, what happened, what was said,
# and where; mentions, by far the most, come last but for the vocabulary.
KINDS = (
    "document", "person", "role", "organisation", "office",
    "event", "series", "participation",
    "instrument", "instrument-link", "founding", "quotation",
    "constituency", "turnout", "result",
    "place", "country", "identifier", "decision", "mention",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}
_OTHER, _VOCABULARY = len(KINDS), len(KINDS) + 1
_FIRST = (RDF.type, RDFS.label, SKOS.prefLabel, SKOS.altLabel)
_LAST = (CMQ.confidence, CMQ.doubt, CMQ.rule, PROV.wasDerivedFrom)
_GENERAL = (CMQ.Meeting, CMQ.Event, CMQ.Actor, CMQ.Series, CMQ.Place, QB.Observation)  # told after what is finer
_NAMESPACES = sorted(PREFIXES.values())


def quads(store: ox.Store) -> Iterator[ox.Quad]:
    """All quads: the default graph first, then the named graphs."""
    graphs: list[Graph] = [ox.DefaultGraph(), *sorted(store.named_graphs(), key=term_key)]
    for graph in graphs:
        for triple in triples(store, graph):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def triples(store: ox.Store, graph: Graph | None = None) -> Iterator[ox.Triple]:
    """The triples of a graph, by default the default graph."""
    for _, group in by_subject(store, graph):
        yield from group


def by_subject(store: ox.Store, graph: Graph | None = None) -> Iterator[tuple[Subject, list[ox.Triple]]]:
    """Each subject of a graph with its triples: subjects by kind, predicates with class and names first."""
    graph = graph or ox.DefaultGraph()
    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, None, graph)}
    for subject in sorted(subjects, key=subject_key):
        own = [quad.triple for quad in store.quads_for_pattern(subject, None, None, graph)]
        yield subject, sorted(own, key=_triple_key)


def subject_key(subject: Subject) -> Key:
    """By kind, then by IRI with numbers as numbers; what hangs on a thing (`…#quote`) follows it."""
    if not isinstance(subject, ox.NamedNode):
        return (_OTHER, "", (str(subject),), "")
    if not subject.value.startswith(BASE):
        return (_VOCABULARY, _namespace(subject.value), natural(subject.value), "")
    thing, _, part = subject.value.removeprefix(BASE).partition("#")
    kind = thing.partition("/")[0]
    return (_RANK.get(kind, _OTHER), kind, natural(thing), part)


def term_key(term: object) -> Key:
    """IRIs before literals; literals by language, then by value with numbers as numbers."""
    if isinstance(term, ox.Literal):
        return (2, term.language or "", natural(term.value), term.datatype.value)
    if isinstance(term, ox.NamedNode):
        return (0, "", natural(term.value), "")
    return (1, "", natural(str(term)), "")


def natural(text: str) -> Key:
    """A key by which `9-20` comes before `10-12`; texts that differ have keys that differ."""
    parts = re.split(r"([0-9]+)", text)
    # A number as its length and digits: `int` refuses the thousands of digits that a text may hold.
    return tuple(_number(part) if index % 2 else part for index, part in enumerate(parts)), text


def _number(digits: str) -> tuple[int, str]:
    short = digits.lstrip("0")
    return len(short), short


def _triple_key(triple: ox.Triple) -> Key:
    general = _GENERAL.index(triple.object) + 1 if triple.object in _GENERAL else 0
    return (_predicate_key(triple.predicate), general, term_key(triple.object))


def _predicate_key(predicate: ox.NamedNode) -> tuple[int, str]:
    if predicate in _FIRST:
        return _FIRST.index(predicate) - len(_FIRST), ""
    if predicate in _LAST:
        return 1 + _LAST.index(predicate), ""
    return 0, predicate.value


def _namespace(iri: str) -> str:
    return next((space for space in reversed(_NAMESPACES) if iri.startswith(space)), "")
