"""How fast one core reads, from the file of a document to its reading; how that grows, and what memory it takes.

`python -m bench.reading` prints this alone, as tables of Markdown for the README.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from bench.corpus import renamed
from bench.rivals import names, rivals
from bench.table import Table
from kg.build import reader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Thing = TypeVar("Thing")
ROUNDS = 3
GROWTH = (1, 10, 100)
PASSES = 10


def measure(folder: Path, passes: int) -> list[Table]:
    """Read each text so many times, each time with other names in it; then 1, 10, 100 times as many, and as long.

    Times are the processor's own, the least of some rounds, in which the rivals take turns with the reading.
    """
    renamed(folder / "renamed", passes)
    return [_speed(folder / "renamed"), _growth(folder)]


def _speed(folder: Path) -> Table:
    tools = reader()
    by_language = {
        code: list(paths)
        for code, paths in groupby(sorted(folder.iterdir()), key=lambda path: path.stem.partition("-")[0])
    }
    everything = [path for paths in by_language.values() for path in paths]
    contents = [path.read_text(encoding="utf-8") for path in everything]
    tools.read(everything[0])  # what is made at first use is made
    others = rivals()
    least: dict[str, float] = {}
    for _ in range(ROUNDS):
        for code, paths in by_language.items():
            least[code] = min(least.get(code, 1e9), _seconds(paths, tools.read))
        for name, find in others.items():
            if find:
                least[name] = min(least.get(name, 1e9), _seconds(contents, find))
    rows: list[tuple[object, ...]] = []
    words = {code: _words(paths) for code, paths in by_language.items()}
    rows += [(f"reading, {code}", f"{n:,}", f"{n / least[code]:,.0f}", "") for code, n in words.items()]
    total, read = sum(words.values()), sum(least[code] for code in by_language)
    rows.append(("reading, all four", f"{total:,}", f"{total / read:,.0f}", "1.0"))
    for name, find in others.items():
        speed = f"{total / least[name]:,.0f}" if find else "not installed"
        rows.append((name, f"{total:,}", speed, f"{read / least[name]:,.1f}" if find else ""))
    return Table(
        f"Words a second on one core, file in, reading out; beside it finders of the same {len(names()):,} names, "
        "which do nothing else",
        ("", "words", "words/s", "times as fast"),
        rows,
    )


def _growth(folder: Path) -> Table:
    """Seconds and words a second for more documents, and for longer ones; and the memory that the former took."""
    base = folder / "base"
    base.mkdir()
    for _, texts in groupby(sorted((folder / "renamed").iterdir()), key=lambda path: path.stem.partition("-")[0]):
        first = next(texts)
        (base / first.name).write_bytes(first.read_bytes())
    paths = sorted(base.iterdir())
    words = _words(paths)
    rows = []
    for times in GROWTH:
        long = folder / f"long-{times}"
        long.mkdir()
        for path in paths:
            (long / path.name).write_text("\n\n".join([path.read_text(encoding="utf-8")] * times), encoding="utf-8")
        many = _seconds(paths * times, reader().read)
        longer = _seconds(sorted(long.iterdir()), reader().read)
        speeds = [f"{words * times / seconds:,.0f}" for seconds in (many, longer)]
        rows.append((f"{times} ×", f"{words * times:,}", *speeds, _peak(base, times)))
    return Table(
        f"The same {len(paths)} documents, one a language, once, 10 and 100 times",
        ("", "words", "words/s, as many documents", "words/s, as long ones", "peak memory, as many"),
        rows,
    )


def _seconds(things: Sequence[Thing], do: Callable[[Thing], object]) -> float:
    start = time.process_time()
    for thing in things:
        do(thing)
    return time.process_time() - start


def _words(paths: Sequence[Path]) -> int:
    return sum(len(path.read_text(encoding="utf-8").split()) for path in paths)


def _peak(folder: Path, times: int) -> str:
    """The most memory that a process takes to read the documents of a folder so many times over."""
    command = [sys.executable, "-m", "bench.reading", "--peak", str(folder), str(times)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  our own module
    return f"{int(done.stdout) / 1e6:.0f} MB"


@click.command()
@click.option("--passes", default=PASSES, show_default=True, help="How often each text is read, with other names.")
@click.option("--peak", type=(Path, int), help="Read a folder so many times and print the peak of memory in bytes.")
def main(passes: int, peak: tuple[Path, int] | None) -> None:
    """Measure the reading alone; the tables are Markdown."""
    if peak:
        for path in sorted(peak[0].iterdir()) * peak[1]:
            reader().read(path)
        # the system counts kilobytes, macOS bytes
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(most if sys.platform == "darwin" else most * 1024)
        return
    with tempfile.TemporaryDirectory() as name:
        for number, table in enumerate(measure(Path(name), passes)):
            print(("\n" if number else "") + table.markdown())


if __name__ == "__main__":
    main()
