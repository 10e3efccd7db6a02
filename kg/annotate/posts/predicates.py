"""Whose a title is that a verb or a noun of coming to a post leads to: "Anna Kim was elected [chair] of the Board"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import finite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View
    from kg.model import PersonMention

# Farthest that a verb stands before what it says somebody is ("избран новым председателем"), in tokens.
_COPULA = 4
# Farthest that the verb stands behind a title that opens a sentence, in tokens.
_INVERTED = 12
# Farthest that "election" or "appointed" stands before "to the post", in tokens.
_APPOINTED = 7


def bind_predicate(
    view: View, title: Title, persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> None:
    """Give a title that a verb says somebody has to the subject before it: "Иван Петров избран [председателем]".

    `here` maps the first token of each person of the sentence to the index in `persons` and the last token.
    """
    if view.language.analytic:
        _bind_complement(view, title, here)
        _bind_capacity(view, title, here)
        return
    if title.person is not None:
        return
    if view.language.head_final:
        _bind_becoming(view, title, persons, here)
        return
    if title.case == "gen":
        _bind_appointed(view, title, persons, here)
        _bind_quality(view, title, persons, here)
    if title.case != "ins":
        return
    verb = next((k for k in range(title.first - 1, max(-1, title.first - _COPULA), -1) if _copula(view, k)), None)
    if verb is None:
        _bind_inverted(view, title, persons, here)
        return
    _bind_last(view, title, _named(persons, here, verb))


def _named(
    persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]], end: int, *, subject: bool = True
) -> int | None:
    """The person named last before token `end` in the nominative, or where not `subject` in another case."""
    before = (f for f, (index, _) in here.items() if f < end and (persons[index].case == "nom") == subject)
    return here[last][0] if (last := max(before, default=None)) is not None else None


def _bind_last(view: View, title: Title, person: int | None) -> None:
    if person is not None:
        title.person, title.rule = person, f"{view.language.code}.predicate"


def _bind_becoming(
    view: View, title: Title, persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> None:
    """The subject before a title that it has or gets: "Асан Үсенов Палатаның [төрағасы] болып сайланды"."""
    after = title.last + 1
    told = after < len(view.tokens) and view.tokens[after].norm in view.language.posts.becoming
    if not told or not (title.organisation or title.country):
        return
    last = max((last for first, (_, last) in here.items() if first < title.first), default=title.first)
    if any((place := view.place[k]) and place.kind == "country" for k in range(last + 1, title.first)):
        return  # "Aman Amanow Çiliniň bankyň [agzasy] bolandygyny aýtdy"
    _bind_last(view, title, _named(persons, here, title.first))


def _bind_inverted(
    view: View, title: Title, persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> None:
    """The subject behind the verb: "[Координатором] группы назначен депутат Думы Иван Петров".

    Only other titles stand between.
    """
    far = range(title.last + 1, min(title.last + 1 + _INVERTED, len(view.tokens)))
    verb = next((k for k in far if _copula(view, k)), None)
    if verb is None or any(view.tokens[k].text in {",", ";"} for k in range(title.last + 1, verb)):
        return
    first = min((f for f in here if f > verb), default=None)
    if first is None or any(finite(view.tokens[k].norm) for k in range(verb + 1, first)):
        return
    index = here[first][0]
    _bind_last(view, title, index if persons[index].case == "nom" else None)


def _bind_appointed(
    view: View, title: Title, persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> None:
    """Who came to a post: "поздравил Анну Ким с избранием на пост [спикера]", "назначение Анны Ким на пост [посла]".

    It is the person named last before, in another case than the nominative where a noun tells it.
    """
    data, post = view.language.posts, title.first - 1
    if post < 2 or view.tokens[post].norm not in data.posts:  # noqa: PLR2004 - "на пост"
        return
    told = next((k for k in range(post - 2, max(-1, post - _APPOINTED), -1) if _appoints(view, k)), None)
    if told is None:
        return
    _bind_last(view, title, _named(persons, here, post, subject=_copula(view, told)))


def _bind_quality(
    view: View, title: Title, persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> None:
    """The subject before "as": "Анна Ким в качестве [председателя] Совета посетила Осло"."""
    words = " ".join(t.norm for t in view.tokens[max(0, title.first - 2) : title.first])
    before = [(first, index) for first, (index, _) in here.items() if first < title.first]
    if title.person is None and words in view.language.posts.capacities and before:
        index = max(before)[1]
        if persons[index].case == "nom":
            title.person, title.rule = index, f"{view.language.code}.capacity"


def _appoints(view: View, k: int) -> bool:
    """Tell a verb or a noun of coming to a post: "назначен", "избрание"."""
    return _copula(view, k) or view.tokens[k].norm.startswith(view.language.posts.appointing)


def _bind_complement(view: View, title: Title, here: Mapping[int, tuple[int, int]]) -> None:
    """The subject right before the verb and the article: "Anna Kim is a [Vice-President] of the Assembly"."""
    k = title.first - 1
    while k > 0 and view.tokens[k].norm in view.language.institutions.articles | view.language.posts.between:
        k -= 1
    if title.person is not None or k <= 0 or not _copula(view, k):
        return
    while k > 0 and (_copula(view, k) or view.tokens[k].norm in view.language.posts.between):
        k -= 1
    if k > 1 and view.tokens[k].norm in view.language.posts.who:  # "Anna Kim, who serves as …"
        k -= 1 + (view.tokens[k - 1].text == ",")
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


def _copula(view: View, k: int) -> bool:
    return view.tokens[k].norm in view.language.posts.copulas
