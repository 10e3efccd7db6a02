"""Whose a title is that a verb or a noun of coming to a post leads to: "Anna Kim was elected [chair] of the Board"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.posts.head_final.subjects import part_subject
from kg.annotate.posts.head_initial.clauses import bind_clauses
from kg.annotate.posts.head_initial.shared import bind_shared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View
    from kg.model import PersonMention


def bind_predicates(
    view: View, titles: Sequence[Title], persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> list[Title]:
    """Give titles that a verb says somebody has to the subject: "Иван Петров избран [председателем]".

    `here` maps the first token of each person of the sentence to the index in `persons` and the last token. Gives the
    titles in text order, with those that stand within others: "советник [президента] Анны Ким".
    """
    if view.language.fusional:
        told = [t for title in titles if title.several for t in bind_shared(view, title, persons, here)]
        single = bind_clauses(view, [title for title in titles if not title.several], persons, here)
        return sorted([*single, *told], key=lambda t: t.first)
    for title in titles:
        if view.language.analytic:
            _bind_complement(view, title, here)
            _bind_capacity(view, title, here)
        elif title.person is None:
            _bind_becoming(view, title, persons, here)
    if view.language.head_final:
        part_subject(view, titles, persons, here)
    return list(titles)


def _named(persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]], end: int) -> int | None:
    """The person named last before token `end` in the nominative."""
    before = (f for f, (index, _) in here.items() if f < end and persons[index].case == "nom")
    return here[last][0] if (last := max(before, default=None)) is not None else None


def _bind_last(view: View, title: Title, person: int | None) -> None:
    if person is not None:
        title.person, title.rule = person, f"{view.language.code}.predicate"


def _bind_becoming(
    view: View, title: Title, persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> None:
    """The subject of a title that it has or gets: "Асан Үсенов Палатаның [төрағасы] болып сайланды".

    Or behind it, before the verb: "Палатаның [төрағасы] болып Асан Үсенов сайланды".
    """
    after = title.last + 1
    told = after < len(view.tokens) and view.tokens[after].norm in view.language.posts.becoming
    if told and (behind := here.get(after + 1)) is not None and persons[behind[0]].case == "nom":
        _bind_last(view, title, behind[0])
        return
    last = max((last for first, (_, last) in here.items() if first < title.first), default=title.first)
    beside = last + 1 == title.first < title.last  # "Асан Үсенов [қаржы министрінің орынбасары] болып тағайындалды"
    only = len(here) == 1 and title.first < title.last  # "… босатылып, Премьердің [кеңесшісі] болып тағайындалды"
    if not told or not (title.organisation or title.country or beside or only):
        return
    if any((place := view.place[k]) and place.kind == "country" for k in range(last + 1, title.first)):
        return  # "Aman Amanow Çiliniň bankyň [agzasy] bolandygyny aýtdy"
    _bind_last(view, title, _named(persons, here, title.first))


def _bind_complement(view: View, title: Title, here: Mapping[int, tuple[int, int]]) -> None:
    """The subject right before the verb and the article: "Anna Kim is a [Vice-President] of the Assembly"."""
    k = title.first - 1
    while k > 0 and view.tokens[k].norm in view.language.institutions.articles | view.language.posts.between:
        k -= 1
    coming = _past_coming(view, k)
    if title.person is not None or k <= 0 or not (coming < k or _copula(view, k)):
        return
    k = coming
    while k > 0 and (_copula(view, k) or view.tokens[k].norm in view.language.posts.between):
        k -= 1
    if k > 1 and view.tokens[k].norm in view.language.posts.who:  # "Anna Kim, who serves as …"
        k -= 1 + (view.tokens[k - 1].text == ",")
    elif view.tokens[k].text == "," and view.tokens[k + 1].norm.endswith(view.language.morphology.gerund):
        k -= 1  # "Anna Kim, acting as …"
    for index, last in here.values():
        if last == k:
            title.person, title.rule, title.generic = index, f"{view.language.code}.predicate", False


def _bind_capacity(view: View, title: Title, here: Mapping[int, tuple[int, int]]) -> None:
    """The only person named before "in her role as": "Anna Kim spoke in her capacity as [chair] of the Council"."""
    data, k = view.language.posts, title.first - 1
    while k > 0 and view.tokens[k].norm in view.language.institutions.articles:
        k -= 1
    words = [t.norm for t in view.tokens[max(0, k - 2) : k + 1]]
    if title.person is not None or " ".join(words[-2:]) not in data.capacities:
        return
    before = [index for first, (index, _) in here.items() if first < k]
    if len(before) == 1 and set(words) & data.possessives:
        title.person, title.rule, title.generic = before[0], f"{view.language.code}.capacity", False


def _past_coming(view: View, k: int) -> int:
    """The token before a phrase for coming to a post that ends at `k`: "Anna Kim [took office] as", else `k`."""
    for words in _by_last(view.language.posts.comings).get(view.tokens[k].norm, ()):
        first = k - len(words) + 1
        if first > 0 and view.sentence.words[first : k + 1] == words:
            return first - 1
    return k


@cache
def _by_last(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """The words of phrases, by the last one."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in map(tuple, map(str.split, phrases)):
        found.setdefault(words[-1], []).append(words)
    return found


def _copula(view: View, k: int) -> bool:
    return view.tokens[k].norm in view.language.posts.copulas
