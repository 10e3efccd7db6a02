"""A document shown with its reading: marks on a terminal, with and without colours, and none in a pipe."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from kg import api
from kg.cli.reading import show

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Kg

TEXT = """\
Foreign Minister holds talks in Oslo

On 4 March 2021, the Minister of Foreign Affairs of Norway, Kari Nordmann, received the Ambassador of Finland, \
Matti Virtanen, in Oslo. The Chair of the Water Board, Per Hansen, opened the Qwixel Zorptang exhibition. \
The Board read the report (ZXQ).
"""


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def shown(path: Path, *, terminal: bool, colour: bool) -> str:
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, no_color=not colour, width=100, highlight=False, markup=False)
    show(console, *api.read(path))
    return out.getvalue()


@pytest.mark.parametrize("colour", [True, False])
def test_a_terminal_shows_marks_and_what_they_stand_for(talks: Path, *, colour: bool) -> None:
    text = shown(talks, terminal=True, colour=colour)
    legend, name = text.splitlines()[1], next(line for line in text.splitlines() if "Kari" in line)
    assert all(word in legend for word in ("persons", "offices", "institutions", "what tells of events"))
    assert "\x1b[1" in name  # a person is bold, in colour or not
    assert "\x1b[7" in text  # and what tells of an event is reversed
    assert ("\x1b[1;35m" in name) == colour


def test_a_pipe_gets_plain_text(kg: Kg, talks: Path) -> None:
    text = kg("read", talks).out
    assert "\x1b" not in text
    assert "what tells of events" not in text
    assert " ".join(shown(talks, terminal=False, colour=False).split()) == " ".join(text.split())


def test_what_is_doubtful_is_told(kg: Kg, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("The Minister of Trade of Norway, Per Hansen, met the Ambassador of Finland, Matti Virtanen.\n")
    assert "no date is told]" in kg("read", path).out


def test_what_an_election_is_of_is_told(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_text(
        "Elections of deputies of the Senate were held in Norway in 2024.", encoding="utf-8"
    )
    assert "; elects: deputies of the Senate; in Norway" in " ".join(kg("read", tmp_path / "e.txt").out.split())


def test_what_was_not_understood_is_listed_with_its_place(kg: Kg, talks: Path) -> None:
    text = " ".join(kg("read", talks, "--missed").out.split())
    assert text.startswith("talks: ")
    assert "“Qwixel Zorptang”: words with capitals" in text
    assert "kg/languages/en/names.toml" in text
    assert "“ZXQ”: an abbreviation that is neither known nor introduced in the text; seeds/authority" in text
    assert "Kari Nordmann" not in text
    lines = [json.loads(line) for line in kg("read", talks, "--missed", "--format", "jsonl").out.splitlines()]
    assert {"name", "abbreviation"} <= {line["kind"] for line in lines}
    assert all(TEXT[line["start"] : line["end"]] == line["text"] for line in lines)
