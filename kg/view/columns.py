"""A reader that takes each predicate whole at its first use, which is faster where everything is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from kg.network import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

_Column: TypeAlias = dict[object, list[object]]


class Columns(Reader):
    """As `Reader`, for a store that fits into memory once more."""

    def __init__(self, store: ox.Store) -> None:
        super().__init__(store)
        self._columns: dict[ox.NamedNode, _Column] = {}
        self._backward: dict[ox.NamedNode, _Column] = {}

    def nodes(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """The IRIs that a predicate leads to."""
        return _nodes(self._column(predicate).get(subject, ()))

    def subjects(self, predicate: ox.NamedNode, object_: ox.NamedNode) -> list[ox.NamedNode]:
        """The IRIs from which a predicate leads to `object_`."""
        if predicate not in self._backward:
            found: _Column = {}
            for subject, objects in self._column(predicate).items():
                for value in objects:
                    found.setdefault(value, []).append(subject)
            self._backward[predicate] = found
        return _nodes(self._backward[predicate].get(object_, ()))

    def texts(self, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[tuple[str, str]]:
        """Value and language (`und` where it has none) of each literal."""
        found = self._column(predicate).get(subject, ())
        return sorted((value.value, value.language or "und") for value in found if isinstance(value, ox.Literal))

    def _column(self, predicate: ox.NamedNode) -> _Column:
        if predicate not in self._columns:
            found: _Column = {}
            for quad in self.store.quads_for_pattern(None, predicate, None, ox.DefaultGraph()):
                found.setdefault(quad.subject, []).append(quad.object)
            self._columns[predicate] = found
        return self._columns[predicate]


def _nodes(values: Iterable[object]) -> list[ox.NamedNode]:
    return sorted((value for value in values if isinstance(value, ox.NamedNode)), key=lambda node: node.value)
