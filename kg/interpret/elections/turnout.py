"""Turnout: percentages of voters by hour, in all and by constituency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.dates import find_times
from kg.interpret.elections.areas import constituencies, listed, regions
from kg.interpret.passages import passages
from kg.interpret.spans import index_at
from kg.model import DAY, Record, Turnout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.elections.areas import Seatplace
    from kg.interpret.passages import Passage
    from kg.language import Language
    from kg.model import Annotations, Document, Event

_NUMBER = re.compile(r"(?<![\d.,:/-])(\d{1,3}(?:[.,] ?\d{1,2})?)(?![\d:])\s?")
# Other numbers of a list right before a number, none of them a figure: "в 4, 10-м и [30]", but not "– 52, [30]".
_NUMBERS_BEFORE = re.compile(r"(?<![-–—:(.,\d])(?<![-–—:(] )\b\d{1,3}(?:-\w{1,3})?(?:, | \w{1,4} )$")
_DIGIT = re.compile(r"\d")
_WINDOW = 30  # characters on either side of a figure in which "of the votes" makes it a candidate's


class Figure(Record, frozen=True):
    """A percentage of voters: the span of the words that state it, the figure's own, value and where counted."""

    start: int
    at: int
    end: int
    percent: float
    area: Seatplace | None


def figures(passage: Passage, *, continued: bool = False) -> tuple[Figure, ...]:
    """Percentages of voters in a passage, in text order.

    `continued`: the sentence before stated turnout, so that figures of constituencies need no word for it here.
    """
    low, data = passage.low, passage.language.elections
    turnout = next(iter(passage.find(data.match("turnout"))), None) is not None
    if not turnout and not continued:
        return ()
    numbers = list(_numbers(passage))
    numbers = sorted([*numbers, *_listed(passage, numbers, continued=continued)])
    if not numbers:
        return ()
    areas = constituencies(passage) + regions(passage)
    if not turnout and not areas:
        return ()
    found = []
    last = passage.start
    trailing = _areas_trail(areas, numbers)
    for i, (at, end, percent) in enumerate(numbers):
        until = numbers[i + 1][0] if i + 1 < len(numbers) else passage.end
        if data.match("results").first(low, max(last, at - _WINDOW), min(until, end + _WINDOW)):
            last = end
            continue
        area = (
            next((a for a in areas if end <= a.start < until), None)
            if trailing
            else next((a for a in reversed(areas) if last <= a.start and a.end <= at), None)
        )
        if (area or turnout) and not (area and _one_of_several(passage, area)):
            start = min(area.start, at) if area else passage.start
            found.append(Figure(_clause(passage, start, last), at, max(end, area.end if area else 0), percent, area))
        last = end
    return tuple(found)


def _one_of_several(passage: Passage, area: Seatplace) -> bool:
    """Tell the last of several constituencies that are told together: "4, 10, [30 округа]" have an average at best."""
    near = max(passage.start, area.start - _WINDOW)
    return area.number is not None and _NUMBERS_BEFORE.search(passage.low, near, area.start) is not None


def _clause(passage: Passage, start: int, last: int) -> int:
    """Begin with the short word before a constituency ("In the", "по"), if the text has one there."""
    between = passage.text[last:start]
    words = re.search(r"(?<!\w)((?:[^\W\d]{1,4}\s){1,2})$", between)
    return last + words.start(1) if words and start > passage.start else start


def _areas_trail(areas: Sequence[Seatplace], numbers: Sequence[tuple[int, int, float]]) -> bool:
    """Tell whether each figure stands before its constituency ("91,8 % in constituency 1, 90 % in …")."""
    return len(areas) == len(numbers) and all(n[1] <= a.start for n, a in zip(numbers, areas, strict=True))


def _numbers(passage: Passage) -> Iterator[tuple[int, int, float]]:
    low, percent = passage.low, passage.language.elections.match("percent")
    if not _DIGIT.search(low, passage.start, passage.end):
        return
    for match in _NUMBER.finditer(low, passage.start, passage.end):
        unit = (
            (match.end(), match.end() + 1)
            if low[match.end() : match.end() + 1] == "%"
            else percent.at(low, match.end())
        )
        value = float(match[1].replace(" ", "").replace(",", "."))
        if unit and value <= 100:  # noqa: PLR2004 - a percentage
            yield match.start(), unit[1], value


def _listed(
    passage: Passage, numbers: Sequence[tuple[int, int, float]], *, continued: bool
) -> list[tuple[int, int, float]]:
    """Figures of a list without a unit of their own: in a list with decimals, where turnout is told in per cent."""
    if not (numbers or continued) or not passage.places:
        return []
    found = [n for n in listed(passage) if n[2] <= 100 and not any(a <= n[0] < b for a, b, _ in numbers)]  # noqa: PLR2004
    return found if any(value % 1 for *_, value in [*numbers, *found]) else []


