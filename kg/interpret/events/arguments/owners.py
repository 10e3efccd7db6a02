"""Of which nuclei a group of actors is, and as what: by its marker, the order of words, and the frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.arguments.belonging import done_between, of_noun, of_other_deed, possessive
from kg.interpret.events.arguments.clauses import (
    adjacent,
    another_clause,
    asked,
    behind_verb,
    by_another,
    ceremony,
    in_clause,
    inviting,
    joined,
    list_start,
    listed_before,
    met_beside,
    others,
    plain,
    sent_by,
    told_aside,
    told_below,
    visiting,
)
from kg.interpret.events.arguments.owned import of_genitive
from kg.interpret.events.arguments.relative import within_own
from kg.interpret.events.arguments.slots import given_by, role_at, sets_out, subject_role
from kg.interpret.events.arguments.understood import aimed, reported, tells_aside, visited_first
from kg.interpret.events.arguments.venues import met_in, there_at
from kg.interpret.events.nuclei.errands import in_order_to
from kg.interpret.events.nuclei.journeys import means_to, thanked_for
from kg.interpret.events.nuclei.voice import is_passive, made_noun
from kg.interpret.events.sentence.groups import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus, Slot
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element, Row

# Elements from a verb to who acts, whom it stands before.
_HOST = 3
# Types whose noun says by whom: "the visit by the minister", "a briefing by the mission".
_BY = frozenset({"visit", "conference", "training"})


def owners(clause: Clause, member: Member, inside: Mapping[int, Member]) -> Iterator[tuple[Nucleus, str]]:
    """The nuclei that a group belongs to, each with its role there; `inside` holds the row's groups by index."""
    if clause.final:
        return _final(clause, member)
    return _initial(clause, member, inside)


# ---- verb last


def _final(clause: Clause, member: Member) -> Iterator[tuple[Nucleus, str]]:
    """Nuclei after the group."""
    if member.marker == "of":
        yield from of_genitive(clause, member)
    elif member.marker == "subject":
        yield from _subject_final(clause, member)
    else:
        for slot in clause.after(member.at):
            thanked = member.marker == "to" and member.actor.id[0] in "pt" and thanked_for(clause.row, slot.at)
            role = "attend" if thanked else role_at(slot, member.marker)
            if member.marker == "object" and slot.nucleus.type == "visit":
                continue  # "[gaznany] esaslandyryjylaryň mejlisine gatnaşmak üçin amala aşyrjak sapary"
            if member.marker == "by" and "present" in slot.nucleus.frames:
                return  # by whom the envoy is appointed who presents credentials
            if role:
                yield slot.nucleus, role
                return
            trigger = clause.row.elements[slot.at].trigger
            if trigger and trigger.form == "verb" and not slot.noun:
                return


def _subject_final(clause: Clause, member: Member) -> Iterator[tuple[Nucleus, str]]:
    """A nominative: of the next finite or joined verb; of a participle only right before it."""
    found, done = False, member.at
    for slot in clause.after(member.at):
        trigger = clause.row.elements[slot.at].trigger
        if slot.noun or trigger is None or slot.nucleus.aside or _has_own_subject(clause, member, slot):
            continue
        if trigger.form == "infinitive" and not (in_order_to(clause.row, slot.at) or means_to(clause.row, slot.at)):
            continue
        if trigger.form == "infinitive" and asked(clause, slot.at):
            continue
        if found and clause.subject_between(done, slot.at):
            return  # "А Ақмолаға барады, ал Б Астанаға келеді"
        role = role_at(slot, "subject")
        if trigger.form == "participle" and not _predicate(clause, slot.at):
            if role and (slot.at == member.last + 1 or listed_before(clause, member, slot.at)):
                yield slot.nucleus, role
                return
            continue
        if role:
            yield slot.nucleus, role
            found, done = True, slot.at
        elif not found and trigger.form == "verb" and clause.row.elements[slot.at].frame not in {"occur", "say"}:
            return


def _has_own_subject(clause: Clause, member: Member, slot: Slot) -> bool:
    """Tell a verb made a noun with its subject in the genitive: "ministr wekilleriň gatnaşjakdygyny aýtdy".

    People right before the verb may be its subject in the nominative: "министр [делегация] келетінін айтты".
    """
    row = clause.row
    if thanked_for(row, slot.at) or not made_noun(row, slot.at):
        return thanked_for(row, slot.at)
    beside = row.elements[slot.at - 1]
    if slot.at - 1 > member.last and beside.role in PEOPLE and beside.form is not None and "nom" in beside.form.cases:
        return True
    return any(
        e.actor.case == "gen" if e.actor is not None else (e.kind == "text" or e.role == "people") and _theirs(row, e)
        for e in row.elements[member.last + 1 : slot.at]
    )


