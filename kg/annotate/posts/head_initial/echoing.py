"""Posts that the one of somebody named before tells: "her deputy", "the minister met his Peruvian [counterpart]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.title import ECHOED, deputy_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View


def of_holder(view: View, title: Title, before: Sequence[Title]) -> None:
    """Give a title behind "his" what the last holder's of the titles `before` tells: "the Minister and [her deputy] N".

    A deputy is that holder's; of others only the country follows.
    """
    hit = view.posts[title.head] if title.head is not None else None
    whose = {view.tokens[k].norm for k in (title.first, max(0, title.first - 1))}
    if title.person is None or hit is None or hit.entry.echo or title.organisation or title.country or not before:
        return
    if whose.isdisjoint(view.language.posts.possessives) or view.tokens[title.first].norm in view.language.posts.its:
        return
    title.country = before[-1].country
    if hit.entry.post == "deputy" and title.titled == title.head:
        title.organisation, title.post = before[-1].organisation, deputy_of(before[-1].post)


def echo(view: View, titles: Sequence[Title]) -> list[Title]:
    """The titles, with a counterpart's post that of whom the sentence named last before; without it no title.

    Nobody is the counterpart of one from his own country. One who has a title of his own needs none: "his counterpart,
    Minister of Trade Anna Kim". A counterpart who is not named is an office of his country.
    """
    found: list[Title] = []
    for title in titles:
        hit = view.posts[title.head] if title.head is not None else None
        if hit is None or not hit.entry.echo:
            found.append(title)
            continue
        others = (t for t in reversed(found) if t.person != title.person and not t.country == title.country is not None)
        same = next((t for t in others if t.post in ECHOED), None)
        named = title.person is not None
        own = named and any(t.person == title.person for t in titles if t is not title)
        told = same is not None or (named and _his(view, title))
        if not told or own or hit.analysis.number or not (title.country or title.organisation):
            continue
        if same is None:
            found.append(title)  # of whom the text names before: "N came. He was met by [his Chilean counterpart] M"
            continue
        title.post = same.post
        title.text = title.text if named else same.text
        found.append(title)
    return found


def _his(view: View, title: Title) -> bool:
    """Tell a title right behind a word for whose it is: "[his] Chilean counterpart"."""
    words = {t.norm for t in view.tokens[max(0, title.first - 1) : title.first + 1]}
    return not words.isdisjoint(view.language.posts.possessives)
