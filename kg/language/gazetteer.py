"""A gazetteer of one language: every written form of every place, looked up in one pass over a text.

Built from CLDR (through Babel) and `places.toml`. Where a language's endings are many (Turkic), the stems are listed
and the ending is for the caller to check; where they are few (Russian), every form is spelt out with its cases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick_rs
from babel import Locale
from babel.core import get_global

from kg.language.case import lower

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.language.places import Declension, Places

_CASES = ("gen", "dat", "acc", "ins", "loc")
_SAME = {"ё": "е", "’": "'", "ʼ": "'", "‑": "-", "\xa0": " ", "\n": " ", "\t": " ", "\r": " "}
# Letters of the shortest name of a state that is known by all of them but one.
_LONG = 9
_RANK = {"country": 0, "town": 1, "region": 2}
# CLDR territories that are no states or dependencies.
_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
# Zones called after islands, regions or towns whose names are rather those of persons or common words.
_NO_TOWN = frozenset({
    "Africa/Casablanca", "Asia/Famagusta", "Asia/Gaza", "Asia/Kamchatka", "Asia/Sakhalin", "Europe/Busingen",
    "Europe/Gibraltar", "Europe/Guernsey", "Europe/Isle_of_Man", "Europe/Jersey", "Europe/Kirov",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form may mean: nominative name, kind, ISO 3166 alpha-2 country, and the cases it may stand in.

    `cases` is empty where the ending must be analysed. `stem` is the nominative's last word in folded letters.
    """

    name: str
    kind: str
    country: str | None
    cases: tuple[str, ...] = ()
    adjective: bool = False
    ambiguous: bool = False
    stem: str = ""


def fold_place(text: str) -> str:
    """Lower case of the same length; `ё` as `е`, one apostrophe, one hyphen, every white space a space."""
    low = lower(text)
    for char, same in _SAME.items():  # one by one: each is found faster than a table is gone through
        low = low.replace(char, same)
    return low


class Gazetteer:
    """Forms of places in folded letters, each with its `senses` (countries before towns before regions)."""

    def __init__(self, forms: dict[str, list[Sense]]) -> None:
        self._forms = sorted(forms)
        self.senses = [tuple(sorted(forms[f], key=lambda s: (_RANK[s.kind], s.name))) for f in self._forms]
        self._automaton = ahocorasick_rs.AhoCorasick(self._forms)

    def find(self, folded: str) -> list[tuple[int, int, tuple[Sense, ...]]]:
        """All hits, overlapping ones too, as (start, end, senses); word boundaries are the caller's to check."""
        hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        return [(start, end, self.senses[index]) for index, start, end in hits]


@cache
def gazetteer(code: str, places: Places, softening: tuple[tuple[str, str], ...]) -> Gazetteer:
    """Build the gazetteer of a language. `softening` maps a stem's last consonant to its form before a vowel."""
    soft = dict(softening)
    ambiguous = frozenset(places.ambiguous)
    forms: dict[str, list[Sense]] = {}
    names = dict.fromkeys(_names(code, places))
    for name, kind, country in names:
        stem = fold_place(name).rpartition(" ")[2]
        for form, cases in _forms(name, places, soft).items():
            sense = Sense(name, kind, country, cases, ambiguous=name in ambiguous, stem=stem)
            forms.setdefault(form, []).append(sense)
            _spell_apart(forms, form, sense)
    locale = Locale(code)
    for country, words in places.adjectives.items():
        for word in words:
            sense = Sense(locale.territories[country], "country", country, ("adj",), adjective=True)
            for form in _adjective_forms(word, places):
                forms.setdefault(form, []).append(sense)
    for name, adjectives in (places.stateless | places.past).items():
        sense = Sense(name, "region", None, ("adj",), adjective=True)
        for form in (form for word in adjectives for form in _adjective_forms(word, places)):
            forms.setdefault(form, []).append(sense)
    states = [(name, country) for name, kind, country in names if kind == "country"]
    for name, country, wrong in ((*state, wrong) for state in states for wrong in _misspelt(state[0])):
        for form, cases in _forms(wrong, places, soft).items():
            forms.setdefault(form, [Sense(name, "country", country, cases, stem=fold_place(wrong))])
    return Gazetteer(forms)


def _spell_apart(forms: dict[str, list[Sense]], form: str, sense: Sense) -> None:
    """Add a form without its hyphens: "Нур Султан"."""
    if "-" in form:
        apart = replace(sense, stem=sense.stem.rpartition("-")[2])
        forms.setdefault(form.replace("-", " "), []).append(apart)


def _misspelt(name: str) -> Iterator[str]:
    """A long name of one word without one of its inner letters, or with two of them in each other's place."""
    if len(name) < _LONG or not name.isalpha():
        return
    for i in range(1, len(name) - 1):
        yield name[:i] + name[i + 1 :]
        yield name[:i] + name[i + 1] + name[i] + name[i + 2 :]


