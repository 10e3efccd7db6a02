"""The graph of the answer keys: what questions answer if every reading and every identity is right.

The keys give persons, organisations, offices, events, turnout and results as readings do. What they give as
`other_facts` only (quotations, instruments, bodies founded) is made into records of a reading here.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.model import Document, Entity, EventCluster, Item, Paragraph, Reading, Ref, Resolution
from kg.query import Table, load_queries, run
from kg.resources import QUERIES
from kg.store import memory
from kg.vocab import BASE, CMQ
from kg.write import quads

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests/gold"
Key = dict[str, Any]
_FIELDS = {"persons": "person", "organisations": "organisation", "title_only": "office", "instruments": "instrument"}


@dataclass(frozen=True)
class Graph:
    """A graph to be questioned, and which canonical slug of the keys (or `seed-001/e2`) each thing of it is."""

    store: ox.Store
    slugs: dict[str, str]

    def iri(self, slug: str) -> str:
        """The IRI of a slug."""
        return next(iri for iri, known in sorted(self.slugs.items()) if known == slug)

    def ask(self, question: str, **params: str | list[str]) -> Table:
        """The answer to a saved question."""
        return run(self.store, load_queries(QUERIES)[question], params)

    def rows(self, question: str, columns: str, **params: str | list[str]) -> set[tuple[str | None, ...]]:
        """The different rows of some columns, with slugs for things, codes for concepts, `None` for nothing."""
        table = self.ask(question, **params)
        return set(zip(*([self.cell(term) for term in table.column(name)] for name in columns.split()), strict=True))

    def column(self, question: str, column: str, **params: str | list[str]) -> set[str | None]:
        """The different cells of one column."""
        return {row[0] for row in self.rows(question, column, **params)}

    def cell(self, term: object) -> str | None:
        """A term as the keys write it."""
        if isinstance(term, ox.Literal):
            return term.value
        if not isinstance(term, ox.NamedNode):
            return None
        if term.value in self.slugs:
            return self.slugs[term.value]
        codes = self.store.quads_for_pattern(term, CMQ.code, None, ox.DefaultGraph())
        return next((self.cell(quad.object) for quad in codes), term.value)


@cache
def keys() -> dict[str, Key]:
    """The answer keys by document, as they stand."""
    found = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("seed-*.json")))
    return {key["id"]: key for key in found}


def key_graph() -> Graph:
    """The graph of the keys."""
    completed = [_completed(key) for key in keys().values()]
    readings = [Reading.from_json(json.dumps(key)) for key in completed]
    resolution, slugs = _identity(completed)
    store = memory(quads([_document(key) for key in completed], readings, resolution))
    return Graph(store, {BASE + path: slug for path, slug in slugs.items()})


def text_of(key: Key) -> str:
    """The document of a key."""
    path = ROOT / "seeds/documents" / str(key["file"])
    return path.read_bytes().decode("utf-8")


def _document(key: Key) -> Document:
    text = text_of(key)
    spans = [(*item["span"], item["lang"], item["date"]) for item in key.get("items", [])]
    items = tuple(
        Item(start, end, lang, date, None, (Paragraph(start, end, lang),))
        for start, end, lang, date in spans or [(0, len(text), key["lang"], key["published"])]
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(key["id"], text, digest, key["lang"], key["published"], items)


def _completed(key: Key) -> Key:
    """The key as a reading: with languages of mentions, implied institutions, and the records made of its facts."""
    done: Key = json.loads(json.dumps(key))
    ids = {thing["canonical"]: thing["id"] for field in _FIELDS for thing in done.get(field, [])}
    for field in _FIELDS:
        for mention in (mention for thing in done.get(field, []) for mention in thing["mentions"]):
            mention.setdefault("lang", _lang_at(done, mention["start"]))
    for post in (*done["roles"], *done["title_only"]):
        implied = post.get("organisation_implied")
        if implied and not post["organisation"]:
            if implied not in ids:
                ids[implied] = f"o-{implied}"
                kind = "ministry" if implied.startswith("ministry") else "other"
                record = {"name": implied, "kind": kind, "country": post["country"], "mentions": []}
                done["organisations"].append({"id": ids[implied], "canonical": implied, **record})
            post["organisation"] = ids[implied]
    for event in done["events"]:
        event["about"] = [*event["about"], *event.get("about_optional", [])]
    _add_foundings(done, ids)
    done["quotations"] = list(_quotations(done, ids))
    done["instruments"] = list(_instruments(done, ids))
    return done


def _lang_at(key: Key, offset: int) -> str:
    langs = [item["lang"] for item in key.get("items", []) if item["span"][0] <= offset < item["span"][1]]
    return str(langs[0] if langs else key["lang"])


def _add_foundings(key: Key, ids: dict[str, str]) -> None:
    for body in key["organisations"]:
        fact = next((f for f in key["other_facts"] if f.get("object_ref") == body["canonical"] and "status" in f), None)
        if fact:
            body |= {"standing": fact["status"], "standing_evidence": fact["evidence"]}
            if fact["status"] == "proposed":
                body["proposer"] = ids[fact["subject_ref"]]


def _quotations(key: Key, ids: dict[str, str]) -> list[Key]:
    found = []
    for fact in key["other_facts"]:
        if "quote" in fact:
            start = text_of(key).index(fact["quote"])
            end = start + len(fact["quote"])
            found.append({"speaker": ids[fact["subject_ref"]], "text": fact["quote"], "start": start, "end": end})
    return found


def _instruments(key: Key, ids: dict[str, str]) -> list[Key]:
    found = []
    for fact in key["other_facts"]:
        if "document" in fact:
            actor = ids.get(fact["subject_ref"])
            link = {"how": "named", "actor": actor, "evidence": fact["evidence"]}
            slug = f"{key['id']}-{fact['id']}"
            record = {"name": fact["document"], "kind": "other", "mentions": [], "links": [link]}
            found.append({"id": f"i-{fact['id']}", "canonical": slug, **record})
    return found


def _identity(completed: list[Key]) -> tuple[Resolution, dict[str, str]]:
    """What the slugs say is one, and the slug of each id; documents and events have the keys' own ids for slugs."""
    members: dict[str, list[Ref]] = {}
    slugs: dict[str, str] = {}
    events = []
    for key in completed:
        slugs[f"document/{key['id']}"] = key["id"]
        for field, type_ in _FIELDS.items():
            for thing in key.get(field, []):
                path = f"{type_}/{thing['canonical']}"
                slugs[path] = thing["canonical"]
                members.setdefault(path, []).append(Ref(key["id"], thing["id"]))
        for event in key["events"]:
            path = f"event/{key['id']}-{event['id']}"
            slugs[path] = f"{key['id']}/{event['id']}"
            events.append(EventCluster(path, (Ref(key["id"], event["id"]),)))
            if event["series"]:
                sittings = f"series/{event.get('series_canonical', slugs[path].replace('/', '-'))}"
                members.setdefault(sittings, []).append(Ref(key["id"], event["id"] + "/series"))
    entities = tuple(Entity(path, path.split("/")[0], (), tuple(refs)) for path, refs in sorted(members.items()))
    return Resolution(entities, tuple(events)), slugs
