"""The country of who heads an area that his title doesn't name: "Губернатор Анна Ким приехала в Омскую область"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.groups import words

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.model import PlaceMention, PostMention

# Characters between an area and its country ("Омской области [РФ]", "Таджикистана, Хатлонской области").
_BESIDE = 2


def country_of_area(settling: Settling, post: PostMention) -> str | None:
    """The one country of the areas that a Russian text names by themselves; None of several.

    A title with the noun for an area is of the one named last ("губернатор [региона]"); else the areas named with
    their country are left out, as only those abroad are named so.
    """
    language = settling.languages[post.lang]
    if not language.fusional:
        return None
    places = settling.annotations.places
    areas = [p for p in places if p.kind == "region" and p.country]
    before = [p for p in areas if p.start < post.start]
    nouns = (hit for w in words(post.title) for hit in language.analyse(w))
    if before and any(a.stem in language.institutions.places for a in nouns):
        return before[-1].country
    countries = [p for p in places if p.kind == "country"]
    found = {p.country for p in areas if not any(_beside(p, c) for c in countries)}
    return next(iter(found)) if len(found) == 1 else None


def _beside(area: PlaceMention, country: PlaceMention) -> bool:
    return 0 < country.start - area.end <= _BESIDE or 0 < area.start - country.end <= _BESIDE
