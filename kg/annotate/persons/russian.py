"""Russian names to the nominative: by the dictionary, and by declension where it lacks the name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.annotate.persons.dictionary import NAME_TAGS
from kg.annotate.persons.inflect import Reading
from kg.language import load
from kg.language.morphology import inflected, parsed
from kg.language.russian import CASES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from kg.language.names import Declension

ORDER = ("nom", "gen", "dat", "acc", "ins", "loc")
BOTH = ("masc", "femn")
VOWELS = "аеёиоуыэюя"
# A guessed stem keeps three letters.
SHORTEST = 3
# Letters of the longest of the syllables that make a name, with its ending, and the endings.
_SYLLABLE = 5
_SHORT_ENDINGS = {"а": ("gen", "acc"), "у": ("dat",), "ом": ("ins",), "ем": ("ins",)}
# Endings of women's surnames that are men's in the genitive, too.
_WOMAN = ("ова", "ева", "ёва")
# The genitive of a man's name.
_MAN = ("gen", "masc")
# Endings of surnames, in the nominative.
_WHOLE = ("зода", "заде")
# Endings of given names that are not declined.
_UNDECLINED = ("о", "и", "э", "у")
# Letters of the longest short name in "-ой" ("Чхой").
_LONG = 4


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of a word (lower case) as part of a name: the dictionary's first, then guesses."""
    found: list[Reading] = []
    for parse in parsed(word):
        tag = parse.tag
        case = CASES.get(str(tag.case))
        if not case or tag.number == "plur" or not any(t in tag for t in NAME_TAGS):
            continue
        form = inflected(parse, "nomn", "sing")
        genders = (tag.gender,) if tag.gender in BOTH else BOTH
        found += [Reading(form or parse.normal_form, case, g, parse.is_known) for g in genders]
    if word.endswith(_WHOLE):
        found = [reading for reading in found if reading.nominative.endswith(_WHOLE)]  # "Рахмонзода" is no "Рахмонзод"
    given = load("ru").given_names_folded
    man = any(reading.case == "nom" or reading.nominative in given for reading in found)
    if word in given and word.endswith(("а", "я")) and not man:
        found.append(Reading(word, "nom", "femn", sure=True))  # "Мунира" is a woman's name, and a form of "Мунир"
    if word.endswith("ия") and all(reading.nominative.endswith("ий") for reading in found):
        found.append(Reading(word, "nom", "femn", sure=word in given))  # "Алфия", a form of "Алфий", too
    if any(reading.sure for reading in found):  # "Лазиза" is a woman's name, and a form of "Лазиз"
        woman = word.endswith(_WOMAN)  # "Азимова" is a genitive, and a woman's
        found += [
            replace(r, sure=True)
            for r in _guess(word)
            if (r.nominative in given and r.nominative != word) or (woman and (r.case, r.gender) == ("nom", "femn"))
        ]
    else:
        guesses = (*found, *_fleeting(word), *_guess(word))
        found = [replace(r, sure=True) if r.nominative in given else r for r in guesses]
        found.sort(key=lambda r: not r.sure)
    return tuple(dict.fromkeys(found))


def _fleeting(word: str) -> Iterator[Reading]:
    """Readings of a surname that is a living being's noun and loses a vowel: "Леонидом [Зайцем]" is of "Заяц"."""
    for parse in parsed(word):
        tag, case = parse.tag, CASES.get(str(parse.tag.case))
        masculine = parse.is_known and "anim" in tag and (tag.POS, tag.number, tag.gender) == ("NOUN", "sing", "masc")
        if masculine and case not in {None, "nom"} and not word.startswith(parse.normal_form.rstrip("йь")):
            yield Reading(parse.normal_form, case or "", "masc")


def _guess(word: str) -> list[Reading]:
    """Readings by the declensions of the language file: those of surnames' own stems exclude the rest."""
    own = [reading for d in load("ru").names.declensions if d.stems != ("",) for reading in _declined(word, d)]
    if own:
        adjective = word.endswith(("ской", "цкой"))  # "Трубецкой" is a nominative, too
        return [*own, Reading(word, "nom", "masc")] if adjective else own
    rest = [reading for d in load("ru").names.declensions if d.stems == ("",) for reading in _declined(word, d)]
    bare = [Reading(word, "nom", gender) for gender in BOTH]
    # "-у" is a dative more often than a "Чаушеску", "-и" a Finnish or African name more often than a genitive.
    return [*bare, *rest, *_undeclined(word)] if word[-1] in "еуюы" else [*bare, *_undeclined(word), *rest]


def _declined(word: str, declension: Declension) -> Iterator[Reading]:
    """What the word may be, if it declines like this: its stem with the nominative's ending, in a case and gender."""
    for case, endings in declension.endings.items():
        for ending in endings:
            stem = word.removesuffix(ending)
            shortest = SHORTEST - (ending in {"ом", "ем"})  # "Мехметом Эром"
            known = len(stem) == SHORTEST - 1 and stem + declension.base in load("ru").given_names_folded  # "Ары"
            short = len(stem) < shortest and not known
            if not word.endswith(ending) or short or not stem.endswith(declension.stems):
                continue
            if declension.after == "any" or (declension.after == "vowel") == (stem[-1] in VOWELS):
                yield from (Reading(stem + declension.base, case, gender) for gender in declension.genders)


