"""Cut a text into dated items and paragraphs.

A dateline is a line that holds a date and nothing else but a label, a time, a weekday or a place. On a page of
several items each dateline opens one (headline and body below it), or, where the page puts headlines first, the
headline above the dateline does. Years that datelines leave out come from the item's own text, else from the
neighbouring items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.model import Item, Paragraph
from kg.read.datelines import begins_sentence, dateline, furniture, is_label, opening_date
from kg.read.language_of import UNKNOWN, line_languages
from kg.read.years import with_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.language import Language

# It begins with one class of characters, which the engine looks for fastest.
_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029](?:(?<=\r)\n)?")
_STOPS, _CLOSERS = (".", "!", "?", "…"), '"”»’)]'
_INNER_STOP = re.compile(r"[.!?…][\"”»’)\]]*\s")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_BARE_COUNTER = re.compile(r"\d[\d\s,.]*(?:\s[^\W\d_]+)?")
_LONGEST_FURNITURE = 100
_LONGEST_HEADLINE = 300
_LONGEST_HEADING = 120
_QUOTED = frozenset("«“„\"'—–-")  # what direct speech opens with
_OPENING_LINES = 4  # kicker, headline, a line below it, body
_WRAPPED = 45  # a line shorter than this was ended on purpose, not wrapped at a margin
_WIDEST = 120  # characters of the longest line of a text that is wrapped at a margin as a whole
_SLACK = 4  # characters by which a line may have been ended before its margin
_EVIDENCE = 4  # lines that must have been ended by a margin before one is believed in


@dataclass(slots=True)
class _Line:
    """A line without the white space around it; `date` on datelines, `kind` of page furniture or empty.

    A `begun` one is only the day with which the sentence below begins.
    """

    start: int
    end: int
    text: str
    date: str | None = None
    kind: str = ""
    lang: str | None = None
    begun: bool = False

    @property
    def content(self) -> bool:
        """Tell whether the line belongs to the text proper."""
        return self.date is None and self.kind in {"", "source"}

    @property
    def full(self) -> bool:
        """Tell whether the line ends as a sentence does."""
        return self.text.rstrip(_CLOSERS).endswith(_STOPS)


def items_of(text: str, languages: Mapping[str, Language]) -> tuple[Item, ...]:
    """The items of a text in order: at least one. Spans run from the first to the last line that belongs to it."""
    lines = [_classified(line, languages) for line in _lines(text)]
    for before, line in pairwise(lines):
        if line.date and before.text.endswith(":") and not is_label(before.text[:-1], languages):
            line.date = None  # "When:", and below it the day of what is announced
    groups = [group for group in _groups(lines) if any(line.content for line in group)]
    margin = _margin(lines)
    items = [_item(group, languages, margin) for group in groups or [lines]]
    return with_years(text, items, languages)


def unwrapped(text: str, items: Iterable[Item]) -> str:
    """The text with a space for each character of a line break within a paragraph: as long as before."""
    parts, at = [], 0
    for paragraph in (p for item in items for p in item.paragraphs):
        inside = _BREAK.sub(lambda match: " " * len(match[0]), text[paragraph.start : paragraph.end])
        parts += [text[at : paragraph.start], inside]
        at = paragraph.end
    return "".join((*parts, text[at:]))


def main_language(lengths: Iterable[tuple[str, int]]) -> str:
    """The language with the most characters; `und` counts only where there is no other."""
    total: dict[str, int] = {}
    for lang, length in lengths:
        total[lang] = total.get(lang, 0) + length
    known = {lang: n for lang, n in total.items() if lang != UNKNOWN}
    return min(known, key=lambda lang: (-known[lang], lang)) if known else UNKNOWN


def _lines(text: str) -> Iterable[_Line]:
    start = 0
    for match in _BREAK.finditer(text):
        yield from _line(text, start, match.start())
        start = match.end()
    yield from _line(text, start, len(text))


def _line(text: str, start: int, end: int) -> Iterable[_Line]:
    raw = text[start:end]
    bare = raw.strip()
    if bare:
        begin = start + len(raw) - len(raw.lstrip())
        yield _Line(begin, begin + len(bare), bare)


def _classified(line: _Line, languages: Mapping[str, Language]) -> _Line:
    line.begun = begins_sentence(line.text, languages)
    line.date = None if line.begun else dateline(line.text, languages)
    if line.date is None and not line.begun:
        for code, language in languages.items() if len(line.text) <= _LONGEST_FURNITURE else ():
            if kind := furniture(line.text, language.pages):
                line.kind, line.lang = kind, code
                return line
        if _BARE_COUNTER.fullmatch(line.text):
            line.kind = "counter"
    return line


def _groups(lines: Sequence[_Line]) -> list[list[_Line]]:
    """Lines of each item. A dateline opens one; where headlines stand above datelines, the headline does."""
    openings = [i for i, line in enumerate(lines) if line.date and _has_content(lines, i + 1)]
    above = [_content_before(lines, i) for i in openings]
    if len(openings) > 1 and all(i is not None and not lines[i].full for i in above):
        cuts = [i for i in above if i is not None]
    elif len(openings) > 1:
        first = openings[0]
        body_before = any(line.content and line.full for line in lines[:first])
        cuts = openings if body_before else [0, *openings[1:]]
    else:
        cuts = []
    bounds = sorted({0, *cuts, len(lines)})
    return [list(lines[a:b]) for a, b in pairwise(bounds)]


def _has_content(lines: Sequence[_Line], start: int) -> bool:
    """Tell whether text follows before the next dateline."""
    for i in range(start, len(lines)):
        if lines[i].date:
            return False
        if lines[i].content:
            return True
    return False


def _content_before(lines: Sequence[_Line], index: int) -> int | None:
    """Index of the line of text directly above, None where a dateline or nothing stands there."""
    for i in range(index - 1, -1, -1):
        if lines[i].date:
            return None
        if lines[i].content:
            return i
    return None


def _margin(lines: Sequence[_Line]) -> int | None:
    """The width at which a text is wrapped, None where its lines are paragraphs.

    A line was ended by the margin if the next one's first word would have crossed it. Most of the lines that end no
    sentence and have another right below them must have been.
    """
    width = max((len(line.text) for line in lines), default=0)
    if width > _WIDEST:
        return None
    unfinished = [pair for pair in pairwise(lines) if _right_below(*pair) and not pair[0].full]
    wrapped = sum(_crosses(*pair, width) for pair in unfinished)
    return width if wrapped >= max(_EVIDENCE, len(unfinished) - len(unfinished) // _EVIDENCE) else None


def _right_below(line: _Line, following: _Line) -> bool:
    """Tell a line with no empty one before it."""
    return following.start - line.end <= len("\r\n")


def _crosses(line: _Line, following: _Line, margin: int) -> bool:
    """Tell whether the next line's first word would have crossed the margin."""
    return len(line.text) + len(" ") + len(following.text.split(maxsplit=1)[0]) > margin - _SLACK


