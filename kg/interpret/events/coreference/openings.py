"""The day of a dateline that is a sentence of its own, for what the sentence after it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact, Reported
    from kg.interpret.events.sentence.row import Element, Row
    from kg.model import DateMention, PlaceMention

# Longest such dateline, in elements.
_DATELINE = 12


def opening_day(item: Item, reported: Reported) -> DateMention | None:
    """The day of a sentence that is nothing but a dateline: "РИГА, 11 декабря 2024 года.", "Осло, 5 мая — Норд.".

    A dateline may be cut into several, the town, the day and the outlet: "Осло. 5 мая. НОРД. Министр принял".
    """
    row = reported.row
    town, item.bare = item.bare, _is_bare(reported)
    if item.bare and not town and item.opening is not None:
        return item.opening
    if not row.passage.dates:
        return None
    if row.passage.sentence.heading:
        return None
    today = _today(reported) if row.passage.language.head_final and not reported.facts else None
    if today is not None or len(row.elements) > _DATELINE:
        return today
    words = [e for e in row.elements if e.kind not in {"comma", "mark"}]
    signed = _signed(reported)  # "15 мая, Минск /Корр. АГЕНТСТВО/."
    plain = all(e.kind in {"place", "date"} or e in signed or _capital(row, e) for e in words)
    dates = [e.date for e in words if e.date is not None and e.date.kind == "date"]
    opens = len(words) > 1 or town or all(d.titled for d in item.drafts)  # "5 мая. Министр принял"
    return dates[0] if plain and len(dates) == 1 and opens else None


def _capital(row: Row, element: Element) -> bool:
    """Tell a word with a capital that names nobody, as all of a dateline have: not "Орлов назначен послом 5 мая"."""
    person = element.actor is not None and element.actor.person
    return row.tokens[element.first].text[0].isupper() and element.trigger is None and not person


def _is_bare(reported: Reported) -> bool:
    """Tell a sentence of one name alone: "Осло.", "НОРД."."""
    row = reported.row
    words = [e for e in row.elements if e.kind not in {"comma", "mark"}]
    return len(words) == 1 and _capital(row, words[0]) and not (row.passage.sentence.heading or words[0].date)


def _today(reported: Reported) -> DateMention | None:
    """The day of writing that opens a sentence with no event: "Бүгін мекемемен танысты. Кездесуге …"."""
    first = reported.row.elements[0].date if reported.row.elements else None
    return first if first is not None and first.rule.endswith(".relative-day") else None


def opening_town(item: Item, reported: Reported) -> PlaceMention | None:
    """The town of such a sentence that names no outlet, where cases are marked: there it happened."""
    row = reported.row
    if not (row.passage.places and row.passage.language.fusional):
        return None
    towns = [e.place for e in row.elements if e.place is not None and e.place.kind == "town"]
    plain = all(e.kind in {"place", "date", "comma"} or row.norm(e) == "." for e in row.elements)
    return towns[0] if plain and towns and item.opening is not None else None


def scene(reported: Reported) -> PlaceMention | None:
    """The town of a line that says where a transcript or report is from: "Осло, Дворец конгрессов"."""
    elements = reported.row.elements
    if reported.facts or not reported.row.passage.sentence.heading or not 2 < len(elements) <= _DATELINE:  # noqa: PLR2004
        return None
    town, comma, *house = elements
    plain = comma.kind == "comma" and all(e.kind in {"text", "place"} for e in house)
    return town.place if plain and town.place is not None and town.place.kind == "town" else None


def set_scene(item: Item) -> None:
    """Give the place of such a line to the main event, where the text tells none."""
    main = next((d for d in item.drafts if d.main), None)
    if item.scene is None or main is None or main.places:
        return
    main.places.append(item.scene)
    main.scene = True


def _signed(reported: Reported) -> list[Element]:
    """What stands between slashes: who reports."""
    row = reported.row
    bars = [i for i, e in enumerate(row.elements) if row.norm(e) == "/"]
    return list(row.elements[bars[0] : bars[-1]]) if bars else []


def came_before(reported: Reported, fact: Fact) -> bool:
    """Tell the visit of who may have come before what else is told: "[sapar bilen gelen] ministri kabul etdi"."""
    nucleus = fact.nucleus
    return nucleus.type == "visit" and nucleus.element.is_trigger("participle") and bool(reported.facts[1:])


def take_opening(item: Item, reported: Reported, fact: Fact) -> None:
    """Give that day to what is told to have happened, in a sentence that names no day."""
    nucleus = fact.nucleus
    told = (nucleus.verbs or nucleus.verbal) and not (nucleus.planned or nucleus.during)
    stays = nucleus.type == "visit" and nucleus.tenses == ["present"]  # who is there may have come before
    told = told and not (stays or came_before(reported, fact))
    if item.town is not None and told and not (fact.places or fact.states):
        fact.places.append(item.town)
        item.town = None
    if item.opening is not None and told and not any(f.dates for f in reported.facts):
        fact.dates.append(item.opening)
        fact.opened = True
        item.opening = None
