"""The page as a whole: what is kept of the graph, where it stands, and the file."""

from __future__ import annotations

import html as markup
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
from jinja2 import Environment, StrictUndefined

from kg.errors import GraphError
from kg.files import whole_file
from kg.language.letters import letters
from kg.view import bundle
from kg.view.data import Data, path
from kg.view.layout import layout

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyoxigraph as ox

WHOLE = 250
"""Nodes up to which a graph is drawn as a whole."""
FIRST = 120
"""Of a larger one so many are placed and drawn at first; the others are in groups beside them, to be opened."""
_BESIDE = 4  # neighbours that each of these brings
_NEAR = 2  # links from the focus


@dataclass(frozen=True)
class Page:
    """A page; a notebook shows it in its place."""

    html: str

    def write(self, out: Path | str) -> None:
        """Write the page whole. Raises `GraphError` for a path that can't be written; what was there is then kept."""
        with whole_file(Path(out)) as stream:
            stream.write(self.html.encode())

    def _repr_html_(self) -> str:
        """The page inside a notebook, in a frame of its own that reaches neither the notebook nor the network."""
        return (
            '<iframe sandbox="allow-scripts allow-downloads allow-modals" title="Communiqué" width="100%" height="760" '
            f'style="border:1px solid #888" srcdoc="{markup.escape(self.html)}"></iframe>'
        )


def view(
    store: ox.Store, texts: Mapping[str, str] | None = None, *, focus: str | None = None, lang: str = "en"
) -> Page:
    """Make the page of a graph; the same graph gives the same page.

    `texts` holds the texts of documents by id: without them the page quotes the words alone. `focus`, the IRI of an
    actor or an event or its path below the base, limits the page to what is at most two links away. `lang` (BCP 47)
    is the language in which it opens. The page makes no request, runs no text of a document, and needs no server.
    Raises `GraphError` for a `focus` that isn't in the graph.
    """
    data = Data(store, texts or {})
    kept, chosen = list(data.types), None
    if focus is not None:
        chosen = path(focus)
        if chosen not in data.types:
            raise GraphError(f"'{focus}' is no actor and no event of this graph")
        kept = sorted(nx.ego_graph(data.graph, chosen, radius=_NEAR)) if chosen in data.graph else [chosen]
    graph = data.graph.subgraph(kept)
    ranked = sorted(graph, key=lambda node: (node != chosen, -graph.degree[node], node))
    first = _foremost(graph, ranked) if len(ranked) > WHOLE else ranked
    table = letters()
    content = {
        **data.json(kept, layout(_met(graph, first))),
        "focus": chosen or "",
        "lang": lang if lang in bundle.LANGUAGES else "en",
        "letters": {
            "latin": {**table.cyrillic, **table.latin},
            "reductions": [[reduction.pattern, reduction.becomes] for reduction in table.reductions],
        },
    }
    values = {
        "lang": content["lang"],
        "policy": bundle.policy(),
        "style": bundle.style(),
        "script": bundle.script(),
        "vis": bundle.packed(bundle.vis()),
        "data": bundle.packed_json(content),
        "words": bundle.packed_json(bundle.words()),
    }
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(bundle.read("page.html"))
    return Page(template.render(values))


def _foremost(graph: nx.Graph[str], ranked: list[str]) -> list[str]:
    """The first of the nodes `ranked`, each with the first of its neighbours."""
    rank = {node: number for number, node in enumerate(ranked)}
    found: dict[str, None] = {}
    for node in ranked:
        for one in (node, *sorted(graph[node], key=lambda other: rank[other])[:_BESIDE]):
            if len(found) < FIRST:
                found[one] = None
        if len(found) >= FIRST:
            break
    return list(found)


def _met(graph: nx.Graph[str], first: list[str]) -> nx.Graph[str]:
    """The graph of the nodes `first`, with a link between those of them who met at an event that isn't among them.

    Only the pairs who met most often: twice as many as there are nodes.
    """
    shown = set(first)
    pairs = Counter(
        pair
        for event in graph
        if event not in shown and event.startswith("event/")
        for pair in combinations(sorted(shown.intersection(graph[event])), 2)
    )
    found: nx.Graph[str] = nx.Graph(graph.subgraph(sorted(first)))
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair], pair))
    found.add_edges_from(ranked[: 2 * len(first)])
    return found
