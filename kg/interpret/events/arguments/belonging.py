"""What belongs to a noun of events in the genitive: people, and who is spoken of with it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.event_types import TALKS
from kg.interpret.events.sentence.groups import separates
from kg.language.russian import opening_plural, predicate

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Clause, Slot
    from kg.interpret.events.sentence.groups import Member
    from kg.interpret.events.sentence.row import Actor, Element, Row

# Elements between a visit and whose it is: "визит в Осло".
_OWNER = 4
# Elements from "cooperation" past its field to those between whom it is.
_FIELD = 10
_APOSTROPHES = frozenset("'’`")
# Frames of verbs whose passive has an agent behind where and when it was done.
_DONE_BY = frozenset({"welcome", "receive", "meet", "lead", "chair", "open", "attend", "discuss"})
# Elements from "was welcomed" to "by".
_GREETED = 10
# Roles of words for those whom somebody heads.
_SIDES = frozenset({"side", "delegation"})
# Elements of an aside between commas.
_ASIDE = 5


def whose(row: Row, i: int) -> bool:
    """Tell people in the genitive behind a noun of a visit or a meeting: "визит правительственной [делегации]"."""
    form, k = row.elements[i].form, i - 1
    while k > 0 and row.elements[k].kind == "text":
        k -= 1
    joining = any(e.frame == "attend" for e in row.elements[max(0, k - 2) : max(0, k)])  # "участие в сессии делегации"
    return form is not None and "gen" in form.cases and of_event(row.elements[max(0, k)]) and not joining


def of_visit(row: Row, i: int) -> bool:
    """Tell an actor behind a noun of a visit or a meeting, where it goes and plain words left aside."""
    for k in range(i - 1, max(-1, i - 1 - _OWNER), -1):
        e = row.elements[k]
        if of_event(e):
            return True
        if not (e.kind == "place" or e.role == "in" or (e.kind == "text" and k > 0 and row.elements[k - 1].place)):
            return False
    return False


def of_event(element: Element) -> bool:
    """Tell a noun of a visit or a meeting."""
    trigger = element.trigger
    return trigger is not None and trigger.form == "noun" and trigger.type in {"visit", "meeting", "call", "session"}


def of_noun(clause: Clause, member: Member) -> bool:
    """Tell a genitive right behind a plain noun, which it belongs to: "на сессии прозвучал доклад министра"."""
    before = clause.row.elements[member.at - 1] if member.at else None
    language = clause.row.passage.language
    if before is None or before.kind != "text":
        return False
    word = clause.row.norm(before)
    if word in language.events.acting or word in language.posts.honorifics:
        return False  # "встреча и.о. [министра] с послом", "принял коллегу [Олега Вегу]"
    found = language.analyse(word)
    return bool(found) and all(a.case in {"nom", "acc"} for a in found)


def done_between(row: Row, start: int, end: int) -> bool:
    """Tell a Russian predicate between two elements: "В ходе [встречи] была дана оценка деятельности [фонда]"."""
    gap = row.elements[start + 1 : end]
    return any(e.is_trigger("verb") for e in gap) or _done(row, start, end)


def _done(row: Row, start: int, end: int) -> bool:
    """Tell a Russian predicate between two elements that tells of no event."""
    gap = pairwise(row.elements[start + 1 : end + 1])
    return any(e.kind == "text" and predicate(row.norm(e)) and not after.frame for e, after in gap)


def of_other_deed(clause: Clause, slot: Slot, member: Member) -> bool:
    """Tell what was done on somebody's initiative as others say: "отмечено, что по инициативе [N] создан центр"."""
    row, start = clause.row, slot.at + 1
    if member.marker != "organiser":
        return False
    if member.at < slot.at:
        return clause.cases and _done(row, member.last, slot.at)
    said = next((i for i in range(start, member.at) if row.elements[i].frame == "say"), member.at)
    return any(e.role == "stop" for e in row.elements[said : member.at])


def discussed_with(row: Row, i: int) -> bool:
    """Tell "with" before a person, with whom something is discussed: "cooperation [with] the minister, N".

    "обсудил вопросы судоходства [с] послом".
    """
    if row.passage.language.head_final or row.elements[i].role != "with":
        return False
    after = next((e for e in row.elements[i + 1 : i + 4] if e.kind in {"actor", "comma", "trigger"}), None)
    return after is not None and after.actor is not None and after.actor.person


