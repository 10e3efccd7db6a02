"""The answer keys as readings, their documents, and an identity made of the keys' own slugs."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.model import Document, Entity, EventCluster, Item, Name, Paragraph, Reading, Ref, Resolution
from kg.store import memory
from kg.write import quads

if TYPE_CHECKING:
    import pyoxigraph as ox

ROOT = Path(__file__).parents[2]
KEYS = sorted((ROOT / "tests/gold").glob("seed-*.json"))
_TYPES = {"persons": "person", "organisations": "organisation", "title_only": "office", "instruments": "instrument"}


def _document(key: dict[str, Any]) -> Document:
    path = next(ROOT.glob(f"seeds/documents/{key['file']}"))
    text = path.read_bytes().decode("utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    paragraph = Paragraph(0, len(text), key["lang"])
    item = Item(0, len(text), key["lang"], key["published"], None, (paragraph,))
    return Document(key["id"], text, digest, key["lang"], key["published"], (item,))


def _reading(key: dict[str, Any]) -> Reading:
    # The keys have more than one way to write an item; what the graph needs of them is tested by hand-made readings.
    return Reading.from_json(json.dumps({**key, "items": []}))


def _resolution(keys: list[dict[str, Any]]) -> Resolution:
    members: dict[tuple[str, str], list[tuple[Ref, str, str]]] = defaultdict(list)
    facts: dict[tuple[str, str], dict[str, Any]] = {}
    events = defaultdict(list)
    ids = {}
    for key in keys:
        for field, type_ in _TYPES.items():
            for thing in key.get(field, []):
                slug = thing.get("canonical") or f"{key['id']}-{thing['id']}"
                ids[key["id"], thing["id"]] = f"{type_}/{slug}"
                name = thing.get("name") or thing["title"]
                members[type_, slug].append((Ref(key["id"], thing["id"]), name, key["lang"]))
                facts.setdefault((type_, slug), {**thing, "document": key["id"]})
        for event in key["events"]:
            slug = event.get("canonical") or f"{event['start'] or 'undated'}-{event['type']}-{key['id']}-{event['id']}"
            events[slug].append(Ref(key["id"], event["id"]))
    entities = []
    for (type_, slug), found in sorted(members.items()):
        fact = facts[type_, slug]
        names = {Name(name, lang) for _, name, lang in found}
        english = fact.get("name_en") or fact.get("title_en")
        if english:
            names = {name for name in names if name.text != english or name.lang != "en"}
            names.add(Name(english, "en", preferred=True))
        entities.append(
            Entity(
                id=f"{type_}/{slug}",
                type=type_,
                names=tuple(sorted(names)),
                members=tuple(sorted(ref for ref, _, _ in found)),
                kind=fact.get("kind"),
                country=fact.get("country"),
                part_of=ids.get((fact["document"], fact.get("part_of"))),
            )
        )
    clusters = (EventCluster(f"event/{slug}", tuple(sorted(refs))) for slug, refs in sorted(events.items()))
    return Resolution(tuple(entities), tuple(clusters))


@pytest.fixture(scope="session")
def keys() -> list[dict[str, Any]]:
    assert len(KEYS) == 5
    return [json.loads(path.read_text(encoding="utf-8")) for path in KEYS]


@pytest.fixture(scope="session")
def documents(keys) -> list[Document]:
    return [_document(key) for key in keys]


@pytest.fixture(scope="session")
def readings(keys) -> list[Reading]:
    return [_reading(key) for key in keys]


@pytest.fixture(scope="session")
def resolution(keys) -> Resolution:
    return _resolution(keys)


@pytest.fixture(scope="session")
def all_quads(documents, readings, resolution) -> list[ox.Quad]:
    return list(quads(documents, readings, resolution))


@pytest.fixture(scope="session")
def store(all_quads) -> ox.Store:
    """The graph of the answer keys, for reading only."""
    return memory(all_quads)
