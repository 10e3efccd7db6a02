"""Members of a list that have the marker of the one before: what a preposition or title governs goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.sentence.row import CLOSING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Actor, Element, Row

# Plain words between a noun of events and the body whose it is: "сессия Генеральной Ассамблеи [ООН]".
_PLAIN = 3
# Elements that open a list of those who were there: "Among the honoured guests", and farthest that "were" is behind.
_OPENING = 4
_LISTED = 24
# Marks that close a name.
_QUOTES = CLOSING | {"’"}


def listed_with(row: Row, found: Sequence[Member], i: int, actor: Actor) -> Member | None:
    """The member before the element `i` in a list, whose part is this one's, or None; `found` in order, without it."""
    last = found[-1] if found else None
    if last is None:
        return None
    return (_framed if row.passage.language.fusional else _states)(row, last, i, actor)


def holders(row: Row, before: Element) -> bool:
    """Tell a title in the plural, but of envoys: "met the ministers of [Chile, Peru and Cuba]"."""
    hit = row.passage.language.post_heads.find(row.norm(before)) if row.passage.language.analytic else None
    return hit is not None and bool(hit.analysis.number) and hit.entry.post != "ambassador"


def owned(actor: Actor, before: Element | None) -> bool:
    """Tell a body right behind a body or an office, whose it is: "на полях совещания Совета [СНГ]"."""
    whose = before.actor if before is not None else None
    return not actor.person and whose is not None and whose.id[:1] != "p" and not actor.country


def brought_about(row: Row, i: int, found: Sequence[Member]) -> bool:
    """Tell by whom what is no event was begun or led: "the reforms [initiated by] the President".

    So "the initiative established by the Union and [led by] Chile".
    """
    if row.elements[i].role == "lead":
        return bool(found) and (found[-1].at, found[-1].marker) == (i - 2, "by")
    founding = row.passage.language.events.founding
    begun = row.norm(row.elements[i]).split()[0] in founding and row.elements[i].role == "organiser"
    return i > 0 and row.elements[i - 1].kind == "text" and begun


def listing(row: Row, i: int) -> bool:
    """Tell the "were" of an English list of those who were there: "[Among the speakers at the forum] were N and M"."""
    events = row.passage.language.events
    if not events.amid:
        return False
    first = next((k for k in range(i - 1, max(-1, i - _LISTED), -1) if row.norm(row.elements[k]) in events.amid), None)
    if first is None or (first and row.elements[first - 1].kind not in {"comma", "mark"}):
        return False
    opening = row.elements[first + 1 : first + _OPENING]
    return any(e.frame == "attend" or not events.attending.isdisjoint(row.norm(e).split()) for e in opening)


def behind_mark(row: Row, i: int) -> bool:
    """Tell a name behind a dash or a colon, which lists those told of: "с участием трёх экспертов: [Анна Ким]"."""
    before = row.elements[max(0, i - 2) : i]
    side = before[0] if len(before) > 1 else None  # "с литовской стороны министр, с чешской – [посол]"
    other = side is not None and (side.actor or (side.place is not None and side.place.case == "adj"))
    mark = bool(before) and before[-1].kind == "mark" and row.norm(before[-1]) not in _QUOTES  # "на пункте «Юг» [мэр]"
    return mark and not other


def behind_noun(row: Row, i: int) -> Element | None:
    """The noun of events that a body which isn't declined stands behind, plain words aside: "сессия Ассамблеи [ООН]".

    None before a verb, whose subject the body may be.
    """
    k = i - 1
    while k > 0 and i - k <= _PLAIN and row.elements[k].kind == "text":
        k -= 1
    after = row.elements[i + 1 : i + 2]
    acts = bool(after) and after[0].trigger is not None and after[0].trigger.form != "noun"
    return row.elements[k] if k >= 0 and row.elements[k].is_trigger("noun") and not acts else None


def _states(row: Row, last: Member, i: int, actor: Actor) -> Member | None:
    """A state after states: "messages from the Presidents of Chile, [Peru]"."""
    if not (actor.country and last.actor.country):
        return None
    gap = row.elements[last.at + 1 : i]
    return last if gap and all(e.kind == "comma" or e.role in {"and", "definite"} for e in gap) else None


def _framed(row: Row, last: Member, i: int, actor: Actor) -> Member | None:
    """A body after bodies that only frame a sentence: "в рамках Союза, [Совета] и [ОБСЕ]"."""
    if actor.person or last.actor.person:
        return None
    gap, after = row.elements[last.at + 1 : i], row.elements[i + 1 : i + 2]
    bodies = not (actor.country or last.actor.country) and actor.case == last.actor.case == "gen"
    if last.marker == "subject" and bodies and [e.role for e in gap] == ["and"]:
        return last  # "Министерства труда Чили [и Перу] провели"
    if last.marker != "in":
        return None
    listed = bool(gap) and all(e.kind == "comma" or e.role == "and" for e in gap)
    acts = bool(after) and after[0].is_trigger("verb") and not actor.case
    return last if listed and actor.case in {"", last.actor.case} and not acts else None
