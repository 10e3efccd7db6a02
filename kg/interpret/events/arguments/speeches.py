"""Whose speech was heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus
    from kg.interpret.events.sentence.groups import Member

# Roles of words between a speaker and "was heard".
_SPEECH = frozenset({"and", "people", "video"})


def heard_at(clause: Clause, member: Member) -> Nucleus | None:
    """The event at which the speech of a group in the genitive was heard: "ministriň, ilçiniň çykyşlary diňlenildi"."""
    slot = next((s for s in clause.after(member.at) if clause.row.elements[s.at].frame == "heard"), None)
    if slot is None or not (member.actor.person or member.through):
        return None
    gap = clause.row.elements[member.last + 1 : slot.at]
    speech = all(e.kind in {"actor", "comma", "text"} or e.role in _SPEECH for e in gap)
    return slot.nucleus if speech else None
