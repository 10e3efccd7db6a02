"""A reading: everything taken from one document before any other is looked at. The form of answer keys, too.

Key names are those of the JSON that `kg read --format jsonl` prints. Answer keys carry more keys than these
(`canonical`, `optional`, `*_accept`…): decoding leaves out what it doesn't know.
"""

from __future__ import annotations

import msgspec

from kg.model.record import Record


class Evidence(Record, frozen=True):
    """Words of the document: `text` is exactly `document.text[start:end]`."""

    text: str
    start: int
    end: int


class NamedMention(Record, frozen=True):
    """A place where the text names something; `form` as in `Mention`s (name, abbreviation, short, title…).

    Here and below `confidence` runs from 0 to 1, `because` says what the rule goes by, and `doubts` are the reasons
    why it is lower than the rule's own; see `languages/confidence.toml`.
    """

    text: str
    start: int
    end: int
    lang: str = "und"
    form: str = "name"
    rule: str = ""
    confidence: float = 1.0
    because: str = ""
    doubts: tuple[str, ...] = ()


class ReadItem(Record, frozen=True):
    """A dated item of a page that holds several: ISO date or None, language, span `(start, end)`."""

    date: str | None
    lang: str
    span: tuple[int, int]
    headline: Evidence | None = None


class Person(Record, frozen=True):
    """A human who is named, by the fullest nominative form; `alt_names` are the other nominative forms."""

    id: str
    name: str
    mentions: tuple[NamedMention, ...] = ()
    country: str | None = None
    alt_names: tuple[str, ...] = ()


class Office(Record, frozen=True):
    """An office that acts without its holder being named ("the Ombudsman took part"); ids are `t1`, `t2` and so on."""

    id: str
    title: str
    post: str
    organisation: str | None = None
    country: str | None = None
    mentions: tuple[NamedMention, ...] = ()


class Organisation(Record, frozen=True):
    """A named institution, or a state that acts. `part_of` is the id of an organisation of this reading.

    `standing` tells of a body that the text says was `created`, `decided` or `proposed`, with its evidence and
    the id of the actor who proposed it. `known` is the key of the authority record that its words match.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    part_of: str | None = None
    mentions: tuple[NamedMention, ...] = ()
    alt_names: tuple[str, ...] = ()
    known: str | None = None
    standing: str | None = None
    standing_evidence: Evidence | None = None
    proposer: str | None = None


class Role(Record, frozen=True):
    """A named person in a post. `organisation` is an id or None; `country` ISO 3166 alpha-2.

    `country_by` is the way by which the country was told (`kg.interpret.cast.country`), "" for none.
    """

    person: str
    title: str | None
    post: str
    evidence: Evidence
    organisation: str | None = None
    country: str | None = None
    rule: str = ""
    country_by: str = ""
    confidence: float = 1.0
    because: str = ""
    doubts: tuple[str, ...] = ()


class Participation(Record, frozen=True):
    """How sure it is that an actor took part in an event, in a capacity.

    `capacity`: attendee, organiser, chair, invited or head-of-delegation, as the fields of the event say.
    """

    actor: str
    capacity: str
    confidence: float = 1.0
    because: str = ""
    doubts: tuple[str, ...] = ()


class Delegation(Record, frozen=True):
    """Who headed whose delegation at an event: ids of a person and of an organisation (or None)."""

    person: str
    delegation_of: str | None = None


class Event(Record, frozen=True):
    """A meeting-like event or an election. Actor fields hold ids of persons, organisations and offices.

    `start`, `end` are ISO 8601 as precise as the text; `concerns` and `part_of` name events of this reading;
    `elects` words what an election fills; `venue` is the building, `place` the town or country.
    """

    id: str
    type: str
    name: str
    salience: str = "secondary"
    status: str = "held"
    format: str = "unknown"
    start: str | None = None
    end: str | None = None
    place: str | None = None
    attended_by: tuple[str, ...] = ()
    organised_by: tuple[str, ...] = ()
    chaired_by: tuple[str, ...] = ()
    head_of_delegation: tuple[Delegation, ...] = ()
    invited: tuple[str, ...] = ()
    series: str | None = None
    ordinal: int | None = None
    part_of: str | None = None
    concerns: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    elects: tuple[str, ...] = ()
    venue: str | None = None
    trigger: str = ""
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    confidence: float = 1.0
    because: str = ""
    doubts: tuple[str, ...] = ()
    participations: tuple[Participation, ...] = ()


class Turnout(Record, frozen=True):
    """A turnout figure: local time `at` (ISO 8601), percent of voters, in a constituency or (None) overall."""

    election: str
    at: str
    percent: float
    evidence: Evidence
    constituency: str | None = None
    constituency_number: int | None = None
    rule: str = ""


class Elected(Record, frozen=True):
    """A person elected in an election of this reading, and in which constituency."""

    person: str
    election: str
    evidence: Evidence
    constituency: str | None = None
    number: int | None = None
    rule: str = ""


class Quotation(Record, frozen=True):
    """Direct speech without its quotation marks; `speaker` is the id of a person, an office, or None."""

    speaker: str | None
    text: str
    start: int
    end: int
    lang: str = "und"
    rule: str = ""


class Link(Record, frozen=True):
    """How an instrument is spoken of: `adopted`, `approved`, `implemented`, `discussed`, `funded` or `named`."""

    how: str
    evidence: Evidence
    actor: str | None = None
    event: str | None = None


class Instrument(Record, frozen=True):
    """A named plan, strategy, convention, law, statement or project (`kind`), and how it is spoken of."""

    id: str
    name: str
    kind: str
    mentions: tuple[NamedMention, ...] = ()
    links: tuple[Link, ...] = ()
    rule: str = ""


class Subject(Record, frozen=True):
    """A topic (as for events' `about`) that the document speaks of, and a sentence that does."""

    topic: str
    evidence: Evidence


class Reading(Record, frozen=True):
    """What one document says. Ids are local to the reading: p1 persons, o1 organisations, t1 offices, e1 events."""

    id: str
    lang: str
    published: str | None = None
    items: tuple[ReadItem, ...] = ()
    persons: tuple[Person, ...] = ()
    title_only: tuple[Office, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    turnout: tuple[Turnout, ...] = ()
    elected: tuple[Elected, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    subjects: tuple[Subject, ...] = ()

    def to_json(self) -> bytes:
        """The reading as one line of JSON in UTF-8, keys in the order of the fields, without a line break."""
        return msgspec.json.encode(self)

    @staticmethod
    def from_json(data: bytes | str) -> Reading:
        """Decode one reading; unknown keys are left out. Raises `msgspec.MsgspecError` naming the key."""
        return msgspec.json.decode(data, type=Reading)
