"""Whether a fact has particulars enough to be an event of its own."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.coreference.alone import with_people
from kg.interpret.events.coreference.draft import years_alone
from kg.interpret.events.coreference.status import done_in_general
from kg.interpret.events.event_types import GATHERINGS, HELD, MET
from kg.interpret.events.nuclei.calls import paid
from kg.interpret.events.nuclei.errands import in_order_to
from kg.interpret.events.nuclei.ordinals import ordinal_of
from kg.interpret.events.nuclei.programmes import scheduled
from kg.interpret.events.sentence.quoted import title_end, title_start
from kg.interpret.events.sentence.row import ARTICLES
from kg.model import YEAR

if TYPE_CHECKING:
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element, Row

# Elements before a noun in which what it owns stands.
_BACK = 5
# Elements before "received" among which those stand whom somebody received.
_GUESTS = 6
# Elements from a delegation to the verb of its visit.
_DELEGATION = 16
# Tokens from "met" to what was met.
_OBJECT = 5
# Types of which a noun alone, with no verb, tells where it has one participant.
_SELF = frozenset({"visit", "session"})
# What is done at the sitting of a dialogue only where it is a known one: "opened [the] dialogue", not "a dialogue".
_SITTING = frozenset({"open", "chair"})


def particular(fact: Fact) -> bool:
    """Tell whether a fact has a date, a place or participants enough to be an event of its own."""
    nucleus = fact.nucleus
    told = bool(nucleus.verbs) or nucleus.verbal or bool(scheduled(nucleus))
    if nucleus.type == "office" or _chaired_for_years(fact):
        return nucleus.type == "office" and bool(fact.chair) and len(fact.attend) > 1
    points = nucleus.generic and nucleus.definite and not told  # "поздравил вчера с этим событием"
    if fact.dates and not points and (told or not nucleus.plural or len(fact.dates[0].iso) > YEAR):
        return True
    # "a constructive dialogue with the Office" is no sitting
    loose = getattr(nucleus.entry, "loose", False) and nucleus.ordinal is None
    sat = "attend" in nucleus.frames or (nucleus.definite and not _SITTING.isdisjoint(nucleus.frames))
    vague = loose and not (nucleus.asserted or sat)
    vague = vague or (not told and not fact.dates and not fact.places and _outcome(fact))
    if (
        vague
        or (not told and not of_pair(fact) and nucleus.topical and not nucleus.planned)
        or (told and done_in_general(fact))
    ):
        return False
    if told:
        opened = nucleus.frames == ["open"]  # "An exhibition was opened in the foyer of the library"
        held = fact.venue and (nucleus.asserted or opened) and not nucleus.plural
        known = fact.attend or fact.places or fact.organise or fact.chair
        return bool(known or held or _counted(fact) or _called(nucleus))
    if nucleus.plural:
        return nucleus.planned and len(fact.attend) > 1
    within = nucleus.during == "within" and nucleus.type not in {"visit", "other"}
    beside = within and nucleus.row.passage.language.analytic and bool(fact.places)  # "on the sidelines of G20 in Oslo"
    there = "with" in fact.markers and "loc" in nucleus.element.cases  # "ilçi bilen duşuşykda aýdyldy"
    sits = nucleus.type in _SELF and not (nucleus.type == "session" and _only_spoken_of(nucleus))
    alone = sits or bool(fact.places) or fact.spoken or there  # "said at a briefing"
    numbered = nucleus.ordinal is not None and bool(fact.places)  # "at the 15th summit in Geneva"
    new = nucleus.indefinite or nucleus.row.passage.language.head_final  # "Ошта жоспарланып отырған саммит"
    shown = nucleus.planned and new and bool(fact.places)  # "will be presented at a briefing in Oslo"
    # "followed by a briefing by the mission", "The summit was hosted by the parliament in Oslo"
    run = (nucleus.indefinite or bool(fact.places)) and bool(fact.organise) and not nucleus.topical
    # "Встреча прошла в рамках визита депутатов в Турцию"
    framed = nucleus.type == "visit" and within_visit(fact) and nucleus.row.passage.language.fusional
    # "прилетел на конференцию в Осло"
    bound = nucleus.bound and nucleus.type in HELD and nucleus.row.passage.language.fusional and bool(fact.attend)
    return (
        len(fact.attend) > 1
        or framed
        or run
        or bound
        or (bool(fact.places) and _talked_there(nucleus))
        or (alone and bool(fact.attend))
        or numbered
        or shown
        or beside
    )


def _only_spoken_of(nucleus: Nucleus) -> bool:
    """Tell a sitting before which something is, or which other words govern: "[42-отырысын] үйлестіруші болды"."""
    return nucleus.during == "before" or (nucleus.element.cases == ("acc",) and nucleus.row.passage.language.head_final)


def of_pair(fact: Fact) -> bool:
    """Tell a meeting of two of which the topic is told: "It was on the agenda of a [meeting] between A and B"."""
    nucleus = fact.nucleus
    return nucleus.type in MET and nucleus.indefinite and "between" in fact.markers and len(fact.attend) > 1


def _chaired_for_years(fact: Fact) -> bool:
    """Tell a mechanism that somebody chairs, no sitting of it: "Norway is set to [chair] the Dialogue in 2024"."""
    return fact.nucleus.frames == ["chair"] and years_alone(fact.dates)


def _talked_there(nucleus: Nucleus) -> bool:
    """Tell a gathering at which people without a name talked: "Experts discussed trade at a [forum] in Oslo"."""
    row = nucleus.row
    known = nucleus.definite or nucleus.plural or nucleus.planned or nucleus.topical or nucleus.hypothetical
    if known or nucleus.type not in GATHERINGS or not row.tells("discuss", "past"):
        return False
    if row.passage.language.head_final:
        return "loc" in nucleus.element.cases
    before = (e for e in reversed(row.elements[: nucleus.at]) if e.kind != "text" and e.role not in ARTICLES)
    return next((e.role == "in" for e in before), False)


def within_visit(fact: Fact) -> bool:
    """Tell a visit to a place within which something is told to have happened."""
    return fact.nucleus.during == "within" and bool(fact.places or fact.states) and not fact.nucleus.planned


def spoken_of(nucleus: Nucleus) -> bool:
    """Tell a Russian noun without a verb of events in what somebody tells: "Сказано, что они развивают [диалог]"."""
    return nucleus.untold and nucleus.row.passage.language.fusional and nucleus.at > nucleus.row.account()


def _outcome(fact: Fact) -> bool:
    """Tell a sitting of which only what came of it is spoken of: "the decisions of the 6th [meeting]"."""
    nucleus, language = fact.nucleus, fact.nucleus.row.passage.language
    if not language.analytic or nucleus.type != "session" or nucleus.planned:
        return False
    before = [e for e in nucleus.row.elements[: nucleus.at][-_BACK:] if e.role not in {"definite", "ordinal"}]
    words = [e for e in before if not (e.kind == "text" and ordinal_of(nucleus.row.norm(e)) is not None)]
    return len(words) > 1 and words[-1].role == "of" and words[-2].kind == "text"


def _counted(fact: Fact) -> bool:
    """Tell one of a series that is said to have been held or to be attended: "бесінші кездесуі өтті"."""
    attended = fact.nucleus.planned and "attend" in fact.nucleus.frames
    return fact.nucleus.ordinal is not None and (fact.nucleus.asserted or attended)


def _called(nucleus: Nucleus) -> bool:
    """Tell a gathering with a title that was held, or to which people came: "собрались на форуме «Вода»"."""
    row, at, final = nucleus.row, nucleus.at, nucleus.row.passage.language.head_final
    if nucleus.type not in GATHERINGS or nucleus.plural or not (0 < at < len(row.elements) - 1):
        return False
    title = title_start(row, at - 1) if final else title_end(row, at + 1)
    came = not nucleus.planned and not {"meet", "attend"}.isdisjoint(nucleus.frames)
    return title is not None and (nucleus.asserted or came)


def unnamed_guests(fact: Fact) -> bool:
    """Tell whether those received are told by their posts alone: "received ambassadors of Russia and China"."""
    row, at = fact.nucleus.row, fact.nucleus.at
    language = row.passage.language
    if language.head_final:  # "делегациялардың басшыларын президент қабылдады"
        before = row.elements[max(0, at - _GUESTS) : at]
        people = (e for e in before if e.role in {"people", "delegation", "participants"} and e.form is not None)
        return bool(fact.attend) and any("acc" in e.form.cases for e in people if e.form is not None)
    if not fact.attend:
        return False
    near = row.elements[at + 1 : at + 4] if language.analytic else _first_noun(row, at + 1)
    hits = [language.post_heads.find(row.norm(e)) for e in near if e.kind == "text"]
    return any(hit is not None and hit.analysis.number for hit in hits)


def _first_noun(row: Row, start: int) -> list[Element]:
    """The object of a Russian verb before `start`, in a list, or none: "принял 5 мая в Осло новых [послов]"."""
    near = (e for e in row.elements[start : start + _GUESTS] if not (e.date or e.place or e.role in {"in", "and"}))
    return list(islice((e for e in near if not russian.adjective(row.norm(e))), 1))


def met_person(fact: Fact) -> bool:
    """Tell whether a person is the object of the verb, and another acts."""
    row, at = fact.nucleus.row, fact.nucleus.at
    met = len(fact.attend) > 1 or (bool(fact.attend) and paid(fact.nucleus))
    if "him" in fact.markers:
        return met  # "called on her"
    if row.passage.language.head_final:
        return "to" in fact.markers and len(fact.attend) > 1  # "ministriň ýanyna geldi"
    near = row.elements[at + 1 : at + 6]
    skip = set[int]()
    if row.passage.language.analytic:
        genitive, moments = row.passage.language.genitive, row.passage.language.events.moments
        group = any(e.role == "delegation" and not genitive(row.norm(e)) for e in near)
        if group and "object" in fact.markers:
            return len(fact.attend) > 1  # "welcomed today the delegation of the Office"
        skip = {k for k, e in enumerate(near) if e.date is not None or row.norm(e) in moments}
        skip |= {k - 1 for k in skip if k and near[k - 1].role == "in"}  # "received on Tuesday Ambassador N"
    told = (e for k, e in enumerate(near[:4]) if k not in skip)
    after = next((e for e in told if e.kind != "text" and e.role not in {"definite", "by"}), None)
    return after is not None and after.actor is not None and after.actor.person and met


def _delegated(fact: Fact) -> bool:
    """Tell a visit of somebody's delegation that has no name: "Облыс делегациясы ауданға барып, зауытты көрді"."""
    before = fact.nucleus.row.elements[max(0, fact.nucleus.at - _DELEGATION) : fact.nucleus.at]
    return not fact.nucleus.planned and any(e.role == "delegation" for e in before)


