"""The form of a comparison and of a contradiction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Profile = TypeVar("Profile")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well two things agree, from 0 to 1, and in what."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison(Generic[Profile]):
    """A named comparison.

    `keys` gives a thing's keys: two things are compared only if they share one, so that a thousand documents need
    no million comparisons. `agree` then gives the agreement of a pair, or None where there is not enough.

    A comparison that is not `sure` joins things only where each agrees with each of the others that it might be
    ("K. Howard" joins nobody where there are a Keith and a Karl), and never two things of one document, which
    its reader kept apart.
    """

    name: str
    keys: Callable[[Profile], Iterable[str]]
    agree: Callable[[Profile, Profile], Agreement | None]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Contradiction(Generic[Profile]):
    """A named reason for which two things can't be one, whatever else they share: None, or the reason in words."""

    name: str
    against: Callable[[Profile, Profile], str | None]
