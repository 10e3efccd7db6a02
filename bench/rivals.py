"""Finders of names to compare with: spaCy's EntityRuler, and a bare scan of ahocorasick_rs, with the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.annotate.places.names import known_names
from kg.build import reader

if TYPE_CHECKING:
    from collections.abc import Callable


def names() -> list[str]:
    """The names that reading looks for as they are written: institutions, states, towns and given names, sorted."""
    tools = reader()
    found = {text for text, _, _ in tools.authority.names()}
    for language in tools.languages.values():
        found |= {a.text for a in language.institutions.abbreviations}
        found |= language.given_names
        found |= {sense.name for senses in known_names(language).senses for sense in senses}
    return sorted(found)


def rivals() -> dict[str, Callable[[str], int] | None]:
    """By its name each finder, which gives how many names a text holds; None for one that isn't installed."""
    patterns = names()
    automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)
    return {
        "spaCy EntityRuler": _entity_ruler(patterns),
        "ahocorasick_rs": lambda text: len(automaton.find_matches_as_indexes(text)),
    }


def _entity_ruler(patterns: list[str]) -> Callable[[str], int] | None:
    try:
        import spacy
    except ImportError:
        return None
    blank = spacy.blank("xx")
    blank.max_length = 10**8
    blank.add_pipe("entity_ruler").add_patterns([{"label": "NAME", "pattern": name} for name in patterns])
    return lambda text: len(blank(text).ents)
