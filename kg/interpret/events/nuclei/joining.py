"""Nouns and verbs of events in one row that tell of one: compounds, openings, sittings, what was discussed where."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.interpret.events.event_types import HELD, MET
from kg.interpret.events.nuclei.determiners import DETERMINERS
from kg.interpret.events.nuclei.sharing import LISTED, share_case, share_subjects
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.interpret.events.nuclei.nucleus import Nucleus
    from kg.interpret.events.sentence.row import Element, Row

# Elements between a mechanism and its sitting.
_BETWEEN = 8
# Elements between visiting and the event visited.
_BESIDE = 4
# Elements between two nouns of one title.
_TITLE = 6
# Types of talks at which something is discussed.
_DISCUSSED_IN = MET | {"session"}


def neighbours(nuclei: Mapping[int, Nucleus]) -> Iterator[tuple[int, int]]:
    """Indices of each nucleus and the next; not of one that was joined to another while the pairs were gone through."""
    return ((left, right) for left, right in pairwise(sorted(nuclei)) if left in nuclei and right in nuclei)


def join_compounds(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Join nouns that are one: "training advice seminars", "okuw sapaklary hem-de tälim okuwlary"."""
    for left, right in pairwise(i for i in sorted(nuclei) if not nuclei[i].verbal):
        gap = row.elements[left + 1 : right]
        first, second = nuclei[left], nuclei[right]
        joined = len(gap) == 1 and gap[0].role == "and" and first.type == second.type
        plain = (len(gap) <= 1 and all(e.kind == "text" for e in gap)) or _in_title(row, left, right)
        if joined or (plain and _stands_bare(row, left)):
            apart = joined and bool(getattr(second.entry, "apart", False))
            second.plural = second.plural or (joined and not apart)
            if apart:
                second.entry = first.entry  # "maslahat we sergi": what is told of the first holds for both
            _lend(first, second)
            del nuclei[left]


def _in_title(row: Row, left: int, right: int) -> bool:
    """Tell two English nouns of one title with capitals: "the East Asia [Summit] Foreign Ministers’ [Meeting]"."""
    short = row.passage.language.analytic and right - left <= _TITLE
    return short and all(_of_title(row, e) for e in row.elements[left : right + 1])


def _of_title(row: Row, e: Element) -> bool:
    """Tell a word with a capital, or the apostrophe of a plural, in the title of an event."""
    if e.kind == "mark":
        return row.norm(e) in "’'"
    return e.kind in {"text", "trigger"} and row.tokens[e.first].text[0].isupper()


