"""How texts tell that a body was created, decided on or proposed: the schema of `standing.toml`."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from kg.language.pattern import Matcher, Pattern


class Founding(Pattern, frozen=True):
    """A wording that tells a body's standing."""

    standing: Literal["created", "decided", "proposed"]


class Standing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Wordings of how bodies come to be.

    `before` and `after` stand on that side of the body's name, with words of `between` at most between them. They are
    tried in order, so those of proposals and decisions come before the plain "created" that they hold.
    """

    before: tuple[Founding, ...] = ()
    after: tuple[Founding, ...] = ()
    between: tuple[Pattern, ...] = ()

    @cached_property
    def match_before(self) -> Matcher[Founding]:
        """Finds wordings that stand before a body's name."""
        return Matcher(self.before)

    @cached_property
    def match_after(self) -> Matcher[Founding]:
        """Finds wordings that stand behind a body's name."""
        return Matcher(self.after)

    @cached_property
    def match_between(self) -> Matcher[Pattern]:
        """Finds words that may stand between."""
        return Matcher(self.between)
