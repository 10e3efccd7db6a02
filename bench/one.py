"""Time one saved question on one graph, in a process that can be killed: `python -m bench.one FOLDER NAME PARAMETERS`.

Parameters are a JSON object; what is printed is one too: rows, and the seconds of the quickest of three runs.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from kg import store
from kg.query import load_queries, run
from kg.resources import QUERIES


def main(folder: str, name: str, parameters: str) -> None:
    """Run the question three times."""
    graph = store.open_graph(Path(folder))
    saved, params = load_queries(QUERIES)[name], json.loads(parameters)
    times = []
    rows = 0
    for _ in range(3):
        start = time.perf_counter()
        rows = len(run(graph, saved, params).rows)
        times.append(time.perf_counter() - start)
    print(json.dumps({"rows": rows, "seconds": min(times)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
