"""CSV tables: what they hold, that their ids join, and that they are written whole."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from kg.export import export, serialise
from kg.export.tables import tables
from tests.graphs import gold_store, invented

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox

TABLES = {
    "actors", "documents", "elected", "events", "evidence", "foundings", "instrument_links", "instruments", "mentions",
    "names", "participations", "quotations", "roles", "turnout",
}  # fmt: skip
NAMES = {f"{name}.csv" for name in TABLES}


def rows(store: ox.Store) -> dict[str, list[dict[str, str]]]:
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(data.decode(), newline="")))
        for name, data in tables(store)
    }


@pytest.fixture(scope="module")
def gold() -> dict[str, list[dict[str, str]]]:
    return rows(gold_store())


def test_ids_join(gold: dict[str, list[dict[str, str]]]) -> None:
    ids = {name: {row["id"] for row in table} for name, table in gold.items() if name not in {"names", "evidence"}}
    for column, table in (("event", "events"), ("actor", "actors")):
        assert {row[column] for row in gold["participations"]} <= ids[table]
    assert {row["person"] for row in gold["roles"]} <= ids["actors"]
    assert {row["election"] for row in gold["turnout"]} <= ids["events"]
    assert {row["part_of"] for row in gold["actors"]} - {""} <= ids["actors"]
    assert {row["document"] for row in gold["mentions"]} <= ids["documents"]
    assert {row["mention"] for row in gold["evidence"]} <= ids["mentions"]
    facts = {row["fact"] for row in gold["evidence"]}
    for table in ("events", "participations", "roles", "turnout", "elected"):
        assert ids[table] <= facts, table


def test_every_table_has_its_rows_in_the_order_of_ids(gold: dict[str, list[dict[str, str]]]) -> None:
    assert set(gold) == TABLES
    assert len(gold["documents"]) == 5
    assert len(gold["turnout"]) == 12
    (elected,) = gold["elected"]
    assert elected["constituency_number"] == "1"
    starts = [int(row["start"]) for row in gold["mentions"] if row["document"] == gold["documents"][0]["id"]]
    assert starts == sorted(starts)


def test_cells() -> None:
    found = rows(
        invented(
            "2021-03-04 visit in Oslo: Ann, chair Ann, FUND",
            "2021-05 meeting planned: Bob, invited FUND",
            names={"Ann": {"ru": 'Анна, "А"\nЛи'}},
        )
    )
    visit, meeting = found["events"]
    assert (visit["type"], visit["status"], visit["start"], visit["place"]) == ("visit", "held", "2021-03-04", "Oslo")
    assert (meeting["status"], meeting["start"], meeting["end"]) == ("planned", "2021-05", "")
    parts = {(row["event"], row["actor"], row["capacity"], row["present"]) for row in found["participations"]}
    assert ("event/e1", "person/ann", "chair", "yes") in parts
    assert ("event/e2", "organisation/fund", "invited", "no") in parts
    (role,) = found["roles"]
    assert (role["person"], role["post"], role["organisation"]) == ("person/ann", "head", "organisation/fund")
    names = {(row["thing"], row["language"], row["name"], row["preferred"]) for row in found["names"]}
    assert ("person/ann", "ru", 'Анна, "А"\nЛи', "yes") in names


def test_a_folder_of_tables(tmp_path: Path) -> None:
    out = tmp_path / "tables"
    export(gold_store(), "csv", out)
    (out / "mine.csv").write_text("mine")
    (out / "roles.csv").write_text("old")
    export(gold_store(), "csv", out)
    assert {path.name for path in out.iterdir()} == NAMES | {"mine.csv"}
    assert {name: (out / name).read_bytes() for name in NAMES} == dict(tables(gold_store()))


def test_a_zip_of_tables(tmp_path: Path) -> None:
    out = tmp_path / "tables.zip"
    export(gold_store(), "csv", out)
    assert out.read_bytes() == serialise(gold_store(), "csv")
    with zipfile.ZipFile(out) as archive:
        assert set(archive.namelist()) == NAMES
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("actors.csv") == dict(tables(gold_store()))["actors.csv"]
