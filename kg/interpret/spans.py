"""What of a text in order lies where: mentions between two offsets, the tokens beside one, what holds an offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeVar

from kg.model import START

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Mention, Sentence, Token

Spanned = TypeVar("Spanned")


def begun_in(things: Sequence[Spanned], start: int, end: int) -> Sequence[Spanned]:
    """Those of some tokens or mentions, in text order, that begin between two offsets; the last may end behind."""
    first = bisect_left(things, start, key=START)
    return things[first : bisect_left(things, end, first, key=START)]


def starts_within(things: Sequence[Mention], names: Iterable[Mention]) -> set[int]:
    """Where those of some mentions, in text order, begin that begin within others: the places in some titles."""
    return {thing.start for name in names for thing in begun_in(things, name.start, name.end)}


def tokens_before(sentence: Sentence, offset: int, count: int) -> tuple[Token, ...]:
    """The last tokens of a sentence that begin before an offset, at most so many."""
    first = bisect_left(sentence.tokens, offset, key=START)
    return sentence.tokens[max(0, first - count) : first]


def tokens_behind(sentence: Sentence, offset: int, count: int) -> tuple[Token, ...]:
    """The first tokens of a sentence that begin at an offset or behind it, at most so many."""
    first = bisect_left(sentence.tokens, offset, key=START)
    return sentence.tokens[first : first + count]


def tokens_beside(sentence: Sentence, mention: Mention, before: int) -> tuple[Token, ...]:
    """So many tokens of a sentence before a mention, and the one right behind it."""
    return tokens_before(sentence, mention.start, before) + tokens_behind(sentence, mention.end, 1)


def index_at(things: Sequence[Spanned], offset: int) -> int:
    """The index of the last of some sentences, items or tokens, in text order, that begins not behind an offset, or 0.

    That is the one in which the offset lies, or behind which it does.
    """
    return max(bisect_right(things, offset, key=START) - 1, 0)
