"""Which thing of the graph a person means by a name, in any language, script and case.

Names are compared in steps, and the first step that fits anything decides: the same characters; the same in small
letters; the same fold (a phonetic key over scripts); the fold as a beginning; the fold inside, from a word's start.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rapidfuzz import fuzz, process

from kg.errors import QueryError
from kg.language.letters import fold
from kg.query.labels import concept_labels, label, short
from kg.vocab import BASE, CMQ, RDF, SKOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_CLASSES: dict[str, tuple[ox.NamedNode, ...]] = {
    "actor": (CMQ.Person, CMQ.Organisation, CMQ.Office),
    "person": (CMQ.Person,),
    "organisation": (CMQ.Organisation,),
    "event": (CMQ.Event,),
    "place": (CMQ.Place, CMQ.Country),
    "document": (CMQ.Document,),
}
_PREDICATES = (SKOS.prefLabel, SKOS.altLabel, CMQ.headline)
_ARTICLES = {"actor": "an actor", "organisation": "an organisation", "event": "an event"}
_SHOWN = 6
_NEAR = 60.0
"""From this score of rapidfuzz (0 to 100) on, a word is near enough to be suggested."""


def thing(store: ox.Store, text: str, kind: str, lang: str) -> ox.NamedNode:
    """The one thing of a kind (`actor`, `event`…) that `text` names: a name, an id (`person/…`) or an IRI.

    Raises `QueryError` where nothing fits, suggesting the nearest names, or where several do, naming them.
    """
    article = _ARTICLES.get(kind, f"a {kind}")
    direct = _direct(store, text, kind)
    if direct is not None:
        return direct
    if re.match(r"https?://|[a-z]+/\S+$", text):
        raise QueryError(f"'{text}' is not {article} of this graph")
    names = _names(store, kind)
    found = _matches(text, names)
    if len(found) == 1:
        return found[0]
    if found:
        raise QueryError(_ambiguous(store, text, found, lang))
    raise QueryError(f"no {kind} is called '{text}'{_nearest_things(store, text, names, lang)}")


def concept(text: str, scheme: str) -> ox.NamedNode:
    """The concept of a scheme (`topic`, `kind`…) by its code or its label in any language.

    Raises `QueryError` naming the codes of the scheme.
    """
    known = concept_labels(scheme)
    wanted = text.casefold().replace(" ", "-")
    for code in known:
        if code == wanted:
            return CMQ[f"{scheme}-{code}"]
    matches = sorted({code for code, names in known.items() for name in names if fold(name) == fold(text)})
    if len(matches) == 1:
        return CMQ[f"{scheme}-{matches[0]}"]
    if matches:
        raise QueryError(f"'{text}' fits two of {scheme}: {' and '.join(matches)}; say which")
    raise QueryError(f"'{text}' is none of {scheme}: {', '.join(sorted(known))}")


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint for a sentence about a word that is not known: " (did you mean 'turnout'?)", or nothing."""
    found = process.extractOne(word, sorted(known), scorer=fuzz.WRatio, score_cutoff=_NEAR)
    return f" (did you mean '{found[0]}'?)" if found else ""


def _direct(store: ox.Store, text: str, kind: str) -> ox.NamedNode | None:
    """The thing with this IRI or path below the base, if it is of the kind."""
    for iri in (text.strip("<>"), BASE + text):
        try:
            node = ox.NamedNode(iri)
        except ValueError:
            continue
        if any(_is_a(store, node, a_class) for a_class in _CLASSES[kind]):
            return node
    return None


def _is_a(store: ox.Store, node: ox.NamedNode, a_class: ox.NamedNode) -> bool:
    return ox.Quad(node, RDF.type, a_class, ox.DefaultGraph()) in store


def _names(store: ox.Store, kind: str) -> dict[ox.NamedNode, list[str]]:
    """All names of all things of a kind; a document is also named by its headline and its id."""
    found: dict[ox.NamedNode, list[str]] = defaultdict(list)
    for a_class in _CLASSES[kind]:
        for quad in store.quads_for_pattern(None, RDF.type, a_class, ox.DefaultGraph()):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject not in found:
                found[quad.subject].append(short(quad.subject.value).rpartition("/")[2])
                for predicate in _PREDICATES:
                    own = store.quads_for_pattern(quad.subject, predicate, None, ox.DefaultGraph())
                    found[quad.subject] += [named.object.value for named in own if isinstance(named.object, ox.Literal)]
    return found


def _same(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _matches(text: str, names: dict[ox.NamedNode, list[str]]) -> list[ox.NamedNode]:
    """The things that the first step with any fits, by IRI."""
    exact, small, folded = _same(text), _same(text).casefold(), fold(text)
    steps: list[Callable[[str], bool]] = [
        lambda name: _same(name) == exact,
        lambda name: _same(name).casefold() == small,
    ]
    if folded:
        steps += [
            lambda name: fold(name) == folded,
            lambda name: fold(name).startswith(folded),
            lambda name: f" {folded}" in fold(name),
        ]
    for fits in steps:
        found = sorted((node for node, own in names.items() if any(map(fits, own))), key=lambda node: node.value)
        if found:
            return found
    return []


def _ambiguous(store: ox.Store, text: str, found: list[ox.NamedNode], lang: str) -> str:
    count = "two things" if len(found) == 2 else f"{len(found)} things"  # noqa: PLR2004  two is the word for 2
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    listed = _list(store, found[:_SHOWN], lang)
    return f"'{text}' fits {count}: {listed}{more}; say which by its id, such as {short(found[0].value)}"


def _nearest_things(store: ox.Store, text: str, names: dict[ox.NamedNode, list[str]], lang: str) -> str:
    choices = {(node, name): fold(name) for node, own in names.items() for name in own}
    near = process.extract(fold(text), choices, scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR, limit=20)
    ranked = sorted(near, key=lambda hit: (-hit[1], hit[2][0].value))
    things = list(dict.fromkeys(hit[2][0] for hit in ranked))[:3]
    return f"; the nearest: {_list(store, things, lang)}" if things else ""


def _list(store: ox.Store, things: Iterable[ox.NamedNode], lang: str) -> str:
    def show(node: ox.NamedNode) -> str:
        own = label(store, node, lang)
        return f"{own.value} ({short(node.value)})" if own else short(node.value)

    return ", ".join(map(show, things))
