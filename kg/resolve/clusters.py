"""Clusters of profiles: merged by comparisons in order, kept apart by contradictions and judgements."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.compare.verdict import Agreement, Comparison, Contradiction
    from kg.model import Ref

P = TypeVar("P")


class Group(Generic[P]):
    """References whose profiles are equal but for the document; `profile` stands for all of them."""

    __slots__ = ("profile", "refs")

    def __init__(self, profile: P, refs: tuple[Ref, ...]) -> None:
        self.profile = profile
        self.refs = refs


class Link:
    """Why one group was joined to another."""

    __slots__ = ("left", "reason", "right", "rule", "score")

    def __init__(self, left: int, right: int, rule: str, score: float, reason: str) -> None:
        self.left, self.right, self.rule, self.score, self.reason = left, right, rule, score, reason


class Clusters(Generic[P]):
    """A union-find over groups, in the order in which they are given, which must not depend on the input's order.

    `apart` holds pairs of group numbers that a person judged different.
    """

    def __init__(self, groups: Sequence[Group[P]], contradictions: Sequence[Contradiction[P]]) -> None:
        self.groups = groups
        self.links: list[Link] = []
        self._contradictions = contradictions
        self._parent = list(range(len(groups)))
        self._members = {i: [i] for i in range(len(groups))}
        self._apart: set[tuple[int, int]] = set()
        self._documents = [{ref.document for ref in group.refs} for group in groups]

    def find(self, group: int) -> int:
        """The number of the cluster that a group is in."""
        while self._parent[group] != group:
            self._parent[group] = self._parent[self._parent[group]]
            group = self._parent[group]
        return group

    def keep_apart(self, left: int, right: int) -> None:
        """Never let two groups come into one cluster."""
        self._apart.add((min(left, right), max(left, right)))

    def judge_same(self, left: int, right: int, reason: str) -> None:
        """Join two groups because a person says so, whatever contradicts."""
        if self.find(left) != self.find(right):
            self._join(left, right)
        self.links.append(Link(left, right, "judgement", 1.0, reason))

    def judged_apart(self, left: int, right: int) -> bool:
        """Tell whether a person's verdict stands between the clusters of two groups."""
        return any(
            (min(a, b), max(a, b)) in self._apart
            for a in self._members[self.find(left)]
            for b in self._members[self.find(right)]
        )

    def apply(self, comparison: Comparison[P]) -> None:
        """Join all that a comparison finds to agree, bucket after bucket, unless something forbids it."""
        buckets: dict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(self.groups):
            for key in sorted(set(comparison.keys(group.profile))):
                buckets[key].append(number)
        for key in sorted(buckets):
            if comparison.sure:
                self._join_surely(comparison, buckets[key])
            else:
                self._join_if_only(comparison, buckets[key])

    def _join_surely(self, comparison: Comparison[P], bucket: list[int]) -> None:
        """Join each with the first of those before it that it agrees with."""
        leaders: list[int] = []
        for number in bucket:
            if any(self.find(leader) == self.find(number) for leader in leaders):
                continue
            for leader in leaders:
                agreement = comparison.agree(self.groups[leader].profile, self.groups[number].profile)
                if agreement is not None and not self._forbidden(leader, number, sure=True):
                    self._link(comparison, leader, number, agreement)
                    break
            else:
                leaders.append(number)

    def _join_if_only(self, comparison: Comparison[P], bucket: list[int]) -> None:
        """Join those that agree, unless one of them might as well be something else of the bucket."""
        clusters: dict[int, list[int]] = defaultdict(list)
        for number in bucket:
            clusters[self.find(number)].append(number)
        agreements = {
            (a, b): found
            for a in clusters
            for b in clusters
            if a < b
            and (found := self._agree(comparison, clusters[a], clusters[b])) is not None
            and not self._forbidden(a, b, sure=False)
        }
        for pair in _unambiguous(agreements):
            left, right, agreement = agreements[pair]
            if self.find(left) != self.find(right) and not self._forbidden(left, right, sure=False):
                self._link(comparison, left, right, agreement)

    def _agree(
        self, comparison: Comparison[P], ours: list[int], theirs: list[int]
    ) -> tuple[int, int, Agreement] | None:
        for a in ours:
            for b in theirs:
                found = comparison.agree(self.groups[a].profile, self.groups[b].profile)
                if found is not None:
                    return a, b, found
        return None

    def _link(self, comparison: Comparison[P], left: int, right: int, agreement: Agreement) -> None:
        self._join(left, right)
        self.links.append(Link(left, right, comparison.name, agreement.score, agreement.reason))

    def _forbidden(self, left: int, right: int, *, sure: bool) -> bool:
        if self.judged_apart(left, right):
            return True
        ours, theirs = self._members[self.find(left)], self._members[self.find(right)]
        if not sure and self._share_document(ours, theirs):
            return True
        return any(
            contradiction.against(self.groups[a].profile, self.groups[b].profile) is not None
            for contradiction in self._contradictions
            for a in ours
            for b in theirs
        )

    def _share_document(self, ours: Iterable[int], theirs: Iterable[int]) -> bool:
        documents = set().union(*(self._documents[a] for a in ours))
        return any(documents & self._documents[b] for b in theirs)

    def _join(self, left: int, right: int) -> None:
        low, high = sorted((self.find(left), self.find(right)))
        self._parent[high] = low
        self._members[low] += self._members.pop(high)

    def clusters(self) -> list[list[int]]:
        """The clusters as sorted lists of group numbers, in order."""
        return [sorted(self._members[i]) for i in sorted(self._members)]


def _unambiguous(edges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The edges between nodes that could be joined with all of their neighbours, sorted.

    A node two of whose neighbours have no edge between them could be the one or the other: it is joined to none.
    """
    found = sorted(set(edges))
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in found:
        near[a].update((a, b))
        near[b].update((a, b))
    # Where all see the same nodes, all are joined with all: told at once, for a crowd of reports of one event.
    numbers: dict[frozenset[int], int] = {}
    same = {node: numbers.setdefault(frozenset(seen), len(numbers)) for node, seen in sorted(near.items())}
    unsure = {
        node
        for node, seen in near.items()
        if any(same[other] != same[node] for other in seen) and any(not seen <= near[other] for other in seen)
    }
    return [edge for edge in found if not unsure & set(edge)]
