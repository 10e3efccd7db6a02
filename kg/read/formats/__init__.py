"""Formats of files, by suffix: each is a function from bytes to text and what the file says about itself.

The library of a format is loaded only when such a file is met. Offsets in readings count characters of the text that
comes out here; it is kept in the graph's folder.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kg.read.formats.extract import Extract

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PACKED", "SUFFIXES", "TEXTS", "Extract", "extract"]

# The module of each suffix; it has a function `extract(data, where)`.
SUFFIXES = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
TEXTS = frozenset({"plain", "markdown", "jsonl"})
"""Formats whose files are little more than the text in them."""
PACKED = 50_000_000
"""The most bytes that a file of another format may have: fonts, pictures and scripts come on top of the text."""


def extract(data: bytes, where: str, suffix: str) -> Extract:
    """The text of a file and what the file says about itself; a suffix that isn't known is taken for plain text.

    Raises `InputError` beginning with `where` for a file that can't be read or has no text.
    """
    module = import_module(f"kg.read.formats.{SUFFIXES.get(suffix.lower(), 'plain')}")
    read: Callable[[bytes, str], Extract] = module.extract
    return read(data, where)
