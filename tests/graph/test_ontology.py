"""The ontology files are Turtle that others read, and keep to OWL 2 DL."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Any

import pyoxigraph as ox
import pytest

from kg.resources import ONTOLOGY
from kg.vocab import FILES, OWL, PREFIXES, RDF, RDFS, read_triples

OWN = ("communique.ttl", "alignments.ttl")
TRIPLES: list[Any] = [triple for name in OWN for triple in read_triples(ONTOLOGY / name)]
TYPES = {(t.subject, t.object) for t in TRIPLES if t.predicate == RDF.type}


def _declared(kind: ox.NamedNode) -> set[ox.NamedNode]:
    return {subject for subject, found in TYPES if found == kind}


@pytest.mark.parametrize("name", FILES)
def test_rapper_parses(name):
    if not shutil.which("rapper"):
        assert "CI" not in os.environ, "rapper is not installed"
        pytest.skip("rapper is not installed")
    run = subprocess.run(
        ["rapper", "-q", "-c", "-i", "turtle", str(ONTOLOGY / name)], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_classes_and_properties_of_axioms_are_declared():
    classes, links, data = (_declared(kind) for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty))
    assert not links & data
    assert not classes & (links | data)
    named = [t for t in TRIPLES if isinstance(t.object, ox.NamedNode) and isinstance(t.subject, ox.NamedNode)]
    for triple in named:
        if triple.predicate == RDFS.subClassOf:
            assert {triple.subject, triple.object} <= classes, triple
        elif triple.predicate == RDFS.subPropertyOf:
            assert {triple.subject, triple.object} <= links or {triple.subject, triple.object} <= data, triple
        elif triple.predicate == RDFS.domain:
            assert triple.subject in links | data, triple
            assert triple.object in classes, triple
        elif triple.predicate == RDFS.range and triple.subject in links:
            assert triple.object in classes, triple


def test_ranges_of_data_are_datatypes_of_owl_2():
    known = {"string", "integer", "decimal", "boolean", "dateTime"}
    data = _declared(OWL.DatatypeProperty)
    for triple in TRIPLES:
        if triple.predicate == RDFS.range and triple.subject in data:
            assert triple.object == RDFS.Literal or triple.object.value.rpartition("#")[2] in known, triple


def test_every_property_that_is_used_is_declared():
    built_in = tuple(PREFIXES[prefix] for prefix in ("rdf", "rdfs", "owl"))
    declared = set().union(
        *map(_declared, (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual))
    )
    used = {t.predicate for t in TRIPLES if not t.predicate.value.startswith(built_in)}
    assert used <= declared


@pytest.mark.parametrize("prefix", ["foaf", "org", "sem", "schema", "prov", "skos", "oa", "qb", "dcterms"])
def test_vocabulary_is_aligned(prefix):
    ours = PREFIXES["cmq"]
    assert any(
        t.subject.value.startswith(ours) and t.object.value.startswith(PREFIXES[prefix])
        for t in TRIPLES
        if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.NamedNode)
    ) or any(t.predicate.value.startswith(PREFIXES[prefix]) for t in TRIPLES)


def test_meetings_have_their_cameo_codes():
    codes = {
        t.subject.value.rpartition("#")[2]: t.object.value for t in TRIPLES if t.predicate.value.endswith("#cameo")
    }
    assert codes["type-meeting"] == "040"
    assert codes["format-video"] == codes["type-call"] == "041"
    assert (codes["type-visit"], codes["capacity-host"], codes["status-planned"]) == ("042", "043", "036")
