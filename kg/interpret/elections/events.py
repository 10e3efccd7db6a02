"""Elections of a document: what its sentences say of them, merged into events."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.interpret.elections.phrases import speak
from kg.interpret.elections.turnout import figures
from kg.interpret.nominative import nominative, nominative_start
from kg.interpret.passages import passages
from kg.model import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.elections.phrases import Fill, Spoken
    from kg.interpret.passages import Passage
    from kg.language import Language
    from kg.model import Annotations, Document, Evidence


@dataclass(slots=True)
class Report:
    """One election as one sentence tells of it: what it fills (at most one thing), when, where, with which words."""

    passage: Passage
    spoken: Spoken | None
    fills: str
    chambers: frozenset[str]
    by: bool
    date: str | None
    date_end: str | None
    status: str
    place: str | None
    country: str | None
    elects: tuple[str, ...]
    name: str
    trigger: str
    specific: bool
    day: str | None = None


@dataclass(slots=True)
class Group:
    """Reports of one election."""

    reports: list[Report] = field(default_factory=list)

    def near(self, report: Report) -> bool:
        """Tell whether the report's item speaks of this election, or its day is the election's."""
        return any(
            r.date == report.day or r.passage.sentence.item == report.passage.sentence.item for r in self.reports
        )

    def accepts(self, report: Report) -> bool:
        """Tell whether a report can be of this election: nothing that it says contradicts what is known."""
        return all(_compatible(known, report) for known in self.reports)


def _compatible(one: Report, other: Report) -> bool:
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if {one.status, other.status} == {"held", "planned"} and not (one.date and other.date):
        return False
    if one.country and other.country and one.country != other.country:
        return False
    if one.fills and other.fills and one.fills != other.fills:
        whole = {one.fills, other.fills}
        if "general" not in whole or whole & {"local", "referendum"}:
            return False
    if one.chambers and other.chambers and not one.chambers & other.chambers:
        return False
    same_day = bool(one.date and other.date)
    if one.by != other.by and not same_day and one.fills and other.fills:
        return False
    return same_day or one.passage.sentence.item == other.passage.sentence.item or _same_times(one, other)


def _same_times(one: Report, other: Report) -> bool:
    """Reports of different items are of one election only where their items lie within the same year."""
    a, b = one.passage.today, other.passage.today
    return a is None or b is None or a[:4] == b[:4]


def read_elections(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> tuple[Event, ...]:
    """Elections, by-elections and referendums that have a date, an office or a body of their own.

    They come in the order in which the text first speaks of them, with provisional ids `x1`, `x2`…; `evidence`
    holds every sentence that speaks of the election. General talk of elections is none.
    """
    del cast  # the parties of other events; an election's place and body stand in its own phrase
    found: list[Report] = []
    for passage in passages(document, annotations, languages):
        found += _reports(passage)
    groups = _group([r for r in found if r.specific])
    for report in found:
        if not report.specific:
            _attach(report, groups)
    return tuple(_event(i, group, document.lang) for i, group in enumerate(groups, 1))


def _reports(passage: Passage) -> Iterable[Report]:
    counted = figures(passage)
    spoken = list(speak(passage))
    if counted and not any(s.date or s.fills for s in spoken):
        if passage.today:
            yield replace(_plain(passage, None), day=passage.today, status="held", specific=True)
    for one in spoken:
        for report in _by_office(one):
            if counted and not report.date and passage.today:
                yield replace(report, day=passage.today, status="held", specific=True)
            else:
                yield report


def _plain(passage: Passage, spoken: Spoken | None) -> Report:
    name = passage.text[spoken.start : spoken.end] if spoken else ""
    return Report(passage, spoken, "", frozenset(), by=False, date=None, date_end=None, status="", place=None,
                  country=None, elects=(), name=name, trigger="", specific=False)  # fmt: skip


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
    place, country = _place(one)
    chambers = frozenset(f.filled.chamber for f in fills if f.filled.chamber)
    whole = any(not f.filled.chamber and not f.filled.weak for f in fills)
    named = bool(one.coming or one.status or one.places or one.definite or one.preparing or one.by)
    elects = _elects(one, kind)
    return Report(
        passage,
        one,
        kind if one.head.kind == "election" else "referendum",
        frozenset() if whole else chambers,
        one.by,
        _year_known(one.date.iso, passage.today) if one.date else None,
        one.date.iso_end if one.date else None,
        _status(one),
        place,
        country,
        elects,
        _name(one),
        passage.text[one.trigger[0] : one.trigger[1]],
        specific=bool(one.date or (kind and named)),
    )


def _year_known(iso: str, item: str | None) -> str:
    return item[:4] + iso[4:] if item and iso.startswith("XXXX") else iso


def _status(one: Spoken) -> str:
    """Held or planned: the date against the item's, then the verb, then words of preparation."""
    item, date = one.passage.today, one.date.iso if one.date else None
    if item and date and not date.startswith("XXXX"):
        reach = min(len(item), len(date))
        if item[:reach] != date[:reach]:
            return "planned" if date[:reach] > item[:reach] else "held"
    if one.status:
        return "planned" if one.status == "planned" else "held"
    return "planned" if one.coming or one.preparing else ""


