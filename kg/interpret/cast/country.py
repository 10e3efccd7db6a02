"""The country of a post: the first of a list of ways that tells one, or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.interpret.cast.abroad import destination, met_by_envoy
from kg.interpret.cast.delegates import from_abroad
from kg.interpret.cast.following import country_before
from kg.interpret.cast.groups import OF_STATE, ORGANS, words
from kg.interpret.cast.home import home_of
from kg.interpret.cast.referred import country_referred, of_other
from kg.interpret.cast.titles import FIRST, heads_of, names_area, of_body, portfolio_of
from kg.interpret.spans import begun_in, tokens_behind
from kg.language.case import lower

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.interpret.cast.candidates import OrganisationGroup
    from kg.interpret.cast.settling import Settling
    from kg.model import PostMention

# Posts that a state has, though a title that names none tells of no state by itself.
_LISTED = frozenset({"commander", "judge", "ombudsman"})


class Told(NamedTuple):
    """The country of a post, or None, and the way that told it ("" if none did)."""

    country: str | None = None
    way: str = ""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to tell the country of a post, with the institution in which it is held; it may stay silent.

    One `of_state` is asked only for posts that are held for a state.
    """

    name: str
    tells: Callable[[Settling, PostMention, OrganisationGroup | None], str | None]
    of_state: bool = True


def country_of(settling: Settling, post: PostMention, organisation: str | None = None) -> Told:
    """The country of a post that is held in an institution (its id), by the first way that tells it."""
    group = _group_of(settling, post) or settling.organisations.group(organisation)
    of_state = _of_state(settling, post, group)
    for way in WAYS:
        if (of_state or not way.of_state) and (country := way.tells(settling, post, group)):
            return Told(country, way.name)
    return Told()


def _title(_settling: Settling, post: PostMention, _group: OrganisationGroup | None) -> str | None:
    """The country that the title names, or what stands beside it."""
    return post.country


def _body(_settling: Settling, _post: PostMention, group: OrganisationGroup | None) -> str | None:
    """The country of the institution."""
    return group.country if group is not None else None


def _referred(settling: Settling, post: PostMention, _group: OrganisationGroup | None) -> str | None:
    """The country that the title refers to: "президент [страны]"."""
    return country_referred(settling, post)


def _only(settling: Settling, post: PostMention, _group: OrganisationGroup | None) -> str | None:
    """The likeliest of the few countries that have such a post, that of the text before the others."""
    only = next((head.only for head in heads_of(settling.languages[post.lang], post.title) if head.only), ())
    if not only:
        return None
    if settling.home in only:
        return settling.home
    return max((c for c in settling.places if c in only), key=settling.places.__getitem__, default=only[0])


def _beside(settling: Settling, post: PostMention, _group: OrganisationGroup | None) -> str | None:
    """The country that the titles beside the same name tell: "Minister of Trade of Chile, Deputy Prime Minister N"."""
    return settling.beside.get(post.person) if post.person is not None else None


def _list(settling: Settling, post: PostMention, group: OrganisationGroup | None) -> str | None:
    """The country of the officials before the holder in a list."""
    listed = group is None and post.post in _LISTED
    return country_before(settling, post) if listed or _of_state(settling, post, group) else None


def _holder(settling: Settling, post: PostMention, _group: OrganisationGroup | None) -> str | None:
    """The one country that the holder's other titles tell: "Chair of the Bundestag's Committee N", later "MP N"."""
    person = settling.bearer_of(post)
    told = settling.told_of.get(person, set()) if person else set()
    return next(iter(told)) if len(told) == 1 else None


def _worded(settling: Settling, post: PostMention, _group: OrganisationGroup | None) -> str | None:
    """The country in which a post is told with such words: "Döwlet sekretarynyň orunbasary"."""
    heads, title = heads_of(settling.languages[post.lang], post.title), lower(post.title)
    return next((c for head in heads for start, c in head.countries.items() if title.startswith(start)), None)


def _area(settling: Settling, post: PostMention, _group: OrganisationGroup | None) -> str | None:
    """The country of the area that the text names, of who heads one."""
    if not _governs(settling, post) or any(_named_behind(settling, p) for p in settling.titles_of_bearer(post)):
        return None
    return settling.areas.country_of(settling.languages[post.lang], post)


def _home(settling: Settling, post: PostMention, group: OrganisationGroup | None) -> str | None:
    """The home of the text, unless the post is held in a body of no country told, or no such post is held at home.

    Then it is the only other country that the text names. Who heads an area that is not known may be anywhere, and so
    may those who share a post of which a state has one: "сыртқы істер министрлері A мен B".
    """
    if group is not None or elsewhere(settling, post) or of_other(settling, post):
        return None
    anywhere = _over_unknown(settling, post) or _shared(settling, post) or _of_world(settling, post)
    visited = destination(settling, post)
    if anywhere or visited == settling.home or met_by_envoy(settling, post) or from_abroad(settling, post):
        return None
    never = {country for head in heads_of(settling.languages[post.lang], post.title) for country in head.never}
    if settling.home not in never:
        return settling.home
    others = [country for country in settling.places if country not in never and country != visited]
    return others[0] if len(others) == 1 else None


