"""English labels of events, made of what is known of them: the words of a text are often a bare noun ("meeting").

    Meeting, 24 February 2022: Raşid Amanow, Kit Howard
    Training, 28 to 30 November 2022: Ministry of Justice, Albania, Moldova and 9 others
    Election, March 2023: elections of the deputies of the Mejlis

The text's own wording stays beside them in its language.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox
from babel import Locale

from kg.model import Ref
from kg.resources import ONTOLOGY
from kg.vocab import CMQ, RDFS, SKOS, entity, read_triples
from kg.write.terms import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.model import Event, EventCluster, Reading, Resolution
    from kg.write.scene import Whole
    from kg.write.terms import Choices, Triple

LANG = "en"
_SHOWN = 3
# An actor goes by its name in the first of these languages that it has one in.
_LANGUAGES = (LANG, "tk", "kk", "ru")
_ORDER = ("person", "office", "organisation")
# Where the concept's own label is no word to begin with.
_NOUNS = {"type-dialogue": "Dialogue", "type-other": "Event"}
# xsd:date, gYearMonth, gYear, gMonth (--03), gMonthDay (--03-14) and dateTime
_DATE = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:T.*)?")

Told = list[tuple[str, "Event"]]
"""The reports of an event: each with the id of its reading."""


def event_labels(
    readings: Iterable[Reading], resolution: Resolution, whole: Whole, merged: Choices
) -> Iterator[Triple]:
    """The English label of every event, in the order of `resolution`.

    Type and dates are those chosen in `merged`; who took part comes from all readings of the event.
    """
    events = {Ref(reading.id, event.id): event for reading in readings for event in reading.events}
    for cluster in resolution.events:
        told = [(ref.document, events[ref]) for ref in cluster.members if ref in events]
        if not told:  # identity was decided over more readings than are written
            continue
        words = text(_label(cluster, told, whole, merged), LANG)
        yield from ((entity(cluster.id), predicate, words) for predicate in (SKOS.prefLabel, RDFS.label))


def period(start: str | None, end: str | None) -> str:
    """A date, or from one to another, as XSD writes them, in words: "28 November to 2 December 2022"."""
    first, last = _parts(start), _parts(end)
    if not last or first == last:
        return " ".join(first)
    if not first:
        return f"until {' '.join(last)}"
    shared = 0
    while len(first) == len(last) and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return f"{' '.join(first[: len(first) - shared])} to {' '.join(last)}"


def _label(cluster: EventCluster, told: Told, whole: Whole, merged: Choices) -> str:
    node = entity(cluster.id)
    kind = next(str(value) for _, predicate, value in merged.best(node, "type") if predicate == CMQ.eventType)
    dates = {predicate: value.value for _, predicate, value in merged.best(node, "dates")}
    when = period(dates.get(CMQ.startDate), dates.get(CMQ.endDate))
    head = ", ".join(filter(None, (_nouns()[kind], when)))
    rest = _actors(told, whole) or _wording(told)
    return f"{head}: {rest}" if rest else head


def _parts(date: str | None) -> list[str]:
    """Day, month and year in words, as far as they are known."""
    found = _DATE.fullmatch(date or "")
    if not found:
        return []
    month = Locale(LANG).months["format"]["wide"][int(found["month"])] if found["month"] else ""
    day = found["day"].lstrip("0") if found["day"] else ""
    return [part for part in (day, month, found["year"].strip("-")) if part]


def _actors(told: Told, whole: Whole) -> str:
    """Those who were there, else those who called it: persons, offices, organisations, each in the texts' order."""
    for fields in (("chaired_by", "head_of_delegation", "attended_by"), ("organised_by",), ("invited",)):
        found = [
            whole.ids[Ref(document, actor if isinstance(actor, str) else actor.person)]
            for document, event in told
            for field in fields
            for actor in getattr(event, field)
        ]
        if found:
            return _listed(dict.fromkeys(found), whole.preferred)
    return ""


def _listed(actors: Iterable[str], names: Mapping[tuple[str, str], str]) -> str:
    ranked = sorted(actors, key=lambda actor: _ORDER.index(actor.partition("/")[0]))
    shown = [next(names[actor, lang] for lang in _LANGUAGES if (actor, lang) in names) for actor in ranked[:_SHOWN]]
    left = len(ranked) - len(shown)
    if left:
        return f"{', '.join(shown)} and {left} other{'s' if left > 1 else ''}"
    return ", ".join(shown)


def _wording(told: Told) -> str:
    """The fullest wording of the texts, unless it is a single word, which says no more than the type does."""
    return max((event.name for _, event in told if " " in event.name), key=lambda name: (len(name), name), default="")


@cache
def _nouns() -> dict[str, str]:
    """What each type of event is called, by the IRI of its concept as N-Triples writes it."""
    start = CMQ["type-meeting"].value.removesuffix("meeting")
    found = {
        str(triple.subject): triple.object.value
        for triple in read_triples(ONTOLOGY / "communique.ttl")
        if triple.predicate == SKOS.prefLabel
        and isinstance(triple.subject, ox.NamedNode)
        and triple.subject.value.startswith(start)
        and isinstance(triple.object, ox.Literal)
        and triple.object.language == LANG
    }
    return found | {str(CMQ[code]): noun for code, noun in _NOUNS.items()}
