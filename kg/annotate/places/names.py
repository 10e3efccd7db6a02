"""Names of the gazetteer in a sentence: whole words, with a capital, with an ending that the language knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from kg.language.gazetteer import gazetteer
from kg.model import START, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.language import Language
    from kg.language.gazetteer import Gazetteer, Sense

_REST = re.compile(r"[^\W\d_]*")
_HYPHENATED = re.compile(r"['-][^\W\d_]+")
_ENGLISH_GENITIVE = re.compile(r"'s?(?!\w)")


class Place(Record, frozen=True):
    """A place found: offsets in the sentence, what it means, and its case."""

    start: int
    end: int
    name: str
    kind: str
    country: str | None
    case: str
    rule: str
    ambiguous: bool = False


class Words(Record, frozen=True):
    """The words of a sentence in folded letters, with offsets in it; `capitals` are those with a capital."""

    folded: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    capitals: tuple[int, ...]

    def after(self, offset: int) -> int:
        """Index of the first word that starts at or after an offset."""
        return bisect_left(self.spans, (offset, 0))

    def before(self, offset: int) -> int:
        """Index of the last word that starts before an offset, or -1."""
        return bisect_left(self.spans, (offset, 0)) - 1


@cache
def known_names(language: Language) -> Gazetteer:
    """The gazetteer of a language."""
    return gazetteer(language.code, language.places, tuple(sorted(language.morphology.softening.items())))


def candidates(
    raw: str, words: Words, hits: Iterable[tuple[int, int, tuple[Sense, ...]]], language: Language
) -> Iterator[Place]:
    """Yield every one of the gazetteer's hits that is a whole word with a fitting ending."""
    folded = words.folded

    def typed(start: int) -> bool:  # "в г.Осло"
        short = (kind.word for kind in language.places.types if kind.word.endswith("."))
        word = next((w for w in short if folded.startswith(w, start - len(w))), "")
        return bool(word) and not folded[max(0, start - len(word) - 1) : start - len(word)].isalnum()

    for start, end, senses in hits:
        before = folded[start - 1] if start else " "
        if before.isalnum() or before in "_@./":
            slashed = before == "/" and not folded[max(0, start - 2) : start - 1].strip()  # "ОСЛО /Норвегия/"
            if not (slashed or (before == "." and typed(start))):
                continue
        for sense in senses:
            place = _read(raw, words, (start, end), sense, language)
            if place and not _borne_by(words, place, language):
                yield place
                break


def _borne_by(words: Words, place: Place, language: Language) -> bool:
    """Tell what a strait or a day is called after: "[Гибралтар] бұғазы", "Strait of [Gibraltar]", "[Duşenbe] güni".

    In Russian an adjective tells it, too: "[Мальтийский] орден".
    """
    bearers = language.places.bearers
    if language.head_final:
        i = words.after(place.end)
        beside = place.case == "nom" and i < len(words.words) and words.spans[i][0] == place.end + 1
        return beside and any(a.stem in bearers and a.possessive for a in language.analyse(words.words[i]))
    i = words.before(place.start)
    if language.analytic:
        return i > 0 and words.words[i] in language.institutions.whose and words.words[i - 1] in bearers
    behind = words.words[words.after(place.end) :][:1] if place.case == "adj" else []
    return any(language.forms(bearers)[word] for word in (*words.words[max(i, 0) : i + 1], *behind))


def _read(raw: str, words: Words, span: tuple[int, int], sense: Sense, language: Language) -> Place | None:
    """Check capital and ending of one sense of a hit; None where it doesn't fit."""
    start, end = span
    rest = _REST.match(words.folded, end)
    word_end = rest.end() if rest else end
    if word_end > end and words.folded[end:word_end] in language.places.adjective_endings:
        return _place((start, word_end), sense, "adj", "adjective")
    if not language.places.declensions and not language.analytic and not sense.adjective:
        return _inflected(words, (start, end, word_end), sense, language) if raw[start].isupper() else None
    return _listed(raw, words, span, sense, language) if word_end == end else None


def _listed(raw: str, words: Words, span: tuple[int, int], sense: Sense, language: Language) -> Place | None:
    """Read a hit whose form is spelt out in the gazetteer: adjectives, and all of English and Russian."""
    start, end = span
    typed = sense.name[0].islower() and raw[words.folded.find(" ", start, end) + 1].isupper()  # "в [области Абай]"
    if not (raw[start].isupper() or typed) and (not sense.adjective or language.analytic):
        return None
    if sense.adjective:
        return None if _before_language_word(words, end, language) else _place(span, sense, "adj", "adjective")
    if sense.cases:
        return _place(span, sense, by_preposition(sense.cases, words, start, language), sense.kind)
    return _place(span, sense, "gen" if _ENGLISH_GENITIVE.match(words.folded, end) else "", sense.kind)


def _inflected(words: Words, ends: tuple[int, int, int], sense: Sense, language: Language) -> Place | None:
    """Read the Turkic ending behind a name: "Bişkekdäki", "ABŞ-nyň", "Грузиядағы"."""
    start, end, word_end = ends
    folded = words.folded
    last = folded.rfind(" ", start, end) + 1 or start  # the name's last word carries the ending
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
    linked = {target + link for link in language.places.links if target[-1:] not in language.morphology.vowels}
    case = _case(folded[last:word_end], {target, sense.stem, *linked}, language)
    return _place((start, word_end), sense, case, sense.kind) if case else None


def _case(word: str, stems: set[str], language: Language) -> str | None:
    """The case in which `word` stands if it is one of the stems with an ending, else None."""
    fitting = [
        a
        for a in language.analyse(word)
        if a.case != "nom" and (a.base in stems or (a.stem in stems and not a.possessive and not a.number))
    ]
    best = max(fitting, key=lambda a: a.harmonic, default=None)
    return best.case if best else None


def _place(span: tuple[int, int], sense: Sense, case: str, rule: str) -> Place:
    return Place(*span, sense.name, sense.kind, sense.country, case, rule, sense.ambiguous)


def by_preposition(cases: Iterable[str], words: Words, start: int, language: Language) -> str:
    """Choose among the cases that a form may have by the preposition before it; the first without one."""
    i = words.before(start)
    wanted = language.places.prepositions.get(words.words[i], ()) if i >= 0 else ()
    possible = list(cases)
    return next((case for case in wanted if case in possible), possible[0])


def _before_language_word(words: Words, end: int, language: Language) -> bool:
    i = words.after(end)
    if i >= len(words.words):
        return False
    return any(a.stem in language.places.language_words for a in language.analyse(words.words[i]))


def longest(candidates: Iterator[Place]) -> Iterator[Place]:
    """Of overlapping places keep the longest, of equally long ones the first."""
    kept: list[Place] = []
    for place in sorted(candidates, key=lambda p: (p.start - p.end, p.start)):
        at = bisect_left(kept, place.start, key=START)
        before_next = at == len(kept) or place.end <= kept[at].start
        if before_next and (not at or kept[at - 1].end <= place.start):
            kept.insert(at, place)
    yield from kept
