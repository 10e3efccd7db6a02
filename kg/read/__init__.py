"""From a file to a `Document`: its text, cut into lines, the dated items in it, the language of each paragraph.

What text a file holds is said in `kg.read.formats`. The text is kept as it comes from there, but for line breaks within
a paragraph, which are spaces; all offsets count code points in it. Reading takes time linear in the file's size.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.dates import complete
from kg.errors import InputError
from kg.language import load_all
from kg.model import Document
from kg.read.formats import extract
from kg.read.items import items_of, main_language, unwrapped
from kg.read.listing import READ, documents_in
from kg.read.source import LARGEST, Source

if TYPE_CHECKING:
    from kg.language import Language
    from kg.model import Item

__all__ = ["LARGEST", "READ", "Source", "documents_in", "read"]


def read(source: Source | Path, languages: dict[str, Language] | None = None) -> Document:
    """Read one document. `languages` are those of `kg.language.load_all` unless given.

    Where the text tells no date, the file's own (of a web page, a line of JSON) is the document's. Raises
    `InputError`, a sentence that names the file (with its member or line), where it is missing, unreadable, empty, too
    large, binary, encrypted, without text, in an encoding or in a language that isn't read.
    """
    place = Source.of(source) if isinstance(source, Path) else source
    found = extract(place.data(), str(place), place.suffix)
    text = found.text
    if not text.strip():
        raise InputError(f"{place}: there is no text in it, only white space")
    if len(text) > LARGEST:
        raise InputError(f"{place}: has {len(text) / 1e6:.1f} million characters of text; make it a file a release")
    known = languages if languages is not None else _languages()
    items = items_of(text, known)
    if found.published:
        items = tuple(_dated(item, found.published) for item in items)
    lang = main_language((p.lang, p.end - p.start) for item in items for p in item.paragraphs)
    if lang not in known:
        raise InputError(f"{place}: its language isn't one that is read here ({', '.join(known)})")
    return Document(
        place.name,
        unwrapped(text, items),
        hashlib.sha256(text.encode("utf-8")).hexdigest(),
        lang,
        next((item.date for item in items if item.date), None),
        items,
        found.title,
        found.site,
        found.url,
        found.media_type,
    )


def _dated(item: Item, published: str) -> Item:
    """An item with the file's date where its text tells none, or tells it without the year."""
    if item.date is None:
        return replace(item, date=published)
    return replace(item, date=complete(item.date, published)) if "X" in item.date else item


@cache
def _languages() -> dict[str, Language]:
    return load_all()
