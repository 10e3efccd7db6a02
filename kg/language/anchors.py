"""What a text must hold for a regular expression to match: most patterns need not be tried on most words.

`required` reads it off the pattern, as RE2's prefilters do (https://swtch.com/~rsc/regexp/regexp4.html): of
"(?:geçen|öten) ýyl(?:da)?" each match holds "geçen" or "öten", and "ýyl". `Anchors` looks for all that many patterns
require word by word, and remembers what it found for a word. The patterns of all languages share `ANCHORS`, so that a
sentence is looked through once, whichever of them are asked whether they may match in it.
"""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]  # the parser that `re` itself compiles with
import re._parser as parser  # type: ignore[import-not-found]
from functools import reduce
from itertools import product
from operator import or_
from typing import TYPE_CHECKING, Any

import ahocorasick_rs

from kg.language.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Strings = frozenset[str]
# Sentences whose bits are remembered: those that are being read.
_SENTENCES = 500
# More strings than this for one part of a pattern tell too little to be worth looking for.
_MOST = 100
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
_LOOKING = {op.AT, op.ASSERT, op.ASSERT_NOT}
# The letters or the digits at the beginning of a string of them.
_RUN = re.compile(r"\d+|\D*")


def required(pattern: str) -> tuple[Strings, ...]:
    """Sets of strings, of each of which every match of the pattern holds one at least, inside one word.

    The strings are folded as by `fold`. Empty where nothing can be told.
    """
    whole, sets = _sequence(parser.parse(pattern))
    return tuple(dict.fromkeys(_and(sets, whole)))


def opening(pattern: str) -> str:
    """A lookahead for the letters with which a match may begin, or nothing where it may begin with any.

    Before a pattern of many alternatives it spares the engine from going through them all at each word.

    >>> opening("(?:on|in) (?:may|june)")
    '(?=[io])'
    """
    letters, empty = _opening(parser.parse(pattern))
    return "" if letters is None or empty else f"(?=[{''.join(sorted(letters))}])"


def beginnings(pattern: str) -> Strings:
    """Strings with one of which every match begins: letters alone or digits alone, folded as by `fold`.

    With an empty one among them nothing can be told.

    >>> sorted(beginnings("(?:on )?(?:may|june) 5"))
    ['june', 'may', 'on']
    """
    return frozenset(_RUN.findall(string)[0] for string, _ in _beginnings(parser.parse(pattern)))


def fold(word: str) -> str:
    """A word as it is looked for: capitals don't count, and one digit is as good as another."""
    folded = word.casefold().replace("ı", "i")
    return folded if folded.isalpha() else "".join("0" if c.isdecimal() else c for c in folded)


class Anchors:
    """Gives each of many patterns its bits, and each word the bits of the patterns that it may be a part of."""

    def __init__(self) -> None:
        self._bits: dict[Strings, int] = {}
        self._of_string: dict[str, int] = {}
        self._of_word: Memo[str, int] | None = None
        self._of_words = Memo(self._together, _SENTENCES)

    def add(self, pattern: str) -> int:
        """The bits of a pattern, all of which the words of a text must have where it is to match."""
        return reduce(or_, map(self._bit, required(pattern)), 0)

    def _bit(self, strings: Strings) -> int:
        """The bit that tells that a text holds one of the strings: patterns that require the same share it."""
        if strings not in self._bits:
            self._of_word = None
            self._of_words.clear()
            self._bits[strings] = bit = 1 << len(self._bits)
            for string in strings:
                self._of_string[string] = self._of_string.get(string, 0) | bit
        return self._bits[strings]

    def of(self, words: tuple[str, ...]) -> int:
        """The bits of all these words together."""
        return self._of_words[words]

    def _together(self, words: tuple[str, ...]) -> int:
        if self._of_word is None:
            self._of_word = Memo(self._finder())
        return reduce(or_, map(self._of_word.__getitem__, words), 0)

    def _finder(self) -> Callable[[str], int]:
        bits = tuple(self._of_string.values())
        automaton = ahocorasick_rs.AhoCorasick(tuple(self._of_string))

        def find(word: str) -> int:
            hits = automaton.find_matches_as_indexes(fold(word), overlapping=True)
            return reduce(or_, (bits[index] for index, _, _ in hits), 0)

        return find


ANCHORS = Anchors()

_CLASSES = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_WORD: r"\w", op.CATEGORY_SPACE: r"\s"}


def _opening(nodes: Iterable[tuple[Any, Any]]) -> tuple[set[str] | None, bool]:
    """With what a sequence may begin, as members of a character class (None: anything); whether it may be empty."""
    letters: set[str] = set()
    for kind, value in nodes:
        if kind in _LOOKING:
            continue
        some, empty = _opening_of(kind, value)
        if some is None:
            return None, False
        letters |= some
        if not empty:
            return letters, False
    return letters, True


