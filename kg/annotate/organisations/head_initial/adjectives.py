"""The country of a Russian institution that its first word tells: "[Азербайджанский] университет"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.places import Places

_ADJECTIVE = re.compile(r"(.{2,}ск)(?:ий|ого|ому|им|ом|ая|ой|ую|ое)")
_ENDING = re.compile("[аеиоуыэюяьй]$")


def country_told(view: View, first: int) -> str | None:
    """The country of which, or of whose town, the adjective at a token is; None of two ("Российско-Таджикский")."""
    word, place = view.tokens[first].norm, view.place[first]
    if not view.language.fusional or "-" in word or not view.capital(first):
        return None
    if word.startswith(view.language.institutions.borne):
        return None
    if place is not None:
        return place.country if place.case == "adj" else None
    match = _ADJECTIVE.fullmatch(word)
    return _towns(view.language.places).get(match[1]) if match else None


@cache
def _towns(places: Places) -> dict[str, str]:
    """The stems of towns' adjectives, each with its country; those of towns of several countries left out."""
    found: dict[str, set[str]] = {}
    for country, names in places.towns.items():
        for name in names:
            for stem in _stems(name.lower()):
                found.setdefault(stem, set()).add(country)
    return {stem: min(countries) for stem, countries in found.items() if len(countries) == 1}


def _stems(town: str) -> set[str]:
    """Stems in "-ск" that a town's adjective may have: "ташкентск", "алматинск", "московск", "минск"."""
    bare = _ENDING.sub("", town)
    stems = {f"{town}ск", f"{bare}ск", f"{bare}инск"}
    if bare != town and not _ENDING.search(bare[:-1]):
        stems.add(f"{bare[:-1]}о{bare[-1]}ск")
    return {*stems, town} if town.endswith("ск") else stems
