"""The rules of `dates.toml` compiled, with CLDR's names of months and weekdays in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Generic, TypeVar

from babel import Locale

from kg.language.anchors import ANCHORS, beginnings, fold
from kg.language.dates import SPACE
from kg.language.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.language.dates import DateRule, Dates, TimeRule

Rule = TypeVar("Rule")

_FIXED = {
    "year": r"(?<!\d)(?P<y>(?:19|20)\d\d)(?!\d)",
    "year2": r"(?<!\d)(?P<y2>(?:19|20)\d\d)(?!\d)",
    "day": r"(?<![\d.,:])(?P<d>0?[1-9]|[12]\d|3[01])(?!\d)",
    "day2": r"(?<![\d.,:/])(?P<d2>0?[1-9]|[12]\d|3[01])(?!\d)",
    "m": r"(?P<m>0?[1-9]|1[0-2])(?!\d)",
    "mm": r"(?P<m>0[1-9]|1[0-2])(?!\d)",
    "hour": r"(?<![\d.,:])(?P<h>[01]?\d|2[0-4])(?!\d)",
    "minute": r"(?P<min>[0-5]\d)(?!\d)",
    "pm": r"(?P<pm>[ap])\.? ?m(?:\b|\.)",
    "dash": r"\s?[-‐‑–—]\s?",
}
_UNITS = {"relyear": ("year", "ry"), "relmonth": ("month", "rm"), "relweek": ("week", "rw"), "relday": ("day", "rd")}
_NO_RANGE = r"|[-‐‑–—]\d"  # the first year of "2021-2025" is no date by itself
# What stands before: no part of a word, but figures may be glued to one: "комиссиясы19 наурызда", "on5 May 2024".
_APART = r"(?:(?<!\w)|(?<=[^\W\d_][^\W\d_])(?=\d))"
# Letters or digits: where a match may begin, one of them does.
_RUNS = re.compile(r"\d+|[^\W\d_]+")
# The rule of days told by their weekday alone.
WEEKDAY = "weekday"
_ABBREVIATED_AT_LEAST = 3  # "s" or "no" for a month would be noise


class RuleSet(Generic[Rule]):
    """Rules in order, of which few can match in any one text, and each only where a word begins as its matches do."""

    def __init__(self, rules: Iterable[tuple[Rule, str]], more: str) -> None:
        """`rules` have their patterns, which begin and end with words; `more` is what else must not follow."""
        self._rules = tuple((rule, pattern, ANCHORS.add(pattern)) for rule, pattern in rules)
        self._more = more
        self._anchors = reduce(or_, (needed for _, _, needed in self._rules), 0)
        self._compiled = Memo(self._compile)
        self._may_match = Memo(self._choose)
        self._begun = self._beginnings()
        self._may_begin = Memo(self._of_beginning)

    def find(self, text: str, start: int, end: int, words: tuple[str, ...]) -> Iterator[tuple[Rule, re.Match[str]]]:
        """Every match of every rule in `text[start:end]`, which holds these words: by rule, from left to right."""
        rules, wanted = self._may_match[ANCHORS.of(words) & self._anchors]
        runs = _RUNS.finditer(text, start, end) if rules else ()
        begun = [(run.start(), bits) for run in runs if (bits := self._may_begin[run[0]] & wanted)]
        for n in rules if begun else ():
            rule, pattern = self._compiled[n]
            bit, last = 1 << n, start
            for at, bits in begun:
                if bits & bit and at >= last and (match := pattern.match(text, at, end)):
                    last = match.end()
                    yield rule, match

    def _choose(self, bits: int) -> tuple[tuple[int, ...], int]:
        """The rules whose anchors are all among these, also as bits."""
        rules = tuple(n for n, (_, _, needed) in enumerate(self._rules) if bits & needed == needed)
        return rules, sum(1 << n for n in rules)

    def _compile(self, n: int) -> tuple[Rule, re.Pattern[str]]:
        rule, pattern, _ = self._rules[n]
        return rule, re.compile(rf"{_APART}(?:{pattern})(?!\w{self._more})", re.IGNORECASE)

    def _beginnings(self) -> dict[str, int]:
        """With what matches begin, and the bits of the rules whose matches do."""
        found: dict[str, int] = {}
        for n, (rule, pattern, _) in enumerate(self._rules):
            for string in beginnings(pattern):
                if not string:
                    raise ValueError(f"{rule}: a match must begin with a word")
                found[string] = found.get(string, 0) | 1 << n
        return found

    def _of_beginning(self, run: str) -> int:
        """The bits of the rules whose matches may begin with these letters or digits."""
        folded = fold(run)
        return reduce(or_, (self._begun.get(folded[:n], 0) for n in range(1, len(folded) + 1)))


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """The rules in order; months from 1, weekdays from Monday 0, by name in lower case; a weekday in any form."""

    rules: RuleSet[DateRule]
    times: RuleSet[TimeRule]
    months: dict[str, int]
    weekdays: dict[str, int]
    weekday: re.Pattern[str]
    relatives: tuple[tuple[str, int, re.Pattern[str]], ...]
    bygone: re.Pattern[str]
    ahead: re.Pattern[str]

    def is_weekday(self, words: str) -> bool:
        """Tell a weekday's name in lower case, alone or as a rule writes it: "anna", "anna güni"."""
        if words in self.weekdays:
            return True
        found = self.rules.find(words, 0, len(words), tuple(words.split()))
        return any(rule.name == WEEKDAY and match[0] == words for rule, match in found)


