"""What the words around a noun of events say of it: known or new, which of a series, a frame for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.ordinals import counted, number, written
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element

# Elements before a noun in which its determiners stand.
_BEFORE = 6
# Elements of an abbreviation in brackets.
_BRACKET = 6
# Elements from a verb of talking to what is talked over, and roles of prepositions before what isn't.
_TALK = 16
_GOVERNING = frozenset({"in", "to", "with", "from"})
# Roles of the words by which a noun only frames what the sentence tells.
FRAMING = frozenset({"before", "during", "within", "after"})
# Roles of the words that determine a noun.
DETERMINERS = ARTICLES | {"novel", "next", "ordinal", "series"}


def determine(nucleus: Nucleus) -> None:
    """Read articles, demonstratives and ordinals before a noun, and whether it only frames the sentence."""
    row = nucleus.row
    for i in range(nucleus.at - 1, max(-1, nucleus.at - 1 - _BEFORE), -1):
        e = row.elements[i]
        if e.kind == "word" and e.role in DETERMINERS:
            if e.role == "novel" and nucleus.at - i > 2:  # noqa: PLR2004 - "a meeting of other persons" is not another
                break
            _determiner(nucleus, e)
            if e.role in ARTICLES:
                break
        elif e.date is not None and row.passage.language.genitive(row.norm(e)):
            nucleus.definite = True  # "today's meeting"
            break
        elif e.kind == "text":
            nucleus.ordinal = nucleus.ordinal if nucleus.ordinal is not None else number(row, i)
        elif not ((e.kind == "mark" and row.norm(e) in '-«»"“”.') or (e.place is not None and e.place.case == "adj")):
            break
    _finish(nucleus)


def _finish(nucleus: Nucleus) -> None:
    """What is told by more than the words right before a noun."""
    row = nucleus.row
    if nucleus.next and nucleus.ordinal is not None:
        nucleus.novel = False  # "the next, 10th round" has its number
    if row.passage.language.analytic and nucleus.ordinal is None and not nucleus.indefinite:
        nucleus.ordinal = counted(row, nucleus.at)
    if not row.passage.language.analytic and _opens(nucleus):
        nucleus.definite = True  # without articles, what opens a sentence is known: "Встреча прошла 5 мая"
    if row.passage.language.head_final:
        _framed_after(nucleus)
    else:
        _framed_before(nucleus)


def _opens(nucleus: Nucleus) -> bool:
    """Tell whether a bare noun opens the sentence."""
    return all(e.kind == "mark" or e.role == "and" for e in nucleus.row.elements[: nucleus.at][:3]) and nucleus.at <= 3  # noqa: PLR2004


def _determiner(nucleus: Nucleus, e: Element) -> None:
    nucleus.definite = nucleus.definite or e.role == "definite"
    nucleus.indefinite = nucleus.indefinite or e.role == "indefinite"
    nucleus.novel = nucleus.novel or e.role in {"novel", "next"}
    nucleus.next = nucleus.next or e.role == "next"
    coming = e.role == "next" and nucleus.row.passage.language.analytic
    nucleus.regular = nucleus.regular or coming or e.role == "series"
    if e.role == "ordinal" and nucleus.ordinal is None:  # the nearest: "ýedinji çagyrylyşyň [birinji] maslahaty"
        nucleus.ordinal = written(nucleus.row, e)


def _framed_after(nucleus: Nucleus) -> None:
    """A particle after the noun: "Duşuşygyň barşynda", "сапар аясында"."""
    row = nucleus.row
    after = row.elements[nucleus.at + 1 : nucleus.at + 3 + _BRACKET]
    if after and row.norm(after[0]) == "(":  # "konferensiýasynyň (RECCA VII) çäginde"
        closed = next((n for n, e in enumerate(after) if row.norm(e) == ")"), len(after))
        after = after[closed + 1 :]
    for e in after[:2]:
        if e.kind == "word" and e.role in FRAMING:
            nucleus.during = e.role
            return
        trigger = nucleus.element.trigger
        there = trigger is not None and trigger.case == "loc"  # "министрдің кездесуінде көлік [мәселесі] қозғалды"
        nucleus.topical = nucleus.topical or (e.role == "topic" and not there)
        if e.kind != "text":
            return


def _framed_before(nucleus: Nucleus) -> None:
    """A preposition before the noun: "в ходе встречи", "as part of the visit"."""
    at = _included_in(nucleus)
    for i in range(at - 1, max(-1, at - _BEFORE), -1):
        e = nucleus.row.elements[i]
        if e.kind == "word" and e.role in FRAMING:
            nucleus.during = e.role
            return
        if e.role == "topic":
            nucleus.topical = True
        if e.role == "topic" or e.kind in {"comma", "trigger", "date", "place"}:
            break
    nucleus.topical = nucleus.topical or _talked_over(nucleus)


def _included_in(nucleus: Nucleus) -> int:
    """Where the noun stands, or those of which it is one: "планы [визитов], в том числе визита министра"."""
    row, at = nucleus.row, nucleus.at
    if not at or row.norm(row.elements[at - 1]) not in row.passage.language.events.including:
        return at
    before = ((i, row.elements[i].trigger) for i in reversed(row.triggers) if i < at)
    return next((i for i, t in before if t is not None and (t.form, t.type) == ("noun", nucleus.type)), at)


def _talked_over(nucleus: Nucleus) -> bool:
    """Tell a Russian visit that people talked over: "обсудили график на год, включая [визит] министра в Осло".

    One of which they talked over the results took place: "обсудили итоги визита министра в Осло".
    """
    row = nucleus.row
    if not row.passage.language.fusional or nucleus.type != "visit":
        return False
    direct = not {"acc", "nom", "gen"}.isdisjoint(nucleus.element.cases)
    before = row.elements[nucleus.at - 1] if nucleus.at else None
    if not direct or (before is not None and before.role in _GOVERNING):
        return False
    for i in range(nucleus.at - 1, max(-1, nucleus.at - _TALK), -1):
        if row.norm(row.elements[i]) in row.passage.language.events.outcomes:
            return False
        if row.elements[i].role == "stop" or row.elements[i].frame:
            return row.elements[i].frame == "discuss"
    return False
