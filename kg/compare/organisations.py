"""Comparing institutions: `COMPARISONS` from the surest to the weakest, `CONTRADICTIONS` that forbid.

An institution is compared by what its name is made of (see `wording`) within its scope: the institution that it is
part of, or else its country. So two ministries of justice are one if they are of one country, and two departments
of legal affairs if they are of one ministry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.compare.profile import different_country, different_known, known
from kg.compare.verdict import Agreement, Comparison, Contradiction

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a name says within its scope. `values` are concepts and own words without the weak ones.

    `scope` is the owner's identity, `country TM`, or "" (none known); `full` holds the weak concepts too;
    `specific` tells that the name is more than what the institution is ("ministry", "council").
    `unsaid` tells that the scope is not the owner that the reading gives, because the name does not word it.
    """

    scope: str
    values: tuple[str, ...]
    full: tuple[str, ...]
    specific: bool
    unsaid: bool = False

    def text(self) -> str:
        """The key as one line."""
        return f"{self.scope}|{' '.join(self.values)}"


@dataclass(frozen=True, slots=True)
class OrganisationProfile:
    """What is compared of an institution. `anchor` is the id of the known thing that it is, with rule and reason."""

    names: tuple[str, ...]
    kind: str
    countries: frozenset[str]
    owner: str | None
    keys: tuple[Key, ...]
    anchor: str | None = None
    anchored_by: str = ""
    anchor_score: float = 1.0
    anchor_reason: str = ""


# Kinds that careful readers give to one institution: two kinds go together if one of these sets holds both.
_KINDS = (
    {"government", "ministry", "parliament", "election-body", "court", "education", "media", "company", "other"},
    {"ngo", "party", "company", "media", "education", "other"},
    {"international", "ngo", "election-body", "education", "media", "other"},
    {"embassy", "other"},
)


def kinds_agree(left: str, right: str) -> bool:
    """Tell whether readers may have meant one institution by two kinds."""
    return left == right or any({left, right} <= kinds for kinds in _KINDS)


def _same_known(left: OrganisationProfile, right: OrganisationProfile) -> Agreement | None:
    return Agreement(min(left.anchor_score, right.anchor_score), f"both are {left.anchor}: {left.anchor_reason}")


def _said(profile: OrganisationProfile) -> Iterator[str]:
    return (key.text() for key in profile.keys if key.specific and key.scope and not key.unsaid)


def _same_said(left: OrganisationProfile, right: OrganisationProfile) -> Agreement | None:
    shared = sorted(set(_said(left)) & set(_said(right)))
    scope, _, values = shared[0].partition("|")
    full = any(a.full == b.full and a.scope == b.scope for a in left.keys for b in right.keys)
    return Agreement(0.95 if full else 0.9, f"both names say '{values}' within {scope}")


def _any_said(profile: OrganisationProfile) -> Iterator[str]:
    return (key.text() for key in profile.keys if key.specific and key.scope)


def _owner_unsaid(left: OrganisationProfile, right: OrganisationProfile) -> Agreement | None:
    if left.owner and right.owner:
        return None
    shared = sorted(set(_any_said(left)) & set(_any_said(right)))
    return Agreement(0.85, f"both names say '{shared[0].partition('|')[2]}', one without its owner")


def _own_names(profile: OrganisationProfile) -> Iterator[str]:
    """Names of two words of their own and more, or of one in capitals: proper names that need no scope."""
    for key in profile.keys:
        if any(value.startswith("'") for value in key.values):
            yield " ".join(key.full)


def _same_own_name(left: OrganisationProfile, right: OrganisationProfile) -> Agreement | None:
    if left.countries and right.countries:
        return None  # both scopes are known: then the scopes had their say
    if left.owner != right.owner:
        return None
    shared = sorted(set(_own_names(left)) & set(_own_names(right)))
    return Agreement(0.8, f"both bear the proper name {shared[0]}")


COMPARISONS: tuple[Comparison[OrganisationProfile], ...] = (
    Comparison("known-thing", known, _same_known),
    Comparison("same-concepts", _said, _same_said),
    Comparison("owner-unsaid", _any_said, _owner_unsaid, sure=False),
    Comparison("same-proper-name", _own_names, _same_own_name, sure=False),
)


def _different_kind(left: OrganisationProfile, right: OrganisationProfile) -> str | None:
    if left.anchor and left.anchor == right.anchor:
        return None  # a kind misread does not make a known institution another one
    return None if kinds_agree(left.kind, right.kind) else f"one is of kind {left.kind}, the other {right.kind}"


def _different_owner(left: OrganisationProfile, right: OrganisationProfile) -> str | None:
    if left.anchor and left.anchor == right.anchor:
        return None
    if left.owner and right.owner and left.owner != right.owner:
        return f"one is part of {left.owner}, the other of {right.owner}"
    return None


def _different_rank(left: OrganisationProfile, right: OrganisationProfile) -> str | None:
    """Of two names that say the same each has a weak word that the other lacks: a state and a national university."""
    pairs = [(a, b) for a in left.keys for b in right.keys if (a.scope, a.values) == (b.scope, b.values)]
    if left.anchor or right.anchor or any(set(a.full) <= set(b.full) or set(b.full) <= set(a.full) for a, b in pairs):
        return None
    return next((f"one is '{' '.join(a.full)}', the other '{' '.join(b.full)}'" for a, b in pairs), None)


CONTRADICTIONS: tuple[Contradiction[OrganisationProfile], ...] = (
    Contradiction("different-known-things", different_known),
    Contradiction("different-countries", different_country),
    Contradiction("different-kinds", _different_kind),
    Contradiction("different-owners", _different_owner),
    Contradiction("different-ranks", _different_rank),
)
