"""Where a document stands: a file, a member of a zip, or a line of a file of JSON lines."""

from __future__ import annotations

import os
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from kg.errors import InputError
from kg.read.formats import PACKED, SUFFIXES, TEXTS

# A release has some kilobytes. A file of text beyond this is no single document but a dump that should be cut first.
LARGEST = 5_000_000
# JSON lines inside a zip are unpacked as a whole.
_LARGEST_LINES = 500_000_000
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Source:
    """One document's place. `name` is the document's id; `start` and `length` are a line's bytes, `line` its number."""

    path: Path
    name: str
    member: str | None = None
    line: int | None = None
    start: int = 0
    length: int | None = None

    @staticmethod
    def of(path: Path) -> Source:
        """A file that is one document."""
        return Source(path, path.stem)

    def __str__(self) -> str:
        parts = (str(self.path), self.member, f"line {self.line}" if self.line else None)
        return ": ".join(part for part in parts if part)

    @property
    def order(self) -> tuple[str, str, int]:
        """What sources are sorted by: path, member, line."""
        return str(self.path), self.member or "", self.line or 0

    @property
    def suffix(self) -> str:
        """The suffix of the file or member, in lower case."""
        return PurePosixPath(self.member).suffix.lower() if self.member else self.path.suffix.lower()

    def data(self) -> bytes:
        """The document's bytes. Raises `InputError` where they can't be had or are too many."""
        if self.suffix == ZIP:
            raise InputError(f"{self}: {_why_no_members(self.path)}")
        if self.member is None:
            return _of_file(self)
        if self.line is None:
            return _of_member(self.path, self.member, most(self.suffix))
        _check_size(self, self.length or 0)
        return lines_of_member(self.path, self.member)[self.start : self.start + (self.length or 0)]


ZIP = ".zip"


def most(suffix: str) -> int:
    """The most bytes that a document of a suffix may have."""
    return LARGEST if SUFFIXES.get(suffix, "plain") in TEXTS else PACKED


def _of_file(source: Source) -> bytes:
    path = source.path
    if path.is_dir():
        raise InputError(f"{path}: is a folder, not a document")
    if not path.exists():
        raise InputError(f"{path}: there is no such file")
    if not path.is_file():
        raise InputError(f"{path}: is no ordinary file")
    try:
        with path.open("rb") as file:
            size = path.stat().st_size if source.length is None else source.length
            _check_size(source, size)
            file.seek(source.start)
            data = file.read(size)
    except OSError as error:
        raise InputError(f"{source}: can't be read ({error.strerror or error})") from error
    if not data:
        raise InputError(f"{source}: is empty")
    return data


def _check_size(source: Source, size: int) -> None:
    allowed = most(source.suffix)
    if size > allowed:
        raise InputError(
            f"{source}: has {size / 1e6:.1f} MB, and a document may have {allowed / 1e6:.0f}; "
            "cut it into one file a release"
        )


def _of_member(path: Path, member: str, most_bytes: int) -> bytes:
    """The bytes of a member of a zip, never more than allowed. Raises `InputError` naming zip and member."""
    where = f"{path}: {member}"
    try:
        archive = _opened(path, os.getpid())
        info = archive.getinfo(member)
        if info.flag_bits & _ENCRYPTED:
            raise InputError(f"{where}: is encrypted; pack it without a password")
        with archive.open(info) as file:
            # What a zip says of a member's size may be wrong: a byte more than allowed is enough to see it.
            data = file.read(most_bytes + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, KeyError) as error:
        raise InputError(f"{where}: can't be unpacked ({error})") from error
    if len(data) > most_bytes:
        raise InputError(f"{where}: unpacks to more than the {most_bytes / 1e6:.0f} MB that a document may have")
    if not data:
        raise InputError(f"{where}: is empty")
    return data


@lru_cache(maxsize=1)
def _opened(path: Path, process: int) -> zipfile.ZipFile:
    """A zip, kept open for its next member; by process, since those forked from this one share the place in a file."""
    del process
    return zipfile.ZipFile(path)


@lru_cache(maxsize=1)
def _lines_of_member(path: Path, member: str, process: int) -> bytes:
    del process
    return _of_member(path, member, _LARGEST_LINES)


def lines_of_member(path: Path, member: str) -> bytes:
    """The bytes of a member that holds JSON lines. Raises `InputError`."""
    return _lines_of_member(path, member, os.getpid())


def _why_no_members(path: Path) -> str:
    try:
        with zipfile.ZipFile(path):
            return "there is no file in it that is read"
    except (zipfile.BadZipFile, OSError) as error:
        return f"is no readable zip ({error})"
