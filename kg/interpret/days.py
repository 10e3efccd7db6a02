"""Days of what has taken place or will, beside the day of writing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.dates import OF_WEEKDAY
from kg.model import YEAR

if TYPE_CHECKING:
    from kg.model import DateMention

# Months by which what is told in the past may lie ahead of a text whose own date isn't exact.
_FAR_AHEAD = 4
# Months by which a day without a year lies back that is told of what is to come, if it is not meant.
_LONG_PAST = 2


def not_after(start: str, end: str | None, reference: str) -> tuple[str, str | None]:
    """A year earlier, where the text leaves the year out and tells of what is past: "visited in March", in February."""
    if _months_between(reference, start) <= _FAR_AHEAD:
        return start, end
    return f"{int(start[:4]) - 1}{start[4:]}", end and f"{int(end[:4]) - 1}{end[4:]}"


def after(start: str, reference: str) -> bool:
    """Tell whether an ISO date lies after another, as far as both are precise.

    Two days without a year are of the same one if they lie near: not "5 января" and "24 декабря".
    """
    shared = min(len(start), len(reference))
    near = start[:YEAR] == reference[:YEAR] and _months_between(reference, start) <= _FAR_AHEAD
    return ("X" not in start or near) and start[:shared] > reference[:shared]


def to_come(day: DateMention, reference: str | None, written: str | None) -> str:
    """The day, where it is told of what is yet to come: a weekday of next week, a day of next year.

    Weekdays are those just past the day of `reference` ("on Wednesday"), years that the text leaves out the nearest to
    the day on which it was `written`, if that is told ("on 1 October").
    """
    if not day.relative or reference is None or "X" in day.iso + reference or day.iso >= reference:
        return day.iso
    if day.rule.endswith(OF_WEEKDAY):
        near = len(reference) == len(day.iso)
        return (date.fromisoformat(day.iso) + timedelta(days=7)).isoformat() if near else day.iso
    unsaid = "relative" not in day.rule and day.iso[:4] not in day.text  # but "on 1 October last year"
    meant = unsaid and written is not None and _months_between(day.iso, written) >= _LONG_PAST
    return f"{int(day.iso[:4]) + 1}{day.iso[4:]}" if meant else day.iso


def _months_between(first: str, last: str) -> int:
    """Calendar months from one ISO date to another, 0 where a month is unknown; unknown years are the same."""
    (year, month), (last_year, last_month) = ((d[:4], d[5:7]) for d in (first, last))
    years = 0 if year == last_year else int(last_year) - int(year)
    return 12 * years + int(last_month) - int(month) if month and last_month else 0
