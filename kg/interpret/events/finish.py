"""From drafts to events: all that is told of each, what it is about, which concern each other, and their order."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.interpret.elections import read_elections
from kg.interpret.events.naming import event_name, series_name, trigger_text
from kg.interpret.events.reader import draft_events
from kg.interpret.events.setting import format_of, place_of
from kg.interpret.events.timing import when, written
from kg.model import Delegation, Event, Evidence, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.timing import Days
    from kg.language import Language
    from kg.model import Annotations, Document, NamedMention, Organisation

# Topics of an event.
_ABOUT_AT_MOST = 4


# Kinds of bodies whose people speak for no state: a rector's delegation is his university's.
_NO_STATE = frozenset({"international", "education", "company", "ngo"})


def read_events(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> tuple[Event, ...]:
    """All events of a document, elections included, in order of their first words; ids count from e1.

    Actors are ids of the cast. An event has a date, a place or participants of its own, evidence in text order,
    and the name of the rule by which it began.
    """
    drafts = draft_events(document, annotations, cast, languages)
    days = written(document, drafts)
    bodies = {body.id: body for body in cast.organisations}
    found = [(draft, _event(document, draft, bodies, languages, days[draft.item])) for draft in drafts]
    elections = read_elections(document, annotations, cast, languages)
    rows: list[tuple[int, Draft | None, Event]] = [(_first(e), d, e) for d, e in found]
    rows += [(_first(e), None, e) for e in elections]
    rows.sort(key=lambda row: row[0])
    ids = {id(event): f"e{n}" for n, (_, _, event) in enumerate(rows, 1)}
    of_draft = {id(draft): ids[id(event)] for _, draft, event in rows if draft is not None}
    provisional = {e.id: ids[id(e)] for e in elections}
    ahead = sorted(
        (
            (evidence.start, draft, ids[id(event)])
            for _, draft, event in rows
            if event.type == "election" or event.status == "planned"
            for evidence in event.evidence
        ),
        key=_begin,
    )
    events = []
    for _, draft, event in rows:
        if draft is None:
            concerns = tuple(provisional.get(c, c) for c in event.concerns)
            part_of = provisional.get(event.part_of) if event.part_of else None
            events.append(replace(event, id=ids[id(event)], concerns=concerns, part_of=part_of))
        else:
            part_of = of_draft.get(id(draft.part_of)) if draft.part_of else None
            events.append(replace(event, id=ids[id(event)], part_of=part_of, concerns=_concerns(draft, ahead)))
    return tuple(events)


def delegation_roles(
    document: Document,  # noqa: ARG001 - one signature for all that gives roles
    annotations: Annotations,  # noqa: ARG001 - the same
    cast: Cast,
    events: Sequence[Event],
    languages: Mapping[str, Language],  # noqa: ARG001 - the same
) -> tuple[Role, ...]:
    """A role `head-of-delegation` for each person who headed one at an event, in order of the events.

    Who heads the body that took part, a mission, bears that role already.
    """
    countries = {o.id: o.country for o in cast.organisations}
    mentions = {p.id: p.mentions for p in cast.persons}
    apart = {o.id for o in cast.organisations if o.kind in _NO_STATE}
    own = {r.person: r.country for r in reversed(cast.roles) if r.country and r.organisation not in apart}
    heading = {(r.person, r.organisation) for r in cast.roles if r.post == "head"}
    roles: dict[tuple[str, str | None], Role] = {}
    for event in events:
        for head in event.head_of_delegation:
            its_own = head.delegation_of is None and any((head.person, i) in heading for i in event.attended_by)
            if head.person not in mentions or its_own:
                continue
            evidence = _evidence_of(mentions[head.person], event)
            owner = head.delegation_of
            key = (head.person, owner)
            roles.setdefault(
                key,
                Role(
                    head.person,
                    None,
                    "head-of-delegation",
                    evidence,
                    owner,
                    countries.get(owner) if owner else own.get(head.person),
                    event.rule,
                ),
            )
    led = {person for person, owner in roles if owner}  # of one delegation it is told whose it is, then not again
    return tuple(role for (person, owner), role in roles.items() if owner or person not in led)


def _evidence_of(mentions: Sequence[NamedMention], event: Event) -> Evidence:
    """The first words about an event in which one of the mentions stands, else the first of all."""
    for evidence in event.evidence:
        if any(evidence.start <= m.start < evidence.end for m in mentions):
            return evidence
    return event.evidence[0]


def _first(event: Event) -> int:
    return event.evidence[0].start if event.evidence else 0


def _event(
    document: Document,
    draft: Draft,
    bodies: Mapping[str, Organisation],
    languages: Mapping[str, Language],
    days: Days,
) -> Event:
    start, end, planned = when(document, draft, days)
    language = languages[draft.facts[0].nucleus.row.passage.sentence.lang]
    evidence = [Evidence(document.text[a:b], a, b) for a, b in _sentences(draft)]
    how = format_of(draft)
    kind = "call" if how == "phone" and draft.type == "meeting" else draft.type  # "had talks by phone"
    return Event(
        id="",
        type="other" if kind in {"", "office"} else kind,
        name=event_name(draft),
        salience="main" if draft.main else "secondary",
        status="planned" if planned else "held",
        format=how,
        start=start,
        end=end,
        place=place_of(draft, bodies, languages),
        attended_by=tuple(draft.attend),
        organised_by=tuple(draft.organise),
        chaired_by=tuple(draft.chair),
        head_of_delegation=tuple(Delegation(person, owner) for person, owner in draft.delegations),
        invited=tuple(i for i in draft.invite if i not in draft.attend),
        series=series_name(draft),
        ordinal=draft.ordinal,
        about=_about(draft, language),
        trigger=trigger_text(draft),
        evidence=tuple(evidence),
        rule=draft.rule,
    )


def _sentences(draft: Draft) -> list[tuple[int, int]]:
    return sorted({(r.passage.start, r.passage.end) for r in draft.rows})


def _about(draft: Draft, language: Language) -> tuple[str, ...]:
    """Topics of the event's own sentences, those named in its headline or lead and those named most."""
    counts: dict[str, int] = {}
    for n, row in enumerate(draft.rows):
        seen = (
            {hit.key.about for hit in language.topic_words.find(row.passage.sentence.words)}
            if row.passage.language is language
            else set()
        )
        for topic in seen:
            counts[topic] = counts.get(topic, 0) + (2 if n == 0 else 1)
    ranked = sorted(counts, key=lambda t: (-counts[t], t))
    return tuple(sorted(ranked[:_ABOUT_AT_MOST])) or ("other",)


def _concerns(draft: Draft, ahead: Sequence[tuple[int, Draft | None, str]]) -> tuple[str, ...]:
    """Ids of what the sentences about an event speak of besides: `ahead` holds elections and events still to come.

    Its entries are sorted: where a sentence tells of them, their draft if any, and their id.
    """
    found = []
    for start, end in _sentences(draft):
        for at in range(bisect_left(ahead, start, key=_begin), bisect_left(ahead, end, key=_begin)):
            _, other, ident = ahead[at]
            if other is not draft and (
                other is None or (draft not in {other.part_of, other} and draft.part_of is not other)
            ):
                found.append(ident)
    return tuple(dict.fromkeys(found))


def _begin(entry: tuple[int, Draft | None, str]) -> int:
    return entry[0]
