"""Finds the nuclei of a row: each word of events with the verbs about it, before it is asked which event it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.event_types import HELD
from kg.interpret.events.nuclei.calls import calls_on
from kg.interpret.events.nuclei.determiners import determine
from kg.interpret.events.nuclei.goals import comes_to_it, goes_to_event, receives_event
from kg.interpret.events.nuclei.governors import governed_noun, led_noun, represented_at
from kg.interpret.events.nuclei.idle import (
    assembled,
    furthered,
    gerund,
    guest,
    in_title,
    labels,
    modifier,
    qualifies,
    several,
    taken,
    thanked_for,
)
from kg.interpret.events.nuclei.joining import (
    join_attended,
    join_compounds,
    join_discussions,
    join_sittings,
    neighbours,
    share_verbs,
)
from kg.interpret.events.nuclei.journeys import join_journeys, stays_on, travels
from kg.interpret.events.nuclei.nucleus import Nucleus
from kg.interpret.events.nuclei.openings import join_named, join_openings
from kg.interpret.events.nuclei.ordinals import ordinal_of
from kg.interpret.events.nuclei.settling import settle
from kg.interpret.events.nuclei.voice import speaking
from kg.interpret.events.nuclei.wordless import bare, pronoun, sitting
from kg.interpret.events.sentence.quoted import title_end
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.sentence.row import Element, Row

# Frames of verbs that say something of an event that a noun names.
RELATIONAL = frozenset({"hold", "occur", "attend", "chair", "organise", "speak", "heard", "open", "invite"})
# Frames of verbs that tell of an event by themselves, and those of them that tell of a meeting.
_OF_MEETINGS = frozenset({"meet", "call", "called", "receive", "received", "audience", "welcome", "call-on"})
TELLING = _OF_MEETINGS | {"discuss", "present", "accept", "visit", "sign"}
# Elements from a noun that a verb only carries to the verb, and from an event to who says something there.
_SUPPORTED, _CLOSE = 20, 4
# Elements from "by telephone" to the noun or verb of the talks.
_PHONE = 8


def find_nuclei(row: Row) -> list[Nucleus]:
    """All nuclei of a row, in order of their nouns and telling verbs."""
    nuclei = _of_words(row) if row.triggers else {}
    if not nuclei and (alone := pronoun(row, row.roles)) is not None:
        nuclei[alone.at] = alone
    if len(nuclei) > 1:
        if not row.passage.language.head_final:
            _join_purposes(row, nuclei)
        if row.passage.language.analytic:
            _join_ceremonies(row, nuclei)
    for nucleus in nuclei.values():
        settle(nucleus)
        nucleus.novel = nucleus.novel or _further(nucleus)
    return [nuclei[i] for i in sorted(nuclei)]


def _of_words(row: Row) -> dict[int, Nucleus]:
    """The nuclei that words of events give, by index, each with its verbs. Most rows have one, with none to join."""
    nuclei = {i: _nucleus(row, i) for i in row.triggers if _begins(row, i) and not in_title(row, i)}
    join_journeys(row, nuclei)
    goes_to_event(row, nuclei)
    if len(nuclei) > 1:
        join_compounds(row, nuclei)
        join_openings(row, nuclei)
        join_sittings(row, nuclei)
        if row.passage.language.fusional:
            join_attended(row, nuclei)
        receives_event(row, nuclei)
    sat: dict[int, Nucleus] = {}
    for i in row.triggers:
        e = row.elements[i]
        if e.frame not in RELATIONAL or thanked_for(row, i):
            continue
        noun = governed_noun(row, i, nuclei)
        if noun is not None:
            nuclei[noun].tell(i, "visit" if stays_on(nuclei[noun], i) else e.frame)
        elif (alone := sitting(row, i) or bare(row, i, row.roles)) is not None:
            told = sat.setdefault(alone.sits, alone) if alone.sits is not None else alone
            if told is alone:
                nuclei[i] = alone
            else:  # "attended the 4th Joint Commission, which was [held] in Oslo"
                told.tell(i, "occur")
    comes_to_it(row, nuclei)
    if len(nuclei) > 1:
        share_verbs(row, nuclei)
        join_named(row, nuclei)
    _join_leads(row, nuclei)
    if len(nuclei) > 1:
        join_discussions(row, nuclei)
    _said_there(row, nuclei)
    return nuclei


def _further(nucleus: Nucleus) -> bool:
    """Tell an event that somebody held, too: "The delegation also held consultations"."""
    row = nucleus.row
    further = row.passage.language.events.further
    if row.passage.language.fusional:
        end = nucleus.head
        return any(row.norm(row.elements[i]) in further for i in row.telling if i < end)
    said = any(v and row.norm(row.elements[v - 1]) in further for v in nucleus.verbs if row.elements[v].frame == "hold")
    return said and not (nucleus.definite or nucleus.verbal)


def _join_leads(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Make "led" a verb of the event right after it: "the expert led the workshop"."""
    for i in row.triggers if "lead" in row.frames else ():
        led = led_noun(row, i, nuclei)
        led = represented_at(row, i, nuclei) if led is None else led
        if led is not None:
            nuclei[led].tell(i, "lead")


