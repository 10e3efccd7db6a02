"""The graph that the program itself builds of the documents, with its things named as the answer keys name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from kg import authority
from kg.build import reader
from kg.evaluate.align import align
from kg.evaluate.gold import load_gold
from kg.model import Ref
from kg.read import documents_in
from kg.resolve import resolve
from kg.resources import JUDGEMENTS
from kg.store import memory
from kg.vocab import BASE, document
from kg.write import quads
from tests.query.key_graph import GOLD, ROOT, Graph


def built_graph() -> Graph:
    """Read, resolve and write the documents; a thing that is none of the key's keeps its own IRI."""
    paths, _ = documents_in([ROOT / "seeds/documents"])
    read = [reader().read(path) for path in paths]
    readings = [reading for _, reading in read]
    resolution = resolve(readings, authority.load(), authority.load_judgements(JUDGEMENTS))
    things = resolution.entity_of()
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    slugs: dict[str, str] = {}
    for gold in load_gold(GOLD):
        reading = next(found for found in readings if found.id == Path(gold.file).stem)
        slugs[document(reading.id).value] = gold.id
        canonical = {thing.id: str(thing.canonical) for thing in (*gold.persons, *gold.title_only, *gold.organisations)}
        alignment = align(gold, reading)
        pairs = {local: canonical[key] for local, key in {**alignment.across, **alignment.actors}.items()}
        pairs |= {local: f"{gold.id}/{key}" for local, key in {**alignment.parts, **alignment.events}.items()}
        for local, slug in pairs.items():
            votes[things[Ref(reading.id, local)]][slug] += 1
    # two of the key's things in one of ours: the graph has merged what it should not, and answers for one of them
    slugs |= {BASE + path: min(found, key=lambda slug: (-found[slug], slug)) for path, found in votes.items()}
    return Graph(memory(quads([source for source, _ in read], readings, resolution)), slugs)
