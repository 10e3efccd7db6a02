"""An event in the making: what the rows that tell of it say, taken together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.interpret.events.frames import KINDRED, PRECISION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.interpret.events.elements import Row
    from kg.interpret.events.facts import Fact
    from kg.model import DateMention, PlaceMention


@dataclass(slots=True, eq=False)
class Draft:
    """An event of one item, growing with each fact that is found to tell of it.

    `rule` names the rule that began it. `titled` tells that a headline tells of it and no sentence has yet.
    `visitors` are the actors of a visit, `delegation` those whose delegation is spoken of.
    """

    item: int
    type: str
    rule: str
    titled: bool
    facts: list[Fact] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    attend: list[str] = field(default_factory=list)
    chair: list[str] = field(default_factory=list)
    organise: list[str] = field(default_factory=list)
    invite: list[str] = field(default_factory=list)
    delegations: list[tuple[str, str | None]] = field(default_factory=list)
    delegation: list[str] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    venue: bool = False
    planned: bool = False
    held: bool = False
    ordinal: int | None = None
    part_of: Draft | None = None
    inherits: bool = False
    main: bool = False

    def take(self, fact: Fact, *, heading: bool) -> None:
        """Add what a fact says. A type that is more particular than the draft's wins ("meeting", then "session")."""
        nucleus = fact.nucleus
        if self.titled and not heading and len(fact.attend) > 1:
            self._replace_paraphrases(fact)
        self.facts.append(fact)
        self.see(nucleus.row)
        if not nucleus.generic and nucleus.type and self.type != nucleus.type:
            self.type = max(self.type, nucleus.type, key=PRECISION.index)
        for name in ("attend", "chair", "organise", "invite", "delegations", "delegation", "dates", "places", "states"):
            mine = getattr(self, name)
            mine += [value for value in getattr(fact, name) if value not in mine]
        self.venue = self.venue or fact.venue
        self.planned = self.planned or nucleus.planned
        self.held = self.held or nucleus.past
        self.ordinal = self.ordinal if self.ordinal is not None else nucleus.ordinal
        self.titled = self.titled and heading

    def _replace_paraphrases(self, fact: Fact) -> None:
        """Forget whom a headline words otherwise, once the lead names who took part ("the head of the ministry")."""
        persons = {i for i in self.attend if i[:1] == "p"}
        self.attend = [i for i in self.attend if i in persons or i in fact.attend]
        self.chair = [i for i in self.chair if i in persons or i in fact.attend]

    def see(self, row: Row) -> None:
        """Note a row that tells of the event."""
        if row not in self.rows:
            self.rows.append(row)

    def add(self, idents: Iterable[str]) -> None:
        """Note who took part, each once, in the order given."""
        self.attend += [i for i in dict.fromkeys(idents) if i not in self.attend]


def kindred(one: str, other: str) -> bool:
    """Tell whether two types may be of one event."""
    return one == other or frozenset((one, other)) in KINDRED


def same_time(one: DateMention, other: DateMention) -> bool:
    """Tell whether two dates may be one event's: the same, or one within the other."""
    first, second = (one.iso, one.iso_end or one.iso), (other.iso, other.iso_end or other.iso)
    if "X" in one.iso or "X" in other.iso:
        return one.iso[4:] == other.iso[4:]
    shared = min(len(first[0]), len(second[0]))
    return first[0][:shared] <= second[1][:shared] and second[0][:shared] <= first[1][:shared]


def same_place(one: PlaceMention, other: PlaceMention) -> bool:
    """Tell whether two places may be one event's: the same, or a town and its country."""
    if one.kind == other.kind and one.kind != "capital":
        return one.name == other.name
    return one.country is None or other.country is None or one.country == other.country


def conflict(draft: Draft, fact: Fact, kin: Mapping[str, frozenset[str]], *, lenient: bool) -> str | None:
    """Why a fact can't be of a draft, or None. With `lenient` the people need not agree (headlines paraphrase)."""
    nucleus = fact.nucleus
    if not nucleus.generic and nucleus.type and not kindred(draft.type, nucleus.type):
        return "type"
    if _apart(draft, fact):
        return "noun"
    if nucleus.generic and draft.type == "office":
        return "type"
    if fact.dates and draft.dates and not any(same_time(a, b) for a in fact.dates[:1] for b in draft.dates):
        return "date"
    if fact.places and draft.places and not any(same_place(a, b) for a in fact.places[:1] for b in draft.places):
        return "place"
    if nucleus.ordinal is not None and draft.ordinal is not None and nucleus.ordinal != draft.ordinal:
        return "ordinal"
    if nucleus.verbs or nucleus.verbal:
        if (nucleus.planned and draft.held) or (nucleus.past and draft.planned):
            return "status"
    if nucleus.novel:
        return "another"
    if draft.facts[0].nucleus.plural != nucleus.plural and nucleus.definite and not nucleus.generic:
        return "number"
    if lenient:
        return None
    return "people" if _other_people(draft, fact, kin) else None


def _apart(draft: Draft, fact: Fact) -> bool:
    """Tell whether one is called by a noun that stands for itself alone: an exhibition is no session."""
    mine = {f.nucleus.entry.lemma for f in draft.facts if getattr(f.nucleus.entry, "apart", False)}
    theirs = fact.nucleus.entry.lemma
    if getattr(fact.nucleus.entry, "apart", False):
        return theirs not in mine
    return bool(mine) and not fact.nucleus.generic and not fact.nucleus.verbal


def _other_people(draft: Draft, fact: Fact, kin: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether both name somebody whom the other doesn't, by person, institution or state."""
    if not fact.attend or not draft.attend:
        return False
    new = any(not any(related(i, j, kin) for j in draft.attend) for i in fact.attend)
    missing = any(not any(related(i, j, kin) for j in fact.attend) for i in draft.attend)
    return new and missing


def related(one: str, other: str, kin: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether one actor may stand for the other: itself, an institution it is of, or one of its own."""
    return one == other or other in kin.get(one, ()) or one in kin.get(other, ())
