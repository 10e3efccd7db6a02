"""A reading for people: the text with its mentions marked, then what was concluded from it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.text import Text

from kg.cli.common import clean, one_line, put

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console

    from kg.interpret.missed import Missed
    from kg.model import Document, Event, Reading

_PERSON, _OFFICE, _ORGANISATION, _EVENT = "bold magenta", "bold italic yellow", "underline cyan", "reverse green"


_LEGEND = (
    ("persons", _PERSON),
    ("offices", _OFFICE),
    ("institutions", _ORGANISATION),
    ("what tells of events", _EVENT),
)
# What is less sure than this is told with its doubts.
_DOUBTFUL = 0.8


def show(out: Console, document: Document, reading: Reading) -> None:
    """Print a document with persons, offices, institutions and the words that tell of events marked; then the rest.

    The marks differ in more than colour, so that they hold with NO_COLOR; where no terminal is, there are none.
    """
    put(out, f"{document.id} ({reading.lang}, {reading.published or 'undated'})", style="bold")
    if out.is_terminal:
        put(out, Text("  ").join(Text(words, style=style) for words, style in _LEGEND))
    put(out, _marked(document, reading))
    names = _names(reading)
    roles: dict[str, list[str]] = {}
    for role in reading.roles:
        where = names.get(role.organisation or "", role.country or "")
        held = f"{role.title or role.post}{f' ({where})' if where else ''}"
        roles.setdefault(role.person, []).append(held + _doubts(role.confidence, role.doubts))
    _list(out, "Persons", [f"{p.name}: {'; '.join(roles.get(p.id, [])) or 'no post given'}" for p in reading.persons])
    _list(
        out, "Offices", [f"{o.title} ({names.get(o.organisation or '', o.country or '')})" for o in reading.title_only]
    )
    _list(out, "Institutions", [f"{o.name} ({o.kind})" for o in reading.organisations])
    _list(out, "Events", [_event(e, names) for e in reading.events])
    _list(out, "Turnout", [f"{t.at} {t.constituency or 'overall'}: {t.percent} %" for t in reading.turnout])
    _list(out, "Elected", [f"{names[e.person]}: {e.constituency or ''}" for e in reading.elected])
    _list(out, "Quotations", [f"{names.get(q.speaker or '', 'unknown')}: “{q.text}”" for q in reading.quotations])
    _list(out, "Instruments", [f"{i.name} ({i.kind})" for i in reading.instruments])


def _marked(document: Document, reading: Reading) -> Text:
    text = Text(clean(document.text))
    for event in reading.events:
        if span := _told(document, event):
            text.stylize(_EVENT, *span)
    for organisation in reading.organisations:
        for mention in organisation.mentions:
            text.stylize(_ORGANISATION, mention.start, mention.end)
    for office in reading.title_only:
        for mention in office.mentions:
            text.stylize(_OFFICE, mention.start, mention.end)
    for person in reading.persons:
        for mention in person.mentions:
            text.stylize(_PERSON, mention.start, mention.end)
    return text


def _names(reading: Reading) -> dict[str, str]:
    return (
        {person.id: person.name for person in reading.persons}
        | {organisation.id: organisation.name for organisation in reading.organisations}
        | {event.id: event.name for event in reading.events}
        | {office.id: office.title for office in reading.title_only}
    )


def _event(event: Event, names: dict[str, str]) -> str:
    when = " to ".join(filter(None, (event.start, event.end))) or "undated"
    parts = [f"{event.type}, {event.status}, {when}: {event.name}"]
    for label, actors in (
        ("took part", event.attended_by),
        ("organised by", event.organised_by),
        ("chaired by", event.chaired_by),
        ("invited", event.invited),
    ):
        if actors:
            parts.append(f"{label}: {', '.join(names.get(a, a) for a in actors)}")
    if event.elects:
        parts.append(f"elects: {', '.join(event.elects)}")
    if event.place:
        parts.append(f"in {event.place}")
    return "; ".join(parts) + _doubts(event.confidence, event.doubts)


def _told(document: Document, event: Event) -> tuple[int, int] | None:
    """Where the words that tell of an event stand."""
    for said in event.evidence if event.trigger else ():
        at = document.text.find(event.trigger, said.start, said.end)
        if at >= 0:
            return at, at + len(event.trigger)
    return None


def _doubts(confidence: float, doubts: Sequence[str]) -> str:
    """How sure something is and why not more so, where it is doubtful."""
    return f" [{confidence:.2f}: {', '.join(doubts)}]" if doubts and confidence < _DOUBTFUL else ""


def show_missed(out: Console, document: Document, missed: Sequence[Missed]) -> None:
    """Print what was not understood: the line, the words, the reason, and the file that knows such words."""
    put(out, f"{document.id}: {len(missed) or 'nothing'} not understood", style="bold")
    for found in missed:
        line = document.text.count("\n", 0, found.start) + 1
        put(out, f"  line {line}, {found.start}-{found.end}: “{one_line(found.text)}”: {found.reason}; {found.file}")


def missed_lines(document: Document, missed: Sequence[Missed]) -> Iterator[str]:
    """The same as JSON, an object a line."""
    for found in missed:
        yield json.dumps({"document": document.id, **asdict(found)}, ensure_ascii=False)


def _list(out: Console, title: str, lines: list[str]) -> None:
    if lines:
        put(out, title, style="bold")
        for line in lines:
            put(out, f"  {one_line(line)}")
