"""The events of a document: each row's facts are told to be of an event, then what events share is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.coreference import parties, visitors
from kg.interpret.events.coreference.alone import acting, frames, met, told_at
from kg.interpret.events.coreference.apart import in_passing
from kg.interpret.events.coreference.conflicts import kindred
from kg.interpret.events.coreference.draft import Draft
from kg.interpret.events.coreference.gatherings import done_beside, take_back
from kg.interpret.events.coreference.item import Item
from kg.interpret.events.coreference.openings import opening_day, opening_town, scene, set_scene
from kg.interpret.events.coreference.parts import link_parts, within_it
from kg.interpret.events.coreference.pointing import complete
from kg.interpret.events.coreference.presiding import organise, organising, preside, presiding
from kg.interpret.events.coreference.sides import note_pair
from kg.interpret.events.coreference.speaking import People, but_tellers, posts_held, speakers
from kg.interpret.events.coreference.status import background
from kg.interpret.events.coreference.telling import tell
from kg.interpret.events.coreference.visits import settle_visits
from kg.interpret.events.facts import report
from kg.interpret.events.nuclei.pending import pends
from kg.interpret.events.sentence.elements import make_row, states_of
from kg.interpret.events.sentence.signed import tells_of_signing
from kg.interpret.events.signings import draft_signing, signed
from kg.interpret.passages import passages
from kg.interpret.quotations.marks import marked, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.cast import Cast
    from kg.interpret.events.fact import Fact, Reported
    from kg.language import Language
    from kg.model import Annotations, Document

# Posts of those who tell the press of events that others take part in.
_TELLERS = frozenset({"spokesperson"})
# Rules by which a fact says too little to be an event.
_SAYS_LITTLE = frozenset({"no-particulars", "no-counterpart"})
# Words from which marked words are speech or a long title, not the name of an event.
_SPEECH = 6
_Told = list["tuple[Fact, Draft]"]


def draft_events(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> list[Draft]:
    """All events but elections, in order of first mention."""
    named = frozenset(p.id for p in cast.persons)
    tellers = frozenset(r.person for r in cast.roles if r.post in _TELLERS)
    people = People(kinship(cast), named, tellers, posts_held(cast))
    states = states_of(cast)
    homes = {r.person: states[r.country] for r in reversed(cast.roles) if r.country in states}
    items: dict[int, Item] = {}
    speech = _speech(document)
    headings: set[tuple[int, tuple[str, ...]]] = set()
    for passage in passages(document, annotations, languages):
        if passage.sentence.heading:  # a page gives the title of an article above its day, and again below
            if (heading := (passage.sentence.item, passage.sentence.words)) in headings:
                continue
            headings.add(heading)
        item = items.setdefault(passage.sentence.item, Item(passage.sentence.item, people.kin, homes, speech))
        if item.lead < 0 and not passage.sentence.heading:
            item.lead = passage.index
        _read_row(item, report(make_row(passage, cast, states)), people)
        if tells_of_signing(passage):
            item.signings += signed(report(make_row(passage, cast, states, signing=True)).facts)
    drafts = []
    for item in items.values():
        if (signing := draft_signing(item, named)) is not None:
            item.drafts.append(signing)
        framing = all(f.nucleus.during for d in item.drafts for f in d.facts)
        if framing and item.first is not None:  # nothing else is told: "A conference was held."
            _told_on(item, item.first, people)
        elif all(d.planned for d in item.drafts) and item.framed is not None and met(item.acting):
            _told_on(item, item.framed, people).add(item.acting)
        _choose_main(document, item)
        _await(item)
        set_scene(item)
        settle_visits(item, cast)
        drafts += item.drafts
    return drafts


def _told_on(item: Item, fact: Fact, people: People) -> Draft:
    """Begin the item's only event with a fact that has no particulars."""
    only = Draft(item.index, fact.nucleus.type, "told-on", titled=False)
    only.take(fact, people.named)
    item.drafts.append(only)
    return only


def _speech(document: Document) -> list[tuple[int, int]]:
    """Spans between quotation marks that are speech or a sentence, in text order."""
    spans = (
        span
        for item in document.items
        for paragraph in item.paragraphs
        for span in marked(document.text, paragraph.start, paragraph.end)
    )
    return sorted(span for span in spans if words(document.text[span[0] : span[1]]) >= _SPEECH)


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
    belongs = [(r.person, r.organisation) for r in cast.roles] + [(o.id, o.organisation) for o in cast.offices]
    for person, body in belongs:
        found.setdefault(person, {person}).update(found.get(body, {body}) if body else ())
    return {ident: frozenset(group) for ident, group in found.items()}


