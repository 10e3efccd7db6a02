"""Documents, data and judgements that are wrong: a clear sentence, and what was there is kept."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kg.build import Reader
from kg.store import dump, open_graph
from tests.cli.conftest import DOCUMENTS, ROOT, TEXT, Kg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.read import Source

    Write = Callable[[str, bytes | str], Path]

from tests.cli.sentences import GERMAN, HEADER, RUSSIAN, child, sentence

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
