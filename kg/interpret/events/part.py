"""What part a group of actors has in the event it belongs to: who takes part, chairs, organises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.voice import is_passive, is_reduced
from kg.interpret.events.sentence.groups import PEOPLE

if TYPE_CHECKING:
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.groups import Member

# Roles of words before those who meet, whom somebody may lead.
_COMPANY = frozenset({"with", "between", "from"})
# Elements from an event to who leads it.
_NEAR = 8


def note(fact: Fact, member: Member, role: str) -> None:
    """Note a group under the role that its marker gives it, or under the one that the event makes of it."""
    role = _part(fact, member, role)
    if role == "organise" and fact.nucleus.verbal and fact.nucleus.type == "visit":
        return  # "Хатшылықтың ұйымдастыруымен өтетін кеңеске [барды]"
    if role == "organise" and member.marker == "subject" and member.through == "people":
        fact.add("attend", member.actor.id)  # "представители миссии провели брифинг"
    fact.add(role, member.actor.id)
    fact.markers.add(member.marker)
    if member.through == "people":
        fact.represented.add(member.actor.id)
    if member.marker == "of" and not (member.actor.person or member.actor.country or member.through):
        fact.body = True
    if member.through == "delegation":
        fact.delegation.append(member.actor.id)


def _part(fact: Fact, member: Member, role: str) -> str:
    """The role of a group in an event of this type."""
    holds = member.marker == "subject" and not member.through and _held(fact.nucleus)
    if holds and member.actor.person and _leads(fact.nucleus):
        role = "chair"
    office = fact.nucleus.type == "office" and fact.nucleus.row.passage.language.analytic
    if role == "chair" and office and member.at > fact.nucleus.at and not (member.actor.country or member.actor.person):
        role = "attend"  # "Malta's chairmanship of [the Organization]"
    if role == "attend" and member.marker == "with" and _presides(fact.nucleus, member):
        role = "chair"
    if role == "attend" and member.marker == "lead" and _led(fact.nucleus, member):
        role = "lead"
    if role == "lead":
        final = fact.nucleus.row.passage.language.head_final
        chairs = member.actor.person and not member.through
        chairs = chairs and (final or fact.nucleus.type in {"meeting", "session"})
        chairs = chairs and not _represents(fact.nucleus)
        role = "chair" if chairs else "attend"
    if role == "attend" and _hosts(fact.nucleus, member):
        role = "organise"
    gives = member.marker == "giver" or fact.nucleus.type in {"training", ""}
    if role == "organise" and member.actor.person and gives:
        role = "attend"  # who gives lessons is there
    if role == "organise" and (holds or member.marker == "jointly") and member.actor.person:
        role = "attend"  # "министр елшімен бірлескен брифинг өткізді": who holds it in person takes part
    return role


def _leads(nucleus: Nucleus) -> bool:
    """Tell what its holder chairs: a sitting ("заседание провёл министр"), a conference "maslahaty ilçi alyp bardy"."""
    entries = (nucleus.row.elements[v].entry for v in nucleus.verbs if v > nucleus.at)
    led = nucleus.type == "conference" and any(getattr(entry, "leads", False) for entry in entries)
    return nucleus.type == "session" or led


def _presides(nucleus: Nucleus, member: Member) -> bool:
    """Tell who is said to preside: "with the minister [presiding]", "with the minister [in the chair]"."""
    row = nucleus.row
    after = row.elements[member.last + 1 : member.last + 4]
    if not row.passage.language.analytic or not member.actor.person or not after:
        return False
    seat = row.norm(after[-1]) in row.passage.language.events.presiding
    return after[0].frame == "chair" or (seat and [e.role for e in after[:-1]] == ["in", "definite"])


def _led(nucleus: Nucleus, member: Member) -> bool:
    """Tell who leads an event from who leads people: "the meeting, which was [led by] the minister"."""
    gap = nucleus.row.elements[nucleus.at + 1 : member.at]
    others = any(e.role in PEOPLE | _COMPANY or (e.actor is not None and e.actor.person) for e in gap)
    told = nucleus.verbal or others or getattr(nucleus.entry, "mass", False)  # nobody presides over talks
    return nucleus.row.passage.language.analytic and not told and 0 < len(gap) <= _NEAR


def _hosts(nucleus: Nucleus, member: Member) -> bool:
    """Tell a body that gives a reception, or at whose house another body sits: "hosted the session of the Council"."""
    language = nucleus.row.passage.language
    body = member.marker == "subject" and not (member.actor.person or member.through or member.actor.country)
    if not (body and language.analytic):
        return False
    told = [nucleus.row.elements[v] for v in nucleus.verbs if v > member.at and nucleus.at > v]
    held = any(e.frame == "hold" for e in told)
    hosted = any(getattr(e.entry, "hosts", False) for e in told)
    return (held and bool(getattr(nucleus.entry, "apart", False))) or (hosted and nucleus.type == "session")


def _represents(nucleus: Nucleus) -> bool:
    """Tell who leads others to an event from who leads it: "led the delegation to the talks"."""
    row = nucleus.row
    led = [v for v in nucleus.verbs if row.elements[v].frame == "lead"]
    gaps = (row.elements[v + 1 : nucleus.at] for v in led if not row.passage.language.head_final)
    return any(e.actor is not None or e.role == "delegation" for gap in gaps for e in gap)


def _held(nucleus: Nucleus) -> bool:
    """Tell whether somebody holds the event: "held the session", not "attended the session held in Oslo"."""
    row = nucleus.row
    held = [v for v in nucleus.verbs if row.elements[v].frame == "hold"]
    if not row.passage.language.analytic:
        return bool(held)
    return any(not (is_passive(row, v) or is_reduced(row, v)) for v in held)
