"""Find dates and times of day in running text, as precise as the text gives them.

The rules are data (`kg/languages/*/dates.toml`, schema in `kg.language.dates`): an ordered list, in which the first
rule that fits keeps its words. Month and weekday names are CLDR's, through Babel.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.language.case import lower
from kg.language.date_grammar import WEEKDAY, date_grammar, days_apart
from kg.model import Record

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from kg.language import Language
    from kg.language.date_grammar import DateGrammar

# Years of two figures are those of this century: "14.03.23".
_SHORT, _CENTURY = 100, 2000
# Ends of the rules of what is told from the day of writing, and what stands between such words and the day itself.
OF_WEEKDAY = f".{WEEKDAY}"
FROM_TODAY = (OF_WEEKDAY, ".relative-day", ".relative-week", ".relative-month")
_BESIDE = frozenset({"", ",", "("})
_DASHES = frozenset("-–—")
# Months by which the day that is told lies before that of the dateline.
_SHORTLY = 2


class DateSpan(Record, frozen=True):
    """A date in a text: code-point offsets, the words, and their meaning.

    `iso` is as precise as the text (`2022`, `2022-03`, `2022-03-12`), `XXXX-03-12` with an unknown year;
    `iso_end` is the last day (month, year) of a range, else None. `kind` is `date` or `period` (the years of a
    plan, or a limit). `relative` tells that a reference date was needed. `rule` is `<language>.<rule>`.
    """

    start: int
    end: int
    text: str
    iso: str
    iso_end: str | None
    kind: str
    relative: bool
    rule: str


class TimeSpan(Record, frozen=True):
    """A time of day in a text: code-point offsets, the words, `HH:MM` on 24 hours, and the rule."""

    start: int
    end: int
    text: str
    time: str
    rule: str


def find_dates(
    text: str,
    start: int,
    end: int,
    language: Language,
    reference: str | None,
    *,
    words: tuple[str, ...] | None = None,
) -> list[DateSpan]:
    """Dates in `text[start:end]`, sorted, without overlap. `words` are that text's, if they are known already.

    `reference` is the ISO date of the text (or what is known of it: `2022`) by which years that the text leaves
    out are completed: the year that brings the date nearest to the reference. Without it such dates keep `XXXX`,
    and words such as "yesterday" are left out, since they say nothing.
    """
    words = tuple(text[start:end].split()) if words is None else words
    return DateWords(text, start, end, language, words).told(reference)


class DateWords:
    """The words of a text that may be dates. What they tell can be asked with several references."""

    def __init__(self, text: str, start: int, end: int, language: Language, words: tuple[str, ...]) -> None:
        """Look for them in `text[start:end]`; `words` are that text's."""
        self._text = text
        self._grammar = grammar = date_grammar(language.code, language.dates)
        self._code = language.code
        self._found = tuple(grammar.rules.find(text, start, end, words))

    def told(self, reference: str | None) -> list[DateSpan]:
        """The dates, sorted, without overlap; see `find_dates`."""
        spans: list[DateSpan] = []
        for rule, match in self._found:
            start, end = match.span()
            if any(start < s.end and s.start < end for s in spans):
                continue
            meaning = _meaning(match, self._grammar, reference)
            if meaning is None:
                continue
            a, b = match.span("at") if match.groupdict().get("at") else (start, end)
            name = f"{self._code}.{rule.name}"
            iso, iso_end, relative = meaning
            iso_end = None if days_apart(match) else iso_end
            spans.append(DateSpan(a, b, self._text[a:b], iso, iso_end, rule.kind, relative, name))
        if len(spans) > 1:
            return _without_words_of_dates(sorted(spans, key=lambda span: span.start), self._text)
        return spans


