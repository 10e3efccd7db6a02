"""Everything that the graph says of a thing, with the words and the rule behind each fact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyoxigraph as ox

from kg.errors import QueryError
from kg.language.confidence import load_confidence
from kg.query import thing
from kg.query.labels import label
from kg.vocab import CMQ, IDENTITY_GRAPH, OA, PROV, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Kinds of things in the order in which a name is looked for among them.
_KINDS = ("actor", "event", "document", "place")
# What is not shown as a detail of a fact: its type, its words, its rule, which stand apart.
_APART = frozenset(
    {
        RDF.type,
        RDFS.label,
        PROV.wasDerivedFrom,
        CMQ.rule,
        CMQ.confidence,
        CMQ.doubt,
        CMQ.hasParticipation,
        CMQ.attendedBy,
    }
)
# Classes that say less than the ones below them, which every such thing has too.
_WIDE = frozenset({CMQ.Actor, CMQ.Event, CMQ.Meeting, CMQ.Place})
_NAMES = (SKOS.prefLabel, SKOS.altLabel)
_OURS = CMQ.Actor.value.removesuffix("Actor")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document behind a fact: `text` stands at `start..end` (code points) of `document`, by its id.

    Where they name a thing, `rules` found them, with a `confidence` and reasons why it is not higher.
    """

    text: str
    document: str
    start: int
    end: int
    rules: tuple[str, ...] = ()
    confidence: float | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as a line of text, the rules that found it, and its words in order of document and offset.

    `because` says what the rules go by; `confidence` runs from 0 to 1 where it was rated, and `doubts` are the reasons
    why it is not higher.
    """

    text: str
    rules: tuple[str, ...]
    words: tuple[Words, ...]
    because: tuple[str, ...] = ()
    confidence: float | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A thing with its names (text and language), its facts, where it is named, and why that is one thing.

    Facts come by kind and IRI, `named` by document and offset.
    """

    iri: str
    label: str
    kind: str
    names: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    named: tuple[Words, ...]
    decisions: tuple[str, ...]


def explain(store: ox.Store, name: str, lang: str = "en") -> Explanation:
    """Explain the thing that `name` names (any name in any language, an id or an IRI).

    Raises `QueryError` where nothing or more than one thing is called so.
    """
    node = _find(store, name, lang)
    types = set(_objects(store, node, RDF.type))
    kinds = sorted({_label(store, t, lang) for t in types - _WIDE or types})
    names = sorted(
        {(o.value, o.language or "") for p in _NAMES for o in _objects(store, node, p) if isinstance(o, ox.Literal)}
    )
    facts = [_fact(store, fact, node, lang) for fact in _facts(store, node)]
    return Explanation(
        node.value,
        _label(store, node, lang),
        ", ".join(kinds),
        tuple(names),
        tuple(facts),
        tuple(_words(store, node, CMQ.mentions)),
        tuple(_decisions(store, node)),
    )


def _find(store: ox.Store, name: str, lang: str) -> ox.NamedNode:
    """The thing, looked for among actors first, then events, documents and places."""
    errors = []
    for kind in _KINDS:
        try:
            return thing(store, name, kind, lang)
        except QueryError as error:
            errors.append(error)
    # A name that fits two things says more than one that fits none.
    if ambiguous := next((e for e in errors if "say which" in str(e)), None):
        raise ambiguous
    hint = next((part for e in errors for part in str(e).split("; ")[1:]), "")
    raise QueryError(f"nothing here is called '{name}'{f'; {hint}' if hint else ''}")


def _facts(store: ox.Store, node: ox.NamedNode) -> list[ox.NamedNode]:
    """The thing itself where it has words of its own, and every fact that speaks of it, by kind and IRI."""
    found = {quad.subject for quad in store.quads_for_pattern(None, None, node, ox.DefaultGraph())}
    found |= {o for o in _objects(store, node, CMQ.hasRole) if isinstance(o, ox.NamedNode)}
    found |= {o for o in _objects(store, node, CMQ.hasParticipation) if isinstance(o, ox.NamedNode)}
    found.add(node)
    # Of an actor the events are told by the participations, which have the actor's own words.
    told = [
        f
        for f in found
        if isinstance(f, ox.NamedNode)
        and any(True for _ in _objects(store, f, PROV.wasDerivedFrom))
        and (f == node or ox.Quad(f, RDF.type, CMQ.Event, ox.DefaultGraph()) not in store)
    ]
    return sorted(told, key=lambda f: (f != node, _kind(store, f), f.value))


