"""Every saved question is plain SPARQL 1.1: rdflib, which shares no code with the store, gives the same answer."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.query import ResultRow
from rdflib.util import from_n3

from kg.query import load_queries, run
from kg.query.values import bindings
from kg.resources import QUERIES
from kg.vocab import PREFIXES
from tests.query.key_graph import Graph, key_graph

SAVED = load_queries(QUERIES)
# values of the parameters that must be given; a slug of the answer keys stands for its thing
GIVEN: dict[str, dict[str, list[str]]] = {
    "active-across-documents": {"country": ["country/TM"]},
    "bodies-on-topic": {"topic": ["human-rights"]},
    "counterparts-of-country": {"country": ["country/TM"]},
    "dealings-between": {"who": ["osce"], "whom": ["central-election-commission-of-turkmenistan"]},
    "dealings-of-organisation": {"who": ["ministry-of-foreign-affairs-of-turkmenistan"]},
    "delegation": {"of": ["turkmenistan"]},
    "delegation-elsewhere": {"of": ["turkmenistan"]},
    "documents-naming-all": {"who": ["osce", "united-nations"]},
    "documents-on-topic": {"topic": ["migration"]},
    "events-of-actor": {"who": ["osce-odihr"]},
    "events-of-document": {"document": ["seed-001"]},
    "events-of-type": {"type": ["training", "visit"]},
    "evidence-of-event": {"event": ["seed-001/e2"]},
    "links-between-languages": {"one": ["kk"], "other": ["tk"]},
    "meetings-by-format": {"format": ["in-person"]},
    "names-of-actor": {"who": ["osce"]},
    "organisations-of-kind": {"kind": ["ministry"]},
    "organised-by": {"who": ["askar-beisenbayev"]},
    "parts-of-organisation": {"who": ["osce"]},
    "people-by-post": {"post": ["head"]},
    "people-of-organisation": {"who": ["osce-odihr"]},
    "posts-of-person": {"who": ["rejep-bazarov"]},
    "who-met-whom": {"who": ["osce-odihr"]},
}
NOTHING_FOUND = {"persons-across-documents"}
Row = tuple[object, ...]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return key_graph()


@pytest.fixture(scope="module")
def other(graph: Graph) -> rdflib.Graph:
    turtle = graph.store.dump(format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph()) or b""
    return rdflib.Graph().parse(data=turtle, format="turtle")


@pytest.mark.parametrize("name", SAVED)
def test_rdflib_gives_the_same_answer(name: str, graph: Graph, other: rdflib.Graph) -> None:
    slugs = set(graph.slugs.values())
    given = {
        key: [graph.iri(text) if text in slugs else text for text in texts]
        for key, texts in GIVEN.get(name, {}).items()
    }
    table = run(graph.store, SAVED[name], given)
    rows: list[Row] = [tuple(term and from_n3(str(term)) for term in row) for row in table.rows]
    answer = other.query(SAVED[name].bind(bindings(graph.store, SAVED[name], given, "en")), initNs=PREFIXES)
    others: list[Row] = [tuple(row) for row in answer if isinstance(row, ResultRow)]
    assert sorted(map(repr, rows)) == sorted(map(repr, others))
    assert bool(rows) != (name in NOTHING_FOUND)


def test_answers_have_an_order() -> None:
    assert len(SAVED) >= 24
    assert [name for name, query in SAVED.items() if "\nORDER BY " not in query.text] == []


def test_order_does_not_depend_on_the_order_of_the_graph(graph: Graph) -> None:
    turned = ox.Store()
    turned.bulk_extend(sorted(graph.store, key=str, reverse=True))
    for name, query in SAVED.items():
        if all(not parameter.required for parameter in query.parameters):
            assert run(turned, query).rows == run(graph.store, query).rows, name
