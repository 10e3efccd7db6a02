"""JSON lines: an object a line with its `text` and, where known, `title`, `date`, `site`, `url` and `id`."""

from __future__ import annotations

import msgspec

from kg.errors import InputError
from kg.read.formats.extract import Extract, under_title
from kg.read.formats.metadata import metadata


class _Named(msgspec.Struct):
    id: str | int | None = None


def extract(data: bytes, where: str) -> Extract:
    """The text of one line. Raises `InputError` for a line that is no JSON object with a text."""
    try:
        told = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=dict[str, object])
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(f"{where}: is no JSON object in UTF-8 ({error})") from error
    text = told.get("text")
    if not isinstance(text, str):
        raise InputError(f'{where}: has no "text" with the words of the document')
    about = metadata(told, where)
    return Extract(under_title(about.title, text), "application/x-ndjson", *about)


def name_of(line: bytes) -> str | None:
    """The `id` of a line, None where it has none or is no JSON."""
    try:
        found = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"), type=_Named).id
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return str(found) if found not in {None, ""} else None
