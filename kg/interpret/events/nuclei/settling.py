"""Whether a nucleus is said to happen, to be planned, denied or only wished for: by its verbs and the words beside."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.nuclei import chains, prospects, purposes
from kg.interpret.events.nuclei.errands import going_at
from kg.interpret.events.nuclei.foreseen import called_off, foreseen, holds_plans, meant, put_off
from kg.interpret.events.nuclei.journeys import within
from kg.interpret.events.nuclei.programmes import scheduled
from kg.interpret.events.sentence.attributes import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element, Row

# Elements in which words next to a nucleus change whether it is said to happen.
_CLOSE, _WIDE, _FAR, _BACK = 4, 8, 16, 3
# Elements from "to" to an infinitive that is joined to another.
_JOINED = 12
# Frames of verbs by which an event takes place, and by which somebody is there.
_HELD, _COMING = frozenset({"hold", "occur"}), purposes.GOING | {"attend"}


def settle(nucleus: Nucleus) -> None:
    """Settle plan, denial and hypothesis from the verbs and the words next to them."""
    row = nucleus.row
    missed = _but_absence(nucleus)
    triggers = [t for v in (*nucleus.verbs, nucleus.at) if (t := row.elements[v].trigger) is not None]
    roles = _roles(nucleus)
    if chains.planned(row, min(nucleus.predicates or [nucleus.at])):
        roles |= {"planned"}
    if not nucleus.verbs and not nucleus.verbal:  # "the meeting planned for 5 May was cancelled"
        roles |= {e.role for e in _around(nucleus, _WIDE)} & {"negated"}
    # "… өткені туралы ақпаратты жоққа шығарды"
    denied = "denied" in row.roles and any(e.role == "denied" for e in _around(nucleus, _FAR))
    denied = denied or _put_off(nucleus) or called_off(nucleus) or _put_off_too(nucleus) or _denied_before(nucleus)
    denied = denied or (put_off(nucleus) and not (nucleus.verbs or nucleus.verbal))
    nucleus.negated = denied or "negated" in roles or any(t.negated for t in triggers)
    last = row.elements[nucleus.last_verb].trigger
    unreal = last is not None and last.form == "infinitive" and "planned" not in roles and _infinitive(nucleus)
    gerund = row.elements[nucleus.last_verb].is_trigger("participle", "present")
    if gerund and ("hypothetical" in roles or _proposed_too(nucleus)):
        unreal = True  # "the importance of holding seminars"
    goes = row.elements[at].trigger if (at := going_at(nucleus)) is not None else None
    nucleus.aside = (goes is not None and goes.form == "participle") or prospects.come_for(nucleus) or _who(nucleus)
    ahead = prospects.ahead(nucleus) or prospects.announced(nucleus) or prospects.invited(nucleus)
    ahead = ahead or prospects.to_take_place(nucleus) or purposes.departs(nucleus)
    nucleus.attained = purposes.visited_for(nucleus)
    there = ahead or within(row, nucleus.head) or nucleus.attained
    unreal = unreal and not ((goes is not None and goes.tense) or there)
    unreal = unreal and not _will_be(nucleus)
    before = goes is not None and goes.text.split()[0].lower().endswith(row.passage.language.events.participles)
    nucleus.bound = goes is not None and not (before and goes.tense == "past")  # "форумға қатысу үшін [келген]"
    nucleus.bound = nucleus.bound and not {"past", "present"} & set(nucleus.tenses)
    nucleus.bound = nucleus.bound or prospects.set_out(nucleus)
    did = nucleus.verbal and row.elements[nucleus.last_verb].is_trigger("verb", "past")
    did = did and (row.passage.language.head_final or nucleus.frames == ["discuss"])  # "обсудили [возможности]"
    beside = {e.role for e in row.elements[max(0, nucleus.at - _BACK) : nucleus.at]}
    did = did and "hypothetical" not in beside
    prepared = prospects.prepared(nucleus)
    supposed = "hypothetical" in roles and not (nucleus.verbs or did) and not prospects.intended(nucleus)
    unreal = (unreal or supposed) and not (prepared and row.passage.language.head_final)
    unreal = unreal or prospects.proposed(nucleus) or meant(nucleus)
    reported = ("reported" in roles or _joined_report(nucleus)) and not nucleus.during
    said = reported and prospects.said(nucleus)
    nucleus.planned = (
        _to_come(nucleus)
        or missed
        or "planned" in roles
        or ahead
        or (nucleus.next and "past" not in nucleus.tenses)
        or foreseen(nucleus)
        or holds_plans(nucleus)
        or prepared
        or prospects.among_coming(nucleus)
        or prospects.intended(nucleus)
        or prospects.awaited(nucleus)
        or prospects.goes_on_to(nucleus)
        or prospects.to_attend(nucleus)
        or scheduled(nucleus) == "future"
        or (nucleus.during == "before" and "past" not in nucleus.tenses)
    ) and not prospects.under_way(nucleus, roles)
    nucleus.planned = nucleus.planned or said or (goes is not None and goes.tense == "future")
    nucleus.hypothetical = not said and (unreal or _on_condition(nucleus) or (reported and not nucleus.past))
    own = max((v + 1 for v in nucleus.verbs if v < nucleus.at), default=0)  # "Фонд развития провёл [форум]"
    if not nucleus.verbal and any(e.role == "aspect" for e in row.elements[max(own, nucleus.at - _BACK) : nucleus.at]):
        nucleus.hypothetical = True
    if "habitual" in roles and "future" not in nucleus.tenses and (nucleus.plural or _mass(nucleus)):
        nucleus.hypothetical = True  # "such seminars are held every year"
    if (
        nucleus.untold
        and not nucleus.definite
        and nucleus.row.passage.language.analytic
        and "habitual" in nucleus.row.roles
    ):
        nucleus.hypothetical = True  # "consultations and business forums take place regularly"


def _but_absence(nucleus: Nucleus) -> bool:
    """Leave out the verbs by which somebody stays away from what takes place; tell whether somebody will.

    "Ministriň 5-nji maýda geçirilýän foruma [gelmejekdigini] aýtdy".
    """
    elements = nucleus.row.elements
    away = [v for v in nucleus.verbs if elements[v].frame in _COMING and _negated(elements[v])]
    if not away or all(elements[v].frame not in _HELD for v in nucleus.verbs):
        return False
    nucleus.verbs = [v for v in nucleus.verbs if v not in away]
    nucleus.frames = [frame for frame in nucleus.frames if frame not in _COMING]
    return any(t.tense == "future" for v in away if (t := elements[v].trigger) is not None)


def _negated(e: Element) -> bool:
    return e.trigger is not None and e.trigger.negated


def _roles(nucleus: Nucleus) -> set[str]:
    """Roles of the words close to a nucleus, without plans that are made of something else."""
    row, language = nucleus.row, nucleus.row.passage.language
    roles = {e.role for e in _around(nucleus, _CLOSE) if not (e.role == "planned" and _of_topic(nucleus, e))}
    if nucleus.verbal and "past" in nucleus.tenses and not language.head_final:
        roles -= {"planned"} - {e.role for e in _around(nucleus, 0)}  # "discussed the upcoming forum"
    if language.head_final and "past" in nucleus.tenses and "future" not in nucleus.tenses:
        roles -= {"planned"}  # "Ошта [өткен] форумда уағдаласты"
    if language.head_final and _located(nucleus):  # "[отырыста] министр ұсыныс жасады"
        others = {"hypothetical", "planned"} if _of_other(nucleus) else {"hypothetical"}
        roles -= others - {e.role for e in row.elements[max(0, nucleus.at - _BACK) : nucleus.at]}
    if _there(nucleus):  # "на [заседании] запланированы выступления"
        roles -= {"planned"} - {e.role for e in row.elements[max(0, nucleus.at - _BACK) : nucleus.at]}
    if nucleus.during and language.fusional and not (nucleus.verbs or nucleus.verbal):
        roles -= {"planned"} - _within_frame(nucleus)  # "договорились 5 мая во [время встречи]"
    if language.fusional and not nucleus.verbal and (first := attribute(row, nucleus.at)) is not None:
        # "к [предстоящему] 24 мая в Осло заседанию", "[отменил запланированный] на 24 мая визит"
        roles |= {e.role for e in row.elements[max(0, first - 1) : first + 1]} & {"planned", "negated"}
    return roles


def _will_be(nucleus: Nucleus) -> bool:
    """Tell what a participle before the noun says will be: "[geçiriljek] foruma gatnaşmaga taýýardygyny aýtdy"."""
    before = (nucleus.row.elements[v] for v in nucleus.verbs if v < nucleus.at)
    return any(e.is_trigger("participle", "future") for e in before)


def _who(nucleus: Nucleus) -> bool:
    """Tell what somebody spoken of took part in: "met N, [who took part in] the consultations between …"."""
    row = nucleus.row
    told = (row.norm(row.elements[v - 1]) for v in nucleus.verbs if row.elements[v].frame == "attend" and v)
    return row.passage.language.analytic and any(word in row.passage.language.events.who for word in told)


def _on_condition(nucleus: Nucleus) -> bool:
    """Tell what will be on the condition that opens a Russian sentence: "Если решат, [встреча] пройдёт"."""
    row, elements = nucleus.row, nucleus.row.elements
    opens = row.passage.language.fusional and elements[0].role == "hypothetical"
    apart = any(e.kind == "comma" for e in elements[1 : nucleus.start])
    return opens and apart and "future" in nucleus.tenses and not any(e.date for e in elements[: nucleus.start])


def _to_come(nucleus: Nucleus) -> bool:
    """Tell a verb in the future, but of the end of what has begun: "прибыл с визитом, который [продлится] два дня"."""
    if "future" not in nucleus.tenses or "past" not in nucleus.tenses:
        return "future" in nucleus.tenses
    verbs = [nucleus.row.elements[v] for v in nucleus.verbs]
    later = [e for e in verbs if e.trigger is not None and e.trigger.tense == "future"]
    return any(getattr(e.entry, "phase", "") != "end" for e in later)


def _mass(nucleus: Nucleus) -> bool:
    """Tell a noun that is plural whether of one event or of several: "her ýyl geçirilýän geňeşmeler"."""
    return bool(getattr(nucleus.entry, "mass", False)) and nucleus.row.passage.language.head_final


def _within_frame(nucleus: Nucleus) -> set[str]:
    """Roles from the preposition that makes it a frame on: "в рамках [предстоящего визита запланированы] встречи"."""
    elements, start = nucleus.row.elements, nucleus.at
    while start > 0 and nucleus.at - start <= _CLOSE and elements[start].role != nucleus.during:
        start -= 1
    return {e.role for e in _around(nucleus, _CLOSE) if e.first >= elements[start].first}


def _there(nucleus: Nucleus) -> bool:
    """Tell a noun in the locative: what follows is said of something at the event, not of the event."""
    if not nucleus.row.passage.language.fusional or nucleus.verbs:
        return False
    inside = any(e.role == "in" for e in nucleus.row.elements[max(0, nucleus.at - _BACK) : nucleus.at])
    beside = nucleus.row.elements[nucleus.at + 1 : nucleus.at + 2]
    closed = bool(beside) and beside[0].kind == "comma"  # "на заседании, запланированном на 5 мая"
    return inside and not closed and (_located(nucleus) or nucleus.part)


def _located(nucleus: Nucleus) -> bool:
    """Tell a noun of an event in the locative."""
    return nucleus.element.is_trigger("noun") and "loc" in nucleus.element.cases


def _of_other(nucleus: Nucleus) -> bool:
    """Tell a plan behind a noun that only another noun of events has: "[кездесуде] алдағы сапарды талқылады"."""
    elements = nucleus.row.elements
    behind = range(nucleus.head + 1, min(nucleus.head + 1 + _CLOSE, len(elements)))
    at = next((i for i in behind if elements[i].role == "planned"), len(elements))
    after = elements[at + 1 : at + 1 + _CLOSE]
    return any(e.is_trigger("noun") for e in after) and not any(
        e.is_trigger("verb") for e in elements[nucleus.head : at]
    )


def _joined_report(nucleus: Nucleus) -> bool:
    """Tell an infinitive joined to what is said to come: "said that he would visit Oslo and [hold] talks"."""
    at = nucleus.last_verb
    elements, trigger = nucleus.row.elements, nucleus.row.elements[at].trigger
    bare = trigger is not None and trigger.form == "infinitive" and nucleus.row.passage.language.analytic
    if not bare or not at or elements[at - 1].role != "and":
        return False
    return any(e.role == "reported" for e in elements[max(0, at - _JOINED) : at])


def _put_off(nucleus: Nucleus) -> bool:
    """Tell what is put off to no day: "the trip has been postponed to the earliest possible date"."""
    row, moved = nucleus.row, nucleus.row.passage.language.events.moved
    if not moved:
        return False
    at = next((i for i in row.at("planned") if _of(row.elements[i], row, moved)), None)
    return at is not None and not any(e.date is not None for e in row.elements[at:])


def _put_off_too(nucleus: Nucleus) -> bool:
    """Tell a Russian noun joined to one that is put off: "отложить заседание и [визит] министра"."""
    at, elements = nucleus.at, nucleus.row.elements
    joined = "negated" in nucleus.row.roles and nucleus.row.passage.language.fusional and not nucleus.verbal
    if not joined or at == 0 or elements[at - 1].role != "and":
        return False
    before = elements[max(0, at - _WIDE) : at]
    return any(e.role == "negated" for e in before) and not any(e.kind == "comma" for e in before)


def _denied_before(nucleus: Nucleus) -> bool:
    """Tell what was denied before: "denied reports that N had [met] M", "denied rumours of a [meeting] with N"."""
    row, first = nucleus.row, nucleus.start
    if "denied" not in row.roles or row.passage.language.head_final:
        return False
    at = next((i for i in range(first - 1, max(-1, first - _FAR), -1) if row.elements[i].role == "stop"), None)
    if at is None:
        near = row.elements[max(0, first - _WIDE) : first]
        denied = max((n for n, e in enumerate(near) if e.role == "denied"), default=None)
        if nucleus.verbal or denied is None:
            return False
        return all(e.kind in {"text", "word", "trigger", "date"} for e in near[denied:])
    told = row.norm(row.elements[at]) in row.passage.language.events.complementisers
    return told and any(e.role == "denied" for e in row.elements[max(0, at - _WIDE) : at])


def _of(element: Element, row: Row, words: frozenset[str]) -> bool:
    return not words.isdisjoint(row.norm(element).split())


def _proposed_too(nucleus: Nucleus) -> bool:
    """Tell a gerund joined to what is proposed: "suggested signing a plan and [holding] a forum"."""
    at, elements = nucleus.last_verb, nucleus.row.elements
    joined = nucleus.row.passage.language.analytic and at > 0 and elements[at - 1].role == "and"
    return joined and any(e.role == "hypothetical" for e in elements[max(0, at - _JOINED) : at])


def _infinitive(nucleus: Nucleus) -> bool:
    """Tell whether the last verb is an infinitive indeed: in English the present of "the sides hold" looks like one."""
    language = nucleus.row.passage.language
    at = nucleus.last_verb
    before = nucleus.row.elements[max(0, at - 2) : at]
    if before and before[-1].role == "and":  # "initiatives to create a dialogue and hold a meeting"
        before = nucleus.row.elements[max(0, at - _JOINED) : at]
    to = any(e.role == "to" and after.place is None for e, after in pairwise([*before, nucleus.row.elements[at]]))
    return not language.analytic or to or any(e.role == "hypothetical" for e in before)


def _of_topic(nucleus: Nucleus, e: Element) -> bool:
    """Tell a plan that a held event was about: "a seminar on [upcoming] reforms was held", "совещание по [планам]"."""
    row = nucleus.row
    done = row.elements[nucleus.last_verb].is_trigger("verb", "past")
    if row.passage.language.head_final or nucleus.verbal or not done:
        return False
    behind = (x for x in row.elements[nucleus.at + 1 : nucleus.at + 1 + _CLOSE] if x.first < e.first)
    before = [x for x in behind if x.role != "definite"][-1:]
    will = row.norm(e) in row.passage.language.events.modals  # "the forum of Chile and Peru will be held"
    return bool(before) and before[0].role in {"topic", "in", "of"} and not will


def _around(nucleus: Nucleus, after: int) -> Sequence[Element]:
    """The elements close to a nucleus: three before it to `after` after its last verb, within commas."""
    elements = nucleus.row.elements
    first, last = nucleus.start, nucleus.head
    start, end = first, last + 1
    while start > 0 and first - start < _BACK and elements[start - 1].kind != "comma":
        start -= 1
    while end < len(elements) and end - last < after and elements[end].kind != "comma":
        end += 1
    return elements[start:end]