def _without_words_of_dates(found: list[DateSpan], text: str) -> list[DateSpan]:
    """Drop words for a day beside the date that tells which is meant: "в понедельник, 6 марта", "ertir, 6-njy martda".

    So of a week or month, and of a weekday beside any other.
    """
    beside = set()
    for pair in pairwise(found):
        gap, told = text[pair[0].end : pair[1].start].strip(), pair[0].rule.endswith(FROM_TODAY)
        if gap in _BESIDE or (gap in _DASHES and told):  # but "Oslo, 5 May – Yesterday the minister"
            words = {span for span in pair if span.rule.endswith(FROM_TODAY)}
            beside |= words if len(words) == 1 else {span for span in words if span.rule.endswith(OF_WEEKDAY)}
    return [span for span in found if span not in beside]


def find_times(text: str, start: int, end: int, language: Language) -> list[TimeSpan]:
    """Times of day in `text[start:end]`, sorted, without overlap. 24:00 becomes 00:00."""
    found: list[TimeSpan] = []
    times = date_grammar(language.code, language.dates).times
    for rule, match in times.find(text, start, end, tuple(text[start:end].split())):
        if any(match.start() < f.end and f.start < match.end() for f in found):
            continue
        groups = match.groupdict()
        hour = int(groups["h"])
        if groups.get("pm"):
            hour = hour % 12 + (12 if groups["pm"].lower() == "p" else 0)
        a, b = match.span("at") if groups.get("at") else match.span()
        time = f"{hour % 24:02d}:{groups.get('min') or '00'}"
        found.append(TimeSpan(a, b, text[a:b], time, f"{language.code}.{rule.name}"))
    return sorted(found, key=lambda f: f.start)


def tells_of_history(words: Iterable[str], language: Language) -> bool:
    """Tell words of a text that say something is long past: "relations were [established] in 1992"."""
    return _any_begins(words, date_grammar(language.code, language.dates).bygone)


def tells_of_news(words: Iterable[str], language: Language) -> bool:
    """Tell words of a text of which a day, told with its year behind one without, may be of the same year.

    In some languages these must say that it is to come: what is past has its year where it is another.
    """
    grammar, told = date_grammar(language.code, language.dates), tuple(words)
    return _any_begins(told, grammar.ahead) and not _any_begins(told, grammar.bygone)


def _any_begins(words: Iterable[str], pattern: re.Pattern[str]) -> bool:
    return any(pattern.match(lower(word).rstrip(".,;")) for word in words)


def complete(iso: str, reference: str) -> str:
    """Give an ISO date without its year (`XXXX-03-12`) the year that brings it nearest to the reference date."""
    if not iso.startswith("XXXX-"):
        return iso
    month, day = int(iso[5:7]), _int(iso[8:10])
    return _iso(_nearest_year(month, day, reference), month, day) or iso


def _meaning(match: re.Match[str], grammar: DateGrammar, reference: str | None) -> tuple[str, str | None, bool] | None:
    """ISO date, ISO end of a range, and whether the reference was used; None where the figures are no date."""
    groups = {key: value for key, value in match.groupdict().items() if value}
    base = _day(reference)
    if "rm" in groups and "d" in groups:
        shifted = _shifted(base, "month", _shift(grammar, "month", groups["rm"]))[0] if base else ""
        days = [int(groups[key]) for key in ("d", "d2") if key in groups]
        first, *last = [_iso(int(shifted[:4]), int(shifted[5:]), day) if shifted else None for day in days]
        return (first, last[0] if last else None, True) if first else None
    for group, unit in (("rd", "day"), ("rw", "week"), ("rm", "month")):
        if group in groups:
            return _shifted(base, unit, _shift(grammar, unit, groups[group])) if base else None
    month, day = _month(groups.get("m"), grammar), _int(groups.get("d"))
    if "w" in groups and not (month or day or "y" in groups):
        return _weekday(base, grammar.weekdays[groups["w"].lower()]) if base else None
    year = _int(groups.get("y"))
    year = year + _CENTURY if year is not None and year < _SHORT else year
    relative = False
    if "ry" in groups:
        relative = True
        known = _int(reference[:4]) if reference and reference[:4].isdigit() else None
        year = known + _shift(grammar, "year", groups["ry"]) if known else None
        if year is None and month is None and not groups.get("m2"):
            return None
    last_year, last_month, last_day = _int(groups.get("y2")), _month(groups.get("m2"), grammar), _int(groups.get("d2"))
    if last_year is None and last_month is None and last_day is None:
        if year is None and not relative:
            year = _nearest_year(month, day, reference)
            relative = year is not None
        return (iso, None, relative) if (iso := _iso(year, month, day)) else None
    return _range((year, month, day), (last_year, last_month, last_day), reference, relative=relative)


