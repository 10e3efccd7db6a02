"""Which gathering a noun of another kind tells of: who arranged the only one, what another body decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.interpret.events.coreference.conflicts import conflict, related
from kg.interpret.events.event_types import GATHERINGS, HELD, MET
from kg.interpret.events.nuclei.chains import head
from kg.interpret.events.nuclei.prospects import coming

if TYPE_CHECKING:
    from kg.interpret.events.coreference.conflicts import Kin
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Nucleus

# Elements from a body to its gathering.
_OWNER = 5
# Markers of those with whom somebody met.
_COUNTERPARTS = frozenset({"with", "object", "between"})


def elsewhere(item: Item, fact: Fact) -> Literal["none"] | None:
    """No event: a body's sitting that a conference only speaks of ("Maslahatyň mejlisinde kabul edilen kararlar")."""
    nucleus, attend = fact.nucleus, set(fact.attend)
    told = nucleus.verbs or nucleus.definite or nucleus.during or fact.dates or nucleus.verbal
    final = nucleus.row.passage.language.head_final
    if told or not (final and fact.body and attend) or item.current is None or fact.heading:
        return None
    return "none" if all(d.type != nucleus.type and not attend & set(d.attend) for d in item.drafts) else None


def same_body(item: Item, fact: Fact) -> Draft | None:
    """The gathering of the same body, told again with where or when it is: "Ұйымның саммиті Ошта өтеді"."""
    nucleus = fact.nucleus
    owner = _owner(nucleus) if nucleus.type in GATHERINGS and nucleus.row.passage.language.head_final else None
    if owner is None or nucleus.verbal or nucleus.plural or nucleus.novel or fact.heading:
        return None
    for draft in item.recent():
        same = any(f.nucleus.entry is nucleus.entry and _owner(f.nucleus) == owner for f in draft.facts)
        other = draft.planned != nucleus.planned or (draft.dates and fact.dates)
        if same and not other and conflict(draft, fact, item.kin, lenient=True) is None:
            return draft
    return None


def _owner(nucleus: Nucleus) -> str | None:
    """The body that owns a gathering: the genitive before its noun, adjectives and numbers aside."""
    for e in reversed(nucleus.row.elements[max(0, nucleus.at - _OWNER) : nucleus.at]):
        if e.actor is not None:
            return e.actor.id if e.actor.case == "gen" and not e.actor.person else None
        if e.kind != "text" and e.role not in {"ordinal", "series"}:
            return None
    return None


def of_events(item: Item, fact: Fact) -> Draft | Literal["none"] | None:
    """The only event that people attended: "торжества … В мероприятиях приняли участие"; None for another."""
    only = item.drafts[0] if len(item.drafts) == 1 and item.drafts[0].type in {"", "other", "conference"} else None
    if "attend" not in fact.nucleus.frames or len(fact.attend) < 2:  # noqa: PLR2004 - one's part in events tells little
        return "none"
    if only is not None and conflict(only, fact, item.kin, lenient=True) is None:
        return only
    return None if fact.dates and fact.places else "none"  # "1 октября они приняли участие в мероприятиях в Риге"


def gathering(item: Item, fact: Fact, met: Draft) -> Draft | None:
    """The gathering at which people met: "на полях форума встретился с послом. В [мероприятии] участвовали"."""
    told = (d for d in item.recent() if d.type in GATHERINGS and any(row in d.rows for row in met.rows))
    return next((d for d in told if conflict(d, fact, item.kin, lenient=True) is None), None)


def done_beside(one: Fact, fact: Fact) -> bool:
    """Tell two events of a row, each with a verb of its own: "met the mayor and [took part] in the forum"."""
    language = fact.nucleus.row.passage.language
    if language.fusional:
        return _own_verbs(one.nucleus, fact.nucleus)
    return language.analytic and _in_chain(one, fact)


