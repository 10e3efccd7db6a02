"""Which town "the capital" is: by its name beside it, else by its country."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import structs

from kg.interpret.cast.home import home_of
from kg.interpret.events.sentence.row import DASHES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.sentence.row import Element, Row
    from kg.language import Language
    from kg.model import Organisation, PlaceMention

# Elements from "the capital" to its name.
_ITS_NAME = 5


def named(row: Row, i: int) -> PlaceMention | None:
    """The place at `i`, or the town that "the capital" there has beside it: "столицу области [Осло]".

    Where its country is told, it may be set off: "the capital of Chile, [Santiago]", "столицу Чили – [Сантьяго]".
    """
    place = row.elements[i].place
    if place is None or place.kind != "capital":
        return place
    side = row.elements[i - 1] if i else None
    if side is not None and place.country is None and (owner := _owner(side)) is not None:
        place = structs.replace(place, country=owner)  # "в чилийской столице", "Çiliniň paýtagtynda"
    for e in row.elements[i + 1 : i + 1 + _ITS_NAME]:
        if e.place is not None and e.place.kind == "town":
            return e.place
        country = e.place.country if e.place is not None else e.actor.country if e.actor is not None else None
        if country and place.country is None:
            place = structs.replace(place, country=country)
        set_off = place.country is not None and (e.kind == "comma" or row.norm(e) in DASHES)
        if not (country or set_off or e.kind == "text" or e.role in {"of", "definite"}):
            break
    return place


def capital(
    place: PlaceMention, draft: Draft, bodies: Iterable[Organisation], languages: Mapping[str, Language]
) -> str | None:
    """The town that "the capital" is: that of the state whose institutions among `bodies` the document names most."""
    country = place.country
    lang = draft.facts[0].nucleus.row.passage.sentence.lang
    if country is None and any(a.possessive == "1pl" for a in languages[lang].analyse(place.text.lower())):
        country = home_of(lang)  # "paýtagtymyz"
    if country is None:
        counts = Counter[str]()
        for body in bodies:
            if body.country:
                counts[body.country] += len(body.mentions)
        country = max(counts, key=lambda c: (counts[c], c), default=None)
    return languages[lang].events.capitals.get(country or "")


def town_follows(elements: Sequence[Element], i: int) -> bool:
    """Tell "the capital" whose name follows: "in the [capital] Baku"."""
    place, after = elements[i].place, elements[i + 1 : i + 2]
    town = after[0].place if after else None
    return place is not None and place.kind == "capital" and town is not None and town.kind == "town"


def _owner(e: Element) -> str | None:
    """The country whose capital is told behind it: an adjective, or the state in the genitive; None of what is none."""
    if e.actor is not None:
        return e.actor.country if e.actor.case == "gen" else None
    return e.place.country if e.place is not None and e.place.case in {"adj", "gen"} else None
