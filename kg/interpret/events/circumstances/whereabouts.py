"""Which places of a row are where something happens: not where somebody sits or is sent to, nor part of a name."""

from __future__ import annotations

from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import ENVOYS
from kg.interpret.events.circumstances.beside import at_house, in_name, of_pair
from kg.interpret.events.circumstances.capitals import town_follows
from kg.interpret.events.sentence.row import OPENING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.interpret.events.nuclei.nucleus import Clause, Nucleus
    from kg.interpret.events.sentence.row import Element, Row
    from kg.model import PlaceMention

# Elements near a place in which a verb may stand.
_CLOSE = 4
# Elements from a noun of events to a place behind its owner.
_OWNED = 10
# Elements from the town of where somebody goes to the verb.
_GOAL = 5
# Elements between a town and the noun of the house in it that has a name in quotation marks.
_HOUSE = 12
# Countries in a list in none of which something is held.
_MANY = 3
# Elements of such a list before one of them.
_LISTED = 40
# Letters of the shortest participle that is looked for.
_LONG = 6


def _participle(row: Row, e: Element) -> bool:
    """Tell a word with the ending of a participle: what stands before it belongs to it."""
    word, words = row.norm(e), row.passage.language.events
    return word in words.born or (len(word) >= _LONG and word.endswith(words.participles))


def _works_there(row: Row, i: int) -> bool:
    """Tell what a person does somewhere, by two words before the name: "[Ошта] жұмыс істейтін елші Ким"."""
    done, who = row.elements[i + 1 : i + 3], [e.actor for e in row.elements[i + 3 : i + 4] if e.actor is not None]
    return bool(who) and who[0].person and [e.kind for e in done] == ["text", "text"] and _participle(row, done[1])


def _told_of(row: Row, after: Sequence[Element]) -> bool:
    """Tell a deed behind a place that somebody only speaks of: "Oşda [ýaşaýyş barada] çykyş etdi"."""
    told = [e.kind for e in after[:1]] == ["text"] and [e.role for e in after[1:]] == ["topic"]
    return told and row.norm(after[0]).endswith(row.passage.language.institutions.actions)


def named_venue(clause: Clause, i: int) -> bool:
    """Tell "at the" before a name in quotation marks or with a capital: "took place at the “Silk Road” complex"."""
    row = clause.row
    if row.elements[i].role != "in" or row.norm(row.elements[i]) not in row.passage.language.events.housing:
        return False
    after = [e for e in row.elements[i + 1 : i + 3] if e.role != "definite"][:1]
    words = [row.tokens[e.first].text for e in after]
    return any(w in '“«"' or (e.kind == "text" and w[0].isupper()) for e, w in zip(after, words, strict=True))


def houses(clause: Clause, i: int) -> bool:
    """Tell a town before the quoted name of a house in which something is: "Aşgabadyň «Archabil» myhmanhanasynda"."""
    row, place = clause.row, clause.row.elements[i].place
    after = row.elements[i + 1 : i + 1 + _HOUSE] if clause.final and place and place.case in {"gen", "attr"} else []
    at = next((n for n, e in enumerate(after) if e.role == "venue"), 0)
    if after and place is not None and place.kind == "town" and _house(row, i):
        return True
    if not after or (row.norm(after[0]) not in OPENING and not (place and place.kind == "town" and at <= _CLOSE)):
        return False  # "Änew şäheriniň medeniýet öýünde"
    return at > 0 and all(e.kind in {"text", "mark", "place"} for e in after[:at])


def _goal(clause: Clause, i: int) -> bool:
    """Tell the town of what somebody goes to see: "[Aşgabadyň] saýlaw uçastoklaryna baryp gördüler"."""
    row, place = clause.row, clause.row.elements[i].place
    near = row.elements[i + 1 : i + 1 + _GOAL]
    at = next((n for n, e in enumerate(near) if e.frame in {"visit", "arrive"}), 0)
    if place is None or place.kind != "town" or place.case != "gen" or not at or i + 1 + at not in clause.ats:
        return False
    inner = all(e.kind == "text" or (e.trigger is not None and e.trigger.type == "election") for e in near[:at])
    return inner and any(a.case == "dat" for a in row.passage.language.analyse(row.norm(near[at - 1])))