def possessive(row: Row, i: int) -> bool:
    """Tell a genitive that precedes what it owns: "the President's visit", "Kallas’ trip"."""
    word, tokens = row.norm(row.elements[i]), row.tokens
    if row.passage.language.genitive(word):
        return True
    after = row.elements[i + 1 : i + 3]
    mark = len(after) > 1 and after[0].kind == "mark" and row.norm(after[0]) in _APOSTROPHES
    touches = mark and tokens[after[0].first].start == tokens[row.elements[i].last - 1].end
    apart = touches and tokens[after[1].first].start > tokens[after[0].first].end
    return touches and (word.endswith("s") if apart else row.norm(after[1]) == "s")  # "the President`s visit"


def standing(word: Element) -> bool:
    """Tell whether a word is of standing delegations in the plural, "OSCE missions", which go nowhere."""
    return word.role == "delegation" and word.form is not None and word.form.plural


def governed(row: Row, i: int) -> bool:
    """Tell whether "by" belongs to a verb: "was received by", "instructions given by"."""
    if not i:
        return False
    before = row.elements[i - 1]
    if row.passage.language.analytic and _greeted(row, i):
        return True
    if before.place is not None and row.passage.language.analytic:
        visit = row.elements[max(0, i - 4) : i - 1]
        return any(e.trigger is not None and e.trigger.type == "visit" for e in visit)  # "the visit to Oslo by the"
    if before.kind == "comma" and row.passage.language.analytic:
        before = _before_aside(row, i - 1)
    passive = row.norm(before).endswith(row.passage.language.events.passives)
    return before.kind == "trigger" or (before.kind == "text" and passive)


def _before_aside(row: Row, i: int) -> Element:
    """What stands before some words between commas, of which the second is at `i`: "[attended], among others, by"."""
    k = next((k for k in range(i - 1, max(0, i - _ASIDE), -1) if row.elements[k].kind != "text"), 0)
    return row.elements[k - 1] if k and row.elements[k].kind == "comma" else row.elements[i]


def again(row: Row, i: int) -> bool:
    """Tell "by" once more: "a speech by N and [by] M", "was headed by N, the Latvian side – [by] M"."""
    k, standing_for = i - 1, row.passage.language.events.standing_for
    while k > 0 and ((e := row.elements[k]).kind == "mark" or e.role in _SIDES or row.norm(e) in standing_for):
        k -= 1
    return k < i - 1 or row.elements[k].role == "and" or _for_another(row, i)


def _for_another(row: Row, i: int) -> bool:
    """Tell "by" behind the next one represented: "was represented by N, and Norway [by] M"."""
    k = i - 1
    while k > 0 and ((e := row.elements[k]).place is not None or e.role == "definite" or (e.actor and e.actor.country)):
        k -= 1
    return k < i - 1 and separates(row.elements[k])


def _greeted(row: Row, i: int) -> bool:
    """Tell a passive before where it was done: "was welcomed at the airport [by] the minister"."""
    for k in range(i - 1, max(0, i - _GREETED), -1):
        e = row.elements[k]
        if e.kind == "comma" or e.role == "stop":
            return False
        if e.trigger is not None and e.trigger.form != "noun":
            return e.frame in _DONE_BY and row.elements[k - 1].role in {"passive", "and"}
    return False


def adjective(row: Row, e: Element, after: Element) -> bool:
    """Tell a word for a person that qualifies a noun: "received an [official] invitation from the chair"."""
    plain = after.kind == "text" and row.tokens[after.first].text.islower()
    return plain and e.form is not None and not e.form.plural


def of_topic(row: Row, i: int, *, told: bool) -> bool:
    """Tell "with" or "between" of what talks are about, by a noun before it or since a topic is `told`.

    Those between whom talks are held may stand behind it: "диалог по правам человека [между] Чили и Перу", in English
    persons: "a meeting on trade [between] Minister N and Minister M".
    """
    if _relation(row, i):
        return not _signed_there(row, i)
    last = next((row.elements[k].trigger for k in reversed(row.triggers) if k < i), None)
    who = row.passage.language.fusional or _leads_to_person(row, i)
    talks = who and last is not None and last.form == "noun" and last.type in TALKS
    return told and not (talks and row.elements[i].role == "between")


