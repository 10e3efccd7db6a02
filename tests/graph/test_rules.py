"""The rules that look at all nodes at once: each is broken by an update, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.check import check_rules
from kg.check.rules import RULES
from kg.vocab import BASE, SPARQL_PREFIXES
from kg.write.quads import ontology

WHOLE = Path(__file__).parent / "shapes" / "whole.ttl"
END = "DELETE { <meeting> cmq:endDate ?x } INSERT { <meeting> cmq:endDate %s } WHERE { <meeting> cmq:endDate ?x }"
CASES = [
    ("Event-order", "meeting", END % '"2023-03-13"^^xsd:date'),
    ("Event-order", "meeting", END % '"2023-02"^^xsd:gYearMonth'),
    ("Event-order", "meeting", END % '"2022"^^xsd:gYear'),
    ("Event-presence", "meeting", "INSERT DATA { <meeting> cmq:attendedBy <office> }"),
    (
        "Event-presence",
        "election",
        """INSERT DATA { <election> cmq:attendedBy <office> ; cmq:hasParticipation <part> .
             <part> cmq:participant <office> ; cmq:capacity cmq:capacity-organiser }""",
    ),
    ("Event-attendance", "meeting", "DELETE DATA { <meeting> cmq:attendedBy <person> }"),
    ("Date-type", "meeting", END % '"2023-03"'),
    ("Date-type", "meeting", END % '"2023-03"^^xsd:gYear'),
    ("Date-type", "meeting", END % '"2024-02-30"^^xsd:date'),
    ("Date-type", "document", "INSERT DATA { <document> cmq:published '2023-03-14'^^xsd:dateTime }"),
    ("Date-type", "item", "INSERT DATA { <item> cmq:published '03-14'^^xsd:gMonthDay }"),
    ("Mention-mentions", "mention", "INSERT DATA { <mention> cmq:mentions <document> }"),
    (
        "Mention-length",
        "mention",
        "DELETE DATA { <quote> oa:exact 'Anna Berg' } ; INSERT DATA { <quote> oa:exact 'Anna' }",
    ),
]
KEPT = [
    END % '"2024-02-29"^^xsd:date',
    END % '"2024-02-29T09:00:00"^^xsd:dateTime',
    "INSERT DATA { <mention> cmq:mentions <office> , <instrument> , <series> , <town> }",
    END % '"2023-03-14"^^xsd:date',
    END % '"2023"^^xsd:gYear',
    END % '"--01-01"^^xsd:gMonthDay',
    # Characters are counted, not bytes or UTF-16 units.
    "DELETE DATA { <quote> oa:exact 'Anna Berg' } ; INSERT DATA { <quote> oa:exact 'Ännä Bé𝒓g' }",
]


def _broken(update: str) -> ox.Store:
    store = ox.Store()
    store.load(WHOLE.read_bytes(), format=ox.RdfFormat.TURTLE, base_iri=BASE)
    store.extend(ox.Quad(*triple) for triple in ontology())
    store.update(f"BASE <{BASE}>\n{SPARQL_PREFIXES}{update}")
    return store


@pytest.mark.parametrize(("point", "node", "update"), CASES)
def test_broken_graph_fails_at_its_rule_only(point, node, update):
    assert [(finding.point, finding.node) for finding in check_rules(_broken(update))] == [(point, BASE + node)]


@pytest.mark.parametrize("update", ["INSERT DATA {}", *KEPT])
def test_sound_graph_passes(update):
    assert check_rules(_broken(update)) == []


def test_every_rule_is_broken_by_a_case():
    assert {rule.point for rule in RULES} == {point for point, _, _ in CASES}
