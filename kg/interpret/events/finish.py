"""From drafts to events: status, format, dates, place, names, topics, links, and the order of all events."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.interpret.cast.groups import home_of
from kg.interpret.elections import read_elections
from kg.interpret.events.circumstances import years
from kg.interpret.events.naming import event_name, series_name, trigger_text
from kg.interpret.events.reader import draft_events
from kg.model import Delegation, Event, Evidence, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.interpret.cast import Cast
    from kg.interpret.events.coreference.draft import Draft
    from kg.language import Language
    from kg.model import Annotations, DateMention, Document, PlaceMention

_ABOUT_AT_MOST = 4


def read_events(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> tuple[Event, ...]:
    """All events of a document, elections included, in order of their first words; ids count from e1.

    Actors are ids of the cast. An event has a date, a place or participants of its own, evidence in text order,
    and the name of the rule by which it began.
    """
    drafts = draft_events(document, annotations, cast, languages)
    found = [
        (draft, _event(document, draft, cast, languages, _reference(document, draft.item, drafts))) for draft in drafts
    ]
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
    """A role `head-of-delegation` for each person who headed one at an event, in order of the events."""
    countries = {o.id: o.country for o in cast.organisations}
    persons = {p.id for p in cast.persons}
    own = {role.person: role.country for role in reversed(cast.roles) if role.country}
    roles: dict[tuple[str, str | None], Role] = {}
    for event in events:
        for head in event.head_of_delegation:
            if head.person not in persons:
                continue
            evidence = _evidence_of(cast, head.person, event)
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
    return tuple(roles.values())


def _evidence_of(cast: Cast, person: str, event: Event) -> Evidence:
    mentions = [m for p in cast.persons if p.id == person for m in p.mentions]
    mentions += [m for t in cast.offices if t.id == person for m in t.mentions]
    for evidence in event.evidence:
        if any(evidence.start <= m.start < evidence.end for m in mentions):
            return evidence
    return event.evidence[0]


def _first(event: Event) -> int:
    return event.evidence[0].start if event.evidence else 0


def _event(
    document: Document, draft: Draft, cast: Cast, languages: Mapping[str, Language], reference: str | None
) -> Event:
    start, end = _span(draft)
    if start is None and draft.scene and not draft.planned:
        start = document.items[draft.item].date  # "14 марта 2023 года. Осло, Ратуша"
    planned = (draft.planned or draft.ahead) and not _told_held(draft)
    if planned and start and end is None:
        start = next((years.to_come(d, reference) for d in draft.dates if d.iso == start), start)
    if not planned and not draft.held and start and reference:
        planned = years.after(start, reference)
    if (
        reference
        and start
        and "X" not in start
        and draft.held
        and not planned
        and not any(start[:4] in d.text for d in draft.dates)
    ):
        start, end = years.not_after(start, end, reference)
    language = languages[draft.facts[0].nucleus.row.passage.sentence.lang]
    evidence = [Evidence(document.text[a:b], a, b) for a, b in _sentences(draft)]
    return Event(
        id="",
        type="other" if draft.type in {"", "office"} else draft.type,
        name=event_name(draft),
        salience="main" if draft.main else "secondary",
        status="planned" if planned else "held",
        format=_format(draft),
        start=start,
        end=end,
        place=_place(draft, cast, languages),
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


def _told_held(draft: Draft) -> bool:
    """A sentence that says it took place outweighs one that spoke of it beforehand, the headline apart."""
    first, *later = draft.facts
    begun = draft.type == "visit" and first.heading and any(f.nucleus.past and not f.heading for f in later)
    return draft.held and (begun or not first.nucleus.planned)


# ---- when


def _span(draft: Draft) -> tuple[str | None, str | None]:
    """Start and end: of the most precise dates the earliest told; a part takes its whole's where the text says so."""
    dates: list[DateMention] = years.exact(draft.dates, draft.ends)
    if not dates:
        whole = draft.part_of
        return _span(whole) if whole is not None and draft.inherits else (None, None)
    lasts = [f for f in draft.facts if f.nucleus.phase == "end"]
    if not draft.dates and not dates[0].iso_end and all("future" in f.nucleus.tenses for f in lasts):
        return None, dates[0].iso  # "The session will go on until 5 May"
    ranged = [d for d in dates if d.iso_end]
    best = max(dates, key=lambda d: (len(d.iso), "X" not in d.iso))
    best = next((d for d in dates if len(d.iso) == len(best.iso) and ("X" in d.iso) == ("X" in best.iso)), best)
    if not best.iso_end and ranged and len(ranged[0].iso) == len(best.iso):
        best = ranged[0]
    last = draft.ends[0].iso if draft.ends else None
    if last and not best.iso_end and len(last) == len(best.iso) and last > best.iso:
        return best.iso, last  # "opened on 3 May", "concluded on 5 May"
    return best.iso, best.iso_end


