"""Relative clauses of persons: "[N], who attended the forum, met M", "received [M], who presented her credentials"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.interpret.events.arguments.clauses import joined
from kg.interpret.events.arguments.slots import sets_out, subject_role
from kg.interpret.events.part import note
from kg.interpret.events.sentence.groups import beside

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Clause
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Row

# Elements behind a comma among which the verb of the main clause stands: ", will also meet".
_VERB = 4


def within_own(clause: Clause, member: Member, at: int) -> bool:
    """Tell a verb of the relative clause that stands right behind a person."""
    if clause.cases or not member.actor.person:
        return False
    elements = clause.row.elements
    start = member.last + 1
    start += start < len(elements) and elements[start].kind == "comma"
    return start < at and _opens(clause.row, start) and at < _end(clause.row, start)


def who_did(clause: Clause, facts: Mapping[int, Fact], found: Sequence[Member]) -> None:
    """Give the persons of whom relative clauses tell to the events of these."""
    row = clause.row
    for start in row.telling if "stop" in row.roles else ():
        if not _opens(row, start):
            continue
        last = start - 1 - (start > 1 and row.elements[start - 1].kind == "comma")
        who = _antecedents(row, start, [m for m in found if m.last <= last and m.actor.person and not m.through])
        end = _end(row, start)
        slots = [s for s in clause.after(start) if not s.noun and s.at < end]
        who = who if who and who[-1].last == last else []
        for n, slot in enumerate(slots if who else ()):
            if any(e.actor is not None or e.role == "stop" for e in row.elements[start + 1 : slots[0].at]):
                break
            role = subject_role(clause, slot) or sets_out(clause, who[0], slot)
            for member in who if role else ():
                note(facts[id(slot.nucleus)], replace(member, marker="subject"), role or "")
            if not joined(clause, slot.at, slots[n + 1 :]):
                break


def _antecedents(row: Row, start: int, people: Sequence[Member]) -> list[Member]:
    """The person right before a relative clause, with those joined by "and", unless its verb is of one alone."""
    one = any(row.norm(e) in row.passage.language.events.one for e in row.elements[start + 1 : start + 2])
    found = list(people[-1:])
    for member in () if one else reversed(people[:-1]):
        if member.marker != found[0].marker or not beside(row.elements, member, found[0]):
            break
        found.insert(0, member)
    return found


def _opens(row: Row, i: int) -> bool:
    return row.elements[i].role == "stop" and row.norm(row.elements[i]) in row.passage.language.events.who


def _end(row: Row, start: int) -> int:
    """Where a relative clause ends: at the comma before the verb of the main clause, else at the end of the row."""
    for i in range(start + 1, len(row.elements)):
        if row.elements[i].kind == "comma":
            for e in row.elements[i + 1 : i + 1 + _VERB]:
                if e.trigger is not None and e.trigger.form == "verb":
                    return i
                if e.kind != "text" and e.role not in {"and", "passive", "planned"}:
                    break
    return len(row.elements)