def _opening_of(kind: Any, value: Any) -> tuple[set[str] | None, bool]:  # noqa: ANN401 - the parser has no types
    if kind is op.LITERAL:
        return {re.escape(chr(value))}, False
    if kind is op.IN and all(k in {op.LITERAL, op.RANGE} or v in _CLASSES for k, v in value):
        return {_member(k, v) for k, v in value}, False
    if kind is op.SUBPATTERN:
        return _opening(value[-1])
    if kind is op.BRANCH:
        branches = [_opening(branch) for branch in value[1]]
        if all(letters is not None for letters, _ in branches):
            return set().union(*(letters or () for letters, _ in branches)), any(empty for _, empty in branches)
    if kind in _REPEATS:
        letters, empty = _opening(value[2])
        return letters, empty or value[0] == 0
    return None, False


def _member(kind: Any, value: Any) -> str:  # noqa: ANN401 - the same
    if kind is op.RANGE:
        return "-".join(re.escape(chr(end)) for end in value)
    return _CLASSES[value] if kind is op.CATEGORY else re.escape(chr(value))


def _beginnings(nodes: Iterable[tuple[Any, Any]]) -> set[tuple[str, bool]]:
    """Strings with which a sequence may begin, each with whether what follows in the pattern may go on with it."""
    found = {("", True)}
    for kind, value in nodes:
        part = _beginnings_of(kind, value)
        longer = {(a + b, on) for a, whole in found if whole for b, on in part}
        if len(longer) > max(_MOST, len(part)):
            return found
        found = {(a, whole) for a, whole in found if not whole} | longer
    return found


def _beginnings_of(kind: Any, value: Any) -> set[tuple[str, bool]]:  # noqa: ANN401 - the parser has no types
    if kind is op.SUBPATTERN:
        return _beginnings(value[-1])
    if kind is op.BRANCH:
        return set().union(*map(_beginnings, value[1]))
    if kind in _REPEATS:
        least, most, inner = value
        found = {(string, whole and most == 1) for string, whole in _beginnings(inner)}
        return found if least else found | {("", True)}
    whole, _ = _part(kind, value)
    return {("", False)} if whole is None else {(string, True) for string in whole}


# A part of a pattern as all that it may match (None: too much, or what is no word), and the sets that it requires.
_Part = tuple[Strings | None, tuple[Strings, ...]]
_NOTHING: _Part = (frozenset({""}), ())
_ANYTHING: _Part = (None, ())


def _sequence(nodes: Iterable[tuple[Any, Any]]) -> _Part:
    """Parts one after the other: what they may match is joined as long as that is few strings."""
    sets: tuple[Strings, ...] = ()
    joined: Strings = frozenset({""})
    cut = False
    for node in nodes:
        whole, inner = _part(*node)
        if whole is not None and len(joined) * len(whole) <= _MOST:
            joined = frozenset(a + b for a, b in product(joined, whole))
            continue
        cut = True
        sets = (*_and(sets, joined), *inner)
        joined = frozenset({""}) if whole is None else whole
    return (None, _and(sets, joined)) if cut else (joined, ())


def _part(kind: Any, value: Any) -> _Part:  # noqa: ANN401, PLR0911 - the parser has no types; an answer for each kind of part
    if kind in _LOOKING:
        return _NOTHING
    if kind is op.LITERAL:
        return _letters([(kind, value)])
    if kind is op.IN:
        return _letters(value)
    if kind is op.SUBPATTERN:
        return _sequence(value[-1])
    if kind is op.BRANCH:
        return _either([_sequence(branch) for branch in value[1]])
    if kind in _REPEATS:
        least, most, inner = value
        return _repeated(_sequence(inner), least, most)
    return _ANYTHING


def _letters(items: Iterable[tuple[Any, Any]]) -> _Part:
    """One letter or digit of a few; what may be no part of a word is anything."""
    found = set()
    for kind, value in items:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < _MOST:
            found |= set(map(chr, range(value[0], value[1] + 1)))
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found.add("0")
        else:
            return _ANYTHING
    return (frozenset(map(fold, found)), ()) if all(c.isalnum() for c in found) else _ANYTHING


def _either(branches: Sequence[_Part]) -> _Part:
    wholes = [whole for whole, _ in branches]
    if all(whole is not None for whole in wholes):
        return frozenset().union(*(whole for whole in wholes if whole is not None)), ()
    best = [max(_and(sets, whole), key=_worth, default=None) for whole, sets in branches]
    if any(one is None for one in best):
        return _ANYTHING
    return None, (frozenset().union(*(one for one in best if one is not None)),)


def _repeated(part: _Part, least: int, most: int) -> _Part:
    whole, sets = part
    if least == most == 1:
        return part
    if whole is not None and most <= len("2022") and (len(whole) + 1) ** int(most) <= _MOST:
        times = range(least, int(most) + 1)
        return frozenset("".join(letters) for n in times for letters in product(whole, repeat=n)), ()
    return (None, _and(sets, whole)) if least else _ANYTHING


def _and(sets: tuple[Strings, ...], whole: Strings | None) -> tuple[Strings, ...]:
    return sets if not whole or "" in whole else (*sets, whole)


def _worth(strings: Strings) -> tuple[int, int]:
    """How much it tells that one of these stands in a text: longer strings are rarer, and fewer of them, too."""
    return min(map(len, strings)), -len(strings)
