"""The forms of the authority files; each file explains its fields in its own comments."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

LANGUAGES = ("en", "ru", "kk", "tk")

Kind = Literal[
    "state", "government", "ministry", "parliament", "election-body", "court", "embassy", "international",
    "party", "ngo", "company", "education", "media", "other",
]  # fmt: skip
Order = Literal["of", "before"]
Sole = Literal["state", "owner", "pair"]

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words or names by language, the usual one first."""

    en: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    kk: tuple[str, ...] = ()
    tk: tuple[str, ...] = ()

    def of(self, lang: str) -> tuple[str, ...]:
        """The words of one language."""
        words: tuple[str, ...] = getattr(self, lang)
        return words

    def __post_init__(self) -> None:
        """Refuse empty and repeated words, and spaces at the ends (such a name would never be found)."""
        for lang in LANGUAGES:
            words = self.of(lang)
            for word in words:
                if not word or word != word.strip():
                    raise ValueError(f"the {lang} name {word!r} is empty or has spaces at its ends")
            if len(set(words)) < len(words):
                raise ValueError(f"a {lang} name stands twice in {list(words)}")


class Identifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An identifier elsewhere, and the source that states it."""

    iri: str
    source: str


class Record(Words, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A widely known institution or person."""

    key: str
    kind: Kind | Literal["person"]
    country: str | None = None
    part_of: str | None = None
    short: Words = Words()
    ids: tuple[Identifier, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a key that is no slug, and a record without an English name."""
        Words.__post_init__(self)
        if not _SLUG.fullmatch(self.key):
            raise ValueError(f"the key {self.key!r} is not made of small letters, digits and single hyphens")
        if not self.en:
            raise ValueError(f"{self.key!r} has no English name")


class RecordFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of records."""

    record: tuple[Record, ...]


class StateBody(Words, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An institution that most states have, named without the state."""

    key: str
    kind: Kind
    short: Words = Words()


class StateBodyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of the institutions that most states have."""

    body: tuple[StateBody, ...]


class StateForms(Words, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What CLDR does not say of a state: long, short and former names, and the adjectives of its name."""

    code: str
    adjectives: Words = Words()
    ids: tuple[Identifier, ...] = ()


class Town(Words, frozen=True, forbid_unknown_fields=True):
    """A town whose names do not sound alike in the languages (Beijing, Пекин)."""


class StateFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Long forms of the names of all states as patterns, and what is particular to single states."""

    patterns: Words
    state: tuple[StateForms, ...]
    town: tuple[Town, ...] = ()


class Concept(Words, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A notion of institutions' names with its words; `en[0]` is its label in English."""

    head: Order | None = None
    proper: bool = False
    weak: bool = False
    said: bool = False
    silent: bool = False
    part: bool = False
    sole: Sole | None = None
    branch: bool = False
    abroad: bool = False
    noun: str | None = None
    adjective: str | None = None
    first: bool = False
    person: bool = False


class Glossary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary of institutions' names."""

    function: Words
    joining: Words
    compounds: dict[str, dict[str, tuple[str, ...]]]
    concepts: dict[str, Concept]
