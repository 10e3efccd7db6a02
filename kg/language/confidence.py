"""How sure a reading is of what each rule finds: the schema of `languages/confidence.toml`, for all languages."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TypeAlias

import msgspec

from kg.language.memo import Memo
from kg.language.toml import convert, read_toml
from kg.resources import LANGUAGES

FILE = LANGUAGES / "confidence.toml"

Rating: TypeAlias = tuple[float, str, tuple[str, ...]]
"""A confidence, what it goes by, and why it is not higher."""


class RuleConfidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often a rule is right, and what it goes by; the file's head explains the fields."""

    of: str
    rule: str
    confidence: float
    reason: str


class Doubt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A signal that lowers a confidence."""

    code: str
    times: float
    reason: str


class Confidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The table."""

    default: float
    rules: tuple[RuleConfidence, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @cached_property
    def _rules(self) -> dict[tuple[str, str], RuleConfidence]:
        return {(entry.of, entry.rule): entry for entry in self.rules}

    @cached_property
    def _doubts(self) -> dict[str, Doubt]:
        return {entry.code: entry for entry in self.doubts}

    @cached_property
    def _rated(self) -> Memo[tuple[str, str, tuple[str, ...]], Rating]:
        return Memo(self._rate)

    def rule(self, of: str, rule: str) -> RuleConfidence | None:
        """The entry of a rule by its name with the language ("en.title"), else without it ("title")."""
        return self._rules.get((of, rule)) or self._rules.get((of, rule.rpartition(".")[2]))

    def doubt(self, code: str) -> Doubt:
        """The entry of a doubt. Raises `KeyError` for one that isn't listed."""
        return self._doubts[code]

    def rate(self, of: str, rule: str, doubts: tuple[str, ...] = ()) -> Rating:
        """The confidence in what a rule found, in hundredths, what the rule goes by, and the reasons of the doubts."""
        return self._rated[of, rule, doubts]

    def _rate(self, key: tuple[str, str, tuple[str, ...]]) -> Rating:
        of, rule, codes = key
        found = self.rule(of, rule)
        confidence = found.confidence if found else self.default
        for code in codes:
            confidence *= self.doubt(code).times
        because = found.reason if found else ""
        return round(confidence, 2), because, tuple(self.doubt(code).reason for code in codes)


@cache
def load_confidence() -> Confidence:
    """The table that comes with the program. Raises `LanguageError` naming file and line."""
    return convert(read_toml(FILE), Confidence, FILE)
