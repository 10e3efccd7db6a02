"""Elections of a document: what its sentences say of them, merged into events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.interpret.elections.continued import continued
from kg.interpret.elections.dating import told_day
from kg.interpret.elections.phrases import speak
from kg.interpret.elections.reports import Group, Report
from kg.interpret.elections.turnout import day_of, figures
from kg.interpret.elections.where import countries_named, place_of
from kg.interpret.elections.wording import elects_of, name_of
from kg.interpret.passages import passages
from kg.model import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.elections.line import Fill
    from kg.interpret.elections.phrases import Spoken
    from kg.interpret.passages import Passage
    from kg.language import Language
    from kg.model import Annotations, Document, Evidence


# Statuses of what is yet to come, unless another sentence tells that it was held: "monitored the preparation of".
_AHEAD = frozenset({"planned", "preparing"})


def read_elections(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> tuple[Event, ...]:
    """Elections, by-elections and referendums that have a date, an office or a body of their own.

    They come in the order in which the text first speaks of them, with provisional ids `e1`, `e2`…; `evidence`
    holds every sentence that speaks of the election. General talk of elections is none.
    """
    del cast  # the parties of other events; an election's place and body stand in its own phrase
    found: list[Report] = []
    before: list[Report] = []
    for passage in passages(document, annotations, languages):
        before = list(_reports(passage)) or list(continued(passage, before))
        found += before
    groups = _group([r for r in found if r.specific])
    for report in found:
        if not report.specific:
            _attach(report, groups)
    countries = countries_named(annotations)
    return tuple(_event(i, group, document.lang, countries) for i, group in enumerate(groups, 1))


def _reports(passage: Passage) -> Iterable[Report]:
    """What a passage tells of elections; one that only counts voters tells of the election of its day."""
    counted = (day_of(passage) or passage.today) if figures(passage) else None
    spoken = list(speak(passage))
    voters = passage.language.elections.match("voters")
    if counted and not any(s.date or s.fills for s in spoken) and voters.first(passage.low, passage.start, passage.end):
        yield _count(passage, counted)
    for one in spoken:
        for report in _by_office(one):
            if counted and not report.date:
                yield replace(report, day=counted, status="held", specific=True)
            else:
                yield report


def _count(passage: Passage, day: str) -> Report:
    """A count of voters that names no election: it goes by the headline, else by the sentence."""
    span = passage.item.headline or (passage.start, passage.end)
    return Report(passage, None, "", frozenset(), by=False, date=None, date_end=None, status="held", place=None,
                  country=None, elects=(), name=passage.text[slice(*span)], trigger="",
                  specific=True, day=day)  # fmt: skip


def _by_office(one: Spoken) -> Iterable[Report]:
    """One report for each kind of office: deputies of a parliament and of local councils are two elections."""
    kinds: dict[str, list[Fill]] = {}
    for fill in one.fills:
        kinds.setdefault(fill.filled.fills, []).append(fill)
    if len(kinds) > 1:
        kinds.pop("general", None)
    for kind, fills in (kinds or {"": []}).items():
        yield _report(one, kind, fills)


def _report(one: Spoken, kind: str, fills: Sequence[Fill]) -> Report:
    passage = one.passage
    place, country = place_of(one)
    chambers = frozenset(f.filled.chamber for f in fills if f.filled.chamber)
    whole = any(not f.filled.chamber and not f.filled.weak for f in fills)
    named = bool(one.coming or one.status or one.places or one.definite or one.preparing or one.by)
    elects = elects_of(one, kind)
    filled = kind if one.head.kind == "election" else "referendum"
    told = bool(kind or (filled and (one.status or one.coming)))
    return Report(
        passage,
        one,
        filled,
        frozenset() if whole else chambers,
        one.by,
        _day(one),
        one.date.iso_end if one.date else None,
        _status(one),
        place,
        country,
        elects,
        name_of(one),
        passage.text[one.trigger[0] : one.trigger[1]],
        specific=bool(one.date or (told and named)),
        earlier=one.earlier,
    )


def _day(one: Spoken) -> str | None:
    """The day that is told, by whether a verb tells of what is to come."""
    planned = one.status == "planned" or (not one.status and (one.coming or one.preparing))
    return told_day(one.date, one.passage.today, planned=planned) if one.date else None


def _status(one: Spoken) -> str:
    """Held or planned: the date against the item's, then the verb, then words of preparation."""
    item, date = one.passage.today, _day(one)
    if item and date and not date.startswith("XXXX"):
        reach = min(len(item), len(date))
        if item[:reach] != date[:reach] and one.status != "planned":  # what is told as to come is to come
            return "planned" if date[:reach] > item[:reach] else "held"
    if one.status:
        return "planned" if one.status == "planned" else "held"
    return "planned" if one.coming else "preparing" if one.preparing else "over" if one.over else ""


