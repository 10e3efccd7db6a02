"""Institutions that a pronoun before a title stands for: "the Senate and [its] Speaker", "Совет и [его] глава".

So a bracket: "Oslo University [(]Rector Anna Kim)".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

_NONE = frozenset({"state", "media"})  # kinds of bodies of which "its" further on does not tell


def its_body(view: View, title: Title, titles: Sequence[Title], near: Around) -> Draft | None:
    """The institution that the pronoun or bracket right before a title without one stands for, or None.

    English "its" is that of the one named last. A pronoun that may stand for a person, too, is that of an institution
    only where a conjunction joins the two, and none that the title of a person holds: "глава [Сената] и его помощник".
    """
    data, first = view.language.posts, title.first
    if title.organisation or title.country or not first:
        return None
    if view.tokens[first - 1].text == "(":
        body = near.at_end.get(first - 2)
        return body if body is not None and body.kind not in _NONE else None
    if view.tokens[first - 1].norm in data.its:
        before = [d for last, d in near.at_end.items() if last < first - 1 and d.kind not in _NONE]
        return max(before, key=lambda d: d.last, default=None)
    if view.language.analytic or view.tokens[first - 1].norm not in data.possessives or first == 1:
        return None
    found = near.at_end.get(first - 3) if view.tokens[first - 2].norm in view.conjunctions else None
    held = any(other.organisation is found for other in titles)
    return None if found is None or found.kind == "state" or held else found
