"""Whom a Russian title is not of though they stand right behind it: the subject of the verb that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.title import is_acting
from kg.language.morphology import parsed
from kg.language.russian import CASES, predicate

if TYPE_CHECKING:
    from kg.annotate.posts.title import Title
    from kg.annotate.view import View


def acts(view: View, title: Title, first: int, last: int) -> bool:
    """Tell a name of several words in the nominative before its verb, behind a title in another case.

    `first` and `last` are the name's tokens: "По поручению [министра] Иван Орлов посетил", "Указом президента Анна Ким
    назначена", but "заявление министра Айгуль Ким вызвало".
    """
    if not view.language.fusional or title.head is None or first == last or last + 1 >= len(view.tokens):
        return False
    verb = view.tokens[last + 1].norm
    if is_acting(view, title) or not predicate(verb):
        return False  # "и. о. [министра] Анна Ким подписала"
    analyses = view.language.analyse(view.tokens[title.head].norm)
    told = {a.case for a in analyses if not a.number}  # "[главы] государства" is of one
    gender = parsed(verb)[0].tag.gender
    singular = [p.tag for p in parsed(view.tokens[first].norm) if str(p.tag.number) == "sing"]
    cases = {CASES.get(str(t.case), "") for t in singular if gender is None or t.gender == gender}
    return "nom" in cases and bool(told) and told.isdisjoint(cases)
