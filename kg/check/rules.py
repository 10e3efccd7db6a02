"""What SHACL can say only slowly: questions to the store, each of whose answers is a finding.

pySHACL parses a SPARQL constraint anew for every node, 0.07 s each; here one question looks at all nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.check.finding import Finding
from kg.vocab import SPARQL_PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Rule:
    """A point, what is said of a node that fails it, and the question for such nodes (`?node`)."""

    point: str
    message: str
    query: str


RULES = (
    Rule(
        "Event-order",
        "ends before it starts",
        # Dates of different precision are compared as far as both go: 2023-03 is not before 2023-03-14.
        """SELECT ?node WHERE {
             ?node cmq:startDate ?start ; cmq:endDate ?end .
             FILTER(!STRSTARTS(STR(?start), "-") && !STRSTARTS(STR(?end), "-"))
             BIND(IF(STRLEN(STR(?start)) < STRLEN(STR(?end)), STRLEN(STR(?start)), STRLEN(STR(?end))) AS ?length)
             FILTER(SUBSTR(STR(?end), 1, ?length) < SUBSTR(STR(?start), 1, ?length))
           }""",
    ),
    Rule(
        "Event-presence",
        "is attended by an actor who has no participation in it that means presence",
        """SELECT DISTINCT ?node WHERE {
             ?node cmq:attendedBy ?actor .
             MINUS { ?node cmq:hasParticipation ?part . ?part cmq:participant ?actor ; cmq:capacity ?capacity .
                     ?capacity cmq:presence true }
           }""",
    ),
    Rule(
        "Event-attendance",
        "has a participation that means presence, of an actor who is not in cmq:attendedBy",
        """SELECT DISTINCT ?node WHERE {
             ?capacity cmq:presence true . ?part cmq:capacity ?capacity ; cmq:participant ?actor .
             ?node cmq:hasParticipation ?part .
             MINUS { ?node cmq:attendedBy ?actor }
           }""",
    ),
    Rule(
        "Date-type",
        "has a date that is none, or whose datatype is not that of its form",
        # The datatype by the length of the form: 2023, 2023-03, --03, --03-14, 2023-03-14, 2023-03-14T09:00:00.
        """SELECT DISTINCT ?node WHERE {
             VALUES ?predicate { cmq:startDate cmq:endDate cmq:published cmq:attestedOn cmq:at }
             ?node ?predicate ?date .
             BIND(STRLEN(STR(?date)) AS ?length)
             BIND(IF(STRSTARTS(STR(?date), "--"), IF(?length = 4, xsd:gMonth, xsd:gMonthDay), IF(?length = 4, xsd:gYear,
               IF(?length = 7, xsd:gYearMonth, IF(?length = 10, xsd:date, xsd:dateTime)))) AS ?expected)
             BIND(xsd:date(STR(?date)) AS ?day)  # stays unbound for 2023-02-30
             FILTER(DATATYPE(?date) != ?expected || ?expected = xsd:date && !BOUND(?day))
           }""",
    ),
    Rule(
        "Mention-mentions",
        "mentions what is no actor, instrument, series or place",
        """SELECT DISTINCT ?node WHERE {
             ?node cmq:mentions ?thing .
             MINUS { VALUES ?class { cmq:Actor cmq:Instrument cmq:Series cmq:Place } ?thing a ?class }
           }""",
    ),
    Rule(
        "Mention-length",
        "quotes more or fewer characters than lie between its start and its end",
        """SELECT ?node WHERE {
             ?node a cmq:Mention ; oa:hasSelector ?position , ?quote .
             ?position oa:start ?start ; oa:end ?end . ?quote oa:exact ?words .
             FILTER(STRLEN(?words) != ?end - ?start)
           }""",
    ),
)


def check_rules(store: ox.Store) -> list[Finding]:
    """Every node of the default graph that fails a rule, sorted."""
    return sorted(finding for rule in RULES for finding in _failing(store, rule))


def _failing(store: ox.Store, rule: Rule) -> Iterator[Finding]:
    answers = store.query(SPARQL_PREFIXES + rule.query)
    if not isinstance(answers, ox.QuerySolutions):
        raise TypeError(rule.query)
    for answer in answers:
        node = answer["node"]
        yield Finding("violation", node.value if isinstance(node, ox.NamedNode) else "", rule.point, rule.message)
