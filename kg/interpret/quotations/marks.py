"""Words between quotation marks, whatever the marks and even where they don't match."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = {"«": "»", "“": '”"“', "„": '“”"', '"': '"”', "‘": "’"}
_OPENER = re.compile(r"(?:^|(?<=[\s(—–:,\-]))[«“„\"‘](?=\S)", re.MULTILINE)
_MARK = re.compile('[«»“”"’]')
_LONGEST = 3_000  # characters: a mark that isn't closed within them was never meant to be


def marked(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans between outermost quotation marks in `text[start:end]`, marks included, left to right."""
    closers = [
        m.start() for m in _MARK.finditer(text, start, end) if text[m.start()] == "«" or _closes(text, m.start())
    ]
    at = start
    while closers and (opener := _OPENER.search(text, at, end)):
        closed = _closing(text, opener.start(), closers)
        if closed is None:
            at = opener.end()
        else:
            yield opener.start(), closed
            at = closed


def _closing(text: str, start: int, closers: list[int]) -> int | None:
    """End of the quotation that opens at `start`: at its own closing mark, else at the last of another kind."""
    mark = text[start]
    depth = 0
    near = closers[bisect_right(closers, start) : bisect_right(closers, start + _LONGEST)]
    for i in near:
        if text[i] == "«":
            depth += mark == "«"
        elif text[i] in _CLOSERS[mark]:
            if not depth:
                return i + 1
            depth -= 1
    return next((i + 1 for i in reversed(near) if text[i] != "«"), None)


def _closes(text: str, i: int) -> bool:
    """Tell a closing mark from an opening one and from an apostrophe: behind a word or mark, and no letter follows."""
    return not text[i + 1 : i + 2].isalnum() and not text[i - 1].isspace()


def words(text: str) -> int:
    """How many words a text has."""
    return len(re.findall(r"[^\W_]+", text))
