"""What the parts of coreference share: words of names, mentions, and the posts of a state."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from kg.model import NamedMention

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from kg.model import Annotations, Mention, PlaceMention

Spanned = TypeVar("Spanned")

# Posts that are held for a state, so that a text about one country needn't name it.
OF_STATE = frozenset(
    {
        "president",
        "prime-minister",
        "deputy-prime-minister",
        "minister",
        "deputy-minister",
        "speaker",
        "deputy-speaker",
        "member-of-parliament",
        "governor",
        "ombudsman",
    }
)
# Kinds of bodies that many states have by the same name ("Security Council"), and of all that act for a state.
BODIES_OF_STATES = frozenset({"government", "ministry", "parliament", "court"})
ORGANS = BODIES_OF_STATES | {"election-body"}
# Posts of those who are sent to a country, and that are held for a state outside it.
ENVOYS = frozenset({"ambassador", "consul", "permanent-representative"})
ABROAD = ENVOYS | {"special-representative"}
# Types of events at which somebody meets others, and of those to which somebody goes.
MEETINGS = frozenset({"meeting", "dialogue"})
VISITS = frozenset({"visit"})
# Keys of known bodies through which states act in others: of aid, and foundations of parties.
OUTWARD = frozenset(
    {
        "usaid", "giz", "jica", "koica", "tika", "rossotrudnichestvo", "kazaid", "konrad-adenauer-foundation",
        "friedrich-ebert-foundation", "bill-and-melinda-gates-foundation",
    }
)  # fmt: skip
# What no word of a language's own has: Turkmen has no c, q, v or x, the others are written in Cyrillic.
_LETTERS = {"tk": re.compile("[cqvx]"), "kk": re.compile("[a-z]"), "ru": re.compile("[a-z]")}
_WORD = re.compile(r"\w+")
# Words are compared by their beginning, so that endings don't matter ("комитетінің" and "комитеті").
_STEM = 5
# Shorter words are particles.
_CONTENT = 3


@lru_cache(maxsize=10_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case."""
    return tuple(_WORD.findall(name.lower()))


@lru_cache(maxsize=10_000)
def stems(name: str) -> frozenset[str]:
    """Beginnings of a name's words of three letters and more."""
    return frozenset([w[:_STEM] for w in words(name) if len(w) >= _CONTENT])


def is_foreign(name: str, lang: str) -> bool:
    """Tell a name that is not written as the language writes: in another script, or with letters it doesn't have."""
    letters = _LETTERS.get(lang)
    return letters is not None and any(letters.search(word) for word in words(name))


def places_by_sentence(annotations: Annotations) -> defaultdict[int, list[PlaceMention]]:
    """The places of each sentence (by index), in order."""
    found = defaultdict(list)
    for place in annotations.places:
        found[place.sentence].append(place)
    return found


def first_told(annotations: Annotations, types: AbstractSet[str]) -> dict[int, int]:
    """Where each sentence (by index) that tells of an event of one of these types first does."""
    return {t.sentence: t.start for t in reversed(annotations.triggers) if t.type in types}


def named(mention: Mention, form: str) -> NamedMention:
    """A mention in the form of a reading."""
    return NamedMention(mention.text, mention.start, mention.end, mention.lang, form, mention.rule)
