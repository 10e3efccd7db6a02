"""The library: the same verbs as the command line's, with types.

    import kg

    kg.build("my-documents")                                   # or: from kg.api import build
    table = kg.query("events-of-actor", {"who": "OSCE"})
    for row in table.rows: ...

`store` is everywhere the folder of the graph. Errors are those of `kg.errors`, each a sentence for a person.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError, QueryError

# What a verb needs is imported when it is called, so that one of them doesn't load what all of them need.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import pyoxigraph as ox

    from kg.build import BuildReport
    from kg.check import Finding
    from kg.evaluate import Scores
    from kg.evaluate.collections import Measured
    from kg.explain import Explanation
    from kg.interpret.missed import Missed
    from kg.model import Document, Reading
    from kg.network import Chain, Stats
    from kg.query import SavedQuery, Table
    from kg.view import Page

STORE = ".communique"
"""The folder of the graph where none is given."""
SECONDS = 60.0
"""How long a question of a user's own may take where nothing else is said."""

Place = str | Path


def build(
    *sources: Place,
    store: Place = STORE,
    jobs: int | None = None,
    judgements: Place | None = None,
    min_confidence: float = 0.0,
    progress: Callable[[str, int, int], None] | None = None,
) -> BuildReport:
    """Read files and folders into the graph, replacing what it held; see `kg.build.build`."""
    from kg import build as pipeline
    from kg.resources import JUDGEMENTS

    verdicts = JUDGEMENTS if judgements is None else Path(judgements)
    return pipeline.build(
        list(map(Path, sources)),
        Path(store),
        jobs=jobs,
        judgements=verdicts,
        min_confidence=min_confidence,
        progress=progress,
    )


def read(path: Place) -> tuple[Document, Reading]:
    """Read a file that holds one document: its text, and what it says. Raises `InputError` naming the file."""
    from kg.build import reader
    from kg.read import documents_in

    if Path(path).is_dir():
        raise InputError(f"{path}: is a folder, not a document; `kg.api.read_all` reads all that is in it")
    found, _ = documents_in([Path(path)])
    if len(found) != 1:
        raise InputError(f"{path}: holds {len(found)} documents; `kg.api.read_all` reads them one after the other")
    return reader().read(found[0])


def read_all(*sources: Place) -> Iterator[tuple[Document, Reading]]:
    """Read all documents in files, folders and zips, one after the other, in order.

    Raises `InputError` at the first that can't be read.
    """
    from kg.build import reader
    from kg.read import documents_in

    found, _ = documents_in(map(Path, sources))
    return map(reader().read, found)


def missed(path: Place) -> tuple[Document, list[Missed]]:
    """What looked like a name, an institution, a post or an event in a file and was not understood, in text order.

    Each says why, and which file of language data knows such words. Raises `InputError` naming the file.
    """
    from kg.build import reader

    document, _ = read(path)
    return document, reader().missed(document)


def graph(store: Place = STORE) -> ox.Store:
    """The graph as a read-only pyoxigraph store, for everything that has no verb."""
    from kg.store import open_graph

    return open_graph(Path(store))


def questions() -> dict[str, SavedQuery]:
    """The saved questions by name."""
    from kg.query import load_queries
    from kg.resources import QUERIES

    return load_queries(QUERIES)


def question(name: Place) -> SavedQuery:
    """A saved question by its name, or any file that ends in .rq. Raises `QueryError`, with the nearest name."""
    from kg.query import load_query, nearest

    if str(name).endswith(".rq"):
        return load_query(Path(name))
    saved = questions()
    if str(name) not in saved:
        raise QueryError(f"there is no saved question '{name}'{nearest(str(name), saved)}; `kg query` lists them")
    return saved[str(name)]


def query(
    name: Place,
    params: Mapping[str, str | Sequence[str]] | None = None,
    *,
    store: Place = STORE,
    lang: str = "en",
    seconds: float = SECONDS,
) -> Table:
    """Answer a saved question, or one in a file (.rq), the latter within `seconds`.

    `params` maps names of parameters to what a person would type, or to several such. Raises `QueryError`.
    """
    from kg.query import run, run_within
    from kg.store import live

    asked = question(name)
    if str(name).endswith(".rq"):
        return run_within(live(Path(store)).oxigraph, asked, params, seconds=seconds, lang=lang)
    return run(graph(store), asked, params, lang)


def ask(sparql: str, *, store: Place = STORE, lang: str = "en", seconds: float = SECONDS) -> Table:
    """Answer a SPARQL query within `seconds`. Raises `QueryError`."""
    from kg.query import ask_within
    from kg.store import live

    return ask_within(live(Path(store)).oxigraph, sparql, lang=lang, seconds=seconds)


def explain(thing: str, *, store: Place = STORE, lang: str = "en") -> Explanation:
    """All facts about a thing, their words, and the rules that found them. Raises `QueryError`."""
    from kg.explain import explain as explain_thing

    return explain_thing(graph(store), thing, lang)


def path(one: str, other: str, *, store: Place = STORE, lang: str = "en") -> Chain | None:
    """The shortest chain of meetings between two actors; None where there is none. Raises `QueryError`."""
    from kg.network import path as chain
    from kg.query import thing

    opened = graph(store)
    first, last = (thing(opened, name, "actor", lang).value for name in (one, other))
    return chain(opened, first, last, lang)


def stats(*, store: Place = STORE, lang: str = "en", top: int = 10) -> Stats:
    """Counts, who is most central, and who links which groups; each ranking has up to `top` entries."""
    from kg.network import stats as measure

    return measure(graph(store), lang, top)


def check(*, store: Place = STORE) -> list[Finding]:
    """What is wrong with the graph; see `kg.check.check`."""
    from kg.check import check as check_graph

    return check_graph(graph(store))


def export(format_: str, out: Place, *, store: Place = STORE) -> None:
    """Write the graph to a file, or to a folder for csv; formats as in `kg.export.FORMATS`."""
    from kg.export import export as export_graph

    export_graph(graph(store), format_, Path(out))


def view(graph: Place | ox.Store = STORE, *, focus: str | None = None, lang: str = "en") -> Page:
    """Make the graph a page that opens offline: a notebook shows it, `write` puts it into a file.

    `graph` is the folder of a graph, or an open one, whose page then quotes without the text around. With `focus`,
    only what is near an actor, or an event by its id. Raises `QueryError` where `focus` names nothing or two things.
    """
    from kg.build import load_texts
    from kg.query import thing
    from kg.store import open_graph
    from kg.view import view as page

    opened = open_graph(Path(graph)) if isinstance(graph, str | Path) else graph
    texts = load_texts(Path(graph)) if isinstance(graph, str | Path) else {}
    if focus is not None:
        focus = thing(opened, focus, "event" if "event/" in focus else "actor", lang).value
    return page(opened, texts, focus=focus, lang=lang)


def evaluate(gold: Place, *sources: Place, store: Place = STORE) -> Scores:
    """Compare readings with the answer keys in the folder `gold`: of `sources`, else of what the graph was made of.

    Raises `InputError` for a document that can't be read, or where keys and documents have nothing in common.
    """
    from kg.build import load_readings
    from kg.evaluate import evaluate as score

    readings = [reading for _, reading in read_all(*sources)] if sources else load_readings(Path(store))
    return score(readings, Path(gold))


def evaluate_collections(folder: Place) -> list[Measured]:
    """Compare readings with the public collections of annotated texts in a folder; see `kg.evaluate.collections`.

    Raises `InputError` where there are none, saying where they come from.
    """
    from kg.build import reader
    from kg.evaluate.collections import measure

    return measure(Path(folder), reader())
