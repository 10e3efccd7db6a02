"""What stands before a Russian noun and is of it: "[предстоящему 24 мая в Осло очередному] заседанию"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret import russian

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Row

# Elements of the longest attribute.
_LONGEST = 10


def attribute(row: Row, at: int) -> int | None:
    """The element that begins the attribute of the noun at `at` in which a day or a place is told, or None."""
    first, told = None, False
    for k in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        e = row.elements[k]
        if e.kind in {"date", "place"}:
            told = True
        elif russian.modifier(row.norm(e).rpartition(" ")[2]) and not e.actor:
            first = k if told else first
        elif e.role != "in":
            break
    return first
