"""The country that a document is at home in: that of posts and institutions that it tells without one."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.interpret.cast.abroad import seats_of_envoys
from kg.interpret.cast.datelines import behind_towns, opening_towns
from kg.interpret.cast.groups import ABROAD, ENVOYS, OF_STATE, ORGANS, OUTWARD, places_by_sentence
from kg.interpret.cast.guests import (
    gone_to,
    guests_of,
    met_first,
    titled_later,
    told_later,
    visited_bodies,
    visited_from,
)
from kg.interpret.cast.titles import told_by
from kg.interpret.spans import begun_in, starts_within, tokens_before, tokens_beside

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.language import Language
    from kg.model import Annotations, Document, OrganisationMention, PlaceMention

# Country that news in a language is at home in when the text names none.
_HOME = {"tk": "TM", "kk": "KZ"}
# How often a country must be named for a text to be at home there, and how many times as often as any other.
_OFTEN = 3
_MUCH = 3
# Kinds of institutions that a text may name of any country: the states themselves, who is sent, and who reports.
_ANYWHERE = frozenset({"state", "embassy", "media"})
# Tokens between a delegation and the country that sent it ("delegation of the [Republic] of").
_NEAR = 3
# Tokens from a tie to the word for "with" ("Friendship Group [with]").
_TIE = 2


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

    `places` are those of a country, `opening` those of datelines, `named` the countries themselves, `behind` where they
    stand behind their towns, `anywhere` the countries of anything but news `outlets`, which report from everywhere;
    `held` are the titles of those who bear a post of their state, `first` the country that is told later of the first
    of them, `guests` those that only the titles of guests tell, `located` the places of each sentence, `by_country`
    those of each country.
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
        self.opening = opening_towns(document, annotations)
        self.named = [p for p in self.places if p.kind == "country"]
        self.behind = behind_towns(document, annotations)
        if not languages[document.lang].analytic:
            self.named = [p for p in self.named if p.start not in self.behind]
        self.bodies = [
            o for o in annotations.organisations if o.country and o.kind not in _ANYWHERE and o.known not in OUTWARD
        ]
        self.outlets = {o.country for o in annotations.organisations if o.kind == "media" and o.country}
        self.stateless = [p for p in annotations.places if p.name in languages[p.lang].places.stateless]
        self.anywhere = {p.country for p in (*self.places, *self.stateless)}
        self.anywhere |= {o.country for o in self.bodies} | {p.country for p in annotations.posts if p.country}
        self.held = [p for p in annotations.posts if p.person is not None and p.post in OF_STATE]
        self.first = told_later(self.held, person_of)
        self.opener = titled_later(annotations, self.held, person_of)
        self.guests = frozenset() if self.first else guests_of(annotations, self.held)
        if languages[document.lang].analytic:
            self.guests |= met_first(annotations)
        self.located = places_by_sentence(annotations)
        self.by_country: defaultdict[str | None, list[PlaceMention]] = defaultdict(list)
        for place in self.places:
            self.by_country[place.country].append(place)


# ---- The ways: each gives a country or stays silent.


def _own(told: _Told) -> str | None:
    """The country of the language, unless another is named much more often or all that the document tells of is abroad.

    A country that somebody visits is none that the text speaks from, one to which an envoy is sent is.
    """
    own = home_of(told.document.lang)
    if not told.named or any(p.country == own and p.post in OF_STATE for p in told.annotations.posts):
        return own  # "Қазақстанның Сыртқы істер министрі Үндістанға барады"
    if any(seat == own for _, seat in seats_of_envoys(told.annotations, told.located)):
        return own  # "Чилидің Қазақстандағы елшісі"
    if own not in told.anywhere and not _begins_at_home(told):
        return None
    most = _far_more_named(told)
    return own if most in {None, own} or most in visited_from(told.annotations) else None


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
    behind = told.behind if len(told.anywhere) > 1 else ()
    named = {p.country for p in told.named if p.start not in behind}  # "MANILA, Philippines": where a bank has its seat
    outlets = named & told.outlets  # an outlet's own people abroad: "RIGA. KAZINFORM – Kazakhstan's President"
    named |= told.outlets  # "Baku, April 19, AZERTAC"
    return next((p.country for p in told.opening if p.country in named and outlets <= {p.country}), None)


def _accredited(told: _Told) -> str | None:
    """The country to which the envoy is sent whose title is the first to tell one: "Ambassador of Chile to [Peru] N".

    Who bears a post of his state in a sentence before that may be on a journey, met by his own envoy.
    """
    post = next((p for p in told.annotations.posts if p.country), None)
    if post is None or post.post not in ENVOYS or any(p.sentence < post.sentence for p in told.held[:1]):
        return None
    if post.country in told.outlets:
        return None  # its own envoy abroad
    inside = (p for p in begun_in(told.located[post.sentence], post.start, post.end) if p.kind == "country")
    return next((p.country for p in inside if p.case != "adj" and p.country != post.country), None)


def _first_actor(told: _Told) -> str | None:
    """The country of the first title or institution, unless another is named much more often.

    Who is nothing of a state may come from anywhere, as may who is told of in a line from a town elsewhere: then none
    may be named more often. The first who bears a post of his state may be told of more fully later.
    """
    visited = visited_bodies(told.annotations)
    actors = [(p.start, p.country, p.post in OF_STATE) for p in told.annotations.posts if p.post not in ABROAD]
    actors += [
        (o.start, o.country, o.kind in ORGANS)
        for o in told.bodies
        if not (o.start in visited or _one_each(o) or _by_adjective(told, o) or _of_town(told, o))
    ]
    actors = [actor for actor in actors if actor[1] and actor[1] not in told.guests]
    counts = Counter(country for _, country, _ in actors)
    counts.update(p.country or p.name for p in (*told.places, *told.stateless))
    start, first, of_state = min(actors, default=(0, None, False))
    if told.opener is not None and told.opener[0] < start:
        first, of_state = told.opener[1], True
    if told.first:
        first, of_state = told.first, True
    if first and any(place.country != first for place in told.opening):
        of_state = False
    return first if first and counts[first] * (_MUCH if of_state else 1) >= max(counts.values()) else None


def _only_named(told: _Told) -> str | None:
    """The country that is named alone, or often and much more often than others; those of guests and envoys apart.

    An adjective alone tells little: "Шведский центр", "a British company".
    """
    apart = told.guests | {p.country for p in told.annotations.posts if p.post in ABROAD}
    apart |= {o.country for o in told.annotations.organisations if o.kind == "embassy"}
    apart |= gone_to(told.annotations, told.languages)
    posted = starts_within(told.annotations.places, (p for p in told.annotations.posts if p.post in ENVOYS))
    posted |= starts_within(told.annotations.places, (o for o in told.annotations.organisations if o.kind == "embassy"))
    named = [p for p in told.named if p.country not in apart and p.start not in posted]
    named = [p for p in named if not (_sent(told, p) or _tied(told, p))]
    counts = Counter(p.country or p.name for p in (*named, *told.stateless))
    (most, times), (_, next_) = [*counts.most_common(2), (None, 0), (None, 0)][:2]
    much = next_ == 0 or (times >= _OFTEN and times >= next_ * _MUCH)
    own = (p for p in told.named if p.country == most and p.case != "adj")
    return most if much and not all(_dealt_with(told, p) for p in own) else None


def _of_outlet(told: _Told) -> str | None:
    """The country of the outlets, which tell of their own state's people without it, if the text names that country."""
    outlets = [o for o in told.annotations.organisations if o.kind == "media"]
    within = starts_within(told.annotations.places, outlets)
    named = {p.country for p in told.places if p.start not in within}
    return next(iter(told.outlets)) if len(told.outlets) == 1 and told.outlets <= named else None


