"""A build is whole or it is nothing: killed, failed, locked out or out of space, the earlier graph stays."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg import store as graph_store
from kg.errors import GraphError
from kg.store import draft, dump, fill, live, memory, open_graph, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

EX = "http://example.org/"
CHILD = Path(__file__).parent / "build_child.py"

# Loads so many quads, 2,000 at a time, and prints the peak of the process's memory.
PEAK = f"""
import pathlib, resource, sys
import pyoxigraph as ox
from kg import store
store._BATCH = 2_000
numbers = map(str, range(int(sys.argv[2])))
quads = (ox.Quad(ox.NamedNode("{EX}" + n), ox.NamedNode("{EX}p"), ox.Literal(n)) for n in numbers)
with store.draft(pathlib.Path(sys.argv[1])) as generation:
    store.fill(generation, quads)
    for path in (generation.readings, generation.documents):
        store.write_lines(path, [])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def _quads(count: int, name: str = "a") -> list[ox.Quad]:
    return [
        ox.Quad(ox.NamedNode(f"{EX}{name}{i}"), ox.NamedNode(f"{EX}p"), ox.Literal(str(i)), ox.NamedNode(f"{EX}g"))
        for i in range(count)
    ]


def _build(folder: Path, quads: Iterable[ox.Quad]) -> None:
    with draft(folder) as generation:
        write_lines(generation.readings, [b"{}"])
        write_lines(generation.documents, [b"{}"])
        fill(generation, quads)


def _child(*arguments: object, **options) -> Any:
    return subprocess.Popen(
        [sys.executable, str(CHILD), *map(str, arguments)], stdout=subprocess.PIPE, text=True, **options
    )


def test_absent_graph_says_what_to_run(tmp_path):
    for open_it in (live, open_graph):
        with pytest.raises(GraphError, match=r"there is no graph here yet; run `kg build` first"):
            open_it(tmp_path / "nowhere")


