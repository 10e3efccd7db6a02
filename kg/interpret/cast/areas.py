"""The country of who heads an area that his title doesn't name: "Губернатор Анна Ким приехала в Омскую область"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import words
from kg.interpret.spans import tokens_behind

if TYPE_CHECKING:
    from kg.language import Language
    from kg.model import Annotations, PostMention

# Characters between an area and its country ("Омской области [РФ]", "Таджикистана, Хатлонской области").
_BESIDE = 2
# Words of a title that names its area, and those of an area's name with "north" or "old".
_NAMED = 2


class Areas:
    """The areas of known countries that a document names, in order, and the countries of those named by themselves.

    Areas named with their country are left out of the latter, as only those abroad are named so.
    """

    def __init__(self, annotations: Annotations) -> None:
        areas = [p for p in annotations.places if p.kind == "region" and p.country]
        countries = [p for p in annotations.places if p.kind == "country"]
        begun = {p.start - gap for p in countries for gap in range(1, _BESIDE + 1)}
        ended = {p.end + gap for p in countries for gap in range(1, _BESIDE + 1)}
        self._starts = [p.start for p in areas]
        self._countries = [p.country for p in areas]
        self._owned = _behind_countries(annotations)
        self._alone = {p.country for p in areas if p.end not in begun and p.start not in ended}

    def country_of(self, language: Language, post: PostMention) -> str | None:
        """The country of who heads an area, told without it where heads stand first; None of several.

        A title with the noun for an area is of the one named last ("губернатор [региона]"). Where heads stand last it
        is the country before the same area elsewhere: "Çiliniň Arika sebiti", then "Arika sebitiniň häkimi".
        """
        if language.head_final:
            title = words(post.title)
            return self._owned.get(title[0]) if len(title) > _NAMED else None
        before = bisect_left(self._starts, post.start)
        nouns = (hit for w in words(post.title) for hit in language.analyse(w))
        if before and any(a.stem in language.institutions.places for a in nouns):
            return self._countries[before - 1]
        return next(iter(self._alone)) if len(self._alone) == 1 else None


def _behind_countries(annotations: Annotations) -> dict[str, str]:
    """The words (lower case) that begin what is a country's own, each with the country: "Çiliniň [Arika]"."""
    found: dict[str, str] = {}
    for place in annotations.places:
        if place.kind == "country" and place.case == "gen" and place.country:
            for token in tokens_behind(annotations.sentences[place.sentence], place.end, _NAMED):
                found.setdefault(token.norm, place.country)
    return found