def _read_row(item: Item, reported: Reported, people: People) -> None:
    told_first = item.drafts[0] if item.drafts else None
    if item.form.take(reported, told_first, lambda fact: _told_on(item, fact, people)) or item.lines.take(reported):
        return
    visitors.led_back(item, reported)
    told: _Told = []
    pending, previous = None, item.current
    for fact in reported.facts:
        if fact.nucleus.type == "election":
            continue
        complete(item, reported, fact, told)
        but_tellers(fact, people)
        item.lines.date(reported, fact)
        item.framing = _framing(fact, told)
        item.current = item.drafts[0] if item.drafts and _todays(fact) else item.current
        rule, answer = tell(item, fact)
        if rule == "denied":
            take_back(item, fact)
        begun = item.pending if _begins(item, fact, rule) else None
        if rule == "no-particulars":
            item.form.announce(fact)
        if rule == "no-particulars" and pends(fact.nucleus):
            pending = fact
            item.first = item.first or fact
        _speaks_of(item, fact, rule if answer == "none" else "")
        if answer == "none" and begun is None:
            continue
        if isinstance(answer, Draft):
            draft = answer
        elif begun is not None:
            draft = Draft(item.index, begun.nucleus.type, rule, titled=begun.heading)
            draft.take(begun, people.named)
            item.drafts.append(draft)
        else:
            kind = "" if fact.nucleus.generic and fact.nucleus.type == "other" else fact.nucleus.type
            draft = Draft(item.index, kind, rule, titled=fact.heading)
            item.drafts.append(draft)
        draft.take(fact, people.named)
        told.append((fact, draft))
        item.current = draft
    item.framing, item.pending = [], pending or (item.pending if not told else None)
    _close(item, reported, told, previous, people)


def _todays(fact: Fact) -> bool:
    """Tell the event that the text tells of, behind another: "Президент елшімен кездескен еді. [Бүгінгі] жиында"."""
    row, at = fact.nucleus.row, fact.nucleus.at
    word = row.norm(row.elements[at - 1]) if at else ""
    return word.startswith(row.passage.language.events.todays)


def _framing(fact: Fact, told: _Told) -> list[Draft]:
    """Events told before in a row that only frame what a fact says: what happened in them is another event."""
    if fact.nucleus.during == "within":  # "at the meeting, relations within the dialogue were discussed"
        return [d for f, d in told if not f.nucleus.during]
    if fact.nucleus.row.passage.language.head_final:
        listed = [d for f, d in told if fact.nucleus.with_(f.nucleus)]
        if listed:
            return listed
    present = "present" in fact.nucleus.frames  # "В ходе встречи посол вручил верительные грамоты": it is that meeting
    if present or fact.nucleus.generic or not (fact.nucleus.verbs or fact.nucleus.verbal):
        return []
    beside = [d for f, d in told if done_beside(f, fact)]
    if beside:
        return beside
    own = fact.nucleus.entry if fact.nucleus.row.passage.language.head_final else None  # "Çäräniň başynda … mejlise"
    told = [(f, d) for f, d in told if not (f.nucleus.generic and d.told_by(own))]
    ways = (told_at, visitors.met_there, visitors.held_for)
    framed = ((f, d) for f, d in told if f.nucleus.during or any(way(f, fact) for way in ways))
    return [d for _, d in framed if not visitors.talks(fact, d)]


def _speaks_of(item: Item, fact: Fact, rule: str) -> None:
    """Note what speaks of an event as known, or says that people attended one, by the rule that found it too little."""
    if rule == "refers-back" and fact.nucleus.finite and "attend" in fact.nucleus.frames:
        item.gathered = item.gathered or fact
    if rule in _SAYS_LITTLE and frames(fact):
        item.framed = item.framed or fact


