"""Where nodes stand: apart, near those they are linked with, and in the same place on every machine."""

from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.view.data import Data
from kg.view.layout import ROOM_X, ROOM_Y, layout
from tests.graphs import gold_store


def overlaps(places: dict[str, tuple[int, int]]) -> int:
    pairs = combinations(places.values(), 2)
    return sum(abs(a - c) < ROOM_X - 1 and abs(b - d) < ROOM_Y - 1 for (a, b), (c, d) in pairs)


def meetings(count: int, seed: int) -> nx.Graph[str]:
    """So many meetings of two to six actors, some of whom meet often."""
    chance = random.Random(seed)  # noqa: S311  not a secret
    graph: nx.Graph[str] = nx.Graph()
    for event in range(count):
        actors = {int(3 * count * chance.random() ** 2) for _ in range(chance.randint(2, 6))}
        graph.add_edges_from((f"event{event}", f"actor{actor}") for actor in actors)
    return graph


def shuffled(graph: nx.Graph[str], seed: int) -> nx.Graph[str]:
    chance = random.Random(seed)  # noqa: S311  not a secret
    nodes, edges = list(graph), [edge if chance.random() < 0.5 else edge[::-1] for edge in graph.edges]
    chance.shuffle(nodes)
    chance.shuffle(edges)
    other: nx.Graph[str] = nx.Graph()
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    return other


@settings(max_examples=15)
@given(st.integers(1, 12), st.integers(0, 99))
def test_order_does_not_matter(count: int, seed: int) -> None:
    graph = meetings(count, seed)
    assert layout(graph) == layout(shuffled(graph, seed))


def test_the_answer_keys_are_drawn_without_overlaps() -> None:
    graph = Data(gold_store(), {}).graph
    places = layout(graph)
    assert set(places) == set(graph)
    assert overlaps(places) == 0
    assert all(isinstance(number, int) for place in places.values() for number in place)


def test_linked_nodes_are_nearer_than_others() -> None:
    graph = meetings(20, 1)
    largest = graph.subgraph(max(nx.connected_components(graph), key=len))
    places = layout(graph)

    def apart(left: str, right: str) -> float:
        return float(sum((a - b) ** 2 for a, b in zip(places[left], places[right], strict=True)) ** 0.5)

    linked = [apart(*pair) for pair in largest.edges]
    others = [apart(*pair) for pair in combinations(largest, 2) if not largest.has_edge(*pair)]
    assert sum(linked) / len(linked) < 0.5 * sum(others) / len(others)


def test_components_stand_apart() -> None:
    graph: nx.Graph[str] = nx.Graph([("a", "b"), ("c", "d"), ("e", "f"), ("g", "g")])
    assert overlaps(layout(graph)) == 0


@pytest.mark.parametrize("graph", [nx.Graph(), nx.Graph([("a", "a")]), nx.star_graph(list("abc"))])
def test_small_graphs(graph: nx.Graph[str]) -> None:
    assert set(layout(graph)) == set(graph)


def test_a_crowd_around_one_meeting_has_room() -> None:
    assert overlaps(layout(nx.star_graph([f"{n:02}" for n in range(40)]))) == 0


def test_many_nodes_have_room_too() -> None:
    """Beyond 300 nodes each looks at a few others only."""
    graph = meetings(115, 7)
    assert max(map(len, nx.connected_components(graph))) > 300
    assert overlaps(layout(graph)) == 0


def test_the_numbers_themselves() -> None:
    """Only operations that IEEE 754 rounds alike everywhere: a machine that gives other numbers has another page."""
    assert layout(nx.Graph([("a", "b"), ("b", "c"), ("c", "d"), ("b", "d"), ("e", "f")])) == {
        "a": (359, 0),
        "b": (183, 85),
        "c": (57, 269),
        "d": (0, 50),
        "e": (0, 493),
        "f": (254, 683),
    }
