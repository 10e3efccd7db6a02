"""What a group of actors is in an event by its marker and the place where it takes it: at a verb or at the noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.arguments.frames import COMMON, FRAMES, HOLDERS, NOUNS
from kg.interpret.events.nuclei.journeys import stays_on
from kg.interpret.events.nuclei.prospects import invited
from kg.interpret.events.nuclei.voice import is_passive

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Clause, Slot
    from kg.interpret.events.sentence.groups import Member

# Frames whose passive makes its subject the one met, received or invited.
_PASSIVE = frozenset({"receive", "meet", "welcome", "invite"})


def role_at(slot: Slot, marker: str) -> str | None:
    """The role of a marker at a slot: beside a verb, or beside the noun."""
    nucleus = slot.nucleus
    frames = [nucleus.row.elements[slot.verb].frame] if slot.verb is not None else []
    if slot.verb is not None and stays_on(nucleus, slot.verb):
        frames = ["visit"]
    if slot.verb is None and nucleus.verbal:
        frames = nucleus.frames
    if frames == ["attend"] and slot.verb is not None and invited(nucleus):
        return None  # "invited her to take part in the forum"
    for frame in frames:
        found = FRAMES[frame].get(marker)
        if found:
            return HOLDERS.get(nucleus.type, "organise") if found == "hold" else found
    if not nucleus.verbal and (found := NOUNS.get(nucleus.type, {}).get(marker)):
        return found
    return COMMON.get(marker) if nucleus.type != "election" else None


def given_by(slot: Slot, member: Member) -> str | None:
    """The role of a person who gives what a noun tells of: "[брифинг] министра Ивана Орлова"."""
    given = slot.noun and getattr(slot.nucleus.entry, "given", False)
    return "attend" if given and member.actor.person and not member.through else None


def subject_role(clause: Clause, slot: Slot) -> str | None:
    """What the subject of a verb is in the event: in the passive what else its object is."""
    if not is_passive(clause.row, slot.at):
        return role_at(slot, "subject")
    return role_at(slot, "object") if clause.row.elements[slot.at].frame in _PASSIVE else None


def sets_out(clause: Clause, member: Member, slot: Slot) -> str | None:
    """The role of who begins a visit: "The [minister] begins a visit to Finland"."""
    visit = slot.verb is not None and clause.row.elements[slot.at].frame == "occur" and slot.nucleus.type == "visit"
    return "attend" if visit and member.actor.person and slot.at < slot.nucleus.at else None
