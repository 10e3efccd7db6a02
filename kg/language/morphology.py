"""Nominal morphology: a word's possible stems with number, possessive and case.

The Turkic languages are described by data: suffixes in three slots (number, possessive, case) written with
archiphonemes (`lAr` stands for lar and ler), and the consonants that soften before a vowel. English has two
endings; Russian goes through pymorphy3, which knows its dictionary.

Cases: `nom gen dat acc loc abl ins attr` (`attr` is the attributive locative, "Aşgabatdaky", "Беларусьтегі").
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from itertools import product
from typing import TYPE_CHECKING, Literal

import msgspec
import pymorphy3

from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet

    from pymorphy3.analyzer import Parse

Slot = Literal["number", "possessive", "case"]
Type = Literal["agglutinative", "fusional", "analytic"]
After = Literal["consonant", "vowel", "possessive", "any"]

# Place of the front vowels in `harmony`.
_FRONT = 1


class Suffix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A suffix with archiphonemes, where it may stand, and a word that has it with the stem it leaves.

    An `invariant` one has one vowel for all stems ("-мен").
    """

    slot: Slot
    value: str
    form: str
    word: str
    stem: str
    after: After = "any"
    invariant: bool = False


class Morphology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Morphology data.

    `type` is the typologist's: suffixes in a chain (Turkmen), endings that fuse case and number (Russian), hardly any
    endings (English): only in the last does a noun's form not tell subject, object and owner. `head_final`: whether
    heads stand last: nouns after their complements, verbs after their arguments, particles after nouns. `genitives`:
    what all genitives end in, `past`, `present` (with "he") and `gerund` regular verbs, `adverbs` adverbs, `adjectives`
    adjectives in the dictionary form. `harmony` lists the back and the front vowels, `front` those that count as front
    where a stem has no others ("министр"), or may where it ends in them ("Мадридте"), `palatal` letters with endings
    in front whatever the vowel ("Чан Ваньцюаньнің"); `softening` maps a stem's final consonant to what it becomes
    before a vowel, `hard` those that loanwords keep ("prezidenti"); `archiphonemes` what a suffix's capital stands for.
    """

    type: Type
    head_final: bool = False
    genitives: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    gerund: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    vowels: str = ""
    harmony: tuple[str, ...] = ()
    front: str = ""
    palatal: str = ""
    archiphonemes: dict[str, tuple[str, ...]] = {}
    softening: dict[str, str] = {}
    hard: str = ""
    suffixes: tuple[Suffix, ...] = ()


class Analysis(Record, frozen=True):
    """One reading of a word in lower case.

    `stem` is the dictionary form, `base` the word less its case ending ("institutynyň" -> "instituty"), softened
    consonants restored in both; `harmonic` tells whether the suffixes agree with the stem's last vowel.
    """

    stem: str
    base: str
    number: str = ""
    possessive: str = ""
    case: str = "nom"
    harmonic: bool = True


class _Ending(Record, frozen=True):
    case_length: int
    invariant: bool
    number: str
    possessive: str
    case: str
    after: str


def analyser(data: Morphology) -> Callable[[str], tuple[Analysis, ...]]:
    """Give the function that analyses a word (lower case) of a language; results are remembered.

    The bare word in the nominative comes first, then longer stems before shorter ones.
    """
    if data.type == "fusional":
        return _russian
    if data.type == "analytic":
        return partial(_english, genitives=data.genitives)
    return _Turkic(data).analyse


class _Turkic:
    """Suffix-chain lookup: every chain of the slots is spelt out once, a word's tail is looked up in them."""

    def __init__(self, data: Morphology) -> None:
        self._data = data
        self._endings: dict[str, list[_Ending]] = {}
        for ending, text in self._chains():
            self._endings.setdefault(text, []).append(ending)
        self._owned = {f: s.value for s in data.suffixes if s.after == "possessive" for f in self._spell(s.form)}
        self._longest = max(map(len, self._endings), default=0)
        self._unsoften = {soft: hard for hard, soft in data.softening.items()}
        self.analyse = lru_cache(maxsize=50_000)(self._analyse)

    def _chains(self) -> Iterable[tuple[_Ending, str]]:
        by_slot: dict[str, list[Suffix | None]] = {"number": [None], "possessive": [None], "case": [None]}
        for suffix in self._data.suffixes:
            by_slot[suffix.slot].append(suffix)
        for number, possessive, case in product(*by_slot.values()):
            chain = [s for s in (number, possessive, case) if s]
            if not chain or not self._may_follow(number, possessive, case):
                continue
            for forms in product(*(self._spell(s.form) for s in chain)):
                yield (
                    _Ending(
                        len(forms[-1]) if case else 0,
                        bool(case and case.invariant),
                        number.value if number else "",
                        possessive.value if possessive else "",
                        case.value if case else "nom",
                        "any" if chain[0].after == "possessive" else chain[0].after,
                    ),
                    "".join(forms),
                )

    def _may_follow(self, number: Suffix | None, possessive: Suffix | None, case: Suffix | None) -> bool:
        """Tell whether a suffix may stand after the one before it; the stem itself is checked with the word."""
        if case and (case.after == "possessive") != bool(possessive and possessive.value == "3"):
            return False
        if possessive and number:
            return possessive.after != "vowel"  # the plural ends in a consonant
        if case and number and not possessive:
            return case.after != "vowel"
        return True

    def _spell(self, form: str) -> list[str]:
        letters = [self._data.archiphonemes.get(c, (c,)) for c in form]
        return ["".join(p) for p in product(*letters)]

    def _analyse(self, word: str) -> tuple[Analysis, ...]:
        found = [Analysis(word, word)]
        left, hyphen, right = word.rpartition("-")
        if hyphen and left and right in self._endings:
            found += [Analysis(left, left, e.number, e.possessive, e.case) for e in self._endings[right]]
        if hyphen and left and right in self._owned:  # "DIM-nde": the word that the acronym ends in has its possessive
            found.append(Analysis(left, left, possessive="3", case=self._owned[right]))
        for length in range(1, min(self._longest, len(word) - 2) + 1):
            stem, tail = word[:-length], word[-length:]
            for ending in self._endings.get(tail, ()):
                if not self._agrees(stem, ending.after):
                    continue
                base = word[: len(word) - ending.case_length] if ending.case_length else word
                harmonic = self._harmonic(stem, tail[: -ending.case_length] if ending.invariant else tail)
                for lemma in self._lemmas(stem, tail):
                    bare = base == stem
                    found.append(
                        Analysis(
                            lemma,
                            lemma if bare else base,
                            ending.number,
                            ending.possessive,
                            ending.case,
                            harmonic,
                        )
                    )
        return tuple(found)

    def _agrees(self, stem: str, after: str) -> bool:
        last = stem[-1]
        if not last.isalpha():
            return last.isdigit()
        return after == "any" or (after == "vowel") == (last in self._data.vowels)

    def _lemmas(self, stem: str, tail: str) -> tuple[str, ...]:
        hard = self._unsoften.get(stem[-1])
        return (stem[:-1] + hard, stem) if hard and tail[0] in self._data.vowels else (stem,)

    def _harmonic(self, stem: str, tail: str) -> bool:
        classes = [
            next((i for i, vowels in enumerate(self._data.harmony) if c in vowels), None)
            for c in reversed(stem)
            if c in self._data.vowels
        ]
        last = next((c for c in classes if c is not None), None)
        wanted = {i for c in tail for i, vowels in enumerate(self._data.harmony) if c in vowels}
        nearest = next((c for c in reversed(stem) if c in self._data.vowels), "")  # "Модидің", "Мадридте"
        front = stem[-1] in self._data.palatal or (bool(nearest) and nearest in self._data.front)
        return last is None or wanted <= {last} or (front and wanted <= {_FRONT})


