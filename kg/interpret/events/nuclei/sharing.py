"""Nouns that a verb is about across another clause: "the meeting that N held", "took place and was opened by N"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Row

# Elements from "that" to the verb of its clause.
_BESIDE = 5


def shared(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun of the verb to which a passive is joined: "the [forum] took place in Oslo and was opened by N"."""
    verb = next((k for k in reversed(row.triggers) if k < i and row.elements[k].frame), None)
    gap = row.elements[verb + 1 : i] if verb is not None else ()
    at = next((n for n, e in enumerate(gap) if e.role == "and" and [x.role for x in gap[n + 1 :]] == ["passive"]), None)
    return (
        next((n.at for n in nuclei.values() if verb in n.verbs and n.at < (verb or 0)), None)
        if at is not None
        else None
    )


def which_held(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun right before a clause that tells who held it: "the [meeting] that the minister held with N"."""
    stop = next((j for j in range(i - 1, max(0, i - _BESIDE), -1) if row.elements[j].role == "stop"), 0)
    at = stop - 1 - (row.elements[stop - 1].kind == "comma")
    held = stop and at in nuclei and not nuclei[at].verbal
    return at if held and any(e.actor is not None or e.role == "he" for e in row.elements[stop:i]) else None


def present_during(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun right after "during" behind a verb of attending: "were also present during the [meetings]"."""
    after = range(i + 1, min(i + _BESIDE, len(row.elements)))
    during = i + 1 < len(row.elements) and row.elements[i + 1].role == "during"
    noun = next((j for j in after if row.elements[j].trigger is not None), None) if during else None
    if noun is None or noun not in nuclei or nuclei[noun].verbal:
        return None
    nuclei[noun].during = ""
    return noun
