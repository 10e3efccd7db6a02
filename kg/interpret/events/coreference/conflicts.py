"""Whether a fact can be of an event: an ordered list of what may contradict."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.dates import OF_WEEKDAY
from kg.interpret.events.arguments.frames import KINDRED
from kg.interpret.events.coreference.apart import at_forum
from kg.interpret.events.coreference.complements import of_any_kind, of_something_else, sitting
from kg.interpret.events.coreference.draft import leg, long_before, own_day
from kg.interpret.events.coreference.status import concluded, other_status
from kg.interpret.events.event_types import GATHERED
from kg.model import DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact
    from kg.model import DateMention, PlaceMention

    Kin = Mapping[str, frozenset[str]]

# Names of places are compared by their beginnings: a foreign town's ending is not always told from its case.
_STEM = 5
# Days that an event lasts at most, where one sentence tells its first and another its last.
_LONGEST = 45
_WEEK = 7
# A year that has every day.
_LEAP = "2000"


def kindred(one: str, other: str) -> bool:
    """Tell whether two types may be of one event; "" is that of "an event", which may be any."""
    return not one or not other or one == other or frozenset((one, other)) in KINDRED


def same_time(one: DateMention, other: DateMention) -> bool:
    """Tell whether two dates may be one event's: the same, or one within the other."""
    first, second = (one.iso, one.iso_end or one.iso), (other.iso, other.iso_end or other.iso)
    shared = min(len(first[0]), len(second[0]))
    if _weekdays(one, other):
        return True
    if "X" in one.iso or "X" in other.iso:
        return one.iso[4:shared] == other.iso[4:shared]
    return first[0][:shared] <= second[1][:shared] and second[0][:shared] <= first[1][:shared]


def _weekdays(one: DateMention, other: DateMention) -> bool:
    """Tell "on Monday" and a Monday a week later, which it may be where it is yet to come."""
    told = any(d.relative and d.rule.endswith(OF_WEEKDAY) for d in (one, other))
    exact = len(one.iso) == len(other.iso) == DAY and "X" not in one.iso + other.iso
    return told and exact and abs((date.fromisoformat(one.iso) - date.fromisoformat(other.iso)).days) == _WEEK


def same_place(one: PlaceMention, other: PlaceMention) -> bool:
    """Tell whether two places may be one event's: the same, or a town and its country."""
    if one.kind == other.kind == "country" and one.country and other.country:
        return one.country == other.country  # "КНР" and "Китай"
    if one.kind == other.kind and one.kind != "capital":
        return one.name[:_STEM] == other.name[:_STEM] or _misspelt(one, other)
    return one.country is None or other.country is None or one.country == other.country


def _misspelt(one: PlaceMention, other: PlaceMention) -> bool:
    """Tell two spellings of one town: "Duşanbe", "Duşenbe"."""
    alike = one.country == other.country is not None and len(one.name) == len(other.name) >= _STEM
    return alike and sum(a != b for a, b in zip(one.name, other.name, strict=True)) == 1


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
        return draft.type == "office" or (draft.type == "visit" and _beside_visit(fact))
    if _sidelines(draft, fact) or at_forum(draft, fact):
        return True
    aside = fact.nucleus.aside or draft.facts[0].nucleus.aside
    if aside and (fact.nucleus.type != draft.type or "between" in fact.markers):
        return True  # "met the minister, who has come for the conference"
    if "invite" in fact.nucleus.frames and not fact.nucleus.definite and fact.nucleus.type != draft.type:
        return True  # "met the president, who thanked him for the invitation to the summit"
    if fact.nucleus.type == "visit" and draft.type in {"", "other"}:
        return True  # "the opening ceremony" is no visit of those who came to it
    alike = kindred(draft.type, fact.nucleus.type) or sitting(draft, fact) or of_any_kind(draft, fact)
    return fact.nucleus.type != "" and not alike


def _beside_visit(fact: Fact) -> bool:
    """Tell what words of any event tell of that is no visit."""
    if fact.nucleus.row.passage.language.head_final:
        return "attend" in fact.nucleus.frames  # "сапармен барып, жиынға қатысты"
    return fact.nucleus.element.is_trigger("noun")  # "the ceremony", not "She was accompanied by"


def _sidelines(draft: Draft, fact: Fact) -> bool:
    """One is a meeting, the other only the gathering on whose sidelines or eve it is."""
    if not fact.nucleus.row.passage.language.head_final:
        return False
    if fact.nucleus.during == "within" and fact.nucleus.type in GATHERED and draft.type == "meeting":
        return True  # "форум алаңында бірқатар кездесу өткізді"
    if _within_it(draft, fact):
        return True
    framed = draft.type in GATHERED and all(f.nucleus.during == "within" for f in draft.facts)
    return framed and fact.nucleus.type == "meeting"  # "Mejlisiň öňýanynda Baştutanlar duşuşdylar"


