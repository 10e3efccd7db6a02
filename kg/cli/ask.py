"""The command that asks: saved questions, questions in files, SPARQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.api import SECONDS
from kg.cli.common import columns, console, lang_option, put, store_option
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.query import Parameter, SavedQuery

# The names of `kg.query.STYLES`, which a test compares: asking for them would load the store.
STYLES = ("table", "csv", "json", "md", "turtle")


@click.command(short_help="Answer a saved question, or SPARQL of your own.")
@click.argument("name", required=False)
@store_option
@click.option("-e", "--sparql", metavar="QUERY", help="A SPARQL query of your own.")
@click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", help="A parameter; may be repeated.")
@click.option("--describe", is_flag=True, help="Show what the question NAME answers, and its parameters.")
@click.option("--format", "format_", type=click.Choice(STYLES), default="table", show_default=True)
@lang_option
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=SECONDS,
    show_default=True,
    help="Seconds for a query of your own.",
)
def query(
    name: str | None,
    store: Path,
    sparql: str | None,
    params: tuple[str, ...],
    format_: str,
    lang: str,
    timeout: float,
    *,
    describe: bool,
) -> None:
    """Answer the saved question NAME, a file with a question (.rq), or SPARQL of your own.

    Without NAME: the list of saved questions with their parameters, those in brackets may be left out. A parameter
    that is an actor takes any of its names, in any language; given several times, the answer holds for any of them.

    \b
    Example:
      kg query
      kg query events-of-actor -p who=OSCE
      kg query events-of-actor --describe
      kg query -e 'SELECT ?s WHERE { ?s a cmq:Election }' --format csv
    """
    from kg import api
    from kg.query import render

    if sparql is not None and (name is not None or params or describe):
        raise QueryError("give either the name of a question with -p, or a query with -e, not both")
    if sparql is not None:
        table = api.ask(sparql, store=store, lang=lang, seconds=timeout)
    elif name is None:
        if params or describe:
            raise QueryError("name the question that is meant; `kg query` lists them")
        _list(api.questions())
        return
    elif describe:
        _describe(api.question(name))
        return
    else:
        table = api.query(name, _pairs(params), store=store, lang=lang, seconds=timeout)
    click.echo(render(table, format_, console().width), nl=False)


def _pairs(params: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for param in params:
        key, sign, value = param.partition("=")
        if not sign or not key.strip():
            raise QueryError(f"'{param}' is no parameter: write -p name=value")
        found.setdefault(key.strip(), []).append(value)
    return found


def _list(saved: dict[str, SavedQuery]) -> None:
    rows = [(q.name, q.title, " ".join(map(_shown, q.parameters))) for q in saved.values()]
    for line in columns(rows):
        click.echo(line)


def _shown(parameter: Parameter) -> str:
    return f"{parameter.name}=…" if parameter.required else f"[{parameter.name}=…]"


def _describe(asked: SavedQuery) -> None:
    out = console()
    put(out, asked.title or asked.name, style="bold")
    if asked.description:
        put(out, asked.description)
    if asked.parameters:
        out.print()
    rows = [(f"-p {_shown(p).strip('[]')}", _kind(p), p.description) for p in asked.parameters]
    for line in columns(rows) if rows else ():
        put(out, line)
    out.print()
    out.print(str(asked.path), style="dim", soft_wrap=True)


def _kind(parameter: Parameter) -> str:
    """A parameter's kind, the codes of its scheme, and whether it may be left out."""
    from kg.query.labels import concept_labels

    codes = f" ({', '.join(concept_labels(parameter.scheme))})" if parameter.scheme else ""
    left_out = f", else {parameter.default}" if parameter.default else "" if parameter.required else ", may be left out"
    return f"{parameter.kind.value}{codes}{left_out}"
