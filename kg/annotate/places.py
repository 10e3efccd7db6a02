"""Find towns, regions and countries by a gazetteer, word boundaries and case endings.

A name counts with a capital (adjectives of states without one, too) and with an ending that its language's
morphology knows. A type word beside it ("şäheri", "город", "city of") belongs to the mention, not to the name, and
makes a place even of a capitalised word that the gazetteer doesn't know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.gazetteer import fold_place, gazetteer
from kg.model import PlaceMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.language import Language
    from kg.language.gazetteer import Sense
    from kg.language.places import CapitalWord, PlaceType
    from kg.model import Sentence

_REST = re.compile(r"[^\W\d_]*")
_HYPHENATED = re.compile(r"['-][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """A place found: offsets in the sentence, what it means, and its case."""

    start: int
    end: int
    name: str
    kind: str
    country: str | None
    case: str
    rule: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a sentence in folded letters, with offsets in it."""

    folded: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]

    def after(self, offset: int) -> int:
        """Index of the first word that starts at or after an offset."""
        return next((i for i, (start, _) in enumerate(self.spans) if start >= offset), len(self.spans))

    def before(self, offset: int) -> int:
        """Index of the last word that ends at or before an offset, or -1."""
        return next((i for i in range(len(self.spans) - 1, -1, -1) if self.spans[i][1] <= offset), -1)


def find_places(
    text: str, sentences: tuple[Sentence, ...], languages: Mapping[str, Language]
) -> tuple[PlaceMention, ...]:
    """All places in text order, without overlap. Sentences in an unknown language are passed over."""
    found: list[PlaceMention] = []
    for index, sentence in enumerate(sentences):
        language = languages.get(sentence.lang)
        if language is None:
            continue
        for place in _in_sentence(text[sentence.start : sentence.end], sentence, language):
            start, end = sentence.start + place.start, sentence.start + place.end
            found.append(
                PlaceMention(
                    start,
                    end,
                    text[start:end],
                    sentence.lang,
                    index,
                    f"{sentence.lang}.{place.rule}",
                    name=place.name,
                    kind=place.kind,
                    country=place.country,
                    case=place.case,
                )
            )
    return tuple(found)


def _in_sentence(raw: str, sentence: Sentence, language: Language) -> list[_Place]:
    folded = fold_place(raw)
    spans = tuple((t.start - sentence.start, t.end - sentence.start) for t in sentence.tokens)
    words = _Words(folded, spans, tuple(folded[a:b] for a, b in spans))
    named = list(_longest(_candidates(raw, words, language)))
    typed = [_with_type(place, words, language) for place in named]
    found = [place for place in typed if not place.ambiguous]
    for extra in (*_unknown(raw, words, language), *_capitals(raw, words, language)):
        if all(extra.end <= place.start or place.end <= extra.start for place in found):
            found.append(extra)
    return sorted(found, key=lambda place: place.start)


def _candidates(raw: str, words: _Words, language: Language) -> Iterator[_Place]:
    """Yield every gazetteer hit that is a whole word with a fitting ending."""
    folded = words.folded
    known = gazetteer(language.code, language.places, tuple(sorted(language.morphology.softening.items())))
    for start, end, senses in known.find(folded):
        if start and (folded[start - 1].isalnum() or folded[start - 1] in "_@./"):
            continue
        for sense in senses:
            place = _read(raw, words, (start, end), sense, language)
            if place:
                yield place
                break


def _read(raw: str, words: _Words, span: tuple[int, int], sense: Sense, language: Language) -> _Place | None:
    """Check capital and ending of one sense of a hit; None where it doesn't fit."""
    start, end = span
    folded = words.folded
    capital = raw[start].isupper()
    rest = _REST.match(folded, end)
    word_end = rest.end() if rest else end
    if sense.adjective:
        fits = (
            word_end == end and (capital or language.code != "en") and not _before_language_word(words, end, language)
        )
        return _place(span, sense, "adj", "adjective") if fits else None
    if word_end > end and folded[end:word_end] in language.places.adjective_endings:
        return _place((start, word_end), sense, "adj", "adjective")
    if not capital:
        return None
    rule = sense.kind
    if sense.cases:
        if word_end != end:
            return None
        return _place(span, sense, _by_preposition(sense.cases, words, start, language), rule)
    if language.code == "en":
        if word_end != end:
            return None
        own = re.compile(r"'s?(?!\w)").match(folded, end)
        return _place(span, sense, "gen" if own else "", rule)
    return _inflected(words, (start, end, word_end), sense, language)


