"""Who is said by the way to have come somewhere, and for what, where the verb stands last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.event_types import GATHERED
from kg.interpret.events.nuclei.errands import going_at
from kg.interpret.events.nuclei.journeys import newcomer, within
from kg.interpret.events.sentence.groups import separates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.groups import Member

# Frames of what people do at an event or by meeting.
_DEEDS = frozenset({"attend", "speak", "open", "chair", "meet", "discuss", "receive"})
# Words between states and their summit.
_MODIFIERS = 3


def among(facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let those take part who are listed among an event's participants: "форумға [қатысушылар қатарында] N болды".

    In Russian the event stands behind them: "[Среди участников] форума – N".
    """
    for fact in facts:
        if fact.nucleus.row.passage.language.fusional:
            _among(fact, found)
            continue
        for member in _whose_people(fact.nucleus, found):
            fact.add("attend", member.actor.id)
        after, trigger = fact.nucleus.row.elements[fact.nucleus.at + 1 :][:1], fact.nucleus.element.trigger
        if trigger is None or trigger.case != "dat" or [e.role for e in after] != ["among"]:
            continue
        for member in found:
            if member.at > fact.nucleus.at and member.marker == "subject":
                fact.add("attend", member.actor.id)


def _whose_people(nucleus: Nucleus, found: Sequence[Member]) -> list[Member]:
    """Those whose people are said to be among an event's participants.

    "Arasynda A-nyň we B-niň wekilleri bolan duşuşyga gatnaşyjylar".
    """
    elements, at = nucleus.row.elements, nucleus.at
    around = [e.role for e in (elements[0], *elements[at + 1 : at + 2])]
    was = at > 1 and elements[at - 1].is_trigger("participle") and elements[at - 1].frame == "occur"
    if not was or around != ["between", "participants"]:
        return []
    return [m for m in found if m.last < at and m.marker == "subject" and m.through == "people"]


def _among(fact: Fact, found: Sequence[Member]) -> None:
    """The same in Russian, where adjectives may stand before the event."""
    elements, k = fact.nucleus.row.elements, fact.nucleus.at - 1
    while k > 0 and elements[k].kind == "text":
        k -= 1
    if k >= 0 and elements[k].role == "among":
        for member in found:
            if member.at > fact.nucleus.at and member.actor.case in {"nom", ""}:
                fact.add("attend", member.actor.id)


