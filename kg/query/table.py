"""An answer: named columns and rows of RDF terms, with a label for each thing in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Mapping

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` in the query's order, `rows` of terms (None: unbound), `labels` of IRIs.

    `form` is `SELECT`, `ASK` (one column `answer`, one row with a boolean), or `CONSTRUCT` (columns
    `subject`, `predicate`, `object`; the answer to DESCRIBE is such a graph too).
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    labels: Mapping[str, ox.Literal] = field(default_factory=dict)
    form: str = "SELECT"

    def column(self, name: str) -> tuple[Term | None, ...]:
        """The cells of one column. Raises `KeyError` if there is none of this name."""
        if name not in self.columns:
            raise KeyError(name)
        index = self.columns.index(name)
        return tuple(row[index] for row in self.rows)
