"""Events that no noun of their own names: a body's sitting, and what is told by a verb or a pronoun alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.errands import will_do
from kg.interpret.events.nuclei.nucleus import Nucleus
from kg.interpret.events.nuclei.ordinals import ordinal_of, written
from kg.interpret.events.nuclei.voice import ends_there, is_passive, is_reduced
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Row

# Frames of verbs that need no noun where the event was spoken of before.
_BARE = frozenset({"attend", "speak", "heard", "chair", "open", "organise"})
# Elements from a verb to the body at whose sitting it is.
_CLOSE = 4
# Elements from "hosted" to whom somebody has as a guest.
_GUEST = 7
# Elements from "between" to the verb.
_WIDE = 8
# Elements from a body with the states that have it together to the verb.
_FAR = 12


def sitting(row: Row, i: int) -> Nucleus | None:
    """An institution's name for its sitting: "at the Council held on 5 May"; or how long a pronoun's event goes on."""
    if row.passage.language.head_final:
        return _goes_on(row, i) or _assembly(row, i) or _held_there(row, i)
    before, entry = row.elements[i - 1] if i else None, row.elements[i].entry
    if entry is not None and (counted := _counted_body(row, i)) is not None:
        return Nucleus(row, i, "session", entry, frames=[row.elements[i].frame], ordinal=counted[0], sits=counted[1])
    if entry is not None and (held := _body_held(row, i)) is not None:
        return held
    if entry is not None and getattr(entry, "gathers", False) and ends_there(row, i) and not is_passive(row, i):
        body = before is not None and before.actor is not None and not before.actor.person
        return Nucleus(row, i, "session" if body else "meeting", entry, frames=["meet"])
    if before is None or before.actor is None or before.actor.person or entry is None or not is_reduced(row, i):
        return None
    return Nucleus(row, i, "session", entry, frames=["occur"], sits=i - 1)


def _assembly(row: Row, i: int) -> Nucleus | None:
    """A body that sits, said to be held: "Одақтың V Бас Ассамблеясы Ошта өтті"."""
    e, sits = row.elements[i], row.passage.language.events.sitting
    if e.frame != "occur" or e.entry is None or e.trigger is None or e.trigger.form not in {"verb", "converb"}:
        return None
    for k in range(i - 1, max(-1, i - _WIDE), -1):
        x, actor = row.elements[k], row.elements[k].actor
        day = k > 0 and x.kind == "text" and row.elements[k - 1].kind == "date"  # "26 қазан күні"
        if day or x.kind in {"place", "date"} or (actor is not None and actor.case == "loc" and not actor.person):
            continue
        words = row.norm(x).split()
        before = [row.norm(e) for e in row.elements[max(0, k - 2) : k] if x.kind == "text"]  # "V Бас Ассамблеясы"
        numbered = next(filter(None, map(ordinal_of, before)), None)
        if numbered is not None and words[-1].startswith(sits):  # "төрағалардың IX Кеңесі өтті"
            return Nucleus(row, i, "session", e.entry, verbs=[i], frames=["occur"], ordinal=numbered, sits=k)
        if actor is None or actor.person or actor.case not in {"nom", ""} or not words[-1].startswith(sits):
            return None
        counted = next(filter(None, map(ordinal_of, words)), None)
        return Nucleus(row, i, "session", e.entry, verbs=[i], frames=["occur"], ordinal=counted, sits=k)
    return None


def _held_there(row: Row, i: int) -> Nucleus | None:
    """A body's sitting at which somebody speaks, by the body that is said to have sat: "[өткен] Кеңесте сөйледі"."""
    e, sits = row.elements[i], row.passage.language.events.sitting
    if e.frame != "speak" or e.entry is None or e.trigger is None or e.trigger.form not in {"verb", "converb"}:
        return None
    for k in range(i - 1, max(0, i - _FAR), -1):
        actor, before = row.elements[k].actor, row.elements[k - 1]
        if actor is None or actor.person or actor.case != "loc":
            continue
        held = before.frame == "occur" and before.is_trigger("participle")
        if held and row.norm(row.elements[k]).split()[-1].startswith(sits):
            return Nucleus(row, i, "session", e.entry, verbs=[k - 1, i], frames=["occur", "speak"], sits=k)
        return None
    return None


