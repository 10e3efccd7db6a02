"""How sure a reading is of each mention, role, event and participation, and why it is not surer.

Each rule has a confidence of its own in `languages/confidence.toml`; signals that lower it are told as doubts. What is
below a limit can be left out of a reading.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from kg.interpret.spans import begun_in
from kg.language.confidence import load_confidence
from kg.model import Event, Instrument, NamedMention, Office, Organisation, Participation, Person, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.model import Document, Evidence, Reading

_T = TypeVar("_T", Person, Organisation, Office, Instrument)

# An institution's name of more words is seldom right from its first to its last.
_LONG = 12
# Characters of a title with its name beyond which one of them may belong to another.
_FAR = 160
# Posts whose titles name much else ("head of the table"), unless an institution is named with them.
_VAGUE = frozenset({"other", "head", "deputy-head", "expert"})
# Ways by which the title or its institution tells the country itself ("" where none is told).
_TOLD = frozenset({"", "title", "body"})
_CONFIDENCE = attrgetter("confidence")
# A name of which it is less sure than this lowers what is said of its bearer.
_SURE = 0.85


def rate(document: Document, reading: Reading) -> Reading:
    """The reading with its confidences, by rules and doubts."""
    rater = _Rater(document, reading)
    persons = tuple(rater.named(p, "person", ("one-word",) if " " not in p.name else ()) for p in reading.persons)
    bodies = tuple(rater.named(o, "organisation") for o in reading.organisations)
    offices = tuple(rater.named(o, "office") for o in reading.title_only)
    facts = _Facts(persons, bodies, offices)
    return replace(
        reading,
        persons=persons,
        organisations=bodies,
        title_only=offices,
        instruments=tuple(rater.named(i, "instrument") for i in reading.instruments),
        roles=tuple(map(facts.role, reading.roles)),
        events=tuple(map(facts.event, reading.events)),
    )


class _Rater:
    """Rates mentions by their rules, their words, and the language around them."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.table = load_confidence()
        self.starts = [item.start for item in document.items]
        self.langs = [item.lang for item in document.items]
        self.lang = reading.lang

    def named(self, thing: _T, of: str, doubts: tuple[str, ...] = ()) -> _T:
        """A thing with its mentions rated."""
        return replace(thing, mentions=tuple([self._mention(m, of, doubts) for m in thing.mentions]))

    def _mention(self, mention: NamedMention, of: str, doubts: tuple[str, ...]) -> NamedMention:
        words = mention.text
        if of == "organisation":
            if words.islower():
                doubts = (*doubts, "no-capital")
            elif words.count(" ") >= _LONG:
                doubts = (*doubts, "long")
        if mention.lang != self._lang_at(mention.start):
            doubts = (*doubts, "other-language")
        rating = self.table.rate(of, mention.rule, doubts)
        return NamedMention(words, mention.start, mention.end, mention.lang, mention.form, mention.rule, *rating)

    def _lang_at(self, offset: int) -> str:
        if len(self.langs) == 1:
            return self.langs[0]
        return self.langs[max(bisect_right(self.starts, offset) - 1, 0)]


class _Facts:
    """Rates what is said of persons, institutions and offices, by their mentions."""

    def __init__(self, persons: Sequence[Person], bodies: Sequence[Organisation], offices: Sequence[Office]) -> None:
        self.table = load_confidence()
        self.mentions = {p.id: p.mentions for p in persons} | {o.id: o.mentions for o in bodies}
        self.doubtful = {
            name for name, found in self.mentions.items() if found and max(map(_CONFIDENCE, found)) < _SURE
        }
        self.offices = {o.id: o.mentions for o in offices}
        self.states = frozenset(o.id for o in bodies if o.kind == "state")

    def role(self, role: Role) -> Role:
        """The role, rated."""
        doubts = []
        at = role.evidence
        if role.organisation is None and role.country is None:
            doubts.append("no-body")
        elif role.post in _VAGUE and not self._within(role.organisation or "", at):
            doubts.append("vague")
        if at.end - at.start > _FAR:
            doubts.append("far")
        if role.person in self.doubtful:
            doubts.append("doubtful-person")
        if role.country_by not in _TOLD:
            doubts.append(f"country-by-{role.country_by}")
        confidence, because, reasons = self.table.rate("role", role.rule, tuple(doubts))
        return replace(role, confidence=confidence, because=because, doubts=reasons)

    def event(self, event: Event) -> Event:
        """The event, rated, with its participations."""
        parts = tuple(self._participation(event, capacity, actor) for capacity, actor in _parts(event))
        doubts = ("undated",) if event.start is None else ()
        if not parts and event.type != "election":
            doubts = (*doubts, "nobody")
        confidence, because, reasons = self.table.rate("event", event.rule, doubts)
        return replace(event, confidence=confidence, because=because, doubts=reasons, participations=parts)

    def _participation(self, event: Event, capacity: str, actor: str) -> Participation:
        doubts = []
        there = [mention for said in event.evidence for mention in self._within(actor, said)]
        if actor in self.offices:
            doubts.append("by-office")
        elif not there:
            doubts.append("not-named-there")
        elif all(mention.form == "title" for mention in there):
            doubts.append("by-title")
        if actor in self.states:
            doubts.append("state")
        if actor in self.doubtful:
            doubts.append("doubtful-name")
        return Participation(actor, capacity, *self.table.rate("participation", capacity, tuple(doubts)))

    def _within(self, thing: str, said: Evidence) -> list[NamedMention]:
        """The places where these words name a thing."""
        return [m for m in begun_in(self.mentions.get(thing, ()), said.start, said.end) if m.end <= said.end]


def _parts(event: Event) -> Iterator[tuple[str, str]]:
    """Each actor by capacity, in the order of the event's fields."""
    yield from (("attendee", actor) for actor in event.attended_by)
    yield from (("organiser", actor) for actor in event.organised_by)
    yield from (("chair", actor) for actor in event.chaired_by)
    yield from (("invited", actor) for actor in event.invited)
    yield from (("head-of-delegation", head.person) for head in event.head_of_delegation)
