"""The towns at the head of a document, which tell where it is from, and countries that stand behind their towns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model import Annotations, Document, PlaceMention

# Lines among which a dateline stands, and what sets the town off from what follows.
_HEAD = 4
_SET_OFF = frozenset(",./(–—-")
# What stands between a town and the date of a dateline.
_DATED = ", "
# What may stand between a town and its country.
_BEHIND = frozenset({" ", " (", ", "})


def opening_towns(document: Document, annotations: Annotations) -> list[PlaceMention]:
    """The places of datelines, and the towns before the first dates, at the head of a document."""
    head = [p for item in document.items for p in item.paragraphs][:_HEAD]
    lines = {p.start for p in head}
    dated = {d.start - len(_DATED) for d in annotations.dates[:_HEAD] if head and d.start < head[-1].end}
    found = []
    for place in (p for p in annotations.places if p.country):
        mark = document.text[place.end : place.end + 2].strip()[:1]
        listed = place.kind == "country" and mark == ","  # "Chile, Peru discuss trade"
        set_off = place.start in lines and mark in _SET_OFF and not listed
        before = place.kind == "town" and place.end in dated and document.text.startswith(_DATED, place.end)
        if set_off or before:
            found.append(place)
    return found


def behind_towns(document: Document, annotations: Annotations) -> set[int]:
    """Where countries stand behind a town of theirs, as news tell a town abroad: "в Чолпон-Ате (Киргизия)"."""
    return {
        p.start
        for town, p in pairwise(annotations.places)
        if (town.kind, town.country) == ("town", p.country) and document.text[town.end : p.start] in _BEHIND
    }
