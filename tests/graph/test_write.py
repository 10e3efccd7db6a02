"""Readings become statements: those of the answer keys, as a whole."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.errors import GraphError
from kg.model import Resolution
from kg.store import dump, memory
from kg.vocab import BASE, CMQ, OA, PROV, RDF, RDFS, SKOS, SPARQL_PREFIXES, document, document_graph, entity
from kg.write import quads

FACTS = ["Event", "Role", "Participation", "TurnoutObservation", "ElectionResult"]


def _ask(store: ox.Store, where: str) -> list[tuple[str, ...]]:
    """The rows of a question to the default graph, as plain values."""
    answers = store.query(SPARQL_PREFIXES + where)
    assert isinstance(answers, ox.QuerySolutions)
    return sorted(tuple("" if term is None else term.value for term in row) for row in answers)


def _local(iri: str) -> str:
    return iri.removeprefix(BASE)


def test_same_input_in_any_order_gives_the_same_bytes(documents, readings, resolution, all_quads):
    expected = dump(memory(all_quads))

    @given(st.permutations(range(5)), st.permutations(range(5)), st.randoms(use_true_random=False))
    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
    def check(some, other, random):
        entities = list(resolution.entities)
        random.shuffle(entities)
        shuffled = Resolution(tuple(entities), resolution.events)
        found = quads([documents[i] for i in some], [readings[i] for i in other], shuffled)
        assert dump(memory(found)) == expected

    check()


def test_quads_come_in_one_order(documents, readings, resolution, all_quads):
    assert list(quads(reversed(documents), reversed(readings), resolution)) == all_quads


@pytest.mark.parametrize("kind", FACTS)
def test_every_fact_leads_to_words(store, kind):
    facts = {row[0] for row in _ask(store, f"SELECT ?x {{ ?x a cmq:{kind} }}")}
    led = {row[0] for row in _ask(store, "SELECT ?x { ?x prov:wasDerivedFrom ?m . ?m a cmq:Mention }")}
    assert facts
    assert facts <= led


def test_words_are_those_of_the_document(store, documents):
    texts = {document(source.id).value: source.text for source in documents}
    rows = _ask(
        store,
        """SELECT ?document ?start ?end ?words { ?m a cmq:Mention ; cmq:inDocument ?document ; oa:hasSelector ?p , ?q .
             ?p a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
             ?q a oa:TextQuoteSelector ; oa:exact ?words }""",
    )
    assert len(rows) > 250
    for source, start, end, words in rows:
        assert texts[source][int(start) : int(end)] == words


def test_default_graph_says_each_thing_once(store):
    own = [quad.triple for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())]
    assert len(own) == len(set(own))


def test_graph_of_a_document_is_in_the_default_graph(store, documents):
    # The keys tell no event twice, so nothing of a document is overruled by another.
    merged = {quad.triple for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    for source in documents:
        own = {quad.triple for quad in store.quads_for_pattern(None, None, None, document_graph(source.id))}
        assert len(own) > 300
        assert own <= merged


def test_without_a_document_its_statements_are_gone_and_the_others_are_as_they_were(
    documents, readings, resolution, all_quads
):
    gone = documents[1].id
    kept = Resolution(
        tuple(
            replace(thing, members=left)
            for thing in resolution.entities
            if (left := tuple(ref for ref in thing.members if ref.document != gone))
        ),
        tuple(
            replace(cluster, members=left)
            for cluster in resolution.events
            if (left := tuple(ref for ref in cluster.members if ref.document != gone))
        ),
    )
    rest = memory(quads(documents, [reading for reading in readings if reading.id != gone], kept))
    before = memory(all_quads)
    assert not list(rest.quads_for_pattern(None, None, None, document_graph(gone)))
    assert not list(rest.quads_for_pattern(document(gone), None, None))
    for source in documents:
        if source.id != gone:
            graph = document_graph(source.id)
            assert set(rest.quads_for_pattern(None, None, None, graph)) == set(
                before.quads_for_pattern(None, None, None, graph)
            )


def test_things_carry_the_classes_above_theirs(store):
    for lower, upper in [("Person", "Actor"), ("Organisation", "Actor"), ("Office", "Actor"), ("Meeting", "Event")]:
        assert not _ask(store, f"SELECT ?x {{ ?x a cmq:{lower} FILTER NOT EXISTS {{ ?x a cmq:{upper} }} }}")
    assert len(_ask(store, "SELECT ?x { ?x a cmq:Event }")) == 19


def test_attendance_is_that_of_the_keys(store, keys, resolution):
    ids = {(ref.document, ref.local): thing for ref, thing in resolution.entity_of().items()}
    for key in keys:
        for event in key["events"]:
            node = entity(ids[key["id"], event["id"]])
            found = {_local(q.object.value) for q in store.quads_for_pattern(node, CMQ.attendedBy, None)}
            heads = [head["person"] for head in event.get("head_of_delegation", [])]
            told = {*event["attended_by"], *event["chaired_by"], *heads}
            assert found == {ids[key["id"], local] for local in told}


def test_turnout_is_that_of_the_keys(store, keys):
    told = sorted((row["at"] + ":00", row["percent"]) for key in keys for row in key.get("turnout", []))
    rows = _ask(store, "SELECT ?at ?percent { ?x a cmq:TurnoutObservation ; cmq:at ?at ; cmq:percent ?percent }")
    assert [(at, float(percent)) for at, percent in rows] == told
    assert len(rows) == 12


def test_minister_is_asked_for_as_the_design_says(store):
    rows = _ask(
        store,
        """SELECT ?name ?title ?on ?words { ?person a cmq:Person ; rdfs:label ?name ; cmq:hasRole ?role .
             ?role cmq:post cmq:post-minister ; cmq:title ?title ; cmq:attestedOn ?on ; prov:wasDerivedFrom ?mention .
             ?mention oa:hasSelector/oa:exact ?words FILTER(LANG(?title) = "tk") }""",
    )
    assert rows == [
        (
            "Rashid Meredov",
            "Daşary işler ministri",
            "2022-02-24",
            "Türkmenistanyň Daşary işler ministri Raşid Meredow",
        )
    ]


def test_documents_that_speak_of_a_thing_are_one_hop_from_its_mentions(store):
    rows = _ask(
        store,
        f"""SELECT DISTINCT ?stem ?lang {{ ?mention cmq:mentions <{BASE}organisation/osce> ; cmq:language ?lang ;
              cmq:inDocument/dcterms:identifier ?stem }}""",
    )
    assert {stem for stem, _ in rows} >= {"seed-000", "seed-001"}


def test_names_are_kept_in_their_languages(store):
    osce = entity("organisation/osce")
    names = {(q.object.value, q.object.language) for q in store.quads_for_pattern(osce, SKOS.altLabel, None)}
    preferred = {q.object.language for q in store.quads_for_pattern(osce, SKOS.prefLabel, None)}
    assert ("Organization for Security and Cooperation in Europe", "en") in names
    assert preferred == {"en", "tk"}
    assert [q.object.language for q in store.quads_for_pattern(osce, RDFS.label, None, ox.DefaultGraph())] == ["en"]


def test_ontology_is_in_the_default_graph_without_blank_nodes(store):
    labels = store.quads_for_pattern(CMQ["post-minister"], SKOS.prefLabel, None, ox.DefaultGraph())
    assert {"Minister", "Ministr", "Министр"} == {quad.object.value for quad in labels}
    assert not any(isinstance(term, ox.BlankNode) for quad in store for term in (quad.subject, quad.object))


def test_reading_without_its_document_is_refused(documents, readings, resolution):
    with pytest.raises(GraphError, match=f"'{readings[0].id}' has no document"):
        list(quads(documents[1:], readings, resolution))


def test_thing_that_identity_left_out_is_refused(documents, readings, resolution):
    without = Resolution(resolution.entities, resolution.events[1:])
    with pytest.raises(GraphError, match="belongs to no entity or event"):
        list(quads(documents, readings, without))


def test_selectors_are_described(store):
    one = next(store.quads_for_pattern(None, RDF.type, CMQ.Mention, ox.DefaultGraph())).subject
    kinds = {
        kind.object
        for link in store.quads_for_pattern(one, OA.hasSelector, None, ox.DefaultGraph())
        for kind in store.quads_for_pattern(link.object, RDF.type, None, ox.DefaultGraph())
    }
    assert kinds == {OA.TextPositionSelector, OA.TextQuoteSelector}
    assert not list(store.quads_for_pattern(one, PROV.wasDerivedFrom, None))
