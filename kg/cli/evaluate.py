"""The command that measures readings against answer keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.common import columns, one_line, store_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.evaluate import Scores, Tally

_HEADER = ("", "precision", "recall", "F1", "found", "right", "in the key", "missed")


@click.command(short_help="Compare readings with answer keys.")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@store_option
@click.option("--misses", is_flag=True, help="List everything that is missed or read wrongly.")
@click.option("--format", "format_", type=click.Choice(["table", "md"]), default="table", show_default=True)
def evaluate(gold: Path, sources: tuple[Path, ...], store: Path, format_: str, *, misses: bool) -> None:
    """Compare readings with the answer keys in the folder GOLD: precision, recall and F1.

    SOURCES are the documents to read; without them, the readings in the graph are compared. Figures are summed over
    documents, for each language and for all; `md` is one Markdown table.

    \b
    Example: kg evaluate tests/gold seeds/documents --misses
    """
    from kg import api

    scores = api.evaluate(gold, *sources, store=store)
    for line in _markdown(scores) if format_ == "md" else _tables(scores):
        click.echo(line)
    if misses:
        for difference in scores.differences:
            click.echo(one_line(str(difference)))


def _tables(scores: Scores) -> Iterator[str]:
    for number, (language, tallies) in enumerate(scores.by_language.items()):
        rows: list[tuple[str, ...]] = [(language, *_HEADER[1:])]
        for name, tally in _told(tallies):
            counts = (tally.found, tally.found_right, tally.gold, tally.gold - tally.gold_right)
            rows.append((name, *_figures(tally), *map(str, counts)))
        if number:
            yield ""
        yield from columns(rows, right=range(1, len(_HEADER)))


def _markdown(scores: Scores) -> Iterator[str]:
    """Precision, recall and F1 in all, then F1 in each language."""
    languages = [language for language in scores.by_language if language != "all"]
    rows = [("", "precision", "recall", "F1", *(f"F1 {language}" for language in languages))]
    for name, tally in _told(scores.by_language["all"]):
        told = [scores.by_language[language][name] for language in languages]
        rows.append((name, *_figures(tally), *(_figures(t)[2] if t.found or t.gold else "–" for t in told)))
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if not number:
            yield f"|---|{'---:|' * (len(row) - 1)}"


def _told(tallies: dict[str, Tally]) -> list[tuple[str, Tally]]:
    """The measures for which there is something to count."""
    return [(name, tally) for name, tally in tallies.items() if tally.found or tally.gold]


def _figures(tally: Tally) -> tuple[str, str, str]:
    return f"{tally.precision:.2f}", f"{tally.recall:.2f}", f"{tally.f1:.2f}"