def came(facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let who is said to have come somewhere visit it: "Aşgabada iş sapary bilen gelen ilçi"."""
    for fact in facts:
        if fact.nucleus.type != "visit" or not (fact.places or fact.states or fact.nucleus.verbal):
            continue
        elements, at = fact.nucleus.row.elements, fact.nucleus.at
        if [e.role for e in elements[at + 1 : at + 2]] == ["with"]:
            at += 2
        trigger = elements[at].trigger if at < len(elements) else None
        if trigger is None or trigger.form != "participle" or elements[at].frame not in {"visit", "arrive"}:
            continue
        for member in found:
            if member.at == at + 1 and member.actor.person:
                fact.add("attend", member.actor.id)


def told_of(facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let a person of whom a participle tells that they did something there take part: "форумда сөйлеген ректор".

    So who makes a visit: "Oşa saparyny amala aşyrýan ministr".
    """
    persons = {m.at: m for m in found if m.actor.person}
    for fact in facts:
        nucleus, elements = fact.nucleus, fact.nucleus.row.elements
        for at in nucleus.predicates:
            member, did = persons.get(at + 1), elements[at].is_trigger("participle", "past")
            visits = nucleus.type == "visit" and elements[at].frame == "hold"
            visits = visits and (did or elements[at].is_trigger("participle", "present"))
            if member is not None and (visits or (did and elements[at].frame in _DEEDS)):
                fact.add("chair" if elements[at].frame == "chair" else "attend", member.actor.id)


def came_for(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Let who has come to take part in something take part: "foruma gatnaşmak üçin gelen ministr bilen duşuşdy".

    So whose visit is made for it: "ministriň foruma gatnaşmak üçin amala aşyrjak sapary".
    """
    visits = {at: fact for fact in facts if fact.nucleus.type == "visit" for at in fact.nucleus.verbs}
    travelled = [fact for fact in facts if fact.nucleus.type == "visit" and fact.nucleus.verbal]
    for fact in facts:
        for visit in travelled if _attended(fact.nucleus) else ():
            fact.attend += [i for i in visit.attend if i not in fact.attend]
        at = going_at(fact.nucleus) if visits or fact.nucleus.aside else None
        if at in visits:
            owners = (m for m in found if m.marker == "of" and m.at < fact.nucleus.at)
            for owner in [m.actor.id for m in owners if m.actor.person and not m.through][:1]:
                fact.add("attend", owner)
                visits[at].add("attend", owner)
        guest = newcomer(fact.nucleus.row, at) if at is not None and fact.nucleus.aside else None
        for member in found if guest is not None else ():
            if member.at == guest:
                fact.add("attend", member.actor.id)


def _attended(nucleus: Nucleus) -> bool:
    """Tell what took place and somebody came to take part in: "geňeşmeler geçirildi, oňa [gatnaşmak] üçin N geldi"."""
    last, row = nucleus.last_verb, nucleus.row
    aim = row.elements[last].is_trigger("infinitive") and row.elements[last].frame == "attend"
    return aim and nucleus.past and [e.role for e in row.elements[last + 1 : last + 2]] == ["beneficiary"]


def came_to(facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let those who came for an event that a noun alone tells of take part in it: "sammit üçin A, B Astana bardy"."""
    for fact in facts:
        row, at = fact.nucleus.row, fact.nucleus.at
        purpose = row.elements[at + 1 : at + 2]
        met = fact.nucleus.bound and not fact.nucleus.verbs
        if fact.nucleus.verbal or not (met or fact.nucleus.type in GATHERED) or not purpose:
            continue
        if purpose[0].role != "beneficiary" or "attend" in fact.nucleus.frames:
            continue
        going = next((k for k in range(at, len(row.elements)) if row.elements[k].frame == "arrive"), None)
        trigger = row.elements[going].trigger if going is not None else None
        for member in found if trigger is not None and trigger.form == "verb" else ():
            comes = member.marker == "subject" and not member.through
            if comes and (met or at < member.at) and member.at < (going or 0):
                fact.add("attend", member.actor.id)


def took_part_within(facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let who acts within their taking part take part: "mejlise gatnaşmagynyň çäklerinde [ministr] duşuşdy"."""
    for fact in facts:
        nucleus = fact.nucleus
        if not (nucleus.verbal or nucleus.verbs) or not within(nucleus.row, nucleus.head):
            continue
        acting = [m for m in found if m.marker in {"subject", "lead"} and m.actor.person and not m.through]
        for member in acting if not any(m.actor.id in fact.attend for m in acting) else ():
            fact.add("attend", member.actor.id)


def of_states(facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let states that own a summit take part: "Türkmenistanyň, Azerbaýjanyň we Türkiýäniň üçtaraplaýyn sammiti"."""
    for fact in facts:
        row, at = fact.nucleus.row, fact.nucleus.at
        if fact.nucleus.type != "conference" or fact.nucleus.verbal:
            continue
        states = [m for m in found if m.actor.country and m.marker == "of" and not m.through and m.at < at]
        last = states[-1].at if states else at
        gap = row.elements[last + 1 : at]
        beside = len(gap) <= _MODIFIERS and all(e.kind == "text" or e.role in {"ordinal", "series"} for e in gap)
        if not beside or any(e.kind == "text" and row.passage.language.genitive(row.norm(e)) for e in gap):
            continue
        chain = [m for m in states if all(e.actor or separates(e) for e in row.elements[m.at : last])]
        for member in chain if len(chain) > 1 else ():
            fact.add("attend", member.actor.id)