# Of a language in which one country's news are written, and of others.
_OF_ONE = (_own, _far_more_named)
_OF_MANY = (_dateline, _accredited, _first_actor, _only_named, _of_outlet)


# ---- What they go by.


def _begins_at_home(told: _Told) -> bool:
    """Tell a text whose first title is told without a country: "Президент Чили елшісін қабылдады".

    One that tells of several countries, but not of its own, begins at home with the president only.
    """
    first = next(iter(told.annotations.posts), None)
    if first is None or told_by(told.annotations, first) is not None:
        return False
    return first.post == "president" or len(told.anywhere) == 1


def _dealt_with(told: _Told, place: PlaceMention) -> bool:
    """Tell a country that a Russian text only deals with: "докладчик по [Чили]", "ситуация в [Чили]"."""
    language, sentence = told.languages[place.lang], told.annotations.sentences[place.sentence]
    before = [t.norm for t in tokens_before(sentence, place.start, 2)]
    if not language.fusional or not before:
        return False
    affair = before[-1] in language.institutions.local and before[0] in language.events.affairs
    return affair or before[-1] in language.institutions.field


def _sent(told: _Told, place: PlaceMention) -> bool:
    """Tell a country whose delegation comes: "a [delegation] of Chile", "a Chilean [delegation]"."""
    language, sentence = told.languages[place.lang], told.annotations.sentences[place.sentence]
    nouns = language.forms(language.posts.delegations)
    return any(nouns[t.norm] for t in tokens_beside(sentence, place, _NEAR))


def _tied(told: _Told, place: PlaceMention) -> bool:
    """Tell a country with which somebody is tied: "cooperation with [Chile]", "the Friendship Group with [Chile]"."""
    language, sentence = told.languages[place.lang], told.annotations.sentences[place.sentence]
    before = [t.norm for t in tokens_before(sentence, place.start, _TIE + 1)]
    if not before or before[-1] not in language.posts.with_whom:
        return False
    bonds = language.forms(language.posts.bonds)
    return any(bonds[word] for word in before[:-1])


def _one_each(body: OrganisationMention) -> bool:
    """Tell one of the bodies that several countries have each: "the Foreign Ministries of Chile and Peru"."""
    return body.rule.endswith(".coordinated-ellipsis")


def _of_town(told: _Told, body: OrganisationMention) -> bool:
    """Tell what is no state's and named for a town of a country not told of otherwise: a "Bonn Institute"."""
    if body.kind in ORGANS:
        return False
    places = told.by_country.get(body.country, ())
    return not places or (body.start <= places[0].start and places[-1].start < body.end)


def _by_adjective(told: _Told, body: OrganisationMention) -> bool:
    """Tell a Russian body of which only the first word of its name tells the country: "Шведская академия"."""
    if body.known is not None or not told.languages[body.lang].fusional:
        return False
    return all(p.case == "adj" for p in begun_in(told.located[body.sentence], body.start, body.end))
