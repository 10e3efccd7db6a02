"""What an institution beside a noun of events makes of it: its session, its workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.sentence.groups import Member

# Elements from a body to what it owns.
_OWNED = 12
# Elements from "a" to the noun: "a five-day UNDP workshop".
_ARTICLE = 5


def sat(fact: Fact, found: Sequence[Member]) -> None:
    """Settle the type of what an institution owns: "Mejlisiň on birinji maslahaty" is a session."""
    counted = fact.nucleus.ordinal is not None or fact.nucleus.regular or fact.nucleus.next
    if fact.body and counted and fact.nucleus.type == "meeting" and not fact.nucleus.verbal:
        fact.nucleus.type = "session"  # "the first meeting of the Working Group"
    types: dict[str, str] = getattr(fact.nucleus.entry, "of", {})
    for member in found if types else ():
        owned = member.marker == "of" and not member.through and 0 < fact.nucleus.at - member.last <= _OWNED
        gap = fact.nucleus.row.elements[member.last + 1 : fact.nucleus.at]
        owned = owned and not any(e.is_trigger("noun") for e in gap)
        if owned and (kind := types.get(member.actor.kind)):
            fact.nucleus.type = kind
            fact.add("attend", member.actor.id)
            fact.markers.add("of")


def sits(fact: Fact, found: Sequence[Member]) -> None:
    """Make a session of the meeting of one body that sits: "a meeting of the Cabinet of Ministers"."""
    nucleus = fact.nucleus
    if _own_sitting(fact, found):
        nucleus.type = "session"
    if (
        not fact.body
        or nucleus.type != "meeting"
        or nucleus.verbal
        or nucleus.plural
        or fact.markers & {"with", "between"}
    ):
        return
    owners = [m for m in found if m.actor.id in fact.attend and m.marker == "of" and not m.actor.person]
    if len(owners) == 1 and _sitting(fact, owners[0]):
        nucleus.type = "session"


def _sitting(fact: Fact, member: Member) -> bool:
    """Tell a member that is a body which sits: a council, a commission."""
    row = fact.nucleus.row
    return row.sits(row.elements[member.at])


def _own_sitting(fact: Fact, found: Sequence[Member]) -> bool:
    """Tell one in the series of a body that holds it: "The Council between A and B [held] its 14th meeting"."""
    nucleus = fact.nucleus
    held = nucleus.type == "meeting" and nucleus.frames == ["hold"] and not (nucleus.verbal or nucleus.plural)
    counted = nucleus.ordinal is not None or nucleus.regular
    if not (held and counted and nucleus.row.passage.language.analytic) or "with" in fact.markers:
        return False
    acting = [m for m in found if m.actor.id in fact.attend and m.marker == "subject" and not m.actor.person]
    return bool(acting) and _sitting(fact, acting[0])


def runs(fact: Fact) -> None:
    """Let an institution named right before a training or conference organise it: "a five-day UNDP workshop"."""
    nucleus, elements = fact.nucleus, fact.nucleus.row.elements
    if not nucleus.row.passage.language.analytic or nucleus.type not in {"training", "conference"} or not nucleus.at:
        return
    actor = elements[nucleus.at - 1].actor
    new = any(e.role == "indefinite" for e in elements[max(0, nucleus.at - _ARTICLE) : nucleus.at - 1])
    if new and actor is not None and not (actor.person or actor.country or nucleus.verbal):
        fact.add("organise", actor.id)
