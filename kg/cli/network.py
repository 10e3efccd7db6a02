"""Commands that look at the graph as a network: chains of meetings, measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.common import columns, console, lang_option, one_line, put, store_option

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from kg.network import Chain, Measure, Stats


@click.command(name="path", short_help="Show the shortest chain of meetings between two actors.")
@click.argument("a")
@click.argument("b")
@store_option
@lang_option
def path_command(a: str, b: str, store: Path, lang: str) -> None:
    """Show the shortest chain of meetings from actor A to actor B, with the words that tell of each.

    \b
    Example: kg path Albania Kyrgyzstan
    """
    from kg import api

    chain = api.path(a, b, store=store, lang=lang)
    if chain is None:
        click.echo(f"no chain of meetings leads from {a} to {b}")
    else:
        _show_chain(chain)


def _show_chain(chain: Chain) -> None:
    out = console()
    steps = f"{len(chain.steps)} meeting{'s' if len(chain.steps) != 1 else ''}"
    put(out, f"{chain.start.label} → {chain.end.label}: {steps}", style="bold")
    for number, step in enumerate(chain.steps, 1):
        put(out, f"{number}. {step.left.label} and {step.right.label}: {step.event.label}")
        for words in dict.fromkeys((*step.left_words[:1], *step.right_words[:1])):
            source = chain.sources[words.document]
            put(out, f"   “{one_line(words.text)}” ({source.label}, {words.start}-{words.end})", style="dim")


@click.command(short_help="Count what is in the graph; who is most central.")
@store_option
@lang_option
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="Length of each ranking.")
def stats(store: Path, lang: str, top: int) -> None:
    """Count what is in the graph, and show who is most central and who links which groups.

    \b
    Example: kg stats --top 5
    """
    from kg import api

    _show_stats(api.stats(store=store, lang=lang, top=top), console())


def _show_stats(found: Stats, out: Console) -> None:
    for line in columns(((str(count.number), count.name) for count in found.counts), right={0}):
        put(out, line)
    for measure in found.measures:
        _show_measure(measure, out)
    if found.groups:
        out.print()
        put(out, "groups, and who links them", style="bold")
    for group in found.groups:
        put(out, f"{group.number}. {group.name} ({len(group.actors)} actors)")
    for bridge in found.bridges:
        cut = "; without this actor they fall apart" if bridge.cut else ""
        put(out, f"{bridge.label}: groups {', '.join(map(str, bridge.groups))}{cut}")


def _show_measure(measure: Measure, out: Console) -> None:
    out.print()
    put(out, f"{measure.name}: {measure.meaning}", style="bold")
    put(out, f"({measure.source})", style="dim")
    rows = [(f"{rank.value:.3g}", rank.label) for rank in measure.ranking]
    for line in columns(rows, right={0}) if rows else ():
        put(out, line)
