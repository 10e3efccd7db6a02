"""Every session in the README runs, in its order, and prints what the README shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.house.readme import COLLECTIONS, README, Step, benchmarks, copy_into, documents, figures, steps

if TYPE_CHECKING:
    from pathlib import Path


def test_the_readme_runs(tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    copy_into(tmp_path)
    done = [figures(text, tmp_path), documents(text, tmp_path), *steps(text, tmp_path)]
    assert len(done) > 10
    differing = [f"$ {step.line}\n{step.came}" for step in done if not step.agrees]
    assert not differing, "`make readme` writes them anew:\n" + "\n".join(differing)


@pytest.mark.skipif(not COLLECTIONS, reason="the collections do not come with the program (BENCHMARKS)")
def test_the_figures_of_the_collections_are_those_of_the_readme(tmp_path: Path) -> None:
    copy_into(tmp_path)
    step = benchmarks(README.read_text(encoding="utf-8"), tmp_path)
    assert step.agrees, "`make readme BENCHMARKS=…` writes them anew:\n" + step.came


def test_commands_that_the_readme_names_are_there(tmp_path: Path) -> None:
    """Targets of make, folders, files of tests."""
    del tmp_path
    text, root = README.read_text(encoding="utf-8"), README.parent
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", text)) <= targets
    for path in re.findall(r"(?:pytest |^\| `)((?:\w+/)+(?:\w+\.py)?)", text, re.MULTILINE):
        assert (root / path).exists(), path


def test_dots_stand_for_anything() -> None:
    assert Step("", "a … c\n", "a b c\n", (0, 0)).agrees
    assert Step("", "a\n…\nz\n", "a\nb\nc\nz\n", (0, 0)).agrees
    assert Step("", "a\n…\nz\n", "a\nz\n", (0, 0)).agrees
    assert not Step("", "a … c\n", "a\nb c\n", (0, 0)).agrees
    assert not Step("", "a\n", "a\nb\n", (0, 0)).agrees
