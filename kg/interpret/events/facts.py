"""What one row says of each of its nuclei: who took part and how, when, where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.interpret.events.frames import COMMON, FRAMES, HOLDERS, NOUNS
from kg.interpret.events.groups import Member, members
from kg.interpret.events.nuclei import Nucleus, find_nuclei, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.interpret.events.elements import Element, Row
    from kg.model import DateMention, PlaceMention

# Elements between an owner and the noun it owns: "toparyň 5-nji maýda geçirilen nobatdaky mejlisi".
_OWNED = 9
# Elements from a date to the noun that it qualifies.
_CLOSE = 4
# Elements between a visit and where it goes: "визит в Ашхабад", "visit to the capital".
_BESIDE = 2


@dataclass(slots=True)
class Fact:
    """A nucleus with its particulars. Actor lists hold ids in text order; `delegations` pairs of head and owner.

    `delegation` are the ids whose delegation is spoken of. `states` are states to which a visit goes.
    """

    nucleus: Nucleus
    attend: list[str] = field(default_factory=list)
    chair: list[str] = field(default_factory=list)
    organise: list[str] = field(default_factory=list)
    invite: list[str] = field(default_factory=list)
    delegations: list[tuple[str, str | None]] = field(default_factory=list)
    delegation: list[str] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    venue: bool = False
    markers: set[str] = field(default_factory=set)
    body: bool = False

    def add(self, role: str, ident: str) -> None:
        """Note an actor under a role of the frames, once."""
        target: list[str] = getattr(self, role)
        if ident not in target:
            target.append(ident)


@dataclass(slots=True)
class Reported:
    """A row with its facts, and what it says of no nucleus.

    `speakers` are persons who say something; `composition` the members of a delegation that the row lists.
    """

    row: Row
    facts: list[Fact]
    members: tuple[Member, ...]
    speakers: list[str]
    composition: list[str]
    heads: list[tuple[str, str | None]]


def report(row: Row) -> Reported:
    """Everything that a row says of events."""
    nuclei = find_nuclei(row)
    facts = {id(n): Fact(n) for n in nuclei}
    found = members(row)
    final = row.passage.language.events.order == "final"
    composition = _composition(row, found)
    heads = _heads(row, found)
    for member in found:
        if member.blocked or member.actor.id in composition or (member.marker == "lead" and member.through):
            continue
        if member.actor.country and member.marker in {"to", "in"} and not member.through:
            for nucleus in nuclei:
                if nucleus.type == "visit" and not nucleus.during:
                    facts[id(nucleus)].states.append(member.actor.id)
            continue
        for nucleus, role in _final(row, nuclei, member) if final else _initial(row, nuclei, member, found):
            fact = facts[id(nucleus)]
            if role == "attend" and member.actor.person and nucleus.type == "session" and _held_by(nucleus, member):
                role = "chair"  # who holds a sitting is its chair: "заседание провёл министр"
            fact.add(role, member.actor.id)
            fact.markers.add(member.marker)
            if member.marker == "of" and not (member.actor.person or member.actor.country or member.through):
                fact.body = True
            if role == "chair":
                fact.add("attend", member.actor.id)
            if member.through == "delegation":
                fact.delegation.append(member.actor.id)
    for fact in facts.values():
        counted = fact.nucleus.ordinal is not None or fact.nucleus.regular
        if fact.body and counted and fact.nucleus.type == "meeting" and not fact.nucleus.verbal:
            fact.nucleus.type = "session"  # "the first meeting of the Working Group"
    for person, owner in heads:
        if owner in {m.actor.id for m in found if m.marker == "lead"}:
            continue
        for fact in facts.values():
            if owner is None or owner in fact.attend or person in fact.attend:
                fact.delegations.append((person, owner))
                fact.add("attend", person)
                break
    _those_who_speak_there(row, facts.values(), found, final=final)
    _when_and_where(row, nuclei, facts, final=final)
    return Reported(row, list(facts.values()), found, _speakers(row, found), composition, heads)


def _held_by(nucleus: Nucleus, member: Member) -> bool:
    return member.marker == "subject" and not member.through and "hold" in nucleus.frames


def _those_who_speak_there(row: Row, facts: Iterable[Fact], found: tuple[Member, ...], *, final: bool) -> None:
    """“Maslahatda ministr … belledi”: a person who does something at an event takes part in it."""
    if not final:
        return
    there = [f for f in facts if f.nucleus.element.trigger and f.nucleus.element.trigger.case == "loc"]
    taken = {i for f in there for i in f.attend}
    for member in found:
        acts = member.actor.person or member.through == "people"
        if member.marker != "subject" or not acts or member.actor.id in taken:
            continue
        nearest = min(there, key=lambda f: abs(f.nucleus.at - member.at), default=None)
        if nearest and nearest.nucleus.type not in {"visit", "office", "election"} and not nearest.nucleus.plural:
            nearest.add("attend", member.actor.id)


# ---- what a group is to a nucleus


def _role(nucleus: Nucleus, marker: str, verb: int | None) -> str | None:
    """The role of a marker beside a verb of the nucleus, or beside its noun (`verb` None)."""
    frames = [_frame(nucleus.row.elements[verb])] if verb is not None else []
    if verb is None and nucleus.verbal:
        frames = nucleus.frames
    for frame in frames:
        found = FRAMES[frame].get(marker)
        if found == "hold":
            return HOLDERS.get(nucleus.type, "organise")
        if found:
            return found
    if not nucleus.verbal:
        found = NOUNS.get(nucleus.type, {}).get(marker)
        if found:
            return found
    return COMMON.get(marker) if nucleus.type != "election" else None


def _led(found: tuple[Member, ...], member: Member) -> Member | None:
    """Who heads the delegation of an institution that stands with the marker: "TDG-niň toparynyň ýolbaşçylygynda"."""
    return next((m for m in found if m.at > member.at and m.actor.person), None)


def _frame(e: Element) -> str:
    return str(getattr(e.entry, "frame", ""))


def _slots(nuclei: list[Nucleus]) -> list[tuple[int, Nucleus, int | None]]:
    """Where nuclei may take arguments: at their nouns (or telling verbs) and at each of their verbs."""
    found: list[tuple[int, Nucleus, int | None]] = []
    for n in nuclei:
        # "The importance of holding events", "a plan of events": nobody takes part in them.
        if n.generic and (n.hypothetical or (n.plural and not n.definite)):
            continue
        found.append((n.at, n, None))
        found += [(v, n, v) for v in n.verbs]
    return sorted(found, key=lambda slot: slot[0])


def _final(row: Row, nuclei: list[Nucleus], member: Member) -> Iterator[tuple[Nucleus, str]]:
    """Owners of a group in a language whose verbs stand last: nuclei after it."""
    after = [slot for slot in _slots(nuclei) if slot[0] > member.at]
    if member.marker == "of":
        yield from _owned(row, after, member)
        return
    if member.marker == "subject":
        yield from _subject_final(row, after, member)
        return
    for at, nucleus, verb in after:
        role = _role(nucleus, member.marker, verb)
        if role:
            yield nucleus, role
            return
        trigger = row.elements[at].trigger
        if trigger and trigger.form == "verb" and (verb is not None or nucleus.verbal):
            return


def _owned(row: Row, after: list[tuple[int, Nucleus, int | None]], member: Member) -> Iterator[tuple[Nucleus, str]]:
    for at, nucleus, verb in after:
        if at - member.last > _OWNED:
            return
        gap = row.elements[member.last + 1 : at]
        others = any(e.kind == "actor" and _followed(row, e) for e in gap)
        if any(
            (e.kind == "comma" and not others)
            or e.kind == "mark"
            or (e.kind == "actor" and e.actor and e.actor.case == "nom" and not _followed(row, e))
            for e in gap
        ):
            return
        if verb is not None:
            if row.elements[verb].trigger and row.elements[verb].trigger.form == "participle":  # type: ignore[union-attr]
                continue
            return
        role = None if nucleus.verbal else _role(nucleus, "of", None)
        if role:
            yield nucleus, role
        return


def _followed(row: Row, actor: Element) -> bool:
    """Tell whether a marker stands after an actor."""
    i = row.elements.index(actor)
    return i + 1 < len(row.elements) and row.elements[i + 1].kind == "word"


def _subject_final(
    row: Row, after: list[tuple[int, Nucleus, int | None]], member: Member
) -> Iterator[tuple[Nucleus, str]]:
    """A nominative belongs to the next finite or joined verb; to a participle only right before it."""
    found = False
    for at, nucleus, verb in after:
        if verb is None and not nucleus.verbal:
            continue
        trigger = row.elements[at].trigger
        if trigger is None or trigger.form == "infinitive":
            continue
        if trigger.form == "participle" and not _sentence_end(row, at):
            if at == member.last + 1 and (role := _role(nucleus, "subject", verb)):
                yield nucleus, role
                return
            continue
        role = _role(nucleus, "subject", verb)
        if role:
            yield nucleus, role
            found = True
        elif not found and trigger.form == "verb" and _frame(row.elements[at]) not in {"occur", "say"}:
            return


def _sentence_end(row: Row, at: int) -> bool:
    """Tell whether nothing but punctuation follows: a participle there is the predicate."""
    return all(e.kind == "mark" for e in row.elements[at + 1 :])


def _initial(
    row: Row, nuclei: list[Nucleus], member: Member, found: tuple[Member, ...]
) -> Iterator[tuple[Nucleus, str]]:
    """Owners of a group in a language with prepositions: nuclei before it, or those whose subject it is."""
    slots = _slots(nuclei)
    if member.marker == "subject":
        yield from _subject_initial(row, slots, member, found)
        return
    if member.marker == "object":
        for at, nucleus, verb in reversed([s for s in slots if s[0] < member.at]):
            if verb is not None or nucleus.verbal:
                role = _role(nucleus, "object", verb)
                if is_passive(row, at) and _frame(row.elements[at]) in {"hold"}:
                    role = "attend"
                if role:
                    yield nucleus, role
                return
        return
    before = [s for s in slots if s[0] < member.at]
    beside = row.elements[member.at + 1 : member.at + 2]
    if member.marker == "by" and beside and beside[0].role == "in":
        # "instructions given by the President at the session": who did something at an event was there.
        for at, nucleus, verb in slots:
            if verb is None and member.at < at <= member.at + _CLOSE + 1:
                yield nucleus, "attend"
                return
    if member.marker == "of":
        near = [s for s in before if s[2] is None and not s[1].verbal]
        following = [s for s in slots if s[0] > member.at and s[2] is None and not s[1].verbal]
        possessor = row.norm(row.elements[member.at]).endswith(("'s", "’s", "s'", "s’")) and following
        for _, nucleus, _ in following[:1] if possessor else near[-1:]:
            role = _role(nucleus, "of", None)
            if role:
                yield nucleus, role
        return
    for at, nucleus, verb in (*reversed(before), *(s for s in slots if s[0] > member.at)):
        if nucleus.during and not _adjacent(row, at, member, found):
            continue
        passive = is_passive(row, at)
        marker = member.marker
        if marker == "by" and not passive:
            continue
        role = _role(nucleus, marker, verb)
        if role:
            yield nucleus, role
            return


def _adjacent(row: Row, at: int, member: Member, found: tuple[Member, ...]) -> bool:
    """Tell whether a group follows a noun directly, but for other groups: "в ходе встречи министра с послом"."""
    inside = {m.at for m in found}
    return at < member.at and all(
        i in inside or e.kind == "text" or (e.kind == "word" and e.role not in {"in", "topic"})
        for i, e in enumerate(row.elements[at + 1 : member.at], at + 1)
    )


def _subject_initial(
    row: Row, slots: list[tuple[int, Nucleus, int | None]], member: Member, found: tuple[Member, ...]
) -> Iterator[tuple[Nucleus, str]]:
    verbs = [s for s in slots if s[2] is not None or s[1].verbal]
    right = [s for s in verbs if s[0] > member.at]
    left = [s for s in verbs if s[0] < member.at]
    done = False
    for at, nucleus, verb in right:
        gap = row.elements[member.at + 1 : at]
        if any(e.kind == "word" and e.role == "stop" for e in gap) and not _relative(row, member, at):
            break
        passive = is_passive(row, at)
        role = _role(
            nucleus,
            "object" if passive and _frame(row.elements[at]) in {"receive", "meet", "invite"} else "subject",
            verb,
        )
        if passive and _frame(row.elements[at]) not in {"receive", "meet", "invite"}:
            role = None
        if role:
            yield nucleus, role
            done = True
        if role and not _joined(row, at, verbs):
            return
    if done:
        return
    for at, nucleus, verb in reversed(left):
        if not member.actor.person and not member.through and _frame(row.elements[at]) in {"visit", "receive"}:
            return  # "посетила университет": an institution after the verb is what is visited
        # "В семинаре приняли участие специалисты Министерства", "Speaking at the session, the minister".
        trigger = row.elements[at].trigger
        before = row.passage.language.events.cases or (
            trigger is not None and trigger.tense == "present" and trigger.form == "participle"
        )
        if before and (role := _role(nucleus, "subject", verb)):
            yield nucleus, role
            return


def _relative(row: Row, member: Member, at: int) -> bool:
    """Tell whether a relative clause of the group's own stands between it and the verb, between commas."""
    gap = row.elements[member.at + 1 : at]
    return bool(gap) and gap[0].kind == "comma" and gap[-1].kind == "comma"


