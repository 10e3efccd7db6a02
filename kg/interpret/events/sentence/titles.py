"""Titles that stand apart from the name they are of: what lies between the two doesn't act, nor does the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.sentence.row import Element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.passages import Passage

# Elements from a title to the name: "советником по выборам этого бюро Иваном Кимом".
_FAR = 16
# Words with a function that may stand in the phrase of a title.
_WITHIN = frozenset(
    {"topic", "in", "from", "of", "definite", "and", "planned", "relation", "ordinal", "beneficiary", "delegation",
     "people", "side"}
)  # fmt: skip


def join_titles(elements: list[Element], passage: Passage) -> None:
    """Make text of a title, and of what belongs to it, before a name in the same case, where cases are marked.

    "Глава миссии от СНГ на намеченных на 5 мая выборах Иван Ким": only Иван Ким acts.
    """
    language = passage.language
    if not language.fusional:
        return
    for i, e in enumerate(elements):
        if e.actor is None or e.actor.id[:1] != "p" or not i:
            continue
        at = _head(elements, i, passage)
        at = i if at is None else at
        while at > 1 and elements[at - 1].kind == "comma" and _office(elements[at - 2], e.actor.case):
            at -= 2  # "с [Помощником Генерального секретаря], Директором Бюро Анной Ким"
        for k in range(at, i):
            elements[k] = Element("text", elements[k].first, elements[k].last)


def _head(elements: Sequence[Element], i: int, passage: Passage) -> int | None:
    """Index of the title of the name at `i`, whose phrase ends right before it, or None."""
    actor = elements[i].actor
    assert actor is not None  # noqa: S101 - the caller chose an actor
    k = i - 1
    while k >= 0 and k > i - 1 - _FAR:
        e = elements[k]
        if passage.sentence.tokens[e.first].text == ")":
            k = _opening(elements, k, passage) - 1  # "председатель Сената (верхняя палата) Иван Ким"
            continue
        if _office(e, actor.case) or (e.actor is not None and e.actor.id[:1] == "t" and not actor.case):
            return k
        if e.kind == "text" and _titles(passage, e, actor.case):
            return k if k < i - 1 else None
        if e.kind in {"comma", "mark"} or (e.kind == "word" and e.role not in _WITHIN):
            return None
        if (e.actor is not None and e.actor.person) or (e.trigger is not None and e.trigger.form != "noun"):
            return None
        k -= 1
    return None


def _opening(elements: Sequence[Element], k: int, passage: Passage) -> int:
    """Index of the bracket that opens before the closing one at `k`; 0 where none does."""
    tokens = passage.sentence.tokens
    return next((n for n in range(k, max(-1, k - _FAR), -1) if tokens[elements[n].first].text == "("), 0)


def _office(element: Element, case: str) -> bool:
    """Tell a title of nobody who is named, in a case."""
    actor = element.actor
    return actor is not None and actor.id[:1] == "t" and actor.case == case != ""


def _titles(passage: Passage, element: Element, case: str) -> bool:
    """Tell a word that heads titles of one person, in a case."""
    hit = passage.language.post_heads.find(passage.sentence.tokens[element.last - 1].norm)
    return hit is not None and not hit.analysis.number and hit.analysis.case == case != ""
