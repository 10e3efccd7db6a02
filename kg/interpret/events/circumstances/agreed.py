"""When and where people agreed on an event that is to come, or told of it: no day and no place of that event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.voice import made_noun

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


def _told(nucleus: Nucleus) -> int | None:
    """Index of the word that ends what tells of somebody's telling it: "said [that] he will visit Oslo", or None."""
    row, first, last = nucleus.row, nucleus.start, nucleus.head
    if not nucleus.planned:
        return None
    if row.passage.language.head_final:
        near = range(last + 1, min(last + 1 + _CLOSE, len(row.elements))) if made_noun(row, last) else ()
        return next((i for i in near if row.elements[i].frame == "say"), None)
    at = next((i for i in range(first - 1, -1, -1) if row.elements[i].frame == "say"), None)
    if at is None or not row.elements[at].is_trigger("verb", "past"):
        return None
    that = row.passage.language.events.complementisers
    return next((i for i in range(at, first) if row.norm(row.elements[i]).split()[-1] in that), None)


def agreed_then(clause: Clause, i: int, nucleus: Nucleus) -> Nucleus | None:
    """The event of a day or place at an index: not one on which people agreed then, but the one at which they did.

    "On [5 May] in [Oslo], during the talks, the sides agreed to hold a forum in Lima".
    """
    at = agreed(nucleus)
    at = _told(nucleus) if at is None else at
    if at is None or i > min(at, nucleus.start):
        return nucleus
    if clause.final and not clause.subject_between(i, nucleus.start):
        return nucleus
    return next((s.nucleus for s in clause.before(min(at, nucleus.start)) if s.nucleus.during), None)
