"""Delegations spoken of in sentences before: whose they are, who heads them, who is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.arguments.belonging import standing
from kg.interpret.russian import future

if TYPE_CHECKING:
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact, Reported
    from kg.interpret.events.sentence.row import Row

# Frames of verbs whose subject may be a delegation.
_DELEGATED = frozenset({"meet", "visit", "attend", "hold", "receive", "arrive"})
# Frames of verbs whose subject may be "the guests", whose object may be "the delegation".
_GUESTS = frozenset({"attend", "visit", "meet", "arrive", "receive"})
# Elements from "will" to "led by".
_WILL = 2


def same_delegation(item: Item, reported: Reported, fact: Fact) -> None:
    """Take the delegation spoken of before, where the row names none: "The delegation visited the university"."""
    nucleus = fact.nucleus
    if not item.delegation or nucleus.during or not _DELEGATED & set(nucleus.frames):
        return
    if "invite" in nucleus.frames and reported.row.passage.language.head_final:
        return  # who invites to a forum is not said to go there
    own = {m.actor.id for m in reported.members if m.through == "delegation"}
    if own:
        known = own <= set(item.delegation) and own & set(fact.attend)  # "the OSCE delegation", whose people were told
        fact.attend += [i for i in item.delegation if known and i not in fact.attend]
        return
    if "subject" in fact.markers:
        return
    before = reported.row.elements[: nucleus.head]
    guests = any(e.role == "participants" for e in before) and _GUESTS & set(nucleus.frames)
    it = reported.row.passage.language.analytic and any(e.role == "it" for e in before) and not nucleus.generic
    if guests or it or any(e.role == "delegation" for e in before):
        fact.attend = [*item.delegation, *(i for i in fact.attend if i not in item.delegation)]
        fact.unnamed = True


def note_delegation(item: Item, reported: Reported) -> None:
    """Note whose delegation is spoken of, and who heads it, for the sentences after."""
    owners = [m.actor.id for m in reported.members if m.through == "delegation"]
    led = [i for head in reported.heads for i in (head[1], head[0]) if i]
    same = led and not owners and not any(owner for _, owner in reported.heads)  # "The mission is led by N"
    people = bool(item.delegation) and all(i[0] == "p" for i in item.delegation)  # whose delegation it is comes later
    same = same or (bool(owners) and set(owners) <= set(item.delegation))  # "the OSCE delegation" once more
    if people and len(owners) == 1 and owners[0][0] == "o" and not led and reported.row.passage.language.analytic:
        item.delegation.insert(0, owners[0])
        same = True
    if owners or led:
        item.delegation = list(dict.fromkeys([*(item.delegation if same else owners), *led]))
    words = [e for e in reported.row.elements if e.role in {"delegation", "side"}]
    several = len(words) > 1 or any(standing(word) for word in words)
    several = several if reported.row.passage.language.analytic else reported.row.passage.language.fusional
    if several and len(reported.heads) > 1:
        item.delegation = []  # "A's delegation was headed by N, B's by M": which one is it that "the delegation" is?
    if item.delegation and reported.composition:
        item.delegation += [i for i in reported.composition if i not in item.delegation]


def delegated(item: Item, reported: Reported) -> Draft | None:
    """The event told last that a delegation came to, whose members are listed: "В состав делегации вошли …".

    Of somebody "accompanied by" others the journey, else the event told last, if he was at it, else his first.
    """
    first = next((m for m in reported.members if m.actor.person), None)
    who = first.actor.id if first is not None and first.marker == "subject" else None
    who = item.person if reported.row.elements[0].role == "he" else who  # "He was accompanied by"
    if who is not None and who not in reported.composition:
        own = sorted((d for d in item.drafts if who in d.attend), key=lambda d: d.type != "visit")
        if own:
            last = item.current if own[0].type != "visit" and reported.row.passage.language.analytic else None
            return last if last is not None and who in last.attend else own[0]
    journey = item.drafts[0] if item.drafts and reported.row.passage.language.fusional else None
    if journey is not None and journey.type == "visit":
        return journey  # of which what was told since is a part
    return next((d for d in reversed(item.drafts) if d.delegation or d.delegations), item.current)


def _to_come(row: Row) -> bool:
    """Tell a delegation that is yet to come: "The mission [will be] led by N", "В состав миссии [войдут] …"."""
    language = row.passage.language
    if language.fusional:
        return any(map(future, row.passage.sentence.words))
    if row.tells("lead", "future"):
        return True
    if not language.analytic:
        return False
    planned = language.events.by_role.get("planned", ())
    told = [i for i, e in enumerate(row.elements) if e.frame == "lead" or e.role in {"lead", "into"}]
    near = [e for i in told for e in row.elements[max(0, i - _WILL) : i + 1]]
    return any(e.role == "planned" or row.tokens[e.first].norm in planned for e in near)  # "[will] include", too


def delegations(item: Item, reported: Reported, draft: Draft) -> None:
    """Let heads and members of a delegation that the row lists take part in the event spoken of.

    "The delegation is headed by N" is of the delegation spoken of before.
    """
    if not (reported.heads or reported.composition):
        return
    if not draft.planned and _to_come(reported.row):
        return
    bodies = [i for i in item.delegation if i[0] == "o"]
    headed = {owner for _, owner in draft.delegations}
    same = len(bodies) == 1 and bodies[0] not in headed and "delegation" in reported.row.roles
    same = same and not any(owner for _, owner in reported.heads)
    for person, told in reported.heads:
        owner = told or (bodies[0] if same else None)
        if (person, owner) not in draft.delegations:
            draft.delegations.append((person, owner))
        draft.add([person, *([owner] if owner else [])])
    draft.add(reported.composition)
    draft.see(reported.row)
