"""The dates of a document, each resolved against what the document says of its own time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from kg.dates import FROM_TODAY, OF_WEEKDAY, DateWords, tells_of_history, tells_of_news
from kg.model import DAY, YEAR, DateMention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.dates import DateSpan
    from kg.language import Language
    from kg.model import Document, Sentence

# A year or a month in one of the first sentences tells the time of the text; later on it is mostly of something past.
_OPENING = 3
# Those of them that tell the news: a year there is hardly history.
_LEAD = 2

# Months by which the days that a text tells without a year lie round the day of its writing.
_NEAR = 2
# Characters from a year to a day of it: "2023 жылы Ошта 5 мамырда".
_BESIDE = 20
# No release of these states and bodies is older; a year before it is history.
_EARLIEST = "1990"
# A year in which every day of a month exists.
_LEAP = "2024"

# A sentence with its number and the dates in it.
_Dated = tuple[int, "Sentence", DateWords]


def find_date_mentions(
    document: Document, sentences: tuple[Sentence, ...], languages: Mapping[str, Language]
) -> tuple[DateMention, ...]:
    """All dates in text order, with the index of their sentence.

    A date that leaves its year out, or is told from the day of writing, is resolved against the item's date, else
    the document's, else the first date with month and year in the item's text that isn't years older than another
    (a release opens with the time it tells of; behind a day without a year a month with its year is history).
    """
    found: list[DateMention] = []
    by_item: dict[int, list[_Dated]] = {}
    for number, sentence in enumerate(sentences):
        if sentence.lang in languages:
            dated = DateWords(document.text, sentence.start, sentence.end, languages[sentence.lang], sentence.words)
            by_item.setdefault(sentence.item, []).append((number, sentence, dated))
    for index, own in by_item.items():
        reference = opening = document.items[index].date or document.published
        told_at = 0
        if reference is None or "X" in reference:
            reference, told_at = _reference(own, languages)
        for at, (number, sentence, dated) in enumerate(own):
            spans = dated.told(reference)
            if at < told_at:  # a weekday or "yesterday" is told from the day of writing, not from a day told later
                spans = [span for span in spans if not span.rule.endswith(FROM_TODAY)]
            if opening and reference is None:
                spans = sorted([*spans, *_without_year(dated, opening)], key=_begin)
            found.extend(_mention(span, sentence, number) for span in spans)
    return tuple(sorted(found, key=_begin))


def _reference(own: Sequence[_Dated], languages: Mapping[str, Language]) -> tuple[str | None, int]:
    """The date that the sentences of an item tell as that of their time, and the first of them that tells it."""
    told = [(at, d) for at, (_, _, dated) in enumerate(own) for d in dated.told(None) if d.iso[:YEAR] >= _EARLIEST]
    yearless = [(at, d) for at, d in told if d.iso.startswith("XXXX-")]
    begun, day = (yearless[0][0], yearless[0][1].start) if yearless else (_OPENING, 0)
    days, months = {d.iso[YEAR:] for _, d in yearless}, [int(d.iso[5:7]) for _, d in yearless]
    lead = min(begun, _OPENING - 1)
    full = [(at, d) for at, d in told if _has_year(d) and (at <= lead or _of_news(d, own[at][1], languages, days))]
    # "In 2023 elections will be held. On 5 May …", but "2023 жылы Ошта 5 мамырда"
    beside = {d for at, d in full if at == begun and 0 < day - d.end <= _BESIDE}
    dates = [d.iso for _, d in full if len(d.iso) > YEAR or not yearless or d in beside]
    early = {d.iso for at, d in told if at < _LEAD and at <= begun}
    reference = _told_in([iso for iso in dates if iso in early or _near(iso, months)])
    return reference, next((at for at, d in told if d.iso == reference), 0)


def _of_news(day: DateSpan, sentence: Sentence, languages: Mapping[str, Language], days: set[str]) -> bool:
    """Tell a day that may be of the news behind others without a year, as its sentence tells.

    `days` are those others, without the year: the same told again with its year is of the news but in history.
    """
    language = languages[sentence.lang]
    if day.iso[YEAR:] in days and not tells_of_history(sentence.words, language):
        return True
    return len(day.iso) == DAY and tells_of_news(sentence.words, language)


def _near(iso: str, months: list[int]) -> bool:
    """Tell whether a day lies near the days that a text tells without a year: history is told with its years."""
    if len(iso) == YEAR:
        return False  # "the plans for 2024 were discussed"
    apart = [abs(int(iso[5:7]) - month) % 12 for month in months]
    return any(min(gap, 12 - gap) <= _NEAR for gap in apart)


def _told_in(dates: list[str]) -> str | None:
    """The first date that isn't years older than another: history is no day of writing."""
    latest = max((int(iso[:YEAR]) for iso in dates), default=0)
    return next((iso for iso in dates if latest - int(iso[:YEAR]) <= 1), None)


def _without_year(dated: DateWords, opening: str) -> list[DateSpan]:
    """Today, yesterday and tomorrow of a text that begins with a day and no year: `XXXX-03-14`."""
    today = f"{_LEAP}{opening[YEAR:]}"
    found = []
    for span in dated.told(today):
        near = span.relative and len(span.iso) == len(today) and not span.rule.endswith(OF_WEEKDAY)
        if near and abs((date.fromisoformat(span.iso) - date.fromisoformat(today)).days) <= 1:
            found.append(msgspec.structs.replace(span, iso=f"XXXX{span.iso[YEAR:]}"))
    return found


def _begin(span: DateSpan | DateMention) -> int:
    return span.start


def _has_year(span: DateSpan) -> bool:
    """Tell a date that the text gives with its year, and that an event can have."""
    return span.kind == "date" and not span.relative and "X" not in span.iso


def _mention(span: DateSpan, sentence: Sentence, number: int) -> DateMention:
    return DateMention(
        span.start,
        span.end,
        span.text,
        sentence.lang,
        number,
        span.rule,
        iso=span.iso,
        iso_end=span.iso_end,
        relative=span.relative,
        kind=span.kind,
    )