def _item(lines: Sequence[_Line], languages: Mapping[str, Language], margin: int | None) -> Item:
    content = [line for line in lines if line.content]
    found = line_languages([line.text for line in content], languages)
    for line, lang in zip(content, found, strict=True):
        own = line_languages([line.text], languages)[0] if line.lang else lang  # its label may be another language's
        line.lang = own if own != UNKNOWN else line.lang or lang
    paragraphs = tuple(_paragraphs(content, margin))
    headline = next(((p.start, p.end) for p in paragraphs[:1] if p.heading), None)
    lang = main_language((p.lang, p.end - p.start) for p in paragraphs)
    date = _day_of(lines)
    if date is None:
        openings = (opening_date(line.text, languages) for line in content[:_OPENING_LINES])
        date = next((opening for opening in openings if opening), None)
    return Item(lines[0].start, lines[-1].end, lang, date, headline, paragraphs)


def _day_of(lines: Sequence[_Line]) -> str | None:
    """The day of an item: of two above the text the one with a time of day, where the first is that of the page."""
    dated = [line for line in lines if line.date]
    content = next((line.start for line in lines if line.content), 0)
    above = [line for line in dated if line.start < content]
    if len(above) > 1 and not _CLOCK.search(above[0].text):
        dated = [line for line in above if _CLOCK.search(line.text)] or dated
    return dated[0].date if dated else None


def _paragraphs(lines: Sequence[_Line], margin: int | None) -> Iterable[Paragraph]:
    """Join lines that were wrapped at a margin; mark those that are no full sentences."""
    position = 0
    while position < len(lines):
        last = position
        while last + 1 < len(lines) and _continues(lines[last], lines[last + 1], margin):
            last += 1
        first, end = lines[position], lines[last].end
        limit = _LONGEST_HEADLINE if position == 0 and not _INNER_STOP.search(first.text) else _LONGEST_HEADING
        heading = first.kind == "source" or (not lines[last].full and end - first.start <= limit)
        heading = heading and not _says(lines, last)
        yield Paragraph(first.start, end, first.lang or UNKNOWN, heading)
        position = last + 1


def _says(lines: Sequence[_Line], at: int) -> bool:
    """Tell a line that says who says what stands in quotation marks below it: "The minister told the forum:"."""
    below = lines[at + 1].text[:1] if at + 1 < len(lines) else None
    return lines[at].text.endswith(":") and below in _QUOTED


def _continues(line: _Line, following: _Line, margin: int | None) -> bool:
    """Tell a line wrapped at a margin: long, unfinished, the next one beginning in lower case right below it.

    Where the text as a whole is wrapped the `margin` tells instead. A day alone may begin a sentence.
    """
    if line.begun and _right_below(line, following):
        return True
    unfinished = len(line.text) >= _WRAPPED and not line.full and following.text[0].islower()
    wrapped = unfinished or (margin is not None and _crosses(line, following, margin))
    plain = not line.kind and not following.kind and line.lang == following.lang
    return wrapped and plain and _right_below(line, following)
