"""Lines that are no sentences: datelines, counters, navigation, sources."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.dates import find_dates, find_times
from kg.language.date_grammar import date_grammar
from kg.language.foreign_days import foreign_day, is_foreign_weekday
from kg.language.pattern import alternatives, chosen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.dates import DateSpan
    from kg.language import Language
    from kg.language.pages import Pages

# The words of a line's date and time are set to NUL, so that what stands beside them can be looked at.
_SEPARATOR = re.compile(r"[\x00|,:;()/•·–—]+|\s-\s|\s{2,}")
_TOWN = re.compile(r"\s*(?:[^\W\d_]\. ?)?([^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+)?)(?: [^\W\d_]\.)?,\s*(?=\x00)")
_OPENING_TOWN = re.compile(
    r"\(?\s*(?:[^\W\d_]\. ?)?([^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+)?)(?: [^\W\d_]\.)?"
    r"(?:, ([^\W\d_][\w’' -]+))?(?:[,.]\s*|\s*\(|\s[-–—]\s)"
)
_AFTER = re.compile(
    r"\)?(?:\s*(?:[(«][^)»]{1,20}[)»]\s*)?[-–—]\s|\s*(?:[(«][^)»]{1,20}[)»])?[.,]\s|\s*[.,]?\s*/|\s*\.$)|\)\s"
)
# What sets a day off that opens a body with no town beside it: "5 May 2024 – ", "5 мая. ".
_SET_OFF = re.compile(r"(\s[-–—]\s)|\s?\.\s")
# The town or the agency behind a day that opens a body: "5 мая, Минск /Агентство/", "5 May 2024, Vienna – ".
_TOWN_AFTER = re.compile(r",\s*([^\W\d_][\w.’'-]+(?: [^\W\d_][\w’'-]+)?)(?:\s*[-–—/(]|\.\s)")
# What may stand between a day and the time of day on a stamp: "15 мая 2024 г. в 10:30".
_STAMPED = re.compile(r"\W{0,4}(?:\w{1,2}\W{1,2})?")
_DIGIT = re.compile(r"\d")
_TIME_ZONE = re.compile(r"(?:gmt|utc|msk|мск)(?: ?[+-] ?(?:\d{1,2})?)?")
_LONGEST_SECTION = 3
_LONGEST_DATELINE = 60
_DAY = len("2022-06-15")


def dateline(text: str, languages: Mapping[str, Language]) -> str | None:
    """The ISO date of a line that is a dateline (its year `XXXX` where it names none), else None."""
    if len(text) > _LONGEST_DATELINE or not _DIGIT.search(text):
        return None
    for language in languages.values():
        dates = [d for d in find_dates(text, 0, len(text), language, None) if len(d.iso) == _DAY and not d.relative]
        if len(dates) != 1 or dates[0].iso_end is not None or dates[0].kind != "date":
            continue
        spans = [(d.start, d.end) for d in dates] + [(t.start, t.end) for t in find_times(text, 0, len(text), language)]
        if _is_beside_date(_without(text, spans), languages):
            return dates[0].iso
    foreign = foreign_day(text)
    return foreign[0] if foreign and _is_beside_date(_without(text, [foreign[1]]), languages) else None


def begins_sentence(text: str, languages: Mapping[str, Language]) -> bool:
    """Tell a line that is cut off the sentence below: only its day, in the case of when: "29-njy aprelde", "23-nji"."""
    if len(text) > _LONGEST_DATELINE or not text[:1].isdigit():
        return False
    for language in languages.values():
        if language.dates.ordinal and re.fullmatch(rf"\d{{1,2}}[-–](?:{language.dates.ordinal})", text):
            return True
        dates = find_dates(text, 0, len(text), language, None) if language.head_final else []
        if [(d.start, d.end) for d in dates] == [(0, len(text))]:
            return any(a.case == "loc" for a in language.analyse(text.rsplit(maxsplit=1)[-1].lower()))
    return False


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with NUL for each character of the spans."""
    return "".join("\0" if any(a <= i < b for a, b in spans) else c for i, c in enumerate(text))


