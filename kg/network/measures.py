"""How much of everything there is, who is most central, and who links which groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import networkx as nx

from kg.network.load import load
from kg.vocab import BASE, CMQ

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pyoxigraph as ox

    from kg.network.model import Network

_WORK = 2_000_000  # sources of betweenness times edges: some five seconds; with more, not every actor is a source
_ROUND = 6  # digits of a measure: fewer than the order of a sum of floats can change

_COUNTED = {
    "documents": CMQ.Document,
    "items": CMQ.Item,
    "persons": CMQ.Person,
    "organisations": CMQ.Organisation,
    "offices": CMQ.Office,
    "roles": CMQ.Role,
    "events": CMQ.Event,
    "participations": CMQ.Participation,
    "series": CMQ.Series,
    "turnout figures": CMQ.TurnoutObservation,
    "election results": CMQ.ElectionResult,
    "quotations": CMQ.Quotation,
    "instruments": CMQ.Instrument,
    "foundings": CMQ.Founding,
    "places": CMQ.Place,
    "mentions": CMQ.Mention,
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, by its name in the plural."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Rank:
    """An actor, by IRI and label, and its value in a measure."""

    actor: str
    label: str
    value: float


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of centrality: its name, what it counts, where it comes from; the highest values first."""

    name: str
    meaning: str
    source: str
    ranking: tuple[Rank, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Actors that met each other more than others, by IRI; named by the two that met most."""

    number: int
    name: str
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """An actor who met members of several groups (`groups`, by number, its own included), or who is a cut.

    `cut`: without the actor, some who are linked by meetings would no longer be. `betweenness` as in the measure.
    """

    actor: str
    label: str
    groups: tuple[int, ...]
    betweenness: float
    cut: bool


@dataclass(frozen=True, slots=True)
class Stats:
    """Everything that `stats` finds; counts in a fixed order, groups by size, bridges by betweenness."""

    counts: tuple[Count, ...]
    measures: tuple[Measure, ...]
    groups: tuple[Group, ...]
    bridges: tuple[Bridge, ...]


def stats(store: ox.Store, lang: str = "en", top: int = 10) -> Stats:
    """Count everything, and measure the network of held meetings; `top` bounds each ranking and the bridges."""
    network = load(store, lang)
    graph = network.meetings()
    between, step = _betweenness(graph, network), _step(graph, _actors(graph, network))
    groups, member = _groups(graph, network)
    measures = (
        Measure(
            "meetings",
            "held meetings at which the actor was present",
            "degree in the graph of actors and meetings (Freeman 1978, doi:10.1016/0378-8733(78)90021-7)",
            _ranking(network, {actor: float(graph.degree[actor]) for actor in _actors(graph, network)}, top),
        ),
        Measure(
            "met",
            "other actors who were present at a meeting with the actor",
            "degree in the graph of actors (Freeman 1978)",
            _ranking(network, {actor: float(len(_met(graph, actor))) for actor in _actors(graph, network)}, top),
        ),
        Measure(
            "betweenness",
            "share of the pairs of other actors whose shortest chains of meetings lead over the actor"
            + (f", estimated from one actor in {step}" if step > 1 else ""),
            "Freeman 1977, doi:10.2307/3033543; Brandes and Pich 2007, doi:10.1142/S0218127407018403",
            _ranking(network, between, top),
        ),
    )
    return Stats(_counts(store, network), measures, groups, _bridges(graph, network, between, member)[:top])


def _counts(store: ox.Store, network: Network) -> tuple[Count, ...]:
    numbers = _things(store)
    found = [Count(name, numbers[class_.value]) for name, class_ in _COUNTED.items()]
    after = next(index for index, count in enumerate(found) if count.name == "events") + 1
    kinds = Counter(f"events of type {event.type.code}" for event in network.events.values())
    kinds.update(f"events {event.status.code}" for event in network.events.values())
    details = [Count(name, number) for name, number in sorted(kinds.items())]
    return (*found[:after], *details, *found[after:], Count("statements", _number(store)))


def _things(store: ox.Store) -> Counter[str]:
    """How many things each class has; the ontology's own individuals are no things."""
    rows = store.query(
        "SELECT ?class (COUNT(?thing) AS ?number) WHERE { ?thing a ?class "
        f'FILTER(STRSTARTS(STR(?thing), "{BASE}")) }} GROUP BY ?class'
    )
    return Counter({row["class"].value: int(row["number"].value) for row in cast("ox.QuerySolutions", rows)})


def _number(store: ox.Store) -> int:
    rows = store.query("SELECT (COUNT(*) AS ?number) WHERE { ?subject ?predicate ?object }")
    return int(next(cast("ox.QuerySolutions", rows))["number"].value)


def _actors(graph: nx.Graph[str], network: Network) -> list[str]:
    return [node for node in graph if node in network.actors]


def _met(graph: nx.Graph[str], actor: str) -> set[str]:
    return {other for event in graph[actor] for other in graph[event]} - {actor}


def _ranking(network: Network, values: Mapping[str, float], top: int) -> tuple[Rank, ...]:
    kept = sorted(((actor, value) for actor, value in values.items() if value), key=lambda row: (-row[1], row[0]))
    return tuple(Rank(actor, network.actors[actor].label, value) for actor, value in kept[:top])


def _step(graph: nx.Graph[str], actors: Sequence[str]) -> int:
    """Every how manyth actor is a source of betweenness, so that the work stays within `_WORK`."""
    return -(-len(actors) * graph.number_of_edges() // _WORK) or 1


def _betweenness(graph: nx.Graph[str], network: Network) -> dict[str, float]:
    """For each actor, over the pairs of a source (every `_step`th actor) and another actor."""
    actors = _actors(graph, network)
    sources = actors[:: _step(graph, actors)]
    raw = nx.betweenness_centrality_subset(graph, sources=sources, targets=actors)
    pairs = len(sources) / (len(actors) or 1) * (len(actors) - 1) * (len(actors) - 2) / 2
    return {actor: round(raw[actor] / pairs, _ROUND) if pairs > 0 else 0.0 for actor in actors}


def _groups(graph: nx.Graph[str], network: Network) -> tuple[tuple[Group, ...], dict[str, int]]:
    """Communities of two actors and more, and the number of each node in one.

    Louvain's method: Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008.
    """
    nodes = list(graph)
    # Numbers for nodes: networkx walks through sets, whose order for texts changes from run to run.
    numbers = {node: number for number, node in enumerate(nodes)}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(numbers.values())
    numbered.add_edges_from((numbers[left], numbers[right]) for left, right in graph.edges)
    found = nx.community.louvain_communities(numbered, seed=0) if nodes else []
    parts = [sorted(nodes[number] for number in part) for part in found]
    parts.sort(key=lambda part: (-len(_known(part, network)), part))
    groups = []
    for number, part in enumerate(parts, 1):
        actors = _known(part, network)
        if len(actors) == 1:
            continue
        first = sorted(actors, key=lambda actor: (-graph.degree[actor], -len(_met(graph, actor)), actor))[:2]
        groups.append(Group(number, " and ".join(network.actors[actor].label for actor in first), tuple(actors)))
    named = {group.number for group in groups}
    return tuple(groups), {node: n for n, part in enumerate(parts, 1) if n in named for node in part}


def _known(nodes: Iterable[str], network: Network) -> list[str]:
    return [node for node in nodes if node in network.actors]


def _bridges(
    graph: nx.Graph[str], network: Network, between: Mapping[str, float], member: Mapping[str, int]
) -> tuple[Bridge, ...]:
    cuts = _cuts(graph, network)
    found = []
    for actor in _actors(graph, network):
        groups = tuple(sorted({member[node] for node in (actor, *_met(graph, actor)) if node in member}))
        if len(groups) > 1 or actor in cuts:
            found.append(Bridge(actor, network.actors[actor].label, groups, between[actor], actor in cuts))
    return tuple(sorted(found, key=lambda bridge: (-bridge.betweenness, bridge.actor)))


def _cuts(graph: nx.Graph[str], network: Network) -> set[str]:
    """Actors without whom some other actors would no longer be linked; a meeting of one actor links nobody."""
    alone = [event for event in graph if event in network.events and graph.degree[event] == 1]
    rest = graph.copy()
    rest.remove_nodes_from(alone)
    return {node for node in nx.articulation_points(rest) if node in network.actors}
