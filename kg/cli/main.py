"""The group of commands, and how errors reach a person."""

from __future__ import annotations

import os
import sys

import click

from kg import __version__
from kg.cli.ask import query
from kg.cli.evaluate import evaluate
from kg.cli.make import build, check, export, view
from kg.cli.network import path_command, stats
from kg.cli.tell import explain, read
from kg.errors import KgError


class _Group(click.Group):
    """Commands in the order of work, and errors as one sentence with exit status 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, in the order in which they were added."""
        del ctx
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises `click.UsageError`, with the nearest one."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from kg.query.names import nearest

            ctx.fail(f"there is no command '{args[0]}'{nearest(args[0], self.commands)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command, and turn what a user can mend into a sentence."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"kg: {error}", err=True)
        except BrokenPipeError:
            # The reader of a pipe (`kg query … | head`) has gone: nothing is wrong.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as error:
            # What commands read and write names itself in a KgError: this is standard output.
            click.echo(f"kg: the answer can't be written: {(error.strerror or str(error)).lower()}", err=True)
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ctx.exit(2)


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
