"""A sentence read for what is signed in it: the words that tell so, and those before its parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.voice import is_passive
from kg.interpret.events.sentence.row import Element, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.passages import Passage
    from kg.language.event_words import Noun, Verb

# Frames of verbs that say something of a ceremony.
_HOLDING = frozenset({"hold", "occur", "attend", "organise"})
# Roles of the words before the parties of a document.
_BEFORE = frozenset({"with", "between"})


def tells_of_signing(passage: Passage) -> bool:
    """Tell a passage with a word of events that tells of documents signed."""
    entries = passage.language.events.by_lemma
    return any(signs(entries[t.lemma], ceremony=False) for t in passage.triggers)


def signs(entry: Noun | Verb, *, ceremony: bool) -> bool:
    """Tell a word of events that tells of documents signed; `ceremony` tells that the sentence names one of that."""
    frame = getattr(entry, "frame", "")
    return frame == "sign" or getattr(entry, "signs", False) or (ceremony and frame in _HOLDING)


def parties(elements: Sequence[Element], passage: Passage) -> list[Element]:
    """The elements with text for what a document is and is about, behind which its parties stand.

    So of "signed an [agreement on cooperation] with". What stands before somebody who signs is no such thing: "in
    accordance with the decree, the minister signed".
    """
    at = next((i for i, e in enumerate(elements) if e.frame == "sign"), -1)
    if passage.language.head_final or at < 0 or is_passive(Row(passage, elements), at):
        at = -1
    found, following = list(elements), ""
    for i in range(len(elements) - 1, at, -1):
        e = elements[i]
        if e.role in _BEFORE:
            following = e.role
        elif e.kind in {"comma", "trigger"}:
            following = ""
        elif e.role == "relation" or (e.role == "topic" and following):
            found[i] = Element("text", e.first, e.last)
    return found
