"""What is refused, and where the sentence points."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query.guard import check
from kg.query.lexer import tokens

REFUSED = {
    "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }": "the query, line 1, column 12: SERVICE asks",
    "SELECT * {\n service silent ?x { ?s ?p ?o } }": "line 2, column 2: SERVICE asks another server",
    "SELECT * FROM <http://example.org/g> { ?s ?p ?o }": "column 15: FROM <http://example.org/g>: the store holds no",
    "SELECT * FROM NAMED <file:///etc/passwd> { ?s ?p ?o }": "FROM <file:///etc/passwd>: the store holds no",
    "SELECT * FROM <held> { ?s ?p ?o }": "FROM <held>: the store holds no",
    "PREFIX e: <http://example.org/>\nSELECT * FROM e:g { ?s ?p ?o }": "line 2, column 15: FROM e:g: the store",
    "LOAD <http://example.org/>": "LOAD would change the graph",
    "PREFIX a: <urn:a>\nINSERT DATA { a:b a:c 1 }": "line 2, column 1: INSERT would change the graph",
    "clear all": "CLEAR would change the graph",
    "SELEC ?x {}": "column 1: 'SELEC' is not a kind of question: write SELECT, ASK, CONSTRUCT or DESCRIBE",
    "": "no question in it",
    "# only a comment": "no question in it",
    "BASE <urn:a> PREFIX b: <urn:b>": "no question in it",
    "SELECT ?x {\n ?x foo:bar ?y }": "line 2, column 5: the prefix of 'foo:bar' is not known: add PREFIX foo: <…>",
    "SELECT ?x { ?x ?y": "line 1, column 13: not valid SPARQL from “?x ?y” on",
    "SELECT * WHER { ?s ?p ?o }": "line 1, column 10: not valid SPARQL from “WHER { ?s ?p ?o }” on",
    "SELECT * {\n ?s ?p ?o .\n OPTIONL { ?s ?q ?r } }": "line 3, column 2: not valid SPARQL from “OPTIONL {",
    "SELECT ?z (COUNT(?x) AS ?n) { ?x ?y ?z }": "The SELECT contains a variable that is unbound",
    "SELECT * { ?x ?y 1 } ; DROP ALL": "line 1, column 22: not valid SPARQL from “; DROP ALL” on",
}
ALLOWED = {
    "SELECT * { ?service ?from 'SERVICE' }": "SELECT",
    'SELECT * { ?x <urn:SERVICE> """FROM <x> "LOAD" """ } # SERVICE': "SELECT",
    "SELECT * FROM <http://example.org/held> { ?x ?y ?z }": "SELECT",
    "PREFIX e: <http://example.org/> SELECT * FROM NAMED e:held { GRAPH ?g { ?x ?y ?z } }": "SELECT",
    "ask { ?x cmq:hasRole ?y }": "ASK",
    "CONSTRUCT WHERE { ?x ?y ?z }": "CONSTRUCT",
    "BASE <urn:a> PREFIX : <urn:b> DESCRIBE :x": "DESCRIBE",
    "SELECT * { ?a ?b ?c FILTER(?a<3 && ?c >4) }": "SELECT",
}


@pytest.fixture(scope="module")
def holding() -> ox.Store:
    graph = ox.NamedNode("http://example.org/held")
    store = ox.Store()
    store.add(ox.Quad(graph, graph, graph, graph))
    return store


@pytest.mark.parametrize("sparql", REFUSED)
def test_refused(sparql: str, holding: ox.Store) -> None:
    with pytest.raises(QueryError) as caught:
        check(sparql, "the query", holding)
    assert REFUSED[sparql] in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("sparql", ALLOWED)
def test_allowed(sparql: str, holding: ox.Store) -> None:
    assert check(sparql, "the query", holding) == ALLOWED[sparql]


def test_tokens_are_the_text() -> None:
    sparql = "SELECT ?a{?a<urn:b>'''it's\\'''',\"#\"@en-GB,1.5e3;a:b.c._:d$e}#x\n<"
    found = list(tokens(sparql))
    assert all(sparql[token.start : token.end] == token.text for token in found)
    assert [token.text for token in found] == [
        "SELECT", "?a", "{", "?a", "<urn:b>", "'''it's\\''''", ",", '"#"', "@", "en", "-", "GB", ",", "1", ".",
        "5e3", ";", "a:b.c._:d", "$e", "}", "<",
    ]  # fmt: skip