@pytest.mark.parametrize("content", ["000007", "../../etc", "", "é", "\0"])
def test_damaged_pointer_says_what_to_run(tmp_path, content):
    _build(tmp_path, _quads(1))
    (tmp_path / "CURRENT").write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match="run `kg build` again"):
        open_graph(tmp_path)
    _build(tmp_path, _quads(2))
    assert len(open_graph(tmp_path)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows doesn't tell the peak of a process's memory this way")
def test_memory_of_loading_does_not_grow_with_the_graph(tmp_path):
    few, many = (
        int(subprocess.run([sys.executable, "-c", PEAK, str(tmp_path / n), n], capture_output=True, check=True).stdout)
        for n in ("4000", "80000")
    )
    assert many < few * 1.5  # all at once it takes 3.4 times as much


def test_damaged_graph_says_what_to_run(tmp_path):
    _build(tmp_path, _quads(1))
    (live(tmp_path).oxigraph / "CURRENT").write_bytes(b"nonsense")
    with pytest.raises(GraphError, match=r"can't be opened.*run `kg build`"):
        open_graph(tmp_path)


def test_build_replaces_the_graph_and_its_sources(tmp_path):
    _build(tmp_path, _quads(3))
    _build(tmp_path, _quads(5, "b"))
    assert set(open_graph(tmp_path)) == set(_quads(5, "b"))
    assert live(tmp_path).readings.read_bytes() == live(tmp_path).documents.read_bytes() == b"{}\n"
    assert sorted(path.name for path in (tmp_path / "generations").iterdir()) == [live(tmp_path).path.name]


def test_graph_is_opened_for_reading_only(tmp_path):
    _build(tmp_path, _quads(1))
    with pytest.raises(RuntimeError, match="read-write"):
        open_graph(tmp_path).add(_quads(1, "b")[0])


def test_reader_keeps_the_graph_that_it_opened(tmp_path):
    _build(tmp_path, _quads(1000))
    reader = open_graph(tmp_path)
    _build(tmp_path, _quads(5, "b"))
    assert set(reader) == set(_quads(1000))


def test_reader_that_is_overtaken_by_a_build_looks_again(tmp_path, monkeypatch):
    _build(tmp_path, _quads(1))
    stale = live(tmp_path)
    _build(tmp_path, _quads(2, "b"))
    answers = iter([stale])
    fresh = graph_store.live
    monkeypatch.setattr(graph_store, "live", lambda folder: next(answers, None) or fresh(folder))
    assert len(open_graph(tmp_path)) == 2


def test_failed_build_leaves_the_earlier_graph_and_nothing_else(tmp_path):
    _build(tmp_path, _quads(3))
    before = sorted(tmp_path.rglob("*"))
    bad = (quad for quad in _quads(5, "b") if 1 // (3 - int(str(quad.object).strip('"'))))
    with pytest.raises(ZeroDivisionError):
        _build(tmp_path, bad)
    assert set(open_graph(tmp_path)) == set(_quads(3))
    assert sorted(tmp_path.rglob("*")) == before


def test_what_a_killed_build_left_is_deleted_by_the_next(tmp_path):
    _build(tmp_path, _quads(3))
    left = tmp_path / "generations" / "000099" / "oxigraph"
    left.mkdir(parents=True)
    (left / "bulk-1.sst").write_bytes(b"half")
    (tmp_path / "CURRENT.new").write_bytes(b"0000")
    (live(tmp_path).oxigraph / "bulk-2.sst").write_bytes(b"half")
    _build(tmp_path, _quads(4))
    assert len(open_graph(tmp_path)) == 4
    assert not list(tmp_path.rglob("bulk-*")) + list(tmp_path.rglob("*.new")) + list(tmp_path.rglob("000099"))


def test_second_build_in_another_process_is_refused_with_a_sentence(tmp_path):
    _build(tmp_path, _quads(3))
    with _child(tmp_path, "hold", stdin=subprocess.PIPE) as child:
        assert child.stdout.readline() == "holding\n"
        with pytest.raises(GraphError, match=f"process {child.pid} is building this graph; wait"), draft(tmp_path):
            pass
        assert len(open_graph(tmp_path)) == 3
        child.communicate("go on\n")
    _build(tmp_path, _quads(4))
    assert len(open_graph(tmp_path)) == 4


def test_second_build_in_one_process_is_refused_and_the_first_goes_on(tmp_path):
    with draft(tmp_path) as generation:
        with pytest.raises(GraphError, match="already building"), draft(tmp_path):
            pass
        with _child(tmp_path, "build", 3) as child:
            assert "is building this graph" in child.stdout.read()
        fill(generation, _quads(2))
    assert len(open_graph(tmp_path)) == 2


def test_lock_of_a_killed_build_is_free(tmp_path):
    with _child(tmp_path, "hold", stdin=subprocess.PIPE) as child:
        assert child.stdout.readline() == "holding\n"
        child.kill()
    _build(tmp_path, _quads(2))
    assert len(open_graph(tmp_path)) == 2


# Moments of a build, by what the child has done when it is killed, and seconds after that.
MOMENTS = [("draft", 0.0), ("lines", 0.0), ("filling", 0.0), ("filling", 0.05), ("filling", 0.15), ("filled", 0.0)]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize(("moment", "after"), MOMENTS)
def test_build_that_is_killed_leaves_the_earlier_graph_whole(tmp_path, moment, after):
    _build(tmp_path, _quads(1000))
    with _child(tmp_path, "stall", 30_000) as child:
        while child.stdout.readline() != f"{moment}\n":
            assert child.poll() is None
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        assert child.wait() == -signal.SIGKILL
    assert set(open_graph(tmp_path)) == set(_quads(1000))
    _build(tmp_path, _quads(7, "b"))
    assert set(open_graph(tmp_path)) == set(_quads(7, "b"))
    assert [path.name for path in (tmp_path / "generations").iterdir()] == [live(tmp_path).path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("after", [0, 0.0005, 0.001, 0.002, 0.005, 0.02])
def test_build_that_is_killed_while_it_publishes_leaves_one_of_two_graphs_whole(tmp_path, after):
    _build(tmp_path, _quads(1000))
    with _child(tmp_path, "build", 10) as child:
        while child.stdout.readline() != "filled\n":
            assert child.poll() is None
        time.sleep(after)
        child.kill()
    graph = open_graph(tmp_path)
    assert set(graph) == set(_quads(1000)) or len(graph) == 10


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_full_disk_is_a_sentence_and_loses_nothing(tmp_path):
    _build(tmp_path, _quads(3))
    with _child(tmp_path, "full", 50_000) as child:
        said = child.stdout.read()
    assert "the graph can't be written" in said
    assert "what was there is kept" in said
    assert len(open_graph(tmp_path)) == 3


def test_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(GraphError, match="the graph can't be written"), draft(tmp_path / "file" / "store"):
        pass


def test_dump_does_not_depend_on_the_order_of_quads():
    quads = _quads(50)
    lines = dump(memory(quads)).splitlines(keepends=True)
    assert dump(memory(reversed(quads))) == dump(memory(quads)) == b"".join(sorted(lines))
    assert len(lines) == 50