def _theirs(row: Row, e: Element) -> bool:
    """Tell a noun in the plural and the genitive: "[baştutanlarynyň] duşuşjakdygyny"."""
    return any(a.number and a.case == "gen" and a.harmonic for a in row.passage.language.analyse(row.norm(e)))


def _predicate(clause: Clause, at: int) -> bool:
    """Tell whether nothing but punctuation follows: a participle there is the predicate."""
    return all(e.kind == "mark" for e in clause.row.elements[at + 1 : at + 4])


# ---- verb earlier


def _initial(clause: Clause, member: Member, inside: Mapping[int, Member]) -> Iterator[tuple[Nucleus, str]]:
    """Nuclei before the group, or those whose subject it is."""
    there = there_at(clause, member)
    if there is not None:
        yield there, "attend"
    elif member.marker == "subject":
        yield from (_subject_after if behind_verb(clause, member, inside) else _subject_initial)(clause, member)
    elif member.marker == "object":
        yield from _object(clause, member)
    elif member.marker == "of":
        yield from _possessed(clause, member)
    elif member.marker == "in" and (met := met_in(clause, member, inside)) is not None:
        yield met, "attend"
    else:
        yield from _prepositional(clause, member, inside)


def _object(clause: Clause, member: Member) -> Iterator[tuple[Nucleus, str]]:
    if told_aside(clause, member):
        return
    for slot in clause.before(member.at):
        if slot.noun or (clause.cases and visiting(clause, slot)):
            continue
        if clause.cases and reported(clause, slot.at, member.at):
            return  # "провели заседание, сообщил [Вестнику] источник"
        role = role_at(slot, "object")
        if clause.row.elements[slot.at].frame == "attend" and not clause.cases:
            role = "attend" if member.actor.person else None  # "joined [the minister] at the forum"
        if sent_by(clause, slot, member):
            return
        if told_below(clause, slot, member):
            role = "attend"
        if is_passive(clause.row, slot.at) and clause.row.elements[slot.at].frame == "hold":
            role = "attend"  # "meetings were held the ministry": a preposition left out
        if role:
            yield slot.nucleus, role
        return
    yield from _fronted(clause, member)


def _fronted(clause: Clause, member: Member) -> Iterator[tuple[Nucleus, str]]:
    """The receiving that a Russian verb behind tells of, of whom it tells first: "[Посла Чили] принял министр"."""
    slot = next((s for s in clause.after(member.last) if not s.noun), None) if clause.cases else None
    if slot is None or not member.actor.person or member.through or is_passive(clause.row, slot.at):
        return
    elements = clause.row.elements
    apart = any(e.kind == "comma" or e.role == "stop" or e.trigger for e in elements[member.last + 1 : slot.at])
    hosts = any(e.actor and e.actor.case == "nom" for e in elements[slot.at + 1 : slot.at + 1 + _HOST])
    if elements[slot.at].frame == "receive" and hosts and not apart:
        yield slot.nucleus, "attend"


def _possessed(clause: Clause, member: Member) -> Iterator[tuple[Nucleus, str]]:
    """A genitive: "the visit of X", "X's visit"."""
    if clause.cases and of_noun(clause, member):
        return
    possessor = clause.row.passage.language.analytic and possessive(clause.row, member.at)
    if clause.cases and not clause.before(member.at):
        yield from _fronted(clause, member)
        return
    following = [s for s in clause.after(member.at) if s.noun and _owned(clause, member, s)] if possessor else []
    for slot in (following if possessor else clause.before(member.at))[:1]:
        trigger = clause.row.elements[slot.at].trigger
        accepts = clause.row.elements[slot.at].frame == "accept"  # "accepted the credentials of the ambassador"
        other = clause.cases and done_between(clause.row, slot.at, member.at)  # "была дана оценка труда [фонда]"
        if trigger is None or (trigger.form != "noun" and not accepts) or other:
            return  # after a verb a genitive is of another noun: "участвовали главы ведомств Беларуси"
        if role := role_at(slot, "of") or given_by(slot, member):
            yield slot.nucleus, role


def _owned(clause: Clause, member: Member, slot: Slot) -> bool:
    """Tell what an English genitive is of, by the words between: "the President's first official [visit]"."""
    gap = clause.row.elements[member.last + 1 : slot.at]
    return not any(e.role in {"and", "during", "with", "passive"} or e.kind == "comma" for e in gap)


