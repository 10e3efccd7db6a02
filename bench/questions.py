"""The time of every saved question, in the store and in rdflib's own store on the same graph."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, cast

from bench.engine import HERE, RDFLIB, Answer, Engine
from bench.table import milliseconds, show
from kg.api import questions
from kg.query.values import bindings
from kg.store import open_graph
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox

RUNS = 3
PARAMETERS = Path(__file__).with_name("parameters.toml")


def measure(title: str, folder: Path, timeout: float) -> None:
    """Ask every saved question of the graph in `folder`, and of the same graph in rdflib's memory; print both."""
    store = open_graph(folder)
    texts = {name: _bound(store, name) for name in questions()}
    del store
    with Engine(HERE, folder, timeout, RUNS) as here:
        own = {name: here.ask(text) for name, text in texts.items()}
    rows = []
    with Engine(RDFLIB, folder, timeout) as other:
        for name, text in texts.items():
            answer = other.ask(text) if own[name].rows is not None else Answer()
            theirs = other.excuse if answer.seconds is None else milliseconds(answer.seconds)
            if answer.rows not in {None, own[name].rows}:
                theirs += f" ({answer.rows} rows)"
            rows.append((name, *_own(own[name], here.excuse), theirs, _times(own[name], answer, timeout)))
        about = f"{other.triples:,} triples, loaded into rdflib in {other.loading or 0:.1f} s"
        if other.loading is None:
            about = f"rdflib's store {other.excuse}"
    show(
        f"Saved questions on {title}, in ms; {about}; here the median of {RUNS} runs, rdflib once",
        ("question", "rows", "here", "rdflib", "times"),
        rows,
    )


def _own(answer: Answer, excuse: str) -> tuple[object, str]:
    if answer.seconds is None:
        return "", excuse
    return answer.rows, milliseconds(answer.seconds)


def _times(own: Answer, other: Answer, timeout: float) -> str:
    """How many times as long the other takes."""
    if own.seconds is None:
        return ""
    if other.seconds is None:
        return f"> {timeout / own.seconds:,.1f}"
    return f"{other.seconds / own.seconds:,.1f}"


def _bound(store: ox.Store, name: str) -> str:
    """The SPARQL of a question with its values put in."""
    query = questions()[name]
    given = tomllib.loads(PARAMETERS.read_text(encoding="utf-8")).get(name, {})
    values = {key: _value(store, value) for key, value in given.items()}
    return query.bind(bindings(store, query, values, "en"))


def _value(store: ox.Store, value: str | list[str]) -> str | list[str]:
    """A parameter's value; `@visit` stands for the first visit of the graph, by IRI."""
    if isinstance(value, list) or not value.startswith("@"):
        return value
    sparql = f"SELECT (MIN(STR(?thing)) AS ?first) WHERE {{ ?thing a cmq:{value[1:].title()} }}"
    found = cast("ox.QuerySolutions", store.query(sparql, prefixes=PREFIXES))
    return cast("ox.Literal", next(found)[0]).value
