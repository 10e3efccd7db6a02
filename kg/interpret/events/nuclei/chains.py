"""Chains of verbs with one subject: "will meet N, hold talks with M and visit Oslo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.voice import is_reduced

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Row

# Adverbs between a comma or "and" and a verb, and elements from one verb of a chain to the next.
_ADVERBS, _LINK = 2, 40
# Longest chain.
_LONGEST = 8


def link(row: Row, at: int) -> int | None:
    """Index of the verb to which a comma or "and" joins the verb at an index, or None; for languages without cases."""
    trigger = row.elements[at].trigger
    if not row.passage.language.analytic or trigger is None or trigger.form not in {"infinitive", "verb"}:
        return None
    if trigger.form == "verb" and (trigger.tense != "past" or is_reduced(row, at)):
        return None
    k = at - 1
    while k > 0 and at - k <= _ADVERBS and row.elements[k].kind == "text":
        k -= 1
    if not (k > 0 and (row.elements[k].kind == "comma" or row.elements[k].role == "and")):
        return None
    for j in range(k - 1, max(-1, k - _LINK), -1):
        e = row.elements[j]
        if e.role == "stop":
            return None
        if e.trigger is not None and e.trigger.form != "noun" and e.frame:
            same = (e.trigger.form, e.trigger.tense) == (trigger.form, trigger.tense)
            return j if same else None
    return None


def head(row: Row, at: int) -> int:
    """Index of the first verb of the chain of the verb at an index: itself where none is joined."""
    for _ in range(_LONGEST):
        before = link(row, at)
        if before is None:
            return at
        at = before
    return at


def planned(row: Row, at: int) -> bool:
    """Tell an infinitive joined to one before which "will" or "is due to" stands, or one that somebody "is to" do."""
    if not (row.passage.language.analytic and row.elements[at].is_trigger("infinitive")):
        return False
    first = head(row, at)
    who, *is_to = row.elements[max(0, first - 3) : first] or [row.elements[first]]
    if who.actor is not None and [e.role for e in is_to] == ["passive", "to"]:
        return True  # "the minister is to meet"
    if first == at and row.elements[at - 1].role != "and":
        return False
    for e in reversed(row.elements[max(0, first - _LINK) : first]):
        if e.role == "planned":
            return True
        if e.role == "stop" or (e.trigger is not None and e.trigger.form == "verb"):
            return False
    return False
