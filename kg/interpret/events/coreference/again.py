"""Which event a noun points back to: "the meeting", "the event", "the talks were held online"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.coreference.apart import (
    besides,
    beyond,
    done_at,
    framed_apart,
    named_apart,
    past_gathering,
    subordinate,
)
from kg.interpret.events.coreference.conflicts import kindred, of_credentials
from kg.interpret.events.coreference.draft import years_alone
from kg.interpret.events.coreference.gatherings import (
    arranging,
    gathering,
    of_events,
    own,
    pending,
    took_the_floor,
    will_do,
)
from kg.interpret.events.coreference.item import TELLING_WHICH
from kg.interpret.events.coreference.particulars import of_pair, particular, purpose, spoken_of
from kg.interpret.events.coreference.status import also, begun, first_of_all, in_general
from kg.interpret.events.event_types import GATHERINGS, MET
from kg.interpret.events.nuclei.prospects import coming, intended

if TYPE_CHECKING:
    from kg.interpret.events.coreference.draft import Draft, Told
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Nucleus

# Frames of which a genitive tells who was there, not which event it was: "maslahatda [ministriň] çykyşy diňlenildi".
_THERE = ({"attend"}, {"heard"})
# Markers of who led an event, which therefore was held.
_LED = frozenset({"chair", "lead"})


def refers_back(item: Item, fact: Fact) -> Told:
    """The event spoken of last: "The event was attended by", "Oňa … gatnaşdylar"."""
    if not fact.nucleus.generic:
        return None
    whole = fact.nucleus.opens
    if whole is not None and not any(kindred(d.type, whole.type) for d in item.drafts):
        fact.nucleus.become(whole)  # "took part in the opening of the forum", which nothing else tells of
        return None
    aside = _by_participation(fact)
    if aside or (fact.nucleus.plural and (fact.nucleus.untold or not fact.nucleus.definite)):
        return "none" if aside else of_events(item, fact)
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
    if found is not None and years_alone(fact.dates) and not fact.nucleus.asserted:
        fact.dates = []  # "the event was hosted by N, who won the title in 2003"
    return found or (None if fact.nucleus.type and particular(fact) else "none")


def _by_participation(fact: Fact) -> bool:
    """Tell by whose help a thing was done that is no event: "Roads were built in Osh with Chile's participation".

    Nor is one who "is completing her [mission] in Chile" at an event there.
    """
    nucleus = fact.nucleus
    part = nucleus.frames == ["attend"] and nucleus.element.is_trigger("noun") and not fact.attend
    after = [e.role for e in nucleus.row.elements[nucleus.at + 1 : nucleus.at + 3]]
    before = [e.role for e in nucleus.row.elements[max(0, nucleus.at - 2) : nucleus.at]]
    mission = "stop" in before and after == ["definite", "delegation"]  # "N, who is completing her mission in Chile"
    return (part or mission) and nucleus.row.passage.language.analytic


def hypothetical(item: Item, fact: Fact) -> Told:
    """No event: "proposed to hold a forum"; a frame ("during the talks…") is of the event that is told."""
    if not fact.nucleus.hypothetical:
        return None
    coming = fact.nucleus.regular or (fact.nucleus.next and fact.nucleus.row.passage.language.head_final)
    if coming and fact.dates and not fact.nucleus.verbal:
        fact.nucleus.planned = True  # "proposed holding the next meeting in 2014"
        return None
    return (again(item, fact) if fact.nucleus.during else None) or "none"


def _says_what_it_is(item: Item, fact: Fact) -> bool:
    """Tell a Russian sentence that only says what the event told of is: "(Напомним,) [это] первый визит за год"."""
    nucleus, row = fact.nucleus, fact.nucleus.row
    opens = row.elements[row.lead : nucleus.head] if row.passage.language.fusional and not nucleus.verbs else []
    if [e.role or e.kind for e in opens[:2]] == ["reported-before", "comma"]:
        opens = opens[2:]
    plain = bool(opens) and opens[0].role == "definite" and all(e.role or e.kind == "text" for e in opens)
    told = item.current is not None and kindred(item.current.type, nucleus.type)
    return plain and told and "nom" in nucleus.element.cases


def again(item: Item, fact: Fact) -> Told:
    """A noun that points back: "the meeting", "duşuşygyň barşynda", or bare and with nothing new."""
    nucleus = fact.nucleus
    nucleus.novel = nucleus.novel or begun(fact)
    about = nucleus.topical and not (nucleus.verbs or nucleus.planned or fact.dates or fact.markers & _LED)
    about = about or (coming(nucleus) and not (fact.dates or fact.places or fact.heading))
    about = about and not (of_pair(fact) or any(nucleus.type == d.type for d in item.drafts))
    if about or first_of_all(fact) or _says_what_it_is(item, fact):
        return "none"  # "discussed the preparation of the conference": no other name of the meeting
    if pending(item, fact) or (purpose(fact) and not any(nucleus.type == d.type for d in item.drafts)):
        return None
    bare = not (fact.dates or nucleus.ordinal or nucleus.indefinite or nucleus.plural)
    points = nucleus.definite or bool(nucleus.during) or (bare and not nucleus.asserted) or also(fact)
    told_of = fact.attend or (fact.places and intended(nucleus))  # "Ошта жоспарланып отырған саммит"
    another = nucleus.planned and told_of and not (nucleus.definite or nucleus.during)  # "планируются его встречи"
    there = {"attend", "speak"} & {*nucleus.frames}  # "На [заседании] выступит министр"
    at_it = bool(there) or nucleus.row.passage.language.fusional
    if at_it and not nucleus.plural:  # "[Sammit] Bakuda geçiriler. Sammite N. gatnaşar"
        another = another and not any(d.planned and kindred(d.type, nucleus.type) for d in item.drafts)
    if nucleus.verbal or nucleus.novel or another or arranging(fact) or not points:
        return None
    # "The meeting was attended by" adds people, "the meeting with the ambassador" tells which meeting.
    several = nucleus.definite and (nucleus.plural or nucleus.type == "training")  # "The meetings were with"
    several = several and nucleus.row.passage.language.analytic
    several = several or took_the_floor(item, fact)
    which = TELLING_WHICH - ({"of"} if {*nucleus.frames} in _THERE and nucleus.definite else set())
    which_one = fact.markers & which or (nucleus.type == "visit" and nucleus.during and fact.attend)
    found = item.fitting(fact, lenient=several or not which_one or _this(nucleus))  # who "will attend the meeting"
    if found is None or _is_other(found, fact):
        return None  # "took part in the council. In talks with the minister", "met N. At the 38th session …"
    weak = not (nucleus.definite or nucleus.during) and nucleus.type not in {"", found.type}
    weak = weak and not of_credentials(found, fact)
    if weak and all(f.nucleus.verbal or f.nucleus.during for f in found.facts):
        return None  # "met the minister. Later took part in a conference"
    vague = weak and (in_general(fact) or nucleus.aim)  # "agreed to hold a summit"
    return "none" if vague or _of_another(nucleus, found) else found


def _this(nucleus: Nucleus) -> bool:
    """Tell a Turkic noun right behind "this": "Çili bilen bankyň arasyndaky [bu] gepleşikleriň teswirnamasy"."""
    before = nucleus.row.elements[max(0, nucleus.at - 1) : nucleus.at]
    return nucleus.row.passage.language.head_final and nucleus.untold and [e.role for e in before] == ["definite"]


def _is_other(found: Draft, fact: Fact) -> bool:
    """Tell a noun of another event than that to which it would point back."""
    nucleus = fact.nucleus
    told = nucleus.verbs or nucleus.during or not nucleus.row.passage.language.analytic
    counted = None is found.ordinal != nucleus.ordinal and nucleus.type != found.type
    headed = found.titled and not told and found.type not in {"", nucleus.type}
    ways = (named_apart, beyond, framed_apart, past_gathering, done_at)
    beside = "with" in fact.markers and nucleus.type in MET and not (nucleus.definite and not own(fact))
    if counted or headed or (beside and found.type in GATHERINGS) or any(way(found, fact) for way in ways):
        return True
    return subordinate(nucleus) and nucleus.type != found.type


def _of_another(nucleus: Nucleus, found: Draft) -> bool:
    """Tell the visit of those who meet from one long past: "… of his visit to Chile in 2017. During the [visit] …".

    So the relations of two states from the meeting at which they are praised: "commended the political [dialogue]".
    """
    relations = nucleus.type == "dialogue" and nucleus.untold and not nucleus.during
    if relations and found.type not in {"", "dialogue"}:
        return True
    by_the_way = found.type == "visit" and found.past and all(f.nucleus.untold for f in found.facts)
    return by_the_way and nucleus.type == "visit" and bool(nucleus.during)


def told_on(item: Item, fact: Fact) -> Told:
    """Nothing by which it could be another event: "The talks were held online"."""
    nucleus = fact.nucleus
    if nucleus.verbal or nucleus.ordinal is not None or nucleus.indefinite or nucleus.novel or nucleus.plural:
        return None
    found = None if spoken_of(nucleus) else item.fitting(fact, lenient=False)
    if found is not None and besides(found, nucleus):
        return None
    if found is not None and found.titled and in_general(fact) and found.type != nucleus.type:
        return None  # "Ministers hold talks. Before the start of the conference, …"
    return None if found is not None and (beyond(found, fact) or named_apart(found, fact)) else found
