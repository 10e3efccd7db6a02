"""How an election is called and what it fills, in the nominative and in the text's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.interpret.nominative import nominative, nominative_start

if TYPE_CHECKING:
    from kg.interpret.elections.phrases import Spoken
    from kg.interpret.passages import Passage
    from kg.model import Token

_COMMA = re.compile(",")


def name_of(one: Spoken) -> str:
    """The phrase with its head in the nominative, without a leading article."""
    text, passage, language = one.passage.text, one.passage, one.passage.language
    clause = [d.end for d in passage.dates if one.start <= d.start < one.head_start]
    clause += [
        b for _, b, h in language.elections.match_holding.find(passage.low, one.start, one.head_start) if h.participle
    ]
    offices = [f.start for f in one.fills]
    head, behind = text[one.head_start : one.head_end], text[one.head_end : one.end]
    if language.head_final:
        start = _without_setting(one, max([one.start, *(end for end in clause if any(end <= o for o in offices))]))
        return (text[start : one.head_start] + nominative(head, language, one.head.lemma) + behind).strip(" ,\n")
    start = max([one.start, *clause]) if language.fusional else one.start
    return nominative_start((text[start : one.head_start] + head + behind).strip(), language)


def _without_setting(one: Spoken, start: int) -> int:
    """Leave out what is in the locative before the office, and words such as "günü" that a Turkic phrase opens with."""
    bridges = one.passage.language.elections.match("bridges")
    start = _behind_setting(one.passage, start, min((f.start for f in one.fills), default=start))
    for token in one.passage.sentence.tokens:
        if token.start < start:
            continue
        bridge = bridges.at(one.passage.low, token.start, token.end)
        if token.start >= one.head_start or not (bridge or _there(one.passage, token)):
            return min(token.start, one.head_start)
    return start


def elects_of(one: Spoken, kind: str) -> tuple[str, ...]:
    """What the election fills, in the nominative: one text for each part of a coordination."""
    parts = [p for p in _parts(one) if _kind_of(one, p) in {kind, ""}]
    if not one.passage.language.head_final:
        return tuple(dict.fromkeys(_strip_links(one.passage, a, b) for a, b in parts))
    adjectives = one.passage.language.elections.match("adjectives")
    nouns = [
        (a, b)
        for a, b in parts
        if not any(adjectives.at(one.passage.low, f.start, f.end) for f in one.fills if a <= f.start < b)
    ]
    return tuple(dict.fromkeys(_office(one, a, b) for a, b in nouns))


def _parts(one: Spoken) -> list[tuple[int, int]]:
    """The complement of the head cut at conjunctions; a part without an office of its own joins the one before."""
    passage, first = one.passage, not one.passage.language.head_final
    start, end = (one.head_end, one.end) if first else (one.start, one.head_start)
    edges = [start, *(edge for m in _separators(passage, start, end) for edge in m), end]
    parts: list[tuple[int, int]] = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        filled = any(a <= f.start and f.end <= b for f in one.fills)
        if filled or not parts:
            parts.append((a, b))
        elif first:
            parts[-1] = (parts[-1][0], b)
    return [p for p in parts if any(p[0] <= f.start and f.end <= p[1] for f in one.fills)]


def _kind_of(one: Spoken, part: tuple[int, int]) -> str:
    return next((f.filled.fills for f in one.fills if part[0] <= f.start and f.end <= part[1]), "")


def _office(one: Spoken, start: int, end: int) -> str:
    """A Turkic office in the nominative, without what dates or qualifies the election; "deputies" is completed.

    "Мәжіліс және мәслихат депутаттарының сайлауы" elects "Мәжіліс депутаттары" and "мәслихат депутаттары".
    """
    passage, data = one.passage, one.passage.language.elections
    words = list(data.match_filled.find(passage.low, start, end))
    skipped = [d.end for d in passage.dates if start <= d.start and d.end <= words[0][0]]
    skipped += [b for _, b, h in data.match_holding.find(passage.low, start, words[0][0]) if h.participle]
    opening = _opening(passage, max([start, *skipped]), words[0][0])
    text = _nominative_end(passage, opening, words[-1][1])
    members = [w for w in data.match_filled.find(passage.low, end, one.head_start) if w[2].weak]
    if members and not any(w[2].weak for w in words):
        text = f"{passage.text[opening : words[-1][1]]} {_nominative_end(passage, members[-1][0], members[-1][1])}"
    return text


def _separators(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """Commas and conjunctions between two offsets, outside the names of offices."""
    joins = passage.language.elections.match("joins").find(passage.low, start, end)
    found = [(a, b) for a, b, _ in joins] + [m.span() for m in _COMMA.finditer(passage.low, start, end)]
    offices = [(a, b) for a, b, _ in passage.language.elections.match_filled.find(passage.low, start, end)]
    return sorted(s for s in found if not any(a <= s[0] and s[1] <= b for a, b in offices))


def _strip_links(passage: Passage, start: int, end: int) -> str:
    """The text without links and commas at its ends; a Russian phrase with its first noun in the nominative."""
    links = passage.language.elections.match("links")
    while True:
        while start < end and passage.text[start] in " ,":
            start += 1
        link = links.at(passage.low, start, end)
        if not link:
            break
        start = link[1]
    return nominative_start(passage.text[start:end].rstrip(" ,"), passage.language)


def _opening(passage: Passage, start: int, until: int) -> int:
    """Where a Turkic office's name begins: at its first owner in capitals ("Türkmenistanyň"), else at its own word."""
    start = _behind_setting(passage, start, until)
    tokens = (t.start for t in passage.sentence.tokens if start <= t.start < until and t.text[0].isupper())
    return next(tokens, until)


def _behind_setting(passage: Passage, start: int, until: int) -> int:
    """Where what is in the locative ends before an office: "Çiliniň saýlaw okruglarynda [Mejlisiň saýlawlary]"."""
    there = (t.end for t in passage.sentence.tokens if start <= t.start < until and _there(passage, t))
    return max(there, default=start)


def _there(passage: Passage, token: Token) -> bool:
    """Tell a word in the locative, or of a place in it: "[Ұлытау] облысында"."""
    return _locative(passage, token.norm) or any(
        p.case == "loc" and p.start <= token.start < p.end for p in passage.places
    )


def _locative(passage: Passage, word: str) -> bool:
    return any(a.case == "loc" and a.harmonic for a in passage.language.analyse(word))


def _nominative_end(passage: Passage, start: int, end: int) -> str:
    words, _, last = passage.text[start:end].rpartition(" ")
    return f"{words} {nominative(last, passage.language)}".strip()
