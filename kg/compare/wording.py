"""What a name is made of: concepts of the glossary, states, known institutions, and words of its own.

"Türkmenistanyň Zähmet we ilaty durmuş taýdan goramak ministrligi" is the state TM and the concepts labour,
population, social, protection and ministry; so is "Ministry of Labour and Social Protection of the Population of
Turkmenistan", and two names are compared by that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from kg.authority.schema import LANGUAGES
from kg.compare.lookup import Phrases, Word, acronymic, guess, words
from kg.compare.towns import towns
from kg.language import load
from kg.language.letters import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.authority import Authority

Sort = Literal["concept", "state", "place", "record", "body", "word", "number", "join"]
_LONG_CASES = ("gen", "loc", "abl", "attr")
_STEM = 4  # letters that a word must keep when its ending is taken off


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A part of a name: its sort, and a concept's, state's or record's key, or the fold of a word of its own."""

    sort: Sort
    value: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A name taken apart. `parts` are in the order of the text; `lang` is the language that it was read in."""

    parts: tuple[Part, ...]
    lang: str

    def of(self, sort: Sort) -> tuple[str, ...]:
        """The values of one sort of part, in order, each once."""
        return tuple(dict.fromkeys(p.value for p in self.parts if p.sort == sort))

    def unread(self) -> int:
        """How many words the tables do not know."""
        return sum(p.sort == "word" for p in self.parts)


class Reader:
    """Takes names apart with the tables of an `Authority`; results are remembered."""

    def __init__(self, authority: Authority) -> None:
        self.authority = authority
        self._tables: dict[str, Phrases[tuple[Part, ...]]] = {}
        self._translit: Phrases[tuple[Part, ...]] = Phrases()
        for lang in LANGUAGES:
            table: Phrases[tuple[Part, ...]] = Phrases()
            self._tables[lang] = table
            for phrase, parts in _glossary_phrases(authority, lang):
                table.add(phrase, parts)
                if lang == "tk" and parts and len(phrase[0].norm) >= _STEM:
                    self._translit.add(phrase, parts)
            for phrase, parts in _state_phrases(authority, lang):
                table.add(phrase, parts)
            for phrase, parts in _known_phrases(authority, lang):
                table.add(phrase, parts)
            words_taken = {text for concept in authority.glossary.concepts.values() for text in concept.of(lang)}
            for phrase, parts in _town_phrases(authority, lang, words_taken):
                table.add(phrase, parts)
        self.read = lru_cache(maxsize=50_000)(self._read)

    def _read(self, text: str, lang: str, *, whole: bool = True) -> Wording:
        """Take a name apart. With `whole` false, no known institution may take up all of it.

        The language is the one given, or that of the letters; an English name is tried as Turkmen too, and the
        other way round, and likewise Russian and Kazakh: the reading with fewest unknown words wins.
        """
        own = guess(text, lang)
        other = {"en": "tk", "tk": "en", "ru": "kk", "kk": "ru"}[own]
        tried = [self._parts(text, code, whole=whole) for code in (own, other)]
        return min(tried, key=Wording.unread)

    def _parts(self, text: str, lang: str, *, whole: bool) -> Wording:
        name = words(text, lang)
        significant = sum(word.norm != "," for word in name)
        parts: list[Part] = []
        at = 0
        while at < len(name):
            length, found = self._longest(name, at, lang, significant, whole=whole)
            parts.extend(found)
            at += length
        return Wording(tuple(parts), lang)

    def _longest(
        self, name: tuple[Word, ...], at: int, lang: str, total: int, *, whole: bool
    ) -> tuple[int, tuple[Part, ...]]:
        tables = [(self._tables[lang], False)] + [(self._translit, True)] * (lang == "en")
        for table, folded in tables:
            found = [
                (length, exact, self._rank(parts, lang, at_end=at + length == len(name)), parts)
                for length, exact, parts in table.at(name, at, folded=folded)
                if _fits(parts, name[at : at + length], total, whole=whole)
            ]
            if found:
                length, _, _, parts = max(found, key=lambda f: f[:3])
                return length, parts
        return 1, self._unknown(name[at], lang)

    def _unknown(self, word: Word, lang: str) -> tuple[Part, ...]:
        """A word that no table knows; of hyphened words ("EU-Uzbekistan", "2021-2025") each, if one is known."""
        if "-" in word.text:
            pieces = self._parts(word.text.replace("-", " "), lang, whole=True).parts
            if any(p.sort != "word" for p in pieces):
                return pieces
        return (_own_word(word, lang),)

    def _rank(self, parts: tuple[Part, ...], lang: str, *, at_end: bool) -> int:
        """Of phrases of one length: a known institution, a state, then the concept that fits the place."""
        if not parts:
            return 0
        if parts[0].sort == "concept" and load(lang).head_final:
            is_head = self.authority.glossary.concepts[parts[0].value].head is not None
            return 1 + (is_head == at_end)
        return {"record": 6, "body": 5, "state": 4, "place": 3}.get(parts[0].sort, 1)


def _fits(parts: tuple[Part, ...], found: tuple[Word, ...], total: int, *, whole: bool) -> bool:
    """A known institution may have to be less than the whole name, and its acronym be written in capitals.

    Between quotation marks words mean nothing: the party "Ауыл" is not a party of villages.
    """
    if parts and parts[0].sort == "concept" and all(word.quoted for word in found):
        return False
    if not parts or parts[0].sort != "record":
        return True
    if not whole and len(found) >= total:
        return False
    acronym, written = parts[0].text, found[0].text
    if not acronymic(acronym):
        return True
    return acronymic(written) and (len(found) > 1 or fold(found[0].norm) == fold(acronym.lower()))  # ДПТУ is no ДПТ


def _own_word(word: Word, lang: str) -> Part:
    """A word of the name's own: a comma, a number, or the fold of the word less its case ending.

    Possessives and plurals are left on, for nobody can tell "Gurbanguly" from a possessive of "gurbangul"; in Russian
    only the genitive is taken off ("имени Огуз хана").
    """
    if word.norm == ",":
        return Part("join", ",")
    if word.norm.isdigit():
        return Part("number", str(int(word.norm)), word.text)
    norm = word.norm
    if lang == "ru" and not acronymic(word.text) and not word.quoted:
        norm = next((a.stem for a in load("ru").analyse(norm) if a.case == "gen" and not a.number), norm)
    if load(lang).head_final and not acronymic(word.text):
        bare = [
            a.stem
            for a in load(lang).analyse(norm)
            if a.case in _LONG_CASES and not a.possessive and not a.number and a.harmonic and len(a.stem) >= _STEM
        ]
        norm = min(bare, key=lambda s: (len(s), s), default=norm)
    # "seismology", "сейсмология", "seýsmologiýa"
    return Part("word", re.sub(r"ia$", "i", fold(norm)), word.text)


def _exact(text: str) -> tuple[Word, ...]:
    return tuple(Word(w.text, w.norm, frozenset({w.norm})) for w in words(text, ""))


def _glossary_phrases(authority: Authority, lang: str) -> Iterator[tuple[tuple[Word, ...], tuple[Part, ...]]]:
    glossary = authority.glossary
    for text in glossary.function.of(lang):
        yield _exact(text), ()
    for text in glossary.joining.of(lang):
        yield _exact(text), (Part("join", ","),)
    for text, keys in glossary.compounds.get(lang, {}).items():
        yield _exact(text), tuple(Part("concept", key, text) for key in keys)
    for key, concept in glossary.concepts.items():
        for text in concept.of(lang):
            yield _exact(text), (Part("concept", key, text),)


def _state_phrases(authority: Authority, lang: str) -> Iterator[tuple[tuple[Word, ...], tuple[Part, ...]]]:
    for code, state in authority.states.items():
        for text in state.names.of(lang):
            for form in _alternations(text, lang):
                yield words(form, lang) if " " in text else _exact(form), (Part("state", code),)
        for text in state.adjectives.of(lang):
            yield _exact(text), (Part("state", code),)


def _town_phrases(
    authority: Authority, lang: str, taken: set[str]
) -> Iterator[tuple[tuple[Word, ...], tuple[Part, ...]]]:
    """Towns and regions, less the word for what they are ("Almaty region"), which is read by itself."""
    names = towns(lang) | {text: town.en[0] for town in authority.towns for text in town.of(lang)}
    for text, english in names.items():
        for form in _alternations(text, lang):
            phrase = words(form, lang)
            own = tuple(word for word in phrase if not word.stems & taken)
            if own and (len(own) == 1 or own == phrase):
                # "Марыйский велаят": the adjective is the name, whatever its gender.
                yield own if len(own) < len(phrase) else _exact(form), (Part("place", fold(english), english),)


def _alternations(name: str, lang: str) -> tuple[str, ...]:
    """A name, and as it is before endings where its last vowel changes ("Türkiýe": "Türkiýäniň")."""
    other = load(lang).places.alternations.get(name[-1:])
    return (name, name[:-1] + other) if other else (name,)


def _known_phrases(authority: Authority, lang: str) -> Iterator[tuple[tuple[Word, ...], tuple[Part, ...]]]:
    """Names of known institutions; a name that several bear gives a part with all their keys, joined by "|"."""
    bearers: dict[str, set[str]] = {}
    for key, record in authority.records.items():
        if record.kind != "person":
            # An acronym is written in any language's text.
            acronyms = [text for code in LANGUAGES for text in record.short.of(code)]
            for text in (*record.of(lang), *acronyms):
                bearers.setdefault(text, set()).add(key)
    for text, keys in sorted(bearers.items()):
        phrase = words(text, lang) if " " in text else _exact(text)
        yield phrase, (Part("record", "|".join(sorted(keys)), text),)
    for key, body in authority.bodies.items():
        for text in body.short.of(lang):
            yield _exact(text), (Part("body", key, text),)
