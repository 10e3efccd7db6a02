"""Offices that are widely known institutions and titles as well: "Координатор проектов ОБСЕ в Узбекистане"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import words_of
from kg.annotate.posts.head_initial.beside import name_at
from kg.annotate.posts.title import Title, post_of

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View


def known_offices(view: View, near: Around) -> list[Title]:
    """Titles of those who are named right behind a known institution that is an office itself, in text order.

    A Russian one begins with a post, an English one has one: "the OSCE [Project Co-ordinator] in Uzbekistan, Anna Kim".
    """
    if view.language.head_final:
        return []
    found: list[Title] = []
    for _, draft in sorted(near.at_start.items()):
        if (called := _called(view, draft, near)) is not None:
            found.append(called)
            continue
        k = _post_of(view, draft) if draft.known is not None else None
        hit = view.posts[k] if k is not None else None
        after = draft.last + 1
        if k is None or hit is None or hit.analysis.number or hit.entry.rank:
            continue  # "the UN [General] Assembly, Anna Kim met"
        comma = view.language.analytic and after + 1 < len(view.tokens) and view.tokens[after].text == ","
        name = name_at(view, after + comma, near)
        beside = view.posts[after + comma] if after + comma < len(view.tokens) else None
        ranked = (comma or view.language.fusional) and beside is not None and beside.entry.post == "ambassador"
        if name is None and not ranked:
            continue
        person, until = near.persons[name] if name is not None else (None, None)
        post = post_of(view, hit.entry, draft.first, draft.last, None) if view.language.analytic else ""
        post = post or post_of(view, hit.entry, k, k, None)
        rule, text = f"{view.language.code}.title", words_of(view, draft.first, draft.last)
        text = text if view.language.analytic else hit.analysis.stem
        title = Title(
            draft.first, k, draft.last, text, post, rule, draft, draft.country, person, hit.analysis.case, until
        )
        found.append(title)
    return found


def _called(view: View, draft: Draft, near: Around) -> Title | None:
    """The title of who goes by the name of the body, right before the name: "the [Consulate General] of Chile Kim"."""
    head, name = view.heads[draft.first], name_at(view, draft.last + 1, near)
    post = view.language.posts.called.get(head.entry.lemma) if head is not None else None
    if post is None or name is None:
        return None
    last = next(k for k in range(draft.first, draft.last + 1) if k == draft.last or not view.capital(k + 1))
    person, until = near.persons[name]
    text, rule = words_of(view, draft.first, last), f"{view.language.code}.title"
    return Title(draft.first, draft.first, draft.last, text, post, rule, draft, draft.country, person, until=until)


def _post_of(view: View, draft: Draft) -> int | None:
    """The token of the post that an institution's name begins with, in English before any noun for an institution."""
    if view.language.fusional:
        return draft.first
    for k in range(draft.first, draft.last + 1):
        if view.heads[k] is not None:
            return None
        if view.posts[k] is not None and view.capital(k):
            return k
    return None
