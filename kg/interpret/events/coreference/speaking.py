"""Who took part in an event as they are said to speak at it or to show something there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.event_types import CONVENED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.interpret.cast import Cast
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact, Reported
    from kg.interpret.events.sentence.row import Element, Row

# Those at which institutions show something through their people.
_SHOWN_AT = frozenset({"conference", "training"})

# Elements from "at" to the noun of an event.
_AT = 4


@dataclass(frozen=True, slots=True)
class People:
    """Of a cast: who may stand for whom, the ids of persons named, those of them who only tell the press, and posts."""

    kin: Mapping[str, frozenset[str]]
    named: frozenset[str]
    tellers: frozenset[str]
    posts: Mapping[str, AbstractSet[str]]


def posts_held(cast: Cast) -> dict[str, set[str]]:
    """The posts of each person of whom some are told."""
    held: dict[str, set[str]] = {}
    for role in cast.roles:
        held.setdefault(role.person, set()).add(role.post)
    return held


def but_tellers(fact: Fact, people: People) -> None:
    """Leave out who only tells the press, where nothing but a verb says so: "бұл туралы баспасөз хатшысы баяндады"."""
    if fact.nucleus.generic and fact.nucleus.frames == ["speak"]:
        fact.attend = [i for i in fact.attend if i not in people.tellers]


def _ceremony(event: Draft) -> bool:
    """Tell an event without a type of its own, of which people are told who took part: an opening ceremony."""
    return event.type in {"", "other"} and len(event.attend) > 1


def _outside(item: Item, reported: Reported) -> list[str]:
    """The ids of who says something in their own words, not in those quoted: "During the talks N and I noted …"."""
    row = reported.row
    if not reported.speakers or not row.passage.language.analytic:
        return reported.speakers
    quoted = {
        e.actor.id: _within(item, row.start(e))
        for e in reversed(row.elements)
        if e.actor is not None and e.actor.person
    }
    if not all(quoted.get(s) for s in reported.speakers):
        return reported.speakers
    said = {i + 1 for i in row.triggers if row.elements[i].frame == "say"}
    behind = [m.actor.id for m in reported.members if m.actor.person and m.at in said]
    return [i for i in behind if not quoted[i]][:1]


def _within(item: Item, start: int) -> bool:
    """Tell whether an offset lies in quoted speech."""
    at = bisect_right(item.speech, (start, start)) - 1
    return at >= 0 and start < item.speech[at][1]


def speakers(item: Item, reported: Reported, here: Draft | None, people: People) -> None:
    """Who is quoted in the report of a meeting took part in it, unless they only tell the press.

    Who speaks of an election or a visit need not have been there.
    """
    event = here or next(iter(item.drafts), None)
    if here is None and event is not None and event.type == "visit" and item.current is not None:
        event = item.current  # "A visit … The meeting was opened by N. The guest introduced"
    if event is not None and event.planned and _of_one_held(event, reported):
        held = (d for d in reversed(item.drafts) if d.type in CONVENED and not (d.planned or d.past))
        event = next(held, event)
    if (
        event is None
        or event.planned
        or event.past
        or not (event.type in CONVENED or _ceremony(event))
        or reported.row.passage.sentence.heading
        or _told_press(reported.row)
    ):
        return
    speakers = [s for s in _outside(item, reported) if s in people.named and s not in people.tellers]
    speakers += [i for i in reported.presenters if i in people.named and i not in people.tellers]
    if speakers and any(set(speakers) & set(d.attend) for d in item.drafts if d.type in CONVENED and not d.planned):
        speakers = []
    shown = [i for i in reported.presenters if i not in event.organise and i not in people.tellers]
    if shown and event.type in _SHOWN_AT:
        event.add(shown)
        event.see(reported.row)
    row, language = reported.row, reported.row.passage.language
    said = next((i for i in row.triggers if row.elements[i].frame == "say"), len(row.elements))
    spoken_of = any(
        f in event.facts
        and f.nucleus.verbs
        and f.nucleus.at > said
        and (not language.analytic or "attend" in f.nucleus.frames or _first_told(event, f))
        for f in reported.facts
    )
    if speakers and (language.head_final or not spoken_of):
        event.add(speakers)
        event.see(reported.row)


def _of_one_held(coming: Draft, reported: Reported) -> bool:
    """Tell a Turkic noun that only seems to point to an event to come, told in other words between.

    "Brifing geçirildi. Onda geçiriljek sammit barada aýdyldy. Ministr [duşuşygyň] ähmiýetini nygtady".
    """
    first, facts = coming.facts[0].nucleus, reported.facts
    told = all(f.nucleus.untold and f.nucleus.entry is not first.entry for f in facts)
    return bool(facts) and told and first.row is not reported.row and reported.row.passage.language.head_final


def _first_told(event: Draft, fact: Fact) -> bool:
    """Tell an event that somebody speaks of, before any sentence tells of it: "praised the [forum] held in Oslo"."""
    before = fact.nucleus.row.elements[max(0, fact.nucleus.at - _AT) : fact.nucleus.at]
    return event.facts[0] is fact and not any(e.role in {"in", "during"} for e in before)


def _told_press(row: Row) -> bool:
    """Tell who says something to the press right behind the verb: "Об этом заявил [журналистам] министр".

    Where verbs stand last, it is who reports from a town, tells of what was told before, or told it before: "müdir Anna
    Berg [Wenadan] habar berdi", "[Бұл туралы] министр айтты", "кеше министр [айтқан болатын]".
    """
    press = row.passage.language.events.press
    said = [i for i in row.triggers if row.elements[i].frame == "say"]
    if row.passage.language.head_final:
        if [e.role for e in row.elements[:2]] == ["definite", "topic"] or _told_before(row, said):
            return True
        places = (row.elements[i - 1].place for i in said if i)
        return any(place is not None and place.case == "abl" for place in places)
    return bool(press) and any(
        row.norm(e) in press or _outlet(row, e) for i in said for e in row.elements[i + 1 : i + 3]
    )


def _told_before(row: Row, said: Sequence[int]) -> bool:
    """Tell who had said something before, by the auxiliary of all verbs of saying: "[айтқан болатын]"."""
    auxiliaries = row.passage.language.events.auxiliaries
    return bool(said) and all(auxiliaries.get(row.norm(row.elements[i]).split()[-1]) == "past" for i in said)


def _outlet(row: Row, e: Element) -> bool:
    """Tell an outlet by its kind, or a name behind a Russian verb that is nobody's: "сообщил [БелаПАН] секретарь"."""
    if e.actor is not None:
        return e.actor.kind == "media"
    text = row.tokens[e.first].text
    return e.kind == "text" and text[0].isupper() and row.passage.language.fusional


def he_spoke(row: Row, fact: Fact) -> bool:
    """Tell a gathering at which a pronoun says something: "В ходе конференции он отметил"."""
    nucleus = fact.nucleus
    there = nucleus.during == "during" and nucleus.type in _SHOWN_AT and not (nucleus.verbal or fact.attend)
    spoke = any(a.role == "he" and b.frame == "say" for a, b in pairwise(row.elements))
    return there and spoke and row.passage.language.fusional
