"""Titles in quotation marks in a row: where one that opens ends, and where one that ends opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.sentence.row import DASHES

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Row

_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"'}
_MARKS = frozenset('«»“”„"')
_CLOSED, _OPENED = frozenset("»”"), frozenset("«“")
_LONGEST = 25  # elements


def title_end(row: Row, i: int) -> int | None:
    """The mark that closes the title opened by the element `i`; None where that opens none."""
    e = row.elements[i]
    closing = _CLOSING.get(row.norm(e)) if e.kind == "mark" else None
    if closing is None:
        return None
    ahead = range(i + 1, min(len(row.elements), i + _LONGEST))
    return next((j for j in ahead if row.norm(row.elements[j]) in closing), None)


def title_start(row: Row, i: int) -> int | None:
    """The mark that opens the title closed by the element `i`; None where that closes none."""
    e = row.elements[i]
    mark = row.norm(e) if e.kind == "mark" else ""
    opening = {opened for opened, closing in _CLOSING.items() if mark and mark in closing}
    if not opening:
        return None
    behind = range(i - 1, max(-1, i - _LONGEST), -1)
    return next((j for j in behind if row.norm(row.elements[j]) in opening), None)


def titles(row: Row) -> set[int]:
    """Elements inside the titles of things, where the verb stands last: "“Çili we suw” atly maslahat".

    A title has more than one element, no verb and no mark, such as the dash between the parties to a dialogue, and a
    noun follows it, with the word for titles or without.
    """
    found = set[int]()
    for i, e in enumerate(row.elements):
        end = title_end(row, i) if e.kind == "mark" else None
        if end is None or end == i + 2 or end + 1 >= len(row.elements):
            continue
        after, inside = row.elements[end + 1], range(i + 1, end)
        noun = after.kind == "text" or after.is_trigger("noun")
        if noun and not any(row.elements[k].is_trigger("verb") or row.elements[k].kind == "mark" for k in inside):
            found |= set(inside)
    return found


def depths(row: Row) -> list[int]:
    """For each element 0 outside quotation marks, else the number of the quotation: what is said in it is of it."""
    if _MARKS.isdisjoint(row.passage.sentence.words):
        return [0] * len(row.elements)
    found, inside, count = [], 0, 0
    paired = sum(e.kind == "mark" and row.norm(e) == '"' for e in row.elements) % 2 == 0
    for e in row.elements:
        mark = row.norm(e) if e.kind == "mark" else ""
        closes = mark in {"»", "”"} or (mark == '"' and inside > 0)
        if mark in {"«", "“"} or (mark == '"' and paired and not inside):
            count += 1
            inside = count
        found.append(inside)
        inside = 0 if closes else inside
    return found


def speech(row: Row) -> range:
    """The elements of speech that a mark, a comma or dash and a verb of saying close: "«…», – [деді] N брифингте".

    Speech that an earlier sentence opened begins with the row.
    """
    if _CLOSED.isdisjoint(row.passage.sentence.words):
        return range(0)
    for i in row.triggers if "say" in row.frames else ():
        back = i - 1
        while back > 0 and (row.elements[back].kind == "comma" or row.norm(row.elements[back]) in DASHES):
            back -= 1
        closed = row.elements[back].kind == "mark" and row.norm(row.elements[back]) in _CLOSED
        if row.elements[i].frame == "say" and closed and back < i - 1:
            return range(_opened(row, back), back)
    return range(0)


def _opened(row: Row, closing: int) -> int:
    """The mark that opens what the one at `closing` closes, over names quoted inside; 0 where none does."""
    depth = 0
    for k in range(closing, -1, -1):
        mark = row.norm(row.elements[k])
        depth += (mark in _CLOSED) - (mark in _OPENED)
        if not depth:
            return k
    return 0
