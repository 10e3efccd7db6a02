"""Offices that are widely known institutions and titles as well: "Координатор проектов ОБСЕ в Узбекистане"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.head_initial.beside import name_at
from kg.annotate.posts.title import Title, post_of

if TYPE_CHECKING:
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View


def known_offices(view: View, near: Around) -> list[Title]:
    """Titles of those who are named right behind a known Russian institution that begins with a post, in text order."""
    found: list[Title] = []
    for k, draft in sorted(near.at_start.items()) if view.language.fusional else ():
        hit = view.posts[k]
        if hit is None or draft.known is None or hit.analysis.number:
            continue
        if (name := name_at(view, draft.last + 1, near)) is None:
            continue
        person, until = near.persons[name]
        post = post_of(view, hit.entry, k, k, None)
        rule, text = f"{view.language.code}.title", hit.analysis.stem
        title = Title(k, k, draft.last, text, post, rule, draft, draft.country, person, hit.analysis.case, until)
        found.append(title)
    return found
