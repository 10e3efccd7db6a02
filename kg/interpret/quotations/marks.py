"""Words between quotation marks, whatever the marks and even where they don't match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = {"«": "»", "“": '”"“', "„": '“”"', '"': '"”', "‘": "’"}
_ANY_CLOSER = '»”“"’'
_OPENER = re.compile(r"(?:^|(?<=[\s(—–:,\-]))[«“„\"‘](?=\S)", re.MULTILINE)
_LONGEST = 5_000  # characters: a mark that isn't closed within them was never meant to be


def marked(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans between outermost quotation marks in `text[start:end]`, marks included, left to right."""
    at = start
    while opener := _OPENER.search(text, at, end):
        closed = _closing(text, opener.start(), min(end, opener.start() + _LONGEST))
        if closed is None:
            at = opener.end()
        else:
            yield opener.start(), closed
            at = closed


def _closing(text: str, start: int, limit: int) -> int | None:
    """End of the quotation that opens at `start`: at its own closing mark, else at the last of another kind."""
    mark = text[start]
    depth = 0
    for i in range(start + 1, limit):
        if mark == "«" and text[i] == "«":
            depth += 1
        elif text[i] in _CLOSERS[mark] and _closes(text, i):
            if not depth:
                return i + 1
            depth -= 1
    return next((i + 1 for i in range(limit - 1, start + 1, -1) if text[i] in _ANY_CLOSER and _closes(text, i)), None)


def _closes(text: str, i: int) -> bool:
    """Tell a closing mark from an opening one and from an apostrophe: behind a word or mark, and no letter follows."""
    return not text[i + 1 : i + 2].isalnum() and not text[i - 1].isspace()


def words(text: str) -> int:
    """How many words a text has."""
    return len(re.findall(r"[^\W_]+", text))
