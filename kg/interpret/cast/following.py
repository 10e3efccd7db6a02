"""The country of a title that goes on a list of another state's officials: "министром Чили N, [прокурором] M"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ABROAD, OF_STATE

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.model import PostMention


def country_before(settling: Settling, post: PostMention) -> str | None:
    """The country of the officials before a holder in a Russian list, as their titles tell it.

    Who is sent stands beside those of the state where he is.
    """
    annotations, language = settling.annotations, settling.languages[post.lang]
    if language.head_final or post.person is None or post.post in ABROAD:
        return None
    sentence = annotations.sentences[post.sentence]
    start = post.start
    for before in (p for p in settling.told_in[post.sentence] if p.start < post.start):
        if before.person is None or before.post in ABROAD:
            return None
        end = max(before.end, annotations.persons[before.person].end)
        gap = [t.norm for t in sentence.tokens if end <= t.start < start]
        joints = {",", *language.institutions.and_, *language.institutions.articles}
        if not gap or not joints.issuperset(gap) or (language.analytic and "," not in gap):
            return None
        if before.country:
            return before.country if before.post in OF_STATE else None
        start = before.start
    return None
