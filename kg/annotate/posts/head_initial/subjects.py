"""Whom a title is not of though they stand right behind it: the subject of what is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.title import is_acting
from kg.language.morphology import parsed
from kg.language.russian import CASES, predicate

if TYPE_CHECKING:
    from kg.annotate.posts.title import Title
    from kg.annotate.view import View


def acts(view: View, title: Title, first: int, last: int) -> bool:
    """Tell a name of several words in the nominative before its verb, behind a title in another case or of several.

    In English behind the title of whom a phrase that opens the sentence tells, see `_behind_adjunct`.

    `first` and `last` are the name's tokens: "По поручению [министра] Иван Орлов посетил", "Указом президента Анна Ким
    назначена", but "заявление министра Айгуль Ким вызвало".
    """
    if view.language.analytic:
        return _behind_adjunct(view, title, first, last)
    if not view.language.fusional or title.head is None or last + 1 >= len(view.tokens):
        return False
    verb = view.tokens[last + 1].norm
    if is_acting(view, title) or not predicate(verb):
        return False  # "и. о. [министра] Анна Ким подписала"
    analyses = view.language.analyse(view.tokens[title.head].norm)
    if analyses and all(a.number and a.case != "nom" for a in analyses) and parsed(verb)[0].tag.number == "sing":
        return True  # "В ходе встреч с [послами] Орлов поблагодарил их"
    if first == last:
        return False
    told = {a.case for a in analyses if not a.number}  # "[главы] государства" is of one
    gender = parsed(verb)[0].tag.gender
    singular = [p.tag for p in parsed(view.tokens[first].norm) if str(p.tag.number) == "sing"]
    cases = {CASES.get(str(t.case), "") for t in singular if gender is None or t.gender == gender}
    return "nom" in cases and bool(told) and told.isdisjoint(cases)


def _behind_adjunct(view: View, title: Title, first: int, last: int) -> bool:
    """Tell the subject behind the comma that ends how an English sentence opens: "Greeting the [envoy], Berg noted".

    So of "At the talks with the [envoy], Berg noted", but "Greeting the envoy, Berg, the minister noted".
    """
    tokens, before = view.tokens, title.first - 1
    while before > 0 and tokens[before].norm in view.language.institutions.articles:
        before -= 1
    if before < 0 or tokens[first - 1].text != "," or any(t.text == "," for t in tokens[: first - 1]):
        return False
    gerund = before <= 1 and tokens[before].norm.endswith(view.language.morphology.gerund)
    met = view.shuts_adjunct(first - 1) and tokens[before].norm in view.language.posts.with_whom
    return (gerund or met) and last + 1 < len(tokens) and tokens[last + 1].text[0].isalpha()
