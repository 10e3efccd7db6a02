"""The entries of `events.toml`: nouns and verbs of events, words beside them, topics, and endings of verbs."""

from __future__ import annotations

from typing import Literal

import msgspec

Role = Literal[
    # What a group of actors is to the event nearby: before it, or after it where heads stand last.
    "with", "between", "by", "jointly", "also", "present", "chair", "lead", "organiser", "giver", "host", "invitation",
    "beneficiary", "topic", "source", "behalf", "support", "of", "to", "from", "in", "into", "among",
    # What stands with an actor's name.
    "people", "delegation", "side",
    # What one of the states has of their joint body: "the Turkmen part of the commission".
    "half",
    # What tells whether an event is new, old, to come, or no event.
    "relative", "spoken", "reported",
    "definite", "indefinite", "novel", "during", "within", "within-it", "before", "after", "series", "next", "planned",
    "negated", "denied", "reported-before",
    "hypothetical", "habitual", "relation", "and", "stop", "participants", "it",
    # How, and which.
    "video", "phone", "ordinal", "he", "him", "passive", "venue", "same-day", "organised-it",
    # Words of events in the name of a body, which are none.
    "body",
    # Words before an event that comes after another, still to come.
    "to-follow",
    # Nouns for a side of dealings, of which an event's noun tells none: "the level of dialogue".
    "aspect",
]  # fmt: skip


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun for an event. `type` as in READING.md; a `generic` noun ("event", "çäre") only refers back.

    An event called by an `apart` noun is called by no other ("exhibition"), nor the other way. The plural of a `mass`
    noun is one event ("talks"). A `lower` noun with a capital inside a sentence is a body ("Mejlis"), one that is a
    `body` where it opens one, too. `sits` marks a standing mechanism, of which a sitting is an event of this noun's
    type ("the fifth session of the dialogue"); `office` marks what somebody holds for a time ("chairmanship"). `of`
    gives the type by the kind of the institution that owns the event (a parliament's `maslahat` is a session), `format`
    the format that the noun itself tells. `frames` marks words by which something is told to have happened in its
    course ("Астанада болуы барысында"). `loose` marks what is spoken of in general, too ("dialogue"): without a verb, a
    date or an ordinal it is no event. At a `given` one is the person whose it is ("брифинг министра"); one that `signs`
    is a signing ("signing ceremony"), one that `opens` is by what another event begins or ends.
    """

    lemma: str
    type: str
    phrases: tuple[str, ...]
    example: str
    generic: bool = False
    apart: bool = False
    mass: bool = False
    lower: bool = False
    body: bool = False
    sits: bool = False
    office: bool = False
    of: dict[str, str] = {}
    format: str = ""
    loose: bool = False
    given: bool = False
    frames: bool = False
    signs: bool = False
    opens: bool = False


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb of events. `frame` names a row of `kg.interpret.events.arguments.frames`, `type` the type of event.

    `audience` tells that those at an event may be told something ("told a [briefing]"), `represents` that those by
    whom it is done are there for another, `phase` that it is about the first or the last day ("began", "concluded"),
    `hosts` that its subject is the house of what others hold, `credentials` that envoys present theirs, which is a
    ceremony, too. Where nothing follows that its subject `gathers`, this meets ("[gathered] in Oslo"). A verb that
    `stays` ("находиться") tells of a visit only beside a day or an invitation, of people; the present of one that
    `departs` ("leaves for") of a visit to come. Who `leads` a conference chairs it. `*` in a phrase is each of the
    `objects` ("present- his credentials").
    """

    lemma: str
    frame: str
    phrases: tuple[str, ...]
    example: str
    type: str = ""
    phase: Literal["", "start", "end"] = ""
    hosts: bool = False
    gathers: bool = False
    stays: bool = False
    leads: bool = False
    departs: bool = False
    objects: tuple[str, ...] = ()
    represents: bool = False
    audience: bool = False
    credentials: bool = False

    def __post_init__(self) -> None:
        """Spell the phrases out. Raises `ValueError` for a `*` without `objects`."""
        if not self.objects and any("*" in phrase for phrase in self.phrases):
            raise ValueError("`phrases` with `*` need `objects`")
        whole = [p.replace("*", o) for p in self.phrases for o in (self.objects if "*" in p else ("",))]
        msgspec.structs.force_setattr(self, "phrases", tuple(whole))


class Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words with one function beside events, such as the marker `with` or the class `planned`."""

    role: Role
    phrases: tuple[str, ...]
    example: str


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic of READING.md (`about`) and words that tell of it."""

    about: str
    phrases: tuple[str, ...]
    example: str


class Ending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression of verb endings and what they mean; `example` is a stem, a bar and an ending ("geçir|di").

    `form`: `verb`, `participle`, `converb` or `infinitive`. `tense`: `past`, `present`, `future` or "".
    """

    pattern: str
    form: Literal["verb", "participle", "converb", "infinitive"]
    tense: Literal["", "past", "present", "future"]
    example: str
