"""Whether a verb further on has the subject that stands before it, and whose companion a clause names."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.arguments.belonging import of_noun
from kg.interpret.events.event_types import GATHERED, MET
from kg.interpret.events.nuclei.chains import link
from kg.interpret.events.nuclei.voice import is_passive, is_reduced
from kg.interpret.events.sentence.groups import separates
from kg.language.russian import predicate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus, Slot
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element, Row

# Elements from the noun of a ceremony to that of the event whose ceremony it is.
_WHOLE = 5
# Elements from "invited by" to who invites.
_INVITED = 4
# Elements from a verb to its subject behind it.
_CLAUSE = 4


def another_clause(clause: Clause, member: Member, at: int) -> bool:
    """Tell whether a relative clause begins between a group and a verb, and is not closed again by a comma."""
    gap = clause.row.elements[member.at + 1 : at]
    contrasts = clause.row.passage.language.events.contrasts
    if any(a.kind == "comma" and clause.row.norm(b) in contrasts for a, b in pairwise(gap)):
        return True  # "приветствие направил [президент], а с речью выступил министр"
    own = bool(gap) and gap[0].kind == "comma" and gap[-1].kind == "comma"
    stop = next((n for n, e in enumerate(gap) if e.role == "stop"), None)
    if stop and not clause.cases and any(e.is_trigger("verb") for e in gap[:stop]):
        own = False  # "The minister, Anna Kim, [said] this when the envoy, Juan Soto, called on her"
    if stop and not clause.cases:  # "A and B, who also heads the board, met"
        own = own or (gap[stop - 1].kind == "comma" == gap[-1].kind)
    if stop is not None and not clause.cases and gap[stop + 1 : stop + 2]:
        own = own or gap[stop + 1].role == "passive"  # "officers who are involved in it took part"
        own = own or _of_itself(gap[stop:], member)
    return not own and stop is not None


def _of_itself(gap: Sequence[Element], member: Member) -> bool:
    """Tell what a body or a state says that it will do: "Chile announced [that it will] host the forum"."""
    roles = [e.role for e in gap]
    return roles == ["stop", "it", "planned"] and not member.actor.person


def joined(clause: Clause, at: int, later: Sequence[Slot]) -> bool:
    """Tell whether another verb follows after "and" with the same subject: "met the minister and visited"."""
    gap = clause.row.elements[at + 1 : later[0].at] if later else ()
    going = not clause.cases and clause.row.elements[at].frame in {"arrive", "visit"}
    near = gap[-3:]
    at_and = next((n for n, e in enumerate(near) if e.role == "and"), None)
    own = at_and is not None and not clause.cases and any(e.actor for e in near[at_and:])  # "and [the envoy] met"
    if later and link(clause.row, later[0].at) == at:
        return True
    return (at_and is not None and not own) or (going and any(e.role == "to" for e in gap[-1:]))


def others(clause: Clause, member: Member, at: int) -> bool:
    """Tell a verb that has another subject: "the decisions of the meeting held in May", "thanked him for attending"."""
    row = clause.row
    if clause.cases:
        return _by_the_way(row.elements, at)
    if is_reduced(row, at) and member.at < at - 1 and not any(e.kind == "comma" for e in row.elements[at - 1 : at]):
        return True
    if row.elements[at].is_trigger("noun") and {e.role for e in row.elements[at + 1 : at + 2]} & {"of", "by"}:
        return True  # "praised the participation of Chile in the forum"
    gerund, before = row.elements[at].is_trigger("participle", "present"), row.elements[max(0, at - 1)]
    thanked = any(e.actor and e.actor.person for e in row.elements[member.at + 1 : at])
    said = any(e.frame == "say" for e in row.elements[member.at + 1 : at])  # "congratulated Chile on hosting the forum"
    holding = row.elements[at].frame == "hold" and before.role in {"and", "topic"}  # "spoke of trade and about holding"
    return gerund and ((before.role == "beneficiary" and thanked) or ((before.role == "in" or holding) and said))


def _by_the_way(elements: Sequence[Element], at: int) -> bool:
    """Tell a participle set off by a comma, which is of who stands before that: "с послом, [прибывшим] в Осло"."""
    trigger = elements[at].trigger
    comes = elements[at].frame == "arrive" and trigger is not None and trigger.form == "participle"
    return comes and at > 0 and elements[at - 1].kind == "comma"


def ceremony(clause: Clause, slot: Slot) -> Nucleus:
    """The ceremony of an event, where one is told: "the opening [ceremony] of the training, attended by"."""
    if not slot.noun or clause.cases:
        return slot.nucleus
    gaps = ((n, clause.row.elements[n.at + 1 : slot.at]) for n in clause.nuclei if 0 < slot.at - n.at <= _WHOLE)
    outer = (
        n for n, gap in gaps if n.type == "other" and not n.verbal and gap and gap[0].role == "of" and _noun_phrase(gap)
    )
    return next(outer, slot.nucleus)


def _noun_phrase(gap: Sequence[Element]) -> bool:
    return all(e.kind == "text" or e.role in {"of", "definite", "ordinal"} for e in gap)


def in_clause(clause: Clause, slot: Slot, member: Member) -> bool:
    """Tell a companion in a relative clause about something else: "the [meeting] on the plan that we sign with N"."""
    gap = clause.row.elements[slot.at + 1 : member.at]
    apart = any((a.role, b.role) == ("and", "from") for a, b in pairwise(gap))  # "… and from the accord with [N]"
    return not (slot.nucleus.verbal or clause.cases) and (apart or any(e.role == "stop" for e in gap))


def met_beside(clause: Clause, slot: Slot, inside: Mapping[int, Member]) -> bool:
    """Tell a gathering at which somebody was met: "встретился на полях [форума] с послом" is no forum with him."""
    if not (clause.cases and slot.noun and slot.nucleus.type in GATHERED | {"training", "other"}):
        return False
    for earlier in clause.before(slot.at):
        gap = range(earlier.at + 1, slot.at)
        if any(clause.row.elements[i].kind == "comma" or clause.row.elements[i].role == "stop" for i in gap):
            return False
        told = earlier.nucleus.verbal or bool(earlier.nucleus.verbs)
        if earlier.nucleus.type in MET and told and not earlier.nucleus.during:
            return not any(i in inside and inside[i].marker == "with" for i in gap)
    return False


def plain(clause: Clause, at: int, end: int) -> bool:
    """Tell a stretch without a clause of its own: "the visit [to Oslo by] the minister"."""
    return not any(e.role in {"stop", "passive"} or e.kind == "comma" for e in clause.row.elements[at + 1 : end])


def told_below(clause: Clause, slot: Slot, member: Member) -> bool:
    """Tell a person behind the colon that ends who took part: "The following took part and spoke: [Anna Kim]; …"."""
    row = clause.row
    if clause.cases or not member.actor.person or row.elements[slot.at].frame not in {"attend", "speak"}:
        return False
    return any(e.kind == "mark" and row.norm(e) == ":" for e in row.elements[slot.at : member.at])


def sent_by(clause: Clause, slot: Slot, member: Member) -> bool:
    """Tell from whom something is received: "received messages from the Presidents of Chile and [Peru]".

    In Russian also whose what is accepted is: "принял отставку [министра]", in English whose training people have:
    "receive [OSCE] training".
    """
    elements = clause.row.elements
    after = elements[member.last + 1 : member.last + 2]
    body = elements[slot.at].frame == "receive" and not (clause.cases or member.actor.person)
    if body and any(e.is_trigger("noun") for e in after):
        return True
    if clause.cases and elements[slot.at].frame == "receive" and of_noun(clause, member):
        return True
    gap = range(slot.at + 2, member.at) if elements[slot.at].frame == "receive" and not clause.cases else ()
    return any(elements[k].role == "from" and elements[k - 1].kind == "text" for k in gap)


def inviting(clause: Clause, at: int) -> bool:
    """Tell a verb behind which others act: "the minister [invited] his colleague to take part"."""
    return clause.row.elements[at].frame == "invite" and not (clause.cases or is_passive(clause.row, at))


def visiting(clause: Clause, slot: Slot) -> bool:
    """Tell what a participle tells of a visitor by the way: "принял [находящегося с визитом] посла"."""
    trigger = clause.row.elements[slot.at].trigger
    return slot.nucleus.type == "visit" and trigger is not None and trigger.form == "participle"


def list_end(row: Row, i: int) -> int:
    """Index of the last actor of a list that begins at an index."""
    last = i
    for k in range(i + 1, len(row.elements)):
        e = row.elements[k]
        if e.actor is not None:
            last = k
        elif not (e.kind == "comma" or e.role in {"and", "definite"}):
            break
    return last


def list_start(row: Row, member: Member, inside: Mapping[int, Member]) -> int:
    """Index of the first of the list in which a group stands: "by [N], chair of the board, M and K"."""
    first = k = member.at
    while k > 0 and (k - 1 in inside or separates(row.elements[k - 1]) or row.elements[k - 1].role == "definite"):
        k -= 1
        first = k if k in inside and inside[k].marker == member.marker else first
    return first


def behind_verb(clause: Clause, member: Member, inside: Mapping[int, Member]) -> bool:
    """Tell a subject right behind its verb, where the next clause has its own: "открыла [мэр], выступил посол"."""
    elements, first = clause.row.elements, list_start(clause.row, member, inside)
    verb = elements[first - 1].trigger if first and elements[first - 1].frame else None
    after = next((s.at for s in clause.after(member.last) if not s.noun), None) if clause.cases else None
    if after is None or verb is None or (verb.form, verb.passive) != ("verb", False):
        return False
    if not any(e.kind == "comma" for e in elements[member.last + 1 : after]):
        return False
    own = next((e.actor for e in elements[after + 1 : after + 1 + _CLAUSE] if e.kind not in {"text", "date"}), None)
    return own is not None and own.person and own.case == "nom"


def goes_on(row: Row, i: int) -> bool:
    """Tell an actor before a verb of its own: "would meet", "will also visit"."""
    return any(e.role in {"reported", "planned"} for e in row.elements[i + 1 : i + 2]) or before_verb(row, i)


def before_verb(row: Row, i: int) -> bool:
    """Tell an actor right before a verb that is no noun, "also" and "was" aside."""
    verb = next((e for e in row.elements[i + 1 : i + 4] if e.role not in {"and", "passive"}), None)
    return verb is not None and bool(verb.frame) and verb.trigger is not None and verb.trigger.form != "noun"


def listed_before(clause: Clause, member: Member, at: int) -> bool:
    """Tell one of a list right before a participle: "[ЕҚЫҰ] мен министрлік ұйымдастырған тренинг"."""
    gap = clause.row.elements[member.last + 1 : at]
    plain = all(e.actor is not None or separates(e) for e in gap) and not member.actor.person
    return plain and bool(gap) and gap[-1].actor is not None and gap[-1].actor.case in {"nom", ""}


def by_another(clause: Clause, slot: Slot, member: Member) -> bool:
    """Tell who invites somebody to an event that others hold: "to be held where N, invited by [the state]".

    So who does something else at it: "The plan was shown by [N] during the 5th Council, which was held in Osh".
    """
    near = clause.row.elements[max(slot.at + 1, member.at - _INVITED) : member.at]
    stops = any(e.role == "stop" for e in clause.row.elements[member.last + 1 : slot.at])
    return not clause.cases and (stops or any(e.frame == "invite" for e in near))


def adjacent(clause: Clause, at: int, member: Member, inside: Mapping[int, Member]) -> bool:
    """Tell whether a group follows a noun directly, but for other groups: "в ходе встречи министра с послом"."""
    gap = range(at + 1, member.at)
    elements = clause.row.elements
    words = (clause.row.norm(elements[i]) for i in gap if elements[i].kind == "text")
    if clause.cases and any(predicate(word) for word in words):
        return False  # "в ходе встречи выработана позиция для обсуждения с [министром]"
    return at < member.at and all(
        i in inside
        or elements[i].kind in {"text", "place", "date"}
        or (elements[i].kind == "word" and elements[i].role not in {"in", "topic"})
        or (elements[i].role == "in" and elements[i + 1].kind in {"place", "date"})
        or (elements[i].kind == "comma" and member.marker == "between" and i - 1 in inside)  # "between [A, B] and C"
        or elements[i + 1].role == "stop"  # "during the meeting, which was attended by [N]"
        for i in gap
    )


def told_aside(clause: Clause, member: Member) -> bool:
    """Tell who only tells the news behind a comma: "is to be held in May, [the envoy] told the agency"."""
    elements, start = clause.row.elements, member.at - 1
    while start > 0 and elements[start].role == "definite":
        start -= 1
    says = elements[start].frame == "say" and elements[start - 1].kind == "comma"
    after = elements[member.last + 1 : member.last + 2]
    says = says or (elements[start].kind == "comma" and bool(after) and after[0].frame == "say")
    return not clause.cases and member.at > 1 and says


def genitives_end(clause: Clause, member: Member) -> int:
    """The last element of the list of genitives that a group opens: "A-nyň, B-niň we [C-niň] gepleşikleri"."""
    elements, last = clause.row.elements, member.last
    while last + 2 < len(elements) and separates(elements[last + 1]):
        after = elements[last + 2].actor
        if after is None or after.case != "gen":
            break
        last += 2
    return last


def asked(clause: Clause, at: int) -> bool:
    """Tell what somebody is asked to do, who is not the subject: "ilçini [gatnaşmak] üçin gelmäge çagyrdy"."""
    after = (clause.row.elements[i] for i in clause.row.triggers if i > at)
    verb = next((e for e in after if e.frame and not e.is_trigger("infinitive")), None)
    return verb is not None and verb.frame == "invite"
