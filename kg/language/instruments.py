"""How plans, treaties, laws and projects are named and spoken of: the schema of `instruments.toml`."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from kg.language.pattern import Matcher, Pattern, Patterned

Kind = Literal["plan", "strategy", "convention", "law", "statement", "project", "other"]


class InstrumentHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that heads names of instruments, by its dictionary form, with the kind that it gives them.

    `before` is a word that must stand right before it ("ýol kartasy": a map is none by itself). A `version` ("new
    edition") is an instrument only as that of another. A `weak` noun ("law", "project", "agreement") needs a title in
    quotation marks or a capital of its own, for it is common in general talk, `unless` a word that so begins stands
    in the name ("a joint statement"). Right before a word that begins with one of `reached` it is what the sides came
    to in their talk ("ylalaşyk [gazandylar]").
    """

    lemma: str
    kind: Kind
    example: str
    before: str = ""
    version: bool = False
    weak: bool = False
    unless: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()


class Spoken(Pattern, frozen=True):
    """A wording that tells what is done with an instrument; `agent` where the one who does it stands before it."""

    how: Literal["adopted", "approved", "implemented", "discussed", "funded"]
    agent: bool = False


class Ending(Pattern, frozen=True):
    """An ending by which a word's part in a Turkic phrase is told, in whole words."""

    part: Literal[
        "gen", "acc", "dat", "loc", "abl", "attr", "poss", "infinitive", "gerund", "verb", "converb", "participle"
    ]


class Instruments(Patterned, frozen=True, forbid_unknown_fields=True, dict=True, eq=False):
    """Wordings of instruments.

    `spoken` tells what is done with an instrument, `agents` who does it; `barriers` are
    words behind which a verb speaks of something else than the name before them. `stop`: words that no name holds.
    `pronouns`: words that make a name point elsewhere ("its plan"). `conjunctions` join words of a name. `adjectives`
    stand before a head in lower case. `doing` stand before a verb that looks like a head ("they [plan] to").
    Turkic languages: `postpositions` govern what stands before them, those of `between` two parties that a word of
    `pairs` joins; `relational` are participles and postpositions that take a dative ("арналған", "garşy"); `adverbs`
    go with an infinitive; `adjectival` are endings of adjectives, `actions` of nouns that take a verb's object;
    `endings` are tried in order, save for words of `plain`, whose endings mislead.
    English and Russian: `prepositions` continue a name behind its head; those of `topics` say what an instrument is
    about, and so make a name of it.
    """

    heads: tuple[InstrumentHead, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    agents: tuple[Pattern, ...] = ()
    barriers: tuple[Pattern, ...] = ()
    stop: tuple[Pattern, ...] = ()
    pronouns: tuple[Pattern, ...] = ()
    conjunctions: tuple[Pattern, ...] = ()
    adjectives: tuple[Pattern, ...] = ()
    doing: tuple[Pattern, ...] = ()
    adjectival: tuple[Pattern, ...] = ()
    postpositions: tuple[Pattern, ...] = ()
    between: tuple[Pattern, ...] = ()
    pairs: tuple[Pattern, ...] = ()
    relational: tuple[Pattern, ...] = ()
    adverbs: tuple[Pattern, ...] = ()
    actions: tuple[Pattern, ...] = ()
    prepositions: tuple[Pattern, ...] = ()
    topics: tuple[Pattern, ...] = ()
    endings: tuple[Ending, ...] = ()
    plain: tuple[Pattern, ...] = ()

    @cached_property
    def match_spoken(self) -> Matcher[Spoken]:
        """Finds what is done with an instrument."""
        return Matcher(self.spoken)

    @cached_property
    def match_endings(self) -> Matcher[Ending]:
        """Tells a word's part by its ending."""
        return Matcher(self.endings)
