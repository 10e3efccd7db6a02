"""What ends a sentence and what doesn't: the schema of `sentences.toml`."""

from __future__ import annotations

import msgspec


class Abbreviation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word whose full stop ends no sentence, and a phrase in which it does not."""

    word: str
    example: str


class Sentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sentence-splitting data of a language."""

    abbreviations: tuple[Abbreviation, ...] = ()
