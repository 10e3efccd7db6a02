"""Tell the language of each line: pycld2 where it is sure, else letters, words, and the lines around."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pycld2

from kg.language.morphology import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.language import Language
    from kg.language.pages import Pages

UNKNOWN = "und"
# pycld2 refuses control characters and lone surrogates.
_UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Addresses and numbers of telephones, which are in no language.
_REACHED_AT = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\+\d[\d ()-]+\d")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
# Fewer letters than this are too few for the detector to be believed when it names a language of no use to us.
_SHORT = 60
# Of as many words one at least has a letter that only its language has.
_ONE_OF = 8
# Letters of a word that a dictionary tells from others by chance, as many as such words are asked for, and the share of
# them that it must have.
_LONG = 3
_SHARE = 0.7
# Words of the genre that tell a language: one alone may be a neighbour's, too ("el rector").
_OF_GENRE = 2


def line_languages(lines: Iterable[str], languages: Mapping[str, Language]) -> list[str]:
    """The language of each line of one item: a code of `languages`, or `und`.

    A line that can't be told gets the language that most of the item's text has in its script, and where none of it
    can be told, that of the words of the genre.
    """
    texts = [_REACHED_AT.sub(" ", _UNREADABLE.sub(" ", line)) for line in lines]
    scripts = [_script(text) for text in texts]
    found = [_sure(text, script, languages) for text, script in zip(texts, scripts, strict=True)]
    letters: dict[str, Counter[str]] = {script: Counter() for script in scripts}
    for text, lang, script in zip(texts, found, scripts, strict=True):
        if lang is not None:
            letters[script][lang] += len(text)
    like = {}
    for script, told in letters.items():
        written = [text for text, own in zip(texts, scripts, strict=True) if own == script]
        like[script] = _like(told) if told else _of_genre(written, script, languages)
    return [lang or like[script] for lang, script in zip(found, scripts, strict=True)]


def _like(letters: Counter[str]) -> str:
    known = Counter({lang: n for lang, n in letters.items() if lang != UNKNOWN})
    return min(known, key=lambda lang: (-known[lang], lang)) if known else UNKNOWN


def _sure(text: str, script: str, languages: Mapping[str, Language]) -> str | None:
    """The line's language where it can be told, `und` where it is surely none of ours, None where it can't."""
    if not _WORD.search(text):
        return None
    try:
        reliable, _, details = pycld2.detect(text, isPlainText=True)
    except pycld2.error:  # a character that it refuses
        reliable, details = False, (("", UNKNOWN),)
    code, low = details[0][1], text.lower()
    has = frozenset(low)
    sure = languages.get(code) if reliable else None  # English on Qatar has no letter of another alphabet
    plain = sure is not None and sure.pages.script == script and not sure.pages.strange
    strange = () if plain else (lang.pages.strange for lang in languages.values())
    if len(text) >= _SHORT and any(_often(low, has, letters) for letters in strange):
        return UNKNOWN
    if sure is not None:
        if sure.pages.script == script and _lettered(text, has, sure.pages):
            return sure.code
        reliable = False  # Russian full of foreign names is taken for Turkmen or for Kazakh without its letters
    told = (lang.pages.neighbours.get(code, "") for lang in languages.values())
    reliable = reliable and all(not (letters and has.isdisjoint(letters)) for letters in told)
    lacking = "".join(lang.pages.lacking.get(code, "") for lang in languages.values())
    reliable = reliable and not _often(low, has, lacking)  # Russian that is taken for Bulgarian
    by_letters = [c for c, lang in languages.items() if _often(low, has, lang.pages.letters)]
    if len(by_letters) == 1:
        return by_letters[0]
    words = _WORD.findall(low)
    by_words = Counter({c: sum(map(lang.pages.words.__contains__, words)) for c, lang in languages.items()})
    best = _most(by_words)
    if best and (not reliable or len(text) < _SHORT) and _lettered(text, has, languages[best].pages):
        return best
    return UNKNOWN if reliable and len(text) >= _SHORT else None


def _of_genre(texts: Iterable[str], script: str, languages: Mapping[str, Language]) -> str:
    """The language that has most of some lines' words for institutions, posts and events; `und` where it isn't clear.

    The detector is lost where most words are names: "Председатель Сената Анна Ким прибыла".
    """
    words = _WORD.findall(" ".join(texts).lower())
    ours = [lang for lang in languages.values() if lang.pages.script == script]
    told = Counter({lang.code: len(lang.triggers.find(words)) + _heads(words, lang) for lang in ours})
    best = _most(told)
    return best if best and told[best] >= _OF_GENRE else _of_dictionary(words, ours)


def _of_dictionary(words: Sequence[str], ours: Iterable[Language]) -> str:
    """The language whose dictionary has most words of a text; `und` where none has so many."""
    long = [word for word in words if len(word) >= _LONG]
    code = next((lang.code for lang in ours if lang.fusional), None)
    if code is None or len(long) < _LONG:
        return UNKNOWN
    return code if sum(parsed(word)[0].is_known for word in long) >= _SHARE * len(long) else UNKNOWN


def _most(told: Counter[str]) -> str | None:
    """The language that most tells of; None where two have as many, or none any."""
    best, second = (*told.most_common(2), ("", 0), ("", 0))[:2]
    return best[0] if best[1] > second[1] else None


def _heads(words: Iterable[str], language: Language) -> int:
    return sum(bool(language.post_heads.find(word) or language.institution_heads.find(word)) for word in words)


def _often(low: str, has: frozenset[str], letters: str) -> bool:
    """Tell whether one word of a few and more has one of some letters: a single foreign name tells nothing.

    "Анна Ким приняла председателя правления банка «Самұрық» Петра Ли". `has` are the characters of the text.
    """
    if not (told := has.intersection(letters)):
        return False
    words = _WORD.findall(low)
    return sum(not told.isdisjoint(word) for word in words) * _ONE_OF >= len(words)


def _lettered(text: str, has: frozenset[str], pages: Pages) -> bool:
    """Tell whether a text of these characters has one that its language alone has, as all but short texts in it do."""
    return not pages.letters or len(text) < _SHORT or not has.isdisjoint(pages.letters)


def _script(text: str) -> str:
    return "cyrillic" if not text.isascii() and _length(_CYRILLIC, text) > _length(_LATIN, text) else "latin"


def _length(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))
