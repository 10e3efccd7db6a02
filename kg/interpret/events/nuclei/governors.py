"""Which noun of events a verb governs, by order and case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.agreement import agreeing, at_work
from kg.interpret.events.nuclei.lectures import given_with
from kg.interpret.events.nuclei.nucleus import FAR
from kg.interpret.events.nuclei.openings import opening_of
from kg.interpret.events.nuclei.outer import outer
from kg.interpret.events.nuclei.sharing import (
    before_clause,
    before_which,
    clause_of,
    held_of_which,
    of_object,
    present_during,
    set_behind,
    shared,
    which_held,
)
from kg.interpret.events.nuclei.voice import founds, has_object, is_intransitive, is_passive, is_reduced, made_noun
from kg.interpret.events.sentence.quoted import title_end
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element, Row

# In which cases the noun stands beside a verb of the frame; languages that mark no case allow any.
_NOUN_CASES = {
    "hold": {"acc", "nom", "gen"},
    "occur": {"nom", "acc"},
    "attend": {"dat", "loc", "gen", "acc"},
    "chair": {"dat", "loc", "acc", "ins"},
    "organise": {"acc", "nom"},
    "speak": {"loc", "dat"},
    "heard": {"loc"},
    "open": {"acc", "nom"},
    "invite": {"dat", "acc"},
}
# "В работе семинара приняли участие" governs a genitive by its preposition; where the verb stands last none does.
_NO_CASES = {"attend": {"gen"}}
# How many elements may lie between a participle and the noun it stands before, or between verb and noun.
_NEAR = 14
# Elements of a noun's complements and name before "which": "форум «Вода. Мир», который пройдёт".
_NAMED = 28
# Elements from "led" to the event led, whose words alone stand between.
_BESIDE = 5
# Elements from "which" back to the noun that it stands for, over a long title.
_FAR_BACK = 24
# Words after a noun among which one stands for it.
_ITSELF = 5
# Types of events at which somebody is represented, and elements before one in which its preposition stands.
_MET_AT = frozenset({"meeting", "session", "dialogue", "conference"})
_BACK = 4
# Roles of words before a noun that is no subject behind its verb.
_APART = frozenset({"of", "topic", "beneficiary"})
_QUOTES = '«»"“”()-'


def governed_noun(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """Index of the noun nucleus that the verb at `i` is about, or None."""
    if row.passage.language.head_final:
        noun = _after_participle(row, i, nuclei)
        return noun if noun is not None else _before_verb(row, i, nuclei)
    found = (find(row, i, nuclei) for find in (given_with, held_of_which, _set_off, _around_verb))
    return next((noun for noun in found if noun is not None), None)


def _set_off(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun before a comma and an English participle: "following the [Meeting] of leaders, held in Oslo and …"."""
    if not row.passage.language.analytic or not is_reduced(row, i) or row.elements[i - 1].kind != "comma":
        return None
    before = range(i - 2, max(-1, i - FAR), -1)
    noun = _search(row, before, nuclei, None)
    return next((j for j in before if j in nuclei and not nuclei[j].verbal), None) if noun is None else noun


