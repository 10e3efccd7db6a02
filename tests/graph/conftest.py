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
    from collections.abc import Iterator

    import pyoxigraph as ox

ROOT = Path(__file__).parents[2]
KEYS = sorted((ROOT / "tests/gold").glob("seed-*.json"))
_TYPES = {"persons": "person", "organisations": "organisation", "title_only": "office", "instruments": "instrument"}

Key = dict[str, Any]


def _document(key: Key) -> Document:
    text = (ROOT / "seeds/documents" / key["file"]).read_bytes().decode("utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    paragraph = Paragraph(0, len(text), key["lang"])
    item = Item(0, len(text), key["lang"], key["published"], None, (paragraph,))
    return Document(key["id"], text, digest, key["lang"], key["published"], (item,))


def _reading(key: Key) -> Reading:
    # The keys have more than one way to write an item; what the graph needs of them is tested by hand-made readings.
    return Reading.from_json(json.dumps({**key, "items": []}))


def _things(keys: list[Key]) -> Iterator[tuple[str, Key, Key]]:
    """Id of the entity, key and thing of every person, institution, office and instrument."""
    for key in keys:
        for field, type_ in _TYPES.items():
            for thing in key.get(field, []):
                yield f"{type_}/{thing.get('canonical') or key['id'] + '-' + thing['id']}", key, thing


def _resolution(keys: list[Key]) -> Resolution:
    ids = {Ref(key["id"], thing["id"]): id_ for id_, key, thing in _things(keys)}
    grouped = defaultdict(list)
    for id_, key, thing in _things(keys):
        grouped[id_].append((key, thing))
    entities = [_entity(id_, found, ids) for id_, found in grouped.items()]
    events = defaultdict(list)
    for key in keys:
        for event in key["events"]:
            slug = event.get("canonical") or f"{event['start'] or 'undated'}-{event['type']}-{key['id']}-{event['id']}"
            events[slug].append(Ref(key["id"], event["id"]))
            if event.get("series"):
                ref, name = Ref(key["id"], f"{event['id']}/series"), Name(event["series"], key["lang"])
                entities.append(Entity(f"series/{slug}", "series", (name,), (ref,)))
    clusters = (EventCluster(f"event/{slug}", tuple(sorted(refs))) for slug, refs in sorted(events.items()))
    return Resolution(tuple(sorted(entities, key=lambda entity: entity.id)), tuple(clusters))


def _entity(id_: str, found: list[tuple[Key, Key]], ids: dict[Ref, str]) -> Entity:
    key, first = found[0]
    english = first.get("name_en") or first.get("title_en")
    names = {Name(thing.get("name") or thing["title"], one["lang"]) for one, thing in found}
    if english:
        names = {name for name in names if name.text != english or name.lang != "en"}
        names.add(Name(english, "en", preferred=True))
    return Entity(
        id=id_,
        type=id_.partition("/")[0],
        names=tuple(sorted(names)),
        members=tuple(sorted(Ref(one["id"], thing["id"]) for one, thing in found)),
        kind=first.get("kind"),
        country=first.get("country"),
        part_of=ids.get(Ref(key["id"], first.get("part_of") or "")),
    )


@pytest.fixture(scope="session")
def keys() -> list[Key]:
    assert len(KEYS) == 5
    return [json.loads(path.read_text(encoding="utf-8")) for path in KEYS]


@pytest.fixture(scope="session")
def documents(keys: list[Key]) -> list[Document]:
    return [_document(key) for key in keys]


@pytest.fixture(scope="session")
def readings(keys: list[Key]) -> list[Reading]:
    return [_reading(key) for key in keys]


@pytest.fixture(scope="session")
def resolution(keys: list[Key]) -> Resolution:
    return _resolution(keys)


@pytest.fixture(scope="session")
def all_quads(documents: list[Document], readings: list[Reading], resolution: Resolution) -> list[ox.Quad]:
    return list(quads(documents, readings, resolution))


@pytest.fixture(scope="session")
def store(all_quads: list[ox.Quad]) -> ox.Store:
    """The graph of the answer keys, for reading only."""
    return memory(all_quads)