def _own_verbs(one: Nucleus, other: Nucleus) -> bool:
    """Tell two nouns with verbs of their own: "провёл встречу с теми, кто участвует в форуме"."""
    if one.verbal or other.verbal or one.during or other.definite:
        return False
    told = one.verbs and other.verbs and not {*one.verbs} & {*other.verbs}
    return bool(told) and one.type != other.type and not one.generic


def _in_chain(one: Fact, fact: Fact) -> bool:
    """Tell what the subject of a chain of verbs did besides: "met N and [held talks] with M"."""
    if one.nucleus.type == fact.nucleus.type and not one.markers & _COUNTERPARTS:
        return False  # "met and held talks with N"
    own = fact.markers & _COUNTERPARTS or (fact.nucleus.type in GATHERINGS and not fact.nucleus.verbal)
    alike = "discuss" in fact.nucleus.frames or one.nucleus.generic or one.nucleus.type in GATHERINGS
    if alike or not own:
        return False
    row = fact.nucleus.row
    first, second = (min(f.nucleus.predicates or [-1]) for f in (one, fact))
    return 0 <= first < second and head(row, second) == head(row, first)


def will_do(fact: Fact) -> bool:
    """Tell what somebody will do at an event that the sentence doesn't name: "will attend", "will attend an event"."""
    nucleus, trigger = fact.nucleus, fact.nucleus.element.trigger
    told = (trigger is not None and trigger.form == "infinitive") or (nucleus.indefinite and nucleus.planned)
    return told and nucleus.row.passage.language.analytic


def take_back(item: Item, fact: Fact) -> None:
    """Forget what only the sentence before told and this denies: "… мұндай кездесу болған жоқ"."""
    told, row = item.current, fact.nucleus.row
    if told is None or "denied" not in row.roles or len(told.facts) != 1 or told is not item.drafts[-1]:
        return
    source = told.facts[0].nucleus
    before = source.row.passage.index == row.passage.index - 1
    hearsay = any(e.kind == "text" for e in source.row.elements[source.head + 1 :])  # "… кездескенін жазған еді"
    own = fact.attend or fact.dates or told.titled
    if before and hearsay and source.verbal and not own and told.type == fact.nucleus.type:
        item.drafts.pop()
        item.current = item.drafts[-1] if item.drafts else None


def took_part(item: Item, fact: Fact) -> Draft | None:
    """The gathering told before, whose participants spoke of something: "Келген қатысушылар ой бөлісті"."""
    nucleus, draft = fact.nucleus, item.current
    talked = nucleus.verbal and "discuss" in nucleus.frames and "participants" in nucleus.row.roles
    if draft is None or not talked or draft.type not in GATHERINGS or draft.titled or "with" in fact.markers:
        return None
    final = nucleus.row.passage.language.head_final
    return draft if final and conflict(draft, fact, item.kin, lenient=True) is None else None


def took_the_floor(item: Item, fact: Fact) -> bool:
    """Tell the only gathering of its noun, with others who spoke there: "N.-yň alyp baran [maslahatynda] M çykyş etdi".

    So it is where the noun stands without a day, a place or a number of its own, and heads stand last.
    """
    nucleus = fact.nucleus
    if not nucleus.row.passage.language.head_final or nucleus.type not in GATHERINGS or nucleus.planned:
        return False
    own = fact.dates or nucleus.ordinal or nucleus.indefinite or nucleus.novel or nucleus.plural or fact.body
    same = [d for d in item.drafts if any(f.nucleus.entry is nucleus.entry for f in d.facts)]
    return "speak" in nucleus.frames and not own and len(same) == 1 and not same[0].planned


def arranged_by(item: Item, fact: Fact) -> Draft | None:
    """Who arranged the only gathering so far, told by another noun: "Dialog açyldy. Forum … tarapyndan guraldy"."""
    nucleus = fact.nucleus
    own = fact.attend or fact.dates or fact.places or nucleus.indefinite or nucleus.novel or nucleus.plural
    if own or not fact.organise or nucleus.verbal or nucleus.ordinal is not None or not nucleus.definite:
        return None
    alone = len(item.drafts) == 1 and item.drafts[0].type in GATHERINGS and nucleus.type in GATHERINGS
    return item.drafts[0] if alone and item.drafts[0].planned == nucleus.planned else None


