"""Write a file whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from kg.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A stream whose content takes the place of `path`, through to the disk, when the block ends without an error.

    Until then, and where the block raises, what was at `path` stays. Raises `GraphError` naming the path and the
    reason where it can't be written (no such folder, no permission, disk full).
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        if path.is_dir():
            raise GraphError(f"{path}: this is a folder; name a file in it")
        with draft.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise GraphError(f"{path}: can't be written ({reason}); what was there is kept") from error
    finally:
        with suppress(OSError):  # its folder is gone or closed to us, which the error above has said
            draft.unlink(missing_ok=True)