def _joined(row: Row, at: int, verbs: list[tuple[int, Nucleus, int | None]]) -> bool:
    """Tell whether another verb follows after "and" with the same subject: "met the minister and visited"."""
    later = [v for v, _, _ in verbs if v > at]
    if not later:
        return False
    gap = row.elements[at + 1 : later[0]]
    return bool(gap) and any(e.kind == "word" and e.role == "and" for e in gap[-3:])


# ---- delegations and speakers


def _composition(row: Row, found: tuple[Member, ...]) -> list[str]:
    """Actors of a row that lists a delegation: "Wekiliýetiň düzümi … ybarat boldy", "The delegation included…"."""
    at = next((i for i, e in enumerate(row.elements) if e.kind == "word" and e.role == "into"), None)
    near = row.elements[max(0, (at or 0) - 6) : (at or 0) + 3]
    if at is None or not any(e.kind == "word" and e.role in {"delegation", "participants", "people"} for e in near):
        return []
    return list(dict.fromkeys(m.actor.id for m in found if m.at > at and m.marker not in {"topic", "in"}))


def _heads(row: Row, found: tuple[Member, ...]) -> list[tuple[str, str | None]]:
    """Who headed whose delegation, by "led by" and by the verb "to lead"."""
    owners = [m for m in found if m.through in {"delegation", "side"}]
    heads = [(m, m.at) for m in found if m.marker == "lead" and m.actor.person]
    led = [(follower, m) for m in found if m.marker == "lead" and m.through and (follower := _led(found, m))]
    for i, e in enumerate(row.elements):
        if e.kind == "trigger" and _frame(e) == "lead" and any(x.role in {"delegation", "side"} for x in row.elements):
            passive = is_passive(row, i)
            wanted = "by" if passive else "subject"
            heads += [(m, i) for m in found if m.marker == wanted and m.actor.person and not m.through]
    result: list[tuple[str, str | None]] = [(head.actor.id, m.actor.id) for head, m in led[:1]]
    for head, _ in heads[:2]:
        near = sorted((abs(o.at - head.at), o.actor.id) for o in owners if o.actor.id != head.actor.id)
        result.append((head.actor.id, near[0][1] if near else None))
    return result


