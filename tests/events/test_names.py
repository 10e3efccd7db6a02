"""The names that events get: the noun phrase that the text calls them by."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.events.marked import read

NAMES = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))["names"]


@pytest.mark.parametrize("case", NAMES, ids=lambda case: f"{case['lang']}: {case['rule']}")
def test_names_of_events(case):
    assert [event.name for event in read(case["text"], case["lang"])] == case["names"]
