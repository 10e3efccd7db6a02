"""Tell the language of each line: pycld2 where it is sure, else letters, common words, and the lines around."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pycld2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.language import Language
    from kg.language.pages import Pages

UNKNOWN = "und"
# pycld2 refuses control characters and lone surrogates.
_UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
# Fewer letters than this are too few for the detector to be believed when it names a language of no use to us.
_SHORT = 60


def line_languages(lines: Iterable[str], languages: Mapping[str, Language]) -> list[str]:
    """The language of each line of one item: a code of `languages`, or `und`.

    A line too short to tell gets the language that most of the item's text has in its script.
    """
    texts = [_UNREADABLE.sub(" ", line) for line in lines]
    cyrillic = [_is_cyrillic(text) for text in texts]
    found = [_sure(text, languages, cyrillic=is_so) for text, is_so in zip(texts, cyrillic, strict=True)]
    letters: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for text, lang, is_so in zip(texts, found, cyrillic, strict=True):
        if lang is not None:
            letters[is_so][lang] += len(text)
    like = {is_so: _like(counted) for is_so, counted in letters.items()}
    return [lang or like[is_so] for lang, is_so in zip(found, cyrillic, strict=True)]


def _like(letters: Counter[str]) -> str:
    known = Counter({lang: n for lang, n in letters.items() if lang != UNKNOWN})
    return min(known, key=lambda lang: (-known[lang], lang)) if known else UNKNOWN


def _sure(text: str, languages: Mapping[str, Language], *, cyrillic: bool) -> str | None:
    """The line's language where it can be told, `und` where it is surely none of ours, None where it can't."""
    if not _WORD.search(text):
        return None
    try:
        reliable, _, details = pycld2.detect(text, isPlainText=True)
    except pycld2.error:  # a character that it refuses
        reliable, details = False, (("", UNKNOWN),)
    code, low = details[0][1], text.lower()
    if reliable and code in languages:
        pages = languages[code].pages
        if pages.script == ("cyrillic" if cyrillic else "latin") and _lettered(low, pages):
            return str(code)
        reliable = False  # Russian full of foreign names is taken for Turkmen or for Kazakh without its letters
    told = (lang.pages.neighbours.get(code, "") for lang in languages.values())
    reliable = reliable and all(not letters or any(letter in low for letter in letters) for letters in told)
    words = _WORD.findall(low)
    by_letters = [c for c, lang in languages.items() if any(letter in low for letter in lang.pages.letters)]
    if len(by_letters) == 1:
        return by_letters[0]
    by_words = Counter({c: sum(word in lang.pages.words for word in words) for c, lang in languages.items()})
    best, second = (*by_words.most_common(2), ("", 0))[:2]
    if best[1] > second[1] and (not reliable or len(text) < _SHORT) and _lettered(low, languages[best[0]].pages):
        return best[0]
    return UNKNOWN if reliable and len(text) >= _SHORT else None


def _lettered(low: str, pages: Pages) -> bool:
    """Tell whether a text has a letter that its language alone has, as all but short texts in it do."""
    return not pages.letters or len(low) < _SHORT or any(letter in low for letter in pages.letters)


def _is_cyrillic(text: str) -> bool:
    return not text.isascii() and _length(_CYRILLIC, text) > _length(_LATIN, text)


def _length(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))
