"""The country that a title only refers to: "президент [страны]"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import words

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.language import Language
    from kg.model import PostMention

# Characters between two countries of a list.
_JOINT = 3
# Letters by which the last word of a title is known in any case.
_STEM = 4
# Posts that are held for a state, and abroad.
_SENT = frozenset({"ambassador", "consul", "permanent-representative"})

# Cases of where somebody is, comes to or from.
_WHERE = frozenset({"dat", "loc", "abl"})


def country_referred(settling: Settling, post: PostMention) -> str | None:
    """The country that a title only refers to, the one named last: "прибыл в Чили и встретился с президентом [страны]".

    Whoever is sent from somewhere is abroad: "посол Чили встретился с президентом страны".
    """
    language = settling.languages[post.lang]
    if language.head_final:
        return _country_final(settling, post, language)
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


def _country_final(settling: Settling, post: PostMention, language: Language) -> str | None:
    """The same where heads stand last: "[ýurduň] Prezidenti".

    It is the country that another title of the person tells; behind a demonstrative the foreign one named last; else
    that of the place told last where somebody is or goes, or the home of the text.
    """
    told = words(post.text)
    at = next((k for k, word in enumerate(told) if _ours(language, word)), None)
    if post.organisation is not None or at is None or any(w not in language.posts.these for w in told[:at]):
        return None
    person = settling.persons.of_mention[post.person] if post.person is not None else None
    held = {p.country for p in settling.borne.get(person, ()) if p.country} if person is not None else set()
    if len(held) == 1:
        return next(iter(held))
    named = [p for p in settling.annotations.places if p.country and p.start < post.start]
    named = [p for p in named if (p.country != settling.home if at else p.case in _WHERE)]
    return named[-1].country if named else settling.home


def _ours(language: Language, word: str) -> bool:
    """Tell the genitive of a noun for the country in question, in the singular: "страны", not "двух стран"."""
    return any(a.stem in language.posts.ours and a.case == "gen" and not a.number for a in language.analyse(word))
