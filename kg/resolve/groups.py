"""Equal profiles are compared once: references are grouped before they are clustered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from kg.resolve.clusters import Group

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.compare.verdict import Agreement, Comparison
    from kg.model import Ref

P = TypeVar("P")


def group(
    profiles: Mapping[Ref, P], comparisons: Sequence[Comparison[P]], split: frozenset[Ref] = frozenset()
) -> list[Group[P]]:
    """Group references of equal profile if some comparison finds such a profile to agree with itself.

    A profile that says too little to be compared (a surname, "the Council") stays a group of one, and so do the
    references of `split`, on which somebody's verdict lies. Groups are ordered by what they hold.
    """
    by_profile: dict[P, list[Ref]] = defaultdict(list)
    for ref in sorted(profiles):
        by_profile[profiles[ref]].append(ref)
    groups: list[Group[P]] = []
    for profile, refs in by_profile.items():
        found = with_itself(profile, comparisons)
        kept = [ref for ref in refs if ref not in split]
        groups.extend(Group(profile, (ref,)) for ref in refs if ref in split)
        if found is None:
            groups.extend(Group(profile, (ref,)) for ref in kept)
        elif found[0].sure:
            groups.extend([Group(profile, tuple(kept))] if kept else [])
        else:
            groups.extend(_one_of_each_document(profile, kept))
    return sorted(groups, key=lambda g: g.refs)


def with_itself(profile: P, comparisons: Sequence[Comparison[P]]) -> tuple[Comparison[P], Agreement] | None:
    """The first comparison by which a profile agrees with an equal one, and how well."""
    for comparison in comparisons:
        if any(True for _ in comparison.keys(profile)):
            agreement = comparison.agree(profile, profile)
            if agreement is not None:
                return comparison, agreement
    return None


def _one_of_each_document(profile: P, refs: Sequence[Ref]) -> list[Group[P]]:
    """Groups in which no document comes twice: the first of each document together, then the second ones."""
    rounds: dict[int, list[Ref]] = defaultdict(list)
    seen: dict[str, int] = defaultdict(int)
    for ref in refs:
        rounds[seen[ref.document]].append(ref)
        seen[ref.document] += 1
    return [Group(profile, tuple(members)) for _, members in sorted(rounds.items())]
