"""An election told on without its noun: "They will be held on 5 May", "Ol 5-nji maýda geçiriler".

So by a verb for electing: "14 сәуірде жаңа депутат сайланады".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.interpret.elections.dating import year_known
from kg.interpret.elections.line import REACH, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.interpret.elections.reports import Report
    from kg.interpret.passages import Passage
    from kg.model import DateMention


def continued(passage: Passage, before: Sequence[Report]) -> Iterator[Report]:
    """What a sentence tells with a pronoun of the elections that the sentence before speaks of: their date.

    Nothing where another event was spoken of, which the pronoun may stand for, or where the verb "to hold" is not
    near the date.
    """
    data = passage.language.elections
    if not before or not passage.dates or not _right_behind(passage, before[0].passage):
        return
    if (electing := _elects(passage)) is not None:
        yield from _dated(passage, before, passage.dates[0], "planned", electing)
        return
    pronoun = data.match("pronouns").first(passage.low, passage.start, passage.end)
    if pronoun is None:
        return
    line = Line(passage, data)
    for holding in line.holdings:
        date = next((d for d in passage.dates if pronoun[1] <= d.start and _near(line, d.start, holding.start)), None)
        if holding.participle or date is None:
            continue
        status = "planned" if holding.status == "planned" else "held"
        yield from _dated(passage, before, date, status, (holding.start, holding.end))
        return


def _dated(
    passage: Passage, before: Sequence[Report], date: DateMention, status: str, trigger: tuple[int, int]
) -> Iterator[Report]:
    """Reports of elections told before with the date and status that a sentence gives them, and its verb's span."""
    for report in before:
        yield replace(
            report,
            passage=passage,
            date=year_known(date.iso, passage.today),
            date_end=date.iso_end,
            status=status,
            trigger=passage.text[trigger[0] : trigger[1]],
            specific=True,
        )


def _elects(passage: Passage) -> tuple[int, int] | None:
    """The span of a verb by which an office will be filled: "14 сәуірге белгіленген додада жаңа депутат [сайланады]".

    None where the sentence has several days, of which one may be another's.
    """
    data = passage.language.elections
    verb = data.match("electing").first(passage.low, passage.start, passage.end)
    if verb is None or len(passage.dates) != 1 or passage.dates[0].start > verb[0]:
        return None
    seat = data.match_filled.first(passage.low, passage.dates[0].end, verb[0])
    return verb[:2] if seat is not None else None


def _right_behind(passage: Passage, before: Passage) -> bool:
    other = any(t.form == "noun" and t.type != "election" for t in (*before.triggers, *passage.triggers))
    return passage.index == before.index + 1 and passage.sentence.item == before.sentence.item and not other


def _near(line: Line, one: int, other: int) -> bool:
    return len(line.inside(*sorted((one, other)))) <= REACH
