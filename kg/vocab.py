"""The namespaces, closed over the files in `ontology/`: a term that they don't hold raises at once.

    CMQ.Person                  -> pyoxigraph NamedNode
    CMQ["all-constituencies"]   -> the same, for a name that is no Python identifier
    concept("post", "minister") -> NamedNode of cmq:post-minister
    CMQ.uri("Person")           -> rdflib URIRef

A namespace that is not ours (SKOS, PROV…) holds the terms of it that the ontology files use.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError
from kg.resources import ONTOLOGY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rdflib import URIRef

FILES = ("communique.ttl", "shapes.ttl", "alignments.ttl")

PREFIXES: dict[str, str] = {
    "cmq": "https://w3id.org/communique/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
SPARQL_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


_DEFAULT_BASE = "https://w3id.org/communique/id/"
_GIVEN_BASE = os.environ.get("COMMUNIQUE_BASE", _DEFAULT_BASE)
_SOUND_BASE = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`#?]*[/:]")

BASE = _GIVEN_BASE if _SOUND_BASE.fullmatch(_GIVEN_BASE) else _DEFAULT_BASE
"""What the IRIs of things begin with; the environment variable COMMUNIQUE_BASE sets another."""


def check_base() -> None:
    """Raise `GraphError` where COMMUNIQUE_BASE is no IRI that others can begin with."""
    if _GIVEN_BASE != BASE:
        raise GraphError(f"COMMUNIQUE_BASE: '{_GIVEN_BASE}' can't begin the IRIs of things; end an absolute one with /")


def read_triples(path: Path) -> list[ox.Triple]:
    """All triples of a Turtle file, in its order. Raises `GraphError` naming the file and the line."""
    try:
        return [quad.triple for quad in ox.parse(path=str(path))]
    except (SyntaxError, OSError) as error:
        raise GraphError(f"{path}: not a readable Turtle file: {error}") from error


@cache
def terms() -> frozenset[str]:
    """Every IRI that the ontology files use."""
    found: set[str] = set()
    for name in FILES:
        for triple in read_triples(ONTOLOGY / name):
            found.update(term.value for term in triple if isinstance(term, ox.NamedNode))
    return frozenset(found)


@dataclass(frozen=True)
class Namespace:
    """The terms below `iri` that the ontology files hold; `name` is the prefix."""

    name: str
    iri: str

    def __getitem__(self, term: str) -> ox.NamedNode:
        return _node(self.name, self.iri, term)

    def __getattr__(self, term: str) -> ox.NamedNode:
        if term.startswith("__"):
            raise AttributeError(term)
        # Kept as an attribute: the next look-up doesn't come here, and a build makes a million of them.
        node = self.__dict__[term] = _node(self.name, self.iri, term)
        return node

    def __contains__(self, term: str) -> bool:
        return self.iri + term in terms()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(iri.removeprefix(self.iri) for iri in terms() if iri.startswith(self.iri)))

    def uri(self, term: str) -> URIRef:
        """The term for rdflib. Raises `AttributeError` for one that the ontology doesn't hold."""
        from rdflib import URIRef  # noqa: PLC0415  rdflib takes 0.2 s to import, most commands don't need it

        return URIRef(self[term].value)


@cache
def _node(name: str, iri: str, term: str) -> ox.NamedNode:
    if iri + term not in terms():
        raise AttributeError(f"no term {name}:{term} in the ontology")
    return ox.NamedNode(iri + term)


CMQ = Namespace("cmq", PREFIXES["cmq"])
DCTERMS = Namespace("dcterms", PREFIXES["dcterms"])
OA = Namespace("oa", PREFIXES["oa"])
OWL = Namespace("owl", PREFIXES["owl"])
PROV = Namespace("prov", PREFIXES["prov"])
QB = Namespace("qb", PREFIXES["qb"])
RDF = Namespace("rdf", PREFIXES["rdf"])
RDFS = Namespace("rdfs", PREFIXES["rdfs"])
SCHEMA = Namespace("schema", PREFIXES["schema"])
SKOS = Namespace("skos", PREFIXES["skos"])
XSD = Namespace("xsd", PREFIXES["xsd"])

ONTOLOGY_IRI = ox.NamedNode(PREFIXES["cmq"].removesuffix("#"))


def concept(scheme: str, code: str) -> ox.NamedNode:
    """The concept of a code in readings: `concept("post", "minister")` is cmq:post-minister.

    `scheme` is kind, post, type, status, format, salience, topic, capacity, instrument-kind, how, standing or
    place-kind. Raises `GraphError` for a code that the scheme doesn't hold: codes come from data.
    """
    if f"{scheme}-{code}" not in CMQ:
        raise GraphError(f"'{code}' is no {scheme} that the ontology knows")
    return CMQ[f"{scheme}-{code}"]


def entity(path: str) -> ox.NamedNode:
    """The IRI of a thing by its path below the base: `organisation/osce`."""
    return ox.NamedNode(BASE + path)


def segment(text: str) -> str:
    """`text` as one segment of an IRI's path: letters, digits, `-`, `_`, `.`, `~` stay, the rest is percent-encoded.

    Different texts give different segments. A leading dot is encoded too: `..` would climb the path.
    """
    kept = "".join(c if c.isalnum() or c in "-_.~" else "".join(f"%{byte:02X}" for byte in c.encode()) for c in text)
    return "%2E" + kept[1:] if kept.startswith(".") else kept


def document(stem: str) -> ox.NamedNode:
    """The IRI of a document by its id, the stem of its file."""
    return entity(f"document/{segment(stem)}")


def document_graph(stem: str) -> ox.NamedNode:
    """The named graph that holds what one document supports."""
    return ox.NamedNode(document(stem).value + "#graph")


IDENTITY_GRAPH = entity("graph/identity")