def possessed(lemma: str, data: Morphology) -> str:
    """A Turkic noun of a post or an institution with the third person's possessive ending ("topar" -> "topary")."""
    after = "vowel" if lemma[-1] in data.vowels else "consonant"
    suffix = next(s for s in data.suffixes if s.slot == "possessive" and s.value == "3" and s.after == after)
    plain = int(any(c in data.front for c in lemma))
    last = next((i for c in reversed(lemma) for i, vowels in enumerate(data.harmony) if c in vowels), plain)
    ending = "".join(
        next(v for v in data.archiphonemes[c] if v in data.harmony[last]) if c in data.archiphonemes else c
        for c in suffix.form
    )
    soft = data.softening.get(lemma[-1]) if ending[0] in data.vowels and lemma[-1] not in data.hard else None
    return (lemma[:-1] + soft if soft else lemma) + ending


@lru_cache(maxsize=50_000)
def _english(word: str, genitives: tuple[str, ...]) -> tuple[Analysis, ...]:
    found = [Analysis(word, word)]
    for ending in genitives:
        if word.endswith(ending):
            bare = word.removesuffix(ending)
            return (*found, Analysis(bare, bare, case="gen"))
    if word.endswith("ies"):
        found.append(Analysis(word[:-3] + "y", word, "plural"))
    elif word.endswith(("ches", "shes", "sses", "xes")):
        found.append(Analysis(word[:-2], word, "plural"))
    elif word.endswith("s") and not word.endswith("ss"):
        found.append(Analysis(word[:-1], word, "plural"))
    return tuple(found)


