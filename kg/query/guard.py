"""What a question must not do: change the graph, or reach beyond it.

pyoxigraph would call out for `SERVICE`, and answers `FROM` a graph that it does not hold with an empty result.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.lexer import Token, position, tokens
from kg.query.names import nearest
from kg.vocab import CMQ, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
# The parser's message holds its grammar ("expected one of "$", …"); these are the sentences that hide in it.
_QUOTED = 30
_SENTENCES = re.compile(r"The SELECT contains a variable that is unbound|[A-Z][\w' ]{12,}[a-z]")


def check(sparql: str, source: str, store: ox.Store | None = None) -> str:
    """Refuse what is not a question, or not one for this graph; return its form (`SELECT`, `ASK`…).

    `source` names the query in the sentence (a file, or "the query"). With `store`, graphs named after `FROM`
    must be in it. Raises `QueryError` with line and column.
    """
    words = list(tokens(sparql))
    form = _form(words, sparql, source)
    declared = _prefixes(words)
    for token in words:
        if token.is_word("SERVICE"):
            raise QueryError(
                f"{_at(sparql, token.start, source)}: SERVICE asks another server; questions stay in this graph"
            )
        prefix, colon, _ = token.text.partition(":")
        if token.kind == "pname" and colon and prefix not in declared:
            raise QueryError(
                f"{_at(sparql, token.start, source)}: the prefix of '{token.text}' is not known: "
                f"add PREFIX {prefix}: <…>"
            )
    _check_terms(words, declared, sparql, source)
    _check_datasets(words, declared, sparql, source, store)
    _parse(sparql, source)
    return form


def _check_terms(words: Sequence[Token], prefixes: dict[str, str], sparql: str, source: str) -> None:
    """Refuse a term that the ontology doesn't have: its answer would be empty, and no one would know why."""
    for token in words:
        prefix, _, local = token.text.partition(":")
        ours = token.kind == "pname" and prefixes.get(prefix) == PREFIXES["cmq"]
        if ours and local and "\\" not in local and local not in CMQ:
            hint = nearest(local, CMQ)
            raise QueryError(f"{_at(sparql, token.start, source)}: the ontology has no '{token.text}'{hint}")


def _parse(sparql: str, source: str) -> None:
    try:
        ox.Store().query(sparql, prefixes=PREFIXES)
    except SyntaxError as error:
        raise QueryError(_sentence(str(error), sparql, source)) from None
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"{source}: {error}") from None


def _form(words: Sequence[Token], sparql: str, source: str) -> str:
    """The query's form: the first keyword after BASE and PREFIX declarations."""
    index = 0
    while index < len(words) and words[index].is_word("BASE", "PREFIX"):
        index += 2 if words[index].is_word("BASE") else 3
    if index >= len(words):
        raise QueryError(f"{source}: no question in it: write {', '.join(FORMS[:-1])} or {FORMS[-1]}")
    first = words[index]
    if first.is_word(*_UPDATES):
        raise QueryError(
            f"{_at(sparql, first.start, source)}: {first.text.upper()} would change the graph; only `kg build` does"
        )
    if not first.is_word(*FORMS):
        raise QueryError(
            f"{_at(sparql, first.start, source)}: '{first.text}' is not a kind of question: "
            f"write {', '.join(FORMS[:-1])} or {FORMS[-1]}"
        )
    return first.text.upper()


def _prefixes(words: Sequence[Token]) -> dict[str, str]:
    """The namespaces by prefix: ours, and those that the query declares."""
    found = dict(PREFIXES)
    for keyword, prefix, iri in zip(words, words[1:], words[2:], strict=False):
        if keyword.is_word("PREFIX") and iri.kind == "iri":
            found[prefix.text.removesuffix(":")] = iri.text[1:-1]
    return found


def _check_datasets(
    words: Sequence[Token], prefixes: dict[str, str], sparql: str, source: str, store: ox.Store | None
) -> None:
    for keyword, second, third in zip(words, words[1:], [*words[2:], None], strict=False):
        if not keyword.is_word("FROM"):
            continue
        graph = third if third is not None and second.is_word("NAMED") else second
        iri = _iri(graph, prefixes)
        if iri is None or (store is not None and not _holds(store, iri)):
            raise QueryError(
                f"{_at(sparql, graph.start, source)}: FROM {graph.text}: the store holds no such graph, "
                "and nothing is fetched"
            )


def _iri(token: Token, prefixes: dict[str, str]) -> str | None:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, colon, local = token.text.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else None


def _holds(store: ox.Store, iri: str) -> bool:
    try:
        return bool(store.contains_named_graph(ox.NamedNode(iri)))
    except ValueError:  # a relative or otherwise impossible IRI
        return False


def _at(sparql: str, offset: int, source: str) -> str:
    line, column = position(sparql, offset)
    return f"{source}, line {line}, column {column}"


def _sentence(message: str, sparql: str, source: str) -> str:
    """Where a query stops being SPARQL, and why if the store's parser says so in words.

    rdflib's parser finds the statement at fault; Oxigraph's, which is the stricter, points behind it.
    """
    known = _SENTENCES.search(message)
    why = f": {known.group()}" if known else ""
    offset = _rdflib_offset(sparql)
    if offset is None:
        found = re.match(r"error at (\d+):(\d+)", message)
        if not found:
            return f"{source}: not valid SPARQL: {message.splitlines()[0]}"
        where, offset = f"{source}, line {found[1]}, column {found[2]}", len(sparql)
    else:
        where = _at(sparql, offset, source)
    words = " ".join(sparql[offset:].split())
    near = f" from “{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}” on" if words else ""
    return f"{where}: not valid SPARQL{near}{why}"


def _rdflib_offset(sparql: str) -> int | None:
    from rdflib.plugins.sparql.parser import parseQuery  # noqa: PLC0415  for an error's sentence only: takes 0.3 s

    try:
        parseQuery(sparql)
    except Exception as error:  # noqa: BLE001  whatever it stumbles over, the other parser's position will do
        offset = getattr(error, "loc", None)
        return offset if isinstance(offset, int) else None
    return None
