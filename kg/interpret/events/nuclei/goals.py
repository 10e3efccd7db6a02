"""Events to which somebody goes, where verbs stand last, and that somebody receives: "Осло примет [форум]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.event_types import GATHERINGS
from kg.interpret.events.nuclei.journeys import cases

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element, Row

# What is no event that one goes to.
_ELSEWHERE = frozenset({"visit", "election"})


def goes_to_event(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Let who goes to an event attend it: "ашылу салтанатына барды", "Саммитке министр Анна Берг келді"."""
    for i in row.triggers if row.passage.language.head_final else ():
        trigger = row.elements[i].trigger
        if row.elements[i].frame != "arrive" or trigger is None or trigger.form not in {"verb", "converb"}:
            continue
        noun = nuclei.get(_goal(row, i))
        if noun is not None and not noun.verbal and noun.type not in _ELSEWHERE and "dat" in cases(noun.element):
            noun.tell(i, "attend")
            nuclei.pop(i, None)


def receives_event(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Let who receives a Russian event hold it: "Чили [примет] 5 мая очередной саммит"."""
    for i in [i for i, n in nuclei.items() if n.verbal and row.elements[i].frame == "receive"]:
        noun = nuclei.get(next((k for k in range(i + 1, len(row.elements)) if not _beside(row.elements[k])), -1))
        trigger = row.elements[i].trigger
        held = noun is not None and not noun.verbal and noun.type in GATHERINGS and "acc" in cases(noun.element)
        if noun is not None and held and trigger is not None and not trigger.passive:
            noun.tell(i, "hold")
            del nuclei[i]


def _beside(e: Element) -> bool:
    """Tell a modifier of a noun, or when its event is."""
    return e.kind in {"text", "date"} or e.role in {"ordinal", "series", "novel"}


def _goal(row: Row, i: int) -> int:
    """Where the noun may stand to which who is named between goes: right before the verb, or before those."""
    at = next((k for k in range(i - 1, -1, -1) if row.elements[k].trigger is not None), i - 1)
    between = row.elements[at + 1 : i]
    there = any((e.place and e.place.case == "dat") or (e.actor and e.actor.case == "dat") for e in between)
    named = any(e.actor is not None and e.actor.person and e.actor.case in {"nom", ""} for e in between)
    return at if named and not there else i - 1
