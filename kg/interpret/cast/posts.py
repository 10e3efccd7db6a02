"""Posts: the roles of named persons, titles that stand for a person, and offices without a named holder."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import named, stems, words
from kg.interpret.cast.ministries import ministry_of
from kg.interpret.cast.organisations import find_ministry
from kg.model import Evidence, NamedMention, Office, Organisation, Person, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.cast.likeness import OrganisationGroup
    from kg.interpret.cast.organisations import Organisations
    from kg.interpret.cast.persons import Persons
    from kg.language import Language
    from kg.model import Annotations, PostMention

# Posts by which the head of an institution may go in the same text ("chairman", then "head", of a commission).
_HEADS = frozenset({"head", "chair", "director", "minister", "speaker", "secretary-general", "president", "rector"})
# Posts that are held for a state, so that a text about one country needn't name it.
_OF_STATE = frozenset(
    {
        "president",
        "prime-minister",
        "deputy-prime-minister",
        "minister",
        "deputy-minister",
        "speaker",
        "deputy-speaker",
        "member-of-parliament",
        "governor",
        "ombudsman",
    }
)
# Posts whose holders go by several titles ("Президент", "Мемлекет басшысы").
_FIRST = frozenset({"president", "prime-minister"})
# Cases of whom one speaks to or meets, and languages in which only the name shows them.
_OBLIQUE = frozenset({"dat", "ins", "abl"})
_FINAL = frozenset({"kk", "tk"})
_MINISTRY_POSTS = frozenset({"minister", "deputy-minister"})


@dataclass(frozen=True, slots=True)
class Posts:
    """Persons with their countries and title mentions, offices, roles, and the id for each post mention.

    `implied` are ministries that are named only by the titles of those who hold posts in them.
    """

    persons: tuple[Person, ...]
    implied: tuple[Organisation, ...]
    offices: tuple[Office, ...]
    roles: tuple[Role, ...]
    of_mention: tuple[str | None, ...]


@dataclass(slots=True)
class _Settling:
    """What is known so far; `roles` by person's id, `extra` the title mentions of persons."""

    annotations: Annotations
    languages: Mapping[str, Language]
    persons: Persons
    organisations: Organisations
    home: str | None
    roles: list[Role] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    extra: dict[str, list[NamedMention]] = field(default_factory=dict)
    implied: list[tuple[frozenset[str], Organisation]] = field(default_factory=list)


def settle_posts(
    annotations: Annotations,
    languages: Mapping[str, Language],
    persons: Persons,
    organisations: Organisations,
    home: str | None,
) -> Posts:
    """Give each post mention its person or office; titles with a name first, then titles alone."""
    settling = _Settling(annotations, languages, persons, organisations, home)
    of_mention: list[str | None] = [None] * len(annotations.posts)
    for n, post in enumerate(annotations.posts):
        person = persons.of_mention[post.person] if post.person is not None else None
        if person and _spoken_to(settling, post, person):
            continue
        if person and not post.generic:
            of_mention[n] = person
            _add_role(settling, post, person)
    for n, post in enumerate(annotations.posts):
        if of_mention[n] is None and post.person is None and not post.generic:
            of_mention[n] = _refer(settling, post)
    implied = tuple(organisation for _, organisation in settling.implied)
    return Posts(_persons(settling), implied, tuple(settling.offices), tuple(settling.roles), tuple(of_mention))


def _spoken_to(settling: _Settling, post: PostMention, person: str) -> bool:
    """Tell a bare title before the name of somebody else, who has another post: "әкім Итиро Кавабатаға айтты"."""
    bearer = settling.annotations.persons[post.person] if post.person is not None else None
    if bearer is None or bearer.case not in _OBLIQUE or post.organisation is not None or post.country:
        return False
    if post.lang not in _FINAL or post.start > bearer.start:
        return False
    return any(r.person == person and r.post != post.post and (r.organisation or r.country) for r in settling.roles)


def _organisation(settling: _Settling, post: PostMention) -> str | None:
    """The institution that a title names, or the ministry that a minister's portfolio implies, if the text has it."""
    if post.organisation is not None:
        found = settling.organisations.of_mention[post.organisation]
        if found and not _is_state(settling, found):
            return found
    if post.post not in _MINISTRY_POSTS:
        return _referred(settling, post)
    portfolio, country = _portfolio(settling, post), _country(settling, post)
    if not portfolio:
        return None
    found = find_ministry(settling.organisations.groups, portfolio, country)
    return found or _implied(settling, post, portfolio, country)


