"""A store in a process of its own, which answers each question in a child: one that takes too long is killed."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from kg.store import live, open_graph
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

HERE, RDFLIB = "here", "rdflib"
# Measured: 1.8 kB a triple. What is left free is for everything else.
_BYTES = 2_000
_SPARE = 0.8


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of an answer and the seconds that it took; None for both where it took too long."""

    rows: int | None = None
    seconds: float | None = None


class Engine:
    """The default graph of a store, asked by pyoxigraph (`HERE`) or in rdflib's memory. A context manager.

    `loading` is the time of loading in seconds; None where there is too little memory, and `excuse` says so.
    """

    def __init__(self, kind: str, folder: Path, timeout: float, runs: int = 1) -> None:
        """Take the folder of the graph, the seconds that a question may take, and how often it is asked."""
        self.kind = kind
        self.folder = folder
        self.timeout = timeout
        self.runs = runs
        self.loading: float | None = None
        self.triples = 0
        self.excuse = f"> {timeout:g} s"

    def __enter__(self) -> Self:
        """Start the process, and load."""
        if self.kind == RDFLIB:
            store = open_graph(self.folder)
            self.triples = sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
            wanted, free = self.triples * _BYTES, _free()
            if free is not None and wanted > free * _SPARE:
                self.excuse = f"not tried: wants {wanted / 1e9:.0f} GB of memory, {free / 1e9:.0f} are free"
                return self
        arguments = [self.kind, str(self.folder), str(self.timeout), str(self.runs)]
        self._process = subprocess.Popen(  # noqa: S603  our own module
            [sys.executable, "-m", "bench.engine", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.loading = float(self._line())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        if self.loading is not None:
            self._process.kill()
            self._process.communicate()

    def ask(self, sparql: str) -> Answer:
        """Answer a question; the median of the runs."""
        if self.loading is None:
            return Answer()
        assert self._process.stdin
        self._process.stdin.write(json.dumps(sparql) + "\n")
        self._process.stdin.flush()
        return Answer(*json.loads(self._line()))

    def _line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline()


def serve(kind: str, folder: Path, timeout: float, runs: int) -> None:
    """Load the graph, print the seconds; then for each question (a JSON string a line) print rows and seconds."""
    start = time.perf_counter()
    ask = _here(folder) if kind == HERE else _rdflib(folder)
    print(time.perf_counter() - start, flush=True)
    for line in sys.stdin:
        print(json.dumps(_answer(ask, json.loads(line), timeout, runs)), flush=True)


def _here(folder: Path) -> Callable[[str], int]:
    path = str(live(folder).oxigraph)
    stores: list[ox.Store] = []

    def ask(sparql: str) -> int:
        if not stores:  # opened in the child: the threads of an open store don't live on in one
            stores.append(ox.Store.read_only(path))
        found = stores[0].query(sparql, prefixes=PREFIXES)
        return 1 if isinstance(found, ox.QueryBoolean) else sum(1 for _ in found)

    return ask


def _rdflib(folder: Path) -> Callable[[str], int]:
    from rdflib import Graph

    triples = open_graph(folder).quads_for_pattern(None, None, None, ox.DefaultGraph())
    lines = ox.serialize((quad.triple for quad in triples), format=ox.RdfFormat.N_TRIPLES) or b""
    graph = Graph().parse(data=lines, format="nt")
    graph.query("ASK { ?a ?b ?c }")  # what is loaded at the first question

    def ask(sparql: str) -> int:
        return len(list(graph.query(sparql, initNs=PREFIXES)))

    return ask


def _answer(ask: Callable[[str], int], sparql: str, timeout: float, runs: int) -> tuple[int | None, float | None]:
    """Answer in a child that shares the graph's memory, and is killed when its time is over."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_REAL, timeout * runs)  # without a handler it kills
        ask("ASK { ?a ?b ?c }")
        times, rows = [], 0
        for _ in range(runs):
            start = time.perf_counter()
            rows = ask(sparql)
            times.append(time.perf_counter() - start)
        os.write(writing, json.dumps((rows, statistics.median(times))).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return tuple(json.loads(told)) if told else (None, None)


def _free() -> int | None:
    """Bytes of memory that are free, where the system tells."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable")), None)


if __name__ == "__main__":
    serve(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
