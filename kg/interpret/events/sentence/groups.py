"""Which actors stand together, and by which marker: a case, a postposition or a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Record

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Actor, Element

MARKERS = frozenset(
    {"with", "jointly", "also", "between", "by", "present", "chair", "lead", "organiser", "giver", "host", "invitation",
     "support", "beneficiary", "topic", "source", "behalf", "to", "from", "in", "of"}
)  # fmt: skip
PEOPLE = frozenset({"people", "delegation", "side"})


class Member(Record, frozen=True):
    """An actor in a group: index of its element, its marker, and what stands for it.

    `through`: "" (itself), `people` (its representatives), `delegation`, `side`. `last` is the index of the last
    element of the phrase, marker included. `blocked` tells that the marker belongs to another noun ("cooperation
    with X"), `bare` that only its case marks it.
    """

    at: int
    last: int
    actor: Actor
    marker: str
    through: str = ""
    blocked: bool = False
    bare: bool = False


def separates(element: Element) -> bool:
    """Tell whether an element stands between members of a list: a comma, "and"."""
    return element.kind == "comma" or (element.kind == "word" and element.role == "and")
