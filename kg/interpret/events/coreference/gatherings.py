"""Which gathering a noun of another kind tells of: who arranged the only one, what another body decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kg.interpret.events.coreference.conflicts import conflict, related
from kg.interpret.events.event_types import GATHERINGS
from kg.interpret.events.nuclei.chains import head

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
    beside = nucleus.row.elements[nucleus.at + 1 : nucleus.at + 2]
    told = told or any(e.role == "planned" for e in beside)  # "Бағдарлама отырысына [қатысуын қамтиды]"
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


def opened(item: Item, fact: Fact) -> Draft | None:
    """The gathering told of, where its opening ceremony is: "A conference was held. At the opening ceremony of it"."""
    nucleus = fact.nucleus
    whole = nucleus.opens if nucleus.row.passage.language.analytic and not fact.heading else None
    if whole is None or whole.novel or whole.ordinal is not None or fact.dates or fact.places:
        return None
    if any(d.told_by(nucleus.entry) for d in item.drafts):
        return None  # a ceremony is told of
    told = (d for d in item.recent() if d.told_by(whole.entry))
    return next((d for d in told if d.type in GATHERINGS and d.planned == nucleus.planned), None)


def presided(item: Item, fact: Fact) -> Draft | None:
    """The sitting told of, by who presided over it, where heads stand last: "Ошта отырыс өтті. Отырыс … өтті"."""
    nucleus, draft = fact.nucleus, item.current
    only = fact.markers == {"chair"} and not (fact.dates or fact.places or fact.heading) and nucleus.ordinal is None
    if draft is None or not only or nucleus.verbal or not nucleus.row.passage.language.head_final:
        return None
    other = nucleus.novel or nucleus.plural or nucleus.indefinite or nucleus.planned
    same = draft.told_by(nucleus.entry) and not draft.chair
    return draft if same and not other and conflict(draft, fact, item.kin, lenient=True) is None else None


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
    same = [d for d in item.drafts if d.told_by(nucleus.entry)]
    return "speak" in nucleus.frames and not own and len(same) == 1 and not same[0].planned


def arranged_by(item: Item, fact: Fact) -> Draft | None:
    """Who arranged the only gathering so far, told by another noun: "Dialog açyldy. Forum … tarapyndan guraldy"."""
    nucleus = fact.nucleus
    own = fact.attend or fact.dates or fact.places or nucleus.indefinite or nucleus.novel or nucleus.plural
    if own or not fact.organise or nucleus.verbal or nucleus.ordinal is not None:
        return None
    told = item.current if nucleus.row.passage.language.head_final else None
    if told is not None and told.told_by(nucleus.entry) and conflict(told, fact, item.kin, lenient=True) is None:
        return told  # "Dabara gatnaşdylar. Ministrligiň guramagynda dabara geçirildi"
    if not nucleus.definite:
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


def arranging(fact: Fact) -> bool:
    """Tell meetings that people only mean to hold: "Стороны договорились организовывать встречи"."""
    nucleus = fact.nucleus
    return nucleus.planned and nucleus.plural and nucleus.aim and not (nucleus.definite or nucleus.during)


def presented(item: Item, fact: Fact) -> Draft | None:
    """Credentials presented, told once by who received them and once by who presented them."""
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
    return not any(d.told_by(entry) for d in item.drafts)


def met_apart(fact: Fact) -> bool:
    """Tell a meeting of one with another, or whom he received, which a verb tells, where the verb stands last."""
    nucleus, markers = fact.nucleus, fact.markers
    met = ("meet" in nucleus.frames and "with" in markers) or ("receive" in nucleus.frames and "object" in markers)
    two = "subject" in markers or len(fact.attend) > 1  # "[Ministr] N bilen duşuşdy", told of before by his name
    return nucleus.row.passage.language.head_final and nucleus.verbal and met and two


def first_people(fact: Fact, draft: Draft) -> bool:
    """Tell the first who took part: "Форум начался 5 мая. В открытии [форума 5 мая] принял участие министр"."""
    day = {d.iso for d in fact.dates} & {d.iso for d in draft.dates}
    return bool(day) and not draft.attend and fact.nucleus.type == draft.type in GATHERINGS
