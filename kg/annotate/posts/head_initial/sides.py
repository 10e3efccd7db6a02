"""Chairs of a body that two sides have together: "Сопредседателем чешской стороны является N, польской стороны – M"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import words_of
from kg.annotate.organisations.inflect import nominative_phrase
from kg.annotate.posts.head_initial.clauses import tells_post
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

# Farthest that a side stands behind the title, and the name behind the side, in tokens.
_SIDE, _TO_NAME = 4, 24


def find_sides(view: View, titles: Sequence[Title], near: Around) -> list[Title]:
    """Give the title of a side's chair its holder; the titles of the sides that follow it, in text order."""
    data, found = view.language.posts, []
    for title in titles:
        head = title.head if title.head is not None else title.first
        joint = view.tokens[head].norm.startswith(data.joint)
        if title.person is not None or not joint or (side := _side(view, head + 1)) is None:
            continue
        title.organisation = None
        post = nominative_phrase(view, head, head, head)
        at: int | None = side
        while at is not None and (name := _holder(view, at + 1, near)) is not None:
            person, until = near.persons[name]
            own = title if title.person is None else replace(title, first=name, last=name, body=name)
            place = view.place[at - 1]
            own.country, own.text = place.country if place else None, f"{post} {words_of(view, at - 1, at)}"
            own.person, own.until, own.rule = person, until, f"{view.language.code}.predicate"
            if own is not title:
                found.append(own)
            at = _side(view, until + 1)
    return found


def _side(view: View, k: int) -> int | None:
    """The noun for a side behind the adjective of its country: "чешской [стороны]"."""
    for m in range(k, min(k + _SIDE, len(view.tokens) - 1)):
        place = view.place[m]
        if place is not None and place.case == "adj":
            return m + 1 if view.language.forms(view.language.posts.sides)[view.tokens[m + 1].norm] else None
    return None


def _holder(view: View, k: int, near: Around) -> int | None:
    """The first name behind the verb or the dash at token `k`."""
    if k >= len(view.tokens) or not (view.tokens[k].text in DASHES or tells_post(view, k)):
        return None
    return next((m for m in range(k, min(k + _TO_NAME, len(view.tokens))) if m in near.persons), None)