def _counted_body(row: Row, i: int) -> tuple[int, int] | None:
    """Number and index of a body at whose sitting somebody is: "took part in the [32nd] Council of Ministers"."""
    if row.elements[i].frame not in {"attend", "speak"} or row.passage.language.head_final:
        return None
    for j in range(i + 1, min(i + _CLOSE + 1, len(row.elements))):
        e, words = row.elements[j], row.norm(row.elements[j]).split()
        if e.actor is not None:
            before = [w for x in row.elements[i + 1 : j] for w in row.norm(x).split()]
            number = next(filter(None, map(ordinal_of, [*before, *words])), None) if row.sits(e) else None
            return None if number is None else (number, j)
    return None


def _body_held(row: Row, i: int) -> Nucleus | None:
    """A numbered body that was held: "The [16th] Joint Commission between Chile and Peru [was held] in Oslo"."""
    e = row.elements[i]
    if e.entry is None or not row.passage.language.analytic:
        return None
    if not (e.frame == "occur" or (e.frame == "hold" and is_passive(row, i))):
        return None
    for k in range(i - 1, max(-1, i - _FAR), -1):
        x = row.elements[k]
        which = x.kind == "comma" and row.elements[k + 1].role == "stop"  # "the 16th Commission, which was held"
        if x.actor is None and x.place is None and not which and x.kind not in {"word", "date"}:
            return None
        if not row.sits(x):
            continue
        before = row.elements[k - 1] if k else x
        counted = written(row, before) if before.role == "ordinal" else ordinal_of(row.norm(before))
        counted = counted or next(filter(None, map(ordinal_of, row.norm(x).split())), None)
        if counted:
            return Nucleus(row, i, "session", e.entry, verbs=[i], frames=["occur"], ordinal=counted, sits=k)
        return None
    return None


def bare(row: Row, i: int, roles: frozenset[str]) -> Nucleus | None:
    """A verb about an event that a pronoun names ("Oňa … gatnaşdylar"), or that nothing names."""
    e = row.elements[i]
    frame = e.frame
    if (told := _told_by_verb(row, i, roles)) is not None:
        return told
    if frame in {"occur", "hold"} and e.entry is not None and _it_was(row, i):
        return Nucleus(row, i, "", e.entry, verbs=[i], frames=["occur"], definite=True, generic=True)
    held = frame == "hold" and e.trigger is not None and e.trigger.form == "verb" and _object(row, i)
    if not (frame in _BARE or held) or e.trigger is None or e.entry is None or _said_elsewhere(row, i):
        return None  # "Оны министр жүргізді"
    if e.trigger.form == "infinitive" and not _coming(row, i):
        # "ТМД-ға төрағалық ету тұжырымдамасы": chairing as a noun is the chairmanship itself.
        chairing = frame == "chair" and row.passage.language.head_final
        return Nucleus(row, i, "office", e.entry, definite=True, during="during") if chairing else None
    named = not roles.isdisjoint({"it", "him"} if row.passage.language.head_final else {"it"})
    done = frame == "organise" and not (e.trigger.form == "verb" and _object(row, i))
    done = done or (frame == "attend" and bool(getattr(e.entry, "phase", "")))  # "приступило к расследованию"
    if done or (frame == "open" and not named) or (frame in {"attend", "chair"} and _joins_body(row, i)):
        return None
    return Nucleus(row, i, "", e.entry, frames=[frame], definite=True, generic=True)


def _told_by_verb(row: Row, i: int, roles: frozenset[str]) -> Nucleus | None:
    """An event that a verb tells of without a noun, by who stands beside it."""
    e = row.elements[i]
    if e.entry is None:
        return None
    if e.frame == "occur" and _between_two(row, i):
        return Nucleus(row, i, "call" if "phone" in roles else "meeting", e.entry, frames=["occur"])
    if getattr(e.entry, "stays", False) and _stays_there(row, i):
        return Nucleus(row, i, "visit", e.entry, frames=["visit"])
    if getattr(e.entry, "hosts", False) and _person_next(row, i):
        return Nucleus(row, i, "meeting", e.entry, frames=["receive"])
    return None


