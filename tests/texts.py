"""Short texts as documents for the tests of interpretation, with real annotation and a real cast."""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kg import authority
from kg.annotate import KnownNames, annotate
from kg.interpret.cast import Cast, read_cast
from kg.language import load_all
from kg.language.case import lower
from kg.language.pattern import Matcher, Pattern
from kg.model import Annotations, Document, Item, Paragraph

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = load_all()


@cache
def known() -> KnownNames:
    return KnownNames(authority.load(), LANGUAGES)


def document(text: str, lang: str, date: str | None = None) -> Document:
    """One item in one language; every line is a paragraph, a line that begins with "# " a headline."""
    text = text.strip()
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(start, start + len(line), lang, heading=line.startswith("# ")))
        start += len(line) + 1
    item = Item(0, len(text), lang, date, None, tuple(paragraphs))
    return Document("case", text, hashlib.sha256(text.encode()).hexdigest(), lang, date, (item,))


def page(items: list[dict[str, str]]) -> Document:
    """A page of several dated items, each with `lang`, `date` and `text`."""
    text, found = "", []
    for item in items:
        start = len(text)
        text += item["text"].strip() + "\n\n"
        end = len(text) - 2
        found.append(Item(start, end, item["lang"], item["date"], None, (Paragraph(start, end, item["lang"]),)))
    return Document("case", text, hashlib.sha256(text.encode()).hexdigest(), items[0]["lang"], None, tuple(found))


def spoken_of(text: Document) -> tuple[Document, Annotations, Cast]:
    """The document with its annotations and cast: what every reader of interpretation takes."""
    annotations = annotate(text, LANGUAGES, known())
    return text, annotations, read_cast(text, annotations, LANGUAGES)


def patterns(concern: str):
    """Every pattern of a concern's language files, as `(patterns of the field, index)` for parametrised tests."""
    found = []
    for code, language in LANGUAGES.items():
        data = getattr(language, concern)
        for field in data.__struct_fields__:
            items = getattr(data, field)
            if isinstance(items, tuple) and items and isinstance(items[0], Pattern):
                found += [pytest.param(items, i, id=f"{code}-{field}-{i}") for i in range(len(items))]
    return found


def finds_its_example(items: tuple[Pattern, ...], index: int) -> bool:
    """Whether a pattern finds its own example beside all those that are tried before it."""
    item = items[index]
    return any(hit is item for _, _, hit in Matcher(items).find(lower(item.example)))


def cases(path: Path):
    """The cases of a TOML file beside a test: `[[case]]` tables, each with a `name`."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["name"]) for case in found]
