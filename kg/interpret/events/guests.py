"""Who is said by the way to have come somewhere, and for what, where the verb stands last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.journeys import going_at, newcomer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.interpret.events.facts import Fact
    from kg.interpret.events.groups import Member


def came(facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let who is said to have come somewhere visit it: "Aşgabada iş sapary bilen gelen ilçi"."""
    for fact in facts:
        if fact.nucleus.type != "visit" or not (fact.places or fact.states):
            continue
        elements, at = fact.nucleus.row.elements, fact.nucleus.at
        if [e.role for e in elements[at + 1 : at + 2]] == ["with"]:
            at += 2
        trigger = elements[at].trigger if at < len(elements) else None
        if trigger is None or trigger.form != "participle" or elements[at].frame not in {"visit", "arrive"}:
            continue
        for member in found:
            if member.at == at + 1 and member.actor.person:
                fact.add("attend", member.actor.id)


def came_for(facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let who has come to take part in something take part: "foruma gatnaşmak üçin gelen ministr bilen duşuşdy"."""
    for fact in facts:
        at = going_at(fact.nucleus) if fact.nucleus.aside else None
        guest = newcomer(fact.nucleus.row, at) if at is not None else None
        for member in found if guest is not None else ():
            if member.at == guest:
                fact.add("attend", member.actor.id)