def _speakers(row: Row, found: tuple[Member, ...]) -> list[str]:
    """Named persons who say something in the row."""
    says = [
        i
        for i, e in enumerate(row.elements)
        if e.kind == "trigger" and _frame(e) == "say" and e.trigger and e.trigger.form != "infinitive"
    ]
    if not says:
        return []
    before = [m.actor.id for m in found if m.actor.person and m.marker == "subject" and not m.through]
    after = [m.actor.id for m in found if m.actor.person and m.marker == "object" and m.at - 1 in says]
    return (before or after)[:1]


# ---- when and where


def _when_and_where(row: Row, nuclei: list[Nucleus], facts: dict[int, Fact], *, final: bool) -> None:
    owner = _owner_final if final else _owner_initial
    for i, e in enumerate(row.elements):
        if e.kind == "date" and e.date and e.date.kind == "date":
            nucleus = owner(row, nuclei, i)
            if nucleus:
                facts[id(nucleus)].dates.insert(0, e.date)  # of several, the one next to the nucleus comes first
        elif e.kind == "place" and e.place and _is_where(row, i, e.place):
            nucleus = owner(row, nuclei, i)
            if nucleus and (nucleus.type == "visit" or not _goes(row, i)):
                facts[id(nucleus)].places.append(e.place)
        elif e.kind == "word" and e.role == "venue":
            nucleus = owner(row, nuclei, i)
            if nucleus:
                facts[id(nucleus)].venue = True


