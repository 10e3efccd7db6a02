"""A document as it was read from a file: its text, cut into dated items and paragraphs with their languages."""

from __future__ import annotations

from kg.model.record import Record


class Paragraph(Record, frozen=True):
    """A run of text between line breaks. `lang` is a BCP 47 code (`tk`, `kk`, `ru`, `en`, or `und`)."""

    start: int
    end: int
    lang: str
    heading: bool = False


class Item(Record, frozen=True):
    """One release on a page that may hold several: its span, language, date (ISO 8601) and headline's span."""

    start: int
    end: int
    lang: str
    date: str | None
    headline: tuple[int, int] | None
    paragraphs: tuple[Paragraph, ...]


class Document(Record, frozen=True):
    """A document's text, a space for each character of a line break within a paragraph, with its cut into items.

    `id` is the file's stem (of a line of JSON its id), `digest` the SHA-256 of the unchanged text (UTF-8, hexadecimal),
    `published` an ISO 8601 date or None. Items are in text order and do not overlap; every paragraph lies in exactly
    one item. `title`, `site` (whose page it is) and `url` are what the file says of itself beside the text.
    """

    id: str
    text: str
    digest: str
    lang: str
    published: str | None
    items: tuple[Item, ...]
    title: str | None = None
    site: str | None = None
    url: str | None = None
    media_type: str = "text/plain"
