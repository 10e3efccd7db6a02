"""From clusters to the decisions that explain them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kg.model import Decision
from kg.resolve.groups import with_itself

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.compare.verdict import Comparison
    from kg.model import Ref
    from kg.resolve.clusters import Clusters

P = TypeVar("P")


def members(clusters: Clusters[P], numbers: Sequence[int]) -> tuple[Ref, ...]:
    """All references of a cluster, sorted."""
    return tuple(sorted(ref for i in numbers for ref in clusters.groups[i].refs))


def decisions(clusters: Clusters[P], comparisons: Sequence[Comparison[P]]) -> dict[int, tuple[Decision, ...]]:
    """Why the references of each cluster are one, by the cluster's first group number, sorted.

    Enough of them to lead from any member to any other: one for each reference of a group after its first, and
    one for each link between groups.
    """
    found: dict[int, list[Decision]] = {}
    for number, group in enumerate(clusters.groups):
        own = found.setdefault(clusters.find(number), [])
        if len(group.refs) > 1:
            agreeing = with_itself(group.profile, comparisons)
            if agreeing is not None:
                rule, score, reason = agreeing[0].name, agreeing[1].score, agreeing[1].reason
                own.extend(Decision(ref, group.refs[0], rule, score, reason) for ref in group.refs[1:])
    for link in clusters.links:
        left, right = clusters.groups[link.left].refs[0], clusters.groups[link.right].refs[0]
        low, high = sorted((left, right))
        if low != high:
            found[clusters.find(link.left)].append(Decision(high, low, link.rule, link.score, link.reason))
    return {number: tuple(sorted(own, key=_order)) for number, own in found.items()}


def _order(decision: Decision) -> tuple[Ref, str, str, float]:
    return decision.left, str(decision.right), decision.rule, decision.score
