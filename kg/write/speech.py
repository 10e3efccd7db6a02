"""Statements about what is said and done: quotations, instruments, turnout, and who was elected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.vocab import CMQ, PROV, QB, concept, entity, segment
from kg.write.terms import date, decimal, integer, readable, text

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.write.scene import Scene


def quotation_statements(scene: Scene) -> None:
    """Direct speech and its speakers."""
    about = scene.statements
    for quotation in scene.reading.quotations:
        node = entity(f"quotation/{segment(scene.reading.id)}/{quotation.start}-{quotation.end}")
        lang = scene.lang_at(quotation.start) if quotation.lang == "und" else quotation.lang
        about.type(node, CMQ.Quotation)
        about.add(node, CMQ.speaker, scene.node(quotation.speaker))
        about.add(node, CMQ.text, text(quotation.text, lang))
        about.add(node, CMQ.language, text(lang))
        said = scene.mention(quotation.start, quotation.end, quotation.text, lang)
        about.add(node, PROV.wasDerivedFrom, said)
        about.add(node, CMQ.rule, text(quotation.rule) if quotation.rule else None)


def instrument_statements(scene: Scene) -> None:
    """How instruments are spoken of, by whom, at which events."""
    about = scene.statements
    for instrument in scene.reading.instruments:
        thing = scene.id(instrument.id)
        for link in instrument.links:
            said = scene.words(link.evidence)
            where = f"{segment(scene.reading.id)}/{link.evidence.start}-{link.evidence.end}"
            node = entity(f"instrument-link/{thing.partition('/')[2]}/{link.how}/{where}")
            about.type(node, CMQ.InstrumentLink)
            about.add(node, CMQ.instrument, entity(thing))
            about.add(node, CMQ.how, concept("how", link.how))
            about.add(node, CMQ.actor, scene.node(link.actor))
            about.add(node, CMQ.event, scene.node(link.event))
            about.add(node, PROV.wasDerivedFrom, said)
            about.add(node, CMQ.rule, text(instrument.rule) if instrument.rule else None)


def turnout_statements(scene: Scene) -> None:
    """Figures of turnout. The percentage is in the IRI: two figures for one hour are two observations, both kept."""
    about = scene.statements
    for row in scene.reading.turnout:
        election = scene.id(row.election)
        where, part = _constituency(scene, election, row.constituency, row.constituency_number)
        percent = decimal(row.percent)
        hour = segment(row.at.replace(":", "-"))
        node = entity(f"turnout/{election.partition('/')[2]}/{part or 'all'}/{hour}/{percent.value}")
        about.type(node, CMQ.TurnoutObservation, QB.Observation)
        about.add(node, QB.dataSet, CMQ.turnout)
        about.add(node, CMQ.election, entity(election))
        about.add(node, CMQ.at, date(row.at))
        about.add(node, CMQ.constituency, where or CMQ["all-constituencies"])
        about.add(node, CMQ.percent, percent)
        about.add(node, PROV.wasDerivedFrom, scene.words(row.evidence))
        about.add(node, CMQ.rule, text(row.rule) if row.rule else None)


def result_statements(scene: Scene) -> None:
    """Who was elected, and where."""
    about = scene.statements
    for row in scene.reading.elected:
        election, person = scene.id(row.election), scene.id(row.person)
        where, _ = _constituency(scene, election, row.constituency, row.number)
        node = entity(f"result/{election.partition('/')[2]}/{person.partition('/')[2]}")
        about.type(node, CMQ.ElectionResult)
        about.add(node, CMQ.election, entity(election))
        about.add(node, CMQ.elected, entity(person))
        about.add(node, CMQ.constituency, where)
        about.add(node, PROV.wasDerivedFrom, scene.words(row.evidence))
        about.add(node, CMQ.rule, text(row.rule) if row.rule else None)


def _constituency(
    scene: Scene, election: str, name: str | None, number: int | None
) -> tuple[ox.NamedNode | None, str | None]:
    """The constituency of an election by its number, else by its name; and that part of its IRI."""
    if number is None and name is not None:
        number = scene.whole.numbers.get((election, name.casefold()))
    part = str(number) if number is not None else readable(name, scene.reading.lang) if name else None
    if part is None:
        return None, None
    about, node = scene.statements, entity(f"constituency/{election.partition('/')[2]}/{part}")
    about.type(node, CMQ.Constituency)
    about.add(node, CMQ.election, entity(election))
    about.add(node, CMQ.number, None if number is None else integer(number))
    if name:
        about.name(node, name, scene.reading.lang)
    return node, part