def _after_participle(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun that a participle stands before: "geçiriljek … saýlawlar", "өтетін … отырыс"."""
    trigger = row.elements[i].trigger
    if trigger is None or trigger.form != "participle" or row.elements[i].frame not in {"hold", "occur", "organise"}:
        return None
    title = title_end(row, i + 1) if i + 1 < len(row.elements) else None  # "geçiriljek [«Suw we durmuş»] atly foruma"
    first = i + 1 if title is None else title
    for j in range(first, min(first + _NEAR, len(row.elements))):
        e = row.elements[j]
        if j in nuclei and not nuclei[j].verbal:
            # "[Serginiň] geçirilýän günlerinde duşuşyk gurnalar": of when the other is
            return None if j > first and i - 1 in nuclei and row.elements[i - 1].cases == ("gen",) else j
        point = e.kind == "mark" and row.norm(e) == "." and row.norm(row.elements[j - 1]).isdigit()
        if e.frame or (e.kind == "mark" and row.norm(e) not in _QUOTES and not point):
            return None
    return None


def _before_verb(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun before a verb, in the case that the verb wants."""
    frame, verb = row.elements[i].frame, row.elements[i].trigger
    for j in range(i - 1, max(-1, i - FAR), -1):
        e = row.elements[j]
        joins = e.frame == frame and e.is_trigger("converb")
        if joins and verb is not None and verb.form == "infinitive":
            return None  # "форумға қатысып, сайлауға қатысу құқығын қозғады"
        if j in nuclei and not nuclei[j].verbal:
            if row.elements[i].is_trigger("participle") and any(x.role == "by" for x in row.elements[j:i]):
                return None  # "dabara Gazna tarapyndan geçirilýän maksatnamalaryň uçurumlary gatnaşdy"
            own = any(row.norm(e) in row.passage.language.events.itself for e in _plain(row, j, i))  # "maslahatyň özi"
            own = own or opening_of(row, j)
            there = (
                frame in {"speak", "heard"} and nuclei[j].during == "during"
            )  # "maslahatyň dowamynda ministr çykyş etdi"
            about = frame == "speak" and any(x.role == "topic" for x in row.elements[j:i])  # "сапары [туралы] баяндады"
            no_case = {"dat"} if about else _NO_CASES.get(frame, set())
            if getattr(row.elements[i].entry, "stays", False):
                if any(row.elements[v].is_trigger("infinitive") for v in nuclei[j].verbs):
                    return None  # "sergileri guramak arkaly ösdürmek [boldy]"
                no_case = {"acc"}  # "отырысын үйлестіруші [болып] тағайындалды"
            cases = _NOUN_CASES[frame] - no_case | ({"gen"} if frame == "occur" and made_noun(row, i) else set())
            if own or there or _fits(nuclei[j], e, cases):
                return j
        elif e.trigger and e.trigger.form == "verb" and e.frame != "say":
            # Verbs that are joined share their noun: "maslahata gatnaşdy we çykyş etdi".
            shared = next((n.at for n in nuclei.values() if j in n.verbs), None)
            return shared if frame in {"speak", "heard", "attend", "open"} else None
    return None


def _plain(row: Row, j: int, i: int) -> Sequence[Element]:
    """The plain words right after a noun and before a verb: "сессияның (жоғары деңгейдегі апталығының жұмысына)"."""
    inside = (e.kind == "text" or e.role in {"series", "ordinal"} for e in row.elements[j + 1 : i])
    stop = next((k for k, plain in enumerate(inside, j + 1) if not plain), i)
    return row.elements[j + 1 : min(stop, j + 1 + _ITSELF)]


def _fits(noun: Nucleus, e: Element, wanted: set[str]) -> bool:
    if noun.generic and noun.plural and not noun.definite:
        return False  # "a plan of events was carried out": no event in particular
    return bool(_cases(e) & wanted) and (not noun.during or noun.type == "office")


def _cases(e: Element) -> set[str]:
    """The cases of a word of events, by which a verb finds it: any of these where cases are not marked."""
    return {"nom", "acc", "dat", "loc"} if e.cases == ("",) else set(e.cases)


def led_noun(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun right after "led", where word order alone tells the object: "led the [workshop]".

    Where verbs stand last, the noun in the dative before it: "[Maslahata] ministr ýolbaşçylyk etdi".
    """
    if row.elements[i].frame == "lead" and row.passage.language.head_final:
        return _led_before(row, i, nuclei)
    if row.elements[i].frame != "lead" or not row.passage.language.analytic or is_passive(row, i):
        return None
    for j in range(i + 1, min(i + _BESIDE, len(row.elements))):
        if j in nuclei:
            part = nuclei[j].type == "session" and nuclei[j].indefinite  # "led a session on trade" at a workshop
            return None if part or nuclei[j].verbal or nuclei[j].type in {"visit", "election"} else j
        if row.elements[j].kind != "text" and row.elements[j].role not in ARTICLES:
            return None
    return None


def _led_before(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun before a verb of leading that stands last, unless a delegation is led: "отырысты министр басқарды"."""
    for j in range(i - 1, max(-1, i - _FAR_BACK), -1):
        e = row.elements[j]
        if j in nuclei:
            led = nuclei[j].type not in {"visit", "call", "election"} and not (nuclei[j].verbal or nuclei[j].during)
            return j if led and {"dat", "acc"} & _cases(e) else None
        sent = e.role == "side" and e.form is not None and "abl" in e.form.cases  # "қазақ тараптан Анна Берг басқарды"
        if sent:
            continue
        if e.role in {"delegation", "people", "side", "half"} or (e.trigger is not None and e.trigger.form != "noun"):
            return None
    return None


def represented_at(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun at which somebody represents another: "led the delegation to the [talks]"."""
    if row.elements[i].frame != "lead" or row.passage.language.head_final or is_passive(row, i):
        return None
    whom = False
    for j in range(i + 1, min(i + _NEAR, len(row.elements))):
        e, before = row.elements[j], row.elements[j - _BACK : j]
        if j in nuclei:
            told = nuclei[j].verbal or any(v < j for v in nuclei[j].verbs)  # but "a forum held in Oslo"
            there = any(x.role in {"in", "to"} for x in before) and not told
            return j if whom and there and nuclei[j].type in _MET_AT else None
        whom = whom or e.actor is not None or e.role == "delegation"
        if e.kind in {"comma", "trigger"} or e.role == "stop":
            return None
    return None


def _around_verb(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun of a verb that may stand on either side of it."""
    e, cases = row.elements[i], not row.passage.language.analytic
    own = set_behind(row, i, nuclei)
    if own is not None or founds(row, i):
        return own
    stative = is_passive(row, i) or e.frame == "occur" or is_intransitive(row, i)
    guests = e.frame == "invite" and not cases  # "At a briefing she said that the mission [invited] by N is here"
    stative = stative and not (guests or has_object(row, i))
    which = clause_of(row, i) if stative and not cases else None
    noun = _antecedent(row, i, nuclei) if stative and cases else None
    if which is not None or noun is not None:
        return before_clause(row, which, nuclei) if which is not None else noun
    wanted = ({"nom"} if stative else _NOUN_CASES[e.frame]) if cases else None
    fitting = agreeing(row, i, nuclei) if stative and row.passage.language.fusional else nuclei
    right = _search(row, range(i + 1, min(i + _NEAR, len(row.elements))), fitting, wanted)
    left = _search(row, range(before_which(row, i) - 1, max(-1, i - FAR), -1), fitting, wanted)
    if stative and not cases:
        left = shared(row, i, nuclei) if left is None else left
        if right is not None and any(x.role in _APART for x in row.elements[i + 1 : right]):
            right = None  # "A decision was made on the date of the next meeting"
        return outer(row, left, nuclei) if left is not None else right
    held = which_held(row, i, nuclei) if right is None and e.frame == "hold" and not cases else None
    if right is None and e.frame == "attend" and not cases:
        there = present_during(row, i, nuclei)
        return _where(row, i, nuclei) if there is None else there
    if right is not None:
        return None if not cases and of_object(row, i, right) else right
    return left if cases or is_reduced(row, i) else held


def _where(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun before a clause that tells who takes part there: "the [forum] in Osh, where N will take part"."""
    stop = next((j for j in range(i - 1, max(0, i - _NEAR), -1) if row.elements[j].role == "stop"), None)
    for k in range((stop or 0) - 1, max(-1, (stop or 0) - _FAR_BACK), -1):
        if k in nuclei and not nuclei[k].verbal:
            return k
        e = row.elements[k]
        if e.role == "people" or (e.actor is not None and e.actor.person) or e.trigger is not None:
            return None
    return None


def _antecedent(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun that a relative clause tells of, in whatever case: "к заседанию комиссии, [которое] пройдёт"."""
    trigger = row.elements[i].trigger
    if trigger is not None and trigger.form == "participle" and i > 1 and row.elements[i - 1].kind == "comma":
        return _beside(row, i, nuclei)  # "на полях форума министров, [проходящего] в Осло"
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        e = row.elements[j]
        if e.role == "stop":
            nominative = e.form is not None and "nom" in e.form.cases
            return next((k for k in range(j - 1, max(-1, j - _NAMED), -1) if k in nuclei), None) if nominative else None
        if e.trigger is not None:
            return None
    return None


def _beside(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun of events whose phrase ends before the comma and participle `i`, with which it agrees over a list."""
    cases = {a.case for a in row.passage.language.analyse(row.norm(row.elements[i]).split()[0])}
    listed = False
    for j in range(i - 2, max(-1, i - 2 - _NEAR), -1):
        e = row.elements[j]
        if j in nuclei and not nuclei[j].verbal:
            return j if not listed or cases & _cases(e) else None
        if e.trigger is not None:
            return None
        if e.kind == "comma":  # "по итогам заседания Совета министров, Комитета и ОДКБ, [прошедшего] в Осло"
            beside = row.elements[j - 1].actor if j else None
            listed = beside is not None and not beside.person
            if not listed:
                return None
    return None


def _search(row: Row, span: Iterable[int], nuclei: Mapping[int, Nucleus], wanted: set[str] | None) -> int | None:
    back = isinstance(span, range) and span.step < 0
    for j in span:
        e = row.elements[j]
        if j in nuclei and not nuclei[j].verbal:
            part = nuclei[j].part or at_work(row, j)
            fits = wanted is None or _cases(e) & wanted or (part and "gen" in _cases(e))
            if fits and (not nuclei[j].during or (nuclei[j].during == "before" and row.passage.language.fusional)):
                return j
        elif e.trigger and e.trigger.form == "verb" and e.frame not in {"say", "lead"}:
            # "the course, delivered with support, was opened": a participle, which English doesn't mark
            if not (back and j and row.elements[j - 1].kind == "comma"):
                return None
        elif e.role == "stop" and (not back or _that(row, e)):
            return None
    return None


def _that(row: Row, e: Element) -> bool:
    """Tell a word behind which a Russian clause tells of nothing before it: "совершил поездку, [чтобы] участвовать"."""
    return row.passage.language.fusional and row.norm(e) in row.passage.language.events.complementisers
