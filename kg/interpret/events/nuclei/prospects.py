"""What the words round a nucleus say of its being yet to come, or only proposed."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from kg.interpret.events.nuclei import purposes
from kg.interpret.events.nuclei.journeys import going_for
from kg.interpret.events.nuclei.purposes import GOING
from kg.interpret.events.sentence.row import DASHES

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus

# Elements from a noun of events to "is expected" behind its complements, or to "will" before it.
_PREDICATE = 16
# Elements of a list of events before one of them.
_LIST = 48
# Marks before the names of several events.
_LEADING = DASHES | {":"}
# Elements before a noun in which its preposition stands, and a clause with "that" begins.
_BACK, _WIDE = 3, 8
# Frames of what is done beforehand: "geçiriljek foruma çagyrdy".
_BEFOREHAND = frozenset({"invite", "discuss", "say", "organise"})


def said(nucleus: Nucleus) -> bool:
    """Tell what somebody says will be, in the past: "confirmed that the minister would visit"."""
    first = nucleus.start
    before = nucleus.row.elements[:first]
    said = [(e, after) for e, after in pairwise(before) if e.frame == "say"]
    # "said N would visit", "said the minister would visit", "agreed that a forum would be held"
    that = nucleus.row.passage.language.events.complementisers
    bare = any(after.actor or after.role == "definite" or nucleus.row.norm(e).split()[-1] in that for e, after in said)
    return bool(said) and (bare or any(e.role == "stop" for e in before))


def goes_on_to(nucleus: Nucleus) -> bool:
    """Tell a converb joined to what is yet to come: "Ошқа [келіп], министрмен кездеседі".

    When what is told again is held has been told before: "Форум өтіп жатыр. Шараға елшілер [қатысып], талқылайды".
    """
    row, at = nucleus.row, nucleus.last_verb
    trigger = row.elements[at].trigger
    if not row.passage.language.head_final or trigger is None or trigger.form != "converb" or nucleus.generic:
        return False
    after = row.elements[at + 1 : at + _LIST]
    if after and after[0].trigger is not None:
        return False  # "қабылдай бастайды": one verb
    verb = next((e for e in after if e.is_trigger("verb")), None)
    return verb is not None and verb.frame != "say" and verb.trigger is not None and verb.trigger.tense == "future"


def announced(nucleus: Nucleus) -> bool:
    """Tell what a headline says is to be: "Oslo to [host] the forum", "EU to chair the board, [host] a forum"."""
    row, at = nucleus.row, nucleus.last_verb
    trigger = row.elements[at].trigger
    infinitive = trigger is not None and trigger.form == "infinitive" and row.passage.language.analytic
    to = next((i for i in range(at - 1, 0, -1) if row.elements[i].role == "to"), 0) if infinitive else 0
    before, gap = row.elements[:to], row.elements[to + 1 : at]
    if not to or any((e.trigger and e.trigger.form != "noun") or e.role in {"passive", "negated"} for e in before):
        return False
    if not row.passage.sentence.heading:  # "Chile and Peru to discuss trade, the agency reports"
        who = (e for e in before if e.kind != "comma" and e.role not in {"and", "definite"})
        return not gap and all(e.actor is not None or e.place is not None for e in who)
    joined = any(e.kind == "comma" or e.role == "and" for e in row.elements[at - 1 : at])
    return not any(e.role == "hypothetical" for e in before) and (not gap or joined)


def prepared(nucleus: Nucleus) -> bool:
    """Tell what people get ready for: "discussed preparations for the 10th [summit]", "the upcoming [forum] in Osh"."""
    row = nucleus.row
    if row.passage.language.head_final:
        return _being_prepared(nucleus)
    if not nucleus.untold or not row.passage.language.analytic:
        return False
    of, listed, behind = False, False, nucleus.element
    for e in reversed(row.elements[max(0, nucleus.at - _PREDICATE) : nucleus.at]):
        if e.role in {"topic", "before"} or (listed and e.role == "planned"):  # "in the run-up to the May summit"
            return e.role != "topic" or row.norm(e) in row.passage.language.events.preparations
        of = of or e.role == "of"
        another = e.is_trigger("noun") and not of  # "the upcoming talks in Osh and the [summit]"
        listed = listed or another
        inside = another or e.kind in {"text", "actor", "place", "date", "mark"}
        inside = inside or e.role in {"of", "and", "definite", "ordinal", "series"}
        inside = inside or (e.role == "in" and behind.kind in {"place", "date"})
        if not inside or (e.actor is not None and e.actor.person):
            return False
        behind = e
    return False


def _being_prepared(nucleus: Nucleus) -> bool:
    """Tell the same where heads stand last: "[sammite] görülýän taýýarlyk", "[sammiti] geçirmäge taýýarlyk"."""
    row, data = nucleus.row, nucleus.row.passage.language.events
    if nucleus.verbal or nucleus.generic or nucleus.during or not data.preparations or "past" in nucleus.tenses:
        return False
    if "loc" in nucleus.element.cases:
        return False  # "отырыста су тасқынына дайындық қаралды"
    near = row.elements[nucleus.head + 1 : nucleus.head + 1 + _BACK]
    beside = takewhile(lambda e: e.kind in {"text", "word"}, near)
    return any(row.norm(e).startswith(tuple(data.preparations)) for e in beside)


def among_coming(nucleus: Nucleus) -> bool:
    """Tell one of a list of what is planned: "the coming events, [including] the forum in Osh and a [summit]".

    Where verbs stand last, lists stand otherwise.
    """
    row = nucleus.row
    if row.passage.language.head_final:
        return False
    included = "planned" in row.roles and nucleus.untold and _included(nucleus)
    return included or (row.passage.language.fusional and _named_ahead(nucleus))


def _included(nucleus: Nucleus) -> bool:
    """Tell what stands behind "including" and a word of planning."""
    row = nucleus.row
    such, before = row.passage.language.events.including, row.elements[max(0, nucleus.at - _LIST) : nucleus.at]
    at = next((i for i in range(len(before) - 1, -1, -1) if row.norm(before[i]) in such), 0)
    if not at or any(e.role == "stop" or e.frame for e in before[at:]):
        return False
    return any(e.role == "planned" for e in before[max(0, at - _PREDICATE) : at])


def _named_ahead(nucleus: Nucleus) -> bool:
    """Tell one of the events by name behind a dash: "планируют участвовать в мероприятиях — [форуме] и диалоге"."""
    elements, row = nucleus.row.elements, nucleus.row
    back = range(nucleus.at - 1, max(-1, nucleus.at - _LIST), -1)
    mark = next((k for k in back if row.norm(elements[k]) in _LEADING), None)
    if not mark or nucleus.verbal or any(e.frame or e.role == "stop" for e in elements[mark : nucleus.at]):
        return False
    before = elements[max(0, mark - _PREDICATE) : mark]
    several = next((k for k, e in enumerate(before) if getattr(e.entry, "generic", False)), None)
    if several is None:
        return False
    # "мероприятий, которые 5 мая пройдут в Осло: [форум]"
    return any(e.role == "planned" for e in before) or any(e.is_trigger("verb", "future") for e in before[several:])


def coming(nucleus: Nucleus) -> bool:
    """Tell what is only spoken about as yet to come, by the words before its noun: "the [upcoming] forum"."""
    if not nucleus.untold or not nucleus.row.passage.language.analytic:
        return False
    for e in reversed(nucleus.row.elements[max(0, nucleus.at - _WIDE) : nucleus.at]):
        if e.role == "planned":
            return True
        if e.kind not in {"text", "actor", "place"} and e.role not in {"series", "ordinal"}:
            break
    return prepared(nucleus) or among_coming(nucleus)


def invited(nucleus: Nucleus) -> bool:
    """Tell an event that somebody is asked to take part in: "invited her to [take part] in the forum in June"."""
    elements, language = nucleus.row.elements, nucleus.row.passage.language
    if language.head_final:
        return "invite" in nucleus.frames and "past" not in nucleus.tenses and not nucleus.definite
    if nucleus.verbal or nucleus.frames[:1] != ["invite"]:
        return False
    asks = elements[nucleus.verbs[0]].trigger
    if language.fusional and asks is not None and (asks.form != "verb" or asks.passive):
        return False  # "приглашённый на форум", "на брифинг были приглашены"
    tenses = {t.tense for v in nucleus.verbs[1:] if (t := elements[v].trigger) is not None}
    return "past" not in tenses


def ahead(nucleus: Nucleus) -> bool:
    """Tell an event for which somebody will set out: "отправится в Осло для участия в форуме".

    In English also what somebody has come for, or is invited to: "arrived in Oslo to take part in the forum".
    """
    elements, analytic = nucleus.row.elements, nucleus.row.passage.language.analytic
    if analytic and purposes.aimed(nucleus):
        return True
    if nucleus.row.frames.isdisjoint(GOING) or any(elements[v].frame == "say" for v in nucleus.verbs):
        return False  # "посетит Осло, сообщил министр на [заседании]"
    before = elements[: nucleus.start]
    going = next((i for i in range(len(before) - 1, -1, -1) if (t := before[i].trigger) and t.form != "noun"), None)
    if going is None or before[going].frame not in GOING:
        return False
    trigger = before[going].trigger
    will = any(e.role == "planned" for e in before[max(0, going - 2) : going])  # "will then travel"
    going_now = nucleus.row.passage.language.fusional and not getattr(before[going].entry, "stays", False)
    going_now = going_now and all(elements[v].frame == "attend" for v in nucleus.verbs)  # "прибывает на [встречу]"
    tenses = {"future", "present"} if going_now else {"future"}
    if trigger is None or trigger.negated:
        return False  # "sammite gelmejekdigini, sebäbi ministr bilen [maslahatlaşandygyny] aýtdy"
    return will or (trigger.form == "verb" and trigger.tense in tenses)


def to_attend(nucleus: Nucleus) -> bool:
    """Tell a body's sitting that Russian people are only chosen to attend: "делегация для [участия] в Ассамблее"."""
    row, at = nucleus.row, nucleus.at
    taking = nucleus.verbal and row.passage.language.fusional and row.elements[at].frame == "attend"
    aim = taking and at > 0 and row.elements[at - 1].role == "beneficiary"
    return aim and row.elements[at].is_trigger("noun") and row.frames.isdisjoint(GOING)


