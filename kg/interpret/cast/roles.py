"""The roles of persons: one for each post, however often and in whatever words it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.interpret.cast.abroad import abroad, held_abroad, told_abroad
from kg.interpret.cast.country import country_of
from kg.interpret.cast.echoes import echoed, is_echo
from kg.interpret.cast.groups import stems, words
from kg.interpret.cast.titles import FIRST, HEADS, heads_titles
from kg.interpret.cast.where import organisation_of, post_in
from kg.model import Evidence, Role

if TYPE_CHECKING:
    from kg.interpret.cast.settling import Settling
    from kg.model import PostMention


def add_role(settling: Settling, post: PostMention, person: str) -> None:
    """Add the role of a person that a title tells, or what it adds to the role already told."""
    if is_echo(settling, post):
        same = echoed(settling, post, person)
        if same is None:
            return
        post = replace(post, post=same)
    bare = not post.country and post.organisation is None
    if bare and told_abroad(settling, post, person):
        return
    if bare and held_abroad(settling, post, country_of(settling, post).country, person):
        organisation, country, way = None, abroad(settling, post, person), "abroad"
    else:
        organisation = organisation_of(settling, post)
        country, way = country_of(settling, post, organisation)
    role = Role(
        person,
        post.title,
        post_in(settling, post, organisation),
        Evidence(post.text, post.start, post.end),
        organisation,
        country,
        post.rule,
        country_by=way if country else "",
    )
    _note(settling, post, role)


def _note(settling: Settling, post: PostMention, role: Role) -> None:
    """Add a role to those known, or what it adds to one of them."""
    for place, other in settling.roles.places_of(role.person):
        if not post.country and _bare_again(settling, post, role, other):
            return
        if _bare_again(settling, post, other, role):
            settling.roles.replace(place, role)
            return
        if _same_headship(other, role):
            settling.roles.replace(place, role if other.post == "head" else other)
            return
        if _told_fully(other, role):
            organisation, country = role.organisation or other.organisation, role.country or other.country
            settling.roles.replace(place, replace(role, organisation=organisation, country=country))
            return
        if _same_role(other, role) or _told_shortly(settling, post, other, role):
            if role.organisation and not other.organisation:
                country = other.country or role.country
                settling.roles.replace(place, replace(other, organisation=role.organisation, country=country))
            elif post.country and not other.country and not other.organisation:
                settling.roles.replace(place, role)  # "Ambassador Anna Kim, Chile's ambassador to Peru"
            return
    settling.roles.add(role)


def _same_headship(left: Role, right: Role) -> bool:
    """One post by its own title and by "head": "министр иностранных дел", "глава МИД"."""
    same = left.organisation == right.organisation is not None
    posts = {left.post, right.post}
    return same and "head" in posts and posts <= HEADS and len(posts) > 1


def _bare_again(settling: Settling, post: PostMention, bare: Role, full: Role) -> bool:
    """Tell a title again, without where it is held: "the President of the Nordic Council N", then "President N".

    So of a state: "the Norwegian Deputy Secretary of State N", then "the Deputy Secretary N".

    The post of such a one may look another: a president of nothing else is that of a state. A deputy's is no chief's.
    """
    of_state = full.country is not None and bare.country in {None, full.country, settling.home}
    of_state = of_state and bare.post != full.post
    if bare.organisation is not None or (full.organisation is None and not of_state):
        return False
    language = settling.languages[post.lang]
    told = [words(role.title or "") for role in (bare, full)]
    heads = [[w for w in title if heads_titles(language, w)] for title in told]
    return bool(heads[0]) and set(told[0]) <= set(told[1]) and heads[0] == heads[1]


def _told_shortly(settling: Settling, post: PostMention, other: Role, role: Role) -> bool:
    """The post again, by its bare noun: "the Ambassador Extraordinary of Japan N.", then "Ambassador N."."""
    if other.post != role.post or {other.organisation, role.organisation} != {None}:
        return False
    language = settling.languages[post.lang]
    bare = {*language.posts.modifiers, *language.posts.honorifics}
    told = [[w for w in words(r.title or "") if w not in bare and not heads_titles(language, w)] for r in (other, role)]
    return not all(told) and (other.country is None or role.country in {None, other.country, settling.home})


def _told_fully(other: Role, role: Role) -> bool:
    """Tell the fuller title of a post told by its noun before: "Minister N.", then "Minister of Trade N."."""
    title = stems(role.title or "")
    return _same_role(other, role) and role.post == "minister" and stems(other.title or "") < title


def _same_role(left: Role, right: Role) -> bool:
    """One post of a person told twice: nothing tells them apart."""
    if left.post != right.post:
        return False
    organisations = {left.organisation, right.organisation} - {None}
    titles = [stems(left.title or ""), stems(right.title or "")]
    told_twice = titles[0] <= titles[1] or titles[1] <= titles[0] or left.post in FIRST
    if left.post == "other" and not told_twice:
        return False  # "Ylymlar akademiýasynyň akademigi", "halk ýazyjysy"
    return len(organisations) == 1 or (not organisations and told_twice)
