"""Whether a fact tells of what took place and a draft of what is to come, or the other way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.coreference.draft import arranged, years_alone
from kg.interpret.events.nuclei.prospects import coming
from kg.model import YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.fact import Fact
    from kg.interpret.events.nuclei.nucleus import Nucleus


def other_status(draft: Draft, fact: Fact) -> bool:
    """One took place, the other is to come."""
    organised = fact.nucleus.generic and set(fact.nucleus.frames) == {"organise"}
    if organised or "reported-before" in fact.nucleus.row.roles or _lasts(draft, fact):
        return False  # "Конференция пройдёт 5 мая. Мероприятие организовали …"
    known = fact.nucleus.definite and fact.nucleus.ordinal is None and not (fact.dates or fact.body)
    if known and _joins(fact) and fact.nucleus.row.passage.language.analytic:
        return False  # "representatives had arrived to participate in the forum"
    if not (fact.nucleus.verbs or fact.nucleus.verbal):
        final, fusional = fact.nucleus.row.passage.language.head_final, fact.nucleus.row.passage.language.fusional
        # "Он встретился с послом. Запланированы [встречи] с послом и премьером"
        to_come = fact.nucleus.planned and not fact.nucleus.definite
        new = fusional and to_come and bool(set(fact.attend) - set(draft.attend))
        # "He was received by the envoy. [Meetings] with the heads of parliaments are planned"
        new = new or (not (final or fusional) and to_come and fact.nucleus.plural and not fact.nucleus.during)
        if not draft.held or new or not (fact.dates or fact.places):
            return draft.held and new
        ahead = not fact.nucleus.generic and coming(fact.nucleus)
        dated = (
            fusional and to_come and fact.dates
        )  # "Была летняя школа. С 1 ноября студенты отправятся для [обучения]"
        return ahead or bool((final and fact.nucleus.planned and fact.places) or dated)
    visit, guests, told = draft.type == fact.nucleus.type == "visit", set(fact.attend), set(draft.attend)
    headed = draft.titled and guests and (guests <= told or told <= guests)
    if visit and (headed or (guests <= told and (_announced(draft, fact) or _goes_on(draft, fact)))):
        return False  # a headline tells of a visit to come as of one under way
    held = (draft.held or _under_way(draft, fact)) and fact.nucleus.phase != "end"  # "the visit will last until 5 May"
    held = held or (_framed(draft) and fact.nucleus.ordinal is None)
    return (fact.nucleus.planned and held) or (fact.nucleus.past and draft.planned and not arranged(fact))


def _lasts(draft: Draft, fact: Fact) -> bool:
    """Tell of a numbered gathering no more than that it will go on: "В Осло открылся V форум. V форум продлится"."""
    same = fact.nucleus.ordinal is not None and draft.told_by(fact.nucleus.entry)
    return same and not (fact.dates or fact.places or fact.attend or fact.organise or fact.nucleus.novel)


def _announced(draft: Draft, fact: Fact) -> bool:
    """Tell the visit for which somebody has come, as it was announced: "прибыл в Осло. «5 мая состоится визит …»"."""
    told = fact.nucleus.asserted and draft.facts[0].nucleus.verbal
    told = told and not (fact.nucleus.novel or fact.nucleus.verbal or draft.dates)
    there = draft.places[0].country if draft.places else None
    return told and bool(fact.dates) and any(p.country == there for p in fact.places)


def _goes_on(draft: Draft, fact: Fact) -> bool:
    """Tell all days of a visit that has begun on the first: "5 мая начался визит. Гость пробудет в Осло [с 5 по 7]".

    One of which no day is told may have begun: "прибыл в Осло. Гость будет [находиться] в Осло 5 и 6 мая".
    """
    days = fact.dates[:1]
    if getattr(fact.nucleus.entry, "stays", False) and draft.held and not draft.dates:
        return any(d.iso_end for d in days)
    return any(d.iso_end and d.iso in {first.iso for first in draft.dates[:1]} for d in days)


def concluded(draft: Draft, fact: Fact) -> bool:
    """One is to come, after the other something was done: "сообщил [по итогам заседания] директор"."""
    nucleus, row = fact.nucleus, fact.nucleus.row
    after = nucleus.during == "after" and row.passage.language.fusional and not nucleus.planned
    to_come = draft.planned and not draft.held
    return (
        to_come
        and after
        and any((t := row.elements[i].trigger) is not None and t.tense == "past" for i in row.triggers)
    )


def _joins(fact: Fact) -> bool:
    """Tell what somebody comes to take part in: "had arrived to [participate] in the forum"."""
    elements, verbs = fact.nucleus.row.elements, fact.nucleus.verbs
    told = ((elements[v].frame, t.form) for v in verbs if (t := elements[v].trigger) is not None)
    return ("attend", "infinitive") in told


def _framed(draft: Draft) -> bool:
    """Tell an event told of only as that on whose sidelines something took place."""
    told = draft.facts[0].nucleus
    if len(draft.facts) > 1 or told.during != "within" or draft.planned:
        return False
    return any(told.row.elements[i].is_trigger("verb", "past") for i in told.row.triggers)


def _under_way(draft: Draft, fact: Fact) -> bool:
    """Tell what goes on while another is told with its day: "is here on a visit. Tomorrow he will visit the plant"."""
    present = any(f.nucleus.tenses == ["present"] and not f.nucleus.planned for f in draft.facts)
    return present and fact.nucleus.verbal and bool(fact.dates) and not draft.dates


def habitual(fact: Fact) -> bool:
    """Tell what an English verb in the present tells of a body, with no day: "the Commission, which meets in Oslo".

    So of several meetings ("Norway participates in UN meetings"), and of whoever does so regularly.
    """
    nucleus = fact.nucleus
    if not nucleus.row.passage.language.analytic or set(nucleus.tenses) != {"present"}:
        return False
    often = (nucleus.verbal or nucleus.plural) and all(i[0] == "o" for i in fact.attend)
    regular = "habitual" in nucleus.row.roles and (nucleus.verbal or bool(nucleus.verbs))
    return (often or regular) and not (fact.heading or fact.dates or nucleus.planned)


def in_general(fact: Fact) -> bool:
    """Tell a noun without an article of which nothing is said: "in the areas of personnel [training]"."""
    told = fact.nucleus.verbs or fact.nucleus.plural or fact.dates or fact.places or fact.attend
    return fact.nucleus.row.passage.language.analytic and not told


def also(fact: Fact) -> bool:
    """Tell who else took part in what was told, though English has it as new: "N and M also took part in a meeting"."""
    nucleus, row = fact.nucleus, fact.nucleus.row
    if not (nucleus.indefinite and "attend" in nucleus.frames and row.passage.language.analytic):
        return False
    own = fact.dates or fact.places or nucleus.plural or nucleus.ordinal is not None or nucleus.planned
    further = row.passage.language.events.further
    return not own and any(row.norm(e) in further for e in row.elements[: nucleus.at])


def earlier(nucleus: Nucleus) -> bool:
    """Tell what is said to have been before what is told: "[Ранее] в Осло прошла встреча"."""
    if "reported-before" in nucleus.row.roles:
        return False  # "Как [ранее] сообщалось, прошла встреча"
    words = nucleus.row.passage.sentence.words[: nucleus.element.first]
    return _said(words, nucleus.row.passage.language.events.earlier)


def _said(words: Sequence[str], phrases: frozenset[str]) -> bool:
    """Tell whether words hold one of some phrases of one or two words."""
    return not phrases.isdisjoint(words) or any(" ".join(pair) in phrases for pair in pairwise(words))


def background(draft: Draft, lead: int) -> bool:
    """Tell what a sentence behind the lead, of the index `lead`, says to have been before, or in some year."""
    first = draft.facts[0].nucleus
    behind = first.row.passage.index > lead and not draft.planned
    return behind and (years_alone(draft.dates) or earlier(first))


def begun(fact: Fact) -> bool:
    """Tell what only goes on in English: "continued the [talks] begun in Osh last May"."""
    nucleus = fact.nucleus
    before = any(v < nucleus.at for v in nucleus.verbs)
    behind = (nucleus.row.elements[v].entry for v in nucleus.verbs if v > nucleus.at)
    started = before and any(getattr(entry, "phase", "") == "start" for entry in behind)
    return started and nucleus.row.passage.language.analytic and bool(fact.places or fact.dates)


def first_of_all(fact: Fact) -> bool:
    """Tell in which year something was first held, not what is told of now: "Форум [алғаш рет] 2008 жылы өткен"."""
    passage = fact.nucleus.row.passage
    year = bool(fact.dates) and len(fact.dates[0].iso) == YEAR and fact.nucleus.past
    return year and _said(passage.sentence.words, passage.language.events.first_time)


def done_in_general(fact: Fact) -> bool:
    """Tell what English participles say that people do, no day or place told: "work by participating in [fairs]".

    Where verbs stand last, what infinitives do.
    """
    nucleus, row = fact.nucleus, fact.nucleus.row
    plain = nucleus.plural and not (nucleus.definite or nucleus.verbal or fact.dates or fact.places)
    if row.passage.language.head_final:
        return plain and nucleus.aim and not (nucleus.planned or fact.body)
    doing = (row.elements[v] for v in nucleus.predicates)
    general = row.passage.language.analytic and all(e.is_trigger("participle", "present") for e in doing)
    return plain and general and not fact.markers
