"""Lists laid out in lines: those who took part stand line by line, before or after the sentence that tells in what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.interpret.events.coreference.openings import came_before
from kg.interpret.events.sentence.row import DASHES

if TYPE_CHECKING:
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact, Reported
    from kg.model import DateMention

# Frames of what those listed do: "Отырысқа қатысқандар:".
_JOINED = frozenset({"attend", "speak", "present", "meet", "chair"})


@dataclass(slots=True)
class Lines:
    """The list being read: `of` is the event whose participants are listed, `before` who was listed before any.

    `day` is that of a dateline on a line of its own, which the first event told after it takes.
    """

    of: Draft | None = None
    before: list[str] = field(default_factory=list)
    day: DateMention | None = None

    def take(self, reported: Reported) -> bool:
        """Take a line that names a person and tells of no event; tell whether the row is one."""
        self.day = _day(reported) or self.day
        persons = _persons(reported)
        text = reported.row.passage
        end = text.text[text.start : text.end].rstrip()[-1:]
        if not persons or (self.of is None and end not in {",", ";"}):
            self.of = None
            return False
        if self.of is None:
            self.before += persons
        else:
            self.of.add(persons)
            self.of.see(reported.row)
            self.of = None if end in {".", "!"} else self.of
        return True

    def date(self, reported: Reported, fact: Fact) -> None:
        """Give the dateline's day to the first event that is told as past, in a sentence that names none."""
        nucleus = fact.nucleus
        if self.day is not None and any(d.iso == self.day.iso for d in fact.dates):
            self.day = None  # "5 мая 2024 года. Сегодня проходит саммит. … Президент открыл заседание"
        if self.day is None or not nucleus.past or nucleus.during or fact.heading or came_before(reported, fact):
            return
        if not (fact.dates or any(f.dates and f.nucleus.during for f in reported.facts)):
            fact.dates.append(self.day)
        self.day = None

    def close(self, reported: Reported, here: Draft | None, current: Draft | None) -> None:
        """After a sentence: who was listed before joins its event; a colon at its end opens a list.

        "The letters were presented by:" or "by ambassadors:" lists those at the event spoken of last (`current`).
        """
        frames = {frame for fact in reported.facts for frame in fact.nucleus.frames}
        if self.before and here is not None and frames & _JOINED:
            here.add(self.before)
        self.before = []
        text = reported.row.passage
        self.of = None
        if not text.text[text.start : text.end].rstrip().endswith(":"):
            return
        joined = frames & _JOINED or "participants" in reported.row.roles or "attend" in reported.row.frames
        joined = joined or any(e.role == "present" for e in reported.row.elements[-2:])  # "was attended by:"
        ends = any(e.role in {"by", "from"} for e in reported.row.elements[-2:])
        ends = ends or _holders(reported)
        self.of = here if joined else current if ends else None


def _day(reported: Reported) -> DateMention | None:
    """The day of a row that is a dateline: a town, a day, and punctuation."""
    elements, passage = reported.row.elements, reported.row.passage
    if not (passage.dates and passage.places):
        return None
    if not all(e.kind in {"place", "date", "comma", "mark"} or len(reported.row.norm(e)) == 1 for e in elements):
        return None
    dates = [e.date for e in elements if e.date is not None and e.date.kind == "date" and not e.date.iso_end]
    return dates[0] if len(dates) == 1 and any(e.place for e in elements) else None


def _holders(reported: Reported) -> bool:
    """Tell a title in the plural right before the colon: "Грамоты вручили послы:"."""
    row = reported.row
    words = [e for e in row.elements if e.kind == "text"][-1:]
    if reported.facts or not words or words[0] not in row.elements[-2:]:
        return False
    hit = row.passage.language.post_heads.find(row.norm(words[0]))
    return hit is not None and bool(hit.analysis.number)


def _persons(reported: Reported) -> list[str]:
    """The persons of a row that tells of no event and begins with one, or with a mark and one.

    A country may stand first, with a dash: "– Чили – Марко Диас;".
    """
    if reported.facts:
        return []
    elements = reported.row.elements
    for e, after in zip(elements, [*elements[1:], None], strict=True):
        place = (e.place is not None and e.place.kind == "country") or (e.actor is not None and e.actor.country)
        if place and after is not None and reported.row.norm(after) in DASHES:
            continue
        if e.actor is not None:
            opens = e.actor.person and e.actor.id[0] == "p"
            return [m.actor.id for m in reported.members if m.actor.id[0] == "p"] if opens else []
        word, honorifics = reported.row.norm(e), reported.row.passage.language.posts.honorifics
        if e.kind not in {"mark", "comma"} and not word.isdigit() and word not in honorifics:
            return []
    return []
