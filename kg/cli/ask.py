"""Commands that ask: saved and ad-hoc questions, chains of meetings, measures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.table import Table as Grid
from rich.text import Text

from kg.cli.common import console, lang_option, store_option, tell
from kg.errors import QueryError

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.network import Chain, Stats
    from kg.query import SavedQuery

_FORMATS = ("table", "csv", "json", "md")


@click.command()
@click.argument("name", required=False)
@store_option
@click.option("-e", "--sparql", metavar="QUERY", help="A SPARQL query of your own.")
@click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", help="A parameter; may be repeated.")
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="table", show_default=True)
@lang_option
@click.option("--timeout", type=float, default=60.0, show_default=True, help="Seconds for a query of your own.")
def query(
    name: str | None,
    store: Path,
    sparql: str | None,
    params: tuple[str, ...],
    format_: str,
    lang: str,
    timeout: float,
) -> None:
    """Answer the saved question NAME, a file with a question (.rq), or SPARQL of your own.

    Without NAME: the list of saved questions. A parameter that is an actor takes any of its names, in any language.

    \\b
    Examples:
      kg query
      kg query events-of-actor -p who=OSCE
      kg query -e 'SELECT ?s WHERE { ?s a cmq:Election }' --format csv
    """
    from kg.query import ask_within, load_queries, load_query, render, run
    from kg.resources import QUERIES
    from kg.store import live, open_graph

    if name is None and sparql is None:
        _list(load_queries(QUERIES))
        return
    if sparql is not None:
        if name is not None or params:
            raise QueryError("give either the name of a question with -p, or a query with -e, not both")
        table = ask_within(live(store).oxigraph, sparql, lang=lang, seconds=timeout)
    else:
        assert name is not None
        table = run(open_graph(store), _saved(name), _pairs(params), lang)
    click.echo(render(table, format_, console().width if console().is_terminal else None), nl=False)


def _saved(name: str) -> SavedQuery:
    from kg.query import load_queries, load_query, nearest
    from kg.resources import QUERIES

    if name.endswith(".rq"):
        return load_query(Path(name))
    saved = load_queries(QUERIES)
    if name not in saved:
        hint = nearest(name, saved)
        raise QueryError(f"there is no saved question '{name}'{hint}; `kg query` lists them")
    return saved[name]


def _pairs(params: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for param in params:
        key, sign, value = param.partition("=")
        if not sign or not key:
            raise QueryError(f"'{param}' is no parameter: write -p name=value")
        found.setdefault(key.strip(), []).append(value)
    return found


def _list(saved: dict[str, SavedQuery]) -> None:
    grid = Grid.grid(padding=(0, 2))
    for question in saved.values():
        parameters = " ".join(f"-p {p.name}=…" if p.required else f"[-p {p.name}=…]" for p in question.parameters)
        grid.add_row(Text(question.name, style="bold"), Text(f"{question.title} {parameters}".strip()))
    console().print(grid)


@click.command(name="path")
@click.argument("a")
@click.argument("b")
@store_option
@lang_option
def path_command(a: str, b: str, store: Path, lang: str) -> None:
    """Show the shortest chain of meetings from actor A to actor B, with the words that tell of each.

    \\b
    Example: kg path "European Union" UN
    """
    from kg.network import path
    from kg.store import open_graph

    graph = open_graph(store)
    chain = path(graph, _actor(graph, a, lang), _actor(graph, b, lang), lang)
    if chain is None:
        tell(f"no chain of meetings leads from {a} to {b}")
        return
    _show_chain(chain)


def _actor(graph: ox.Store, name: str, lang: str) -> str:
    from kg.query import thing

    return str(thing(graph, name, "actor", lang).value)


def _show_chain(chain: Chain) -> None:
    out = console()
    out.print(Text(f"{chain.start.label} → {chain.end.label}: {len(chain.steps)} steps", style="bold"))
    for number, step in enumerate(chain.steps, 1):
        out.print(Text(f"{number}. {step.left.label} and {step.right.label}: {step.event.label}"))
        for words in dict.fromkeys((*step.left_words[:1], *step.right_words[:1])):
            source = chain.sources[words.document]
            out.print(Text(f"   “{' '.join(words.text.split())}” ({source.label})", style="dim"))


@click.command()
@store_option
@lang_option
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="Length of each ranking.")
def stats(store: Path, lang: str, top: int) -> None:
    """Count what is in the graph, and show who is most central and who links which groups.

    \\b
    Example: kg stats --top 5
    """
    from kg.network import stats as measure
    from kg.store import open_graph

    _show_stats(measure(open_graph(store), lang, top))


def _show_stats(found: Stats) -> None:
    out = console()
    out.print(Text(", ".join(f"{c.number} {c.name}" for c in found.counts)))
    for measure in found.measures:
        out.print()
        out.print(Text(f"{measure.name}: {measure.meaning}", style="bold"))
        out.print(Text(f"({measure.source})", style="dim"))
        grid = Grid.grid(padding=(0, 2))
        for rank in measure.ranking:
            grid.add_row(Text(f"{rank.value:.3g}", justify="right"), Text(rank.label))
        out.print(grid)
    out.print()
    out.print(Text("groups, and who links them", style="bold"))
    for group in found.groups:
        out.print(Text(f"{group.number}. {group.name} ({len(group.actors)} actors)"))
    for bridge in found.bridges:
        cut = "; without this actor they fall apart" if bridge.cut else ""
        out.print(Text(f"{bridge.label}: groups {', '.join(map(str, bridge.groups))}{cut}"))
