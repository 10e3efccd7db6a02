"""Words and phrases in the nominative, capitals kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.language.case import lower, recase
from kg.language.morphology import inflected, parsed

if TYPE_CHECKING:
    from kg.language import Language
    from kg.language.morphology import Analysis


def nominative(word: str, language: Language, lemma: str | None = None) -> str:
    """The word without its case ending, number and possessive ending kept ("saýlawlaryna" -> "saýlawlary").

    With a `lemma` only analyses of that dictionary form count; without one the word is taken to be in an oblique
    case if it can be, and the fullest analysis wins. English words stay as they are.
    """
    if language.analytic:
        return word
    if language.fusional:
        return _russian(word)
    low = lower(word)
    found = [a for a in language.analyse(low) if (a.stem == lemma if lemma else a.case != "nom")]
    if not found:
        return word
    return recase(word, max(found, key=_fullness).base)


def _fullness(analysis: Analysis) -> tuple[bool, bool, bool, bool]:
    return (
        analysis.harmonic,
        bool(analysis.possessive),
        bool(analysis.number),
        analysis.case != "acc",
    )


def _russian(word: str, *, plural: bool | None = None) -> str:
    low = lower(word)
    parses = parsed(low)
    wanted = [p for p in parses if plural is None or p.tag.number is None or (p.tag.number == "plur") == plural]
    for parse in wanted or parses:
        form = inflected(parse, "nomn", "plur") if parse.tag.number == "plur" else inflected(parse, "nomn")
        if form:
            return recase(word, form)
    return word


def nominative_start(phrase: str, language: Language, head: int | None = None) -> str:
    """A Russian phrase with its first noun and the adjectives before it in the nominative, the rest as it is.

    "Президента Республики Казахстан" -> "Президент Республики Казахстан". `head` is the index of that noun among the
    words, where it is known. Other languages: unchanged.
    """
    if not language.fusional:
        return phrase
    words = phrase.split(" ")
    if head is None:
        head = next((i for i, w in enumerate(words) if _part(w) == "NOUN"), None)
        if head is None or any(_part(w) not in {"ADJF", "PRTF", "NUMR"} for w in words[:head]):
            return phrase
    parse = next((p for p in parsed(lower(words[head])) if "NOUN" in p.tag), None)
    plural = parse is not None and parse.tag.number == "plur"
    done = [_adjective(w, parse) for w in words[:head]] + [_russian(words[head], plural=plural)]
    return " ".join(done + words[head + 1 :])


def _part(word: str) -> str:
    """Part of speech of a word by its likeliest analysis."""
    return str(parsed(lower(word.strip('«»"“”,.')))[0].tag.POS)


def _adjective(word: str, noun: object) -> str:
    """An adjective in the nominative, in number and gender of its noun."""
    tag = getattr(noun, "tag", None)
    grammemes = ["nomn"]
    if tag is not None:
        grammemes += ["plur"] if tag.number == "plur" else ["sing", *([str(tag.gender)] if tag.gender else [])]
    for parse in parsed(lower(word)):
        if parse.tag.POS in {"ADJF", "PRTF"}:
            form = inflected(parse, *grammemes)
            if form:
                return recase(word, form)
    return word
