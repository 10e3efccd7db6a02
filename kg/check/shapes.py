"""SHACL: the default graph against `ontology/shapes.ttl`, by pySHACL over rdflib's own store.

Not over Oxigraph: through oxrdflib literals come back changed, and pySHACL reports what isn't wrong.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.check.finding import Finding, Severity
from kg.errors import GraphError
from kg.resources import ONTOLOGY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph
    from rdflib.term import Node

_SHAPES = "https://w3id.org/communique/shapes#"
_SEVERITIES: dict[str, Severity] = {"Violation": "violation", "Warning": "warning", "Info": "info"}


def check_shapes(store: ox.Store) -> list[Finding]:
    """What fails a shape, sorted. Raises `GraphError` where the shapes themselves are not valid."""
    from pyshacl import validate  # noqa: PLC0415  0.5 s to import, only `kg check` needs it
    from pyshacl.errors import ReportableRuntimeError, ShapeLoadError  # noqa: PLC0415  as above
    from rdflib import Graph  # noqa: PLC0415  as above

    shapes = Graph().parse(ONTOLOGY / "shapes.ttl", format="turtle")
    try:
        _, report, _ = validate(default_graph(store), shacl_graph=shapes, inplace=True)
    except (ShapeLoadError, ReportableRuntimeError) as error:
        raise GraphError(f"{ONTOLOGY / 'shapes.ttl'}: not valid SHACL: {error}") from error
    if not isinstance(report, Graph):
        raise GraphError(f"{ONTOLOGY / 'shapes.ttl'}: SHACL validation failed: {report!r}")
    return sorted(set(_findings(report)))


def default_graph(store: ox.Store) -> Graph:
    """The default graph as an rdflib graph in memory."""
    from rdflib import BNode, Graph, Literal, URIRef  # noqa: PLC0415  0.2 s to import

    graph = Graph()
    nodes: dict[str, URIRef] = {}  # an IRI comes in ten statements on average

    def term(found: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
        match found:
            case ox.NamedNode():
                known = nodes.get(found.value)
                return known if known is not None else nodes.setdefault(found.value, URIRef(found.value))
            case ox.Literal():
                return Literal(found.value, found.language, None if found.language else found.datatype.value)
            case _:
                return BNode(str(found))

    with _no_log():
        graph.addN(
            (term(quad.subject), term(quad.predicate), term(quad.object), graph)
            for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        )
    return graph


@contextmanager
def _no_log() -> Iterator[None]:
    """Keep rdflib from logging a traceback for a literal such as "2023-02-30"^^xsd:date: a shape reports it."""
    log = logging.getLogger("rdflib.term")
    before = log.disabled
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = before


def _findings(report: Graph) -> list[Finding]:
    from rdflib.namespace import RDF, SH  # noqa: PLC0415  as above

    found = []
    results = report.objects(report.value(predicate=RDF.type, object=SH.ValidationReport), SH.result)
    for result in results:  # not every sh:ValidationResult: those of a nested shape are details of another
        point = report.value(result, SH.sourceShape)
        severity = str(report.value(result, SH.resultSeverity)).rpartition("#")[2]
        value = report.value(result, SH.value)
        message = str(report.value(result, SH.resultMessage))
        found.append(
            Finding(
                _SEVERITIES[severity],
                str(report.value(result, SH.focusNode)),
                str(point).removeprefix(_SHAPES),
                f"{message}: {_short(value)}" if value is not None else message,
            )
        )
    return found


def _short(value: Node) -> str:
    text = str(value)
    return text if len(text) <= 200 else text[:199] + "…"  # noqa: PLR2004  a line or two of a terminal
