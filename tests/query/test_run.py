"""Saved questions and ad-hoc ones, asked of a small graph."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query import Table, ask, ask_within, load_query, run, run_within

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUESTION = """\
# Who was there
# Events and who took part.
# param who: actor? — who took part
# param status: concept(status) = held — held or planned
# param year: integer? — the year
SELECT ?event ?who ?date WHERE {
  VALUES ?who { UNDEF } VALUES ?status { UNDEF } VALUES ?year { UNDEF }
  ?event cmq:status ?status ; cmq:startDate ?date .
  OPTIONAL { ?event cmq:attendedBy ?who }
  FILTER(!BOUND(?year) || YEAR(?date) = ?year)
} ORDER BY ?event ?who
"""
LIMIT = 60.0


@pytest.fixture
def question(ask_file: Callable[..., Path]) -> Path:
    return ask_file(QUESTION)


def shown(table: Table) -> list[list[str]]:
    def text(term: object) -> str:
        if isinstance(term, ox.NamedNode):
            return table.labels[term.value].value
        return term.value if isinstance(term, ox.Literal) else ""

    return [[text(term) for term in row] for row in table.rows]


def test_parameters_and_labels(small: ox.Store, question: Path) -> None:
    query = load_query(question)
    everything = run(small, query, {}, "tk")
    assert everything.columns == ("event", "who", "date")
    assert shown(everything) == [
        ["duşuşyk", "Köl gaznasy", "2021-05-04"],
        ["duşuşyk", "Aýna Saparowa", "2021-05-04"],
    ]
    assert shown(run(small, query, {"who": "Айна"}, "ru")) == [["duşuşyk", "Айна Сапарова", "2021-05-04"]]
    assert shown(run(small, query, {"who": "LF"}, "kk")) == [["duşuşyk", "Lake Fund", "2021-05-04"]]
    assert len(run(small, query, {"who": ["LF", "Айна", "lf"]}).rows) == 2
    assert run(small, query, {"year": "2022"}).rows == ()
    assert [row[:2] for row in shown(run(small, query, {"status": "planned"}))] == [['saýlawlar | "*ähli*" <b>', ""]]


def test_parameters_refused(small: ox.Store, ask_file: Callable[..., Path], question: Path) -> None:
    query = load_query(question)
    with pytest.raises(QueryError, match=r"no parameter 'whom' \(did you mean 'who'\?\); it has who, status, year$"):
        run(small, query, {"whom": "LF"})
    bare = load_query(ask_file("# All\n# All.\nSELECT * {}", "all.rq"))
    with pytest.raises(QueryError, match="all has no parameters, so no 'who'"):
        run(small, bare, {"who": "LF"})
    needy = load_query(ask_file("# A\n# A.\n# param x: text — the words\nASK { VALUES ?x { UNDEF } }", "needy.rq"))
    with pytest.raises(QueryError, match=r"needy needs a value for 'x' \(the words\): -p x=…"):
        run(small, needy)


@pytest.mark.parametrize("text", ["x } DROP ALL #", '"} UNION {?a ?b ?c', "\\", "\n", "?x", "<urn:a>"])
def test_text_stays_text(text: str, small: ox.Store, ask_file: Callable[..., Path]) -> None:
    query = load_query(ask_file("# A\n# A.\n# param x: text\nSELECT ?x { VALUES ?x { UNDEF } }", "text.rq"))
    if not text.strip():
        with pytest.raises(QueryError, match="'x' is empty"):
            run(small, query, {"x": text})
    else:
        assert run(small, query, {"x": text}).rows == ((ox.Literal(text.strip()),),)


FORMS = {
    "ASK { ?x a cmq:Meeting }": ("ASK", 1),
    "CONSTRUCT { ?x rdfs:label ?l } WHERE { ?x a cmq:Meeting ; skos:prefLabel ?l }": ("CONSTRUCT", 1),
    "DESCRIBE <https://w3id.org/communique/id/event/talks>": ("CONSTRUCT", 7),
    "SELECT ?x { ?x a cmq:Person } ORDER BY ?x": ("SELECT", 2),
    "SELECT ?x ?none { ?x a cmq:Meeting OPTIONAL { ?x cmq:venue ?none } }": ("SELECT", 1),
}


@pytest.fixture(scope="session")
def on_disk(small: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("graph") / "oxigraph"
    store = ox.Store(str(folder))
    store.bulk_extend(iter(small))
    store.flush()
    del store
    return folder


@pytest.mark.parametrize("sparql", FORMS)
def test_forms_here_and_in_a_child(sparql: str, small: ox.Store, on_disk: Path) -> None:
    here = ask(small, sparql)
    assert (here.form, len(here.rows)) == FORMS[sparql]
    assert ask_within(on_disk, sparql, seconds=LIMIT) == here


def test_time_limit(on_disk: Path) -> None:
    cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u }"
    before = time.monotonic()
    with pytest.raises(QueryError, match="the query: not answered within 1 s, and stopped"):
        ask_within(on_disk, cross.replace("AS ?n", "AS ?count"), seconds=1)
    assert time.monotonic() - before < LIMIT


def test_saved_question_in_a_child(small: ox.Store, on_disk: Path, question: Path) -> None:
    query = load_query(question)
    given = {"who": ["LF", "Айна"]}
    assert run_within(on_disk, query, given, seconds=LIMIT, lang="tk") == run(small, query, given, "tk")
    with pytest.raises(QueryError, match="no actor is called"):
        run_within(on_disk, query, {"who": "xyz"}, seconds=LIMIT)


def test_child_refuses_too(on_disk: Path) -> None:
    with pytest.raises(QueryError, match="mine, line 1, column 1: DROP would change the graph"):
        ask_within(on_disk, "DROP ALL", source="mine")


def test_label_falls_back(small: ox.Store) -> None:
    table = ask(small, "SELECT ?x { VALUES ?x { cmq:status-held <https://w3id.org/communique/id/event/talks> } }", "kk")
    assert {text.value for text in table.labels.values()} == {"Өткізілді", "duşuşyk"}


def test_column(small: ox.Store) -> None:
    table = ask(small, "SELECT ?x ?y { VALUES (?x ?y) { (1 2) (3 UNDEF) } }")
    assert [term and term.value for term in table.column("y")] == ["2", None]  # type: ignore[union-attr]
    with pytest.raises(KeyError):
        table.column("z")
