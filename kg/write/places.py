"""Places as things: which of their names in several languages are one place, and what it is.

A country is known by its ISO 3166 code, a town after which CLDR calls a time zone by that zone, so that Брюссель and
Brýussel are one. Of other places the names in plain Latin letters decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global

from kg.language import load_all
from kg.language.letters import slug
from kg.vocab import CMQ, RDFS, SKOS, concept, entity
from kg.write.terms import Statements, country, readable, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyoxigraph as ox

LANGUAGES = ("en", "tk", "kk", "ru")
# Codes in CLDR that are no country's: the European Union, the Eurozone, outlying Oceania, the United Nations,
# pseudo-accents, pseudo-bidi, unknown region.
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


@dataclass(frozen=True, slots=True)
class Known:
    """A place by the path of its IRI; `names` are its preferred names by language."""

    path: str
    kind: str
    country: str | None
    names: tuple[tuple[str, str], ...] = ()


def place(statements: Statements, name: str, lang: str, entities: Mapping[str, str]) -> ox.NamedNode:
    """The IRI of a place by its name, described in `statements` unless it is a country (see `countries`).

    `entities` maps case-folded names to ids of entities, for places that identity knows.
    """
    if found := entities.get(name.casefold()):
        return entity(found)
    known = _known().get(name.casefold()) or Known(f"place/{readable(name, lang)}", "", None)
    node = entity(known.path)
    if known.kind == "country":
        statements.countries.add(known.path.partition("/")[2])
        return node
    statements.type(node, CMQ.Place)
    statements.name(node, name, lang)
    for known_lang, known_name in known.names:
        statements.name(node, known_name, known_lang, 1)
    if known.kind:
        statements.choose(node, CMQ.kind, concept("place-kind", known.kind))
    statements.country(node, known.country)
    return node


def countries(codes: set[str]) -> Statements:
    """The description of each country: its code, and its names from CLDR."""
    about = Statements()
    for code in sorted(codes):
        node = country(code)
        about.type(node, CMQ.Country, CMQ.Place)
        about.add(node, CMQ.code, text(code))
        about.add(node, CMQ.kind, concept("place-kind", "country"))
        for lang in LANGUAGES:
            if name := _territories(lang).get(code):
                about.add(node, SKOS.prefLabel, text(name, lang))
                about.add(node, RDFS.label, text(name, lang) if lang == "en" else None)
    return about


@cache
def _known() -> dict[str, Known]:
    """Places by case-folded name, in whatever language; a name that two places have is left out."""
    found: dict[str, set[Known]] = {}
    for name, known in (*_countries(), *_zone_towns()):
        found.setdefault(name.casefold(), set()).add(known)
    taken = frozenset(found)
    for name, known in _listed():
        if name.casefold() not in taken:
            found.setdefault(name.casefold(), set()).add(known)
    return {name: next(iter(places)) for name, places in found.items() if len(places) == 1}


def _countries() -> Iterator[tuple[str, Known]]:
    languages = load_all()
    for lang in LANGUAGES:
        for code, name in _territories(lang).items():
            yield name, Known(f"country/{code}", "country", None)
        for code, names in languages[lang].places.countries.items():
            yield from ((name, Known(f"country/{code}", "country", None)) for name in names)


def _zone_towns() -> Iterator[tuple[str, Known]]:
    """Towns after which CLDR calls time zones; in Latin letters it leaves out names spelt as in the zone's id."""
    cities = {lang: Locale(lang).time_zones for lang in LANGUAGES}
    for zone, code in sorted(get_global("zone_territories").items()):
        area, _, town = zone.replace("_", " ").rpartition("/")
        if area == "Etc" or code in _NO_COUNTRIES:
            continue
        latin = {"en": town, "tk": town}
        found = {lang: dict(cities[lang].get(zone, {})).get("city") or latin.get(lang) for lang in LANGUAGES}
        names = tuple((lang, str(name)) for lang, name in found.items() if name)
        known = Known(f"place/{slug(town)}", "town", code, names)
        yield from ((name, known) for _, name in names)


def _listed() -> Iterator[tuple[str, Known]]:
    """Towns and regions that the language files list, with their countries."""
    for lang, language in load_all().items():
        for table, kind in ((language.places.towns, "town"), (language.places.regions, "region")):
            for code, names in table.items():
                yield from ((name, Known(f"place/{readable(name, lang)}", kind, code)) for name in names)


@cache
def _territories(lang: str) -> dict[str, str]:
    """CLDR's names of countries by code; its regions of the world have numbers and stay out."""
    return {
        code: name for code, name in Locale(lang).territories.items() if code.isalpha() and code not in _NO_COUNTRIES
    }
