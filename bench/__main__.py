"""`python -m bench`: everything in one run, so that the figures can be compared with each other."""

from __future__ import annotations

import os
import platform
import tempfile
import time
from pathlib import Path

import click

from bench import questions, reading, view
from bench.corpus import SEEDS, copies, seeds
from bench.table import show
from kg import api


@click.command()
@click.option("--copies", "times", default=200, show_default=True, help="How often the documents are copied.")
@click.option(
    "--passes", default=reading.PASSES, show_default=True, help="How often each text is read for words per second."
)
@click.option("--timeout", default=20.0, show_default=True, help="Seconds that a question may take in either store.")
@click.option("--jobs", type=int, help="Processes that read; by default one a core.")
@click.option(
    "--nodes", multiple=True, type=int, default=view.SIZES, show_default=True, help="Sizes of pages; 0: none."
)
def main(times: int, passes: int, timeout: float, jobs: int | None, nodes: tuple[int, ...]) -> None:
    """Measure reading, building and answering on the seed documents and on many copies of them."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(f"Python {platform.python_version()}, {platform.machine()}, {cores} cores\n", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for table in reading.measure(folder, passes):
            show(table.title, table.header, table.rows)
        copies(folder / "copies", times)
        stores = {"five": folder / "five", "copies": folder / "many"}
        many = f"{len(seeds()) * times:,} documents"
        rows = [
            ("5 documents", *_build(SEEDS, stores["five"], jobs)),
            ("5 documents, unchanged", *_build(SEEDS, stores["five"], jobs)),
            (many, *_build(folder / "copies", stores["copies"], jobs)),
            (f"{many}, unchanged", *_build(folder / "copies", stores["copies"], jobs)),
        ]
        show("Building the graph", ("", "seconds", "statements", "documents/s"), rows)
        questions.measure("the graph of 5 documents", stores["five"], timeout)
        questions.measure(f"the graph of {many}", stores["copies"], timeout)
        view.measure(folder / "pages", tuple(filter(None, nodes)))


def _build(texts: Path, store: Path, jobs: int | None) -> tuple[str, str, str]:
    start = time.perf_counter()
    report = api.build(texts, store=store, jobs=jobs)
    seconds = time.perf_counter() - start
    return f"{seconds:.1f}", f"{report.quads:,}", f"{report.documents / seconds:,.1f}"


if __name__ == "__main__":
    main()
