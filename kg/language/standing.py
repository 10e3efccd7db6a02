"""How texts tell that a body was created, decided on or proposed: the schema of `standing.toml`."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from kg.language.pattern import Matcher, Pattern


class Founding(Pattern, frozen=True):
    """A wording that tells a body's standing; it stands `before` or `after` the body's name."""

    standing: Literal["created", "decided", "proposed"]
    side: Literal["before", "after"]


class Standing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Wordings of how bodies come to be.

    `between` are words that may stand between a body's name and the wording. Wordings are tried in order, so those
    of proposals and decisions stand before the plain "created" that they hold.
    """

    foundings: tuple[Founding, ...] = ()
    between: tuple[Pattern, ...] = ()

    @cached_property
    def match_foundings(self) -> Matcher[Founding]:
        """Finds the wordings."""
        return Matcher(self.foundings)

    @cached_property
    def match_between(self) -> Matcher[Pattern]:
        """Finds words that may stand between."""
        return Matcher(self.between)
