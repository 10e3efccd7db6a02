"""Actors and events as a network for Gephi and others: GraphML, and GEXF with dates."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import IO, TYPE_CHECKING

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from kg.network import load

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.network import Network

Attributes = dict[str, str | int]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")


def graphml(store: ox.Store, out: IO[bytes]) -> None:
    """Actors and events as nodes, participations and roles as edges, with dates as texts."""
    # write_graphml takes lxml where it is installed, whose bytes differ; this one is in the standard library.
    nx.write_graphml_xml(_graph(load(store), dated=False), out)
    out.write(b"\n")


def gexf(store: ox.Store, out: IO[bytes]) -> None:
    """The same as a dynamic graph: events, and edges to them, have a start and an end, in whole days.

    A month or a year lasts from its first to its last day. What has no date is there all the time.
    """
    writer = GEXFWriter(version="1.2draft")
    meta = writer.xml.find("meta")
    meta.attrib.pop("lastmodifieddate")  # the clock has no place in an export
    meta.find("creator").text = "Communiqué"
    writer.add_graph(_graph(load(store), dated=True))
    writer.write(out)
    out.write(b"\n")


def _graph(network: Network, *, dated: bool) -> nx.Graph[str]:
    """Nodes by IRI with `label`, `type`, `kind`, `country`; edges with `relation`, `label` and `capacity`.

    `type` is person, organisation, office or event; `kind` an organisation's kind or an event's type. Several
    capacities of one actor at one event are one edge, `chair; head-of-delegation`.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.graph.update({"name": "Communiqué", "mode": "dynamic"} if dated else {"name": "Communiqué"})
    for actor in network.actors.values():
        kind = actor.kind.code if actor.kind else None
        names = "; ".join(dict.fromkeys(name.text for name in actor.names))
        graph.add_node(
            actor.id, **_told(label=actor.label, type=actor.type, kind=kind, country=actor.country, names=names)
        )
    for event in network.events.values():
        days = _days(event.start, event.end) if dated else {"start_date": event.start, "end_date": event.end}
        facts = {"status": event.status.code, "format": event.format.code, "place": event.place, "name": event.name}
        graph.add_node(event.id, **_told(label=event.label, type="event", kind=event.type.code, **facts, **days))
    capacities: dict[tuple[str, str], dict[str, str]] = {}
    for part in network.participations:
        capacities.setdefault((part.actor, part.event), {})[part.capacity.code] = part.capacity.label
    for (actor_id, event_id), found in sorted(capacities.items()):
        event = network.events[event_id]
        days = _days(event.start, event.end) if dated else {}
        label, capacity = "; ".join(found.values()), "; ".join(found)
        graph.add_edge(actor_id, event_id, **_told(relation="participation", label=label, capacity=capacity, **days))
    posts: dict[tuple[str, str], dict[str, str]] = {}
    for role in network.roles:
        if role.organisation:
            posts.setdefault((role.person, role.organisation), {})[role.post.code] = role.post.label
    for (person, organisation), found in sorted(posts.items()):
        label, post = "; ".join(found.values()), "; ".join(found)
        graph.add_edge(person, organisation, **_told(relation="role", label=label, capacity=post))
    return graph


def _told(**attributes: str | None) -> Attributes:
    """The attributes that are told, without the control characters that XML can't hold."""
    return {key: _NOT_XML.sub("\ufffd", value) for key, value in attributes.items() if value}


def _days(start: str | None, end: str | None) -> dict[str, str | None]:
    """First and last day of a time as precise as the text; nothing for a day of an unknown year."""
    first, last = _DATE.fullmatch(start or end or ""), _DATE.fullmatch(end or start or "")
    if not first or not last:
        return {}
    year, month = int(last[1]), int(last[2] or 12)
    day = last[3] or f"{monthrange(year, month)[1]:02}"
    return {"start": f"{first[1]}-{first[2] or '01'}-{first[3] or '01'}", "end": f"{last[1]}-{month:02}-{day}"}
