"""What the name of an institution is made of: its head noun and the words that tell it from others."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import stems, words
from kg.language.case import lower

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.language import Language

# Letters of the longest word whose beginning may hold an ending.
_LONG_WORD = 7
# An abbreviation within a name: "Halkara … Guramasynyň (HMG) edarasy".
_BRACKETS = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=10_000)
def parts_of(language: Language, name: str) -> tuple[frozenset[str], frozenset[str]]:
    """The head noun of a name and the stems of its other words.

    The head is the last of the head nouns in Turkic, the first in Russian, and in English the last before the first
    preposition ("Council Secretariat", "Council of Europe").
    """
    heads = language.institution_heads.hits
    contracted = ""
    if any((hit := heads[w]) and hit.entry.full for w in words(name)):
        contracted = " ".join((hit.entry.full if (hit := heads[w]) else "") or w for w in words(name))
    plain = [w for w in words(contracted or name) if w not in language.small_words]
    lemmas = [hit.entry.lemma for w in plain if (hit := heads[w])]
    opening = list(takewhile(lambda w: w not in language.institutions.purpose, words(contracted or name)))
    first = [hit.entry.lemma for w in opening if (hit := heads[w])] if language.analytic else []
    head = first[-1] if first else lemmas[-1 if language.head_final else 0] if lemmas else None
    others = [w for w in plain if not ((hit := heads[w]) and hit.entry.lemma == head)]
    return frozenset({head} if head else ()), stems(" ".join(_base(language, w) for w in others))


@lru_cache(maxsize=10_000)
def is_local(language: Language, name: str) -> bool:
    """Tell a name with a word that makes a body one of a part of the country."""
    return any(word.startswith(language.institutions.local_bodies) for word in words(name))


@lru_cache(maxsize=10_000)
def is_joint(language: Language, name: str) -> bool:
    """Tell a body that says that several have it together: "Joint Commission", "межправительственная комиссия"."""
    told = (*words(name), *name.lower().split())  # "Inter-governmental"
    return any(w.startswith(language.institutions.joint) for w in told)


def is_distant(language: Language, name: str) -> bool:
    """Tell a body named for a part of the world where the language's own country is not: "Еуропа колледжі"."""
    return any(w.startswith(language.institutions.distant) for w in words(name))


def _base(language: Language, word: str) -> str:
    """A short word without its possessive, which its beginning would hold ("мұрасы": "мұра")."""
    if not language.head_final or len(word) > _LONG_WORD:
        return word
    bases = [a.stem for a in language.analyse(word) if a.possessive == "3" and a.case == "nom" and a.harmonic]
    return min(bases, key=len, default=word)


def without(name: str, members: Sequence[str], owned: Sequence[str]) -> str:
    """A name without brackets, the words for member states in it, and the words (`owned`) of whose it is."""
    name = _BRACKETS.sub(" ", name)
    for phrase in members:
        name = _of_members(phrase).sub(" ", name)
    for phrase in owned:
        name = name.replace(" ".join(phrase.split()), " ")
    return name


@cache
def expansions(languages: tuple[Language, ...]) -> dict[str, str]:
    """What the abbreviations of these languages stand for; the last of several says it."""
    return {a.text: a.name for language in languages for a in language.institutions.abbreviations}


@lru_cache(maxsize=100)
def _of_members(phrase: str) -> re.Pattern[str]:
    """Words for "member states" in a name, which may be left out of it: "Arkalaşygyna [agza döwletleriň] Geňeşi"."""
    return re.compile(r"\b" + r"[\s-]+".join(rf"{re.escape(w)}\w*" for w in phrase.split()), re.IGNORECASE)


@lru_cache(maxsize=10_000)
def of_unknown(language: Language, name: str) -> bool:
    """Tell a Turkic body whose owner is a name that tells no country: "[Kremliň] metbugat gullugy"."""
    first = name.split(" ", maxsplit=1)[0]
    word, data = lower(first), language.institutions
    if not (language.head_final and language.genitive(word) and first.istitle()) or "-" in first:
        return False
    nouns = language.institution_heads.find(word) or language.post_heads.find(word)
    common = data.places | language.posts.ours | data.modifiers | frozenset(data.residences)
    found = [a for a in language.analyse(word) if a.harmonic]
    return not nouns and not any(a.number or a.possessive or a.stem in common for a in found)
