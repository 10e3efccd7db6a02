"""The command line as a function, and the graph of the seed documents that it has built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner

from kg.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "seeds/documents"
TEXT = "The Minister of Foreign Affairs of Norway met the Ambassador of Finland in Oslo on 4 March 2021.\n"


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str


class Kg(Protocol):
    def __call__(self, *args: str | Path, store: Path | None = None) -> Done: ...


def run(*args: str | Path, store: Path | None = None) -> Done:
    """`kg ARGS`, in this process. What is raised but no exit status fails the test: nobody may meet a traceback."""
    options = ["--store", str(store)] if store else []
    variables = {"COMMUNIQUE_STORE": None, "COLUMNS": None}
    result = CliRunner().invoke(main, [*map(str, args), *options], env=variables, prog_name="kg")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return Done(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def kg() -> Kg:
    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the graph of the seed documents, for reading only."""
    folder = tmp_path_factory.mktemp("seeds") / "graph"
    assert run("build", DOCUMENTS, "--jobs", "1", store=folder).status == 0
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The folder of the graph of one short text, for a test to work on."""
    document = tmp_path / "earlier.txt"
    document.write_text(TEXT, encoding="utf-8")
    assert run("build", document, store=tmp_path / "graph").status == 0
    return tmp_path / "graph"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Write a file below the test's folder and give its path."""

    def written(name: str, data: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return written
