"""Writing names of any script in plain Latin letters: `romanise` for identifiers, `fold` for comparing.

The tables are in `kg/languages/letters.toml`. A fold is a phonetic key: it forgets what writers of Turkmen,
Kazakh, Russian and English spell differently ("Raşid Amanow", "Рашид Аманов", "Rashid Amanov"), so equal folds
are a reason to compare two names, and nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import msgspec

from kg.language.case import unmarked
from kg.language.toml import convert, read_toml
from kg.resources import LANGUAGES

_JOINERS = re.compile(r"(?<=\w)['’ʼ`´‘ʻ-](?=\w)|[.·]")
_GAPS = re.compile(r"[^\w]+|_")


class Reduction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A spelling that the fold forgets, and two words that it brings together."""

    pattern: str
    becomes: str
    example: tuple[str, str]


class Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of `letters.toml`."""

    vowels: str
    lone: str
    latin: dict[str, str]
    turkmen: dict[str, str]
    look_alikes: dict[str, str]
    cyrillic: dict[str, str]
    reductions: tuple[Reduction, ...]


@cache
def letters() -> Letters:
    """The letter tables that come with the program. Raises `LanguageError` naming file and line."""
    path = LANGUAGES / "letters.toml"
    return convert(read_toml(path), Letters, path)


@cache
def _reductions() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(r.pattern), r.becomes) for r in letters().reductions)


@cache
def lone() -> frozenset[str]:
    """Latin letters that are typed for a Cyrillic word of one letter."""
    return frozenset(letters().lone)


@cache
def _look_alikes() -> dict[int, str]:
    return str.maketrans(letters().look_alikes)


def unmixed(word: str) -> str:
    """A word in lower case with Cyrillic letters for the Latin ones that look like them, if that leaves no Latin one.

    >>> unmixed("cенат") == "сенат", unmixed("c") == "с", unmixed("zооm")
    (True, True, 'zооm')
    """
    plain = word.translate(_look_alikes())
    return word if any("a" <= char <= "z" for char in plain) else plain


@lru_cache(maxsize=50_000)
def romanise(text: str, lang: str = "und") -> str:
    """`text`, which is in `lang`, in plain Latin letters: capitals are kept, other characters left as they are.

    >>> romanise("Raşid Amanow", "tk"), romanise("Қасым-Жомарт Тоқаев")
    ('Rashid Amanov', 'Kasym-Zhomart Tokayev')
    """
    tables = letters()
    out: list[str] = []
    before = ""
    for char in unicodedata.normalize("NFC", text):
        low = char.lower() if len(char.lower()) == 1 else "i"
        latin = tables.cyrillic.get(low)
        if latin is not None:
            latin = _yotated(low, before, latin, tables.vowels)
        else:
            latin = (tables.turkmen.get(low) if lang == "tk" else None) or tables.latin.get(low) or unmarked(low)
        out.append(latin.capitalize() if char != low and latin else latin)
        before = low
    return "".join(out)


def _yotated(letter: str, before: str, latin: str, vowels: str) -> str:
    """Cyrillic е is "ye" at the start of a word and after a vowel or sign; ё after a vowel is "yo"."""
    starts = not before.isalpha()
    if letter == "е" and (starts or before in vowels):
        return "ye"
    if letter == "ё" and not starts and before in vowels:
        return "yo"
    return latin


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """The phonetic key of a name: small Latin letters and single spaces, the same for its spellings.

    Idempotent on its own output; hyphens, apostrophes and dots inside words vanish, other signs part words.

    >>> fold("Raşid Amanow") == fold("Рашид Аманов") == fold("Rashid Amanov")
    True
    """
    key = _GAPS.sub(" ", _JOINERS.sub("", romanise(text).lower())).strip()
    for pattern, becomes in _reductions():
        key = pattern.sub(becomes, key)
    return key


@lru_cache(maxsize=50_000)
def skeleton(text: str) -> str:
    """A coarse key for finding candidates: the fold's consonants, voiced and voiceless ones together."""
    consonants = re.sub(r"[aeiou\s]", "", re.sub("ts|sh|ch", "s", fold(text)))
    return re.sub(r"(.)\1+", r"\1", consonants.translate(_VOICELESS)) or "a"


_VOICELESS = str.maketrans({"b": "p", "d": "t", "g": "k", "h": "k", "z": "s", "j": "s", "v": "f"})


@lru_cache(maxsize=50_000)
def slug(text: str, lang: str = "und") -> str:
    """`text`, which is in `lang`, romanised for use in an IRI: small Latin letters and digits joined by hyphens."""
    plain = re.sub(r"['’ʼ`´‘ʻ]", "", romanise(text, lang).lower())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
