"""Direct speech: which marked words are speech, and its parts where the author's words interrupt it.

Words between quotation marks are speech only where the text says so; titles of projects, films and institutions are
not. `RULES` are asked in their order, the first answer counts, and its name stands in the quotation's `rule`.
Speech that a dash opens at the start of a line counts where a verb of speech follows behind a second dash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.interpret.quotations.marks import marked, words
from kg.interpret.quotations.speakers import Speakers
from kg.language.case import lower
from kg.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kg.interpret.cast import Cast
    from kg.interpret.quotations.speakers import Named
    from kg.language import Language
    from kg.model import Annotations, Document, Paragraph

_DASH = r"[-–—]"
_BREAK = re.compile(rf"([,.!?…])?\s{_DASH}\s")
_LEAD = re.compile(rf"[\s,.!?]*(?:{_DASH}\s*)?")
_OPENING_DASH = re.compile(rf"\s*{_DASH}\s+")
_NOTHING = re.compile(r"[\s,.–—-]*")
_SHORT = 3  # words: shorter "speech" is a name or a quoted term
_SENTENCE = 5  # words that make marked words a sentence where no verb of speech stands by them
_TITLE = 8  # words of a title between the marks and its bearer's name
_OWNER = 3  # words between a speaker and the verb ("the Minister of Justice of Moldova noted")


@dataclass(frozen=True, slots=True)
class Context:
    """Marked words and what stands round them: `opening` and `closing` bound their sentence's other words.

    `lead` is where the words behind the marks begin, `verb` the last verb of speech before the marks, `small` tells
    that the words between the marks begin with a small letter.
    """

    low: str
    start: int
    end: int
    opening: int
    closing: int
    lead: int
    verb: tuple[int, int] | None
    small: bool
    language: Language
    speakers: Speakers

    @property
    def inner(self) -> str:
        """The words between the marks."""
        return self.low[self.start + 1 : self.end - 1].strip()

    @property
    def ended(self) -> bool:
        """Tell whether the words between the marks end as a clause does."""
        return self.inner[-1:] in {",", ".", "!", "?", "…"}

    @property
    def dashed(self) -> bool:
        """Tell whether a dash follows the marks."""
        return re.search(_DASH, self.low[self.end : self.lead]) is not None


def colon(c: Context) -> str | None:
    """X said: «…» · X: «…»."""
    if not c.low[c.opening : c.start].rstrip().endswith(":"):
        return None
    named = any(not c.low[n.end : c.start].strip(" :") for n in c.speakers.between(c.opening, c.start))
    return "before" if c.verb or named else None


def verb_behind(c: Context) -> str | None:
    """«…», – деді X · “…,” said X · «…» diýip, X belledi."""
    closer = c.language.quotations.match_closers.at(c.low, c.lead, c.closing)
    return "behind" if closer else None


def subject_behind(c: Context) -> str | None:
    """“…,” the Minister X noted."""
    subject = _subject(c)
    if subject is None or not (c.ended or c.dashed or c.low[c.end : c.end + 1] == ","):
        return None
    verb = c.language.quotations.match_verbs.first(c.low, subject.end, c.closing)
    return "behind" if verb and words(c.low[subject.end : verb[0]]) <= _OWNER else None


def name_behind(c: Context) -> str | None:
    """«…» X, with nothing else in the sentence."""
    subject = _subject(c)
    alone = subject and words(c.inner) >= _SENTENCE and _NOTHING.fullmatch(c.low, subject.end, c.closing)
    return "behind" if alone else None


def pronoun_behind(c: Context) -> str | None:
    """“…,” he added."""
    pronoun = c.language.quotations.match_pronouns.at(c.low, c.lead, c.closing)
    if pronoun is None or not c.ended:
        return None
    return "behind" if c.language.quotations.match_verbs.at(c.low, pronoun[1] + 1, c.closing) else None


def comma(c: Context) -> str | None:
    """X said, “…”, and X said “a whole sentence.”."""
    if c.verb is None or c.low[c.verb[1] : c.start].strip(" ,") or not c.ended:
        return None
    told = "," in c.low[c.verb[1] : c.start]
    return "before" if told or words(c.inner) >= _SENTENCE else None


def clause(c: Context) -> str | None:
    """X said that it went “better than anybody had hoped”."""
    told = c.verb is not None and c.small and words(c.inner) >= _SENTENCE
    return "before" if told and c.speakers.between(c.opening, c.start) else None


def interrupted(c: Context) -> str | None:
    """«…, – деді X. – …»: the author's words stand inside the marks."""
    return "inside" if any(_breaks(c.low, c.start + 1, c.end - 1, c.language)) else None


