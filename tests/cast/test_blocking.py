"""Blocking only saves comparisons: every group that a rule would find for a mention is among those that it gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import reader
from kg.interpret.cast.candidates import Blocking

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("tests/documents/*/*.txt"), *ROOT.glob("seeds/documents/*.txt")])


@pytest.mark.parametrize("lang", ["en", "kk", "ru", "tk"])
def test_nothing_is_left_out(lang, monkeypatch):
    paths = [path for path in DOCUMENTS if path.parent.name in {lang, "documents"}]
    blocked = [reader().read(path)[1] for path in paths]
    monkeypatch.setattr(Blocking, "_with_any", lambda self, _: set(range(len(self._groups))))
    assert [reader().read(path)[1] for path in paths] == blocked
    assert paths
