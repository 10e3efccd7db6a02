"""Places as things: countries by their ISO 3166 code with CLDR's names, towns by their names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from kg.vocab import CMQ, RDFS, SKOS, concept, entity, slug
from kg.write.terms import Statements, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyoxigraph as ox

LANGUAGES = ("en", "tk", "kk", "ru")
# Codes in CLDR that are no country's: the European Union, the Eurozone, outlying Oceania, the United Nations,
# pseudo-accents, pseudo-bidi, unknown region.
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def country(code: str) -> ox.NamedNode:
    """The IRI of a country by its ISO 3166 alpha-2 code."""
    return entity(f"country/{code}")


def place(statements: Statements, name: str, lang: str, known: Mapping[str, str]) -> ox.NamedNode:
    """The IRI of a place by its name, described in `statements`.

    `known` maps case-folded names to entity ids, for towns that identity has joined across languages. A country's
    name in any of our languages is the country. Other places are told apart by their names alone.
    """
    if found := known.get(name.casefold()):
        return entity(found)
    if code := _codes().get(name.casefold()):
        return country(code)
    node = entity(f"place/{slug(name)}")
    statements.type(node, CMQ.Place)
    statements.name(node, name, lang)
    return node


def countries(codes: set[str]) -> Iterator[ox.Triple]:
    """The description of each country: its code, and its names from CLDR."""
    for code in sorted(codes):
        about, node = Statements(), country(code)
        about.type(node, CMQ.Country, CMQ.Place)
        about.add(node, CMQ.code, text(code))
        about.add(node, CMQ.kind, concept("place-kind", "country"))
        for lang in LANGUAGES:
            if name := _territories(lang).get(code):
                about.add(node, SKOS.prefLabel, text(name, lang))
                about.add(node, RDFS.label, text(name, lang) if lang == "en" else None)
        yield from about.triples


@cache
def _territories(lang: str) -> dict[str, str]:
    """CLDR's names of countries by code; its regions of the world have numbers and stay out."""
    return {
        code: name for code, name in Locale(lang).territories.items() if code.isalpha() and code not in _NO_COUNTRIES
    }


@cache
def _codes() -> dict[str, str]:
    """Codes by case-folded name. A name that is two countries' in different languages is left out."""
    found: dict[str, set[str]] = {}
    for lang in LANGUAGES:
        for code, name in _territories(lang).items():
            found.setdefault(name.casefold(), set()).add(code)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}
