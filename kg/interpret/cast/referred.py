"""The country that a title only refers to: "президент [страны]"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ENVOYS, OF_STATE, words
from kg.interpret.cast.home import home_of
from kg.interpret.spans import begun_in, tokens_before, tokens_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.interpret.cast.settling import Settling
    from kg.language import Language
    from kg.model import Annotations, OrganisationMention, PlaceMention, PostMention

# Characters between two countries of a list.
_JOINT = 3
# Letters by which the last word of a title is known in any case.
_STEM = 4
# Cases of where somebody is, comes to or from.
_WHERE = frozenset({"dat", "loc", "abl"})


class Referents:
    """The places of a document that "the country" may refer to, in order; each sort is made when first asked for."""

    def __init__(self, annotations: Annotations, home: str | None) -> None:
        self._annotations = annotations
        self._home = home
        self._realms: dict[str, list[tuple[int, str]]] = {}

    def russian(self, before: int) -> str | None:
        """The country named last before an offset, but in a list, by an adjective or in the title of who is sent."""
        return _last(self._russian, before)

    def foreign(self, before: int) -> str | None:
        """The country of the last place before an offset that is not at home."""
        return _last(self._foreign, before)

    def visited(self, before: int) -> str | None:
        """The country of the last place before an offset where somebody is or goes."""
        return _last(self._visited, before)

    def realm(self, before: int, noun: str) -> str | None:
        """The country last named before an offset with a noun for what it is, of which the beginning is given."""
        if noun not in self._realms:
            self._realms[noun] = self._those(lambda p: any(w.startswith(noun) for w in words(p.text)))
        return _last(self._realms[noun], before)

    @cached_property
    def _russian(self) -> list[tuple[int, str]]:
        named = [p for p in self._annotations.places if p.kind == "country"]
        listed = {k for p, q in pairwise(named) if q.start - p.end <= _JOINT for k in (p.start, q.start)}
        sent = (post for post in self._annotations.posts if post.post in ENVOYS)
        own = {p.start for post in sent for p in begun_in(named, post.start, post.end) if p.country == post.country}
        apart = listed | own
        return self._those(lambda p: p.kind == "country" and p.case != "adj" and p.start not in apart)

    @cached_property
    def _foreign(self) -> list[tuple[int, str]]:
        return self._those(lambda p: p.country != self._home)

    @cached_property
    def _visited(self) -> list[tuple[int, str]]:
        return self._those(lambda p: p.case in _WHERE)

    def _those(self, fits: Callable[[PlaceMention], bool]) -> list[tuple[int, str]]:
        return [(p.start, p.country) for p in self._annotations.places if p.country and fits(p)]


def _last(places: list[tuple[int, str]], before: int) -> str | None:
    at = bisect_left(places, (before, ""))
    return places[at - 1][1] if at else None


def country_referred(settling: Settling, post: PostMention) -> str | None:
    """The country that a title only refers to, the one named last: "прибыл в Чили и встретился с президентом [страны]".

    Whoever is sent from somewhere is abroad: "посол Чили встретился с президентом страны".
    """
    language = settling.languages[post.lang]
    if language.head_final:
        return _country_final(settling, post, language)
    title, told = words(post.title), words(post.text)
    behind = [w for before, w in pairwise(told) if before[:_STEM] == title[-1][:_STEM] and w not in title]
    if post.organisation is not None or not language.fusional or not any(_ours(language, w) for w in behind):
        return None
    return settling.referents.russian(post.start) or settling.home


def _country_final(settling: Settling, post: PostMention, language: Language) -> str | None:
    """The same where heads stand last: "[ýurduň] Prezidenti".

    It is the country that another title of the person tells; behind a demonstrative the foreign one named last; else
    that of the place told last where somebody is or goes, or the home of the text.
    """
    if _speakers(settling, post, language):
        return home_of(language.code)
    told = words(post.text)
    at = next((k for k, word in enumerate(told) if _ours(language, word)), None)
    if post.organisation is not None or at is None or any(w not in language.posts.these for w in told[:at]):
        return None
    held = {p.country for p in settling.titles_of_bearer(post) if p.country}
    if len(held) == 1:
        return next(iter(held))
    if at:
        return settling.referents.foreign(post.start)
    return settling.referents.visited(post.start) or settling.home


def bodies_referred(annotations: Annotations, languages: Mapping[str, Language], home: str | None) -> dict[int, str]:
    """The country of institutions (their indices) that words beside or in them refer to.

    Where heads stand last it is that of the place told last where somebody is or goes: "[ýurduň] Energetika
    ministrligi". Else it is that of the realm of the same noun told last ("the Central Bank of [the Republic]"), and
    behind a Russian body the country named last: "парламент [страны]".
    """
    referents, found = Referents(annotations, home), {}
    for n, mention in enumerate(annotations.organisations):
        if mention.country or mention.form != "name":
            continue
        refers = _final_body if languages[mention.lang].head_final else _initial_body
        country = refers(annotations, languages[mention.lang], mention, referents)
        if country is not None:
            found[n] = country
    return found


def _final_body(
    annotations: Annotations, language: Language, mention: OrganisationMention, referents: Referents
) -> str | None:
    before = tokens_before(annotations.sentences[mention.sentence], mention.start, 1)
    found = [a for t in before for a in language.analyse(t.norm)]
    plain = any(not a.possessive and a.stem in language.posts.ours for a in found)
    return referents.visited(mention.start) if plain and _ours(language, before[0].norm) else None


def _initial_body(
    annotations: Annotations, language: Language, mention: OrganisationMention, referents: Referents
) -> str | None:
    last = words(mention.name)[-1]
    if language.forms(language.posts.realms)[last]:
        return referents.realm(mention.start, last[:_STEM])
    behind = tokens_behind(annotations.sentences[mention.sentence], mention.end, 1) if language.fusional else ()
    of_country = any(_ours(language, t.norm) for t in behind)
    return referents.russian(mention.start) if of_country else None


def of_other(settling: Settling, post: PostMention) -> bool:
    """Tell a post of a country that is referred to as another: "[көрші мемлекеттің] министрі"."""
    language, told = settling.languages[post.lang], words(post.text)
    refers = language.head_final and any(_ours(language, word) for word in told[1:])
    return refers and told[0] in language.posts.these and post.country is None


def _speakers(settling: Settling, post: PostMention, language: Language) -> bool:
    """Tell a post of the country that the text calls its own: "[елшіміз] N", "[еліміздің] Бельгиядағы елшісі"."""
    if post.organisation is not None or post.country:
        return False
    if (post.post in ENVOYS or post.post in OF_STATE) and any(
        a.possessive == "1pl" and language.post_heads.find(a.stem) is not None
        for word in words(post.text)
        for a in language.analyse(word)
    ):
        return True
    before = tokens_before(settling.annotations.sentences[post.sentence], post.start, 1)
    found = (a for t in before for a in language.analyse(t.norm) if a.stem in language.posts.ours)
    return any(a.possessive == "1pl" and a.case == "gen" for a in found)


def _ours(language: Language, word: str) -> bool:
    """Tell the genitive of a noun for the country in question, in the singular: "страны", not "двух стран"."""
    if not language.forms(language.posts.ours)[word]:
        return False
    return any(a.stem in language.posts.ours and a.case == "gen" and not a.number for a in language.analyse(word))
