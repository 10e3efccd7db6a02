"""How a language writes dates and times of day: the schema of `dates.toml`.

Patterns are regular expressions without regard to case, in which a space stands for white space with at most one
line break, and a word in braces for one of these:

    {year} {year2}     a year from 1900 to 2099; with 2, that of the end of a range
    {month} {month2}   a month's name from CLDR (or `months`), with the endings of `month_endings`
    {day} {day2}       a day of the month in figures
    {m} {mm}           a month in figures; with two letters, in two figures
    {weekday}          a weekday's name from CLDR, with the endings of `weekday_endings`
    {relyear} {relmonth} {relweek} {relday}   any of `relatives` of that unit
    {hour} {minute} {pm}                      in `times` only
    {dash}             a hyphen or dash, with or without space
    {anything else}    the pattern of that name in `parts`

A group named `at` narrows the span that is reported: `in (?P<at>{year})`. One named `apart` is a word that joins two
days, which are no range where days lie between them ("20 және 23 мамырда"), unless what is named `between` says so.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

# A space in a pattern: at least one white space, at most one line break; bounded, so that matching stays linear.
SPACE = r"(?:[^\S\n]{0,3}\s[^\S\n]{0,3})"


def _compiles(pattern: str) -> None:
    """Raise `ValueError` for a broken regular expression; placeholders stand for a letter here."""
    try:
        re.compile(re.sub(r"\{[a-z]\w*\}", "x", pattern).replace(" ", SPACE))
    except re.error as error:
        raise ValueError(f"pattern {pattern!r} is no regular expression: {error}") from error


class DateRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to write a date. `means` is the ISO date of `example`, read on Wednesday 2022-06-15.

    A range is written `2022-11-28/2022-12-02`. Kind `date` is when something happens; `period` is the span that
    a plan or a term covers, or a limit ("until 2030"), and no event's date.
    """

    name: str
    pattern: str
    example: str
    means: str
    kind: Literal["date", "period"] = "date"

    def __post_init__(self) -> None:
        _compiles(self.pattern)


class RelativeDate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for a time told from the day of writing: `shift` units from it (`last year`: year, -1)."""

    unit: Literal["day", "week", "month", "year"]
    words: str
    shift: int
    example: str
    means: str

    def __post_init__(self) -> None:
        _compiles(self.words)


class TimeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to write a time of day; `means` is `HH:MM`."""

    name: str
    pattern: str
    example: str
    means: str

    def __post_init__(self) -> None:
        _compiles(self.pattern)


class NotDate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words with figures that look like a date or a time and are none; nothing may be found in them."""

    example: str


class Dates(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Dates and times of a language. Rules are tried in order; the first that fits keeps its words.

    `month_drop` and `weekday_drop` are letters cut from the end of a CLDR name before the endings ("январь" ->
    "январ"). `months` adds spellings that CLDR lacks, by month number. `cased_months` are names that are also
    common words and count with a capital only ("may"). `bygone` are patterns that begin words by which a sentence
    tells of what is long past: of how something came to be ("established"), of what was before ("previous"). Where
    there are patterns `ahead`, a day told with its year behind one without is history unless a word of its sentence
    begins like one of them: what is to come ("geçiriler"). `ordinal` is the pattern of what a hyphen ties to the
    figures of a day where these are an ordinal ("23-[nji]").
    """

    month_endings: str = ""
    month_drop: str = ""
    weekday_endings: str = ""
    weekday_drop: str = ""
    months: dict[str, int] = {}
    cased_months: tuple[str, ...] = ()
    ordinal: str = ""
    bygone: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    parts: dict[str, str] = {}
    rules: tuple[DateRule, ...] = ()
    relatives: tuple[RelativeDate, ...] = ()
    times: tuple[TimeRule, ...] = ()
    none: tuple[NotDate, ...] = ()
