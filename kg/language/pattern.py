"""Patterns of a language file: regular expressions over lower-case text, each with the phrase that earned it.

A pattern is matched between word boundaries in text that `kg.language.case.lower` made, so it is written
in lower case. `Matcher` tries patterns in the order of the file; at one place the first that fits wins.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from kg.language.anchors import ANCHORS, opening
from kg.language.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression without groups, in lower case, and a phrase of the genre in which it is found."""

    pattern: str
    example: str

    def __post_init__(self) -> None:
        """Refuse a pattern that can't be one of several, or that holds capitals (it would be dead)."""
        check_alternative(self.pattern)
        if re.sub(r"\\.", "", self.pattern) != re.sub(r"\\.", "", self.pattern).lower():
            raise ValueError(f"pattern {self.pattern!r} holds capitals: it is matched with text in lower case")


P = TypeVar("P", bound=Pattern)


def check_alternative(pattern: str) -> None:
    """Raise `ValueError` for a pattern that can't be compiled, or that captures, as one of `alternatives` must not."""
    try:
        groups = re.compile(pattern).groups
    except re.error as error:
        raise ValueError(f"pattern {pattern!r} is no regular expression: {error}") from error
    if groups:
        raise ValueError(f"pattern {pattern!r} captures: write (?:…)")


def alternatives(patterns: Iterable[str]) -> str:
    """One pattern for several, tried in order; `chosen` tells which of them matched."""
    return "|".join(f"({pattern})" for pattern in patterns) or "(?!)"


def chosen(match: re.Match[str]) -> int:
    """The index of the pattern that matched, of `alternatives`."""
    return (match.lastindex or 1) - 1


class Matcher(Generic[P]):
    """Finds patterns in lower-case text; one expression for all of them, compiled when it is first looked for."""

    def __init__(self, phrases: Sequence[P]) -> None:
        self._phrases = tuple(phrases)
        self._any = alternatives(p.pattern for p in self._phrases)
        self._needed = ANCHORS.add(self._any)
        self.beginning = Memo(self._begin)
        self.whole = Memo(self._whole)

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){opening(self._any)}(?:{self._any})(?!\w)")

    def may_match(self, words: tuple[str, ...]) -> bool:
        """Tell whether a text of these words can hold a match: that costs less than the search."""
        return ANCHORS.of(words) & self._needed == self._needed

    def _begin(self, word: str) -> P | None:
        """The phrase that a word begins with: `beginning[word]`, for words by the dozen."""
        match = self.at(word, 0)
        return match[2] if match else None

    def _whole(self, word: str) -> P | None:
        """The phrase that a word is as a whole: `whole[word]`."""
        match = self.at(word, 0)
        return match[2] if match and match[1] == len(word) else None

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, P]]:
        """Give `(start, end, phrase)` of every match in `text[start:end]`, left to right, without overlaps."""
        for match in self._regex.finditer(text, start, len(text) if end is None else end):
            yield match.start(), match.end(), self._phrases[chosen(match)]

    def first(self, text: str, start: int = 0, end: int | None = None) -> tuple[int, int, P] | None:
        """Give the leftmost match in `text[start:end]`, or None."""
        return next(self.find(text, start, end), None)

    def last(self, text: str, start: int = 0, end: int | None = None) -> tuple[int, int, P] | None:
        """Give the rightmost match in `text[start:end]`, or None."""
        found = None
        for found in self.find(text, start, end):  # noqa: B007 - the last one is wanted
            pass
        return found

    def at(self, text: str, start: int, end: int | None = None) -> tuple[int, int, P] | None:
        """Give the match that begins exactly at `start`, or None."""
        match = self._regex.match(text, start, len(text) if end is None else end)
        return (match.start(), match.end(), self._phrases[chosen(match)]) if match else None


class Patterned(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A concern whose fields are lists of patterns; each list is compiled when it is first asked for."""

    @cached_property
    def _matchers(self) -> dict[str, Matcher[Pattern]]:
        return {}

    def match(self, field: str) -> Matcher[Pattern]:
        """Give the matcher of a list of plain patterns, by the name of its field."""
        if field not in self._matchers:
            self._matchers[field] = Matcher(getattr(self, field))
        return self._matchers[field]