RULES: tuple[tuple[str, Callable[[Context], str | None]], ...] = (
    ("speech-colon", colon),
    ("speech-verb", verb_behind),
    ("speech-subject", subject_behind),
    ("speech-name", name_behind),
    ("speech-pronoun", pronoun_behind),
    ("speech-comma", comma),
    ("speech-clause", clause),
    ("speech-interrupted", interrupted),
)


def _breaks(low: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int, int]]:
    """Where the author's words interrupt speech: their start, their end, and where speech goes on."""
    breaks = [cut for cut in _BREAK.finditer(low, start, end) if cut[1] or _linked(low, cut.end(), end, language)]
    taken = start
    for i, cut in enumerate(breaks):
        until = breaks[i + 1].start() if i + 1 < len(breaks) else end
        if cut.start() < taken or not language.quotations.match_closers.at(low, cut.end(), until):
            continue
        taken = breaks[i + 1].end() if i + 1 < len(breaks) else end
        yield cut.start() + bool(cut[1]), until, taken


def _linked(low: str, at: int, end: int, language: Language) -> bool:
    """Tell a dash without a comma before it that only closes speech: "— Biz taýýar — diýip, ministr aýtdy"."""
    return language.quotations.match_linkers.at(low, at, end) is not None


def _subject(c: Context) -> Named | None:
    """Who is named behind the marks: right there, or within a title's length where a comma closed the speech."""
    reach = _TITLE if c.inner.endswith(",") else 1
    named = (n for n in c.speakers.between(c.lead, c.closing) if words(c.low[c.lead : n.start]) <= reach)
    return next(named, None) or c.speakers.titled(c.lead, c.closing, c.language)


