"""The noun of events that is about what another tells of: it is what the verb behind both tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.determiners import FRAMING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Row

# Elements between a noun and what it is about.
_NEAR = 8
# Roles of words that end what an event is about.
_BOUNDS = FRAMING | {"stop", "passive", "and", "by"}


def outer(row: Row, noun: int, nuclei: Mapping[int, Nucleus]) -> int:
    """The event that is about what a noun tells of, else the noun: "a [meeting] on preparations for the summit"."""
    for k in range(noun - 1, max(0, noun - _NEAR) - 1, -1):
        e = row.elements[k]
        if k in nuclei:
            behind = row.elements[k + 1]
            on = behind.role == "topic" or row.norm(behind) in row.passage.language.institutions.field
            told = nuclei[k].verbal or nuclei[k].verbs or nuclei[k].during or nuclei[k].type == "election"
            return k if on and not told else noun
        if e.kind not in {"text", "actor", "place", "word"} or e.role in _BOUNDS:
            break
    return noun