def _within_it(draft: Draft, fact: Fact) -> bool:
    """Tell a meeting with somebody else within the event told: "Çäräniň çäklerinde ministr N bilen duşuşdy"."""
    opening, *behind = fact.nucleus.row.elements[:2]
    told = [e.role for e in behind] == ["within"] and getattr(opening.entry, "generic", False)
    met = told and fact.nucleus.type == "meeting" and "with" in fact.markers
    return met and not draft.titled and bool(draft.dates or draft.places) and not set(fact.attend) <= set(draft.attend)


def _came_for(draft: Draft, fact: Fact) -> bool:
    """One is what somebody came for, the other what was done there: "жиынға қатысу үшін келген N-мен кездесті"."""
    nucleus, row = fact.nucleus, fact.nucleus.row
    if not row.passage.language.head_final:
        return False
    if draft.titled and draft.type == "meeting" and nucleus.type in GATHERED and not fact.attend:
        return _meets_behind(fact)  # "sammit üçin gelen N bilen duşuşdy"
    if nucleus.type != "meeting":
        return False
    if not _aimed(fact):
        return any(_aimed(f) and f.nucleus.row is row for f in draft.facts)
    return _meets_behind(fact)


def _meets_behind(fact: Fact) -> bool:
    """Tell whether a meeting is told in the same row behind an event."""
    later = (e.trigger for e in fact.nucleus.row.elements[fact.nucleus.head + 1 :])
    return any(t is not None and t.type == "meeting" for t in later)


def _aimed(fact: Fact) -> bool:
    """Tell what somebody is only said to go to: "кездесуге қатысу үшін"."""
    return fact.nucleus.aim and not fact.nucleus.hypothetical and "attend" in fact.nucleus.frames


def _other_noun(draft: Draft, fact: Fact) -> bool:
    """One is called by a noun that stands for itself alone: an exhibition is no session."""
    mine = {f.nucleus.entry.lemma for f in draft.facts if getattr(f.nucleus.entry, "apart", False)}
    if getattr(fact.nucleus.entry, "apart", False):
        if of_credentials(draft, fact):
            return False
        verbal = draft.titled and all(
            f.nucleus.verbal or f.nucleus.generic for f in draft.facts
        )  # a headline: "Ғалымдар пікірлесті"
        lemma = fact.nucleus.entry.lemma
        longer = any(getattr(f.nucleus.entry, "lemma", "").startswith(f"{lemma} ") for f in draft.facts)
        return lemma not in mine and not (verbal or longer)  # "церемония открытия", then "церемония"
    meeting = fact.nucleus.definite and fact.nucleus.type == "meeting"  # "the meeting" may be a round table
    return bool(mine) and not (fact.nucleus.generic or fact.nucleus.verbal or meeting)


def of_credentials(draft: Draft, fact: Fact) -> bool:
    """Tell the ceremony at which envoys are received: "вручил верительные грамоты. [Церемония] прошла в Осло"."""
    nucleus = fact.nucleus
    presented = any(getattr(f.nucleus.entry, "credentials", False) for f in draft.facts)
    return presented and nucleus.type == "other" and not (nucleus.verbal or nucleus.novel or nucleus.plural)


def _other_date(draft: Draft, fact: Fact) -> bool:
    """Days differ; one day of a series that is said to be held is an event of its own."""
    if not fact.dates:
        return False
    if not (draft.dates or draft.ends):
        return long_before(fact.dates[0], draft.facts[0].nucleus.row.passage.item.date)
    if draft.opened and own_day(fact):
        return False  # the day of a dateline gives way
    day, phase = fact.dates[0], fact.nucleus.phase
    if phase == "end" and draft.dates and not draft.dates[0].iso_end:
        return not _lasts(draft.dates[0], day)
    if draft.ends and not draft.dates:
        return not (_lasts(day, draft.ends[0]) if phase == "start" else same_time(day, draft.ends[0]))
    several = draft.facts[0].nucleus.plural and fact.nucleus.row.passage.language.analytic
    told = fact.nucleus.asserted or (fact.nucleus.verbal and several)  # "held meetings on 5-6 May. On 5 May he met N"
    own = told and not fact.nucleus.definite and not day.iso_end
    dates = {(d.iso, d.iso_end): d for d in draft.dates}.values()  # each day once, however often it is told
    exact = [d for d in dates if not any(d.iso != o.iso and o.iso.startswith(d.iso) for o in dates)]
    spans = [d for d in exact if not (own and d.iso_end and len(d.iso) == len(day.iso))]
    return not any(same_time(day, d) for d in spans)


