"""From a file to a `Document`: decode, cut into lines, find the dated items, tell each paragraph's language.

The text is kept as it was decoded: no line break is changed, no character dropped (a byte-order mark is no part of
the text), and all offsets count code points in it. Reading takes time linear in the file's size.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.language import load_all
from kg.model import Document
from kg.read.decode import decode
from kg.read.items import items_of, main_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.language import Language

# A release has some kilobytes. From words to events a megabyte takes ten to fifteen seconds and some 30 MB of memory
# on one core, so a file beyond this is no single document but a dump that should be cut first.
LARGEST = 5_000_000
SUFFIX = ".txt"


def read(path: Path, languages: dict[str, Language] | None = None) -> Document:
    """Read one document. `languages` are those of `kg.language.load_all` unless given.

    Raises `InputError`, a sentence that names the file, where it is missing, unreadable, empty, too large, binary,
    in an encoding or in a language that isn't read.
    """
    data = _bytes(path)
    text = decode(data, path)
    if not text.strip():
        raise InputError(f"{path}: there is no text in it, only white space")
    known = languages if languages is not None else _languages()
    items = items_of(text, known)
    lang = main_language((p.lang, p.end - p.start) for item in items for p in item.paragraphs)
    if lang not in known:
        raise InputError(f"{path}: its language isn't one that is read here ({', '.join(known)})")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    published = next((item.date for item in items if item.date), None)
    return Document(path.stem, text, digest, lang, published, items)


def documents_in(sources: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """List the documents in files and folders (and the folders in these): paths, and sentences about what is skipped.

    A file that is named itself is taken whatever its suffix; in folders only `.txt` files are, hidden ones left out.
    Both lists are sorted and name each file once. Raises `InputError` for a missing path and for a folder in which
    there is nothing to read.
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
        texts = {file for file in files if file.suffix.lower() == SUFFIX}
        if not texts:
            raise InputError(f"{source}: there is no {SUFFIX} file in this folder")
        paths |= texts
        skipped |= {f"{file}: skipped, since only {SUFFIX} files are read" for file in files if file not in texts}
    return sorted(paths), sorted(skipped)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(f"{path}: is a folder, not a document")
    if not path.exists():
        raise InputError(f"{path}: there is no such file")
    if not path.is_file():
        raise InputError(f"{path}: is no ordinary file")
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(
                f"{path}: has {size / 1e6:.1f} MB, and a document may have {LARGEST / 1e6:.0f}; "
                "cut it into one file a release"
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror or error})") from error
    if not data:
        raise InputError(f"{path}: is empty")
    return data


@cache
def _languages() -> dict[str, Language]:
    return load_all()