def _house(row: Row, i: int) -> bool:
    """Tell a town before a house, or a body's house, in which something is: "Ош қаласының конгресс-холлында"."""
    for e in row.elements[i + 1 : i + 1 + _CLOSE]:
        if e.role == "venue":
            return True
        if e.kind == "text":
            found = [a for a in row.passage.language.analyse(row.norm(e)) if a.harmonic]
            if any(a.case == "loc" and a.possessive == "3" for a in found):
                return True
        elif e.actor is None or e.actor.person or e.actor.case not in {"nom", "gen"}:
            return False
    return False


def is_where(clause: Clause, i: int, place: PlaceMention) -> bool:
    """Tell whether a place is where something happens or where somebody goes."""
    elements = clause.row.elements
    if place.case == "adj":
        return False
    if clause.final:
        after = elements[i + 1 : i + 3]
        located = after[:1] and clause.row.norm(after[0]) in clause.row.passage.language.events.located
        inside = after[:1] and after[0].kind == "text" and _participle(clause.row, after[0]) and not located
        if inside or _told_of(clause.row, after) or _works_there(clause.row, i):
            return False  # "Астанада оқитын студенттер"
        if place.case == "nom" and after[:1] and after[0].trigger is not None and after[0].trigger.type == "visit":
            return True  # "Астана сапары"
        if place.case == "attr":  # "Aşgabatdaky duşuşyk", not "the ambassador in Ashgabat"
            goal = [e.frame for e in elements[i + 1 : i + 1 + _GOAL]]  # "Будапешттегі … павильонына барды"
            house = after[0].actor if after else None  # "Duşenbe şäherindäki milli uniwersitetde"
            there = house is not None and not house.person and house.case == "loc"
            return (
                there
                or any(e.is_trigger("noun") for e in after)
                or any(frame in {"arrive", "visit"} and i + 1 + n in clause.ats for n, frame in enumerate(goal))
            )
        gone = place.case == "dat" and any(e.frame == "arrive" for e in after)
        gone = gone and not clause.ats & {i + 1, i + 2}
        bracketed = place.case == "nom" and _bracketed(clause.row, i)
        return bracketed or _goal(clause, i) or _visited(clause, i) or (place.case in {"loc", "dat"} and not gone)
    near = elements[max(0, i - 3) : i]
    before = [e for e in near if e.kind in {"word", "trigger"} and e.role not in {"definite", "and"}]
    named = (any(e.actor for e in near) or place.kind == "town") and in_name(clause.row, i)
    named = not clause.cases and (named or of_pair(clause.row, i))  # "the OSCE Vienna Document"
    sent = any(e.frame == "lead" for e in near)  # "ambassadors representing Chile in Oslo"
    there = bool(before) and (before[-1].role in {"in", "to", "venue"} or before[-1].frame in {"visit", "arrive"})
    there = there and clause.row.norm(before[-1]) not in clause.row.passage.language.events.conjunctions  # "after Osh"
    there = there or _visited(clause, i) or at_house(clause.row, i)
    beside = clause.cases and place.kind == "country" and place.case == "gen"  # "при ШОС – Республики Беларусь"
    sent = sent or (beside and bool(near) and near[-1].kind in {"actor", "mark"})
    data = clause.row.passage.language.events
    sent = sent or any(clause.row.norm(e) in data.seated for e in near if e.kind == "text")
    sent = sent or any(clause.row.norm(e) in data.returning for e in near[-2:-1])  # "and returned to Astana"
    there = there and not (
        named or sent or _goes_on(clause.row, i) or town_follows(elements, i) or _of_many(clause.row, i)
    )
    return there or (_opens(clause, i) if clause.cases else place.kind in {"town", "region"} and _hosts(elements, i))


def _opens(clause: Clause, i: int) -> bool:
    """Tell a town that opens a Russian clause as what is visited or has a host: "[Осло] посетила делегация"."""
    elements = clause.row.elements
    place, at = elements[i].place, next((k for k in range(i + 1, len(elements)) if elements[k].date is None), i)
    opens = all(e.kind in {"date", "comma", "mark"} or e.role == "in" for e in elements[max(0, i - _CLOSE) : i])
    if place is None or place.kind != "town" or place.case not in {"nom", "acc", ""} or not opens:
        return False
    return elements[at].frame == "visit" or (elements[at].frame == "receive" and at not in clause.ats)


