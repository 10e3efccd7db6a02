"""Where a deputy is whose title names no institution: where the one is whose deputy he is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import words

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.model import PostMention


def of_chief(settling: Settling, post: PostMention) -> str | None:
    """The one institution whose heads are told before: "the Council's Chairman A", then "Deputy Chairman B"."""
    posts = settling.languages[post.lang].posts
    told = _plain(post.title, posts.fields)
    if post.country or not told or told[0] not in posts.under:
        return None
    chiefs = settling.chiefs.get((post.lang, *told[1:]), ())
    named = {institution for start, institution in chiefs if start < post.start}
    chief = named.pop() if len(named) == 1 else None
    return None if chief is None or settling.seats.sent_by_another(chief, post) else chief


def chiefs_of(settling: Settling) -> dict[tuple[str, ...], list[tuple[int, str | None]]]:
    """Where the titles of a document that name an institution stand, each with it, by language and plain words."""
    found = defaultdict(list)
    for post in settling.annotations.posts:
        if post.organisation is not None:
            told = _plain(post.title, settling.languages[post.lang].posts.fields)
            found[post.lang, *told].append((post.start, settling.organisations.of_mention[post.organisation]))
    return found


def _plain(title: str, fields: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a title before what it is over, parts of words with a hyphen apart."""
    told = words(title)
    end = next((n for n, word in enumerate(told) if word in fields), len(told))
    return told[:end]