def _inflected(words: _Words, ends: tuple[int, int, int], sense: Sense, language: Language) -> _Place | None:
    """Read the Turkic ending behind a name: "Aşgabatdaky", "ABŞ-nyň", "Беларусьтегі"."""
    start, end, word_end = ends
    folded = words.folded
    last = folded.rfind(" ", start, end) + 1 or start
    last = max(last, start)
    hyphen = _HYPHENATED.match(folded, word_end)
    if hyphen and word_end == end:
        case = _case(folded[last : hyphen.end()], {sense.stem}, language)
        if case:
            return _place((start, hyphen.end()), sense, case, sense.kind)
    target = folded[last:end]
    if word_end == end:
        if target == sense.stem:
            return _place((start, end), sense, "nom", sense.kind)
        # The changed vowel alone is the dative ("Türkiýä", "Mara"); a softened consonant alone is nothing.
        return _place((start, end), sense, "dat", sense.kind) if target[-1] in language.morphology.vowels else None
    case = _case(folded[last:word_end], {target, sense.stem}, language)
    return _place((start, word_end), sense, case, sense.kind) if case else None


def _case(word: str, stems: set[str], language: Language) -> str | None:
    """The case in which `word` stands if it is one of the stems with an ending, else None."""
    fitting = [
        a
        for a in language.analyse(word)
        if a.case != "nom" and not a.number and (a.base in stems or (a.stem in stems and not a.possessive))
    ]
    best = max(fitting, key=lambda a: a.harmonic, default=None)
    return best.case if best else None


def _place(span: tuple[int, int], sense: Sense, case: str, rule: str) -> _Place:
    return _Place(*span, sense.name, sense.kind, sense.country, case, rule, sense.ambiguous)


def _by_preposition(cases: tuple[str, ...], words: _Words, start: int, language: Language) -> str:
    """Choose among the cases that a form may have by the preposition before it; the first without one."""
    i = words.before(start)
    wanted = language.places.prepositions.get(words.words[i], ()) if i >= 0 else ()
    return next((case for case in wanted if case in cases), cases[0])


def _before_language_word(words: _Words, end: int, language: Language) -> bool:
    i = words.after(end)
    if i >= len(words.words):
        return False
    return any(a.stem in language.places.language_words for a in language.analyse(words.words[i]))


def _longest(candidates: Iterator[_Place]) -> Iterator[_Place]:
    """Of overlapping places keep the longest, of equally long ones the first."""
    kept: list[_Place] = []
    for place in sorted(candidates, key=lambda p: (p.start - p.end, p.start)):
        if all(place.end <= other.start or other.end <= place.start for other in kept):
            kept.append(place)
    yield from sorted(kept, key=lambda p: p.start)


def _with_type(place: _Place, words: _Words, language: Language) -> _Place:
    """Take the type word beside a place into the mention: its kind, and behind a name its case, count."""
    for kind in sorted(language.places.types, key=lambda t: -len(t.word)):
        if (kind.in_name and place.kind != "country") or place.rule == "adjective":
            continue
        span = _type_span(kind, place.start, place.end, words, language)
        if span is None or (kind.position == "after" and place.case not in {"nom", ""}):
            continue
        start, end, case = span
        name = place.name
        if kind.in_name:
            name = f"{name} {kind.word}" if kind.position == "after" else f"{kind.word} {name}"
        if kind.position == "before":
            case = _by_preposition(case.split(), words, start, language) if case else place.case
        return _Place(start, end, name, kind.kind, place.country, case, "place-type")
    return place