def _prepositional(clause: Clause, member: Member, inside: Mapping[int, Member]) -> Iterator[tuple[Nucleus, str]]:
    if member.marker == "lead" and member.actor.case == "gen" and clause.row.elements[member.at - 1].kind == "text":
        return  # "во главе с председателем [Сената]", whoever it is
    for slot in (*clause.before(member.at), *clause.after(member.at)):
        organised = member.marker == "organiser" and slot.at < member.at
        if organised and any(getattr(e.entry, "generic", False) for e in clause.row.elements[slot.at + 1 : member.at]):
            return  # "arrived to take part in [events] organised by the Union"
        aside = slot.nucleus.during and not (organised or adjacent(clause, slot.at, member, inside))
        if aside or of_other_deed(clause, slot, member):
            continue
        if member.marker in {"with", "between"} and (
            in_clause(clause, slot, member) or met_beside(clause, slot, inside)
        ):
            continue
        bare = slot.noun and not slot.nucleus.verbs and slot.at > member.at and member.marker == "with"
        if bare and not clause.cases:
            continue  # "shared [with] the minister what came of the consultations"
        going = slot.noun and slot.at < member.at and slot.nucleus.type in _BY
        going = going and plain(clause, slot.at, list_start(clause.row, member, inside))
        ceremony_of = clause.cases and clause.row.elements[slot.at].frame == "present" and slot.at == member.at - 1
        if member.marker == "by" and not (going or ceremony_of or is_passive(clause.row, slot.at)):
            continue  # but "вручение верительных грамот [послом]"
        if member.marker == "by" and by_another(clause, slot, member):
            return
        if role := role_at(slot, member.marker):
            lecture = member.marker == "by" and slot.noun and member.actor.person  # "a lecture by the ambassador"
            role = "attend" if lecture else role
            yield (ceremony(clause, slot) if member.marker == "present" else slot.nucleus), role
            return


def _subject_initial(clause: Clause, member: Member) -> Iterator[tuple[Nucleus, str]]:
    """Of the verb after it, and of verbs joined to that; else, where cases tell, of the verb before it."""
    if clause.cases and (tells_aside(clause, member) or visited_first(clause, member)):
        return  # "Как рассказала [Мария Иванова], министр проведёт переговоры"
    if (sits := _sits(clause, member)) is not None:
        yield sits
        return
    right = [s for s in clause.after(member.at) if not s.noun and not others(clause, member, s.at)]
    done, goes = False, clause.cases and not clause.row.frames.isdisjoint({"visit", "arrive"})
    for n, slot in enumerate(right):
        if within_own(clause, member, slot.at) or (goes and aimed(clause.row, slot.at)):
            continue  # "N, who attended the forum, met M", "прибыл N для участия в форуме"
        if another_clause(clause, member, slot.at) or inviting(clause, slot.at):
            break
        role = subject_role(clause, slot) or sets_out(clause, member, slot)
        if role:
            yield slot.nucleus, role
            done = True
            if not joined(clause, slot.at, right[n + 1 :]):
                return
    if not done:
        yield from _subject_after(clause, member)


def _sits(clause: Clause, member: Member) -> tuple[Nucleus, str] | None:
    """The sitting of the body right before its noun, or that the body is: "the [Trade Committee] meeting was held"."""
    slot = next(iter(clause.after(member.at)), None) if clause.row.passage.language.analytic else None
    if slot is None or member.actor.person or slot.nucleus.type != "session":
        return None
    if slot.nucleus.sits == member.at:
        return slot.nucleus, "attend"
    role = role_at(slot, "of") if slot.noun and slot.at == member.last + 1 else None
    return (slot.nucleus, role) if role else None


def _subject_after(clause: Clause, member: Member) -> Iterator[tuple[Nucleus, str]]:
    """Of the verb before it: "В семинаре приняли участие специалисты", "Speaking at the session, the minister"."""
    for slot in clause.before(member.at):
        if slot.noun:
            continue
        e = clause.row.elements[slot.at]
        if not member.actor.person and not member.through and e.frame in {"visit", "receive"}:
            return  # "посетила университет": an institution after the verb is what is visited
        gap = range(slot.at + 1, member.at)
        elements = clause.row.elements
        sides = {k for k in gap if elements[k - 1].place is not None and elements[k - 2].role == "with"}
        barred = {"stop", "participants", "into" if member.through else "stop"}  # "в составе делегации [Чили]"
        if any(elements[k].role in barred for k in gap if k not in sides):
            return  # but "подписали с чилийской [стороны] министр N"
        if (clause.cases or e.is_trigger("participle", "present")) and (role := role_at(slot, "subject")):
            yield slot.nucleus, role
            return
