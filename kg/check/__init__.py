"""Is the graph as it should be? SHACL shapes, rules that look at all nodes at once, OWL consistency under HermiT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.check.consistency import check_consistency
from kg.check.finding import Finding
from kg.check.rules import check_rules
from kg.check.shapes import check_shapes
from kg.errors import MissingToolError

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["Finding", "check", "check_consistency", "check_rules", "check_shapes"]


def check(store: ox.Store) -> list[Finding]:
    """All findings in the default graph, sorted by severity, point and node; none where all is well.

    Without Java, consistency is not checked: a finding of severity `info` says so, and how to get it.
    """
    findings = [*check_shapes(store), *check_rules(store)]
    try:
        findings += check_consistency(store)
    except MissingToolError as error:
        findings.append(Finding("info", "", "consistency", str(error)))
    return sorted(findings)
