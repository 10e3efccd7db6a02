"""Announcements laid out by labels: "Who:", "When:", "Where:", each with what stands behind or below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.interpret.days import after
from kg.interpret.events.event_types import CONVENED
from kg.interpret.events.sentence.row import DASHES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact, Reported
    from kg.interpret.events.sentence.row import Element, Row

# Elements of the longest label, its colon included, and marks that may stand before it.
_LABEL = 7
_BULLETS = DASHES | {"•", "*"}


@dataclass(slots=True)
class Form:
    """The form being read: `label` is the kind of the last label, `fact` the event announced without particulars."""

    label: str = ""
    fact: Fact | None = None

    def announce(self, fact: Fact) -> None:
        """Note the first event that is named and of which a form may tell the rest."""
        if fact.nucleus.type in CONVENED and not (fact.nucleus.verbal or fact.nucleus.plural or fact.nucleus.during):
            self.fact = self.fact or fact

    def take(self, reported: Reported, told: Draft | None, begin: Callable[[Fact], Draft]) -> bool:
        """Take a row of a form; tell whether it is one. `told` is the first event so far, if any."""
        row = reported.row
        kind, start = _label(row)
        if not (kind or self.label):
            return False
        prose = not kind and not row.passage.sentence.heading and bool(reported.facts)
        if prose or (not kind and _colon(row, len(row.elements)) == len(row.elements) - 1):
            self.label = ""  # prose again, or a label of something else
            return False
        self.label = kind or self.label
        body = row.elements[start:]
        if self.label == "what":
            return not body
        if not _given(self.label, body):
            return True
        event = told if told is not None else begin(self.fact) if self.fact is not None else None
        if event is not None:
            _fill(event, self.label, body)
            today = row.passage.today
            past = event.held or any(today and after(today, d.iso_end or d.iso) for d in event.dates)
            event.planned = event.planned or not (past or self.label == "who")  # a record has "Moderator:", too
            event.see(row)
        return True


def _colon(row: Row, end: int) -> int:
    """Index of the first colon before an index, or -1."""
    if ":" not in row.passage.sentence.words:
        return -1
    return next((i for i, e in enumerate(row.elements[:end]) if e.kind == "mark" and row.norm(e) == ":"), -1)


def _label(row: Row) -> tuple[str, int]:
    """The kind of label with which a row begins, and where what it labels begins; "" where there is none."""
    labels, elements = row.passage.language.events.labels, row.elements
    colon = _colon(row, _LABEL) if labels else -1
    if colon < 0 and row.passage.sentence.heading and len(elements) < _LABEL:
        colon = len(elements)
    if colon < 0 or not labels:
        return "", 0
    start = next((i for i, e in enumerate(elements) if row.norm(e) not in _BULLETS), 0)
    words = " ".join(row.norm(e) for e in elements[start:colon])
    kind = next((kind for kind, phrases in labels.items() if words in phrases), "")
    return kind, (colon + 1 if kind else 0)


def _persons(body: Sequence[Element]) -> list[str]:
    return [e.actor.id for e in body if e.actor is not None and e.actor.id[0] == "p"]


def _given(label: str, body: Sequence[Element]) -> bool:
    """Tell whether there is something of the kind that the label says."""
    if label == "who":
        return bool(_persons(body))
    return any((e.date if label == "when" else e.place) is not None for e in body)


def _fill(event: Draft, label: str, body: Sequence[Element]) -> None:
    """Give an event what stands behind a label, unless it has it."""
    if label == "who":
        event.add(_persons(body))
    elif label == "when" and (not event.dates or event.opened):
        event.dates[:] = [e.date for e in body if e.date is not None and e.date.kind == "date"][:1] or event.dates
        event.opened = False
    elif label == "where" and not event.places:
        places = [e.place for e in body if e.place is not None]
        event.places += [p for p in places if p.kind == "town"][-1:] or places[-1:]