def _type_span(kind: PlaceType, start: int, end: int, words: _Words, language: Language) -> tuple[int, int, str] | None:
    """Span of a name with its type word, and the type word's case (several in Russian); None if it isn't there."""
    parts = _parts(kind.word)
    if kind.position == "after":
        first = words.after(end)
    else:
        first = words.before(start) - len(parts) + 1
    if first < 0 or first + len(parts) > len(words.words):
        return None
    gap = (end, words.spans[first][0]) if kind.position == "after" else (words.spans[first + len(parts) - 1][1], start)
    if words.folded[gap[0] : gap[1]].strip(" "):
        return None
    if any(words.words[first + i] != part for i, part in enumerate(parts[:-1])) and language.code != "ru":
        return None
    cases: list[str] = []
    for i, part in enumerate(parts):
        last = i == len(parts) - 1
        cases = _type_cases(words.words[first + i], part, language) if last or language.code == "ru" else []
        if (last or language.code == "ru") and not cases:
            return None
    case = " ".join(c for c in cases if c != "-")
    if kind.position == "after":
        return start, words.spans[first + len(parts) - 1][1], case
    return words.spans[first][0], end, case


def _parts(word: str) -> list[str]:
    """Words of a type as the tokeniser cuts them: the full stop of "ş." stands alone."""
    return re.findall(r"[^\W_]+(?:['-][^\W_]+)*|[^\w\s]", fold_place(word))


def _type_cases(word: str, part: str, language: Language) -> list[str]:
    """Cases in which `word` is the type word `part`; `-` where it has none, empty where it is another word."""
    if language.code == "en" or not part[0].isalpha() or len(part) == 1:
        return ["-"] if word == part else []
    if language.code == "ru":
        stems = {a.stem for a in language.analyse(part)[:1]}
        found = [a.case for a in language.analyse(word) if a.stem in stems and not a.number]
    else:
        found = [a.case for a in language.analyse(word) if a.base == part]
        found = found[:1] if "nom" not in found else ["nom"]
    return list(dict.fromkeys(found))


def _unknown(raw: str, words: _Words, language: Language) -> Iterator[_Place]:
    """Yield places that only a type word shows: "Gäwers obasynda", "в городе Аркадаг"."""
    for i, (start, end) in enumerate(words.spans):
        if not (raw[start].isupper() and words.words[i][0].isalpha() and len(words.words[i]) > 2):  # noqa: PLR2004 - "Dr", "St"
            continue
        for kind in language.places.types:
            if kind.in_name or not kind.unknown:
                continue
            span = _type_span(kind, start, end, words, language)
            if span:
                a, b, case = span
                if kind.position == "before" and case:
                    case = _by_preposition(tuple(case.split()), words, a, language)
                yield _Place(a, b, raw[start:end], kind.kind, None, case, "place-type")
                break


def _capitals(raw: str, words: _Words, language: Language) -> Iterator[_Place]:
    """Yield mentions of "the capital" without its name."""
    for capital in language.places.capitals:
        parts = _parts(capital.word)
        for i in range(len(words.words) - len(parts) + 1):
            case = _capital_case(words.words[i : i + len(parts)], parts, language)
            if case is None or not _capital_fits(capital, i, i + len(parts), raw, words):
                continue
            yield _Place(words.spans[i][0], words.spans[i + len(parts) - 1][1], "", "capital", None, case, "capital")


def _capital_case(words: tuple[str, ...], parts: list[str], language: Language) -> str | None:
    if language.code == "en":
        return "" if list(words) == parts else None
    return next((a.case for a in language.analyse(words[0]) if a.stem == parts[0] and not a.number), None)


def _capital_fits(capital: CapitalWord, first: int, end: int, raw: str, words: _Words) -> bool:
    if capital.lower and not raw[words.spans[first][0]].islower():
        return False
    if capital.after and (first == 0 or words.words[first - 1] not in capital.after):
        return False
    return not (end < len(words.words) and words.words[end] in capital.not_before)