def read_quotations(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> tuple[Quotation, ...]:
    """Direct speech in text order, without its marks; the speaker is a person's or office's id, or None.

    Speech that the author's words interrupt gives one quotation for each part.
    """
    reader = _Reader(document, annotations, cast)
    found: list[Quotation] = []
    for item in document.items:
        transcript = len([p for p in item.paragraphs if reader.named(p)]) > 1
        before: Paragraph | None = None
        for paragraph in item.paragraphs:
            language = languages.get(paragraph.lang)
            if language and transcript and (named := reader.named(paragraph)):
                found.append(reader.transcribed(paragraph, named, language))
            elif language:
                found += list(reader.dashed(paragraph, language, before)) or reader.marked(paragraph, language, before)
            before = paragraph
    return tuple(found)


class _Reader:
    """Reads the paragraphs of one document."""

    def __init__(self, document: Document, annotations: Annotations, cast: Cast) -> None:
        self._text = document.text
        self._low = lower(document.text)
        self._speakers = Speakers(self._low, annotations, cast)

    def named(self, paragraph: Paragraph) -> Named | None:
        """Who is named before the colon that a paragraph begins with: "А.Петров: Рад приветствовать Вас."."""
        named = next(iter(self._speakers.between(paragraph.start, paragraph.end)), None)
        if named is None or named.start != paragraph.start or self._text[named.end : named.end + 2] != ": ":
            return None
        said = self._text[named.end + 2 : paragraph.end].strip()
        return named if words(said) >= _SHORT and said[-1] in ".!?…" else None

    def transcribed(self, paragraph: Paragraph, named: Named, language: Language) -> Quotation:
        """A turn of a conversation that is given in full, without marks."""
        return self._quotation((named.end + 1, paragraph.end), named.who, language, "speech-transcript")

    def marked(self, paragraph: Paragraph, language: Language, before: Paragraph | None) -> Iterator[Quotation]:
        """Speech between quotation marks; marked words that follow it at once go on with it.

        Who speaks may be told at the end of the paragraph `before`.
        """
        speaker: str | None = None
        told: int | None = None  # where the last speech and the words that name its speaker end
        spans = list(marked(self._text, paragraph.start, paragraph.end))
        for i, (start, end) in enumerate(spans):
            if words(self._text[start:end]) < _SHORT:
                continue
            left = spans[i - 1][1] if i else self._left(paragraph, start, before)
            right = spans[i + 1][0] if i + 1 < len(spans) else paragraph.end
            context = self._context((start, end), (left, right), language)
            name, side = next(((n, s) for n, rule in RULES if (s := rule(context))), ("", ""))
            if side:
                for part, speaker in self._parts(context, side):
                    yield self._quotation(part, speaker, language, name)
                told = context.closing if side == "behind" else end
            elif told is not None and not self._low[told:start].strip(" .,"):
                yield self._quotation((start + 1, end - 1), speaker, language, "speech-continued")
                told = end
            else:
                told = None

    def _left(self, paragraph: Paragraph, start: int, before: Paragraph | None) -> int:
        """Where the words before a paragraph's first marks begin: in the paragraph before where it ends in a colon."""
        alone = before is not None and not self._text[paragraph.start : start].strip()
        if before is None or not alone or not self._text[before.start : before.end].rstrip().endswith(":"):
            return paragraph.start
        return max(before.start, self._speakers.sentence(before.end - 1)[0])

    def _context(self, span: tuple[int, int], bounds: tuple[int, int], language: Language) -> Context:
        start, end = span
        opening = (
            bounds[0]
            if self._text[bounds[0] : start].rstrip().endswith(":")
            else max(bounds[0], self._speakers.sentence(start)[0])
        )
        closing = self._speakers.after(end, bounds[1])
        lead = _LEAD.match(self._low, end, closing)
        verb = language.quotations.match_verbs.last(self._low, opening, start)
        return Context(self._low, start, end, opening, closing, lead.end() if lead else end,
                       verb[:2] if verb else None, self._text[start + 1 : start + 2].islower(),
                       language, self._speakers)  # fmt: skip

    def _parts(self, context: Context, side: str) -> Iterator[tuple[tuple[int, int], str | None]]:
        """The parts of speech that the author's words interrupt ("«…, – деді X, – …»"), each with the speaker."""
        at, end, language = context.start + 1, context.end - 1, context.language
        if side == "behind":
            speaker = self._speakers.behind(context.end, context.closing, language)
            speaker = speaker or self._speakers.before(context.opening, context.start, language)
        else:
            speaker = self._speakers.before(context.opening, context.start, language)
        for cut, until, following in _breaks(self._low, at, end, language):
            speaker = self._speakers.behind(cut, until, language) or speaker
            yield (at, cut), speaker
            at = following
        if at < end:
            yield (at, end), speaker

    def dashed(self, paragraph: Paragraph, language: Language, before: Paragraph | None) -> Iterator[Quotation]:
        """Speech that a dash opens at a line's start: "— …, — сказал X. — …", or after "X said:", "X, a title:"."""
        opening = _OPENING_DASH.match(self._text, paragraph.start, paragraph.end)
        if not opening:
            return
        at = opening.end()
        speaker: str | None = None
        for cut, until, following in _breaks(self._low, at, paragraph.end, language):
            speaker = self._speakers.behind(cut, until, language)
            yield self._quotation((at, cut), speaker, language, "speech-dash")
            at = following
        if opening.end() < at < paragraph.end:
            yield self._quotation((at, paragraph.end), speaker, language, "speech-dash")
        elif at == opening.end() and before and self._text[before.start : before.end].rstrip().endswith(":"):
            start = self._speakers.sentence(before.end - 1)[0]
            named = [n for n in self._speakers.between(start, before.end) if n.start == before.start]
            if language.quotations.match_verbs.last(self._low, start, before.end):
                speaker = self._speakers.before(start, before.end, language)
                yield self._quotation((at, paragraph.end), speaker, language, "speech-dash")
            elif named and words(self._text[named[0].end : before.end]) <= _TITLE:
                yield self._quotation((at, paragraph.end), named[0].who, language, "speech-dash")

    def _quotation(self, span: tuple[int, int], speaker: str | None, language: Language, rule: str) -> Quotation:
        """A quotation without the space and the comma that the marks or the author's words ask for."""
        start, end = span
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and (self._text[end - 1].isspace() or self._text[end - 1] == ","):
            end -= 1
        return Quotation(speaker, self._text[start:end], start, end, language.code, f"{language.code}.{rule}")