def _join_purposes(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Make one of "met" and what somebody met for or at, "met in Osh for a round table", "gathered at a forum".

    So of "will visit Osh for talks".
    """
    for left, right in neighbours(nuclei):
        met, noun = nuclei[left], nuclei[right]
        gap = row.elements[left + 1 : right]
        aims = {"beneficiary", "in"} if getattr(met.entry, "gathers", False) else {"beneficiary"}
        purpose = next((n for n, e in enumerate(gap) if e.role in aims), None)
        if not met.verbal or noun.verbal or purpose is None or met.type == "call":
            continue
        plain = all(e.kind == "text" or e.role in ARTICLES for e in gap[purpose + 1 :])
        if plain and met.type == "visit" and noun.type == "meeting" and row.passage.language.analytic:
            if not any(e.role in {"with", "between"} for e in row.elements[right + 1 : right + _CLOSE]):
                del nuclei[right]
        elif plain and "meet" in met.frames:
            noun.verbs.insert(0, left)
            noun.frames.insert(0, "meet")
            del nuclei[left]


def _join_ceremonies(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Leave out the ceremony at which credentials are presented: "presented them at a [ceremony] held in"."""
    for left, right in neighbours(nuclei):
        given, noun = nuclei[left], nuclei[right]
        there = row.elements[right - 2].role == "in" and row.elements[right - 1].role == "indefinite"
        if given.verbal and {"present", "accept"} & set(given.frames) and noun.generic and not noun.verbal and there:
            del nuclei[right]


def _said_there(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Make who says something at an event a speaker of it: "На [брифинге] сообщила председатель комиссии"."""
    if row.passage.language.analytic:
        _told_there(row, nuclei)
    if not row.passage.language.fusional:
        return
    for i in row.triggers if "say" in row.frames else ():
        if row.elements[i].frame != "say":
            continue
        for j in range(i - 1, max(0, i - _CLOSE), -1):
            noun = nuclei.get(j)
            if noun is not None and row.elements[j - 1].role == "in" and not (noun.verbal or noun.during or noun.verbs):
                noun.tell(i, "speak")
                break
        _said_at(row, i, nuclei)


def _said_at(row: Row, i: int, nuclei: dict[int, Nucleus]) -> None:
    """The same where the event follows: "Об этом заявил на учебном [семинаре] министр"."""
    who = next((e.actor for e in row.elements[i + 1 : i + 2]), None)
    named = who is not None and who.person  # "сообщил [министр] на брифинге"
    when = i + 1 + named  # "сообщил журналистам в четверг на [брифинге]"
    while when + 1 < len(row.elements) and when - i <= _CLOSE and _when_or_whom(row.elements[when : when + 2]):
        when += 1
    gap = row.elements[when : when + 1 + _CLOSE]
    at = next((when + n for n in range(len(gap)) if when + n in nuclei), None)
    if at is None or gap[0].role != "in" or any(e.kind != "text" for e in row.elements[when + 1 : at]):
        return
    if not (named or any(e.actor and e.actor.person for e in row.elements[at:])):
        return  # "О торговле консул напомнил в беседе"
    noun = nuclei[at]
    gathered = noun.type in HELD  # who recalls something in a talk was not met
    if gathered and not (noun.verbal or noun.during or any(v < at for v in noun.verbs)):
        noun.tell(i, "speak")


def _when_or_whom(elements: Sequence[Element]) -> bool:
    """Tell when or to whom something is told by the first of two elements: a day, its preposition, a plain word."""
    first, second = elements
    return first.kind in {"date", "text"} or (first.role == "in" and second.kind == "date")


def _told_there(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Make who tells an event's audience something a speaker of it: "told a [press conference] in Osh"."""
    for i in row.triggers if "say" in row.frames else ():
        if not getattr(row.elements[i].entry, "audience", False):
            continue
        near = range(i + 1, min(i + _CLOSE, len(row.elements)))
        at = next((j for j in near if row.elements[j].kind != "text" and row.elements[j].role not in ARTICLES), None)
        noun = nuclei.get(at) if at is not None else None
        if noun is not None and not (noun.verbal or noun.during or noun.verbs):
            noun.tell(i, "speak")


def _begins(row: Row, i: int) -> bool:
    """Tell whether the word of events at `i` is a noun of an event or a verb that tells of one."""
    frame = row.elements[i].frame
    if frame == "arrive":
        return travels(row, i) or calls_on(row, i)
    visiting = frame == "visit" and row.passage.language.analytic and guest(row, i)
    told = not (visiting or (frame == "call" and speaking(row, i)))
    if labels(row, i):
        return False
    if not told or assembled(row, i) or qualifies(row, i) or taken(row, i) or several(row, i) or furthered(row, i):
        return False
    return (frame in TELLING and not _support(row, i, frame)) if frame else not (modifier(row, i) or gerund(row, i))


def _nucleus(row: Row, i: int) -> Nucleus:
    e = row.elements[i]
    assert e.trigger is not None  # noqa: S101 - the caller chose a trigger
    assert e.entry is not None  # noqa: S101 - the same
    nucleus = Nucleus(row, i, e.trigger.type, e.entry, plural=e.trigger.plural)
    phone = any(i - _PHONE <= k < i for k in row.at("phone"))
    if row.passage.language.head_final and phone and nucleus.type == "meeting":
        nucleus.type = "call"  # "телефон арқылы мазмұнды әңгіме өрбітті"
    if e.frame and calls_on(row, i):
        nucleus.type = "meeting"
        nucleus.frames.append("call-on")
        return nucleus
    if e.frame:
        goal = row.elements[i - 1].actor if i and e.frame == "arrive" else None
        nucleus.novel = goal is not None and not (goal.person or goal.country) and goal.case == "dat"  # to a house
        nucleus.frames.append(e.frame)
        return nucleus
    nucleus.during = "during" if getattr(e.entry, "frames", False) else ""
    nucleus.generic = bool(getattr(e.entry, "generic", False))
    nucleus.plural = nucleus.plural and not getattr(e.entry, "mass", False)
    after = row.elements[i + 1] if i + 1 < len(row.elements) else None
    of_those = any(i + 2 <= k < i + 5 for k in row.at("participants"))  # "the gathering of all participants"
    of_it = after is not None and after.role == "of" and not of_those
    if nucleus.generic and of_it and row.passage.language.analytic:
        nucleus.generic = False  # "attended the opening ceremony of the consulate"
    if nucleus.generic and row.passage.language.fusional and _of_something(row, i):
        nucleus.generic = False  # "участвовал в церемонии открытия консульства"
    if nucleus.generic and row.passage.language.head_final and _opens_something(row, i):
        nucleus.generic = False
    if nucleus.generic and row.passage.language.fusional and _titled_anew(row, i):
        nucleus.generic, nucleus.novel = False, True
    nucleus.type = "office" if getattr(e.entry, "office", False) else nucleus.type
    determine(nucleus)
    if nucleus.ordinal is None:
        nucleus.ordinal = ordinal_of(row.norm(e))  # "7-кездесуі"
    if row.passage.language.head_final and e.trigger.case == "acc" and not e.trigger.possessed:
        nucleus.definite = True  # a bare accusative is of something known: "отырысты … жүргізді"
    return nucleus


def _titled_anew(row: Row, i: int) -> bool:
    """Tell an event by a title that the text has not told before: "выступил на [мероприятии] «Час земли»"."""
    end = title_end(row, i + 1) if i + 1 < len(row.elements) else None
    title = row.passage.text[row.start(row.elements[i + 1]) : row.end(row.elements[end])] if end else ""
    return bool(title) and title not in row.passage.text[: row.start(row.elements[i])]


def _of_something(row: Row, i: int) -> bool:
    """Tell a ceremony of whose opening the words right behind it tell, and which is no event."""
    e, after = row.elements[i], row.elements[i + 1 : i + 2]
    if e.last - e.first < 2 or not after or after[0].is_trigger("noun"):  # noqa: PLR2004 - "открытие" alone
        return False
    body = after[0].actor is not None and not after[0].actor.person
    return body or (after[0].kind == "text" and russian.genitive(row.norm(after[0])))


def _opens_something(row: Row, i: int) -> bool:
    """Tell a ceremony of the opening of what an institution or a word before it names: "консулдықтың ашылу рәсімі"."""
    e, before = row.elements[i], row.elements[i - 1] if i else None
    if e.last - e.first < 2 or before is None or before.kind not in {"actor", "text"}:  # noqa: PLR2004 - "рәсім" alone
        return False
    return (before.actor is not None and before.actor.case == "gen") or row.passage.language.genitive(row.norm(before))


def _support(row: Row, i: int, frame: str) -> bool:
    """Tell whether a verb only carries a noun before it: "участие в форуме приняли", not "приняли посла"."""
    return frame == "receive" and any(
        e.is_trigger("noun") and e.frame == "attend" for e in row.elements[max(0, i - _SUPPORTED) : i]
    )
