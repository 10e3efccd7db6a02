"""Nouns that a verb is about across another clause: "the meeting that N held", "took place and was opened by N"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.nuclei.determiners import DETERMINERS
from kg.interpret.events.nuclei.voice import is_passive, is_reduced
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element, Row

# Elements from "that" to the verb of its clause, and back to the noun that it stands for, over a long title.
_BESIDE = 5
_FAR_BACK = 24
# Elements from the comma before a clause to its "which", prepositions between.
_WHICH = 4
# Elements from the noun before a Russian clause, its comma and "which" to the verb, and the frames of what is held.
_CLAUSE = 3
_HOLDING = frozenset({"hold", "organise", "open", "chair"})
# Roles of words in the predicate of a clause, behind which "which" stands for nothing in its subject.
_PREDICATED = frozenset({"passive", "participants"})
# Frames of verbs whose objects may be a list of events.
LISTED = frozenset({"attend", "speak", "hold", "organise"})
# Those before a noun that tells of the object of "held": "paid attention to the organisation of the [forum]".
_OF_HELD = frozenset({"to", "topic", "beneficiary"})
# Roles of words within the name of an event.
_INSIDE = frozenset({"and", "in", "topic", "people", "relation", "aspect", "participants", "ordinal", "series"})


def shared(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun of the verb to which a passive is joined: "the [forum] took place in Oslo and was opened by N"."""
    verb = next((k for k in reversed(row.triggers) if k < i and row.elements[k].frame), None)
    gap = row.elements[verb + 1 : i] if verb is not None else ()
    at = next((n for n, e in enumerate(gap) if e.role == "and" and [x.role for x in gap[n + 1 :]] == ["passive"]), None)
    return (
        next((n.at for n in nuclei.values() if verb in n.verbs and n.at < (verb or 0)), None)
        if at is not None
        else None
    )


def share_case(row: Row, nuclei: Mapping[int, Nucleus]) -> None:
    """Give Russian nouns of a list the verb of the first: "выступил на форуме доноров, [конференции] и совещании".

    Of subjects behind their verb it may agree with the first alone: "Состоится заседание совета, а также [форум]".
    """
    run: list[Nucleus] = []
    for at in sorted(nuclei):
        noun = nuclei[at]
        if run and noun.untold and _same_list(row, run[-1], noun):
            run.append(noun)
            continue
        _tell_all(run)
        told = noun.verbs and not noun.verbal and not noun.during and not noun.plural
        run = [noun] if told and (set(noun.frames) <= LISTED or _of_several(row, noun) or _occurs(noun)) else []
    _tell_all(run)


def share_subjects(row: Row, nuclei: Mapping[int, Nucleus]) -> None:
    """Give Russian nouns of a list the verb in the plural behind the last: "[заседание] и форум состоятся 5 мая"."""
    for left, right in reversed(list(pairwise(sorted(nuclei)))):
        first, last = nuclei[left], nuclei[right]
        behind = last.verbs and min(last.verbs) > right and not (last.verbal or last.during or last.plural)
        if behind and first.untold and _of_several(row, last) and _same_list(row, first, last):
            first.verbs, first.frames, last.novel = [*last.verbs], [*last.frames], True


def _of_several(row: Row, noun: Nucleus) -> bool:
    """Tell a noun in the singular whose only verb is in the plural, so that it takes place with others."""
    only = noun.frames == ["occur"] and len(noun.verbs) == 1
    return only and not noun.plural and russian.plural(row.norm(row.elements[noun.verbs[0]]))


def _occurs(noun: Nucleus) -> bool:
    """Tell a subject behind the verb by which it takes place."""
    return noun.frames == ["occur"] and noun.last_verb < noun.at


def _tell_all(run: Sequence[Nucleus]) -> None:
    for noun in run[1:]:
        noun.verbs, noun.frames, noun.novel = [*run[0].verbs], [*run[0].frames], True


def _same_list(row: Row, first: Nucleus, noun: Nucleus) -> bool:
    """Tell two nouns in one case that a comma or "and" joins, with nothing but modifiers behind it."""
    gap = row.elements[first.head + 1 if first.head < noun.at else first.at + 1 : noun.at]
    joint = next((n for n in range(len(gap) - 1, -1, -1) if gap[n].kind == "comma" or gap[n].role == "and"), None)
    behind = {"ordinal", "series"} if _occurs(first) else {"in", "ordinal", "series"}
    if joint is None or not all(e.kind == "text" or e.role in behind for e in gap[joint + 1 :]):
        return False
    plain = (e.kind in {"text", "comma", "mark", "date", "place"} or e.role in _INSIDE or _body(e) for e in gap[:joint])
    return all(plain) and not set(first.element.cases).isdisjoint(noun.element.cases)


def _body(e: Element) -> bool:
    return e.actor is not None and not e.actor.person


