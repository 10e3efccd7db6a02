"""Find towns, regions and countries by a gazetteer, word boundaries and case endings.

A name counts with a capital (adjectives of states without one, too) and with an ending that its language's
morphology knows. A type word beside it ("şäheri", "город", "city of") belongs to the mention, not to the name, and
makes a place even of a capitalised word that the gazetteer doesn't know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.places.names import Words, candidates, longest
from kg.annotate.places.types import capitals, unknown, with_type
from kg.language.gazetteer import fold_place
from kg.model import PlaceMention

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.annotate.places.names import Place
    from kg.language import Language
    from kg.model import Sentence


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


def _in_sentence(raw: str, sentence: Sentence, language: Language) -> list[Place]:
    folded = fold_place(raw)
    spans = tuple((t.start - sentence.start, t.end - sentence.start) for t in sentence.tokens)
    words = Words(folded, spans, tuple(folded[a:b] for a, b in spans))
    named = list(longest(candidates(raw, words, language)))
    typed = [with_type(place, words, language) for place in named]
    found = [place for place in typed if not place.ambiguous]
    for extra in (*unknown(raw, words, language), *capitals(raw, words, language)):
        if all(extra.end <= place.start or place.end <= extra.start for place in found):
            found.append(extra)
    return sorted(found, key=lambda place: place.start)