def _goes(row: Row, i: int) -> bool:
    """Tell whether a place is where somebody goes or is sent ("ambassador to Japan"), or an actor's seat before the
    verb ("UNDP in Kazakhstan launched")."""
    before = row.elements[max(0, i - 2) : i]
    if any(e.role == "to" for e in before):
        return True
    verbs = [e for e in row.elements[:i] if e.trigger and e.trigger.form != "noun"]
    seat = len(before) == 2 and before[0].actor is not None and not before[0].actor.person and before[1].role == "in"  # noqa: PLR2004
    governed = i > 2 and row.elements[i - 3].kind == "word" and row.elements[i - 3].role not in {"definite", "and"}  # noqa: PLR2004
    return seat and not verbs and not governed


def _is_where(row: Row, i: int, place: PlaceMention) -> bool:
    """Tell whether a place is where something happens or where somebody goes."""
    if place.kind == "country" and place.case == "adj":
        return False
    if row.passage.language.events.order == "final":
        after = row.elements[i + 1 : i + 3]
        if place.case == "attr":  # "Aşgabatdaky duşuşyk", not "the ambassador in Ashgabat"
            return any(e.trigger is not None and e.trigger.form == "noun" for e in after)
        gone = place.case == "dat" and any(e.trigger is not None and _frame(e) == "arrive" for e in after)
        return place.case in {"loc", "dat"} and not gone
    before = [
        e
        for e in row.elements[max(0, i - 3) : i]
        if e.kind in {"word", "trigger"} and e.role not in {"definite", "and"}
    ]
    last = before[-1] if before else None
    return last is not None and (
        last.role in {"in", "to", "venue"} or (last.kind == "trigger" and _frame(last) == "visit")
    )


