"""Posts: the roles of named persons, titles that stand for a person, and offices without a named holder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.interpret.cast.beside import apart
from kg.interpret.cast.country import country_of
from kg.interpret.cast.echoes import echoes
from kg.interpret.cast.groups import OF_STATE, named, stems, words
from kg.interpret.cast.roles import add_role
from kg.interpret.cast.settling import Settling
from kg.interpret.cast.titles import DEPUTIES, FIRST, HEADS, heads_of, other_words, portfolio_of, styles_of
from kg.interpret.cast.untitled import name_office, named_below, told_again
from kg.interpret.cast.where import heads_state, organisation_of
from kg.interpret.spans import begun_in, index_at, tokens_before, tokens_behind
from kg.model import START, Office, Organisation, Person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.cast.home import Home
    from kg.interpret.cast.organisations import Organisations
    from kg.interpret.cast.persons import Persons
    from kg.language import Language
    from kg.model import Annotations, PostMention, Role


# Tokens from "at the invitation of" to the title of the host.
_INVITED = 6
# Posts over a house or a part of a country, whose noun alone may stand for it.
_OVER = frozenset({"speaker", "governor"})
# Posts of which a state has one, or a text one of a state, under several titles.
_ONE = frozenset({"ambassador", "ombudsman"})


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
    *,
    home: Home,
    beside: Mapping[int, str],
) -> Posts:
    """Give each post mention its person or office; titles with a name first, then titles alone.

    `home` is where the text is at home, `beside` what `told_beside` gives.
    """
    settling = Settling(annotations, languages, persons, organisations, home.country, beside)
    of_mention: list[str | None] = [None] * len(annotations.posts)
    titles = list(annotations.posts)
    for n, post in enumerate(annotations.posts):
        person = settling.bearer_of(post)
        if person and (alone := apart(settling, post, person)):
            titles[n] = alone
        elif person and not post.generic:
            of_mention[n] = person
            add_role(settling, post, person)
    for n, post in enumerate(titles):
        if of_mention[n] is None and post.person is None and not post.generic:
            of_mention[n] = _refer(settling, post)
    name_office(settling, of_mention)
    implied = tuple(organisation for _, organisation in settling.implied)
    return Posts(_persons(settling), implied, tuple(settling.offices), tuple(settling.roles), tuple(of_mention))


def _refer(settling: Settling, post: PostMention) -> str | None:
    """A title alone: the person who bears it in this text, else an office."""
    if (again := told_again(settling, post)) is not None:
        settling.extra.setdefault(again, []).append(named(post, "title"))
        return again
    organisation = organisation_of(settling, post)
    country = country_of(settling, post, organisation).country
    if _is_small(post):
        held = _only_before(settling, post)
    else:
        held = [role for role in settling.roles if _bears(settling, role, post, organisation, country)]
    if (role := min(held, key=lambda r: _farness(settling, r, post), default=None)) is not None:
        settling.extra.setdefault(role.person, []).append(named(post, "title"))
        other = post.post != role.post and not _one_headship(post, role)
        if organisation and (other or named_below(settling, role, post)):
            add_role(settling, post, role.person)
        return role.person
    over = portfolio_of(settling.languages[post.lang], post) if post.post in OF_STATE else None
    anchored = organisation or post.country or over
    if not anchored and not (post.post == "president" and post.title[:1].isupper()):
        return None
    if any(head.by_name for head in heads_of(settling.languages[post.lang], post.title)):
        return None
    return _office(settling, post, organisation, country)


def _farness(settling: Settling, role: Role, post: PostMention) -> tuple[bool, bool, bool, bool, int]:
    """How little speaks for a title being that of a role: the post, words and bearer of this, and where it stands."""
    words_apart = not stems(post.title) <= stems(role.title or "")
    apart = role.evidence.start - post.start
    return role.post != post.post, words_apart, _invites(settling, role), apart > 0, abs(apart)


def _invites(settling: Settling, role: Role) -> bool:
    """Tell whom a text names as host only: "N-нің шақыруымен барды" tells of the guest, as titles after it do."""
    at, sentences = role.evidence, settling.annotations.sentences
    sentence = sentences[index_at(sentences, at.start)]
    language = settling.languages[sentence.lang]
    if not language.head_final:
        return False
    after = [t.norm for t in tokens_behind(sentence, at.end, 1)]
    return any(after == phrase.split()[:1] for phrase in language.events.by_role.get("host", ()))


def _is_small(post: PostMention) -> bool:
    """Tell a bare title in small letters: "кейін [елші] форумға қатысты", "5 мая [министр] принял посла"."""
    bare = post.organisation is None and post.country is None and post.title.islower()
    return bare and len(words(post.title)) == 1


def _only_before(settling: Settling, post: PostMention) -> list[Role]:
    """The roles, told before a title, of the only one told by then who holds such a post; none of several holders."""
    held = [role for role in settling.roles.of_post(post.post) if role.evidence.start < post.start]
    return held if len({role.person for role in held}) == 1 else []


def _bears(settling: Settling, role: Role, post: PostMention, organisation: str | None, country: str | None) -> bool:
    elsewhere = role.country and country and role.country != country and not _only_holder(settling, role, post)
    if elsewhere or _other_party(settling, role, post) or _only_invites(settling, role, post):
        return False
    if organisation and role.organisation:
        related = organisation == role.organisation or _part_of(settling, role.organisation, organisation)
        posts = role.post == post.post or _one_headship(post, role)
        posts = posts and not other_words(settling.languages[post.lang], post, role.title or "")
        # "The Bank's representative was received": whom the text below the headline names
        told_below = post.post == "representative" and settling.annotations.sentences[post.sentence].heading
        return related and (told_below or (posts and organisation == role.organisation))
    echoed = echoes(settling, role) and role.post == post.post and role.country == country is not None
    echoed = echoed or (organisation is not None and named_below(settling, role, post))
    if echoed or (organisation is None and (heads_state(settling, role, post) or _of_area(settling, role, post))):
        return True  # "his Maldivian counterpart N. … the Maldivian foreign minister"
    if organisation or (role.post != post.post and not _same_word(settling, role, post)):
        return role.post == post.post == "prime-minister" and role.country == country  # "Үкімет басшысы"
    again = role.country == country is not None and _by_kind(settling, post) and _only_of_kind(settling, role)
    again = again or (not post.country and len(words(post.title)) > 1 and words(post.title) == words(role.title or ""))
    again = again or (post.country is not None and post.text.lower() in role.evidence.text.lower())
    if again or _other_style(settling, role, post) or _over_same(settling, role, post):
        return True  # "Қазақстанның АҚШ-тағы елшісі", "облыс әкімі": another sentence tells the name behind the words
    portfolio, title = portfolio_of(settling.languages[post.lang], post), stems(role.title or "")
    styles = styles_of(settling.languages[post.lang], post)  # "head of state" needs no capital
    first = any(w.startswith(styles) for w in words(post.title))
    same = post.country is not None and role.country == post.country  # "the president of Chile"
    same = same and (post.post in FIRST or (post.post in _ONE and _only_of_kind(settling, role)))
    return portfolio <= title and (bool(portfolio) or first or same or post.title[:1].isupper())


def _one_headship(post: PostMention, role: Role) -> bool:
    """Tell posts by which one may go in a text: "Deputy Minister N", then "the Deputy Head of the Ministry"."""
    both = {role.post, post.post}
    return both <= HEADS or both == DEPUTIES


def _same_word(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell the English word by which the holder of a post in a body is called: "the [Governor]" of a bank."""
    language = settling.languages[post.lang]
    if not language.analytic or post.country or post.post != "governor" or role.evidence.start > post.start:
        return False
    return post.post in {head.post for head in heads_of(language, role.title or "")}


