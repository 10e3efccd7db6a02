"""The default graph, asked for one node at a time: values come sorted, labels in a wanted language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Name
from kg.network.model import Term, Words
from kg.vocab import CMQ, OA, PREFIXES, PROV, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable

FALLBACK = "en"


class Reader:
    """Reads nodes, texts, labels, concepts and words; `lang` (BCP 47) is the language of labels."""

    def __init__(self, store: ox.Store, lang: str = FALLBACK) -> None:
        """Take a store; it must not change while it is read."""
        self.store = store
        self.lang = lang
        self._terms: dict[ox.NamedNode, Term] = {}
        self._spans: dict[ox.NamedNode, Words] = {}

    def members(self, class_: ox.NamedNode) -> list[ox.NamedNode]:
        """The instances of a class, by IRI."""
        quads = self.store.quads_for_pattern(None, RDF.type, class_, ox.DefaultGraph())
        return sorted((q.subject for q in quads if isinstance(q.subject, ox.NamedNode)), key=lambda node: node.value)

    def nodes(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """The IRIs that a predicate leads to."""
        quads = self.store.quads_for_pattern(subject, predicate, None, ox.DefaultGraph())
        return sorted((q.object for q in quads if isinstance(q.object, ox.NamedNode)), key=lambda node: node.value)

    def node(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> ox.NamedNode | None:
        """The first of `nodes`."""
        return next(iter(self.nodes(subject, predicate)), None)

    def iri(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
        """The first of `nodes` as text."""
        found = self.node(subject, predicate)
        return found.value if found else None

    def texts(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[tuple[str, str]]:
        """Value and language (`und` where it has none) of each literal."""
        quads = self.store.quads_for_pattern(subject, predicate, None, ox.DefaultGraph())
        return sorted((q.object.value, q.object.language or "und") for q in quads if isinstance(q.object, ox.Literal))

    def text(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
        """The value of the first of `texts`."""
        return next((value for value, _ in self.texts(subject, predicate)), None)

    def names(self, node: ox.NamedNode) -> tuple[Name, ...]:
        """All names, by language, the preferred one of each first."""
        preferred = {Name(value, lang, preferred=True) for value, lang in self.texts(node, SKOS.prefLabel)}
        known = {(name.text, name.lang) for name in preferred}
        others = {Name(value, lang) for value, lang in self.texts(node, SKOS.altLabel) if (value, lang) not in known}
        return tuple(sorted(preferred | others, key=lambda name: (name.lang, not name.preferred, name.text)))

    def name(self, node: ox.NamedNode) -> str | None:
        """The preferred name in the wanted language, else in English, else in any; None without a name."""
        names = [(name.lang, not name.preferred, name.text) for name in self.names(node)]
        names += [(lang, True, value) for value, lang in self.texts(node, RDFS.label)]
        return min(names, key=lambda name: (self._distance(name[0]), *name))[2] if names else None

    def wording(self, event: ox.NamedNode) -> str | None:
        """What the texts call an event: as `name`, without the English label that is made of what is known of it."""
        names = [name for name in self.names(event) if not (name.preferred and name.lang == FALLBACK)]
        first = min(names, key=lambda name: (self._distance(name.lang), not name.preferred, name.text), default=None)
        return first.text if first else None

    def label(self, node: ox.NamedNode) -> str:
        """The name, else the end of the IRI."""
        return self.name(node) or node.value.rpartition("/")[2]

    def label_of(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
        """The label of what a predicate leads to."""
        found = self.node(subject, predicate)
        return self.label(found) if found else None

    def term(self, concept: ox.NamedNode, scheme: str) -> Term:
        """A concept of the ontology; `scheme` as in `kg.vocab.concept`."""
        if concept not in self._terms:
            code = concept.value.removeprefix(f"{PREFIXES['cmq']}{scheme}-")
            self._terms[concept] = Term(code, self.name(concept) or code)
        return self._terms[concept]

    def term_of(self, subject: ox.NamedNode, predicate: ox.NamedNode, scheme: str) -> Term | None:
        """The concept that a predicate leads to."""
        found = self.node(subject, predicate)
        return self.term(found, scheme) if found else None

    def words(self, mentions: Iterable[ox.NamedNode]) -> tuple[Words, ...]:
        """The spans of mentions, in the order of documents and offsets."""
        return tuple(sorted({self._span(mention) for mention in mentions}))

    def said(self, fact: ox.NamedNode) -> tuple[Words, ...]:
        """The words that a fact was read from."""
        return self.words(self.nodes(fact, PROV.wasDerivedFrom))

    def evidence(self) -> list[tuple[ox.NamedNode, ox.NamedNode]]:
        """Every fact with each mention that it was read from."""
        quads = self.store.quads_for_pattern(None, PROV.wasDerivedFrom, None, ox.DefaultGraph())
        found = [
            (quad.subject, quad.object)
            for quad in quads
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
        ]
        return sorted(found, key=lambda pair: (pair[0].value, pair[1].value))

    def _span(self, mention: ox.NamedNode) -> Words:
        if mention not in self._spans:
            found = {"start": "0", "end": "0", "exact": ""}
            for selector in self.nodes(mention, OA.hasSelector):
                found.update((key, value) for key in found if (value := self.text(selector, OA[key])) is not None)
            document, lang = self.iri(mention, CMQ.inDocument) or "", self.text(mention, CMQ.language) or "und"
            self._spans[mention] = Words(document, int(found["start"]), int(found["end"]), found["exact"], lang)
        return self._spans[mention]

    def _distance(self, lang: str) -> int:
        """0 the wanted language, 1 the fallback, 2 any other."""
        return 0 if lang == self.lang else 1 if lang == FALLBACK else 2
