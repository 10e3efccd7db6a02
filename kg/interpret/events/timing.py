"""When an event is or was: its first and last day, and whether it is still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kg.interpret.days import after, not_after, to_come
from kg.interpret.events.circumstances.years import exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.model import DateMention, Document


class Days(NamedTuple):
    """Days (ISO) of an item: from which its dates are to come, and which has come for certain, if any."""

    reference: str | None
    past: str | None


def when(document: Document, draft: Draft, days: Days) -> tuple[str | None, str | None, bool]:
    """First and last day (ISO), and whether the event is to come; `days` are what `written` gives for its item."""
    reference = days.reference
    start, end = _span(draft)
    if start is None and draft.scene and not draft.planned:
        start = document.items[draft.item].date  # "14 марта 2023 года. Осло, Ратуша"
    planned = (draft.planned or draft.ahead) and not _told_held(draft)
    if planned and start and end is None:
        start = next((to_come(d, reference, days.past) for d in draft.dates if d.iso == start), start)
    if not planned and not draft.held and start and (today := _today(document, draft) or reference):
        planned = after(start, today)
    took_place = draft.held and not planned
    if start and reference and took_place and "X" not in start and not any(start[:4] in d.text for d in draft.dates):
        start, end = not_after(start, end, reference)
    return start, end, planned


def _today(document: Document, draft: Draft) -> str | None:
    """The day of writing as far as it is told, perhaps without its year: "ОСЛО, 12 марта."."""
    return document.items[draft.item].date or document.published


def _told_held(draft: Draft) -> bool:
    """A sentence that says it took place outweighs one that spoke of it beforehand, the headline apart."""
    first, *later = draft.facts
    begun = draft.type == "visit" and first.heading and any(f.nucleus.past and not f.heading for f in later)
    return draft.held and (begun or not first.nucleus.planned)


def _span(draft: Draft) -> tuple[str | None, str | None]:
    """Start and end: of the most precise dates the earliest told; a part takes its whole's where the text says so."""
    dates: list[DateMention] = exact(draft.dates, draft.ends)
    if not dates:
        first, last = _span(draft.part_of) if draft.part_of is not None and draft.inherits else (None, None)
        several = draft.facts[0].nucleus.plural  # one meeting is on one of several days, but which?
        return (first, last) if several or last in {first, None} else (None, None)
    lasts = [f for f in draft.facts if f.nucleus.phase == "end"]
    if not draft.dates and not dates[0].iso_end:
        if all(_goes_on(f.nucleus) for f in lasts):
            return None, dates[0].iso  # "The session will go on until 5 May"
        if draft.opened:
            return None, None  # "OSLO, 5 May – The visit has ended": by then
    ranged = [d for d in dates if d.iso_end]
    best = max(dates, key=lambda d: (len(d.iso), "X" not in d.iso))
    best = next((d for d in dates if len(d.iso) == len(best.iso) and ("X" in d.iso) == ("X" in best.iso)), best)
    loose = best.iso_end is not None and not any(c.isdigit() for c in best.text)  # "will visit Oslo this week"
    best = next((d for d in dates if loose and _within(d, best)), best)
    if not (best.iso_end or loose) and ranged and len(ranged[0].iso) == len(best.iso):
        best = ranged[0]
    last = draft.ends[0].iso if draft.ends else None
    if last and not best.iso_end and len(last) == len(best.iso) and last > best.iso:
        return best.iso, last  # "opened on 3 May", "concluded on 5 May"
    return best.iso, best.iso_end


def _goes_on(nucleus: Nucleus) -> bool:
    """Tell what is going on, or will until a day: "The session will [go on] until 5 May"."""
    return nucleus.planned or not {"future", "present"}.isdisjoint(nucleus.tenses)


def _within(date: DateMention, span: DateMention) -> bool:
    """Tell a date that says which days of a span are meant, none of them outside it."""
    last = date.iso_end or date.iso
    inside = len(date.iso) == len(span.iso) and span.iso <= date.iso and last <= (span.iso_end or span.iso)
    return inside and (date.iso, last) != (span.iso, span.iso_end)


def written(document: Document, drafts: Sequence[Draft]) -> list[Days]:
    """For each item the day from which dates are to come: its own, else the document's, else that of the main event."""
    main, held = _main_day(drafts)
    dated = (_dated(document, item) for item in range(len(document.items)))
    return [Days(day or main, day or (main if held else None)) for day in dated]


def _dated(document: Document, item: int) -> str | None:
    """The day that an item (by index) or else the document tells as that of its writing."""
    return next((day for day in (document.items[item].date, document.published) if day and "X" not in day), None)


def _main_day(drafts: Sequence[Draft]) -> tuple[str | None, bool]:
    """The day of the main event, and whether it was held: its last if it was, its first if it is to come."""
    for draft in drafts:
        start, end = _span(draft)
        if draft.main and start and (draft.planned or draft.held):
            return ((end or start) if draft.held else start), draft.held
    return None, False
