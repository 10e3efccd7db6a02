"""What the commands share: options, the store, progress."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STORE = ".communique"
SEEDS = Path("seeds/documents")

store_option = click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    default=STORE,
    envvar="COMMUNIQUE_STORE",
    show_default=True,
    show_envvar=True,
    help="Folder of the graph.",
)
lang_option = click.option(
    "--lang", default="en", show_default=True, metavar="CODE", help="Language of labels: en, tk, kk or ru."
)


def console() -> Console:
    """A console for standard output that never breaks lines of data in a pipe."""
    return Console(soft_wrap=not sys.stdout.isatty(), highlight=False)


def tell(message: str) -> None:
    """Print a message for people, on standard error."""
    click.echo(message, err=True)


@contextmanager
def progress_bar(words: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error where a person is watching, else None."""
    if not sys.stderr.isatty():
        yield None
        return
    columns: tuple[Any, ...] = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def sources_or_seeds(sources: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths given, else the seed documents of a checkout. Raises `InputError` where there are none."""
    if sources:
        return sources
    if SEEDS.is_dir():
        return (SEEDS,)
    raise InputError("nothing to read: give files or folders, such as `kg build my-documents`")
