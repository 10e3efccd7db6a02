"""Find towns, regions and countries by a gazetteer, word boundaries and case endings.

A name counts with a capital (adjectives of states without one, too) and with an ending that its language's
morphology knows. A type word beside it ("şäheri", "город", "city of") belongs to the mention, not to the name, and
makes a place even of a capitalised word that the gazetteer doesn't know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.places.names import Words, candidates, known_names, longest
from kg.annotate.places.types import capitals, clues, own_capital, unknown, with_type
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
    folded = fold_place(text)
    for index, sentence in enumerate(sentences):
        language = languages.get(sentence.lang)
        if language is None:
            continue
        for place in _in_sentence(text, folded, sentence, language):
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


def _in_sentence(text: str, folded: str, sentence: Sentence, language: Language) -> list[Place]:
    start, end = sentence.start, sentence.end
    raw, folded = text[start:end], folded[start:end]
    hits = known_names(language).find(folded)
    typed, capital = clues(sentence.words, language)
    if not (hits or typed or capital):
        return []
    spans = tuple([(t.start - start, t.end - start) for t in sentence.tokens])
    words = Words(folded, spans, tuple([folded[a:b] for a, b in spans]), sentence.capitals)
    found = list(longest(candidates(raw, words, hits, language)))
    if typed:
        found = [with_type(place, words, language) for place in found]
    found = [place for place in found if not place.ambiguous and not _of_person(place, raw, words, language)]
    extra = [*(unknown(raw, words, language) if typed else ()), *(capitals(raw, words, language) if capital else ())]
    found = [own_capital(place, words, language) for place in found] if capital else found
    for place in extra:
        if all(place.end <= other.start or other.end <= place.start for other in found):
            found.append(place)
    return sorted(found, key=lambda place: place.start)


def _titled(first: int, after: int, words: Words, language: Language) -> bool:
    """Tell a town that is a name in an English text: "Minister [Santiago] Rojo", "… of the Bank [Baghdad] Amanov"."""
    before, word = words.words[first - 1] if first else "", words.words[after]
    if word in language.common_words or language.institution_heads.find(word) or language.post_heads.find(word):
        return False
    local = before in language.institutions.local | language.posts.of
    return language.post_heads.find(before) is not None or (not local and word.endswith(language.strong_surnames))


def _borne(first: int, after: int, words: Words, language: Language) -> bool:
    """Tell a town that is a given name right behind a title: "Serbiýanyň ministri [Milan] Jokiç"."""
    if not first or not language.is_given(words.words[first]) or language.institution_heads.find(words.words[after]):
        return False
    title = language.post_heads.find(words.words[first - 1])
    return title is not None and title.analysis.case == "nom" and not title.analysis.number


def _of_person(place: Place, raw: str, words: Words, language: Language) -> bool:
    """Tell a town that is a given name before a surname: "Милан Лазович", "с Уралом Мухамеджановым"."""
    first, after = words.before(place.start + 1), words.after(place.end)
    if language.head_final and place.case == "nom" and first and _borne(first - 1, first, words, language):
        return True  # "Çiliniň ilçisi Nurlan [Oral]"
    if after >= len(words.spans) or words.spans[first] != (place.start, place.end) or place.rule == "adjective":
        return False
    start, _ = words.spans[after]
    beside = raw[place.end : start] == " " and raw[start].isupper()
    if beside and language.analytic and _titled(first, after, words, language):
        return True
    if beside and language.head_final and _borne(first, after, words, language):
        return True
    surname = language.is_surname(words.words[after]) or words.words[after].endswith(language.strong_surnames)
    return beside and surname and language.is_given(words.words[first])
