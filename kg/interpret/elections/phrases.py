"""Noun phrases for elections: which words belong to one, what it fills, when it is held.

A phrase grows from its head over words that the language file allows in it (offices, adjectives, dates), over
places, names in capitals and the links between them; it never crosses another word, so a meeting's date or a
speaker's office elsewhere in the sentence stays out of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.interpret.passages import Passage
    from kg.language.elections import Elections, Filled, Head
    from kg.model import DateMention, PlaceMention

WORD, LINK, BRIDGE, HOLDING, DATE, COMMA, PARTICIPLE, PLACE = (1 << i for i in range(8))
_REACH = 6  # words between a phrase and the verb or date that goes with it


@dataclass(frozen=True, slots=True)
class Fill:
    """An office or body inside a phrase, by its span."""

    start: int
    end: int
    filled: Filled


@dataclass(frozen=True, slots=True)
class Spoken:
    """An election as one sentence speaks of it.

    `start`, `end` span the noun phrase, `head_start`, `head_end` its head. `status` is `held`, `planned`,
    `ongoing` or "" where no verb tells. `trigger` is the span of that verb, or of the head.
    """

    passage: Passage
    start: int
    end: int
    head_start: int
    head_end: int
    head: Head
    fills: tuple[Fill, ...]
    by: bool
    date: DateMention | None
    status: str
    trigger: tuple[int, int]
    coming: bool
    preparing: bool
    definite: bool
    places: tuple[PlaceMention, ...]


class Line:
    """The tokens of a passage with what each may be to an election's phrase, as sets of flags."""

    def __init__(self, passage: Passage, data: Elections) -> None:
        self.passage = passage
        self.data = data
        self.tokens = passage.sentence.tokens
        self.flags = [0] * len(self.tokens)
        self._at = {t.start: i for i, t in enumerate(self.tokens)}
        low, start, end = passage.low, passage.start, passage.end
        self.fills = [Fill(a, b, f) for a, b, f in data.match_filled.find(low, start, end)]
        self.holdings = list(data.match_holding.find(low, start, end))
        persons = {i for p in passage.persons for i in self._covered(p.start, p.end)}
        for i, token in enumerate(self.tokens):
            if token.text == ",":
                self.flags[i] = COMMA
            elif token.text in {"-", "«", "»", "“", "”", '"'}:
                self.flags[i] = LINK
            elif i and i not in persons and token.text[0].isupper():
                self.flags[i] = WORD
        for fill in self.fills:
            self._mark(fill.start, fill.end, WORD)
        for field, flag in (("words", WORD), ("links", LINK), ("bridges", BRIDGE)):
            for a, b, _ in data.match(field).find(low, start, end):
                self._mark(a, b, flag)
        for a, b, holding in self.holdings:
            self._mark(a, b, PARTICIPLE if holding.participle else HOLDING)
        for place in passage.places:
            self._mark(place.start, place.end, WORD | PLACE)
        for date in passage.dates:
            self._mark(date.start, date.end, DATE)

    def _covered(self, start: int, end: int) -> Iterator[int]:
        return (i for i, t in enumerate(self.tokens) if t.start < end and start < t.end)

    def _mark(self, start: int, end: int, flag: int) -> None:
        for i in self._covered(start, end):
            self.flags[i] |= flag

    def index(self, offset: int) -> int:
        """Index of the token that holds an offset."""
        found = self._at.get(offset)
        return found if found is not None else next(i for i, t in enumerate(self.tokens) if t.end > offset)

    def walk(self, i: int, step: int, allowed: int) -> int:
        """Go from token `i` by `step` over tokens with one of the allowed flags; give the last one reached.

        A comma is crossed only towards a token that is allowed by more than being a link.
        """
        while 0 <= i + step < len(self.tokens):
            flags = self.flags[i + step]
            if not flags & allowed or self._subject(i + step):
                break
            if flags & COMMA and not (
                0 <= i + 2 * step < len(self.tokens) and self.flags[i + 2 * step] & allowed & ~COMMA
            ):
                break
            i += step
        return i

    def _subject(self, i: int) -> bool:
        """Tell whether the token is a Turkic office in the nominative: the sentence's subject, no modifier.

        "Türkmenistanyň Prezidenti saýlawlara taýýarlyk barada aýtdy" speaks of no election of a president.
        """
        if self.data.order == "first":
            return False
        token = self.tokens[i]
        fill = next((f for f in self.fills if f.start <= token.start < f.end), None)
        if not fill or fill.filled.fills not in {"president", "governor", "mayor"} or token.end != fill.end:
            return False
        return any(
            a.possessive == "3" and a.case == "nom" and a.harmonic for a in self.passage.language.analyse(token.norm)
        )

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Drop links and commas from both ends of a run of tokens."""
        while first < last and self.flags[first] & (LINK | COMMA) and not self.flags[first] & (WORD | DATE):
            first += 1
        while last > first and self.flags[last] & (LINK | COMMA) and not self.flags[last] & (WORD | DATE):
            last -= 1
        return first, last

    def between(self, start: int, end: int, allowed: int) -> bool:
        """Tell whether all tokens between two offsets carry one of the allowed flags."""
        return all(self.flags[i] & allowed for i, t in enumerate(self.tokens) if t.start >= start and t.end <= end)

    def holding_in(self, start: int, end: int, *, participle: bool | None = None) -> tuple[int, int, str] | None:
        """Give span and status of the first form of "to hold" between two offsets, or None."""
        return next(
            (
                (a, b, h.status)
                for a, b, h in self.holdings
                if start <= a and b <= end and (participle is None or h.participle == participle)
            ),
            None,
        )

    def holding_before(self, offset: int) -> tuple[int, int, str] | None:
        """Give the form of "to hold" that stands directly before an offset, a link between at most."""
        i = self.index(offset) - 1
        while i >= 0 and self.flags[i] & LINK and not self.flags[i] & HOLDING:
            i -= 1
        if i < 0 or not self.flags[i] & HOLDING:
            return None
        return next((a, b, h.status) for a, b, h in self.holdings if a <= self.tokens[i].start < b)

    def holding_near(self, offset: int, step: int) -> tuple[int, int, str] | None:
        """Give the form of "to hold" that follows (`step` 1) or precedes (-1) an offset within the clause."""
        i = self.index(offset)
        for _ in range(_REACH):
            i += step
            if not 0 <= i < len(self.tokens):
                return None
            if self.flags[i] & (HOLDING | PARTICIPLE):
                token = self.tokens[i]
                return next((a, b, h.status) for a, b, h in self.holdings if a <= token.start < b)
            if not self.flags[i] & (WORD | BRIDGE | DATE | LINK | COMMA):
                return None
        return None


def speak(passage: Passage) -> Iterator[Spoken]:
    """Elections that a passage speaks of, named bodies and compounds left out, in text order."""
    data = passage.language.elections
    low, start, end = passage.low, passage.start, passage.end
    line: Line | None = None
    for a, b, head in data.match_heads.find(low, start, end):
        if any(o.start <= a and b <= o.end and o.form != "qualifier" for o in passage.organisations):
            continue
        line = line or Line(passage, data)
        compound = data.match("compounds").at(low, a, end)
        spoken = _first(line, a, b, head) if data.order == "first" else _last(line, a, b, head)
        if compound and not (spoken.fills and spoken.start < spoken.head_start):
            continue
        yield spoken


def _first(line: Line, a: int, b: int, head: Head) -> Spoken:
    """The phrase of a language whose heads stand first: adjectives before, a chain of complements behind."""
    left = line.walk(line.index(a), -1, WORD | LINK | DATE | PARTICIPLE)
    right = line.index(b - 1)
    following = line.flags[right + 1] if right + 1 < len(line.tokens) else 0
    if following & (LINK | WORD) and not following & PARTICIPLE:
        right = line.walk(right, 1, WORD | LINK | COMMA)
    first, last = line.trim(left, right)
    first = _after_clause(line, first, line.index(a))
    return _spoken(line, first, last, a, b, head)


def _after_clause(line: Line, first: int, head: int) -> int:
    """Cut a date that opens the sentence with its preposition: it goes with the verb, not with the noun."""
    for i in range(head - 1, first - 1, -1):
        if line.flags[i] & DATE and not _modifies(line, i):
            return i + 1
    return first


def _modifies(line: Line, i: int) -> bool:
    """Tell whether the date at token `i` qualifies the noun behind it ("the March 2023 elections")."""
    low = line.passage.low
    date = next(d for d in line.passage.dates if d.start <= line.tokens[i].start < d.end)
    before = line.tokens[line.index(date.start) - 1] if date.start > line.passage.start else None
    if line.holding_before(date.start):
        return True
    loose = line.data.match("loose")
    return line.data.dates_precede and not (loose.at(low, date.start) or (before and loose.at(low, before.start)))


def _last(line: Line, a: int, b: int, head: Head) -> Spoken:
    """The phrase of a language whose heads stand last: everything lies before, an adjacent relative clause too."""
    at = line.index(a)
    right = line.index(b - 1)
    first = line.walk(at, -1, WORD | LINK | DATE | PARTICIPLE | COMMA)
    first, _ = line.trim(first, at)
    relative = line.holding_in(line.tokens[first].start, a, participle=True)
    if not relative and not _possessed(line, right):
        first = _without_owner(line, first, at)
    return _spoken(line, first, right, a, b, head)


def _possessed(line: Line, i: int) -> bool:
    return any(x.possessive for x in line.passage.language.analyse(line.tokens[i].norm))


def _without_owner(line: Line, first: int, head: int) -> int:
    """Where the head bears no possessive ending, keep only adjectives and an object of "to elect" before it."""
    for fill in reversed(line.fills):
        i = line.index(fill.start)
        if first <= i < head:
            last = line.tokens[line.index(fill.end - 1)].norm
            adjective = bool(line.data.match("adjectives").at(last, 0))
            is_object = any(x.possessive and x.case == "acc" for x in line.passage.language.analyse(last))
            if not adjective and not (is_object and line.index(fill.end - 1) == head - 1):
                return line.index(fill.end - 1) + 1
    return first


def _spoken(line: Line, first: int, last: int, a: int, b: int, head: Head) -> Spoken:
    passage, data, low = line.passage, line.data, line.passage.low
    start, end = line.tokens[first].start, line.tokens[last].end
    fills = tuple(f for f in line.fills if start <= f.start and f.end <= end)
    date, holding = _dated(line, start, end, a)
    return Spoken(
        passage, start, end, a, b, head, _counting(fills, head),
        by=head.by or data.match("by_words").first(low, start, end) is not None,
        date=date,
        status=holding[2] if holding else "",
        trigger=holding[:2] if holding else (a, b),
        coming=data.match("coming").first(low, start, end) is not None,
        preparing=data.match("preparing").first(low, passage.start, passage.end) is not None,
        definite=_definite(line, start, end),
        places=tuple(p for p in passage.places if start <= p.start and p.end <= end),
    )  # fmt: skip


def _definite(line: Line, start: int, end: int) -> bool:
    """Tell whether the phrase has, or directly follows, a word such as "the" or "bu"."""
    first = line.index(start)
    begin = line.tokens[first - 1].start if first else start
    return line.data.match("definite").first(line.passage.low, begin, end) is not None


def _counting(fills: tuple[Fill, ...], head: Head) -> tuple[Fill, ...]:
    """Leave out what tells nothing beside the rest: "deputies" beside their council, "republican" of no referendum."""
    fills = tuple(f for f in fills if (f.filled.fills == "referendum") == (head.kind == "referendum"))
    strong = tuple(f for f in fills if not f.filled.weak and f.filled.fills != "general")
    return strong or fills


def _dated(line: Line, start: int, end: int, head: int) -> tuple[DateMention | None, tuple[int, int, str] | None]:
    """The date that goes with a phrase and the form of "to hold" that tells its status, each or None."""
    find = _dated_first if line.data.order == "first" else _dated_last
    best: tuple[DateMention, tuple[int, int, str] | None] | None = None
    for date in sorted(line.passage.dates, key=lambda d: (min(abs(d.start - end), abs(start - d.end)), d.start)):
        found, holding = find(line, date, start, end, head)
        if found:
            best = (date, holding)
            break
    if best and best[1]:
        return best
    near = (
        line.holding_in(start, head)
        or line.holding_near(end - 1, 1)
        or (line.holding_near(start, -1) if line.data.order == "first" else None)
    )
    return (best[0] if best else None), near


def _dated_first(
    line: Line, date: DateMention, start: int, end: int, head: int
) -> tuple[bool, tuple[int, int, str] | None]:
    if start <= date.start and date.end <= head:
        return True, line.holding_before(date.start)
    if date.start >= end:
        if not line.between(end, date.start, WORD | LINK | BRIDGE | HOLDING | PARTICIPLE | COMMA):
            return _held_later(line, end, date)
        return True, line.holding_in(end, date.start) or line.holding_near(date.end - 1, 1)
    if date.end <= start and line.between(date.end, start, WORD | LINK | BRIDGE | HOLDING | COMMA):
        holding = line.holding_in(date.end, start) or line.holding_near(end - 1, 1)
        return holding is not None, holding
    if date.end <= start:  # "elections held" may be told of before: "… on which elections will be held"
        return False, None
    return start <= date.start and date.end <= end, None


def _held_later(line: Line, end: int, date: DateMention) -> tuple[bool, tuple[int, int, str] | None]:
    """A date behind the verb of a phrase with a further complement: "the referendum on X was held on 5 June"."""
    holding = line.holding_in(end, date.start)
    if not holding or not line.between(holding[1], date.start, WORD | LINK | BRIDGE):
        return False, None
    between = [t for t in line.tokens if end <= t.start < holding[0]]
    clause = any(t.text in ",;:" for t in between) or any(end <= t.start < holding[0] for t in line.passage.triggers)
    return (False, None) if clause or len(between) > 2 * _REACH else (True, holding)


def _dated_last(
    line: Line, date: DateMention, start: int, end: int, head: int
) -> tuple[bool, tuple[int, int, str] | None]:
    low = line.passage.low
    if date.end <= head:
        if not line.between(date.end, head, WORD | LINK | BRIDGE | PARTICIPLE | DATE | COMMA):
            return False, None
        relative = line.holding_in(date.end, head, participle=True)
        if relative:
            return True, relative
        if line.data.match("dated").last(low, date.start, min(date.end + 8, head)) and _qualifies(line, date):
            return True, line.holding_near(end - 1, 1)
        holding = line.holding_near(end - 1, 1)
        return holding is not None, holding
    if line.between(end, date.start, WORD | LINK | BRIDGE | COMMA):
        holding = line.holding_near(date.end - 1, 1)
        return holding is not None, holding
    return False, None


def _qualifies(line: Line, date: DateMention) -> bool:
    """Tell whether a Turkic date ends as an attribute: "7-nji iýuldaky", "2023 жылғы"."""
    low = line.passage.low
    after = line.index(date.end - 1) + 1
    stop = line.tokens[after].end if after < len(line.tokens) else date.end
    for reach in (date.end, stop):
        last = line.data.match("dated").last(low, date.start, reach)
        if last and last[1] == reach:
            return True
    return False