def _goes_on(row: Row, i: int) -> bool:
    """Tell where what people speak about goes on: "addressed key issues, including the war in [Ukraine]"."""
    before = [e for e in row.elements[max(0, i - 3) : i] if e.role != "definite"][-2:]
    if len(before) < 2 or before[1].role != "in":  # noqa: PLR2004 - a noun and a preposition
        return False
    return row.norm(before[0]).split()[-1] in row.passage.language.events.affairs


def _visited(clause: Clause, i: int) -> bool:
    """Tell the object of a visit before its verb: "[Башкирию] с визитом посетила делегация", "[ауданды] аралады"."""
    row, place = clause.row, clause.row.elements[i].place
    if place is None or place.case != "acc":
        return False
    ahead = takewhile(lambda e: e.actor is None and e.kind != "comma", row.elements[i + 1 : i + 1 + _GOAL])
    return any(e.frame == "visit" for e in ahead)


def _hosts(elements: Sequence[Element], i: int) -> bool:
    """Tell a town that is the subject of holding: "[Oslo] hosted a seminar", "the city of [Oslo], Norway, hosts"."""
    before, after = elements[max(0, i - 3) : i], elements[i + 1 : i + 5]
    if [e.kind for e in after[:1]] == ["comma"]:  # the country between commas
        closed = next((n for n, e in enumerate(after[1:], 1) if e.kind == "comma"), len(after))
        after = after[closed + 1 :]
    city = i <= len(before) and [e.kind for e in before[-2:]] == ["text", "word"] and before[-1].role == "of"
    if before and before[-1].role == "organiser":
        return True  # "was hosted by Oslo"
    opens = city or all(e.kind in {"date", "comma", "mark"} or e.role in {"in", "definite"} for e in before)
    # "Oslo to host the forum", "Oslo will host", "Oslo is to host"
    to = list(dropwhile(lambda e: e.role in {"to", "planned", "passive"}, after))
    return opens and bool(to) and to[0].frame == "hold"


def _of_many(row: Row, i: int) -> bool:
    """Tell one of three countries or more, whose people are told: "agencies in [Chile], [Cuba] and Peru"."""
    place = row.elements[i].place
    if place is None or place.kind != "country" or not row.passage.language.analytic:
        return False
    listed = [*_listed(row.elements[i:]), *_listed(row.elements[max(0, i - _LISTED) : i][::-1])]
    return len(listed) >= _MANY


def _listed(elements: Iterable[Element]) -> Iterator[Element]:
    """The countries with which elements begin, commas and "and" between them."""
    for e in elements:
        if (e.actor is not None and e.actor.country) or (e.place is not None and e.place.kind == "country"):
            yield e
        elif e.kind != "comma" and e.role not in {"and", "definite"}:
            return


def _bracketed(row: Row, i: int) -> bool:
    """Tell a town with its country in brackets before the word for a town: "[Страсбург] (Франция) қаласында"."""
    after = row.elements[i + 1 : i + 5]
    if [row.norm(e) for e in (*after[:1], *after[2:3])] != ["(", ")"] or len(after) < 4 or after[3].kind != "text":  # noqa: PLR2004 - "(", a country, ")", a word
        return False
    return any(a.case in {"loc", "dat"} and a.harmonic for a in row.passage.language.analyse(row.norm(after[3])))


def _sits_there(row: Row, i: int) -> bool:
    """Tell the town of a body's event, not of the body: "the session of the Council in [Minsk]"."""
    place, k = row.elements[i].place, i - 2
    if place is None or place.kind != "town" or k < 1 or row.elements[k].actor is None:
        return False
    before = [e for e in row.elements[max(0, k - 3) : k] if e.role != "definite"]
    of = len(before) > 1 and before[-1].role == "of"
    return of and before[-2].is_trigger("noun")