def own(fact: Fact) -> bool:
    """Tell "his meeting" with somebody: his own, beside what he took part in."""
    row, at = fact.nucleus.row, fact.nucleus.at
    return (
        row.passage.language.analytic
        and at > 0
        and row.elements[at - 1].role == "definite"
        and (row.norm(row.elements[at - 1]) not in row.passage.language.institutions.articles)
    )


def _met_another(titled: Draft, fact: Fact) -> bool:
    """Tell a meeting of one whom the headline names with another: "Kim meets Holm. … Lee met Holm. So did Kim"."""
    headed, told = ({i for i in those if i[0] == "p"} for those in (titled.attend, fact.attend))
    return titled.type in MET and min(len(headed), len(told)) > 1 and bool(headed - told) and bool(told - headed)


def opens_apart(titled: Draft, fact: Fact) -> bool:
    """Tell a summit told right behind a headline by which two met: "Президент төрағаны қабылдады. Саммит басталды".

    So of another meeting.
    """
    if _met_another(titled, fact):
        return True
    nucleus = fact.nucleus
    met = all({"meet", "receive"} & set(f.nucleus.frames) and f.nucleus.verbal for f in titled.facts)
    language, noun = nucleus.row.passage.language, not (nucleus.verbal or nucleus.generic)
    if language.fusional:  # "Министр встретился с послом. … накануне заседания правительства, которое провёл премьер"
        others = bool(fact.attend) and not set(fact.attend) & set(titled.attend)
        return noun and met and nucleus.type in GATHERINGS and len(titled.attend) > 1 and others
    if language.analytic:
        return _other_pair(titled, fact)
    final = language.head_final and noun
    return final and met and nucleus.type == "conference" and len(titled.attend) > 1 and not fact.attend


def _other_pair(titled: Draft, fact: Fact) -> bool:
    """Tell who called on somebody from whom a headline names: "Minister N calls on M. … K paid a call on M"."""
    one, other = ({i for i in group if i[0] == "p"} for group in (titled.attend, fact.attend))
    told = fact.nucleus.verbal and not fact.nucleus.row.passage.sentence.heading
    return told and len(one) == len(other) == 2 and len(one & other) == 1  # noqa: PLR2004 - pairs


def named_apart(found: Draft, fact: Fact) -> bool:
    """Tell a gathering with a name of its own from who met whom: "met N. She addressed the International Forum"."""
    nucleus = fact.nucleus
    tokens = nucleus.row.tokens[: nucleus.element.last]
    capital = all(t.text[0].isupper() for t in tokens[-2:]) or (len(tokens[-1].text) > 1 and tokens[-1].text.isupper())
    capital = capital and nucleus.row.passage.language.analytic  # "the International Forum", "COP29"
    met = found.type in MET and found.facts[0].nucleus.verbal
    return capital and nucleus.type in GATHERINGS and met


def attended_by_others(found: Draft, fact: Fact) -> bool:
    """Tell a gathering of others that those who met spoke of: "… the Forum with the participation of A and B"."""
    gathered = fact.nucleus.type in GATHERINGS and found.type in MET and "present" in fact.markers
    apart = gathered and not set(fact.attend) & set(found.attend)
    return apart and fact.nucleus.row.passage.language.analytic


