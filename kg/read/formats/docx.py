"""Word documents by python-docx: paragraphs and tables in their order, a line each; headers and notes are left out."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from kg.errors import InputError
from kg.read.formats.extract import Extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

# What the parts of a document may have when they are unpacked, in bytes.
_UNPACKED = 200_000_000
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_CONTROL, _CONTENT, _BOX = qn("w:sdt"), qn("w:sdtContent"), qn("w:txbxContent")
_RUN, _TEXT, _TAB, _BREAK = qn("w:r"), qn("w:t"), qn("w:tab"), qn("w:br")
_MARKS = {_TAB: "\t", _BREAK: "\n"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def extract(data: bytes, where: str) -> Extract:
    """The text of a document. Raises `InputError` for one that is encrypted, broken, without text, or a zip bomb."""
    if data.startswith(_OLD_OFFICE):
        raise InputError(f"{where}: is encrypted, or of the old .doc format; save it anew as .docx without a password")
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > _UNPACKED:
            raise InputError(f"{where}: its parts would have {size / 1e6:.0f} MB unpacked, and may have 200")
        found = docx.Document(BytesIO(data))
        text = "\n".join(_lines(found.element.body))
        title = found.core_properties.title
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError, OSError) as error:
        raise InputError(f"{where}: is no readable Word document ({_reason(error)})") from error
    if not text.strip():
        raise InputError(f"{where}: there is no text in this document")
    return Extract(text, _MEDIA_TYPE, title.strip() or None)


def _lines(blocks: Iterable[BaseOxmlElement]) -> Iterator[str]:
    """The words of paragraphs and rows of tables, also in content controls and text boxes; deleted words are gone."""
    for block in blocks:
        if block.tag == _PARAGRAPH:
            yield "".join(_words(block))
            for box in block.iter(_BOX):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()):  # a box for older programs
                    yield from _lines(box)
        elif block.tag == _TABLE:
            for row in block.iterchildren(_ROW):
                yield "\t".join(" ".join(" ".join(_lines(cell)).split()) for cell in row.iterchildren(_CELL))
        elif block.tag == _CONTROL:
            yield from _lines(block.iterchildren(_CONTENT))
        elif block.tag == _CONTENT:
            yield from _lines(block)


def _words(paragraph: BaseOxmlElement) -> Iterator[str]:
    for part in paragraph.iter(_TEXT, _TAB, _BREAK):
        in_run = part.getparent().tag == _RUN  # a tab elsewhere is a stop of the ruler
        if in_run and next(part.iterancestors(_PARAGRAPH)) is paragraph:  # not in a text box
            yield (part.text or "") if part.tag == _TEXT else _MARKS[part.tag]


def _reason(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
