"""Which event is told twice: by a headline and below it, of the same people, number, day or town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.coreference.apart import opens_apart, others_too
from kg.interpret.events.coreference.conflicts import conflict, same_place
from kg.interpret.events.coreference.gatherings import first_people, met_apart
from kg.interpret.events.coreference.particulars import particular
from kg.interpret.events.coreference.status import earlier, in_general
from kg.interpret.events.event_types import GATHERINGS, HELD, MET
from kg.interpret.events.sentence.quoted import title_start
from kg.model import DAY

if TYPE_CHECKING:
    from kg.interpret.events.coreference.draft import Draft, Told
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Nucleus

# Plain words between a title in quotation marks and its noun.
_TITLED = 3
# Fewest who meet.
_PAIR = 2


def headline(item: Item, fact: Fact) -> Told:
    """A headline's event begins, unless the headline stands twice; the lead will tell it again."""
    if fact.heading and not fact.nucleus.during:
        again = (d for d in item.drafts if d.titled and fact.attend and d.attend == fact.attend)
        if twice := next((d for d in again if conflict(d, fact, item.kin, lenient=False) is None), None):
            return twice
        below = () if any(d.titled for d in item.drafts) else item.drafts  # headlines may stand last
        told = (d for d in below if d.type == fact.nucleus.type and conflict(d, fact, item.kin, lenient=True) is None)
        if again_told := next(told, None):
            return again_told
    return "new" if fact.heading and not fact.nucleus.during and particular(fact) else None


def lead(item: Item, fact: Fact) -> Told:
    """What the headline announced is told: types are kindred, date, place and state agree."""
    during = bool(fact.nucleus.during)
    language = fact.nucleus.row.passage.language
    apart = during and not (language.head_final and fact.nucleus.type == "call")
    apart = apart and not (language.fusional and fact.nucleus.during == "during" and fact.nucleus.type == "meeting")
    if fact.heading or apart or (in_general(fact) and not fact.nucleus.verbal):
        return None
    if "welcome" in fact.nucleus.frames:  # "N visits the university. Today the university welcomed N"
        visits = (d for d in item.drafts if d.titled and d.type == "visit" and set(d.attend) & set(fact.attend))
        if (visit := next(visits, None)) is not None:
            return visit
    titled = (d for d in item.drafts if d.titled and not opens_apart(d, fact))
    # "A parlamentiň başlygy bilen gürleşdi. A-nyň we B-niň söhbetdeşliginiň barşynda"
    titled = (d for d in titled if not during or (d.type == fact.nucleus.type and set(d.attend) & set(fact.attend)))
    return next((d for d in titled if conflict(d, fact, item.kin, lenient=True) is None), None)


def same(item: Item, fact: Fact) -> Told:
    """Told twice: some of the same people and nobody else, or the same day and nobody."""
    if not (fact.attend or fact.dates):
        return _same_number(item, fact)
    noun = "" if fact.nucleus.verbal else fact.nucleus.type
    drafts = item.recent()
    for draft in sorted(drafts, key=lambda d: set(d.attend) != set(fact.attend)) if fact.nucleus.verbal else drafts:
        if noun not in {"", draft.type} and not (fact.dates and draft.dates):
            continue  # "met the minister and took part in a conference"
        alone = fact.nucleus.verbal and len(fact.attend) == 1 and fact.dates and not draft.dates
        alone = alone and "present" not in fact.nucleus.frames  # "received N, who presented her credentials on 5 May"
        if alone and (draft.type in HELD or (draft.type == "meeting" and len(draft.attend) > 1 and not draft.main)):
            continue  # "примет участие в заседании. 5 мая министр встретится с коллегой"
        if fact.nucleus.verbal and draft.type in GATHERINGS and set(draft.attend) < set(fact.attend):
            continue  # "took part in a conference. The same day received the ambassador"
        if (met_apart(fact) and draft.type in GATHERINGS) or _several_to_come(fact, draft):
            continue  # "Sammite A we B gatnaşar. A B bilen duşuşar"
        visits = fact.nucleus.verbal and fact.nucleus.type == draft.type == "visit"
        if visits and fact.nucleus.novel and not draft.titled:
            continue  # "Ilçi Oşa geldi. Şol gün ol komissiýa bardy"
        if set(fact.attend) < set(draft.attend) and others_too(fact):
            continue
        shared = bool(set(fact.attend) & set(draft.attend)) or (not fact.attend and _same_days(fact, draft))
        shared = shared or first_people(fact, draft) or _of_bodies(fact, draft) or _on_a_day_of(fact, draft)
        theirs = _of_their_states(item, fact, draft)
        if (shared or theirs) and conflict(draft, fact, item.kin, lenient=theirs) is None:
            return draft
    return _same_number(item, fact) or _same_title(item, fact)