def _fact(store: ox.Store, fact: ox.NamedNode, node: ox.NamedNode, lang: str) -> Fact:
    details = []
    for quad in store.quads_for_pattern(fact, None, None, ox.DefaultGraph()):
        if quad.predicate in _APART or quad.object == node or quad.predicate in _NAMES:
            continue
        value = quad.object
        shown = _label(store, value, lang) if isinstance(value, ox.NamedNode) else _text(value)
        details.append(f"{_label(store, quad.predicate, lang)}: {shown}")
    if not any(True for _ in store.quads_for_pattern(fact, CMQ.event, None, ox.DefaultGraph())):
        of = [q.subject for q in store.quads_for_pattern(None, CMQ.hasParticipation, fact, ox.DefaultGraph())]
        details += [f"event: {_label(store, e, lang)}" for e in of if isinstance(e, ox.NamedNode) and e != node]
        of = [q.subject for q in store.quads_for_pattern(None, CMQ.hasRole, fact, ox.DefaultGraph())]
        details += [f"person: {_label(store, p, lang)}" for p in of if isinstance(p, ox.NamedNode) and p != node]
    rules = _rules(store, fact)
    return Fact(
        f"{_kind(store, fact)}: {'; '.join(sorted(set(details)))}",
        rules,
        tuple(_words(store, fact, PROV.wasDerivedFrom)),
        _because(store, fact, rules),
        *_rated(store, fact),
    )


def _words(store: ox.Store, node: ox.NamedNode, link: ox.NamedNode) -> list[Words]:
    """The words that a fact was derived from, or those that mention (`CMQ.mentions`) a thing."""
    if link == CMQ.mentions:
        found = {quad.subject for quad in store.quads_for_pattern(None, link, node, ox.DefaultGraph())}
    else:
        found = {value for value in _objects(store, node, link) if isinstance(value, ox.NamedNode)}
    said = (_said(store, mention, link) for mention in found if isinstance(mention, ox.NamedNode))
    return sorted(said, key=lambda words: (words.document, words.start, words.end))


def _rules(store: ox.Store, node: ox.NamedNode) -> tuple[str, ...]:
    return tuple(sorted(_text(o) for o in _objects(store, node, CMQ.rule)))


def _because(store: ox.Store, fact: ox.NamedNode, rules: Iterable[str]) -> tuple[str, ...]:
    """What the rules of a role, an event or a participation go by."""
    of = "role" if CMQ.Role in set(_objects(store, fact, RDF.type)) else "event"
    found = [load_confidence().rule(of, rule) for rule in rules]
    capacities = (_text(o).rpartition("capacity-")[2] for o in _objects(store, fact, CMQ.capacity))
    found += [load_confidence().rule("participation", capacity) for capacity in capacities]
    return tuple(sorted({entry.reason for entry in found if entry}))


def _rated(store: ox.Store, node: ox.NamedNode) -> tuple[float | None, tuple[str, ...]]:
    """How sure a fact is, and why not more so."""
    confidence = next((float(_text(o)) for o in _objects(store, node, CMQ.confidence)), None)
    return confidence, tuple(sorted(_text(o) for o in _objects(store, node, CMQ.doubt)))


def _said(store: ox.Store, mention: ox.NamedNode, link: ox.NamedNode) -> Words:
    quote, start, end = "", 0, 0
    for selector in _objects(store, mention, OA.hasSelector):
        if isinstance(selector, ox.NamedNode):
            quote = next((_text(o) for o in _objects(store, selector, OA.exact)), quote)
            start = next((int(_text(o)) for o in _objects(store, selector, OA.start)), start)
            end = next((int(_text(o)) for o in _objects(store, selector, OA.end)), end)
    document = next((d.value for d in _objects(store, mention, CMQ.inDocument) if isinstance(d, ox.NamedNode)), "")
    words = Words(quote, unquote(document.rpartition("/")[2]), start, end)
    if link != CMQ.mentions:
        return words
    confidence, doubts = _rated(store, mention)
    return replace(words, rules=_rules(store, mention), confidence=confidence, doubts=doubts)


def _decisions(store: ox.Store, node: ox.NamedNode) -> Iterator[str]:
    """Why mentions are one thing: the comparison, its score, and its reason."""
    told = []
    for quad in store.quads_for_pattern(None, CMQ.decides, node, IDENTITY_GRAPH):
        decision = quad.subject
        values = {q.predicate: _text(q.object) for q in store.quads_for_pattern(decision, None, None, IDENTITY_GRAPH)}
        told.append(
            f"{values.get(CMQ.left, '')} = {values.get(CMQ.right, '')}: {values.get(CMQ.reason, '')} "
            f"({values.get(CMQ.rule, '')}, {values.get(CMQ.score, '')})"
        )
    return iter(sorted(told))


def _kind(store: ox.Store, node: ox.NamedNode) -> str:
    types = {t for t in _objects(store, node, RDF.type) if isinstance(t, ox.NamedNode) and t.value.startswith(_OURS)}
    return ", ".join(sorted(_label(store, t, "en") for t in types - _WIDE or types))


def _objects(store: ox.Store, node: ox.NamedNode, predicate: ox.NamedNode) -> Iterable[object]:
    return (quad.object for quad in store.quads_for_pattern(node, predicate, None, ox.DefaultGraph()))


def _label(store: ox.Store, node: object, lang: str) -> str:
    if not isinstance(node, ox.NamedNode):
        return str(node)
    found = label(store, node, lang) or next(
        (o for o in _objects(store, node, RDFS.label) if isinstance(o, ox.Literal)), None
    )
    return found.value if found else node.value.rpartition("#")[2].rpartition("/")[2]


def _text(value: object) -> str:
    return value.value if isinstance(value, ox.Literal | ox.NamedNode) else str(value)
