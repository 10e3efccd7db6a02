"""Whether a verb further on in a sentence has the subject that stands before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.governors import is_reduced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.nuclei.nucleus import Clause, Slot
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element


def another_clause(clause: Clause, member: Member, at: int) -> bool:
    """Tell whether a relative clause begins between a group and a verb, and is not closed again by a comma."""
    gap = clause.row.elements[member.at + 1 : at]
    own = bool(gap) and gap[0].kind == "comma" and gap[-1].kind == "comma"
    stop = next((n for n, e in enumerate(gap) if e.role == "stop"), None)
    if stop is not None and not clause.cases and gap[stop + 1 : stop + 2]:
        own = own or gap[stop + 1].role == "passive"  # "officers who are involved in it took part"
    return not own and stop is not None


def joined(clause: Clause, at: int, later: Sequence[Slot]) -> bool:
    """Tell whether another verb follows after "and" with the same subject: "met the minister and visited"."""
    gap = clause.row.elements[at + 1 : later[0].at] if later else ()
    going = not clause.cases and clause.row.elements[at].frame in {"arrive", "visit"}
    near = gap[-3:]
    at_and = next((n for n, e in enumerate(near) if e.role == "and"), None)
    own = at_and is not None and not clause.cases and any(e.actor for e in near[at_and:])  # "and [the envoy] met"
    return (at_and is not None and not own) or (going and any(e.role == "to" for e in gap[-1:]))


def others(clause: Clause, member: Member, at: int) -> bool:
    """Tell a verb that has another subject: "the decisions of the meeting held in May", "thanked him for attending"."""
    row = clause.row
    if clause.cases:
        return _by_the_way(row.elements, at)
    if is_reduced(row, at) and member.at < at - 1 and not any(e.kind == "comma" for e in row.elements[at - 1 : at]):
        return True
    trigger, before = row.elements[at].trigger, row.elements[max(0, at - 1)]
    gerund = trigger is not None and (trigger.form, trigger.tense) == ("participle", "present")
    thanked = any(e.actor and e.actor.person for e in row.elements[member.at + 1 : at])
    return gerund and before.role == "beneficiary" and thanked


def _by_the_way(elements: Sequence[Element], at: int) -> bool:
    """Tell a participle set off by a comma, which is of who stands before that: "с послом, [прибывшим] в Осло"."""
    trigger = elements[at].trigger
    comes = elements[at].frame == "arrive" and trigger is not None and trigger.form == "participle"
    return comes and at > 0 and elements[at - 1].kind == "comma"
