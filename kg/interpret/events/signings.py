"""The signing of documents: an event where a text is about it, beside whatever else its rows tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.coreference.conflicts import conflict, related
from kg.interpret.events.coreference.draft import Draft
from kg.interpret.events.coreference.telling import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact

# Elements from "was" to "signed".
_WAS = 3


def signed(facts: Iterable[Fact]) -> list[Fact]:
    """Those facts of a row read for its signings which say that something was or will be signed, with the parties."""
    told = [f for f in facts if not (f.nucleus.negated or f.nucleus.hypothetical) and _told(f)]
    for fact in told:
        _leave_out_states(fact)
    return told


def draft_signing(item: Item, persons: frozenset[str]) -> Draft | None:
    """The signing that an item is about, with its parties, or None. `persons` are the ids of those named.

    It is about one that its headline tells of, unless the text begins with another event in the course of which it was;
    without such a headline about one that is all that it tells. What tells of the ceremony alone is of it, too.
    """
    facts = [f for f in item.signings if quoted(item, f) is None]
    if not facts:
        return None
    ceremonies, others = list[Draft](), list[Draft]()
    for told in item.drafts:
        of_it = _ceremony(told) or (_attended(told) and _sentence(facts[0]) < _begins(told))
        (ceremonies if of_it else others).append(told)
    if others and not facts[0].heading:
        return None
    draft = Draft(item.index, "other", "signing", titled=facts[0].heading)
    for fact in facts:
        if not draft.facts or (_same(draft, fact, persons) and not conflict(draft, fact, item.kin, lenient=True)):
            draft.take(fact, persons)
    first = next((_sentence(f) for f in draft.facts if not f.heading), None)
    if len(_parties(item, draft.attend)) < 2:  # noqa: PLR2004 - nobody signs with themselves
        return None
    if any(first is None or _begins(d) < first for d in others):
        return None
    item.drafts = others
    draft.attend = _without_states(draft)
    for ceremony in filter(_attended, ceremonies):
        draft.add([*ceremony.attend, *ceremony.chair])
    for ceremony in ceremonies:
        draft.share_in(ceremony)
    return draft


def _told(fact: Fact) -> bool:
    """Tell a finite verb: not "the agreement [signed] in 2012", "подписанное соглашение"."""
    nucleus = fact.nucleus
    row, trigger = nucleus.row, nucleus.element.trigger
    if trigger is None or trigger.form in {"participle", "converb"}:
        return False
    if trigger.form == "noun":
        return fact.heading or nucleus.asserted or "attend" in nucleus.frames
    bare = row.passage.language.analytic and trigger.tense == "past" and not fact.heading
    was = "passive" in [e.role for e in row.elements[max(0, nucleus.at - _WAS) : nucleus.at]]
    return not bare or was or "subject" in fact.markers


def _leave_out_states(fact: Fact) -> None:
    """Leave out states of what a document is about: "between the Office and the Embassy on a park of Chile"."""
    states = _states(fact)
    rest = [i for i in fact.attend if i not in states]
    if "between" in fact.markers and sum(i[0] == "o" for i in rest) > 1:
        fact.attend = rest


def _states(fact: Fact) -> set[str]:
    """The states that act in the row of a fact."""
    return {e.actor.id for e in fact.nucleus.row.elements if e.actor is not None and e.actor.country}


def _ceremony(draft: Draft) -> bool:
    """Tell an event that is only the ceremony at which something is signed."""
    return any(getattr(f.nucleus.entry, "signs", False) for f in draft.facts)


def _referring(draft: Draft) -> bool:
    """Tell an event that is only referred to by a noun for any: "The [ceremony] was attended by"."""
    return draft.type in {"", "other"} and all(f.nucleus.generic and not f.nucleus.verbal for f in draft.facts)


def _attended(draft: Draft) -> bool:
    """Tell a ceremony of which it is said who was there: its parties alone may only be those of the document.

    It has no day or place of its own: "Салтанатты рәсімге [Анна Берг] қатысты".
    """
    plain = draft.type == "other" and not (draft.dates or draft.places)
    there = any("attend" in f.nucleus.frames for f in draft.facts)
    return _referring(draft) or (there and (plain or _ceremony(draft)))


def _begins(draft: Draft) -> int:
    """The index of the sentence that first tells of an event."""
    return _sentence(draft.facts[0])


def _sentence(fact: Fact) -> int:
    """The index of the sentence that tells a fact."""
    return fact.nucleus.row.passage.index


def _same(draft: Draft, fact: Fact, persons: frozenset[str]) -> bool:
    """Tell what can be the same signing told again, not a further one: by who signs."""
    unnamed = not persons & set(draft.attend)  # then it names who signed for the parties
    return draft.titled or bool(set(draft.attend) & set(fact.attend)) or (unnamed and bool(persons & set(fact.attend)))


def _without_states(draft: Draft) -> list[str]:
    """Who signed, without the states by which a headline calls them where the text names them."""
    states = {i for f in draft.facts if f.heading for i in _states(f)}
    told = {i for f in draft.facts if not f.heading for i in f.attend}
    return [i for i in draft.attend if i in told or i not in states] if len(told - states) > 1 else draft.attend


def _parties(item: Item, actors: Sequence[str]) -> list[str]:
    """Those of some actors who stand for none before them: a minister for the ministry."""
    found: list[str] = []
    for ident in actors:
        if not any(related(ident, other, item.kin) for other in found):
            found.append(ident)
    return found
