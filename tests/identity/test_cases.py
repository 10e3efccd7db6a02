"""Made-up readings in `cases/*.toml`: things with one `is` must come into one cluster, others into another.

A document of a case is a reading in short: `is` names the thing that an entry is, `[ids]` the identifiers that
things must get, `[[judgement]]` the rows of a judgements file.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from kg.authority import load
from kg.model import (
    Event,
    Evidence,
    Instrument,
    Judgement,
    Link,
    Office,
    Organisation,
    Person,
    Reading,
    Ref,
    Role,
)
from kg.resolve import SERIES, resolve

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
NOWHERE = Evidence("", 0, 0)


def reading(document):
    return Reading(
        document["id"],
        document.get("lang", "en"),
        persons=tuple(_make(Person, row) for row in document.get("persons", ())),
        organisations=tuple(_make(Organisation, row) for row in document.get("organisations", ())),
        title_only=tuple(_make(Office, row) for row in document.get("offices", ())),
        roles=tuple(_make(Role, {"title": None, "evidence": NOWHERE} | row) for row in document.get("roles", ())),
        events=tuple(_make(Event, {"name": ""} | row) for row in document.get("events", ())),
        instruments=tuple(_make(Instrument, row) for row in document.get("instruments", ())),
    )


def _make(kind, row):
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items() if key != "is"}
    if kind is Instrument:
        values["links"] = tuple(Link(how="named", evidence=NOWHERE, **link) for link in values.pop("links", ()))
    return kind(**values)


def labelled(case):
    found = {}
    for document in case["document"]:
        for things in ("persons", "organisations", "offices", "events", "instruments"):
            for row in document.get(things, ()):
                if "is" in row:
                    found[Ref(document["id"], row["id"])] = row["is"]
        for row in document.get("events", ()):
            if "series_is" in row:
                found[Ref(document["id"], row["id"] + SERIES)] = row.pop("series_is")
    return found


@pytest.fixture(scope="module")
def authority():
    return load()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path, authority):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    wanted = labelled(case)
    assert wanted
    judgements = [
        Judgement(**({"by": "a reader", "on": "2024-01-01", "why": "a case"} | j)) for j in case.get("judgement", ())
    ]
    entity_of = resolve([reading(d) for d in case["document"]], authority, judgements).entity_of()
    got, things = defaultdict(set), defaultdict(set)
    for ref, label in wanted.items():
        got[entity_of[ref]].add(label)
        things[label].add(entity_of[ref])
    assert {i: labels for i, labels in got.items() if len(labels) > 1} == {}, "merged wrongly"
    assert {label: ids for label, ids in things.items() if len(ids) > 1} == {}, "not merged"
    assert {label: next(iter(things[label])) for label in case.get("ids", {})} == case.get("ids", {})
