"""`make bench` runs through, asks every saved question, and both stores give the same number of rows."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kg.api import questions

ROOT = Path(__file__).parents[2]


def test_the_bench_runs() -> None:
    command = [sys.executable, "-m", "bench", "--copies", "1", "--timeout", "20", "--passes", "1", "--nodes", "0"]
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True, text=True)
    lines = done.stdout.splitlines()
    read = next(line.split() for line in lines if line.startswith("reading, all four"))
    assert int(read[-2].replace(",", "")) > 100
    assert [line for line in lines if line.startswith(("spaCy EntityRuler", "ahocorasick_rs", "100 ×"))][2:]
    for name in questions():
        assert len([line for line in lines if line.split()[:1] == [name]]) == 2, name
    assert "rows)" not in done.stdout
