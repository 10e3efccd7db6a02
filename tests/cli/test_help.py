"""Every command has help with an example, and each example of a help text runs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from kg.cli import main
from kg.cli.ask import STYLES
from kg.cli.make import FORMATS
from kg.export import FORMATS as EXPORTED
from kg.query import STYLES as RENDERED
from tests.cli.conftest import DOCUMENTS, ROOT, TEXT, Kg

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = dict(main.commands)
WANTED = {"build", "read", "query", "explain", "path", "stats", "check", "view", "export", "evaluate"}


def examples(command: click.Command) -> list[str]:
    text = command.help or ""
    return re.findall(r"^(?:Example:)?\s*(kg .*)$", text[text.index("Example:") :], re.MULTILINE)


EXAMPLES = [line for command in (main, *COMMANDS.values()) for line in examples(command)]


def test_the_commands_are_those_of_the_design() -> None:
    assert set(COMMANDS) == WANTED


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(kg: Kg, name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert examples(command)
    assert all(line.startswith(f"kg {name}") for line in examples(command))
    assert command.short_help
    assert len(command.short_help) <= 60
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name not in {"format_", "out"}:
            assert parameter.help, parameter.name
    for option in ("--help", "-h"):
        done = kg(name, option)
        assert (done.status, done.err) == (0, "")
        assert "Example:" in done.out


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_runs(kg: Kg, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    shutil.copytree(built, tmp_path / ".communique")
    shutil.copytree(DOCUMENTS, tmp_path / "seeds/documents")
    shutil.copytree(DOCUMENTS, tmp_path / "my-documents")
    shutil.copytree(ROOT / "tests/gold", tmp_path / "tests/gold")
    (tmp_path / "press-release.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    done = kg(*shlex.split(line)[1:])
    assert done.status == 0, done.err
    assert done.out or done.err


def test_choices_are_those_of_the_library() -> None:
    assert tuple(EXPORTED) == FORMATS
    assert tuple(RENDERED) == STYLES


def test_without_a_command_the_help_is_shown(kg: Kg) -> None:
    done = kg()
    assert "Usage: kg" in done.out + done.err
    assert kg("--version").out.startswith("kg, version ")


def test_help_comes_at_once() -> None:
    """What all commands need stays out of what `kg --help` loads: none of the stages, no library but click."""
    code = (
        "import sys; from kg.cli import main; print(*sorted(m for m in sys.modules if '.' not in m or m[:3] == 'kg.'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, text=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"rich", "pyoxigraph", "rdflib", "networkx", "msgspec", "babel", "jinja2", "concurrent"}
    own = {name for name in loaded if name.startswith("kg.") and not name.startswith("kg.cli")}
    assert own == {"kg.api", "kg.errors"}
    took = []
    for _ in range(3):
        before = os.times()
        subprocess.run([sys.executable, "-m", "kg.cli", "--help"], capture_output=True, check=True, cwd=ROOT)
        after = os.times()
        took.append(sum(after[2:4]) - sum(before[2:4]))  # the child's own time: others may keep the machine busy
    assert min(took) < 0.3
