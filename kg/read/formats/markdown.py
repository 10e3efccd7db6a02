"""Markdown by markdown-it-py (CommonMark and tables): the words without their marks.

Metadata above the text between two lines `---` (YAML): `title`, `date` or `published`, `site`, `url`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml
from markdown_it import MarkdownIt

from kg.errors import InputError
from kg.read.decode import decode
from kg.read.formats.extract import Extract, under_title
from kg.read.formats.metadata import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
# After these blocks of words an empty line follows, after others (items of lists, rows) the next line.
_APART = frozenset({"heading_close", "paragraph_close", "fence", "code_block", "table_close"})
_WORDS = frozenset({"text", "code_inline"})


def extract(data: bytes, where: str) -> Extract:
    """The text of a file and its metadata. Raises `InputError` for metadata that are no YAML or hold no ISO date."""
    text = decode(data, where)
    front = _FRONT.match(text)
    told = _front(front[1], where) if front else {}
    about = metadata(told, where)
    body = "".join(_lines(MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)))
    return Extract(under_title(about.title, body.strip("\n")), "text/markdown", *about)


def _front(words: str, where: str) -> dict[str, object]:
    try:
        told = yaml.safe_load(words)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise InputError(f"{where}: the metadata above the text are no YAML (line {line})") from error
    return told if isinstance(told, dict) else {}


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of each block, with the line breaks that part it from the next."""
    listed = 0
    for token in tokens:
        listed += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type == "inline":
            yield "".join(map(_words, token.children or ()))
        elif token.type in {"fence", "code_block"}:
            yield token.content + "\n"
        elif token.type in {"th_close", "td_close"}:
            yield "\t"
        elif token.type == "tr_close" or (token.type == "paragraph_close" and listed):
            yield "\n"
        elif token.type in _APART or (token.type.endswith("list_close") and not listed):
            yield "\n" if token.type.endswith("list_close") else "\n\n"


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    return token.content if token.type in _WORDS else ""
