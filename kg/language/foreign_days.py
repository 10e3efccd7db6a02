"""Days as pages print them in a language that is none of ours: "13 Mayıs 2022" above a Kazakh release."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from functools import cache

from babel import Locale

from kg.language.case import lower

# CLDR locales of the pages that carry releases in our languages.
_LOCALES = ("az", "de", "es", "fr", "it", "ky", "tg", "tr", "uk", "uz")
# Letters of the shortest abbreviation.
_AT_LEAST = 3
_CENTURIES = r"(?:19|20)\d\d"
_WITH_YEAR = re.compile(_CENTURIES)
_YEAR = rf"(?P<y>{_CENTURIES})(?:[- ]?(?:yil|жыл)\w*)?"
_DAY = r"(?<!\d)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)"


def _folded(word: str) -> str:
    """Lower case without regard to the dot of an "i": capitals do not tell which it was."""
    return lower(word).replace("ı", "i")


@cache
def _names(what: str) -> dict[str, int]:
    """Names and abbreviations of months or days to their number, but for those that mean different ones."""
    found = defaultdict(set)
    for locale in _LOCALES:
        for widths in getattr(Locale(locale), what).values():
            for width in ("wide", "abbreviated"):
                for number, name in widths[width].items():
                    found[_folded(name).rstrip(".")].add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and len(name) >= _AT_LEAST}


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The spellings of a day, made when the first line is looked at that may have one."""
    month = "|".join(re.escape(name) for name in sorted(_names("months"), key=lambda name: (-len(name), name)))
    return tuple(
        re.compile(rf"(?<!\w)(?:{form})(?!\w)")
        for form in (
            rf"{_DAY}[.]?(?:[ -]|[ ]de[ ])(?P<m>{month})[.]?,?(?:[ ]|[ ]de[ ]){_YEAR}",
            rf"(?P<m>{month})[.]?[ ]{_DAY},[ ]{_YEAR}",
            rf"{_YEAR},?[ ]{_DAY}[ -](?P<m>{month})",
        )
    )


def is_foreign_weekday(word: str) -> bool:
    """Tell a weekday's name or abbreviation in lower case."""
    return word in _names("days")


def foreign_day(text: str) -> tuple[str, tuple[int, int]] | None:
    """The first day with its year in `text` that has a month of another language: its ISO date and its span."""
    if not _WITH_YEAR.search(text):
        return None
    folded = _folded(text)
    for form in _forms():
        for match in form.finditer(folded):
            try:
                day = date(int(match["y"]), _names("months")[match["m"]], int(match["d"]))
            except ValueError:
                continue
            return day.isoformat(), match.span()
    return None