def read_turnout(
    document: Document,
    annotations: Annotations,
    cast: Cast,
    elections: Sequence[Event],
    languages: Mapping[str, Language],
) -> tuple[Turnout, ...]:
    """Percentages of voters, in text order; `at` is a day where no hour is told (`2024-07-07`).

    The hour is the nearest before the figure in its sentence, else that of the sentence before; that at the close of
    the polls is the end of the hours of voting, where the item tells them. The day is that of the sentence, else the
    item's. A region's figure has the region's name as its constituency. Figures whose election
    is unknown, and those that the page cuts off, are left out.
    """
    del cast
    found: list[Turnout] = []
    here = elections_by_item(document, elections)
    before: tuple[int, str | None, str | None] = (-1, None, None)
    hours: dict[int, set[str]] = {}
    closed: dict[int, str] = {}
    items: list[int] = []
    for passage in passages(document, annotations, languages) if elections else ():
        item = passage.sentence.item
        if (closing := _closing_hour(passage, document)) is not None:
            closed.setdefault(item, closing)
        figured = figures(passage, continued=before[0] == item)
        opens = before[0] == item and document.text[passage.end - 1] == ":"
        if not figured and not opens:
            continue
        times = find_times(document.text, passage.start, passage.end, passage.language)
        day = day_of(passage)
        if opens and not figured:
            before = (item, times[-1].time if times else before[1], day or before[2])
            continue
        time: str | None = None
        for figure in figured:
            told = [t for t in times if t.end <= figure.at] or times
            time = told[-1].time if told and told[-1].end <= figure.at else (told[0].time if told else None)
            if _at_close(passage, figure, figured):
                time = closed.get(item, "")
            elif time is None and before[0] == item:
                time, day = before[1], day or before[2]
            election = _election(elections, here.get(item, ()), day or passage.today)
            date = day or _day(election) or passage.today
            if election is None or date is None:
                continue
            evidence = passage.evidence() if figure.area is None else passage.evidence(figure.start, figure.end)
            area = figure.area
            if time is not None:
                hours.setdefault(item, set()).add(time)
            items.append(item)
            found.append(
                Turnout(
                    election.id,
                    f"{date}T{time}" if time else date,
                    figure.percent,
                    evidence,
                    area.name if area else None,
                    area.number if area else None,
                    f"{passage.sentence.lang}.turnout",
                )
            )
        before = (item, time, day)
    return _settled(found, items, hours)


def _closing_hour(passage: Passage, document: Document) -> str | None:
    """The end of the hours of voting: "polling stations were open from 7:00 to [20:00]"."""
    if passage.language.elections.match("polling").first(passage.low, passage.start, passage.end) is None:
        return None
    times = find_times(document.text, passage.start, passage.end, passage.language)
    return times[-1].time if len(times) > 1 else None


def _at_close(passage: Passage, figure: Figure, figured: Sequence[Figure]) -> bool:
    """Tell a figure that the words for the close of the polls stand right before, no other figure between."""
    last = max((other.end for other in figured if other.end <= figure.at), default=passage.start)
    return passage.language.elections.match("closing").first(passage.low, last, figure.at) is not None


def _settled(found: Sequence[Turnout], items: Sequence[int], hours: Mapping[int, set[str]]) -> tuple[Turnout, ...]:
    """Each figure once, those that tell no hour with the only one that their item tells."""
    settled: dict[tuple[object, ...], Turnout] = {}
    for figure, item in zip(found, items, strict=True):
        told = hours.get(item, set())
        if len(figure.at) == DAY and len(told) == 1:
            figure = replace(figure, at=f"{figure.at}T{min(told)}")  # noqa: PLW2901
        key = (figure.election, figure.at, figure.percent, figure.constituency, figure.constituency_number)
        settled.setdefault(key, figure)
    return tuple(settled.values())


def day_of(passage: Passage) -> str | None:
    """The first day that a sentence tells, its year known if possible (`XXXX-01-10` else)."""
    days = [d.iso for d in passage.dates if len(d.iso) == DAY]
    return next((iso for iso in days if not iso.startswith("X")), days[0] if days else None)


def _day(election: Event | None) -> str | None:
    """The day of an election, if it is known."""
    return election.start if election and election.start and len(election.start) == DAY else None


def elections_by_item(document: Document, elections: Sequence[Event]) -> dict[int, list[Event]]:
    """The elections that each item of a document speaks of, by the item's index, in the order given."""
    found: dict[int, list[Event]] = {}
    for election in elections:
        for item in dict.fromkeys(index_at(document.items, v.start) for v in election.evidence):
            found.setdefault(item, []).append(election)
    return found


def _election(elections: Sequence[Event], here: Sequence[Event], date: str | None) -> Event | None:
    """The election of that day, of several the one that the item speaks of; else that of the only day it speaks of."""
    same_day = [e for e in elections if e.start and date and e.start == date]
    candidates = [e for e in here if e in same_day] or same_day
    if candidates:
        return candidates[0]
    return here[0] if here and len({e.start for e in here}) == 1 else None
