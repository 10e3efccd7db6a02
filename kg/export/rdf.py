"""RDF files: pyoxigraph serialises; the order of statements and the layout for people are ours."""

from __future__ import annotations

import json
import re
from typing import IO, TYPE_CHECKING, Any, TypeVar

import pyoxigraph as ox

from kg.errors import GraphError
from kg.export.order import by_subject, quads, triples
from kg.vocab import BASE, PREFIXES, RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TYPE = RDF.type.value
_Statement = TypeVar("_Statement", ox.Triple, ox.Quad)

# What XML 1.0 can't hold at all: the complement of its production Char.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def turtle(store: ox.Store, out: IO[bytes]) -> None:
    """The default graph as Turtle: prefixed, subjects by kind with an empty line between, one object a line."""
    _written(triples(store), _Layout(out), ox.RdfFormat.TURTLE)


def trig(store: ox.Store, out: IO[bytes]) -> None:
    """All graphs as TriG, laid out like Turtle."""
    _written(quads(store), _Layout(out), ox.RdfFormat.TRIG)


def nquads(store: ox.Store, out: IO[bytes]) -> None:
    """All graphs as N-Quads."""
    _written(quads(store), out, ox.RdfFormat.N_QUADS)


def rdfxml(store: ox.Store, out: IO[bytes]) -> None:
    """The default graph as RDF/XML. Raises `GraphError` for characters that XML can't hold, naming the node."""
    _written(_xml_checked(triples(store)), _ReturnsKept(out), ox.RdfFormat.RDF_XML)


def jsonld(store: ox.Store, out: IO[bytes]) -> None:
    """The default graph as JSON-LD 1.0: prefixed names, IRIs of things relative to the base, a node a line."""
    out.write(b'{\n"@context": ' + _json({"@base": BASE, **PREFIXES}) + b',\n"@graph": [')
    separator = b"\n"
    for _, own in by_subject(store):
        (node,) = json.loads(ox.serialize(own, format=ox.RdfFormat.JSON_LD) or b"[]")
        out.write(separator + _json(_compact_node(node)))
        separator = b",\n"
    out.write(b"\n]\n}\n")


def _written(statements: Iterable[_Statement], out: IO[bytes] | _Layout | _ReturnsKept, form: ox.RdfFormat) -> None:
    # In RDF/XML a base would make the ontology's IRIs relative too, and no easier to read.
    base = BASE if isinstance(out, _Layout) else None
    ox.serialize(statements, out, form, prefixes=PREFIXES, base_iri=base)  # type: ignore[arg-type]


def _xml_checked(statements: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    for triple in statements:
        found = isinstance(triple.object, ox.Literal) and _NOT_XML.search(triple.object.value)
        if found:
            raise GraphError(
                f"the text of {triple.subject} holds the character U+{ord(found[0]):04X}, "
                "which XML has no way to write; export as turtle or jsonld"
            )
        yield triple


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _compact_node(node: dict[str, Any]) -> dict[str, Any]:
    """A node of expanded JSON-LD, which has full IRIs and lists everywhere, as a person would write it."""
    found: dict[str, Any] = {"@id": _short(node.pop("@id"))}
    for predicate, values in node.items():
        short = [_short(value["@id"]) if predicate == _TYPE else _compact_value(value) for value in values]
        found["@type" if predicate == _TYPE else _short(predicate)] = short[0] if len(short) == 1 else short
    return found


def _compact_value(value: dict[str, str]) -> str | dict[str, str]:
    if set(value) == {"@value"}:
        return value["@value"]
    return {key: _short(part) if key in {"@id", "@type"} else part for key, part in sorted(value.items())}


def _short(iri: str) -> str:
    """An IRI relative to the base or with a prefix; whole where that would read as something else."""
    if iri.startswith(BASE) and ":" not in iri.removeprefix(BASE):
        return iri.removeprefix(BASE)
    return next((f"{name}:{iri.removeprefix(space)}" for name, space in PREFIXES.items() if iri.startswith(space)), iri)


class _ReturnsKept:
    """A stream on whose way to another carriage returns are escaped: an XML parser makes bare ones line feeds."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, data: bytes) -> int:
        """Take a piece of XML, in which only texts of documents hold carriage returns."""
        self._out.write(data.replace(b"\r", b"&#13;"))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


# A literal or an IRI, in which nothing may be changed, the classes of a subject, which stay in one line, or the comma
# between two objects.
_OBJECTS = re.compile(rb'("(?:[^"\\]|\\.)*"|<[^>]*>| a [^;]* [;.]$)| , ')


class _Layout:
    """A stream that lays out pyoxigraph's Turtle and TriG for people on its way to another.

    Every literal stands in one line there (line breaks are escaped), so lines can be told apart by how they begin.
    """

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._rest = b""
        self._in_graph = False
        out.write(f"@base <{BASE}> .\n".encode())
        for name, iri in sorted(PREFIXES.items()):
            out.write(f"@prefix {name}: <{iri}> .\n".encode())

    def write(self, data: bytes) -> int:
        """Take a piece of text; whole lines go on."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            if not line.startswith((b"@prefix ", b"@base ")):
                self._out.write(self._laid_out(line))
        return len(data)

    def flush(self) -> None:
        """Nothing to do: pyoxigraph ends its text with a line break."""

    def _laid_out(self, line: bytes) -> bytes:
        depth = len(line) - len(line.lstrip(b"\t"))
        starts_subject = depth == self._in_graph and line != b"}"
        indent = b"\n" + b"\t" * (self._in_graph + 2)
        text = _OBJECTS.sub(lambda found: found[1] or b" ," + indent, line)
        if line == b"}":
            self._in_graph = False
        elif not depth and line.endswith(b" {"):
            self._in_graph = True
        return (b"\n" if starts_subject else b"") + text + b"\n"
