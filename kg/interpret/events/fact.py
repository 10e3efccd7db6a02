"""What one row says of one nucleus, and of none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Row
    from kg.model import DateMention, PlaceMention


@dataclass(slots=True, eq=False, kw_only=True)
class Particulars:
    """Who takes part in an event and as what, when and where; lists in text order, each member once.

    Actors are ids, `delegations` pairs of head and owner, `delegation` are the ids whose delegation is spoken of.
    `states` are those to which a visit goes, `seen` institutions that are visited. `venue` tells that a place is that
    of the house, `opened` that the day is only that of a dateline.
    """

    attend: list[str] = field(default_factory=list)
    chair: list[str] = field(default_factory=list)
    organise: list[str] = field(default_factory=list)
    invite: list[str] = field(default_factory=list)
    delegations: list[tuple[str, str | None]] = field(default_factory=list)
    delegation: list[str] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    venue: bool = False
    opened: bool = False

    def share_in(self, other: Particulars) -> None:
        """Take over the days of another where none are told, and its places where none are."""
        self.dates += [] if self.dates else other.dates
        self.places += [] if self.places else other.places


@dataclass(slots=True, eq=False)
class Fact(Particulars):
    """A nucleus with its particulars.

    `markers` are those of the actors; `body` tells that an institution owns the event ("of the Council"), `unnamed`
    that a delegation named before takes part, `spoken` that somebody said something there. `represented` are
    institutions of which only people are named.
    """

    nucleus: Nucleus
    markers: set[str] = field(default_factory=set)
    body: bool = False
    unnamed: bool = False
    spoken: bool = False
    represented: set[str] = field(default_factory=set)

    @property
    def heading(self) -> bool:
        """Tell whether a headline says it."""
        return self.nucleus.row.passage.sentence.heading

    def add(self, role: str, ident: str) -> None:
        """Note an actor under a role of the frames, once. Who chairs takes part."""
        target: list[str] = getattr(self, role)
        if ident not in target:
            target.append(ident)
        if role == "chair":
            self.add("attend", ident)

    def add_first(self, idents: Iterable[str]) -> None:
        """Note those who take part, too, before the others; who is noted already keeps his place."""
        self.attend = [*(ident for ident in idents if ident not in self.attend), *self.attend]


@dataclass(slots=True, eq=False)
class Reported:
    """A row with its facts, and what it says of no nucleus.

    `speakers` are persons who say something, `presenters` who shows something, `composition` the members of a
    delegation that the row lists, `heads` who headed whose delegation.
    """

    row: Row
    facts: list[Fact]
    members: tuple[Member, ...]
    speakers: list[str]
    presenters: list[str]
    composition: list[str]
    heads: list[tuple[str, str | None]]
