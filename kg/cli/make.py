"""Commands that make things: the graph, its check, exports, the page."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.common import lang_option, progress_bar, sources_or_seeds, store_option, tell, tell_all
from kg.errors import GraphError

# The names of `kg.export.FORMATS`, which a test compares: asking for them would load what all formats need.
FORMATS = ("turtle", "trig", "nquads", "jsonld", "rdfxml", "graphml", "gexf", "csv")
_MOST_SKIPPED = 10


@click.command(short_help="Read documents into the graph.")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@store_option
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that read; by default one a core.")
@click.option(
    "--judgements",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="CSV of same / different verdicts; by default seeds/judgements.csv.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0,
    show_default=True,
    metavar="NUMBER",
    help="Leave out what is less sure, from 0 to 1.",
)
def build(
    sources: tuple[Path, ...], store: Path, jobs: int | None, judgements: Path | None, min_confidence: float
) -> None:
    """Read SOURCES (files, folders, zips) into the graph, replacing what it held.

    Read are .txt, .md, .html (the main part), .docx, .pdf with a text layer, and .jsonl (an object a line: its text,
    and where known id, title, date, site, url). Without SOURCES: the seed documents of a checkout. A document that
    can't be read is named at the end, and the exit status is then 1. The earlier graph stays until the new one is
    whole.

    \b
    Example: kg build my-documents --store my-graph
    """
    from kg import api

    with progress_bar() as progress:
        report = api.build(
            *sources_or_seeds(sources),
            store=store,
            jobs=jobs,
            judgements=judgements,
            min_confidence=min_confidence,
            progress=progress,
        )
    cached = f" ({report.cached} unchanged)" if report.cached else ""
    documents = "1 document" if report.documents == 1 else f"{report.documents} documents"
    tell(f"{store}: {documents}{cached}, {report.quads} statements with their sources")
    tell_all(report.skipped, _MOST_SKIPPED)
    tell_all([f"not read: {sentence}" for sentence in report.failures])
    if report.failures:
        sys.exit(1)


@click.command(short_help="Check that the graph is whole and consistent.")
@store_option
def check(store: Path) -> None:
    """Check the graph: shapes (SHACL), rules over all of it, and consistency (OWL, by HermiT, which needs Java).

    Exit status 1 where something is found. Without Java a sentence says how to get it, and the rest is checked.

    \b
    Example: kg check
    """
    from kg import api

    findings = api.check(store=store)
    for finding in findings:
        place = f" {finding.node}" if finding.node else ""
        click.echo(f"{finding.severity}: {finding.point}:{place} {finding.message}")
    wrong = sum(finding.severity != "info" for finding in findings)
    tell(f"{store}: {wrong or 'no'} finding{'s' if wrong != 1 else ''}")
    if wrong:
        sys.exit(1)


@click.command(short_help="Write the graph for other tools: RDF, GraphML, GEXF, CSV.")
@store_option
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="turtle", show_default=True, help="csv is a folder."
)
@click.option("--out", type=click.Path(path_type=Path), help="File, or folder for csv; by default standard output.")
def export(store: Path, format_: str, out: Path | None) -> None:
    """Write the graph to a file that other tools read.

    Turtle, JSON-LD and RDF/XML hold the merged graph, TriG and N-Quads also what each document supports. GraphML and
    GEXF (Gephi) are the network of actors and events; csv is a folder of tables.

    \b
    Example: kg export --format gexf --out meetings.gexf
    """
    from kg import api

    if out is not None:
        api.export(format_, out, store=store)
        tell(f"{out}: written")
        return
    if format_ == "csv" and sys.stdout.isatty():
        raise GraphError("csv is a folder of tables: name it with --out, or lead the zip into a file with >")
    from kg.export import serialise

    sys.stdout.buffer.write(serialise(api.graph(store), format_))


@click.command(short_help="Write the graph as a page for the browser.")
@store_option
@lang_option
@click.option("--focus", metavar="NAME", help="Only what is near this actor, or event by its id.")
@click.option("--out", type=click.Path(path_type=Path), default="communique.html", show_default=True)
def view(store: Path, lang: str, focus: str | None, out: Path) -> None:
    """Write the graph as one HTML page that works offline.

    \b
    Example: kg view --focus OSCE --out osce.html
    """
    from kg import api

    api.view(store, focus=focus, lang=lang).write(out)
    tell(f"{out}: written")
