"""The page: pyvis shapes the network's data and brings vis-network; the template, style and script are ours."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib import resources
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.errors import GraphError
from kg.files import whole_file
from kg.network import load
from kg.view.content import KINDS, Content, drawn, kind_of, label_of, path
from kg.view.layout import layout
from kg.vocab import BASE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import pyoxigraph as ox

    from kg.network import Network

MOST_NODES = 10_000  # placed in a minute, drawn in some ten seconds; beyond, pyvis itself takes hours
_FOLDER = Path(__file__).parent
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"  # as pyvis 0.3.2 packs it


def view(store: ox.Store, out: Path, focus: str | None = None, lang: str = "en") -> None:
    """Write the network of the store to `out` as one HTML file; the same graph gives the same bytes.

    `focus`, the IRI of an actor or an event or its path below the base, limits the page to what is at most two links
    away; `lang` (BCP 47) is the language of labels. The page makes no request, runs no text of a document, and needs
    no server. Raises `GraphError` for a `focus` that isn't in the graph, more than `MOST_NODES` nodes, or a path that
    can't be written; what was at `out` is then still there.
    """
    text = html(load(store, lang), focus)
    with whole_file(out) as stream:
        stream.write(text.encode())


def html(network: Network, focus: str | None = None) -> str:
    """The page as text; `focus` as in `view`."""
    if focus is not None:
        focus = focus if focus.startswith(BASE) else BASE + focus
        if focus not in network.actors and focus not in network.events:
            raise GraphError(f"'{focus}' is no actor and no event of this graph")
    graph = drawn(network, focus)
    everything = [*network.actors, *network.events]
    if len(graph) > MOST_NODES:
        raise GraphError(
            f"{len(graph)} actors and events are too many for one page, which takes {MOST_NODES}; "
            "choose what is near one of them (--focus)"
        )
    content = Content(network, graph, graph if focus else everything)
    vis, style, script = _vis(), _read("page.css"), _read("page.js")
    data = content.json()
    page = {
        "title": ", near ".join(filter(None, ("Communiqué: who met whom", _label(network, focus)))),
        "counts": _counts(content, data["documents"]),
        "focus": path(focus) if focus else None,
        "policy": _policy([vis, script], style),
        "kinds": KINDS,
        "style": style,
        "vis": vis,
        "script": script,
        "data": data,
        "events": _listed(network, content),
        "others": sorted(
            (thing["label"], key) for key, thing in content.things.items() if key.split("/")[0] != "event"
        ),
    }
    return _rendered(network, graph, content, page)


def _rendered(network: Network, graph: nx.Graph[str], content: Content, page: dict[str, Any]) -> str:
    from pyvis.network import Network as Drawing  # noqa: PLC0415  it takes a second to import

    # Directed, because pyvis compares each undirected edge with all before; the arrows are taken off in page.js.
    drawing = Drawing(directed=True, cdn_resources="in_line")
    # pyvis's own template refers to two servers and takes a heading as HTML.
    drawing.templateEnv = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined)
    drawing.templateEnv.globals["page"] = page
    drawing.templateEnv.filters["embedded"] = _embedded
    drawing.path = "page.html"
    shapes = {kind.id: kind.shape for kind in KINDS}
    places = layout(graph)
    for iri in sorted(graph):
        kind, (x, y) = kind_of(network, iri), places[iri]
        planned = iri in network.events and network.events[iri].status.code == "planned"
        drawing.add_node(
            path(iri), label=label_of(network, iri), shape=shapes[kind], group=f"{kind}-planned" if planned else kind,
            x=x, y=y, size=round(10 + 2.5 * sqrt(graph.degree[iri])),
        )  # fmt: skip
    for number, edge in enumerate(content.edges):
        drawing.add_edge(edge["from"], edge["to"], id=number, style=edge["style"])
    return str(drawing.generate_html())


def _listed(network: Network, content: Content) -> list[dict[str, Any]]:
    """The events in the order of dates, the undated last, each with who took part: the page as a plain list."""
    found = []
    for event in sorted(network.events.values(), key=lambda event: (event.start or event.end or "9", event.id)):
        if path(event.id) in content.things:
            told = content.things[path(event.id)]
            parts = [(content.things[fact["thing"]]["label"], fact) for fact in told["facts"] if "thing" in fact]
            found.append({"path": path(event.id), "label": told["label"], "lines": told["lines"], "parts": parts})
    return found


def _label(network: Network, iri: str | None) -> str | None:
    thing = network.actors.get(iri or "") or network.events.get(iri or "")
    return thing.label if thing else None


def _counts(content: Content, documents: Sequence[str]) -> list[str]:
    """What the page holds, in words."""
    kinds = [thing["kind"] for thing in content.things.values()]
    events = sum(kind in {"meeting", "election", "other"} for kind in kinds)
    persons, offices = kinds.count("person"), kinds.count("office")
    bodies = len(kinds) - events - persons - offices
    numbers = (
        (persons, "person", "persons"),
        (bodies, "organisation or state", "organisations and states"),
        (offices, "office", "offices"),
        (events, "event", "events"),
        (len(documents), "document", "documents"),
    )
    return [f"{number} {one if number == 1 else many}" for number, one, many in numbers if number]


def _embedded(value: object) -> str:
    """JSON that may stand in a script element: `<`, `>`, `&` and the line separators of JavaScript are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _policy(scripts: Sequence[str], style: str) -> str:
    """A Content-Security-Policy that allows these scripts and this style, by their hashes, and no request at all."""
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _vis() -> str:
    return (resources.files("pyvis") / _VIS).read_text(encoding="utf-8")


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
