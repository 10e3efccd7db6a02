"""The state of who is in a delegation that is only referred to: "[Делегация құрамында] депутат N бар"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import tokens_before, tokens_behind
from kg.model import START

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.language import Language
    from kg.model import PostMention, Token

# How far back a sentence may tell whose delegation it is, and tokens before a title among which it is referred to.
_FAR, _BEFORE = 2, 4


def from_abroad(settling: Settling, post: PostMention) -> bool:
    """Tell who is in a delegation of others than the text's own state, told right before, where heads stand last."""
    language = settling.languages[post.lang]
    sentence = settling.annotations.sentences[post.sentence]
    if not language.head_final or not _of_delegation(language, tokens_before(sentence, post.start, _BEFORE)):
        return False
    countries = [country for n in range(post.sentence - _FAR, post.sentence + 1) for country in _sent(settling, n)]
    return bool(countries) and countries[-1] != settling.home


def _of_delegation(language: Language, tokens: tuple[Token, ...]) -> bool:
    """Tell words for being in a delegation, or leading it, that stand together: "wekiliýetiň düzüminde"."""
    data = language.posts
    pairs = pairwise(tokens)
    return any(a.norm.startswith(data.delegated) and b.norm.startswith(data.led) for a, b in pairs)


def _sent(settling: Settling, n: int) -> list[str | None]:
    """The countries of those whose delegations a sentence tells of, in order; None of a body of no state."""
    if n < 0:
        return []
    annotations, sentence = settling.annotations, settling.annotations.sentences[n]
    owners = [p for p in settling.located[n] if p.kind == "country"]
    found = {p.start: (p.end, p.country) for p in owners}
    first = bisect_left(annotations.organisations, sentence.start, key=START)
    for body in annotations.organisations[first:]:
        if body.start >= sentence.end:
            break
        found[body.start] = body.end, body.country
    sent = []
    for _, (end, country) in sorted(found.items()):
        behind = tokens_behind(sentence, end, 1)
        if behind and behind[0].norm.startswith(settling.languages[sentence.lang].posts.delegated):
            sent.append(country)
    return sent
