"""Russian names to the nominative: by the dictionary, and by declension where it lacks the name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.annotate.persons.inflect import Reading
from kg.language.morphology import russian

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

CASES = {"nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc"}
ORDER = ("nom", "gen", "dat", "acc", "ins", "loc")
NAME_TAGS = ("Name", "Surn", "Patr")
BOTH = ("masc", "femn")
VOWELS = "аеёиоуыэюя"
# A guessed stem keeps three letters.
SHORTEST = 3

# Surnames in -ов, -ин and -ский: (ending, ending of the nominative, case, genders).
_SLAVIC = tuple(
    (stem + end, stem + base, case, (gender,))
    for stems, base, gender, endings in (
        (("ов", "ев", "ёв", "ин", "ын"), "", "masc", "а:gen а:acc у:dat ым:ins е:loc"),
        (("ов", "ев", "ёв", "ин", "ын"), "а", "femn", "ой:gen ой:dat ой:ins ой:loc у:acc"),
        (("ск", "цк"), "ий", "masc", "ого:gen ого:acc ому:dat им:ins ом:loc"),
        (("ск", "цк"), "ая", "femn", "ой:gen ой:dat ой:ins ой:loc ую:acc"),
    )
    for stem in stems
    for end, case in (pair.split(":") for pair in endings.split())
)
# All others: (ending, ending of the nominative, case, genders, whether a vowel stands before the ending).
_OTHERS = tuple(
    (end, base, case, genders, vowel)
    for base, genders, vowel, endings in (
        ("", ("masc",), False, "а:gen а:acc у:dat ом:ins ем:ins е:loc"),
        ("й", ("masc",), True, "я:gen я:acc ю:dat ем:ins е:loc"),
        ("ь", ("masc",), False, "я:gen я:acc ю:dat ем:ins е:loc"),
        ("а", BOTH, False, "ы:gen и:gen е:dat е:loc у:acc ой:ins"),
        ("я", BOTH, False, "и:gen е:dat ю:acc ей:ins"),
    )
    for end, case in (pair.split(":") for pair in endings.split())
)


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of a word (lower case) as part of a name: the dictionary's first, then guesses."""
    found: list[Reading] = []
    for parse in russian().parse(word):
        tag = parse.tag
        case = CASES.get(str(tag.case))
        if not case or tag.number == "plur" or not any(t in tag for t in NAME_TAGS):
            continue
        form = parse.inflect({"nomn", "sing"})
        genders = (tag.gender,) if tag.gender in BOTH else BOTH
        found += [Reading(form.word if form else parse.normal_form, case, g, parse.is_known) for g in genders]
    if not any(reading.sure for reading in found):
        found += _guess(word)
    return tuple(dict.fromkeys(found))


def _guess(word: str) -> list[Reading]:
    slavic = [
        Reading(word.removesuffix(end) + base, case, gender)
        for end, base, case, genders in _SLAVIC
        for gender in genders
        if word.endswith(end) and len(word) > len(end) + 1
    ]
    if slavic:
        return [*slavic, *(Reading(word, "nom", gender) for gender in BOTH)]
    others = [
        Reading(stem + base, case, gender)
        for end, base, case, genders, vowel in _OTHERS
        for gender in genders
        if word.endswith(end) and len(stem := word.removesuffix(end)) >= SHORTEST and (stem[-1] in VOWELS) == vowel
    ]
    return [*_undeclined(word), *others]


def _undeclined(word: str) -> list[Reading]:
    """The word as it is: in the nominative, and in all cases where such names are not declined ("Обри", "Энн")."""
    bare = [Reading(word, "nom", gender) for gender in BOTH]
    if word[-1] in "оиыуэюе":
        return [*bare, *(Reading(word, case, gender) for case in ORDER for gender in BOTH)]
    if word[-1] not in VOWELS:
        return [*bare, *(Reading(word, case, "femn") for case in ORDER)]
    return bare


def agreeing(
    words: Sequence[str], wanted: AbstractSet[str] = frozenset(), seen: AbstractSet[str] = frozenset()
) -> tuple[Reading, ...] | None:
    """One reading a word (lower case), all in one case and gender, the likeliest; None if nothing agrees.

    Certain words decide over guessed ones; then a case that is `wanted` (that of the title before the name), a
    nominative that the document has elsewhere (`seen`, capitalised words in lower case), then the nominative over
    other cases, and the genitive over an accusative of the same form.
    """
    tables: list[dict[tuple[str, str], Reading]] = []
    for word in words:
        table: dict[tuple[str, str], Reading] = {}
        for reading in readings(word):
            table.setdefault((reading.case, reading.gender), reading)
        tables.append(table)
    keys = [key for key in tables[0] if all(key in table for table in tables)]
    if not keys:
        return None

    def rank(key: tuple[str, str]) -> tuple[int, bool, bool, int, bool]:
        sure = sum(table[key].sure for table in tables)
        last = tables[-1][key].nominative
        elsewhere = last != words[-1] and last in seen
        return -sure, bool(wanted) and key[0] not in wanted, not elsewhere, ORDER.index(key[0]), key[1] == "femn"

    best = min(keys, key=rank)
    return tuple(table[best] for table in tables)


@lru_cache(maxsize=50_000)
def is_name(word: str, tag: str) -> bool:
    """Tell whether the dictionary has the word (any case) as `Name`, `Surn` or `Patr`."""
    return any(tag in parse.tag and parse.is_known for parse in russian().parse(word))


@lru_cache(maxsize=50_000)
def name_share(word: str, tag: str) -> float:
    """How much of the uses of a word (any case) are as `Name` or `Surn`, by the dictionary's corpus; 0 to 1."""
    return float(sum(parse.score for parse in russian().parse(word) if parse.is_known and tag in parse.tag))


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Tell whether the dictionary has the word and in none of its readings as a person's name."""
    parses = [parse for parse in russian().parse(word) if parse.is_known]
    return bool(parses) and not any(tag in parse.tag for parse in parses for tag in NAME_TAGS)


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Tell whether the dictionary has the word."""
    return bool(russian().word_is_known(word))
