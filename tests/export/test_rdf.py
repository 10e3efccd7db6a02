"""Each RDF file, read by programs that did not write it, is the graph that was exported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.export import FORMATS, export, serialise
from kg.store import memory
from kg.vocab import BASE, CMQ, RDF, SKOS, XSD, entity
from tests.graphs import gold_store
from tests.tools import program, riot

if TYPE_CHECKING:
    from collections.abc import Iterable

NASTY = (
    'quotes " and \\ and \\" and """',
    "Windows\r\nline, old Mac\rline",
    "line\nbreak and\ttab , <a> , <b> ; .",
    "@prefix x: <y> .",
    " a cmq:Person ; . , ",
    "} \n} {",
    "RTL \u202e, emoji \U0001f600, U+2028 \u2028, nbsp \u00a0",
    "<script>alert(1)</script> &amp; ]]> <!-- -->",
    "",
)
TOPICS = [CMQ["topic-election"], CMQ["topic-water"]]


@cache
def everything() -> ox.Store:
    """The graph of the answer keys, and texts and IRIs that are hard to write."""
    node, graph = entity("person/ýa%20b-1'(x)"), entity("document/d#graph")
    texts = [ox.Literal(text, language="tk") for text in NASTY] + [ox.Literal(text) for text in NASTY]
    values = [
        ox.Literal("--03-14", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gMonthDay")),
        ox.Literal("2022", datatype=XSD.gYear),
        ox.Literal("20.20", datatype=XSD.decimal),
        ox.Literal("007", datatype=XSD.integer),
        ox.Literal("latin", language="kk-latn"),
    ]
    found = [ox.Quad(node, SKOS.altLabel, text) for text in [*texts, *values]]
    found += [ox.Quad(node, RDF.type, CMQ.Person), ox.Quad(entity("mention/d/1-2#quote"), CMQ.about, node)]
    found += [ox.Quad(node, CMQ.about, topic) for topic in TOPICS]
    found += [ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in found]
    found += [ox.Quad(node, CMQ.about, node, entity("document/d:e"))]
    return memory([*gold_store(), *found])


TRIPLES = ("turtle", "rdfxml", "jsonld")


def wanted(store: ox.Store, form: str) -> set[ox.Quad]:
    return {quad for quad in store if form not in TRIPLES or quad.graph_name == ox.DefaultGraph()}


def parsed(text: bytes) -> set[ox.Quad]:
    return set(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def run(command: list[str]) -> bytes:
    found = subprocess.run(command, capture_output=True, check=False)
    assert found.returncode == 0, found.stderr.decode()
    assert not found.stderr, found.stderr.decode()
    return found.stdout


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "rdfxml"])
def test_rapper_reads_the_same_graph(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(everything(), form, out)
    output = "ntriples" if form in TRIPLES else "nquads"
    text = run([program("rapper"), "-q", "-i", form, "-o", output, str(out), "http://elsewhere.example/"])
    assert parsed(text) == wanted(everything(), form)


# Jena 4.5 reads JSON-LD 1.1 by a library whose own parts Debian doesn't have; what we write is JSON-LD 1.0.
@pytest.mark.parametrize(("form", "syntax"), [("trig", "trig"), ("jsonld", "jsonld10")])
def test_riot_reads_the_same_graph(form: str, syntax: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(everything(), form, out)
    command = [*riot(tmp_path), f"--syntax={syntax}", "--base=http://elsewhere.example/", "--output=nquads", str(out)]
    assert parsed(run(command)) == wanted(everything(), form)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
FORMS = (("turtle", ox.RdfFormat.TURTLE), ("trig", ox.RdfFormat.TRIG), ("jsonld", ox.RdfFormat.JSON_LD))
LITERALS = st.builds(ox.Literal, WORDS) | st.builds(lambda text: ox.Literal(text, language="tk"), WORDS)


@settings(max_examples=60)
@given(st.lists(LITERALS, min_size=1, max_size=4))
def test_any_text_survives(literals: list[ox.Literal]) -> None:
    store = memory(ox.Quad(entity("person/x"), SKOS.altLabel, literal) for literal in literals)
    for form, format_ in (
        ("turtle", ox.RdfFormat.TURTLE),
        ("trig", ox.RdfFormat.TRIG),
        ("jsonld", ox.RdfFormat.JSON_LD),
    ):
        assert set(ox.parse(serialise(store, form), format=format_)) == set(store)


def shuffled(quads: Iterable[ox.Quad]) -> ox.Store:
    store = ox.Store()
    for quad in sorted(quads, key=lambda quad: str(quad)[::-1]):
        store.add(quad)
    return store


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_graph_is_the_same_bytes(form: str) -> None:
    assert serialise(gold_store(), form) == serialise(shuffled(gold_store()), form)


_PRINT = """
import hashlib
from kg.export import FORMATS, serialise
from tests.graphs import gold_store
for form in FORMATS:
    print(form, hashlib.sha256(serialise(gold_store(), form)).hexdigest())
"""


def test_hash_seed_and_time_zone_do_not_matter() -> None:
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PRINT],
            cwd=root, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == len(FORMATS)


def test_turtle_is_laid_out_for_people() -> None:
    store = memory(
        [
            ox.Quad(entity("mention/d/10-12"), RDF.type, CMQ.Mention),
            ox.Quad(entity("mention/d/9-20"), RDF.type, CMQ.Mention),
            ox.Quad(entity("mention/d/9-20#quote"), RDF.type, CMQ.Mention),
            ox.Quad(CMQ.Person, SKOS.prefLabel, ox.Literal("person", language="en")),
            ox.Quad(entity("person/ann"), RDF.type, CMQ.Actor),
            ox.Quad(entity("person/ann"), RDF.type, CMQ.Person),
            ox.Quad(entity("person/ann"), CMQ.about, TOPICS[1]),
            ox.Quad(entity("person/ann"), CMQ.about, TOPICS[0]),
            ox.Quad(entity("person/ann"), SKOS.prefLabel, ox.Literal("Ann , Lee", language="en")),
        ]
    )
    header, *blocks = serialise(store, "turtle").decode().split("\n\n")
    assert header.splitlines()[0] == f"@base <{BASE}> ."
    assert "@prefix cmq: <https://w3id.org/communique/ontology#> ." in header
    ann = (
        '<person/ann> a cmq:Person , cmq:Actor ;\n\tskos:prefLabel "Ann , Lee"@en ;\n'
        "\tcmq:about cmq:topic-election ,\n\t\tcmq:topic-water ."
    )
    assert blocks == [
        ann,
        "<mention/d/9-20> a cmq:Mention .",
        "<mention/d/9-20#quote> a cmq:Mention .",
        "<mention/d/10-12> a cmq:Mention .",
        'cmq:Person skos:prefLabel "person"@en .\n',
    ]


def test_trig_sets_each_graph_apart() -> None:
    ann, type_ = entity("person/ann"), RDF.type
    store = memory(
        [
            ox.Quad(ann, type_, CMQ.Person),
            ox.Quad(ann, type_, CMQ.Person, entity("document/d#graph")),
            ox.Quad(ann, type_, CMQ.Person, entity("document/e#graph")),
        ]
    )
    assert serialise(store, "trig").decode().split("\n\n")[1:] == [
        "<person/ann> a cmq:Person .",
        "<document/d#graph> {",
        "\t<person/ann> a cmq:Person .\n}",
        "<document/e#graph> {",
        "\t<person/ann> a cmq:Person .\n}\n",
    ]


def test_jsonld_is_one_node_a_line() -> None:
    text = serialise(gold_store(), "jsonld").decode()
    nodes = json.loads(text)["@graph"]
    assert len(text.splitlines()) == len(nodes) + 5
    assert nodes[0]["@id"].startswith("document/")
    assert not any("://" in key for node in nodes for key in node)


@pytest.mark.parametrize("character", ["\x0c", "\ufffe", "\x00"])
def test_what_xml_cannot_hold_is_refused(character: str) -> None:
    store = memory([ox.Quad(entity("person/x"), SKOS.altLabel, ox.Literal(f"a{character}b"))])
    with pytest.raises(GraphError, match=rf"person/x.* U\+{ord(character):04X}, .*turtle or jsonld"):
        serialise(store, "rdfxml")
    assert set(ox.parse(serialise(store, "turtle"), format=ox.RdfFormat.TURTLE)) == set(store)
