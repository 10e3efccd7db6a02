"""The names of events: the noun phrase of the trigger in the nominative, the words that tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.noun_phrases import extent
from kg.interpret.nominative import nominative, nominative_start

if TYPE_CHECKING:
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.sentence.row import Element, Row

_NAME_TOKENS = 16
_TRIGGER_TOKENS = 5


def event_name(draft: Draft) -> str:
    """The fullest noun phrase by which the text calls the event, in the nominative; else its trigger."""
    named = [fact for fact in draft.facts if not fact.nucleus.verbal and not fact.nucleus.generic]
    if not named:
        return trigger_text(draft)
    return max((_phrase(fact) for fact in named), key=lambda name: (len(name.split()) > 1, len(name)))


def trigger_text(draft: Draft) -> str:
    """The words of the fact that tells most plainly of the event: its noun and verb where they stand together."""
    facts = [f for f in draft.facts if f.nucleus.verbs or f.nucleus.verbal] or draft.facts
    nucleus = facts[0].nucleus
    row = nucleus.row
    ends = sorted([nucleus.at, *nucleus.verbs])
    first, last = row.elements[ends[0]], row.elements[ends[-1]]
    if last.last - first.first <= _TRIGGER_TOKENS:
        return row.passage.text[row.start(first) : row.end(last)]
    return row.passage.text[row.start(last) : row.end(last)]


def series_name(draft: Draft) -> str | None:
    """The standing mechanism or body whose sitting the event is, where the text counts or names its sittings."""
    for fact in draft.facts:
        nucleus = fact.nucleus
        if nucleus.sits is not None:
            return _from_to(fact, nucleus.sits)
    if draft.ordinal is None:
        return None
    return next((_phrase(f) for f in draft.facts if f.nucleus.ordinal is not None and not f.nucleus.verbal), None)


def _phrase(fact: Fact) -> str:
    return _from_to(fact, fact.nucleus.at)


def _from_to(fact: Fact, at: int) -> str:
    row = fact.nucleus.row
    return _final(row, at) if row.passage.language.head_final else _initial(row, at)


def _final(row: Row, at: int) -> str:
    """The noun phrase that ends with the element `at`: back to a date, a place, a nominative or a verb."""
    first = at
    while first > 0:
        e = row.elements[first - 1]
        marked = e.role in {"with", "between", "topic", "and", "series", "ordinal", "novel", "relation"}
        owner = e.actor is not None and (e.actor.case in {"gen", "attr", "nom"} and _inside(row, first - 1))
        if not (e.kind == "text" or marked or owner):
            break
        first -= 1
    while (
        first < at
        and row.elements[first].kind == "word"
        and row.elements[first].role in {"and", "with", "between", "definite"}
    ):
        first += 1
    start, last = row.start(row.elements[first]), row.elements[at]
    if last.last - row.elements[first].first > _NAME_TOKENS:
        start = row.start(last)
    head = row.tokens[last.last - 1]
    return f"{row.passage.text[start : head.start]}{_nominative(row, last, head.text)}".replace("\xa0", " ")


def _nominative(row: Row, element: Element, word: str) -> str:
    """The noun of an event in the nominative: by the dictionary form of the phrase that found it."""
    trigger, entry = element.trigger, element.entry
    if trigger is None or entry is None or "nom" in trigger.case.split("|"):
        return word
    for phrase in entry.phrases:
        found = nominative(word, row.passage.language, phrase.split()[-1].rstrip("~"))
        if found != word:
            return found
    return word


def _inside(row: Row, i: int) -> bool:
    """Tell whether an actor is part of a noun phrase: a genitive, or one with a postposition."""
    actor = row.elements[i].actor
    if actor is None or actor.case in {"gen", "attr"}:
        return actor is not None
    return i + 1 < len(row.elements) and row.elements[i + 1].role in {"with", "and", "between"}


def _initial(row: Row, at: int) -> str:
    """The noun phrase round the element `at`, in the nominative."""
    first, last = extent(row, at)
    start, end = row.start(row.elements[first]), row.end(row.elements[last])
    phrase = row.passage.text[start:end].replace("\xa0", " ")
    return nominative_start(phrase, row.passage.language, row.passage.text.count(" ", start, _noun(row, at)))


def _noun(row: Row, at: int) -> int:
    """Where the noun of a Russian phrase starts, behind its adjectives: "рабочий [визит]", "[церемония] открытия"."""
    tokens = row.tokens[row.elements[at].first : row.elements[at].last]
    return next((t for t in tokens if not russian.modifier(t.norm)), tokens[-1]).start
