"""Communiqué: official press releases into a knowledge graph of who met whom, and where it says so.

    import kg

    kg.build("seeds/documents")                                    files and folders into the graph
    document, reading = kg.read("press-release.txt")               what one document says
    table = kg.query("who-met-whom", {"who": "OSCE"})              a saved question, or a file of your own (.rq)
    table = kg.ask("SELECT ?s WHERE { ?s a cmq:Election }")        SPARQL of your own
    kg.explain("OSCE"), kg.path("OSCE", "UN"), kg.stats()          what the graph says of a thing, and as a network
    kg.check(), kg.evaluate("tests/gold")                          is the graph whole, and are the readings right
    kg.export("turtle", "graph.ttl"), kg.view(focus="OSCE")        files for other tools, a page for the browser

The verbs are those of the command line, with the same defaults; `kg.api` has them with their types. Nothing is
loaded before it is used. Most verbs are also the name of the part that does the work (`kg.query.render`): such a
module can be called, and the call is that of the verb.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.api import ask, path, stats

__version__ = "0.1.0"

VERBS = ("build", "read", "query", "ask", "explain", "path", "stats", "check", "export", "view", "evaluate")
__all__ = ["VERBS", "__version__", "ask", "path", "stats"]


class _Verb(ModuleType):
    """A module that can be called: `kg.build(…)` is `kg.api.build(…)`."""

    def __call__(self, *args: object, **options: object) -> object:
        """What the verb of the module's name does."""
        return _verb(self.__name__.rpartition(".")[2])(*args, **options)


class _Package(ModuleType):
    """The package, which makes a module that bears a verb's name callable when it is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in VERBS and type(value) is ModuleType:
            value.__class__ = _Verb
        super().__setattr__(name, value)


if not TYPE_CHECKING:  # a type checker would take every name for a verb

    def __getattr__(name: str) -> object:
        """A verb, loaded when it is first asked for."""
        if name not in VERBS:
            raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
        try:
            return import_module(f"{__name__}.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"{__name__}.{name}":
                raise
            return _verb(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *VERBS})


def _verb(name: str) -> Callable[..., object]:
    found: Callable[..., object] = getattr(import_module(f"{__name__}.api"), name)
    return found


sys.modules[__name__].__class__ = _Package