def _names(code: str, places: Places) -> Iterator[tuple[str, str, str | None]]:
    """Yield (nominative name, kind, country) of everything, countries first."""
    locale = Locale(code)
    countries = {c: n for c, n in locale.territories.items() if len(c) == len("TM") and c not in _NO_COUNTRY}
    states: set[str] = set()
    for country, name in sorted(countries.items()):
        for written in _variants(re.sub(r"\s*\([^)]*\)", "", name)):
            states.add(written)
            yield written, "country", country
    for country, names in places.countries.items():
        for name in names:
            states.add(name)
            yield name, "country", country
    for table, kind in ((places.towns, "town"), (places.regions, "region")):
        yield from ((name, kind, country) for country, names in table.items() for name in names)
    yield from ((name, "region", None) for name in (*places.stateless, *places.past, *places.parts_of_the_world))
    known = {n for names in places.towns.values() for n in names} | set(places.ambiguous) | states
    for name, country in _zone_towns(code):
        if name not in known:
            yield name, "town", country


def _variants(name: str) -> tuple[str, ...]:
    """CLDR's English writes `&` and `St.`; texts write "and" and "Saint" as well."""
    plain = name.replace(" & ", " and ")
    return tuple(dict.fromkeys((name, plain, plain.replace("St. ", "Saint "))))


def _zone_towns(code: str) -> Iterator[tuple[str, str]]:
    """Towns after which CLDR calls time zones: (name, country).

    For the Americas only zones that are a country's sole one: the others are often lakes and small towns. In Latin
    letters CLDR leaves out names that are spelt as in the zone's id.
    """
    cities = {zone: dict(data).get("city") for zone, data in Locale(code).time_zones.items()}
    countries = get_global("zone_territories")
    zones_of: dict[str, list[str]] = {}
    for zone, country in countries.items():
        zones_of.setdefault(country, []).append(zone)
    latin = code in {"en", "tk"}
    for zone, country in sorted(countries.items()):
        area = zone.partition("/")[0]
        sole = len(zones_of[country]) == 1
        if zone in _NO_TOWN or not (area in {"Asia", "Europe", "Africa"} or (area == "America" and sole)):
            continue
        name = cities.get(zone) or (zone.rpartition("/")[2].replace("_", " ") if latin else None)
        if name:
            yield str(name), str(country)


def _forms(name: str, places: Places, soft: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Written forms of a name in folded letters with their cases (none: the ending is to be analysed)."""
    if places.declensions:
        return _declined(name, places)
    folded = fold_place(name)
    forms: dict[str, tuple[str, ...]] = {folded: ()}
    for table in (soft, places.alternations):
        if folded[-1] in table:
            forms.setdefault(folded[:-1] + table[folded[-1]], ())
    return forms


def _declined(name: str, places: Places) -> dict[str, tuple[str, ...]]:
    """All case forms of a Russian name. Adjectives agree with their noun; what follows the noun stays as it is."""
    words = name.split(" ")
    columns: list[tuple[str, ...]] = []  # for each word its five forms
    noun_seen = dependent = False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word in {"и", "-", "—"}:
            noun_seen = dependent  # "Королевство Великобритании и Северной Ирландии"
            columns.append((word,) * len(_CASES))
            continue
        adjective = _matching(word, places.adjective_declensions) if following else None
        rule = None if noun_seen or word.isupper() else adjective or _matching(word, places.declensions)
        dependent = dependent or noun_seen
        noun_seen = noun_seen or adjective is None
        if rule:
            stem = word[: len(word) - len(rule.ending)]
            columns.append(tuple(stem + ending for ending in rule.forms))
        else:
            columns.append((word,) * len(_CASES))
    found: dict[str, tuple[str, ...]] = {fold_place(name): ("nom",)}
    for index, case in enumerate(_CASES):
        form = fold_place(" ".join(column[index] for column in columns))
        found[form] = (*found.get(form, ()), case)
    return found


def _matching(word: str, declensions: tuple[Declension, ...]) -> Declension | None:
    for rule in declensions:
        if rule.names:
            if word in rule.names:
                return rule
        elif word.endswith(rule.ending) and len(word) > len(rule.ending) and (not rule.after or word[-1] in rule.after):
            return rule
    return None


def _adjective_forms(word: str, places: Places) -> set[str]:
    """Written forms of an adjective: as given, and in Russian all its cases, genders and numbers."""
    forms = {fold_place(word)}
    if places.adjective_declensions:
        stem = word[:-2]
        endings = ["ий", "ая", "ое", "ие", "ого", "ой", "ому", "ую", "им", "ом", "их", "ими", "ею"]
        forms |= {fold_place(stem + ending) for ending in endings}
    return forms
