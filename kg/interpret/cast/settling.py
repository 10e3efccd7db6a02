"""What is known of a document's roles while its titles are read."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.interpret.cast.abroad import seats_of_envoys
from kg.interpret.cast.areas import Areas
from kg.interpret.cast.chief import chiefs_of
from kg.interpret.cast.groups import MEETINGS, first_told, places_by_sentence
from kg.interpret.cast.referred import Referents
from kg.interpret.cast.role_index import RoleIndex
from kg.interpret.cast.seats import Seats
from kg.interpret.cast.titles import told_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.cast.organisations import Organisations
    from kg.interpret.cast.persons import Persons
    from kg.language import Language
    from kg.model import Annotations, NamedMention, Office, Organisation, PlaceMention, PostMention, TriggerMention


@dataclass(slots=True)
class Settling:
    """What is known so far.

    `beside` is what `told_beside` gives, `extra` the mentions of a person (by id) by title alone; `implied` are the
    ministries that only titles imply, each with the stems of its field; `told_in` are the titles of each sentence, the
    last first, `borne` those of each person (by id), `told_of` the countries that these name, `named_for` those with a
    name by the post and the country that they tell; `chiefs` is what `chiefs_of` gives; `places` counts the countries
    of all places, `located` gives those of each sentence. `in_bodies` are the heads of the titles of a person (by id)
    that name what is no state's, where they have been asked for. `sent` is where in each sentence the title of the
    first envoy ends whom the text's own state has sent to another.
    `meetings` is where each sentence first tells of one, `met_at` are the starts of the verbs for them, `going` are the
    words for visits of each that tells of one; `gone_abroad` is where titled persons (by id) first go to another state.
    """

    annotations: Annotations
    languages: Mapping[str, Language]
    persons: Persons
    organisations: Organisations
    home: str | None
    beside: Mapping[int, str]
    roles: RoleIndex = field(default_factory=RoleIndex)
    offices: list[Office] = field(default_factory=list)
    extra: dict[str, list[NamedMention]] = field(default_factory=dict)
    implied: list[tuple[frozenset[str], Organisation]] = field(default_factory=list)
    in_bodies: dict[str, frozenset[frozenset[str]]] = field(default_factory=dict)
    told_in: Mapping[int, list[PostMention]] = field(init=False)
    borne: Mapping[str, list[PostMention]] = field(init=False)
    told_of: Mapping[str, set[str]] = field(init=False)
    named_for: Mapping[tuple[str, str | None], list[PostMention]] = field(init=False)
    chiefs: Mapping[tuple[str, ...], list[tuple[int, str | None]]] = field(init=False)
    areas: Areas = field(init=False)
    seats: Seats = field(init=False)
    referents: Referents = field(init=False)
    meetings: Mapping[int, int] = field(init=False)
    met_at: frozenset[int] = field(init=False)
    going: Mapping[int, list[TriggerMention]] = field(init=False)
    gone_abroad: Mapping[frozenset[str], int] = field(init=False)
    places: Counter[str] = field(init=False)
    located: Mapping[int, list[PlaceMention]] = field(init=False)
    sent: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the titles by sentence, by bearer and by words."""
        told_in, borne, told_of, named_for = defaultdict(list), defaultdict(list), defaultdict(set), defaultdict(list)
        for post in sorted(self.annotations.posts, key=lambda post: -post.start):
            told_in[post.sentence].append(post)
            if post.person is not None:
                named_for[post.post, post.country].append(post)
            if person := self.bearer_of(post):
                borne[person].append(post)
                if country := told_by(self.annotations, post):
                    told_of[person].add(country)
        self.located, self.areas = places_by_sentence(self.annotations), Areas(self.annotations)
        self.places = Counter(place.country for place in self.annotations.places if place.country)
        self.told_in, self.borne, self.told_of, self.named_for = told_in, borne, told_of, named_for
        self.chiefs = chiefs_of(self)
        seats = [post for post, _ in seats_of_envoys(self.annotations, self.located) if post.country == self.home]
        self.sent = {}
        for post in seats:
            self.sent.setdefault(post.sentence, post.end)
        self.meetings = first_told(self.annotations, MEETINGS)
        self.met_at = frozenset(t.start for t in self.annotations.triggers if t.type in MEETINGS and t.form != "noun")
        going: defaultdict[int, list[TriggerMention]] = defaultdict(list)
        gone_abroad: dict[frozenset[str], int] = {}
        for trigger in (t for t in self.annotations.triggers if t.type == "visit"):
            going[trigger.sentence].append(trigger)
            if goers := self._gone(trigger):
                gone_abroad.setdefault(goers, trigger.start)
        self.going, self.gone_abroad = going, gone_abroad
        self.referents = Referents(self.annotations, self.home)
        self.seats = Seats(self.annotations, self.languages, self.persons, self.organisations)

    def _gone(self, trigger: TriggerMention) -> frozenset[str]:
        """The persons (by id) with a title before a word for a visit to another state than the text's own."""
        here, analytic = self.located[trigger.sentence], self.languages[trigger.lang].analytic
        before = (p for p in here if p.start < trigger.start and p.case == "dat")
        behind = (p for p in here if analytic and p.start > trigger.start and p.case != "adj")
        if all(p.country in {None, self.home} for p in (*before, *behind)):
            return frozenset()
        told = (self.bearer_of(p) for p in self.told_in[trigger.sentence] if p.start < trigger.start or analytic)
        return frozenset(person for person in told if person)

    def bearer_of(self, post: PostMention) -> str | None:
        """The person (by id) who is named with a title, or None."""
        return self.persons.of_mention[post.person] if post.person is not None else None

    def titles_of_bearer(self, post: PostMention) -> list[PostMention]:
        """All titles of the person who is named with a title, this one and those told elsewhere, the last first."""
        person = self.bearer_of(post)
        return self.borne.get(person, []) if person else []