def set_out(nucleus: Nucleus) -> bool:
    """Tell what somebody has come for: "прибыл в Осло для участия в [форуме]", "прилетел на [встречу] с послом"."""
    going = setting_out(nucleus)
    return going is not None and nucleus.row.elements[going].is_trigger("verb", "past")


def come_for(nucleus: Nucleus) -> bool:
    """Tell what somebody spoken of has come for: "по инициативе посла, прибывшего в Осло для участия в [форуме]"."""
    going = setting_out(nucleus)
    return (going is not None and nucleus.row.elements[going].is_trigger("participle")) or _there_for(nucleus)


def _there_for(nucleus: Nucleus) -> bool:
    """Tell what a clause tells that somebody is there for: "received N, who is in Oslo to [attend] the summit"."""
    elements, language = nucleus.row.elements, nucleus.row.passage.language
    if not language.analytic or nucleus.verbal or nucleus.frames != ["attend"]:
        return False
    aim = nucleus.verbs[0]
    back = range(aim - 1, max(-1, aim - _WIDE), -1)
    stop = next((i for i in back if elements[i].role == "stop" or elements[i].frame), aim)
    there = elements[aim - 1].role == "to" and nucleus.row.norm(elements[stop]) in language.events.who
    return there and elements[stop + 1].role == "passive"


