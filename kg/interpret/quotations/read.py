"""Direct speech: which marked words are speech, and its parts where the author's words interrupt it.

Words between quotation marks are speech only where the text says so; titles of projects, films and institutions are
not. `RULES` are asked in their order, the first answer counts, and its name stands in the quotation's `rule`.
Speech that a dash opens at the start of a line counts where a verb of speech follows behind a second dash.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.interpret.quotations.marks import marked, words
from kg.interpret.quotations.rules import RULES, Context, breaks
from kg.interpret.quotations.speakers import Speakers
from kg.language.case import lower
from kg.language.russian import predicate
from kg.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.interpret.cast import Cast
    from kg.interpret.quotations.speakers import Named
    from kg.language import Language
    from kg.model import Annotations, Document, Paragraph

_DASH = r"[-–—]"
_LEAD = re.compile(rf"[\s,.!?]*(?:{_DASH}\s*)?")
_OPENING_DASH = re.compile(rf"\s*{_DASH}\s+")
_DASHED = re.compile(rf"\s*{_DASH}")
_UNCLOSED = re.compile(r"\s*[«“„\"]?")
_MARKS = re.compile(r"[«»“”„\"]")
_WORD = re.compile(r"\w+")
_LINE = 12  # words of a title on a line of its own that announces speech
_SHORT = 3  # words: shorter "speech" is a name or a quoted term
_LEAST = 4  # characters before marks in which a word before them ends
_SENTENCE = 5  # words that make marked words a sentence where no verb of speech stands by them
_TITLE = 8  # words of a title between the marks and its bearer's name


def read_quotations(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> tuple[Quotation, ...]:
    """Direct speech in text order, without its marks; the speaker is a person's or office's id, or None.

    Speech that the author's words interrupt gives one quotation for each part.
    """
    reader = _Reader(document, annotations, cast, languages)
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

    def __init__(
        self, document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
    ) -> None:
        self._text = document.text
        self._low = lower(document.text)
        self._bodies = sorted((m.start, m.end) for m in annotations.organisations)
        self._speakers = Speakers(self._low, annotations, cast, languages)

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
        spans = [s for s in marked(self._text, paragraph.start, paragraph.end) if not self._of_name(*s)]
        for i, (start, end) in enumerate(spans):
            if words(self._text[start:end]) < _SHORT:
                continue
            left = spans[i - 1][1] if i else self._left(paragraph, start, before)
            if language.fusional and self._of_others(left, start):
                continue
            right = spans[i + 1][0] if i + 1 < len(spans) else paragraph.end
            context = self._context((start, end), (left, right), paragraph.start, language)
            name, side = next(((n, s) for n, rule in RULES if (s := rule(context))), ("", ""))
            if side:
                for part, speaker in self._parts(context, side):
                    yield self._quotation(part, speaker, language, name)
                told = context.closing if side == "behind" else end
            elif told is not None and not self._low[told:start].strip(" .,") and not self._amid(start):
                yield self._quotation((start + 1, end - 1), speaker, language, "speech-continued")
                told = end
            else:
                told = None

    def _amid(self, start: int) -> bool:
        """Tell marks right behind a word, in the author's own sentence: "– деді ол, кейін «Тұлпар» серіктестігі …"."""
        return self._text[max(0, start - _LEAST) : start].rstrip()[-1:].isalnum()

    def _of_name(self, start: int, end: int) -> bool:
        """Tell marks inside the name of an institution, which bound no speech: "– деді «Адал Жол» қорының төрағасы"."""
        at = bisect_right(self._bodies, (start, len(self._text))) - 1
        return at >= 0 and self._bodies[at][0] <= start and end <= self._bodies[at][1]

    def _of_others(self, left: int, start: int) -> bool:
        """Tell what others say of somebody by the verb right behind his name: "Орлов «[подчеркнул] важность …»"."""
        first = _WORD.match(self._text, start + 1)
        named = self._speakers.between(left, start)
        beside = bool(named) and not self._text[named[-1].end : start].strip()
        return beside and first is not None and first[0].islower() and predicate(first[0])

    def _left(self, paragraph: Paragraph, start: int, before: Paragraph | None) -> int:
        """Where the words before a paragraph's first marks begin: in the paragraph before where it ends in a colon."""
        alone = before is not None and not self._text[paragraph.start : start].strip()
        if before is None or not alone or not self._text[before.start : before.end].rstrip().endswith(":"):
            return paragraph.start
        return max(before.start, self._speakers.sentence(before.end - 1)[0])

    def _context(self, span: tuple[int, int], bounds: tuple[int, int], paragraph: int, language: Language) -> Context:
        start, end = span
        opening = (
            bounds[0]
            if self._text[bounds[0] : start].rstrip().endswith(":")
            else max(bounds[0], self._speakers.sentence(start)[0])
        )
        closing = self._speakers.after(end, bounds[1])
        lead = _LEAD.match(self._low, end, closing)
        verb = language.quotations.match_verbs.last(self._low, opening, start)
        return Context(self._low, start, end, opening, closing, lead.end() if lead else end, paragraph,
                       verb[:2] if verb else None, self._text[start + 1 : start + 2].islower(),
                       language, self._speakers)  # fmt: skip

    def _parts(self, context: Context, side: str) -> Iterator[tuple[tuple[int, int], str | None]]:
        """The parts of speech that the author's words interrupt ("«…, – деді X, – …»"), each with the speaker."""
        at, end, language = context.start + 1, context.end - 1, context.language
        if side == "behind":
            speaker = self._speakers.behind(context.end, context.closing, language, context.start)
            speaker = speaker or self._speakers.before(context.opening, context.start, language)
            if speaker is None and language.head_final:
                speaker = self._speakers.left_out(context.paragraph, context.opening)
        else:
            speaker = self._speakers.before(context.opening, context.start, language)
        for cut, until, following in breaks(self._low, at, end, language):
            speaker = self._speakers.behind(cut, until, language, context.start) or speaker
            yield (at, cut), speaker
            at = following
        if at < end:
            yield (at, end), speaker

    def dashed(self, paragraph: Paragraph, language: Language, before: Paragraph | None) -> Iterator[Quotation]:
        """Speech that a dash opens at a line's start: "— …, — сказал X. — …", or after "X said:", "X, a title:"."""
        opening = _OPENING_DASH.match(self._text, paragraph.start, paragraph.end)
        if not opening:
            yield from self._unopened(paragraph, language)
            yield from self._announced(paragraph, language, before)
            return
        at = opening.end()
        speaker: str | None = None
        for cut, until, following in breaks(self._low, at, paragraph.end, language):
            speaker = self._speakers.behind(cut, until, language, paragraph.start)
            yield self._quotation((at, cut), speaker, language, "speech-dash")
            at = following
        if opening.end() < at < paragraph.end:
            yield self._quotation((at, paragraph.end), speaker, language, "speech-dash")
        elif at == opening.end() and before and self._opens(before, paragraph, at):
            start = self._speakers.sentence(before.end - 1)[0]
            named = [n for n in self._speakers.between(start, before.end) if n.start == before.start]
            if language.quotations.match_verbs.last(self._low, start, before.end):
                speaker = self._speakers.before(start, before.end, language)
                yield self._quotation((at, paragraph.end), speaker, language, "speech-dash")
            elif named and words(self._text[named[0].end : before.end]) <= _TITLE:
                yield self._quotation((at, paragraph.end), named[0].who, language, "speech-dash")

    def _opens(self, before: Paragraph, paragraph: Paragraph, at: int) -> bool:
        """Tell speech behind a line with a colon from a point of a list: "– протокол о сотрудничестве;"."""
        announced = self._text[before.start : before.end].rstrip().endswith(":")
        return announced and not self._text[at].islower() and self._text[paragraph.end - 1] != ";"

    def _unopened(self, paragraph: Paragraph, language: Language) -> Iterator[Quotation]:
        """Speech that fills a paragraph and that no mark opens or closes: "Біз дайынбыз, – деді N."."""
        if not language.head_final:
            return
        cut, until, following = next(breaks(self._low, paragraph.start, paragraph.end, language), (0, 0, 0))
        at = _UNCLOSED.match(self._text, paragraph.start, paragraph.end)
        speech = self._low[at.end() : cut] if at and following == paragraph.end else ""
        if at is None or self._low[cut - 1 : cut] != "," or _MARKS.search(speech):
            return
        if _reported(self._low, cut, language):
            return  # "…, – деп хабарлайды облыс әкімінің баспасөз қызметі"
        if words(speech) >= _SENTENCE and (speaker := self._speakers.behind(cut, until, language, paragraph.start)):
            yield self._quotation((at.end(), cut), speaker, language, "speech-dash")

    def _announced(self, paragraph: Paragraph, language: Language, before: Paragraph | None) -> Iterator[Quotation]:
        """A paragraph after a line with nothing but a name, a title and a colon: "Анна Берг, министр:"."""
        if not language.head_final or before is None:
            return
        if _MARKS.search(self._text, paragraph.start, paragraph.end):
            return
        line = self._text[before.start : before.end].rstrip()
        named = [n for n in self._speakers.between(before.start, before.end) if n.start == before.start]
        titled = self._low[named[0].end : named[0].end + 1] == "," if named else False
        if line.endswith(":") and titled and words(self._text[named[0].end : before.end]) <= _LINE:
            dash = _DASHED.match(self._text, paragraph.start, paragraph.end)
            span = (dash.end() if dash else paragraph.start, paragraph.end)
            yield self._quotation(span, named[0].who, language, "speech-announced")

    def _quotation(self, span: tuple[int, int], speaker: str | None, language: Language, rule: str) -> Quotation:
        """A quotation without the space and the comma that the marks or the author's words ask for."""
        start, end = span
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and (self._text[end - 1].isspace() or self._text[end - 1] == ","):
            end -= 1
        return Quotation(speaker, self._text[start:end], start, end, language.code, f"{language.code}.{rule}")


def _reported(low: str, cut: int, language: Language) -> bool:
    """Tell words by which an outlet or a press service gives news behind a dash, and quotes nobody."""
    behind = _LEAD.match(low, cut)
    return behind is not None and low.startswith(language.institutions.reports, behind.end())