def _referred(settling: _Settling, post: PostMention) -> str | None:
    """The institution named before that a common noun of a Russian title refers to: "ректор [института]"."""
    if post.lang != "ru" or post.organisation is not None:
        return None
    language = settling.languages[post.lang]
    nouns = words(post.title)[1:]
    known = (field for word in nouns for b, field in language.posts.ministries.items() if word.startswith(b))
    if field := next(known, None):  # "глава внешнеполитического ведомства"
        return find_ministry(settling.organisations.groups, stems(field), _country(settling, post))
    if post.country:
        return None
    hit = language.institution_heads.find(nouns[-1]) if nouns else None
    if hit is None or (
        len(nouns) > 1 and nouns[-2] not in language.posts.modifiers and not _heads(language, nouns[-2])
    ):
        return None
    before = [
        g for g in settling.organisations.groups if hit.entry.lemma in g.heads and g.mentions[0].start < post.start
    ]
    nearest = max(before, key=lambda g: max(m.start for m in g.mentions if m.start < post.start), default=None)
    return nearest.id if nearest else None


def _implied(settling: _Settling, post: PostMention, portfolio: frozenset[str], country: str | None) -> str | None:
    """The ministry that only a minister's title implies: an institution without mentions."""
    for known, organisation in settling.implied:
        if known == portfolio and organisation.country == country:
            return organisation.id
    name = ministry_of(post.title, settling.languages[post.lang])
    if name is None or country is None:
        return None
    identifier = f"o{len(settling.organisations.records) + len(settling.implied) + 1}"
    settling.implied.append((portfolio, Organisation(identifier, name, "ministry", country)))
    return identifier


def _is_state(settling: _Settling, identifier: str) -> bool:
    return any(o.id == identifier and o.kind == "state" for o in settling.organisations.records)


def _portfolio(settling: _Settling, post: PostMention) -> frozenset[str]:
    language = settling.languages[post.lang]
    small = language.small_words
    plain = [w for w in words(post.title) if w not in small and not _heads(language, w)]
    styles = _styles(language, post)
    return stems(" ".join(w for w in plain if not w.startswith(styles))) if styles else stems(" ".join(plain))


def _styles(language: Language, post: PostMention) -> tuple[str, ...]:
    """Words that make the title of who is first in a state ("мемлекет басшысы"): they tell of no field."""
    if post.post not in _FIRST:
        return ()
    hits = [language.post_heads.find(w) for w in words(post.title)]
    return tuple(b for hit in hits if hit for b, named_post in hit.entry.with_.items() if named_post == post.post)


def _heads(language: Language, word: str) -> bool:
    """Tell a word that heads titles; "justice" is a judge, but a portfolio too."""
    hit = language.post_heads.find(word)
    return hit is not None and hit.entry.post != "judge"


def _country(settling: _Settling, post: PostMention) -> str | None:
    if post.country:
        return post.country
    group = _group(settling, post)
    if group and group.country:
        return group.country
    international = group is not None and group.kind == "international"
    of_state = post.post in _OF_STATE or (post.post == "deputy-head" and _deputises(settling, post, "governor"))
    return settling.home if of_state and not international else None


def _deputises(settling: _Settling, post: PostMention, whom: str) -> bool:
    """Tell whether a deputy's title names the post that he deputises for: "häkimiň orunbasary"."""
    language = settling.languages[post.lang]
    hits = [language.post_heads.find(w) for w in words(post.title)]
    return any(hit and hit.entry.post == whom for hit in hits)


def _group(settling: _Settling, post: PostMention) -> OrganisationGroup | None:
    if post.organisation is None:
        return None
    identifier = settling.organisations.of_mention[post.organisation]
    return next((g for g in settling.organisations.groups if g.id == identifier), None)


def _add_role(settling: _Settling, post: PostMention, person: str) -> None:
    organisation = _organisation(settling, post)
    role = Role(
        person,
        post.title,
        post.post,
        Evidence(post.text, post.start, post.end),
        organisation,
        _country(settling, post),
        post.rule,
    )
    for n, other in enumerate(settling.roles):
        if _same_headship(other, role):
            settling.roles[n] = role if other.post == "head" else other
            return
        if _same_role(other, role) or _told_shortly(settling, post, other, role):
            if role.organisation and not other.organisation:
                country = other.country or role.country
                settling.roles[n] = replace(other, organisation=role.organisation, country=country)
            return
    settling.roles.append(role)