def _owner_final(row: Row, nuclei: list[Nucleus], i: int) -> Nucleus | None:
    """The nucleus of a date or place: a participle close after it, unless a subject opens the main clause first."""
    best: Nucleus | None = None
    for at, nucleus, verb in _slots(nuclei):
        if at < i:
            continue
        gap = row.elements[i + 1 : at]
        if nucleus.type == "election" and not nucleus.verbs and len(gap) > 1:
            continue
        subject = any(e.kind == "actor" and e.actor and e.actor.case == "nom" and not _followed(row, e) for e in gap)
        trigger = row.elements[at].trigger
        finite = (verb is not None or nucleus.verbal) and trigger is not None and trigger.form in {"verb", "converb"}
        if subject and not finite and any(n.asserted or n.verbal or n.frames for n in nuclei if n.head > at):
            continue
        if nucleus.during and verb is None and gap and _another(nuclei, nucleus, at):
            continue
        if nucleus.generic and _another(nuclei, nucleus, at):
            continue
        best = nucleus
        break
    return best


def _another(nuclei: list[Nucleus], nucleus: Nucleus, at: int) -> bool:
    return any(n is not nucleus and n.head > at for n in nuclei)


def _owner_initial(row: Row, nuclei: list[Nucleus], i: int) -> Nucleus | None:
    slots = _slots(nuclei)
    before = [s for s in slots if s[0] < i]
    after = [s for s in slots if s[0] > i]
    for at, nucleus, verb in after[:1]:  # "the March 2023 elections"
        if verb is None and all(e.kind == "text" for e in row.elements[i + 1 : at]) and at - i < _CLOSE:
            return nucleus
    for at, nucleus, _ in reversed(before):
        gap = row.elements[at + 1 : i]
        if any((e.kind == "word" and e.role == "stop") or (e.trigger and _frame(e) == "arrive") for e in gap):
            break
        if nucleus.type == "visit" and len(gap) <= _BESIDE and row.elements[i].kind == "place":
            return nucleus
        if nucleus.during and (main := _main_after(after, nucleus)):
            return main
        return nucleus
    if any(e.trigger and _frame(e) == "arrive" for e in row.elements[:i]) and row.elements[i].kind == "place":
        return None
    main = next((n for _, n, _ in after if not n.during), None)
    return main or (after[0][1] if after else (before[-1][1] if before else None))


def _main_after(after: Iterable[tuple[int, Nucleus, int | None]], nucleus: Nucleus) -> Nucleus | None:
    return next((n for _, n, _ in after if n is not nucleus and not n.during), None)