def _place(one: Spoken) -> tuple[str | None, str | None]:
    """Name and code of the country (for a town's own election, the town) by the phrase, else by the sentence."""
    inside = [p for p in one.places if p.kind == "country"]
    local = [p for p in one.places if p.kind == "town"]
    if local and any(f.filled.fills in {"mayor", "local", "governor"} for f in one.fills) and not inside:
        return local[0].name, local[0].country
    around = [p for p in one.passage.places if p.kind == "country"]
    found = inside or (around if len({p.country for p in around}) == 1 else [])
    if found:
        return found[0].name, found[0].country
    bodies = [o for o in one.passage.organisations if o.country and o.start < one.end and one.start < o.end]
    return None, bodies[0].country if bodies else None


def _name(one: Spoken) -> str:
    """The phrase with its head in the nominative, without a leading article."""
    text, passage, data = one.passage.text, one.passage, one.passage.language.elections
    clause = [d.end for d in passage.dates if one.start <= d.start < one.head_start]
    clause += [b for _, b, h in data.match_holding.find(passage.low, one.start, one.head_start) if h.participle]
    offices = [f.start for f in one.fills]
    start = max([one.start, *(end for end in clause if data.order == "last" and any(end <= o for o in offices))])
    if passage.language.code == "ru":
        start = max([start, *clause])
    if data.order == "last":
        start = _without_setting(one, start)
    head, behind = text[one.head_start : one.head_end], text[one.head_end : one.end]
    if data.order == "first":
        return nominative_start((text[start : one.head_start] + head + behind).strip(), passage.language)
    return (text[start : one.head_start] + nominative(head, passage.language, one.head.lemma) + behind).strip()


def _without_setting(one: Spoken, start: int) -> int:
    """Leave out a place in the locative and words such as "günü" that a Turkic phrase opens with."""
    bridges = one.passage.language.elections.match("bridges")
    for token in one.passage.sentence.tokens:
        if token.start < start:
            continue
        bridge = bridges.at(one.passage.low, token.start, token.end)
        if token.start >= one.head_start or not (bridge or _locative(one.passage, token.norm)):
            return min(token.start, one.head_start)
    return start


def _elects(one: Spoken, kind: str) -> tuple[str, ...]:
    """What the election fills, in the nominative: one text for each part of a coordination."""
    parts = [p for p in _parts(one) if _kind_of(one, p) in {kind, ""}]
    if one.passage.language.elections.order == "first":
        return tuple(dict.fromkeys(_strip_links(one.passage, a, b) for a, b in parts))
    return tuple(dict.fromkeys(_office(one, a, b) for a, b in parts))


def _parts(one: Spoken) -> list[tuple[int, int]]:
    """The complement of the head cut at conjunctions; a part without an office of its own joins the one before."""
    passage, first = one.passage, one.passage.language.elections.order == "first"
    start, end = (one.head_end, one.end) if first else (one.start, one.head_start)
    edges = [start, *(edge for m in _separators(passage, start, end) for edge in m), end]
    parts: list[tuple[int, int]] = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        filled = any(a <= f.start and f.end <= b for f in one.fills)
        if filled or not parts:
            parts.append((a, b))
        elif first:
            parts[-1] = (parts[-1][0], b)
    return [p for p in parts if any(p[0] <= f.start and f.end <= p[1] for f in one.fills)]


def _kind_of(one: Spoken, part: tuple[int, int]) -> str:
    return next((f.filled.fills for f in one.fills if part[0] <= f.start and f.end <= part[1]), "")