@cache
def date_grammar(code: str, dates: Dates) -> DateGrammar:
    """The rules of the language `code`, made once."""
    names, short = _names(code, "months", dates.month_drop)
    short |= {name.lower(): number for name, number in dates.months.items()}
    weekdays, _ = _names(code, "days", dates.weekday_drop)
    parts = {**_FIXED, **dates.parts}
    for word, (unit, group) in _UNITS.items():
        words = [r.words for r in dates.relatives if r.unit == unit]
        parts[word] = f"(?P<{group}>{'|'.join(words) or '(?!)'})"
    for suffix in ("", "2"):
        parts[f"month{suffix}"] = f"(?P<m{suffix}>{_month_pattern(names, short, dates)}){dates.month_endings}"
    parts["weekday"] = f"(?P<w>{_any(weekdays, ())}){dates.weekday_endings}"
    return DateGrammar(
        rules=RuleSet(((rule, _spelt_out(rule.pattern, parts)) for rule in dates.rules), _NO_RANGE),
        times=RuleSet(((rule, _spelt_out(rule.pattern, parts)) for rule in dates.times), ""),
        months=names | short,
        weekdays=weekdays,
        weekday=re.compile(parts["weekday"], re.IGNORECASE),
        relatives=tuple((r.unit, r.shift, re.compile(_spaces(r.words), re.IGNORECASE)) for r in dates.relatives),
        bygone=re.compile("|".join(dates.bygone) or "(?!)"),
        ahead=re.compile("|".join(dates.ahead) or ""),
    )


def _names(code: str, what: str, drop: str) -> tuple[dict[str, int], dict[str, int]]:
    """CLDR's names and abbreviations in lower case to their number: months from 1, weekdays from Monday 0."""
    full: dict[str, int] = {}
    short: dict[str, int] = {}
    forms = getattr(Locale(code), what)
    for context in ("format", "stand-alone"):
        for number, name in forms[context]["wide"].items():
            full.setdefault(name.lower().rstrip(drop) if drop else name.lower(), number)
        for number, name in forms[context]["abbreviated"].items():
            short.setdefault(name.rstrip(".").lower(), number)
    return full, {name: n for name, n in short.items() if name not in full and len(name) >= _ABBREVIATED_AT_LEAST}


def _month_pattern(names: dict[str, int], short: dict[str, int], dates: Dates) -> str:
    """Names, and abbreviations as whole words: these take no endings, but a full stop."""
    return f"{_any(names, dates.cased_months)}|(?:{_any(short, dates.cased_months)})(?!\\w)\\.?"


def _any(names: dict[str, int], cased: tuple[str, ...]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(
        f"(?-i:{re.escape(name.capitalize())}|{re.escape(name.upper())})" if name in cased else re.escape(name)
        for name in longest_first
    )


def _spaces(pattern: str) -> str:
    return pattern.replace(" ", SPACE)


def _spelt_out(pattern: str, parts: dict[str, str]) -> str:
    """A pattern with its parts in it."""
    while (expanded := re.sub(r"\{([a-z]\w*)\}", lambda m: parts[m[1]], pattern)) != pattern:
        pattern = expanded
    return _spaces(pattern)


def days_apart(match: re.Match[str]) -> bool:
    """Tell two days that a word joins, days between them: "20 және 23 мамырда", not "20 мен 23 мамыр аралығында"."""
    groups = match.groupdict()
    joined = groups.get("apart") and not groups.get("between")
    return bool(joined) and int(groups["d2"]) > int(groups["d"]) + 1
