"""An event in the making: what the rows that tell of it say, taken together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kg.interpret.events.arguments.frames import KINDRED, PRECISION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.sentence.row import Row
    from kg.model import DateMention, PlaceMention

    Kin = Mapping[str, frozenset[str]]

# Names of places are compared by their beginnings: a foreign town's ending is not always told from its case.
_STEM = 5
# Days that an event lasts at most, where one sentence tells its first and another its last.
_LONGEST = 45
_DAY = len("2024-05-05")
# Types that say little of what an event is.
_LOOSE = frozenset({"", "other", "meeting"})
# Types of events on whose sidelines people meet.
_GATHERED = frozenset({"conference", "session"})
_LISTS = ("attend", "chair", "organise", "invite", "delegations", "delegation", "places", "states", "seen")


@dataclass(slots=True, eq=False)
class Draft:
    """An event of one item, growing with each fact that is found to tell of it. `type` "" is not known yet.

    `rule` names the rule that began it. `titled` tells that a headline tells of it and no sentence has yet.
    `delegation` are actors whose delegation is spoken of, `states` those to which a visit goes, `seen` institutions
    that are visited. `ends` are days on which it is said to have ended. `inherits` tells that the text places the
    event within the time of its whole, `opened` that its day is only that of a dateline, `scene` that a line under the
    headline says where, and with the day of the item.
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
    ends: list[DateMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    venue: bool = False
    planned: bool = False
    held: bool = False
    ordinal: int | None = None
    part_of: Draft | None = None
    inherits: bool = False
    main: bool = False
    scene: bool = False
    opened: bool = False

    def take(self, fact: Fact, persons: frozenset[str]) -> None:
        """Add what a fact says. A type that is more particular than the draft's wins ("meeting", then "session").

        Whom a headline words otherwise ("the head of the ministry") is forgotten once the lead names who took part;
        `persons` are the ids of those named.
        """
        nucleus = fact.nucleus
        if self.titled and not fact.heading and (len(fact.attend) > 1 or (fact.attend and self.type == "visit")):
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
        for name in _LISTS:
            mine = getattr(self, name)
            mine += [value for value in dict.fromkeys(getattr(fact, name)) if value not in mine]
        if self.opened and _own_day(fact):
            self.dates.clear()
            self.opened = False
        self.opened = fact.opened if fact.dates and not self.dates else self.opened
        days = self.ends if nucleus.phase == "end" else self.dates
        days += [value for value in dict.fromkeys(fact.dates) if value not in days]
        self.venue = self.venue or fact.venue
        last_day = nucleus.phase == "end" and bool(self.facts[1:])  # "The training will end on 7 May": it is under way
        spoken = self.held and not (nucleus.verbs or nucleus.verbal)  # "The visit will pave the way"
        spoken = spoken or (self.held and "reported-before" in nucleus.row.roles)  # "that he would come was reported"
        self.planned = self.planned or (nucleus.planned and not (last_day or spoken))
        self.held = self.held or (nucleus.past and not (self.planned and _arranged(fact)))
        self.ordinal = self.ordinal if self.ordinal is not None else nucleus.ordinal
        self.titled = self.titled and fact.heading

    def _acts_itself(self, ident: str) -> bool:
        """Tell an institution that a headline names, not its people ("Kazakhstan's and Uzbekistan's ministers")."""
        return ident[0] == "o" and not any(ident in f.represented for f in self.facts)

    @property
    def past(self) -> bool:
        """Tell whether it took place months before the news that mention it."""
        return bool(self.dates) and _long_before(self.dates[0], self.facts[0].nucleus.row.passage.item.date)

    def see(self, row: Row) -> None:
        """Note a row that tells of the event."""
        if row not in self.rows:
            self.rows.append(row)

    def add(self, idents: Iterable[str]) -> None:
        """Note who took part, each once, in the order given."""
        self.attend += [i for i in dict.fromkeys(idents) if i not in self.attend]


def kindred(one: str, other: str) -> bool:
    """Tell whether two types may be of one event; "" is that of "an event", which may be any."""
    return not one or not other or one == other or frozenset((one, other)) in KINDRED


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
        return one.name[:_STEM] == other.name[:_STEM]
    return one.country is None or other.country is None or one.country == other.country


def related(one: str, other: str, kin: Kin) -> bool:
    """Tell whether one actor may stand for the other: itself, an institution it is of, or one of its own."""
    return one == other or other in kin.get(one, ()) or one in kin.get(other, ())


def conflict(draft: Draft, fact: Fact, kin: Kin, *, lenient: bool) -> str | None:
    """Name of the first of `CONFLICTS` by which a fact can't be of a draft, or None.

    With `lenient` the people need not agree: headlines paraphrase, and "the meeting was attended by" adds to them.
    """
    for name, differs in CONFLICTS:
        if differs(draft, fact):
            return name
    return "people" if not lenient and _other_people(draft, fact, kin) else None


def _other_type(draft: Draft, fact: Fact) -> bool:
    if fact.nucleus.generic:
        analytic = fact.nucleus.row.passage.language.analytic
        named = fact.nucleus.element.trigger is not None and fact.nucleus.element.trigger.form == "noun"
        event = draft.type == "visit" and analytic and named  # "the ceremony", not "She was accompanied by"
        final = fact.nucleus.row.passage.language.head_final
        joins = draft.type == "visit" and final and "attend" in fact.nucleus.frames  # "сапармен барып, жиынға қатысты"
        return event or joins or draft.type == "office"
    sidelines = fact.nucleus.during == "within" and fact.nucleus.row.passage.language.head_final
    if sidelines and fact.nucleus.type in _GATHERED and draft.type == "meeting":
        return True  # "форум алаңында бірқатар кездесу өткізді"
    aside = fact.nucleus.aside or draft.facts[0].nucleus.aside
    if aside and fact.nucleus.type != draft.type:
        return True  # "met the minister, who has come for the conference"
    if "invite" in fact.nucleus.frames and not fact.nucleus.definite and fact.nucleus.type != draft.type:
        return True  # "met the president, who thanked him for the invitation to the summit"
    if fact.nucleus.type == "visit" and draft.type in {"", "other"}:
        return True  # "the opening ceremony" is no visit of those who came to it
    return fact.nucleus.type != "" and not kindred(draft.type, fact.nucleus.type)


def _other_noun(draft: Draft, fact: Fact) -> bool:
    """One is called by a noun that stands for itself alone: an exhibition is no session."""
    mine = {f.nucleus.entry.lemma for f in draft.facts if getattr(f.nucleus.entry, "apart", False)}
    if getattr(fact.nucleus.entry, "apart", False):
        verbal = draft.titled and all(
            f.nucleus.verbal or f.nucleus.generic for f in draft.facts
        )  # a headline: "Ғалымдар пікірлесті"
        return fact.nucleus.entry.lemma not in mine and not verbal
    meeting = fact.nucleus.definite and fact.nucleus.type == "meeting"  # "the meeting" may be a round table
    return bool(mine) and not (fact.nucleus.generic or fact.nucleus.verbal or meeting)


def _other_date(draft: Draft, fact: Fact) -> bool:
    """Days differ; one day of a series that is said to be held is an event of its own."""
    if not fact.dates:
        return False
    if not (draft.dates or draft.ends):
        return _long_before(fact.dates[0], draft.facts[0].nucleus.row.passage.item.date)
    if draft.opened and _own_day(fact):
        return False  # the day of a dateline gives way
    day, phase = fact.dates[0], fact.nucleus.phase
    if phase == "end" and draft.dates and not draft.dates[0].iso_end:
        return not _lasts(draft.dates[0], day)
    if draft.ends and not draft.dates:
        return not (_lasts(day, draft.ends[0]) if phase == "start" else same_time(day, draft.ends[0]))
    own = fact.nucleus.asserted and not fact.nucleus.definite and not day.iso_end
    spans = [d for d in draft.dates if not (own and d.iso_end and len(d.iso) == len(day.iso))]
    return not any(same_time(day, d) for d in spans)


def _own_day(fact: Fact) -> bool:
    """Tell that a fact gives the day on which what is told took place: "Мероприятие, которое прошло 21 мая, …"."""
    nucleus, days = fact.nucleus, [d for d in fact.dates if len(d.iso) == _DAY]
    told = (nucleus.definite or nucleus.generic) and nucleus.past and not nucleus.phase
    return bool(days) and not fact.opened and told


def _long_before(day: DateMention, written: str | None) -> bool:
    """Tell whether a day lies months before that of a news item, whose undated events are news."""
    if written is None or "X" in day.iso + written or len(day.iso) < len("2024-05"):
        return False
    months = [12 * int(iso[:4]) + int(iso[5:7]) for iso in (day.iso, written)]
    return months[1] - months[0] > 1


def _lasts(first: DateMention, last: DateMention) -> bool:
    """Tell whether an event may last from one day to another."""
    if same_time(first, last):
        return True
    if len(first.iso) != _DAY or len(last.iso) != _DAY or "X" in first.iso + last.iso:
        return False
    return 0 <= (date.fromisoformat(last.iso) - date.fromisoformat(first.iso)).days <= _LONGEST


def _other_place(draft: Draft, fact: Fact) -> bool:
    return bool(fact.places and draft.places) and not any(same_place(fact.places[0], p) for p in draft.places)


def _other_goal(draft: Draft, fact: Fact) -> bool:
    """An institution is visited: another visit than that to the town, or to another institution."""
    if draft.type != "visit" or not fact.nucleus.verbal or fact.nucleus.type != "visit":
        return False
    told = bool(draft.seen or draft.places or draft.states)
    if draft.seen and fact.places and "arrive" in fact.nucleus.frames:
        return True  # "visited the university. Then the delegation left for Oslo"
    return bool(fact.seen) and told and not set(fact.seen) & set(draft.seen)


def _other_ordinal(draft: Draft, fact: Fact) -> bool:
    return None not in {draft.ordinal, fact.nucleus.ordinal} and draft.ordinal != fact.nucleus.ordinal


def _other_status(draft: Draft, fact: Fact) -> bool:
    """One took place, the other is to come."""
    arranged = fact.nucleus.generic and set(fact.nucleus.frames) == {"organise"}
    if arranged or "reported-before" in fact.nucleus.row.roles:
        return False  # "Конференция пройдёт 5 мая. Мероприятие организовали …"
    if not (fact.nucleus.verbs or fact.nucleus.verbal):
        final = fact.nucleus.row.passage.language.head_final
        return bool(final and fact.nucleus.planned and fact.places and draft.held)  # "Ошта жоспарланып отырған саммит"
    same = draft.type == fact.nucleus.type == "visit" and set(fact.attend) <= set(draft.attend)
    if draft.titled and fact.attend and same:
        return False  # a headline tells of a visit to come as of one under way
    held = (draft.held or _under_way(draft, fact)) and fact.nucleus.phase != "end"  # "the visit will last until 5 May"
    return (fact.nucleus.planned and held) or (fact.nucleus.past and draft.planned and not _arranged(fact))


def _under_way(draft: Draft, fact: Fact) -> bool:
    """Tell what goes on while another is told with its day: "is here on a visit. Tomorrow he will visit the plant"."""
    present = any(f.nucleus.tenses == ["present"] and not f.nucleus.planned for f in draft.facts)
    return present and fact.nucleus.verbal and bool(fact.dates) and not draft.dates


def _arranged(fact: Fact) -> bool:
    """Tell an event of which only a participle says that it was arranged: "«…» şygary bilen gurnalan sammit"."""
    final = fact.nucleus.row.passage.language.head_final
    return final and not (fact.nucleus.finite or fact.nucleus.verbal or fact.dates)


def _another(draft: Draft, fact: Fact) -> bool:
    """The text says "another"."""
    told = draft.titled and any(f.nucleus.novel for f in draft.facts)  # "held several meetings", as the headline says
    return fact.nucleus.novel and not told


def _other_number(draft: Draft, fact: Fact) -> bool:
    """One is several, and the other "the" one."""
    nucleus, told = fact.nucleus, draft.facts[0].nucleus
    if told.verbal and (not told.row.passage.language.analytic or "attend" in nucleus.frames):
        return False  # the plural of a verb is its subject's; "met N. … were also present during the meetings"
    return nucleus.definite and not nucleus.generic and told.plural != nucleus.plural


def _other_people(draft: Draft, fact: Fact, kin: Kin) -> bool:
    """Each names somebody whom the other doesn't, by person or institution."""
    if not fact.attend or not draft.attend:
        return False
    new = any(not any(related(i, j, kin) for j in draft.attend) for i in fact.attend)
    missing = any(not any(related(i, j, kin) for j in fact.attend) for i in draft.attend)
    return new and missing


CONFLICTS: tuple[tuple[str, Callable[[Draft, Fact], bool]], ...] = (
    ("type", _other_type),
    ("noun", _other_noun),
    ("date", _other_date),
    ("place", _other_place),
    ("goal", _other_goal),
    ("ordinal", _other_ordinal),
    ("status", _other_status),
    ("another", _another),
    ("number", _other_number),
)
