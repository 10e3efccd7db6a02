"""A network of actors and events as plain data: what the graph says, labelled in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from kg.model import Name

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Actor", "Event", "Name", "Network", "Participation", "Role", "Source", "Term", "Words"]


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A concept of the ontology: its code in readings (`head-of-delegation`) and its label."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """A span of a document that says something; `document` is an IRI, offsets count code points."""

    document: str
    start: int
    end: int
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document: IRI, id, date (ISO 8601) or None, headline or an empty text, language.

    `title`, `site` and `url` are what its file says of itself, or empty texts.
    """

    id: str
    name: str
    published: str | None
    headline: str
    lang: str
    title: str = ""
    site: str = ""
    url: str = ""

    @property
    def label(self) -> str:
        """The id with the date, where it is known."""
        return ", ".join(filter(None, (self.name, self.published)))


@dataclass(frozen=True, slots=True)
class Actor:
    """Who can meet. `id` is an IRI; `type` is `person`, `organisation` or `office`.

    `country` is a label, `part_of` the IRI of an organisation. `names` are sorted, the preferred one of each language
    marked; `words` are the places that name the actor.
    """

    id: str
    type: str
    label: str
    names: tuple[Name, ...]
    kind: Term | None
    country: str | None
    part_of: str | None
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened or is planned. `id` is an IRI; dates are ISO 8601 as precise as the text, or None.

    `label` is the graph's in English (`Meeting, 24 February 2022: Ann, Bob`), in other languages its type with date
    and place, else with its name (`Встреча, 2022-02-24, Aşgabat`); `name` is what texts call it, `names` in all
    languages. `meeting` is False for elections and for events that are no encounter. `place` and `series` are
    labels; `concerns` and `part_of` hold IRIs of events.
    """

    id: str
    type: Term
    label: str
    name: str | None
    names: tuple[Name, ...]
    meeting: bool
    status: Term
    format: Term
    start: str | None
    end: str | None
    place: str | None
    about: tuple[Term, ...]
    series: str | None
    ordinal: int | None
    concerns: tuple[str, ...]
    part_of: str | None
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Participation:
    """An actor in an event, by IRIs; `present` is False where the capacity doesn't mean being there (invited)."""

    id: str
    actor: str
    event: str
    capacity: Term
    present: bool
    on_behalf_of: str | None
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A person in a post, by IRIs; `titles` are worded as in texts, `attested` holds ISO 8601 dates, sorted."""

    id: str
    person: str
    post: Term
    titles: tuple[Name, ...]
    organisation: str | None
    country: str | None
    attested: tuple[str, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """All of it; mappings are by IRI, everything is sorted by IRI."""

    actors: Mapping[str, Actor]
    events: Mapping[str, Event]
    participations: tuple[Participation, ...]
    roles: tuple[Role, ...]
    sources: Mapping[str, Source]

    def meetings(self) -> nx.Graph[str]:
        """Actors and the held meetings at which they were present, as a graph of two kinds of node.

        Elections, plans, and parts that don't mean presence (invited, organiser) are no encounters. A state that
        attends is an actor like any other. Nodes and edges come in the order of IRIs.
        """
        graph: nx.Graph[str] = nx.Graph()
        kept = sorted(
            (part.actor, part.event)
            for part in self.participations
            if part.present and self.events[part.event].meeting and self.events[part.event].status.code == "held"
        )
        graph.add_nodes_from(sorted({node for pair in kept for node in pair}))
        graph.add_edges_from(kept)
        return graph