def set_behind(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun right before a verb without a subject: "the meeting [held] in May", "the visit, to [take place] in May".

    Where word order alone tells, where it goes and a comma may stand between.
    """
    reduced = is_reduced(row, i)
    if reduced and i - 1 in nuclei and not nuclei[i - 1].verbal:
        return i - 1
    before, k = row.elements[i - 1] if i else None, i - 1
    aim = before is not None and (before.role == "to" or row.norm(before) == "to be")
    if not row.passage.language.analytic or not (reduced or aim) or row.elements[i].frame not in {"hold", "occur"}:
        return None
    k -= 1 if aim else 0
    k -= row.elements[k].kind == "comma"
    if k > 1 and row.elements[k].kind == "place" and row.elements[k - 1].role in {"to", "in"}:
        k -= 2
    framed = k in nuclei and not nuclei[k].verbal and bool(nuclei[k].during)
    return k if framed else None


def which_held(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun right before a clause that tells who held it: "the [meeting] that the minister held with N"."""
    stop = next((j for j in range(i - 1, max(0, i - _BESIDE), -1) if row.elements[j].role == "stop"), 0)
    at = stop - 1 - (row.elements[stop - 1].kind == "comma")
    held = stop and at in nuclei and not nuclei[at].verbal
    return at if held and any(e.actor is not None or e.role == "he" for e in row.elements[stop:i]) else None


def held_of_which(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun in any case that a Russian object right before a verb stands for: "на [форуме], который открыл мэр"."""
    if not row.passage.language.fusional or i < _CLAUSE or row.elements[i].frame not in _HOLDING or is_passive(row, i):
        return None
    comma, which = row.elements[i - 2 : i]
    if comma.kind != "comma" or which.role != "stop" or which.form is None or "acc" not in which.form.cases:
        return None
    for j in range(i - _CLAUSE, max(-1, i - _CLAUSE - _BESIDE), -1):
        if j in nuclei:
            return None if nuclei[j].verbal or nuclei[j].during else j
        if row.elements[j].trigger is not None or row.elements[j].kind == "comma":
            return None
    return None


def present_during(row: Row, i: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun right after "during" behind a verb of attending: "were also present during the [meetings]"."""
    after = range(i + 1, min(i + _BESIDE, len(row.elements)))
    during = i + 1 < len(row.elements) and row.elements[i + 1].role == "during"
    noun = next((j for j in after if row.elements[j].trigger is not None), None) if during else None
    if noun is None or noun not in nuclei or nuclei[noun].verbal:
        return None
    nuclei[noun].during = ""
    return noun


def before_which(row: Row, i: int) -> int:
    """Index of the comma before the Russian clause that ends right before the verb `i`, else `i` itself.

    "Встреча[,] в которой участвовали послы, прошла".
    """
    if not row.passage.language.fusional or i == 0 or row.elements[i - 1].kind != "comma":
        return i
    stop = next((j for j in range(i - 2, max(0, i - _FAR_BACK), -1) if row.elements[j].role == "stop"), 0)
    comma = next((j for j in range(stop, max(0, stop - _WHICH), -1) if row.elements[j].kind == "comma"), i)
    return comma if stop else i


def clause_of(row: Row, i: int) -> int | None:
    """Index of the "which" of the clause whose only verb is the passive at `i`: "which is being [held] in Oslo"."""
    stop = next((j for j in range(i - 1, max(-1, i - _BESIDE), -1) if row.elements[j].role == "stop"), None)
    if stop is None or row.norm(row.elements[stop]) in row.passage.language.events.who:
        return None
    if any(e.trigger is not None for e in row.elements[stop + 1 : i]):
        return None
    plain = (e.kind == "text" or e.role in {"stop", "passive", "planned"} for e in row.elements[stop:i])
    return stop if all(plain) else None


def before_clause(row: Row, stop: int, nuclei: Mapping[int, Nucleus]) -> int | None:
    """The noun for which "which" stands: "the [conference], which is being held in Oslo"."""
    for k in range(stop - 1, max(-1, stop - _FAR_BACK), -1):
        if k in nuclei and not nuclei[k].verbal:
            return k
        if row.elements[k].role in _PREDICATED:
            return None  # "the subject of the talks was the Assembly, which will be held"
    return None


def of_object(row: Row, i: int, noun: int) -> bool:
    """Tell a noun that only tells of the object of a verb: "spoke of the decisions of the [meeting]"."""
    roles = {e.role for e in row.elements[i + 1 : noun]}
    if row.elements[i].frame == "organise" and "in" in roles:
        what = row.elements[i + 1 + (row.elements[i + 1].role in ARTICLES)]
        return what.kind == "text"  # "launched the programme at a [ceremony]"
    if row.elements[i].frame == "speak":
        return "of" in roles and "participants" not in roles  # "addressed the participants of the [forum]"
    gap = row.elements[i + 1 : noun]
    plain = all(e.kind == "text" or e.role in DETERMINERS for e in gap[1:])
    if gap and gap[0].role == "beneficiary" and plain:
        return False  # "convened for their 16th [meeting]"
    return row.elements[i].frame == "hold" and bool(roles & _OF_HELD)
