"""Whose speech was heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.arguments.frames import HOLDERS

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus
    from kg.interpret.events.sentence.groups import Member

# Elements from who held something to the participle that says so.
_HELD = 9
# Roles of words between a speaker and "was heard".
_SPEECH = frozenset({"and", "people", "video"})
# Places for arguments up to the infinitive of taking part.
_AWAITED = 4


def heard_or_held(clause: Clause, member: Member) -> tuple[Nucleus, str] | None:
    """The event at which a group in the genitive spoke, or that it held, and as what it is of it."""
    heard = heard_at(clause, member) or _awaited(clause, member)
    return (heard, "attend") if heard is not None else _held_by(clause, member)


def _awaited(clause: Clause, member: Member) -> Nucleus | None:
    """The event in which a group is to take part: "ministriň Oşda geçiriljek foruma [gatnaşmagyna] garaşylýar"."""
    elements = clause.row.elements
    for slot in clause.after(member.at)[:_AWAITED]:
        trigger, after = elements[slot.at].trigger, elements[slot.at + 1 : slot.at + 2]
        if trigger is None or slot.noun:
            continue
        if trigger.form == "infinitive" and elements[slot.at].frame == "attend":
            return slot.nucleus if after and after[0].role == "planned" else None
        if trigger.form != "participle":
            return None
    return None


def _held_by(clause: Clause, member: Member) -> tuple[Nucleus, str] | None:
    """What a participle says that a group held: "министрліктің кеңеспен бірлесіп [өткізген] семинары"."""
    elements = clause.row.elements
    slot = next((s for s in clause.after(member.at) if not s.noun), None)
    if slot is None or slot.at - member.last > _HELD or elements[slot.at].frame not in {"hold", "organise"}:
        return None
    trigger, noun = elements[slot.at].trigger, elements[slot.nucleus.at].trigger
    participle = trigger is not None and trigger.form == "participle" and slot.nucleus.at > slot.at
    apart = any(e.kind in {"comma", "mark"} or e.trigger for e in elements[member.last + 1 : slot.at])
    if not participle or apart or noun is None or not noun.possessed or member.actor.country or member.through:
        return None
    if member.actor.person:
        return slot.nucleus, "attend"  # "ministriň ilçi bilen geçiren maslahaty"
    held = elements[slot.at].frame == "hold"
    return slot.nucleus, HOLDERS.get(slot.nucleus.type, "organise") if held else "organise"


def heard_at(clause: Clause, member: Member) -> Nucleus | None:
    """The event at which the speech of a group in the genitive was heard: "ministriň, ilçiniň çykyşlary diňlenildi"."""
    slot = next((s for s in clause.after(member.at) if clause.row.elements[s.at].frame == "heard"), None)
    if slot is None or not (member.actor.person or member.through):
        return None
    gap = clause.row.elements[member.last + 1 : slot.at]
    speech = all(e.kind in {"actor", "comma", "text"} or e.role in _SPEECH for e in gap)
    return slot.nucleus if speech else None
