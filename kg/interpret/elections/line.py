"""The words of a sentence by what each may be to an election's noun phrase."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kg.language.date_grammar import date_grammar
from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.interpret.passages import Passage
    from kg.language.elections import Elections, Filled
    from kg.model import Token

WORD, LINK, BRIDGE, HOLDING, DATE, COMMA, PARTICIPLE, DASH = (1 << i for i in range(8))
REACH = 6  # words between a phrase and the verb or date that goes with it


class Fill(Record, frozen=True):
    """An office or body inside a phrase, by its span."""

    start: int
    end: int
    filled: Filled


class Said(Record, frozen=True):
    """A form of "to hold" by its span: `status` is `held`, `planned` or `ongoing`."""

    start: int
    end: int
    status: str
    participle: bool


class Line:
    """The tokens of a passage with what each may be to an election's phrase, as sets of flags."""

    def __init__(self, passage: Passage, data: Elections) -> None:
        self.passage = passage
        self.data = data
        self.tokens = passage.sentence.tokens
        self.flags = [0] * len(self.tokens)
        self._starts = [t.start for t in self.tokens]
        self.fills = [Fill(a, b, f) for a, b, f in passage.find(data.match_filled)]
        self.holdings = [Said(a, b, h.status, h.participle) for a, b, h in passage.find(data.match_holding)]
        named = [(p.start, p.end) for p in passage.persons]
        for i, token in enumerate(self.tokens):
            apart = passage.text[token.start - 1 : token.end + 1] == " - "  # "OSLO, 5 May 2024 - Elections …"
            capital = i > 0 and data.match("links").whole[token.norm] is None
            self.flags[i] = DASH if apart else _by_look(token, capital=capital)
        self._mark(named, 0)
        bodies = (o for o in passage.organisations if o.kind != "state")  # "ЕҚЫҰ Перудегі сайлауды байқайды"
        self._mark(((o.start, o.end) for o in bodies), 0)
        self._mark(((f.start, f.end) for f in self.fills), WORD)
        for field, flag in (("words", WORD), ("links", LINK), ("bridges", BRIDGE)):
            self._mark(((a, b) for a, b, _ in passage.find(data.match(field))), flag)
        self._mark(((h.start, h.end) for h in self.holdings if h.participle), PARTICIPLE)
        self._mark(((h.start, h.end) for h in self.holdings if not h.participle), HOLDING)
        weekday = date_grammar(passage.language.code, passage.language.dates).weekday
        self._mark(((t.start, t.end) for t in self.tokens if weekday.fullmatch(t.norm)), BRIDGE)
        self._mark(((p.start, p.end) for p in passage.places), WORD)
        self._mark(((d.start, d.end) for d in passage.dates), DATE)

    def _mark(self, spans: Iterable[tuple[int, int]], flag: int) -> None:
        """Add a flag to all tokens in the spans; 0 takes all flags away."""
        for start, end in spans:
            for i in self.covered(start, end):
                self.flags[i] = self.flags[i] | flag if flag else 0

    def has_mark(self, within: range) -> bool:
        """Tell whether a comma, semicolon or colon is among tokens, where another clause or list begins."""
        return any(self.tokens[i].text in ",;:" for i in within)

    def covered(self, start: int, end: int) -> range:
        """Indices of the tokens that lie in a span, at least in part."""
        return range(max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end))

    def index(self, offset: int) -> int:
        """Index of the token that holds an offset."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def walk(self, i: int, step: int, allowed: int) -> int:
        """Go from token `i` by `step` over tokens with one of the allowed flags; give the last one reached.

        A comma is crossed only towards a token that is allowed by itself and opens no clause (", held on …").
        """
        while 0 <= i + step < len(self.tokens):
            flags = self.flags[i + step]
            if not flags & allowed or self._subject(i + step):
                break
            if flags & COMMA and not (
                0 <= i + 2 * step < len(self.tokens)
                and self.flags[i + 2 * step] & allowed & ~COMMA
                and not self.flags[i + 2 * step] & HOLDING
            ):
                break
            i += step
        return i

    def _subject(self, i: int) -> bool:
        """Tell whether the token is a Turkic office in the nominative: the sentence's subject, no modifier.

        "Türkmenistanyň Prezidenti saýlawlara taýýarlyk barada aýtdy" speaks of no election of a president.
        """
        if not self.passage.language.head_final:
            return False
        token = self.tokens[i]
        fill = next((f for f in self.fills if f.start <= token.start < f.end), None)
        if not fill or fill.filled.fills not in {"president", "governor", "mayor"} or token.end != fill.end:
            return False
        return any(
            a.possessive == "3" and a.case == "nom" and a.harmonic for a in self.passage.language.analyse(token.norm)
        )

    def trim(self, first: int, last: int) -> tuple[int, int]:
        """Drop links, commas and dashes from both ends of a run of tokens."""
        while first < last and self.flags[first] & (LINK | COMMA | DASH) and not self.flags[first] & (WORD | DATE):
            first += 1
        while last > first and self.flags[last] & (LINK | COMMA | DASH) and not self.flags[last] & (WORD | DATE):
            last -= 1
        return first, last

    def between(self, start: int, end: int, allowed: int) -> bool:
        """Tell whether all tokens between two offsets carry one of the allowed flags."""
        return all(self.flags[i] & allowed for i in self.inside(start, end))

    def inside(self, start: int, end: int) -> range:
        """Indices of the tokens that lie wholly between two offsets."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        while last > first and self.tokens[last - 1].end > end:
            last -= 1
        return range(first, last)

    def holding_in(self, start: int, end: int, *, participle: bool | None = None) -> Said | None:
        """Give span and status of the first form of "to hold" between two offsets, or None."""
        return next(
            (
                h
                for h in self.holdings
                if start <= h.start and h.end <= end and (participle is None or h.participle == participle)
            ),
            None,
        )

    def holding_before(self, offset: int) -> Said | None:
        """Give the form of "to hold" that stands directly before an offset, a link between at most."""
        i = self.index(offset) - 1
        while i >= 0 and self.flags[i] & LINK and not self.flags[i] & HOLDING:
            i -= 1
        if i < 0 or not self.flags[i] & HOLDING:
            return None
        return self._holding_at(i)

    def _holding_at(self, i: int) -> Said | None:
        """Give the form of "to hold" that token `i` belongs to, at least in part."""
        return next((h for h in self.holdings if i in self.covered(h.start, h.end)), None)

    def holding_near(self, offset: int, step: int) -> Said | None:
        """Give the form of "to hold" that follows (`step` 1) or precedes (-1) an offset within the clause."""
        i = self.index(offset)
        for _ in range(REACH):
            i += step
            if not 0 <= i < len(self.tokens):
                return None
            if self.flags[i] & (HOLDING | PARTICIPLE):
                return self._holding_at(i)
            if not self.flags[i] & (WORD | BRIDGE | DATE | LINK | COMMA):
                return None
        return None


def _by_look(token: Token, *, capital: bool) -> int:
    """What a token may be by its look alone; a `capital` counts save where a sentence starts, and on links."""
    if token.text == ",":
        return COMMA
    if token.text in {"–", "—"}:
        return DASH
    if token.text in {"-", "«", "»", "“", "”", '"'}:
        return LINK
    return WORD if capital and token.text[0].isupper() else 0