def to_take_place(nucleus: Nucleus) -> bool:
    """Tell what is to be by an infinitive right behind its noun: "the visit to Oslo to [take place] in May"."""
    row, at = nucleus.row, nucleus.last_verb
    if not row.passage.language.analytic or nucleus.verbal or row.elements[at].frame != "occur" or at < nucleus.at:
        return False
    plain = all(e.kind in {"place", "comma"} or e.role in {"to", "in"} for e in row.elements[nucleus.at + 1 : at])
    return plain and row.elements[at - 1].role == "to" and bool(nucleus.during)


def setting_out(nucleus: Nucleus) -> int | None:
    """Index of the verb by which somebody goes to what a Russian noun of events tells of, or None."""
    row = nucleus.row
    if not row.passage.language.fusional or nucleus.verbal or nucleus.type in {"visit", "election"}:
        return None
    aims = [v for v in nucleus.verbs if row.elements[v].frame == "attend" and v]
    if [v for v in nucleus.verbs if v not in aims]:
        return None
    return going_for(row, aims[0] if aims else nucleus.at)


def proposed(nucleus: Nucleus) -> bool:
    """Tell a clause with "that" after a proposal: "recommended that a conference be convened"."""
    elements, complementisers = nucleus.row.elements, nucleus.row.passage.language.events.complementisers
    if not nucleus.row.roles >= {"stop", "hypothetical"}:
        return False
    first = nucleus.start
    for i in range(first - 1, max(0, first - _WIDE), -1):
        if elements[i].role == "stop":
            return elements[i - 1].role == "hypothetical" and nucleus.row.norm(elements[i]) in complementisers
    return False


