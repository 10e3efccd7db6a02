"""Look a word up in the language's lexicons through its possible analyses."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.language.memo import Memo
from kg.language.morphology import Analysis, compounds
from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Entry = TypeVar("Entry")


class Hit(Record, Generic[Entry], frozen=True):
    """An entry of a lexicon with the analysis of the word that led to it."""

    entry: Entry
    analysis: Analysis

    @property
    def bare(self) -> bool:
        """Whether the word stands in the nominative singular, and is nobody's."""
        return self.analysis.case == "nom" and not (self.analysis.possessive or self.analysis.number)


class Lexicon(Generic[Entry]):
    """Entries keyed by dictionary form; of several analyses that are in the lexicon, the most specific wins.

    The more suffixes an analysis explains, the more specific it is: "ministrligi" is read as possessive
    (a ministry of something) before accusative, since in names a head follows its modifier.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Entry]],
        analyse: Callable[[str], tuple[Analysis, ...]],
        prefixes: Iterable[str] = (),
        firsts: Sequence[str] = (),
        tails: Iterable[tuple[str, Entry]] = (),
    ) -> None:
        """`prefixes` stand before a hyphen and an entry that they don't change ("экс-министр").

        A word that begins with one of `firsts` and ends with one of `tails` is a compound: "Каз|гидромет".
        """
        self._entries = dict(entries)
        self._analyse = analyse
        self._prefixes = frozenset(prefixes)
        self._firsts, self._tails = tuple(firsts), dict(tails)
        known = (*self._entries, *self._prefixes, *self._firsts)
        self._beginnings = {lemma[:2] for lemma in known}  # the third letter may soften: "топ", "тобы"
        self.hits = Memo(self._find)

    def find(self, word: str) -> Hit[Entry] | None:
        """The hit for a word in lower case, or None; `hits[word]` is the same, for words by the dozen."""
        return self.hits[word]

    def among(self, words: Sequence[str]) -> list[tuple[int, Hit[Entry]]]:
        """The hits in a sentence of these words (lower case), with their indices, in order."""
        hits = list(map(self.hits.__getitem__, words))
        return [(i, hit) for i, hit in compress(enumerate(hits), hits) if hit]

    def _find(self, word: str) -> Hit[Entry] | None:
        if word[:2] not in self._beginnings:
            return None
        hits = [Hit(self._entries[a.stem], a) for a in self._analyse(word) if a.stem in self._entries]
        if not hits and self._prefixes and "-" in word:
            hits = [
                Hit(self._entries[lemma], a) for lemma, a in compounds(word, self._prefixes) if lemma in self._entries
            ]
        if not hits and word.startswith(self._firsts):
            hits = [*self._compounds(word)]
        if not hits:
            return None
        return max(hits, key=lambda h: (bool(h.analysis.possessive), h.analysis.case != "acc", h.analysis.harmonic))

    def _compounds(self, word: str) -> Iterator[Hit[Entry]]:
        """The hits for a word by its last part: "Казгидромета", and "Минприроды" that is not declined."""
        for analysis in (Analysis(word, word), *self._analyse(word)):
            tail = next((t for t in self._tails if analysis.stem.endswith(t)), None)
            if tail is not None and not analysis.number:
                yield Hit(self._tails[tail], analysis)
