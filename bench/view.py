"""The page of large graphs beside that of plain pyvis: how long it takes to make and open, its size, how it moves.

Graphs are invented: documents that tell of events, most actors at few of them and some at many, three links a node.
"""

from __future__ import annotations

import random
import shutil
import statistics
import time
from typing import TYPE_CHECKING

from bench.table import show

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyoxigraph as ox
    from playwright.sync_api import Page

    from kg.model import Document, Reading, Ref

SIZES = (100, 1_000, 5_000, 20_000)
LINKS = 3  # a node
_EVENTS = 0.35  # of the nodes
_OF_A_DOCUMENT = 5  # events
_LIMIT = 60  # seconds that a page may take to open
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def measure(folder: Path, sizes: tuple[int, ...] = SIZES) -> None:
    """Make and open the pages, and print a table; pages go into `folder`."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        print("The page: no chromium on this machine, not measured\n")
        return
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for size in sizes:
        store, texts = invented(size)
        for name, make in (("ours", _ours), ("pyvis", _plain)):
            start = time.perf_counter()
            page, data = make(store, texts, folder / f"{name}-{size}.html")
            seconds = time.perf_counter() - start
            opened, frame = _open(chromium, page, name)
            weight = page.stat().st_size
            rows.append((
                f"{size:,}", name, f"{seconds:.1f}", f"{weight / 1e6:.2f}", f"{weight / data:.2f}" if data else "–",
                f"over {_LIMIT}" if opened is None else f"{opened:.1f}", "–" if frame is None else f"{frame:.0f}",
            ))  # fmt: skip
    heads = ("nodes", "page", "s to make", "MB", "file / data", "s to open", "ms a frame, panning")
    show("The page, and plain pyvis (its physics on, as it comes)", heads, rows)


def invented(size: int) -> tuple[ox.Store, dict[str, str]]:
    """A graph of `size` actors and events, and the texts of its documents by id; the same for the same size."""
    from kg.model import Entity, EventCluster, Name, Ref, Resolution
    from kg.store import memory
    from kg.write import quads

    chance = random.Random(size)  # noqa: S311  not a secret
    events = int(size * _EVENTS)
    actors = [f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)} {number}" for number in range(size - events)]
    documents, readings = [], []
    members: dict[int, list[Ref]] = {}
    clusters = []
    each = LINKS * size / events
    for first in range(0, events, _OF_A_DOCUMENT):
        numbers = range(first, min(first + _OF_A_DOCUMENT, events))
        casts = [
            sorted({int(len(actors) * chance.random() ** 3) for _ in range(chance.randint(2, round(2 * each)))})
            for _ in numbers
        ]
        document, reading, ids = _document(f"d{first:06}", actors, casts, chance)
        documents.append(document)
        readings.append(reading)
        for actor, local in ids.items():
            members.setdefault(actor, []).append(Ref(document.id, local))
        clusters += [EventCluster(f"event/{number}", (Ref(document.id, f"e{number - first}"),)) for number in numbers]
    entities = [
        Entity(f"person/{actor}", "person", (Name(actors[actor], "en", preferred=True),), tuple(refs))
        for actor, refs in sorted(members.items())
    ]
    entities.sort(key=lambda entity: entity.id)
    store = memory(quads(documents, readings, Resolution(tuple(entities), tuple(clusters))))
    return store, {document.id: document.text for document in documents}


_GIVEN = ("Aman", "Bahar", "Çary", "Daulet", "Elena", "Farhad", "Gulya", "Ivan", "Jeren", "Kemal", "Leyla", "Maral")
_FAMILY = ("Amanow", "Berdiýew", "Durdyýewa", "Ibragimov", "Kasymov", "Meredow", "Nazarov", "Orazow", "Petrova")


def _document(
    id_: str, actors: list[str], casts: list[list[int]], chance: random.Random
) -> tuple[Document, Reading, dict[int, str]]:
    import hashlib

    from kg.model import Document, Event, Evidence, Item, NamedMention, Paragraph, Person, Reading

    lines = [
        f"On {_date(chance)} a meeting was held with {', '.join(actors[actor] for actor in cast)}." for cast in casts
    ]
    text = "\n".join(lines)
    ids = {actor: f"p{number}" for number, actor in enumerate(sorted({actor for cast in casts for actor in cast}))}
    mentions: dict[int, list[NamedMention]] = {}
    events, start = [], 0
    for number, (line, cast) in enumerate(zip(lines, casts, strict=True)):
        at = start
        for actor in cast:
            at = text.index(actors[actor], at)
            mentions.setdefault(actor, []).append(NamedMention(actors[actor], at, at + len(actors[actor]), "en"))
        evidence = (Evidence(line, start, start + len(line)),)
        events.append(
            Event(
                id=f"e{number}", type="meeting", name="meeting", start=line[3:13],
                attended_by=tuple(ids[actor] for actor in cast), evidence=evidence,
            )
        )  # fmt: skip
        start += len(line) + 1
    persons = tuple(Person(ids[actor], actors[actor], tuple(mentions[actor])) for actor in ids)
    item = Item(0, len(text), "en", None, None, (Paragraph(0, len(text), "en"),))
    document = Document(id_, text, hashlib.sha256(text.encode()).hexdigest(), "en", "2024-12-31", (item,))
    return document, Reading(id=id_, lang="en", published=None, persons=persons, events=tuple(events)), ids


def _date(chance: random.Random) -> str:
    return f"{chance.randint(2015, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _ours(store: ox.Store, texts: dict[str, str], out: Path) -> tuple[Path, int]:
    """The page, and the size of the data it shows: rows and texts as JSON, as they are before they are packed."""
    import base64
    import re
    import zlib

    from kg.view import view

    page = view(store, texts)
    page.write(out)
    packed = re.findall(r'id="data"[^>]*>([^<]*)<', page.html)[0]
    return out, len(zlib.decompress(base64.b64decode(packed)))


def _plain(store: ox.Store, texts: dict[str, str], out: Path) -> tuple[Path, int]:
    """The same actors, events and links with names, as pyvis draws them by default."""
    from pyvis.network import Network

    from kg.view.data import Data

    del texts
    graph = Data(store, {}).graph
    drawing = Network(directed=True, cdn_resources="in_line")  # directed, as undirected edges take quadratic time
    for node in sorted(graph):
        drawing.add_node(node, label=node, shape="diamond" if node.startswith("event") else "dot")
    for one, other in sorted(map(sorted, graph.edges)):
        drawing.add_edge(one, other)
    out.write_text(drawing.generate_html(), encoding="utf-8")
    return out, 0


_DRAWN = {"ours": "html[data-ready]", "pyvis": "#mynetwork canvas"}
# Resolves when pyvis's physics has come to rest, which it shows by a bar until then.
_AT_REST = (
    "() => !document.getElementById('loadingBar') || document.getElementById('loadingBar').style.display === 'none'"
)


def _open(chromium: str, file: Path, name: str) -> tuple[float | None, float | None]:
    """Seconds until the page is drawn and answers, and the median milliseconds between frames while it is dragged."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        try:
            tab = browser.new_context(offline=True, viewport={"width": 1280, "height": 800}).new_page()
            tab.set_default_timeout(_LIMIT * 1000)
            start = time.perf_counter()
            tab.goto(file.as_uri(), wait_until="commit")
            tab.wait_for_selector(_DRAWN[name])
            if name == "pyvis":
                tab.wait_for_function(_AT_REST, polling=500)
            seconds = time.perf_counter() - start
            return seconds, statistics.median(_frames(tab))
        except Error:
            return None, None
        finally:
            browser.close()


def _frames(tab: Page) -> Iterator[float]:
    """Milliseconds from frame to frame while the drawing is dragged by the mouse."""
    box = tab.locator("canvas").first.bounding_box()
    if box is None:
        return
    x, y = box["x"] + box["width"] - 40, box["y"] + 40
    tab.evaluate(
        "() => { window.frames_ = []; let last = performance.now();"
        " const next = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(next); };"
        " requestAnimationFrame(next); }"
    )
    tab.mouse.move(x, y)
    tab.mouse.down()
    for step in range(40):
        tab.mouse.move(x - 8 * step, y + 4 * step)
    tab.mouse.up()
    yield from tab.evaluate("window.frames_.slice(2)")
