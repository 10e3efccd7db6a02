"""Commands that tell what a document says, and why the graph says something."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.text import Text

from kg.cli.common import console, lang_option, store_option, tell


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def read(files: tuple[Path, ...], format_: str) -> None:
    """Show what is read from FILES (files and folders), without a graph.

    `jsonl` prints one reading a line. Exit status 1 where a document can't be read; the others are still shown.

    \\b
    Example: kg read press-release.txt
    """
    from kg import build as pipeline
    from kg.cli.reading import show
    from kg.read import documents_in

    paths, skipped = documents_in(files)
    out = console()
    failed = False
    for path in paths:
        result = pipeline.read_one(path)
        if result.document is None or result.reading is None:
            failed = True
            tell(f"not read: {result.error}")
        elif format_ == "jsonl":
            click.echo(result.reading.to_json())
        else:
            show(out, result.document, result.reading)
    for sentence in skipped:
        tell(f"left out: {sentence}")
    if failed:
        sys.exit(1)


@click.command()
@click.argument("thing")
@store_option
@lang_option
def explain(thing: str, store: Path, lang: str) -> None:
    """Show all facts about THING (an actor, an event), their words, and the rules that found them.

    \\b
    Example: kg explain OSCE
    """
    from kg.explain import explain as explain_thing
    from kg.store import open_graph

    out = console()
    explanation = explain_thing(open_graph(store), thing, lang)
    out.print(Text(f"{explanation.label} ({explanation.kind})", style="bold"))
    out.print(Text(explanation.iri, style="dim"))
    for name in explanation.names:
        out.print(Text(f"  {name[0]} [{name[1]}]"))
    for fact in explanation.facts:
        out.print()
        out.print(Text(fact.text, style="bold"))
        for words in fact.words:
            out.print(Text(f"  “{words.text}”"))
            out.print(
                Text(
                    f"  {words.document} {words.start}-{words.end}, rules {', '.join(fact.rules) or 'none'}",
                    style="dim",
                )
            )
    for decision in explanation.decisions:
        out.print(Text(f"same: {decision}", style="dim"))
