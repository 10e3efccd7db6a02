"""Whether the letters of an abbreviation are those of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.groups import words

if TYPE_CHECKING:
    from collections.abc import Sequence

# Letters of an abbreviation that no other name has by chance.
_LETTERS = 3
# Letters of a word that an abbreviation may leave out.
_SMALL = 3


def abbreviates(short: str, name: str) -> bool:
    """Tell whether the letters of an abbreviation begin the words of a name, all of them, in order.

    Of two abbreviations the first may stand in the name as well: "БҰҰ БА", "БҰҰ Бас Ассамблеясы".
    """
    owner, _, part = short.lower().partition(" ")
    told = words(name)
    if part and told[:1] == (owner,):
        return part == "".join(word[0] for word in told[1:])
    return len(short) >= _LETTERS and short.lower() == "".join(word[0] for word in told)


def spells(letters: str, name: Sequence[str]) -> bool:
    """Tell whether letters stand in a name in their order, the first of each of its longer words among them."""
    if not name:
        return not letters
    word, rest = name[0], name[1:]
    if len(word) <= _SMALL and spells(letters, rest):
        return True
    if not letters or letters[0] != word[0]:
        return False
    at = 0
    for used in range(1, len(letters) + 1):
        at = word.find(letters[used - 1], at) + 1
        if not at:
            return False
        if spells(letters[used:], rest):
            return True
    return False
