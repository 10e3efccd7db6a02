"""Words beside a name that say what it is the name of, and words for the capital."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from msgspec import structs

from kg.annotate.places.names import Place, by_preposition
from kg.language.gazetteer import fold_place
from kg.language.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.annotate.places.names import Words
    from kg.language import Language
    from kg.language.places import CapitalWord, PlaceType

_BEGINNING = 2  # letters that all forms of a type word share
_QUOTED = frozenset({"«»", "“”", "„“", '""'})
_SHORTEST_NAME = 3  # "Dr", "St" before a type word name nothing


def clues(words: Sequence[str], language: Language) -> tuple[bool, bool]:
    """Tell whether a sentence holds a type word, and whether it holds a word for the capital."""
    known = _clues(language)
    found = set(map(known.__getitem__, words)) - {(False, False)}
    return any(typed for typed, _ in found), any(capital for _, capital in found)


@cache
def _clues(language: Language) -> Memo[str, tuple[bool, bool]]:
    types: dict[str, list[str]] = {}
    for kind in language.places.types:
        part = max(_parts(kind.word), key=len)
        types.setdefault(part[:_BEGINNING], []).append(part)
    capitals: dict[str, list[tuple[str, ...]]] = {}
    for capital in language.places.capitals:
        parts = _parts(capital.word)
        capitals.setdefault(parts[0][:_BEGINNING], []).append(parts)

    def look_up(norm: str) -> tuple[bool, bool]:
        word = fold_place(norm)
        beginning = word[:_BEGINNING]
        typed = any(word == p or _type_cases(word, p, language) for p in types.get(beginning, ()))
        openings = capitals.get(beginning, ())
        return typed, any(_capital_case((word, *p[1:]), p, language) is not None for p in openings)

    return Memo(look_up)


def with_type(place: Place, words: Words, language: Language) -> Place:
    """Take the type word beside a place into the mention: its kind, and behind a name its case, count."""
    start, end = _quoted(place, words)
    for kind in sorted(_beside(start, end, words, language), key=lambda kind: -len(kind.word)):
        if (kind.in_name and place.kind != "country") or place.rule == "adjective":
            continue
        span = _type_span(kind, start, end, words, language)
        if span is None or (kind.position == "after" and place.case not in {"nom", ""}):
            continue
        first, last, case = span
        name = place.name
        written = not kind.word[0].isupper() or kind.position == "before" or words.after(end) in words.capitals
        if kind.in_name and written:  # "Ukraina döwletinde" is no official name
            name = f"{name} {kind.word}" if kind.position == "after" else f"{kind.word} {name}"
        if kind.position == "before":
            case = by_preposition(case.split(), words, first, language) if case else place.case
        return Place(first, last, name, kind.kind, place.country, case, "place-type")
    return place


def _quoted(place: Place, words: Words) -> tuple[int, int]:
    """Span of a place with the quotation marks around it: "«Awaza» milli syýahatçylyk zolagynda"."""
    start, end = place.start - 1, place.end + 1
    around = words.folded[max(start, 0) : place.start] + words.folded[place.end : end]
    return (start, end) if around in _QUOTED else (place.start, place.end)


def _beside(start: int, end: int, words: Words, language: Language) -> Sequence[PlaceType]:
    """The types whose word may stand beside a name: by its first letter, which all its endings leave."""
    before, behind = words.before(start), words.after(end)
    after = [word[0] for word in words.words[behind : behind + _longest(language)]]
    return _by_letters(language)[words.words[before][0] if before >= 0 else "", "".join(after)]


@cache
def _longest(language: Language) -> int:
    return max((len(_parts(kind.word)) for kind in language.places.types), default=0)


@cache
def _by_letters(language: Language) -> Memo[tuple[str, str], list[PlaceType]]:
    """The types by the first letters of the word before a name and of those behind it."""

    def look_up(letters: tuple[str, str]) -> list[PlaceType]:
        before, after = letters
        return [
            kind
            for kind in language.places.types
            if (parts := _parts(kind.word))
            and (after[len(parts) - 1 : len(parts)] if kind.position == "after" else before) == parts[-1][0]
        ]

    return Memo(look_up)


def _type_span(kind: PlaceType, start: int, end: int, words: Words, language: Language) -> tuple[int, int, str] | None:
    """Span of a name with its type word, and the type word's case (several in Russian); None if it isn't there."""
    parts = _parts(kind.word)
    after = kind.position == "after"
    first = words.after(end) if after else words.before(start) - len(parts) + 1
    last = first + len(parts) - 1
    if first < 0 or last >= len(words.words):
        return None
    if not after and any(words.words[max(0, first - len(p)) : first] == p for p in map(_parts, kind.not_after)):
        return None
    gap = (end, words.spans[first][0]) if after else (words.spans[last][1], start)
    if gap[0] > gap[1] or words.folded[gap[0] : gap[1]].strip(" "):
        return None
    cases = _phrase_cases(words.words[first : last + 1], parts, language)
    if not cases:
        return None
    case = " ".join(c for c in cases if c != "-")
    return (start, words.spans[last][1], case) if after else (words.spans[first][0], end, case)


def _phrase_cases(words: tuple[str, ...], parts: tuple[str, ...], language: Language) -> list[str]:
    """Cases of a type of one word or several, of which only the last inflects except in Russian; empty if another."""
    for word, part in zip(words[:-1], parts[:-1], strict=True):
        if word != part and (not language.fusional or not _type_cases(word, part, language)):
            return []
    return _type_cases(words[-1], parts[-1], language)


@cache
def _parts(word: str) -> tuple[str, ...]:
    """Words of a type as the tokeniser cuts them: the full stop of "ş." stands alone."""
    return tuple(re.findall(r"[^\W_]+(?:['-][^\W_]+)*|[^\w\s]", fold_place(word)))


def _type_cases(word: str, part: str, language: Language) -> list[str]:
    """Cases in which `word` is the type word `part`; `-` where it has none, empty where it is another word."""
    if language.analytic or not part[0].isalpha() or len(part) == 1:
        return ["-"] if word == part else []
    if language.fusional:
        stems = {a.stem for a in language.analyse(part)[:1]}
        found = [a.case for a in language.analyse(word) if a.stem in stems and not a.number]
    else:
        found = [a.case for a in language.analyse(word) if a.base == part]
        found = found[:1] if "nom" not in found else ["nom"]
    return list(dict.fromkeys(found))


def unknown(raw: str, words: Words, language: Language) -> Iterator[Place]:
    """Yield places that only a type word shows: "Gäwers obasynda", "в городе Аркадаг"."""
    for i in words.capitals:
        start, end = words.spans[i]
        if not raw[start].isupper() or len(words.words[i]) < _SHORTEST_NAME:
            continue
        if language.analytic and words.words[i] in language.common_words:
            continue  # "the Central Asian region"
        kinds = _beside(start, end, words, language)
        if not kinds:
            continue
        after = words.spans[i + 1][0] if i + 1 < len(words.spans) else start
        surname = language.is_surname(words.words[i]) or (
            language.is_given(words.words[i]) and raw[after].isupper() and language.fusional
        )
        for kind in kinds:
            # "мэр города Лужков" and "мэр города Марко Диас" name no town
            if kind.in_name or not kind.unknown or (surname and kind.position == "before"):
                continue
            span = _type_span(kind, start, end, words, language)
            if span and not (kind.word == "г." and _of_year(span[0], words, language)) and not _initial(raw, span[0]):
                a, b, case = span
                if kind.position == "before" and case:
                    case = by_preposition(tuple(case.split()), words, a, language)
                yield Place(a, b, raw[start:end], kind.kind, None, case, "place-type")
                break


def _initial(raw: str, at: int) -> bool:
    """Tell the initial of a name from the short form of a type: "Қ.Сапаров", but "қ.Ош"."""
    return raw[at].isupper() and raw[at + 1 : at + 2] == "."


def _of_year(start: int, words: Words, language: Language) -> bool:
    """Tell whether "г." stands for a year, not a town: "в 2022 г. Генеральный секретарь", "17 мая с.г. Посол"."""
    before = words.before(start)
    if before > 0 and words.words[before] == ".":
        return words.words[before - 1] in language.places.this_year
    return before >= 0 and words.words[before].isdigit()


def capitals(raw: str, words: Words, language: Language) -> Iterator[Place]:
    """Yield mentions of "the capital" without its name."""
    for capital in language.places.capitals:
        parts = _parts(capital.word)
        for i in range(len(words.words) - len(parts) + 1):
            case = _capital_case(words.words[i : i + len(parts)], parts, language)
            if case is None or not _capital_fits(capital, i, i + len(parts), raw, words):
                continue
            yield Place(words.spans[i][0], words.spans[i + len(parts) - 1][1], "", "capital", None, case, "capital")


def own_capital(place: Place, words: Words, language: Language) -> Place:
    """A state's adjective and the word for its capital behind it ("the [Turkmen capital]"), else the place itself."""
    behind = words.after(place.end)
    known = {capital.word for capital in language.places.capitals}
    if not language.analytic or place.kind != "country" or behind >= len(words.words):
        return place
    if place.rule != "adjective" or words.words[behind] not in known:
        return place
    return structs.replace(place, end=words.spans[behind][1], name="", kind="capital", case="", rule="capital")


def _capital_case(words: tuple[str, ...], parts: tuple[str, ...], language: Language) -> str | None:
    if words[0][0] != parts[0][0]:
        return None
    if language.analytic:
        return "" if words == parts else None
    return next((a.case for a in language.analyse(words[0]) if a.stem == parts[0] and not a.number), None)


def _capital_fits(capital: CapitalWord, first: int, end: int, raw: str, words: Words) -> bool:
    if capital.lower and not raw[words.spans[first][0]].islower():
        return False
    if capital.after and (first == 0 or words.words[first - 1] not in capital.after):
        return False
    if end >= len(words.words) or words.words[end] not in capital.not_before:
        return True
    # "the capital of Turkmenistan", not "the capital of the company"
    name = end + 1 + (words.words[end + 1 : end + 2] == ("the",))
    return name < len(words.words) and raw[words.spans[name][0]].isupper()
