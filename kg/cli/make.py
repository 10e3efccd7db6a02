"""Commands that make things: the graph, its check, exports, the page."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.common import lang_option, progress_bar, sources_or_seeds, store_option, tell


@click.command()
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@store_option
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that read; by default one a core.")
@click.option("--judgements", type=click.Path(path_type=Path), help="CSV of same / different verdicts.")
def build(sources: tuple[Path, ...], store: Path, jobs: int | None, judgements: Path | None) -> None:
    """Read SOURCES (files and folders) into the graph, replacing what it held.

    Without SOURCES: the seed documents of a checkout. A document that can't be read is named at the end, and the
    exit status is then 1.

    \b
    Example: kg build my-documents --store my-graph
    """
    from kg import build as pipeline
    from kg.resources import JUDGEMENTS

    with progress_bar("reading") as progress:
        report = pipeline.build(
            sources_or_seeds(sources), store, jobs=jobs, judgements=judgements or JUDGEMENTS, progress=progress
        )
    tell(f"{store}: {report.documents} documents ({report.cached} from the cache), {report.quads} quads")
    for sentence in report.skipped:
        tell(f"left out: {sentence}")
    for sentence in report.failures:
        tell(f"not read: {sentence}")
    if report.failures:
        sys.exit(1)


@click.command()
@store_option
def check(store: Path) -> None:
    """Check the graph: shapes (SHACL), rules over all of it, and consistency (OWL, by HermiT, which needs Java).

    Exit status 1 where something is found.

    \b
    Example: kg check
    """
    from kg import check as checks
    from kg.store import open_graph

    findings = checks.check(open_graph(store))
    for finding in findings:
        place = f" {finding.node}" if finding.node else ""
        click.echo(f"{finding.severity}: {finding.point}:{place} {finding.message}")
    wrong = sum(finding.severity != "info" for finding in findings)
    tell(f"{store}: {wrong or 'no'} finding{'s' if wrong != 1 else ''}")
    if wrong:
        sys.exit(1)


@click.command()
@store_option
@click.option("--format", "format_", default="turtle", show_default=True, help="See the list below.")
@click.option("--out", type=click.Path(path_type=Path), help="File, or folder for csv; by default standard output.")
def export(store: Path, format_: str, out: Path | None) -> None:
    """Write the graph to a file that other tools read.

    Formats: turtle, trig, nquads, jsonld, rdfxml, graphml, gexf, csv (a folder of tables).

    \b
    Example: kg export --format gexf --out meetings.gexf
    """
    from kg import export as exports
    from kg.store import open_graph

    graph = open_graph(store)
    if out is None:
        click.get_binary_stream("stdout").write(exports.serialise(graph, format_))
    else:
        exports.export(graph, format_, out)
        tell(f"{out}: written")


@click.command()
@store_option
@lang_option
@click.option("--focus", metavar="NAME", help="Only what is near this actor, or event by its id.")
@click.option("--out", type=click.Path(path_type=Path), default="communique.html", show_default=True)
def view(store: Path, lang: str, focus: str | None, out: Path) -> None:
    """Write the graph as one HTML page that works offline.

    \b
    Example: kg view --focus OSCE --out osce.html
    """
    from kg import view as page
    from kg.query import thing
    from kg.store import open_graph

    graph = open_graph(store)
    if focus is not None:
        focus = thing(graph, focus, "event" if "event/" in focus else "actor", lang).value
    page.view(graph, out, focus=focus, lang=lang)
    tell(f"{out}: written")