def _stays_there(row: Row, i: int) -> bool:
    """Tell who is somewhere abroad or in a town: "Делегация 5-7 мамырда Чилиде [болды]", "Анна Берг Ошта болады".

    Without a day a person is, or a delegation that somebody leads; with one the place may stand before a delegation.
    """
    trigger, there = row.elements[i].trigger, row.elements[i - 1].place if i else None
    finite = trigger is not None and trigger.form == "verb" and not trigger.negated
    if not (row.passage.language.head_final and finite and i):
        return False
    dated = any(e.date is not None and e.date.kind == "date" for e in row.elements[:i])
    if there is None:
        return dated and row.elements[i - 1].role == "delegation" and _at_place(row, i - 1)
    for k in range(i - 2, max(-1, i - _WIDE), -1) if there.case == "loc" else ():
        e = row.elements[k]
        if e.trigger is not None or e.kind == "comma":
            return False
        if e.role == "delegation" or (e.actor is not None and e.actor.case in {"nom", ""}):
            led = k > 0 and "lead" in {row.elements[k - 1].role, row.elements[k - 2].role}
            return dated or led or (e.actor is not None and e.actor.person)
    return False


def _at_place(row: Row, i: int) -> bool:
    """Tell a place where somebody is, before an index, with no other word of events between."""
    for e in reversed(row.elements[max(0, i - _FAR) : i]):
        if e.trigger is not None:
            return False
        if e.place is not None:
            return e.place.case == "loc"
    return False


def _person_next(row: Row, i: int) -> bool:
    """Tell whom somebody has as a guest: "hosted his [counterpart N] at the ministry", "a delegation of the [Bank]"."""
    near = row.elements[i + 1 : i + 1 + _GUEST]
    people = any(e.role in {"people", "delegation"} for e in near)
    beside = {*ARTICLES, "people", "delegation", *(("of", "from") if people else ())}
    apart = {"text", "place", "comma"} if people else {"text", "place"}  # "hosted his counterpart, General N"
    after = (e for e in near if e.role not in beside and e.kind not in apart)
    guest = next(after, None) if row.passage.language.analytic else None
    return guest is not None and guest.actor is not None and (guest.actor.person or people)


def _about(row: Row, i: int) -> bool:
    """Tell what somebody only speaks about, and a noun's participle: "[speaking] about trade", "a law [addressing]"."""
    topic = [e.role for e in row.elements[i + 1 : i + 2]] == ["topic"]
    noun = row.elements[i].is_trigger("participle", "present") and [e.kind for e in row.elements[:i][-1:]] == ["text"]
    return row.elements[i].frame == "speak" and row.passage.language.analytic and (topic or noun)


def _it_was(row: Row, i: int) -> bool:
    """Tell a clause that tells when or where the event told of before takes place: "It will be [held] in Osh"."""
    first = next((n for n, e in enumerate(row.elements[: _CLOSE + 1]) if e.role == "it"), None)
    passive = row.elements[i].frame == "occur" or is_passive(row, i)
    if first is None or not passive or row.passage.language.head_final or i - first > _CLOSE + 2:
        return False
    when = any(e.kind in {"date", "place"} for e in row.elements)
    return when and all(e.kind in {"word", "text"} and e.actor is None for e in row.elements[first + 1 : i])


def _said_elsewhere(row: Row, i: int) -> bool:
    """Tell a verb of speaking that tells of no speech at the event."""
    return _about(row, i) or _before_body(row, i) or _is_as(row, i)


def _before_body(row: Row, i: int) -> bool:
    """Tell who speaks where a body sits, not at the event told of before: "Анна Берг Одақ [кеңесінде] сөз сөйледі"."""
    there = any(e.actor is not None and not e.actor.person and e.actor.case == "loc" for e in row.elements[:i])
    return there and row.elements[i].frame == "speak" and row.passage.language.head_final


def _is_as(row: Row, i: int) -> bool:
    """Tell a verb that only says what somebody was: "[выступило] организатором форума" is no speech."""
    events = row.passage.language.events
    nouns = events.organising | events.moderating | events.presiding
    near = row.elements[max(0, i - _CLOSE) : i + _CLOSE] if row.elements[i].frame == "speak" else ()
    return row.norm(row.elements[i]) in events.copulas and any(row.norm(e) in nouns for e in near)