def _only_invites(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell the host of who is told by title in English: "The head of state came at the invitation of N"."""
    language, sentence = settling.languages[post.lang], settling.annotations.sentences[post.sentence]
    if not language.analytic or not post.start < role.evidence.start < sentence.end:
        return False
    before = " ".join(t.norm for t in tokens_before(sentence, role.evidence.start, _INVITED))
    return any(phrase in before for phrase in language.events.by_role.get("invitation", ()))


def _other_party(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell a bare title before the same one of a country in a sentence: "Министр встретил министра Чили N"."""
    start, end = role.evidence.start, settling.annotations.sentences[post.sentence].end
    if post.country or not post.start < start < end:
        return False
    told = (p for p in settling.told_in[post.sentence] if p.start < role.evidence.end and p.end > start)
    return any(p.country is not None for p in told)


def _other_style(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell one word for the post whose only holder is told by more: "Вице-премьер", "Премьер-министрдің орынбасары"."""
    one = "-" in post.title and " " not in post.title and " " in (role.title or "")
    return one and not post.country and role.evidence.start < post.start and _only_of_kind(settling, role)


def _over_same(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell who is over an area told in other words: "ШҚО әкімі" ("Шығыс Қазақстан облысының әкімі N").

    Of two areas with a name in common one is a town and one a region.
    """
    language, title, told = settling.languages[post.lang], words(role.title or ""), words(role.evidence.text)
    if not language.head_final or post.post != "governor" or not post.country or title[0] not in told:
        return False
    whole = told[: told.index(title[0])]  # the area as it is told with the name
    inside = begun_in(settling.located[post.sentence], post.start, post.end)
    behind = max((p.end - post.start for p in inside if p.kind == "country"), default=0)
    area = words(post.text[behind:])[: -len(words(post.title))]
    if len(area) == 1 and area[0] == "".join(w[0] for w in whole[-len(area[0]) :]):
        return True  # its initials
    begun, places = stems(" ".join(area)), language.forms(language.institutions.places)
    rest = (w for w in whole if not stems(w) <= begun)
    return bool(area) and begun <= stems(" ".join(whole)) and not any(places[w] for w in rest)


def _by_kind(settling: Settling, post: PostMention) -> bool:
    """Tell a title with no more than the noun for what it is over: "палата спикері", "аймақ басшысы"."""
    language, told = settling.languages[post.lang], words(post.title)
    if not language.head_final or len(told) < 2 or post.country or post.post not in _OVER:  # noqa: PLR2004 - and a head
        return False
    places, bodies = language.institutions.places, language.institution_heads
    return all(w in places or bodies.find(w) is not None for w in told[:-1])


def _of_area(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell the only governor that a text names by a noun for what he is over: "[глава региона]", "head of the region".

    `_by_kind` tells so where heads stand last.
    """
    language, told = settling.languages[post.lang], words(post.title)
    if language.head_final or not post.post == role.post == "governor" or post.country:
        return False
    area = language.forms(language.institutions.places)
    over = [w for w in told[1:] if w not in language.posts.of and w not in language.institutions.articles]
    only = {r.person for r in settling.roles.of_post("governor")} == {role.person}
    return only and bool(over) and all(area[w] for w in over) and role.evidence.start < post.start


def _only_of_kind(settling: Settling, role: Role) -> bool:
    """Tell the only holder of such a post in his country."""
    return {r.person for r in settling.roles.of_post(role.post) if r.country == role.country} == {role.person}


def _only_holder(settling: Settling, role: Role, post: PostMention) -> bool:
    """Tell a bare title of the only one named before whose post it is, but hosts: "министр N келді. Министр айтты"."""
    bare = not post.country and post.organisation is None and len(words(post.title)) == 1 and post.post == role.post
    named_before = role.evidence.start < post.start and settling.languages[post.lang].head_final
    if not (bare and named_before and post.post not in FIRST):
        return False
    return len({r.person for r in settling.roles.of_post(post.post) if r is role or not _invites(settling, r)}) == 1


def _part_of(settling: Settling, part: str, whole: str) -> bool:
    group = settling.organisations.group(part)
    while group is not None and group.owner is not None:
        group = group.owner
        if group.id == whole:
            return True
    return False


def _office(settling: Settling, post: PostMention, organisation: str | None, country: str | None) -> str:
    told = [(n, o) for n, o in enumerate(settling.offices) if (o.post, o.country) == (post.post, country)]
    same = [(n, o) for n, o in told if o.organisation == organisation and (organisation or _called_so(o, post))]
    if not same and organisation is None and post.country and len(words(post.title)) == len(told) == 1:
        same = told  # "Чилидің қаржы министрімен кездесті. Чили министрі айтты"
    for n, office in same[:1]:
        mentions = (*office.mentions, named(post, "title"))
        settling.offices[n] = Office(office.id, office.title, office.post, office.organisation, country, mentions)
        return office.id
    identifier = f"t{len(settling.offices) + 1}"
    settling.offices.append(Office(identifier, post.title, post.post, organisation, country, (named(post, "title"),)))
    return identifier


def _called_so(office: Office, post: PostMention) -> bool:
    return stems(office.title) == stems(post.title) or post.post == "president"


def _persons(settling: Settling) -> tuple[Person, ...]:
    found = []
    for group in settling.persons.groups:
        mentions = sorted([*group.mentions, *settling.extra.get(group.id, [])], key=START)
        countries = [r.country for r in settling.roles.of_person(group.id) if r.country]
        others = tuple(n for n in group.names if n != group.name)
        found.append(Person(group.id, group.name, tuple(mentions), countries[0] if countries else None, others))
    return tuple(found)