def _group(reports: list[Report]) -> list[Group]:
    """Cluster reports, the most precise first; each joins the first election that it does not contradict."""
    groups: list[Group] = []
    order = {id(r): i for i, r in enumerate(reports)}
    for report in sorted(reports, key=lambda r: (-len(r.date or ""), not r.day, not r.fills, order[id(r)])):
        group = next((g for g in groups if g.accepts(report)), None)
        if report.day and not (group and group.near(report)):
            report.date = report.day  # the count of a day is that of the day's election
            group = next((g for g in groups if g.accepts(report)), None)
        if group is None:
            groups.append(group := Group())
        group.add(report)
    for group in groups:
        group.reports.sort(key=lambda r: order[id(r)])
    return sorted(groups, key=lambda g: order[id(g.reports[0])])


def _attach(report: Report, groups: Sequence[Group]) -> None:
    """Add a sentence that only points at an election ("the elections") to the one that its item speaks of."""
    heading = report.passage.sentence.heading
    if not report.fills and not (heading or (report.spoken and (report.spoken.definite or report.spoken.coming))):
        return
    fitting = [g for g in groups if g.accepts(report)]
    here = [g for g in fitting if report.passage.sentence.item in g.items]
    before = [g for g in here if g.first is not None and g.first <= report.passage.index]
    chosen = before[-1:] or (here[:1] if heading or report.fills else [])
    if not chosen and report.fills and len(fitting) == 1:
        chosen = fitting
    for group in chosen:
        group.add(report)


def _event(number: int, group: Group, main: str, countries: Mapping[int, tuple[str | None, str]]) -> Event:
    reports = group.reports
    own = [r for r in reports if r.passage.sentence.lang == main]
    named = [r for r in (*own, *reports) if r.specific and r.name]
    date = max((r.date for r in reports if r.date), key=len, default=None)
    statuses = {r.status for r in reports}
    said = [r for r in reports if r.spoken and r.spoken.status]
    return Event(
        id=f"e{number}",
        type="election",
        name=max(named, key=lambda r: (r.spoken is not None, bool(r.fills))).name if named else "",
        status=_told(statuses, date),
        start=date,
        end=next((r.date_end for r in reports if r.date == date and r.date_end), None),
        place=next((r.place for r in (*own, *reports) if r.place), None) or _where(reports, countries),
        about=("election",),
        elects=tuple(dict.fromkeys(e for r in named if r.passage.sentence.lang == named[0].passage.sentence.lang
                                   for e in r.elects)),
        trigger=(said or reports)[0].trigger or reports[0].name,
        evidence=_sentences(reports),
        rule=f"{reports[0].passage.sentence.lang}.election",
    )  # fmt: skip


def _told(statuses: set[str], date: str | None) -> str:
    """Held where a sentence tells so, or what came of it, or its year alone with nothing to come; else planned."""
    past = "over" in statuses or (date is not None and not date.startswith("X"))
    return "held" if "held" in statuses or (past and statuses.isdisjoint(_AHEAD)) else "planned"


def _where(reports: Sequence[Report], countries: Mapping[int, tuple[str | None, str]]) -> str | None:
    """The only country that an item names, unless the election is known to be another's."""
    known = {r.country for r in reports} - {None}
    here = (c for r in reports if (c := countries.get(r.passage.sentence.item)))
    return next((name for country, name in here if not known or country in known), None)


def _sentences(reports: Sequence[Report]) -> tuple[Evidence, ...]:
    seen = {r.passage.start: r.passage.evidence() for r in reports}
    return tuple(seen[start] for start in sorted(seen))
