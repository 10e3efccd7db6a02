"""What is said of documents, items and the languages of their parts; what is refused."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from msgspec.structs import replace

from kg.errors import GraphError
from kg.model import (
    Evidence,
    Item,
    Paragraph,
    Quotation,
    ReadItem,
)
from kg.vocab import BASE, CMQ, document, document_graph
from tests.graph.statements import MEETING, ROLE, a_reading, graph_of, paths_of, said_of


@pytest.mark.parametrize("name", ["a b", "x#y", "ý/ž", "..", "100%", '"<>'])
def test_document_with_any_name_has_its_graph_and_mentions(name):
    store = graph_of(a_reading(name))
    assert len(list(store.quads_for_pattern(None, None, None, document_graph(name)))) > 10
    said = said_of(store, document(name).value.removeprefix(BASE))
    assert said["identifier"] == {name}
    assert len(paths_of(store, "mention/")) == 3 * len(paths_of(store, "mention/") - _paths_with_fragment(store))


def _paths_with_fragment(store: ox.Store) -> set[str]:
    return {path for path in paths_of(store, "mention/") if "#" in path}


def test_items_and_headlines():
    items = (
        ReadItem("2021-05-01", "en", (0, 20), Evidence("Anna Berg", 0, 9)),
        ReadItem(None, "ru", (21, 64)),
    )
    cut = Item(0, 64, "en", None, (0, 9), (Paragraph(0, 64, "en"),))
    store = graph_of(a_reading(items=items, published="2023"), items=(cut,))
    first = said_of(store, "document/a/item/1")
    assert (first["itemOf"], first["published"], first["headline"]) == ({"document/a"}, {"2021-05-01"}, {"Anna Berg"})
    assert said_of(store, "document/a/item/1#position")["end"] == {"20"}
    second = said_of(store, "document/a/item/2")
    assert second["language"] == {"ru"}
    assert "published" not in second
    whole = said_of(store, "document/a")
    assert (whole["headline"], whole["published"], whole["digest"]) == ({"Anna Berg"}, {"2023"}, {"0" * 64})


def test_document_with_one_item_has_none_beside_it():
    store = graph_of(a_reading(items=(ReadItem("2021-05-01", "en", (0, 64)),), published="2021-05-01"))
    assert paths_of(store, "document/") == {"document/a"}
    assert said_of(store, "document/a")["published"] == {"2021-05-01"}


def test_event_has_the_language_of_the_item_it_is_told_in():
    items = (ReadItem(None, "ru", (0, 64)),)
    store = graph_of(a_reading(items=items, events=(replace(MEETING, venue="hall", trigger="met"),)))
    (quad,) = store.quads_for_pattern(None, CMQ.venue, None, ox.DefaultGraph())
    assert quad.object == ox.Literal("hall", language="ru")


def test_mention_has_the_language_of_its_paragraph_where_it_has_none_of_its_own():
    cut = Item(0, 64, "en", None, None, (Paragraph(0, 47, "ru"), Paragraph(47, 64, "und")))
    store = graph_of(
        a_reading(quotations=(Quotation(None, "yes", 36, 39), Quotation(None, "sat", 60, 63))), items=(cut,)
    )
    assert said_of(store, "mention/a/36-39")["language"] == {"ru"}
    assert said_of(store, "mention/a/60-63")["language"] == {"en"}
    assert "speaker" not in said_of(store, "quotation/a/36-39")


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"roles": (replace(ROLE, post="ministre"),)}, "'ministre' is no post"),
        ({"events": (replace(MEETING, type="party"),)}, "'party' is no type"),
        ({"events": (replace(MEETING, status="denied"),)}, "'denied' is no status"),
        ({"events": (replace(MEETING, about=("gossip",)),)}, "'gossip' is no topic"),
        ({"events": (replace(MEETING, start="soon"),)}, "'soon' is no date"),
        ({"events": (replace(MEETING, attended_by=("p7",)),)}, "a: 'p7' belongs to no entity or event"),
    ],
)
def test_what_the_ontology_does_not_know_is_refused(parts, sentence):
    with pytest.raises(GraphError, match=sentence):
        graph_of(a_reading(**parts))


def test_entity_of_an_unknown_type_is_refused():
    with pytest.raises(GraphError, match="'person/anna-berg' is of type 'robot'"):
        graph_of(a_reading(), p1={"type": "robot"})
