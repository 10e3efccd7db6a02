"""Saved questions: what a header says, and every way in which it can be wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query import Kind, Parameter, load_queries, load_query

Writer = Callable[..., Path]

GOOD = """\
# Who met whom
# Meetings of the actor,
# and who else was there.
# param who: actor — whose meetings
# param year: integer? — only those of this year
# param status: concept(status) = held — held or planned
# param note: text = a = b
SELECT ?event WHERE {
  VALUES ?who { UNDEF } VALUES ?year { UNDEF } values ?status {undef}
  # VALUES ?other { UNDEF } in a comment, and in a string:
  ?event ?p "VALUES ?third { UNDEF }" .
  { SELECT ?event { VALUES ?note { UNDEF } VALUES ?who { UNDEF } } }
}
"""


def test_header(ask_file: Writer) -> None:
    query = load_query(ask_file(GOOD))
    assert query.name == "test-question"
    assert query.title == "Who met whom"
    assert query.description == "Meetings of the actor, and who else was there."
    assert query.parameters == (
        Parameter("who", Kind.ACTOR, "whose meetings"),
        Parameter("year", Kind.INTEGER, "only those of this year", optional=True),
        Parameter("status", Kind.CONCEPT, "held or planned", scheme="status", default="held"),
        Parameter("note", Kind.TEXT, default="a = b"),
    )
    assert [str(parameter) for parameter in query.parameters] == [
        "who: actor",
        "year: integer?",
        "status: concept(status) = held",
        "note: text = a = b",
    ]
    assert [parameter.required for parameter in query.parameters] == [True, False, False, False]


def test_binding_keeps_lines_and_fills_every_place(ask_file: Writer) -> None:
    query = load_query(ask_file(GOOD))
    values: dict[str, tuple[ox.NamedNode | ox.Literal, ...]] = {
        "who": (ox.NamedNode("urn:a"), ox.NamedNode("urn:b")),
        "note": (ox.Literal('"} DROP ALL #\n'),),
    }
    bound = query.bind(values)
    assert len(bound.splitlines()) == len(GOOD.splitlines())
    assert bound.count("VALUES ?who { <urn:a> <urn:b> }") == 2
    assert r'VALUES ?note { "\"} DROP ALL #\n" }' in bound
    assert "?year {" not in bound
    assert "# VALUES ?other { UNDEF } in a comment" in bound
    assert '"VALUES ?third { UNDEF }"' in bound


TITLE = "# Title\n# Description.\n"
BODY = "SELECT * WHERE { VALUES ?who { UNDEF } ?who ?p ?o }\n"
MALFORMED = {
    "no-title": ("SELECT * {}", "line 1: the first line is the question's title"),
    "empty-title": ("#\n# Description.\nSELECT * {}", "line 1: the first line is the question's title"),
    "no-description": ("# Title\n# param who: actor\n" + BODY, "line 2: the lines after the title"),
    "late-description": (TITLE + "# param who: actor\n# More.\n" + BODY, "line 4: after the parameters"),
    "unreadable": (TITLE + "# param who - the actor\n" + BODY, "line 3: can't be read"),
    "kind": (TITLE + "# param who: actress\n" + BODY, "line 3: no kind 'actress': known are actor, person"),
    "concept": (TITLE + "# param who: concept\n" + BODY, "line 3: a scheme in brackets"),
    "scheme": (TITLE + "# param who: actor(topic)\n" + BODY, "line 3: a scheme in brackets"),
    "no-scheme": (TITLE + "# param who: concept(colour)\n" + BODY, "line 3: the ontology has no scheme 'colour'"),
    "both": (TITLE + "# param who: text? = x\n" + BODY, "line 3: '?' and a default exclude each other"),
    "twice": (TITLE + "# param who: actor\n# param who: text\n" + BODY, "line 4: parameter 'who' stands twice"),
    "undeclared": (TITLE + "\n" + BODY, "line 4: 'who' is no parameter"),
    "unused": (TITLE + "# param year: integer\nSELECT * {}", "has no place for parameter 'year'"),
    "syntax": (TITLE + "SELECT * {\n  ?s ?p }\n", "line 4, column 3: not valid SPARQL from “?s ?p }” on"),
    "update": (TITLE + "DELETE WHERE { ?s ?p ?o }", "line 3, column 1: DELETE would change the graph"),
}


@pytest.mark.parametrize("case", MALFORMED)
def test_malformed(case: str, ask_file: Writer) -> None:
    text, sentence = MALFORMED[case]
    path = ask_file(text)
    with pytest.raises(QueryError) as caught:
        load_queries(path.parent)
    assert str(caught.value).startswith(str(path))
    assert sentence in str(caught.value)


def test_bad_name(ask_file: Writer) -> None:
    with pytest.raises(QueryError, match="lower-case words with hyphens"):
        load_queries(ask_file(TITLE + "SELECT * {}", "Who_met.rq").parent)


def test_any_file_may_hold_a_query(ask_file: Writer) -> None:
    plain = load_query(ask_file("SELECT * {}", "My query.rq"))
    assert (plain.title, plain.description, plain.parameters) == ("", "", ())
    with_parameter = load_query(ask_file("# Mine\n# param who: actor\n" + BODY, "mine.rq"))
    assert (with_parameter.title, with_parameter.parameters) == ("Mine", (Parameter("who", Kind.ACTOR),))
    with pytest.raises(QueryError, match=r"none\.rq: can't be read: No such file"):
        load_query(with_parameter.path.parent / "none.rq")


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "latin.rq"
    path.write_bytes(b"# Caf\xe9\n")
    with pytest.raises(QueryError, match=r"latin\.rq: not a text in UTF-8 .* at byte 5"):
        load_query(path)


def test_absent_folder(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no such folder"):
        load_queries(tmp_path / "none")


def test_folder_is_read_in_order(ask_file: Writer, tmp_path: Path) -> None:
    for name in ("b.rq", "a.rq", "notes.txt"):
        ask_file(TITLE + "SELECT * {}", name)
    assert list(load_queries(tmp_path)) == ["a", "b"]
