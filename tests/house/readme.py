"""The README as a program: its sessions run, its files written, its figures measured.

`python -m tests.house.readme` writes the outputs anew into README.md, where they differ; with `speed` those of the
bench alone.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
WIDTH = "100"
_BLOCK = re.compile(
    r"^(?:[^\n]*?(?P<how>Write|Append to) `(?P<path>[^`]+)`:\n\n)?```(?P<kind>\w*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (?P<line>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_FIGURES = r"<!-- {}: [^\n]* -->\n(?P<table>.*?)<!-- end of {} -->"
# Where the public collections lie, which don't come with the program.
COLLECTIONS = os.environ.get("BENCHMARKS", "")


@dataclass(frozen=True)
class Step:
    """A command of a session with the output that the README shows and the one that came, and where it is shown."""

    line: str
    shown: str
    came: str
    span: tuple[int, int]

    @property
    def agrees(self) -> bool:
        """Whether they are the same; `…` stands for anything within a line, alone in a line for any lines."""
        pattern = "".join(
            r"(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n"
            for line in self.shown.splitlines()
        )
        return re.fullmatch(pattern, self.came) is not None


def copy_into(folder: Path) -> None:
    """The parts of the project that a reader of the README works with."""
    for part in ("kg", "seeds", "tests/gold", "queries", "ontology"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))


def run(line: str, folder: Path) -> str:
    """What a command prints, on either stream, without blanks at the ends of lines."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COMMUNIQUE")}
    env |= {"PATH": f"{Path(sys.executable).parent}:{env['PATH']}", "PYTHONPATH": str(folder), "COLUMNS": WIDTH}
    done = subprocess.run(
        ["bash", "-c", line], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return "".join(text.rstrip() + "\n" for text in done.stdout.decode().splitlines())


def steps(text: str, folder: Path) -> Iterator[Step]:
    """Do what the README says, from top to bottom."""
    for block in _BLOCK.finditer(text):
        if block["path"]:
            path = folder / block["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a" if block["how"] == "Append to" else "w", encoding="utf-8") as file:
                file.write(block["body"])
        elif block["kind"] == "console":
            for command in _COMMAND.finditer(block["body"]):
                start = block.start("body")
                span = (start + command.start("output"), start + command.end("output"))
                yield Step(command["line"], command["output"], run(command["line"], folder), span)


def figures(text: str, folder: Path) -> Step:
    """The table of figures, as a step of its own."""
    return _table(text, "figures", "kg evaluate tests/gold seeds/documents --format md", folder)


def documents(text: str, folder: Path) -> Step:
    """The table of the documents written for the tests, likewise."""
    shutil.copytree(ROOT / "tests/documents", folder / "tests/documents", dirs_exist_ok=True)
    return _table(text, "documents", "kg evaluate tests/documents tests/documents --format md", folder)


def benchmarks(text: str, folder: Path) -> Step:
    """The table of the public collections, likewise; they must lie at `COLLECTIONS`."""
    return _table(text, "benchmarks", f"kg evaluate --collections {COLLECTIONS} --format md", folder)


def speed(text: str, folder: Path) -> Step:
    """The tables of how fast texts are read, likewise: written by a command of their own, as no two runs agree."""
    shutil.copytree(ROOT / "bench", folder / "bench", dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests/documents", folder / "tests/documents", dirs_exist_ok=True)
    return _table(text, "speed", "python -m bench.reading", folder)


def _table(text: str, name: str, line: str, folder: Path) -> Step:
    found = re.search(_FIGURES.format(name, name), text, re.DOTALL)
    assert found, f"the README has no place for the {name}"
    return Step(line, found["table"], run(line, folder), found.span("table"))


def main() -> None:
    """Write the outputs anew."""
    text = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_into(folder)
        done = (
            [speed(text, folder)]
            if "speed" in sys.argv
            else [figures(text, folder), documents(text, folder), *steps(text, folder)]
        )
        if Path(COLLECTIONS).is_dir() and COLLECTIONS:
            done.append(benchmarks(text, folder))
    for step in sorted(done, key=lambda step: -step.span[0]):
        if step.shown == "…\n" or not step.agrees:
            text = text[: step.span[0]] + step.came + text[step.span[1] :]
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
