"""The pipeline: the one place where the order of the stages is written.

files -> documents -> mentions -> readings     one document at a time, in parallel, cached by content
readings -> entities and merged events         over all readings, in whatever order they come
all of it -> quads -> a new generation         atomically; the earlier graph stays until the new one is whole
"""

from __future__ import annotations

import gc
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kg import authority, store
from kg.annotate import KnownNames, annotate
from kg.cache import Cache, Read
from kg.errors import GraphError, InputError, KgError
from kg.interpret.least import at_least
from kg.interpret.missed import find_missed
from kg.interpret.reading import interpret
from kg.language import load_all
from kg.model import Document, Reading
from kg.read import documents_in, read
from kg.resolve import resolve
from kg.resources import JUDGEMENTS
from kg.write import quads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyoxigraph as ox

    from kg.interpret.missed import Missed
    from kg.language import Language
    from kg.model import Annotations, Resolution
    from kg.read import Source

    Progress = Callable[[str, int, int], None]

# Documents that one worker takes at a time: enough to make the passing of messages cheap beside the reading.
_CHUNK = 16
# Quads between two calls of `progress`.
_STEP = 10_000


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
    authority: authority.Authority
    known: KnownNames

    def read(self, source: Source | Path) -> tuple[Document, Reading]:
        """Read one document. Raises `InputError` naming it."""
        document = self.open(source)
        return document, self.read_document(document)

    def read_document(self, document: Document) -> Reading:
        """Read a document that is in memory already."""
        return self.reading(document, self.mentions(document))

    def open(self, source: Source | Path) -> Document:
        """A document's text, not read yet. Raises `InputError` naming it."""
        return read(source, self.languages)

    def mentions(self, document: Document) -> Annotations:
        """What the document names, before anything is concluded from it."""
        return annotate(document, self.languages, self.known)

    def reading(self, document: Document, mentions: Annotations) -> Reading:
        """What follows from the mentions."""
        return interpret(document, mentions, self.languages)

    def missed(self, document: Document) -> list[Missed]:
        """What looked like a name, an institution, a post or an event in a document and was not understood."""
        mentions = self.mentions(document)
        return find_missed(document, mentions, self.reading(document, mentions), self.languages)


@cache
def reader() -> Reader:
    """The reader with the data that comes with the program. Raises `LanguageError` where a file isn't valid."""
    languages, world = load_all(), authority.load()
    made = Reader(languages, world, KnownNames(world, languages))
    gc.collect()
    gc.freeze()  # else the collector goes through all the data again and again while documents are read
    return made


def build(
    sources: Sequence[Path],
    folder: Path,
    *,
    jobs: int | None = None,
    judgements: Path = JUDGEMENTS,
    min_confidence: float = 0.0,
    progress: Progress | None = None,
) -> BuildReport:
    """Read all documents in `sources` (files, folders, zips) into the graph in `folder`, replacing what was there.

    What is less sure than `min_confidence` (0 to 1) is left out, see `kg.interpret.least`.
    `jobs` is the number of processes (by default one a core); the bytes of the graph don't depend on it. `progress`
    is called with what is done (`reading`, `writing`), how much of it is ready, and how much it is in all (0: not
    known). A document that can't be read is left out and told in the report. Raises `InputError` where nothing can
    be read, `LanguageError` where the program's data or the judgements aren't valid, `GraphError` where the graph
    can't be written or another process is building it.
    """
    places, skipped = documents_in(sources)
    verdicts = authority.load_judgements(judgements)
    reader()  # data that isn't valid is told before anything is written
    kept = Cache(folder / "cache")
    say = progress or _say_nothing
    with store.draft(folder) as generation:
        results = list(_read_all(places, kept, jobs or _cores(), say))
        failures = sorted(r.error for r, _ in results if r.error)
        found = [(r.document, r.reading) for r, _ in results if r.document and r.reading]
        if not found:
            raise InputError("; ".join(failures) or "there is no document to read")
        documents = [document for document, _ in found]
        readings = [at_least(reading, min_confidence) for _, reading in found]
        resolution = resolve(readings, reader().authority, verdicts)
        written = _write(generation, documents, readings, resolution, say)
    return BuildReport(len(found), sum(hit for _, hit in results), written, tuple(failures), tuple(skipped))


