"""Hand-made readings, and what the quads of their graph say."""

from __future__ import annotations

import pyoxigraph as ox
from msgspec.structs import replace

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
from kg.vocab import BASE, PREFIXES
from kg.write import quads

WORDS = "Anna Berg met Boris. Anna Berg said yes to him. The Council sat."
SAID = Evidence(WORDS[:20], 0, 20)
LATER = Evidence(WORDS[21:47], 21, 47)
ANNA = Person("p1", "Anna Berg", (NamedMention("Anna Berg", 0, 9, "en"), NamedMention("Anna Berg", 21, 30, "en")))
BORIS = Person("p2", "Boris", (NamedMention("Boris", 14, 19, "en", rule="en.name"),))
COUNCIL = Organisation("o1", "Council", "international", mentions=(NamedMention("The Council", 48, 59, "en"),))
MEETING = Event("e1", "meeting", "talks", "main", evidence=(SAID, LATER), rule="en.met")
HELD = replace(
    MEETING, type="training", status="held", format="video", start="2023-03-14", end="2023-03-15", place="Ashgabat"
)
ROLE = Role("p1", "Minister", "minister", Evidence("Anna Berg", 0, 9), "o1", "TM", "en.title")
VOTE = Event("e9", "election", "vote", evidence=(LATER,))


def a_reading(id_: str = "a", **parts) -> Reading:
    return Reading(id_, "en", **{"persons": (ANNA, BORIS), "organisations": (COUNCIL,), **parts})


def a_document(id_: str, items: tuple[Item, ...] = ()) -> Document:
    whole = Item(0, len(WORDS), "en", None, None, (Paragraph(0, len(WORDS), "en"),))
    return Document(id_, WORDS, "0" * 64, "en", None, items or (whole,))


def a_resolution(readings: list[Reading], **changes) -> Resolution:
    """Everything with the same local id is the same thing in all readings; `changes` by local id."""
    things: dict[str, tuple[str, str, str]] = {}
    for reading in readings:
        things |= {p.id: ("person", p.name, "") for p in reading.persons}
        things |= {o.id: ("organisation", o.name, o.kind) for o in reading.organisations}
        things |= {t.id: ("office", t.title, t.post) for t in reading.title_only}
        things |= {i.id: ("instrument", i.name, i.kind) for i in reading.instruments}
        things |= {f"{e.id}/series": ("series", e.series, "") for e in reading.events if e.series}
    entities = [
        Entity(
            f"{type_}/{name.lower().replace(' ', '-')}",
            type_,
            (Name(name, "en", preferred=True),),
            tuple(Ref(reading.id, local) for reading in readings),
            kind=kind or None,
        )
        for local, (type_, name, kind) in things.items()
    ]
    entities = [replace(thing, **changes.get(thing.members[0].local, {})) for thing in entities]
    events = sorted({event.id for reading in readings for event in reading.events})
    clusters = [EventCluster(f"event/{id_}", tuple(Ref(r.id, id_) for r in readings)) for id_ in events]
    return Resolution(tuple(sorted(entities, key=lambda e: e.id)), tuple(clusters))


def graph_of(*readings: Reading, items: tuple[Item, ...] = (), **changes) -> ox.Store:
    documents = [a_document(reading.id, items) for reading in readings]
    return memory(quads(documents, readings, a_resolution(list(readings), **changes)))


def short(term: object) -> str:
    text = term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
    for long, short in ((BASE, ""), (PREFIXES["cmq"], "cmq:"), (PREFIXES["xsd"], "xsd:")):
        text = text.replace(long, short)
    return text


def said_of(store: ox.Store, path: str, graph: ox.NamedNode | None = None) -> dict[str, set[str]]:
    """Everything said of a thing by its path, by the last part of the predicate, in the default graph or another."""
    found: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(ox.NamedNode(BASE + path), None, None, graph or ox.DefaultGraph()):
        name = quad.predicate.value.replace("#", "/").rpartition("/")[2]
        found.setdefault(name, set()).add(short(quad.object))
    return found


def paths_of(store: ox.Store, start: str) -> set[str]:
    """The paths of all subjects that begin so."""
    subjects = {short(quad.subject) for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    return {path for path in subjects if path.startswith(start)}
