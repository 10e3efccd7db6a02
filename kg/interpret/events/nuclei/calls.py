"""Courtesy calls: who goes to somebody meets them, "министрге сәлем бере [келді]"; calls that are said to be paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.purposes import GOING

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Row

# Elements from the one called on to the verb.
_WHOM = 12
# Who calls on somebody, where no name tells.
_CALLERS = frozenset({"delegation", "people"})
# Tokens of "called on", by which nobody need be met: "called on the minister to resign".
_CALLED = 2


def calls_on(row: Row, i: int) -> bool:
    """Tell a finite verb of going by which somebody goes to a person: "[ministriň ýanyna] ilçi Jan Berg geldi"."""
    trigger = row.elements[i].trigger
    if row.elements[i].frame not in GOING or not row.passage.language.head_final or trigger is None:
        return False
    lasting = i > 0 and row.norm(row.elements[i - 1]).endswith(row.passage.language.events.converbs)
    if i == 0 or trigger.form not in {"verb", "converb"} or lasting:
        return False
    whom = who = False
    for k in range(i - 1, max(-1, i - _WHOM), -1):
        e = row.elements[k]
        goal = row.elements[k + 1].role == "to"
        other = e.trigger is not None and e.trigger.type != "visit"
        if other or e.kind == "comma" or e.role in {"beneficiary", "stop"}:
            break
        if e.place is not None and e.place.case == "dat":
            return False
        case = e.actor.case if e.actor is not None and e.actor.person else None
        whom = whom or case == "dat" or (case == "gen" and goal)
        who = who or e.role in _CALLERS or case in {"nom", ""}
    return whom and who


def paid(nucleus: Nucleus) -> bool:
    """Tell a call that is paid, be it by people without a name: "Traders [paid a courtesy call on] the minister"."""
    e = nucleus.element
    return nucleus.row.passage.language.analytic and "call-on" in nucleus.frames and e.last - e.first > _CALLED
