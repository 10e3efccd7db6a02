"""The pipeline: the one place where the order of the stages is written.

files -> documents -> mentions -> readings     one document at a time, in parallel, cached by content
readings -> entities and merged events         over all readings, in whatever order they come
all of it -> quads -> a new generation         atomically; the earlier graph stays until the new one is whole
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg import __version__, authority, store
from kg.annotate import KnownNames, annotate
from kg.errors import GraphError, InputError
from kg.interpret.reading import interpret
from kg.language import load_all
from kg.model import Document, Reading, Resolution
from kg.read import documents_in, read
from kg.resolve import resolve
from kg.resources import AUTHORITY, JUDGEMENTS, LANGUAGES, PACKAGE
from kg.write import quads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.language import Language

# Documents that one worker takes at a time: enough to make the passing of messages cheap beside the reading.
_CHUNK = 16


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its reading, or the path with the sentence why it could not be read."""

    path: str
    document: Document | None = None
    reading: Reading | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: documents in the graph, how many came from the cache, quads written, and what failed.

    `failures` and `skipped` are sentences, sorted; `skipped` are files of a kind that isn't read.
    """

    documents: int
    cached: int
    quads: int
    failures: tuple[str, ...]
    skipped: tuple[str, ...]


@dataclass(frozen=True)
class Reader:
    """Everything that reading a document needs besides the document; made once a process."""

    languages: dict[str, Language]
    known: KnownNames

    def read(self, path: Path) -> tuple[Document, Reading]:
        """Read one file. Raises `InputError` naming it."""
        document = read(path)
        return document, self.read_document(document)

    def read_document(self, document: Document) -> Reading:
        """Read a document that is in memory already."""
        return interpret(document, annotate(document, self.languages, self.known), self.languages)


@cache
def reader() -> Reader:
    """The reader with the data that comes with the program. Raises `LanguageError` where a file isn't valid."""
    languages = load_all()
    return Reader(languages, KnownNames(authority.load(), languages))


def build(
    sources: Sequence[Path],
    folder: Path,
    *,
    jobs: int | None = None,
    judgements: Path = JUDGEMENTS,
    progress: Callable[[int, int], None] | None = None,
) -> BuildReport:
    """Read all documents in `sources` (files and folders) into the graph in `folder`, replacing what was there.

    `jobs` is the number of processes (by default all cores); the bytes of the graph don't depend on it. `progress`
    is called with the number of documents read and their total. A document that can't be read is left out and
    told in the report. Raises `InputError` where nothing can be read, `GraphError` where the graph can't be written.
    """
    paths, skipped = documents_in(sources)
    verdicts = authority.load_judgements(judgements)
    cache_folder = folder / "cache"
    results = list(_read_all(paths, cache_folder, jobs or os.cpu_count() or 1, progress))
    failures = sorted(r.error for r, _ in results if r.error)
    found = [(r.document, r.reading) for r, _ in results if r.document and r.reading]
    if not found:
        raise InputError(" ".join(failures) or "there is no document to read")
    documents = [document for document, _ in found]
    readings = [reading for _, reading in found]
    resolution = resolve(readings, authority.load(), verdicts)
    with store.draft(folder) as generation:
        written = _write(generation, documents, readings, resolution)
    return BuildReport(len(found), sum(hit for _, hit in results), written, tuple(failures), tuple(skipped))


def load_readings(folder: Path) -> list[Reading]:
    """The readings that the graph in `folder` was made of, sorted by id. Raises `GraphError` where there is none."""
    lines = store.live(folder).readings.read_bytes().splitlines()
    return [Reading.from_json(line) for line in lines]


def _write(
    generation: store.Generation, documents: Sequence[Document], readings: Sequence[Reading], resolution: Resolution
) -> int:
    count = 0

    def counted() -> Iterator[object]:
        nonlocal count
        for quad in quads(documents, readings, resolution):
            count += 1
            yield quad

    store.fill(generation, counted())  # type: ignore[arg-type]
    store.write_lines(generation.documents, (msgspec.json.encode(d) for d in sorted(documents, key=lambda d: d.id)))
    store.write_lines(generation.readings, (r.to_json() for r in sorted(readings, key=lambda r: r.id)))
    return count


def _read_all(
    paths: Sequence[Path], cache_folder: Path, jobs: int, progress: Callable[[int, int], None] | None
) -> Iterator[tuple[Read, bool]]:
    """Read every path, in order, from the cache where it holds; gives whether it did."""
    _check_names(paths)
    data = _data_digest()
    keys = {path: _key(path, data) for path in paths}
    hits = {path: hit for path, key in keys.items() if (hit := _cached(cache_folder, key)) is not None}
    fresh = [path for path in paths if path not in hits]
    done = len(hits)
    if progress:
        progress(done, len(paths))
    results: dict[Path, Read] = {}
    for result in _in_parallel(fresh, jobs):
        results[Path(result.path)] = result
        key = keys[Path(result.path)]
        if result.document and key:
            _keep(cache_folder, key, result)
        done += 1
        if progress:
            progress(done, len(paths))
    for path in paths:
        yield (hits[path], True) if path in hits else (results[path], False)


def _check_names(paths: Iterable[Path]) -> None:
    seen: dict[str, Path] = {}
    for path in paths:
        if path.stem in seen:
            raise InputError(
                f"{path}: {seen[path.stem]} has the same name, and a document is known by its name; rename one of them"
            )
        seen[path.stem] = path


def _in_parallel(paths: Sequence[Path], jobs: int) -> Iterator[Read]:
    if jobs == 1 or len(paths) <= _CHUNK:
        yield from map(read_one, paths)
        return
    chunks = iter(paths)
    batches = iter(lambda: list(islice(chunks, _CHUNK)), [])
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        for batch in pool.map(_read_chunk, batches):
            yield from batch


def _read_chunk(paths: list[Path]) -> list[Read]:
    return [read_one(path) for path in paths]


def read_one(path: Path) -> Read:
    """Read one file; what goes wrong with it becomes a sentence in the result."""
    try:
        document, reading = reader().read(path)
    except InputError as error:
        return Read(str(path), error=str(error))
    return Read(str(path), document, reading)


@cache
def _data_digest() -> str:
    """A digest of all code and data that a reading depends on: a change to any of it makes the cache void."""
    digest = hashlib.sha256(__version__.encode())
    roots = (PACKAGE, LANGUAGES, AUTHORITY)
    files = {p for root in roots for pattern in ("*.py", "*.toml") for p in root.rglob(pattern)}
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _key(path: Path, data: str) -> str | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return hashlib.sha256(f"{data}\0{path.stem}\0".encode() + content).hexdigest()


def _cached(folder: Path, key: str | None) -> Read | None:
    if key is None:
        return None
    try:
        return msgspec.msgpack.decode((folder / key).read_bytes(), type=Read)
    except (OSError, msgspec.MsgspecError):
        return None


def _keep(folder: Path, key: str, result: Read) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{key}.new"
        draft.write_bytes(msgspec.msgpack.encode(result))
        draft.replace(folder / key)
    except OSError as error:
        raise GraphError(f"{folder}: can't be written ({error}); give another folder with --store") from error
