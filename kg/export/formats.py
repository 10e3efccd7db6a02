"""The formats by name, and writing them to files."""

from __future__ import annotations

from io import BytesIO
from typing import IO, TYPE_CHECKING

from kg.errors import GraphError
from kg.export import rdf
from kg.export.networks import gexf, graphml
from kg.export.tables import folder, zipped
from kg.files import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pyoxigraph as ox

_WRITERS: Mapping[str, Callable[[ox.Store, IO[bytes]], None]] = {
    "turtle": rdf.turtle,
    "trig": rdf.trig,
    "nquads": rdf.nquads,
    "jsonld": rdf.jsonld,
    "rdfxml": rdf.rdfxml,
    "graphml": graphml,
    "gexf": gexf,
    "csv": zipped,
}
FORMATS = tuple(_WRITERS)


def export(store: ox.Store, format: str, out: Path) -> None:  # noqa: A002  the name that the command line uses
    """Write the graph to `out` in one of `FORMATS`; the same graph gives the same bytes.

    turtle, jsonld and rdfxml hold the merged graph; trig and nquads also the graph of each document. `csv` is a folder
    of tables, or one zip file where `out` ends in `.zip`. Raises `GraphError` for an unknown format, a text that the
    format can't hold, or a path that can't be written; what was at `out` is then still there.
    """
    writer = _writer(format)
    if format == "csv" and out.suffix.lower() != ".zip":
        folder(store, out)
        return
    with whole_file(out) as stream:
        writer(store, stream)


def serialise(store: ox.Store, format: str) -> bytes:  # noqa: A002  as above
    """What `export` writes, as bytes; tables as a zip file. Raises `GraphError` as `export` does."""
    stream = BytesIO()
    _writer(format)(store, stream)
    return stream.getvalue()


def _writer(format_: str) -> Callable[[ox.Store, IO[bytes]], None]:
    if format_ not in _WRITERS:
        raise GraphError(f"no export format '{format_}': known are {', '.join(FORMATS)}")
    return _WRITERS[format_]