def _office(one: Spoken, start: int, end: int) -> str:
    """A Turkic office in the nominative, without what dates or qualifies the election; "deputies" is completed.

    "Мәжіліс және мәслихат депутаттарының сайлауы" elects "Мәжіліс депутаттары" and "мәслихат депутаттары".
    """
    passage, data = one.passage, one.passage.language.elections
    words = list(data.match_filled.find(passage.low, start, end))
    skipped = [d.end for d in passage.dates if start <= d.start and d.end <= words[0][0]]
    skipped += [b for _, b, h in data.match_holding.find(passage.low, start, words[0][0]) if h.participle]
    opening = _opening(passage, max([start, *skipped]), words[0][0])
    text = _nominative_end(passage, opening, words[-1][1])
    members = [w for w in data.match_filled.find(passage.low, end, one.head_start) if w[2].weak]
    if members and not any(w[2].weak for w in words):
        text = f"{passage.text[opening : words[-1][1]]} {_nominative_end(passage, members[-1][0], members[-1][1])}"
    return text


def _separators(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """Commas and conjunctions between two offsets, outside the names of offices."""
    joins = passage.language.elections.match("joins").find(passage.low, start, end)
    found = [(a, b) for a, b, _ in joins] + [
        m.span() for m in re.finditer(",", passage.low) if start <= m.start() < end
    ]
    offices = [(a, b) for a, b, _ in passage.language.elections.match_filled.find(passage.low, start, end)]
    return sorted(s for s in found if not any(a <= s[0] and s[1] <= b for a, b in offices))


def _strip_links(passage: Passage, start: int, end: int) -> str:
    """The text without links and commas at its ends; a Russian phrase with its first noun in the nominative."""
    links = passage.language.elections.match("links")
    while True:
        while start < end and passage.text[start] in " ,":
            start += 1
        link = links.at(passage.low, start, end)
        if not link:
            break
        start = link[1]
    return nominative_start(passage.text[start:end].rstrip(" ,"), passage.language)


def _opening(passage: Passage, start: int, until: int) -> int:
    """Where a Turkic office's name begins: at its first owner in capitals ("Türkmenistanyň"), else at its own word."""
    for token in passage.sentence.tokens:
        if start <= token.start < until and token.text[0].isupper() and not _locative(passage, token.norm):
            return token.start
    return until


def _locative(passage: Passage, word: str) -> bool:
    return any(a.case == "loc" and a.harmonic for a in passage.language.analyse(word))


def _nominative_end(passage: Passage, start: int, end: int) -> str:
    words, last = (
        passage.text[start:end].rsplit(" ", 1) if " " in passage.text[start:end] else ("", passage.text[start:end])
    )
    return f"{words} {nominative(last, passage.language)}".strip()


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
        group.reports.append(report)
    for group in groups:
        group.reports.sort(key=lambda r: order[id(r)])
    return sorted(groups, key=lambda g: order[id(g.reports[0])])


def _attach(report: Report, groups: Sequence[Group]) -> None:
    """Add a sentence that only points at an election ("the elections") to the one that its item speaks of."""
    heading = report.passage.sentence.heading
    if not report.fills and not (heading or (report.spoken and (report.spoken.definite or report.spoken.coming))):
        return
    item = report.passage.sentence.item
    fitting = [g for g in groups if g.accepts(report)]
    here = [g for g in fitting if any(r.passage.sentence.item == item and r.specific for r in g.reports)]
    before = [g for g in here if any(r.passage.index <= report.passage.index for r in g.reports)]
    chosen = before[-1:] or (here[:1] if heading or report.fills else [])
    if not chosen and report.fills and len(fitting) == 1:
        chosen = fitting
    for group in chosen:
        group.reports.append(report)


def _event(number: int, group: Group, main: str) -> Event:
    reports = group.reports
    own = [r for r in reports if r.passage.sentence.lang == main]
    named = [r for r in (*own, *reports) if r.specific and r.name]
    date = max((r.date for r in reports if r.date), key=len, default=None)
    statuses = {r.status for r in reports}
    said = [r for r in reports if r.spoken and r.spoken.status]
    return Event(
        id=f"e{number}",
        type="election",
        name=max(named, key=lambda r: bool(r.fills)).name if named else "",
        status="held" if "held" in statuses else "planned" if "planned" in statuses else "held",
        start=date,
        end=next((r.date_end for r in reports if r.date == date and r.date_end), None),
        place=next((r.place for r in (*own, *reports) if r.place), None),
        about=("election",),
        elects=tuple(dict.fromkeys(e for r in named if r.passage.sentence.lang == named[0].passage.sentence.lang
                                   for e in r.elects)),
        trigger=(said or reports)[0].trigger or reports[0].name,
        evidence=_sentences(reports),
        rule=f"{reports[0].passage.sentence.lang}.election",
    )  # fmt: skip


def _sentences(reports: Sequence[Report]) -> tuple[Evidence, ...]:
    seen = {r.passage.start: r.passage.evidence() for r in reports}
    return tuple(seen[start] for start in sorted(seen))
