"""Events to which somebody goes, where verbs stand last, and that somebody receives: "Осло примет [форум]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.event_types import GATHERINGS
from kg.interpret.events.nuclei.nucleus import Nucleus

if TYPE_CHECKING:
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
        if noun is not None and not noun.verbal and noun.type not in _ELSEWHERE and "dat" in noun.element.cases:
            noun.tell(i, "attend")
            nuclei.pop(i, None)


def comes_to_it(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Let who comes to what a pronoun names, or is there, attend it: "Оған ректор Анна Берг келді", "Онда ол болды"."""
    for i in row.triggers if row.passage.language.head_final and "it" in row.roles else ():
        e = row.elements[i]
        if e.entry is not None and i not in nuclei and _comes(row, i):
            nuclei[i] = Nucleus(row, i, "", e.entry, frames=["attend"], definite=True, generic=True)


def receives_event(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Let who receives an event hold it: "Чили [примет] 5 мая очередной саммит", "Чили саммитті [қабылдайды]"."""
    for i in [i for i, n in nuclei.items() if n.verbal and row.elements[i].frame == "receive"]:
        side = range(i - 1, -1, -1) if row.passage.language.head_final else range(i + 1, len(row.elements))
        noun = nuclei.get(next((k for k in side if not _beside(row.elements[k])), -1))
        trigger = row.elements[i].trigger
        held = noun is not None and not noun.verbal and noun.type in GATHERINGS and "acc" in noun.element.cases
        if noun is not None and held and trigger is not None and not trigger.passive:
            noun.tell(i, "hold")
            del nuclei[i]


def _comes(row: Row, i: int) -> bool:
    """Tell a verb for coming or being there right behind persons, whose clause a pronoun for an event opens."""
    trigger = row.elements[i].trigger
    if trigger is None or trigger.form != "verb" or trigger.negated:
        return False
    if row.elements[i].frame != "arrive" and not getattr(row.elements[i].entry, "stays", False):
        return False
    at = next((k for k in reversed(row.at("it")) if k < i), None)
    if at is None or (at and row.elements[at - 1].kind != "comma"):
        return False
    between, last = row.elements[at + 1 : i], row.elements[i - 1].actor
    named = last is not None and last.person and last.case in {"nom", ""}
    return named and all(e.trigger is None and e.place is None for e in between)


def _beside(e: Element) -> bool:
    """Tell a modifier of a noun, or when its event is."""
    return e.kind in {"text", "date"} or e.role in {"ordinal", "series", "novel"}


def _goal(row: Row, i: int) -> int:
    """Where the noun may stand to which who is named or sent goes: right before the verb, or before those."""
    at = next((k for k in range(i - 1, -1, -1) if row.elements[k].trigger is not None), i - 1)
    between = row.elements[at + 1 : i]
    there = any((e.place and e.place.case == "dat") or (e.actor and e.actor.case == "dat") for e in between)
    named = any(e.actor is not None and e.actor.person and e.actor.case in {"nom", ""} for e in between)
    sent = any(e.role == "delegation" and e.form is not None and "nom" in e.form.cases for e in between)
    return at if (named or sent) and not there else i - 1
