"""Where a deputy is whose title names no institution: where the one is whose deputy he is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.groups import words

if TYPE_CHECKING:
    from kg.interpret.cast.where import Settling
    from kg.model import PostMention


def of_chief(settling: Settling, post: PostMention) -> str | None:
    """The one institution whose heads are told before: "the Council's Chairman A", then "Deputy Chairman B"."""
    posts = settling.languages[post.lang].posts
    told = _plain(post.title, posts.fields)
    if post.country or not told or told[0] not in posts.under:
        return None
    mentions = settling.annotations.posts
    chiefs = (m for m in mentions if m.start < post.start and m.organisation is not None and m.lang == post.lang)
    named = {
        settling.organisations.of_mention[m.organisation]
        for m in chiefs
        if m.organisation is not None and _plain(m.title, posts.fields) == told[1:]
    }
    return named.pop() if len(named) == 1 else None


def _plain(title: str, fields: tuple[str, ...]) -> list[str]:
    """The words of a title before what it is over, parts of words with a hyphen apart, without "first"."""
    told = [part for word in words(title) for part in word.split("-")]
    end = next((n for n, word in enumerate(told) if word in fields), len(told))
    return told[:end]
