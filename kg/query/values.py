"""What a person typed for a parameter, as an RDF term of the parameter's kind."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.names import concept, nearest, thing
from kg.query.saved import Kind, Parameter, SavedQuery
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_XSD = PREFIXES["xsd"]


def bindings(
    store: ox.Store, query: SavedQuery, given: Mapping[str, str | Sequence[str]], lang: str
) -> dict[str, tuple[ox.NamedNode | ox.Literal, ...]]:
    """The terms of every parameter that has a value or several, given or by default.

    Raises `QueryError` for an unknown parameter, a missing one, or a value that is not of the parameter's kind,
    names nothing in the graph, or names two things.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in given:
        if name not in known:
            raise QueryError(_unknown(name, query))
    found = {}
    for parameter in query.parameters:
        texts = given.get(parameter.name, parameter.default)
        if texts is not None:
            listed = (texts,) if isinstance(texts, str) else texts
            found[parameter.name] = tuple(dict.fromkeys(term(store, parameter, text, lang) for text in listed))
        elif parameter.required:
            meaning = f" ({parameter.description})" if parameter.description else ""
            raise QueryError(f"{query.name} needs a value for '{parameter.name}'{meaning}: -p {parameter.name}=…")
    return found


def term(store: ox.Store, parameter: Parameter, text: str, lang: str) -> ox.NamedNode | ox.Literal:
    """The term that `text` stands for. Raises `QueryError` as `bindings` does."""
    text = text.strip()
    if not text:
        raise QueryError(f"'{parameter.name}' is empty: give a value, or leave it out")
    match parameter.kind:
        case Kind.TEXT:
            return ox.Literal(text)
        case Kind.INTEGER:
            return _integer(parameter.name, text)
        case Kind.DATE:
            return _date(parameter.name, text)
        case Kind.CONCEPT:
            return concept(text, parameter.scheme or "")
        case kind:
            return thing(store, text, kind.value, lang)


def _unknown(name: str, query: SavedQuery) -> str:
    names = [parameter.name for parameter in query.parameters]
    if not names:
        return f"{query.name} has no parameters, so no '{name}'"
    return f"{query.name} has no parameter '{name}'{nearest(name, names)}; it has {', '.join(names)}"


def _integer(name: str, text: str) -> ox.Literal:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise QueryError(f"'{name}' is a whole number, and '{text}' is none")
    return ox.Literal(text, datatype=ox.NamedNode(_XSD + "integer"))


def _date(name: str, text: str) -> ox.Literal:
    """A day, month or year, as precise as it is written."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text, re.ASCII)
    try:
        if found:
            date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        found = None
    if not found:
        raise QueryError(f"'{name}' is a date such as 2022, 2022-03 or 2022-03-12, and '{text}' is none")
    datatype = "date" if found[3] else "gYearMonth" if found[2] else "gYear"
    return ox.Literal(text, datatype=ox.NamedNode(_XSD + datatype))