def intended(nucleus: Nucleus) -> bool:
    """Tell a noun with "that is planned" before its modifiers: "geçirmegi meýilleşdirýän halkara maslahat"."""
    if "planned" not in nucleus.row.roles or not nucleus.row.passage.language.head_final or nucleus.verbal:
        return False
    row, endings = nucleus.row, nucleus.row.passage.language.events.participles
    before = row.elements[max(0, nucleus.at - _WIDE) : nucleus.at]
    return any(
        e.role == "planned"
        and e.form is not None
        and after.kind != "comma"
        and (e.form.kind == "participle" or (after.kind == "text" and row.norm(after).endswith(endings)))
        for e, after in pairwise([*before, nucleus.element])
    )  # "жоспарланып отырған саммит", too


def _began(nucleus: Nucleus) -> bool:
    """Tell an event that is to be held and has begun: "өткізетін екі күндік семинар өз жұмысын бастады"."""
    verbs = [e for v in sorted(nucleus.verbs) if (e := nucleus.row.elements[v]).trigger and e.frame not in _BEFOREHAND]
    return any(e.is_trigger("participle", "future") for e in verbs) and verbs[-1].is_trigger("verb", "past")


def under_way(nucleus: Nucleus, roles: set[str]) -> bool:
    """Tell an event in which somebody is taking part just now: "қыркүйекте өтетін форумға қатысуда"."""
    if not nucleus.row.passage.language.head_final or "planned" in roles:
        return False
    return {"future", "present"} <= set(nucleus.tenses) or _began(nucleus)


def awaited(nucleus: Nucleus) -> bool:
    """Tell a visit before a converb in a sentence that ends with a plan: "Oşa baryp, duşuşmagyna garaşylýar".

    So before the infinitive of the plan itself: "sapar bilen Astana barmagyna garaşylýar".
    """
    row = nucleus.row
    if not row.passage.language.head_final or nucleus.type != "visit" or nucleus.during or nucleus.verbs:
        return False
    ends = next((row.elements[i].role for i in reversed(row.telling) if row.elements[i].kind != "mark"), "")
    going = nucleus.element.trigger
    if not nucleus.verbal:
        going = next((row.elements[i].trigger for i in row.triggers if i > nucleus.at), None)
    return ends == "planned" and going is not None and going.form in {"converb", "infinitive"}
