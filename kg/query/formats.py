"""Answers as text: an aligned table, CSV, JSON, Markdown, Turtle."""

from __future__ import annotations

import csv
import io
import re
from itertools import zip_longest
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from kg.errors import QueryError
from kg.query.labels import short
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.query.table import Table, Term

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_NATURAL = 100_000
"""A width that no answer reaches: nothing is folded."""
_GAP = 3
_INDENT = 4
_NARROW = 8
_NOTHING = "–"
_QUOTING = {"words", "text"}
"""Columns that hold passages of documents."""
_CONSOLE = Console(file=io.StringIO(), width=_NATURAL, color_system=None, force_terminal=False)
"""What rich needs for cutting text into lines; nothing is printed on it."""


def render(table: Table, style: str, width: int | None = None) -> str:
    """The answer in one of `STYLES`, ending in a line break.

    `width` is the number of columns that a table may take, None for as many as it needs. Raises `QueryError` for a
    style that is not known, or Turtle for an answer that is no graph.
    """
    if style not in STYLES:
        raise QueryError(f"no format '{style}': known are {', '.join(STYLES)}")
    return as_table(table, width) if style == "table" else STYLES[style](table)


def as_table(table: Table, width: int | None = None) -> str:
    """An aligned table with labels; what a row repeats of the row above is left blank, up to the last column.

    Where the table is wider than `width`, the words of documents in the last column stand in lines of their own.
    """
    lines = [[_shown(table, term) or _NOTHING for term in row] for row in table.rows]
    needed = [max(map(cell_len, column)) for column in zip(table.columns, *lines, strict=True)]
    room = width or _NATURAL
    quotes = len(needed) > 1 and table.columns[-1] in _QUOTING and sum(needed) + _GAP * (len(needed) - 1) > room
    shown = len(needed) - quotes
    widths = _fitted(needed[:shown], room)
    right = [_is_numeric(table.column(name)) for name in table.columns]
    out = [*_aligned(table.columns[:shown], widths, right), "─" * min(room, sum(widths) + _GAP * (shown - 1))]
    for number, line in enumerate(lines):
        above = lines[number - 1][:shown] if number else []
        out += _aligned(_without_repeats(line[:shown], above), widths, right)
        if quotes and (number + 1 == len(lines) or lines[number + 1][-1] != line[-1]):
            out += (" " * _INDENT + piece for piece in _wrapped(f"“{line[-1]}”", room - _INDENT))
    return "".join(text.rstrip() + "\n" for text in out)


def _aligned(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    """The lines of a row: each cell folded to its column's width, numbers to the right."""
    pieces = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for line in zip_longest(*pieces, fillvalue=""):
        padded = (
            " " * (width - cell_len(piece)) + piece if to_right else piece + " " * (width - cell_len(piece))
            for piece, width, to_right in zip(line, widths, right, strict=False)
        )
        yield (" " * _GAP).join(padded)


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells of the terminal, cut between words where that is possible."""
    if cell_len(text) <= width:
        return [text]
    return [line.plain.rstrip() for line in Text(text).wrap(_CONSOLE, max(width, 1), overflow="fold")]


def _fitted(needed: Sequence[int], room: int) -> list[int]:
    """Widths of columns: what they need, the widest cut until all fit, none below `_NARROW`."""
    widths = list(needed)
    excess = sum(widths) + _GAP * (len(widths) - 1) - room
    while excess > 0 and max(widths) > _NARROW:
        widest = widths.index(max(widths))
        widths[widest] -= 1
        excess -= 1
    return widths


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


def _is_numeric(terms: Sequence[Term | None]) -> bool:
    """Whether a column holds numbers and nothing else."""
    told = [term for term in terms if term is not None]
    return bool(told) and all(map(_is_number, told))


def _is_number(term: Term) -> bool:
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
