"""Put the parts together: group equal profiles, apply judgements, then every comparison in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kg.resolve.clusters import Clusters
from kg.resolve.groups import group
from kg.resolve.why import members

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.compare.verdict import Comparison, Contradiction
    from kg.model import Ref
    from kg.resolve.verdicts import Verdicts

P = TypeVar("P")


def decide(
    profiles: Mapping[Ref, P],
    comparisons: Sequence[Comparison[P]],
    contradictions: Sequence[Contradiction[P]],
    verdicts: Verdicts,
) -> tuple[Clusters[P], dict[int, tuple[Ref, ...]]]:
    """Cluster profiles; gives the clusters, and the references of each by its first group's number."""
    clusters = Clusters(group(profiles, comparisons, verdicts.touched), contradictions)
    verdicts.apply(clusters)
    for comparison in comparisons:
        clusters.apply(comparison)
    return clusters, {found[0]: members(clusters, found) for found in clusters.clusters()}
