"""Comparing instruments and dialogue series: what they are called, whose they are, and of which years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.compare.verdict import Agreement, Comparison, Contradiction

if TYPE_CHECKING:
    from collections.abc import Iterator

_TELLING = 2  # values by which something is known within a scope ("human-rights dialogue"); without one, more
_TELLING_ALONE = 3


@dataclass(frozen=True, slots=True)
class TitleProfile:
    """What is compared. `parties` are states and known institutions that the name or the reading gives it."""

    kind: str
    values: tuple[str, ...]
    numbers: tuple[str, ...]
    parties: tuple[str, ...]
    worldwide: bool


def _keys(profile: TitleProfile) -> Iterator[str]:
    needed = _TELLING if profile.parties else _TELLING_ALONE
    if len(profile.values) >= needed and (profile.parties or profile.worldwide):
        yield f"{' '.join(profile.values)}|{' '.join(profile.parties)}"


def _same(left: TitleProfile, right: TitleProfile) -> Agreement | None:
    of = f" of {', '.join(left.parties)}" if left.parties else ""
    return Agreement(0.95 if left.numbers == right.numbers else 0.85, f"both are called '{' '.join(left.values)}'{of}")


COMPARISONS: tuple[Comparison[TitleProfile], ...] = (Comparison("same-title", _keys, _same),)


def _different_kind(left: TitleProfile, right: TitleProfile) -> str | None:
    if "other" in {left.kind, right.kind} or left.kind == right.kind:
        return None
    return f"one is a {left.kind}, the other a {right.kind}"


def _different_numbers(left: TitleProfile, right: TitleProfile) -> str | None:
    """Plans of other years, conventions of other numbers."""
    if left.numbers and right.numbers and left.numbers != right.numbers:
        return f"one is of {' '.join(left.numbers)}, the other of {' '.join(right.numbers)}"
    return None


CONTRADICTIONS: tuple[Contradiction[TitleProfile], ...] = (
    Contradiction("different-kinds", _different_kind),
    Contradiction("different-years", _different_numbers),
)
