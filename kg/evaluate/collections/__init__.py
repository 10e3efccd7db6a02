"""Public collections of annotated texts, against which readings are measured by the collections' own rules.

They don't come with the program: a folder holds `factrueval-2016/devset` (Russian news) and `kaznerd/IOB2_valid.txt`
(sentences of Kazakh television news), or one of them. Only these parts are read; the test parts are for acceptance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.evaluate.collections import factrueval, kaznerd
from kg.evaluate.collections.collection import Collection, Measured, Reads

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["COLLECTIONS", "Collection", "Measured", "Reads", "measure"]

COLLECTIONS: tuple[Collection, ...] = (factrueval.COLLECTION, kaznerd.COLLECTION)


def measure(folder: Path, reads: Reads) -> list[Measured]:
    """Measure readings on every collection that `folder` holds, in the order of `COLLECTIONS`.

    Raises `InputError` where it holds none, or where a collection's file is not of its form.
    """
    found = [collection for collection in COLLECTIONS if (folder / collection.path).exists()]
    if not found:
        origins = "; ".join(f"{c.name} from {c.origin}, as {c.path}" for c in COLLECTIONS)
        raise InputError(f"{folder}: there is none of the public collections here; get {origins}")
    return [collection.measure(folder / collection.path, reads) for collection in found]
