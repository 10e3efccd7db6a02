"""What leaves the page: pictures, tables, Turtle, a query, a citation."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg.vocab import BASE, CMQ, OA, PREFIXES, PROV
from tests.graphs import gold_store
from tests.view.pages import gold_page, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.view.conftest import Opened

LINES = ("2021-03-04 visit in Oslo: Ann, chair Bob, FUND", '2021-12 meeting planned: Bob, invited =1+1 "x"')


def taken(page: Opened, name: str, tmp_path: Path) -> bytes:
    """What is saved under a name of the menu."""
    page.page.locator("#take > summary").click()
    with page.page.expect_download() as found:
        page.page.get_by_role("button", name=name).click()
    path = tmp_path / "taken"
    found.value.save_as(path)
    return path.read_bytes()


def offered(page: Opened) -> str:
    text = str(page.page.locator("#offer textarea").input_value())
    page.page.locator("#offer-close").click()
    return text


def test_pictures(opened: Any, tmp_path: Path) -> None:
    page = opened(gold_page())
    assert taken(page, "Picture (PNG)", tmp_path).startswith(b"\x89PNG\r\n")
    svg = taken(page, "Picture (SVG)", tmp_path).decode()
    assert svg.startswith("<svg")
    assert "Kreýg Jenness" in svg
    assert svg.count("<path") >= 2 * 60
    assert page.complaints == []


def test_names_stay_text_in_the_picture(opened: Any, tmp_path: Path) -> None:
    page = opened(page_of("2021-03-04 visit: <b>&amp;, Bob"))
    assert "&lt;b&gt;&amp;amp;" in taken(page, "Picture (SVG)", tmp_path).decode()


def test_the_table_has_what_is_shown_and_no_formula(opened: Any, tmp_path: Path) -> None:
    page = opened(page_of(*LINES))
    rows = list(csv.DictReader(io.StringIO(taken(page, "Table of", tmp_path).decode("utf-8-sig"))))
    assert [(row["start"], row["actor_name"], row["capacity_name"]) for row in rows] == [
        ("2021-03-04", "FUND", "Attendee"),
        ("2021-03-04", "Ann", "Attendee"),
        ("2021-03-04", "Bob", "Chair"),
        ("2021-12", '\'=1+1 "x"', "Invited"),
        ("2021-12", "Bob", "Attendee"),
    ]
    assert rows[0]["words"] == LINES[0]
    assert LINES[0][int(rows[0]["words_start"]) : int(rows[0]["words_end"])] == rows[0]["words"]


VIEWS = [
    "",
    "topic=topic-election",
    "status=status-planned",
    "type=person&type=meeting",
    "type=organisation&type=state&type=office&type=election&type=other&type=meeting",
    "kind=kind-international&kind=type-meeting&kind=type-visit&kind=type-training",
    "country=country/TM",
    "source=document/seed-001",
    "language=kk&language=en",
    "capacity=capacity-chair&capacity=role",
    "capacity=role",
    "since=2022-03&until=2023-04",
    "since=2022-11",
    "until=2022-02&topic=topic-election&capacity=capacity-attendee",
    "around=person/alexey-gromov&steps=2",
    "from=person/alexey-gromov&to=person/gulmyrat-myradov",
]


def test_the_query_gives_the_rows_of_the_table(opened: Any, tmp_path: Path) -> None:
    page, sizes = opened(gold_page()), []
    for state in VIEWS:
        page.page.evaluate("state => { location.hash = state; }", state)
        page.page.wait_for_timeout(100)
        table = csv.DictReader(io.StringIO(taken(page, "Table of", tmp_path).decode("utf-8-sig")))
        rows = sorted((row["event"], row["actor"], PREFIXES["cmq"] + row["capacity"], row["start"]) for row in table)
        page.page.locator("#take > summary").click()
        page.page.get_by_role("button", name="SPARQL").click()
        found = gold_store().query(offered(page))
        assert isinstance(found, ox.QuerySolutions)
        answers = sorted(tuple(term.value if term else "" for term in row) for row in found)
        assert answers == rows, state
        sizes.append(len(rows))
    assert len(set(sizes)) > 8
    assert page.complaints == []


@pytest.mark.parametrize("path", ["person/alexey-gromov", "organisation/turkmenistan"])
def test_turtle_says_of_a_thing_what_the_graph_says(opened: Any, path: str) -> None:
    store = gold_store()
    page = opened(gold_page(), f"thing={path}")
    page.button("Turtle").click()
    triples = {quad.triple for quad in ox.parse(offered(page), format=ox.RdfFormat.TURTLE)}
    assert len(triples) > 40
    apart = {CMQ.inDocument, CMQ.language, OA.hasSelector, OA.start, OA.end, OA.exact}  # told of mentions, whose
    for triple in triples:  # selectors have names in the graph and none here
        if triple.predicate not in apart and isinstance(triple.subject, ox.NamedNode):
            assert (
                ox.Quad(triple.subject, triple.predicate, triple.object, ox.DefaultGraph()) in store
                or "altLabel" in triple.predicate.value
            ), triple
    thing = ox.NamedNode(BASE + path)
    parts = {quad.subject for quad in store.quads_for_pattern(None, CMQ.participant, thing, ox.DefaultGraph())}
    assert parts == {
        triple.subject for triple in triples if triple.predicate == CMQ.participant and triple.object == thing
    }
    said = {triple.object for triple in triples if triple.predicate == PROV.wasDerivedFrom}
    assert said <= {triple.subject for triple in triples if triple.predicate == OA.hasSelector}


def test_a_citation(opened: Any) -> None:
    page = opened(page_of(*LINES), "thing=person/ann")
    page.page.locator(".facts > li", has_text="Attendee").get_by_role("button", name="Cite").first.click()
    assert offered(page) == (
        f"“{LINES[0]}”. 2021-12-31. invented. characters 0–46. In the graph: {BASE}participation/e1/attendee/person/ann"
    )


def test_the_address_of_a_view(opened: Any) -> None:
    page = opened(page_of(*LINES), "thing=person/ann")
    page.page.locator("#take > summary").click()
    page.page.get_by_role("button", name="Address of this view").click()
    assert offered(page) == page.page.url
