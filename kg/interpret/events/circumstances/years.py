"""Which of several days and years told beside an event are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.voice import founds
from kg.model import YEAR

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Row
    from kg.model import DateMention

# Elements from "initiated", or "establishment", to when.
_FOUNDED = 10


def exact(dates: list[DateMention], ends: list[DateMention]) -> list[DateMention]:
    """The days of an event, else its last; that, too, where it is more exact: "this year's courses ended on 9 May"."""
    last = ends[0].iso if ends else ""
    vague = all(last.startswith(d.iso) and d.iso != last for d in dates)
    return ends if vague and ends else dates


def counts(nucleus: Nucleus, date: DateMention) -> bool:
    """Tell the year of whose events a Russian noun is one: "это уже четвёртая [встреча] президентов в 2024 году"."""
    numbered = nucleus.ordinal is not None and nucleus.untold and nucleus.row.passage.language.fusional
    return numbered and len(date.iso) == YEAR


def founded(row: Row, i: int) -> bool:
    """Tell when something was set up: "the forum, initiated by the Centre in [2018]", "since ties' creation in [1992]".

    Of a Russian founding only a year is told: "в честь установления отношений [5 мая] состоялся приём" is of today.
    """
    founding, date = row.passage.language.events.founding, row.elements[i].date
    if founds(row, 0):
        return True  # "Launched in [2004], the Dialogue has seen 15 meetings"
    before = row.elements[max(0, i - _FOUNDED) : i] if founding else ()
    told = next((n for n in range(len(before) - 1, -1, -1) if row.norm(before[n]) in founding), None)
    gerund = row.passage.language.morphology.gerund
    if told is not None and gerund and row.norm(before[told]).endswith(gerund):
        told = told if any(e.role == "of" for e in before[told + 1 : told + 2]) else None  # but "the founding states"
    day = row.passage.language.fusional and date is not None and "-" in date.iso
    return told is not None and not day and all(e.trigger is None for e in before[told:])
