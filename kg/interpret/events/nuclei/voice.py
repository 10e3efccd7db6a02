"""Which way a verb of events looks: whether its subject did something or had it done to it, or it is a participle."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import YEAR

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Row

# Elements from a participle that opens a sentence to its year.
_SINCE = 3


def has_object(row: Row, i: int) -> bool:
    """Tell an infinitive that has an object: "the readiness to [continue] providing support", not "is to continue"."""
    e, before, after = row.elements[i], row.elements[max(0, i - 2) : i], row.elements[i + 1 : i + 2]
    infinitive = e.is_trigger("infinitive") and [x.role for x in before[1:]] == ["to"]
    told = bool(before) and before[0].role not in {"passive", "planned"}
    return row.passage.language.analytic and infinitive and told and bool(after) and after[0].kind == "text"


def is_intransitive(row: Row, i: int) -> bool:
    """Tell "opened" of what itself opened: a date, a place or a preposition follows ("which opened on 5 May")."""
    return row.elements[i].frame == "open" and row.passage.language.analytic and ends_there(row, i)


def ends_there(row: Row, i: int) -> bool:
    """Tell a verb that no object follows: "[convened] in Oslo"."""
    after = row.elements[i + 1] if i + 1 < len(row.elements) else None
    if after is None or after.kind in {"date", "place", "mark", "comma"} or after.role == "in":
        return True
    return row.norm(after) in row.passage.language.events.moments


def is_passive(row: Row, i: int) -> bool:
    """Tell whether a verb is passive: by its form, or by "was" before it."""
    trigger = row.elements[i].trigger
    if trigger is None or trigger.passive or trigger.tense != "past":
        return trigger is not None and trigger.passive
    before = [e.role for e in row.elements[max(0, i - 3) : i]]
    beside = [e.role for e in row.elements[i + 1 : i + 2]]
    # "to be held", "Joined by the ambassador, she"
    return "passive" in before or (row.passage.language.analytic and (before[-1:] == ["planned"] or beside == ["by"]))


def made_noun(row: Row, i: int) -> bool:
    """Tell a Turkic verb that is made a noun, with its subject in the genitive: "forumyň [geçiriljekdigini] aýtdy".

    So of an infinitive before a word of planning: "forumyň [geçirilmegine] garaşylýar".
    """
    nominal, trigger = row.passage.language.events.nominal, row.elements[i].trigger
    if trigger is None or not row.passage.language.head_final:
        return False
    if trigger.form == "infinitive":
        return [e.role for e in row.elements[i + 1 : i + 2]] == ["planned"]
    return trigger.form == "verb" and bool(nominal and re.search(nominal, trigger.text))


def is_reduced(row: Row, i: int) -> bool:
    """Tell whether a past form stands right after its noun: "the meeting held in Almaty"."""
    trigger = row.elements[i].trigger
    after = row.elements[i + 1] if i + 1 < len(row.elements) else None
    if trigger is None or after is None or trigger.tense != "past":
        return False
    if row.elements[i].frame not in {"hold", "organise"}:
        return False
    return after.kind in {"date", "place"} or after.role in {"in", "venue", "from", "between", "present", "by"}


def having(row: Row, i: int) -> bool:
    """Tell what was done before the sentence: "Having [completed] her mission, the envoy"."""
    k = i - 2 if i > 1 and row.elements[i - 1].role == "passive" else i - 1  # "Having been [briefed] by N, M left"
    return k >= 0 and row.elements[k].frame == "hold" and row.elements[k].is_trigger("participle")


def modal(row: Row, i: int) -> bool:
    """Tell an English verb that its modal makes finite: "will [meet], on Friday, the minister"."""
    before = [row.norm(e) for e in row.elements[max(0, i - 2) : i]]
    return "to" not in before and any(word in before for word in row.passage.language.events.modals)


def speaking(row: Row, i: int) -> bool:
    """Tell English speech face to face: "[Speaking with] the minister, she noted", no telephone in the row."""
    trigger = row.elements[i].trigger
    doing = trigger is not None and trigger.form == "participle"
    return doing and row.passage.language.analytic and "phone" not in row.roles


def founds(row: Row, i: int) -> bool:
    """Tell an English participle that opens a sentence on what was set up then: "[Launched] in 2004, the Dialogue"."""
    trigger, near = row.elements[i].trigger, row.elements[i + 1 : i + 1 + _SINCE]
    opens = i == 0 and row.elements[i].frame == "organise" and trigger is not None and trigger.tense == "past"
    years = (e.date for e in near if e.date is not None)
    return opens and row.passage.language.analytic and any(len(d.iso) == YEAR for d in years)
