"""Words of a name to dictionary forms, and phrases found by them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.language import load
from kg.language.letters import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Meaning = TypeVar("Meaning")

_ARTICLES = frozenset({"the", "an"})  # of no meaning, and as often left out; "a" is a letter of other languages, too
LONGEST = 16  # words in the longest phrase that is looked for

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`.-][^\W_]+)*|,")
_QUOTED = re.compile(r"[«“\"„][^\s«»“”\"]+(?: [^\s«»“”\"]+)?[»”\"“]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_TURKMEN = re.compile(r"[äçňşžýöü]", re.IGNORECASE)
_ACRONYM_ENDING = re.compile(r"(?<=[A-ZА-ЯӘҒҚҢӨҰҮІÄÇŇÖŞÜÝŽ0-9])[-’'][a-zа-яёäçňöşüýžәғқңөұүһі]{1,6}$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: as written, in small letters, and the dictionary forms that it may have.

    `quoted` tells of a word or two between quotation marks: a name of its own, whatever the words mean.
    """

    text: str
    norm: str
    stems: frozenset[str]
    quoted: bool = False


def guess(text: str, lang: str) -> str:
    """The language to read a name in: the one given, unless its letters belong to another."""
    if _CYRILLIC.search(text):
        return "kk" if lang == "kk" or _KAZAKH.search(text) else "ru"
    if _TURKMEN.search(text):
        return "tk"
    return lang if lang in {"tk", "en"} else "en"


@cache
def _analyse(lang: str, word: str) -> frozenset[str]:
    return frozenset(analysis.stem for analysis in load(lang).analyse(word))


@lru_cache(maxsize=50_000)
def words(text: str, lang: str) -> tuple[Word, ...]:
    """The words of a name, commas among them, with their dictionary forms in `lang` ("" for none of them).

    English articles are left out. An ending joined to an acronym is dropped ("ТМД-ның"); hyphened words stay one word.
    """
    found = []
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    for match in _WORD.finditer(text):
        if match[0].lower() in _ARTICLES:
            continue
        bare = _ACRONYM_ENDING.sub("", match[0])
        norm = bare.lower().replace("’", "'").replace("i̇", "i")
        stems = frozenset({norm}) if norm == "," or not lang else _analyse(lang, norm) | {norm}
        found.append(Word(bare, norm, stems, any(start < match.start() < end for start, end in quotes)))
    return tuple(found)


def acronymic(text: str) -> bool:
    """Tell whether a word is written as an acronym: two letters and more, capitals but for one at most."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return len(letters) > 1 and capitals > 1 and len(letters) - capitals <= 1


@dataclass
class Phrases(Generic[Meaning]):
    """A table of phrases by their words; the longest phrase that stands at a place is found.

    A phrase is matched word by word against a name's dictionary forms, and where that fails against the folds
    of its words ("Maslahaty" in an English text).
    """

    _table: dict[str, list[tuple[tuple[frozenset[str], ...], Meaning]]] = field(default_factory=dict)
    _folded: dict[str, list[tuple[tuple[frozenset[str], ...], Meaning]]] = field(default_factory=dict)

    def add(self, phrase: Sequence[Word], meaning: Meaning) -> None:
        """Add a phrase; a word of it may stand in the table's form or in any of its dictionary forms."""
        if not phrase:
            return
        sets = tuple(word.stems for word in phrase)
        for stem in sorted(sets[0]):
            self._table.setdefault(stem, []).append((sets, meaning))
        folded = tuple(frozenset(fold(stem) for stem in word.stems) for word in phrase)
        for stem in sorted(folded[0]):
            self._folded.setdefault(stem, []).append((folded, meaning))

    def at(self, name: Sequence[Word], start: int, *, folded: bool = False) -> Iterator[tuple[int, bool, Meaning]]:
        """Every phrase that begins at word `start`: its number of words, whether it stands so, its meaning.

        A phrase stands so if no ending had to be taken off the name's words. The order is the table's.
        """
        table = self._folded if folded else self._table
        window = name[start : start + LONGEST]
        forms = [frozenset(map(fold, w.stems | _analyse("tk", w.norm))) if folded else w.stems for w in window]
        for stem in sorted(forms[0]):
            for sets, meaning in table.get(stem, ()):
                if len(sets) <= len(forms) and all(a & b for a, b in zip(sets, forms, strict=False)):
                    exact = all(word.norm in a for word, a in zip(window, sets, strict=False))
                    yield len(sets), exact, meaning
