"""The command that measures readings against answer keys."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.common import store_option


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
    raise NotImplementedError((gold, sources, store, misses))
