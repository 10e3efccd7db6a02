"""How elections, turnout and who was elected are worded: the schema of `elections.toml`."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from kg.language.pattern import Matcher, Pattern, Patterned


class Head(Pattern, frozen=True):
    """A noun for an election; `lemma` is its last word's dictionary form.

    `by` marks a by-election; a `referendum` fills no office.
    """

    lemma: str
    kind: Literal["election", "referendum"] = "election"
    by: bool = False


class Filled(Pattern, frozen=True):
    """An office or body that an election fills. Elections of different `fills` are never one election.

    `chamber` tells the houses of a parliament apart: `upper`, `lower`, or "" for a parliament as a whole.
    A `weak` word counts only where no other tells what is filled ("deputies" may sit in any council).
    """

    fills: Literal["president", "parliament", "local", "governor", "mayor", "general", "referendum"]
    chamber: Literal["", "upper", "lower"] = ""
    weak: bool = False


class Holding(Pattern, frozen=True):
    """A form of "to hold, to take place" and what it tells: held, planned, or under way on that day.

    A `participle` stands before its noun in the Turkic languages and belongs to the noun phrase there.
    """

    status: Literal["held", "planned", "ongoing"]
    participle: bool = False


class Constituency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wording of a constituency: `{n}` is its number, `{name}` its name in quotation marks."""

    pattern: str
    example: str
    number: int | None = None
    name: str | None = None


class Chosen(Pattern, frozen=True):
    """A verb or participle that says that somebody was elected; `listed` where it announces a list of names.

    A `placed` one says so only beside a constituency ("in constituency No. 5 A. Brown won").
    """

    listed: bool = False
    placed: bool = False


class Seat(Pattern, frozen=True):
    """A title that the elected bear, in the nominative, with its post."""

    title: str
    post: str
    fills: str


class Elections(Patterned, frozen=True, forbid_unknown_fields=True, dict=True):
    """Wordings of elections.

    `compounds` are phrases in which the head's word is no election by itself ("election commission").
    `laws` are laws with what leads to the elections that they are about, which they do not tell to be held.
    `others` own offices that no voters fill (the president of a federation).
    `words` may belong to an election's noun phrase, `links` only between two of its words, `bridges` between the
    phrase and its date; `joins` are the links that coordinate. `matters` end what a Turkic referendum is about,
    between its participle and its head ("өтетін су [туралы] референдум"). `by_words` in the phrase make a
    by-election. `coming` tells that it lies ahead, `preparing` that the sentence speaks of preparations, `over` that
    it speaks of what came of it, `definite` that the election was spoken of before, `earlier` that it is told as the
    last one before.
    `pronouns` stand for an election told in the sentence before. `dated` are endings by which a date qualifies a
    noun that follows; where `dates_precede`, any date before a noun does ("the March 2023 elections"), unless one
    of `loose` goes before it ("on 3 March elections were held"). `adjectives` make an office an adjective, so that
    the head needs no possessive ending ("президенттік сайлау"). `turnout` makes percentages those of voters,
    `results` those of votes for a candidate; only `voters` tell of an election where nothing else does (a
    parliament votes, too). `polling` stands with the hours of voting, `closing` says that a figure is that of their
    end. A verb with one of `several` is told of more than one thing ("were held"). `electing` are verbs by which
    somebody will be elected, which tell the day of an election that the sentence before speaks of ("5 мамырда жаңа
    депутат [сайланады]").
    """

    heads: tuple[Head, ...] = ()
    compounds: tuple[Pattern, ...] = ()
    filled: tuple[Filled, ...] = ()
    laws: tuple[Pattern, ...] = ()
    others: tuple[Pattern, ...] = ()
    words: tuple[Pattern, ...] = ()
    links: tuple[Pattern, ...] = ()
    joins: tuple[Pattern, ...] = ()
    bridges: tuple[Pattern, ...] = ()
    matters: tuple[Pattern, ...] = ()
    by_words: tuple[Pattern, ...] = ()
    coming: tuple[Pattern, ...] = ()
    preparing: tuple[Pattern, ...] = ()
    over: tuple[Pattern, ...] = ()
    definite: tuple[Pattern, ...] = ()
    earlier: tuple[Pattern, ...] = ()
    pronouns: tuple[Pattern, ...] = ()
    dated: tuple[Pattern, ...] = ()
    dates_precede: bool = False
    loose: tuple[Pattern, ...] = ()
    adjectives: tuple[Pattern, ...] = ()
    holding: tuple[Holding, ...] = ()
    several: tuple[Pattern, ...] = ()
    electing: tuple[Pattern, ...] = ()
    turnout: tuple[Pattern, ...] = ()
    polling: tuple[Pattern, ...] = ()
    closing: tuple[Pattern, ...] = ()
    voters: tuple[Pattern, ...] = ()
    results: tuple[Pattern, ...] = ()
    percent: tuple[Pattern, ...] = ()
    constituencies: tuple[Constituency, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    seats: tuple[Seat, ...] = ()

    @cached_property
    def match_heads(self) -> Matcher[Head]:
        """Finds the nouns."""
        return Matcher(self.heads)

    @cached_property
    def match_filled(self) -> Matcher[Filled]:
        """Finds offices and bodies."""
        return Matcher(self.filled)

    @cached_property
    def match_holding(self) -> Matcher[Holding]:
        """Finds forms of "to hold"."""
        return Matcher(self.holding)

    @cached_property
    def match_chosen(self) -> Matcher[Chosen]:
        """Finds "was elected"."""
        return Matcher(self.chosen)

    @cached_property
    def match_seats(self) -> Matcher[Seat]:
        """Finds titles of the elected."""
        return Matcher(self.seats)
