"""Comparing offices: the post, the field that its title names, and the country or institution that it is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.compare.verdict import Agreement, Comparison, Contradiction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.authority import Glossary
    from kg.compare.wording import Part

# Concepts that say in a title which post it is; what else a title says is the post's field.
_POST_WORDS = frozenset({
    "president", "prime-minister", "minister", "deputy", "head-person", "chair-person", "secretary", "representative",
    "plenipotentiary", "ambassador", "extraordinary", "ombudsman", "commissioner", "member-of-parliament",
    "expert", "general", "permanent", "special", "judge", "affairs", "state", "national", "member",
})  # fmt: skip
# Posts whose field is the ministry's: "Minister of Education" is the head of the ministry of education.
_OF_MINISTRY = frozenset({"minister", "deputy-minister"})


@dataclass(frozen=True, slots=True)
class OfficeProfile:
    """What is compared of an office. `scope` is `country TM`, an institution's id, or "" (unknown)."""

    post: str
    scope: str
    field: tuple[str, ...]
    title: str


def field_of(parts: Iterable[Part], glossary: Glossary, post: str = "") -> tuple[str, ...]:
    """The field that a title names: its concepts without the post's own, sorted.

    An ambassador is extraordinary by the same Russian word that a ministry of emergency situations bears.
    """
    return tuple(
        sorted({
            p.value
            for p in parts
            if p.sort == "concept"
            and p.value not in _POST_WORDS
            and p.value != "ministry"
            and (p.value, post) != ("emergency", "ambassador")
            and not glossary.concepts[p.value].weak
        })
    )  # fmt: skip


def takes_ministry(post: str) -> bool:
    """Tell whether the post's field is that of the ministry that it is in."""
    return post in _OF_MINISTRY


def _keys(profile: OfficeProfile) -> Iterator[str]:
    if profile.scope and profile.post != "other":
        yield f"{profile.post}|{profile.scope}|{' '.join(profile.field)}"


def _same(left: OfficeProfile, _right: OfficeProfile) -> Agreement | None:
    field = f" for '{' '.join(left.field)}'" if left.field else ""
    return Agreement(0.95, f"the post {left.post}{field} within {left.scope}")


COMPARISONS: tuple[Comparison[OfficeProfile], ...] = (Comparison("same-office", _keys, _same),)


def _different_post(left: OfficeProfile, right: OfficeProfile) -> str | None:
    return None if left.post == right.post else f"one is {left.post}, the other {right.post}"


def _different_scope(left: OfficeProfile, right: OfficeProfile) -> str | None:
    if left.scope and right.scope and left.scope != right.scope:
        return f"one is of {left.scope}, the other of {right.scope}"
    return None


CONTRADICTIONS: tuple[Contradiction[OfficeProfile], ...] = (
    Contradiction("different-posts", _different_post),
    Contradiction("different-scopes", _different_scope),
)