def _coming(row: Row, i: int) -> bool:
    """Tell what somebody will do at an event told of before: "The minister will also [speak]"."""
    if not row.passage.language.analytic or row.elements[i].frame not in {"attend", "speak", "chair"}:
        return False
    k = i - 1
    while k > 0 and row.elements[k].role in {"and", "to"}:
        k -= 1
    who = row.elements[k - 1 - (row.elements[k - 1].kind == "comma")] if k > 1 else row.elements[0]
    return row.elements[max(k, 0)].role == "planned" and (who.actor is not None or who.role in {"he", "people"})


def _goes_on(row: Row, i: int) -> Nucleus | None:
    """What a pronoun that opens the sentence is said to last until: "Ol 5-nji maýa [çenli dowam eder]"."""
    e = row.elements[i]
    if e.entry is None or getattr(e.entry, "phase", "") != "end" or row.elements[0].role != "he":
        return None
    return Nucleus(row, i, "", e.entry, verbs=[i], frames=["occur"], definite=True, generic=True)


def _object(row: Row, i: int) -> bool:
    """Tell a verb whose object a pronoun opens its clause with: "Оны елшілік ұйымдастырды", "форум өтті, [оны] …"."""
    if not row.passage.language.head_final or i <= 1:
        return False
    pronoun = next((k for k in reversed(row.at("him")) if k < i), None)
    return pronoun is not None and (pronoun == 0 or row.elements[pronoun - 1].kind == "comma")


def _between_two(row: Row, i: int) -> bool:
    """Tell what took place between two persons, by whatever noun: "A bilen B-niň arasynda pikir alşyk boldy"."""
    between = next((k for k in range(i - 1, max(0, i - _WIDE), -1) if row.elements[k].role == "between"), None)
    trigger = row.elements[i].trigger
    if between is None or trigger is None or trigger.form != "verb" or not row.passage.language.head_final:
        return False
    pair = [e.actor for e in row.elements[max(0, between - _CLOSE) : between] if e.actor is not None]
    told = any(e.kind in {"trigger", "comma"} for e in row.elements[between:i])
    return len(pair) > 1 and all(actor.person for actor in pair) and not told


def _joins_body(row: Row, i: int) -> bool:
    """Tell taking part in a body's work from taking part in an event: "Geňeşe synçy derejesinde gatnaşýar"."""
    before = row.elements[max(0, i - _CLOSE) : i]
    language = row.passage.language
    if language.analytic:  # "Chile joined the Bank in 1998"
        after = next((e for e in row.elements[i + 1 : i + 3] if e.role != "definite"), None)
        return after is not None and after.actor is not None and not after.actor.person
    if not language.head_final:  # "принял участие в создании ассоциации"
        pair = row.elements[i + 1 : i + 3]
        in_it = len(pair) > 1 and pair[0].role == "in" and row.norm(pair[0]) in language.events.inside
        return in_it and pair[1].kind == "text" and row.norm(pair[1]) not in language.events.itself
    words = [row.norm(e) for e in before if e.kind == "text"]
    heads = [hit.analysis for w in words if (hit := language.institution_heads.find(w))]
    bare = any(a.case == "dat" or (a.case == "nom" and not a.possessive and a.stem[-1] in "aä") for a in heads)
    bare = bare or will_do(row, i)
    return bare or any(e.actor and not e.actor.person and e.actor.case == "dat" for e in before)


def pronoun(row: Row, roles: frozenset[str]) -> Nucleus | None:
    """A pronoun for the event with those present ("It brought together"), or words that need none."""
    role = "it" if {"it", "present"} <= roles else "organised-it" if "organised-it" in roles else "spoken"
    if role not in roles:
        return None
    at = row.at(role)[0]
    if row.norm(row.elements[at]).endswith(" from") and any(e.frame == "say" for e in row.elements[:at][-_CLOSE:]):
        return None  # "The guest conveyed warm greetings from the President"
    entry = next(noun for noun in row.passage.language.events.nouns if noun.generic)
    return Nucleus(row, at, "", entry, definite=True, generic=True)
