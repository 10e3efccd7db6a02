"""Plain aligned tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.cli.common import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the names of the columns, and rows."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[object]]

    def markdown(self) -> str:
        """The table with its title above it, as Markdown."""
        lines = [self.header, ["---"] + ["---:"] * (len(self.header) - 1), *self.rows]
        return f"{self.title}:\n\n" + "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def show(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a title and a table under it; all columns but the first are set to the right."""
    lines = [list(header), *([str(cell) for cell in row] for row in rows)]
    print(title)
    for line in columns(lines, right=range(1, len(header))):
        print(line)
    print(flush=True)


def milliseconds(seconds: float) -> str:
    """A time with three figures or so: 0.12, 3.4, 560."""
    value = seconds * 1000
    return f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"  # noqa: PLR2004