def opening_date(text: str, languages: Mapping[str, Language]) -> str | None:
    """The ISO date that a body begins with, as agencies write it: "VIENNA, 3 March 2023 – The Office…".

    A full stop, a comma or a slash may stand for the dash: "MOSCOW, March 3. /TASS/."; then its year is `XXXX`. The
    day may stand first ("3 марта, Минск /Агентство/"), or beside a time of day ("3 March 2023, 10:30, News Agency").
    """
    opening = text[:_LONGEST_DATELINE]
    if not _DIGIT.search(opening):
        return None  # most bodies: no date need be looked for
    for language in languages.values() if _OPENING_TOWN.match(opening) or opening[0].isdigit() else ():
        for found in find_dates(opening, 0, len(opening), language, None)[:1]:
            if len(found.iso) != _DAY or found.relative or found.iso_end is not None:
                continue
            town = _OPENING_TOWN.fullmatch(opening, 0, found.start)
            named = town is not None and town[1][0].isupper() and (town[2] is None or town[2][0].isupper())
            if named and _AFTER.match(opening, found.end):
                return found.iso
            after = _TOWN_AFTER.match(opening, found.end)
            opens = found.start == 0 and ((after and after[1][0].isupper()) or _alone(opening, found))
            if opens or _stamped(opening, found, language):
                return found.iso
    return None


def _alone(opening: str, found: DateSpan) -> bool:
    """Tell a day with a full stop behind it, or, where it has its year ("5 May – Europe Day"), a dash."""
    off = _SET_OFF.match(opening, found.end)
    return off is not None and not (off[1] and "X" in found.iso)


def _stamped(opening: str, found: DateSpan, language: Language) -> bool:
    """Tell a day with its year and a time of day beside it that open a line, as no sentence begins."""
    if "X" in found.iso:
        return False
    for time in find_times(opening, 0, len(opening), language)[:1]:
        first, second = sorted(((found.start, found.end), (time.start, time.end)))
        return first[0] == 0 and _STAMPED.fullmatch(opening, first[1], second[0]) is not None
    return False


def furniture(text: str, pages: Pages) -> str | None:
    """The kind of a line that is a page's and not the text's own, by a language's first pattern that it is; or None."""
    match = _furniture(pages).fullmatch(text)
    return pages.lines[chosen(match)].kind if match else None


@cache
def _furniture(pages: Pages) -> re.Pattern[str]:
    """The patterns of a language's page lines as one."""
    return re.compile(alternatives(line.pattern for line in pages.lines), re.IGNORECASE)


def _is_beside_date(rest: str, languages: Mapping[str, Language]) -> bool:
    """Tell whether what a line has beside its date and time may stand on a dateline.

    A label ("Published:"), a weekday, a time zone, a page section behind a bar or before a dot ("| News", "State •"),
    or, before the date, the town with a comma ("Ashgabat, 24 February 2022", "Астана қ., 24 ақпан").
    """
    town = _TOWN.match(rest)
    if town and town[1][0].isupper():
        rest = rest[town.end() :]
    pieces = [piece.strip() for piece in _SEPARATOR.split(rest)]
    return all(not any(c.isalpha() for c in piece) or _may_stand(piece, rest, languages) for piece in pieces)


def is_label(text: str, languages: Mapping[str, Language]) -> bool:
    """Tell words by which a page labels the day it was published on: "Published"."""
    low = text.strip().lower()
    return any(low == label.word for language in languages.values() for label in language.pages.labels)


def _may_stand(piece: str, rest: str, languages: Mapping[str, Language]) -> bool:
    low = piece.lower()
    for code, language in languages.items():
        if any(low == label.word for label in language.pages.labels):
            return True
        if date_grammar(code, language.dates).is_weekday(low):
            return True
        if furniture(piece, language.pages) in {"kicker", "counter"}:
            return True
    beside_bar = re.search(rf"[|•]\s*{re.escape(piece)}|^{re.escape(piece)}\s*•", rest) is not None
    is_section = beside_bar and piece[0].isupper() and len(piece.split()) <= _LONGEST_SECTION
    return is_section or _TIME_ZONE.fullmatch(low) is not None or is_foreign_weekday(low)
