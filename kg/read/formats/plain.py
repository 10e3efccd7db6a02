"""Plain text: kept as it was decoded, no line break changed, no character dropped but a byte-order mark."""

from __future__ import annotations

from kg.read.decode import decode
from kg.read.formats.extract import Extract


def extract(data: bytes, where: str) -> Extract:
    """The text of a file. Raises `InputError` for an encoding that isn't read."""
    return Extract(decode(data, where), "text/plain")
