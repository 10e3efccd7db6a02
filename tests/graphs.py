"""Graphs for tests: that of the answer keys, and invented ones written down a meeting a line."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from kg.model import (
    Document,
    Entity,
    Event,
    EventCluster,
    Evidence,
    Item,
    Name,
    NamedMention,
    Organisation,
    Paragraph,
    Person,
    Reading,
    Ref,
    Resolution,
    Role,
)
from kg.store import memory
from kg.write import quads
from tests.query.key_graph import key_graph

if TYPE_CHECKING:
    import pyoxigraph as ox

_LINE = re.compile(r"(?P<date>[\d-]+|-) (?P<type>\w+)(?P<planned> planned)?(?: in (?P<place>\w+))?: (?P<parts>.+)")

_PART = re.compile(r"(?:(organiser|chair|invited) )?(.+)")


def gold_store() -> ox.Store:
    """The graph of the five answer keys; for reading only."""
    return key_graph().store


def invented(*lines: str, names: dict[str, dict[str, str]] | None = None) -> ox.Store:
    """A graph of one document whose lines are events: `2021-03-04 meeting in Oslo: Ann, Bob, organiser FUND`.

    A name in capitals is an organisation. Before a name may stand `organiser`, `chair` or `invited`. `planned` after
    the type makes it a plan, `-` is an unknown date. `names` gives a name further names by language.
    """
    text = "\n".join(lines)
    document = Document(
        "invented",
        text,
        hashlib.sha256(text.encode()).hexdigest(),
        "en",
        "2021-12-31",
        (Item(0, len(text), "en", None, None, (Paragraph(0, len(text), "en"),)),),
    )
    events: list[Event] = []
    ids: dict[str, str] = {}
    start = 0
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        assert found, line
        parts = [_PART.fullmatch(part).groups(default="") for part in found["parts"].split(", ")]  # type: ignore[union-attr]
        for _, name in parts:
            ids.setdefault(name, f"{'o' if name.isupper() else 'p'}{len(ids) + 1}")
        events.append(
            Event(
                id=f"e{number}",
                type=found["type"],
                name=f"event {number}",
                status="planned" if found["planned"] else "held",
                start=None if found["date"] == "-" else found["date"],
                place=found["place"],
                attended_by=tuple(ids[name] for how, name in parts if not how),
                organised_by=tuple(ids[name] for how, name in parts if how == "organiser"),
                chaired_by=tuple(ids[name] for how, name in parts if how == "chair"),
                invited=tuple(ids[name] for how, name in parts if how == "invited"),
                evidence=(Evidence(line, start, start + len(line)),),
            )
        )
        start += len(line) + 1
    reading = _invented_reading(document, ids, tuple(events))
    entities = [
        Entity(
            id=f"{'organisation' if name.isupper() else 'person'}/{_slug(name)}",
            type="organisation" if name.isupper() else "person",
            names=(
                Name(name, "en", preferred=True),
                *(Name(t, lang) for lang, t in (names or {}).get(name, {}).items()),
            ),
            members=(Ref(document.id, local),),
            kind="international" if name.isupper() else None,
        )
        for name, local in ids.items()
    ]
    clusters = (EventCluster(f"event/{event.id}", (Ref(document.id, event.id),)) for event in events)
    resolution = Resolution(tuple(sorted(entities, key=lambda entity: entity.id)), tuple(clusters))
    return memory(quads([document], [reading], resolution))


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower())


def _invented_reading(document: Document, ids: dict[str, str], events: tuple[Event, ...]) -> Reading:
    def mentions(name: str) -> tuple[NamedMention, ...]:
        spans = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", document.text)
        return tuple(NamedMention(name, span.start(), span.end(), "en") for span in spans)

    persons = [(name, local) for name, local in ids.items() if not name.isupper()]
    bodies = [(name, local) for name, local in ids.items() if name.isupper()]
    roles = []
    if persons and bodies:  # the first person heads the first organisation
        (name, person), (_, body) = persons[0], bodies[0]
        at = document.text.index(name)
        roles.append(Role(person, "Head", "head", Evidence(name, at, at + len(name)), organisation=body))
    return Reading(
        id=document.id,
        lang="en",
        published=document.published,
        persons=tuple(Person(local, name, mentions(name)) for name, local in persons),
        organisations=tuple(
            Organisation(local, name, "international", mentions=mentions(name)) for name, local in bodies
        ),
        roles=tuple(roles),
        events=events,
    )
