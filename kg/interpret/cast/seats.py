"""Where a bare title of an officer of a university is held, in texts on several: what tells the others apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.model import OrganisationMention, PostMention

# Farthest that the noun for a delegation stands before the body that sent it, in tokens.
_SENT = 9


def told_elsewhere(settling: Settling, post: PostMention) -> str | None:
    """The one institution in which another title of the holder has the same post, by its id; None of several."""
    persons = settling.persons.of_mention
    if post.person is None:
        return None
    held = {
        settling.organisations.of_mention[other.organisation]
        for other in settling.annotations.posts
        if other.organisation is not None
        and other.person is not None
        and (other.post, persons[other.person]) == (post.post, persons[post.person])
    }
    return held.pop() if len(held) == 1 else _sender(settling, post)


def _sender(settling: Settling, post: PostMention) -> str | None:
    """The body with an acronym whose delegation the holder comes with: "The UNN delegation included [Rector] N"."""
    mentions = settling.annotations.organisations
    sent = {
        settling.organisations.of_mention[n]
        for n, m in enumerate(mentions)
        if m.sentence == post.sentence and m.end <= post.start and _sent(settling, m)
    }
    acronym = any(m.sentence == post.sentence and m.form == "abbreviation" and m.kind == "other" for m in mentions)
    return sent.pop() if len(sent) == 1 and acronym and _comes(settling, post) else None


def elsewhere(settling: Settling, post: PostMention) -> frozenset[str]:
    """The institutions (by id) in which a bare English title is not held.

    Somebody else bears the same post with the institution told ("Li Wei, vice-rector of the Gansu University"), or a
    delegation of theirs is told of apart from the holder. A name in small letters is none ("a Mexican university").
    """
    if post.person is None:
        return frozenset()
    annotations, of_mention = settling.annotations, settling.organisations.of_mention
    persons = settling.persons.of_mention
    found = {
        of_mention[other.organisation]
        for other in annotations.posts
        if other.organisation is not None
        and other.person is not None
        and other.post == post.post
        and persons[other.person] != persons[post.person]
    }
    sent = {n: _sent(settling, m) for n, m in enumerate(annotations.organisations)}
    beside = {n for n, m in enumerate(annotations.organisations) if m.sentence == post.sentence}
    if not _comes(settling, post):
        found |= {of_mention[n] for n in sent if sent[n]} - {of_mention[n] for n in beside}
    elif any(sent[n] for n in beside):
        found |= {of_mention[n] for n in sent} - {of_mention[n] for n in beside}
    small = {g.id for g in settling.organisations.groups if all(m.text.split()[-1].islower() for m in g.mentions)}
    return frozenset(group for group in found | small if group)


def visitors(settling: Settling) -> frozenset[str]:
    """The institutions (by id) whose people come, in Russian: "[делегация] Университета Осло посетила Академию"."""
    of_mention = settling.organisations.of_mention
    sent = (of_mention[n] for n, m in enumerate(settling.annotations.organisations) if _come(settling, m))
    return frozenset(group for group in sent if group)


def _come(settling: Settling, mention: OrganisationMention) -> bool:
    """Tell an institution right behind the Russian noun for its delegation."""
    language = settling.languages[mention.lang]
    before = [t.norm for t in settling.annotations.sentences[mention.sentence].tokens if t.end <= mention.start][-1:]
    return language.fusional and any(map(language.forms(language.posts.delegations).__getitem__, before))


def _comes(settling: Settling, post: PostMention) -> bool:
    """Tell one of a delegation: "The delegation includes [vice-rector] Anna Kim"."""
    nouns = settling.languages[post.lang].posts.delegations
    return any(t.norm in nouns for t in settling.annotations.sentences[post.sentence].tokens if t.end <= post.start)


def _sent(settling: Settling, mention: OrganisationMention) -> bool:
    """Tell an institution that a delegation right before or behind it is of."""
    nouns = settling.languages[mention.lang].posts.delegations
    tokens = settling.annotations.sentences[mention.sentence].tokens
    before = [t.norm for t in tokens if t.end <= mention.start][-_SENT:]
    after = next((t.norm for t in tokens if t.start >= mention.end), "")
    return after in nouns or not set(nouns).isdisjoint(before)