def _reference(document: Document, index: int, drafts: Sequence[Draft]) -> str | None:
    """The day from which dates are to come: the item's or the document's, else that of the main event if held."""
    for day in (document.items[index].date, document.published):
        if day and "X" not in day:
            return day
    for draft in drafts:
        start, end = _span(draft)
        if draft.main and start and (draft.planned or draft.held):
            return start if draft.planned and not draft.held else end or start
    return None


# ---- where and how


def _place(draft: Draft, cast: Cast, languages: Mapping[str, Language]) -> str | None:
    """The town of an event, else its country or region, in the nominative.

    A visit goes where the first sentence says that tells it; what was seen there is no place of the whole.
    """
    places, states = draft.places, draft.states
    if draft.type == "call":
        return None
    if draft.type == "visit":
        told = [f for f in draft.facts if f.places or f.states]
        if len(told) > 1 and told[0].heading and not told[0].places:
            told = told[1:]  # "Prezident Özbegistana bardy. Prezident … Samarkant şäherine bardy"
        places, states = (told[0].places, told[0].states) if told else ([], [])
    towns = [p.name or _capital(p, draft, cast, languages) for p in places if p.kind in {"town", "capital"}]
    others = [p.name for p in places if p.kind not in {"town", "capital"}]
    names = {o.id: o.name for o in cast.organisations}
    if languages[draft.facts[0].nucleus.row.passage.sentence.lang].analytic and _format(draft) == "video":
        return next(filter(None, towns), None)  # a country is where somebody sits who takes part
    return next(filter(None, (*towns, *others, *(names[i] for i in states if i not in draft.attend))), None)


def _capital(place: PlaceMention, draft: Draft, cast: Cast, languages: Mapping[str, Language]) -> str | None:
    """The town that "the capital" is: that of the state whose institutions the document names most."""
    country = place.country
    lang = draft.facts[0].nucleus.row.passage.sentence.lang
    ours = any(a.possessive == "1pl" for a in languages[lang].analyse(place.text.lower()))
    if country is None and ours:
        country = home_of(lang)  # "paýtagtymyz"
    if country is None:
        counts: dict[str, int] = {}
        for body in cast.organisations:
            if body.country:
                counts[body.country] = counts.get(body.country, 0) + len(body.mentions)
        country = max(counts, key=lambda c: (counts[c], c), default=None) if counts else None
    return languages[lang].events.capitals.get(country or "")


def _format(draft: Draft) -> str:
    roles = frozenset(role for fact in draft.facts for role in fact.nucleus.told)
    if draft.type == "call" or ("phone" in roles and draft.type == "meeting" and "video" not in roles):
        return "phone"
    told = {str(getattr(f.nucleus.entry, "format", "")) for f in draft.facts}
    if "video" in roles | told or any(f.nucleus.remote for f in draft.facts):
        return "video"
    planned = draft.planned and not draft.held
    attended = any("attend" in f.nucleus.frames and f.nucleus.type == "conference" for f in draft.facts)
    if draft.type == "visit" or draft.venue or attended:
        return "in-person"
    if draft.places and not planned:
        return "in-person"
    if draft.part_of is not None and draft.part_of.type == "visit":
        return "in-person"
    return "unknown"


# ---- what about


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
