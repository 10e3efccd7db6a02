"""Journeys: when going somewhere is a visit, and when it is to take part in something."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.nuclei.chains import link
from kg.interpret.events.nuclei.destinations import goes_there
from kg.interpret.events.nuclei.determiners import FRAMING
from kg.interpret.events.nuclei.purposes import GOING, aims_at
from kg.interpret.events.nuclei.voice import is_passive

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Row

# Elements from a visit to the verb for going there.
_JOURNEY = 12
# Elements from what somebody goes to take part in to the verb for going.
_AHEAD = 20
# Elements from taking part to the word by which it frames the sentence.
_WITHIN = 10
# Elements between a verb for being somewhere and the day or the invitation.
_STAY = 6
# Elements from "and" to the verb of what somebody did then.
_THEN = 3
# Elements before a noun among which its adjectives stand, and roles of those with a function of their own.
_ADJECTIVES = 5
_BESIDE = frozenset({"ordinal", "series", "novel", "phone", "video"})


def join_journeys(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Join a visit and the verb for going there: "jogap sapary bilen Duşenbä barar"."""
    if not row.passage.language.head_final:
        frames = GOING if row.passage.language.fusional else {"arrive"}
        for i in row.triggers if not frames.isdisjoint(row.frames) else ():
            if row.elements[i].frame in frames:
                _goes_on_visit(row, i, nuclei)
        return
    going = [i for i in nuclei if row.elements[i].frame == "arrive"]
    for i in going:
        for j in range(i - 2, max(-1, i - _AHEAD), -1):
            if _gone_on(nuclei.get(j)):
                del nuclei[j]
                break
    for i in row.triggers:
        if i not in nuclei and row.elements[i].frame == "arrive":
            _told_apart(row, i, nuclei)


def _told_apart(row: Row, i: int, nuclei: dict[int, Nucleus]) -> None:
    """Give a visit the verb for going behind it, when it is told between: "сапармен қай күні [келетіні] белгілі"."""
    back, elements = range(i - 1, max(-1, i - _STAY), -1), row.elements
    between = {"with", "next"}
    at = next((k for k in back if elements[k].kind not in {"text", "date"} and elements[k].role not in between), None)
    if at is not None and _gone_on(nuclei.get(at)) and elements[i].is_trigger("verb"):
        nuclei[at].tell(i, "arrive")


def _gone_on(noun: Nucleus | None) -> bool:
    """Tell a noun for a visit on which somebody goes: "jogap [sapary] bilen Duşenbä barar"."""
    if noun is None or noun.type != "visit" or noun.verbal:
        return False
    return noun.row.elements[noun.at + 1].role == "with" or "ins" in noun.element.cases


def stays_on(visit: Nucleus, i: int) -> bool:
    """Tell being somewhere on a visit: "iş sapary bilen Tokioda [boldy]"."""
    row, after = visit.row, visit.at + 1
    on_it = (
        visit.type == "visit" and row.passage.language.head_final and after < i and row.elements[after].role == "with"
    )
    return on_it and row.elements[i].frame == "occur"


def _goes_on_visit(row: Row, i: int, nuclei: dict[int, Nucleus]) -> None:
    """Give a visit the verb for going before it: "arrived in Oslo on a working [visit]"."""
    beyond = range(i + 1, min(i + _JOURNEY, len(row.elements)))
    at = next((j for j in beyond if j in nuclei and nuclei[j].type == "visit" and not nuclei[j].verbal), None)
    if at is None and row.passage.language.fusional:
        _on_visit(row, i, nuclei)
        return
    roles = [e.role for e in row.elements[i + 1 : at] if e.kind == "word"]
    article = roles[-2:] in (["in", "indefinite"], ["beneficiary", "indefinite"], ["with", "indefinite"])
    if at is not None and (article if row.passage.language.analytic else "with" in roles):
        nuclei[at].tell(i, "arrive")
        nuclei.pop(i, None)


def _on_visit(row: Row, i: int, nuclei: dict[int, Nucleus]) -> None:
    """Give a visit the verb for going behind it: "с деловым [визитом] в Осло находился министр"."""
    for j in range(i - 1, max(0, i - _JOURNEY), -1):
        e = row.elements[j]
        if j in nuclei and nuclei[j].type == "visit" and not nuclei[j].verbal:
            before = next((x for x in reversed(row.elements[:j]) if x.kind != "text"), None)
            if before is not None and before.role == "with":
                nuclei[j].tell(i, "arrive")
                nuclei.pop(i, None)
            return
        if e.kind == "comma" or e.trigger is not None or e.role == "stop":
            return


