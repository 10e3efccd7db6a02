"""Which things make a graph contradictory: HermiT says only that it is.

A thing's classes are those stated, those that the domains and ranges of its links give, and the classes above them.
Two of them that the ontology declares disjoint are a clash. That is less than HermiT sees, and enough to name a thing.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.vocab import OWL, PREFIXES, RDF, RDFS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Classes = dict[ox.NamedNode, str]


def clashes(schema: Sequence[ox.Triple], facts: Iterable[ox.Triple]) -> Iterator[tuple[str, str]]:
    """Each thing with two classes that exclude each other: its IRI, and a sentence that names both and why."""
    domains, ranges = _objects(schema, RDFS.domain), _objects(schema, RDFS.range)
    parents, disjoint = _objects(schema, RDFS.subClassOf), _disjoint(schema)
    classes: dict[ox.NamedNode, Classes] = defaultdict(dict)
    for fact in facts:
        subject, predicate, value = fact.subject, fact.predicate, fact.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode):
            continue
        if predicate == RDF.type:
            classes[subject].setdefault(value, "stated")
            continue
        for found in domains[predicate]:
            classes[subject].setdefault(found, f"it has {_short(predicate)}")
        for found in ranges[predicate]:
            classes[value].setdefault(found, f"something has it as {_short(predicate)}")
    for thing in sorted(classes, key=str):
        for one, other in combinations(sorted(_with_parents(classes[thing], parents).items(), key=str), 2):
            if frozenset((str(one[0]), str(other[0]))) in disjoint:
                yield thing.value, "can't be both " + " and ".join(f"{_short(c)} ({why})" for c, why in (one, other))


def _with_parents(classes: Classes, parents: Mapping[ox.NamedNode, list[ox.NamedNode]]) -> Classes:
    found, waiting = dict(classes), list(classes)
    while waiting:
        lower = waiting.pop()
        for upper in parents[lower]:
            if upper not in found:
                found[upper] = found[lower]
                waiting.append(upper)
    return found


def _objects(schema: Sequence[ox.Triple], predicate: ox.NamedNode) -> defaultdict[ox.NamedNode, list[ox.NamedNode]]:
    """Objects with a name by subject; restrictions and unions, which have none, are left to HermiT."""
    found: defaultdict[ox.NamedNode, list[ox.NamedNode]] = defaultdict(list)
    for triple in schema:
        subject, value = triple.subject, triple.object
        if triple.predicate == predicate and isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode):
            found[subject].append(value)
    return found


def _disjoint(schema: Sequence[ox.Triple]) -> set[frozenset[str]]:
    """Every pair of classes of every owl:AllDisjointClasses, by their IRIs."""
    at = {(str(triple.subject), triple.predicate): triple.object for triple in schema}
    pairs: set[frozenset[str]] = set()
    for triple in schema:
        if triple.predicate != OWL.members:
            continue
        members, rest = [], triple.object
        while rest != RDF.nil:
            members.append(at[str(rest), RDF.first])
            rest = at[str(rest), RDF.rest]
        pairs.update(frozenset(map(str, pair)) for pair in combinations(members, 2))
    return pairs


def _short(term: ox.NamedNode) -> str:
    return term.value.replace(PREFIXES["cmq"], "cmq:")
