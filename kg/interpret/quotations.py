"""Direct speech with its speaker.

Words between quotation marks are speech only where the text says so: a verb of speech and a colon or comma before
them, a verb of speech behind them, or a bare name behind them. Titles of projects, films and institutions are not.
Speech that a dash opens at the start of a line counts where a verb of speech follows behind a second dash.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.language.pattern import fold
from kg.model import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.interpret.cast import Cast
    from kg.language import Language
    from kg.model import Annotations, Document, Paragraph

_CLOSERS = {"«": "»", "“": '”"“', "„": '“”"', '"': '"”', "‘": "’"}  # noqa: RUF001 - quotation marks are meant
_ANY_CLOSER = '»”“"’'  # noqa: RUF001 - quotation marks are meant
_OPENER = re.compile(r"(?:(?<=^)|(?<=[\s(—–:,\-]))[«“„\"‘](?=\S)")  # noqa: RUF001 - quotation marks are meant
_DASH = r"[-–—]"  # noqa: RUF001 - dashes are meant
_BREAK = re.compile(rf"[,.!?…]\s{_DASH}\s")
_STOP = re.compile(r"[.!?…](?:\s|$)|\n")
_NAME_ONLY = re.compile(rf"[\s,.{_DASH[1:-1]}]*")
_SHORT = 3  # words: shorter "speech" is a name or a quoted term
_SENTENCE = 5  # words that a bare name behind the marks needs to make them speech
_REACH = 160  # characters within which a speaker stands from the marks


@dataclass(frozen=True, slots=True)
class _Speech:
    """Words between marks and whether the speaker is to be sought before or behind them, in which span."""

    start: int
    end: int
    side: str
    cue: tuple[int, int]
    rule: str


def read_quotations(
    document: Document, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]
) -> tuple[Quotation, ...]:
    """Direct speech in text order, without its marks; the speaker is a person's or office's id, or None.

    Speech that the author's words interrupt gives one quotation for each part.
    """
    reader = _Reader(document, annotations, cast)
    found: list[Quotation] = []
    for item in document.items:
        before: Paragraph | None = None
        for paragraph in item.paragraphs:
            language = languages.get(paragraph.lang)
            if language:
                found += reader.paragraph(paragraph, language, before)
            before = paragraph
    return tuple(found)


class _Reader:
    """Reads paragraph after paragraph, remembering who was spoken of last."""

    def __init__(self, document: Document, annotations: Annotations, cast: Cast) -> None:
        self.text = document.text
        self.low = fold(document.text)
        named = [
            (m.start, m.end, cast.person_of[i], m.case in {"", "nom"}) for i, m in enumerate(annotations.persons)
        ] + [(m.start, m.end, cast.office_of[i], m.case in {"", "nom"}) for i, m in enumerate(annotations.posts)]
        self.named = sorted((a, b, who, nominative) for a, b, who, nominative in named if who)
        self.starts = [n[0] for n in self.named]

    def paragraph(self, paragraph: Paragraph, language: Language, before: Paragraph | None) -> Iterator[Quotation]:
        """Direct speech of one paragraph, in text order."""
        dashed = list(self._dashed(paragraph, language, before))
        if dashed:
            yield from dashed
            return
        last: Quotation | None = None
        spans = list(self._marked(paragraph))
        for i, (start, end) in enumerate(spans):
            left = spans[i - 1][1] if i else paragraph.start
            right = spans[i + 1][0] if i + 1 < len(spans) else paragraph.end
            speech = self._speech(start, end, left, right, language)
            if (
                speech is None
                and last
                and not self.low[left:start].strip(" .,")
                and _words(self.text[start:end]) >= _SENTENCE
            ):
                last = self._quotation(start + 1, end - 1, last.speaker, paragraph, language, "continued")
                yield last
                continue
            if speech is None:
                last = None if self.low[left:start].strip(" .,") else last
                continue
            for part, speaker in self._parts(speech, language):
                last = self._quotation(*part, speaker, paragraph, language, speech.rule)
                yield last

    def _quotation(
        self, start: int, end: int, speaker: str | None, paragraph: Paragraph, language: Language, rule: str
    ) -> Quotation:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] == ","):
            end -= 1
        return Quotation(speaker, self.text[start:end], start, end, paragraph.lang, f"{language.code}.{rule}")

    def _marked(self, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
        """Spans between outermost quotation marks, marks included; a closing mark may differ from the opening one."""
        at = paragraph.start
        while opener := _OPENER.search(self.text, at, paragraph.end):
            end = self._closing(opener.start(), paragraph.end)
            if end is None:
                at = opener.end()
                continue
            yield opener.start(), end
            at = end

    def _closing(self, start: int, limit: int) -> int | None:
        mark = self.text[start]
        depth = 0
        for i in range(start + 1, limit):
            c = self.text[i]
            if mark == "«" and c == "«":
                depth += 1
            elif c in _CLOSERS[mark] and not self.text[i + 1 : i + 2].isalnum() and not self.text[i - 1].isspace():
                if not depth:
                    return i + 1
                depth -= 1
        # The mark was never closed by its own kind: take the last of another kind ("„… \"").
        for i in range(limit - 1, start + 1, -1):
            if self.text[i] in _ANY_CLOSER and not self.text[i + 1 : i + 2].isalnum():
                return i + 1
        return None

    def _speech(self, start: int, end: int, left: int, right: int, language: Language) -> _Speech | None:
        """Decide whether marked words are speech, by what stands before and behind them."""
        inner = self.text[start + 1 : end - 1]
        if _words(inner) < _SHORT:
            return None
        data = language.quotations
        opening = max(left, self._sentence_start(start, left))
        before = self.low[opening:start].rstrip()
        verb = data.match_verbs.last(self.low, opening, start)
        named = self._last_named(opening, start)
        if before.endswith(":") and (verb or named):
            return _Speech(start + 1, end - 1, "before", verb[:2] if verb else (start, start), "speech-colon")
        closing = self._sentence_end(end, right)
        behind = re.compile(rf"[\s,.!?]*(?:{_DASH}\s*)?").match(self.low, end, closing)
        at = behind.end() if behind else end
        closer = data.match_closers.at(self.low, at, closing)
        if closer:
            return _Speech(start + 1, end - 1, "behind", closer[:2], "speech-verb")
        subject = next((n for n in self._named(at, closing) if n[0] - at <= len("the then ")), None)
        if subject and self.low[at : subject[0]].strip() in {"", "the", "our"}:
            follows = data.match_verbs.first(self.low, subject[1], closing)
            dashed = behind is not None and re.search(_DASH, behind.group())
            spoken = inner.rstrip()[-1:] in ",.!?…" or dashed or self.low[end : end + 1] in {",", ""}
            if follows and spoken and follows[0] - subject[1] <= 1 + len(" of the ministry "):
                return _Speech(start + 1, end - 1, "behind", follows[:2], "speech-subject-verb")
            alone = _NAME_ONLY.fullmatch(self.low, subject[1], closing)
            if alone and _words(inner) >= _SENTENCE:
                return _Speech(start + 1, end - 1, "behind", (at, at), "speech-name")
        pronoun = data.match_pronouns.at(self.low, at, closing)
        if pronoun and inner.rstrip()[-1:] in ",.!?…":
            follows = data.match_verbs.at(self.low, pronoun[1] + 1, closing)
            if follows:
                return _Speech(start + 1, end - 1, "behind", follows[:2], "speech-pronoun-verb")
        adjacent = verb and not self.low[verb[1] : start].strip(" ,")
        if (
            adjacent
            and verb
            and (before.endswith(",") or _words(inner) >= _SENTENCE)
            and inner.rstrip()[-1:] in ".!?…,"
        ):
            return _Speech(start + 1, end - 1, "before", verb[:2], "speech-comma")
        return None

    def _parts(self, speech: _Speech, language: Language) -> Iterator[tuple[tuple[int, int], str | None]]:
        """The parts of speech that the author's words interrupt ("«…, – деді X, – …»"), each with the speaker."""
        data = language.quotations
        at = speech.start
        speaker = self._speaker(speech, language)
        breaks = list(_BREAK.finditer(self.low, speech.start, speech.end))
        for i, cut in enumerate(breaks):
            until = breaks[i + 1].start() if i + 1 < len(breaks) else speech.end
            if cut.start() < at or not data.match_closers.at(self.low, cut.end(), until):
                continue
            verb = data.match_closers.at(self.low, cut.end(), until)
            if verb:
                inner = _Speech(at, cut.start() + 1, "behind", verb[:2], speech.rule)
                speaker = self._speaker(inner, language, until) or speaker
                yield (at, cut.start() + (self.text[cut.start()] != ",")), speaker
                at = breaks[i + 1].end() if i + 1 < len(breaks) else speech.end
        if at < speech.end:
            yield (at, speech.end), speaker

    def _speaker(self, speech: _Speech, language: Language, limit: int | None = None) -> str | None:
        """Who speaks: by name or title on the side of the verb, else before the speech, else the last one named."""
        opening = self._sentence_start(speech.start - 1, 0)
        if speech.side == "behind":
            closing = min(limit or len(self.low), self._sentence_end(speech.end + 1, len(self.low)))
            behind = [n for n in self._named(speech.end, closing) if n[0] - speech.end <= _REACH]
            subjects = [n for n in behind if n[3]] or behind
            if subjects:
                return subjects[0][2]
            if language.quotations.match_pronouns.first(self.low, speech.end, closing):
                return self._antecedent(speech.start)
        before = [n for n in self._named(opening, speech.start) if n[1] <= speech.start]
        subjects = [n for n in before if n[3]] or before
        if subjects:
            return subjects[-1][2]
        if language.quotations.match_pronouns.first(self.low, opening, speech.start):
            return self._antecedent(opening)
        return None

    def _antecedent(self, offset: int) -> str | None:
        i = bisect_left(self.starts, offset)
        return self.named[i - 1][2] if i else None

    def _named(self, start: int, end: int) -> list[tuple[int, int, str, bool]]:
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _last_named(self, start: int, end: int) -> tuple[int, int, str, bool] | None:
        """The person or post named directly before the colon of "X: «…»"."""
        found = [n for n in self._named(start, end) if not self.low[n[1] : end].strip(" :")]
        return found[-1] if found else None

    def _sentence_start(self, offset: int, limit: int) -> int:
        stops = [m.end() for m in _STOP.finditer(self.low, max(limit, offset - 2 * _REACH), offset)]
        return stops[-1] if stops else max(limit, offset - 2 * _REACH)

    def _sentence_end(self, offset: int, limit: int) -> int:
        stop = _STOP.search(self.low, offset + 1, limit)
        return stop.start() + 1 if stop else limit

    def _dashed(self, paragraph: Paragraph, language: Language, before: Paragraph | None) -> Iterator[Quotation]:
        """Speech that a dash opens at the start of a line: "— …, — сказал X. — …"."""
        opening = re.compile(rf"\s*{_DASH}\s+").match(self.text, paragraph.start, paragraph.end)
        if not opening:
            return
        breaks = list(_BREAK.finditer(self.low, opening.end(), paragraph.end))
        data = language.quotations
        speaker: str | None = None
        at: int | None = opening.end()
        for i, cut in enumerate(breaks):
            until = breaks[i + 1].start() + 1 if i + 1 < len(breaks) else paragraph.end
            verb = data.match_closers.at(self.low, cut.end(), until)
            if at is None or not verb:
                continue
            speech = _Speech(at, cut.end(), "behind", verb[:2], "speech-dash")
            speaker = self._speaker(speech, language, until)
            yield self._quotation(at, cut.start() + 1, speaker, paragraph, language, "speech-dash")
            at = breaks[i + 1].end() if i + 1 < len(breaks) else None
        if at is not None and at > opening.end():
            yield self._quotation(at, paragraph.end, speaker, paragraph, language, "speech-dash")
        elif at is not None and before and self.low[before.start : before.end].rstrip().endswith(":"):
            verb = data.match_verbs.last(self.low, before.start, before.end)
            if verb:
                speech = _Speech(before.end, paragraph.end, "before", verb[:2], "speech-dash")
                speaker = self._speaker(speech, language)
                yield self._quotation(at, paragraph.end, speaker, paragraph, language, "speech-dash")


def _words(text: str) -> int:
    return len(re.findall(r"[^\W_]+", text))
