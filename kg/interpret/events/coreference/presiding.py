"""Who is said by a noun to have presided or organised: "Председателем заседания был [Иван Ким]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element, Row

# Elements from the noun for who presides to what was presided over, and to the verb.
_NEAR = 5
# Roles of words for those whose own chair may be told ("[чешской стороны] – Анна Ким").
_SIDES = frozenset({"side", "participants"})
# Types of events that somebody presides over.
_PRESIDED = frozenset({"session", "meeting", "conference", "dialogue", "training"})


def presiding(row: Row, found: Sequence[Member]) -> list[str]:
    """Ids of those of whom a row says by such a noun that they presided, over a sitting or for a side."""
    nouns, verbs = row.passage.language.events.presiding, row.passage.language.events.copulas
    if not nouns:
        return []
    for k, e in enumerate(row.elements):
        if row.tokens[e.first].norm not in nouns or not _presides(row, k):
            continue
        if e.actor is not None and e.actor.id[0] == "p" and verbs & set(row.norm(e).split()):
            sides = any(x.role in _SIDES for x in row.elements[k + 1 :])  # "… является Иван Ким, чешской стороны – [N]"
            others = (m.actor.id for m in found if m.at > k and m.actor.id[0] == "p" and m.actor.case == "nom")
            return [e.actor.id, *(others if sides else ())]
        near = range(max(0, k - 2), min(k + _NEAR, len(row.elements)))
        if not any(t.norm in verbs for i in near for t in row.tokens[row.elements[i].first : row.elements[i].last]):
            continue
        named = [m for m in found if m.actor.id[0] == "p" and m.actor.case in {"nom", ""} and not m.through]
        return [m.actor.id for m in named if m.at > k] or [m.actor.id for m in named][-1:]
    return []


def _presides(row: Row, k: int) -> bool:
    """Tell whether what follows the noun is an event or a side, and not a body: "председателем [заседания]"."""
    for e in row.elements[k : k + 3]:
        if e.role in _SIDES or _of_side(row, e) or _of_sitting(row, e):
            return True
        if e.trigger is not None and e.trigger.form == "noun" and "gen" in e.trigger.case.split("|"):
            return True
        if e.actor is not None:
            return False
    return False


def _of_side(row: Row, e: Element) -> bool:
    """Tell a title that is of a side: "сопредседателем литовской стороны"."""
    words = row.norm(e).split() if e.actor is not None else []
    return any(hit.key.role in _SIDES for hit in row.passage.language.event_words.find(words))


def _of_sitting(row: Row, e: Element) -> bool:
    """Tell a title and a name between which an event stands: "председателем [заседания] избран Иван Ким"."""
    inside = (t for t in row.passage.triggers if e.actor and row.start(e) < t.start < row.end(e))
    return any(t.form == "noun" and t.type for t in inside)


def organising(row: Row, found: Sequence[Member]) -> list[str]:
    """Ids of the institutions that a noun tells to be the organisers: "Ұйымдастырушылар – [елшілік] пен [қор]"."""
    if "organised-it" not in row.roles or not row.passage.language.head_final:
        return []
    return [m.actor.id for m in found if m.marker == "subject" and not (m.through or m.actor.person)]


def organise(event: Draft | None, bodies: Sequence[str]) -> None:
    """Note who organised an event."""
    if event is not None:
        event.organise += [i for i in bodies if i not in event.organise]


def preside(event: Draft | None, persons: Sequence[str]) -> None:
    """Note who presided over an event that somebody presides over."""
    if event is None or event.type not in _PRESIDED:
        return
    event.chair += [i for i in persons if i not in event.chair]
    event.add(persons)
