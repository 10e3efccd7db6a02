"""How far titles stand from the words of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from kg.annotate.persons.line import Line
    from kg.model import Token

# Signs that end no phrase.
_INNER = frozenset('«»"“”.')


def since_title(line: Line, i: int, most: int) -> int:
    """How many tokens before token i a title ends, no punctuation between; where none does, more than there are.

    A line as short as `most` needs none. Exact only up to `most`.
    """
    back = line.tokens[max(0, i - 1 - most) : i]
    return _distance(line, reversed(back), frozenset())


def until_title(line: Line, i: int, most: int) -> int:
    """How many tokens after token i a title ends, with no punctuation but quotes between; else as there."""
    return _distance(line, line.tokens[i : i + most + 1], _INNER)


def _distance(line: Line, tokens: Iterable[Token], inner: AbstractSet[str]) -> int:
    distance = 0
    for token in tokens:
        if token.end in line.titles:
            return distance
        if not token.text[0].isalnum() and token.text not in inner:
            break
        distance += 1
    return line.size + 1 + distance
