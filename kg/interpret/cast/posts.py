"""Posts: the roles of named persons, titles that stand for a person, and offices without a named holder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.interpret.cast.abroad import abroad, hosted, taken, told_abroad
from kg.interpret.cast.groups import OF_STATE, named, stems, words
from kg.interpret.cast.untitled import name_office
from kg.interpret.cast.where import (
    FIRST,
    Settling,
    country_of,
    heads_state,
    heads_titles,
    organisation_of,
    portfolio_of,
    post_in,
    styles_of,
)
from kg.model import Evidence, Office, Organisation, Person, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.cast.likeness import OrganisationGroup
    from kg.interpret.cast.organisations import Organisations
    from kg.interpret.cast.persons import Persons
    from kg.language import Language
    from kg.model import Annotations, PostMention

# Posts by which the head of an institution may go in the same text ("chairman", then "head", of a commission).
_HEADS = frozenset({"head", "chair", "director", "minister", "speaker", "secretary-general", "president", "rector"})
# Posts that one person holds at a time.
_SOLE = _HEADS | {"prime-minister", "governor"}
# Cases of whom one speaks to or meets.
_OBLIQUE = frozenset({"dat", "ins", "abl"})


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


def settle_posts(
    annotations: Annotations,
    languages: Mapping[str, Language],
    persons: Persons,
    organisations: Organisations,
    home: str | None,
) -> Posts:
    """Give each post mention its person or office; titles with a name first, then titles alone."""
    settling = Settling(annotations, languages, persons, organisations, home)
    of_mention: list[str | None] = [None] * len(annotations.posts)
    apart: dict[int, PostMention] = {}
    for n, post in enumerate(annotations.posts):
        person = persons.of_mention[post.person] if post.person is not None else None
        if person and (_spoken_to(settling, post, person) or _another_holds(settling, post, person)):
            apart[n] = _without_name(settling, post)
            continue
        if person and not post.generic:
            of_mention[n] = person
            _add_role(settling, post, person)
    for n, mention in enumerate(annotations.posts):
        post = apart.get(n, mention)
        if of_mention[n] is None and post.person is None and not post.generic:
            of_mention[n] = _refer(settling, post)
    name_office(settling, of_mention)
    implied = tuple(organisation for _, organisation in settling.implied)
    return Posts(_persons(settling), implied, tuple(settling.offices), tuple(settling.roles), tuple(of_mention))


def _spoken_to(settling: Settling, post: PostMention, person: str) -> bool:
    """Tell a bare title before the name of somebody else, who has another post: "әкім Итиро Кавабатаға айтты"."""
    bearer = settling.annotations.persons[post.person] if post.person is not None else None
    if bearer is not None and bearer.case in {"dat", "acc"} and post.post in FIRST and post.start < bearer.start:
        held = ((r.post, r.country) == (post.post, post.country) and r.person != person for r in settling.roles)
        if any(held):
            return True  # "Türkmenistanyň Baştutany Wladimir Putine salam iberdi"
    if bearer is None or bearer.case not in _OBLIQUE or post.organisation is not None or post.country:
        return False
    if not settling.languages[post.lang].head_final or post.start > bearer.start:
        return False
    posts = settling.annotations.posts
    if any(p.person == post.person and p.sentence == post.sentence and p.start < post.start for p in posts):
        return False  # "Премьер-Министр орынбасары – Сыртқы істер министрі Асқар Досовпен"
    return any(r.person == person and r.post != post.post and (r.organisation or r.country) for r in settling.roles)


def _another_holds(settling: Settling, post: PostMention, person: str) -> bool:
    """Tell the title of the subject before whom it is said of: "Төраға Иван Петров қонақ екенін айтты".

    Somebody else holds the post, which one person has at a time, and who is named behind it has another.
    """
    bearer = settling.annotations.persons[post.person] if post.person is not None else None
    if (
        bearer is None
        or not settling.languages[post.lang].head_final
        or post.start > bearer.start
        or post.post not in _SOLE
    ):
        return False
    others = [r for r in settling.roles if r.person == person and r.post != post.post]
    if not any(r.organisation or r.country for r in others):
        return False
    organisation = organisation_of(settling, post) if post.organisation is not None else None
    if organisation is None and (post.country or len(words(post.title)) > 1):
        return False
    held = (r for r in settling.roles if r.person != person and r.post == post.post)
    return any(organisation in {None, r.organisation} for r in held)


def _without_name(settling: Settling, post: PostMention) -> PostMention:
    """The title apart from the name behind it."""
    bearer = settling.annotations.persons[post.person] if post.person is not None else None
    text = post.text[: bearer.start - post.start].rstrip() if bearer else post.text
    return replace(post, person=None, text=text, end=post.start + len(text))


def _add_role(settling: Settling, post: PostMention, person: str) -> None:
    organisation = organisation_of(settling, post)
    country = country_of(settling, post)
    if not post.country and post.organisation is None:
        if told_abroad(settling, post, person):
            return
        if taken(settling, post, country, person) or hosted(settling, post, country):
            organisation, country = None, abroad(settling, post)
    role = Role(
        person,
        post.title,
        post_in(settling, post, organisation),
        Evidence(post.text, post.start, post.end),
        organisation,
        country,
        post.rule,
    )
    for n, other in enumerate(settling.roles):
        if _same_headship(other, role):
            settling.roles[n] = role if other.post == "head" else other
            return
        if _told_fully(other, role):
            settling.roles[n] = replace(
                role, organisation=role.organisation or other.organisation, country=role.country or other.country
            )
            return
        if _same_role(other, role) or _told_shortly(settling, post, other, role):
            if role.organisation and not other.organisation:
                country = other.country or role.country
                settling.roles[n] = replace(other, organisation=role.organisation, country=country)
            elif post.country and not other.country and not other.organisation:
                settling.roles[n] = role  # "Ambassador Anna Kim, Chile's ambassador to Peru"
            return
    settling.roles.append(role)


def _same_headship(left: Role, right: Role) -> bool:
    """One post by its own title and by "head": "министр иностранных дел", "глава МИД"."""
    both = left.person == right.person and left.organisation == right.organisation is not None
    posts = {left.post, right.post}
    return both and "head" in posts and posts <= _HEADS and len(posts) > 1


def _told_shortly(settling: Settling, post: PostMention, other: Role, role: Role) -> bool:
    """The post again, by its bare noun: "the Ambassador Extraordinary of Japan N.", then "Ambassador N."."""
    if (other.person, other.post) != (role.person, role.post) or {other.organisation, role.organisation} != {None}:
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
    """One post told twice: the same person and post, and nothing that tells them apart."""
    if left.person != right.person or left.post != right.post:
        return False
    organisations = {left.organisation, right.organisation} - {None}
    titles = [stems(left.title or ""), stems(right.title or "")]
    told_twice = titles[0] <= titles[1] or titles[1] <= titles[0] or left.post in FIRST
    return len(organisations) == 1 or (not organisations and told_twice)


def _refer(settling: Settling, post: PostMention) -> str | None:
    """A title alone: the person who bears it in this text, else an office."""
    organisation = organisation_of(settling, post)
    country = country_of(settling, post)
    for role in sorted(
        settling.roles,
        key=lambda r: (
            r.post != post.post,
            not stems(post.title) <= stems(r.title or ""),
            r.evidence.start > post.start,
            abs(r.evidence.start - post.start),
        ),
    ):
        if _bears(settling, role, post, organisation, country):
            mention = named(post, "title")
            settling.extra.setdefault(role.person, []).append(mention)
            if post.post != role.post and organisation and not {post.post, role.post} <= _HEADS:
                _add_role(settling, post, role.person)
            return role.person
    anchored = organisation or post.country or (portfolio_of(settling, post) and post.post in OF_STATE)
    if not anchored and not (post.post == "president" and post.title[:1].isupper()):
        return None
    return _office(settling, post, organisation, country)


def _bears(settling: Settling, role: Role, post: PostMention, organisation: str | None, country: str | None) -> bool:
    if role.country and country and role.country != country and not _only_holder(settling, role, post):
        return False
    if organisation and role.organisation:
        related = organisation == role.organisation or _part_of(
            settling.organisations.groups, role.organisation, organisation
        )
        posts = role.post == post.post or {role.post, post.post} <= _HEADS or post.post == "representative"
        return related and posts and (organisation == role.organisation or post.post == "representative")
    if organisation is None and heads_state(settling, role, post):
        return True
    if role.post != post.post or organisation:
        return False
    again = not post.country and len(words(post.title)) > 1 and words(post.title) == words(role.title or "")
    if again or (post.country and post.text.lower() in role.evidence.text.lower()):
        return True  # "Қазақстанның АҚШ-тағы елшісі", "облыс әкімі": another sentence tells the name behind the words
    portfolio, title = portfolio_of(settling, post), stems(role.title or "")
    styles = styles_of(settling.languages[post.lang], post)  # "head of state" needs no capital
    first = any(w.startswith(styles) for w in words(post.title))
    same = post.country is not None and role.country == post.country  # "the president of Chile"
    same = same and (post.post in FIRST or _only_envoy(settling, role))
    return portfolio <= title and (bool(portfolio) or first or same or post.title[:1].isupper())


def _only_holder(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell a bare title of the only one named before whose post it is: "Чили министрі N келді. Министр айтты"."""
    bare = not post.country and post.organisation is None and len(words(post.title)) == 1 and post.post == role.post
    named_before = role.evidence.start < post.start and settling.languages[post.lang].head_final
    holders = {r.person for r in settling.roles if r.post == post.post}
    return bare and named_before and post.post not in FIRST and len(holders) == 1


def _only_envoy(settling: Settling, role: Role) -> bool:
    """Tell whether a country has a single ambassador in the text, who bears the role."""
    envoys = {r.person for r in settling.roles if (r.post, r.country) == (role.post, role.country)}
    return role.post == "ambassador" and len(envoys) == 1


def _part_of(groups: Sequence[OrganisationGroup], part: str, whole: str) -> bool:
    group = next((g for g in groups if g.id == part), None)
    while group is not None and group.owner is not None:
        group = group.owner
        if group.id == whole:
            return True
    return False


def _office(settling: Settling, post: PostMention, organisation: str | None, country: str | None) -> str:
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


def _persons(settling: Settling) -> tuple[Person, ...]:
    found = []
    for group in settling.persons.groups:
        mentions = sorted([*group.mentions, *settling.extra.get(group.id, [])], key=lambda m: m.start)
        countries = [r.country for r in settling.roles if r.person == group.id and r.country]
        others = tuple(n for n in group.names if n != group.name)
        found.append(Person(group.id, group.name, tuple(mentions), countries[0] if countries else None, others))
    return tuple(found)
