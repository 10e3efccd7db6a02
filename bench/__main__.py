"""Measure reading, building and asking: `make bench`, or `python -m bench --copies 100` for less.

Three tables: words read per second on one core; time to build the graph of the seed documents, and of copies of them
under new names; time of every saved question on both graphs, in our store and in rdflib's own. Machines are noisy:
only what stands in one run can be compared.
"""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pyoxigraph as ox
import rdflib
from rich.console import Console
from rich.table import Table

from bench.corpus import SEEDS, copies, renamed
from kg import build as pipeline
from kg import store
from kg.query import ask, load_queries
from kg.query.values import bindings
from kg.resources import QUERIES
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.query import SavedQuery

PARAMETERS = Path(__file__).with_name("parameters.toml")
# Passes over the seeds when words are counted: about ten seconds.
_PASSES = 30


@click.command()
@click.option(
    "--copies", "times", default=1000, show_default=True, help="Copies of the seed documents in the large graph."
)
@click.option("--limit", default=20.0, show_default=True, help="Seconds that a question may take.")
def main(times: int, limit: float) -> None:
    """Print the three tables."""
    out = Console(width=120)
    out.print(_reading())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies(folder / "copies", times)
        graphs = {"the five documents": folder / "small", f"{times} copies of them": folder / "large"}
        out.print(_building(dict(zip((SEEDS, folder / "copies"), graphs.values(), strict=True))))
        for title, graph in graphs.items():
            out.print(_asking(graph, title, limit))


def _reading() -> Table:
    """Words a second: text in, reading out; every pass has other names, so that no whole document comes again."""
    reader = pipeline.reader()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        renamed(folder, _PASSES + 1)
        paths = sorted(folder.iterdir())
        first, rest = paths[:: _PASSES + 1], [p for i, p in enumerate(paths) if i % (_PASSES + 1)]
        for path in first:  # loads what is loaded once
            reader.read(path)
        words = sum(len(p.read_text(encoding="utf-8").split()) for p in rest)
        seconds = _timed(lambda: [reader.read(p) for p in rest])
    table = Table("", "words", "seconds", "words a second", title="Reading, one core", title_justify="left")
    table.add_row("text in, reading out", f"{words:,}", f"{seconds:.1f}", f"{words / seconds:,.0f}")
    return table


def _building(jobs: dict[Path, Path]) -> Table:
    """Build each folder of documents (key) into a graph (value)."""
    table = Table("documents", "quads", "seconds", title="Building, all cores", title_justify="left")
    for source, folder in jobs.items():
        start = time.perf_counter()
        report = pipeline.build([source], folder)
        table.add_row(f"{report.documents:,}", f"{report.quads:,}", f"{time.perf_counter() - start:.1f}")
    return table


def _asking(folder: Path, title: str, limit: float) -> Table:
    """Time every saved question in our store and in rdflib's memory store holding the same default graph."""
    graph = store.open_graph(folder)
    start = time.perf_counter()
    other = _in_rdflib(graph)
    loaded = time.perf_counter() - start
    table = Table(
        "question", "rows", "Oxigraph, ms", "rdflib, ms", "ratio",
        title=f"Asking {title}: {len(other):,} triples (rdflib took {loaded:.1f} s to load them)", title_justify="left",
    )  # fmt: skip
    given = tomllib.loads(PARAMETERS.read_text(encoding="utf-8"))
    for name, saved in load_queries(QUERIES).items():
        params = {key: _value(graph, value) for key, value in given.get(name, {}).items()}
        rows, ours = _ours(folder, name, params, limit)
        theirs = _limited(graph, other, saved, params, limit)
        table.add_row(name, rows, _shown(ours, limit), _shown(theirs, limit), _ratio(ours, theirs, limit))
    return table


def _ours(folder: Path, name: str, params: dict[str, str], limit: float) -> tuple[str, float | None]:
    """Rows, and seconds of the quickest of three runs in our store; None where they take longer than the limit."""
    command = [sys.executable, "-m", "bench.one", str(folder), name, json.dumps(params)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=3 * limit + 10, check=True)  # noqa: S603 - our own
    except subprocess.TimeoutExpired:
        return "", None
    found = json.loads(done.stdout)
    return str(found["rows"]), found["seconds"]


def _shown(seconds: float | None, limit: float) -> str:
    return f"> {limit * 1000:,.0f}" if seconds is None else f"{seconds * 1000:,.1f}"


def _ratio(ours: float | None, theirs: float | None, limit: float) -> str:
    if ours is None:
        return "" if theirs is None else f"< {theirs / limit:,.2f}"
    return f"> {limit / ours:,.0f}" if theirs is None else f"{theirs / ours:,.1f}"


def _value(graph: ox.Store, value: str) -> str:
    """A parameter's value; `@event` stands for the IRI of the graph's first event."""
    if not value.startswith("@"):
        return value
    table = ask(graph, f"SELECT (MIN(STR(?thing)) AS ?first) WHERE {{ ?thing a cmq:{value[1:].title()} }}")
    return str(table.rows[0][0].value)  # type: ignore[union-attr]


def _in_rdflib(graph: ox.Store) -> rdflib.Graph:
    """The default graph in rdflib's own memory store."""
    found = rdflib.Graph()
    with tempfile.NamedTemporaryFile(suffix=".nt") as file:
        graph.dump(file.name, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
        found.parse(file.name, format="nt")
    return found


def _limited(
    graph: ox.Store, other: rdflib.Graph, saved: SavedQuery, params: dict[str, str], limit: float
) -> float | None:
    """Seconds that a question takes in rdflib, in a forked process that shares its memory; None past the limit."""
    text = saved.bind(bindings(graph, saved, params, "en"))
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=lambda: sender.send(_timed(lambda: list(other.query(text, initNs=PREFIXES)))))
    child.start()
    answered = receiver.poll(limit)
    seconds: float | None = receiver.recv() if answered else None
    child.kill()
    child.join()
    return seconds


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
