"""The vocabulary is closed, and says what its terms mean."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import URIRef

from kg.errors import GraphError
from kg.language import load_all
from kg.resources import ONTOLOGY
from kg.vocab import (
    CMQ,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SKOS,
    concept,
    document,
    document_graph,
    read_triples,
    segment,
)

LANGUAGES = load_all()
# The codes of readings, which the schemes must hold.
CODES = {
    "kind": "state government ministry parliament election-body court embassy international party ngo company "
    "education media other",
    "post": "president prime-minister deputy-prime-minister minister deputy-minister speaker deputy-speaker chair "
    "deputy-chair secretary-general director deputy-director head deputy-head ambassador permanent-representative "
    "special-representative representative adviser expert coordinator member-of-parliament governor ombudsman judge "
    "professor rector spokesperson consul commander secretary manager head-of-delegation candidate other",
    "type": "meeting session dialogue conference training visit call election other",
    "format": "in-person video phone unknown",
    "status": "held planned",
    "salience": "main secondary",
    "topic": "election human-rights migration trade energy security education culture health climate transport water "
    "law digital humanitarian other",
    "instrument-kind": "plan strategy convention law statement project other",
    "how": "adopted approved implemented discussed funded named",
    "standing": "created decided proposed",
    "capacity": "attendee chair organiser host head-of-delegation invited",
    "place-kind": "town region country",
}
ONTOLOGY_TRIPLES: list[Any] = read_triples(ONTOLOGY / "communique.ttl")


def test_misspelt_term_raises():
    with pytest.raises(AttributeError, match="cmq:Persn"):
        _ = CMQ.Persn
    with pytest.raises(AttributeError, match="prov:wasDerived"):
        _ = PROV["wasDerived"]
    with pytest.raises(GraphError, match="'ministre' is no post that the ontology knows"):
        concept("post", "ministre")
    with pytest.raises(AttributeError, match="cmq:Persn"):
        CMQ.uri("Persn")


def test_term_for_pyoxigraph_and_rdflib():
    assert ox.NamedNode(PREFIXES["cmq"] + "Person") == CMQ.Person
    assert CMQ.uri("Person") == URIRef(PREFIXES["cmq"] + "Person")
    assert "Person" in CMQ
    assert "Persn" not in CMQ
    assert "Person" in list(CMQ)


@pytest.mark.parametrize("scheme", CODES)
def test_scheme_holds_the_codes_of_readings_and_no_others(scheme):
    expected = {concept(scheme, code) for code in CODES[scheme].split()}
    home = {t.object for t in ONTOLOGY_TRIPLES if t.predicate == SKOS.inScheme and t.subject in expected}
    assert len(home) == 1
    assert {t.subject for t in ONTOLOGY_TRIPLES if t.predicate == SKOS.inScheme and t.object in home} == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_of_a_language_are_of_the_codes_of_readings(lang):
    language = LANGUAGES[lang]
    told = [("post", post) for head in language.posts.heads for post in [head.post, *head.kinds.values()]]
    told += [("kind", kind) for head in language.institutions.heads for kind in [head.kind, *head.kinds.values()]]
    told += [("type", noun.type) for noun in language.events.nouns if noun.type]
    told += [("type", verb.type) for verb in language.events.verbs if verb.type]
    told += [("topic", topic.about) for topic in language.events.topics]
    deputies = {("post", "deputy")}  # whose deputy somebody is makes a post of it
    assert [f"{scheme}-{code}" for scheme, code in {*told} - deputies if f"{scheme}-{code}" not in CMQ] == []


def _own_terms() -> list[ox.NamedNode]:
    return sorted(
        {t.subject for t in ONTOLOGY_TRIPLES if str(t.subject).startswith(f"<{PREFIXES['cmq']}")},
        key=str,
    )


@pytest.mark.parametrize("predicate", [RDFS.label, RDFS.comment, RDF.type])
def test_every_term_has_one_english_label_and_comment(predicate):
    counts = dict.fromkeys(_own_terms(), 0)
    for triple in ONTOLOGY_TRIPLES:
        if triple.predicate == predicate and (predicate == RDF.type or triple.object.language == "en"):
            counts[triple.subject] = counts.get(triple.subject, 0) + 1
    expected = range(1, 4) if predicate == RDF.type else [1]
    assert {term.value for term in _own_terms() if counts[term] not in expected} == set()


def test_concepts_have_one_label_a_language_and_always_english_and_russian():
    concepts = {t.subject for t in ONTOLOGY_TRIPLES if t.predicate == SKOS.inScheme}
    assert len(concepts) == sum(len(codes.split()) for codes in CODES.values())
    for one in concepts:
        langs = [t.object.language for t in ONTOLOGY_TRIPLES if t.subject == one and t.predicate == SKOS.prefLabel]
        assert len(langs) == len(set(langs))
        assert {"en", "ru"} <= set(langs) <= {"en", "tk", "kk", "ru"}, one


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
@example("a b", "a%20b")
@example("..", ".")
@example("x/y", "x_y")
def test_segments_are_valid_and_differ_as_texts_do(one, other):
    for text in (one, other):
        iri = document(text).value
        assert ox.parse(f"<{iri}> <{iri}> <{iri}> .".encode(), format=ox.RdfFormat.N_TRIPLES).__next__()
        assert "/" not in segment(text)
        assert "#" not in segment(text)
        assert not segment(text).startswith(".")
    assert (segment(one) == segment(other)) == (one == other)


def test_document_graph_is_below_its_document():
    assert document_graph("000_a").value == document("000_a").value + "#graph"


BASES = [
    ("foo", 1),
    ("https://example.org", 1),
    ("https://ex ample.org/", 1),
    ("urn:x:", 0),
    ("https://example.org/id/", 0),
]


@pytest.mark.parametrize(("base", "refused"), BASES)
def test_base_of_things_is_a_setting(tmp_path, base, refused):
    code = f"""
import kg.store, kg.vocab, pathlib
try:
    with kg.store.draft(pathlib.Path({str(tmp_path)!r})):
        print(kg.vocab.entity("person/a").value)
except kg.errors.GraphError as error:
    print(error)
"""
    environment = {**os.environ, "COMMUNIQUE_BASE": base}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    expected = f"COMMUNIQUE_BASE: '{base}' can't begin" if refused else f"{base}person/a"
    assert run.stdout.startswith(expected)