def travels(row: Row, i: int) -> bool:
    """Tell a journey that is a visit by itself: it has a place, and nothing else in the row tells of an event."""
    trigger = row.elements[i].trigger
    if trigger is None or not trigger.type:
        return False
    if row.passage.language.head_final:
        return goes_there(row, i)
    if getattr(row.elements[i].entry, "stays", False) and not _stays(row, i):
        return False
    cases = not row.passage.language.analytic
    if cases and _came(row, i):
        return True
    goes = trigger.tense in {"past", "future"}
    then = [n for n in row.triggers if n > i and link(row, n) == i]
    then += [n for n in row.at("stop") if n > i and (not cases or goes)]  # "arrived in Oslo, where she met N"
    then += [n for n in row.triggers if cases and goes and n > i and _went_on(row, n, trigger.tense)]
    told = any(
        e.trigger and e.trigger.type and not (_purpose(row, n) or (trigger.tense == "past" and _joins(row, n)))
        for n, e in enumerate(row.elements[: min(then, default=None)])
        if n != i
    )
    there = any(e.place and (not cases or b.role in {"in", "to"}) for b, e in pairwise(row.elements[i : i + 4]))
    stays = getattr(row.elements[i].entry, "stays", False)
    return not told and (there or (cases and _opened_by_goal(row, stays=stays)))


def _went_on(row: Row, n: int, tense: str) -> bool:
    """Tell what somebody did then: "прибыл в Осло и в тот же день [встретился] с послом"."""
    trigger, before = row.elements[n].trigger, row.elements[max(0, n - _THEN) : n]
    did = trigger is not None and (trigger.form, trigger.tense, trigger.passive) == ("verb", tense, False)
    joined = any(e.role == "and" for e in before) and all(e.kind not in {"comma", "actor"} for e in before)
    return did and (joined or [e.kind for e in before[-1:]] == ["comma"])


def _stays(row: Row, i: int) -> bool:
    """Tell people who are somewhere for some days, invited, or where more is told: "Депутаты 5 мая [находятся] в"."""
    near = row.elements[max(0, i - _STAY) : i + 1 + _STAY]
    when = any(e.role in {"invitation", "stop"} or (e.date and e.date.kind == "date") for e in near)
    who = any(e.role == "delegation" or (e.actor is not None and e.actor.person) for e in row.elements[:i])
    return when and who and not any(e.role == "stop" for e in row.elements[:i])


def _opened_by_goal(row: Row, *, stays: bool) -> bool:
    """Tell a sentence that begins with where somebody goes or `stays`: "5 мая [в Осло] прибыла делегация".

    With whom may stand before that: "Вместе с министром [в Осло] прибыли послы".
    """
    start = row.elements[row.lead : row.lead + _STAY]
    opening = [e for e in start if not (e.date or e.kind == "comma" or russian.adverb(row.norm(e)))]
    if [e.role for e in opening[:1]] == ["jointly"]:
        opening = opening[2:]
    goal = next((e.place for e in opening[1:2]), None)
    plain = goal is not None and goal.case == "loc" and goal.text == goal.name  # "В Осло" is "to" as well as "in"
    plain = plain or (goal is not None and stays)
    return [e.role for e in opening[:1]] == ["in"] and goal is not None and (goal.case == "acc" or plain)


def _came(row: Row, i: int) -> bool:
    """Tell who is said by the way to have come: "с Иваном Кимом, [прибывшим] в Осло", "[прибывший] в Осло Ким"."""
    trigger = row.elements[i].trigger
    past = trigger is not None and (trigger.form, trigger.tense, trigger.passive) == ("participle", "past", False)
    behind, after = i > 1 and row.elements[i - 1].kind == "comma", row.elements[i + 1 : i + 4]
    who = next(iter(row.elements[i - 2 : i - 1] if behind else after[2:]), None)
    there = [e.role for e in after[:1]] in (["in"], ["to"]) and after[:2][-1].kind == "place"
    return past and there and who is not None and who.actor is not None and who.actor.person


def _purpose(row: Row, n: int) -> bool:
    """Tell what is told beside a journey: an election observed, whom somebody travels "to meet"."""
    e = row.elements[n]
    analytic = row.passage.language.analytic and n > 0
    meets = analytic and e.frame == "meet" and row.elements[n - 1].role == "to"
    talks = analytic and e.trigger is not None and e.trigger.type == "meeting" and sought(row, n)
    greeted = analytic and e.frame in {"meet", "welcome"} and is_passive(row, n)
    return meets or talks or greeted or aims_at(row, n) or (e.trigger is not None and e.trigger.type == "election")


