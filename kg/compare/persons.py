"""Comparing persons: a name alone is not enough where the readings know what else each of them is.

A wrong merge is worse than a missed one: two namesakes with nothing else in common stay two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.compare.person_names import PersonName, agreement, contradicts, name_keys
from kg.compare.profile import different_country, different_known, known
from kg.compare.verdict import Agreement, Comparison, Contradiction

if TYPE_CHECKING:
    from collections.abc import Iterator


# Posts of state between which people move: the ambassador of one year is the minister of another. Somebody of the same
# name who is a rector or an adviser may well be somebody else.
_OF_STATE = frozenset({
    "president", "prime-minister", "deputy-prime-minister", "minister", "deputy-minister", "speaker", "deputy-speaker",
    "ambassador", "permanent-representative", "special-representative", "governor", "member-of-parliament", "ombudsman",
    "consul", "chair", "deputy-chair", "secretary",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonProfile:
    """What is compared of a person. `organisations` are the ids of those in whose posts the person is."""

    names: tuple[PersonName, ...]
    countries: frozenset[str]
    organisations: frozenset[str]
    posts: frozenset[str]
    anchor: str | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing but the name is known."""
        return not (self.countries or self.organisations or self.posts)


def _same_known(left: PersonProfile, _right: PersonProfile) -> Agreement | None:
    return Agreement(0.98, f"both are {left.anchor}, by a name of the record")


def _keys(profile: PersonProfile) -> Iterator[str]:
    for name in profile.names:
        yield from name_keys(name)


def _best(left: PersonProfile, right: PersonProfile) -> tuple[str, float]:
    found = [a for x in left.names for y in right.names if (a := agreement(x, y)) is not None]
    return max(found, key=lambda f: (f[1], f[0]), default=("", 0.0))


def _shared(left: PersonProfile, right: PersonProfile) -> list[str]:
    """What two persons have in common besides their names."""
    return [
        f"the {what} {', '.join(sorted(mine & theirs))}"
        for what, mine, theirs in (
            ("country", left.countries, right.countries),
            ("institution", left.organisations, right.organisations),
            ("post", left.posts, right.posts),
        )
        if mine & theirs
    ]


def _careers_agree(left: PersonProfile, right: PersonProfile) -> bool:
    """Whether posts and institutions allow one person: some are shared, one side has none, or both are of state."""
    if left.posts & right.posts or left.organisations & right.organisations:
        return True
    if not (left.posts or left.organisations) or not (right.posts or right.organisations):
        return True
    return bool(left.posts & _OF_STATE and right.posts & _OF_STATE)


def _same_name(left: PersonProfile, right: PersonProfile) -> Agreement | None:
    """The same full name, something else in common, and careers that may be one."""
    way, score = _best(left, right)
    shared = _shared(left, right)
    if way != "same" or not shared or not _careers_agree(left, right):
        return None
    return Agreement(min(score, 0.9 + 0.03 * len(shared)), f"the same name, and {', '.join(shared)}")


def _similar_name(left: PersonProfile, right: PersonProfile) -> Agreement | None:
    """A longer, abbreviated or differently spelt name, with the institution or both country and post in common."""
    way, score = _best(left, right)
    shared = _shared(left, right)
    enough = bool(left.organisations & right.organisations) or bool(
        left.countries & right.countries and left.posts & right.posts
    )
    if way not in {"longer", "initials", "close"} or not enough:
        return None
    return Agreement(round(score * 0.95, 3), f"names that agree ({way}), and {', '.join(shared)}")


def _bare_name(left: PersonProfile, right: PersonProfile) -> Agreement | None:
    """The same full name, of one of them nothing else being known."""
    way, _ = _best(left, right)
    if way != "same" or not (left.bare or right.bare):
        return None
    return Agreement(0.8, "the same name, nothing else being known of one of them")


COMPARISONS: tuple[Comparison[PersonProfile], ...] = (
    Comparison("known-person", known, _same_known),
    Comparison("same-name", _keys, _same_name, sure=False),
    Comparison("similar-name", _keys, _similar_name, sure=False),
    Comparison("bare-name", _keys, _bare_name, sure=False),
)


def _different_name(left: PersonProfile, right: PersonProfile) -> str | None:
    """Patronymics or genders that differ, or full names of which none agrees with any of the other's.

    Spellings that follow no sound (Xi Jinping, Си Цзиньпин) are for the authority to know.
    """
    if left.anchor and left.anchor == right.anchor:
        return None
    if any(contradicts(x, y) for x in left.names for y in right.names):
        return "their patronymics or the genders of their names differ"
    mine, theirs = [n for n in left.names if n.full], [n for n in right.names if n.full]
    if mine and theirs and not any(agreement(x, y) for x in mine for y in theirs):
        return "their full names differ"
    return None


CONTRADICTIONS: tuple[Contradiction[PersonProfile], ...] = (
    Contradiction("different-known-persons", different_known),
    Contradiction("different-countries", different_country),
    Contradiction("different-names", _different_name),
)
