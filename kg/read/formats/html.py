"""Web pages by trafilatura: the main text without navigation and boilerplate, with what the page says of itself."""

from __future__ import annotations

import codecs
import logging
import re
from typing import TYPE_CHECKING

from lxml import etree
from trafilatura import bare_extraction, html2txt, load_html
from trafilatura.settings import Document

from kg.errors import InputError
from kg.read.decode import decode
from kg.read.formats.extract import Extract, day, under_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What they think of a page is no message for the user.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_BLOCKS = frozenset(("br", "p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote"))
# A cell of whose text more than this is links is a menu.
_MOSTLY = 0.5
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Dates only as the page states them. The latest is given because it would else be today: the same bytes, the same text.
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2199-12-31"}


def extract(data: bytes, where: str) -> Extract:
    """The main text of a page. Raises `InputError` where there is none."""
    page = _decoded(data, where)
    if "<html" not in page.lower():
        page = f"<html><body>{page}</body></html>"
    tree = load_html(page)
    if tree is not None:
        _unfold_layout(tree)
    found = bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    about = found if isinstance(found, Document) else Document()
    # Of a page with next to no text there is no main part.
    text = about.text or (html2txt(tree) if tree is not None else "")
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


def _unfold_layout(tree: HtmlElement) -> None:
    """Make tables that only lay a page out plain blocks: those in whose cells there are paragraphs, breaks, tables."""
    for table in tree.xpath("//table[.//td//*[self::p or self::br or self::div or self::table]]"):
        for part in (table, *table.xpath("./tbody|./tr|./tbody/tr")):
            part.tag = "div"
        for cell in table.xpath("./tr/td|./div/td|./div/div/td|./tbody/tr/td"):
            cell.tag = "div"
            links = sum(len(link.text_content()) for link in cell.iter("a"))
            if links > _MOSTLY * len(cell.text_content().strip()):
                cell.clear()  # a menu
            else:
                _paragraphs(cell)


def _paragraphs(block: HtmlElement) -> None:
    """Put what stands between the breaks and blocks of a block into paragraphs."""
    children, opening = list(block), block.text
    for child in children:
        block.remove(child)
    block.text = None
    run = etree.SubElement(block, "p")
    run.text = opening
    for child in children:
        if child.tag in _BLOCKS:
            tail, child.tail = child.tail, None
            if child.tag != "br":
                block.append(child)
            run = etree.SubElement(block, "p")
            run.text = tail
        else:
            run.append(child)


def _decoded(data: bytes, where: str) -> str:
    """In the encoding that the page declares, else as plain text."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith(_MARKS):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):  # declared wrongly
            pass
    return decode(data, where)
