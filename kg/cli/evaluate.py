"""The command that measures readings against answer keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.common import columns, one_line, store_option

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.evaluate import Scores, Tally
    from kg.evaluate.calibration import Sample
    from kg.evaluate.collections import Measured

_HEADER = ("", "precision", "recall", "F1", "found", "right", "in the key", "missed")


@click.command(short_help="Compare readings with answer keys.")
@click.argument("gold", type=click.Path(path_type=Path), required=False)
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@store_option
@click.option(
    "--collections",
    type=click.Path(path_type=Path),
    help="Folder of public collections (factrueval-2016, kaznerd) to compare with instead.",
)
@click.option("--misses", is_flag=True, help="List everything that is missed or read wrongly.")
@click.option("--calibration", is_flag=True, help="Compare confidences with how much is right, in all and by rule.")
@click.option("--format", "format_", type=click.Choice(["table", "md"]), default="table", show_default=True)
def evaluate(
    gold: Path | None,
    sources: tuple[Path, ...],
    store: Path,
    collections: Path | None,
    format_: str,
    *,
    misses: bool,
    calibration: bool,
) -> None:
    """Compare readings with the answer keys in the folder GOLD: precision, recall and F1.

    SOURCES are the documents to read; without them, the readings in the graph are compared. Figures are summed over
    documents, for each language and for all; `md` is one Markdown table. With --collections, texts annotated by others
    are read and compared by the collections' own rules, which are printed below the figures.

    \b
    Example: kg evaluate tests/gold seeds/documents --misses
    """
    from kg import api

    if (gold is None) == (collections is None):
        raise click.UsageError("give either a folder of answer keys or --collections with a folder of collections")
    if gold is not None:
        scores = api.evaluate(gold, *sources, store=store)
        lines, differences = _markdown(scores) if format_ == "md" else _tables(scores), scores.differences
        samples = scores.samples
    else:
        measured = api.evaluate_collections(collections or "")
        lines = _collections_markdown(measured) if format_ == "md" else _collections(measured)
        differences = tuple(difference for m in measured for difference in m.differences)
        samples = tuple(sample for m in measured for sample in m.samples)
    for line in lines:
        click.echo(line)
    if misses:
        for difference in differences:
            click.echo(one_line(str(difference)))
    if calibration:
        for line in _calibration(samples):
            click.echo(line)


def _calibration(samples: Sequence[Sample]) -> Iterator[str]:
    """For each sort of finds a table by confidence, then all rules."""
    from kg.evaluate.calibration import bands, by_rule, ordered

    for of in sorted({sample.of for sample in samples}):
        own = [sample for sample in samples if sample.of == of]
        order = ordered(own)
        rows: list[tuple[str, ...]] = [(of, "found", "confidence", "right")]
        rows += [
            (f"from {band.low:.2f}", str(band.count), f"{band.confidence:.2f}", f"{band.right:.2f}")
            for band in bands(own)
        ]
        yield ""
        yield from columns(rows, right=(1, 2, 3))
        if order is not None:
            yield f"of a right and a wrong one, the right one is the surer in {order:.0%}"
    yield ""
    head = ("rule", "found", "confidence", "right")
    rules = [(rule, str(b.count), f"{b.confidence:.2f}", f"{b.right:.2f}") for rule, b in by_rule(samples)]
    yield from columns([head, *rules], right=(1, 2, 3))


def _tables(scores: Scores) -> Iterator[str]:
    for number, (language, tallies) in enumerate(scores.by_language.items()):
        rows: list[tuple[str, ...]] = [(language, *_HEADER[1:])]
        for name, tally in _told(tallies):
            rows.append((name, *_figures(tally), *_counts(tally)))
        if number:
            yield ""
        yield from columns(rows, right=range(1, len(_HEADER)))


def _collections(measured: Sequence[Measured]) -> Iterator[str]:
    """A table for each collection, and how its annotation was compared with ours."""
    for number, found in enumerate(measured):
        if number:
            yield ""
        rows: list[tuple[str, ...]] = [(found.collection.name, *_HEADER[1:])]
        rows += [(name, *_figures(tally), *_counts(tally)) for name, tally in found.tallies.items()]
        yield from columns(rows, right=range(1, len(_HEADER)))
        for sentence in found.collection.paragraphs():
            yield f"- {sentence}"


def _collections_markdown(measured: Sequence[Measured]) -> Iterator[str]:
    yield "| collection |  | precision | recall | F1 | in the key |"
    yield "|---|---|---:|---:|---:|---:|"
    for found in measured:
        for name, tally in found.tallies.items():
            cells = (found.collection.name, name, *_figures(tally), f"{tally.gold:g}")
            yield f"| {' | '.join(cells)} |"
    for found in measured:
        yield ""
        yield f"{found.collection.name}:"
        yield ""
        yield from (f"- {sentence}" for sentence in found.collection.paragraphs())


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


def _counts(tally: Tally) -> tuple[str, ...]:
    """Things found, those right, things in the key, those missed; parts of things in tenths."""
    counts = (tally.found, tally.found_right, tally.gold, tally.gold - tally.gold_right)
    return tuple(f"{round(count, 1):g}" for count in counts)


def _figures(tally: Tally) -> tuple[str, str, str]:
    return f"{tally.precision:.2f}", f"{tally.recall:.2f}", f"{tally.f1:.2f}"
