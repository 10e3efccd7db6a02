"""Which event a fact tells of: an ordered list of rules; each answers or stays silent, the first answer wins."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.interpret.events.coreference.conflicts import conflict, kindred, of_credentials, same_place
from kg.interpret.events.coreference.gatherings import (
    arranged_by,
    arranging,
    attended_by_others,
    beyond,
    discussed,
    elsewhere,
    first_people,
    gathering,
    met_apart,
    named_apart,
    of_events,
    opens_apart,
    other_hosts,
    own,
    pending,
    presented,
    same_body,
    took_part,
    took_the_floor,
    will_do,
)
from kg.interpret.events.coreference.item import TELLING_WHICH
from kg.interpret.events.coreference.particulars import for_whom, met_nobody, particular, purpose, spoken_of
from kg.interpret.events.coreference.status import also, begun, habitual, in_general
from kg.interpret.events.event_types import GATHERINGS, HELD, MET
from kg.interpret.events.nuclei.prospects import coming, intended

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact

# A rule's answer: an event that is there, a new one, no event at all, or nothing.
Told: TypeAlias = "Draft | Literal['new', 'none'] | None"


def tell(item: Item, fact: Fact) -> tuple[str, Told]:
    """The name and the answer of the first rule that has one; "none" where no rule does."""
    for name, rule in RULES:
        answer = rule(item, fact)
        if answer is not None:
            return name, answer
    return "no-particulars", "none"


def _denied(_item: Item, fact: Fact) -> Told:
    """It did not take place, or does from time to time: "mejlis ýatyryldy", "the Commission meets in Oslo"."""
    return "none" if fact.nucleus.negated or habitual(fact) else None


def quoted(item: Item, fact: Fact) -> Told:
    """Spoken of in direct speech or in a title, with no date or participant: "every visit brings us closer"."""
    row = fact.nucleus.row
    start = row.start(fact.nucleus.element)
    at = bisect_right(item.speech, (start, len(row.passage.text))) - 1
    own = fact.nucleus.planned and fact.places and not fact.nucleus.verbs  # "Ошта жоспарланып отырған форум"
    if fact.dates or own or getattr(fact.nucleus.entry, "frames", False) or at < 0 or start >= item.speech[at][1]:
        return None
    first, end = item.speech[at]
    named = any(e.actor and e.actor.id in fact.attend and first <= row.start(e) < end for e in row.elements)
    frame = row.passage.language.analytic and not fact.nucleus.verbal and (fact.nucleus.during or for_whom(fact))
    return None if named and not frame else "none"


def _no_counterpart(item: Item, fact: Fact) -> Told:
    """No meeting without somebody met: "kabul etdi" of a decision, "discussed" of a topic."""
    if "receive" in fact.nucleus.frames and fact.attend and any(d.type == "visit" and d.attend for d in item.framing):
        return None  # "Сапар барысында хатшыны президент қабылдайды"
    return "none" if met_nobody(fact) else None


def _refers_back(item: Item, fact: Fact) -> Told:
    """The event spoken of last: "The event was attended by", "Oňa … gatnaşdylar"."""
    if not fact.nucleus.generic:
        return None
    whole = fact.nucleus.opens
    if whole is not None and not any(kindred(d.type, whole.type) for d in item.drafts):
        fact.nucleus.become(whole)  # "took part in the opening of the forum", which nothing else tells of
        return None
    if fact.nucleus.plural and not fact.nucleus.definite:
        return of_events(item, fact)
    named = getattr(fact.nucleus.entry, "lemma", "") != "event"
    if named and fact.nucleus.indefinite and fact.nucleus.type and particular(fact):
        return None  # "a ceremony was held in Osh"
    found = item.fitting(fact, lenient=True)
    if found is not None and found.type in MET and fact.nucleus.row.passage.language.fusional:
        found = (gathering(item, fact, found) if fact.nucleus.element.is_trigger("noun") else None) or found
    if found is not None and will_do(fact) and (fact.nucleus.indefinite or not found.planned):
        return "none"  # "at a press conference, the Head said: “The Union will join …”"
    if found is not None and fact.nucleus.indefinite and fact.dates and all(f.nucleus.during for f in found.facts):
        found = None  # "noted the initiatives put forward during the session. On 5 May an event was held"
    return found or (None if fact.nucleus.type and particular(fact) else "none")


def _hypothetical(item: Item, fact: Fact) -> Told:
    """No event: "proposed to hold a forum"; a frame ("during the talks…") is of the event that is told."""
    if not fact.nucleus.hypothetical:
        return None
    if fact.nucleus.regular and fact.dates and not fact.nucleus.verbal:
        fact.nucleus.planned = True  # "proposed holding the next meeting in 2014"
        return None
    return (_again(item, fact) if fact.nucleus.during else None) or "none"


def _again(item: Item, fact: Fact) -> Told:
    """A noun that points back: "the meeting", "duşuşygyň barşynda", or bare and with nothing new."""
    nucleus = fact.nucleus
    nucleus.novel = nucleus.novel or begun(fact)
    about = nucleus.topical and not (nucleus.verbs or nucleus.planned or fact.dates)
    about = about or (coming(nucleus) and not (fact.dates or fact.places or fact.heading))
    if about and not any(nucleus.type == d.type for d in item.drafts):
        return "none"  # "discussed the preparation of the conference": no other name of the meeting
    if pending(item, fact) or (purpose(fact) and not any(nucleus.type == d.type for d in item.drafts)):
        return None
    bare = not (fact.dates or nucleus.ordinal or nucleus.indefinite or nucleus.plural)
    points = nucleus.definite or bool(nucleus.during) or (bare and not nucleus.asserted) or also(fact)
    told_of = fact.attend or (fact.places and intended(nucleus))  # "Ошта жоспарланып отырған саммит"
    another = nucleus.planned and told_of and not (nucleus.definite or nucleus.during)  # "планируются его встречи"
    at_it = "attend" in nucleus.frames or nucleus.row.passage.language.fusional  # "На [заседании] выступит министр"
    if at_it and not nucleus.plural:  # "[Sammit] Bakuda geçiriler. Sammite N. gatnaşar"
        another = another and not any(d.planned and d.type == nucleus.type for d in item.drafts)
    if nucleus.verbal or nucleus.novel or another or arranging(fact) or not points:
        return None
    # "The meeting was attended by" adds people, "the meeting with the ambassador" tells which meeting.
    several = nucleus.definite and (nucleus.plural or nucleus.type == "training")  # "The meetings were with"
    several = several and nucleus.row.passage.language.analytic
    several = several or took_the_floor(item, fact)
    found = item.fitting(fact, lenient=several or not fact.markers & TELLING_WHICH)
    beside = "with" in fact.markers and nucleus.type in MET and not (nucleus.definite and not own(fact))
    another = found is not None and None is found.ordinal != nucleus.ordinal and nucleus.type != found.type
    told = nucleus.verbs or nucleus.during or not nucleus.row.passage.language.analytic
    another = another or (found is not None and found.titled and not told and found.type not in {"", nucleus.type})
    another = another or (found is not None and (named_apart(found, fact) or beyond(found, fact)))
    another = another or (found is not None and attended_by_others(found, fact))
    if another or (beside and found is not None and found.type in GATHERINGS):
        return None  # "took part in the council. In talks with the minister", "met N. At the 38th session …"
    weak = found is not None and not (nucleus.definite or nucleus.during) and nucleus.type not in {"", found.type}
    weak = weak and found is not None and not of_credentials(found, fact)
    if weak and found is not None and all(f.nucleus.verbal or f.nucleus.during for f in found.facts):
        return None  # "met the minister. Later took part in a conference"
    return "none" if weak and in_general(fact) else found


def _headline(item: Item, fact: Fact) -> Told:
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


def _lead(item: Item, fact: Fact) -> Told:
    """What the headline announced is told: types are kindred, date, place and state agree."""
    during = bool(fact.nucleus.during)
    apart = during and not (fact.nucleus.row.passage.language.head_final and fact.nucleus.type == "call")
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


def _same(item: Item, fact: Fact) -> Told:
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
        if met_apart(fact) and draft.type in GATHERINGS:
            continue  # "Sammite A we B gatnaşar. A B bilen duşuşar"
        if fact.nucleus.verbal and fact.nucleus.novel and fact.nucleus.type == draft.type == "visit":
            continue  # "Ilçi Oşa geldi. Şol gün ol komissiýa bardy"
        shared = bool(set(fact.attend) & set(draft.attend)) or (fact.dates and draft.dates and not fact.attend)
        shared = shared or discussed(item, fact, draft) or first_people(fact, draft)
        if shared and conflict(draft, fact, item.kin, lenient=False) is None:
            return draft
    return _same_number(item, fact)


def _unpeopled(item: Item, fact: Fact) -> Told:
    """A meeting told with nobody, then with who met: "A meeting was held in Osh. The minister received the envoy"."""
    draft = item.current
    if draft is None or not (fact.nucleus.verbal and fact.attend) or draft.titled or other_hosts(draft, fact, item.kin):
        return None
    return draft if draft.type in MET and conflict(draft, fact, item.kin, lenient=True) is None else None


def _same_number(item: Item, fact: Fact) -> Told:
    """The same number of a series: "the second forum was held within the summit"."""
    nucleus = fact.nucleus
    told = (d for d in item.recent() if d.ordinal == nucleus.ordinal and d.type == nucleus.type)
    if nucleus.ordinal is None or nucleus.verbal:
        return None
    return next((d for d in told if conflict(d, fact, item.kin, lenient=True) is None), None)


def _greeted(item: Item, fact: Fact) -> Told:
    """Who is greeted at an event that is told: "Opening the forum and greeting the guest, the minister"."""
    draft = item.current
    if "welcome" not in fact.nucleus.frames or fact.dates or draft is None or draft.planned or draft.titled:
        return None
    return draft if draft.type in GATHERINGS and conflict(draft, fact, item.kin, lenient=True) is None else None


def _dated(item: Item, fact: Fact) -> Told:
    """The main event told again with its day, as news have it: "took part in the dialogue. On 5 May the dialogue"."""
    nucleus, main = fact.nucleus, next((d for d in item.drafts if not d.dates), None)
    if main is None or main is not item.drafts[0] or not (fact.dates and nucleus.asserted and nucleus.past):
        return None
    there = main.places and fact.places and same_place(main.places[0], fact.places[0])
    there = there and any(f.nucleus.entry is nucleus.entry for f in main.facts)  # "A seminar in Osh. … A [seminar] …"
    other = nucleus.novel or nucleus.plural or (nucleus.indefinite and not there)
    other = other or nucleus.type != main.type or main.past
    added = fact.markers <= {"chair", "present", "organiser"}
    return None if other or conflict(main, fact, item.kin, lenient=added) else main


def _there_again(item: Item, fact: Fact) -> Told:
    """The meeting told of, by its town alone, where heads stand last: "Ошта отырыс өтті. Оштағы [кездесу] …"."""
    nucleus, draft = fact.nucleus, item.current
    only = fact.places and not (fact.attend or fact.dates or fact.markers) and nucleus.ordinal is None
    if draft is None or not only or not nucleus.row.passage.language.head_final or nucleus.verbal:
        return None
    other = nucleus.novel or nucleus.plural or nucleus.indefinite or nucleus.planned or not draft.places
    if other or not same_place(draft.places[0], fact.places[0]):
        return None
    return draft if conflict(draft, fact, item.kin, lenient=False) is None else None


def _new(_item: Item, fact: Fact) -> Told:
    """An event with a particular of its own."""
    return "new" if particular(fact) else None


def _told_on(item: Item, fact: Fact) -> Told:
    """Nothing by which it could be another event: "The talks were held online"."""
    nucleus = fact.nucleus
    if nucleus.verbal or nucleus.ordinal is not None or nucleus.indefinite or nucleus.novel or nucleus.plural:
        return None
    found = None if spoken_of(nucleus) else item.fitting(fact, lenient=False)
    if found is not None and found.titled and in_general(fact) and found.type != nucleus.type:
        return None  # "Ministers hold talks. Before the start of the conference, …"
    return None if found is not None and (beyond(found, fact) or named_apart(found, fact)) else found


# The order of the rules. `kg explain` shows the name of the rule by which an event began.
RULES: tuple[tuple[str, Callable[[Item, Fact], Told]], ...] = (
    ("denied", _denied),
    ("quoted", quoted),
    ("participants", took_part),
    ("no-counterpart", _no_counterpart),
    ("refers-back", _refers_back),
    ("hypothetical", _hypothetical),
    ("body-elsewhere", elsewhere),
    ("told-again", _again),
    ("headline", _headline),
    ("lead", _lead),
    ("same-particulars", _same),
    ("same-body", same_body),
    ("unpeopled", _unpeopled),
    ("greeted", _greeted),
    ("presented", presented),
    ("told-with-its-day", _dated),
    ("arranged-by", arranged_by),
    ("told-of-its-town", _there_again),
    ("new-particulars", _new),
    ("told-on", _told_on),
)
