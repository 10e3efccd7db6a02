"""What an English infinitive tells that somebody goes somewhere to do, or is invited to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element, Row

# Frames of verbs for going somewhere.
GOING = frozenset({"arrive", "visit"})
# Elements from "for" to what somebody goes to, and from the verb for going to the infinitive.
_NEAR, _FAR = 4, 16
# Elements from "to attend" to the last of a list.
_LISTED = 40
# Elements of "was in Oslo to".
_THERE = 4
# Frames of what somebody is invited, and goes somewhere, to do.
_INVITED = frozenset({"attend", "speak"})
_AIMS = _INVITED | {"hold", "meet"}


def aimed(nucleus: Nucleus) -> bool:
    """Tell an event that somebody came to attend or to hold, or is invited to attend."""
    elements, verbs = nucleus.row.elements, sorted(nucleus.predicates)
    if any(elements[v].frame == "invite" for v in verbs) and _aims(nucleus, _INVITED):
        return True
    verb, will = _set_off(nucleus.row, _aims(nucleus, _AIMS))
    return verb is not None and (will or verb.frame == "arrive")


def departs(nucleus: Nucleus) -> bool:
    """Tell a visit for which somebody is setting out: "делегация [направляется] в Осло", "the minister leaves for".

    So "is travelling to Oslo" in English.
    """
    row, element = nucleus.row, nucleus.element
    if element.frame == "arrive" and element.is_trigger("participle", "present"):
        now = {form for forms in row.passage.language.events.suppletive.values() for form in forms["present"]}
        return any(row.norm(e) in now for e in row.elements[max(0, nucleus.at - 1) : nucleus.at])
    ahead = nucleus.verbal and bool(getattr(nucleus.entry, "departs", False))
    return ahead and element.is_trigger("verb", "present")


def visited_for(nucleus: Nucleus) -> bool:
    """Tell an event for which an English text says that somebody was there: "visited Oslo to [attend] the forum".

    So "was in Oslo to attend the forum".
    """
    if not nucleus.row.passage.language.analytic:
        return False
    aims = _aims(nucleus, _AIMS)
    verb, will = _set_off(nucleus.row, aims)
    before = nucleus.row.elements[max(0, aims[0] - _THERE) : aims[0] - 1] if aims else []
    there = [e.role or e.kind for e in before] == ["passive", "in", "place"]
    return there or (verb is not None and verb.frame == "visit" and not will)


def _aims(nucleus: Nucleus, frames: frozenset[str]) -> list[int]:
    """The verbs with one of these frames behind "to", in order."""
    elements = nucleus.row.elements
    return [v for v in sorted(nucleus.predicates) if elements[v].frame in frames and v and elements[v - 1].role == "to"]


def _set_off(row: Row, aims: Sequence[int]) -> tuple[Element | None, bool]:
    """The verb for going somewhere before the first of `aims`, in the past or with "will"; and whether with "will"."""
    elements = row.elements
    back = range(aims[0] - 2, max(-1, aims[0] - _FAR), -1) if aims else range(0)
    verb = next((i for i in back if elements[i].frame), None)
    if verb is None or elements[verb].frame not in GOING or elements[verb - 1].role == "stop":
        return None, False  # "the members [who] came to take part"
    will = any(e.role == "planned" for e in elements[max(0, verb - 2) : verb])  # "will arrive"
    trigger = elements[verb].trigger
    went = trigger is not None and trigger.tense == "past"
    return (elements[verb] if will or went else None), will


def aims_at(row: Row, n: int) -> bool:
    """Tell what somebody goes somewhere for, in English: "arrived in Oslo to hold [talks]", "… for the UN [summit]"."""
    if not row.passage.language.analytic:
        return False
    near = row.elements[max(0, n - _NEAR) : n]
    if row.elements[n].is_trigger("noun") and any(b.role == "beneficiary" for b in near):
        return True
    verb = next((k for k in range(n, max(0, n - _LISTED), -1) if row.elements[k].frame), 0)
    went = (row.elements[j].frame for j in reversed(row.triggers) if j < verb)
    return bool(verb) and row.elements[verb - 1].role == "to" and next(went, "") in GOING