_RUSSIAN_CASES = {
    "nomn": "nom", "gent": "gen", "gen2": "gen", "datv": "dat", "accs": "acc", "acc2": "acc",
    "ablt": "ins", "loct": "loc", "loc2": "loc",
}  # fmt: skip


@cache
def russian() -> pymorphy3.MorphAnalyzer:
    """The Russian analyser: loading its dictionary takes a fifth of a second, so it is shared."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=10_000)
def parsed(word: str) -> tuple[Parse, ...]:
    """Analyses of a Russian word in lower case, the likeliest first."""
    return tuple(russian().parse(word))


@lru_cache(maxsize=10_000)
def inflected(parse: Parse, *grammemes: str) -> str | None:
    """A Russian word, as one of its analyses has it, in another form; None where it has no such form."""
    form = parse.inflect(set(grammemes))
    return str(form.word) if form else None


def compounds(word: str, prefixes: AbstractSet[str]) -> list[tuple[str, Analysis]]:
    """The nouns that a Russian compound for a person is of, with its analyses: "депутат" of "депутата-единоросса".

    It is the first part, or what stands behind one of the `prefixes` ("экс-министр").
    """
    found = []
    for parse in parsed(word):
        first, hyphen, rest = parse.normal_form.partition("-")
        if hyphen and parse.tag.animacy == "anim":
            case = _RUSSIAN_CASES.get(str(parse.tag.case), "nom")
            number = "plural" if parse.tag.number == "plur" else ""
            found.append(
                (rest if first in prefixes else first, Analysis(parse.normal_form, parse.normal_form, number, "", case))
            )
    return found


@lru_cache(maxsize=50_000)
def _russian(word: str) -> tuple[Analysis, ...]:
    found = []
    for parse in parsed(word):
        case = _RUSSIAN_CASES.get(str(parse.tag.case), "nom")
        number = "plural" if parse.tag.number == "plur" else ""
        lemma = parse.normal_form
        if "PRTF" in parse.tag and (form := inflected(parse, "nomn", "sing", "masc")):
            lemma = form  # a participle used as a noun: "управляющему" is not the verb "управлять"
        found.append(Analysis(lemma, lemma, number, "", case))
    if word.endswith("е") and not any(parse.is_known for parse in parsed(word)):
        found.append(Analysis(word[:-1], word[:-1], "", "", "loc"))  # "Жогорку Кенеше"
    return tuple(dict.fromkeys(found)) or (Analysis(word, word),)
