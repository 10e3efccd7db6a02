"""When and where: to which nucleus of a row a date or a place belongs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.circumstances import years
from kg.interpret.events.circumstances.agreed import agreed_then
from kg.interpret.events.circumstances.capitals import named
from kg.interpret.events.circumstances.inserted import Apart, opens_clause
from kg.interpret.events.circumstances.other_days import aside, of_another, said_at
from kg.interpret.events.circumstances.sharing import dateline, share, share_listed
from kg.interpret.events.circumstances.whereabouts import bound_for, goes_or_sits, houses, is_where, named_venue
from kg.interpret.events.nuclei.voice import founds
from kg.interpret.events.sentence.attributes import attribute
from kg.interpret.events.sentence.quoted import depths
from kg.interpret.events.sentence.row import DASHES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus, Slot
    from kg.interpret.events.sentence.row import Element, Row

# Elements from a date to the noun that it qualifies: "the March 2023 parliamentary elections".
_CLOSE = 4
# Elements between a visit and where it goes: "визит в Ашхабад", "visit to the capital".
_BESIDE = 2
# Elements between where somebody goes and the noun for the visit, where nouns stand last.
_GOAL = 5
# Elements from "who" to a visit.
_CLAUSE = 6


def place_and_date(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """Give each date and place of a row to the fact of its nucleus; `facts` by the identity of nuclei."""
    owner = _final if clause.final else _initial
    depth = depths(clause.row) if clause.row.passage.dates else []
    apart = Apart(clause)
    opening = founds(clause.row, 0)  # "Launched in 2004 at Japan's initiative, …"
    for i in clause.row.telling:
        e = clause.row.elements[i]
        opening = opening and e.kind != "comma"
        if i < clause.row.lead or ((e.date or e.place) and _elliptical(clause, i)):
            continue
        if e.date is not None and e.date.kind == "date" and not of_another(clause, i):
            nucleus = said_at(clause, i) or apart.owner(i, owner)
            nucleus = nucleus and agreed_then(clause, i, nucleus)
            if nucleus and (not depth[i] or depth[i] == depth[nucleus.at]) and not years.counts(nucleus, e.date):
                dates = facts[id(nucleus)].dates  # of several, the one next to the nucleus comes first
                behind = i > min(nucleus.predicates or [nucleus.at]) and not _put_off(clause.row, i)
                dates.insert(len(dates) if behind else 0, e.date)
        elif (
            e.place is not None
            and not (opening or aside(clause, i))
            and (houses(clause, i) or is_where(clause, i, e.place))
        ):
            nucleus = (found := apart.owner(i, owner) and owner(clause, i)) and agreed_then(clause, i, found)
            if nucleus and not (goes_or_sits(clause.row, i, nucleus) or _aimed(clause.row, i, nucleus)):
                facts[id(nucleus)].places += [where] if (where := named(clause.row, i)) else []
        elif (e.role == "venue" or named_venue(clause, i)) and (nucleus := owner(clause, i)):
            facts[id(nucleus)].venue = True
    if clause.row.lead:
        dateline(clause, facts)
    (share_listed if clause.final else share)(clause, facts)


def _put_off(row: Row, i: int) -> bool:
    """Tell the new day of what was put off: "The forum, scheduled for 5 May, has been postponed to [10 June]"."""
    moved = row.passage.language.events.moved
    return any(word in moved for e in row.elements[max(0, i - _CLOSE) : i] for word in row.norm(e).split())


def _aimed(row: Row, i: int, nucleus: Nucleus) -> bool:
    """Tell a place of what an event was for: "Целью [визита] стало трудоустройство студентов в компании Чили"."""
    apart = nucleus.untold and 0 < nucleus.at < i - _BESIDE
    return apart and row.norm(row.elements[nucleus.at - 1]) in row.passage.language.events.goals


def _final(clause: Clause, i: int) -> Nucleus | None:
    """The first nucleus after it that isn't another's; a subject in between opens the main clause, frames give way."""
    for slot in clause.after(i):
        nucleus, gap = slot.nucleus, slot.at - i - 1
        if _of_other_words(clause.row, i, slot.at):
            return None
        set_for = clause.row.elements[i + 1].role == "planned"  # "10 қаңтарға [белгіленген] … сайлауға"
        topic = _only_topic(clause.row, i, nucleus.head)
        if nucleus.type == "election" and (gap > 1 or topic) and not (nucleus.verbs or set_for):
            continue
        trigger = clause.row.elements[slot.at].trigger
        if any(nucleus.at < v < i for v in nucleus.verbs):
            continue  # "отырыс өткізіп, [28 сәуірде] өткен дауыс беру қорытындысын бекітті"
        finite = not slot.noun and trigger is not None and trigger.form in {"verb", "converb"}
        if not finite and clause.subject_between(i, slot.at) and (_predicated(clause, slot.at) or nucleus.hypothetical):
            continue
        place = clause.row.elements[i].place
        if place is not None and place.case == "dat" and slot.noun and nucleus.type == "visit" and gap <= _GOAL:
            return nucleus  # "Ошқа (Қырғызстан) жұмыс сапары шеңберінде"
        more = clause.more_after(nucleus, slot.at)
        if more and (topic or _inner(clause.row, i, nucleus)):
            continue
        aim = nucleus.aim and not nucleus.during  # "5-nji maýda foruma gatnaşmak üçin gelen ilçi"
        house = any(e.actor for e in clause.row.elements[i + 1 : slot.at])  # "maýda ministrlikde sapar bilen gelen"
        if more and (aim or nucleus.relative) and (gap > _BESIDE or house):
            continue  # "5-nji maýda ministr saparda bolýan ilçi bilen duşuşdy"
        if more and (nucleus.generic or (nucleus.during and slot.verb is None and gap)):
            continue
        return nucleus
    # "The next seminar 25 May (is) planned": what is planned has no verb of events after it
    foreseen = (s.nucleus for s in clause.before(i) if s.noun and s.nucleus.planned and not s.nucleus.verbs)
    return next(foreseen, None)


def _only_topic(row: Row, i: int, at: int) -> bool:
    """Tell what something else is only about, there or on the day at `i`: "5-nji maýda [saýlawlary] barada ýygnak".

    So "maýda ministrlikde [saparynyň] jemlerine bagyşlanyp brifing geçirildi".
    """
    here = row.elements[i].date or row.elements[i].place
    behind = [e.role or e.kind for e in row.elements[at + 1 : at + 1 + _BESIDE]]
    about = behind[:1] == ["topic"] or behind in (["text", "topic"], ["text", "beneficiary"])
    return about and here is not None and not here.text.endswith(row.passage.language.events.attributive)


def _inner(row: Row, i: int, nucleus: Nucleus) -> bool:
    """Tell a noun that no sentence is about behind a house or another day: "maýda [ministrlikde] bolan saparynyň"."""
    nested = not (nucleus.finite or {"gen", "dat"}.isdisjoint(nucleus.element.cases))
    gap = row.elements[i + 1 : nucleus.at] if nested else ()
    dated = row.elements[i].date is not None
    return any((dated and e.date) or (e.actor and e.actor.case == "loc") for e in gap)


def _of_other_words(row: Row, i: int, at: int) -> bool:
    """Tell a day or a place of what somebody told at the event at `at`, and a year of another noun before it.

    "[5 мамырда] [Ошта] сайлау өтеді, деп хабарлады N брифингте"; "[2025 жылғы] маусымның қорытындысы көрген отырыс".
    """
    date, language = row.elements[i].date, row.passage.language
    said, ending = language.events.reporting, language.events.attributive
    if any(row.norm(e) in said or (e.frame == "say" and e.is_trigger("verb")) for e in row.elements[i + 1 : at]):
        return True
    if date is None or not ending or "-" in date.iso or not date.text.endswith(ending):
        return False
    words = (row.norm(e) for e in row.elements[i + 1 : at] if e.kind == "text")
    return any(a.possessive == "3" and a.harmonic for word in words for a in language.analyse(word))


def _predicated(clause: Clause, at: int) -> bool:
    """Tell whether a nucleus with a verb is complete only after an index."""
    return any(n.head > at and (n.frames or n.verbal) for n in clause.nuclei)


def _closed(clause: Clause, slot: Slot, gap: Sequence[Element]) -> bool:
    """Tell a frame that a comma closes: "Following the meeting, it was decided to go on in [2026]"."""
    own = any(clause.row.elements[v] in gap for v in slot.nucleus.verbs)  # "the visit to Oslo, to be held on [5 May]"
    return bool(slot.nucleus.during) and not (clause.cases or own) and any(e.kind == "comma" for e in gap)


def _initial(clause: Clause, i: int) -> Nucleus | None:  # noqa: PLR0911 - a list of answers, the first that fits
    """The nucleus before it in the clause; else the main one after it."""
    elements = clause.row.elements
    before, after = clause.before(i), clause.after(i)
    if _goes(clause, i, before) or _which(clause, i, before):
        return before[0].nucleus
    for slot in after[:1]:
        near = (
            slot.at - i < _CLOSE
            and all(
                e.kind == "text" or (e.actor is not None and not e.actor.person)  # "the [5 May] NATO summit"
                for e in elements[i + 1 : slot.at]
            )
        )
        own = clause.cases and (first := attribute(clause.row, slot.at)) is not None and first < i
        if slot.verb is None and (own or (near and not _aside(slot.nucleus))):
            return slot.nucleus
    if _next_clause(clause, i, before, after) or opens_clause(clause, i, before, after):
        return after[0].nucleus
    for slot in before[:1]:
        gap = elements[slot.at + 1 : i]
        if any(e.role == "stop" or e.frame == "arrive" for e in gap):
            break
        apart = elements[i].date is not None and any(e.actor is not None for e in elements[: slot.at])
        if _closed(clause, slot, gap) and not apart:  # "N spoke at a meeting in Oslo, the capital, on [5 May]"
            return _main(after, slot.nucleus)
        beside = slot.nucleus.type == "visit" and elements[i].kind == "place"
        beside = beside and (len(gap) <= _BESIDE or bound_for(clause.row, i, slot.at))
        # "during the forum, which is held on [5 May], a meeting", "на полях форума, проходящего [5 мая], …"
        own = slot.verb is not None and (not clause.cases or elements[slot.verb].is_trigger("participle"))
        aside = slot.nucleus.during == "within" and len(gap) == 1 and before[-1].nucleus is not slot.nucleus
        main = _main(after, slot.nucleus) if slot.nucleus.during and not (beside or own or aside) else None
        if main is None and slot.nucleus.during and clause.cases and len(gap) > _CLOSE:
            return None  # "В ходе встречи министр рассказал о том, что с 1 июля…": a day of what was spoken about
        return main or slot.nucleus
    if elements[i].kind == "place" and clause.arrived_before(i):
        there = i + 1 < len(elements) and elements[i + 1].role == "beneficiary"
        return after[0].nucleus if there and after else None  # "отправится в Осло для участия в форуме"
    framed = before[0] if before and before[0].nucleus.during else None
    last = framed or (before[0] if before and clause.cases else None)  # "встреча по плану, который утверждён [в мае]"
    stopped = last is not None and any(e.role == "stop" for e in elements[last.at + 1 : i])
    return _main(after, None) or next((s.nucleus for s in (*after, *(() if stopped else before))), None)


def _which(clause: Clause, i: int, before: Sequence[Slot]) -> bool:
    """Tell a relative clause that only says when what stands before is planned: "визит, который запланирован на"."""
    gap = clause.row.elements[before[0].at + 1 : i] if clause.cases and before else ()
    at = next((n for n, e in enumerate(gap) if e.role == "stop" and e.form is not None and "nom" in e.form.cases), None)
    told = gap[at + 1 :] if at is not None else ()
    plain = all(e.kind == "text" or e.role in {"planned", "in"} for e in told)
    return plain and any(e.role == "planned" for e in told)


def _elliptical(clause: Clause, i: int) -> bool:
    """Tell what a dash follows where a verb is left out: "пройдёт встреча, а [в декабре] – саммит"."""
    row, elements = clause.row, clause.row.elements
    if not clause.cases or i + 1 >= len(elements) or row.norm(elements[i + 1]) not in DASHES:
        return False
    k = next((k for k in range(i - 1, 0, -1) if elements[k].role != "in"), 0)
    return k > 0 and elements[k].kind == "text" and elements[k - 1].kind == "comma"


def _next_clause(clause: Clause, i: int, before: Sequence[Slot], after: Sequence[Slot]) -> bool:
    """Tell a date that opens a clause of its own: "встретится с послом, а [24 ноября] посетит Осло"."""
    elements = clause.row.elements
    if not (clause.cases and before and after and elements[i].date is not None):
        return False
    told_of = before[0].nucleus.topical and not before[0].nucleus.verbs
    if told_of and elements[i + 1].role == after[0].nucleus.during != "":
        return True  # "о форуме договорились [14 мая] во время встречи"
    if after[0].noun:
        return False
    commas = [any(e.kind == "comma" for e in elements[a + 1 : b]) for a, b in ((before[0].at, i), (i, after[0].at))]
    return commas == [True, False] and elements[after[0].at].is_trigger("verb")


def _goes(clause: Clause, i: int, before: Sequence[Slot]) -> bool:
    """Tell a place right behind a noun for a visit: "в ходе визита в [Осло] встретится с послом"."""
    visit = clause.cases and clause.row.elements[i].kind == "place" and bool(before) and before[0].noun
    return visit and before[0].nucleus.type == "visit" and i - before[0].at <= _BESIDE


def _main(slots: Sequence[Slot], but: Nucleus | None) -> Nucleus | None:
    found = [s.nucleus for s in slots if s.nucleus is not but and not s.nucleus.during]
    found = [n for n in found if not _bare(n)] or found
    voted = [n for n in found if n.type == "election" and not n.verbs]  # "5 мая глава миссии на выборах встретился"
    if found == voted and any(s.nucleus.during and s.nucleus is not but for s in slots):
        return None  # "заявил сегодня на встрече министр, сообщил центр выборов"
    found = [n for n in found if n not in voted] or found
    return next((n for n in found if not _aside(n)), found[0] if found else None)


def _bare(nucleus: Nucleus) -> bool:
    """Tell an English noun without an article that no verb is about: "involved in [training], is visiting Oslo"."""
    told = nucleus.verbal or nucleus.verbs or nucleus.definite or nucleus.indefinite or nucleus.plural
    counted = nucleus.ordinal is not None or getattr(nucleus.entry, "mass", False)
    return not (told or counted) and nucleus.row.passage.language.analytic


def _aside(nucleus: Nucleus) -> bool:
    """Tell a visit that a participle tells of aside: "5 мая [находящийся с визитом] министр встретился"."""
    triggers = [nucleus.row.elements[v].trigger for v in nucleus.predicates]
    before = nucleus.row.elements[max(0, nucleus.at - _CLAUSE) : nucleus.at]
    if nucleus.type == "visit" and not triggers and nucleus.row.passage.language.analytic:
        return any(a.role == "stop" and b.role == "passive" for a, b in pairwise(before))  # "who is on a visit to Oslo"
    return nucleus.type == "visit" and bool(triggers) and all(t and t.form == "participle" for t in triggers)
