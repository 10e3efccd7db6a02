"""Which event of a row is part of which: meetings held within a visit, what an event named before frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.circumstances.agreed import agreed
from kg.interpret.events.circumstances.inserted import of_another_thing
from kg.interpret.events.coreference.conflicts import same_time
from kg.interpret.events.nuclei.errands import going_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.sentence.row import Row


def link_parts(told: Sequence[tuple[Fact, Draft]]) -> None:
    """Link a part to its whole: "within the visit a meeting was held"."""
    frames = ((f, d) for f, d in told if f.nucleus.during not in {"", "before"} and d.type != "office")
    whole = next((t for t in frames if not of_another_thing(t[0].nucleus)), None)
    if whole is None:
        return
    alone = whole[1].facts == [whole[0]] and not whole[0].nucleus.tenses and "say" not in whole[0].nucleus.row.frames
    coming = [f for f, _ in told if f.nucleus.planned and not f.nucleus.during and agreed(f.nucleus) is None]
    # "they discussed the forum to be held", but "… the forum to be held within the visit"
    alone = alone and (_inside(whole[0], coming) or not whole[0].nucleus.row.tells("discuss", "past"))
    if alone and any(f.nucleus.verbs or f.nucleus.verbal for f in coming):
        whole[1].planned = True  # "During the visit the minister will take part in a forum"
        days = [d for f in coming for d in f.dates if d.iso_end]
        whole[1].dates += days[:1] if not whole[1].dates else []  # "On 5-6 May, during the visit to Oslo, he will meet"
    for fact, draft in told:
        if draft is whole[1] or draft.type == "office" or draft.part_of is not None or whole[1].part_of is draft:
            continue
        told_of = fact.nucleus.verbs or fact.nucleus.verbal or fact.nucleus.planned
        ahead = fact.nucleus.planned and whole[0].nucleus.planned  # "Within the visit meetings are planned": it goes on
        # "Рәсімнен кейін форумға қатысу үшін аттанды"
        gone = whole[0].nucleus.during == "after" and going_at(fact.nucleus) is not None
        told_of = told_of and not (gone or _on_other_days(draft, whole[1]))
        if not fact.nucleus.during and told_of and (ahead or fact.nucleus.planned == whole[1].planned):
            draft.part_of = whole[1]
            draft.inherits = whole[0].nucleus.during in {"during", "within"}


def _inside(whole: Fact, coming: Sequence[Fact]) -> bool:
    """Tell a frame right behind what will be held in it: "форума, который [состоится] 29 мая в рамках визита"."""
    verbs = [v for f in coming for v in f.nucleus.verbs if v < whole.nucleus.at]
    between = whole.nucleus.row.elements[max(verbs) + 1 : whole.nucleus.at] if verbs else ()
    return bool(verbs) and all(e.kind != "comma" and e.role != "stop" and e.trigger is None for e in between)


def _on_other_days(part: Draft, whole: Draft) -> bool:
    """Tell what lies outside the days of a whole: "on the eve of the visit of 10 May a forum was held on 8 May"."""
    days = [(one, other) for one in part.dates for other in whole.dates]
    return bool(days) and not any(same_time(one, other) for one, other in days)


def within_it(row: Row, told: Sequence[tuple[Fact, Draft]], previous: Draft | None) -> None:
    """Link what is told to have been held within the event named right before: "… сапары басталды, оның шеңберінде"."""
    at = next(iter(row.at("within-it")), None)
    if at is None:
        return
    whole = next((d for f, d in reversed(told) if f.nucleus.head < at), previous)
    for fact, draft in told:
        if whole is not None and fact.nucleus.head > at and draft is not whole and draft.part_of is None:
            draft.part_of, draft.inherits = whole, True
