"""The group of commands, and how errors reach a person."""

from __future__ import annotations

import os
import sys

import click

from kg import __version__
from kg.cli.ask import path_command, query, stats
from kg.cli.evaluate import evaluate
from kg.cli.make import build, check, export, view
from kg.cli.tell import explain, read
from kg.errors import KgError


class _Group(click.Group):
    """Commands in the order of work, and errors as one sentence with exit status 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in the order in which they were added."""
        del ctx
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command, and turn what a user can mend into a sentence."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"kg: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            # The reader of a pipe (`kg query … | head`) has gone: nothing is wrong.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Read official press releases into a graph of who met whom, where, when and about what.

    \b
    Example:
      kg build seeds/documents
      kg query meetings-about-elections
      kg explain OSCE
    """


for command in (build, read, query, explain, path_command, stats, check, view, export, evaluate):
    main.add_command(command)
