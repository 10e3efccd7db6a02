"""What is told of somebody in the genitive, where the verb stands last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.arguments.clauses import genitives_end
from kg.interpret.events.arguments.slots import role_at
from kg.interpret.events.arguments.speeches import heard_or_held
from kg.interpret.events.nuclei.determiners import FRAMING
from kg.interpret.events.nuclei.voice import made_noun
from kg.interpret.events.sentence.groups import separates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus, Slot
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Actor, Element
    from kg.model import PlaceMention

# Elements between an owner and the noun it owns: "toparyň 5-nji maýda geçirilen nobatdaky mejlisi".
_OWNED = 9


def _who_came(clause: Clause, member: Member) -> Iterator[tuple[Nucleus, str]]:
    """The journey told between a genitive and its delegation: "Çiliniň (Oşa gelen) wekiliýeti bilen duşuşyk"."""
    for slot in clause.after(member.at):
        if slot.at >= member.last:
            return
        if slot.nucleus.type == "visit" and (role := role_at(slot, "subject")):
            yield slot.nucleus, role


def of_genitive(clause: Clause, member: Member) -> Iterator[tuple[Nucleus, str]]:
    """A genitive: of the noun that ends its noun phrase, participles before it left aside; of a verb made a noun."""
    yield from _who_came(clause, member)
    if (told := heard_or_held(clause, member)) is not None:
        yield told
        return
    listed = genitives_end(clause, member)
    for slot in clause.after(member.at):
        ends = slot.at - listed > _OWNED or _phrase_ends(clause, member.last, slot.at)
        if ends and not _where_to(clause, member.last, slot.at):
            return
        trigger = clause.row.elements[slot.at].trigger
        if not slot.noun and made_noun(clause.row, slot.at):
            if role := role_at(slot, "subject"):
                yield slot.nucleus, role  # "ministriň gatnaşjakdygyny aýtdy"
            return
        if slot.nucleus.relative:
            continue
        if slot.verb is not None or (slot.nucleus.verbal and trigger and trigger.form == "participle"):
            if trigger is None or trigger.form != "participle":
                return
            continue
        role = None if slot.nucleus.verbal and "audience" not in slot.nucleus.frames else role_at(slot, "of")
        if role and not (trigger and _unowned(clause, member, slot)):
            yield slot.nucleus, role
        return


def _where_to(clause: Clause, last: int, at: int) -> bool:
    """Tell a list of places, the last in the dative, right before a journey: "министрдің [Чили, Перу мен Кубаға]"."""
    gap = clause.row.elements[last + 1 : at]
    goal = _state(gap[-1]) if len(gap) > 1 else None
    there = goal is not None and goal.case == "dat"
    return there and all(_state(e) is not None or separates(e) for e in gap)


def _state(e: Element) -> Actor | PlaceMention | None:
    """The state or place that an element tells, or None."""
    return e.actor if e.actor is not None and e.actor.country else e.place


def _unowned(clause: Clause, member: Member, slot: Slot) -> bool:
    """Tell a noun without possessive, which the person before it does not own: "A-nyň foruma iberen haty okaldy"."""
    trigger = clause.row.elements[slot.at].trigger
    bare = trigger is not None and trigger.form == "noun" and not trigger.possessed and trigger.case == "dat"
    gap = clause.row.elements[member.last + 1 : slot.at]
    return bare and member.actor.person and all(e.kind == "text" for e in gap)


def _phrase_ends(clause: Clause, last: int, at: int) -> bool:
    """Tell whether a noun phrase ends before an index: a bare nominative, punctuation but that of a list."""
    gap = range(last + 1, at)
    elements = clause.row.elements
    if any(elements[i].kind == "text" and clause.owned(i) for i in gap):
        return True  # "Республиканың баяндамасын қорғауға дайындық бойынша отырыс"
    others = any(elements[i].kind == "actor" and clause.marked(i) for i in gap)
    if any(elements[i].role in FRAMING for i in gap):
        return True  # "ассамблеяның апталығы аясында кеңестің отырысы"
    ends = any(elements[i].kind == "mark" or (elements[i].kind == "comma" and not others) for i in gap)
    return ends or clause.subject_between(last, at)
