"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["violation", "warning", "info"]
_ORDER: tuple[Severity, ...] = ("violation", "warning", "info")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be.

    `node` is the IRI that fails, empty where none in particular does. `point` is the name of the point in
    `ontology/shapes.ttl` (`Participation-capacity`) or in `rules.py`, or `consistency`. `message` is what the node
    does or is ("needs exactly one capacity").
    """

    severity: Severity
    node: str
    point: str
    message: str

    def __lt__(self, other: Finding) -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[int, str, str, str]:
        return _ORDER.index(self.severity), self.point, self.node, self.message
