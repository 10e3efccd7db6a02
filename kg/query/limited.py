"""Ad-hoc questions with a time limit.

pyoxigraph has no time-out, and a thread can't be stopped: the question is answered by a child process with the graph
opened for reading, and the child is killed when its time is over. It costs about 0.1 s more than `engine.ask`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.engine import collect, collect_triples
from kg.query.guard import check
from kg.query.labels import labels
from kg.query.table import Table
from kg.query.values import bindings
from kg.resources import PACKAGE
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kg.query.saved import SavedQuery

SECONDS = 30.0
"""The limit where none is given."""
_FAILED = 3


def ask_within(
    graph: Path, sparql: str, *, seconds: float = SECONDS, lang: str = "en", source: str = "the query"
) -> Table:
    """Answer a SPARQL query within `seconds`; `graph` is the folder of a pyoxigraph store.

    Otherwise as `engine.ask`. Raises `QueryError` too where the time is over.
    """
    store = ox.Store.read_only(str(graph))
    form = check(sparql, source, store)
    return _within(graph, store, sparql, form, seconds, lang, source)


def run_within(
    graph: Path,
    query: SavedQuery,
    params: Mapping[str, str | Sequence[str]] | None = None,
    *,
    seconds: float = SECONDS,
    lang: str = "en",
) -> Table:
    """Answer a saved question within `seconds`, as `engine.run` does; for a question file of a user's own."""
    store = ox.Store.read_only(str(graph))
    sparql = query.bind(bindings(store, query, params or {}, lang))
    form = check(sparql, str(query.path), store)
    return _within(graph, store, sparql, form, seconds, lang, str(query.path))


def _within(  # noqa: PLR0917  the parts of one call, each of another type
    graph: Path, store: ox.Store, sparql: str, form: str, seconds: float, lang: str, source: str
) -> Table:
    command = [sys.executable, "-P", "-m", "kg.query.limited", str(graph)]
    path = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603  our own module; the question goes in by standard input
            command,
            input=sparql.encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired:
        raise QueryError(
            f"{source}: not answered within {seconds:g} s, and stopped: narrow it, add LIMIT, or allow it more time"
        ) from None
    if done.returncode == _FAILED:
        raise QueryError(f"{source}: the store could not answer: {done.stdout.decode()}")
    if done.returncode:
        raise QueryError(f"{source}: the process that answers it ended with status {done.returncode}")
    if form in {"SELECT", "ASK"}:
        columns, rows = collect(ox.parse_query_results(done.stdout, format=ox.QueryResultsFormat.JSON))
    else:
        graph_read = ox.parse(done.stdout, format=ox.RdfFormat.N_TRIPLES)
        columns, rows = collect_triples(quad.triple for quad in graph_read)
    return Table(columns, rows, labels(store, rows, lang), "CONSTRUCT" if form == "DESCRIBE" else form)


def main(graph: str) -> int:
    """Answer the question on standard input; the answer goes to standard output, the exit status says how it went."""
    try:
        result = ox.Store.read_only(graph).query(sys.stdin.buffer.read().decode(), prefixes=PREFIXES)
        if isinstance(result, ox.QueryTriples):
            result.serialize(sys.stdout.buffer, format=ox.RdfFormat.N_TRIPLES)
        else:
            result.serialize(sys.stdout.buffer, format=ox.QueryResultsFormat.JSON)
    except (SyntaxError, RuntimeError, ValueError, OSError) as error:
        sys.stdout.write(str(error))
        return _FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
