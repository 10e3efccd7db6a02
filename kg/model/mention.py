"""Mentions: what annotation finds in a text, before anything is concluded from it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from kg.model.record import Record

if TYPE_CHECKING:
    from collections.abc import KeysView, Sequence

    Words = frozenset[str] | set[str] | KeysView[str]

# Where a token, a sentence or a mention starts: the key by which they are sought among others in text order.
START = attrgetter("start")
# Lengths of an ISO date that names a day and of one that names a year alone.
DAY, YEAR = len("2024-05-05"), len("2024")


class Token(Record, frozen=True):
    """A word or a punctuation mark. `norm` is the text in lower case, of the same length."""

    start: int
    end: int
    text: str
    norm: str


class Sentence(Record, frozen=True):
    """A sentence: its span, language, the index of its item in the document, its tokens in order, and their `norm`s.

    `heading` marks a headline or another line that is no full sentence, `shouting` one in capitals, in which capitals
    mean nothing. `capitals` are the indices of the tokens with a capital in them.
    """

    start: int
    end: int
    lang: str
    item: int
    heading: bool
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    capitals: tuple[int, ...] = ()
    shouting: bool = False

    def at(self, wanted: Words) -> Sequence[int]:
        """Indices of the tokens that are one of these words (lower case), in order.

        A rule that begins at certain words asks for them instead of going through the tokens: nearly all sentences
        have none, which costs next to nothing to tell.
        """
        return () if wanted.isdisjoint(self.words) else [i for i, word in enumerate(self.words) if word in wanted]


class Mention(Record, frozen=True):
    """A span with the name of the rule that found it (`tk.title-name`). `sentence` is an index."""

    start: int
    end: int
    text: str
    lang: str
    sentence: int
    rule: str


class DateMention(Mention, frozen=True):
    """A date: `iso` as precise as the text (`2023-03`, `XXXX-03-14`), `end` of a range or None.

    `relative` tells that `iso` was resolved against the document's date ("this year", "yesterday"). `kind` is
    `date`, or `period` for the years that a plan covers and for limits ("until 2030"): no event's date.
    """

    iso: str
    iso_end: str | None = None
    relative: bool = False
    kind: str = "date"


class PlaceMention(Mention, frozen=True):
    """A town, region or country by its nominative name.

    `kind` is `town`, `region`, `country` or `capital` ("the capital": no name). `country` is ISO 3166 alpha-2.
    `case` is the grammatical case by which it stands in the text: nom, gen, dat, acc, loc, abl, ins, attr
    (attributive locative, "-daky / -дағы"), adj (the adjective of a country's name), or "" where the language does
    not mark it.
    """

    name: str
    kind: str
    country: str | None
    case: str = ""


class OrganisationMention(Mention, frozen=True):
    """An institution. `name` is nominative and completed (coordinated ellipsis), `kind` as in READING.md.

    `owner` is the index, in `Annotations.organisations`, of the institution that it is a named part of.
    `form`: `name`, `abbreviation`, `short` ("the Commission", "Bölüm") or `qualifier`. `known` is the key of an
    authority record that the words match exactly. A state that acts is an organisation of kind `state`; a
    country that merely qualifies a title is not here, it is a PlaceMention.
    """

    name: str
    kind: str
    country: str | None = None
    owner: int | None = None
    form: str = "name"
    known: str | None = None
    case: str = ""


class PersonMention(Mention, frozen=True):
    """A person by name. `name` is nominative; `form`: `name`, `initials` (K. Howard) or `surname`."""

    name: str
    form: str = "name"
    case: str = ""


class PostMention(Mention, frozen=True):
    """A post by its title, the span covering institution and title, and the name too where it adjoins.

    `title` is nominative, without institution or country. `organisation` and `person` are indices into
    `Annotations`; `country` is ISO 3166 alpha-2. With `person` None the post stands for its holder
    ("the Minister"); with `generic` it stands for nobody (a body of people, a plural, a hypothetical).
    """

    title: str
    post: str
    organisation: int | None = None
    country: str | None = None
    person: int | None = None
    generic: bool = False
    case: str = ""


class TriggerMention(Mention, frozen=True):
    """A word or phrase that may tell of an event. `type` as in READING.md; `lemma` keys the language file.

    `form` is `noun`, `verb`, `participle`, `converb` or `infinitive`; `case` as for places (nouns only), several
    joined by `|` where the form leaves it open; `tense` is `past`, `present`, `future` or "".
    """

    type: str
    lemma: str
    form: str
    case: str = ""
    tense: str = ""
    plural: bool = False
    negated: bool = False
    passive: bool = False
    possessed: bool = False


class Annotations(Record, frozen=True):
    """All mentions of a document, each kind sorted by start; sentences in text order."""

    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    organisations: tuple[OrganisationMention, ...] = ()
    persons: tuple[PersonMention, ...] = ()
    posts: tuple[PostMention, ...] = ()
    triggers: tuple[TriggerMention, ...] = ()
