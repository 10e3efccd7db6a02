"""What a document speaks of: topics, whether an event is about them or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Evidence, Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.language import Language
    from kg.model import Annotations, Document

# Sentences that are kept for a topic: enough to see how the document speaks of it.
_SENTENCES = 3


def read_subjects(
    document: Document, annotations: Annotations, languages: Mapping[str, Language]
) -> tuple[Subject, ...]:
    """The topics of a document, sorted, each with the first sentences that hold one of its words."""
    found: dict[str, list[Evidence]] = {}
    for sentence in annotations.sentences:
        language = languages.get(sentence.lang)
        hits = language.topic_words.find(sentence.words) if language else []
        for topic in sorted({hit.key.about for hit in hits}):
            said = found.setdefault(topic, [])
            if len(said) < _SENTENCES:
                text = document.text[sentence.start : sentence.end]
                said.append(Evidence(text, sentence.start, sentence.end))
    return tuple(Subject(topic, evidence) for topic in sorted(found) for evidence in found[topic])