# In this order; how sure each is stands in `confidence.toml`.
WAYS = (
    _Way("title", _title, of_state=False),
    _Way("body", _body, of_state=False),
    _Way("referred", _referred, of_state=False),
    _Way("only", _only),
    _Way("beside", _beside),
    _Way("list", _list, of_state=False),
    _Way("holder", _holder),
    _Way("worded", _worded),
    _Way("area", _area),
    _Way("home", _home),
)


def _of_state(settling: Settling, post: PostMention, group: OrganisationGroup | None) -> bool:
    """Tell a post held for a state: by what it is, by the post that it is under, or by its words.

    None is held for a state in an institution that is no state's.
    """
    if post.organisation is not None and group is None and not _is_bare_organ(settling, post):
        return False  # "президент [корпорации]"
    if group is not None:
        supranational = group.known is not None and group.country is None  # the European Parliament
        own = post.organisation is not None or group.kind in ORGANS
        return post.post in OF_STATE and own and group.kind != "international" and not supranational
    return post.post in OF_STATE or _deputises(settling, post) or _under_state(settling, post)


def _is_bare_organ(settling: Settling, post: PostMention) -> bool:
    """Tell a title whose institution is a state's, though it is not known which."""
    return post.organisation is not None and settling.annotations.organisations[post.organisation].kind in ORGANS


def _governs(settling: Settling, post: PostMention) -> bool:
    """Tell who heads an area, or deputises for who does: "häkimiň orunbasary"."""
    heads = heads_of(settling.languages[post.lang], post.title)
    return post.post == "governor" or any(head.post == "governor" for head in heads)


def _deputises(settling: Settling, post: PostMention) -> bool:
    return post.post == "deputy-head" and _governs(settling, post)


def _under_state(settling: Settling, post: PostMention) -> bool:
    """Tell a post under one of a state, or a state's by its words: "президенттің кеңесшісі", "бас прокурор".

    Where heads stand first the other post stands behind: "adviser to the President", but "Vice President".
    """
    language = settling.languages[post.lang]
    told, heads = words(post.title), heads_of(language, post.title)
    if any(not head.state.isdisjoint(told) for head in heads):
        return True
    above = heads[:-1] if language.head_final else heads[1:]
    if language.analytic:
        return any(head.post in OF_STATE for head in above)
    posts = {head.post for head in above}
    posts |= {named for head in above for start, named in head.with_.items() if any(w.startswith(start) for w in told)}
    return not OF_STATE.isdisjoint(posts)


def elsewhere(settling: Settling, post: PostMention) -> bool:
    """Tell a post of what is no state: by its words, by a place of no state in them, or by the holder's other titles.

    "Президент клуба", "президент Абхазии", "Bank President N" and later "President N".
    """
    language = settling.languages[post.lang]
    inside = [p for p in begun_in(settling.located[post.sentence], post.start, post.end) if p.kind != "capital"]
    if settling.home is not None and home_of(language.code) == settling.home:  # "Лосево ауданының әкімі" is at home
        inside = [p for p in inside if p.name in language.places.stateless or p.name in language.places.past]
    if of_body(language, post) or any(p.country is None for p in inside):
        return True
    person, heads = settling.bearer_of(post), {head.lemma for head in heads_of(language, post.title)}
    return person is not None and any(heads <= fuller for fuller in _in_bodies(settling, person))


def _in_bodies(settling: Settling, person: str) -> frozenset[frozenset[str]]:
    """The heads of each title of a person (by id) that names what is no state's, "Bank President N"; read once."""
    if person not in settling.in_bodies:
        found = set()
        for post in settling.borne.get(person, ()):
            group = _group_of(settling, post)
            if group is not None and group.kind not in ORGANS and post.post not in OF_STATE:
                heads = heads_of(settling.languages[post.lang], post.title)
                found.add(frozenset(head.lemma for head in heads))
        settling.in_bodies[person] = frozenset(found)
    return settling.in_bodies[person]


def _of_world(settling: Settling, post: PostMention) -> bool:
    """Tell a member of a parliament who speaks for an international body: "Senator N, Head of the OSCE delegation"."""
    if post.post != "member-of-parliament":
        return False
    groups = (_group_of(settling, other) for other in settling.titles_of_bearer(post))
    return any(group is not None and group.kind == "international" for group in groups)


def _over_unknown(settling: Settling, post: PostMention) -> bool:
    """Tell who heads an area that is not known, by this title or another of his: "Phoenix Mayor N", "Mayor N"."""
    titles = [post, *settling.titles_of_bearer(post)] if _governs(settling, post) else []
    over = (p for p in titles if _governs(settling, p))
    return any(names_area(settling.languages[p.lang], p) or _named_behind(settling, p) for p in over)


def _named_behind(settling: Settling, post: PostMention) -> bool:
    """Tell who heads an area that stands behind the name in English: "Governor Anna Kim [of Santander Province]"."""
    language = settling.languages[post.lang]
    behind = tokens_behind(settling.annotations.sentences[post.sentence], post.end, 1)
    return language.analytic and any(t.norm in language.posts.of for t in behind)


def _shared(settling: Settling, post: PostMention) -> bool:
    """Tell a title told once of several who are each the only one of a state to bear it."""
    if post.post not in FIRST and not (post.post == "minister" and portfolio_of(settling.languages[post.lang], post)):
        return False
    titled = {p.person for p in settling.told_in[post.sentence] if p.start == post.start and p.title == post.title}
    return len(titled - {None}) > 1


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
