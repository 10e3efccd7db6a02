"""GraphML and GEXF: read back by networkx, and as Gephi needs them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from io import BytesIO

import networkx as nx
import pytest

from kg.export import serialise
from kg.network import load
from kg.vocab import BASE
from tests.graphs import gold_store, invented

STORE = invented(
    "2021-03 visit in Oslo: Ann, chair Ann, FUND",
    "2020 conference planned: Ann, Bob",
    "2021-02-01 meeting: Bob, FUND",
    "- meeting: Ann, Cem",
    "2021-12-31 session: Cem, invited Bob",
    names={"Ann": {"ru": "Анна \x0b <b>&"}},
)
GEXF = "{http://www.gexf.net/1.2draft}"
READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


def read(form: str, store=STORE) -> nx.Graph[str]:
    return READERS[form](BytesIO(serialise(store, form)))  # type: ignore[operator,no-any-return]


def xml(form: str, store=STORE) -> ET.Element:
    return ET.fromstring(serialise(store, form))  # noqa: S314  our own file


@pytest.mark.parametrize("form", READERS)
def test_networkx_reads_nodes_and_edges_back(form: str) -> None:
    graph, network = read(form), load(STORE)
    assert set(graph) == {*network.actors, *network.events}
    ann, visit = f"{BASE}person/ann", f"{BASE}event/e1"
    assert graph.nodes[ann]["type"] == "person"
    assert graph.nodes[ann]["label"] == "Ann"
    assert graph.nodes[ann]["names"] == "Ann; Анна \ufffd <b>&"
    assert graph.nodes[f"{BASE}organisation/fund"]["kind"] == "international"
    assert graph.nodes[visit]["type"] == "event"
    assert graph.nodes[visit]["kind"] == "visit"
    assert graph.nodes[visit]["label"] == "Visit, March 2021: Ann, FUND"
    assert graph.nodes[visit]["status"] == "held"
    assert graph.edges[ann, visit]["capacity"] == "attendee; chair"
    assert graph.edges[ann, visit]["label"] == "Attendee; Chair"
    assert graph.edges[f"{BASE}person/bob", f"{BASE}event/e5"]["capacity"] == "invited"
    role = graph.edges[ann, f"{BASE}organisation/fund"]
    assert (role["relation"], role["capacity"]) == ("role", "head")
    participations = [edge for edge in graph.edges.values() if edge["relation"] == "participation"]
    assert len(participations) == len({(part.actor, part.event) for part in network.participations})


@pytest.mark.parametrize("form", READERS)
def test_the_answer_keys_export_whole(form: str) -> None:
    graph, network = read(form, gold_store()), load(gold_store())
    assert set(graph) == {*network.actors, *network.events}
    assert {data["label"] for _, data in graph.nodes(data=True)} >= {actor.label for actor in network.actors.values()}
    countries = {iri: data["country"] for iri, data in graph.nodes(data=True) if "country" in data}
    assert countries == {iri: actor.country for iri, actor in network.actors.items() if actor.country}


def test_graphml_declares_every_key_once() -> None:
    root = xml("graphml")
    space = "{http://graphml.graphdrawing.org/xmlns}"
    keys = [key.get("id") for key in root.iter(f"{space}key")]
    assert len(keys) == len(set(keys))
    assert {data.get("key") for data in root.iter(f"{space}data")} <= set(keys)
    names = {(key.get("for"), key.get("attr.name")) for key in root.iter(f"{space}key")}
    wanted = {("node", name) for name in ("label", "type", "kind", "start_date")} | {("edge", "capacity")}
    assert wanted <= names
    assert {key.get("attr.type") for key in root.iter(f"{space}key")} == {"string"}


def test_gexf_is_dynamic_in_whole_days() -> None:
    root = xml("gexf", invented("2021-02 visit: Ann, Bob", "2020 meeting: Ann, Bob", "- call: Ann, Bob"))
    (graph,) = root.iter(f"{GEXF}graph")
    assert (graph.get("mode"), graph.get("timeformat"), graph.get("defaultedgetype")) == (
        "dynamic",
        "date",
        "undirected",
    )
    times = {node.get("label"): (node.get("start"), node.get("end")) for node in root.iter(f"{GEXF}node")}
    assert times["Visit, February 2021: Ann, Bob"] == ("2021-02-01", "2021-02-28")
    assert times["Meeting, 2020: Ann, Bob"] == ("2020-01-01", "2020-12-31")
    assert times["Telephone call: Ann, Bob"] == (None, None)
    assert times["Ann"] == (None, None)
    edges = {(edge.get("target"), edge.get("start"), edge.get("end")) for edge in root.iter(f"{GEXF}edge")}
    assert (f"{BASE}event/e1", "2021-02-01", "2021-02-28") in edges


def test_gexf_is_what_gephi_needs() -> None:
    root = xml("gexf", gold_store())
    nodes = [node.get("id") for node in root.iter(f"{GEXF}node")]
    assert len(nodes) == len(set(nodes))
    edges = list(root.iter(f"{GEXF}edge"))
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= set(nodes)
    assert len({edge.get("id") for edge in edges}) == len(edges)
    for element in root.iter(f"{GEXF}attributes"):
        titles = [attribute.get("title") for attribute in element]
        assert len(titles) == len(set(titles))
        declared = {attribute.get("id") for attribute in element}
        kind = f"{GEXF}{element.get('class')}"
        used = {value.get("for") for item in root.iter(kind) for value in item.iter(f"{GEXF}attvalue")}
        assert used <= declared
    for element in [*root.iter(f"{GEXF}node"), *edges]:
        if element.get("start"):
            assert date.fromisoformat(element.get("start", "")) <= date.fromisoformat(element.get("end", ""))
    assert not re.search(rb"lastmodified|NetworkX", serialise(gold_store(), "gexf"))
