"""Counts, figures made of them, and the list of what is missed or false."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.evaluate.calibration import Sample

MEASURES = (
    "persons",
    "organisations",
    "names",
    "kinds",
    "part of",
    "standing",
    "roles",
    "posts",
    "events",
    "event type",
    "status",
    "format",
    "dates",
    "places",
    "attendance",
    "organisers",
    "chairs",
    "turnout",
    "elected",
    "quotations",
)


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """Something `missed` (in the key, not in the reading), `false` (the other way round), or right in part (`partly`).

    `what` words it; for a value read wrongly both sides are told, and both kinds are counted.
    """

    document: str
    measure: str
    kind: str
    what: str

    def __str__(self) -> str:
        return f"{self.document}: {self.measure}, {self.kind}: {self.what}"


@dataclass(slots=True)
class Tally:
    """How many of the things in the key were found, and how many of the things found are in the key.

    A thing that is right in part counts as that part of one.
    """

    gold: float = 0
    gold_right: float = 0
    found: float = 0
    found_right: float = 0

    def add(self, other: Tally) -> None:
        """Add another tally's counts."""
        self.gold += other.gold
        self.gold_right += other.gold_right
        self.found += other.found
        self.found_right += other.found_right

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.found_right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is to be found that was found; 1 where there is nothing to be found."""
        return self.gold_right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Card:
    """The score card of one document: a tally a measure, the differences in the order found, and what was found."""

    document: str
    tallies: dict[str, Tally] = field(default_factory=lambda: {measure: Tally() for measure in MEASURES})
    differences: list[Difference] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)

    def right(self, measure: str, found: int = 1) -> None:
        """Count one thing of the key as found, by `found` things of the reading."""
        tally = self.tallies[measure]
        tally.gold += 1
        tally.gold_right += 1
        tally.found += found
        tally.found_right += found

    def missed(self, measure: str, what: str) -> None:
        """Count one thing of the key as not found."""
        self.tallies[measure].gold += 1
        self.differences.append(Difference(self.document, measure, "missed", what))

    def false(self, measure: str, what: str) -> None:
        """Count one thing of the reading as not in the key."""
        self.tallies[measure].found += 1
        self.differences.append(Difference(self.document, measure, "false", what))

    def value(self, measure: str, whose: str, found: object, expected: object, *, right: bool) -> None:
        """Count a value that both sides have: right, or missed and false at once."""
        if right:
            self.right(measure)
        else:
            self.missed(measure, f"{whose}: {_word(expected)}, not {_word(found)}")
            self.tallies[measure].found += 1


@dataclass(frozen=True, slots=True)
class Scores:
    """Tallies by language of the document and by measure, with `all` languages together, and all differences.

    `samples` are all things found, each with its confidence and whether it is right.
    """

    by_language: dict[str, dict[str, Tally]]
    differences: tuple[Difference, ...]
    samples: tuple[Sample, ...] = ()

    @property
    def all(self) -> dict[str, Tally]:
        """The tallies over all documents, by measure."""
        return self.by_language["all"]


def total(cards: list[tuple[str, Card]]) -> Scores:
    """Add score cards up, each given with the language of its document."""
    by_language: dict[str, dict[str, Tally]] = {}
    for language in (*sorted({lang for lang, _ in cards}), "all"):
        sums = {measure: Tally() for measure in MEASURES}
        for lang, card in cards:
            if language in {lang, "all"}:
                for measure, tally in card.tallies.items():
                    sums[measure].add(tally)
        by_language[language] = sums
    return Scores(
        by_language,
        tuple(difference for _, card in cards for difference in card.differences),
        tuple(sample for _, card in cards for sample in card.samples),
    )


def _word(value: object) -> str:
    return "nothing" if value is None or value == "" else str(value)
