"""Who heads whose delegation: "делегация Чили во главе с министром", "the Chilean delegation was led by N"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.voice import is_passive
from kg.interpret.events.sentence.groups import PEOPLE
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Element, Row

_DELEGATION = frozenset({"delegation", "side"})
# Elements between an event and "led by".
_GATHERING = 5
# Tenses of "to lead" that tell who leads; where verbs stand last, the sentence before tells of a plan.
_TOLD = frozenset({"past", "present", ""})
# Elements from a delegation to who leads it: "делегация, в составе 36 человек, под председательством".
_LED = 10
# Letters by which a word for a delegation is told in any case.
_STEM = 6


def _mission(row: Row, member: Member) -> bool:
    """Tell a body that is a delegation by its name: "[Миссию наблюдателей СНГ] возглавляют Ким и Орлов"."""
    return not member.actor.person and member.marker == "object" and names_it(row, member.at)


def heads(row: Row, found: Sequence[Member]) -> list[tuple[str, str | None]]:
    """Who headed whose delegation, by markers ("led by") and by the verb "to lead": ids of person and owner."""
    final = row.passage.language.head_final
    owners = [m for m in found if not m.actor.person and (m.through in _DELEGATION or (final and _of_side(m)))]
    leading = [m for m in found if m.marker == "lead" and m.through and not m.actor.person] if final else []
    led = [(after, m) for m in leading if (after := _next_person(found, m))]
    result: list[tuple[str, str | None]] = [(person.actor.id, owner.actor.id) for person, owner in led[:1]]
    leaders = led_by(row, found)
    loose = row.passage.language.fusional
    people = [m for m in found if m.marker == "lead" and m.actor.person and (loose or _led_people(row, m))]
    people += [] if together(row, leaders) else leaders
    people.sort(key=lambda m: m.at)
    # "с руководителями служб во главе с ректором" tells of no delegation.
    sent = not loose or leaders or row.roles & {*_DELEGATION, "into"} or {"arrive", "visit"} & row.frames
    return result + (list(_whose(row, people[:2], owners)) if sent else [])


def _of_side(member: Member) -> bool:
    """Tell a state of whose side somebody heads a delegation: "[Чили тарапынан] министр бастап келді"."""
    return bool(member.actor.country) and member.marker == "by"


def _whose(row: Row, people: Sequence[Member], owners: Sequence[Member]) -> Iterator[tuple[str, str | None]]:
    """Who heads whose delegation: each the next one where there are as many; else the nearest, one after another."""
    final = row.passage.language.head_final
    one_each = len(people) == len({o.actor.id for o in owners}) == len(owners)
    taken, end = "", 0
    for n, head in enumerate(people):
        # Where verbs stand earlier, the delegation stands before "headed by".
        another = any(e.role in PEOPLE or _country(e) for e in row.elements[end : head.at])
        free = [o for o in owners if not another or o.actor.id != taken]
        near = min(free, key=lambda o: (not final and o.at > head.at, abs(o.at - head.at)), default=None)
        near = owners[n] if one_each else near
        verb = final and head.at and head.marker != "lead"
        if verb and row.elements[head.at - 1].role in _DELEGATION:  # "[türkmen wekiliýetine] A, …"
            near = next((o for o in owners if end <= o.at < head.at), None)
        taken, end = near.actor.id if near else taken, head.last + 1
        yield head.actor.id, near.actor.id if near and near.actor.id != head.actor.id else None


def _country(e: Element) -> bool:
    """Tell an adjective of a country that stands for its delegation: "a [индийскую] – министр"."""
    return e.place is not None and e.place.kind == "country" and "adj" in e.place.case


def _led_people(row: Row, member: Member) -> bool:
    """Tell the leader of people from praise: "Prezidentiň ýolbaşçylygynda [ýurt ösýär]", "reforms led by".

    In English what was led may be an event: "the meeting, which was [led by] the minister".
    """
    after = row.elements[member.last + 1 :]
    near = range(max(1, member.at - _GATHERING), member.at) if row.passage.language.analytic else ()
    for i in reversed(near):
        before = row.elements[i - 1 - (row.elements[i - 1].role in ARTICLES)]
        if row.elements[i].role in PEOPLE:
            break
        if row.elements[i].is_trigger("noun") and before.role != "in":  # "the delegation at the talks was led by"
            return False
    people = PEOPLE - {"side"} if row.passage.language.head_final else PEOPLE  # "[Çili tarapy] … ösüşi belledi"
    return bool(row.roles & people or {"arrive", "visit"} & {e.frame for e in after})


def _next_person(found: Sequence[Member], member: Member) -> Member | None:
    """Who heads the delegation of an institution that has the marker: "TDG-niň toparynyň ýolbaşçylygynda gelen N."."""
    return next((m for m in found if m.at > member.at and m.actor.person), None)


def led_by(row: Row, found: Sequence[Member]) -> list[Member]:
    """Subjects of "to lead" in a row that speaks of a delegation."""
    if "lead" not in row.frames or not (row.roles & _DELEGATION or any(_mission(row, m) for m in found)):
        return []
    leaders = []
    final = row.passage.language.head_final
    told = _TOLD | {"future"} if final else _TOLD
    for i in row.triggers:
        trigger = row.elements[i].trigger
        if final and trigger is not None and row.elements[i].frame == "lead" and (one := _leading(row, i, found)):
            leaders.append(one)
            continue
        if row.elements[i].frame == "lead" and trigger is not None and trigger.tense in told:
            passive = is_passive(row, i)
            beside = row.passage.language.analytic and not passive and _by_the_way(row, i)
            before = [m for m in found if m.at < i and m.actor.person] if beside else []
            wanted = "by" if passive else "subject"
            leaders += before[-1:] or [m for m in found if m.marker == wanted and m.actor.person and not m.through]
    return leaders


def _by_the_way(row: Row, i: int) -> bool:
    """Tell an English verb of whom is named last before it: "received Kim, who had come [leading] a delegation"."""
    gerund = row.elements[i].is_trigger("participle", "present")
    since = next((k for k in range(i - 1, -1, -1) if (a := row.elements[k].actor) is not None and a.person), i)
    return gerund or any(row.norm(e) in row.passage.language.events.who for e in row.elements[since:i])


def _leading(row: Row, i: int, found: Sequence[Member]) -> Member | None:
    """Who leads, said by the way: "ministriň ýolbaşçylyk edýän wekiliýeti", "ýolbaşçylyk edip gelen ministr"."""
    trigger = row.elements[i].trigger
    form = trigger.form if trigger is not None else ""
    if form == "participle":
        return next((m for m in found if m.last == i - 1 and m.marker == "of" and m.actor.person), None)
    if form == "converb" and not any(m.marker == "subject" and m.at < i and m.actor.person for m in found):
        came = next((k for k in range(i, len(row.elements)) if row.elements[k].frame in {"arrive", "visit"}), None)
        return next((m for m in found if came is not None and m.at == came + 1 and m.actor.person), None)
    return None


def together(row: Row, leaders: Sequence[Member]) -> bool:
    """Tell several who represent somebody side by side ("делегацию представляли министр и посол"): no one heads it."""
    pairs = pairwise(leaders)
    return any(e.role == "and" for a, b in pairs for e in row.elements[a.last + 1 : b.at])


def led(row: Row, i: int) -> bool:
    """Tell who leads a delegation from who chairs a meeting: "делегация Чили [под руководством] министра".

    So "the delegation of the Union [chaired by] Anna Kim", but not "a meeting of the working group [chaired by] her".
    """
    for k in range(i - 1, max(-1, i - 1 - _LED), -1):
        e = row.elements[k]
        if e.actor is not None and not e.actor.person and row.passage.language.fusional and names_it(row, k):
            return True
        if e.role == "delegation":
            return not (row.passage.language.analytic and ((e.form and e.form.plural) or _of_event(row, k)))
        if e.trigger is not None or e.role == "stop" or (e.actor is not None and e.actor.person):
            return False
    return False


def _of_event(row: Row, k: int) -> bool:
    """Tell a group whose event is told: "a [meeting of] the working group"."""
    while k > 0 and (row.elements[k - 1].kind == "text" or row.elements[k - 1].role in ARTICLES):
        k -= 1
    return k > 1 and row.elements[k - 1].role == "of" and row.elements[k - 2].is_trigger("noun")


def names_it(row: Row, at: int) -> bool:
    """Tell a word for a list of members that names the delegation itself: "[в состав делегации] вошли"."""
    words = row.passage.language.events.by_role["delegation"]
    stems = tuple(w.rstrip("~")[:-1][:_STEM] for w in words if " " not in w)
    return any(w.startswith(stems) for w in row.norm(row.elements[at]).split())
