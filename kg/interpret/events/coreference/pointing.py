"""What a row says by pointing back: the same day, the delegation, the participants, who acted before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.coreference import objects, parties, visitors
from kg.interpret.events.coreference.apart import subordinate
from kg.interpret.events.coreference.openings import take_opening
from kg.interpret.events.coreference.sides import as_one, together
from kg.interpret.events.coreference.speaking import he_spoke
from kg.interpret.events.coreference.visitors import not_he
from kg.interpret.events.event_types import GATHERINGS, MET
from kg.interpret.events.nuclei.determiners import FRAMING
from kg.model import DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact, Reported
    from kg.interpret.events.sentence.row import Element, Row

# Elements before a pronoun that opens a sentence: "[Şeýle hem] ol".
_FURTHER = 2


def complete(item: Item, reported: Reported, fact: Fact, told: Sequence[tuple[Fact, Draft]]) -> None:
    """Add to a fact what its row says by pointing back: the same day, the delegation, the participants."""
    roles = reported.row.roles
    take_opening(item, reported, fact)
    that_day = "same-day" in roles and not (fact.dates or fact.nucleus.during or _told_undated(item, fact))
    if that_day and item.current is not None:
        planned = fact.nucleus.planned
        told_of = (d for d in (item.current, *reversed(item.drafts)) if planned or not d.planned)
        days = ([date for date in d.dates if len(date.iso) == DAY][:1] for d in told_of)
        fact.dates += next(filter(None, days), [])  # "Later the same day": of an event of which a day is told
        same = fact.nucleus.definite and (fact.nucleus.generic or fact.nucleus.type == item.current.type)
        fact.nucleus.novel = fact.nucleus.novel or not (same or fact.nucleus.verbal)
    parties.same_delegation(item, reported, fact)
    _same_person(item, reported, fact)
    _met_during(item, reported, fact)
    as_one(item, reported, fact)
    visitors.on_visit(reported, fact)
    visitors.own_visit(item, reported, fact)
    objects.him(item, reported, fact)
    objects.theirs(reported, fact)
    visitors.visitor(item, reported, fact)
    visitors.guests(item, reported, fact)
    visitors.they(item, reported, fact)
    visitors.received(fact, told)
    joined = {"attend", "visit"} & set(fact.nucleus.frames) and "invite" not in fact.nucleus.frames
    known = "participants" in roles and not _aside(reported.row, fact.nucleus.at)
    if (known or together(reported.row)) and not fact.attend and joined and not fact.nucleus.relative:
        # "At the end of the session the participants visited an exhibition": those of the session did
        source = next((d for f, d in told if f.nucleus.during), item.current if known else None)
        if source is not None and source.type != "office":
            fact.attend += source.attend


def _aside(row: Row, at: int) -> bool:
    """Tell participants of whom only a clause behind a verb tells: "Делегация [посетила] банк, где гости …"."""
    stops = next((i for i, e in enumerate(row.elements) if i > at and e.role == "stop"), len(row.elements))
    return not any(e.role == "participants" for e in row.elements[:stops])


def _told_undated(item: Item, fact: Fact) -> bool:
    """Tell the gathering told without its day: "В рамках сессии … В тот же день министр выступил на [сессии]"."""
    if fact.nucleus.type not in GATHERINGS or fact.nucleus.row.passage.language.analytic:
        return False
    return any(d.told_by(fact.nucleus.entry) for d in item.drafts if not d.dates)


def _same_person(item: Item, reported: Reported, fact: Fact) -> None:
    """Take who acted in the sentence before for a pronoun that opens this one: "He also met the ambassador"."""
    final = reported.row.passage.language.head_final
    acts = any(m.marker == "subject" for m in reported.members) or _others_act(reported.row, fact.nucleus.at)
    if final and _dropped(fact) and item.person and not acts:
        fact.attend = [item.person, *(i for i in fact.attend if i != item.person)]
    if "he" not in reported.row.roles:
        return
    if item.person and he_spoke(reported.row, fact):
        fact.attend, fact.spoken = [item.person], True
    before = _opening(reported.row) if final else reported.row.elements[: fact.nucleus.at]
    opening = any(e.role == "he" for e in before)
    opening = opening and not (final and not_he(reported, fact.nucleus.head))
    told = fact.nucleus.verbal or (visitors.did(fact.nucleus) and "invite" not in fact.nucleus.frames)
    told = told and not subordinate(fact.nucleus)
    person = _antecedent(reported, fact) or item.person
    if opening and told and person and "subject" not in fact.markers and not fact.nucleus.during:
        fact.attend = [person, *(i for i in fact.attend if i != person)]


def _others_act(row: Row, at: int) -> bool:
    """Tell people without a name who act before a verb that stands last: "[Депутаттар] елшімен кездесті"."""
    people = (e.form for e in row.elements[:at] if e.role == "people" and e.form is not None)
    return any(form.cases == ("nom",) and form.plural and not form.possessed for form in people)


def _antecedent(reported: Reported, fact: Fact) -> str | None:
    """Who acts in the clause before a pronoun: "[N] paid a visit to Osh, during which she met the Governor"."""
    if not reported.row.passage.language.analytic:
        return None
    at = reported.row.at("he")[-1]
    if at > fact.nucleus.at:
        return None
    acting = (m for m in reported.members if m.at < at and m.marker == "subject" and m.actor.person and not m.through)
    return next((m.actor.id for m in acting), None)


def _met_during(item: Item, reported: Reported, fact: Fact) -> None:
    """Take who says something while meeting somebody for the other: "Министр елшімен [кездесу] барысында айтты".

    Not where a meeting with that one is told of: then it is spoken of again.
    """
    nucleus = fact.nucleus
    framed = nucleus.during == "during" and not (nucleus.verbal or nucleus.plural or nucleus.definite)
    if (
        not framed
        or fact.markers != {"with"}
        or nucleus.type not in MET
        or not reported.row.passage.language.head_final
    ):
        return
    if any(d.type in MET and set(d.attend) & set(fact.attend) for d in item.drafts):
        return
    acting = [m for m in reported.members if m.marker == "subject" and m.actor.person and not m.through]
    acting.sort(key=lambda m: (m.at < nucleus.at, abs(m.at - nucleus.at)))
    fact.attend += [m.actor.id for m in acting[:1] if m.actor.id not in fact.attend]


def _opening(row: Row) -> Sequence[Element]:
    """The elements of which the first that is no frame for the sentence may be a pronoun: "[Сапар аясында ол] …".

    Elsewhere a Turkic pronoun is a demonstrative.
    """
    for i, e in enumerate(row.elements):
        if e.role == "he":
            framed = i == 0 or row.elements[i - 1].role in FRAMING or row.elements[i - 1].kind in {"date", "comma"}
            framed = framed or (i <= _FURTHER and all(x.role == "and" or x.kind == "text" for x in row.elements[:i]))
            return row.elements[: i + 1] if framed else ()
        if e.actor is not None or e.frame or e.kind == "mark":
            break
    return ()


def _dropped(fact: Fact) -> bool:
    """Tell a meeting with somebody whose subject is left out, as it is that of the sentence before."""
    nucleus = fact.nucleus
    if not nucleus.verbal or nucleus.row.passage.sentence.heading or nucleus.hypothetical:
        return False
    met = {"meet", "discuss"} & set(nucleus.frames) and fact.markers == {"with"}
    return bool(met) or ("audience" in nucleus.frames and fact.markers == {"of"})
