"""What a verb of events tells with the words behind it, where these make another predicate of it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.interpret.events.sentence.row import ARTICLES, Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.passages import Passage

# Roles of words behind a verb that has no object.
_ALONE = frozenset(
    {"in", "to", "beneficiary", "topic", "with", "jointly", "before", "during", "within", "venue", "video"}
)
_FRAME = attrgetter("frame")
# Frames of verbs that with some objects tell something else.
_WITH_OBJECT = frozenset({"hold", "meet", "lead"})
# Elements from a verb of holding, in Russian of showing, to the noun of what is said.
_SPEECH = 5


def predicates(elements: Sequence[Element], passage: Passage) -> list[Element]:
    """The elements with each verb as what it tells together with its object."""
    if _WITH_OBJECT.isdisjoint(map(_FRAME, elements)):
        return [*elements]
    found, i = list[Element](), 0
    telling = "lead" if passage.language.fusional else "hold"
    while i < len(elements):
        e = elements[i]
        speech = _speech(elements, i, passage) if e.frame == telling else None
        if speech is not None:
            entry = next(verb for verb in passage.language.events.verbs if verb.frame == "speak")
            last = elements[speech].last
            e, i = Element("trigger", e.first, last, trigger=e.trigger, entry=entry, frame="speak"), speech
        elif e.frame == "meet" and getattr(e.entry, "gathers", False) and _has_object(elements[i + 1 : i + 2]):
            e = Element("word", e.first, e.last, role="present")
        found.append(e)
        i += 1
    return found


def _has_object(after: Sequence[Element]) -> bool:
    """Tell whether those follow whom something gathers: "the forum gathered [50] experts"."""
    return any(e.kind not in {"date", "place", "comma", "mark"} and e.role not in _ALONE for e in after)


def _speech(elements: Sequence[Element], i: int, passage: Passage) -> int | None:
    """The noun of the speech that is held or of what is shown: "delivered [remarks]", "представил [проект] парка"."""
    tokens, speeches = passage.sentence.tokens, passage.language.events.speeches
    for k in range(i + 1, min(i + 1 + _SPEECH, len(elements))) if speeches else ():
        e = elements[k]
        if e.last - e.first == 1 and tokens[e.first].norm in speeches:
            return k
        if e.kind != "text" and e.role not in {*ARTICLES, "and"} and not e.is_trigger("participle"):
            return None
    return None
