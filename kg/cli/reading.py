"""A reading for people: the text with its mentions marked, then what was concluded from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from kg.cli.common import clean, one_line, put

if TYPE_CHECKING:
    from rich.console import Console

    from kg.model import Document, Event, Reading

_PERSON, _OFFICE, _ORGANISATION, _EVENT = "bold red", "magenta", "blue", "underline green"


def show(out: Console, document: Document, reading: Reading) -> None:
    """Print a document with persons, offices, institutions and the words that tell of events marked; then the rest."""
    text = Text(clean(document.text))
    for organisation in reading.organisations:
        for mention in organisation.mentions:
            text.stylize(_ORGANISATION, mention.start, mention.end)
    for office in reading.title_only:
        for mention in office.mentions:
            text.stylize(_OFFICE, mention.start, mention.end)
    for person in reading.persons:
        for mention in person.mentions:
            text.stylize(_PERSON, mention.start, mention.end)
    put(out, f"{document.id} ({reading.lang}, {reading.published or 'undated'})", style="bold")
    put(out, text)
    names = _names(reading)
    roles: dict[str, list[str]] = {}
    for role in reading.roles:
        where = names.get(role.organisation or "", role.country or "")
        roles.setdefault(role.person, []).append(f"{role.title or role.post}{f' ({where})' if where else ''}")
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
    if event.place:
        parts.append(f"in {event.place}")
    return "; ".join(parts)


def _list(out: Console, title: str, lines: list[str]) -> None:
    if lines:
        put(out, title, style="bold")
        for line in lines:
            put(out, f"  {one_line(line)}")
