"""Who does something at an event that opens a sentence: "At the talks, [the minister] agreed to …"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.arguments.understood import tells_aside
from kg.interpret.events.nuclei.journeys import sought
from kg.interpret.events.nuclei.voice import is_reduced
from kg.interpret.events.sentence.groups import first_run
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Clause
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element

# Elements within which the noun stands: "It was noted that on the same day, at the bilateral talks".
_OPENING = 12
# Types at which people do something; who speaks during a visit need not be of it.
_THERE = frozenset({"meeting", "session", "dialogue", "conference", "training", "call", "other"})
# Elements from a verb of saying to who says it.
_SAID = 3
# Roles of words before a noun, and of those between who says something and the event at which or after which.
_DETERMINERS = ARTICLES | {"ordinal", "series"}
_TOLD_AT = frozenset({"in", "during", "after"})
_PLAIN = _TOLD_AT | _DETERMINERS


def did_there(clause: Clause, facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let the persons who are the subject of such a sentence take part in the event."""
    for fact in facts:
        nucleus, elements = fact.nucleus, clause.row.elements
        if clause.cases and nucleus.planned:
            continue  # "Как уточнил член комиссии, итоги будут объявлены на заседании"
        _at_sitting(clause, fact, found)
        told = [v for v in nucleus.verbs if clause.cases or not is_reduced(clause.row, v)]  # "at a ceremony [held] in"
        if nucleus.type not in _THERE or nucleus.verbal or told or nucleus.plural:
            continue
        for name in _before(clause, nucleus.at, found):
            fact.add("attend", name.actor.id)
        if not clause.cases and fact.attend and sought(clause.row, nucleus.at):
            went = [m for m in _subjects(clause, -1, found) if m.at < nucleus.at]
            fact.add_first(m.actor.id for m in went)
        if nucleus.at > _OPENING:
            continue
        before = elements[max(0, nucleus.at - 4) : nucleus.at]
        if not any(e.role in {"in", "during"} for e in before) or any(
            e.trigger and e.frame != "say" for e in elements[: nucleus.at]
        ):
            continue
        if not clause.cases and _teller(clause, nucleus.at, found) is not None:
            continue  # "N said at a briefing that M would visit Oslo"
        for name in _subjects(clause, nucleus.at, found):
            fact.add("attend", name.actor.id)
            # "На семинаре, организованном центром, министр [рассказал]"
            after = next(iter(elements[name.last + 1 : name.last + 2]), None)
            fact.spoken = fact.spoken or (clause.cases and after is not None and after.frame == "say")


def _at_sitting(clause: Clause, fact: Fact, found: Sequence[Member]) -> None:
    """Add who does something at the sitting of a body: "said [N] during the 5th Commission, which was held in Osh"."""
    at = fact.nucleus.sits
    if at is not None and not clause.cases:
        fact.add_first(m.actor.id for m in _before(clause, at, found))


def _at(elements: Sequence[Element], at: int) -> bool:
    """Tell a noun right after "at" or "during", its article and adjectives aside."""
    before = next((e for e in reversed(elements[:at]) if e.kind != "text" and e.role not in _DETERMINERS), None)
    return before is not None and before.role in {"in", "during"}


def _before(clause: Clause, at: int, found: Sequence[Member]) -> list[Member]:
    """Who before an event does something at it: "[N] handed the keys to [M] during a ceremony"."""
    elements = clause.row.elements
    teller = _teller(clause, at, found)
    names = [teller] if teller is not None else []
    names += _set_apart(clause, at, found) if not clause.cases else []
    if len(clause.nuclei) == 1 and _at(elements, at):
        given = [m for m in found if m.marker == "to" and m.actor.person and not m.through]
        names += (m for m in (*_subjects(clause, -1, found), *given) if m.at < at and not _aside(clause, m, at))
    return [m for m in names if not (clause.cases and tells_aside(clause, m, there=True))]


def _set_apart(clause: Clause, at: int, found: Sequence[Member]) -> list[Member]:
    """Who acts, set apart from the event by a comma: "[N], during a meeting with M, noted"."""
    elements = clause.row.elements
    for member in found:
        if member.marker not in {"subject", "by"} or not member.actor.person or member.through or member.at > at:
            continue
        gap = elements[member.last + 1 : at]
        plain = all(e.kind == "text" or e.role in _PLAIN for e in gap[1:])
        if gap[:1] and gap[0].kind == "comma" and plain and any(e.role in _TOLD_AT for e in gap[1:2]):
            return [member]
    return []


def _aside(clause: Clause, member: Member, at: int) -> bool:
    """Tell an event of a participle set apart by a comma: "министр выполнил решения, принятые на [встрече]"."""
    row, gap = clause.row, clause.row.elements[member.last + 1 : at]
    apart = next((a for c, a in pairwise(gap) if c.kind == "comma" and a.kind == "text"), None)
    return clause.cases and apart is not None and russian.adjective(row.norm(apart))


def _teller(clause: Clause, at: int, found: Sequence[Member]) -> Member | None:
    """Who says something at an event or after it: "сообщил [министр] по итогам переговоров с послом"."""
    told = next((m for m in reversed(found) if m.at < at and m.marker == "subject" and m.actor.person), None)
    elements = clause.row.elements
    if told is None or told.through or (told.at == 0 and clause.cases):
        return None
    gap = elements[told.last + 1 : at]
    before = elements[max(0, told.at - _SAID) : told.at]  # "сообщил в четверг директор"
    if not all(e.kind in {"text", "date", "place"} or e.frame == "say" or e.role in _PLAIN for e in gap):
        return None
    says = any(e.frame == "say" for e in (*before, *gap))
    return told if says and any(e.role in _TOLD_AT for e in gap) else None


def _subjects(clause: Clause, at: int, found: Sequence[Member]) -> Sequence[Member]:
    """The first person after an index who is a subject, and those joined to them, but none of what somebody tells.

    "На встрече отмечено, что [посол] посетит Осло" tells not that the ambassador was there.
    """
    end = clause.row.account(at) if clause.row.passage.language.fusional and at >= 0 else len(clause.row.elements)
    people = [m for m in found if at < m.at < end and m.marker == "subject" and m.actor.person and not m.through]
    return first_run(clause.row.elements, people)
