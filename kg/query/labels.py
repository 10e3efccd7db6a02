"""Labels of things in the reader's language, and an IRI's short form where there is none."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.resources import ONTOLOGY
from kg.vocab import BASE, CMQ, PREFIXES, RDFS, SKOS, read_triples

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.query.table import Term

FALLBACK = "en"
_LABELS = (SKOS.prefLabel, CMQ.headline, RDFS.label, SKOS.altLabel)


def label(store: ox.Store, thing: ox.NamedNode, lang: str) -> ox.Literal | None:
    """The thing's label in `lang` (BCP 47), else in English, else in any language; None where it has none.

    In each language `skos:prefLabel` goes first, then a headline, `rdfs:label`, `skos:altLabel`. The ontology's own
    terms are found though the store doesn't hold them.
    """
    found: list[tuple[int, int, str, str, ox.Literal]] = []
    for rank, predicate in enumerate(_LABELS):
        quads = store.quads_for_pattern(thing, predicate, None, ox.DefaultGraph())
        found += [_ranked(quad.object, rank, lang) for quad in quads if isinstance(quad.object, ox.Literal)]
    found += [_ranked(text, rank, lang) for rank, text in _ontology().get(thing.value, ())]
    return min(found, key=lambda entry: entry[:-1])[-1] if found else None


def labels(store: ox.Store, rows: Iterable[tuple[Term | None, ...]], lang: str) -> dict[str, ox.Literal]:
    """The labels of all IRIs in the rows that have one, by IRI."""
    things = {term for row in rows for term in row if isinstance(term, ox.NamedNode)}
    found = ((thing.value, label(store, thing, lang)) for thing in sorted(things, key=lambda thing: thing.value))
    return {iri: text for iri, text in found if text is not None}


def short(iri: str) -> str:
    """An IRI for people: the path below the base of things, a prefixed name, or the IRI itself."""
    if iri.startswith(BASE):
        return iri.removeprefix(BASE)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def concept_labels(scheme: str) -> Mapping[str, tuple[str, ...]]:
    """The codes of a scheme (`topic`, `instrument-kind`…) with their labels in all languages, sorted."""
    start = f"{PREFIXES['cmq']}{scheme}-"
    concepts = ((iri, found) for iri, found in _ontology().items() if iri.startswith(start))
    return {iri.removeprefix(start): tuple(text.value for _, text in found) for iri, found in sorted(concepts)}


@cache
def _ontology() -> Mapping[str, tuple[tuple[int, ox.Literal], ...]]:
    """The labels in the ontology file, by IRI, each with its predicate's rank."""
    found: dict[str, list[tuple[int, ox.Literal]]] = defaultdict(list)
    for triple in read_triples(ONTOLOGY / "communique.ttl"):
        if (
            triple.predicate in _LABELS
            and isinstance(triple.subject, ox.NamedNode)
            and isinstance(triple.object, ox.Literal)
        ):
            found[triple.subject.value].append((_LABELS.index(triple.predicate), triple.object))
    return {iri: tuple(sorted(entries, key=lambda entry: (entry[0], str(entry[1])))) for iri, entries in found.items()}


def _ranked(text: ox.Literal, rank: int, lang: str) -> tuple[int, int, str, str, ox.Literal]:
    return (_distance(text.language or "", lang), rank, text.language or "", text.value, text)


def _distance(tag: str, lang: str) -> int:
    """0 the language itself, 1 a variety of it (`kk-Latn` for `kk`), 2 the fallback, 3 any other."""
    tag, lang = tag.lower(), lang.lower()
    if tag == lang:
        return 0
    if tag and tag.split("-")[0] == lang.split("-")[0]:
        return 1
    return 2 if tag.split("-")[0] == FALLBACK else 3
