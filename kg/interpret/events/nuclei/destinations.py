"""Where somebody goes, where verbs stand last: a country, a town, a body's house."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Element, Row

# Elements from the town of where somebody goes to the verb.
_GOAL = 6
# Elements from where somebody goes over who goes to the verb.
_AHEAD = 20


def goes_there(row: Row, i: int) -> bool:
    """Tell a finite verb right after the country, region or town where somebody goes ("Астанаға келеді")."""
    trigger, before = row.elements[i].trigger, row.elements[i - 1] if i else None
    if trigger is None or before is None or not (trigger.form in {"verb", "converb"} or _came_on_visit(row, i)):
        return False
    with_others = before.role in {"delegation", "into"}
    if trigger.form == "verb" and (with_others or (before.actor and before.actor.case in {"nom", ""})):
        return _subject_between(row, i)
    if trigger.form == "verb" and _invited(row, i):
        return True
    if _our_country(row, before):
        return any(e.trigger is not None and e.trigger.type == "visit" for e in row.elements[max(0, i - _GOAL) : i])
    if before.kind == "text" and any(a.case == "dat" for a in row.passage.language.analyse(row.norm(before))):
        near = row.elements[max(0, i - _GOAL) : i - 1]  # "Будапешттегі … павильонына барды"
        return any(e.place is not None and e.place.case == "attr" for e in near)
    goal = before.actor if before.actor is not None and before.actor.case == "dat" else None
    who = any(e.actor is not None and e.actor.person and e.actor.case == "nom" for e in row.elements[:i])
    who = who or any(e.role == "delegation" for e in row.elements[:i])
    house = goal is not None and not goal.person and trigger.form == "verb" and trigger.tense == "past" and who
    return (before.place is not None and before.place.case == "dat") or (
        goal is not None and (goal.country is not None or house)  # "Çary Amanow komissiýa bardy"
    )


def _came_on_visit(row: Row, i: int) -> bool:
    """Tell a participle of who came on a visit, the goal right before it: "sapar bilen [Oşa gelen] ministr"."""
    on = row.elements[max(0, i - 3) : i - 1]
    visit = len(on) > 1 and on[0].trigger is not None and on[0].trigger.type == "visit" and on[1].role == "with"
    return visit and row.elements[i].is_trigger("participle")


def _invited(row: Row, i: int) -> bool:
    """Tell a goal before on whose invitation somebody came there: "[Limä] 5-nji maýda Perunyň çakylygy boýunça geldi".

    The day may stand between, with a word for the time of day.
    """
    k = i - 1
    if row.elements[k].role != "host" or k < 1 or row.elements[k - 1].actor is None:
        return False
    k -= 2
    while k > 0 and (row.elements[k].date or row.elements[k].kind == "comma" or row.elements[k - 1].date):
        k -= 1
    goal = row.elements[k].place if k >= 0 else None
    return goal is not None and goal.case == "dat"


def _our_country(row: Row, e: Element) -> bool:
    """Tell the word for our country as where somebody goes: "resmi sapar bilen [ýurdumyza] geldi"."""
    ours, found = row.passage.language.posts.ours, row.passage.language.analyse(row.norm(e))
    return e.kind == "text" and any(a.stem in ours and (a.possessive, a.case) == ("1pl", "dat") for a in found)


def _subject_between(row: Row, i: int) -> bool:
    """Tell a goal before who goes there: "[Астанаға] жұмыс сапарымен Жапония елшісі Ито Кита келді", "[өңірге] келді".

    Or before in whose delegation: "[Aşgabada] ministriň wekiliýetiniň düzüminde geldi".
    No other word of events stands between, the journey's own apart.
    """
    places = row.passage.language.institutions.places
    for j in range(i - 1, max(-1, i - _AHEAD), -1):
        e = row.elements[j]
        if (e.place is not None and e.place.case == "dat") or (
            e.actor is not None and not e.actor.person and e.actor.case == "dat"
        ):
            return True
        if e.kind == "text" and any(
            a.case == "dat" and a.stem in places for a in row.passage.language.analyse(row.norm(e))
        ):
            return True
        trigger = e.trigger
        if trigger is not None and trigger.form == "noun" and (trigger.type, trigger.case) == ("visit", "ins"):
            return True  # "Өңірге жұмыс сапарымен төраға Анна Ким келді"
        if trigger is not None:
            return False
    return False
