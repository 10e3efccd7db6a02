"""The dateline that opens a sentence: its place, day and outlet, which tell the news and take no part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.sentence.row import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.interpret.events.sentence.row import Element
    from kg.interpret.passages import Passage
    from kg.model import Token

# Capitals that a word has at most that is no abbreviation.
_CAPITALS = 2
# Elements within which a dateline ends.
_DATELINE = 14


def dateline(elements: list[Element], passage: Passage) -> int:
    """How many elements the dateline has that opens a sentence: "ASHGABAT, Turkmenistan, 5 May 2024 – The Centre".

    An outlet's reporter may stand in brackets or slashes: "Агенттік /Анна Берг/ – Министр".
    """
    tokens = passage.sentence.tokens
    opened, analytic = False, passage.language.analytic
    for i, e in enumerate(elements[:_DATELINE]):
        word = tokens[e.first].text
        inside = opened and word in DASHES  # "OSLO (Agency - 5 May)"
        slash = word == "/" and passage.language.head_final
        opened = not opened if slash else (opened or word == "(") and word != ")"
        if word == ")" and analytic and any(x.kind == "place" for x in elements[:i]):
            return i + 1
        if opened and analytic and (inside or e.kind != "mark") and not (e.actor and e.actor.person):
            continue
        if opened and passage.language.fusional and e.kind != "trigger" and word != "(":
            continue  # "Осло, 5.05.2024 (Агентство, Иван Орлов). – Делегация"
        if opened and e.actor and e.actor.person and any(_tells(x) for x in elements[:i]):
            continue
        if e.kind == "mark" and word in DASHES and i:
            head = elements[:i]
            return i + 1 if any(x.kind == "place" or _tells(x) or _capitals(x, tokens) for x in head) else 0
        if word == ":" and {"place", "date"} <= {x.kind for x in elements[:i]}:
            return i + 1  # "Осло, 5 мая 2024 года: Центр провёл"
        named = (e.actor and not e.actor.person) or (word.isupper() and e.role != "in") or _outlet(elements, i, tokens)
        if not (e.kind in {"place", "date", "comma", "mark"} or named):
            return 0
    return 0


def _outlet(elements: Sequence[Element], i: int, tokens: Sequence[Token]) -> bool:
    """Tell an unknown outlet of one word between a place and the dash of a dateline: "ОСЛО/Вести/- Делегация"."""
    behind = [tokens[e.first].text for e in elements[i + 1 : i + 3]]
    behind = behind[1:] if behind[:1] == ["/"] else behind
    capital = elements[i].kind == "text" and tokens[elements[i].first].text[:1].isupper()
    return capital and i > 1 and elements[0].kind == "place" and not DASHES.isdisjoint(behind[:1])


def _tells(element: Element) -> bool:
    return element.actor is not None and element.actor.kind == "media"


def _capitals(element: Element, tokens: Sequence[Token]) -> bool:
    """Tell a name of capitals, or of many as agencies have it: "КазТАГ"."""
    texts = [t.text for t in tokens[element.first : element.last]]
    several = element.actor is not None and len(texts) == 1 and sum(c.isupper() for c in texts[0]) > _CAPITALS
    return several or all(text.isupper() for text in texts)
