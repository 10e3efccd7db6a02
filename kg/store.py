"""The one place that opens the store.

    FOLDER/
      CURRENT                  the name of the live generation, replaced atomically
      lock                     held by the process that builds, with its number
      generations/000001/
        oxigraph/              the graph (pyoxigraph)
        readings.jsonl         one reading a line
        documents.jsonl        one document a line

A build fills a new generation beside the live one and then renames `CURRENT` into place, so that a build killed at
any instant leaves the earlier graph whole. What such a build leaves behind, the next one deletes.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError
from kg.vocab import check_base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CURRENT = "CURRENT"
_GENERATIONS = "generations"
_LOCK = "lock"
_ATTEMPTS = 5
# Quads loaded at a time: a bulk load holds all of them in memory. A million at once took 1,283 MB, so 241 MB and a
# tenth more time.
_BATCH = 100_000

_held: set[Path] = set()


@dataclass(frozen=True, slots=True)
class Generation:
    """A folder with a graph and with what it was made of."""

    path: Path

    @property
    def oxigraph(self) -> Path:
        """The folder of the pyoxigraph store."""
        return self.path / "oxigraph"

    @property
    def readings(self) -> Path:
        """The readings, one JSON object a line, sorted by document id."""
        return self.path / "readings.jsonl"

    @property
    def documents(self) -> Path:
        """The documents, one JSON object a line, sorted by id."""
        return self.path / "documents.jsonl"


def live(folder: Path) -> Generation:
    """The generation that is read now. Raises `GraphError` where there is none."""
    check_base()
    try:
        name = (folder / CURRENT).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise GraphError(f"{folder}: there is no graph here yet; run `kg build` first") from None
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"{folder / CURRENT}: can't be read ({error}); run `kg build` again") from error
    found = Generation(folder / _GENERATIONS / name)
    if not name.isdigit() or not found.oxigraph.is_dir():
        raise GraphError(f"{folder}: the graph that CURRENT names is missing; run `kg build` again")
    return found


def open_graph(folder: Path) -> ox.Store:
    """Open the live graph for reading; it stays as it is while later builds go on.

    Raises `GraphError` where there is no graph, or none that can be opened.
    """
    for attempt in range(_ATTEMPTS):
        generation = live(folder)
        try:
            return ox.Store.read_only(str(generation.oxigraph))
        except (OSError, RuntimeError) as error:  # the latter for a file that is damaged
            # A build may have replaced the generation between the two lines above: look again.
            if attempt == _ATTEMPTS - 1 or live(folder) == generation:
                raise GraphError(
                    f"{generation.oxigraph}: the graph can't be opened ({error}); run `kg build`"
                ) from error
    raise AssertionError


@contextmanager
def draft(folder: Path) -> Iterator[Generation]:
    """A new generation to be filled; it becomes the live one when the block ends without an error.

    Where the block raises, or the process is killed, the earlier graph stays. Raises `GraphError` where another
    process is building, the folder can't be written, or the disk is full.
    """
    check_base()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            yield from _fill_and_publish(folder)
    except OSError as error:
        raise GraphError(f"{folder}: the graph can't be written ({error}); what was there is kept") from error


def fill(generation: Generation, quads: Iterable[ox.Quad]) -> None:
    """Load quads into a draft's graph, through to the disk, and close it."""
    store = ox.Store(str(generation.oxigraph))
    rest = iter(quads)
    for batch in iter(lambda: list(islice(rest, _BATCH)), []):
        store.bulk_extend(batch)
    store.optimize()  # a bulk load leaves many files; in one order, questions to a large graph take a third of the time
    store.flush()


def write_lines(path: Path, lines: Iterable[bytes]) -> None:
    """Write lines (without their line breaks) to a file of a draft, through to the disk."""
    with path.open("wb") as file:
        for line in lines:
            file.write(line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def memory(quads: Iterable[ox.Quad]) -> ox.Store:
    """A graph in memory, for a few documents and for tests."""
    store = ox.Store()
    store.bulk_extend(quads)
    return store


def dump(store: ox.Store) -> bytes:
    """The whole store as N-Quads, one quad a line, in the order of the lines: the same graph, the same bytes."""
    buffer = BytesIO()
    store.dump(buffer, format=ox.RdfFormat.N_QUADS)
    return b"".join(sorted(buffer.getvalue().splitlines(keepends=True)))


def _fill_and_publish(folder: Path) -> Iterator[Generation]:
    current = _current_name(folder)
    _delete_all_but(folder, current)
    name = f"{int(current or 0) + 1:06}"
    generation = Generation(folder / _GENERATIONS / name)
    try:
        generation.path.mkdir(parents=True)
        yield generation
        _publish(folder, name)
    except BaseException:
        if _current_name(folder) != name:
            shutil.rmtree(generation.path, ignore_errors=True)
        raise
    _delete_all_but(folder, name)


def _current_name(folder: Path) -> str | None:
    try:
        return live(folder).path.name
    except GraphError:
        return None


def _delete_all_but(folder: Path, name: str | None) -> None:
    """Delete the other generations, whole or half-written, and what a killed bulk load left in this one.

    A reader that holds an older one open keeps it until it closes. What can't be deleted now, the next build does.
    """
    root = folder / _GENERATIONS
    for path in sorted(root.iterdir()) if root.is_dir() else []:
        if path.name != name:
            shutil.rmtree(path, ignore_errors=True)
    if name is not None:
        for left in sorted((root / name / "oxigraph").glob("bulk-*.sst")):
            left.unlink(missing_ok=True)


def _publish(folder: Path, name: str) -> None:
    draft_file = folder / f"{CURRENT}.new"
    with draft_file.open("w", encoding="ascii") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft_file.replace(folder / CURRENT)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. The system releases it when the process ends, however it ends."""
    key = folder.resolve()
    if key in _held:  # opening and closing the file again would release this process's own lock
        raise GraphError(f"{folder}: this process is already building this graph")
    with (folder / _LOCK).open("a+b") as file:
        if not _try_lock(file.fileno()):
            file.seek(0)
            holder = file.read().decode("ascii", "replace").strip()
            raise GraphError(f"{folder}: process {holder} is building this graph; wait until it has ended")
        file.truncate(0)
        file.write(str(os.getpid()).encode("ascii"))
        file.flush()
        _held.add(key)
        try:
            yield
        finally:
            _held.discard(key)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        # A record lock (lockf), not flock: worker processes that a killed build leaves behind don't inherit it.
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
