"""The reading of a document, put together from its parts.

The order of the stages: cast (who is who), elections and other events, turnout and those elected, quotations,
instruments, standing of bodies, confidence in all of them. What is found later may refer to what was found before,
never the other way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast import read_cast
from kg.interpret.confidence import rate
from kg.interpret.elections import elected_roles, read_elected, read_turnout
from kg.interpret.events import delegation_roles, read_events
from kg.interpret.instruments import read_instruments
from kg.interpret.quotations import read_quotations
from kg.interpret.standing import mark_standing
from kg.interpret.subjects import read_subjects
from kg.model import Evidence, Reading, ReadItem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.language import Language
    from kg.model import Annotations, Document


def interpret(document: Document, annotations: Annotations, languages: Mapping[str, Language]) -> Reading:
    """The reading of a document. It depends on nothing but the document and the language data."""
    cast = read_cast(document, annotations, languages)
    events = read_events(document, annotations, cast, languages)
    elections = tuple(e for e in events if e.type == "election")
    elected = read_elected(document, annotations, cast, elections, languages)
    roles = (
        *cast.roles,
        *delegation_roles(document, annotations, cast, events, languages),
        *elected_roles(document, annotations, cast, elections, languages),
    )
    reading = Reading(
        id=document.id,
        lang=document.lang,
        published=document.published,
        items=_items(document),
        persons=cast.persons,
        title_only=cast.offices,
        organisations=mark_standing(document, annotations, cast, languages),
        roles=roles,
        events=events,
        turnout=read_turnout(document, annotations, cast, elections, languages),
        elected=elected,
        quotations=read_quotations(document, annotations, cast, languages),
        instruments=read_instruments(document, annotations, cast, events, languages),
        subjects=read_subjects(document, annotations, languages),
    )
    return rate(document, reading)


def _items(document: Document) -> tuple[ReadItem, ...]:
    found = []
    for item in document.items:
        headline = None
        if item.headline:
            start, end = item.headline
            headline = Evidence(document.text[start:end], start, end)
        found.append(ReadItem(item.date, item.lang, (item.start, item.end), headline))
    return tuple(found)
