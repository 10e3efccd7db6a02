"""What is printed: data on standard output, messages on standard error, lines that fit, no trailing blanks."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from kg.model import Reading
from kg.store import dump, open_graph
from tests.cli.conftest import DOCUMENTS, ROOT, TEXT, Kg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[str, bytes | str], Path]

SHOWN = (
    ("query",),
    ("query", "meetings-about-elections"),
    ("query", "timeline"),
    ("query", "meetings-about-elections", "--describe"),
    ("explain", "Turkmenistan"),
    ("explain", "Turkmenistan", "--all"),
    ("stats",),
    ("path", "Albania", "Kyrgyzstan"),
    ("evaluate", ROOT / "tests/gold"),
    ("read", DOCUMENTS),
)


@pytest.mark.parametrize("args", SHOWN, ids=lambda args: " ".join(map(str, args[:2])))
def test_lines_in_a_pipe_fit_and_end_without_blanks(kg: Kg, built: Path, args: tuple[str | Path, ...]) -> None:
    done = kg(*args, store=None if args[0] == "read" else built)
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines
    assert "\x1b" not in done.out
    assert [line for line in lines if line != line.rstrip()] == []
    assert [line for line in lines if cell_len(line) > 120 and " " in line] == []


def test_a_table_is_as_wide_as_the_window_says(built: Path) -> None:
    command = [sys.executable, "-m", "kg.cli", "query", "meetings-about-elections", "--store", str(built)]
    done = subprocess.run(
        command, capture_output=True, check=True, cwd=ROOT, text=True, env={**os.environ, "COLUMNS": "80"}
    )
    assert max(map(cell_len, done.stdout.splitlines())) <= 80


def test_csv_json_and_markdown_keep_their_lines_whole(kg: Kg, built: Path) -> None:
    ask = ("query", "meetings-about-elections", "--format")
    rows = list(csv.DictReader(io.StringIO(kg(*ask, "csv", store=built).out)))
    found = json.loads(kg(*ask, "json", store=built).out)["results"]["bindings"]
    lines = kg(*ask, "md", store=built).out.splitlines()
    assert len(rows) == len(found) == len(lines) - 2 > 5
    assert [row["words"] for row in rows] == [row["words"]["value"] for row in found]
    shown = kg("query", "-e", "CONSTRUCT WHERE { ?s a cmq:Election }", "--format", "turtle", store=built).out
    assert "a cmq:Election" in shown


def test_labels_come_in_the_wanted_language(kg: Kg, built: Path) -> None:
    assert "Состоялось" in kg("query", "events-of-type", "-p", "type=election", "--lang", "ru", store=built).out


def test_a_question_in_a_file_takes_parameters(kg: Kg, built: Path, write: Write) -> None:
    path = write("mine.rq", "# A number\n# param n: integer\nSELECT ?n WHERE { VALUES ?n { UNDEF } }")
    assert kg("query", path, "-p", "n=7", "--format", "csv", store=built).out.split() == ["n", "7"]


def test_a_question_describes_itself(kg: Kg, built: Path) -> None:
    done = kg("query", "meetings-about-elections", "--describe", store=built)
    assert done.out.splitlines()[0] == "Who met about which election"
    assert "-p year=…" in done.out
    assert "integer, may be left out" in done.out


def test_explain_keeps_short_unless_asked_for_all(kg: Kg, built: Path) -> None:
    short = kg("explain", "Turkmenistan", store=built).out
    whole = kg("explain", "Turkmenistan", "--all", store=built).out
    assert len(short) < len(whole)
    assert "(--all)" in short
    assert "(--all)" not in whole


def test_explain_leads_to_the_words(kg: Kg, built: Path) -> None:
    """Whatever is quoted at full length stands in the document at the offsets beside it."""
    source = next(DOCUMENTS.glob("002_*.txt"))
    text = source.read_bytes().decode("utf-8")
    quoted = 0
    lines = kg("explain", f"document/{source.stem}", "--all", store=built).out.splitlines()
    assert lines[0].endswith("(document)")
    event = kg("query", "events-of-document", "-p", f"document={source.stem}", "--format", "csv", store=built).out
    iri = next(csv.DictReader(io.StringIO(event)))["event"]
    shown = kg("explain", iri, "--all", store=built).out
    for part in shown.split("  “")[1:]:
        words, _, place = part.partition("”\n")
        document, _, span = place.splitlines()[0].strip().partition(", ")
        if document == source.stem:
            start, _, end = span.partition("-")
            assert " ".join(words.split()) == " ".join(text[int(start) : int(end)].split())
            quoted += 1
    assert quoted


def test_readings_as_lines_of_json(kg: Kg) -> None:
    done = kg("read", DOCUMENTS, "--format", "jsonl")
    readings = [Reading.from_json(line) for line in done.out.splitlines()]
    assert [reading.id for reading in readings] == sorted(path.stem for path in DOCUMENTS.glob("*.txt"))


def test_what_a_terminal_would_obey_is_not_printed(kg: Kg, write: Write, tmp_path: Path) -> None:
    evil = TEXT * 3 + TEXT.replace("Oslo", "Oslo \x1b[31m\x9b31m\u202e").replace(
        ".\n", ' and said: "Yes\x1b]0;x\x07, of course."\n'
    )
    path = write("evil.txt", evil)
    assert kg("build", path, store=tmp_path / "graph").status == 0
    for args in (("read", path), ("explain", "evil"), ("query", "timeline"), ("query", "quotations"), ("stats",)):
        out = kg(*args, store=None if args[0] == "read" else tmp_path / "graph").out
        assert not set("\x1b\x9b\u202e\x07") & set(out), args


def on_a_terminal(*args: str) -> str:
    """What a command writes to a terminal, whichever of its streams it takes."""
    primary, secondary = pty.openpty()
    command = [sys.executable, "-m", "kg.cli", *args]
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    with subprocess.Popen(command, stdout=secondary, stderr=secondary, cwd=ROOT, env=env, close_fds=True) as process:
        os.close(secondary)
        found = b""
        while True:
            try:
                piece = os.read(primary, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            found += piece
    os.close(primary)
    assert process.returncode == 0
    return found.decode()


def test_colours_and_progress_are_for_terminals(kg: Kg, tmp_path: Path) -> None:
    document = str(next(DOCUMENTS.glob("000_*.txt")))
    assert "\x1b[" in on_a_terminal("read", document)
    store = tmp_path / "graph"
    assert "reading" in on_a_terminal("build", document, "--store", str(store))
    done = kg("build", document, store=store)
    assert (done.out, done.err.count("\n")) == ("", 1)
    assert "(1 unchanged)" in done.err


def test_the_graph_does_not_depend_on_processes_locale_or_hash_seed(kg: Kg, tmp_path: Path, write: Write) -> None:
    """With more documents than one process takes at a time, so that two share the work."""
    for number in range(4):
        for path in DOCUMENTS.glob("*.txt"):
            write(f"texts/{path.stem}-{number}.txt", path.read_bytes())
    texts, stores = tmp_path / "texts", [tmp_path / "one", tmp_path / "two"]
    assert kg("build", texts, "--jobs", "1", store=stores[0]).status == 0
    command = [sys.executable, "-m", "kg.cli", "build", str(texts), "--jobs", "2", "--store", str(stores[1])]
    env = {**os.environ, "LC_ALL": "C", "TZ": "Asia/Ashgabat", "PYTHONHASHSEED": "1"}
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=env)
    graphs = [dump(open_graph(store)) for store in stores]
    assert graphs[0] == graphs[1]


FORMATS = ("turtle", "trig", "nquads", "jsonld", "rdfxml", "graphml", "gexf", "csv")


def test_exports_are_the_same_bytes_between_builds(kg: Kg, built: Path, tmp_path: Path) -> None:
    """Of another build, in another locale and with another hash seed. CI compares with the committed ones."""
    again, exports = tmp_path / "again", [tmp_path / "here", tmp_path / "there"]
    for folder in exports:
        folder.mkdir()
    assert kg("build", DOCUMENTS, "--jobs", "2", store=again).status == 0
    calls = [["export", "--format", form, "--out", form] for form in FORMATS] + [["view", "--out", "page.html"]]
    for *options, name in calls:
        assert kg(*options, exports[0] / name, store=built).status == 0
    script = "import json, sys; from kg.cli import main; [main(c, standalone_mode=False) for c in json.load(sys.stdin)]"
    env = {**os.environ, "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONPATH": str(ROOT), "COMMUNIQUE_STORE": str(again)}
    subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(calls), check=True, capture_output=True, env=env, cwd=exports[1], text=True,
    )  # fmt: skip
    found = [{p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()} for out in exports]
    assert len(found[0]) > len(FORMATS)
    assert found[0].keys() == found[1].keys()
    assert [path for path in found[0] if found[0][path] != found[1][path]] == []
