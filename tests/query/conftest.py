from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

pytest.register_assert_rewrite("tests.query.answers", "tests.query.checks")  # so that a failure shows both sides

SMALL = Path(__file__).parent / "small.ttl"


@pytest.fixture(scope="session")
def small() -> ox.Store:
    store = ox.Store()
    store.load(path=str(SMALL))
    return store


@pytest.fixture
def ask_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a saved question and give its path."""

    def write(text: str, name: str = "test-question.rq") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
