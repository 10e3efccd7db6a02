"""The state of who is in a delegation that is only referred to: "[Делегация құрамында] депутат N бар"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.spans import begun_in, tokens_before, tokens_behind

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.language import Language
    from kg.model import OrganisationMention, PlaceMention, PostMention, Token

# How far back a sentence may tell whose delegation it is, and tokens before a title among which it is referred to.
_FAR, _BEFORE = 2, 4


def from_abroad(settling: Settling, post: PostMention) -> bool:
    """Tell who is in a delegation of others than the text's own state, told right before, where heads stand last."""
    language = settling.languages[post.lang]
    sentence = settling.annotations.sentences[post.sentence]
    if not language.head_final or not _of_delegation(language, tokens_before(sentence, post.start, _BEFORE)):
        return False
    near = range(max(0, post.sentence - _FAR), post.sentence + 1)
    countries = [country for n in near for country in _sent(settling, n)]
    return bool(countries) and countries[-1] != settling.home


def _of_delegation(language: Language, tokens: tuple[Token, ...]) -> bool:
    """Tell words for being in a delegation, or leading it, that stand together: "wekiliýetiň düzüminde"."""
    data = language.posts
    pairs = pairwise(tokens)
    return any(a.norm.startswith(data.delegated) and b.norm.startswith(data.led) for a, b in pairs)


def _sent(settling: Settling, n: int) -> list[str | None]:
    """The countries of those whose delegations a sentence tells of, in order; None of a body of no state."""
    sentence = settling.annotations.sentences[n]
    delegated = settling.languages[sentence.lang].posts.delegated
    bodies = begun_in(settling.annotations.organisations, sentence.start, sentence.end)
    found: tuple[PlaceMention | OrganisationMention, ...] = (*settling.located[n], *bodies)
    owners = {owner.start: owner for owner in found}
    behind = ((owner, tokens_behind(sentence, owner.end, 1)) for _, owner in sorted(owners.items()))
    return [owner.country for owner, tokens in behind if any(t.norm.startswith(delegated) for t in tokens)]