def load_readings(folder: Path) -> list[Reading]:
    """The readings that the graph in `folder` was made of, sorted by id. Raises `GraphError` where there is none."""
    lines = store.live(folder).readings.read_bytes().splitlines()
    return [Reading.from_json(line) for line in lines]


def load_texts(folder: Path) -> dict[str, str]:
    """The texts of the documents in the graph in `folder`, by id. Raises `GraphError` where there is no graph."""
    lines = store.live(folder).documents.read_bytes().splitlines()
    return {document.id: document.text for document in map(msgspec.json.Decoder(Document).decode, lines)}


def read_one(source: Source) -> Read:
    """Read one document; what goes wrong with it becomes a sentence in the result."""
    tools = reader()  # a language file that isn't valid is nothing that the document could be blamed for
    try:
        document, reading = tools.read(source)
    except InputError as error:
        return Read(str(source), error=str(error))
    except KgError:
        raise
    except Exception as error:  # noqa: BLE001  a rule that fails on one text must not cost all the others
        return Read(
            str(source), error=f"{source}: the rules failed on it ({_place(error)}); please report it with its text"
        )
    return Read(str(source), document, reading)


def _write(
    generation: store.Generation,
    documents: Sequence[Document],
    readings: Sequence[Reading],
    resolution: Resolution,
    say: Progress,
) -> int:
    count = 0

    def counted() -> Iterator[ox.Quad]:
        nonlocal count
        for quad in quads(documents, readings, resolution):
            count += 1
            if count % _STEP == 0:
                say("writing", count, 0)
            yield quad

    store.fill(generation, counted())
    store.write_lines(generation.documents, (msgspec.json.encode(d) for d in sorted(documents, key=lambda d: d.id)))
    store.write_lines(generation.readings, (r.to_json() for r in sorted(readings, key=lambda r: r.id)))
    return count


def _read_all(sources: Sequence[Source], kept: Cache, jobs: int, say: Progress) -> Iterator[tuple[Read, bool]]:
    """Read every document, in order, from the cache where it holds; gives whether it did."""
    unique = dict(_named(sources))
    keys = {source: kept.key(source) for source, error in unique.items() if error is None}
    results = {source: Read(str(source), error=error) for source, error in unique.items() if error}
    hits = {source: hit for source, key in keys.items() if (hit := kept.get(key, source)) is not None}
    fresh = [source for source in keys if source not in hits]
    done = len(sources) - len(fresh)
    say("reading", done, len(sources))
    for source, result in zip(fresh, _in_parallel(fresh, jobs), strict=True):
        results[source] = result
        key = keys[source]
        if result.document and key:
            kept.keep(key, result)
        done += 1
        say("reading", done, len(sources))
    kept.prune(keys.values())
    for source in sources:
        yield (hits[source], True) if source in hits else (results[source], False)


def _named(sources: Iterable[Source]) -> Iterator[tuple[Source, str | None]]:
    """Each source, with a sentence where a document of its name was there before: which is meant can't be guessed."""
    seen: dict[str, Source] = {}
    for source in sources:
        first = seen.setdefault(source.name, source)
        same = f"{source}: {first} has the same name, and a document is known by its name; rename one of them"
        yield source, None if first is source else same


def _in_parallel(sources: Sequence[Source], jobs: int) -> Iterator[Read]:
    """The readings of documents, in their order."""
    if jobs == 1 or len(sources) <= _CHUNK:
        yield from map(read_one, sources)
        return
    chunks = iter(sources)
    batches = iter(lambda: list(islice(chunks, _CHUNK)), [])
    try:
        with ProcessPoolExecutor(max_workers=jobs) as pool:
            for batch in pool.map(_read_chunk, batches):
                yield from batch
    except BrokenProcessPool as error:
        raise GraphError(
            "a process that reads was killed, perhaps for want of memory; what was there is kept; try --jobs 1"
        ) from error


def _read_chunk(sources: list[Source]) -> list[Read]:
    return [read_one(source) for source in sources]


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _say_nothing(what: str, done: int, total: int) -> None:
    del what, done, total


def _place(error: Exception) -> str:
    """The error's kind, and the line of ours where it came up."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"
