"""The country of a post: what its title or its institution tells, or the home of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.cast.areas import country_of_area
from kg.interpret.cast.following import country_before
from kg.interpret.cast.groups import OF_STATE, words
from kg.interpret.cast.home import most_named
from kg.interpret.cast.referred import country_referred

if TYPE_CHECKING:
    from kg.interpret.cast.candidates import OrganisationGroup
    from kg.interpret.cast.settling import Settling
    from kg.language import Language
    from kg.language.posts import PostHead
    from kg.model import PostMention

# Posts that a state has, though a title that names none tells of no state by itself.
_LISTED = frozenset({"commander", "judge", "ombudsman"})


def heads_of(language: Language, title: str) -> list[PostHead]:
    """The heads of titles among the words of a title, in order."""
    return [hit.entry for w in words(title) if (hit := language.post_heads.find(w)) is not None]


def country_of(settling: Settling, post: PostMention) -> str | None:
    """The country of a post: that of its title, of its institution, or the home of the text for posts of a state."""
    if post.country:
        return post.country
    group = _group_of(settling, post)
    if group and group.country:
        return group.country
    if told := country_referred(settling, post):
        return told
    supranational = group is not None and group.known is not None and group.country is None  # the European Parliament
    international = group is not None and (group.kind == "international" or supranational)
    of_state = post.post in OF_STATE or (post.post == "deputy-head" and _deputises(settling, post, "governor"))
    of_state = of_state or (group is None and _under_state(settling, post))
    if group is None and post.post in _LISTED and (told := country_before(settling, post)):
        return told
    return _home(settling, post) if of_state and not international else None


def _home(settling: Settling, post: PostMention) -> str | None:
    """The country of the holder's titles beside, before or elsewhere, else the home of the text.

    Who heads an area without a name is where the text names one. Else the most named that has such a post.
    """
    heads = heads_of(settling.languages[post.lang], post.title)
    only = next((head.only for head in heads if head.only), ())
    if only:
        named = [p.country for p in settling.annotations.places if p.country in only]
        return settling.home if settling.home in only else most_named(named) or only[0]
    if told := _of_holder(settling, post):
        return told
    governs = post.post == "governor" or any(head.post == "governor" for head in heads)
    if governs and (told := country_of_area(settling, post)):
        return told
    never = {country for head in heads for country in head.never}
    if settling.home not in never:
        return settling.home
    return most_named([p.country for p in settling.annotations.places if p.country and p.country not in never])


def _of_holder(settling: Settling, post: PostMention) -> str | None:
    """The country that the other titles of a holder tell, or those before his in a list.

    So "Chair of the Bundestag's Committee N", and later "MP N".
    """
    if post.person is None:
        return None
    if told := settling.beside.get(post.person) or country_before(settling, post):
        return told
    person = settling.persons.of_mention[post.person]
    of_person = settling.told_of.get(person, set()) if person else set()
    return next(iter(of_person)) if len(of_person) == 1 else None


def _deputises(settling: Settling, post: PostMention, whom: str) -> bool:
    """Tell whether a deputy's title names the post that he deputises for: "häkimiň orunbasary"."""
    return any(head.post == whom for head in heads_of(settling.languages[post.lang], post.title))


def _under_state(settling: Settling, post: PostMention) -> bool:
    """Tell a post under one of a state, or a state's by its words: "президенттің кеңесшісі", "бас прокурор".

    In English the other post stands behind: "adviser to the President", but "Vice President".
    """
    language = settling.languages[post.lang]
    told, heads = words(post.title), heads_of(language, post.title)
    if any(not head.state.isdisjoint(told) for head in heads):
        return True
    if language.analytic:
        return any(head.post in OF_STATE for head in heads[1:])
    posts = {head.post for head in heads}
    posts |= {named for head in heads for start, named in head.with_.items() if any(w.startswith(start) for w in told)}
    return not OF_STATE.isdisjoint(posts)


def _group_of(settling: Settling, post: PostMention) -> OrganisationGroup | None:
    """The institution that a title names, while its mentions are collected."""
    if post.organisation is None:
        return None
    group = settling.organisations.group(settling.organisations.of_mention[post.organisation])
    return None if group is not None and of_another(settling, post, group) else group


def of_another(settling: Settling, post: PostMention, group: OrganisationGroup) -> bool:
    """Tell a body by its bare noun in the title of somebody of another state than the body that goes by it before.

    "The Speaker of the Parliament of Chile met N, British Minister of State, Member of [Parliament]".
    """
    if post.organisation is None or post.person is None or not settling.languages[post.lang].analytic:
        return False
    mention, told = settling.annotations.organisations[post.organisation], settling.beside.get(post.person)
    bare = mention.country is None and mention.known is None and len(words(mention.name)) == 1
    return bare and None is not told != group.country is not None