def _undeclined(word: str) -> list[Reading]:
    """The word as it is in all cases in which such names are not declined ("Обри", "Энн")."""
    if word[-1] in "оиыуэюе" or word.endswith(("уа", "иа", "оа", "эа")):
        return [Reading(word, case, gender) for case in ORDER for gender in BOTH]
    return [] if word[-1] in VOWELS or word.endswith(("ой", "ей")) else [Reading(word, case, "femn") for case in ORDER]


@lru_cache(maxsize=50_000)
def nominatives(word: str) -> frozenset[str]:
    """The nominatives of a word in all its readings."""
    return frozenset(reading.nominative for reading in readings(word))


@lru_cache(maxsize=50_000)
def alone(word: str, wanted: frozenset[str], seen: frozenset[str]) -> Reading | None:
    """The reading of a word by itself, as `agreeing` finds it; `seen` are those of its nominatives that are seen."""
    found = agreeing([word], wanted, seen)
    return found[0] if found else None


def agreeing(
    words: Sequence[str],
    wanted: AbstractSet[str] = frozenset(),
    seen: AbstractSet[str] = frozenset(),
    *,
    opens: bool = False,
    served: bool = False,
) -> tuple[Reading, ...] | None:
    """One reading a word (lower case), all in one case and gender, the likeliest; None if nothing agrees.

    Certain words decide over guessed ones; then a case that is `wanted` (that of the title before the name), a
    nominative that the document has elsewhere (`seen`, capitalised words in lower case), then the nominative over
    other cases, and the genitive over an accusative of the same form. A name that `opens` a sentence is no genitive.
    Where the title before it serves another (`served`) it may be the genitive: "с советником президента Анны Ким".
    """
    tables: list[dict[tuple[str, str], Reading]] = []
    for word in words:
        table: dict[tuple[str, str], Reading] = {}
        for reading in readings(word):
            table.setdefault((reading.case, reading.gender), reading)
        tables.append(table)
    _syllables(tables, words)
    keys = _shared(tables, words)
    if len(words) > 1 and not wanted and all(word.endswith(("ом", "ем", "ым", "им")) for word in words):
        wanted = frozenset({"ins"})  # "Мовсесом Абеляном": two such endings are no chance
    oblique = wanted and "nom" not in wanted and words[-1].endswith(("ом", "ем"))
    if len(words) > 1 and (
        not keys or (oblique and all(tables[-1][key].nominative == words[-1] for key in keys))  # "с Чжан Мином"
    ):
        keys = _keep(tables, words, wanted) or keys
    if opens and len(words) > 1:
        keys = [key for key in keys if key[0] == "nom"] or keys  # "Алфия Ибрагимова рассказала"
    asked = wanted and not any(case in wanted for case, _ in keys)
    if asked and served and any(case == "gen" for case, _ in keys):
        wanted, asked = frozenset({"gen"}), False
    stands = any(case == "nom" and r.sure for (case, _), r in tables[-1].items())  # "в ходе визита [Орлов] встретился"
    if asked and len(words) == 1 and not stands:
        return (Reading(words[0], min(wanted), "masc"),)  # "с А. Берсе": it is not declined
    if asked and not stands:  # "… председателя N Оразов"
        keys = _stay(tables, words, wanted) or _syllable_first(tables, words, wanted) or keys
    if len(words) > 1 and wanted == {"nom"} and not served:
        wanted = frozenset({"gen"}) if _whose(tables, words) else wanted
        keys = [key for key in keys if key[0] in wanted] or keys  # "ректор университета Сари Берг", no Сара
    return _likeliest(tables, words, keys, wanted, seen) if keys else None


def _whose(tables: list[dict[tuple[str, str], Reading]], words: Sequence[str]) -> bool:
    """Tell the genitive of a man whose given name no woman has: "пресс-секретарь [Ерлана Оразова]"."""
    own, nominative = tables[0].get(_MAN), [r for (case, _), r in tables[0].items() if case == "nom"]
    declined = own is not None and own.sure and words[0] == own.nominative + "а"
    return declined and _MAN in tables[-1] and not any(reading.sure for reading in nominative)


def _syllables(tables: list[dict[tuple[str, str], Reading]], words: Sequence[str]) -> None:
    """Let a name of three syllables be declined in the last alone, however short that is: "Вон До [Ёна]"."""
    if len(words) != 3 or max(map(len, words)) > _SYLLABLE:  # noqa: PLR2004 - a family's name and two syllables
        return
    for ending, cases in _SHORT_ENDINGS.items():
        stem = words[-1].removesuffix(ending)
        if stem != words[-1] and len(stem) > 1 and stem[-1] not in VOWELS:
            for case in cases:
                tables[-1].setdefault((case, "masc"), Reading(stem, case, "masc"))
                for table, word in zip(tables[:-1], words[:-1], strict=True):
                    bare = table.get(("nom", "masc"))
                    sure = bare is not None and bare.sure
                    table.setdefault((case, "masc"), Reading(word, case, "masc", sure=sure))


