"""How direct speech is worded: the schema of `quotations.toml`."""

from __future__ import annotations

from functools import cached_property

import msgspec

from kg.language.pattern import Matcher, Pattern


class Quotations(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Wordings of direct speech.

    `verbs` say that somebody speaks ("said", "деді"); `linkers` are the words that only close direct speech and lead
    to such a verb ("diýip", "деп"); `pronouns` point back to the last person spoken of.
    """

    verbs: tuple[Pattern, ...] = ()
    linkers: tuple[Pattern, ...] = ()
    pronouns: tuple[Pattern, ...] = ()

    @cached_property
    def match_verbs(self) -> Matcher[Pattern]:
        """Finds verbs of speech."""
        return Matcher(self.verbs)

    @cached_property
    def match_linkers(self) -> Matcher[Pattern]:
        """Finds linkers."""
        return Matcher(self.linkers)

    @cached_property
    def match_closers(self) -> Matcher[Pattern]:
        """Finds what closes direct speech: a linker or a verb."""
        return Matcher((*self.linkers, *self.verbs))

    @cached_property
    def match_pronouns(self) -> Matcher[Pattern]:
        """Finds "he", "she"."""
        return Matcher(self.pronouns)
