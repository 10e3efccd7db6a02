"""Who a sentence leaves out: whose visit it is, and who met whom it names alone."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kg.interpret.events.event_types import MET, TALKS
from kg.interpret.events.nuclei.foreseen import foreseen
from kg.interpret.events.nuclei.programmes import scheduled
from kg.interpret.events.nuclei.voice import is_passive
from kg.interpret.events.sentence.groups import first_run, last_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.coreference.draft import Draft
    from kg.interpret.events.coreference.item import Item
    from kg.interpret.events.fact import Fact, Reported
    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.groups import Member

# Frames of verbs whose subject may be a person named before.
_PERSONAL = frozenset({"attend", "hold", "speak", "open"})
# Frames of verbs whose object is the visitor.
_RECEIVING = frozenset({"receive", "welcome", "accept"})
# Roles of words for those who meet in the visitors' stead.
_OTHERS = frozenset({"people", "participants"})
# Elements before a visit among which the preposition of who is on it stands: "on a two-day official".
_STAY = 5
# Elements before a meeting in which "during a" stands.
_ARTICLED = 2
# Elements before a visit among which its owner stands: "his first official".
_OWNER = 4


def visitor(item: Item, reported: Reported, fact: Fact) -> None:
    """Add who met, where only the other is named: "At the talks with the Governor trade was spoken of"."""
    nucleus = fact.nucleus
    talked = nucleus.type in {"meeting", "dialogue"} and not nucleus.verbal
    only = talked and fact.markers == {"with"} and len(fact.attend) == 1
    row = reported.row
    discussing = nucleus.verbal and nucleus.at == 0 and fact.markers == {"with"} and row.passage.language.analytic
    if discussing and item.person and "participants" in row.roles:  # "Discussing trade with N, the sides noted"
        fact.add("attend", item.person)
    opens = row.elements[0].role in {"in", "during"} and nucleus.at in {1, 2}  # "In talks with the Governor, …"
    he = "he" in row.roles and any(e.frame == "say" for e in row.elements[: nucleus.at])  # "he said at a meeting with"
    opens = opens or he
    if row.passage.language.fusional and talked and fact.markers == {"with"} and _visitors_met(item, reported, fact):
        return
    if only and row.passage.language.head_final:
        _visitor_met(item, reported, fact)
        return
    if row.passage.language.analytic and "with" in fact.markers and not (nucleus.verbs or nucleus.verbal):
        _on_the_agenda(item, reported, fact)
    if not only or not (nucleus.definite or opens):
        return
    visit = _last_visit(item)
    acting = [m.actor.id for m in reported.members if m.at > nucleus.at and m.marker == "subject" and m.actor.person]
    if acting and not nucleus.verbs and row.passage.language.analytic:  # "At the meeting with the Governor, [N] noted"
        fact.attend += [i for i in acting[:1] if i not in fact.attend]
        return
    person = [item.person] if opens and item.person else []
    spoke = person if row.elements[0].role == "during" else []
    guests = spoke or item.delegation or (visit.attend if visit else []) or person
    fact.attend += [i for i in guests if i not in fact.attend]


def _on_the_agenda(item: Item, reported: Reported, fact: Fact) -> None:
    """Add whose programme holds talks: "Her schedule includes [talks] with N", "[Talks] with M are planned"."""
    nucleus = fact.nucleus
    if nucleus.during or not (scheduled(nucleus) or foreseen(nucleus)) or fact.markers != {"with"}:
        return
    own = [m for m in reported.members if m.at < nucleus.at and m.actor.id[0] != "o" and m.marker in {"of", "subject"}]
    visit = _last_visit(item, planned=nucleus.planned)
    who = [m.actor.id for m in own[-1:]] or (visit.attend if visit else [item.person] if item.person else [])
    fact.add_first(who)


def _last_visit(item: Item, *, planned: bool = False) -> Draft | None:
    """The last visit under way of which it is told who came; with `planned` also one yet to come."""
    visits = (d for d in reversed(item.drafts) if d.type == "visit" and d.attend and (planned or not d.planned))
    return next((d for d in visits if d is item.drafts[0] or not all(_in_passing(f) for f in d.facts)), None)


def _in_passing(fact: Fact) -> bool:
    """Tell a visit that is only spoken of: "recalled the visit of the President to Osh in 2016"."""
    nucleus = fact.nucleus
    return nucleus.untold and fact.markers == {"of"} and nucleus.row.passage.language.analytic and not fact.heading


def _visitor_met(item: Item, reported: Reported, fact: Fact) -> None:
    """Take the visitor for who met, where nobody is the subject: "Сапармен барды. Спикермен де [кездесу] өтті"."""
    nucleus = fact.nucleus
    visit = _last_visit(item, planned=nucleus.planned)
    acting = any(m.actor.person and m.marker == "subject" for m in reported.members)
    told = nucleus.asserted or (nucleus.planned and nucleus.untold)  # "N-мен келіссөздер жоспарланған"
    if visit is not None and told and not acting:
        fact.attend += [i for i in visit.attend if i[0] == "p" and i not in fact.attend]


def _visitors_met(item: Item, reported: Reported, fact: Fact) -> bool:
    """Take the visitors for who met, where a Russian row names the others alone: "Состоится [встреча] с послом"."""
    nucleus = fact.nucleus
    acting = any(m.actor.person and m.marker == "subject" and not m.through for m in reported.members)
    visits = [d for d in item.drafts if d.type == "visit" and d.attend and (nucleus.planned or not d.planned)]
    people = any(e.role in _OTHERS and e.form and "nom" in e.form.cases for e in reported.row.elements)
    behind = takewhile(lambda e: e.role != "with", reported.row.elements[nucleus.at + 1 :])
    people = people or any(e.role in {"people", "delegation"} for e in behind)  # "встреча членов делегации с послом"
    told = (nucleus.asserted or nucleus.planned) and "he" not in reported.row.roles
    if acting or people or not told or not visits or set(fact.attend) & set(visits[-1].attend):
        return False
    fact.attend += [i for i in visits[-1].attend if i not in fact.attend]
    return True


def received(fact: Fact, told: Sequence[tuple[Fact, Draft]]) -> None:
    """Take the visitors for who met: "During the visit, a [meeting] was held with the leadership of the faculty"."""
    nucleus = fact.nucleus
    met = nucleus.type == "meeting" and nucleus.asserted and nucleus.indefinite and not nucleus.planned
    if fact.attend or not (met and nucleus.row.passage.language.analytic):
        return
    visits = (d for f, d in told if f.nucleus.during and d.type == "visit" and d.attend and not d.planned)
    fact.attend += next((d.attend for d in visits), [])


def visiting(reported: Reported, told: Sequence[tuple[Fact, Draft]]) -> None:
    """Take who acts during a visit of people not named before: "During the visit, [N and M] will meet voters"."""
    if not reported.row.passage.language.analytic:
        return
    acting = [m.actor.id for m in reported.members if m.actor.person and m.marker == "subject" and not m.through]
    for fact, draft in told:
        if draft.type == "visit" and fact.nucleus.during and not draft.attend:
            draft.add(acting)


def on_visit(reported: Reported, fact: Fact) -> None:
    """Take who is said to be on a visit: "the President, who was on a [visit] to Osh"."""
    nucleus, row = fact.nucleus, reported.row
    language = row.passage.language
    if nucleus.type != "visit" or nucleus.verbal or fact.attend or not language.analytic:
        return
    near = row.elements[max(0, nucleus.at - _STAY) : nucleus.at]
    on = next((n for n, e in enumerate(near) if e.role == "in" and row.norm(e) in language.events.staying), None)
    there = next((n for n, e in enumerate(near) if n and e.role == "beneficiary" and near[n - 1].place), None)
    on = there if on is None else on  # "the envoys are in Oslo for a visit"
    if on is None or not any(e.role == "indefinite" for e in near[on:]):
        return
    before = last_run(row.elements, [m for m in reported.members if m.actor.person and m.at < nucleus.at])
    after = [m for m in reported.members if m.actor.person and m.marker == "subject"][:1]
    fact.attend += [m.actor.id for m in before or after]


def own_visit(item: Item, reported: Reported, fact: Fact) -> None:
    """Take whose visit or meeting it is: "met the Speaker during his visit", "said in her talks with the envoy"."""
    nucleus, row = fact.nucleus, reported.row
    met = nucleus.type in MET and row.passage.language.analytic and bool(fact.attend)
    joins = [v for v in nucleus.verbs if row.elements[v].frame == "attend" and row.elements[v].is_trigger("noun")]
    joins = [] if fact.attend or not row.passage.language.analytic else joins  # "her participation in the forum"
    if nucleus.verbal or not (met or joins or (nucleus.type == "visit" and not fact.attend)):
        return
    if met and not {*fact.attend} <= {m.actor.id for m in reported.members if m.marker == "with"}:
        return
    at = min([*joins, nucleus.at])
    near = row.elements[max(0, at - _OWNER) : at]
    clause = takewhile(lambda e: e.kind != "comma", reversed(near))  # "По его словам, в ходе визита"
    own = {row.norm(e) for e in clause} & row.passage.language.posts.possessives
    people = [m for m in reported.members if m.actor.person and not m.through and m.actor.id not in fact.attend]
    if not own:
        led = [e.role for e in row.elements[max(0, nucleus.at - _ARTICLED) : nucleus.at]]
        bare = met and (led[-1:] == ["during"] or led == ["during", "indefinite"])
        if bare and not people and item.person and len(fact.attend) == 1 and item.person not in fact.attend:
            fact.attend.append(item.person)  # "He said so during a [meeting] with the mayor"
        return
    before = [m for m in people if m.at < nucleus.at]
    after = [m for m in people if m.at > nucleus.at and m.marker == "subject"] if row.passage.language.analytic else []
    between = row.elements[before[-1].last + 1 : nucleus.at] if before else []
    if any(row.norm(e) in row.passage.language.events.objects for e in between):  # "extended to [him] on their visit"
        owners = [m.actor.id for m in before if m.marker == "subject"][:1]
    elif own & row.passage.language.events.several and (before or after):  # "the visit of N and M and their talks"
        owners = [m.actor.id for m in last_run(row.elements, before) or first_run(row.elements, after)]
    else:  # "During his visit, the minister is to meet"
        alone = not met or len(fact.attend) == 1
        ids = [*_whose(reported, people, nucleus), *(m.actor.id for m in after)]
        owner = next(iter(ids), item.person if alone else None)
        owners = [owner] if owner else []
    fact.attend += [i for i in owners if i not in fact.attend]
    accompanying = row.passage.language.events.accompanying
    if any(not accompanying.isdisjoint(row.norm(e).split()) for e in row.elements[: nucleus.at]):
        # "The director accompanied the President during his visit"
        fact.attend += [m.actor.id for m in before if m.actor.id not in fact.attend]


def _whose(reported: Reported, people: Sequence[Member], nucleus: Nucleus) -> list[str]:
    """The one before a visit whose it is: of who received another the other, else in English the one who acts."""
    before = [m for m in people if m.at < nucleus.at]
    row = reported.row
    if not before:
        return []
    verb = next((i for i in reversed(row.triggers) if i < nucleus.at and row.elements[i].frame), None)
    acting = [m for m in before if m.marker == "subject" and verb is not None and m.at < verb]
    frame = row.elements[verb].frame if verb is not None else ""
    guest = frame in _RECEIVING or (frame == "meet" and before[-1].marker == "object")  # "met the envoy during his"
    analytic = row.passage.language.analytic and nucleus.type == "visit"
    acts = analytic and len(acting) == 1 and not guest
    # "was confirmed by N at a meeting with M during his visit"
    done = [m for m in before if m.marker == "by"] if analytic and not acting else []
    return [m.actor.id for m in (acting if acts else done or before)[-1:]]


def talks(fact: Fact, draft: Draft) -> bool:
    """Tell what was discussed at talks, which makes no others: "Duşuşygyň barşynda ministr ilçi bilen pikir alyşdy"."""
    language = fact.nucleus.row.passage.language
    same = language.analytic and draft.type in MET and set(fact.attend) <= set(draft.attend)
    there = (language.head_final and draft.type in TALKS) or same  # "During their meeting, A and B discussed trade"
    return there and fact.nucleus.verbal and "discuss" in fact.nucleus.frames


def guests(item: Item, reported: Reported, fact: Fact) -> None:
    """Add the delegation spoken of before: "Кездесу барысында ректор қонақтарға жобаны таныстырды".

    Or that somebody received: "Қонақтарды министр қабылдады".
    """
    nucleus, row = fact.nucleus, reported.row
    if not (fact.attend and item.delegation and row.passage.language.head_final and "participants" in row.roles):
        return
    during = nucleus.type in TALKS and nucleus.during and not (nucleus.verbal or nucleus.planned)
    received = nucleus.verbal and nucleus.frames == ["receive"] and not fact.markers & {"object", "by"}
    if during or received:
        fact.attend += [i for i in item.delegation if i not in fact.attend]
        fact.markers |= {"object"} if received else set()


def met_there(whole: Fact, fact: Fact) -> bool:
    """Tell a meeting of its own at an event that the row names: "Форумда министр елшімен кездесті".

    In "Жиында депутаттар бас қосты" nobody meets another than those who came.
    """
    if len(fact.attend) < 2 and not fact.markers & {"with", "object"}:  # noqa: PLR2004 - a pair
        return False
    trigger, final = whole.nucleus.element.trigger, fact.nucleus.row.passage.language.head_final
    met = fact.nucleus.verbal and {"meet", "receive"} & set(fact.nucleus.frames)
    return bool(final and met and whole.nucleus.type not in TALKS - {"session"} and trigger and trigger.case == "loc")


def held_for(one: Fact, fact: Fact) -> bool:
    """Tell what is held for another event: "[Mejlisiň] ähmiýetini öwrenmek maksady bilen maslahat geçirildi"."""
    first, nucleus = one.nucleus, fact.nucleus
    if not nucleus.row.passage.language.head_final or first.verbal or nucleus.verbal or first.entry is nucleus.entry:
        return False
    aim = nucleus.asserted and not first.asserted
    return aim and any(e.role == "beneficiary" for e in nucleus.row.elements[first.at : nucleus.at])


def not_he(reported: Reported, head: int) -> bool:
    """Tell "that" before a noun ("Ол форумға қатысады"), or "he" of another verb ("Ол өкілдер қатысатынын айтты").

    In "Ол комиссия мүшелерінің қатысуымен семинар өткізді" the people are those present.
    """
    elements = reported.row.elements
    at = next((i for i, e in enumerate(elements) if e.role == "he"), 0)
    head, elements = head - at, elements[at:]
    that = elements[1:2] and elements[1].kind == "trigger" and not elements[1].frame
    marked = {i - at for m in reported.members if m.marker not in {"subject", "of"} for i in range(m.at, m.last + 1)}
    people = (e for i, e in enumerate(elements[:head]) if i and i not in marked and e.role == "people" and e.form)
    return bool(that) or any(e.form and "nom" in e.form.cases for e in people)


def led_back(item: Item, reported: Reported) -> None:
    """Note who heads the delegation spoken of before: "… wekiliýeti geldi. Oňa ministr ýolbaşçylyk edýär"."""
    row = reported.row
    opens = bool(row.elements) and row.elements[0].role == "it"
    if not (opens and item.delegation and "lead" in row.frames) or reported.facts or reported.heads:
        return
    owner = next((i for i in item.delegation if i[0] == "o"), None)
    heads = [m.actor.id for m in reported.members if m.marker == "subject" and m.actor.person and not m.through]
    reported.heads += [(person, owner) for person in heads[:1]]


def did(nucleus: Nucleus) -> bool:
    """Tell what somebody did at or with an event: "took part in it", not "is to be held"."""
    analytic = nucleus.row.passage.language.analytic
    done = [v for v in nucleus.verbs if nucleus.row.elements[v].frame in _PERSONAL]
    if not analytic:
        return bool({*nucleus.frames} & _PERSONAL)
    bare = bool({*nucleus.frames} & _PERSONAL) and not nucleus.verbs
    return bare or any(not is_passive(nucleus.row, v) for v in done)


def they(item: Item, reported: Reported, fact: Fact) -> None:
    """Add the visitors told of before for whom a pronoun stands: "N and M visited Oslo. [They] met the Speaker"."""
    row, nucleus, first = reported.row, fact.nucleus, reported.row.elements[0]
    opens = first.role == "participants" and row.norm(first) in row.passage.language.posts.pronouns
    met = nucleus.type in MET and not nucleus.during and "with" in fact.markers and "subject" not in fact.markers
    if not (opens and met and (nucleus.verbal or "hold" in nucleus.frames) and row.passage.language.analytic):
        return
    visit = next((d for d in reversed(item.drafts) if d.type == "visit"), None)
    visitors = [i for i in visit.attend if i[0] == "p"] if visit is not None else []
    if item.current is not None and {*visitors} <= {*item.current.attend}:
        fact.add_first(visitors)
