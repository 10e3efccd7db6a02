"""Run questions: saved ones with their parameters, and ad-hoc SPARQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.guard import check
from kg.query.labels import labels
from kg.query.table import Table
from kg.query.values import bindings
from kg.vocab import PREFIXES, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.query.saved import SavedQuery
    from kg.query.table import Term


def run(
    store: ox.Store, query: SavedQuery, params: Mapping[str, str | Sequence[str]] | None = None, lang: str = "en"
) -> Table:
    """Answer a saved question.

    `params` maps a parameter's name to what a person would type for it, or to several such: the answer then holds
    for any of them. `lang` (BCP 47) chooses the labels. Raises `QueryError` for a parameter that is unknown,
    missing, not of its kind, or names nothing or two things.
    """
    return _evaluate(store, query.bind(bindings(store, query, params or {}, lang)), lang, str(query.path))


def ask(store: ox.Store, sparql: str, lang: str = "en", source: str = "the query") -> Table:
    """Answer a SPARQL 1.1 query (SELECT, ASK, CONSTRUCT or DESCRIBE), without a time limit.

    The prefixes of `kg.vocab` need no declaration. `source` names the query in errors. Raises `QueryError` with line
    and column for a query that is not valid, or that would change the graph or reach beyond it.
    """
    check(sparql, source, store)
    return _evaluate(store, sparql, lang, source)


def _evaluate(store: ox.Store, sparql: str, lang: str, source: str) -> Table:
    try:
        result = store.query(sparql, prefixes=PREFIXES)
        columns, rows = collect(result)
    except (SyntaxError, RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"{source}: the store could not answer: {error}") from error
    return Table(columns, rows, labels(store, rows, lang), _FORMS[type(result)])


_FORMS = {ox.QuerySolutions: "SELECT", ox.QueryBoolean: "ASK", ox.QueryTriples: "CONSTRUCT"}


Rows = tuple[tuple["Term | None", ...], ...]
Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def collect(result: Result) -> tuple[tuple[str, ...], Rows]:
    """Columns and rows of what pyoxigraph gives."""
    if isinstance(result, ox.QueryBoolean):
        return ("answer",), ((ox.Literal("true" if result else "false", datatype=XSD.boolean),),)
    if isinstance(result, ox.QueryTriples):
        return collect_triples(result)
    return tuple(variable.value for variable in result.variables), tuple(tuple(row) for row in result)


def collect_triples(triples: Iterable[ox.Triple]) -> tuple[tuple[str, ...], Rows]:
    """The same of a graph: each triple once, sorted, as triples have no order of their own."""
    rows = {(triple.subject, triple.predicate, triple.object) for triple in triples}
    return ("subject", "predicate", "object"), tuple(sorted(rows, key=lambda row: tuple(map(str, row))))
