"""States and their names in the four languages: CLDR's, long forms by pattern, and what is particular to one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from kg.authority.schema import LANGUAGES, Identifier, StateFile, StateForms, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

# CLDR's territories also hold groupings and test locales (EU, UN, EZ, XA, XB), a code for no region (ZZ) and
# outlying islands that no state is.
_NOT_A_COUNTRY = frozenset({"EU", "UN", "EZ", "XA", "XB", "ZZ", "QO", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"})


@cache
def codes() -> frozenset[str]:
    """ISO 3166 alpha-2 codes of countries and territories that CLDR names in English."""
    names = Locale("en").territories
    found = (str(code) for code in names)
    return frozenset(c for c in found if len(c) == len("TM") and c.isalpha() and c not in _NOT_A_COUNTRY)


@dataclass(frozen=True, slots=True)
class State:
    """A country: its ISO code, names by language (the usual one first), adjectives, identifiers elsewhere."""

    code: str
    names: Words
    adjectives: Words
    ids: tuple[Identifier, ...] = ()


def states(data: StateFile) -> dict[str, State]:
    """Every country by code: CLDR's name first, then those of the file, then the long forms by pattern."""
    particular = {forms.code: forms for forms in data.state}
    return {code: _state(code, particular.get(code), data.patterns) for code in sorted(codes())}


def _state(code: str, forms: StateForms | None, patterns: Words) -> State:
    names = {lang: tuple(dict.fromkeys(_names(code, lang, forms, patterns))) for lang in LANGUAGES}
    return State(code, Words(**names), forms.adjectives if forms else Words(), forms.ids if forms else ())


def _names(code: str, lang: str, forms: StateForms | None, patterns: Words) -> Iterator[str]:
    usual = Locale(lang).territories.get(code)
    own = forms.of(lang) if forms else ()
    short = ([usual] if usual else []) + list(own)
    yield from short
    for name in short[:1]:
        for pattern in patterns.of(lang):
            yield pattern.replace("{name}", name)
