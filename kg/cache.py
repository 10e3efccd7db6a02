"""Readings kept by the content of their documents, so that a build reads only what is new.

FOLDER/cache/<SHA-256 of the document's bytes, its name and suffix, and all code and data that a reading depends on>
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from kg import __version__
from kg.errors import GraphError, InputError
from kg.model import Document, Reading  # noqa: TC001  msgspec looks the types of `Read` up
from kg.resources import AUTHORITY, LANGUAGES, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.read import Source


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its reading, or where it stands with the sentence why it could not be read."""

    source: str
    document: Document | None = None
    reading: Reading | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Cache:
    """The folder of kept readings; it need not exist yet."""

    folder: Path

    def key(self, source: Source) -> str | None:
        """The name under which a document's reading is kept; None where its bytes can't be had."""
        try:
            content = source.data()
        except InputError:
            return None
        return hashlib.sha256(f"{_digest()}\0{source.name}\0{source.suffix}\0".encode() + content).hexdigest()

    def get(self, key: str | None, source: Source) -> Read | None:
        """The reading that is kept; None where there is none or it is damaged."""
        if key is None:
            return None
        try:
            found = msgspec.msgpack.decode((self.folder / key).read_bytes(), type=Read)
        except (OSError, msgspec.MsgspecError):
            return None
        return Read(str(source), found.document, found.reading)

    def keep(self, key: str, result: Read) -> None:
        """Keep a reading. Raises `GraphError` where the folder can't be written."""
        draft = self.folder / f"{key}.new"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(msgspec.msgpack.encode(result))
            draft.replace(self.folder / key)
        except OSError as error:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            reason = (error.strerror or str(error)).lower()
            raise GraphError(
                f"{self.folder}: can't be written ({reason}); what was there is kept; "
                "make room, or give another folder with --store"
            ) from error

    def prune(self, keys: Iterable[str | None]) -> None:
        """Delete all but these: readings of documents that are gone, or by an earlier version of the rules."""
        wanted = set(keys)
        for path in sorted(self.folder.iterdir()) if self.folder.is_dir() else []:
            if path.name not in wanted:
                path.unlink(missing_ok=True)


@cache
def _digest() -> str:
    """A digest of all code and data that a reading depends on: a change to any of it makes the cache void."""
    digest = hashlib.sha256(__version__.encode())
    for root in (PACKAGE, LANGUAGES, AUTHORITY):
        for path in sorted(path for pattern in ("*.py", "*.toml") for path in root.rglob(pattern)):
            digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
