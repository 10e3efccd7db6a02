"""Towns and regions under one name: Aşgabat, Ашхабад and Ашғабат are Ashgabat.

Two sources: CLDR (through Babel) names in every language the towns after which time zones are called; the language
files list more towns and regions by country, and those of one country whose names sound most alike are one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global
from rapidfuzz.distance import JaroWinkler

from kg.language import load
from kg.language.letters import fold, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALIKE = 0.8  # Jaro-Winkler similarity of two folds: "ashgabat" and "ashhabad" have 0.85
_SHORTEST = 4  # letters; shorter names ("Ош") are words and names of other things, too


@cache
def towns(lang: str) -> dict[str, str]:
    """Names of towns and regions in a language, each with its English name; names of other things are left out."""
    english = _english()
    ambiguous = load(lang).places.ambiguous
    found: dict[str, str] = {}
    for country, zone, name in _names(lang):
        if len(name) >= _SHORTEST and name not in ambiguous:
            found.setdefault(name, english.get(zone) or _nearest(name, country))
    return dict(sorted(found.items()))


@cache
def _english() -> dict[str, str]:
    """English names of the towns of time zones, by zone."""
    zones = Locale("en").time_zones
    return {
        zone: zones.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        for zone in get_global("zone_territories")
        if "/" in zone
    }


def _names(lang: str) -> Iterator[tuple[str, str, str]]:
    """Each name as (country, time zone or "", name)."""
    zones = Locale(lang).time_zones
    for zone, country in sorted(get_global("zone_territories").items()):
        city = zones.get(zone, {}).get("city") or (_english().get(zone) if lang == "en" else None)
        if city and country != "001":
            yield country, zone, city
    places = load(lang).places
    for table in (places.towns, places.regions):
        for country, names in sorted(table.items()):
            for name in names:
                yield country, "", name


@cache
def _english_of(country: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for code, _, name in _names("en") if code == country))


def _nearest(name: str, country: str) -> str:
    """The English name of the country's town that sounds most alike; the name itself where none does."""
    # "Республика Татарстан" sounds like Tatarstan in one of its words.
    forms = dict.fromkeys((name, *(word for word in name.split() if len(word) >= _SHORTEST)))
    near = [(*_likeness(form, other), other) for form in forms for other in _english_of(country)]
    return max((n for n in near if n[1] >= _ALIKE), default=(False, 0.0, name))[-1]


def _likeness(left: str, right: str) -> tuple[bool, float]:
    """Whether two names have one fold, and how alike they sound; names with the same consonants sound alike."""
    key, other = fold(left), fold(right)
    similarity = JaroWinkler.similarity(key, other)
    return key == other, max(similarity, _ALIKE) if skeleton(left) == skeleton(right) else similarity
