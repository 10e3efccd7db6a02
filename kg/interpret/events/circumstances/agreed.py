"""When and where people agreed on an event that is to come: no day and no place of that event."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus

# Elements between the word for agreeing and the event.
_WIDE, _CLOSE = 8, 3


def agreed(nucleus: Nucleus) -> int | None:
    """Index of the word by which people agreed on or decided what is to come: "[agreed] to hold a forum", or None."""
    row, words = nucleus.row, nucleus.row.passage.language.events.agreeing
    before, behind = range(max(0, nucleus.start - _WIDE), nucleus.start), range(nucleus.head + 1, len(row.elements))
    near = behind[:_CLOSE] if row.passage.language.head_final else before
    return next((i for i in near if nucleus.planned and row.norm(row.elements[i]).startswith(words)), None)


def agreed_then(clause: Clause, i: int, nucleus: Nucleus) -> Nucleus | None:
    """The event of a day or place at an index: not one on which people agreed then, but the one at which they did.

    "On [5 May] in [Oslo], during the talks, the sides agreed to hold a forum in Lima".
    """
    at = agreed(nucleus)
    if at is None or i > min(at, nucleus.start):
        return nucleus
    if clause.final and not any(e.actor for e in clause.row.elements[i + 1 : nucleus.start]):
        return nucleus
    return next((s.nucleus for s in clause.before(min(at, nucleus.start)) if s.nucleus.during), None)