def _close(item: Item, reported: Reported, told: _Told, previous: Draft | None, people: People) -> None:
    """After the facts of a row: what it says beside them, and what the next rows may point back to."""
    visitors.visiting(reported, told)
    item.opening = opening_day(item, reported)
    item.town = opening_town(item, reported)
    item.scene = item.scene or (scene(reported) if all(d.titled for d in item.drafts) else None)
    parties.note_delegation(item, reported)
    link_parts(told)
    within_it(reported.row, told, previous)
    main = next((d for f, d in reversed(told) if not (f.nucleus.during or f.nucleus.relative or in_passing(f))), None)
    item.acting += acting(reported, people)
    here = main or next((d for f, d in told if previous is None or not _aside(reported, f, d)), None)
    item.current = here or previous
    item.lines.close(reported, here, item.current)
    if not item.drafts and item.first is not None and reported.heads and reported.row.passage.language.head_final:
        here = item.current = _told_on(item, item.first, people)  # "Geňeşmeler geçdi. Wekiliýete N ýolbaşçylyk etdi"
    if reported.members:
        preside(main or here or item.current, presiding(reported.row, reported.members))
        organise(main or here or item.current, organising(reported.row, reported.members))
    during = all(f.nucleus.during and not f.nucleus.verbs for f in reported.facts)
    of = parties.delegated(item, reported) if reported.composition and during else item.current
    if of is not None:
        for waiting in (item.waiting, reported):
            if waiting is not None:
                parties.delegations(item, waiting, of)
        item.waiting = None
    elif reported.heads and reported.row.passage.language.head_final:
        item.waiting = reported  # "Делегацияны Анна Берг басқарды. Отырыс Ошта өтті"
    first = item.first or item.gathered
    if not item.drafts and first is not None and reported.speakers:
        here = _told_on(item, first, people)  # "A seminar was held. … said the minister"
    speakers(item, reported, here, people)
    acts = [m for m in reported.members if m.actor.id in people.named]
    did = [m.actor.id for m in acts if m.marker in {"subject", "lead"}]
    did = did or [i for f, d in told if d.type == "visit" and f.markers == {"of"} for i in f.attend][:1]  # his visit
    did = did or [m.actor.id for m in acts if m.marker == "between"][-1:]  # of the two who met the one named last
    item.person = did[0] if did else item.person
    note_pair(item, reported, people)


def _aside(reported: Reported, fact: Fact, draft: Draft) -> bool:
    """Tell an event named in passing, behind a verb: "spoke of the document signed during his [visit] to Oslo".

    So the visit of who led a delegation at talks: "Çili wekiliýetine [sapar bilen gelen] ministr ýolbaşçylyk etdi".
    """
    if reported.heads and fact.nucleus.relative:
        return True
    before = fact.nucleus.row.elements[: fact.nucleus.at]
    return draft.facts == [fact] and bool(fact.nucleus.during) and any(e.frame for e in before)


def _begins(item: Item, fact: Fact, rule: str) -> bool:
    """Tell whether a fact gives an event that was told without particulars its first ("A seminar was held. It …")."""
    # "[The forum] at which the review was presented in July" is no frame of a meeting told before
    framed = bool(fact.nucleus.during) and not fact.dates
    points = fact.nucleus.generic or fact.nucleus.definite or framed
    if item.pending is None or rule not in {"refers-back", "new-particulars", "no-particulars"} or not points:
        return False
    another = fact.nucleus.entry is not item.pending.nucleus.entry
    if another and fact.body and fact.nucleus.row.passage.language.analytic:
        return False  # "The summit was held. … the next meeting of the Council": another body's
    kind = fact.nucleus.type if fact.nucleus.type != "other" else ""
    told = fact.attend or fact.dates or fact.places or fact.organise
    return bool(told) and kindred(kind, item.pending.nucleus.type)


def _await(item: Item) -> None:
    """Plan what is only spoken of beside a main event to come: "Ол Ошқа барады. [Кеңес отырысының] күн тәртібі …"."""
    main = next((d for d in item.drafts if d.main), None)
    if main is None or not main.planned or main.held or not main.rows[0].passage.language.head_final:
        return
    for draft in item.drafts:
        said = any(f.nucleus.verbs or f.nucleus.verbal or f.dates or f.spoken for f in draft.facts)
        draft.planned = draft.planned or not (said or draft.held)


def _choose_main(document: Document, item: Item) -> None:
    """The event of the headline or the lead is what the item is about; teasers cut short are about none.

    Nor is it about what a later sentence tells of an earlier year, or of before.
    """
    span = document.items[item.index]
    if document.text[span.start : span.end].rstrip().endswith(("...", "…")):
        return
    headed = [d for d in item.drafts if d.facts[0].nucleus.row.passage.sentence.heading]
    told = [d for d in item.drafts if not background(d, item.lead)]
    plain = [d for d in told if any(not f.nucleus.during for f in d.facts)]
    for draft in (*headed, *plain, *told)[:1]:
        draft.main = True
