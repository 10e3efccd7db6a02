"""Complete datelines without a year, from an item's own text, else from the items around it."""

from __future__ import annotations

from datetime import date as calendar_date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.dates import complete, find_dates, tells_of_history

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.language import Language
    from kg.model import Item

_NEWS = 92  # days between the day of writing and one that a release tells of or announces
_DAY = len("2022-06-15")


def with_years(text: str, items: Sequence[Item], languages: Mapping[str, Language]) -> tuple[Item, ...]:
    """Complete datelines without a year, from the item's own text, else from the nearest item that has one."""
    dates = [item.date for item in items]
    for index, item in enumerate(items):
        if item.date and "X" in item.date:
            own = _first_day(text, item, languages)
            dates[index] = _near(complete(item.date, own), own) if own else item.date
    completed = _from_neighbours(dates)
    return tuple(replace(item, date=date) for item, date in zip(items, completed, strict=True))


def _near(date: str, told: str) -> str:
    """The date with the year of a day told in the text, unless that day lies too far off to tell of the news."""
    apart = abs((calendar_date.fromisoformat(date) - calendar_date.fromisoformat(told)).days)
    return date if apart <= _NEWS else f"XXXX{date[4:]}"


def _from_neighbours(dates: Sequence[str | None]) -> list[str | None]:
    """Complete dates from the nearest item on the page; of two as near, from the one with the nearer date."""
    before = _last_known(dates)
    after = _last_known(dates[::-1])[::-1]
    found: list[str | None] = []
    for index, date in enumerate(dates):
        near = [(distance, other) for distance, other in (before[index], after[index]) if other]
        if date and "X" in date and near:
            date = min(_completed(date, distance, other) for distance, other in near)[-1]  # noqa: PLW2901
        found.append(date)
    return found


def _last_known(dates: Sequence[str | None]) -> list[tuple[int, str | None]]:
    """For each item the distance to the last one before it (or itself) with a full date, and that date."""
    found: list[tuple[int, str | None]] = []
    distance, known = 0, None
    for date in dates:
        distance, known = (0, date) if date and "X" not in date else (distance + 1, known)
        found.append((distance, known))
    return found


def _completed(date: str, distance: int, other: str) -> tuple[int, int, str]:
    full = complete(date, other)
    return distance, abs((calendar_date.fromisoformat(full) - calendar_date.fromisoformat(other)).days), full


def _first_day(text: str, item: Item, languages: Mapping[str, Language]) -> str | None:
    """The first full date in an item's text that is no history; of a range, its end."""
    for paragraph in item.paragraphs:
        language = languages.get(paragraph.lang)
        if language is None:
            continue
        for span in find_dates(text, paragraph.start, paragraph.end, language, None):
            if span.kind != "date" or "X" in span.iso or len(span.iso) != _DAY:
                continue
            start = text.rfind(". ", paragraph.start, span.start) + 1 or paragraph.start
            end = text.find(". ", span.end, paragraph.end)
            words = text[start : end if end >= 0 else paragraph.end].split()
            if not tells_of_history(words, language):
                return span.iso_end or span.iso
    return None
