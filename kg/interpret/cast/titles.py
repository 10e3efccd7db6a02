"""What a title tells: its heads, what it is over, whose it is, and of which country."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import stems, words
from kg.language.case import lower

if TYPE_CHECKING:
    from kg.language import Language
    from kg.language.posts import PostHead
    from kg.model import Annotations, PostMention

# Posts whose holders go by several titles ("Президент", "Мемлекет басшысы").
FIRST = frozenset({"president", "prime-minister"})
# Posts by which the head of an institution may go in the same text ("chairman", then "head", of a commission).
HEADS = frozenset({"head", "chair", "director", "minister", "speaker", "secretary-general", "president", "rector"})

# Posts by which a deputy of a minister may go in the same text.
DEPUTIES = frozenset({"deputy-head", "deputy-minister"})


@lru_cache(maxsize=10_000)
def heads_of(language: Language, title: str) -> tuple[PostHead, ...]:
    """The heads of titles among the words of a title, in order."""
    found = language.post_heads.find
    hyphened = [w for w in lower(title).split() if "-" in w and language.head_final]
    whole = {w for w in hyphened if found(w) is not None}  # a "wise-premýer" is no premier
    parts = [w for token in lower(title).split() for w in ([token] if token in whole else words(token))]
    return tuple([hit.entry for w in parts if (hit := found(w)) is not None])


def heads_titles(language: Language, word: str) -> bool:
    """Tell a word that heads titles; "justice" is a judge, but a portfolio too."""
    hit = language.post_heads.find(word)
    return hit is not None and hit.entry.post != "judge"


def styles_of(language: Language, post: PostMention) -> tuple[str, ...]:
    """Words that make the title of who is first in a state ("мемлекет басшысы"): they tell of no field."""
    if post.post not in FIRST:
        return ()
    return tuple(b for head in heads_of(language, post.title) for b, named in head.with_.items() if named == post.post)


def portfolio_of(language: Language, post: PostMention) -> frozenset[str]:
    """The beginnings of the words that tell what a post is over, without heads, countries and small words."""
    return _over(language, post.title, styles_of(language, post))


@lru_cache(maxsize=10_000)
def _over(language: Language, title: str, styles: tuple[str, ...]) -> frozenset[str]:
    """The same of a title, without words that begin so."""
    small = language.small_words | language.posts.ranks
    apart = " ".join(w for w in title.split() if "-" not in w or not heads_titles(language, lower(w)))
    plain = (w for w in words(apart) if w not in small and not heads_titles(language, w))  # "вице-министр" is one word
    return stems(" ".join(w for w in plain if not w.startswith(styles)))


def other_words(language: Language, post: PostMention, title: str) -> bool:
    """Tell an English title from another of the same post by its own words: "Director [General]", "[Area] Director"."""
    one, other = _own_words(language, post.title, post.post), _own_words(language, title, post.post)
    same = any(head.post == post.post for head in heads_of(language, title))
    return same and language.analytic and bool(one and other) and one.isdisjoint(other)


@lru_cache(maxsize=10_000)
def _own_words(language: Language, title: str, post: str) -> frozenset[str]:
    """The beginnings of the words of a title but for small ones and the noun for its post."""
    found = language.post_heads.find
    plain = (w for w in words(title) if w not in language.small_words | language.posts.ranks)
    return stems(" ".join(w for w in plain if (hit := found(w)) is None or hit.entry.post != post))


def names_area(language: Language, post: PostMention) -> bool:
    """Tell a title with a word that is neither its own nor a noun for an area: "мэр [Лосево]", but "мэр города"."""
    known = language.small_words | language.posts.ranks | language.posts.modifiers | language.institutions.modifiers
    areas = language.forms(language.institutions.places)
    apart = (w for w in post.title.lower().split() if not heads_titles(language, w))  # "вице-губернатор" is one word
    return any(w not in known and not areas[w] and not heads_titles(language, w) for w in words(" ".join(apart)))


def of_body(language: Language, post: PostMention) -> bool:
    """Tell the title of who is first in something that is no state: "президент [клуба]", "[Corporation] President".

    In Russian that is whatever stands behind the head but a noun for the state or its government.
    """
    if post.post not in FIRST:
        return False
    told = words(post.title)
    bodies = [hit.entry for w in told if (hit := language.institution_heads.find(w)) is not None]
    if not language.fusional:
        return any(body.kind not in {"government", "parliament"} for body in bodies)
    head = next((n for n, word in enumerate(told) if language.post_heads.find(word) is not None), len(told))
    ours = language.forms(language.posts.ours)
    behind = [w for w in told[head + 1 :] if not ours[w] and not w.startswith(styles_of(language, post))]
    return any(w not in language.small_words and not heads_titles(language, w) for w in behind)


def told_by(annotations: Annotations, post: PostMention) -> str | None:
    """The country that a title names: its own, or that of its institution."""
    body = annotations.organisations[post.organisation] if post.organisation is not None else None
    return post.country or (body.country if body is not None else None)


def told_beside(annotations: Annotations) -> dict[int, str]:
    """The one country that the titles of a person mention tell (by its index), for those of them that tell none.

    "Deputy Chairman of the Cabinet, Minister of Trade of Chile N.": the Cabinet is Chile's, wherever the text is from.
    """
    told: dict[int, set[str]] = {}
    for post in annotations.posts:
        if post.person is not None and (country := told_by(annotations, post)):
            told.setdefault(post.person, set()).add(country)
    return {person: next(iter(countries)) for person, countries in told.items() if len(countries) == 1}