def _signed_there(row: Row, i: int) -> bool:
    """Tell who signs at an English ceremony: "a ceremony was held to sign a memorandum [between] X and Y"."""
    if row.elements[i].role != "between" or not row.passage.language.analytic:
        return False
    start, entries = row.start(row.elements[i]), row.passage.language.events.by_lemma
    signs = any(getattr(entries[t.lemma], "frame", "") == "sign" and t.start < start for t in row.passage.triggers)
    nouns = (row.elements[k] for k in row.triggers if k < i and row.elements[k].is_trigger("noun"))
    ceremony = any(getattr(e.entry, "generic", False) and e.trigger and e.trigger.type == "other" for e in nouns)
    return signs and ceremony


def _leads_to_person(row: Row, i: int) -> bool:
    """Tell whether the first actor behind a preposition is a person."""
    first = next((e.actor for e in row.elements[i + 1 : i + 1 + _OWNER] if e.actor is not None), None)
    return first is not None and first.person


def _relation(row: Row, i: int) -> bool:
    """Tell whether a noun such as "cooperation" stands just before, with its owner or without."""
    before = row.elements[max(0, i - _OWNER) : i]
    at = next((n for n, e in enumerate(before) if e.role == "relation"), None)
    kinds = {"text", "actor", "place"}
    if row.elements[i].role == "between" and row.passage.language.analytic and not _leads_to_person(row, i):
        fields = row.elements[max(0, i - _FIELD) : i]
        near = next((n for n, e in enumerate(fields) if e.role == "relation"), len(fields))
        roles = {"of", "definite", "in", "and"}
        if fields[near:] and all(e.kind == "text" or e.role in roles for e in fields[near + 1 :]):
            return True  # "cooperation in the field of trade [between] X and Y"
    if before and row.passage.language.analytic and row.norm(before[-1]) in row.passage.language.events.founding:
        return True  # "within the framework of a document signed [between] X and Y"
    return at is not None and all(e.kind in kinds or e.role in {"of", "definite"} for e in before[at + 1 :])


def gone_to(row: Row, i: int) -> bool:
    """Tell "of" behind where a visit goes: "the visit to Norway [of] the minister"."""
    near = row.elements[max(0, i - _OWNER - 1) : i]
    visit = next((e.trigger for e in near if e.is_trigger("noun")), None)
    return visit is not None and visit.type == "visit" and any(e.role == "to" for e in near)


def holder(row: Row, i: int) -> bool:
    """Tell who holds the office whose words stand before: "the Mayor of the southern capital [N]"."""
    k = i - 1
    while k > 0 and row.elements[k].kind in {"text", "place"}:
        k -= 1
    k -= row.elements[k].role == "definite"
    whose = row.elements[k].role == "of" and k < i - 1 and row.elements[i - 1].role != "definite"
    head = row.norm(row.elements[k - 1]) if whose and k else ""
    hit = row.passage.language.post_heads.find(head) if head else None
    return hit is not None and not hit.analysis.number


def untitled(row: Row, i: int) -> int:
    """Index where the honorifics before a person begin: "in May, [Mr.] N", "with [H.E. Ms.] M"."""
    honorifics = row.passage.language.posts.honorifics
    while i > 1 and row.norm(row.elements[i - 1]) == ".":
        word = row.norm(row.elements[i - 2])
        if word not in honorifics and len(word) > 1:
            break
        i -= 2
    return i


def bare_name(row: Row, i: int) -> bool:
    """Tell a name without a title, which may go on with a list in another case: "у послов Чили А и Перу Б"."""
    first = row.tokens[row.elements[i].first]
    office = row.elements[i - 1].actor if i else None  # "по приглашению [мэра] Иван Ким посетил"
    titled = office is not None and office.id[0] == "t"
    return first.text[0].isupper() and not titled and row.passage.language.post_heads.find(first.norm) is None


def led_by_heads(row: Row, i: int, actor: Actor) -> str:
    """What a title in the plural right before a body makes of it: "[главы] МИД Чили и Перу" are its people."""
    before = row.elements[i - 1] if i and row.passage.language.fusional else None
    if before is None or before.kind != "text" or actor.person or actor.country:
        return ""
    word = row.norm(before)
    hit = row.passage.language.post_heads.find(word)
    return "people" if hit is not None and (hit.analysis.number or opening_plural(word)) else ""