def _several_to_come(fact: Fact, draft: Draft) -> bool:
    """Tell several Russian meetings that are yet to come from one with others.

    "Прибыл для участия во встрече с послом. Планируются его [встречи] с мэром и министром".
    """
    nucleus, others = fact.nucleus, not set(fact.attend) <= set(draft.attend)
    several = nucleus.plural and nucleus.planned and not nucleus.verbal and nucleus.type in MET
    with_somebody = "with" in fact.markers and nucleus.row.passage.language.fusional
    return several and with_somebody and others


def _same_days(fact: Fact, draft: Draft) -> bool:
    """Tell that both have a day, or the one no more than the other: not "5 мая … В мае состоится встреча глав"."""
    if not (fact.dates and draft.dates):
        return False
    vague = len(fact.dates[0].iso) < DAY <= len(draft.dates[0].iso) and fact.nucleus.planned
    return not vague


def _on_a_day_of(fact: Fact, draft: Draft) -> bool:
    """Tell who does something on a day of what is told by the same noun: "5-9 мая пройдёт форум. На [форуме] 6 мая"."""
    return bool(fact.dates and draft.dates) and draft.told_by(fact.nucleus.entry)


def _of_bodies(fact: Fact, draft: Draft) -> bool:
    """Tell talks of bodies, whose people may have met: "принял директора Банка. [Переговоры] с Банком завершились".

    Whether they are their people is told by `conflict`.
    """
    nucleus = fact.nucleus
    other = nucleus.verbal or nucleus.plural or nucleus.indefinite or nucleus.planned or not nucleus.asserted
    if other or nucleus.type not in MET or draft.type not in MET or earlier(nucleus):
        return False
    return bool(fact.attend) and all(i[0] == "o" for i in fact.attend)


def _of_their_states(item: Item, fact: Fact, draft: Draft) -> bool:
    """Tell those whose states a headline has told to meet: "Chile and Peru hold talks. … Minister N met Minister M"."""
    met = draft.type in MET and draft.facts[0].heading and len(fact.attend) >= _PAIR
    return met and bool(draft.attend) and {*draft.attend} <= {item.homes.get(i) for i in fact.attend}


def _same_number(item: Item, fact: Fact) -> Told:
    """The same number of a series, or the one told without it: "the second forum was held within the summit"."""
    nucleus = fact.nucleus
    if nucleus.ordinal is None or nucleus.verbal:
        return None
    alike = [d for d in item.recent() if d.type == nucleus.type]
    told = [d for d in alike if d.ordinal == nucleus.ordinal]
    if nucleus.type in GATHERINGS and not (told or fact.places or fact.attend or fact.organise or nucleus.novel):
        told = [d for d in alike if d.ordinal is None and d.told_by(nucleus.entry)]
    return next((d for d in told if conflict(d, fact, item.kin, lenient=True) is None), None)


def _same_title(item: Item, fact: Fact) -> Draft | None:
    """An event of the same title in quotation marks: "Oşda geçiriljek [«Suw»] sergisi. … [«Suw»] sergisi başlar"."""
    title = _title(fact.nucleus)
    alike = (d for d in item.recent() if title and _title(d.facts[0].nucleus) == title)
    known = {None, "date"} if fact.nucleus.phase == "end" else {None}  # "[«Suw» sergisi] marta çenli dowam eder"
    return next((d for d in alike if conflict(d, fact, item.kin, lenient=True) in known), None)


def _title(nucleus: Nucleus) -> str:
    """The title in quotation marks right before a noun of events, or "": "«Suw» [halkara sergisi]"."""
    row, end = nucleus.row, nucleus.at - 1
    while nucleus.at - end <= _TITLED and end > 0 and row.elements[end].kind == "text":
        end -= 1
    start = title_start(row, end) if end > 0 and not nucleus.verbal else None
    return row.passage.text[row.end(row.elements[start]) : row.start(row.elements[end])] if start is not None else ""


