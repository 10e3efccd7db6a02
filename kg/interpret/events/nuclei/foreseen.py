"""Nouns of which it is said behind them that they are expected, planned or to follow."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.nuclei.determiners import FRAMING
from kg.interpret.events.sentence.row import ARTICLES
from kg.language.russian import predicate

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element, Row

# Elements from a noun of events to "is expected" behind its complements.
_PREDICATE = 16
# Elements before a noun in which it is said that it follows.
_WIDE = 8
# Elements before a noun in which its preposition stands.
_BACK = 3
# Roles of prepositions by which something is done at an event, or for it.
_GOVERNORS = frozenset({"in", "to", "beneficiary"})
# Roles of words that govern a noun behind them.
_GOVERNED = FRAMING | {"in", "to", "with", "from", "topic", "beneficiary", "between"}


def _followed(nucleus: Nucleus) -> bool:
    """Tell what comes next: "the meeting will be [followed by] a briefing"."""
    if "to-follow" not in nucleus.row.roles:
        return False
    before = [e for e in nucleus.row.elements[max(0, nucleus.at - _WIDE) : nucleus.at] if e.kind != "text"]
    next_ = [e.role for e in before if e.role not in ARTICLES][-1:]
    return next_ == ["to-follow"] and not nucleus.verbal


def foreseen(nucleus: Nucleus) -> bool:
    """Tell a noun without a verb of events that "is expected" or "is planned" after its complements.

    So one at which something will be done.
    """
    if _followed(nucleus) or _presented(nucleus) or _done_later(nucleus) or _to_be_held(nucleus):
        return True
    row, elements = nucleus.row, nucleus.row.elements
    if "planned" not in row.roles or nucleus.verbal or nucleus.during or (nucleus.verbs and not _arranged(nucleus)):
        return False
    cases = not row.passage.language.analytic
    if cases and (_listed(nucleus) or _awaits(nucleus)):
        return True
    behind = elements[nucleus.at : nucleus.at + _PREDICATE]
    behind = behind if cases else [e for e in behind if e.role != "and"]  # "is also planned"
    for k, (before, e) in enumerate(pairwise(behind), 2):
        aside = cases and (before.kind == "comma" or before.role == "stop")  # "визит, (который) запланирован на осень"
        aside = aside or (not cases and before.kind == "comma" and not nucleus.past)
        named = not cases and before.kind in {"place", "actor"}  # "the visit of N to Oslo planned for 5 May"
        aside = aside or (named and row.norm(e).split()[0].endswith(row.passage.language.events.passives))
        # "the summit, which will be hosted by Norway"
        aside = aside or (before.role == "stop" and [x.role for x in behind[k : k + 2]] == ["passive", "organiser"])
        if (before.role == "passive" or aside) and e.role == "planned":
            return True
        if before.role == "stop" or e.frame == "say" or (e.trigger is not None and e.trigger.type):
            return False
    return False


def _presented(nucleus: Nucleus) -> bool:
    """Tell an event at which something will happen: "the findings will be presented at a [conference] in Osh".

    So what somebody will do something for or with: "will lead the [dialogue]", "will sign the plan at the [forum]";
    of what is known only by "will".
    """
    row, data = nucleus.row, nucleus.row.passage.language.events
    told = nucleus.verbs or nucleus.verbal or nucleus.during == "after"
    if "planned" not in row.roles or told or not row.passage.language.analytic:
        return False
    governor = ""
    for i in range(nucleus.at - 1, max(-1, nucleus.at - _PREDICATE), -1):
        e = row.elements[i]
        if e.role == "planned":
            return (nucleus.indefinite and governor == "in") or row.norm(e) in data.modals
        if e.role == "stop" or _done(row, i) or (e.role == "of" and not governor):
            return False
        if e.role in _GOVERNORS:
            governor = governor or e.role
    return False


def _done(row: Row, i: int) -> bool:
    """Tell what has been done, in English, or is said: "implement the agreements [reached] at the forum"."""
    e, (before, after) = row.elements[i], (row.elements[i - 1], row.elements[i + 1])
    if e.kind == "text":
        made = row.norm(e).endswith(row.passage.language.events.passives) and after.role in _GOVERNORS
        return made and before.role != "passive"
    return e.trigger is not None and (e.frame == "say" or e.trigger.tense == "past") and before.role != "passive"


def _done_later(nucleus: Nucleus) -> bool:
    """Tell a Russian noun behind a verb of no event in the future: "Осло [станет] местом форума".

    The verb stands in the noun's clause, and no other does.
    """
    row = nucleus.row
    if not row.passage.language.fusional or nucleus.verbs or nucleus.verbal:
        return False
    if nucleus.during or _done_there(nucleus):
        return _done_there(nucleus)
    for i in range(nucleus.at - 1, max(-1, nucleus.at - _WIDE), -1):
        e = row.elements[i]
        will = e.kind == "text" or (e.kind == "word" and _located(nucleus))  # "будут вручены на церемонии"
        if will and russian.future(row.norm(e)):
            return i == 0 or row.elements[i - 1].role != "negated"
        if e.is_trigger("verb", "future") and row.elements[i + 1].role == "in":
            return True  # "соберётся на первое заседание"
        if e.kind in {"comma", "mark"} or e.role in {"stop", "topic"} or e.is_trigger("verb"):
            return False
    return False


def _done_there(nucleus: Nucleus) -> bool:
    """Tell that at which a verb behind says that something will be done: "на [форуме] будут подписаны документы".

    So "в ходе [визита] будут подписаны", "темой [встречи] станет торговля".
    """
    elements, norm = nucleus.row.elements, nucleus.row.norm
    near = elements[max(0, nucleus.at - 1) : nucleus.at]
    there = nucleus.during in {"during", "within"} or _located(nucleus)
    become = bool(near) and russian.instrumental(norm(near[-1]))
    if not (there or become):
        return False
    for e in elements[nucleus.at + 1 : nucleus.at + _PREDICATE]:
        if e.kind == "comma" or e.role == "stop" or e.is_trigger("verb"):
            return e.is_trigger("verb", "future")
        if e.kind in {"text", "word"} and russian.future(norm(e)):
            return True
    return False


def _to_be_held(nucleus: Nucleus) -> bool:
    """Tell what Russian announces or invites to: "сообщил [о проведении] форума", "[приглашение на] форум"."""
    row, words = nucleus.row, nucleus.row.passage.language.events.preparations
    if not row.passage.language.fusional or not nucleus.untold:
        return False
    before = row.elements[max(0, nucleus.at - _WIDE) : nucleus.at]
    return any(
        f"{row.norm(one)} {row.norm(other)}" in words and all(e.kind == "text" for e in before[k:])
        for k, (one, other) in enumerate(pairwise(before), 2)
    )


def _located(nucleus: Nucleus) -> bool:
    """Tell a Russian noun behind "в" or "на"."""
    near = nucleus.row.elements[max(0, nucleus.at - _BACK) : nucleus.at]
    return "loc" in nucleus.element.cases and any(e.role == "in" for e in near)


def _arranged(nucleus: Nucleus) -> bool:
    """Tell an English noun with verbs in the present alone: "[organizing] the forum, scheduled for May"."""
    return nucleus.row.passage.language.analytic and all(tense == "present" for tense in nucleus.tenses)


def _awaits(nucleus: Nucleus) -> bool:
    """Tell a Russian subject that is planned behind its complements: "[визит] министра Ли в Осло запланирован на"."""
    told = _predicate(nucleus)
    return told is not None and told.role == "planned"


def holds_plans(nucleus: Nucleus) -> bool:
    """Tell a visit within which something is only planned: "В рамках [визита] министра запланированы встречи"."""
    row, analytic = nucleus.row, nucleus.row.passage.language.analytic
    frame = nucleus.during == "within" and nucleus.type == "visit" and not row.passage.language.head_final
    if not frame or nucleus.verbs or nucleus.verbal:
        return False
    behind = pairwise(row.elements[nucleus.at :])
    told = next(((a, b) for a, b in behind if b.role == "planned" or b.is_trigger("verb")), None)
    if told is None or told[1].role != "planned":
        return False
    return told[0].role == "passive" if analytic else predicate(row.norm(told[1]))


def meant(nucleus: Nucleus) -> bool:
    """Tell for what Russian envoys have only come: "послы прибыли для [вручения верительных грамот] президенту"."""
    row, at = nucleus.row, nucleus.at
    given = row.passage.language.fusional and nucleus.element.frame == "present"
    return given and at > 0 and row.elements[at - 1].role == "beneficiary"


def called_off(nucleus: Nucleus) -> bool:
    """Tell a noun of which it is said behind a clause set apart that it was called off: "форум, …, отменён"."""
    elements = nucleus.row.elements
    if "denied" not in nucleus.row.roles or nucleus.verbal or nucleus.during:
        return False
    for before, e in pairwise(elements[nucleus.at : nucleus.at + _PREDICATE]):
        if e.trigger is not None and e.trigger.type and e.trigger.form == "noun":
            return False
        if before.kind == "comma" and e.role == "denied":
            return True
    return False


def put_off(nucleus: Nucleus) -> bool:
    """Tell such a subject that is put off, to no day: "[поездка] министра Ли в Осло была перенесена на осень"."""
    told = _predicate(nucleus) if {"negated", "denied"} & nucleus.row.roles else None
    dated = told is not None and any(e.date is not None and e.first > told.first for e in nucleus.row.elements)
    return told is not None and told.role != "planned" and not dated


def _predicate(nucleus: Nucleus) -> Element | None:
    """What is said of a Russian subject behind its complements, if it is planned, put off or called off."""
    row, elements = nucleus.row, nucleus.row.elements
    if not row.passage.language.fusional or "nom" not in nucleus.element.cases:
        return None
    before = next((e for e in reversed(elements[: nucleus.at]) if e.kind not in {"text", "place", "date"}), None)
    if before is not None and (before.role in _GOVERNED or before.trigger is not None):
        return None
    for e in elements[nucleus.at + 1 : nucleus.at + _PREDICATE]:
        if e.role in {"planned", "negated", "denied"}:
            return e if predicate(row.norm(e)) else None
        subject = e.actor is not None and e.actor.person and e.actor.case == "nom"
        if subject or e.kind == "comma" or e.role == "stop" or e.trigger is not None:
            return None
    return None


def _listed(nucleus: Nucleus) -> bool:
    """Tell what a colon lists after a word of planning: "ожидается программа: переговоры с министром"."""
    row, colon = nucleus.row, False
    for i in range(nucleus.at - 1, max(-1, nucleus.at - _PREDICATE), -1):
        e = row.elements[i]
        colon = colon or row.norm(e) == ":"
        if colon and e.role == "planned":
            return True
        if e.role == "stop" or e.is_trigger("verb"):
            return False
    return False
