"""A build in a process of its own, for tests to kill, to lock out or to starve: FOLDER ACTION [COUNT]."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError
from kg.store import draft, fill, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator


def say(word: str) -> None:
    print(word, flush=True)  # noqa: T201  the test reads it


def quads(count: int) -> Iterator[ox.Quad]:
    for number in range(count):
        if number == count // 2:
            say("filling")
        node = ox.NamedNode(f"http://example.org/new{number}")
        yield ox.Quad(node, node, ox.Literal("x" * 50 + str(number)))


def build(folder: Path, count: int, stall: float) -> None:
    with draft(folder) as generation:
        say("draft")
        write_lines(generation.readings, (b"{}" for _ in range(count)))
        say("lines")
        fill(generation, quads(count))
        say("filled")
        time.sleep(stall)


def hold(folder: Path) -> None:
    with draft(folder):
        say("holding")
        sys.stdin.readline()
        raise SystemExit


def main() -> None:
    folder, action, *rest = sys.argv[1:]
    try:
        if action == "hold":
            hold(Path(folder))
        if action == "full":
            import resource  # noqa: PLC0415  not on Windows
            import signal  # noqa: PLC0415  as above

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        build(Path(folder), int(rest[0]), stall=60 if action == "stall" else 0)
    except GraphError as error:
        say(str(error))


main()
