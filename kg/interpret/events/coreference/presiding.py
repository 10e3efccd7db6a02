"""Who is said by a noun to have presided or organised: "Председателем заседания был [Иван Ким]".

"The organisers of the forum were [the Bank] and [UNDP]", "Модератор — [Анна Ким]", "Ұйымдастырушылар – [елшілік]".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.event_types import CONVENED
from kg.interpret.events.sentence.row import ARTICLES, DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element, Row

# Elements from the noun for who presides to what was presided over, and to the verb.
_NEAR = 5
# Roles of words for those whose own chair may be told ("[чешской стороны] – Анна Ким").
_SIDES = frozenset({"side", "participants"})
# Markers of those of whom a noun is said.
_NAMED = frozenset({"subject", "object", "organiser", "by"})
# Marks that stand for the verb.
_MARKS = DASHES | {":"}


def presiding(row: Row, found: Sequence[Member]) -> list[str]:
    """Ids of those of whom a row says by such a noun that they presided, over a sitting or for a side."""
    events = row.passage.language.events
    nouns, verbs = events.presiding, events.copulas
    persons = [m for m in found if m.actor.id[0] == "p" and not (m.through or m.blocked) and m.marker in _NAMED]
    told = _named(row, persons, events.moderating) or _done_by(row, found) or _led_by_sides(row, persons)
    told = told or _of_sides(row, found)
    if told or row.passage.language.analytic:
        return [m.actor.id for m in told or _named(row, persons, nouns, of_event=True)]
    for k, e in enumerate([] if nouns.isdisjoint(row.passage.sentence.words) else row.elements):
        if row.tokens[e.first].norm not in nouns or not _presides(row, k):
            continue
        if e.actor is not None and e.actor.id[0] == "p" and verbs & set(row.norm(e).split()):
            sides = any(x.role in _SIDES for x in row.elements[k + 1 :])  # "… является Иван Ким, чешской стороны – [N]"
            others = (m.actor.id for m in found if m.at > k and m.actor.id[0] == "p" and m.actor.case == "nom")
            return [e.actor.id, *(others if sides else ())]
        near = range(max(0, k - 2), min(k + _NEAR, len(row.elements)))
        if not any(t.norm in verbs for i in near for t in row.tokens[row.elements[i].first : row.elements[i].last]):
            continue
        named = [m for m in found if m.actor.id[0] == "p" and m.actor.case in {"nom", ""} and not m.through]
        return [m.actor.id for m in named if m.at > k] or [m.actor.id for m in named][-1:]
    return []


def _presides(row: Row, k: int) -> bool:
    """Tell whether what follows the noun is an event or a side, and not a body: "председателем [заседания]"."""
    for e in row.elements[k : k + 3]:
        if e.role in _SIDES or _of_side(row, e) or _of_sitting(row, e):
            return True
        if e.is_trigger("noun") and "gen" in e.cases:
            return True
        if e.actor is not None:
            return False
    return False


def _of_side(row: Row, e: Element) -> bool:
    """Tell a title that is of a side: "сопредседателем литовской стороны"."""
    words = row.norm(e).split() if e.actor is not None else []
    return any(hit.key.role in _SIDES for hit in row.passage.language.event_words.find(words))


def _of_sitting(row: Row, e: Element) -> bool:
    """Tell a title and a name between which an event stands: "председателем [заседания] избран Иван Ким"."""
    inside = (t for t in row.passage.triggers if e.actor and row.start(e) < t.start < row.end(e))
    return any(t.form == "noun" and t.type for t in inside)


def _done_by(row: Row, found: Sequence[Member]) -> list[Member]:
    """Who is said to have chaired what no word of events names: "The discussion was [moderated by] Anna Kim"."""
    at = next(iter(row.at("chair")), None)
    if at is None or row.triggers or row.elements[at - 1].role != "passive" or any(m.at < at for m in found):
        return []
    return [m for m in found if m.marker == "chair" and m.actor.id[0] == "p"]


def _led_by_sides(row: Row, persons: Sequence[Member]) -> Sequence[Member]:
    """Who led on either side what a pronoun stands for: "[Oňa] fin tarapyndan A, çeh tarapyndan B ýolbaşçylyk etdi"."""
    sides = "lead" in row.frames and "by" in row.roles and row.passage.language.head_final
    return [m for m in persons if m.marker == "subject"] if sides and row.elements[0].role == "it" else []


def _of_sides(row: Row, found: Sequence[Member]) -> list[Member]:
    """Who chairs for either side: "The co-chairman from the Czech side was [A], from the Finnish side [B]"."""
    events = row.passage.language.events
    if not row.passage.language.analytic or events.presiding.isdisjoint(row.passage.sentence.words):
        return []
    for k, e in enumerate(row.elements[:-2]):
        side, verb = row.elements[k + 1], row.elements[k + 2]
        noun = e.actor is not None and not events.presiding.isdisjoint(row.norm(e).split()[:1])
        if noun and side.role in _SIDES and row.norm(verb) in events.copulas:
            return [m for m in found if m.at > k + 2 and m.actor.id[0] == "p"]
    return []


def organising(row: Row, found: Sequence[Member]) -> list[str]:
    """Ids of the bodies that a noun tells to be the organisers: "Organisers of the forum were [the Bank] and UNDP"."""
    events = row.passage.language.events
    bodies = [m for m in found if not (m.actor.person or m.through or m.blocked) and m.marker in _NAMED]
    return [m.actor.id for m in _named(row, bodies, events.organising)]


def _named(row: Row, members: Sequence[Member], nouns: frozenset[str], *, of_event: bool = False) -> list[Member]:
    """Of these members those of whom one of these nouns is said, with a verb of `copulas`, a dash or a colon between.

    The noun may have an event behind it (`of_event`: has to), or before it where heads stand last, and nothing else.
    """
    elements = row.elements
    for k in _places(row, nouns) if members and not nouns.isdisjoint(row.passage.sentence.words) else ():
        first, last = (k - 1, k) if row.passage.language.head_final else (k, _phrase_end(row, k))
        if of_event and last == k:
            continue
        before = [m for m in members if m.last < first]
        after = [m for m in members if m.at > last]
        if last + 1 < len(elements) and row.norm(elements[last + 1]) in _MARKS:
            return after
        if after and _linked(row, last + 1, len(elements) if row.passage.language.head_final else after[0].at):
            return after
        if before and _linked(row, before[-1].last + 1, first):
            return before
    return []


def _places(row: Row, nouns: frozenset[str]) -> list[int]:
    """Indices of these nouns: plain words, or with the words before them a word with a function."""
    told = (i for i, e in enumerate(row.elements) if e.kind == "text" or e.role == "organised-it")
    return [i for i in told if row.tokens[row.elements[i].last - 1].norm in nouns]


def _phrase_end(row: Row, k: int) -> int:
    """The last element of "organisers [of the event]"; of "the organisers [thanked the Bank]" the noun."""
    at = k + 1
    while at < len(row.elements) and (row.elements[at].role in {"of", *ARTICLES} or row.elements[at].kind == "text"):
        at += 1
    event = row.elements[at].trigger if at < min(len(row.elements), k + _NEAR + 1) else None
    return at if event is not None and event.form == "noun" and event.type != "election" else k


def _linked(row: Row, first: int, end: int) -> bool:
    """Tell a stretch that only says what something is: "were the", "acted as a main"; not "is assisting the [host]"."""
    copulas, stretch = row.passage.language.events.copulas, row.elements[first:end]
    at = next((n for n, e in enumerate(stretch) if copulas & set(row.norm(e).split())), None)
    if at is None or any(e.frame for e in stretch[:at]):
        return False
    if row.passage.language.head_final:
        return not any(e.frame for e in stretch[at + 1 :])
    rest = [e for e in stretch[at + 1 :] if not (e.role in ARTICLES or e.role == "in")]
    return not rest or (len(rest) == 1 and rest[0].kind == "text" and rest[0] is stretch[-1])


def organise(event: Draft | None, bodies: Sequence[str]) -> None:
    """Note who organised an event."""
    if event is not None:
        event.organise += [i for i in bodies if i not in event.organise]


def preside(event: Draft | None, persons: Sequence[str]) -> None:
    """Note who presided over an event that somebody presides over."""
    if event is None or event.type not in CONVENED:
        return
    event.chair += [i for i in persons if i not in event.chair]
    event.add(persons)
