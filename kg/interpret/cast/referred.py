"""The country that a title only refers to: "президент [страны]"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import words

if TYPE_CHECKING:
    from kg.interpret.cast.where import Settling
    from kg.language import Language
    from kg.model import PostMention

# Characters between two countries of a list.
_JOINT = 3
# Letters by which the last word of a title is known in any case.
_STEM = 4
# Posts that are held for a state, and abroad.
_SENT = frozenset({"ambassador", "consul", "permanent-representative"})


def country_referred(settling: Settling, post: PostMention) -> str | None:
    """The country that a title only refers to, the one named last: "прибыл в Чили и встретился с президентом [страны]".

    Whoever is sent from somewhere is abroad: "посол Чили встретился с президентом страны".
    """
    language = settling.languages[post.lang]
    title, told = words(post.title), words(post.text)
    behind = [w for before, w in pairwise(told) if before[:_STEM] == title[-1][:_STEM] and w not in title]
    if post.organisation is not None or not language.fusional or not any(_ours(language, w) for w in behind):
        return None
    sent = [(p.start, p.end, p.country) for p in settling.annotations.posts if p.post in _SENT]
    named = [p for p in settling.annotations.places if p.kind == "country" and p.start < post.start]
    listed = {k for p, q in pairwise(named) if q.start - p.end <= _JOINT for k in (p.start, q.start)}
    fit = [
        p.country
        for p in named
        if p.case != "adj"
        and p.start not in listed
        and not any(a <= p.start < b and country == p.country for a, b, country in sent)
    ]
    return fit[-1] if fit else settling.home


def _ours(language: Language, word: str) -> bool:
    """Tell the genitive of a noun for the country in question, in the singular: "страны", not "двух стран"."""
    return any(a.stem in language.posts.ours and a.case == "gen" and not a.number for a in language.analyse(word))
