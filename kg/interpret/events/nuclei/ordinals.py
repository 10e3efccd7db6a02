"""The number of an event in its series, in figures and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Element, Row

# Elements before a noun in which its number stands.
_BEFORE = 6
# A number that high is a year or a resolution, no sitting.
_MANY = 500
_ROMAN = {"i": 1, "v": 5, "x": 10}


def number(row: Row, i: int) -> int | None:
    """The ordinal that a plain word is: "17-nji", "5." before a noun."""
    norm = row.norm(row.elements[i])
    point = norm.isdigit() and row.norm(row.elements[i + 1]) == "."
    return int(norm) if point else ordinal_of(norm)


def counted(row: Row, at: int) -> int | None:
    """The number before a body and the noun: "the 15th [Chile-Peru] Cooperation Forum"."""
    bodies = 0
    for i in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
        e = row.elements[i]
        bodies += e.actor is not None and not e.actor.person
        if e.kind == "text" and bodies and (found := ordinal_of(row.norm(e))) is not None:
            return found
        if not (e.kind == "text" or e.role == "relation" or (e.actor is not None and not e.actor.person)):
            return None
    return None


def written(row: Row, e: Element) -> int | None:
    """The number of an ordinal word: the language file lists them from the first on."""
    words = row.passage.language.events.by_role["ordinal"]
    norm = row.norm(e)
    exact = next((n for n, word in enumerate(words, 1) if norm == word), None)
    return exact or next((n for n, word in enumerate(words, 1) if norm.startswith(word[:3])), None)


def ordinal_of(norm: str) -> int | None:
    """The number of an ordinal in figures: "17-nji", "5-ші", "3rd", "IV"; plain numbers and years are none.

    >>> ordinal_of("17-nji"), ordinal_of("3rd"), ordinal_of("iv"), ordinal_of("2023"), ordinal_of("12")
    (17, 3, 4, None, None)
    """
    head = norm.partition("-")[0]
    number = head.rstrip("stndrh")
    if number.isdecimal() and number != norm and int(number) < _MANY:
        return int(number)
    if norm and set(norm) <= set(_ROMAN) and norm != "i":
        values = [_ROMAN[c] for c in norm]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return None