def _posted(row: Row, i: int) -> bool:
    """Tell a country in which envoys serve: "совещание послов страны в Чили, [Перу] и Кубе"."""
    place, elements = row.elements[i].place, row.elements
    if row.passage.language.head_final or place is None or place.kind != "country":
        return False
    k, until = i, max(-1, i - _LISTED)
    while k > until and (elements[k].place is not None or elements[k].kind == "comma" or elements[k].role == "and"):
        k -= 1
    if k < 1 or elements[k].role != "in":
        return False
    beside = takewhile(lambda e: e.kind == "text", elements[k - 1 : max(-1, k - 1 - _CLOSE) : -1])
    heads = (row.passage.language.post_heads.find(row.norm(e)) for e in beside)
    return any(hit is not None and hit.entry.post in ENVOYS for hit in heads)


def _of_another(row: Row, i: int) -> bool:
    """Tell a country that says where an embassy is or what is spoken about: "в Посольстве Японии в [Литве]"."""
    place, of = row.elements[i].place, row.elements[i - 2].actor if i > 1 else None
    if place is None or place.kind != "country":
        return False
    return (of is not None and of.kind == "embassy") or _spoken_of(row, i)


def _sent_there(row: Row, i: int) -> bool:
    """Tell a country in which a Russian embassy does something: "визит организован посольством Японии в [Литве]"."""
    of = row.elements[i - 2].actor if i > 1 and row.passage.language.fusional else None
    return of is not None and of.kind == "embassy" and of.case == "ins"


def bound_for(row: Row, i: int, at: int) -> bool:
    """Tell where the English visit at `at` goes, behind whose it is: "the visit of the President [to Chile]"."""
    gap = [e for e in row.elements[at + 1 : i] if e.role != "definite"]
    to = row.passage.language.analytic and bool(gap) and gap[-1].role == "to"
    return to and all(e.trigger is None and e.kind != "comma" for e in gap)


def _spoken_of(row: Row, i: int) -> bool:
    """Tell a country behind what is spoken about: "обменялись мнениями о ситуации в [Ливане]"."""
    for k in range(i - 1, max(-1, i - 1 - _OWNED), -1):
        e = row.elements[k]
        if e.role in {"topic", "relation", "aspect"} or (e.frame == "discuss" and k < i - 2):
            return True
        if e.trigger is not None or e.kind in {"comma", "date"} or (e.actor is not None and e.actor.person):
            return False
    return False


def goes_or_sits(row: Row, i: int, nucleus: Nucleus) -> bool:
    """Tell whether a place is where somebody is sent or sits: "ambassador to Japan", "UNDP in Japan held".

    A visit goes there, unless an embassy there has organised it.
    """
    if nucleus.type == "visit":
        return _sent_there(row, i)
    before = row.elements[max(0, i - 3) : i]
    if any(e.role == "to" for e in before[-2:]):
        return True
    beside = any(e.role == "within" for e in row.elements[max(0, i - _GOAL) : i])  # "on the margins of the Assembly in"
    of_another = _of_another(row, i) or _posted(row, i)
    if of_another or (row.passage.language.analytic and (beside or _sits_there(row, i))):
        return of_another and not (row.passage.language.analytic and _sits_there(row, i))
    dated = [e.kind for e in row.elements[i + 1 : i + 3] if e.role != "in"][:1] == ["date"]
    told = any(e.trigger and e.trigger.form == "noun" for e in row.elements[max(0, i - _OWNED) : i])
    if dated and (told or not row.passage.language.analytic):
        return False  # "the meeting of the Council in Minsk on 12 April", "Судом в [Осло] 5 мая проведена конференция"
    if len(before) < 2 or before[-1].role != "in" or before[-2].actor is None or before[-2].actor.person:  # noqa: PLR2004
        return False
    place = row.elements[
        i
    ].place  # "на полях Совета в [Осло] провёл встречу": Russian offices have towns in their names
    town = not row.passage.language.analytic and place is not None and place.kind == "town"
    verb = town or any(e.frame for e in row.elements[max(0, i - 2 * _CLOSE) : i])
    verb = verb or any(e.role == "venue" for e in row.elements[max(0, i - _OWNED) : i])
    governed = len(before) > 2 and before[0].kind == "word" and before[0].role not in {"definite", "and"}  # noqa: PLR2004
    housed = row.elements[max(0, i - 4) : max(0, i - 2)] if row.passage.language.analytic else ()
    housed = [e for e in housed if e.role != "definite"][-1:]  # "completed a course at the [College] in Oslo"
    return not verb and not governed and not any(e.role == "in" for e in housed)
