"""Statements about actors and instruments: what one document says of them, and what identity has made of all."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.errors import GraphError
from kg.language.letters import slug
from kg.vocab import CMQ, DCTERMS, PROV, SKOS, concept, entity, segment
from kg.write.scene import label, spoken_names
from kg.write.terms import Statements, date, decimal, readable, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Decision, Entity, Ref, Role
    from kg.write.scene import Scene, Whole

_CLASSES: dict[str, tuple[ox.NamedNode, ...]] = {
    "person": (CMQ.Person, CMQ.Actor),
    "organisation": (CMQ.Organisation, CMQ.Actor),
    "office": (CMQ.Office, CMQ.Actor),
    "instrument": (CMQ.Instrument,),
    "place": (CMQ.Place,),
    "series": (CMQ.Series,),
}
# What the kind of an entity is, by its type: a predicate and a scheme. An office's kind is its post.
_KINDS = {
    "organisation": (CMQ.kind, "kind"),
    "instrument": (CMQ.kind, "instrument-kind"),
    "place": (CMQ.kind, "place-kind"),
    "office": (CMQ.post, "post"),
}


def actor_statements(scene: Scene) -> None:
    """What the document calls its persons, organisations, offices and instruments, and what it says they are."""
    reading, about = scene.reading, scene.statements
    for local, name, lang in spoken_names(reading):
        scene.label(local, name, lang)
    for person in reading.persons:
        node = entity(scene.id(person.id))
        about.type(node, *_CLASSES["person"])
        about.country(node, person.country)
    for body in reading.organisations:
        node = entity(scene.id(body.id))
        about.type(node, *_CLASSES["organisation"])
        about.choose(node, CMQ.kind, concept("kind", body.kind))
        about.country(node, body.country)
        whole_of = scene.node(body.part_of)
        about.choose(node, CMQ.partOf, whole_of if whole_of != node else None)  # identity may have made both one
    for office in reading.title_only:
        node = entity(scene.id(office.id))
        about.type(node, *_CLASSES["office"])
        about.choose(node, CMQ.post, concept("post", office.post))
        about.choose(node, CMQ.roleIn, scene.node(office.organisation))
        about.country(node, office.country)
    for instrument in reading.instruments:
        node = entity(scene.id(instrument.id))
        about.type(node, *_CLASSES["instrument"])
        about.choose(node, CMQ.kind, concept("instrument-kind", instrument.kind))


def role_statements(scene: Scene) -> None:
    """The posts of persons.

    A post in an institution is one role whatever its titles are; elsewhere the title tells one minister's post from
    another's.
    """
    about = scene.statements
    for role in scene.reading.roles:
        person = scene.id(role.person)
        node = entity(f"role/{person.partition('/')[2]}/{_role_slug(scene, role)}")
        about.type(node, CMQ.Role)
        about.add(entity(person), CMQ.hasRole, node)
        about.add(node, CMQ.post, concept("post", role.post))
        about.add(node, CMQ.title, text(role.title, scene.lang_at(role.evidence.start)) if role.title else None)
        about.add(node, CMQ.roleIn, scene.node(role.organisation))
        about.country(node, role.country)
        about.add(node, CMQ.attestedOn, *(date(on) for on in _attested(scene, role)))
        about.add(node, PROV.wasDerivedFrom, scene.words(role.evidence))
        about.add(node, CMQ.rule, text(role.rule) if role.rule else None)
        about.confidence(node, role.confidence, role.doubts)


def founding_statements(scene: Scene) -> None:
    """Bodies that the document says were created, are to be created, or were proposed."""
    about = scene.statements
    for body in scene.reading.organisations:
        if body.standing is None:
            continue
        thing = scene.id(body.id)
        node = entity(f"founding/{thing.partition('/')[2]}/{body.standing}")
        about.type(node, CMQ.Founding)
        about.add(node, CMQ.organisation, entity(thing))
        about.add(node, CMQ.standing, concept("standing", body.standing))
        about.add(node, CMQ.proposedBy, scene.node(body.proposer))
        words = [body.standing_evidence] if body.standing_evidence else []
        about.add(node, PROV.wasDerivedFrom, *(scene.words(said) for said in words))
        if not words:
            about.add(node, PROV.wasDerivedFrom, *(scene.named(body.id, said) for said in body.mentions))


def entity_statements(thing: Entity, whole: Whole) -> Statements:
    """What identity has made of all readings and the authority: its word outranks a single document's."""
    about, node = Statements(), entity(thing.id)
    if thing.type not in _CLASSES:
        raise GraphError(f"'{thing.id}' is of type '{thing.type}'; known are {', '.join(_CLASSES)}")
    about.type(node, *_CLASSES[thing.type])
    for name in thing.names:
        label(about, thing.id, name.text, name.lang, whole)
    about.country(node, thing.country, 1)
    whole_of = CMQ.roleIn if thing.type == "office" else CMQ.partOf
    about.choose(node, whole_of, entity(thing.part_of) if thing.part_of else None, 1)
    if thing.kind and thing.type in _KINDS:
        predicate, scheme = _KINDS[thing.type]
        about.choose(node, predicate, concept(scheme, thing.kind), 1)
    for known in thing.same_as:
        place = urlsplit(known.iri)
        last = slug(f"{place.netloc} {place.path.rpartition('/')[2]} {place.fragment}")
        external = entity(f"identifier/{thing.id}/{last}")
        about.type(external, CMQ.ExternalId)
        about.add(external, CMQ.identifies, node)
        about.add(external, CMQ.identifier, ox.NamedNode(known.iri))
        about.add(external, DCTERMS.source, _source(known.source))
        about.add(node, SKOS.exactMatch, ox.NamedNode(known.iri))
    return about


def decision_statements(thing: str, decisions: Iterable[Decision]) -> Statements:
    """Why the parts of a thing, by its id, are one."""
    about = Statements()
    for decision in decisions:
        left, right = _side(decision.left), _side(decision.right)
        node = entity(f"decision/{thing}/{segment(left)}/{segment(right)}/{segment(decision.rule)}")
        about.type(node, CMQ.Decision)
        about.add(node, CMQ.decides, entity(thing))
        about.add(node, CMQ.left, text(left))
        about.add(node, CMQ.right, text(right))
        about.add(node, CMQ.rule, text(decision.rule))
        about.add(node, CMQ.score, decimal(decision.score))
        about.add(node, CMQ.reason, text(decision.reason))
    return about


def _role_slug(scene: Scene, role: Role) -> str:
    if role.organisation:
        return f"{role.post}-{scene.id(role.organisation).partition('/')[2]}"
    title = readable(role.title, scene.lang_at(role.evidence.start)) if role.title else None
    return "-".join(part for part in (role.post, role.country, title) if part)


def _attested(scene: Scene, role: Role) -> list[str]:
    """Dates on which the text shows the person in the post.

    Those of the held events in whose evidence the role's words stand and which the person attended; else the
    date of the text that they stand in.
    """
    found = {
        event.start
        for event in scene.reading.events
        if event.start
        and event.status == "held"
        and role.person in (*event.attended_by, *event.chaired_by)
        and any(part.start <= role.evidence.start < part.end for part in event.evidence)
    }
    if not found and (published := scene.date_at(role.evidence.start)):
        found = {published}
    return sorted(found)


def _side(side: Ref | str) -> str:
    return side if isinstance(side, str) else f"{side.document}/{side.local}"


def _source(source: str) -> ox.NamedNode | ox.Literal:
    return ox.NamedNode(source) if urlsplit(source).scheme in {"http", "https"} else text(source)
