"""Look a word up in the language's lexicons through its possible analyses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.language.morphology import Analysis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Entry]):
    """An entry of a lexicon with the analysis of the word that led to it."""

    entry: Entry
    analysis: Analysis


class Lexicon(Generic[Entry]):
    """Entries keyed by dictionary form; of several analyses that are in the lexicon, the most specific wins.

    The more suffixes an analysis explains, the more specific it is: "ministrligi" is read as possessive
    (a ministry of something) before accusative, since in names a head follows its modifier.
    """

    def __init__(self, entries: Iterable[tuple[str, Entry]], analyse: Callable[[str], tuple[Analysis, ...]]) -> None:
        self._entries = dict(entries)
        self._analyse = analyse
        self._beginnings = {lemma[:2] for lemma in self._entries}  # the third letter may soften: "топ", "тобы"
        self._seen: dict[str, Hit[Entry] | None] = {}

    def find(self, word: str) -> Hit[Entry] | None:
        """The hit for a word in lower case, or None. Results are remembered."""
        if word[:2] not in self._beginnings:
            return None
        if word not in self._seen:
            self._seen[word] = self._find(word)
        return self._seen[word]

    def _find(self, word: str) -> Hit[Entry] | None:
        hits = [Hit(self._entries[a.stem], a) for a in self._analyse(word) if a.stem in self._entries]
        if not hits:
            return None
        return max(hits, key=lambda h: (bool(h.analysis.possessive), h.analysis.case != "acc", h.analysis.harmonic))
