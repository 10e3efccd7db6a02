"""Finds the phrases of a language file in tokens, in any inflected form, and tells which form.

Of phrases that start at one token the longest wins, and phrases do not overlap: one pass from left to right.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import structs

from kg.errors import LanguageError
from kg.language.memo import Memo
from kg.language.morphology import parsed
from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.language import Language
    from kg.language.events import Events

Key = TypeVar("Key")
# Letters by which stems are indexed: fewer would try more stems on each word, more would miss short ones.
_PREFIX = 2
# Words whose phrases are remembered: first words, and those after each of them.
_REMEMBERED = 100_000
_REMEMBERED_AFTER = 1_000


class Form(Record, frozen=True):
    """The grammar of an inflected word. `cases` holds every case that the form may be; empty where not marked.

    `kind` is `noun`, `verb`, `participle`, `converb`, `infinitive` or "" (a word that doesn't inflect).
    """

    kind: str = ""
    cases: tuple[str, ...] = ()
    tense: str = ""
    plural: bool = False
    possessed: bool = False
    negated: bool = False
    passive: bool = False


class Hit(Record, Generic[Key], frozen=True):
    """A phrase found: token indices `first` (in) to `last` (out), the key it was given with, and its form."""

    first: int
    last: int
    key: Key
    form: Form


class Phrases(Generic[Key]):
    """Phrases of one language with the caller's keys, ready to be found.

    Phrases are in the notation of `kg.language.events`. Raises `LanguageError` for one that can't be inflected.
    """

    def __init__(self, entries: Iterable[tuple[str, Key]], language: Language) -> None:
        self._declension = _Declension(language)
        self._conjugation = _conjugation(language)
        self._by_word: dict[str, list[_Rest[Key]]] = {}
        self._by_stem: dict[str, list[_Rest[Key]]] = {}
        self._begin = Memo(self._first, _REMEMBERED)
        for phrase, key in entries:
            words = tuple(phrase.split())
            if not words or phrase != phrase.lower():
                raise LanguageError(f"'{phrase}': a phrase has at least one word and no capital")
            first, entry = words[0], (words, key, None)
            if first[-1] == "~":
                self._by_stem.setdefault(first[:_PREFIX], []).append(entry)
            elif first[-1] == "-":
                for beginning in self._conjugation.beginnings(first[:-1]):
                    self._by_stem.setdefault(beginning, []).append(entry)
            else:
                self._by_word.setdefault(first, []).append(entry)

    def find(self, words: Sequence[str]) -> list[Hit[Key]]:
        """Hits in a sentence of these words (lower case), in order; none overlaps another."""
        hits: list[Hit[Key]] = []
        free = 0
        states = list(map(self._begin.__getitem__, words))
        for at in compress(range(len(words)), states):
            state = states[at]
            if state is None or at < free:
                continue
            last, best = at + 1, state.whole
            for ahead in range(at + 1, len(words)):
                if state.further is None or (state := state.further[words[ahead]]) is None:
                    break
                if state.whole:
                    last, best = ahead + 1, state.whole
            if best:
                hits.append(Hit(at, last, *best))
                free = last
        return hits

    def _first(self, norm: str) -> _State[Key] | None:
        plain = norm.replace("ё", "е")
        return self._state((*self._by_word.get(plain, ()), *self._by_stem.get(plain[:_PREFIX], ())), norm)

    def _state(self, entries: Sequence[_Rest[Key]], norm: str) -> _State[Key] | None:
        """Where phrases stand after a word of the text; None if it is the next word of none of them."""
        plain = norm.replace("ё", "е")
        whole: tuple[Key, Form] | None = None
        longer: list[_Rest[Key]] = []
        for words, key, before in entries:
            fits, read = self._word(words[0], plain)
            if not fits:
                continue
            form = _joined(before, read) if read else before
            if len(words) > 1:
                longer.append((words[1:], key, form))
            elif whole is None:
                whole = (key, form or Form())
        further: Memo[str, _State[Key] | None] | None = None
        if longer:
            further = Memo(lambda following: self._state(longer, following), _REMEMBERED_AFTER)
        return _State(whole, further) if whole or longer else None

    def _word(self, word: str, norm: str) -> tuple[bool, Form | None]:
        """Tell whether a word of a phrase is this word of the text, and in which form."""
        if word[-1] == "~":
            form = self._declension.form(word[:-1], norm)
        elif word[-1] == "-":
            form = self._conjugation.form(word[:-1], norm)
        else:
            return word == norm, None
        return form is not None, form


# What is left of a phrase: its other words, its key, and the form of those met already.
_Rest = tuple[tuple[str, ...], Key, "Form | None"]


class _State(Record, Generic[Key], frozen=True):
    """What some words of a text are to the phrases: one that they are as a whole, and where the next word leads."""

    whole: tuple[Key, Form] | None
    further: Memo[str, _State[Key] | None] | None


def _joined(found: Form | None, form: Form) -> Form:
    """The form of a phrase whose words inflect together: "круглом столе" is in the case that both may be."""
    if found is None or found.kind == "noun" != form.kind:
        return form
    if form.kind == "noun" and found.kind == "noun":
        both = tuple(case for case in found.cases if case in form.cases)
        return structs.replace(form, cases=both or form.cases)
    return found


class _Declension:
    """Declined words, by the language's nominal morphology."""

    def __init__(self, language: Language) -> None:
        self._analyse, self._own_dative = language.analyse, language.events.own_dative
        self.form = lru_cache(maxsize=1 << 16)(self._form)

    def _form(self, lemma: str, norm: str) -> Form | None:
        found = [a for a in self._analyse(norm.replace("ё", "е")) if a.stem.replace("ё", "е") == lemma]
        if not found:
            return None
        harmonic = [a for a in found if a.harmonic] or found
        cases = dict.fromkeys(a.case for a in harmonic)
        if norm == lemma and norm.endswith(self._own_dative):
            cases["dat"] = None
        return Form(
            "noun",
            tuple(cases),
            plural=all(a.number for a in harmonic),
            possessed=any(a.possessive for a in harmonic),
        )


class _Suffixes:
    """Conjugates by the endings of the language file (Turkic)."""

    def __init__(self, events: Events) -> None:
        head = f"(?P<negation>{events.negation})?"
        self._endings = [(re.compile(f"{head}(?:{e.pattern})$"), e) for e in events.endings]
        self.form = lru_cache(maxsize=1 << 16)(self._form)

    def beginnings(self, stem: str) -> set[str]:
        return {stem[:_PREFIX]}

    def _form(self, stem: str, norm: str) -> Form | None:
        if not norm.startswith(stem):
            return None
        for pattern, ending in self._endings:
            if m := pattern.match(norm[len(stem) :]):
                return Form(ending.form, tense=ending.tense, negated=bool(m["negation"]))
        return None


class _Listed:
    """Conjugates by laying out all forms of a verb once."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, Form]] = {}

    def beginnings(self, lemma: str) -> set[str]:
        return {form[:_PREFIX] for form in self._forms(lemma)}

    def form(self, lemma: str, norm: str) -> Form | None:
        return self._forms(lemma).get(norm.replace("ё", "е"))

    def _forms(self, lemma: str) -> dict[str, Form]:
        if lemma not in self._known:
            self._known[lemma] = self._lay_out(lemma)
        return self._known[lemma]

    def _lay_out(self, lemma: str) -> dict[str, Form]:
        raise NotImplementedError


class _Russian(_Listed):
    """Russian verbs, participles included, by pymorphy3's dictionary."""

    def _lay_out(self, lemma: str) -> dict[str, Form]:
        parses = [p for p in parsed(lemma) if "INFN" in p.tag]
        if not parses:
            raise LanguageError(f"pymorphy3 knows no infinitive '{lemma}'")
        forms: dict[str, Form] = {}
        for one in parses[0].lexeme:
            forms.setdefault(one.word.replace("ё", "е"), _russian_form(one.tag))
        return forms


def _russian_form(tag: Any) -> Form:  # noqa: ANN401 - pymorphy3 has no types
    kinds = {"INFN": "infinitive", "PRTF": "participle", "GRND": "converb"}
    tense = {"past": "past", "pres": "present", "futr": "future"}.get(str(tag.tense), "")
    return Form(kinds.get(str(tag.POS), "verb"), tense=tense, plural=tag.number == "plur", passive=tag.voice == "pssv")


class _English(_Listed):
    """English verbs: regular forms, and the irregular ones of the language file."""

    def __init__(self, events: Events) -> None:
        super().__init__()
        self._irregular = events.irregular
        self._suppletive = events.suppletive

    def _lay_out(self, lemma: str) -> dict[str, Form]:
        stem = lemma.removesuffix("e")
        if re.search("[^aeiou]y$", lemma):
            third, regular = f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"
        else:
            third, regular = lemma + ("es" if re.search("(s|x|ch|sh)$", lemma) else "s"), f"{stem}ed"
        past, participle = self._irregular.get(lemma, (regular, regular))
        return {
            f"{stem}ing": Form("participle", tense="present"),
            lemma: Form("infinitive"),
            third: Form("verb", tense="present"),
            participle: Form("participle", tense="past"),
            past: Form("verb", tense="past"),
            **{f: Form("verb", tense=tense) for tense, more in self._suppletive.get(lemma, {}).items() for f in more},
        }


def _conjugation(language: Language) -> _Suffixes | _Listed:
    events = language.events
    if events.endings:
        return _Suffixes(events)
    return _Russian() if language.fusional else _English(events)
