"""The country that a document is at home in: that of posts and institutions that it tells without one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ABROAD, OF_STATE, ORGANS, places_by_sentence
from kg.interpret.cast.titles import told_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.language import Language
    from kg.model import Annotations, Document, OrganisationMention, PlaceMention, PostMention

# Country that news in a language is at home in when the text names none.
_HOME = {"tk": "TM", "kk": "KZ"}
# How often a country must be named for a text to be at home there, and how many times as often as any other.
_OFTEN = 3
_MUCH = 3
# Kinds of institutions that a text may name of any country: the states themselves, who is sent, and who reports.
_ANYWHERE = frozenset({"state", "embassy", "media"})
# Cases of where somebody goes or is.
_THERE = frozenset({"dat", "loc", "attr"})
# Lines among which a dateline stands, and what sets the town off from what follows.
_HEAD = 4
_SET_OFF = frozenset(",./(–—-")
# What stands between a town and the date of a dateline.
_DATED = ", "
# What may stand between a town and its country.
_BEHIND = frozenset({" ", " (", ", "})
# Tokens between a delegation and the country that sent it ("delegation of the [Republic] of").
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Home:
    """The country that a document speaks from, or None, and whether the document tells of no other (`alone`)."""

    country: str | None
    alone: bool


def home_of(lang: str) -> str | None:
    """The country that "our country" is in a language which only one country's news are written in, or None."""
    return _HOME.get(lang)


def home_country(
    document: Document,
    annotations: Annotations,
    languages: Mapping[str, Language],
    person_of: Sequence[str | None],
) -> Home:
    """The country that a document speaks from, by the first of the ways that tells it.

    `person_of` gives the person (by id) of each mention of one.
    """
    ways = _OF_MANY if home_of(document.lang) is None else _OF_ONE
    told = _Told(document, annotations, languages, person_of)
    country = next((found for way in ways if (found := way(told)) is not None), None)
    return Home(country, alone=told.anywhere <= {country})


class _Told:
    """What a document tells of countries.

    `places` are those of a country, `named` the countries themselves, `anywhere` the countries of anything but news
    outlets, which report from everywhere; `first` is the country that is told later of the first who bears a post of
    his state, `guests` are those that only the titles of guests tell, `located` the places of each sentence.
    """

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        languages: Mapping[str, Language],
        person_of: Sequence[str | None],
    ) -> None:
        self.document = document
        self.annotations = annotations
        self.languages = languages
        self.places = [p for p in annotations.places if p.country]
        self.named = [p for p in self.places if p.kind == "country"]
        if document.lang != "en":
            behind = _behind_towns(document, annotations)
            self.named = [p for p in self.named if p.start not in behind]
        self.bodies = [o for o in annotations.organisations if o.country and o.kind not in _ANYWHERE]
        self.stateless = [p for p in annotations.places if p.name in languages[p.lang].places.stateless]
        self.anywhere = {p.country for p in (*self.places, *self.stateless)} | {
            p.country for p in annotations.posts if p.country
        }
        self.anywhere |= {o.country for o in self.bodies}
        held = [p for p in annotations.posts if p.person is not None and p.post in OF_STATE]
        self.first = _told_later(held, person_of)
        self.guests = frozenset() if self.first else _guests(annotations, held)
        self.located = places_by_sentence(annotations)


# ---- The ways: each gives a country or stays silent.


def _own(told: _Told) -> str | None:
    """The country of the language, unless another is named much more often or all that the document tells of is abroad.

    A country that somebody visits is none that the text speaks from.
    """
    own = home_of(told.document.lang)
    if not told.named or any(p.country == own and p.post in OF_STATE for p in told.annotations.posts):
        return own  # "Қазақстанның Сыртқы істер министрі Үндістанға барады"
    if own not in told.anywhere and not _begins_at_home(told):
        return None
    most = _far_more_named(told)
    return own if most in {None, own} or most in _visited(told.annotations) else None


def _far_more_named(told: _Told) -> str | None:
    """The country named often, and much more often than the language's own, towns and all."""
    own = home_of(told.document.lang)
    counts = Counter(p.country for p in told.named)
    counts[own] = sum(p.country == own for p in told.places)
    most = max(counts, key=counts.__getitem__)
    return most if counts[most] >= _OFTEN and counts[own] * _MUCH < counts[most] else None


def _dateline(told: _Told) -> str | None:
    """The country of the town that opens a line at the head of the text, if the text names that country, too.

    So with the town before the first date there: "Foreign Affairs (LIMA, 13 November 2019) – …".
    """
    document, named = told.document, {p.country for p in told.named}
    named |= {o.country for o in told.annotations.organisations if o.kind == "media"}  # "Baku, April 19, AZERTAC"
    head = [p for item in document.items for p in item.paragraphs][:_HEAD]
    lines = {p.start for p in head}
    dated = {d.start - len(_DATED) for d in told.annotations.dates[:_HEAD] if head and d.start < head[-1].end}
    for place in told.places:
        set_off = place.start in lines and document.text[place.end : place.end + 2].strip()[:1] in _SET_OFF
        before = place.kind == "town" and place.end in dated and document.text.startswith(_DATED, place.end)
        if place.country in named and (set_off or before):
            return place.country
    return None


def _first_actor(told: _Told) -> str | None:
    """The country of the first title or institution, unless another is named much more often.

    Who is nothing of a state may come from anywhere: then none may be named more often. The first who bears a post of
    his state may be told of more fully later.
    """
    actors = [(p.start, p.country, p.post in OF_STATE) for p in told.annotations.posts if p.post not in ABROAD]
    actors += [(o.start, o.country, o.kind in ORGANS) for o in told.bodies if not _by_adjective(told, o)]
    actors = [actor for actor in actors if actor[1] and actor[1] not in told.guests]
    counts = Counter(country for _, country, _ in actors)
    counts.update(p.country or p.name for p in (*told.places, *told.stateless))
    _, first, of_state = min(actors, default=(0, None, False))
    if told.first:
        first, of_state = told.first, True
    return first if first and counts[first] * (_MUCH if of_state else 1) >= max(counts.values()) else None