def of_states(item: Item, fact: Fact) -> Draft | None:
    """The meeting of those whose states are told to have met: "A of Chile met B of Peru. The Chile-Peru [talks] …".

    The states took part by them. Of talks that are only spoken about one of the states is enough, beside people who
    met: "N noted that the talks with the Chilean [side] were fruitful".
    """
    nucleus, states = fact.nucleus, {*fact.attend}
    told_of = (nucleus.topical or nucleus.asserted or nucleus.definite) and not (
        nucleus.plural or fact.dates or fact.places
    )
    visit = nucleus.type == "visit" and nucleus.phase == "end"  # "The Chilean delegation's visit will end on 5 May"
    types, fewest = {"visit"} if visit else MET, 1 if told_of or visit else _PAIR
    if nucleus.verbal or nucleus.type not in types or fact.heading or len(states) < fewest or earlier(nucleus):
        return None
    other = nucleus.plural and nucleus.indefinite
    if other or nucleus.novel or nucleus.ordinal is not None:
        return None
    met = ((d, {item.homes.get(i) for i in d.attend}) for d in item.recent() if d.type in types)
    told = (d for d, of in met if of == states or (told_of and (side := states - {*d.attend}) and side < of))
    found = next((d for d in told if conflict(d, fact, item.kin, lenient=True) is None), None)
    fact.attend = fact.attend if found is None else []
    return found


def dated(item: Item, fact: Fact) -> Told:
    """The main event told again with its day or town: "took part in the dialogue. On 5 May the dialogue was held"."""
    nucleus, main = fact.nucleus, item.drafts[0] if item.drafts else None
    if main is None or not (_retold(main, fact) and _adds(main, fact)) or earlier(nucleus):
        return None
    there = same_place(main.places[0], fact.places[0]) if main.places and fact.places else nucleus.type in GATHERINGS
    there = there and main.told_by(nucleus.entry)  # "A seminar in Osh. … A [seminar] …"
    several = nucleus.plural and not nucleus.verbal  # the plural of a verb is its subject's
    other = nucleus.novel or several or (nucleus.indefinite and not there)
    other = other or (nucleus.type != main.type and not _of_its_day(main, fact)) or main.past
    added = fact.markers <= {"chair", "present", "organiser"}
    return None if other or conflict(main, fact, item.kin, lenient=added) else main


def _retold(main: Draft, fact: Fact) -> bool:
    """Tell what tells of an event that it was or is held, or that it is to come where the main one is."""
    nucleus = fact.nucleus
    if nucleus.verbal:  # "The presidents spoke by phone on 5 May"
        return nucleus.type in MET and not fact.attend and nucleus.past
    if nucleus.type == "visit" and nucleus.past and main.places and fact.places:
        goal = same_place(main.places[0], fact.places[0])  # "Делегация посетила Осло. В Осло с визитом находилась …"
        return goal and (not main.attend or bool(set(main.attend) & set(fact.attend)))
    discussed = "discuss" in nucleus.row.frames and "participants" in nucleus.row.roles
    if nucleus.type in MET and (discussed or _of_its_day(main, fact)):
        return nucleus.past  # "5 мамырда өткен [кездесуде] тараптар сауданы талқылады"
    if nucleus.verbs:
        return nucleus.asserted and (nucleus.past or main.planned == nucleus.planned)
    return nucleus.type in MET and _opens(nucleus)


def _of_its_day(main: Draft, fact: Fact) -> bool:
    """Tell the sitting as a meeting that was on a day, by who of it did something: "5-nji maýda bolan [duşuşyga] …"."""
    nucleus = fact.nucleus
    held = nucleus.type in MET and "occur" in nucleus.frames and nucleus.row.passage.language.head_final
    return held and main.type in GATHERINGS and bool(fact.attend) and {*fact.attend} <= {*main.attend}


def _adds(main: Draft, fact: Fact) -> bool:
    """Tell a day where the main event has none yet, or a town where it has none."""
    return bool(fact.dates and not main.dates) or bool(fact.places and not (fact.dates or main.places))


def _opens(nucleus: Nucleus) -> bool:
    """Tell a noun that opens a sentence, its day or town apart: "5 мамырдағы [кездесуде] … талқыланды"."""
    before = nucleus.row.elements[: nucleus.at]
    return all(e.kind in {"date", "place", "mark"} or e.role == "in" for e in before)


def there_again(item: Item, fact: Fact) -> Told:
    """The meeting told of, by its town alone, where heads stand last: "Ошта отырыс өтті. Оштағы [кездесу] …"."""
    nucleus = fact.nucleus
    only = fact.places and not (fact.attend or fact.dates or fact.markers) and nucleus.ordinal is None
    if not only or not nucleus.row.passage.language.head_final or nucleus.verbal:
        return None
    if nucleus.novel or nucleus.plural or nucleus.indefinite:
        return None
    alike = (d for d in item.recent() if d is item.current or d.told_by(nucleus.entry))
    there = (d for d in alike if d.places and same_place(d.places[0], fact.places[0]))
    there = (d for d in there if d.planned == nucleus.planned)
    return next((d for d in there if conflict(d, fact, item.kin, lenient=False) is None), None)
