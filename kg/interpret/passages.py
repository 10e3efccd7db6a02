"""Sentences with what was found in them: the view of a document that the rules of interpretation read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeVar

import msgspec

from kg.language.case import lower
from kg.language.pattern import Pattern
from kg.model import DAY, START, Evidence, Mention, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.language import Language
    from kg.language.pattern import Matcher
    from kg.model import (
        Annotations,
        DateMention,
        Document,
        Item,
        OrganisationMention,
        PersonMention,
        PlaceMention,
        PostMention,
        Sentence,
        TriggerMention,
    )

M = TypeVar("M", bound=Mention)
P = TypeVar("P", bound=Pattern)


class Passage(Record, frozen=True):
    """A sentence, where it starts and ends, its language and item, and the mentions in it in text order.

    `today` is the ISO day of writing: the item's date, else the document's, else the first full date in the item.
    `low` is the whole document's text in lower case: offsets are the document's everywhere. `first_*` is the index, in
    `Annotations`, of the first mention of that kind, so that `first_person + i` is that of `persons[i]`.
    """

    index: int
    text: str
    low: str
    sentence: Sentence
    start: int
    end: int
    item: Item
    today: str | None
    language: Language
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    organisations: tuple[OrganisationMention, ...]
    persons: tuple[PersonMention, ...]
    posts: tuple[PostMention, ...]
    triggers: tuple[TriggerMention, ...]
    first_organisation: int
    first_person: int
    first_post: int

    def find(self, matcher: Matcher[P]) -> Iterable[tuple[int, int, P]]:
        """The matches of patterns in the sentence, as `Matcher.find` gives them."""
        return matcher.find(self.low, self.start, self.end) if matcher.may_match(self.sentence.words) else ()

    def tokens_in(self, start: int, end: int) -> range:
        """Indices of the sentence's tokens that lie, at least in part, between two offsets."""
        tokens = self.sentence.tokens
        first = max(bisect_right(tokens, start, key=START) - 1, 0)
        if first < len(tokens) and tokens[first].end <= start:
            first += 1
        return range(first, bisect_left(tokens, end, key=START))

    def evidence(self, start: int | None = None, end: int | None = None) -> Evidence:
        """The sentence, or the part of the text that is given, as evidence."""
        a, b = self.start if start is None else start, self.end if end is None else end
        return Evidence(self.text[a:b], a, b)


def passages(document: Document, annotations: Annotations, languages: Mapping[str, Language]) -> tuple[Passage, ...]:
    """All sentences in a known language as passages, in text order."""
    known = _latest.get("passages")
    if known and known[0] is document and known[1] is annotations and known[2] is languages:
        return known[3]
    found = _passages(document, annotations, languages)
    _latest["passages"] = (document, annotations, languages, found)
    return found


# Five readers ask for the passages of one document after the other; building them costs more than most of the reading.
_latest: dict[str, tuple[Document, Annotations, Mapping[str, Language], tuple[Passage, ...]]] = {}


def _passages(document: Document, annotations: Annotations, languages: Mapping[str, Language]) -> tuple[Passage, ...]:
    low = lower(document.text)
    today = [_today(document, annotations, i) for i in range(len(document.items))]
    pieces = [piece for piece in _pieces(annotations.sentences) if piece[1].lang in languages]
    sentences = [sentence for _, sentence in pieces]
    _, dates = _within(annotations.dates, sentences)
    _, places = _within(annotations.places, sentences)
    first_organisations, organisations = _within(annotations.organisations, sentences)
    first_persons, persons = _within(annotations.persons, sentences)
    first_posts, posts = _within(annotations.posts, sentences)
    _, triggers = _within(annotations.triggers, sentences)
    return tuple(
        [
            Passage(
                index,
                document.text,
                low,
                sentence,
                sentence.start,
                sentence.end,
                document.items[sentence.item],
                today[sentence.item],
                languages[sentence.lang],
                dates[n],
                places[n],
                organisations[n],
                persons[n],
                posts[n],
                triggers[n],
                first_organisations[n],
                first_persons[n],
                first_posts[n],
            )
            for n, (index, sentence) in enumerate(pieces)
        ]
    )


def _within(mentions: Sequence[M], sentences: Sequence[Sentence]) -> tuple[list[int], list[tuple[M, ...]]]:
    """The index of the first of some mentions (in text order) in each of some sentences, and all those in it."""
    starts = [m.start for m in mentions]
    firsts = [bisect_left(starts, sentence.start) for sentence in sentences]
    lasts = [bisect_left(starts, sentence.end) for sentence in sentences]
    return firsts, [tuple(mentions[first:last]) for first, last in zip(firsts, lasts, strict=True)]


_LONGEST = 400  # tokens


def _pieces(sentences: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Sentences with their indices, those that no writer meant as one (lists, tables) cut to a bounded length."""
    for index, sentence in enumerate(sentences):
        if len(sentence.tokens) <= _LONGEST:
            yield index, sentence
            continue
        for first in range(0, len(sentence.tokens), _LONGEST):
            tokens = sentence.tokens[first : first + _LONGEST]
            words = sentence.words[first : first + _LONGEST]
            start, end = tokens[0].start, tokens[-1].end
            capitals = tuple([i - first for i in sentence.capitals if first <= i < first + _LONGEST])
            cut = {"start": start, "end": end, "tokens": tokens, "words": words, "capitals": capitals}
            yield index, msgspec.structs.replace(sentence, **cut)


def _today(document: Document, annotations: Annotations, item: int) -> str | None:
    known = document.items[item].date or document.published
    if known:
        return known
    return next(
        (
            d.iso
            for d in annotations.dates
            if annotations.sentences[d.sentence].item == item
            and not d.relative
            and len(d.iso) == DAY
            and not d.iso.startswith("X")
        ),
        None,
    )
