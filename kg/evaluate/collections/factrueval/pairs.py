"""Which of the key's things is which of ours, one to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping


def best_pairs(likeness: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The pairing by which the sum is greatest: the number of ours by the key's. `likeness` is by key's and ours."""
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for (key, ours), weight in likeness.items():
        graph.add_edge(("key", key), ("ours", ours), weight=weight)
    found: dict[int, int] = {}
    for one, other in nx.max_weight_matching(graph):
        key_node, our_node = (one, other) if one[0] == "key" else (other, one)
        found[key_node[1]] = our_node[1]
    return found
