"""Web pages by trafilatura: the main text without navigation and boilerplate, with what the page says of itself."""

from __future__ import annotations

import codecs
import logging
import re

from trafilatura import bare_extraction, html2txt
from trafilatura.settings import Document

from kg.errors import InputError
from kg.read.decode import decode
from kg.read.formats.extract import Extract, day, under_title

# What they think of a page is no message for the user.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Dates only as the page states them. The latest is given because it would else be today: the same bytes, the same text.
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2199-12-31"}


def extract(data: bytes, where: str) -> Extract:
    """The main text of a page. Raises `InputError` where there is none."""
    page = _decoded(data, where)
    if "<html" not in page.lower():
        page = f"<html><body>{page}</body></html>"
    found = bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    about = found if isinstance(found, Document) else Document()
    # Of a page with next to no text there is no main part.
    text = about.text or html2txt(page)
    if not text or not text.strip():
        raise InputError(f"{where}: there is no text on this page")
    return Extract(
        under_title(about.title, text),
        "text/html",
        about.title or None,
        day(about.date) if about.date else None,
        about.sitename or None,
        about.url or None,
    )


def _decoded(data: bytes, where: str) -> str:
    """In the encoding that the page declares, else as plain text."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith(_MARKS):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):  # declared wrongly
            pass
    return decode(data, where)
