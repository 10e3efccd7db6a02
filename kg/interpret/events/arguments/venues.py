"""Who takes part by being where an event is: those in whose houses meetings are, those who act at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.arguments.clauses import list_end

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus
    from kg.interpret.events.sentence.groups import Member

# Elements between "by the President at" and the noun.
_THERE = 5


def met_in(clause: Clause, member: Member, inside: Mapping[int, Member]) -> Nucleus | None:
    """The meetings in several institutions, which are those met: "провёл встречи в [министерстве] и [комиссии]"."""
    slot = next((s for s in clause.before(member.at) if s.noun), None)
    if not clause.cases or slot is None or member.actor.person or member.actor.country:
        return None
    nucleus = slot.nucleus
    held = _several(nucleus) and nucleus.type == "meeting" and "hold" in nucleus.frames
    gap = range(slot.at + 1, member.at)
    elements = clause.row.elements
    listed = all(i in inside or elements[i].kind == "comma" or elements[i].role in {"in", "and"} for i in gap)
    return nucleus if held and listed else None


def _several(nucleus: Nucleus) -> bool:
    """Tell a noun in the plural, as an object: "встречи" is the genitive of one, too."""
    last = nucleus.row.tokens[nucleus.element.last - 1].norm
    found = [a for a in nucleus.row.passage.language.analyse(last) if a.case == "acc"]
    return nucleus.plural or (bool(found) and all(a.number for a in found))


def there_at(clause: Clause, member: Member) -> Nucleus | None:
    """Who did something at an event was there: "instructions given by the President at the session"."""
    last = member.at if clause.cases else list_end(clause.row, member.at)
    beside = clause.row.elements[last + 1 : last + 2]
    if member.marker != "by" or not beside or beside[0].role not in {"in", "during"}:
        return None
    return next((s.nucleus for s in clause.after(member.at)[:1] if s.verb is None and s.at <= last + _THERE), None)


def seen_there(clause: Clause, member: Member) -> bool:
    """Tell the state of what an English verb tells to be visited: "visited the universities of [Chile]"."""
    at = next((s.at for s in clause.before(member.at)[:1] if clause.row.passage.language.analytic), member.at)
    gap = clause.row.elements[at : member.at]
    plain = all(e.kind == "text" or e.role in {"definite", "of"} for e in gap[1:])
    return bool(gap) and plain and gap[0].frame == "visit"
