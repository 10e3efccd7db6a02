"""An item's only meeting, of which no more is said than "at the meeting": who acts in the text took part in it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.event_types import MET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.coreference.speaking import People
    from kg.interpret.events.fact import Fact, Reported

_GROUPS = frozenset({"participants", "people"})
# Fewest persons of whom a text tells that they met.
_TWO = 2
# Elements on either side of what is discussed among which those stand with whom it is.
_WITH = 6


def frames(fact: Fact) -> bool:
    """Tell a fact that speaks of a meeting as known: "в ходе встречи отмечено", "стороны обсудили"."""
    nucleus, row = fact.nucleus, fact.nucleus.row
    if not row.passage.language.fusional or nucleus.type not in MET or fact.heading:
        return False
    if nucleus.planned or nucleus.hypothetical or nucleus.negated or nucleus.topical:
        return False
    before = row.elements[: nucleus.at]
    if nucleus.verbal:
        told = "discuss" in nucleus.frames and "past" in nucleus.tenses
        return told and any(e.role in _GROUPS for e in before)
    there = nucleus.during in {"during", "within"} or (bool(before) and before[-1].role == "in")
    return there and not nucleus.plural


def acting(reported: Reported, people: People) -> list[str]:
    """Ids of the persons who act in a row, or to whom something is said, but those who only tell the press.

    Who does something in what is told need not have been there: "По его словам, [министр] поддержал идею".
    """
    if not reported.members:
        return []
    says, told = "say" in reported.row.frames, reported.row.account()
    own = (m for m in reported.members if m.at < told and not m.through)
    found = (m for m in own if m.marker == "subject" or (says and m.marker == "to"))
    return [m.actor.id for m in found if m.actor.id in people.named and m.actor.id not in people.tellers]


def met(persons: Sequence[str]) -> bool:
    """Tell whether so many act that they met."""
    return len(set(persons)) >= _TWO


def told_at(first: Fact, fact: Fact) -> bool:
    """Tell where others are spoken of that have a day: "[Duşuşykda] 5-nji maýda geçirilen gepleşikler barada aýdyldy".

    Where heads stand last, what tells of these is a participle before them.
    """
    there, nucleus = first.nucleus, fact.nucleus
    frame = there.element.cases == ("loc",) and not (there.verbs or there.during or first.dates)
    before = bool(nucleus.verbs) and max(nucleus.verbs) < nucleus.at
    return frame and before and bool(fact.dates) and nucleus.row.passage.language.head_final


def with_people(fact: Fact) -> bool:
    """Tell people right before what is discussed with them on a day: "5 мамырда [студенттермен] жобаны талқылады"."""
    row = fact.nucleus.row
    if row.passage.language.fusional:  # "министр [с руководством] завода обсудила поставки"
        near = row.elements[max(0, fact.nucleus.at - _WITH) : fact.nucleus.at + _WITH]
        acts = fact.nucleus.past and any(i[0] == "p" for i in fact.attend)
        return acts and any(a.role == "with" and b.role == "people" for a, b in pairwise(near))
    told = row.passage.language.head_final and bool(fact.dates)
    before = row.elements[: fact.nucleus.at] if told else ()
    return any(e.role == "people" and e.form is not None and e.form.cases == ("ins",) and e.form.plural for e in before)
