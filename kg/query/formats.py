"""Answers as text: an aligned table, CSV, JSON, Markdown, Turtle."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from kg.errors import QueryError
from kg.query.labels import short
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.query.table import Table, Term

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_NATURAL = 100_000
"""A width that no answer reaches: nothing is folded."""


def render(table: Table, style: str, width: int | None = None) -> str:
    """The answer in one of `STYLES`, ending in a line break.

    `width` is the number of columns that a table may take, None for as many as it needs. Raises `QueryError` for a
    style that is not known, or Turtle for an answer that is no graph.
    """
    if style not in STYLES:
        raise QueryError(f"no format '{style}': known are {', '.join(STYLES)}")
    return as_table(table, width) if style == "table" else STYLES[style](table)


def as_table(table: Table, width: int | None = None) -> str:
    """An aligned table with labels; what a row repeats of the row above is left blank, up to the last column."""
    grid = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, name in enumerate(table.columns):
        numeric = bool(table.rows) and all(_is_number(row[number]) for row in table.rows)
        grid.add_column(Text(name), overflow="fold", justify="right" if numeric else "left")
    above: list[str] = []
    for row in table.rows:
        cells = [_shown(table, term) for term in row]
        grid.add_row(*map(Text, _without_repeats(cells, above)))
        above = cells
    out = io.StringIO()
    Console(file=out, width=width or _NATURAL, color_system=None, force_terminal=False, legacy_windows=False).print(
        grid
    )
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def as_csv(table: Table) -> str:
    """CSV as in RFC 4180, with a header line; a column of things is followed by one of their labels (`whoLabel`)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    columns, rows = _labelled(table)
    writer.writerow(columns)
    writer.writerows([_plain(term) for term in row] for row in rows)
    return out.getvalue()


def as_json(table: Table) -> str:
    """SPARQL 1.1 Query Results JSON, with label columns as in `as_csv`."""
    if table.form == "ASK":
        return f'{{"head":{{}},"boolean":{_plain(table.rows[0][0])}}}\n'
    columns, rows = _labelled(table)
    lines = ["\t".join(f"?{name}" for name in columns)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in rows]
    results = ox.parse_query_results("\n".join(lines) + "\n", format=ox.QueryResultsFormat.TSV)
    data = results.serialize(format=ox.QueryResultsFormat.JSON)
    return (data or b"").decode() + "\n"


def as_markdown(table: Table) -> str:
    """A Markdown table with labels; characters that mean something in Markdown or HTML are escaped."""
    lines = [[_escaped(name) for name in table.columns]]
    lines += [[_escaped(_shown(table, term)) for term in row] for row in table.rows]
    widths = [max(3, *(len(line[number]) for line in lines)) for number in range(len(table.columns))]
    body = ["| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in lines]
    return "\n".join([body[0], "| " + " | ".join("-" * width for width in widths) + " |", *body[1:]]) + "\n"


def as_turtle(table: Table) -> str:
    """Turtle of the answer to CONSTRUCT or DESCRIBE. Raises `QueryError` for another answer."""
    if table.form != "CONSTRUCT":
        raise QueryError("Turtle is for the answer to CONSTRUCT or DESCRIBE; this one is a table")
    lines = "".join(" ".join(str(term) for term in row) + " .\n" for row in table.rows)
    triples = [quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)]
    used = {name: iri for name, iri in PREFIXES.items() if f"<{iri}" in lines}
    return (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=used) or b"").decode()


STYLES: dict[str, Callable[[Table], str]] = {
    "table": as_table,
    "csv": as_csv,
    "json": as_json,
    "md": as_markdown,
    "turtle": as_turtle,
}


def _shown(table: Table, term: Term | None) -> str:
    """A cell for people, on one line, without control characters that a terminal would obey."""
    if isinstance(term, ox.NamedNode):
        own = table.labels.get(term.value)
        text = own.value if own else short(term.value)
    else:
        text = _plain(term)
    return " ".join(_CONTROLS.sub(" ", text).split())


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _is_number(term: Term | None) -> bool:
    return isinstance(term, ox.Literal) and term.datatype.value.removeprefix(PREFIXES["xsd"]) in ("integer", "decimal")


def _without_repeats(cells: list[str], above: list[str]) -> list[str]:
    same = 0
    while above and same < len(cells) - 1 and cells[same] == above[same]:
        same += 1
    return [""] * same + cells[same:]


def _labelled(table: Table) -> tuple[list[str], list[list[Term | None]]]:
    """The columns and rows with a column of labels after each column that holds a thing with a label."""
    things = [
        any(isinstance(term, ox.NamedNode) and term.value in table.labels for term in table.column(name))
        for name in table.columns
    ]
    columns: list[str] = []
    for name, has_labels in zip(table.columns, things, strict=True):
        columns += [name, f"{name}Label"] if has_labels and f"{name}Label" not in table.columns else [name]
    rows: list[list[Term | None]] = []
    for row in table.rows:
        line: list[Term | None] = []
        for name, term, has_labels in zip(table.columns, row, things, strict=True):
            line.append(term)
            if has_labels and f"{name}Label" not in table.columns:
                line.append(table.labels.get(term.value) if isinstance(term, ox.NamedNode) else None)
        rows.append(line)
    return columns, rows


def _escaped(text: str) -> str:
    return re.sub(
        r"([\\`*_\[\]<>|&])", lambda found: "\\" + found[1] if found[1] not in "<>&" else _ENTITIES[found[1]], text
    )


_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
