"""An event in the making: what the rows that tell of it say, taken together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.interpret.events.arguments.frames import PRECISION
from kg.interpret.events.fact import Particulars
from kg.model import DAY, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.sentence.row import Row
    from kg.language.event_words import Noun, Verb
    from kg.model import DateMention


# Types that say little of what an event is.
_LOOSE = frozenset({"", "other", "meeting"})
_LISTS = ("attend", "chair", "organise", "invite", "delegations", "delegation", "places", "states", "seen")


@dataclass(slots=True, eq=False)
class Draft(Particulars):
    """An event of one item, growing with each fact that is found to tell of it. `type` "" is not known yet.

    `rule` names the rule that began it. `titled` tells that a headline tells of it and no sentence has yet.
    `ends` are days on which it is said to have ended, `bound` tells that somebody has set out for it. `inherits` tells
    that the text places the event within the time of its whole, `scene` that a line under the headline says where, and
    with the day of the item.
    """

    item: int
    type: str
    rule: str
    titled: bool
    facts: list[Fact] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    ends: list[DateMention] = field(default_factory=list)
    planned: bool = False
    bound: bool = False
    held: bool = False
    ordinal: int | None = None
    part_of: Draft | None = None
    inherits: bool = False
    main: bool = False
    scene: bool = False

    def take(self, fact: Fact, persons: frozenset[str]) -> None:
        """Add what a fact says. A type that is more particular than the draft's wins ("meeting", then "session").

        Whom a headline words otherwise ("the head of the ministry") is forgotten once the lead names who took part;
        `persons` are the ids of those named.
        """
        nucleus = fact.nucleus
        if self.titled and not fact.heading and self._named(fact):
            self.attend = [i for i in self.attend if i in persons or i in fact.attend or self._acts_itself(i)]
            self.chair = [i for i in self.chair if i in self.attend]
        self.facts.append(fact)
        self.see(nucleus.row)
        told = nucleus.asserted or nucleus.verbal or not self.rows[1:]
        told = told or (nucleus.finite and self.type in _LOOSE)  # "Отырысқа … қатысты" of a conference's sitting
        loose = getattr(nucleus.entry, "loose", False) and nucleus.ordinal is None and bool(self.facts[1:])
        told = told and not (loose and nucleus.row.passage.language.analytic)  # "took part in the open dialogue"
        if told and not nucleus.generic and nucleus.type and self.type != nucleus.type:
            vague = getattr(nucleus.entry, "apart", False) and all(f.nucleus.generic for f in self.facts[:-1])
            self.type = nucleus.type if vague else max(self.type, nucleus.type, key=PRECISION.index)
        if self._not_yet(fact):
            fact.attend = []
        for name in _LISTS:
            if added := getattr(fact, name):
                mine = getattr(self, name)
                mine += [value for value in dict.fromkeys(added) if value not in mine]
        if self.opened and own_day(fact):
            self.dates.clear()
            self.opened = False
        self.opened = fact.opened if fact.dates and not self.dates else self.opened
        ends = nucleus.phase == "end"
        days = self.ends if ends else self.dates
        days += [value for value in dict.fromkeys(fact.dates) if value not in days]
        self.venue = self.venue or fact.venue
        last_day = ends and bool(self.facts[1:])  # "The training will end on 7 May": it is under way
        spoken = self.held and not (nucleus.verbs or nucleus.verbal)  # "The visit will pave the way"
        spoken = spoken or (self.held and "reported-before" in nucleus.row.roles)  # "that he would come was reported"
        # "N is in Osh on a visit. In its course he will meet M"
        told = self.type == "visit" and any(not (f.nucleus.planned or f.heading) for f in self.facts[:-1])
        spoken = spoken or (told and bool(nucleus.during))
        self.planned = self.planned or (nucleus.planned and not (last_day or spoken))
        self.bound = self.bound or nucleus.bound
        self.held = self.held or (nucleus.past and not (self.planned and arranged(fact)))
        self.ordinal = self.ordinal if self.ordinal is not None else nucleus.ordinal
        self.titled = self.titled and fact.heading

    def _named(self, fact: Fact) -> bool:
        """Tell a lead that names several, a visitor, or who does what the headline says that somebody does."""
        alike = self.type == "visit" or fact.markers == self.facts[0].markers
        return len(fact.attend) > 1 or bool(fact.attend and alike)

    def _not_yet(self, fact: Fact) -> bool:
        """Tell what is said of an event to come, not there: "sergi maýda geçiriler. Ministr [sergide] … belledi"."""
        there = fact.nucleus.verbs or fact.nucleus.verbal or fact.nucleus.during or fact.heading
        ahead = self.planned and not (self.held or self.bound or self.titled) and bool(self.dates)
        return ahead and fact.spoken and not there and fact.nucleus.row.passage.language.head_final

    def _acts_itself(self, ident: str) -> bool:
        """Tell an institution that a headline names, not its people ("Kazakhstan's and Uzbekistan's ministers")."""
        return ident[0] == "o" and not any(ident in f.represented for f in self.facts)

    @property
    def ahead(self) -> bool:
        """Tell what somebody has set out for and of which nothing is told yet that was said or done there."""
        silent = all(f.heading or not (f.spoken or f.nucleus.during or f.nucleus.past) for f in self.facts)
        return self.bound and silent and not self.held

    @property
    def past(self) -> bool:
        """Tell whether it took place months before the news that mention it."""
        return bool(self.dates) and long_before(self.dates[0], self.facts[0].nucleus.row.passage.item.date)

    def told_by(self, entry: Noun | Verb | None) -> bool:
        """Tell whether a word of events tells of it: "a seminar was held. … The [seminar] …"."""
        return any(fact.nucleus.entry is entry for fact in self.facts)

    def see(self, row: Row) -> None:
        """Note a row that tells of the event."""
        if row not in self.rows:
            self.rows.append(row)

    def add(self, idents: Iterable[str]) -> None:
        """Note who took part, each once, in the order given."""
        self.attend += [i for i in dict.fromkeys(idents) if i not in self.attend]


# A rule's answer: an event that is there, a new one, no event at all, or nothing.
Told: TypeAlias = "Draft | Literal['new', 'none'] | None"


def long_before(day: DateMention, written: str | None) -> bool:
    """Tell whether a day, or all of a year, lies months before that of a news item, whose undated events are news."""
    if written is None or "X" in day.iso + written:
        return False
    months = [12 * int(iso[:4]) + int(iso[5:7] or 12) for iso in (day.iso, written)]
    return months[1] - months[0] > 1


def years_alone(dates: Sequence[DateMention]) -> bool:
    """Tell that there are dates, and none is more precise than its year: "in 2019 and 2021"."""
    return bool(dates) and all(len(date.iso) == YEAR for date in dates)


def arranged(fact: Fact) -> bool:
    """Tell an event of which only a participle says that it was arranged: "«…» şygary bilen gurnalan sammit"."""
    final = fact.nucleus.row.passage.language.head_final
    return final and not (fact.nucleus.finite or fact.nucleus.verbal or fact.dates)


def own_day(fact: Fact) -> bool:
    """Tell that a fact gives the day on which what is told took place: "Мероприятие, которое прошло 21 мая, …"."""
    nucleus, days = fact.nucleus, [d for d in fact.dates if len(d.iso) == DAY]
    told = (nucleus.definite or nucleus.generic) and nucleus.past and not nucleus.phase
    return bool(days) and not fact.opened and told


def leg(draft: Draft, fact: Fact) -> bool:
    """Tell a leg of a journey of several days to several places: "will visit Chile and Peru. Then she goes to Lima"."""
    days = any(d.iso_end for d in draft.dates) and not fact.nucleus.novel
    tour = any(len(f.places) + len(f.states) > 1 for f in draft.facts if f.nucleus.type == "visit")
    return days and tour and fact.nucleus.type == "visit" and {*fact.attend} == {*draft.attend}
