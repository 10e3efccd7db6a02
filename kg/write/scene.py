"""What the writers of statements look up: which thing a local id is, how things are labelled, where words stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError
from kg.model import Evidence, Ref
from kg.vocab import BASE, CMQ, OA, RDFS, SKOS, document, entity, segment
from kg.write.event_labels import LANG as EVENT_LABELS
from kg.write.terms import Statements, integer, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.model import Document, Event, Instrument, NamedMention, Office, Organisation, Person, Reading, Resolution


@dataclass(frozen=True)
class Whole:
    """What is known of all documents: ids of things by reference, preferred names, places, constituencies."""

    ids: Mapping[Ref, str]
    preferred: Mapping[tuple[str, str], str]
    places: Mapping[str, str]
    numbers: Mapping[tuple[str, str], int]


def survey(readings: Sequence[Reading], resolution: Resolution) -> Whole:
    """Look over all readings for what no single one can tell."""
    ids = resolution.entity_of()
    names: dict[tuple[str, str], list[tuple[bool, int, str]]] = {}
    for thing in resolution.entities:
        for name in thing.names:
            names.setdefault((thing.id, name.lang), []).append((name.preferred, len(name.text), name.text))
    for reading in readings:
        for local, words, lang in spoken_names(reading):
            thing_id = ids.get(Ref(reading.id, local))
            if thing_id:
                names.setdefault((thing_id, lang), []).append((False, len(words), words))
    for cluster in resolution.events:  # their English label is made of what is known, see `event_labels`
        names.pop((cluster.id, EVENT_LABELS), None)
    numbers: dict[tuple[str, str], set[int]] = {}
    for reading in readings:
        for election, district, number in _constituencies(reading):
            if district and number is not None:
                key = ids.get(Ref(reading.id, election), ""), district.casefold()
                numbers.setdefault(key, set()).add(number)
    return Whole(
        ids=ids,
        # Where nothing is preferred the longest name is the fullest.
        preferred={key: max(found)[2] for key, found in names.items()},
        places=_place_ids(resolution),
        numbers={key: min(found) for key, found in numbers.items() if len(found) == 1},
    )


def spoken_names(reading: Reading) -> Iterable[tuple[str, str, str]]:
    """Every name that a reading has for a thing of its own: local id, name, language."""
    named: tuple[Person | Organisation, ...] = (*reading.persons, *reading.organisations)
    for thing in named:
        for name in (thing.name, *thing.alt_names):
            yield thing.id, name, _lang_of(name, thing.mentions, reading.lang)
    for office in reading.title_only:
        yield office.id, office.title, _lang_of(office.title, office.mentions, reading.lang)
    for instrument in reading.instruments:
        yield instrument.id, instrument.name, _lang_of(instrument.name, instrument.mentions, reading.lang)
    for event in reading.events:
        lang = event_lang(reading, event)
        if event.name:
            yield event.id, event.name, lang
        if event.series:
            yield event.id + "/series", event.series, lang


def event_lang(reading: Reading, event: Event) -> str:
    """The language in which a reading tells of an event: that of the item its first evidence stands in."""
    for item in reading.items:
        if event.evidence and item.span[0] <= event.evidence[0].start < item.span[1] and item.lang != "und":
            return item.lang
    return reading.lang


def mentioned(reading: Reading) -> Iterable[tuple[str, NamedMention]]:
    """Every place where a reading names something of its own, with the local id."""
    named: tuple[Person | Organisation | Office | Instrument, ...]
    named = (*reading.persons, *reading.organisations, *reading.title_only, *reading.instruments)
    yield from ((thing.id, mention) for thing in named for mention in thing.mentions)


def _lang_of(name: str, mentions: Sequence[NamedMention], default: str) -> str:
    """The language of the first mention that begins as the name does (its end is a case's), else the document's."""
    start = name.casefold()[:4]
    langs = (mention.lang for mention in mentions if mention.text.casefold().startswith(start))
    return next((lang for lang in langs if lang != "und"), default)


def _constituencies(reading: Reading) -> Iterable[tuple[str, str | None, int | None]]:
    yield from ((row.election, row.constituency, row.constituency_number) for row in reading.turnout)
    yield from ((row.election, row.constituency, row.number) for row in reading.elected)


def _place_ids(resolution: Resolution) -> dict[str, str]:
    """Ids of the places that identity knows, by case-folded name; the first id where several have the name."""
    found: dict[str, str] = {}
    for thing in resolution.entities:
        if thing.type == "place":
            for name in thing.names:
                found.setdefault(name.text.casefold(), thing.id)
    return found


class Scene:
    """One document with its reading, and the statements that it supports so far."""

    def __init__(self, source: Document, reading: Reading, whole: Whole) -> None:
        """Take a document, its own reading, and what is known of all."""
        self.source = source
        self.reading = reading
        self.whole = whole
        self.statements = Statements()
        self.document = document(source.id)
        self.mention_base = f"{BASE}mention/{segment(reading.id)}/"
        self.mentions: dict[tuple[int, int, str], ox.NamedNode] = {}
        self.langs = [(p.start, p.lang) for item in source.items for p in item.paragraphs]

    def id(self, local: str) -> str:
        """The id of the entity or event that a local id is. Raises `GraphError` where identity left it out."""
        try:
            return self.whole.ids[Ref(self.reading.id, local)]
        except KeyError:
            raise GraphError(f"{self.reading.id}: '{local}' belongs to no entity or event") from None

    def node(self, local: str | None) -> ox.NamedNode | None:
        """The IRI of what a local id is; None for None."""
        return None if local is None else entity(self.id(local))

    def lang_at(self, offset: int) -> str:
        """The language of the paragraph at an offset, else the reading's."""
        at = bisect_right(self.langs, (offset, "\U0010ffff")) - 1
        lang = self.langs[at][1] if at >= 0 else "und"
        return self.reading.lang if lang == "und" else lang

    def date_at(self, offset: int) -> str | None:
        """The date of the item at an offset, else the document's."""
        for item in self.reading.items:
            if item.span[0] <= offset < item.span[1] and item.date:
                return item.date
        return self.reading.published or self.source.published

    def mention(self, start: int, end: int, words: str, lang: str = "und") -> ox.NamedNode:
        """The mention node of a span, described."""
        node = self.mentions.get((start, end, lang))
        if node is None:
            node = self.mentions[start, end, lang] = self._described(start, end, words, lang)
        return node

    def _described(self, start: int, end: int, words: str, lang: str) -> ox.NamedNode:
        node = ox.NamedNode(f"{self.mention_base}{start}-{end}")
        position, quote = ox.NamedNode(f"{node.value}#position"), ox.NamedNode(f"{node.value}#quote")
        add = self.statements.add
        self.statements.type(node, CMQ.Mention)
        add(node, CMQ.inDocument, self.document)
        add(node, CMQ.language, text(self.lang_at(start) if lang == "und" else lang))
        add(node, OA.hasSelector, position, quote)
        self.statements.type(position, OA.TextPositionSelector)
        add(position, OA.start, integer(start))
        add(position, OA.end, integer(end))
        self.statements.type(quote, OA.TextQuoteSelector)
        add(quote, OA.exact, text(words))
        return node

    def words(self, evidence: Evidence) -> ox.NamedNode:
        """The mention node of a piece of evidence."""
        return self.mention(evidence.start, evidence.end, evidence.text)

    def named(self, local: str, mention: NamedMention) -> ox.NamedNode:
        """The mention node of a name, leading to what it names."""
        node = self.mention(mention.start, mention.end, mention.text, mention.lang)
        self.statements.add(node, CMQ.mentions, self.node(local))
        self.statements.add(node, CMQ.form, text(mention.form))
        self.statements.add(node, CMQ.rule, text(mention.rule) if mention.rule else None)
        self.statements.confidence(node, mention.confidence, mention.doubts)
        return node

    def label(self, local: str, name: str, lang: str) -> None:
        """State a name: the preferred one of its language, or another."""
        thing = self.id(local)
        label(self.statements, thing, name, lang, self.whole)


def label(statements: Statements, thing: str, name: str, lang: str, whole: Whole) -> None:
    """State one name of a thing by its id; the English preferred one also as rdfs:label."""
    preferred = whole.preferred.get((thing, lang)) == name
    statements.add(entity(thing), SKOS.prefLabel if preferred else SKOS.altLabel, text(name, lang))
    if preferred and lang == "en":
        statements.add(entity(thing), RDFS.label, text(name, lang))
