"""What somebody goes somewhere for, where verbs stand last: "форумға қатысу үшін … барды"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.journeys import newcomer
from kg.interpret.events.nuclei.purposes import GOING

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Row

# Elements from the purpose to the verb for going there, to the participle before a guest, and past the goal's town.
_AHEAD, _GUEST, _GOAL = 20, 12, 6
# Frames of what people go somewhere to do; of talks, all of theirs.
_TALKS = frozenset({"hold", "meet", "discuss"})
_DONE = _TALKS | {"attend"}


def going_at(nucleus: Nucleus) -> int | None:
    """Index of the verb by which somebody goes to take part in it, finite or before whom it tells of; or None.

    "Foruma gatnaşmak üçin [geldi]", "foruma gatnaşmak üçin paýtagta [gelen] ministr", "келіссөз жүргізуге [барды]".
    Or of the participle by which a visit is made for it: "foruma gatnaşmak üçin [amala aşyrjak] sapary".
    """
    elements, last = nucleus.row.elements, nucleus.last_verb
    talks = nucleus.type in {"meeting", "dialogue"} and not nucleus.during and _TALKS.issuperset(nucleus.frames)
    if not (talks or "attend" in nucleus.frames) or not in_order_to(nucleus.row, last):
        return None
    for k in range(last + 1, min(last + 1 + _AHEAD, len(elements))):
        trigger = elements[k].trigger if elements[k].frame in GOING else None
        guest = k - last <= _GUEST and newcomer(nucleus.row, k) is not None
        if trigger is not None and (trigger.form == "verb" or (trigger.form == "participle" and guest)):
            return k
        if _made(nucleus.row, k):
            return k
    return None


def _made(row: Row, k: int) -> bool:
    """Tell a participle by which the visit right behind it is made."""
    made = row.elements[k].frame == "hold" and row.elements[k].is_trigger("participle")
    after = row.elements[k + 1].trigger if made and k + 1 < len(row.elements) else None
    return after is not None and after.type == "visit"


def in_order_to(row: Row, at: int) -> bool:
    """Tell what the subject goes to do: "форумға [қатысу] үшін … барды", "форумға [қатысуға] … барды"."""
    e = row.elements[at]
    does = e.is_trigger("infinitive") and e.frame in _DONE
    met = e.trigger is not None and (e.trigger.form, e.trigger.type) == ("noun", "meeting")
    if (does or met) and any(after.role == "beneficiary" for after in row.elements[at + 1 : at + 2]):
        return True
    if not does or not any(after.frame in GOING for after in row.elements[at + 1 : at + _GOAL]):
        return False
    return any(a.case == "dat" for a in row.passage.language.analyse(row.norm(e).split()[-1]))


def will_do(row: Row, i: int) -> bool:
    """Tell who is to have a part in doing something, of which no event tells: "maksatnamany tassyklamaga gatnaşar"."""
    trigger, before = row.elements[i].trigger, row.elements[i - 1] if i else None
    deed = before is not None and (before.kind == "text" or before.frame == "say")
    if trigger is None or trigger.tense != "future" or before is None or not deed:
        return False
    actions = row.passage.language.institutions.actions
    found = row.passage.language.analyse(row.norm(before).split()[-1])
    return any(a.case == "dat" and not a.possessive and a.stem.endswith(actions) for a in found)