def beyond(found: Draft, fact: Fact) -> bool:
    """Tell what isn't the meeting told: a gathering on whose margins it is, or one to come.

    "На полях форума президент принял …", "Внимание уделено подготовке предстоящего саммита". A gathering that is only
    named is no meeting of which verbs alone tell: "met the minister. He thanked her for the organisation of the forum".
    """
    nucleus, language = fact.nucleus, fact.nucleus.row.passage.language
    dated = language.analytic and fact.dates and not found.dates  # "… of the Assembly meetings in May"
    gathered = nucleus.type in GATHERINGS or bool(dated)
    within = nucleus.during == "within" and gathered and found.type == "meeting"
    past = found.held or (language.fusional and not found.planned)
    ahead = nucleus.planned and not (nucleus.verbs or nucleus.during) and past
    other = found.type != nucleus.type and language.fusional
    taking_part = {"speak", "attend", "open"} if language.analytic else {"attend"}
    named = nucleus.untold or (not language.fusional and set(nucleus.frames) <= taking_part)
    apart = all(f.nucleus.verbal and f.nucleus.row is not nucleus.row for f in found.facts)
    named = named and nucleus.type in HELD and found.type in MET and apart
    return within or named or (ahead and (other or (coming(nucleus) and not nucleus.generic)))


def arranging(fact: Fact) -> bool:
    """Tell meetings that people only mean to hold: "Стороны договорились организовывать встречи"."""
    nucleus = fact.nucleus
    return nucleus.planned and nucleus.plural and nucleus.aim and not (nucleus.definite or nucleus.during)


def presented(item: Item, fact: Fact) -> Draft | None:
    """Credentials presented, told once by who received them and once by who presented them, or as a ceremony."""
    at, analytic = item.current, fact.nucleus.row.passage.language.analytic
    if analytic and {"accept", "present"} & set(fact.nucleus.frames) and at is not None and not at.attend:
        ceremony = all(
            f.nucleus.generic and f.nucleus.type == "other" for f in at.facts
        )  # "a ceremony, where N accepted"
        return at if ceremony else None
    if "present" not in fact.nucleus.frames:
        return None
    told = (d for d in item.recent() if any("present" in f.nucleus.frames for f in d.facts))
    return next((d for d in told if conflict(d, fact, item.kin, lenient=True) is None), None)


def other_hosts(draft: Draft, fact: Fact, kin: Kin) -> bool:
    """Tell who met from those by whom meetings are told so far: nobody, or the body of which one of them is head.

    "The Commission held meetings. Its chair met N."
    """
    told, analytic = draft.facts[0].nucleus, fact.nucleus.row.passage.language.analytic
    several = told.plural and told.asserted and draft.facts[1:] == [] and draft.type == "meeting"
    new = not (fact.dates or fact.places) and "meet" in fact.nucleus.frames
    bodies = all(i[0] == "o" and any(related(j, i, kin) for j in fact.attend) for i in draft.attend)
    return bool(draft.attend) and not (analytic and several and new and bodies)


def pending(item: Item, fact: Fact) -> bool:
    """Tell what points back to an event told without particulars, by the noun that called it so."""
    entry, told = fact.nucleus.entry, item.pending
    if told is None or told.nucleus.entry is not entry or not fact.nucleus.definite:
        return False
    return not any(f.nucleus.entry is entry for d in item.drafts for f in d.facts)


def discussed(item: Item, fact: Fact, draft: Draft) -> bool:
    """Tell what the sides discussed with an organisation one of whose people they met, where the verb stands last."""
    nucleus = fact.nucleus
    sides = nucleus.verbal and "discuss" in nucleus.frames and "participants" in nucleus.row.roles
    final = sides and nucleus.row.passage.language.head_final and draft.type in MET
    return final and bool(fact.attend) and all(any(related(i, j, item.kin) for j in draft.attend) for i in fact.attend)


def met_apart(fact: Fact) -> bool:
    """Tell a meeting of one with another, or whom he received, which a verb tells, where the verb stands last."""
    nucleus, markers = fact.nucleus, fact.markers
    met = ("meet" in nucleus.frames and "with" in markers) or ("receive" in nucleus.frames and "object" in markers)
    return nucleus.row.passage.language.head_final and nucleus.verbal and met and "subject" in markers


def first_people(fact: Fact, draft: Draft) -> bool:
    """Tell the first who took part: "Форум начался 5 мая. В открытии [форума 5 мая] принял участие министр"."""
    day = {d.iso for d in fact.dates} & {d.iso for d in draft.dates}
    return bool(day) and not draft.attend and fact.nucleus.type == draft.type in GATHERINGS
