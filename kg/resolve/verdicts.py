"""People's judgements, applied to clusters before any comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kg.errors import LanguageError
from kg.model import Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Judgement
    from kg.resolve.clusters import Clusters

P = TypeVar("P")


class Verdicts:
    """Judgements with their sides looked up: a reference, or all references of an entity's id.

    `members` gives the references of each entity and event id as they would be without judgements. A side that
    names nothing of these readings is left out: it may be of a document that was taken back.
    """

    def __init__(self, judgements: Iterable[Judgement], members: Mapping[str, tuple[Ref, ...]]) -> None:
        self._pairs: list[tuple[Judgement, tuple[Ref, ...], tuple[Ref, ...]]] = []
        for judgement in sorted(judgements, key=lambda j: (j.verdict, j.left, j.right, j.on, j.by)):
            left, right = _refs(judgement.left, members), _refs(judgement.right, members)
            self._pairs.append((judgement, left, right))
        self.touched = frozenset(ref for _, left, right in self._pairs for ref in (*left, *right))

    def apply(self, clusters: Clusters[P]) -> None:
        """Join what is judged the same, and keep apart what is judged different.

        Raises `LanguageError` naming both sides where a "different" contradicts what "same" joined.
        """
        number = {ref: i for i, group in enumerate(clusters.groups) for ref in group.refs}
        for judgement, left, right in self._pairs:
            if judgement.verdict == "same":
                here = [number[ref] for ref in (*left, *right) if ref in number]
                for other in here[1:]:
                    reason = f"{judgement.by} on {judgement.on}: {judgement.why}"
                    clusters.judge_same(here[0], other, reason)
        for judgement, left, right in self._pairs:
            if judgement.verdict == "different":
                for a in left:
                    for b in right:
                        if a in number and b in number:
                            _keep_apart(clusters, judgement, number[a], number[b])


def _keep_apart(clusters: Clusters[P], judgement: Judgement, left: int, right: int) -> None:
    if clusters.find(left) == clusters.find(right):
        raise LanguageError(
            f"judgements: '{judgement.left}' and '{judgement.right}' are judged different by {judgement.by} on "
            f"{judgement.on}, but other judgements make them the same: remove one of them"
        )
    clusters.keep_apart(left, right)


def _refs(side: str, members: Mapping[str, tuple[Ref, ...]]) -> tuple[Ref, ...]:
    if side in members:
        return members[side]
    document, _, local = side.rpartition("/")
    return (Ref(document, local),)
