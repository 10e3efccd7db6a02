"""What the page is given: all actors, events and facts of a store, every name, and the words behind each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
import pyoxigraph as ox

from kg.view.columns import Columns
from kg.view.facts import facts_of
from kg.view.tables import COLUMNS, Texts, trimmed
from kg.vocab import BASE, CMQ, DCTERMS, PREFIXES, PROV, RDF, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.network import Words
    from kg.view.facts import Fact

Json: TypeAlias = dict[str, Any]

ACTORS = {"person": CMQ.Person, "organisation": CMQ.Organisation, "office": CMQ.Office}


def path(iri: str) -> str:
    """The part of an IRI below the base, or below the ontology's namespace for a concept."""
    return iri.removeprefix(BASE).removeprefix(PREFIXES["cmq"])


class Data:
    """All that a page tells. `graph` links the paths of actors and events that a fact links."""

    def __init__(self, store: ox.Store, texts: Mapping[str, str]) -> None:
        """Read the store; `texts` holds the texts of documents by id, as far as they are at hand."""
        self.reader = Columns(store)
        self._documents = texts
        self.types = self._types()
        self.facts = facts_of(self.reader)
        self.graph: nx.Graph[str] = nx.Graph()
        self.graph.add_edges_from(
            (fact.one, fact.other)
            for fact in self.facts
            if fact.drawn and fact.one in self.types and fact.other in self.types and fact.one != fact.other
        )

    def _types(self) -> dict[str, str]:
        """The type of each node by path: an actor's, `state`, or `meeting`, `election`, `other`."""
        found = {path(node.value): name for name, class_ in ACTORS.items() for node in self.reader.members(class_)}
        for node in self.reader.members(CMQ.Organisation):
            if self.reader.node(node, CMQ.kind) == CMQ["kind-state"]:
                found[path(node.value)] = "state"
        for node in self.reader.members(CMQ.Event):
            meeting = CMQ.Meeting in self.reader.nodes(node, RDF.type)
            election = self.reader.node(node, CMQ.eventType) == CMQ["type-election"]
            found[path(node.value)] = "election" if election else "meeting" if meeting else "other"
        return dict(sorted(found.items()))

    def json(self, kept: Iterable[str], places: Mapping[str, tuple[int, int]]) -> Json:
        """The nodes `kept`, by path, with all that is said of them; `places` is where some of them stand."""
        return _Writer(self, self._documents, sorted(kept)).json(places)


