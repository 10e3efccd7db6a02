"""The documents in files, folders, zips and files of JSON lines."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.read.formats import SUFFIXES
from kg.read.source import ZIP, Source, lines_of_member

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

READ = (*SUFFIXES, ZIP)
_LINES = frozenset(suffix for suffix, module in SUFFIXES.items() if module == "jsonl")
_HIDDEN = (".", "__MACOSX")


def documents_in(sources: Iterable[Path]) -> tuple[list[Source], list[str]]:
    """List the documents in files and folders (and the folders in these), and sentences about what is skipped.

    A file that is named itself is taken whatever its suffix; in folders and zips only those of `READ` are, hidden
    ones left out. Both lists are sorted and name each document once. A zip or a file of lines in which nothing can
    be found is listed itself, so that reading it says why. Raises `InputError` for a missing path and for a folder
    in which there is nothing to read.
    """
    paths: set[Path] = set()
    skipped: set[str] = set()
    for source in sources:
        if not source.exists():
            raise InputError(f"{source}: there is no such file or folder")
        if not source.is_dir():
            paths.add(source)
            continue
        files = [Path(folder, name) for folder, _, names in os.walk(source) for name in names if name[0] != "."]
        known = {file for file in files if file.suffix.lower() in READ}
        if not known:
            raise InputError(f"{source}: there is no file in this folder that is read ({', '.join(READ)})")
        paths |= known
        skipped |= {f"{file}: skipped, since its kind isn't read" for file in files if file not in known}
    found = [source for path in sorted(paths) for source in _in_file(path, skipped)]
    return sorted(found, key=lambda source: source.order), sorted(skipped)


def _in_file(path: Path, skipped: set[str]) -> Iterator[Source]:
    suffix = path.suffix.lower()
    if suffix == ZIP:
        yield from _in_zip(path, skipped)
    elif suffix in _LINES:
        yield from _in_lines(path)
    else:
        yield Source.of(path)


def _in_lines(path: Path) -> Iterator[Source]:
    whole = Source.of(path)
    try:
        with path.open("rb") as file:
            found = False
            for source in _lines(whole, file):
                found = True
                yield source
    except OSError:  # reading it says why
        found = False
    if not found:
        yield whole


def _in_zip(path: Path, skipped: set[str]) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted({info.filename for info in archive.infolist() if not info.is_dir()})
    except (zipfile.BadZipFile, OSError):
        yield Source.of(path)
        return
    shown = [name for name in names if not any(part.startswith(_HIDDEN) for part in PurePosixPath(name).parts)]
    known = [name for name in shown if PurePosixPath(name).suffix.lower() in SUFFIXES]
    for name in shown:
        if name not in known:
            why = "a zip in a zip isn't read" if PurePosixPath(name).suffix.lower() == ZIP else "its kind isn't read"
            skipped.add(f"{path}: {name}: skipped, since {why}")
    for name in known:
        whole = Source(path, PurePosixPath(name).stem, name)
        if whole.suffix not in _LINES:
            yield whole
            continue
        try:
            found = list(_lines(whole, BytesIO(lines_of_member(path, name))))
        except InputError:  # reading it says why
            found = []
        yield from found or [whole]
    if not known:
        yield Source.of(path)


def _lines(whole: Source, file: Iterable[bytes]) -> Iterator[Source]:
    """The lines with anything in them; each is named by its `id`, else by the file and its number."""
    from kg.read.formats.jsonl import name_of  # noqa: PLC0415  loaded where such a file is met, as all formats are

    start = 0
    for number, line in enumerate(file, 1):
        if line.strip():
            name = name_of(line) or f"{whole.name}-{number}"
            yield Source(whole.path, name, whole.member, number, start, len(line))
        start += len(line)
