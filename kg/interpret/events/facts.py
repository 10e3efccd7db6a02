"""What one row says of each of its nuclei: who took part and how, when, where."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.arguments import postpositions, prepositions
from kg.interpret.events.arguments.bodies import runs, sat, sits
from kg.interpret.events.arguments.delegations import composition, presenters, speakers
from kg.interpret.events.arguments.gapping import told_apart
from kg.interpret.events.arguments.greetings import but_greetings
from kg.interpret.events.arguments.guests import among, came, came_for, came_to, of_states, told_of, took_part_within
from kg.interpret.events.arguments.heading import heads
from kg.interpret.events.arguments.owners import owners
from kg.interpret.events.arguments.relative import who_did
from kg.interpret.events.arguments.reports import cited, only_tells
from kg.interpret.events.arguments.there import did_there
from kg.interpret.events.arguments.understood import understood, visitors
from kg.interpret.events.arguments.venues import seen_there
from kg.interpret.events.arguments.visitors import add_unnamed
from kg.interpret.events.circumstances.attachment import place_and_date
from kg.interpret.events.event_types import MET
from kg.interpret.events.fact import Fact, Reported
from kg.interpret.events.nuclei.finding import find_nuclei
from kg.interpret.events.nuclei.nucleus import Clause
from kg.interpret.events.part import note
from kg.interpret.events.sentence.quoted import speech, title_end, titles
from kg.interpret.events.sentence.row import OPENING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Row

# Elements from a visit to where it goes: "the visit of the minister to".
_GOAL = 6
# Nouns in the locative that are looked at for who spoke there.
_PLACES = 12
# Elements from an event during which something is said to the verb of saying.
_SAID = 24
# Elements from an event to its name in quotation marks.
_NAMED = 12
# Elements between a state and the visit to it.
_BESIDE = 4


def report(row: Row) -> Reported:
    """Everything that a row says of events."""
    clause = Clause(row, find_nuclei(row))
    facts = {id(n): Fact(n) for n in clause.nuclei}
    found = (postpositions if clause.final else prepositions).members(row)
    listed, headed = (composition(row, found), heads(row, found)) if found else ([], [])
    if facts:
        _attribute(clause, facts, found, listed, headed)
    told = but_greetings(row, told_apart(clause, list(facts.values()), found), found)
    return Reported(row, told, found, speakers(row, found), presenters(row, found), listed, headed)


def _attribute(
    clause: Clause,
    facts: Mapping[int, Fact],
    found: Sequence[Member],
    listed: Sequence[str],
    headed: Sequence[tuple[str, str | None]],
) -> None:
    """Give the actors, days and places of a row to its facts."""
    row = clause.row
    inside = {m.at: m for m in found}
    quoted = _quoted(clause)
    for member in found:
        idle = member.at in quoted or member.blocked or member.actor.id in listed
        if idle or (member.marker == "lead" and member.through):
            continue
        if _attribution(row, member) or only_tells(row, member) or (clause.final and _of_place(row, member)):
            continue
        if member.actor.country and not member.through and _is_goal(clause, member, found):
            _visited(clause, facts, member)
            continue
        called = member.marker == "to" and member.actor.person
        if (member.marker == "object" or called) and not member.through:
            (_called_on if member.actor.person else _seen)(clause, facts, member)
        for nucleus, role in owners(clause, member, inside):
            note(facts[id(nucleus)], member, role)
    for fact in facts.values():
        runs(fact)
        sat(fact, found)
        sits(fact, found)
    _headed(facts, found, headed)
    _complete(clause, facts, found)


def _quoted(clause: Clause) -> set[int]:
    """Elements inside the quoted names of events, which do nothing there: "форум «Мир с точки зрения [ЮНЕСКО]»"."""
    row, found = clause.row, set[int]()
    if OPENING.isdisjoint(row.passage.sentence.words):
        return found
    if clause.final:
        return titles(row)
    for nucleus in clause.nuclei:
        if nucleus.verbal:
            continue
        for i in range(nucleus.at + 1, min(nucleus.at + 1 + _NAMED, len(row.elements))):
            end = title_end(row, i)
            if end is not None:
                found |= set(range(i, end))
            if row.elements[i].kind == "comma" or row.elements[i].frame or end is not None:
                break
    return found


def _complete(clause: Clause, facts: Mapping[int, Fact], found: Sequence[Member]) -> None:
    """Add who is not said by an argument of a nucleus, when, and where."""
    told, fusional = list(facts.values()), clause.row.passage.language.fusional
    if clause.final:
        _on_the_way(told, found)
        _spoke_there(told, found)
    else:
        if fusional:
            understood(clause, told, found)
        did_there(clause, told, found)
        if not clause.cases:
            who_did(clause, facts, found)
        _went_to_both(told, found)
    place_and_date(clause, facts)
    if fusional:
        visitors(told, found)
        among(told, found)
    elif not clause.cases:
        add_unnamed(told, found)
    if clause.final:
        for add in (among, came, told_of, came_for, came_to, took_part_within, of_states, _met):
            add(told, found)


def _went_to_both(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Let who attended the first of several events attend each: "came to take part in the Forum and the session"."""
    for first, second in pairwise(facts):
        verbs, row = second.nucleus.verbs, second.nucleus.row
        if not verbs or not row.passage.language.analytic:
            continue
        came = first.nucleus.type == "visit" and first.nucleus.verbal and row.elements[verbs[0] - 1].role == "to"
        if first.nucleus.verbs == verbs or (came and row.elements[verbs[0]].frame == "attend"):
            who = [m.actor.id for m in found if m.at < verbs[0] and m.actor.person]
            taking = [i for i in who if i in first.attend or i in second.attend]
            for fact in (first, second):
                fact.attend = [*taking, *(i for i in fact.attend if i not in taking)]


