"""The shortest chain of meetings from one actor to another, with the words that tell of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from kg.errors import QueryError
from kg.network.load import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyoxigraph as ox

    from kg.network.model import Actor, Event, Network, Source, Words


@dataclass(frozen=True, slots=True)
class Step:
    """Two actors at one meeting, and the words that say of each that it was there."""

    left: Actor
    event: Event
    right: Actor
    left_words: tuple[Words, ...]
    right_words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """From `start` to `end`: each step begins with the actor with whom the one before ends.

    `sources` holds the document of each of the steps' words, by its IRI.
    """

    start: Actor
    end: Actor
    steps: tuple[Step, ...]
    sources: Mapping[str, Source]


def path(store: ox.Store, a: str, b: str, lang: str = "en") -> Chain | None:
    """The chain of fewest held meetings between two actors, given by IRI; None where no chain leads there.

    Among chains of the same length, the one whose first meeting is the earliest, then by IRIs, and so on step by
    step. From an actor to itself the chain has no steps. Raises `QueryError` for an IRI that is no actor here.
    """
    network = load(store, lang)
    for iri in (a, b):
        if iri not in network.actors:
            raise QueryError(f"'{iri}' is no person, organisation or office of this graph")
    graph = network.meetings()
    nodes = _walk(graph, network, a, b)
    if nodes is None:
        return None
    words = _words(network)
    steps = tuple(
        Step(network.actors[x], network.events[event], network.actors[y], words[x, event], words[y, event])
        for x, event, y in zip(nodes[::2], nodes[1::2], nodes[2::2], strict=False)
    )
    quoted = sorted({said.document for step in steps for said in (*step.left_words, *step.right_words)})
    return Chain(network.actors[a], network.actors[b], steps, {iri: network.sources[iri] for iri in quoted})


def _walk(graph: nx.Graph[str], network: Network, a: str, b: str) -> list[str] | None:
    """Actors and events in turn, from `a` to `b`."""
    if a == b:
        return [a]
    if a not in graph or b not in graph:
        return None
    left = nx.single_source_shortest_path_length(graph, b)
    if a not in left:
        return None

    def order(node: str) -> tuple[str, str]:
        event = network.events.get(node)
        return (event.start or "9999" if event else ""), node

    nodes = [a]
    while nodes[-1] != b:
        nodes.append(min((n for n in graph[nodes[-1]] if left[n] < left[nodes[-1]]), key=order))
    return nodes


def _words(network: Network) -> dict[tuple[str, str], tuple[Words, ...]]:
    """The words for each actor's presence at each event, over all capacities."""
    found: dict[tuple[str, str], set[Words]] = {}
    for part in network.participations:
        if part.present:
            found.setdefault((part.actor, part.event), set()).update(part.words)
    return {key: tuple(sorted(words)) for key, words in found.items()}
