"""Answers as text, each form read back."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query import STYLES, Table, ask, render

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTION = """SELECT ?status ?event ?date ?n WHERE {
  ?event cmq:status ?status . OPTIONAL { ?event cmq:startDate ?date } VALUES ?n { 7 12 }
} ORDER BY ?status ?event ?n"""
NASTY = ox.Literal('a\tb\r\n"c", \x1b[31mred\u202e | *d* <script> &amp; [e](f)', language="en")


@pytest.fixture
def answer(small: ox.Store) -> Table:
    return ask(small, QUESTION, "en")


def test_table(answer: Table) -> None:
    assert render(answer, "table").splitlines() == [
        "status    event                      date          n",
        "────────────────────────────────────────────────────",
        "Held      duşuşyk                    2021-05-04    7",
        "                                                  12",
        'Planned   saýlawlar | "*ähli*" <b>   2022-03       7',
        "                                                  12",
    ]


def test_table_fits_its_width(answer: Table) -> None:
    text = render(answer, "table", 40)
    assert all(len(line) <= 40 for line in text.splitlines())
    assert "".join(text.split()).count("duşuşyk") == 1


def test_csv(answer: Table) -> None:
    text = render(answer, "csv")
    assert text.startswith("status,statusLabel,event,eventLabel,date,n\r\n")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[2] == {
        "status": "https://w3id.org/communique/ontology#status-planned",
        "statusLabel": "Planned",
        "event": "https://w3id.org/communique/id/event/vote",
        "eventLabel": 'saýlawlar | "*ähli*" <b>',
        "date": "2022-03",
        "n": "7",
    }
    assert '"saýlawlar | ""*ähli*"" <b>"' in text


def test_json(answer: Table) -> None:
    data = json.loads(render(answer, "json"))
    assert data["head"]["vars"] == ["status", "statusLabel", "event", "eventLabel", "date", "n"]
    assert data["results"]["bindings"][0]["date"] == {
        "type": "literal", "value": "2021-05-04", "datatype": "http://www.w3.org/2001/XMLSchema#date",
    }  # fmt: skip
    assert data["results"]["bindings"][0]["eventLabel"] == {"type": "literal", "value": "duşuşyk", "xml:lang": "tk"}


def test_markdown(answer: Table) -> None:
    lines = render(answer, "md").splitlines()
    assert lines[0].split() == ["|", "status", "|", "event", "|", "date", "|", "n", "|"]
    assert lines[1].strip("|- ") == ""
    assert r'saýlawlar \| "\*ähli\*" &lt;b&gt;' in lines[4]
    assert {line.replace(r"\|", "").count("|") for line in lines} == {5}


def test_what_documents_say_is_harmless() -> None:
    table = Table(("x", "y"), ((NASTY, ox.BlankNode("b")), (None, ox.Literal("2"))))
    assert render(table, "table").splitlines()[2].startswith('a b "c", [31mred | *d* <script> &amp; [e](f)')
    assert r"\*d\* &lt;script&gt; &amp;amp; \[e\](f)" in render(table, "md")
    back = json.loads(render(table, "json"))["results"]["bindings"]
    assert back[0]["x"] == {"type": "literal", "value": NASTY.value, "xml:lang": "en"}
    assert back[0]["y"] == {"type": "bnode", "value": "b"}
    assert list(back[1]) == ["y"]
    rows = list(csv.reader(io.StringIO(render(table, "csv"), newline="")))
    assert rows == [["x", "y"], [NASTY.value, "_:b"], ["", "2"]]


@pytest.mark.parametrize("answered", [True, False])
def test_yes_or_no(answered: bool, small: ox.Store) -> None:  # noqa: FBT001  a case, not an option
    table = ask(small, f"ASK {{ ?x a cmq:{'Meeting' if answered else 'Call'} }}")
    word = "true" if answered else "false"
    assert json.loads(render(table, "json")) == {"head": {}, "boolean": answered}
    assert render(table, "csv") == f"answer\r\n{word}\r\n"
    assert word in render(table, "table")
    assert word in render(table, "md")


def test_turtle(small: ox.Store) -> None:
    table = ask(small, "CONSTRUCT WHERE { ?x cmq:partOf ?y ; skos:prefLabel ?name }")
    text = render(table, "turtle")
    assert "@prefix cmq:" in text
    assert "@prefix oa:" not in text
    back = {(quad.subject, quad.predicate, quad.object) for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert back == set(table.rows)
    with pytest.raises(QueryError, match="Turtle is for the answer to CONSTRUCT or DESCRIBE"):
        render(ask(small, "ASK {}"), "turtle")


def test_unknown_style(answer: Table) -> None:
    with pytest.raises(QueryError, match="no format 'xml': known are table, csv, json, md, turtle"):
        render(answer, "xml")


def test_nothing_is_not_a_repeated_cell(small: ox.Store) -> None:
    table = ask(small, "SELECT * { VALUES (?date ?event) { (2 'a') (2 'b') (UNDEF 'c') } }")
    assert render(table, "table").splitlines()[2:] == ["   2   a", "       b", "   –   c"]


def test_words_of_documents_get_lines_of_their_own(small: ox.Store) -> None:
    long, other = "one two three four " * 5, "five six " * 10
    values = f"('e' 'p' '{long}') ('e' 'q' '{long}') ('f' 'q' '{other}')"
    table = ask(small, f"SELECT * {{ VALUES (?event ?who ?words) {{ {values} }} }}")
    assert render(table, "table", 60).splitlines() == [
        "event   who",
        "───────────",
        "e       p",
        "        q",
        "    “one two three four one two three four one two three",
        "    four one two three four one two three four”",
        "f       q",
        "    “five six five six five six five six five six five six",
        "    five six five six five six five six”",
    ]
    assert len(render(table, "table").splitlines()) == 5


EMPTY: Mapping[str, str] = {"table": "x\n─\n", "csv": "x\r\n", "md": "| x   |\n| --- |\n"}


@pytest.mark.parametrize("style", EMPTY)
def test_nothing_found(style: str, small: ox.Store) -> None:
    assert set(EMPTY) < set(STYLES)
    assert render(ask(small, "SELECT ?x { ?x a cmq:Call }"), style).replace("─", "") == EMPTY[style].replace("─", "")
