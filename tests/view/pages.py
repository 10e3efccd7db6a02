"""Pages for tests, and what is packed in one."""

from __future__ import annotations

import base64
import json
import re
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from kg.view import Page, view
from tests.graphs import gold_store, invented

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted((ROOT / "seeds/documents").glob("*.txt"))


@cache
def gold_page() -> Page:
    """The page of the answer keys, with the texts of their documents."""
    return view(
        gold_store(), {f"seed-{number:03}": text.read_text(encoding="utf-8") for number, text in enumerate(DOCUMENTS)}
    )


def page_of(*lines: str, names: dict[str, dict[str, str]] | None = None, focus: str | None = None) -> Page:
    """The page of an invented graph and its document; see `tests.graphs.invented`."""
    return view(invented(*lines, names=names), {"invented": "\n".join(lines)}, focus=focus)


def unpacked(page: Page, name: str) -> str:
    """What is packed in the element `name` of a page."""
    found = re.search(rf'<script id="{name}" type="text/plain">([A-Za-z0-9+/=]*)</script>', page.html)
    assert found, name
    return zlib.decompress(base64.b64decode(found[1])).decode()


class Content:
    """What a page holds of the graph, as a reader in another language would take it: rows with the names of columns."""

    def __init__(self, page: Page) -> None:
        self.data = json.loads(unpacked(page, "data"))
        self.texts: list[str] = self.data["texts"]
        self.nodes = self.rows("nodes")
        self.facts = self.rows("facts")
        self.events = self.rows("events")
        self.documents = self.rows("documents")
        self.words = self.rows("words")

    def rows(self, table: str) -> list[dict[str, Any]]:
        columns = self.data["columns"][table]
        empty: dict[str, Any] = {"names": [], "words": [], "texts": [], "dates": [], "rules": [], "about": []}
        full = [[*row, *(empty.get(name, 0) for name in columns[len(row) :])] for row in self.data[table]]
        return [dict(zip(columns, row, strict=True)) for row in full]

    def quoted(self, words: list[int]) -> list[str]:
        """The words of these numbers, out of the document's text where it is there."""
        found = []
        for number in words:
            row = self.words[number]
            whole = self.texts[self.documents[row["document"]]["text"]]
            found.append(self.texts[row["text"]] or whole[row["start"] : row["end"]])
        return found

    def names(self, node: dict[str, Any]) -> list[tuple[str, str]]:
        """Names with their languages."""
        pairs = iter(self.texts[number] for number in node["names"])
        return list(zip(pairs, pairs, strict=True))
