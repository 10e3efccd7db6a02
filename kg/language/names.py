"""How persons are named: the schema of `names.toml`."""

from __future__ import annotations

import msgspec


class Ending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An ending of names (lower case, nominative) and a name that has it."""

    ending: str
    example: str


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Personal names of a language.

    `given`: common given names, nominative, as one text separated by white space. `surnames` and `patronymics`:
    endings that make a capitalised word one. `particles`: lower-case parts of names ("uly", "de", "van").
    `eponym`: words that tell that a name is an eponym ("adyndaky", "имени"), before or after it.
    """

    given: str = ""
    surnames: tuple[Ending, ...] = ()
    patronymics: tuple[Ending, ...] = ()
    particles: tuple[str, ...] = ()
    eponym: tuple[str, ...] = ()