class _Writer:
    """Turns what is kept into rows of numbers."""

    def __init__(self, data: Data, documents: Mapping[str, str], kept: list[str]) -> None:
        self._reader, self._data, self._sources = data.reader, data, documents
        self._kept = kept
        self._nodes = {path: number for number, path in enumerate(kept)}
        self._texts = Texts()
        self._words: dict[ox.NamedNode, int] = {}
        self._documents: dict[str, int] = {}
        self._labels: dict[str, list[int]] = {}
        self._document_rows: list[list[Any]] = []
        self._word_rows: list[list[Any]] = []
        self._read: list[str] = []

    def json(self, places: Mapping[str, tuple[int, int]]) -> Json:
        nodes = [self._node(path, places.get(path)) for path in self._kept]
        events = [self._event(path) for path in self._kept if path.startswith("event/")]
        facts = [self._fact(fact) for fact in self._data.facts if self._told(fact)]
        return {
            "base": BASE,
            "columns": COLUMNS,
            "documents": self._document_rows,
            "words": self._word_rows,
            "nodes": nodes,
            "events": events,
            "facts": facts,
            "labels": dict(sorted(self._labels.items())),
            "texts": self._texts.all,
        }

    def _told(self, fact: Fact) -> bool:
        """Whether a fact is about something that is kept; one about nothing that can be drawn goes with its words."""
        ends = [end for end in (fact.one, fact.other, fact.third) if end in self._data.types]
        return any(end in self._nodes for end in ends) or (not ends and len(self._kept) == len(self._data.types))

    def _node(self, path: str, place: tuple[int, int] | None) -> list[Any]:
        node = ox.NamedNode(BASE + path)
        kind = self._reader.node(node, CMQ.eventType) or self._reader.node(node, CMQ.kind)
        x, y = place or (-1, -1)
        return trimmed([
            self._texts.number(path),
            self._texts.number(self._data.types[path]),
            self._label(kind),
            self._label(self._reader.node(node, CMQ.country)),
            self._texts.pairs((name.text, name.lang) for name in self._reader.names(node)),
            self._said(self._reader.subjects(CMQ.mentions, node)),
            x + 1,
            y + 1,
        ])  # fmt: skip

    def _event(self, path: str) -> list[Any]:
        node, reader = ox.NamedNode(BASE + path), self._reader
        return trimmed([
            self._nodes[path],
            self._label(reader.node(node, CMQ.status)),
            self._label(reader.node(node, CMQ.format)),
            self._texts.number(reader.text(node, CMQ.startDate)),
            self._texts.number(reader.text(node, CMQ.endDate)),
            self._label(reader.node(node, CMQ.heldIn)),
            [self._label(topic) for topic in reader.nodes(node, CMQ.about)],
            self._label(reader.node(node, CMQ.sessionOf)),
            int(reader.text(node, CMQ.ordinal) or 0),
            self._texts.pairs(reader.texts(node, CMQ.trigger)),
            self._said(reader.nodes(node, PROV.wasDerivedFrom)),
            self._texts.numbers(rule for rule, _ in reader.texts(node, CMQ.rule)),
            self._confidence(node),
            self._texts.numbers(doubt for doubt, _ in reader.texts(node, CMQ.doubt)),
        ])  # fmt: skip

    def _fact(self, fact: Fact) -> list[Any]:
        reader = self._reader
        return trimmed([
            self._texts.number(fact.what),
            self._texts.number(fact.path),
            self._nodes.get(fact.one or "", -1),
            self._nodes.get(fact.other or "", -1),
            self._label(fact.code),
            self._texts.pairs(fact.texts),
            self._texts.numbers(fact.dates),
            self._label(fact.place),
            self._texts.number(fact.value),
            self._said(reader.nodes(fact.node, PROV.wasDerivedFrom)),
            self._texts.numbers(rule for rule, _ in reader.texts(fact.node, CMQ.rule)),
            self._confidence(fact.node),
            self._texts.numbers(doubt for doubt, _ in reader.texts(fact.node, CMQ.doubt)),
            self._nodes.get(fact.third, -1) + 1 if fact.third else 0,
        ])  # fmt: skip

    def _confidence(self, node: ox.NamedNode) -> float | None:
        """How sure the reading is of a fact, from 0 to 1; None where the graph doesn't say."""
        found = self._reader.text(node, CMQ.confidence)
        return float(found) if found else None

    def _label(self, node: ox.NamedNode | None) -> int:
        """The number of a node's path; its names go into the labels."""
        if node is None:
            return 0
        key = path(node.value)
        if key not in self._labels:
            self._labels[key] = self._texts.pairs((name.text, name.lang) for name in self._reader.names(node))
        return self._texts.number(key)

    def _said(self, mentions: Iterable[ox.NamedNode]) -> list[int]:
        """The numbers of mentions, in the order of documents and offsets."""
        spans = {mention: self._reader.words([mention])[0] for mention in mentions}
        return [
            self._word(mention, said)
            for mention, said in sorted(spans.items(), key=lambda found: (found[1], found[0].value))
        ]

    def _word(self, mention: ox.NamedNode, said: Words) -> int:
        if mention not in self._words:
            document = self._document(said.document)
            whole = self._read[document]
            # Where the document's text is at hand, the words are a part of it and not repeated.
            apart = "" if whole[said.start : said.end] == said.text else said.text
            row = [document, said.start, said.end, self._texts.number(said.lang), self._texts.number(apart)]
            self._words[mention] = len(self._word_rows)
            self._word_rows.append(trimmed(row))
        return self._words[mention]

    def _document(self, iri: str) -> int:
        if iri not in self._documents:
            node, reader = ox.NamedNode(iri), self._reader
            name = reader.text(node, DCTERMS.identifier) or iri.rpartition("/")[2]
            text = self._sources.get(name, "")
            self._documents[iri] = len(self._document_rows)
            self._read.append(text)
            values = (
                path(iri),
                name,
                reader.text(node, DCTERMS.title) or reader.text(node, CMQ.headline),
                reader.text(node, CMQ.published),
                reader.text(node, CMQ.language),
                reader.iri(node, DCTERMS.source) or reader.text(node, SCHEMA.publisher),
                text,
            )
            self._document_rows.append(self._texts.numbers(value or "" for value in values))
        return self._documents[iri]
