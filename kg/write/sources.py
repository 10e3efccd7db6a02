"""Statements about the document itself: its date, language and items, and every place where it names something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.vocab import CMQ, DCTERMS, OA, SCHEMA, concept
from kg.write.scene import mentioned
from kg.write.terms import address, date, integer, text

if TYPE_CHECKING:
    from kg.model import Evidence
    from kg.write.scene import Scene


def document_statements(scene: Scene) -> None:
    """The document and its items."""
    source, reading, add = scene.source, scene.reading, scene.statements.add
    published = reading.published or source.published
    items = reading.items if len(reading.items) > 1 else ()  # of a single one the document says all there is
    scene.statements.type(scene.document, CMQ.Document)
    add(scene.document, DCTERMS.identifier, text(source.id))
    add(scene.document, CMQ.digest, text(source.digest))
    add(scene.document, CMQ.language, text(reading.lang))
    add(scene.document, CMQ.published, date(published) if published else None)
    add(scene.document, CMQ.headline, _headline(scene))
    add(scene.document, DCTERMS.title, text(source.title, reading.lang) if source.title else None)
    add(scene.document, DCTERMS.source, address(source.url) if source.url else None)
    add(scene.document, SCHEMA.publisher, text(source.site) if source.site else None)
    add(scene.document, SCHEMA.encodingFormat, text(source.media_type))
    for number, item in enumerate(items, 1):
        node = ox.NamedNode(f"{scene.document.value}/item/{number}")
        position = ox.NamedNode(f"{node.value}#position")
        scene.statements.type(node, CMQ.Item)
        add(node, CMQ.itemOf, scene.document)
        add(node, CMQ.language, text(item.lang))
        add(node, CMQ.published, date(item.date) if item.date else None)
        if item.headline:
            add(node, CMQ.headline, _words(item.headline, item.lang))
        add(node, OA.hasSelector, position)
        scene.statements.type(position, OA.TextPositionSelector)
        add(position, OA.start, integer(item.span[0]))
        add(position, OA.end, integer(item.span[1]))


def mention_statements(scene: Scene) -> None:
    """Every place where the document names a person, an organisation, an office or an instrument."""
    for local, mention in mentioned(scene.reading):
        scene.named(local, mention)


def subject_statements(scene: Scene) -> None:
    """What the document speaks of: topics, of the document and of the sentences that hold their words."""
    for subject in scene.reading.subjects:
        topic = concept("topic", subject.topic)
        scene.statements.add(scene.document, CMQ.about, topic)
        scene.statements.add(scene.words(subject.evidence), CMQ.about, topic)


def _headline(scene: Scene) -> ox.Literal | None:
    for item in scene.source.items:
        if item.headline:
            start, end = item.headline
            return text(" ".join(scene.source.text[start:end].split()), item.lang)
    return None


def _words(headline: Evidence, lang: str) -> ox.Literal:
    return text(" ".join(headline.text.split()), lang)