def _range(
    first: tuple[int | None, int | None, int | None],
    last: tuple[int | None, int | None, int | None],
    reference: str | None,
    *,
    relative: bool,
) -> tuple[str, str, bool] | None:
    """Complete each end of a range from the other; an end before its start lies in the next year.

    But where the end is a day shortly before the start, the two are set apart: "Oslo, May 1, 2020 – on April 30".
    """
    year, month, day = first
    last_year, last_month, last_day = last
    if month is None and day is not None:
        month = last_month
    if last_month is None and last_day is not None:
        last_month = month
    if year is None and last_year is None:
        year = last_year = _nearest_year(month, day, reference)
        relative = relative or year is not None
        if year and (last_month or 0, last_day or 0) < (month or 0, day or 0):
            last_year = year + 1
    turns = (last_month or 0, last_day or 0) < (month or 0, day or 0)
    apart = (month or 0) - (last_month or 0)
    if turns and day and last_day and apart <= _SHORTLY and last[0] is None:
        return None
    if year is None and last_year is not None:
        year = last_year - (1 if turns else 0)
    elif last_year is None and year is not None:
        last_year = year + (1 if turns else 0)
    iso, iso_end = _iso(year, month, day), _iso(last_year, last_month, last_day)
    if iso is None or iso_end is None or (year and iso_end < iso):
        return None
    return iso, iso_end, relative


def _month(word: str | None, grammar: DateGrammar) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else grammar.months[word.lower().rstrip(".")]


def _int(figures: str | None) -> int | None:
    return int(figures) if figures else None


def _shift(grammar: DateGrammar, unit: str, words: str) -> int:
    return next(shift for of, shift, pattern in grammar.relatives if of == unit and pattern.fullmatch(words))


def _day(reference: str | None) -> date | None:
    """The reference as a day, None unless it is that precise."""
    try:
        return date.fromisoformat(reference) if reference and len(reference) == len("2022-06-15") else None
    except ValueError:
        return None


def _iso(year: int | None, month: int | None, day: int | None) -> str | None:
    """ISO 8601 as precise as the parts; None for a day that the month doesn't have, or for nothing at all."""
    if year is None and month is None:
        return None
    written = f"{year:04d}" if year else "XXXX"
    if month is None:
        return written
    leap = 2000  # a year unknown may be a leap year
    if day is not None and day > calendar.monthrange(year or leap, month)[1]:
        return None
    return f"{written}-{month:02d}" + (f"-{day:02d}" if day is not None else "")


def _nearest_year(month: int | None, day: int | None, reference: str | None) -> int | None:
    """The year that brings a date nearest to the reference: "28 December" read on 5 January is last year's."""
    if not reference or not reference[:4].isdigit() or month is None:
        return None
    year = int(reference[:4])
    base = _day(reference) or _day(f"{reference}-15")
    if base is None:
        return year
    middle = day if day and day <= calendar.monthrange(base.year, month)[1] else 15
    return min((year, year - 1, year + 1), key=lambda y: abs((date(y, month, min(middle, 28)) - base).days))


def _shifted(base: date, unit: str, shift: int) -> tuple[str, str | None, bool]:
    if unit == "day":
        return (base + timedelta(days=shift)).isoformat(), None, True
    if unit == "week":
        monday = base + timedelta(days=7 * shift - base.weekday())
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat(), True
    year, month = divmod(base.year * 12 + base.month - 1 + shift, 12)
    return f"{year:04d}-{month + 1:02d}", None, True


def _weekday(base: date, weekday: int) -> tuple[str, None, bool]:
    """The last such weekday up to the day of writing: news tells of days just past."""
    return (base - timedelta(days=(base.weekday() - weekday) % 7)).isoformat(), None, True
