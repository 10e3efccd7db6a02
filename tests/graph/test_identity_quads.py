"""What identity adds to the graph."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from kg.model import (
    Decision,
    ExternalId,
    NamedMention,
    Office,
    Ref,
)
from kg.vocab import IDENTITY_GRAPH, document_graph
from tests.graph.statements import COUNCIL, a_reading, graph_of, said_of


def test_identifier_elsewhere_has_its_source_beside_it():
    known = ExternalId("http://www.wikidata.org/entity/Q1", "https://example.org/list")
    store = graph_of(a_reading(), o1={"same_as": (known,)})
    said = said_of(store, "identifier/organisation/council/www-wikidata-org-q1")
    assert said["identifies"] == {"organisation/council"}
    assert said["identifier"] == {"http://www.wikidata.org/entity/Q1"}
    assert said["source"] == {"https://example.org/list"}
    assert said_of(store, "organisation/council")["exactMatch"] == {"http://www.wikidata.org/entity/Q1"}


def test_source_that_is_no_address_is_text():
    known = ExternalId("http://example.org/1", "a printed list, p. 3")
    store = graph_of(a_reading(), o1={"same_as": (known,)})
    assert said_of(store, "identifier/organisation/council/example-org-1")["source"] == {"a printed list, p. 3"}


def test_identity_outranks_what_a_document_says():
    merged: Any = {"o1": {"kind": "ngo", "country": "KZ"}}
    store = graph_of(a_reading(organisations=(replace(COUNCIL, country="TM"),)), **merged)
    said = said_of(store, "organisation/council")
    assert (said["kind"], said["country"]) == ({"cmq:kind-ngo"}, {"country/KZ"})
    own = said_of(store, "organisation/council", document_graph("a"))
    assert (own["kind"], own["country"]) == ({"cmq:kind-international"}, {"country/TM"})


def test_what_identity_leaves_open_a_document_says():
    store = graph_of(a_reading(organisations=(replace(COUNCIL, country="TM"),)), o1={"kind": None})
    said = said_of(store, "organisation/council")
    assert (said["kind"], said["country"]) == ({"cmq:kind-international"}, {"country/TM"})


def test_office_has_its_post_and_institution():
    office = Office("t1", "Ombudsman", "ombudsman", "o1", "TM", (NamedMention("Boris", 14, 19, form="title"),))
    store = graph_of(a_reading(title_only=(office,)), t1={"part_of": "organisation/council"})
    said = said_of(store, "office/ombudsman")
    assert said["type"] == {"cmq:Office", "cmq:Actor"}
    assert said["post"] == {"cmq:post-ombudsman"}
    assert said["roleIn"] == {"organisation/council"}
    assert said["country"] == {"country/TM"}
    assert said_of(store, "mention/a/14-19")["form"] >= {"title"}


def test_decisions_stand_in_a_graph_of_their_own():
    why = Decision(Ref("a", "p1"), Ref("b", "p1"), "same-name", 0.97, "both are called Anna Berg")
    store = graph_of(a_reading("a"), a_reading("b"), p1={"decisions": (why,)})
    path = "decision/person/anna-berg/a%2Fp1/b%2Fp1/same-name"
    assert said_of(store, path) == {}
    said = said_of(store, path, IDENTITY_GRAPH)
    assert (said["decides"], said["left"], said["right"]) == ({"person/anna-berg"}, {"a/p1"}, {"b/p1"})
    assert (said["rule"], said["score"], said["reason"]) == ({"same-name"}, {"0.97"}, {"both are called Anna Berg"})