def _house(fact: Fact) -> bool:
    """Tell in whose house somebody is received: "Ilçi [ministrlikde] kabul edildi", "[В Сенате] принят посол"."""
    row, trigger = fact.nucleus.row, fact.nucleus.element.trigger
    near = row.elements[max(0, fact.nucleus.at - _GUESTS) : fact.nucleus.at]
    houses = (e.actor for e in near if e.actor is not None and not (e.actor.person or e.actor.country))
    passive = row.passage.language.head_final or (trigger is not None and trigger.passive)
    return passive and any(a.case == "loc" for a in houses)


def _several(nucleus: Nucleus) -> bool:
    """Tell those who act by a title in the plural alone: "[The Presidents] spoke by phone"."""
    before = nucleus.row.elements[nucleus.at - 1] if nucleus.at else None
    language = nucleus.row.passage.language
    hit = language.post_heads.find(nucleus.row.norm(before)) if before is not None and language.analytic else None
    return hit is not None and bool(hit.analysis.number)


def met_nobody(fact: Fact) -> bool:
    """Tell a verb of meeting that names nobody met: "kabul etdi" of a decision, "discussed" of a topic."""
    frames = set(fact.nucleus.frames)
    met = fact.markers & {"object", "by", "from", "lead"} or (fact.unnamed and len(fact.attend) > 1)
    language = fact.nucleus.row.passage.language
    persons = sum(i[0] == "p" for i in fact.attend)  # "The minister and the ambassador discussed trade"
    two = "subject" in fact.markers and (persons if language.analytic else len(fact.attend)) > 1
    house = language.fusional and fact.attend and _house(fact)
    demanded = not {"meet", "receive"}.isdisjoint(frames) and _demanded(fact.nucleus)
    if demanded or ("receive" in frames and not (met or two or house or unnamed_guests(fact))):
        return True
    by = "by" in fact.markers and persons and len(fact.attend) > 1
    if "received" in frames and not (by or (persons and _house(fact))):
        return True  # "the resolution was adopted by the Assembly"
    with_somebody = fact.markers & {"with", "also"} or ("by" in fact.markers and len(fact.attend) > 1)
    if "discuss" in frames and not (two or with_somebody or with_people(fact)):
        return True
    greeted = two and "by" in fact.markers  # "was welcomed at the airport by the minister"
    if frames & {"welcome", "call-on"} and not (greeted or met_person(fact)):
        return True
    unsaid = not (fact.attend or fact.dates or fact.nucleus.planned)  # "Ministers of the member states gathered"
    unsaid = unsaid or (language.fusional and fact.markers == {"with"})  # "жители собрались у посольства"
    spoke = two or ("subject" in fact.markers and len(fact.attend) > 1)  # "The ministers of Chile and Peru had a call"
    spoke = spoke or (bool(fact.dates) and _several(fact.nucleus))
    uncalled = "call" in frames and not (spoke or fact.markers & {"with", "to", "object"})
    if uncalled or (unsaid and getattr(fact.nucleus.entry, "gathers", False)):
        return True
    ahead = fact.nucleus.planned and language.analytic and ("visit" in frames or bool(fact.dates))
    comes = language.fusional and bool(fact.dates)  # "5 мая в Рим прибудут гости", "В мае министр посетит Рим"
    ahead = ahead or (fact.nucleus.planned and comes)
    told = fact.nucleus.past or ahead
    told = told or (fact.nucleus.row.passage.language.head_final and (bool(fact.dates) or _delegated(fact)))
    trigger = fact.nucleus.element.trigger
    aside = language.fusional and trigger is not None and trigger.form == "participle"  # "с прибывшими в Осло послами"
    told = told or (language.analytic and bool(fact.dates))
    ahead = ahead or (fact.nucleus.planned and language.head_final and bool(fact.dates))
    there = (fact.places and not aside) or (ahead and fact.states)  # "a group of deputies will visit Oslo"
    nobody = not fact.attend and not (there and told)
    return bool(frames & {"visit", "arrive"}) and nobody


def _demanded(nucleus: Nucleus) -> bool:
    """Tell what is met or adopted that is nobody: "met all legal [requirements]", "[қаулыны] қабылдады"."""
    row, verb = nucleus.row, nucleus.element
    language = row.passage.language
    demands = language.events.demands
    if not demands:
        return False
    if language.head_final:
        object_ = row.tokens[verb.first - 1].norm if verb.first else ""
        return any(a.stem in demands and a.case == "acc" for a in language.analyse(object_))
    after = row.tokens[verb.last : verb.last + _OBJECT]
    return any(t.norm in demands for t in takewhile(lambda t: t.text.isalnum(), after))


def purpose(fact: Fact) -> bool:
    """Tell what somebody comes for: "посетит Осло для участия в заседании"."""
    row = fact.nucleus.row
    nouns = [v for v in fact.nucleus.verbs if row.elements[v].frame == "attend" and v]
    if row.passage.language.head_final:
        return any(in_order_to(row, v) for v in nouns)
    return any(row.elements[v - 1].role == "beneficiary" for v in nouns)


def for_whom(fact: Fact) -> bool:
    """Tell an event of which only is said for whom it is: "this course is a chance for all States"."""
    return bool(fact.markers) and fact.markers <= {"beneficiary", "topic"}
