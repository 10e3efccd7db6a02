"""The five answer keys, read as readings: identity must give exactly their `canonical` clusters."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from kg.authority import load
from kg.model import Reading, Ref
from kg.resolve import resolve

GOLD = Path(__file__).parents[1] / "gold"
SEEDS = sorted(GOLD.glob("seed-*.json"))
CLASSES = ("persons", "organisations", "title_only")


@pytest.fixture(scope="module")
def texts():
    found = [path.read_text(encoding="utf-8") for path in SEEDS]
    assert len(found) == 5
    return found


@pytest.fixture(scope="module")
def resolution(texts):
    return resolve([Reading.from_json(text) for text in texts], load())


@pytest.fixture(scope="module")
def canonical(texts):
    found: dict[Ref, tuple[str, str]] = {}
    for text in texts:
        key = json.loads(text)
        for things in CLASSES:
            found |= {Ref(key["id"], thing["id"]): (things, thing["canonical"]) for thing in key[things]}
    return found


def test_clusters_are_those_of_the_answer_keys(resolution, canonical):
    entity_of = resolution.entity_of()
    wanted, got = defaultdict(set), defaultdict(set)
    for ref, name in canonical.items():
        wanted[name].add(ref)
        got[entity_of[ref]].add(ref)
    assert sorted(map(sorted, got.values())) == sorted(map(sorted, wanted.values()))


def test_events_of_different_documents_stay_apart(resolution):
    assert all(len(event.members) == 1 for event in resolution.events)


def test_what_is_the_same_in_different_documents(resolution):
    entity_of = resolution.entity_of()
    entities = json.loads((GOLD / "questions.json").read_text(encoding="utf-8"))["entities"]
    assert len(entities) == 11
    for entity in entities:
        refs = [Ref(document, local) for document, local in entity["ids"].items()]
        assert len({entity_of[ref] for ref in refs}) == 1, entity["canonical"]


def test_every_merge_is_explained(resolution):
    for entity in resolution.entities:
        explained = {d.left for d in entity.decisions} | {d.right for d in entity.decisions}
        assert len(entity.members) == 1 or set(entity.members) <= explained, entity.id
