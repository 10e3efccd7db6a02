"""The country of a title that goes on a list of another state's officials: "министром Чили N, [прокурором] M"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ABROAD, OF_STATE, words

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.model import PostMention


# Posts that are held in a body, which a list of its people names once.
_IN_BODY = frozenset(
    {
        "chair", "deputy-chair", "deputy-head", "deputy-director", "secretary-general", "secretary", "spokesperson",
        "coordinator", "director", "head", "manager",
    }
)  # fmt: skip


def body_before(settling: Settling, post: PostMention) -> str | None:
    """The institution of the one before in an English list: "Chair of the Committee A and [Spokesperson] B"."""
    language = settling.languages[post.lang]
    if not language.analytic or post.person is None or post.country or post.post not in _IN_BODY:
        return None
    before = next((p for p in settling.told_in[post.sentence] if p.start < post.start), None)
    if before is None or before.person is None or before.organisation is None or before.rule.endswith("-names"):
        return None
    if not language.institutions.whose.isdisjoint(words(post.title)):
        return None  # "President of Institut Pasteur"
    annotations = settling.annotations
    persons = settling.persons.of_mention
    end = max(before.end, annotations.persons[before.person].end)
    gap = [t.norm for t in annotations.sentences[post.sentence].tokens if end <= t.start < post.start]
    joints = {",", *language.institutions.and_, *language.institutions.articles}
    if not gap or not joints.issuperset(gap) or persons[before.person] == persons[post.person]:
        return None
    return settling.organisations.of_mention[before.organisation]


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
