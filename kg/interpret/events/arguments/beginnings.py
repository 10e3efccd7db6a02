"""With whom an English clause begins, whatever stood before, and what goes on with the list before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.interpret.events.arguments.clauses import before_verb, goes_on, list_end
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Actor, Element, Row


class State(NamedTuple):
    """What the words before an actor say: the list's marker, that of the phrase in it, people, and a finite verb."""

    base: str
    nested: str
    held: str
    finite: bool


def begins_clause(row: Row, i: int, actor: Actor, before: Element, state: State) -> bool:
    """Tell an actor at an index with whom a clause begins; `before` is the element before."""
    if before.frame == "say" and goes_on(row, i):
        return True  # "the spokesman said [N] would meet"
    if row.norm(before) in row.passage.language.events.conjunctions:  # "after [N] and M met"
        return before_verb(row, list_end(row, i))
    says = row.elements[i + 1 : i + 2]
    behind = row.elements[i - 2] if before.role in ARTICLES else before
    if says and says[0].frame == "say" and (behind.kind in {"comma", "mark"} or (state.held and actor.person)):
        return True  # "held in Osh,” [the ministry] said", ", head of the department of the office [N] said"
    if (
        behind.kind == "comma" or before.kind == "comma" or _behind_day(row, i)
    ):  # "In addition to the meeting with A, [B] also met"
        opened = not state.finite and state.base not in {"subject", "object"}
        last = list_end(row, i)
        last += row.elements[last + 1 : last + 2] != [] and row.elements[last + 1].kind == "comma"
        return opened and goes_on(row, last)  # "In May, N, Minister of Energy, held"
    if before.role == "and" and state.base == "object" and actor.person and state.finite:
        return _acts(row, i)  # "the minister presented the bill, and [N] spoke"
    spoke = state.nested == "in" and before.kind == "text" and actor.person and not state.held
    return spoke and before_verb(row, i)  # "In his speech [N] noted"


def _behind_day(row: Row, i: int) -> bool:
    """Tell an actor behind a comma and a date: "On the margins of the Assembly, on 5 May [N] met M"."""
    k = i - 1
    while k > 0 and (row.elements[k].kind in {"date", "place"} or row.elements[k].role in {"in", *ARTICLES}):
        k -= 1
    return row.elements[k].kind == "comma" and any(e.kind == "date" for e in row.elements[k:i])


def _acts(row: Row, i: int) -> bool:
    """Tell an actor with a finite verb of events right behind."""
    after = row.elements[i + 1] if i + 1 < len(row.elements) else None
    return after is not None and bool(after.frame) and after.is_trigger("verb")


def where_too(row: Row, i: int, where: int) -> bool:
    """Tell a further country of a list that tells where something is: "embassies in Chile, [Peru] and [Cuba]".

    `where` is the index of the place told last.
    """
    k = i - 1
    while k > 0 and (row.elements[k].kind == "comma" or row.elements[k].role in {"and", "definite"}):
        k -= 1
    return k == where and k < i - 1