def _lasts(first: DateMention, last: DateMention) -> bool:
    """Tell whether an event may last from one day to another."""
    if same_time(first, last):
        return True
    one, other = first.iso, last.iso
    if one[:4] == other[:4] == "XXXX":  # in one year, whichever it is
        one, other = one.replace("XXXX", _LEAP), other.replace("XXXX", _LEAP)
    if len(one) != DAY or len(other) != DAY or "X" in one + other:
        return False
    return 0 <= (date.fromisoformat(other) - date.fromisoformat(one)).days <= _LONGEST


def _other_place(draft: Draft, fact: Fact) -> bool:
    several = fact.nucleus.type == "visit" or (fact.nucleus.plural and fact.nucleus.row.passage.language.analytic)
    told = fact.places if several else fact.places[:1]  # "визит в Казань, Москву и Сочи", "workshops in Osh and Oslo"
    told = [] if leg(draft, fact) else told
    return bool(told and draft.places) and not any(same_place(place, p) for place in told for p in draft.places)


def _other_goal(draft: Draft, fact: Fact) -> bool:
    """An institution is visited: another visit than that to the town, or to another institution."""
    if draft.type != "visit" or not fact.nucleus.verbal or fact.nucleus.type != "visit":
        return False
    told = bool(draft.seen or draft.places or draft.states)
    if draft.titled and fact.nucleus.row.passage.language.analytic and {*fact.attend} == {*draft.attend}:
        return False  # a headline: "Visit of the Court to the Council"
    if draft.seen and fact.places and "arrive" in fact.nucleus.frames:
        return True  # "visited the university. Then the delegation left for Oslo"
    return bool(fact.seen) and told and not set(fact.seen) & set(draft.seen)


def _other_ordinal(draft: Draft, fact: Fact) -> bool:
    nucleus = fact.nucleus
    counted = None is draft.ordinal != nucleus.ordinal and bool(fact.dates) and not (nucleus.asserted or draft.titled)
    counted = counted and not any(same_time(fact.dates[0], d) for d in draft.dates)
    if counted and nucleus.row.passage.language.analytic and not nucleus.verbal:
        return True  # "took part in the meeting. … since joining at its Fourth Summit in 2014"
    return None not in {draft.ordinal, nucleus.ordinal} and draft.ordinal != nucleus.ordinal


def _another(draft: Draft, fact: Fact) -> bool:
    """The text says "another"."""
    told = any(f.nucleus.novel for f in draft.facts)  # "held several meetings", as the headline says
    told = draft.titled and (told or (draft.planned and fact.nucleus.next))  # "The [next] session will be held"
    plural = fact.nucleus.plural and all(f.nucleus.plural for f in draft.facts)  # "meetings", "a number of meetings"
    told = told or (draft.titled and draft.type == "visit" and fact.nucleus.verbal)  # to a house in the town
    told = told or (draft.titled and plural and fact.nucleus.row.passage.language.analytic)
    return fact.nucleus.novel and not told


def _one_of_several(draft: Draft, fact: Fact) -> bool:
    """Tell one meeting from the several that somebody is said to have held: "held meetings. She was received by N"."""
    told = draft.facts[0].nucleus
    several = told.plural and not (told.verbal or draft.titled) and draft.type == "meeting" and len(draft.attend) < 2  # noqa: PLR2004 - who held them
    met = (fact.nucleus.verbal and {"meet", "receive"} & set(fact.nucleus.frames)) or "with" in fact.markers
    holder = bool(draft.attend) and set(draft.attend) <= set(fact.attend)  # not the body of which one is head
    one = met and holder and len(fact.attend) == 2 and not fact.nucleus.plural  # noqa: PLR2004 - a pair
    return bool(told.row.passage.language.analytic and several and one)


def _other_number(draft: Draft, fact: Fact) -> bool:
    """One is several, and the other "the" one."""
    nucleus, told = fact.nucleus, draft.facts[0].nucleus
    if told.verbal and (not told.row.passage.language.analytic or "attend" in nucleus.frames):
        return False  # the plural of a verb is its subject's; "met N. … were also present during the meetings"
    if getattr(nucleus.entry, "mass", False) and "attend" in nucleus.frames:
        return False  # "бірқатар кездесулер өтті. [Келіссөздерге] елшілер қатысты"
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
    ("aim", _came_for),
    ("date", _other_date),
    ("place", _other_place),
    ("goal", _other_goal),
    ("ordinal", _other_ordinal),
    ("status", other_status),
    ("concluded", concluded),
    ("another", _another),
    ("number", _other_number),
    ("several", _one_of_several),
    ("complement", of_something_else),
)
