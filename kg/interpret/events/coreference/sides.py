"""Two of whom the sentence before tells, who act as one: "Кездесу барысында [мемлекет басшылары] … талқылады"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.event_types import MET

if TYPE_CHECKING:
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.coreference.speaking import People
    from kg.interpret.events.fact import Fact, Reported
    from kg.interpret.events.sentence.row import Row

# Markers of two of whom one says something to the other, or who say it together.
_FACING = frozenset({"subject", "to", "with"})
_TWO = 2


def note_pair(item: Item, reported: Reported, people: People) -> None:
    """Note the two persons of whom a row tells, of whom one acts; a row without persons leaves those before it."""
    persons = [m for m in reported.members if m.actor.id in people.named]
    if not persons:
        return
    ids = list(dict.fromkeys(m.actor.id for m in persons))
    acts = all(m.marker in _FACING and not m.through for m in persons) and persons[0].marker == "subject"
    two = acts and len(ids) == _TWO and people.tellers.isdisjoint(ids)
    item.pair = {i: people.posts.get(i, frozenset()) for i in ids} if two else {}


def as_one(item: Item, reported: Reported, fact: Fact) -> None:
    """Let the two of the sentence before be who discussed something, where no event but visits is told of them.

    Where heads stand last. A title in the plural must be that of both; of heads of state, as far as posts are told.
    """
    nucleus, row = fact.nucleus, reported.row
    if row.passage.language.fusional:
        _will_meet(item, fact)
    if not item.pair or fact.attend or fact.dates or not row.passage.language.head_final:
        return
    framed = nucleus.during == "during" or "loc" in nucleus.element.cases
    talks = nucleus.frames == ["discuss"] if nucleus.verbal else framed and not nucleus.verbs
    vague = nucleus.plural or nucleus.planned or nucleus.negated or nucleus.hypothetical or nucleus.novel
    if nucleus.type not in MET or not talks or vague or not row.tells("discuss", "past"):
        return
    told = (d for d in item.drafts if not d.planned)
    if any(d.type != "visit" for d in told) or any(m.marker == "subject" for m in reported.members):
        return
    if any(_both(item, row, i) for i in range(len(row.elements))):
        fact.attend = list(item.pair)
        fact.markers.add("subject")


def _will_meet(item: Item, fact: Fact) -> None:
    """Let the two who met be those of whom a Russian text says that they will again: "[Лидеры] проведут встречу"."""
    nucleus, row = fact.nucleus, fact.nucleus.row
    told = nucleus.planned and not {"meet", "hold"}.isdisjoint(nucleus.frames) and nucleus.type in MET
    if not told or nucleus.plural or fact.attend:
        return
    opening, leaders = row.elements[: max(nucleus.predicates, default=0)], row.passage.language.events.leaders
    met = next((d for d in item.recent() if d.held and d.type in MET), None)
    if met is None or len(met.attend) != _TWO or any(i[0] != "p" for i in met.attend):
        return
    if any(e.role == "participants" or row.norm(e) in leaders for e in opening) and not any(e.actor for e in opening):
        fact.attend = list(met.attend)
        fact.markers.add("subject")


def together(row: Row) -> bool:
    """Tell heads of state in the plural, who stand for those told before: "Рәсімнен кейін [мемлекет басшылары] …"."""
    return row.passage.language.head_final and any(_title(row, i) == "president" for i in range(len(row.elements)))


def _title(row: Row, at: int) -> str | None:
    """The post of several told by their title alone, None where an element is no such or is somebody's."""
    group = row.elements[at]
    hit = row.passage.language.post_heads.find(row.norm(group)) if group.role in {"people", "participants"} else None
    if hit is None or hit.analysis.case != "nom" or not hit.analysis.number:
        return None
    before = row.elements[at - 1] if at else None
    if hit.analysis.possessive:  # "[мемлекет] басшылары"
        word = row.norm(before) if before is not None and before.kind == "text" else ""
        return next((post for beginning, post in hit.entry.with_.items() if word.startswith(beginning)), None)
    return hit.entry.post if before is None or before.actor is None else None


def _both(item: Item, row: Row, at: int) -> bool:
    """Tell an element that names two by what they are: "тараптар", "президенттер", "мемлекет басшылары"."""
    post = _title(row, at)
    if post is None:
        return row.elements[at].role == "participants"
    heads = post == "president"  # of whom the text need not tell the posts
    return all(post in held or (heads and (not held or "prime-minister" in held)) for held in item.pair.values())
