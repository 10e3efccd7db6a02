"""Read the network from the store's default graph, and words and labels on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Name
from kg.network.model import Actor, Event, Network, Participation, Role, Source, Term, Words
from kg.vocab import CMQ, DCTERMS, OA, PREFIXES, PROV, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable

_ACTORS = {"person": CMQ.Person, "organisation": CMQ.Organisation, "office": CMQ.Office}
_FALLBACK = "en"


def load(store: ox.Store, lang: str = _FALLBACK) -> Network:
    """Read all actors, events, participations, roles and documents.

    Labels are in `lang` (BCP 47) where there is one, else in English, else in any language.
    """
    graph = _Graph(store, lang)
    actors = {
        node.value: graph.actor(node, type_) for type_, class_ in _ACTORS.items() for node in graph.members(class_)
    }
    return Network(
        actors=dict(sorted(actors.items())),
        events={node.value: graph.event(node) for node in graph.members(CMQ.Event)},
        participations=tuple(graph.participations()),
        roles=tuple(graph.roles()),
        sources={node.value: graph.source(node) for node in graph.members(CMQ.Document)},
    )


class _Graph:
    """The default graph, asked for one node at a time; values come sorted."""

    def __init__(self, store: ox.Store, lang: str) -> None:
        self.store = store
        self.lang = lang
        self._terms: dict[ox.NamedNode, Term] = {}
        self._spans: dict[ox.NamedNode, Words] = {}

    def members(self, class_: ox.NamedNode) -> list[ox.NamedNode]:
        quads = self.store.quads_for_pattern(None, RDF.type, class_, ox.DefaultGraph())
        return sorted((q.subject for q in quads if isinstance(q.subject, ox.NamedNode)), key=lambda node: node.value)

    def nodes(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        quads = self.store.quads_for_pattern(subject, predicate, None, ox.DefaultGraph())
        return sorted((q.object for q in quads if isinstance(q.object, ox.NamedNode)), key=lambda node: node.value)

    def texts(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[tuple[str, str]]:
        """Value and language of each literal."""
        quads = self.store.quads_for_pattern(subject, predicate, None, ox.DefaultGraph())
        return sorted((q.object.value, q.object.language or "") for q in quads if isinstance(q.object, ox.Literal))

    def node(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> ox.NamedNode | None:
        return next(iter(self.nodes(subject, predicate)), None)

    def text(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
        return next((value for value, _ in self.texts(subject, predicate)), None)

    def iri(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
        found = self.node(subject, predicate)
        return found.value if found else None

    def names(self, node: ox.NamedNode) -> tuple[Name, ...]:
        preferred = {Name(value, lang, preferred=True) for value, lang in self.texts(node, SKOS.prefLabel)}
        known = {(name.text, name.lang) for name in preferred}
        others = {Name(value, lang) for value, lang in self.texts(node, SKOS.altLabel) if (value, lang) not in known}
        return tuple(sorted(preferred | others, key=lambda name: (name.lang, not name.preferred, name.text)))

    def label(self, node: ox.NamedNode) -> str | None:
        """The preferred name in the wanted language, else the English label, else any name."""
        names = [(name.lang, not name.preferred, name.text) for name in self.names(node)]
        names += [(lang, True, value) for value, lang in self.texts(node, RDFS.label)]
        return min(names, key=lambda name: (self._distance(name[0]), *name))[2] if names else None

    def place(self, node: ox.NamedNode, predicate: ox.NamedNode) -> str | None:
        found = self.node(node, predicate)
        return self.label(found) or _tail(found) if found else None

    def term(self, concept: ox.NamedNode, scheme: str) -> Term:
        if concept not in self._terms:
            code = concept.value.removeprefix(f"{PREFIXES['cmq']}{scheme}-")
            self._terms[concept] = Term(code, self.label(concept) or code)
        return self._terms[concept]

    def code(self, node: ox.NamedNode, predicate: ox.NamedNode, scheme: str, default: str) -> str:
        found = self.node(node, predicate)
        return self.term(found, scheme).code if found else default

    def words(self, mentions: Iterable[ox.NamedNode]) -> tuple[Words, ...]:
        return tuple(sorted({self._span(mention) for mention in mentions}))

    def said(self, fact: ox.NamedNode) -> tuple[Words, ...]:
        return self.words(self.nodes(fact, PROV.wasDerivedFrom))

    def actor(self, node: ox.NamedNode, type_: str) -> Actor:
        kind = self.node(node, CMQ.kind)
        naming = self.store.quads_for_pattern(None, CMQ.mentions, node, ox.DefaultGraph())
        return Actor(
            id=node.value,
            type=type_,
            label=self.label(node) or _tail(node),
            names=self.names(node),
            kind=self.term(kind, "kind") if kind else None,
            country=self.place(node, CMQ.country),
            words=self.words(quad.subject for quad in naming if isinstance(quad.subject, ox.NamedNode)),
        )

    def event(self, node: ox.NamedNode) -> Event:
        concept = self.node(node, CMQ.eventType)
        type_ = self.term(concept, "type") if concept else Term("other", "Event")
        start, end = self.text(node, CMQ.startDate), self.text(node, CMQ.endDate)
        place, ordinal = self.place(node, CMQ.heldIn), self.text(node, CMQ.ordinal)
        told = (start or end, place)
        return Event(
            id=node.value,
            type=type_,
            label=", ".join(filter(None, (type_.label, *told))) if any(told) else self._named(type_, node),
            names=self.names(node),
            meeting=CMQ.Meeting in self.nodes(node, RDF.type),
            status=self.code(node, CMQ.status, "status", "held"),
            format=self.code(node, CMQ.format, "format", "unknown"),
            start=start,
            end=end,
            place=place,
            about=tuple(self.term(topic, "topic") for topic in self.nodes(node, CMQ.about)),
            series=self.place(node, CMQ.sessionOf),
            ordinal=int(ordinal) if ordinal else None,
            concerns=tuple(other.value for other in self.nodes(node, CMQ.concerns)),
            part_of=tuple(other.value for other in self.nodes(node, CMQ.partOf)),
            words=self.said(node),
        )

    def participations(self) -> Iterable[Participation]:
        events = {part: event for event in self.members(CMQ.Event) for part in self.nodes(event, CMQ.hasParticipation)}
        for part in sorted(events, key=lambda node: node.value):
            actor, capacity = self.iri(part, CMQ.participant), self.node(part, CMQ.capacity)
            if actor and capacity:
                yield Participation(
                    id=part.value,
                    actor=actor,
                    event=events[part].value,
                    capacity=self.term(capacity, "capacity"),
                    present=self.text(capacity, CMQ.presence) == "true",
                    on_behalf_of=self.iri(part, CMQ.onBehalfOf),
                    words=self.said(part),
                )

    def roles(self) -> Iterable[Role]:
        holders = {role: person for person in self.members(CMQ.Person) for role in self.nodes(person, CMQ.hasRole)}
        for role in sorted(holders, key=lambda node: node.value):
            post = self.node(role, CMQ.post)
            if post:
                yield Role(
                    id=role.value,
                    person=holders[role].value,
                    post=self.term(post, "post"),
                    titles=tuple(Name(value, lang) for value, lang in self.texts(role, CMQ.title)),
                    organisation=self.iri(role, CMQ.roleIn),
                    country=self.place(role, CMQ.country),
                    attested=tuple(value for value, _ in self.texts(role, CMQ.attestedOn)),
                    words=self.said(role),
                )

    def source(self, node: ox.NamedNode) -> Source:
        return Source(
            id=node.value,
            name=self.text(node, DCTERMS.identifier) or _tail(node),
            published=self.text(node, CMQ.published),
            headline=self.text(node, CMQ.headline) or "",
            lang=self.text(node, CMQ.language) or "und",
        )

    def _named(self, type_: Term, node: ox.NamedNode) -> str:
        """What to call an event of which neither the day nor the place is known."""
        name = self.label(node)
        return f"{type_.label}: {name}" if name else type_.label

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
        return 0 if lang == self.lang else 1 if lang == _FALLBACK else 2


def _tail(node: ox.NamedNode) -> str:
    return node.value.rpartition("/")[2]
