"""Noun phrases for elections: which words belong to one, what it fills, when it is held.

A phrase grows from its head over words that the language file allows in it (offices, adjectives, dates), over
places, names in capitals and the links between them; it never crosses another word, so a meeting's date or a
speaker's office elsewhere in the sentence stays out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.elections.dating import dated
from kg.interpret.elections.line import COMMA, DASH, DATE, LINK, PARTICIPLE, REACH, WORD, Line
from kg.model import Record

_OWNER = 4  # words between an office and a word for its owner, and between a law and the elections it is about
_LAW = 120  # letters in which a law and what it is about stand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.interpret.elections.line import Fill, Said
    from kg.interpret.passages import Passage
    from kg.language.elections import Head
    from kg.model import DateMention, PlaceMention


class Spoken(Record, frozen=True):
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
    over: bool
    definite: bool
    earlier: bool
    places: tuple[PlaceMention, ...]


def speak(passage: Passage) -> Iterator[Spoken]:
    """Elections that a passage speaks of, named bodies and compounds left out, in text order."""
    data = passage.language.elections
    low, end = passage.low, passage.end
    line: Line | None = None
    spoken: Spoken | None = None
    for a, b, head in passage.find(data.match_heads):
        if any(o.start <= a and b <= o.end and o.form != "qualifier" for o in passage.organisations):
            continue
        line = line or Line(passage, data)
        compound = data.match("compounds").at(low, a, end)
        if passage.language.head_final:
            spoken = _last(line, (a, b), head)
        else:
            spoken = _first(line, (a, b), head, behind=spoken.end if spoken else passage.start)
        filled = any(f.filled.fills != "local" for f in spoken.fills)  # "local election commissions"
        if compound and not (filled and spoken.start < spoken.head_start):
            continue
        if _of_others(line, spoken) or _of_law(line, spoken):
            continue
        yield spoken


def _of_others(line: Line, spoken: Spoken) -> bool:
    """Tell whether the office is that of a club or party: its owner stands just beyond what a phrase may hold.

    "Российской Федерации" is a state all the same: places are none of the owners.
    """
    owners = line.data.match("others")
    if not line.passage.language.head_final:
        last = line.index(spoken.end - 1)
        start, end = spoken.end, line.tokens[min(last + _OWNER, len(line.tokens) - 1)].end
    else:
        first = line.index(spoken.start)
        start, end = line.tokens[max(first - _OWNER, 0)].start, spoken.head_start
    hit = owners.first(line.passage.low, start, end)
    if hit is None or not any(f.filled.fills in {"president", "governor"} for f in spoken.fills):
        return False
    return not any(p.start <= hit[0] < p.end for p in line.passage.places)


def _of_law(line: Line, spoken: Spoken) -> bool:
    """Tell what a law is about: "Закон [о] парламентских [выборах]", "сайлау [туралы] заң"."""
    laws, low, passage = line.data.match("laws"), line.passage.low, line.passage
    if passage.language.head_final:
        behind = laws.first(low, spoken.head_end, min(passage.end, spoken.head_end + _LAW))
        return behind is not None and not low[spoken.head_end : behind[0]].strip()
    hit = laws.last(low, max(passage.start, spoken.head_start - _LAW), spoken.head_start)
    gap = low[hit[1] : spoken.head_start].split() if hit is not None else []
    return hit is not None and len(gap) <= _OWNER and all(word.replace("-", "").isalpha() for word in gap)


def _first(line: Line, at: tuple[int, int], head: Head, *, behind: int) -> Spoken:
    """The phrase of a language whose heads stand first: adjectives before, a chain of complements behind.

    `behind` is where the phrase before it in the sentence ends.
    """
    noun, right = line.index(at[0]), line.index(at[1] - 1)
    left = line.walk(noun, -1, WORD | LINK | DATE | PARTICIPLE)
    left = min(noun, max(left, line.index(behind - 1) + 1)) if behind > line.passage.start else left
    following = line.flags[right + 1] if right + 1 < len(line.tokens) else 0
    if following & (LINK | WORD) and not following & PARTICIPLE:
        right = _before_source(line, right, line.walk(right, 1, WORD | LINK | COMMA | DASH))
    first, last = line.trim(left, right)
    first, _ = line.trim(_after_clause(line, first, noun), noun)
    return _spoken(line, (first, last), at, head)


def _before_source(line: Line, head: int, last: int) -> int:
    """Leave out who reports it: "the elections in Chile, [the Agency] reports"."""
    language = line.passage.language
    after = line.tokens[last + 1].norm if last + 1 < len(line.tokens) else ""
    if after not in language.institutions.tellers and after not in language.posts.reporting:
        return last
    return next((i - 1 for i in range(last, head, -1) if line.tokens[i].text == ","), last)


def _after_clause(line: Line, first: int, head: int) -> int:
    """Cut what goes with the verb or another noun: a date with its preposition, "СНГ на [досрочных выборах]"."""
    joins, articles = line.data.match("joins"), line.passage.language.institutions.articles
    for i in range(head - 1, first - 1, -1):
        word = line.tokens[i].norm
        preposition = line.flags[i] & LINK and word.isalpha() and word not in articles and joins.whole[word] is None
        if preposition or (line.flags[i] & DATE and not _modifies(line, i)):
            return i + 1
    return first


def _modifies(line: Line, i: int) -> bool:
    """Tell whether the date at token `i` qualifies the noun behind it ("the March 2023 elections")."""
    low = line.passage.low
    date = next(d for d in line.passage.dates if i in line.covered(d.start, d.end))
    before = line.tokens[line.index(date.start) - 1] if date.start > line.passage.start else None
    if line.holding_before(date.start):
        return True
    loose = line.data.match("loose")
    return line.data.dates_precede and not (loose.at(low, date.start) or (before and loose.at(low, before.start)))


def _last(line: Line, at: tuple[int, int], head: Head) -> Spoken:
    """The phrase of a language whose heads stand last: everything lies before, an adjacent relative clause too."""
    noun, right = line.index(at[0]), line.index(at[1] - 1)
    first = line.walk(noun, -1, WORD | LINK | DATE | PARTICIPLE | COMMA)
    first, _ = line.trim(first, noun)
    relative = line.holding_in(line.tokens[first].start, at[0], participle=True)
    if relative:
        first = _after_subject(line, first, line.index(relative.start))
    elif not _possessed(line, right):
        first = _without_owner(line, first, noun)
    return _spoken(line, (first, right), at, head)


def _after_subject(line: Line, first: int, verb: int) -> int:
    """Leave out who does something at an election: "парламенттің депутаттары [5 мамырда өткен сайлауды] бақылады"."""
    for fill in reversed(line.fills):
        last = line.index(fill.end - 1)
        found = line.passage.language.analyse(line.tokens[last].norm) if first <= last < verb else ()
        if any(x.possessive == "3" and x.number and x.case == "nom" for x in found):
            return line.trim(last + 1, verb)[0]
    return first


def _possessed(line: Line, i: int) -> bool:
    return any(x.possessive for x in line.passage.language.analyse(line.tokens[i].norm))


def _without_owner(line: Line, first: int, head: int) -> int:
    """Where the head bears no possessive ending, keep only adjectives and an object of "to elect" before it.

    What the object is of is a part of it: "[Сенат депутаттарын] сайлау", "[Oliý Majlisine] saýlawlar".
    """
    elected = head
    for fill in reversed(line.fills):
        i, end = line.index(fill.start), line.index(fill.end - 1)
        if first <= i < head:
            last = line.tokens[end].norm
            adjective = bool(line.data.match("adjectives").at(last, 0))
            found = line.passage.language.analyse(last)
            is_object = any(x.case == "dat" or (x.possessive and x.case == "acc") for x in found)
            if (is_object and end == head - 1) or (elected < head and end == elected - 1):
                elected = i
            elif not adjective:
                return end + 1
    return first


def _spoken(line: Line, span: tuple[int, int], at: tuple[int, int], head: Head) -> Spoken:
    passage, data, low = line.passage, line.data, line.passage.low
    start, end = line.tokens[span[0]].start, line.tokens[span[1]].end
    fills = tuple(f for f in line.fills if start <= f.start and f.end <= end)
    date, holding = dated(line, start, end, at[0])
    if (date or holding) and _of_event(line, start, end, holding):
        date, holding = (date if date and start <= date.start and date.end <= end else None), None
    return Spoken(
        passage, start, end, *at, head, _counting(fills, head),
        by=head.by or data.match("by_words").first(low, start, end) is not None,
        date=date,
        status=holding.status if holding else "",
        trigger=(holding.start, holding.end) if holding else at,
        coming=data.match("coming").first(low, start, end) is not None,
        preparing=data.match("preparing").first(low, passage.start, passage.end) is not None,
        over=data.match("over").first(low, passage.start, passage.end) is not None,
        definite=_definite(line, start, end),
        earlier=data.match("earlier").first(low, start, (holding or date or line.tokens[span[1]]).end) is not None,
        places=tuple(p for p in passage.places if start <= p.start and p.end <= end),
    )  # fmt: skip


def _of_event(line: Line, start: int, end: int, holding: Said | None) -> bool:
    """Tell what another event is about, of which the verb behind tells: "a seminar on the elections [was held]".

    In English a bare participle is the elections' own: "a seminar on the elections [held] in May".
    """
    passage = line.passage
    before = [t for t in passage.triggers if t.end <= start and t.form == "noun"][-1:]
    if passage.language.head_final or not before or before[0].type in {"", "election"}:
        return False
    gap = line.tokens[line.index(before[0].end - 1) + 1 : line.index(start)]
    told = [t.norm for t in gap if t.norm not in passage.language.institutions.articles]
    days = any(before[0].end <= d.start < start for d in passage.dates)
    if not told or days or len(gap) > REACH or any(t.text in ",;:." for t in gap):
        return False
    if holding is None:
        return True
    if any(t.text == "," for t in line.tokens[line.index(end - 1) : line.index(holding.start)]):
        return False  # "визит в связи с выборами, которые пройдут 5 мая"
    if holding.start < end or passage.language.fusional:
        return holding.start >= end
    several = line.data.match("several").at(passage.low, holding.start)
    return " " in passage.low[holding.start : holding.end] and (before[0].plural or several is None)


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