def _met(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Let who met somebody take part where much stands between: "ministriň … gelen ilçi bilen duşuşygy geçirildi".

    In "ministr ilçi bilen geçiren duşuşygynyň dowamynda belledi" it is the subject of the main verb.
    """
    for fact in facts:
        nucleus = fact.nucleus
        trigger = nucleus.element.trigger
        if nucleus.verbal or nucleus.type not in MET | {"visit"} or fact.markers & {"of", "subject", "between"}:
            continue
        owned = trigger is not None and (trigger.possessed or (nucleus.plural and nucleus.planned))
        if "with" not in fact.markers or not owned:
            continue
        marker = "subject" if nucleus.during and "hold" in nucleus.frames else "of"
        taking = {i for f in facts for i in f.attend if f is not fact}
        own = (m for m in found if m.at < nucleus.at and m.marker == marker and m.actor.person and not m.through)
        first = next((m for m in own if m.actor.id not in fact.attend), None)
        if first is not None and (marker == "subject" or first.actor.id not in taking):
            fact.add("attend", first.actor.id)


def _attribution(row: Row, member: Member) -> bool:
    """Tell who a headline quotes: "СІМ: Қытай министрі Астанаға келеді"."""
    after = row.elements[member.at + 1 : member.at + 2]
    return row.passage.sentence.heading and member.at == 0 and bool(after) and row.norm(after[0]) == ":"


def _of_place(row: Row, member: Member) -> bool:
    """Tell a state that only says where a place is ("Түрікменстанның Дашогуз қаласында"), or whose ministers met."""
    awaited = "attend" in row.frames and "planned" in row.roles
    if member.actor.country and member.marker == "of" and row.passage.sentence.heading and not awaited:
        return True  # "Türkmenistanyň we Ýaponiýanyň ministrleriniň duşuşygy": the lead says whose ministers
    after = row.elements[member.at + 1 : member.at + 3]
    country = member.actor.country if member.marker == "of" and not member.through else None
    own = after[:1] and not (after[0].actor is not None and after[0].actor.country)  # "Çiliniň Perunyň Limasynda"
    return bool(country and own) and any(e.place and e.place.country in {None, country} for e in after)


def _is_goal(clause: Clause, member: Member, found: Sequence[Member]) -> bool:
    """Tell whether a state is where something is, or what somebody visits.

    Where heads stand last, a name in a vowel is its own dative: "Prezident Italiýa resmi sapar bilen bardy". In
    "Prezidentiň Italiýa sapary" it has no ending either.
    """
    if clause.final and member.marker in {"subject", "of"} and member.actor.case in {"nom", ""}:
        gap = next((n.at - member.last for n in clause.nuclei if n.type == "visit" and n.at > member.last), _GOAL)
        acting = any(m.actor.person and not m.through and m.at < member.at for m in found)
        acting = acting or any(e.role == "he" for e in clause.row.elements[: member.at])
        if acting and gap < _GOAL:
            return True
    if member.marker in {"object", "subject"}:
        return any(clause.row.elements[s.at].frame == "visit" for s in clause.before(member.at)[:1])
    return member.marker in {"to", "in"} or (member.marker == "apart" and seen_there(clause, member))


def _visited(clause: Clause, facts: Mapping[int, Fact], member: Member) -> None:
    """A state to which a visit goes takes no part in it. Where heads stand last, the visit is the next one."""
    visits = [f for f in facts.values() if f.nucleus.type == "visit"]
    before = [f for f in visits if 0 < f.nucleus.at - member.last <= _BESIDE]  # "Gazagystana bolan saparynyň dowamynda"
    behind = [f for f in visits if not f.nucleus.verbal and 0 < member.at - f.nucleus.at <= _GOAL]
    of = [f for f in visits if not f.nucleus.during or f in before]
    following = [f for f in of if f.nucleus.at > member.last] if clause.final else []
    for fact in following[:1] or of or behind[-1:]:
        fact.states.append(member.actor.id)


def _seen(clause: Clause, facts: Mapping[int, Fact], member: Member) -> None:
    """Note an institution that is visited: "the delegation visited the university"."""
    for slot in clause.before(member.at)[:1]:
        if slot.nucleus.verbal and clause.row.elements[slot.at].frame == "visit":
            facts[id(slot.nucleus)].seen.append(member.actor.id)


def _called_on(clause: Clause, facts: Mapping[int, Fact], member: Member) -> None:
    """Make a meeting of a visit to a person: "the envoy visited the Secretary General, N, at his office"."""
    for slot in clause.before(member.at)[:1] if not clause.final else ():
        gap = clause.row.elements[slot.at + 1 : member.at]
        beside = all(e.kind == "text" or e.role in {"definite", "to"} or (e.actor and not e.actor.person) for e in gap)
        to = member.marker == "to"  # "paid a farewell visit to the Speaker"
        called = not slot.nucleus.verbal and "hold" in slot.nucleus.frames and not slot.nucleus.plural
        called = called if to else slot.nucleus.verbal and clause.row.elements[slot.at].frame == "visit"
        if called and beside and slot.nucleus.type in {"visit", "meeting"}:
            slot.nucleus.type = "meeting"
            note(facts[id(slot.nucleus)], member, "attend")


def _headed(facts: Mapping[int, Fact], found: Sequence[Member], headed: Sequence[tuple[str, str | None]]) -> None:
    """Let the head of a delegation take part where the delegation or the head does."""
    led = {m.actor.id for m in found if m.marker == "lead"}
    for person, owner in headed:
        for fact in facts.values():
            if owner not in led and (owner is None or owner in fact.attend or person in fact.attend):
                fact.delegations.append((person, owner))
                fact.add("attend", person)
                break


def _on_the_way(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Let who acts after or during "his visit" or "his meeting with" be of it: "сапарынан кейін Президент …"."""
    received = bool(facts) and "receive" in facts[0].nucleus.row.frames  # then the visitor is the one received
    wanted = "object" if received else "subject"
    persons = [m for m in found if m.marker == wanted and m.actor.person][:_PLACES]
    for fact in facts:
        trigger = fact.nucleus.element.trigger
        alone = not fact.attend if fact.nucleus.type == "visit" else fact.markers == {"with"}
        stays = getattr(fact.nucleus.entry, "frames", False)  # "министр Астанада болған кезінде кездесті"
        owned = trigger is not None and (trigger.possessed or fact.nucleus.during == "after" or stays)
        own = trigger is not None and trigger.form == "noun" and owned and alone
        own = own and fact.nucleus.type in {"visit", "meeting"}
        if not own or not fact.nucleus.during or fact.nucleus.plural:
            continue
        for member in sorted(persons, key=lambda m: (m.at < fact.nucleus.at, abs(m.at - fact.nucleus.at)))[:1]:
            fact.add("attend", member.actor.id)


def _relative(nucleus: Nucleus) -> bool:
    """Tell a noun of events inside a relative clause: "отырысында болған жайт"."""
    after = nucleus.row.elements[nucleus.at + 1 : nucleus.at + 2]
    return bool(after) and after[0].is_trigger("participle") and after[0].frame != "speak"  # "сөйлеген сөзінде"


def _there(fact: Fact) -> bool:
    """Tell an event at which somebody does something: "maslahatda", "брифинг барысында айтты"."""
    nucleus, trigger = fact.nucleus, fact.nucleus.element.trigger
    gap = nucleus.row.elements[nucleus.at + 1 : nucleus.at + 1 + _SAID]
    says = next((n for n, e in enumerate(gap) if e.frame == "say" and e.trigger and e.trigger.form == "verb"), 0)
    plain = says and not any(e.kind in {"comma", "mark"} for e in gap[:says])
    opens = nucleus.at <= 1 and nucleus.definite  # "Кездесу барысында ректор жоба туралы баяндады"
    during = nucleus.during == "during" and (plain or opens) and not (nucleus.verbal or fact.attend)
    return bool(during) or (trigger is not None and trigger.case == "loc")


def _spoke_there(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Let who does something at an event take part in it: "Maslahatda ministr … belledi"."""
    there = [f for f in facts if _there(f)][:_PLACES]
    taken = {i for f in there for i in f.attend}
    said = speech(there[0].nucleus.row) if there else ()
    for member in found:
        nearest = min(there, key=lambda f: abs(f.nucleus.at - member.at), default=None)
        acts = member.actor.person or member.through == "people"
        acts = acts or (nearest is not None and nearest.nucleus.type == "session" and member.at < nearest.nucleus.at)
        idle = nearest and (_relative(nearest.nucleus) or nearest.nucleus.planned)
        idle = idle or member.at in said
        idle = idle or (nearest is not None and member.at > cited(nearest.nucleus.row, nearest.nucleus.at))
        if idle or member.marker != "subject" or not acts or member.actor.id in taken:
            continue
        if nearest and nearest.nucleus.type not in {"visit", "office", "election"} and not nearest.nucleus.plural:
            nearest.add("attend", member.actor.id)
            nearest.spoken = "say" in nearest.nucleus.row.frames
