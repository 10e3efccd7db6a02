"""Whom a pronoun tells that somebody met: "Soňra [ony] ministr kabul etdi", "The ambassador called on [her]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.event_types import MET

if TYPE_CHECKING:
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact, Reported
    from kg.interpret.events.sentence.row import Row

# Elements from the words of the event to the pronoun.
_NEAR = 4
# Frames of what is done to somebody.
_DONE = frozenset({"meet", "receive", "welcome", "call-on"})
# Markers of who does something to whom.
_ACTED = frozenset({"subject", "object", "with"})
# How many they are who have a meeting of theirs.
_PAIR = 2
# Kinds of what may stand between the words of the event and the pronoun.
_BETWEEN = frozenset({"text", "word"})
# Kinds and roles of what may stand behind the pronoun, which is no possessive there.
_BEHIND = frozenset({"comma", "mark", "date", "place"})
_ROLES_BEHIND = frozenset({"in", "to", "and", "topic", "with"})


def him(item: Item, reported: Reported, fact: Fact) -> None:
    """Add whom a pronoun tells to be received or met, who was spoken of last or acted in the sentence before."""
    row, nucleus = reported.row, fact.nucleus
    if "object" in fact.markers or "with" in fact.markers:
        return
    at = _behind(row, nucleus.head) if row.passage.language.analytic else None
    if at is not None and not (_DONE & set(nucleus.frames) or nucleus.type in MET):
        return
    if at is None and not {"receive", "received"}.isdisjoint(nucleus.frames) and nucleus.verbal:
        at = max((i for i in row.at("him") if i < nucleus.at), default=_pronoun(row, nucleus.at))
    if at is None:
        return
    before = [m.actor.id for m in reported.members if m.actor.person and m.at < at and m.actor.id not in fact.attend]
    guest = before[-1] if before else item.person
    if guest and guest not in fact.attend:
        fact.attend.append(guest)
        fact.markers |= {"object", "him"}


def _pronoun(row: Row, head: int) -> int | None:
    """Index of a Russian pronoun right before a verb, which is no possessive there: "[Его] принял президент"."""
    possessives = row.passage.language.posts.possessives if row.passage.language.fusional else frozenset()
    return head - 1 if head > 0 and row.norm(row.elements[head - 1]) in possessives else None


def _behind(row: Row, head: int) -> int | None:
    """Index of a pronoun in the object's place behind the words of an event: "met [her] in Oslo", not "her envoy"."""
    objects = row.passage.language.events.objects
    for i in range(head + 1, min(head + 1 + _NEAR, len(row.elements))):
        e = row.elements[i]
        if row.norm(e) in objects:
            after = row.elements[i + 1] if i + 1 < len(row.elements) else None
            alone = after is None or after.kind in _BEHIND or after.role in _ROLES_BEHIND
            return i if alone else None
        if e.kind not in _BETWEEN:
            return None
    return None


def theirs(reported: Reported, fact: Fact) -> None:
    """Add the other whose meeting an English text tells of: "[N] briefed [M] on trade during their meeting"."""
    row, nucleus = reported.row, fact.nucleus
    if nucleus.verbal or nucleus.type not in MET or nucleus.at == 0 or not row.passage.language.analytic:
        return
    first = nucleus.at - 1
    while first > 0 and row.elements[first].kind == "text":
        first -= 1
    people = [m.actor.id for m in reported.members if m.at < nucleus.at and m.actor.person and m.marker in _ACTED]
    if row.norm(row.elements[first]) in row.passage.language.events.theirs and len(people) == _PAIR:
        fact.attend += [i for i in people if i not in fact.attend]
        fact.markers.add("between")
