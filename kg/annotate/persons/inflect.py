"""Turkmen and Kazakh names to the nominative: what is left must be a name that is known, fits, or stands elsewhere."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from kg.annotate.persons.book import NameBook
    from kg.language.morphology import Analysis

# How much each kind of evidence weighs when a word of a Turkic language may be read with or without an ending.
KNOWN, STANDS_ELSEWHERE, FITS, CLEAR_ENDING = 5.0, 4.0, 3.0, 1.0
# The consonant that the Turkmen genitive takes after a vowel, and how long a stem is that no chance ending leaves.
_LINK = "n"
_LONG = 5
# Letters of the shortest stem that an instrumental of three letters leaves ("Пак Кын Хемен").
_SHORTEST = 2
# Letters of the shortest unknown stem before a dative.
_STEM = 4
_LINKS = frozenset("nн")
# With this letter behind a given name surnames of Iran and its neighbours are made.
_OF_FATHER = "i"
# Vowels of foreign names that Kazakh endings treat as consonants.
_GLIDES = "иу"
# A letter of Kazakh with which no foreign name ends.
_OWN = "і"


class Reading(Record, frozen=True):
    """A word of a name in one case and (Russian) gender, with its nominative in lower case.

    `sure` tells that a dictionary of names has it; otherwise the declension was guessed from the ending.
    """

    nominative: str
    case: str = "nom"
    gender: str = ""
    sure: bool = False


@lru_cache(maxsize=50_000)
def turkic(
    word: str,
    book: NameBook,
    seen: frozenset[str],
    *,
    woman: bool | None = None,
    wanted: frozenset[str] = frozenset(),
    tribal: bool = False,
) -> Reading:
    """The likeliest reading of the last word of a Turkmen or Kazakh name (lower case).

    `seen` are those of its stems that the document has with a capital: "Howarda" is a dative where "Howard" stands
    elsewhere. (The other words of the document would only keep a word from being remembered.)
    `woman` tells the bearer's gender, if known: "Gülşat Amanowa" is nominative, "Raşid Amanowa" dative. `wanted`
    are the cases that a postposition after the name asks for: "Nurlan Orozowa bilen" is nominative. A `tribal` name
    stands behind an Arabic article and keeps its last vowel: "Al Halili".
    """
    if (plain := _plain(word, book)) is not None:
        return plain
    article, hyphen, _ = word.partition("-")
    best, weight = Reading(word), _weight_bare(word, book, woman=woman)
    for analysis in book.language.analyse(word):
        several = analysis.number and book.surname(analysis.stem)  # at the end of a list: "А.Досов, Б.Үсеновтер"
        if analysis.possessive or (not several and (analysis.number or analysis.case == "nom")):
            continue
        whole = tribal and word == analysis.stem + _OF_FATHER
        if whole or (wanted and analysis.case not in wanted) or _hard(word, analysis.stem, book, seen):
            continue
        found = _weight(word, analysis, book, seen, woman=woman)
        kept = tribal and analysis.stem.endswith(_OF_FATHER)  # "Al Halilini", "Al Arýaniniň"
        if not found and (kept or (analysis.harmonic and analysis.case in wanted)):
            found = CLEAR_ENDING  # "Nils Lindgreni kabul etdi": whom one receives stands in the accusative
        linked = best.case == analysis.case in {"gen", "acc"} and best.nominative == analysis.stem + _LINK
        agent = (
            linked
            and (
                analysis.stem.endswith(book.language.names.agents)  # Ekinji's, no Ekinjin's
                or (analysis.case == "acc" and word.endswith(2 * analysis.stem[-2:]))  # "Hasan Ruhanini"
                or (analysis.stem.endswith(_OF_FATHER) and book.given(analysis.stem[:-1]))  # Karimi's, no Karimin's
                or (article in book.language.names.particles and hyphen != "")  # Al-Kaabi's
                or kept
            )
        )
        if found > weight or (agent and best.nominative not in seen):
            best, weight = Reading(analysis.stem, analysis.case), found
    return best


def _plain(word: str, book: NameBook) -> Reading | None:
    """The reading of a word that needs no weighing: with a clitic, of one letter, contracted, or a patronymic.

    A patronymic keeps the ending by which a son or daughter is somebody's: "[Серікұлы]на", "[Бекқызы]н".
    """
    name, _, clitic = word.rpartition("-")
    if name and clitic in book.language.names.clitics:
        return Reading(name)
    if case := book.language.names.one_letter.get(word):
        return Reading(word[0], case)
    for end, bare in book.language.names.contracted.items():
        if word.endswith(end):
            case = next((a.case for a in book.language.analyse(word) if a.case != "nom"), "dat")
            return Reading(word.removesuffix(end) + bare, case)
    for analysis in book.language.analyse(word):
        father = word[: len(analysis.stem) + 1]
        other = analysis.possessive == "3" and analysis.case != "nom" and word.startswith(analysis.stem)
        if other and father != word and book.patronymic(father):
            return Reading(father, analysis.case)
    return None


def _hard(word: str, stem: str, book: NameBook, seen: AbstractSet[str]) -> bool:
    """Tell a stem that an ending doesn't soften, as a consonant stands before its last: "Bergi" is no Berk's."""
    return not word.startswith(stem) and stem not in seen and stem[-2:-1] not in book.language.morphology.vowels


def _weight_bare(word: str, book: NameBook, *, woman: bool | None) -> float:
    if book.given(word) or book.patronymic(word):
        return KNOWN
    if not book.surname(word):
        return 0.0
    return KNOWN if woman else FITS


def _weight(word: str, analysis: Analysis, book: NameBook, seen: AbstractSet[str], *, woman: bool | None) -> float:
    stem = analysis.stem
    if len(stem) < 3:  # noqa: PLR2004 - shorter names are not told from a chance ending
        return CLEAR_ENDING if len(stem) == _SHORTEST and analysis.case == "ins" and word.startswith(stem) else -1.0
    weight = 0.0
    if book.given(stem) and len(stem) > 3:  # noqa: PLR2004 - "Ali" is not the stem of "Alide"
        weight = FITS + 0.5
    pair = book.surname(stem) and (book.surname(stem + "a") or book.surname(stem + "а"))
    if woman and pair and not book.surname(word):
        return 0.0  # "Federika Mogherini" is no Mogherin in the accusative
    if book.surname(stem) or book.patronymic(stem):
        man = woman is False and word.endswith(("a", "а"))  # "Lewan Asatiani" has his surname whole
        weight = max(weight, FITS + 0.5 if man or not book.surname(word) else FITS - 0.5)
    if stem in seen:
        weight = max(weight, STANDS_ELSEWHERE)
    if not weight and analysis.case == "dat" and len(stem) < _STEM:
        return 0.0  # "Ханс Клюге" is no Клю in the dative
    fitting = analysis.harmonic or analysis.case == "abl"  # "Бианкиден": the last vowel alone counts
    long = len(stem) >= _LONG  # "-мен" has one form; "Батмөнхтың": some foreign names are read without harmony
    fitting = fitting or (analysis.case in {"ins", "gen"} and long)
    if not weight and fitting and word.startswith(stem) and _clear(word, analysis, book.language.morphology.vowels):
        weight = CLEAR_ENDING
    return weight


def _clear(word: str, analysis: Analysis, vowels: str) -> bool:
    """Tell whether the ending is hardly ever that of a bare foreign name: "-yň", "-ның", "-ға", "-мен" are not."""
    ending = word[len(analysis.stem) :]
    if analysis.case == "gen":
        return True
    if analysis.case == "acc" and ending[0] in _LINKS and ending[-1] != _OWN:
        return False  # "Federika Mogherini", "Джорджа Мелони"
    if analysis.case == "abl":  # "Луиджи Бианкиден", but "Jo Baýden"
        return len(analysis.stem) > _LONG and analysis.stem[-1] in vowels + _GLIDES
    return analysis.case in {"dat", "acc", "ins"} and len(ending) > 1