def share_verbs(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Give nouns joined by "and" the verb after the last: "Geňeşiň mejlisine we guramanyň sammitine gatnaşdy"."""
    if row.passage.language.analytic:
        _share_before(row, nuclei)
    elif row.passage.language.fusional:
        share_case(row, nuclei)
        share_subjects(row, nuclei)
    if not row.passage.language.head_final:
        return
    for left, right in reversed(list(pairwise(i for i in sorted(nuclei) if not nuclei[i].verbal))):
        first, second = nuclei[left], nuclei[right]
        shared = set(row.elements[left].cases) & set(row.elements[right].cases)
        own = [v for v in first.verbs if v > left]  # "Ошта [өтетін] форумға, су конференциясына қатысады"
        told = {"attend", "hold", "occur"} & set(second.frames) and min([right, *second.verbs]) == right
        if told and shared and not (own or first.during) and _in_list(row, left, right):
            first.verbs += second.verbs
            first.frames += second.frames


def _in_list(row: Row, left: int, right: int) -> bool:
    """Tell two nouns that a conjunction or a comma joins, with what is the second's alone between them."""
    gap = row.elements[left + 1 : right]
    joint = next((n for n, e in enumerate(gap) if e.kind != "comma" and e.role != "and"), len(gap))
    return joint > 0 and all(e.kind != "comma" and (e.kind != "trigger" or _of_it(e)) for e in gap[joint:])


def _of_it(e: Element) -> bool:
    """Tell a noun of events in the genitive, which another one owns: "[dialogynyň] mejlisi"."""
    return e.is_trigger("noun") and e.cases == ("gen",)


def _share_before(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Give nouns of a list the verb before the first: "attended the Forum, the session of the Council and a fair"."""
    run: list[int] = []
    for at in sorted(nuclei):
        nucleus = nuclei[at]
        last = run[-1] if run else None
        gap = row.elements[last + 1 : at] if last is not None else ()
        if last is not None and nucleus.untold and _listed(row, gap):
            run.append(at)
            if any(e.role == "and" for e in gap):
                for k in run[1:]:
                    nuclei[k].verbs += [v for v in nuclei[run[0]].verbs if v not in nuclei[k].verbs and v < run[0]]
                    nuclei[k].frames += nuclei[run[0]].frames
                    nuclei[k].novel = True
                run = []
            continue
        before = [v for v in nucleus.verbs if v < at]
        attended = before and all(row.elements[v].frame in LISTED for v in before)
        run = [at] if attended and not nucleus.during and before == nucleus.verbs else []


def _listed(row: Row, gap: Sequence[Element]) -> bool:
    """Tell what lies between two nouns of a list: whose or where the first is, "and", an article of the second."""
    joins = [n for n, e in enumerate(gap) if (e.kind == "comma" or e.role == "and") and n + 1 < len(gap)]
    where = any(e.kind in {"place", "date"} for e in gap)  # "a second meeting in Oslo and [a] third meeting in Rome"
    inside = {*DETERMINERS, "of", "and", *(("in", "ordinal") if where else ())}
    plain = all(
        e.kind in {"text", "comma", "place", "date"}
        or (e.actor is not None and not e.actor.person)
        or e.role in inside
        or _of_title(row, e)
        for e in gap
    )
    return plain and bool(joins) and gap[joins[-1] + 1].role in (ARTICLES if where else DETERMINERS)


def _lend(first: Nucleus, second: Nucleus) -> None:
    """Give what stands before the first noun of a compound to the second."""
    second.definite = second.definite or first.definite
    second.indefinite = second.indefinite or first.indefinite
    second.novel = second.novel or first.novel
    second.next = second.next or first.next
    second.ordinal = second.ordinal or first.ordinal
    second.during = second.during or first.during
    second.topical = second.topical or first.topical


def _stands_bare(row: Row, at: int) -> bool:
    """Tell whether a noun stands as the first part of a compound does; Russian has no such compounds.

    "[Отырыста] саммитке дайындық қаралды" has none: the first noun is where.
    """
    trigger, language = row.elements[at].trigger, row.passage.language
    if trigger is None or trigger.plural or language.fusional:
        return False
    cases = row.elements[at].cases
    return "gen" not in cases and cases != ("loc",)


def join_discussions(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Make one of an event and what was discussed at it: "семинар аясында талқылады"."""
    if not row.passage.language.head_final:
        _discussed_there(row, nuclei)
        return
    for left, right in neighbours(nuclei):
        noun, verb = nuclei[left], nuclei[right]
        framed = noun.during in {"during", "within"} and noun.type in HELD and not noun.verbal
        # "келесі отырыстың күн тәртібін талқылады"
        framed = framed and "future" not in noun.tenses and not _on_agenda(row, left)
        if framed and "discuss" in verb.frames and verb.verbal and not any(e.actor for e in row.elements[left:right]):
            noun.tell(right, "discuss")
            noun.during = ""
            del nuclei[right]


def _on_agenda(row: Row, at: int) -> bool:
    """Tell a sitting of which only what stands on its agenda is told: "сессияның [күн тәртібіне енгізілген] мәселе"."""
    behind = [row.norm(e).split()[-1] for e in row.elements[at + 1 : at + 3]]
    language = row.passage.language
    to = bool(behind) and any(a.case == "dat" and a.harmonic for a in language.analyse(behind[0]))
    return to and behind[-1].endswith(language.events.participles)


def _discussed_there(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Make one of what people discuss and the meeting at which: "обсудит с послом торговлю на [встрече] в Осло"."""
    for left, right in neighbours(nuclei):
        if row.passage.language.fusional and _opened(row, nuclei[left], nuclei[right]):
            nuclei[left].tell(right, "discuss")
            opens = any(e.kind == "date" for e in row.elements[:left]) and nuclei[left].during == "during"
            nuclei[left].during = "" if opens else nuclei[left].during  # the day is of the talks
            del nuclei[right]
            continue
        verb, noun = nuclei[left], nuclei[right]
        at = right - 1
        while row.passage.language.analytic and (
            row.elements[at].kind == "text" or row.elements[at].role in DETERMINERS
        ):
            at -= 1  # "discussed today at a special [meeting]"
        there = row.elements[at].role == "in" and noun.untold and not noun.plural
        if not there or "discuss" not in verb.frames or noun.type not in _DISCUSSED_IN:
            continue
        if not any(e.role == "stop" or e.kind == "comma" for e in row.elements[left:right]):
            noun.tell(left, "discuss")
            del nuclei[left]


def _opened(row: Row, noun: Nucleus, verb: Nucleus) -> bool:
    """Tell talks in whose course their other party discusses something: "посол на [встрече] с мэром обсудил"."""
    trigger, gap = verb.element.trigger, row.elements[noun.at + 1 : verb.at]
    acts = trigger is not None and trigger.form == "verb" and not trigger.passive and "discuss" in verb.frames
    talks = noun.type in MET and not (noun.verbal or noun.verbs or noun.plural)
    there = noun.during == "during" or [e.role for e in row.elements[max(0, noun.at - 1) : noun.at]] == ["in"]
    who = any(e.role == "with" for e in gap) or noun.type == "call"  # "президенты в ходе разговора обсудили"
    who = who or len([e for e in gap if e.actor and e.actor.person]) > 1  # "в ходе беседы министр и посол обсудили"
    who = who and not any(e.kind == "comma" or e.role == "stop" for e in gap)
    return bool(acts and talks and there and who)


def join_attended(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Make a visit to an event part in it: "[встречу] посетила министр", "посетил [форум]", but of what is shown."""
    for i in [i for i, n in nuclei.items() if n.verbal and row.elements[i].frame == "visit"]:
        for j in (k for k in sorted(nuclei) if 0 < abs(k - i) <= _BESIDE and not nuclei[k].verbal):
            noun = nuclei[j]
            gap = row.elements[min(i, j) + 1 : max(i, j)]
            acc = "acc" in row.elements[j].cases and not (noun.during or noun.verbs)
            shown = noun.type in {"visit", "election"} or getattr(noun.entry, "apart", False)
            if acc and not shown and all(e.kind == "text" for e in gap):
                noun.tell(i, "attend")
                nuclei.pop(i)
                break


def _sitting_of(nuclei: dict[int, Nucleus]) -> None:
    """Leave out a body that sits behind its sitting: "заседание [коллегий] министерств"."""
    for right in sorted(i for i in nuclei if getattr(nuclei[i].entry, "lower", False)):
        left = nuclei.get(right - 1)
        if left is not None and left.type == "session" and not (left.verbal or left.verbs):
            del nuclei[right]
    for at, right in neighbours(nuclei):
        sitting, body = nuclei[at], nuclei[right]
        sits = sitting.type == "session" and not sitting.verbal and body.type == "conference" and not body.verbal
        if sits and _genitive_behind(body, at):
            del nuclei[right]  # "28-я сессия [Конференции]"


def _genitive_behind(noun: Nucleus, at: int) -> bool:
    """Tell a noun in the genitive right behind another, adjectives aside."""
    gap = noun.row.elements[at + 1 : noun.at]
    return "gen" in noun.element.cases and len(gap) <= 1 and all(e.kind == "text" for e in gap)


def join_sittings(row: Row, nuclei: dict[int, Nucleus]) -> None:
    """Join "the 17th session" and "of the dialogue" into one nucleus of the mechanism's type."""
    final = row.passage.language.head_final
    if row.passage.language.fusional:
        _sitting_of(nuclei)
    for left, right in neighbours(nuclei):
        if right - left > _BETWEEN or not _owned(row, left, right, final=final):
            continue
        mechanism, sitting = (nuclei[left], nuclei[right]) if final else (nuclei[right], nuclei[left])
        if getattr(mechanism.entry, "sits", False) and sitting.type in {"session", "meeting"} and not sitting.verbal:
            sitting.type, sitting.sits = mechanism.type, mechanism.at
            sitting.ordinal = sitting.ordinal or mechanism.ordinal
            del nuclei[mechanism.at]
        elif not final and row.passage.language.analytic and _of_body(row, sitting, mechanism):
            sitting.type = "session"
            del nuclei[mechanism.at]
        elif final and _of_series(mechanism) and sitting.type == "session" and sitting.ordinal is not None:
            del nuclei[mechanism.at]  # "Бас конференцияның 38-ші сессиясы"


def _of_body(row: Row, sitting: Nucleus, mechanism: Nucleus) -> bool:
    """Tell the sitting of a body that is called a forum or conference: "the 30th session of the [Conference]"."""
    counted = sitting.type in {"session", "meeting"} and (sitting.type == "meeting" or sitting.ordinal is not None)
    named = row.tokens[mechanism.element.first].text[0].isupper() and mechanism.ordinal is None
    return counted and named and mechanism.type == "conference" and not (sitting.verbal or mechanism.verbal)


def _of_series(mechanism: Nucleus) -> bool:
    """Tell what has numbered sittings: a conference, or an assembly in small letters."""
    assembly = bool(getattr(mechanism.entry, "lower", False)) and mechanism.ordinal is None
    return mechanism.type == "conference" or (assembly and not (mechanism.verbal or mechanism.verbs))


def _owned(row: Row, left: int, right: int, *, final: bool) -> bool:
    if final:
        return "gen" in row.elements[left].cases
    gap = row.elements[left + 1 : right]
    mechanism = row.passage.language.analytic and [e.role for e in gap[:1]] == ["of"]
    parties = (mechanism and _party(row, e) for e in gap)  # "the session of the India-Central Asia dialogue"
    sides = (e.place is not None and e.place.case == "adj" for e in gap)  # "раунд японо-чешских консультаций"
    inside = {"of", "definite", "ordinal", "habitual", "series"}
    known = zip(gap, sides, parties, strict=True)
    named = row.passage.language.analytic and gap and row.tokens[gap[-1].last - 1].text[0].isupper()
    inside |= {"relation"} if named else set()  # "a meeting of ministers of the Asian [Cooperation] Dialogue"
    own = {"text", "trigger"} if named else {"text"}  # "a meeting of the Asia [Dialogue] Forum"
    return all(e.kind in own or e.role in inside or side or party for e, side, party in known)


def _party(row: Row, e: Element) -> bool:
    """Tell a party or the hyphen between two in the name of a mechanism: "the [EU]-[Chile] dialogue"."""
    body = e.actor is not None and not e.actor.person
    return body or e.place is not None or (e.kind == "mark" and row.norm(e) in "-–")
