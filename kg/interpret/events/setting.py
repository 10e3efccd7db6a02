"""Where an event is or was, and how people met there: in person, by video, by telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.circumstances.capitals import capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact
    from kg.language import Language
    from kg.model import Organisation


def place_of(draft: Draft, bodies: Mapping[str, Organisation], languages: Mapping[str, Language]) -> str | None:
    """The town of an event, else its country or region, in the nominative; `bodies` are all of the document by id.

    A visit goes where the first sentence says that tells it; what was seen there is no place of the whole.
    """
    places, states = draft.places, draft.states
    if draft.type == "call":
        return None
    if draft.type == "visit":
        told = [f for f in draft.facts if f.places or f.states]
        if len(told) > 1 and told[0].heading and _precise(told[0], told[1]):
            told = told[1:]  # "Prezident Özbegistana bardy. Prezident … Samarkant şäherine bardy"
        places, states = (told[0].places, told[0].states) if told else ([], [])
    towns = [p.name or capital(p, draft, bodies.values(), languages) for p in places if p.kind in {"town", "capital"}]
    others = [p.name for p in places if p.kind not in {"town", "capital"}]
    if languages[draft.facts[0].nucleus.row.passage.sentence.lang].analytic and format_of(draft) == "video":
        return next(filter(None, towns), None)  # a country is where somebody sits who takes part
    return next(filter(None, (*towns, *others, *(bodies[i].name for i in states if i not in draft.attend))), None)


def _precise(headline: Fact, lead: Fact) -> bool:
    """Tell a headline that names the country alone to which somebody goes, of which the lead tells the town."""
    countries = {p.country for p in headline.places if p.kind == "country"}
    whole = len(countries) == len(headline.places) == 1
    return not headline.places or (whole and any(p.kind != "country" and p.country in countries for p in lead.places))


def format_of(draft: Draft) -> str:
    """How people met: `phone`, `video`, `in-person` or `unknown`; a visit or what has a place is in person."""
    roles = frozenset(role for fact in draft.facts for role in fact.nucleus.told)
    if draft.type == "call" or ("phone" in roles and draft.type == "meeting" and "video" not in roles):
        return "phone"
    told = {str(getattr(f.nucleus.entry, "format", "")) for f in draft.facts}
    if "video" in roles | told or any(f.nucleus.remote for f in draft.facts):
        return "video"
    planned = draft.planned and not draft.held
    attended = any("attend" in f.nucleus.frames and f.nucleus.type == "conference" for f in draft.facts)
    if draft.type == "visit" or draft.venue or attended:
        return "in-person"
    if draft.places and not planned:
        return "in-person"
    if draft.part_of is not None and draft.part_of.type == "visit":
        return "in-person"
    return "unknown"
