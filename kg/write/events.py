"""Statements about events: what happened, when, where, who took part in what capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.vocab import CMQ, PROV, RDF, concept, entity
from kg.write.places import place
from kg.write.scene import event_lang, label, mentioned
from kg.write.terms import Choice, date, integer, precision, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

    from kg.model import Event, Evidence
    from kg.write.scene import Scene
    from kg.write.terms import Triple

# Classes by type of event, the class itself first. The order is also what is taken where two documents tell the
# same event differently: the later says more.
_CLASSES: dict[str, tuple[ox.NamedNode, ...]] = {
    "other": (CMQ.Event,),
    "meeting": (CMQ.Meeting, CMQ.Event),
    "call": (CMQ.Call, CMQ.Meeting, CMQ.Event),
    "visit": (CMQ.Visit, CMQ.Meeting, CMQ.Event),
    "conference": (CMQ.Conference, CMQ.Meeting, CMQ.Event),
    "training": (CMQ.Training, CMQ.Meeting, CMQ.Event),
    "session": (CMQ.Session, CMQ.Meeting, CMQ.Event),
    "dialogue": (CMQ.Session, CMQ.Meeting, CMQ.Event),
    "election": (CMQ.Election, CMQ.Event),
}
_TYPES = tuple(_CLASSES)
_STATUSES = ("planned", "held")  # what one document plans another may report as held
_FORMATS = ("unknown", "in-person", "phone", "video")
_SALIENCES = ("secondary", "main")


def event_statements(scene: Scene) -> None:
    """Every event of a reading."""
    for event in scene.reading.events:
        node = entity(scene.id(event.id))
        _choices(scene, event, node)
        _links(scene, event, node)
        _participations(scene, event, node)


def _choices(scene: Scene, event: Event, node: ox.NamedNode) -> None:
    """Offer what an event may have one of only."""
    about = scene.statements
    classes = (CMQ.eventType, concept("type", event.type)), *((RDF.type, found) for found in _CLASSES[event.type])
    triples = tuple((node, predicate, value) for predicate, value in classes)
    about.choices.append(Choice(node, "type", (_TYPES.index(event.type),), triples))
    about.choose(node, CMQ.status, concept("status", event.status), _rank(_STATUSES, event.status))
    about.choose(node, CMQ.format, concept("format", event.format), _rank(_FORMATS, event.format))
    about.choose(node, CMQ.salience, concept("salience", event.salience), _rank(_SALIENCES, event.salience))
    about.choose(node, CMQ.ordinal, None if event.ordinal is None else integer(event.ordinal))
    if event.place:
        where = place(about, event.place, event_lang(scene.reading, event), scene.whole.places)
        about.choose(node, CMQ.heldIn, where, "/country/" not in where.value)  # a town says more
    if event.start or event.end:  # together, so that one document's end never stands by another's start
        dates = ((CMQ.startDate, event.start), (CMQ.endDate, event.end))
        span: tuple[Triple, ...] = tuple((node, predicate, date(value)) for predicate, value in dates if value)
        held = _rank(_STATUSES, event.status)
        rank = (held, precision(event.start), precision(event.end))
        about.choices.append(Choice(node, "dates", rank, span))


def _links(scene: Scene, event: Event, node: ox.NamedNode) -> None:
    """State what an event may have any number of."""
    add, lang = scene.statements.add, event_lang(scene.reading, event)
    add(node, CMQ.venue, text(event.venue, lang) if event.venue else None)
    # Two events of a reading may be one in the end, and then it neither concerns itself nor is its own part.
    add(node, CMQ.concerns, *(other for local in event.concerns if (other := scene.node(local)) != node))
    add(node, CMQ.partOf, *(other for other in (scene.node(event.part_of),) if other != node))
    add(node, CMQ.about, *(concept("topic", topic) for topic in event.about))
    add(node, CMQ.elects, *(text(office, lang) for office in event.elects))
    add(node, CMQ.trigger, text(event.trigger, lang) if event.trigger else None)
    add(node, CMQ.rule, text(event.rule) if event.rule else None)
    scene.statements.confidence(node, event.confidence, event.doubts)
    add(node, PROV.wasDerivedFrom, *(scene.words(said) for said in event.evidence))
    if event.series:
        add(node, CMQ.sessionOf, _series(scene, event, event.series))


def _series(scene: Scene, event: Event, name: str) -> ox.NamedNode:
    """What the event is a sitting of; identity knows it by the event's id with "/series" after it."""
    about = scene.statements
    thing, lang = scene.id(event.id + "/series"), event_lang(scene.reading, event)
    about.type(entity(thing), *((CMQ.Dialogue,) if event.type == "dialogue" else ()), CMQ.Series)
    label(about, thing, name, lang, scene.whole)
    return entity(thing)


def _participations(scene: Scene, event: Event, node: ox.NamedNode) -> None:
    about, event_slug = scene.statements, scene.id(event.id).partition("/")[2]
    rated = {(part.capacity, part.actor): part for part in event.participations}
    for actor, capacity, behalf in _parts(event):
        who = scene.id(actor)
        part = entity(f"participation/{event_slug}/{capacity}/{who}")
        about.type(part, CMQ.Participation)
        about.add(node, CMQ.hasParticipation, part)
        about.add(part, CMQ.participant, entity(who))
        about.add(part, CMQ.capacity, concept("capacity", capacity))
        about.add(part, CMQ.onBehalfOf, scene.node(behalf))
        about.add(part, PROV.wasDerivedFrom, *(scene.words(said) for said in _said_of(scene, event, actor)))
        about.add(part, CMQ.rule, text(event.rule) if event.rule else None)
        if rating := rated.get((capacity, actor)):
            about.confidence(part, rating.confidence, rating.doubts)
        if capacity in _PRESENT:
            about.add(node, CMQ.attendedBy, entity(who))
        if capacity in _SHORTCUTS:
            about.add(node, _SHORTCUTS[capacity], entity(who))


_PRESENT = frozenset({"attendee", "chair", "host", "head-of-delegation"})  # as cmq:presence in the ontology
_SHORTCUTS = {"chair": CMQ.chairedBy, "organiser": CMQ.organisedBy}


def _parts(event: Event) -> Iterator[tuple[str, str, str | None]]:
    """Each actor with a capacity and on whose behalf."""
    yield from ((actor, "attendee", None) for actor in event.attended_by)
    yield from ((actor, "organiser", None) for actor in event.organised_by)
    yield from ((actor, "chair", None) for actor in event.chaired_by)
    yield from ((actor, "invited", None) for actor in event.invited)
    yield from ((head.person, "head-of-delegation", head.delegation_of) for head in event.head_of_delegation)


def _said_of(scene: Scene, event: Event, actor: str) -> tuple[Evidence, ...]:
    """The pieces of an event's evidence that name the actor; all of them where none does ("the sides")."""
    spans = [(mention.start, mention.end) for local, mention in mentioned(scene.reading) if local == actor]
    naming = tuple(
        said for said in event.evidence if any(said.start <= start and end <= said.end for start, end in spans)
    )
    return naming or event.evidence


def _rank(order: tuple[str, ...], value: str) -> int:
    try:
        return order.index(value)
    except ValueError:
        raise GraphError(f"'{value}' is none of {', '.join(order)}") from None