def _shared(tables: list[dict[tuple[str, str], Reading]], words: Sequence[str]) -> list[tuple[str, str]]:
    """The cases in which all words may be, second names undeclined if need be: "Мехметом Сурейя Йылмазом"."""
    keys = [key for key in tables[0] if all(key in table for table in tables)]
    if keys or len(words) < 3:  # noqa: PLR2004 - no second name
        return keys
    for table, word in zip(tables[1:-1], words[1:-1], strict=True):
        for key in tables[0]:
            table.setdefault(key, Reading(word, *key))
    return [key for key in tables[0] if key in tables[-1]]


def _stay(
    tables: list[dict[tuple[str, str], Reading]], words: Sequence[str], wanted: AbstractSet[str]
) -> list[tuple[str, str]]:
    """Let a surname stay as it is behind a title that asks for a case, and give the cases: "министр Анн Линде"."""
    keys = [key for key in tables[0] if key[0] in wanted and all(key in table for table in tables[:-1])]
    keys = [key for key in keys if key[0] == "nom" or tables[0][key].nominative != words[0]]
    for key in keys:
        tables[-1][key] = Reading(words[-1], *key)
    return keys


def _syllable_first(
    tables: list[dict[tuple[str, str], Reading]], words: Sequence[str], wanted: AbstractSet[str]
) -> list[tuple[str, str]]:
    """Let a family's name of one syllable stay as it is before a name that does, and give the cases: "с [Ян] Сяо"."""
    keys = [key for key, reading in tables[-1].items() if key[0] in wanted and reading.nominative == words[-1]]
    if len(words) != 2 or len(words[0]) > _SYLLABLE or sum(c in VOWELS for c in words[0]) > 1:  # noqa: PLR2004 - a pair
        return []
    for key in keys:
        tables[0][key] = Reading(words[0], *key)
    return keys


def _likeliest(
    tables: list[dict[tuple[str, str], Reading]],
    words: Sequence[str],
    keys: list[tuple[str, str]],
    wanted: AbstractSet[str],
    seen: AbstractSet[str],
) -> tuple[Reading, ...]:
    """The readings of the case and gender that rank first: see `agreeing`."""
    # "Санджая Верму", but "Василе Чаушеску": a given name in the accusative shows that the surname is, too
    # "принял посла Акиро Кимуру": the title shows it where the given name is not declined
    asked = "acc" in wanted and words[0].endswith(_UNDECLINED)
    shown = (key for key in keys if key[0] == "acc" and (asked or tables[0][key].nominative != words[0]))
    accusative = [tables[-1][key] for key in shown]
    declined = len(words) > 1 and words[-1].endswith("у") and not words[-1].endswith("ску")
    declined = declined and any(r.nominative == words[-1][:-1] + "а" for r in accusative)

    def rank(key: tuple[str, str]) -> tuple[int, bool, bool, bool, int, bool]:
        sure = sum(table[key].sure for table in tables)
        last = tables[-1][key].nominative
        elsewhere = last != words[-1] and last in seen
        odd = any(_odd(table[key], word) for table, word in zip(tables, words, strict=True))
        odd = odd or (declined and tables[-1][key].nominative == words[-1])
        return -sure, bool(wanted) and key[0] not in wanted, odd, not elsewhere, ORDER.index(key[0]), key[1] == "femn"

    if len(words) > 1 and wanted == {"nom"} and ("nom", "femn") in keys and words[-1].endswith(_WOMAN):
        keys = [key for key in keys if key[0] == "nom"]  # "ректор Чинара Адамова", which may be a genitive elsewhere
    best = min(keys, key=rank)
    return tuple(table[best] for table in tables)


def _odd(reading: Reading, word: str) -> bool:
    """Tell an unknown nominative that ends as a woman's instrumental: "Иваной Живкович"."""
    return not reading.sure and reading.case == "nom" and word.endswith("ой") and len(word) > _LONG


def _keep(
    tables: list[dict[tuple[str, str], Reading]], words: Sequence[str], wanted: AbstractSet[str]
) -> list[tuple[str, str]]:
    """Let one word of a name that doesn't agree stay as it is, and give the cases of the others.

    It is the first, if that is a given name or a syllable ("Ара Оганяном", "Чжан Мином"), else the last, where the
    preposition or title before the name asks for a case ("с Лашей Бганба").
    """
    first = words[0] in load("ru").given_names_folded
    kept, others = (0, tables[1:]) if first else (len(words) - 1, tables[:-1])
    keys = [key for key in others[0] if all(key in table for table in others) and (first or key[0] in wanted)]
    for key in keys:
        tables[kept].setdefault(key, Reading(words[kept], *key, sure=first))
    return keys
