"""What a collection is: where it comes from, how its annotation is mapped to ours, and how it is measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.evaluate.calibration import Sample
    from kg.evaluate.score import Difference, Tally
    from kg.model import Annotations, Document, Reading


class Reads(Protocol):
    """What reads: a file to a document, a document to its mentions, these to a reading."""

    def open(self, path: Path) -> Document:
        """The document in a file."""

    def mentions(self, document: Document) -> Annotations:
        """The mentions in a document."""

    def reading(self, document: Document, mentions: Annotations) -> Reading:
        """What a document says, of its mentions."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Tallies by measure, every difference, and everything found, of one collection."""

    collection: Collection
    tallies: dict[str, Tally]
    differences: tuple[Difference, ...]
    samples: tuple[Sample, ...]


@dataclass(slots=True)
class Scored:
    """What a comparison adds up: tallies by measure, differences, and what was found with its confidence."""

    tallies: dict[str, Tally]
    differences: list[Difference] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection at `path` in the folder of collections.

    `origin` says where it comes from; `mapping`, paragraph by paragraph, by which rules it is compared and where its
    annotation is brought to ours.
    """

    name: str
    path: str
    origin: str
    mapping: str
    score: Callable[[Path, Reads], Scored]

    def paragraphs(self) -> list[str]:
        """How it is compared, a line a paragraph."""
        return [" ".join(paragraph.split()) for paragraph in self.mapping.strip().split("\n\n")]

    def measure(self, path: Path, reads: Reads) -> Measured:
        """Read the texts at `path` and compare. Raises `InputError` for a file that is not of the form."""
        scored = self.score(path, reads)
        return Measured(self, scored.tallies, tuple(scored.differences), tuple(scored.samples))
