"""Which of the names met so far a name may agree with, without comparing it with all of them."""

from __future__ import annotations

from collections import defaultdict
from math import ceil
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Spellings of one name in one text differ by a letter in five or six ("Alexei", "Alexey"; "Sergey", "Sergei").
ALIKE = 0.8
_ROUNDING = 0.001
_SIMILARITY = Levenshtein.normalized_similarity


class Spellings:
    """Names (in words, lower case) filed with numbers under their words.

    Of two names that agree each word of the shorter is alike to one of the longer. So a name is filed under its longest
    word for those that are longer, and under every word for those that are shorter; where it has initials, which are
    alike to many words, under every word for all.
    """

    def __init__(self) -> None:
        self._words: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        self._longest: defaultdict[str, set[int]] = defaultdict(set)
        self._every: defaultdict[str, set[int]] = defaultdict(set)
        self._initials: defaultdict[str, set[int]] = defaultdict(set)

    def add(self, number: int, name: Sequence[str]) -> None:
        """File a name under a number."""
        words = [w for w in name if len(w) > 1]
        for word in words:
            if word not in self._every:
                self._words[word[0], len(word)].append(word)
            self._every[word].add(number)
            if len(words) < len(name):
                self._initials[word].add(number)
        if words and len(words) == len(name):
            self._longest[max(words, key=len)].add(number)

    def like(self, name: Sequence[str]) -> list[int]:
        """The numbers of all names that may agree with this one, in order; a few that don't are among them."""
        words = [w for w in name if len(w) > 1]
        if len(words) < len(name):
            return sorted({n for word in words for like in self._alike(word) for n in self._every[like]})
        found = {n for like in self._alike(max(words, key=len)) for n in self._every[like]} if words else set()
        for word in words:
            for like in self._alike(word):
                found |= self._longest.get(like, set()) | self._initials.get(like, set())
        return sorted(found)

    def _alike(self, word: str) -> Iterable[str]:
        """The words met that are spelt like this one."""
        length = len(word)
        for other in range(ceil(length * ALIKE), int(length / ALIKE) + 1):
            known = self._words.get((word[0], other))
            if known:
                hits = process.extract(word, known, scorer=_SIMILARITY, score_cutoff=ALIKE - _ROUNDING, limit=None)
                yield from (hit for hit, _, _ in hits)
