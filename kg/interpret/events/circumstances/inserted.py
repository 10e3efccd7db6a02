"""Clauses that commas set apart behind a noun, where cases are marked: "министр, прибывший в Осло, встретился"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.interpret import russian
from kg.interpret.events.sentence.row import ARTICLES
from kg.language.russian import predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus, Slot
    from kg.interpret.events.sentence.row import Element, Row

# Elements of such a clause.
_LONGEST = 60
# Elements from the comma to a day right behind the participle: ", отмечаемое 5 мая", ", который 5 мая подал".
_BESIDE = 4


class Apart:
    """A clause of a row and what such clauses set apart from it, for asking of which nucleus a date is."""

    def __init__(self, clause: Clause) -> None:
        """Look for them, where cases are marked."""
        self._clause, self._spans = clause, _spans(clause.row)
        self._rest = clause.outside([(s.start, s.end) for s in self._spans if s.closed]) if self._spans else clause

    def owner(self, i: int, owner: Callable[[Clause, int], Nucleus | None]) -> Nucleus | None:
        """The nucleus of the date at an index: inside such a clause one told there or the noun before it."""
        span = next((s for s in self._spans if s.start < i < s.end), None)
        if span is None:
            return owner(self._rest, i)
        told = [s for s in (*self._clause.before(i), *self._clause.after(i)) if span.start < s.at < span.end]
        if told:
            return told[0].nucleus
        of_noun = _antecedent(self._clause, span)
        return of_noun if span.closed or of_noun or i - span.start <= _BESIDE else owner(self._clause, i)


def of_another_thing(nucleus: Nucleus) -> bool:
    """Tell an event of what a thing comes from: "в рамках соглашения, достигнутого в ходе [визита], прошла встреча"."""
    within = (s for s in _spans(nucleus.row) if s.closed and s.start < nucleus.at < s.end)
    return any(s.start > 0 and nucleus.row.elements[s.start - 1].kind == "text" for s in within)


class _Span(NamedTuple):
    """From the comma that opens such a clause to that which closes it, or the end; `closed` if a main verb follows."""

    start: int
    end: int
    closed: bool


def _antecedent(clause: Clause, span: _Span) -> Nucleus | None:
    """The noun of events with which what stands before a comma ends: "встреча с Кимом, запланированная на [5 мая]"."""
    row = clause.row
    for slot in clause.before(span.start)[:1]:
        gap = row.elements[slot.at + 1 : span.start]
        verb = any(e.kind == "text" and predicate(row.norm(e)) for e in gap)
        other = verb or any(e.kind == "comma" or e.trigger is not None for e in gap)
        return slot.nucleus if slot.noun and not other else None
    return None


def _spans(row: Row) -> list[_Span]:
    """Such clauses of a row, in order."""
    found: list[_Span] = []
    if not row.passage.language.fusional:
        return found
    for k, e in enumerate(row.elements[:-1]):
        if e.kind == "comma" and k >= (found[-1].end if found else 0) and _opens(row, row.elements[k + 1]):
            found.append(_span(row, k))
    return found


def _opens(row: Row, e: Element) -> bool:
    """Tell a participle, or "which" as a subject."""
    if e.role == "stop":
        return e.form is not None and "nom" in e.form.cases
    return e.is_trigger("participle") or (e.kind in {"text", "word"} and russian.participle(row.norm(e)))


def _span(row: Row, comma: int) -> _Span:
    """Of "which" up to the first comma behind its verb; of a participle to the last before a finite verb, or the first.

    "Министр, прибывший в Осло для встречи с Кимом, Ли и Роу, [встретился]"; "указ, подписанный 5 мая, и план".
    """
    start, elements = comma + 1, row.elements
    beyond = min(len(elements), start + _LONGEST)
    commas = [i for i in range(start, beyond) if elements[i].kind == "comma"]
    verb = _finite(row, start, beyond)
    if elements[start].role == "stop":
        end = next((i for i in commas if i > verb), beyond)
        return _Span(comma, end, closed=_finite(row, end, beyond) < beyond)
    while any(e.role == "stop" for e in elements[start:verb]) and verb < beyond:
        start, verb = verb, _finite(row, verb + 1, beyond)  # "прибывший в Осло, где [проходит] форум, встретился"
    if verb < beyond and commas and commas[0] < verb:
        behind = [i for i in commas if i < verb]
        while len(behind) > 1 and _day(elements[behind[-2] + 1 : behind[-1]]):
            behind.pop()  # "прибывший в понедельник, сегодня, [16 июля], проведёт"
        return _Span(comma, behind[-1], closed=True)
    return _Span(comma, commas[0] if commas else beyond, closed=False)


def _day(stretch: Sequence[Element]) -> bool:
    """Tell what stands between commas and is only a day, or a single word beside one ("сегодня")."""
    return all(e.kind == "date" for e in stretch) or [e.kind for e in stretch] == ["text"]


def _finite(row: Row, start: int, beyond: int) -> int:
    """The first finite verb or short participle from an index on, else `beyond`."""
    for i in range(start, beyond):
        e = row.elements[i]
        if e.is_trigger("verb") or (e.kind == "text" and predicate(row.norm(e))):
            return i
    return beyond


def opens_clause(clause: Clause, i: int, before: Sequence[Slot], after: Sequence[Slot]) -> bool:
    """Tell a day that opens an English clause with its own subject: "will meet N, and [tomorrow] she will visit"."""
    elements = clause.row.elements
    if clause.cases or elements[i].date is None or not (before and after) or after[0].noun:
        return False
    left = next((e for e in reversed(elements[:i]) if e.role != "in"), None)
    right = next((e for e in elements[i + 1 :] if e.role not in ARTICLES and e.kind != "comma"), None)
    subject = right is not None and (right.role == "he" or (right.actor is not None and right.actor.person))
    return subject and left is not None and left.role == "and"
