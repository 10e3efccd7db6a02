"""A graph that breaks one point fails exactly there."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.check import Finding, check_shapes
from kg.resources import ONTOLOGY
from kg.vocab import BASE, PREFIXES, SPARQL_PREFIXES
from kg.write.quads import ontology

HERE = Path(__file__).parent / "shapes"
WHOLE = (HERE / "whole.ttl").read_text(encoding="utf-8")
BROKEN = tomllib.loads((HERE / "broken.toml").read_text(encoding="utf-8"))
CASES = [(f"{point}/{number}", point, update) for point, ways in BROKEN.items() for number, update in enumerate(ways)]


def _copy(name: str, update: str = "") -> ox.Store:
    """The whole graph under a base of its own, broken by an update."""
    base = f"{BASE}{name}/"
    store = ox.Store()
    store.load(WHOLE.encode(), format=ox.RdfFormat.TURTLE, base_iri=base)
    if update:
        before = set(store)
        store.update(f"BASE <{base}>\n{SPARQL_PREFIXES}{update}")
        assert set(store) != before, f"{name}: the update changes nothing"
    return store


@pytest.fixture(scope="module")
def findings() -> dict[str, list[Finding]]:
    """Findings by case. All cases are checked in one go: pySHACL takes its time to start."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in ontology())
    store.extend(_copy("whole"))
    for name, _, update in CASES:
        store.extend(_copy(name, update))
    found = defaultdict(list)
    for finding in check_shapes(store):
        found[re.sub(rf"^{BASE}(whole|[^/]+/\d+)/.*$", r"\1", finding.node)].append(finding)
    return found


def test_whole_graph_passes(findings):
    assert findings["whole"] == []


@pytest.mark.parametrize(("name", "point"), [(name, point) for name, point, _ in CASES])
def test_broken_graph_fails_at_its_point_only(findings, name, point):
    assert {finding.point for finding in findings[name]} == {point}
    assert {finding.severity for finding in findings[name]} == {"violation"}
    assert all(finding.message for finding in findings[name])


def test_every_point_is_broken_by_a_case():
    text = (ONTOLOGY / "shapes.ttl").read_text(encoding="utf-8")
    points = set(re.findall(r"^shape:(\S+) a sh:PropertyShape", text, re.MULTILINE))
    assert points == set(BROKEN)


def test_findings_are_of_cases(findings):
    names = {name for name, _, _ in CASES}
    assert set(findings) <= names | {"whole"}


def test_value_that_fails_is_named(findings):
    assert any("kind-court" in finding.message for finding in findings["Event-about/0"])


def test_prefixes_of_the_shapes_are_ours():
    assert f"@prefix cmq:     <{PREFIXES['cmq']}>" in (ONTOLOGY / "shapes.ttl").read_text(encoding="utf-8")
