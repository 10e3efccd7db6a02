"""The noun of events that another belongs to or is about: it is what the verb behind both tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.determiners import FRAMING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Row

# Elements between a noun and the one that it belongs to, and between one and what it is about.
_BESIDE, _NEAR = 6, 8
# Roles of words that end what an event is about.
_BOUNDS = FRAMING | {"stop", "passive", "and", "by"}


def outer(row: Row, noun: int, nuclei: Mapping[int, Nucleus]) -> int:
    """The noun that another belongs to: "the [ceremony] of the training was attended by".

    Or that it is about: "a [seminar] on the upcoming elections was held".
    """
    if (about := _about(row, noun, nuclei)) is not None:
        return about
    for k in range(noun - 1, max(0, noun - _BESIDE) - 1, -1):
        e = row.elements[k]
        if not (e.kind == "text" or e.role in {"of", "definite", "ordinal"}):
            break
    return noun


def _about(row: Row, noun: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The event that is about what another tells of: "a [meeting] on preparations for the summit was held"."""
    for k in range(noun - 1, max(0, noun - _NEAR) - 1, -1):
        e = row.elements[k]
        if k in nuclei:
            behind = row.elements[k + 1]
            on = behind.role == "topic" or row.norm(behind) in row.passage.language.institutions.field
            told = nuclei[k].verbal or nuclei[k].verbs or nuclei[k].during or nuclei[k].type == "election"
            return k if on and not told else None
        if e.kind not in {"text", "actor", "place", "word"} or e.role in _BOUNDS:
            return None
    return None
