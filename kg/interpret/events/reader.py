"""The events of a document: each row's facts are told to be of an event, then what events share is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.draft import Draft, related
from kg.interpret.events.elements import make_row
from kg.interpret.events.facts import report
from kg.interpret.events.telling import Item, tell
from kg.interpret.passages import passages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.cast import Cast
    from kg.interpret.events.facts import Fact, Reported
    from kg.language import Language
    from kg.model import Annotations, Document

# Types of events in which somebody quoted took part; who speaks of an election or a visit need not.
_SPOKEN_AT = frozenset({"meeting", "session", "dialogue", "conference", "training"})
# Posts of those who tell the press of events that others take part in.
# Frames of verbs whose subject may be a delegation.
_DELEGATED = frozenset({"meet", "visit", "attend", "hold"})
_TELLERS = frozenset({"spokesperson"})


def draft_events(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> list[Draft]:
    """All events but elections, in order of first mention."""
    kin = kinship(cast)
    items: dict[int, Item] = {}
    for passage in passages(document, annotations, languages):
        index = passage.sentence.item
        item = items.setdefault(index, Item(index, kin))
        _read_row(item, report(make_row(passage, cast)), cast)
    drafts = []
    for index, item in sorted(items.items()):
        _choose_main(document, index, item)
        _visits(item, cast)
        drafts += item.drafts
    return drafts


def kinship(cast: Cast) -> dict[str, frozenset[str]]:
    """For each actor those who may stand for it in another sentence: its institution, and what that is part of.

    "The OSCE delegation" may be the delegation of a part of the OSCE, and a minister the ministry's.
    """
    found: dict[str, set[str]] = {}
    owners = {o.id: o.part_of for o in cast.organisations}
    for organisation in cast.organisations:
        mine = found.setdefault(organisation.id, {organisation.id})
        owner = organisation.part_of
        while owner and owner not in mine:
            mine.add(owner)
            owner = owners.get(owner)
    for role in cast.roles:
        mine = found.setdefault(role.person, {role.person})
        if role.organisation:
            mine |= found.get(role.organisation, {role.organisation})
    for office in cast.offices:
        mine = found.setdefault(office.id, {office.id})
        if office.organisation:
            mine |= found.get(office.organisation, {office.organisation})
    return {ident: frozenset(group) for ident, group in found.items()}


def _read_row(item: Item, reported: Reported, cast: Cast) -> None:
    heading = reported.row.passage.sentence.heading
    told: list[tuple[Fact, Draft]] = []
    for fact in reported.facts:
        if fact.nucleus.type == "election":
            continue
        _those_present(item, reported, fact, told)
        _same_day(item, fact)
        _same_delegation(item, reported, fact)
        item.framing = [d for f, d in told if f.nucleus.during] if fact.nucleus.verbs else []
        answer = tell(item, fact, heading=heading)
        if answer.drop:
            continue
        draft = answer.draft
        if draft is None:
            draft = Draft(item.index, fact.nucleus.type or "other", answer.rule, titled=heading)
            item.drafts.append(draft)
        draft.take(fact, heading=heading)
        told.append((fact, draft))
        item.current = draft
    item.framing = []
    _parts(told)
    main = next((d for f, d in reversed(told) if not f.nucleus.during), None)
    frame = next((d for _, d in told), None)
    item.current = main or frame or item.current
    spoken_of = main or frame or item.current
    if spoken_of is not None:
        _delegations(reported, spoken_of)
        _speakers(item, reported, main or frame, cast)


def _parts(told: list[tuple[Fact, Draft]]) -> None:
    """Link a part to its whole: "within the visit a meeting was held"."""
    whole = next(((f, d) for f, d in told if f.nucleus.during and d.type != "office"), None)
    if whole is None:
        return
    for fact, draft in told:
        if draft is whole[1] or draft.type == "office" or draft.part_of is not None or whole[1].part_of is draft:
            continue
        told_of = fact.nucleus.verbs or fact.nucleus.verbal or fact.nucleus.planned
        if not fact.nucleus.during and told_of and fact.nucleus.planned == whole[1].planned:
            draft.part_of = whole[1]
            draft.inherits = whole[0].nucleus.during in {"during", "within"}


def _same_day(item: Item, fact: Fact) -> None:
    """“Later the same day”: the day of the event spoken of before."""
    said = any(e.kind == "word" and e.role == "same-day" for e in fact.nucleus.row.elements)
    if said and not fact.dates and not fact.nucleus.during and item.current is not None:
        fact.dates += item.current.dates[:1]


def _same_delegation(item: Item, reported: Reported, fact: Fact) -> None:
    """“The delegation visited the university”: the delegation spoken of before, when the row names none."""
    row, nucleus = reported.row, fact.nucleus
    own = [i for i in fact.delegation if i not in item.delegation]
    if own:
        item.delegation = own
        return
    if not item.delegation or "subject" in fact.markers or not (set(nucleus.frames) & _DELEGATED):
        return
    if (
        any(e.kind == "word" and e.role == "delegation" for e in row.elements[: nucleus.head])
        and not fact.nucleus.during
    ):
        fact.attend = [*item.delegation, *(i for i in fact.attend if i not in item.delegation)]


def _those_present(item: Item, reported: Reported, fact: Fact, told: list[tuple[Fact, Draft]]) -> None:
    """ "At the end of the session the participants visited an exhibition": those of the session did."""
    if fact.attend or not {"attend", "visit"} & set(fact.nucleus.frames):
        return
    if not any(e.kind == "word" and e.role == "participants" for e in reported.row.elements):
        return
    source = next((d for f, d in told if f.nucleus.during), item.current)
    if source is not None and source.type not in {"office", "election"}:
        fact.attend += source.attend


def _delegations(reported: Reported, draft: Draft) -> None:
    for head in reported.heads:
        if head not in draft.delegations:
            draft.delegations.append(head)
        draft.add([head[0], *([head[1]] if head[1] else [])])
    draft.add(reported.composition)
    if reported.composition or reported.heads:
        draft.see(reported.row)


def _speakers(item: Item, reported: Reported, here: Draft | None, cast: Cast) -> None:
    """Who is quoted in the report of a meeting took part in it, unless they only tell the press."""
    tellers = {role.person for role in cast.roles if role.post in _TELLERS}
    named = {person.id for person in cast.persons}
    event = here or next(iter(item.drafts), None)
    if event is None or event.planned or event.type not in _SPOKEN_AT:
        return
    speakers = [s for s in reported.speakers if s in named and s not in tellers]
    if speakers and not reported.row.passage.sentence.heading:
        event.add(speakers)
        event.see(reported.row)


def _choose_main(document: Document, index: int, item: Item) -> None:
    """The event of the headline or the lead is what the item is about; teasers cut short are about none."""
    span = document.items[index]
    text = document.text[span.start : span.end].rstrip()
    if text.endswith(("...", "…")):
        return
    headed = [d for d in item.drafts if d.facts[0].nucleus.row.passage.sentence.heading]
    plain = [d for d in item.drafts if any(not f.nucleus.during for f in d.facts)]
    for draft in (*headed, *plain, *item.drafts):
        draft.main = True
        return


def _visits(item: Item, cast: Cast) -> None:
    """Settle who of a visit took part in its meetings, and who in its meetings was of the visit."""
    persons = {p.id for p in cast.persons}
    for draft in item.drafts:
        visit = draft.part_of
        if visit is None or visit.type != "visit":
            continue
        guests = visit.delegation or visit.attend
        countries = {_country(cast, i) for i in visit.attend} - {None}
        hosts_only = not any(
            _country(cast, i) in countries or any(related(i, j, item.kin) for j in visit.attend) for i in draft.attend
        )
        if draft.delegation or hosts_only:
            draft.add(guests)
        visitors = set(visit.delegation)
        visit.add(i for i in draft.attend if i in persons and _of(cast, i) & visitors)


def _country(cast: Cast, ident: str) -> str | None:
    """The country of an actor: a body's own, or that of the first role told of a person or office."""
    for actor in (*cast.organisations, *cast.offices):
        if actor.id == ident:
            return actor.country
    return next((r.country for r in cast.roles if r.person == ident and r.country), None)


def _of(cast: Cast, person: str) -> set[str]:
    return {r.organisation for r in cast.roles if r.person == person and r.organisation}
