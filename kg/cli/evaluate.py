"""The command that measures readings against answer keys."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table as Grid

from kg.build import load_readings, read_one
from kg.cli.common import console, store_option
from kg.errors import InputError
from kg.evaluate import evaluate as measure
from kg.model import Reading
from kg.read import documents_in


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@store_option
@click.option("--misses", is_flag=True, help="List everything that is missed or read wrongly.")
def evaluate(gold: Path, sources: tuple[Path, ...], store: Path, *, misses: bool) -> None:
    """Compare readings with the answer keys in the folder GOLD: precision, recall and F1.

    SOURCES are the documents to read; without them, the readings in the graph are compared.

    \\b
    Example: kg evaluate tests/gold seeds/documents --misses
    """
    scores = measure(_readings(sources, store), gold)
    out = console()
    for language, tallies in scores.by_language.items():
        grid = Grid(title=language, title_justify="left", box=None, padding=(0, 2, 0, 0), header_style="")
        for column in ("", "precision", "recall", "F1", "found", "right", "in the key", "missed"):
            grid.add_column(column, justify="left" if not column else "right")
        for name, tally in tallies.items():
            if tally.found or tally.gold:
                numbers = (f"{n:.2f}" for n in (tally.precision, tally.recall, tally.f1))
                grid.add_row(name, *numbers, str(tally.found), str(tally.found_right), str(tally.gold),
                             str(tally.gold - tally.gold_right))  # fmt: skip
        out.print(grid)
        out.print()
    if misses:
        for difference in scores.differences:
            click.echo(str(difference))


def _readings(sources: tuple[Path, ...], store: Path) -> list[Reading]:
    if not sources:
        return load_readings(store)
    paths, _ = documents_in(sources)
    found = []
    for path in paths:
        result = read_one(path)
        if result.reading is None:
            raise InputError(result.error or str(path))
        found.append(result.reading)
    return found
