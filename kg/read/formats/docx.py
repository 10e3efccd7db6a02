"""Word documents by python-docx: paragraphs and tables in their order, a line each; headers and notes are left out."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from kg.errors import InputError
from kg.read.formats.extract import Extract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

# What the parts of a document may have when they are unpacked, in bytes.
_UNPACKED = 200_000_000
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
        text = "\n".join(_lines(found))
        title = found.core_properties.title
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError, OSError) as error:
        raise InputError(f"{where}: is no readable Word document ({_reason(error)})") from error
    if not text.strip():
        raise InputError(f"{where}: there is no text in this document")
    return Extract(text, _MEDIA_TYPE, title.strip() or None)


def _lines(found: Document) -> Iterator[str]:
    for block in found.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            for row in block.rows:
                # A cell that spans columns comes once for each of them.
                cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
                yield "\t".join(cells)


def _reason(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
