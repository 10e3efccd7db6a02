"""What the page tells of each thing (names, facts, words) and of each edge, as JSON data."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from kg.vocab import BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.network import Actor, Event, Name, Network, Role, Words

Json: TypeAlias = dict[str, Any]

_WIDTH, _LINES = 18, 3  # letters in a line of a label, and lines
_STRONG = frozenset({"chair", "host", "organiser", "head-of-delegation"})


@dataclass(frozen=True)
class Kind:
    """A kind of node. `id` also names its colour in page.css; `shape` is vis-network's name of its shape."""

    id: str
    shape: str
    legend: str


KINDS = (
    Kind("person", "dot", "Person"),
    Kind("organisation", "square", "Organisation"),
    Kind("state", "hexagon", "State"),
    Kind("office", "triangle", "Office, holder not named"),
    Kind("meeting", "diamond", "Meeting, session, visit, training…"),
    Kind("election", "star", "Election"),
    Kind("other", "triangleDown", "Other event"),
)


def drawn(network: Network, focus: str | None) -> nx.Graph[str]:
    """The graph to draw: actors and events by IRI, linked by participations, roles, and what events concern.

    What is linked to nothing is not drawn. With `focus`, an IRI, only what is at most two links away from it.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((part.actor, part.event) for part in network.participations)
    graph.add_edges_from((role.person, role.organisation) for role in network.roles if role.organisation)
    for event in network.events.values():
        graph.add_edges_from((event.id, other) for other, _ in _links(event))
    if focus is not None:
        graph.add_node(focus)
        graph = nx.ego_graph(graph, focus, radius=2)
    return graph


def kind_of(network: Network, iri: str) -> str:
    """The id of the kind of an actor or event."""
    if iri in network.events:
        event = network.events[iri]
        return "election" if event.type.code == "election" else "meeting" if event.meeting else "other"
    actor = network.actors[iri]
    return "state" if actor.kind and actor.kind.code == "state" else actor.type


def label_of(network: Network, iri: str) -> str:
    """A label of a few short lines: an actor's name, or an event's type, date and place, else its name."""
    if iri in network.actors:
        return _wrapped(network.actors[iri].label)
    event = network.events[iri]
    told = [event.start or event.end, event.place]
    return "\n".join(map(_wrapped, filter(None, (event.type.label, *told)))) if any(told) else _wrapped(event.label)


def path(iri: str) -> str:
    """The part of an IRI below the base."""
    return iri.removeprefix(BASE)


class Content:
    """The page's data; words and documents are kept once and referred to by number."""

    def __init__(self, network: Network, graph: nx.Graph[str], shown: Iterable[str]) -> None:
        """Tell of the things `shown`, by IRI; edges are told of where `graph` has them."""
        self.edges: list[Json] = []
        self.things: dict[str, Json] = {}
        self._network = network
        self._graph = graph
        self._words: dict[Words, int] = {}
        for iri in sorted(shown):
            told = _of_event(network.events[iri]) if iri in network.events else _of_actor(network.actors[iri])
            self.things[path(iri)] = {**told, "kind": kind_of(network, iri), "facts": []}
        self._tell_roles()
        self._tell_events()
        self._tell_participations()
        for actor in network.actors.values():
            if path(actor.id) in self.things and not self.things[path(actor.id)]["facts"]:
                self._fact(actor.id, "Named here", None, actor.words)

    def json(self) -> Json:
        """Things by path, edges in the order of their numbers, words, and the labels of documents."""
        sources = sorted({said.document for said in self._words})
        numbers = {iri: number for number, iri in enumerate(sources)}
        words = [[numbers[said.document], said.start, said.end, said.text, said.lang] for said in self._words]
        documents = [self._network.sources[iri].label for iri in sources]
        return {"things": self.things, "edges": self.edges, "words": words, "documents": documents}

    def _numbers(self, words: Iterable[Words]) -> list[int]:
        return [self._words.setdefault(said, len(self._words)) for said in words]

    def _fact(self, iri: str, text: str, other: str | None, words: Iterable[Words]) -> None:
        """Add to a thing: a line of text, the other thing that it leads to, and the words of documents for it."""
        if path(iri) in self.things:
            fact = {"text": text, "words": self._numbers(words)}
            known = other is not None and path(other) in self.things
            self.things[path(iri)]["facts"].append({**fact, "thing": path(other)} if other and known else fact)

    def _edge(self, left: str, right: str, style: str, text: str, words: Iterable[Words]) -> None:
        if self._graph.has_edge(left, right):
            ends = {"from": path(left), "to": path(right)}
            self.edges.append({**ends, "style": style, "text": text, "words": self._numbers(words)})

    def _tell_events(self) -> None:
        for event in self._network.events.values():
            self._fact(event.id, "Told here", None, event.words)
            for other, text in _links(event):
                self._fact(event.id, text, other, ())
                self._edge(event.id, other, "link", text, event.words)

    def _tell_participations(self) -> None:
        pairs: dict[tuple[str, str], dict[str, str]] = {}
        said: dict[tuple[str, str], set[Words]] = {}
        for part in self._network.participations:
            pair = part.event, part.actor
            pairs.setdefault(pair, {})[part.capacity.code] = part.capacity.label
            said.setdefault(pair, set()).update(part.words)
        for (event, actor), capacities in sorted(pairs.items()):
            text, words = ", ".join(capacities.values()), sorted(said[event, actor])
            style = "strong" if _STRONG & set(capacities) else "weak" if set(capacities) == {"invited"} else "plain"
            self._fact(event, text, actor, ())
            self._fact(actor, text, event, words)
            self._edge(actor, event, style, text, words)

    def _tell_roles(self) -> None:
        for role in self._network.roles:
            text = _role_text(role)
            self._fact(role.person, text, role.organisation, role.words)
            if role.organisation:
                self._fact(role.organisation, text, role.person, ())
                self._edge(role.person, role.organisation, "role", text, role.words)


def _links(event: Event) -> list[tuple[str, str]]:
    """The other events that an event leads to, and how."""
    return [
        *((other, "Concerns") for other in event.concerns),
        *([(event.part_of, "Part of")] if event.part_of else []),
    ]


def _of_actor(actor: Actor) -> Json:
    what = actor.kind.label if actor.kind else actor.type.capitalize()
    return _told(actor.label, actor.names, [", ".join(filter(None, (what, actor.country)))])


def _of_event(event: Event) -> Json:
    how = None if event.format.code == "unknown" else event.format.label
    when = " to ".join(dict.fromkeys(filter(None, (event.start, event.end))))
    number = f"no. {event.ordinal}" if event.ordinal else None
    lines = [
        event.name if event.name and event.name not in event.label else "",
        ", ".join(filter(None, (event.status.label, how, when, event.place))),
        "About: " + ", ".join(topic.label for topic in event.about) if event.about else "",
        ", ".join(filter(None, (event.series, number))),
    ]
    return _told(event.label, event.names, lines)


def _told(label: str, names: Sequence[Name], lines: Iterable[str]) -> Json:
    said = [line for line in lines if line]
    others = [[name.lang, name.text] for name in names if name.text not in {label, *said}]
    return {"label": label, "lines": said, "names": others}


def _role_text(role: Role) -> str:
    titles = "; ".join(dict.fromkeys(title.text for title in role.titles))
    return f"{role.post.label}: {titles}" if titles else role.post.label


def _wrapped(text: str) -> str:
    """A text in a few short lines; what doesn't fit is replaced by an ellipsis."""
    return "\n".join(textwrap.wrap(text, _WIDTH, max_lines=_LINES, placeholder=" …"))
