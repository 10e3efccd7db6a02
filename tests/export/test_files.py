"""A file is written whole or not at all, and the sentence says what is the matter."""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import GraphError
from kg.export import FORMATS, export
from kg.files import whole_file
from kg.store import memory
from kg.vocab import SKOS, entity
from tests.graphs import invented

STORE = invented("2021-03-04 visit in Oslo: Ann, FUND")
FULL = Path("/dev/full")  # every write to it finds the disk full


def test_formats() -> None:
    assert FORMATS == ("turtle", "trig", "nquads", "jsonld", "rdfxml", "graphml", "gexf", "csv")
    with pytest.raises(GraphError, match="no export format 'n3': known are turtle, trig"):
        export(STORE, "n3", Path("x"))


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_replaces_the_earlier_one_and_leaves_nothing_beside(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    out.write_text("earlier")
    export(STORE, form, out)
    assert out.read_bytes() != b"earlier"
    assert list(tmp_path.iterdir()) == [out]


def test_an_export_that_fails_keeps_the_earlier_one(tmp_path: Path) -> None:
    out = tmp_path / "out.rdf"
    out.write_text("earlier")
    with pytest.raises(GraphError, match=r"U\+000C"):
        export(memory([ox.Quad(entity("person/x"), SKOS.altLabel, ox.Literal("\x0c"))]), "rdfxml", out)
    assert out.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("form", ["turtle", "csv"])
def test_no_such_folder(form: str, tmp_path: Path) -> None:
    out = tmp_path / "none" / "out"
    with pytest.raises(GraphError, match=r"none/out.*no such file or directory"):
        export(STORE, form, out)
    assert not list(tmp_path.iterdir())


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="this is a folder; name a file in it"):
        export(STORE, "turtle", tmp_path)
    (tmp_path / "tables").write_text("a file")
    with pytest.raises(GraphError, match=r"tables: this folder can't be made \(file exists\)"):
        export(STORE, "csv", tmp_path / "tables")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no users on this system")
def test_a_folder_closed_to_us(tmp_path: Path) -> None:
    us = os.geteuid()
    tmp_path.chmod(0o500)
    if us == 0:  # the administrator may write everywhere: be nobody for the time of the call
        os.seteuid(65534)
    try:
        with pytest.raises(GraphError, match="permission denied"):
            export(STORE, "turtle", tmp_path / "out.ttl")
    finally:
        os.seteuid(us)
        tmp_path.chmod(0o700)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_full_disk(tmp_path: Path) -> None:
    out = tmp_path / "out.ttl"
    out.write_text("earlier")
    (tmp_path / f".out.ttl.{os.getpid()}.part").symlink_to(FULL)
    with pytest.raises(
        GraphError, match=r"out\.ttl: can't be written \(no space left on device\); what was there is kept"
    ):
        export(STORE, "turtle", out)
    assert out.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [out]


def test_an_interruption_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> None:
        with whole_file(tmp_path / "x") as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not list(tmp_path.iterdir())
