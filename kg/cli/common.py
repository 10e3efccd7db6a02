"""What the commands share: options, text for people, progress."""

from __future__ import annotations

import os
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.api import STORE
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rich.console import Console
    from rich.text import Text

SEEDS = Path("seeds/documents")
WIDTH = 120
"""Columns of text where there is no terminal to ask."""
# Characters that a terminal would obey, and those that turn the direction of writing.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_GAP = "  "
_NARROW = 20

store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
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
    """A console for standard output: as wide as the terminal or `COLUMNS` says, else `WIDTH`."""
    from rich.console import Console

    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(width=None if known else WIDTH, highlight=False, markup=False, emoji=False)


def clean(text: str) -> str:
    """Words of a document for a terminal: control characters become spaces, so that offsets hold."""
    return _CONTROLS.sub(" ", text)


def one_line(text: str, most: int | None = None) -> str:
    """The same on one line, cut between words to `most` characters."""
    words = " ".join(clean(text).split())
    return words if most is None or len(words) <= most else f"{words[:most].rpartition(' ')[0] or words[:most]} …"


def tell(message: str) -> None:
    """Print a message for people, on standard error."""
    click.echo(message, err=True)


def tell_all(messages: Sequence[str], most: int | None = None) -> None:
    """Print messages, of more than `most` the first and how many are left."""
    for message in messages[:most]:
        tell(message)
    if most is not None and len(messages) > most:
        tell(f"… and {len(messages) - most} more")


def put(out: Console, words: str | Text, style: str = "") -> None:
    """Print words cut into lines between words, without trailing blanks; what they are indented by, all lines are."""
    from rich.text import Text

    text = Text(words, style=style) if isinstance(words, str) else words
    indent = len(text.plain) - len(text.plain.lstrip(" "))
    for line in text[indent:].wrap(out, max(out.width - indent, _NARROW), overflow="fold", tab_size=4):
        line.rstrip()
        out.print(Text(" " * indent) + line, soft_wrap=True)


def columns(rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> Iterator[str]:
    """Rows as aligned lines without trailing blanks; `right` are the numbers of columns set to the right."""
    from rich.cells import cell_len

    table, to_right = [list(row) for row in rows], set(right)
    widths = [max(map(cell_len, cells)) for cells in zip(*table, strict=True)]
    for row in table:
        cells = (
            " " * (width - cell_len(cell)) + cell if number in to_right else cell + " " * (width - cell_len(cell))
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield _GAP.join(cells).rstrip()


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """What is called with the work, how much of it is done, and all of it (0: not known).

    It draws a bar on standard error where a person is watching; elsewhere it is None.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    parts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Without a thread of its own for refreshing: the processes that read are forks of this one.
    with Progress(*parts, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        tasks = {}

        def advance(work: str, done: int, total: int) -> None:
            if work not in tasks:
                tasks[work] = progress.add_task(work)
            progress.update(tasks[work], completed=done, total=total or None, refresh=True)

        yield advance


def sources_or_seeds(sources: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths given, else the seed documents of a checkout. Raises `InputError` where there are none."""
    if sources:
        return sources
    if SEEDS.is_dir():
        return (SEEDS,)
    raise InputError("nothing to read: give files or folders, such as `kg build my-documents`")
