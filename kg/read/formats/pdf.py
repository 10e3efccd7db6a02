"""PDF files with a text layer, by pypdfium2: pages one after the other, lines joined to paragraphs.

A line goes on in the next one where it is about as wide as the page's widest. Page numbers, and lines at the edges
that most pages have, are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from pypdfium2 import raw

from kg.errors import InputError
from kg.read.formats.extract import Extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A line as long as this part of the longest one reaches the margin; one that ends a sentence must be longer.
_WIDE = 0.75
_FULL = 0.95
# How many lines at the top and at the foot may be a page's furniture, and on how many pages it stands.
_EDGE = 2
_FEWEST = 3
_PAGE_NUMBER = re.compile(r"[\s\-–—|./]*(?:\w{1,8}\.?\s)?\d{1,4}(?:\s*(?:/|of|из)\s*\d{1,4})?[\s\-–—|.]*")
_NUMBER = re.compile(r"\d+")
_PAGE = "page number"
_STOP = re.compile(r"[.!?…:;][\"”»’)\]]*$")
# PDFium puts one of these for a hyphen at the end of a line, and leaves the line break out.
_HYPHEN = re.compile(r"(.)[\x02\ufffe](?=(.))")
_UNWANTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\xad\u200b\ufffe\uffff]")


def extract(data: bytes, where: str) -> Extract:
    """The text of a file. Raises `InputError` for one that is encrypted, broken, or has no text layer."""
    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise InputError(f"{where}: is encrypted; save it without a password") from error
        raise InputError(f"{where}: is no readable PDF file ({error})") from error
    with file:
        pages = [_lines(file, number) for number in range(len(file))]
        title = unicodedata.normalize("NFC", file.get_metadata_dict().get("Title", "").strip())
    if not any(pages):
        raise InputError(f"{where}: has no text layer: it is a scan; have its text recognised (OCR) first")
    return Extract("\n".join(_joined(_without_furniture(pages))), "application/pdf", title or None)


def _lines(file: pdfium.PdfDocument, number: int) -> list[str]:
    """The lines of a page in which there is anything."""
    page = file[number]
    found = page.get_textpage()
    text = unicodedata.normalize("NFC", found.get_text_bounded())
    found.close()
    page.close()
    text = _UNWANTED.sub("", _HYPHEN.sub(_hyphen, text))
    return [line.strip() for line in text.splitlines() if line.strip()]


def _without_furniture(pages: Sequence[list[str]]) -> Iterable[list[str]]:
    marked = [[_at_edge(page, n) for n in range(len(page))] for page in pages]
    seen = Counter(mark for marks in marked for mark in set(marks) if mark)
    usual = {mark for mark, count in seen.items() if count >= max(_FEWEST, len(pages) / 2)}
    for page, marks in zip(pages, marked, strict=True):
        yield [line for line, mark in zip(page, marks, strict=True) if mark not in usual and mark != _PAGE]


def _at_edge(page: Sequence[str], n: int) -> str | None:
    """What a line at the top or the foot of a page looks like, figures aside in the first and the last line."""
    line, depth = page[n], min(n, len(page) - 1 - n)
    if depth == 0:
        return _PAGE if _PAGE_NUMBER.fullmatch(line) and len(page) > 1 else _NUMBER.sub("0", line)
    return line if depth < _EDGE else None


def _joined(pages: Iterable[list[str]]) -> list[str]:
    """Paragraphs, a line each; they go on over the end of a page."""
    found: list[str] = []
    goes_on = False
    for page in pages:
        widest = max(map(len, page), default=0)
        for line in page:
            if goes_on:
                found[-1] += " " + line
            else:
                found.append(line)
            wide = _FULL if _STOP.search(line) else _WIDE
            goes_on = len(line) >= wide * widest
    return found


def _hyphen(found: re.Match[str]) -> str:
    """A hyphen that belongs to the word ("Prime-Minister", "2021-nji") stays, one that parts a word goes."""
    return f"{found[1]}-" if found[1].isdigit() or found[2].isupper() else found[1]
