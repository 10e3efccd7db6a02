"""Commands that tell what a document says, and why the graph says something."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.common import console, lang_option, one_line, put, store_option, tell_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from kg.explain import Explanation, Fact, Words

_PASSAGES = 2
_LONGEST = 200
_DECISIONS = 5


@click.command(short_help="Show what is read from documents, without a graph.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--missed", is_flag=True, help="Show instead what was not understood, and where to add its words.")
def read(files: tuple[Path, ...], format_: str, *, missed: bool) -> None:
    """Show what is read from FILES (files, folders, zips; kinds of files as for `kg build`), without a graph.

    `text` marks persons, institutions, offices and the words that tell of events on a terminal; `jsonl` prints one
    reading a line. With --missed: words that look like a name, an institution, a post or an event and were not
    understood, each with its place, the reason, and the file of language data that knows such words. Exit status 1
    where a document can't be read; the others are still shown.

    \b
    Example: kg read press-release.txt
    """
    from kg.build import read_one, reader
    from kg.cli.reading import missed_lines, show, show_missed
    from kg.read import documents_in

    sources, skipped = documents_in(files)
    out = console()
    failures = []
    shown = False
    for source in sources:
        result = read_one(source)
        if result.document is None or result.reading is None:
            failures.append(f"not read: {result.error}")
        elif missed and format_ == "jsonl":
            for line in missed_lines(result.document, reader().missed(result.document)):
                click.echo(line)
        elif missed:
            show_missed(out, result.document, reader().missed(result.document))
        elif format_ == "jsonl":
            click.echo(result.reading.to_json())
        else:
            if shown:
                out.print()
            show(out, result.document, result.reading)
            shown = True
    tell_all([*skipped, *failures])
    if failures:
        sys.exit(1)


@click.command(short_help="Show why the graph says what it says of a thing.")
@click.argument("thing")
@store_option
@lang_option
@click.option("--all", "everything", is_flag=True, help="All passages behind each fact, at full length.")
def explain(thing: str, store: Path, lang: str, *, everything: bool) -> None:
    """Show all facts about THING (any name of an actor, an event, a document), their words, and their rules.

    \b
    Example: kg explain OSCE
    """
    from kg import api

    _show(console(), api.explain(thing, store=store, lang=lang), everything=everything)


def _show(out: Console, found: Explanation, *, everything: bool) -> None:
    put(out, f"{found.label} ({found.kind})", style="bold")
    out.print(found.iri, style="dim", soft_wrap=True)
    names: dict[str, list[str]] = {}
    for name, lang in found.names:
        names.setdefault(lang or "–", []).append(name)
    for lang in sorted(names):
        put(out, f"  {lang}: {'; '.join(names[lang])}")
    for fact in found.facts:
        _show_fact(out, fact, everything=everything)
    _show_named(out, found.named, everything=everything)
    shown = found.decisions if everything else found.decisions[:_DECISIONS]
    if shown:
        out.print()
        put(out, "Why this is one thing", style="bold")
    for decision in shown:
        put(out, f"  {decision}")
    _say_more(out, len(found.decisions) - len(shown), "decision")


def _show_fact(out: Console, fact: Fact, *, everything: bool) -> None:
    out.print()
    put(out, one_line(fact.text), style="bold")
    shown = fact.words if everything else fact.words[:_PASSAGES]
    for words in shown:
        put(out, f"  “{one_line(words.text, None if everything else _LONGEST)}”")
        put(out, f"  {words.document}, {words.start}-{words.end}", style="dim")
    _say_more(out, len(fact.words) - len(shown), "passage")
    if fact.rules:
        put(out, f"  rule{'s' if len(fact.rules) > 1 else ''}: {', '.join(fact.rules)}", style="dim")
    if fact.because:
        put(out, f"  goes by: {'; '.join(fact.because)}", style="dim")
    if fact.confidence is not None:
        put(out, f"  confidence {_sure(fact.confidence, fact.doubts)}", style="dim")


def _show_named(out: Console, named: Sequence[Words], *, everything: bool) -> None:
    """The places where documents name the thing, a line each document, with all of them a line each place."""
    if not named:
        return
    out.print()
    put(out, "Named in", style="bold")
    for document in dict.fromkeys(words.document for words in named):
        own = [words for words in named if words.document == document]
        shown = own if everything else own[:_PASSAGES]
        if everything:
            put(out, f"  {document}:")
            for words in shown:
                rules = f", {', '.join(words.rules)}" if words.rules else ""
                sure = "" if words.confidence is None else f", {_sure(words.confidence, words.doubts)}"
                put(out, f"    “{one_line(words.text)}” {words.start}-{words.end}{rules}{sure}")
            continue
        listed = ", ".join(_named(words) for words in shown)
        left = f" and {len(own) - len(shown)} more" if len(own) > len(shown) else ""
        put(out, f"  {document}: {listed}{left}")


def _named(words: Words) -> str:
    sure = "" if words.confidence is None else f" ({words.confidence:.2f})"
    return f"“{one_line(words.text)}” {words.start}-{words.end}{sure}"


def _sure(confidence: float, doubts: Sequence[str]) -> str:
    reasons = f" ({'; '.join(doubts)})" if doubts else ""
    return f"{confidence:.2f}{reasons}"


def _say_more(out: Console, left: int, what: str) -> None:
    if left:
        put(out, f"  and {left} more {what}{'s' if left > 1 else ''} (--all)", style="dim")
