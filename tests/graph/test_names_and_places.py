"""Places by their names, and labels in several languages."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
from msgspec.structs import replace

from kg.model import (
    Entity,
    Name,
    NamedMention,
    Resolution,
)
from kg.store import memory
from kg.vocab import BASE, SKOS, document_graph
from kg.write import quads
from tests.graph.statements import ANNA, BORIS, COUNCIL, HELD, a_document, a_reading, a_resolution, graph_of, said_of


def test_town_by_its_names_in_two_languages_is_one_place():
    other = replace(HELD, id="e2", place="Aşgabat")
    turkmen = replace(a_reading("b", events=(other,)), lang="tk")
    store = graph_of(a_reading("a", events=(HELD,)), turkmen)
    assert said_of(store, "event/e1")["heldIn"] == said_of(store, "event/e2")["heldIn"] == {"place/ashgabat"}
    said = said_of(store, "place/ashgabat")
    assert said["prefLabel"] >= {"Ashgabat", "Aşgabat", "Ашхабад"}
    assert said["country"] == {"country/TM"}
    assert said["kind"] == {"cmq:place-kind-town"}
    assert said_of(store, "country/TM")["prefLabel"] >= {"Turkmenistan", "Türkmenistan"}


def test_place_that_nobody_knows_is_a_place_by_its_name():
    said = said_of(graph_of(a_reading(events=(replace(HELD, place="Little Whinging"),))), "place/little-whinging")
    assert said["prefLabel"] == said["label"] == {"Little Whinging"}
    assert "kind" not in said


def test_place_in_an_unknown_script_has_an_iri_too():
    store = graph_of(a_reading(events=(replace(HELD, place="東京"),)))
    assert said_of(store, "event/e1")["heldIn"] == {"place/東京"}


def test_place_that_identity_knows_is_its_entity():
    store = graph_of(a_reading(events=(replace(HELD, place="Old Town"),)))
    known = Entity("place/new-town", "place", (Name("Old Town", "en"),), (), kind="town", country="TM")
    readings = [a_reading(events=(replace(HELD, place="Old Town"),))]
    resolution = a_resolution(readings)
    with_place = Resolution((*resolution.entities, known), resolution.events)
    store = memory(quads([a_document("a")], readings, with_place))
    assert said_of(store, "event/e1")["heldIn"] == {"place/new-town"}
    assert said_of(store, "place/new-town")["kind"] == {"cmq:place-kind-town"}


def test_one_preferred_name_a_language_and_the_others_beside_it():
    person = replace(ANNA, name="A. Berg", alt_names=("Anna Berg", "Berg"))
    names: Any = {
        "p1": {"names": (Name("Anna Berg", "en", preferred=True), Name("Анна Берг", "ru"), Name("Берг", "ru"))}
    }
    said = said_of(graph_of(a_reading(persons=(person, BORIS)), **names), "person/a.-berg")
    assert said["prefLabel"] == {"Anna Berg", "Анна Берг"}
    assert said["altLabel"] == {"A. Berg", "Berg", "Берг"}
    assert said["label"] == {"Anna Berg"}


def test_name_has_the_language_of_its_mention():
    mention = NamedMention("ООН", 0, 3, "ru", form="abbreviation")
    body = replace(COUNCIL, name="ООН", mentions=(mention,))
    store = graph_of(a_reading(organisations=(body,)), o1={"names": ()})
    node = ox.NamedNode(BASE + "organisation/оон")
    (label,) = store.quads_for_pattern(node, SKOS.prefLabel, None, document_graph("a"))
    assert label.object == ox.Literal("ООН", language="ru")
