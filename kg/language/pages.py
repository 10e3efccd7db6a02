"""What stands on a page around its text, and how to tell the language of a short line: `pages.toml`."""

from __future__ import annotations

from typing import Literal

import msgspec

from kg.language.pattern import check_alternative


class PageLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line that is no sentence of the text, told by a pattern that must fit the whole line.

    `counter` (views, comments), `navigation` ("Read more") and `kicker` ("Press release") lines are left out;
    a `source` line ("Источник: …") is kept as a heading in the language of its pattern.
    """

    kind: Literal["counter", "navigation", "kicker", "source"]
    pattern: str
    example: str

    def __post_init__(self) -> None:
        check_alternative(self.pattern)


class DatelineLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that may stand beside the date on a dateline ("Published:")."""

    word: str
    example: str


class Pages(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Page furniture of a language, and what tells its short lines from those of our other languages.

    `letters` are those that no other of our languages has, `words` common words that no other of them has: they
    decide where a line is too short for the detector. For a language that the detector takes lines of names in this
    one for (ISO 639-1), `neighbours` gives letters that it has and this one has not, `lacking` those that this one has
    and it has not. `strange` are letters that only languages which are not read have, and which look like this one
    otherwise (Uzbek, Kazakh in Latin letters).
    """

    script: Literal["latin", "cyrillic"] = "latin"
    letters: str = ""
    words: tuple[str, ...] = ()
    neighbours: dict[str, str] = {}
    lacking: dict[str, str] = {}
    strange: str = ""
    lines: tuple[PageLine, ...] = ()
    labels: tuple[DatelineLabel, ...] = ()
