"""Comparing the names of persons across scripts, orders, initials and patronymics."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

from rapidfuzz.distance import JaroWinkler

from kg.language.letters import fold, skeleton

# Patronymics and what stands for them, in folds: Nikolayevich, Nikolayevna, Qasymuly, Nurlanqyzy, Ilham oglu.
_PATRONYMIC = re.compile(
    r"(?<=..)(?:ovich|evich|ich|ovna|evna|ichna|inichna)$|(?<=...)(?:uli|ulı|kizi|gizi|ogli|oglu|oglı|ugli)$"
)
_PATRONYMIC_WORDS = {"oglu", "ogli", "uli", "kizi", "gizi", "ugli"}
_FEMININE = re.compile(r"(?:ova|eva|ina|skaia)$")
_INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_])\.\s*(?=[^\W\d_])")
_CLOSE = 0.9  # of the Jaro-Winkler similarity of two folds: "gurbanuli" and "kurbanuli", "tileuberdi" and "tleuberdi"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart: folds of its full words in the order of the text, initials, patronymics."""

    words: tuple[str, ...]
    initials: tuple[str, ...]
    patronymics: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether it has a given name and a surname at least, both in full."""
        return len(self.words) > 1


@lru_cache(maxsize=50_000)
def person_name(text: str) -> PersonName:
    """Take a person's name apart. A patronymic is told from a surname by standing beside two other names."""
    spaced = _INITIAL.sub(r"\1. ", text)
    tokens = [t for t in spaced.replace(",", " ").split() if fold(t)]
    initials = tuple(fold(t) for t in tokens if _is_initial(t))
    words = [fold(t) for t in tokens if not _is_initial(t)]
    patronymics: list[str] = []
    spare = len(words) + len(initials) - 2
    for word in words[1:] if not initials else words:
        if spare > 0 and (_PATRONYMIC.search(word) or word in _PATRONYMIC_WORDS):
            patronymics.append(word)
            spare -= 1
    return PersonName(tuple(w for w in words if w not in patronymics), initials, tuple(patronymics))


def _is_initial(token: str) -> bool:
    letters = [c for c in token if c.isalpha()]
    if token.endswith("."):
        return len(letters) <= len("Дж")
    return len(letters) == 1 and fold(token) not in "aeiou"  # "Ван И" is a name in full


def agreement(left: PersonName, right: PersonName) -> tuple[str, float] | None:
    """How two names agree: the name of the way and a score, or None where they may well be two persons'.

    `same` (1.0): the same words in any order, a given name and a surname at least. `longer` (0.9): all words of
    one among those of the other, two at least. `initials` (0.85): the same surname, and given names whose first
    letters are the other's initials. `close` (the similarity): words that pair off, each close to its fellow and
    none of another gender's form.
    """
    if contradicts(left, right):
        return None
    a, b = set(left.words), set(right.words)
    if left.full and right.full:
        if sorted(left.words) == sorted(right.words):
            return ("same", 1.0)
        if (a <= b or b <= a) and min(len(a), len(b)) > 1:
            return ("longer", 0.9)
        return _close(left.words, right.words)
    return _by_initials(left, right) or _by_initials(right, left)


def _by_initials(short: PersonName, long: PersonName) -> tuple[str, float] | None:
    """K. Howard and Keith Howard; or K. Howard twice."""
    if len(short.words) != 1 or not short.initials:
        return None
    if not long.full:
        same = short.words == long.words and short.initials[0] == (long.initials or ("",))[0]
        return ("initials", 0.85) if same else None
    surname = short.words[0]
    given = [w for w in long.words if w != surname]
    if surname not in long.words or not given or not any(_begins(w, short.initials[0]) for w in given):
        return None
    return ("initials", 0.85)


def _begins(word: str, initial: str) -> bool:
    """The initial is the word's first letter, or a letter of the same sound (Kreýg is K., Craig is C.)."""
    return word[:1] == initial[:1] or skeleton(word[:1]) == skeleton(initial[:1])


def _close(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, float] | None:
    if len(left) != len(right):
        return None
    best = 0.0
    for order in permutations(right):
        if all(_alike(x, y) for x, y in zip(left, order, strict=True)):
            best = max(best, min(JaroWinkler.similarity(x, y) for x, y in zip(left, order, strict=True)))
    return ("close", round(best, 3)) if best >= _CLOSE else None


def _alike(left: str, right: str) -> bool:
    if bool(_FEMININE.search(left)) != bool(_FEMININE.search(right)):
        return False
    return left == right or (skeleton(left) == skeleton(right) and JaroWinkler.similarity(left, right) >= _CLOSE)


def contradicts(left: PersonName, right: PersonName) -> bool:
    """Two patronymics that differ, or the masculine and the feminine form of one surname."""
    if left.patronymics and right.patronymics and not _patronymics_agree(left, right):
        return True
    return any(
        x != y and x.rstrip("a") == y.rstrip("a") and (_FEMININE.search(x) or _FEMININE.search(y))
        for x in left.words
        for y in right.words
    )  # fmt: skip


def _patronymics_agree(left: PersonName, right: PersonName) -> bool:
    return any(x == y or _alike(x, y) for x in left.patronymics for y in right.patronymics)


def name_keys(name: PersonName) -> frozenset[str]:
    """Keys that two names share if they can agree: each pair of words, and each surname with an initial."""
    found: set[str] = set()
    sounds = sorted(skeleton(w) for w in name.words)
    if name.full:
        found.update(f"{a} {b}" for i, a in enumerate(sounds) for b in sounds[i + 1 :])
        found.update(f"{skeleton(given[:1])}. {skeleton(other)}" for given, other in permutations(name.words, 2))
    elif name.initials:
        found.update(f"{skeleton(name.initials[0][:1])}. {skeleton(word)}" for word in name.words)
    return frozenset(found)
