"""What a noun of events tells of which one it is: "the summit of the Council", "the [session]" of a dialogue."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kg.interpret.events.event_types import MET
from kg.interpret.events.sentence.groups import PEOPLE
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.sentence.row import Element, Row

# Elements behind "of" among which the noun of who met stands: "the meeting of the two foreign ministers".
_NEAR = 6


def of_something_else(draft: Draft, fact: Fact) -> bool:
    """Tell a noun whose complement says of what it is, where so far verbs alone tell who met whom.

    "The president received N. The parties spoke of the first [meeting] of the commission": another meeting. And where
    heads stand last, a tour of several states, of which so far one is told: "Чилиге келді. Чили мен Перуге сапары".
    """
    nucleus = fact.nucleus
    if nucleus.row.passage.language.head_final and draft.type == nucleus.type == "visit" and not nucleus.verbal:
        return len(set(fact.states)) > 1 and not any(len(set(f.states)) > 1 for f in draft.facts)
    noun = nucleus.row.passage.language.analytic and not (nucleus.verbal or fact.heading or nucleus.during)
    met = draft.type in MET and len(draft.attend) > 1 and all(f.nucleus.verbal for f in draft.facts)
    return bool(noun) and met and _complemented(nucleus.row, nucleus.at, {*draft.attend})


def of_any_kind(draft: Draft, fact: Fact) -> bool:
    """Tell what a headline calls by a noun for any event: "Жиын өтті. … [салтанатты іс-шара] өтті"."""
    return fact.nucleus.type == "other" and all(f.heading and f.nucleus.generic for f in draft.facts)


def sitting(draft: Draft, fact: Fact) -> bool:
    """Tell the sitting of a dialogue, called so again: "the second session of the dialogue. The session was"."""
    points = draft.type == "dialogue" and fact.nucleus.definite and not fact.nucleus.verbal
    return points and any(f.nucleus.sits is not None and f.nucleus.entry is fact.nucleus.entry for f in draft.facts)


def _complemented(row: Row, at: int, attend: set[str]) -> bool:
    """Tell "of" behind a noun and something that is nobody of those who met."""
    after = row.elements[at + 1 : at + 2 + _NEAR]
    of = row.norm(row.elements[at]).endswith(" of")  # "the signing of", one phrase
    if not of and (not after or after[0].role != "of"):
        return False
    behind = after if of else after[1:]
    whose = list(takewhile(lambda e: e.kind == "text" or e.actor is not None or e.role in ARTICLES | PEOPLE, behind))
    return bool(whose) and not any(_who(row, e, attend) for e in whose)


def _who(row: Row, e: Element, attend: set[str]) -> bool:
    """Tell people who meet, by a name of those who did or a noun for people."""
    if e.actor is not None:
        return e.actor.person or e.actor.id in attend
    return e.role in PEOPLE or e.role == "participants" or row.passage.language.post_heads.find(row.norm(e)) is not None
