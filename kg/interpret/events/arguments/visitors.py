"""Who takes part though no argument of an English event names them: visitors, and the two sides in its name."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.arguments.understood import opened
from kg.interpret.events.event_types import GATHERED, MET
from kg.interpret.events.sentence.groups import last_run
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.sentence.groups import Member

# Elements between the two sides of an English event and its noun, and the roles of words there.
_FIELD = 6
_WITHIN = frozenset({"relation", "and", "ordinal", "series"})


def add_unnamed(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Add those who take part in the events of an English row without being named as such.

    Who holds a meeting of others is its host.
    """
    _hosted(facts, found)
    _set_out(facts, found)
    _ended_with(facts)
    _bound_for(facts)
    _went_on(facts, found)
    _of_pairs(facts)


def _hosted(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Make a host of the body that holds a meeting of others: "[The Ministry] hosted a meeting between N and M"."""
    others = {m.actor.id for m in found if m.marker == "between"}
    holding = [m.actor.id for m in found if m.marker == "subject" and not (m.actor.person or m.actor.id in others)]
    for fact in facts:
        met = fact.nucleus.type == "meeting" and {"between", "subject"} <= fact.markers
        if met and "hold" in fact.nucleus.frames:
            fact.organise += [i for i in fact.attend if i in holding]
            fact.attend = [i for i in fact.attend if i not in holding]


def _set_out(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Let who acts behind an English participle of going somewhere be the visitor: "[Visiting] Osh, N met M"."""
    for fact in facts:
        nucleus = fact.nucleus
        going = nucleus.type == "visit" and nucleus.verbal and nucleus.element.is_trigger("participle")
        if going and nucleus.at <= 1 and not fact.attend and (fact.places or fact.states):
            fact.attend += opened(fact, found)


def _went_on(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Let who is the subject before an English participle between commas act behind it: "[N], visiting Osh, met M"."""
    for aside, fact in pairwise(facts):
        elements, at = fact.nucleus.row.elements, aside.nucleus.at
        doing = (
            aside.nucleus.verbal and aside.nucleus.element.is_trigger("participle") and elements[at - 1].kind == "comma"
        )
        finite = fact.nucleus.verbal and fact.nucleus.element.is_trigger("verb") and "subject" not in fact.markers
        if doing and finite and elements[fact.nucleus.at - 1].kind == "comma":
            before = [m for m in found if m.at < at and m.marker == "subject"]
            acting = last_run(elements, before) if before and before[-1].last == at - 2 else []
            fact.add_first(m.actor.id for m in acting)


def _bound_for(facts: Sequence[Fact]) -> None:
    """Let visitors who are to come for an event take part in it then: "is to come to Osh [for] the session"."""
    for visit, fact in pairwise(facts):
        elements, at = fact.nucleus.row.elements, fact.nucleus.at - 1
        while at > 0 and (elements[at].kind == "text" or elements[at].role in ARTICLES | {"ordinal"}):
            at -= 1
        coming = visit.nucleus.type == "visit" and visit.nucleus.verbal and visit.nucleus.planned
        if coming and fact.nucleus.untold and elements[at].role == "beneficiary" and at > visit.nucleus.at:
            fact.nucleus.planned = True
            fact.add_first(visit.attend)


def _ended_with(facts: Sequence[Fact]) -> None:
    """Let visitors take part in the meeting that their visit ended with: "N's visit [ended with] a meeting with M"."""
    for visit, fact in pairwise(facts):
        met = fact.nucleus.type in MET and not fact.nucleus.predicates
        ends = visit.nucleus.type == "visit" and visit.nucleus.frames[-1:] == ["occur"]
        gap = fact.nucleus.row.elements[visit.nucleus.last_verb + 1 : fact.nucleus.at] if met and ends else []
        if gap and gap[0].role == "with" and all(e.kind == "text" or e.role in ARTICLES for e in gap[1:]):
            fact.add_first(visit.attend)


def _of_pairs(facts: Iterable[Fact]) -> None:
    """Let the sides of an English event with both in its name take part: "the [EU]-[Georgia] Human Rights Dialogue"."""
    for fact in facts:
        nucleus, elements = fact.nucleus, fact.nucleus.row.elements
        at = nucleus.at if nucleus.sits is None else nucleus.sits
        if nucleus.verbal or nucleus.type not in GATHERED | {"dialogue", "meeting"}:
            continue
        k = at - 1
        while k > 0 and at - k <= _FIELD and (elements[k].kind == "text" or elements[k].role in _WITHIN):
            k -= 1
        last = elements[k].actor if k >= 0 else None
        if last is None or last.person:
            continue
        first = elements[k - 2].actor if k > 1 and elements[k - 1].kind == "mark" else None
        pair = [first.id, last.id] if first is not None and not first.person else [last.id, last.beside]
        for ident in pair if all(pair) else ():
            fact.add("attend", ident)
