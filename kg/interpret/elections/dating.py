"""Which date of a sentence is an election's, and which form of "to hold" tells whether it took place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.days import to_come
from kg.interpret.elections.line import BRIDGE, COMMA, DATE, HOLDING, LINK, PARTICIPLE, REACH, WORD

if TYPE_CHECKING:
    from kg.interpret.elections.line import Line, Said
    from kg.model import DateMention

_VERB = 15  # characters: a verb and a postposition ("өткізу туралы")
_FAR = 400  # characters: no date further away goes with a phrase, however long the sentence


def dated(line: Line, start: int, end: int, head: int) -> tuple[DateMention | None, Said | None]:
    """The date that goes with a phrase and the form of "to hold" that tells its status, each or None."""
    find = _dated_last if line.passage.language.head_final else _dated_first
    best: tuple[DateMention, Said | None] | None = None
    around = [d for d in line.passage.dates if start - _FAR < d.start < end + _FAR]
    for date in sorted(around, key=lambda d: (min(abs(d.start - end), abs(start - d.end)), d.start)):
        found, holding = find(line, date, start, end, head)
        if found:
            best = (date, holding)
            break
    if best and best[1]:
        return best
    near = (
        line.holding_in(start, head)
        or line.holding_near(end - 1, 1)
        or (line.holding_near(start, -1) if not line.passage.language.head_final else None)
    )
    return (best[0] if best else None), near


def year_known(iso: str, item: str | None) -> str:
    """A day in the year of its item's, where it tells none itself."""
    return item[:4] + iso[4:] if item and iso.startswith("XXXX") else iso


def told_day(date: DateMention, item: str | None, *, planned: bool) -> str:
    """The day of an election by its item's: a weekday of one that is `planned` is the next, not the last."""
    return year_known(to_come(date, item, item) if planned else date.iso, item)


def _dated_first(line: Line, date: DateMention, start: int, end: int, head: int) -> tuple[bool, Said | None]:
    if start <= date.start and date.end <= head:
        return True, line.holding_before(date.start)
    if date.start >= end:
        if not line.between(end, date.start, WORD | LINK | BRIDGE | HOLDING | PARTICIPLE | COMMA):
            return _held_later(line, end, date)
        return True, line.holding_in(end, date.start) or line.holding_near(date.end - 1, 1)
    if date.end <= start and line.between(date.end, start, WORD | LINK | BRIDGE | HOLDING | COMMA):
        holding = line.holding_in(date.end, start) or line.holding_near(end - 1, 1)
        return holding is not None, holding
    if date.end <= start:  # "elections held" may be told of before: "… on which elections will be held"
        return False, None
    return start <= date.start and date.end <= end, None


def _held_later(line: Line, end: int, date: DateMention) -> tuple[bool, Said | None]:
    """A date behind the verb of a phrase with a further complement: "the referendum on X was held on 5 June"."""
    holding = line.holding_in(end, date.start)
    if not holding or not line.between(holding.end, date.start, WORD | LINK | BRIDGE):
        return False, None
    between = line.inside(end, holding.start)
    if between and line.tokens[between[-1]].text == ",":  # "a referendum on the constitution, held on 5 June"
        between = between[:-1]
    clause = line.has_mark(between) or any(
        end <= t.start < holding.start and t.type != "election" for t in line.passage.triggers
    )
    return (False, None) if clause or len(between) > 2 * REACH else (True, holding)


def _dated_last(line: Line, date: DateMention, _start: int, end: int, head: int) -> tuple[bool, Said | None]:
    if date.end <= head:
        if not line.between(date.end, head, WORD | LINK | BRIDGE | PARTICIPLE | DATE | COMMA):
            matter = _on_matter(line, date, head)
            return (True, matter) if matter else _held_behind(line, date, end, head)
        relative = line.holding_in(date.end, head, participle=True)
        if relative:
            return True, relative
        if _qualifies(line, date):
            return True, line.holding_near(end - 1, 1)
        holding = line.holding_near(end - 1, 1)
        return holding is not None, holding
    if line.between(end, date.start, WORD | LINK | BRIDGE | COMMA):
        holding = line.holding_near(date.end - 1, 1)
        return holding is not None, holding
    return False, None


def _on_matter(line: Line, date: DateMention, head: int) -> Said | None:
    """A participle of "to hold" before what a referendum is about: "6 қазанда [өтетін] су туралы референдум"."""
    holding = line.holding_in(date.end, head, participle=True)
    if holding is None or not line.between(date.end, holding.start, WORD | LINK | BRIDGE):
        return None
    between = line.inside(holding.end, head)
    other = any(holding.end <= t.start < head and t.type not in {"other", "election"} for t in line.passage.triggers)
    if other or not between or len(between) > REACH or line.has_mark(between):
        return None
    return holding if line.data.match("matters").whole[line.tokens[between[-1]].norm] is not None else None


def _held_behind(line: Line, date: DateMention, end: int, head: int) -> tuple[bool, Said | None]:
    """A date before other words of a clause whose verb is "to hold": "5 mayda ýurtda üçünji gezek saýlawlar geçirildi".

    The same of holding one: "6 қазанда … салу туралы референдум өткізу туралы".
    """
    between = line.inside(date.end, head)
    far = len(between) > 2 * REACH and date.start > line.passage.start  # a day that opens a sentence is of all of it
    if far or line.has_mark(between):
        return False, None
    behind = line.data.match("preparing").first(line.passage.low, end, end + _VERB)
    if behind and not line.passage.low[end : behind[0]].strip():
        met = (t for t in line.passage.triggers if t.start >= behind[1] and t.type not in {"other", "election"})
        return not any(met), None  # "5-nji maýda saýlawlara taýýarlyk görmek boýunça [mejlis] geçirildi"
    holding = line.holding_near(end - 1, 1)
    if holding is None or holding.participle or line.passage.low[end : holding.start].strip():
        return False, None
    other = any(date.end <= t.start < head and t.type not in {"other", "election"} for t in line.passage.triggers)
    return (False, None) if other else (True, holding)


def _qualifies(line: Line, date: DateMention) -> bool:
    """Tell whether a Turkic date ends as an attribute: "7-nji iýuldaky", "2023 жылғы"."""
    low = line.passage.low
    after = line.index(date.end - 1) + 1
    stop = line.tokens[after].end if after < len(line.tokens) else date.end
    for reach in (date.end, stop):
        last = line.data.match("dated").last(low, date.start, reach)
        if last and last[1] == reach:
            return True
    return False
