"""Days of events beside the day of writing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.model import DateMention

# Months by which what is told in the past may lie ahead of a text whose own date isn't exact.
_FAR_AHEAD = 4


def not_after(start: str, end: str | None, reference: str) -> tuple[str, str | None]:
    """A year earlier, where the text leaves the year out and tells of what is past: "visited in March", in February."""
    months = start[5:7], reference[5:7]
    if not all(months) or 12 * (int(start[:4]) - int(reference[:4])) + int(months[0]) - int(months[1]) <= _FAR_AHEAD:
        return start, end
    return f"{int(start[:4]) - 1}{start[4:]}", end and f"{int(end[:4]) - 1}{end[4:]}"


def after(start: str, reference: str) -> bool:
    """Tell whether an ISO date lies after another, as far as both are precise."""
    shared = min(len(start), len(reference))
    return "X" not in start and start[:shared] > reference[:shared]


def to_come(day: DateMention, reference: str | None) -> str:
    """A week later, where a weekday is told of what is yet to come: weekdays are those just past ("on Wednesday")."""
    near = day.relative and day.rule.endswith(".weekday") and reference is not None and len(reference) == len(day.iso)
    if not near or reference is None or "X" in day.iso + reference or day.iso >= reference:
        return day.iso
    return (date.fromisoformat(day.iso) + timedelta(days=7)).isoformat()


def exact(dates: list[DateMention], ends: list[DateMention]) -> list[DateMention]:
    """The days of an event, else its last; that, too, where it is more exact: "this year's courses ended on 9 May"."""
    last = ends[0].iso if ends else ""
    vague = all(last.startswith(d.iso) and d.iso != last for d in dates)
    return ends if vague and ends else dates


def counts(nucleus: Nucleus, date: DateMention) -> bool:
    """Tell the year of whose events a Russian noun is one: "это уже четвёртая [встреча] президентов в 2024 году"."""
    numbered = nucleus.ordinal is not None and nucleus.untold and nucleus.row.passage.language.fusional
    return numbered and len(date.iso) == len("2024")
