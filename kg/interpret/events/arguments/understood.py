"""Who takes part though a Russian clause leaves them out, and who doesn't though they stand as subjects do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.nucleus import FAR
from kg.interpret.events.nuclei.prospects import setting_out
from kg.interpret.events.sentence.groups import last_run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Clause
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element, Row

# Elements after the verb among which the visitors stand: "университет посетила делегация".
_VISITORS = 6
# Elements of the words by which a visit frames what a sentence tells.
_FRAME = 4
# Elements from a verb of saying to who says it, those who are told between.
_TOLD = 4
# Frames of verbs whose subject a joined clause leaves out.
_DROPPED = frozenset({"meet", "visit", "attend", "speak", "chair", "hold", "receive", "discuss", "open"})


def understood(clause: Clause, facts: Iterable[Fact], found: Sequence[Member]) -> None:
    """Let those take part whom a Russian clause leaves out since the one before it names them."""
    persons = [m for m in found if m.actor.person and m.marker != "topic"]
    acting = (m for m in found if m.marker == "subject" and (m.actor.person or m.through == "delegation"))
    subjects = [m for m in acting if m.through in {"", "delegation"} and not tells_aside(clause, m)]
    for fact in facts:
        for member in _antecedent(clause, fact, found) or _left_out(clause, fact, persons, subjects):
            fact.add("attend", member.actor.id)
        if goes := _goes_there(clause, fact):
            going = clause.row.elements[goes].trigger
            came = going is not None and going.form == "participle"
            aim = max(goes, _aim(clause, fact))  # "прибыл посол [для участия] в форуме"
            who: Sequence[Member] = [m for m in found if m.marker in {"subject", "lead"} and m.at < aim]
            if came:  # "встретился с послом, [прибывшим] в Осло для участия в форуме"
                fact.attend = []
                who = last_run(clause.row.elements, [m for m in persons if m.at < goes])
            met = fact.markers - {"organiser"} == {"with"}  # "отправится на встречу с послом"
            fact.attend += [
                m.actor.id for m in who if (met or not fact.attend or came) and m.actor.id not in fact.attend
            ]


def _antecedent(clause: Clause, fact: Fact, found: Sequence[Member]) -> list[Member]:
    """Whose visit a relative clause tells of: "с делегацией [комиссии], которая прибыла с визитом"."""
    elements, nucleus = clause.row.elements, fact.nucleus
    if nucleus.type != "visit" or fact.attend:
        return []
    first = nucleus.start
    stop = next((i for i in range(first - 1, max(0, first - 3), -1) if _relative(elements[i])), 0)
    if not stop or elements[stop - 1].kind != "comma":
        return []
    before = [m for m in found if m.at <= stop - 2 <= m.last and not m.actor.country]
    return before if before and (before[0].through == "delegation" or before[0].actor.person) else []


def _goes_there(clause: Clause, fact: Fact) -> int:
    """Index of the verb by which somebody goes to an event: "[посетит] Осло для участия в заседании", or 0.

    The verb may follow: "Посол для участия в форуме [прибыл] в Осло".
    """
    going = setting_out(fact.nucleus)
    if going is not None:
        return going
    elements, aim = clause.row.elements, _aim(clause, fact)
    last = min(len(elements), aim + FAR)
    around = (*range(aim - 1, max(0, aim - FAR), -1), *range(aim + 1, last)) if aim else ()
    return next((i for i in around if elements[i].frame in {"visit", "arrive"}), 0)


def _aim(clause: Clause, fact: Fact) -> int:
    """Index of the noun by which somebody goes to an event: "для [участия] в заседании", or 0."""
    return next((v for v in fact.nucleus.verbs if aimed(clause.row, v)), 0)


def aimed(row: Row, at: int) -> bool:
    """Tell for what somebody goes somewhere by a noun for taking part: "прибыл для [участия] в заседании"."""
    return at > 0 and row.elements[at].frame == "attend" and row.elements[at - 1].role == "beneficiary"


def _left_out(clause: Clause, fact: Fact, persons: Sequence[Member], subjects: Sequence[Member]) -> Sequence[Member]:
    """Who is meant: "посла, прибывшего с визитом"; "где был принят президентом"; "и посетил Осло"; "его встречи"."""
    nucleus, elements = fact.nucleus, clause.row.elements
    first = nucleus.start
    before, mine = [m for m in persons if m.at < first], [m for m in subjects if m.at < first]
    triggers = [elements[v].trigger for v in nucleus.predicates]
    if nucleus.type == "visit" and {"arrive", "visit"} & set(nucleus.frames) and not fact.attend:
        if any(t is not None and t.form == "participle" for t in triggers):
            agreeing = [m for m in persons if _agrees(clause, m, first)]
            before, after = [m for m in agreeing if m.at < first], [m for m in agreeing if m.at > nucleus.head]
            if first and elements[first - 1].kind == "comma":
                return last_run(clause.row.elements, before) if nucleus.plural else before[-1:]
            return after[:1] or before[-1:]
        if before and any(e.role == "stop" for e in elements[before[-1].last + 1 : first]):
            return before[-1:]
    if "receive" in nucleus.frames and fact.markers == {"by"}:
        return mine[-1:] if mine and _goes_on_with(clause, mine[-1], first) else []
    possessives = clause.row.passage.language.posts.possessives
    if not triggers and nucleus.at and clause.row.norm(elements[nucleus.at - 1]) in possessives:  # "его визит"
        return mine[-1:] if fact.attend else []
    return _goes_on(clause, fact, mine)


def _goes_on_with(clause: Clause, subject: Member, at: int) -> bool:
    """Tell whether a relative clause or one behind "and" tells of a subject at an index: "прибыл, а 5 мая [принят]"."""
    joints = clause.row.passage.language.events.contrasts
    return any(e.role in {"and", "stop"} or clause.row.norm(e) in joints for e in clause.row.elements[subject.at : at])


def _goes_on(clause: Clause, fact: Fact, subjects: Sequence[Member]) -> Sequence[Member]:
    """The subject of the verb before, which a verb goes on with: "прибыл в Осло и [посетил] университет"."""
    elements, nucleus = clause.row.elements, fact.nucleus
    if not subjects or "subject" in fact.markers or nucleus.during or not _DROPPED & set(nucleus.frames):
        return []
    told = (elements[v].trigger for v in nucleus.predicates)
    finite = [t for t in told if t is not None and t.form == "verb" and not t.passive]
    if not finite:
        return []
    first = nucleus.start
    stopped = any(_relative(e) for e in elements[subjects[-1].last + 1 : first])
    if stopped and elements[first - 1].kind != "comma":
        return []
    who = last_run(clause.row.elements, subjects)
    several = any(t.plural for t in finite)  # "сообщил директор, в школе провели семинар": nobody in particular
    return who if several and len(who) > 1 else [] if several else subjects[-1:]


def _relative(element: Element) -> bool:
    """Tell "который" as a subject: "с послами, [которые] прибыли и посетили университет"."""
    return element.role == "stop" and element.form is not None and "nom" in element.form.cases


def _agrees(clause: Clause, member: Member, at: int) -> bool:
    """Tell whether a participle may be of somebody by its case: "принял послов, прибывших" is not of who received."""
    cases = {a.case for a in clause.row.passage.language.analyse(clause.row.norm(clause.row.elements[at]).split()[0])}
    return not cases or not member.actor.case or member.actor.case in cases


def visitors(facts: Sequence[Fact], found: Sequence[Member]) -> None:
    """Let who acts within a visit to a place be the visitor: "в рамках визита в Осло [министр] встретился с послом"."""
    main = next((f for f in facts if not f.nucleus.during and f.attend), None)
    for fact in facts:
        framed = fact.nucleus.type == "visit" and fact.nucleus.during in {"during", "within"} and not fact.attend
        if not framed or not (fact.places or fact.states):
            continue
        beside = next((m for m in found if m.marker == "subject" and _right_before(fact, m)), None)
        if beside is not None and beside.actor.person:
            fact.attend.append(beside.actor.id)  # "заявил [министр] в ходе визита в Осло"
            continue
        if main is None:
            fact.attend += opened(fact, found)
            continue
        fact.attend += [m.actor.id for m in found if m.marker == "subject" and m.actor.id in main.attend]


def opened(fact: Fact, found: Sequence[Member]) -> list[str]:
    """Who acts in a sentence that a visit to a place opens: "В ходе визита в Осло [министр] осмотрел"."""
    acting = (m for m in found if m.marker == "subject" and m.at > fact.nucleus.at)
    first = next(acting, None) if fact.nucleus.at <= _FRAME else None
    return [first.actor.id] if first is not None and (first.actor.person or first.through == "delegation") else []


def _right_before(fact: Fact, member: Member) -> bool:
    """Tell who stands right before what makes a visit the frame of a sentence, adjectives aside."""
    gap = fact.nucleus.row.elements[member.last + 1 : fact.nucleus.at]
    return bool(gap) and gap[0].role == fact.nucleus.during and all(e.kind == "text" for e in gap[1:])


def visited_first(clause: Clause, member: Member) -> bool:
    """Tell an institution or state before the verb that somebody after it visits: "[Университет] посетила делегация".

    Or a state before another clause: "Первой будет [Шри-Ланка], затем министр посетит Индию".
    """
    slot = next((s for s in clause.after(member.at) if not s.noun), None)
    if slot is None or member.actor.person or member.through or clause.row.elements[slot.at].frame != "visit":
        return False
    elements = clause.row.elements
    if any(e.kind == "comma" for e in elements[member.last + 1 : slot.at]):
        return member.actor.country is not None
    after = elements[slot.at + 1 : slot.at + _VISITORS]
    return any(
        e.role in {"delegation", "people"} or (e.actor and e.actor.person and e.actor.case == "nom") for e in after
    )


def reported(clause: Clause, at: int, end: int) -> bool:
    """Tell whether a verb of saying or of reporting stands between two indices."""
    row, reporting = clause.row, clause.row.passage.language.posts.reporting
    return any(e.frame == "say" or row.norm(e) in reporting for e in row.elements[at + 1 : end])


def _listens(element: Element) -> bool:
    """Tell whom something may be told, by name or in plain words, or when."""
    body = element.actor is not None and not element.actor.person
    return body or element.date is not None or (element.kind == "text" and not element.frame)


def tells_aside(clause: Clause, member: Member, *, there: bool = False) -> bool:
    """Tell who says something in a clause of its own, which opens with the verb or ends right behind the name.

    Only the end counts for who may say it `there`, at an event: "…, сообщил министр на встрече с послом".
    """
    elements, k = clause.row.elements, member.at - 1
    reporting = clause.row.passage.language.posts.reporting
    while k > 0 and member.at - k <= _TOLD and _listens(elements[k]):
        k -= 1  # "Как сообщил агентству [Иван Орлов], министр прибыл"
    before = elements[k] if member.at else None
    says = before is not None and (before.frame == "say" or clause.row.norm(before) in reporting)
    if says and any(k in n.verbs for n in clause.nuclei):
        return False  # "На брифинге сообщила [председатель]"
    opens = not there and k > 0 and elements[k - 1].kind == "comma"  # "…, сообщил [Иван Орлов] на брифинге"
    return says and (opens or member.last + 1 >= len(elements) or elements[member.last + 1].kind in {"comma", "mark"})
