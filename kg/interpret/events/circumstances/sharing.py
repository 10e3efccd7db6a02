"""Days and places that facts of one row share: those of its dateline, of what is joined, of talks told in passing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.event_types import GATHERED, MET, TALKS
from kg.model import DAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Clause

# Kinds of elements of a dateline that names no outlet.
_OPENING = frozenset({"place", "date", "comma", "mark"})
# Elements among which stands what opens a sentence.
_OPENS = 4
# Types of events on whose sidelines somebody is told to have met.
_WHOLE = GATHERED | {"meeting"}


def share(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """Let facts of a row have the days and places of others there."""
    _spread(clause, facts)
    _there(clause, facts)
    _framed(facts)
    if clause.cases:
        _talked_over(clause, facts)
        _together(clause, facts)
    else:
        _beside(clause, facts)


def share_listed(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """Let events that a verb behind them tells of together have one day and place: "Ошта отырыс және форум өтті"."""
    for first, second in pairwise(clause.nuclei):
        if second.with_(first):
            facts[id(second)].share_in(facts[id(first)])
    _done_that_day(clause, facts)


def _done_that_day(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """Let the day that opens a sentence hold for what a verb at its end joins: "maýda Oşa baryp, N bilen duşuşdy".

    Of a span of days, or of another subject, it does not; nor of talks beside a gathering, which it would make one.
    """
    elements = clause.row.elements
    told = [f for n in clause.nuclei if not ((f := facts[id(n)]).nucleus.during or n.relative or n.aside)]
    for first, second in pairwise([f for f in told if _predicate(f) is not None]):
        days = [d for d in first.dates if any(e.date is d for e in elements[:_OPENS]) and d.iso_end is None]
        begin, end = _predicate(first), _predicate(second)
        if not days or second.dates or begin is None or end is None or first.nucleus.planned != second.nucleus.planned:
            continue
        goes = first.nucleus.type == "visit" or second.nucleus.verbal
        if goes and not clause.subject_between(begin, end) and len(days[0].iso) == DAY:
            second.dates.append(days[0])


def _predicate(fact: Fact) -> int | None:
    """Index of the converb or finite verb by which it is told, None of a noun or a participle."""
    at = fact.nucleus.last_verb
    trigger = fact.nucleus.row.elements[at].trigger
    return at if trigger is not None and trigger.form in {"verb", "converb"} else None


def dateline(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """The day that a dateline gives, unless the sentence gives one; what is to come has a day of its own.

    An election's day is no other event's: "OSLO, 5 May 2024 – Observers arrived for [Sunday's] elections".
    """
    told = next((n for n in clause.nuclei if (n.verbs or n.verbal) and not (n.planned or n.during)), None)
    if told is None:
        return
    fact = facts[id(told)]
    opening = clause.row.elements[: clause.row.lead]
    town = next((e.place for e in opening if e.place is not None and e.place.kind == "town"), None)
    dated = any(e.date is not None for e in opening) and all(e.kind in _OPENING for e in opening)
    if clause.cases and town is not None and dated and not fact.states:
        same = all(p.kind == "capital" and p.country in {None, town.country} for p in fact.places)
        # "Осло, 5 мая 2024 года – Состоялась встреча", "… – В столице Норвегии": no outlet's name stands beside it
        fact.places = [town] if same else fact.places
    if any(f.dates for f in facts.values() if f is fact or f.nucleus.type != "election"):
        return
    fact.dates += [e.date for e in opening if e.date is not None and e.date.kind == "date"][:1]
    fact.opened = bool(fact.dates)


def _spread(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """Let the day that opens a sentence hold for what is joined: "On 5 May, she visited the plant and met [N]"."""
    told = [f for n in clause.nuclei if not (f := facts[id(n)]).nucleus.during and (n.verbs or n.verbal)]
    elements = clause.row.elements
    for first, fact in pairwise(told):
        days = [d for d in first.dates if any(e.date is d for e in elements[: first.nucleus.start])]
        start = fact.nucleus.start
        apart = any(e.role == "stop" for e in elements[first.nucleus.head : start])
        unlike = fact.nucleus.hypothetical or fact.nucleus.planned != first.nucleus.planned
        to = not (first.nucleus.hypothetical or clause.cases) and start > 0 and elements[start - 1].role == "to"
        if to and first.nucleus.type == "visit" and first.nucleus.verbal:  # "will travel to Oslo on 5 May to meet N"
            fact.dates += [d for d in first.dates[:1] if not fact.dates]
            fact.places += [p for p in first.places[:1] if not fact.places]
        if not clause.cases and fact.nucleus.verbs and fact.nucleus.verbs == first.nucleus.verbs:
            ahead = [e.place for e in elements[: first.nucleus.start]]  # "will travel to Oslo to attend A, B and [C]"
            fact.places += [p for p in first.places[:1] if p in ahead and not fact.places]
        if days and not (fact.dates or apart or unlike or (clause.cases and not _finite(fact))):
            fact.dates.append(days[0])


def _finite(fact: Fact) -> bool:
    """Tell what verbs tell of, not participles nor a noun alone: "[прибывший с визитом] министр встретился"."""
    told = [fact.nucleus.row.elements[v].trigger for v in fact.nucleus.predicates]
    return bool(told) and all(t is not None and t.form == "verb" for t in told)


def _there(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """Give what a clause tells the place that it stands behind: "visited Oslo, [where] she met N"."""
    row = clause.row
    for i in row.at("stop"):
        before = [e for e in row.elements[max(0, i - 2) : i] if e.kind != "comma"][-1:]
        if row.norm(row.elements[i]) not in row.passage.language.events.there or not before or before[0].place is None:
            continue
        told = next((n for n in clause.nuclei if n.at > i and not n.during and (n.verbal or n.verbs)), None)
        if told is None or told.type == "visit":
            continue
        fact, there = facts[id(told)], before[0].place
        visit = next((facts[id(n)] for n in clause.nuclei if n.at < i and n.type == "visit"), None)
        places = [p for p in visit.places if p.country == there.country] if visit is not None else []
        fact.places = fact.places or (places or [there])[:1]
        fact.dates = fact.dates or (visit.dates[:1] if visit is not None else [])


def _beside(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """Give who met on the sidelines its day and place: "met N on the sidelines of the forum held in Oslo on 5 May"."""
    for first, second in pairwise(clause.nuclei):
        met, frame = facts[id(first)], facts[id(second)]
        within = second.during == "within" and second.type != "visit" and not (first.during or first.planned)
        if within and (first.verbal or first.verbs):
            met.places += [p for p in frame.places[:1] if not met.places]
            met.dates += [d for d in frame.dates[:1] if not met.dates]
        if first.during == "within" and first.type in _WHOLE and not (second.during or second.planned):
            stretch = clause.row.elements[first.at : second.head]
            closed = next(
                (n for n, e in enumerate(stretch) if e.kind == "comma"), 0
            )  # "… of the forum in Oslo, A met B"
            there = [e.place for e in stretch[:closed] if e.place is not None]
            met.places += [p for p in frame.places[:1] if p in there and not met.places]


def _framed(facts: Mapping[int, Fact]) -> None:
    """Give talks the day and place of what was discussed at them: "5 мая в ходе встречи A с B были обсуждены"."""
    talks = next((f for f in facts.values() if f.nucleus.during == "during" and f.attend), None)
    if talks is None or talks.nucleus.type not in TALKS:
        return
    alone = frozenset(talks.attend if talks.nucleus.row.passage.language.analytic else ())
    told = [
        f for f in facts.values() if "discuss" in f.nucleus.frames and f.nucleus.verbal and alone.issuperset(f.attend)
    ]
    for fact in told:
        talks.share_in(fact)


def _talked_over(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """Give a Russian noun for talks the day of what was discussed there: "На [встрече] 5 мая обсуждён проект"."""
    for first, second in pairwise(clause.nuclei):
        talks, told = facts[id(first)], facts[id(second)]
        plain = first.type in MET and not (first.verbal or first.verbs or first.planned or talks.dates)
        if plain and second.verbal and "discuss" in second.frames and not told.attend:
            talks.dates += told.dates


def _together(clause: Clause, facts: Mapping[int, Fact]) -> None:
    """Let events that one verb tells of have the day and the place of that: "5 мая в Осло прошли [сессия и форум]".

    What stands between them is of the first alone.
    """
    for first, second in pairwise(clause.nuclei):
        if not first.verbs or first.verbs != second.verbs or first.frames != ["occur"]:
            continue
        left, right = facts[id(first)], facts[id(second)]
        own = [e.date or e.place for e in clause.row.elements[first.at : second.at]]
        for one, other in ((left, right), (right, left)):
            one.dates += [d for d in other.dates if not one.dates and d not in own]
            one.places += [p for p in other.places if not one.places and p not in own]