def sought(row: Row, n: int) -> bool:
    """Tell what somebody goes somewhere for: "flew to Oslo for two days of [talks]"."""
    k = n - 1
    while k > 0 and (row.elements[k].kind in {"text", "date"} or row.elements[k].role in {"indefinite", "of"}):
        k -= 1
    went = (row.elements[j].frame for j in reversed(row.triggers) if j < k)
    return row.elements[k].role == "beneficiary" and next(went, "") in GOING


def going_for(row: Row, n: int) -> int | None:
    """Index of the verb by which somebody goes for a Russian noun of events: "[прибыл] в Осло для переговоров".

    The noun stands right behind "для" or "на", adjectives aside; the verb in the same clause, before or after it.
    """
    if row.frames.isdisjoint(GOING):
        return None
    aims, at = row.passage.language.events.aims, n - 1
    while at > 0 and n - at <= _ADJECTIVES and (row.elements[at].kind == "text" or row.elements[at].role in _BESIDE):
        at -= 1
    if at < 0 or row.norm(row.elements[at]) not in aims:
        return None
    for k in range(at - 1, max(-1, at - _AHEAD), -1):
        e = row.elements[k]
        if e.frame in GOING:
            return k
        if e.kind == "comma" or e.role == "stop" or e.trigger is not None:
            return None
    after = range(n + 1, min(n + _AHEAD, len(row.elements)))
    verb = next((k for k in after if row.elements[k].kind == "comma" or row.elements[k].trigger is not None), None)
    return verb if verb is not None and row.elements[verb].frame in GOING else None


def _joins(row: Row, n: int) -> bool:
    """Tell what somebody goes to take part in: "прибыл в Осло для участия в [заседании]", "to attend a forum"."""
    if row.passage.language.fusional and going_for(row, n) is not None:
        return True
    aim = "to" if row.passage.language.analytic else "beneficiary"
    for k in range(n - 1, max(0, n - _AHEAD), -1):
        e = row.elements[k]
        if e.frame == "attend":
            return row.elements[k - 1].role == aim
        if e.trigger is not None and e.trigger.form != "noun":
            return False
    return False


def means_to(row: Row, at: int) -> bool:
    """Tell what the subject plans to do: "Oşa [barmagy] meýilleşdirýär", "[duşuşmagy] göz öňünde tutýar"."""
    following = row.elements[at + 1] if at + 1 < len(row.elements) else None
    frame = row.elements[at].frame in {"visit", "arrive", "meet", "receive", "attend"}
    return frame and following is not None and following.role == "planned" and following.trigger is None


def thanked_for(row: Row, at: int) -> bool:
    """Tell what somebody is thanked for having taken part in: "açylyşa [gatnaşandygy] üçin sag bolsun aýtdy"."""
    e, after = row.elements[at], row.elements[at + 1 : at + 2]
    done = e.frame == "attend" and e.is_trigger("verb", "past") and [x.role for x in after] == ["beneficiary"]
    return done and any(x.frame == "say" for x in row.elements[at:])


def within(row: Row, at: int) -> bool:
    """Tell taking part that frames what the subject does: "mejlise [gatnaşmagynyň] çäklerinde ministr duşuşdy".

    So do a visit and a journey that is made for it: "saparda [bolmagynyň] çäklerinde", "mejlise [gatnaşmak] üçin
    saparynyň çäklerinde".
    """
    elements = row.elements
    if not row.passage.language.head_final or elements[at].frame not in {"attend", "visit"}:
        return False
    after = elements[at + 1 : at + _WITHIN]
    if not after or after[0].role not in {*FRAMING, "beneficiary"}:
        return False
    if after[0].role != "beneficiary":
        return True
    return any(
        e.trigger is not None and e.trigger.type == "visit" and framed.role in FRAMING for e, framed in pairwise(after)
    )


def newcomer(row: Row, at: int) -> int | None:
    """Index of the person of whom the participle at `at` tells ("Aşgabada gelen, ministr N."), or None."""
    after = at + 1 if at + 1 < len(row.elements) and row.elements[at + 1].kind != "comma" else at + 2
    actor = row.elements[after].actor if after < len(row.elements) else None
    return after if actor is not None and actor.person else None
