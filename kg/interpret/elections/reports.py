"""What sentences tell of elections, and which of it is of one election."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.elections.phrases import Spoken
    from kg.interpret.passages import Passage


@dataclass(slots=True)
class Report:
    """One election as one sentence tells of it: what it fills (at most one thing), when, where, with which words.

    `earlier`: told as the last one before ("elections were last held in 2019"); `day`: that of a count of its voters.
    """

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
    earlier: bool = False
    day: str | None = None


@dataclass(slots=True)
class Group:
    """Reports of one election; `kinds` holds one report of each kind, which is enough to compare another with."""

    reports: list[Report] = field(default_factory=list)
    kinds: dict[tuple[object, ...], Report] = field(default_factory=dict)
    items: set[int] = field(default_factory=set)
    first: int | None = None

    def add(self, report: Report) -> None:
        """Take a report in."""
        self.reports.append(report)
        passage = report.passage
        kind = (report.date, report.status, report.country, report.fills, report.chambers, report.by,
                passage.sentence.item, passage.today)  # fmt: skip
        self.kinds.setdefault(kind, report)
        if report.specific:
            self.items.add(passage.sentence.item)
            self.first = passage.index if self.first is None else min(self.first, passage.index)

    def near(self, report: Report) -> bool:
        """Tell whether the report's item speaks of this election, or its day is the election's."""
        return report.passage.sentence.item in self.items or any(r.date == report.day for r in self.kinds.values())

    def accepts(self, report: Report) -> bool:
        """Tell whether a report can be of this election: nothing that it says contradicts what is known."""
        return all(_compatible(known, report) for known in self.kinds.values())


def _compatible(one: Report, other: Report) -> bool:
    dated = bool(one.date and other.date)
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if one.earlier != other.earlier and not (dated and one.date == other.date):
        return False
    if not dated and {one.status, other.status} == {"held", "planned"}:
        return False
    if (one.country and other.country and one.country != other.country) or not _same_office(one, other):
        return False
    if not dated and one.by != other.by and one.fills and other.fills:
        return False
    return dated or one.passage.sentence.item == other.passage.sentence.item or _same_times(one, other)


def _same_office(one: Report, other: Report) -> bool:
    """Tell whether two reports may fill the same: a general election may be a parliament's or a president's."""
    if one.fills and other.fills and one.fills != other.fills:
        kinds = {one.fills, other.fills}
        if "general" not in kinds or kinds & {"local", "referendum"}:
            return False
    return not (one.chambers and other.chambers) or bool(one.chambers & other.chambers)


def _same_times(one: Report, other: Report) -> bool:
    """Reports of different items are of one election only where their items lie within the same year."""
    a, b = one.passage.today, other.passage.today
    return a is None or b is None or a[:4] == b[:4]
