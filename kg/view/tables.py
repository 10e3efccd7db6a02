"""Rows of numbers over one list of texts: what the page is given, small and quick to parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Row: TypeAlias = list[Any]

COLUMNS: dict[str, tuple[str, ...]] = {
    "documents": ("path", "id", "headline", "published", "lang", "source", "text"),
    "words": ("document", "start", "end", "lang", "text"),
    "nodes": ("path", "type", "kind", "country", "names", "words", "x", "y"),
    "events": (
        "node", "status", "format", "start", "end", "place", "about", "series", "ordinal", "wording", "words", "rules",
        "confidence", "doubts",
    ),
    "facts": (
        "what", "path", "one", "other", "code", "texts", "dates", "place", "value", "words", "rules", "confidence",
        "doubts", "third",
    ),
}  # fmt: skip
"""What stands where in a row of each table; kg/view/js/model.js says what each holds."""


class Texts:
    """Every text once, by number; 0 is the empty text."""

    def __init__(self) -> None:
        self.all = [""]
        self._numbers = {"": 0}

    def number(self, text: str | None) -> int:
        """The number of a text; None counts as empty."""
        known = self._numbers.get(text or "")
        if known is None:
            known = self._numbers[text or ""] = len(self.all)
            self.all.append(text or "")
        return known

    def numbers(self, texts: Iterable[str]) -> list[int]:
        """The numbers of texts, in their order."""
        return [self.number(text) for text in texts]

    def pairs(self, named: Iterable[tuple[str, str]]) -> list[int]:
        """Texts with their languages, as text and language in turn."""
        return [number for text, lang in named for number in (self.number(text), self.number(lang))]


def trimmed(row: Row) -> Row:
    """A row without the empty values at its end."""
    last = len(row)
    while last and row[last - 1] in (0, None, []) and row[last - 1] is not False:
        last -= 1
    return row[:last]
