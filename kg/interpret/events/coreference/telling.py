"""Which event a fact tells of: an ordered list of rules; each answers or stays silent, the first answer wins."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.coreference.again import again, hypothetical, refers_back, told_on
from kg.interpret.events.coreference.apart import in_passing
from kg.interpret.events.coreference.conflicts import conflict
from kg.interpret.events.coreference.gatherings import (
    arranged_by,
    elsewhere,
    opened,
    other_hosts,
    presented,
    presided,
    same_body,
    took_part,
)
from kg.interpret.events.coreference.particulars import for_whom, met_nobody, particular
from kg.interpret.events.coreference.status import habitual
from kg.interpret.events.coreference.twice import dated, headline, lead, of_states, same, there_again
from kg.interpret.events.event_types import GATHERINGS, MET

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.interpret.events.coreference.draft import Draft, Told
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact

# Elements from "with which" to "received".
_WHICH = 5


def tell(item: Item, fact: Fact) -> tuple[str, Told]:
    """The name and the answer of the first rule that has one; "none" where no rule does."""
    for name, rule in RULES:
        answer = rule(item, fact)
        if answer is not None:
            return name, answer
    return "no-particulars", "none"


def _denied(_item: Item, fact: Fact) -> Told:
    """It did not take place, or does from time to time: "mejlis ýatyryldy", "the Commission meets in Oslo"."""
    return "none" if fact.nucleus.negated or habitual(fact) or _received_so(fact) else None


def _received_so(fact: Fact) -> bool:
    """Tell how an English text says that somebody was received: "the welcome with which she was [received] there"."""
    nucleus = fact.nucleus
    if not nucleus.verbal or nucleus.frames != ["receive"]:
        return False
    near = nucleus.row.elements[max(0, nucleus.at - _WHICH) : nucleus.at]
    return ("with", "stop") in [(a.role, b.role) for a, b in pairwise(near)]


def quoted(item: Item, fact: Fact) -> Told:
    """Spoken of in direct speech or in a title, with no date or participant: "every visit brings us closer"."""
    row = fact.nucleus.row
    start = row.start(fact.nucleus.element)
    at = bisect_right(item.speech, (start, len(row.passage.text))) - 1
    own = fact.nucleus.planned and fact.places and not fact.nucleus.verbs  # "Ошта жоспарланып отырған форум"
    if fact.dates or own or getattr(fact.nucleus.entry, "frames", False) or at < 0 or start >= item.speech[at][1]:
        return None
    first, end = item.speech[at]
    named = any(e.actor and e.actor.id in fact.attend and first <= row.start(e) < end for e in row.elements)
    frame = row.passage.language.analytic and not fact.nucleus.verbal and (fact.nucleus.during or for_whom(fact))
    return None if named and not frame else "none"


def _no_counterpart(item: Item, fact: Fact) -> Told:
    """No meeting without somebody met: "kabul etdi" of a decision, "discussed" of a topic."""
    if "receive" in fact.nucleus.frames and fact.attend and any(d.type == "visit" and d.attend for d in item.framing):
        return None  # "Сапар барысында хатшыны президент қабылдайды"
    return "none" if fact.nucleus.verbal and met_nobody(fact) else None


def _unpeopled(item: Item, fact: Fact) -> Told:
    """A meeting told with nobody, then with who met: "A meeting was held in Osh. The minister received the envoy".

    Where verbs stand last, a gathering told so, too, then who discussed something.
    """
    draft = item.current
    if draft is None or not (fact.nucleus.verbal and fact.attend) or draft.titled:
        return None
    met = draft.type in MET and not other_hosts(draft, fact, item.kin)
    found = (met or _talked_at(draft, fact)) and conflict(draft, fact, item.kin, lenient=True) is None
    return draft if found else None


def _talked_at(draft: Draft, fact: Fact) -> bool:
    """Tell who discussed something right behind a gathering that is told without any person."""
    talked = fact.nucleus.frames == ["discuss"] and fact.nucleus.row.passage.language.head_final
    own = fact.dates or fact.places or "with" in fact.markers
    return talked and draft.type in GATHERINGS and not (own or draft.planned)


def _greeted(item: Item, fact: Fact) -> Told:
    """Who is greeted at an event that is told: "Opening the forum and greeting the guest, the minister"."""
    draft = item.current
    if "welcome" not in fact.nucleus.frames or fact.dates or draft is None or draft.planned or draft.titled:
        return None
    return draft if draft.type in GATHERINGS and conflict(draft, fact, item.kin, lenient=True) is None else None


def _passing(_item: Item, fact: Fact) -> Told:
    """Another event than those told, at which somebody did what is spoken of."""
    return ("new" if particular(fact) else "none") if in_passing(fact) else None


def _new(_item: Item, fact: Fact) -> Told:
    """An event with a particular of its own."""
    return "new" if particular(fact) else None


# The order of the rules. `kg explain` shows the name of the rule by which an event began.
RULES: tuple[tuple[str, Callable[[Item, Fact], Told]], ...] = (
    ("denied", _denied),
    ("quoted", quoted),
    ("in-passing", _passing),
    ("participants", took_part),
    ("no-counterpart", _no_counterpart),
    ("refers-back", refers_back),
    ("hypothetical", hypothetical),
    ("body-elsewhere", elsewhere),
    ("its-opening", opened),
    ("of-states", of_states),
    ("told-again", again),
    ("headline", headline),
    ("lead", lead),
    ("same-particulars", same),
    ("same-body", same_body),
    ("presided-over", presided),
    ("unpeopled", _unpeopled),
    ("greeted", _greeted),
    ("presented", presented),
    ("told-with-its-day", dated),
    ("arranged-by", arranged_by),
    ("told-of-its-town", there_again),
    ("new-particulars", _new),
    ("told-on", told_on),
)
