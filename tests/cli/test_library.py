"""The Python library has the verbs of the command line."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import kg
from kg import api
from kg.cli import main
from kg.errors import QueryError
from tests.cli.conftest import DOCUMENTS, ROOT, TEXT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_verbs_are_those_of_the_command_line() -> None:
    assert set(kg.VERBS) == {*main.commands, "ask"}
    for verb in kg.VERBS:
        assert callable(getattr(kg, verb))
        assert inspect.getdoc(getattr(api, verb))
        assert f"kg.{verb}(" in (kg.__doc__ or "")
        assert verb in dir(kg)


def test_everything_from_the_library(tmp_path: Path, built: Path) -> None:
    document = tmp_path / "talks.txt"
    document.write_text(TEXT)
    store = tmp_path / "graph"
    report = api.build(document, store=store, jobs=1)
    assert (report.documents, report.failures) == (1, ())
    found, reading = api.read(document)
    assert found.text == TEXT
    assert [event.start for event in reading.events] == ["2021-03-04"]
    assert api.query("timeline", {"from": "2021"}, store=store).rows
    assert api.ask("ASK { ?s a cmq:Meeting }", store=store).rows[0][0]
    assert api.stats(store=store, top=1).counts[0].number == 1
    assert api.check(store=store) == []
    assert api.explain("OSCE", store=built).named
    assert api.path("Albania", "Kyrgyzstan", store=built)
    assert api.evaluate(ROOT / "tests/gold", DOCUMENTS).all["persons"].gold
    api.export("turtle", tmp_path / "graph.ttl", store=store)
    page = api.view(store)
    page.write(tmp_path / "graph.html")
    assert (tmp_path / "graph.html").read_text(encoding="utf-8") == page.html
    assert (tmp_path / "graph.ttl").stat().st_size > 1000
    with pytest.raises(QueryError, match="did you mean"):
        api.query("timelime", store=store)


def test_a_verb_is_loaded_when_it_is_used(built: Path) -> None:
    """Whether the part of its name was imported before or not, the verb can be called, and the part is there."""
    code = (
        "import sys, kg\n"
        "assert [m for m in sys.modules if m.startswith('kg')] == ['kg']\n"
        f"store = {str(built)!r}\n"
        "assert kg.query('timeline', store=store).rows and kg.ask('ASK {}', store=store).rows\n"
        "assert callable(kg.query.render)\n"
        "from kg import check, view\n"
        "assert callable(check.check) and check(store=store) == []\n"
        "import kg.explain, kg.build\n"
        "assert kg.explain('OSCE', store=store).label and kg.build.reader\n"
        "assert kg.path('Albania', 'Kyrgyzstan', store=store) and kg.stats(store=store)\n"
        "try:\n    kg.nothing\nexcept AttributeError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT, text=True)
    assert (done.stdout, done.stderr) == ("module 'kg' has no attribute 'nothing'\n", "")