def _only_named(told: _Told) -> str | None:
    """The country that is named alone, or often and much more often than others; those of guests and envoys apart.

    An adjective alone tells little: "Шведский центр", "a British company".
    """
    apart = told.guests | {p.country for p in told.annotations.posts if p.post in ABROAD}
    apart |= {o.country for o in told.annotations.organisations if o.kind == "embassy"}
    apart |= _gone_to(told.annotations)
    named = [p for p in told.named if p.country not in apart and not _sent(told, p)]
    counts = Counter(p.country or p.name for p in (*named, *told.stateless))
    (most, times), (_, next_) = [*counts.most_common(2), (None, 0), (None, 0)][:2]
    much = next_ == 0 or (times >= _OFTEN and times >= next_ * _MUCH)
    return most if much and any(p.country == most and p.case != "adj" for p in told.named) else None


# Of a language in which one country's news are written, and of others.
_OF_ONE = (_own, _far_more_named)
_OF_MANY = (_dateline, _first_actor, _only_named)


# ---- What they go by.


def _behind_towns(document: Document, annotations: Annotations) -> set[int]:
    """Where countries stand behind a town of theirs, as news tell a town abroad: "в Чолпон-Ате (Киргизия)"."""
    return {
        p.start
        for town, p in pairwise(annotations.places)
        if (town.kind, town.country) == ("town", p.country) and document.text[town.end : p.start] in _BEHIND
    }


def _begins_at_home(told: _Told) -> bool:
    """Tell a text whose first title is told without a country: "Президент Чили елшісін қабылдады".

    One that tells of several countries, but not of its own, begins at home with the president only.
    """
    first = next(iter(told.annotations.posts), None)
    if first is None or told_by(told.annotations, first) is not None:
        return False
    return first.post == "president" or len(told.anywhere) == 1


def _visited(annotations: Annotations) -> frozenset[str]:
    """Countries to which somebody goes, from another: "Премьер-министр Иранға ресми сапармен барды"."""
    going = {t.sentence for t in annotations.triggers if t.type == "visit"}
    return frozenset(p.country for p in annotations.places if p.country and p.sentence in going and p.case in _THERE)


def _gone_to(annotations: Annotations) -> frozenset[str]:
    """Countries that somebody whose post is told without one goes to: "Minister Anna Kim [arrived] in Norway"."""
    bearers: dict[int, int] = {}
    for post in annotations.posts:
        if post.person is not None and post.post in OF_STATE and told_by(annotations, post) is None:
            bearers.setdefault(post.sentence, post.start)
    going = {t.sentence: t.start for t in reversed(annotations.triggers) if t.type == "visit"}
    going = {n: start for n, start in going.items() if bearers.get(n, start) < start}
    gone = (p for p in annotations.places if p.start > going.get(p.sentence, p.start) and p.case != "adj")
    return frozenset(p.country for p in gone if p.country)


def _sent(told: _Told, place: PlaceMention) -> bool:
    """Tell a country whose delegation comes: "a [delegation] of Chile", "a Chilean [delegation]"."""
    language = told.languages[place.lang]
    tokens = told.annotations.sentences[place.sentence].tokens
    before = bisect_right(tokens, place.start, key=lambda t: t.end)
    behind = bisect_left(tokens, place.end, key=lambda t: t.start)
    nouns = language.forms(language.posts.delegations)
    return any(nouns[t.norm] for t in (*tokens[max(0, before - _NEAR) : before], *tokens[behind : behind + 1]))


def _by_adjective(told: _Told, body: OrganisationMention) -> bool:
    """Tell a Russian body of which only the first word of its name tells the country: "Шведская академия"."""
    if body.known is not None or not told.languages[body.lang].fusional:
        return False
    return all(p.case == "adj" for p in told.located[body.sentence] if body.start <= p.start < body.end)


def _guests(annotations: Annotations, held: Sequence[PostMention]) -> frozenset[str]:
    """Countries that only titles tell, where the first who bears a post of his state has it without a country.

    "Foreign Minister Anna Kim met President of Cyprus N": the text is not at home in Cyprus. `held` are the titles of
    those who bear such posts.
    """
    if not held or told_by(annotations, held[0]):
        return frozenset()
    titles = sorted((p.start, p.end) for p in annotations.posts if p.country)
    starts, ends = [start for start, _ in titles], [0, *accumulate((end for _, end in titles), max)]
    things: tuple[OrganisationMention | PlaceMention, ...] = (*annotations.places, *annotations.organisations)
    own = {thing.country for thing in things if ends[bisect_right(starts, thing.start)] <= thing.start}
    own_posts = {p.post for p in held if p.person == held[0].person}
    peers = {p.country for p in held if p.post in own_posts and p.person != held[0].person}
    return frozenset(p.country for p in annotations.posts if p.country and (p.country in peers or p.country not in own))


def _told_later(held: Sequence[PostMention], person_of: Sequence[str | None]) -> str | None:
    """The country of the first who bears a post of his state, told with a later mention of him: "Pakistan's FM Kim".

    `held` are the titles of those who bear such posts, `person_of` gives the person (by id) of each mention of one.
    """
    if not held or held[0].country:
        return None
    bearers = [person_of[p.person] for p in held if p.person is not None]
    return next(
        (p.country for p, bearer in zip(held, bearers, strict=True) if p.country and bearer == bearers[0]), None
    )
