"""Where each node of the drawing stands: the same numbers on every machine, before the browser sees them."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Iterable

Point: TypeAlias = tuple[float, float]
Terms: TypeAlias = dict[int, list[tuple[int, float]]]

STEP = 130  # pixels for a distance of one: a label of 22 letters at 13 pixels reaches about as far
ROOM_X, ROOM_Y = 166, 112  # pixels that a node and its label of up to three lines keep to themselves
_ALL_PAIRS = 300  # up to here each node looks at all others; beyond, at the pivots and its neighbours
_PIVOTS = 24
_WORK = 2_000_000  # updates in all: about two seconds on one core
_AREA = 1.3  # times the nodes' own room
_PUSH_WORK = 600_000  # nodes looked at in all: about five seconds on one core
_SHAPE = 4 / 3  # of width to height, which windows leave for the drawing
_STRETCH = 1.4  # at most
_PUSHES, _GROW_AFTER, _GROW = 400, 40, 1.15  # rounds of pushing; the drawing grows where they don't suffice


def layout(graph: nx.Graph[str]) -> dict[str, tuple[int, int]]:
    """Place the nodes of `graph`, in whole pixels, so that drawn distance follows distance in the graph.

    Stress majorisation (Gansner, Koren and North 2004, doi:10.1007/978-3-540-31843-9_25), from 300 nodes on with
    pivots only (Ortmann, Klimenta and Brandes 2017, doi:10.7155/jgaa.00440). Then nodes are pushed apart until each
    has `ROOM_X` by `ROOM_Y` for itself, or for `_PUSHES` rounds. Components stand apart, the largest first. Order of
    nodes and edges doesn't matter.

    Only sums, products, quotients and square roots of floats are taken, which IEEE 754 rounds alike everywhere.
    networkx's spring layout was not usable: a start moved by 1e-12 moved nodes by a fifth of the drawing after 200
    steps, and numpy's sums differ by processor, so two machines would write two pages.
    """
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda p: (-len(p), p))
    return _pack([_spread(_place(graph, part)) for part in parts])


def _place(graph: nx.Graph[str], names: list[str]) -> dict[str, Point]:
    number = {name: index for index, name in enumerate(names)}
    near: nx.Graph[int] = nx.Graph()
    near.add_nodes_from(range(len(names)))
    for left, right in sorted(sorted((number[a], number[b])) for a, b in graph.subgraph(names).edges if a != b):
        crowd = max(graph.degree[names[left]], graph.degree[names[right]])
        near.add_edge(left, right, length=0.8 + sqrt(crowd) / 4)
    terms, order = _terms(near)
    places = [(0.0, 0.0)] * len(names)
    for place, node in zip(_spiral(len(names)), order, strict=True):
        places[node] = place
    rounds = max(12, min(100, _WORK // (1 + sum(map(len, terms.values())))))
    for _ in range(rounds):
        for node in order:
            places[node] = _moved(places, node, terms[node])
    wide = max(x for x, _ in places) - min(x for x, _ in places)
    high = max(y for _, y in places) - min(y for _, y in places)
    return {
        name: (STEP * x, STEP * y) if wide >= high else (STEP * y, STEP * x)
        for name, (x, y) in zip(names, places, strict=True)
    }


def _terms(near: nx.Graph[int]) -> tuple[Terms, list[int]]:
    """For each node the nodes it keeps its distance from; and the nodes by distance from the best connected."""
    centre = min(near, key=lambda node: (-near.degree[node], node))
    first = nx.single_source_dijkstra_path_length(near, centre, weight="length")
    order = sorted(near, key=lambda node: (first[node], node))
    terms: Terms = {node: [(other, data["length"]) for other, data in near.adj[node].items()] for node in near}
    pivots = len(near) if len(near) <= _ALL_PAIRS else _PIVOTS
    closest = dict(first)
    pivot, lengths = centre, first
    for _ in range(pivots):
        for node, length in lengths.items():
            if node != pivot and not near.has_edge(node, pivot):
                terms[node].append((pivot, length))
            closest[node] = min(closest[node], length)
        closest[pivot] = -1.0
        pivot = min(near, key=lambda node: (-closest[node], node))
        if closest[pivot] >= 0:
            lengths = nx.single_source_dijkstra_path_length(near, pivot, weight="length")
    return terms, order


def _spiral(count: int) -> Iterable[Point]:
    """Points around the origin, evenly: turned each time by the exact angle of the triangle 3-4-5."""
    x, y = 1.0, 0.0
    for index in range(count):
        radius = sqrt(index)
        yield radius * x, radius * y
        x, y = 0.6 * x - 0.8 * y, 0.8 * x + 0.6 * y


def _moved(places: list[Point], node: int, terms: list[tuple[int, float]]) -> Point:
    """Where the sum of weighted squared errors of distance, bounded from above, is least for `node`."""
    if not terms:
        return places[node]
    here_x, here_y = places[node]
    sum_x = sum_y = weights = 0.0
    for other, length in terms:
        x, y = places[other]
        off_x, off_y = here_x - x, here_y - y
        apart = sqrt(off_x * off_x + off_y * off_y) or 1e-9
        weight = 1 / (length * length)
        sum_x += weight * (x + length * off_x / apart)
        sum_y += weight * (y + length * off_y / apart)
        weights += weight
    return sum_x / weights, sum_y / weights


def _spread(places: dict[str, Point]) -> dict[str, tuple[int, int]]:
    """Give a component `_AREA` times the room its nodes need, higher if it is flat, and part those that overlap."""
    names = sorted(places)
    wide, high = (
        max(1.0, max(p[axis] for p in places.values()) - min(p[axis] for p in places.values())) for axis in (0, 1)
    )
    stretch = min(_STRETCH, max(1.0, wide / (_SHAPE * high)))
    crowd = _AREA * max(1.0, sqrt(len(names) / 100))  # the middle of a large component is more crowded
    grow = max(1.0, sqrt(crowd * len(names) * ROOM_X * ROOM_Y / (wide * high * stretch)))
    spots = [(grow * places[name][0], grow * stretch * places[name][1]) for name in names]
    for number in range(1, max(20, min(_PUSHES, _PUSH_WORK // len(names))) + 1):
        pushes = {pair for pair in _close_pairs(spots) if _covers(spots, *pair)}
        if not pushes:
            break
        for left, right in sorted(pushes):
            _push(spots, left, right)
        if number % _GROW_AFTER == 0:
            spots = [(_GROW * x, _GROW * y) for x, y in spots]
    return {name: (round(x), round(y)) for name, (x, y) in zip(names, spots, strict=True)}


def _close_pairs(spots: list[Point]) -> Iterable[tuple[int, int]]:
    cells: dict[tuple[int, int], list[int]] = {}
    for index, (x, y) in enumerate(spots):
        cells.setdefault((int(x // ROOM_X), int(y // ROOM_Y)), []).append(index)
    for (column, row), members in cells.items():
        for i, j in ((0, 0), (1, -1), (1, 0), (1, 1), (0, 1)):
            for left in members:
                for right in cells.get((column + i, row + j), ()):
                    if (i, j) != (0, 0) or left < right:
                        yield min(left, right), max(left, right)


def _covers(spots: list[Point], left: int, right: int) -> bool:
    return abs(spots[left][0] - spots[right][0]) < ROOM_X and abs(spots[left][1] - spots[right][1]) < ROOM_Y


def _push(spots: list[Point], left: int, right: int) -> None:
    """Part two nodes along the axis on which less is missing, each by half of what is missing."""
    (x, y), (u, v) = spots[left], spots[right]
    short_x, short_y = ROOM_X - abs(u - x), ROOM_Y - abs(v - y)
    if short_x <= 0 or short_y <= 0:
        return
    if short_x / ROOM_X < short_y / ROOM_Y:
        move = short_x / 2 if u >= x else -short_x / 2
        spots[left], spots[right] = (x - move, y), (u + move, v)
    else:
        move = short_y / 2 if v >= y else -short_y / 2
        spots[left], spots[right] = (x, y - move), (u, v + move)


def _pack(parts: list[dict[str, tuple[int, int]]]) -> dict[str, tuple[int, int]]:
    """Set components beside and below each other in rows as wide as the largest, or as a square of all."""
    boxes = [_box(part) for part in parts]
    area = sum(wide * high for _, _, wide, high in boxes)
    limit = max([ceil(sqrt(1.6 * area)), *(wide for _, _, wide, _ in boxes)], default=0)
    found: dict[str, tuple[int, int]] = {}
    x = y = tallest = 0
    for part, (left, top, wide, high) in zip(parts, boxes, strict=True):
        if x and x + wide > limit:
            x, y, tallest = 0, y + tallest, 0
        found.update({name: (x + a - left, y + b - top) for name, (a, b) in part.items()})
        x, tallest = x + wide, max(tallest, high)
    return found


def _box(part: dict[str, tuple[int, int]]) -> tuple[int, int, int, int]:
    """Left, top, width and height of a component with room around it."""
    left, top = (min(spot[axis] for spot in part.values()) for axis in (0, 1))
    right, bottom = (max(spot[axis] for spot in part.values()) for axis in (0, 1))
    return left, top, right - left + 2 * ROOM_X, bottom - top + 2 * ROOM_Y