def _same_headship(left: Role, right: Role) -> bool:
    """One post by its own title and by "head": "министр иностранных дел", "глава МИД"."""
    both = left.person == right.person and left.organisation == right.organisation is not None
    posts = {left.post, right.post}
    return both and "head" in posts and posts <= _HEADS and len(posts) > 1


def _told_shortly(settling: _Settling, post: PostMention, other: Role, role: Role) -> bool:
    """The post again, by its bare noun: "the Ambassador Extraordinary of Japan N.", then "Ambassador N."."""
    if (other.person, other.post) != (role.person, role.post) or {other.organisation, role.organisation} != {None}:
        return False
    language = settling.languages[post.lang]
    bare = {*language.posts.modifiers, *language.posts.honorifics}
    told = [[w for w in words(r.title or "") if w not in bare and not _heads(language, w)] for r in (other, role)]
    return not all(told) and (other.country is None or role.country in {None, other.country, settling.home})


def _same_role(left: Role, right: Role) -> bool:
    """One post told twice: the same person and post, and nothing that tells them apart."""
    if left.person != right.person or left.post != right.post:
        return False
    organisations = {left.organisation, right.organisation} - {None}
    titles = [stems(left.title or ""), stems(right.title or "")]
    told_twice = titles[0] <= titles[1] or titles[1] <= titles[0] or left.post in _FIRST
    return len(organisations) == 1 or (not organisations and told_twice)


def _refer(settling: _Settling, post: PostMention) -> str | None:
    """A title alone: the person who bears it in this text, else an office."""
    organisation = _organisation(settling, post)
    country = _country(settling, post)
    for role in sorted(
        settling.roles,
        key=lambda r: (r.post != post.post, r.evidence.start > post.start, abs(r.evidence.start - post.start)),
    ):
        if _bears(settling, role, post, organisation, country):
            mention = named(post, "title")
            settling.extra.setdefault(role.person, []).append(mention)
            if post.post != role.post and organisation and not {post.post, role.post} <= _HEADS:
                _add_role(settling, post, role.person)
            return role.person
    anchored = organisation or post.country or (_portfolio(settling, post) and post.post in _OF_STATE)
    if not anchored and not (post.post == "president" and post.title[:1].isupper()):
        return None
    return _office(settling, post, organisation, country)


def _bears(settling: _Settling, role: Role, post: PostMention, organisation: str | None, country: str | None) -> bool:
    if role.country and country and role.country != country:
        return False
    if organisation and role.organisation:
        related = organisation == role.organisation or _part_of(
            settling.organisations.groups, role.organisation, organisation
        )
        posts = role.post == post.post or {role.post, post.post} <= _HEADS or post.post == "representative"
        return related and posts and (organisation == role.organisation or post.post == "representative")
    if role.post != post.post:
        return False
    if organisation:
        return False
    if post.country and post.text in role.evidence.text:
        return True  # "Қазақстанның АҚШ-тағы елшісі", of whom the next sentence tells the name
    portfolio, title = _portfolio(settling, post), stems(role.title or "")
    styles = _styles(settling.languages[post.lang], post)  # "head of state" needs no capital
    first = any(w.startswith(styles) for w in words(post.title))
    return portfolio <= title and (bool(portfolio) or first or post.title[:1].isupper())


def _part_of(groups: Sequence[OrganisationGroup], part: str, whole: str) -> bool:
    group = next((g for g in groups if g.id == part), None)
    while group is not None and group.owner is not None:
        group = group.owner
        if group.id == whole:
            return True
    return False


def _office(settling: _Settling, post: PostMention, organisation: str | None, country: str | None) -> str:
    for n, office in enumerate(settling.offices):
        if (office.post, office.organisation, office.country) == (post.post, organisation, country) and (
            organisation or stems(office.title) == stems(post.title) or post.post == "president"
        ):
            settling.offices[n] = Office(
                office.id,
                office.title,
                office.post,
                office.organisation,
                office.country,
                (*office.mentions, named(post, "title")),
            )
            return office.id
    identifier = f"t{len(settling.offices) + 1}"
    settling.offices.append(Office(identifier, post.title, post.post, organisation, country, (named(post, "title"),)))
    return identifier


def _persons(settling: _Settling) -> tuple[Person, ...]:
    found = []
    for group in settling.persons.groups:
        mentions = sorted([*group.mentions, *settling.extra.get(group.id, [])], key=lambda m: m.start)
        countries = [r.country for r in settling.roles if r.person == group.id and r.country]
        others = tuple(n for n in group.names if n != group.name)
        found.append(Person(group.id, group.name, tuple(mentions), countries[0] if countries else None, others))
    return tuple(found)
