"""Names of places in a language: the schema of `places.toml`.

Country names are CLDR's (through Babel), and so are the names of the towns after which time zones are called; the
file adds what CLDR lacks. Names stand in the nominative; how they inflect is said by `kg.language.morphology` for
the Turkic languages and by `declensions` here for Russian.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["town", "region", "country"]


class PlaceType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that says what a name is the name of ("Aşgabat şäheri", "город Минск", "city of Tejen").

    It stands `after` the name (then the case is its own) or `before` it. `in_name` makes it a part of the official
    name ("Gazagystan Respublikasy"), which only known states have. `unknown` lets it make a place of a capitalised
    word that the gazetteer doesn't know; behind the words of `not_after` it belongs to them ("Heads of [State of] …").
    `means` is the name and `case` the case read in `example`.
    """

    word: str
    kind: Kind
    example: str
    means: str
    position: Literal["before", "after"] = "after"
    in_name: bool = False
    not_after: tuple[str, ...] = ()
    unknown: bool = True
    case: str = ""


class CapitalWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word for the capital, without its name. `lower`: only in lower case (Kazakh "астана").

    `after` are the words one of which must stand before it, `not_before` those that must not follow, unless a name does
    ("the capital of Turkmenistan").
    """

    word: str
    example: str
    lower: bool = False
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    case: str = ""


class Declension(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names with an ending decline: genitive, dative, accusative, instrumental, prepositional endings.

    `names` limits it to words, `after` to words whose last letter is one of these; `example` is a form of `means`.
    """

    ending: str
    forms: tuple[str, str, str, str, str]
    example: str
    means: str
    names: tuple[str, ...] = ()
    after: str = ""


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Places of a language.

    `alternations`: what a name's last vowel becomes before some endings. `adjective_endings` make an adjective of a
    name. `links` are vowels between a name that ends in two consonants and its ending ("Минск[і]де").
    `language_words`: after an adjective they show that no state is meant; `bearers`: nouns of seas and days, which only
    have the name beside them. `ambiguous` names count only with a type word. `this_year`: abbreviations before that
    of the year ("с.г."), which is that of a town elsewhere. `stateless`: territories that ISO 3166 knows no state of,
    with their adjectives, `past` states that are no more, and `parts_of_the_world` those in whose names that of a
    state stands. The other tables map ISO 3166 alpha-2 codes to names.
    """

    alternations: dict[str, str] = {}
    adjective_endings: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    language_words: tuple[str, ...] = ()
    bearers: frozenset[str] = frozenset()
    ambiguous: tuple[str, ...] = ()
    types: tuple[PlaceType, ...] = ()
    capitals: tuple[CapitalWord, ...] = ()
    declensions: tuple[Declension, ...] = ()
    adjective_declensions: tuple[Declension, ...] = ()
    prepositions: dict[str, tuple[str, ...]] = {}
    this_year: frozenset[str] = frozenset()
    stateless: dict[str, tuple[str, ...]] = {}
    past: dict[str, tuple[str, ...]] = {}
    parts_of_the_world: tuple[str, ...] = ()
    countries: dict[str, tuple[str, ...]] = {}
    adjectives: dict[str, tuple[str, ...]] = {}
    towns: dict[str, tuple[str, ...]] = {}
    regions: dict[str, tuple[str, ...]] = {}
