"""Words read per second on one core, from the file of a document to its reading."""

from __future__ import annotations

import time
from itertools import groupby
from typing import TYPE_CHECKING

from bench.corpus import renamed
from bench.table import show
from kg.build import reader

if TYPE_CHECKING:
    from pathlib import Path


def measure(folder: Path, passes: int) -> None:
    """Read each document so many times, each time with other names in it, and print words and seconds."""
    start = time.perf_counter()
    tools = reader()
    loaded = time.perf_counter() - start
    renamed(folder, passes + 1)
    rows: list[tuple[object, ...]] = []
    for stem, paths in groupby(sorted(folder.iterdir()), key=lambda path: path.stem.rpartition("-")[0]):
        first, *rest = paths
        language = tools.read(first)[1].lang  # and what is made at first use is made
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in rest)
        start = time.perf_counter()
        for path in rest:
            tools.read(path)
        rows.append((stem, language, words, time.perf_counter() - start))
    rows.append(("all", "", sum(row[2] for row in rows), sum(row[3] for row in rows)))  # type: ignore[misc]
    show(
        f"Words read per second on one core, file in, reading out: each document {passes} times, each time with other "
        f"names in it (loading the languages before: {loaded:.2f} s)",
        ("document", "language", "words", "seconds", "words/s"),
        [(stem, lang, words, f"{took:.2f}", f"{words / took:,.0f}") for stem, lang, words, took in rows],  # type: ignore[operator]
    )
