"""Which actors stand together, and by which marker: a case, a postposition or a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def beside(elements: Sequence[Element], one: Member, other: Member) -> bool:
    """Tell whether a comma, "and" or an article alone stands between a member and one after it."""
    return all(separates(e) or e.role == "definite" for e in elements[one.last + 1 : other.at])


def first_run(elements: Sequence[Element], members: Sequence[Member]) -> Sequence[Member]:
    """The first of some members, which stand in text order, and those after it beside each other: "N, M and K"."""
    apart = (n for n in range(1, len(members)) if not beside(elements, members[n - 1], members[n]))
    return members[: next(apart, len(members))]


def last_run(elements: Sequence[Element], members: Sequence[Member]) -> Sequence[Member]:
    """The last of some members, which stand in text order, and those before it beside each other."""
    apart = (n for n in range(len(members) - 1, 0, -1) if not beside(elements, members[n - 1], members[n]))
    return members[next(apart, 0) :]
