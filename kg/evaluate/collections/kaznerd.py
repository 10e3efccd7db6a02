"""KazNERD: sentences of Kazakh television news in IOB2 (a token and its tag a line, a blank line between sentences).

Yeshpanov, Khassanov, Varol (2022): KazNERD: Kazakh Named Entity Recognition Dataset, LREC, pages 417-426.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.evaluate.calibration import Sample
from kg.evaluate.collections.collection import Collection, Scored
from kg.evaluate.score import Difference, Tally
from kg.model import Document, Item, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.evaluate.collections.collection import Reads
    from kg.model import Annotations, Mention, NamedMention, Reading

UNMAPPED = ", not mapped"
CLASSES = ("PERSON", "ORGANISATION", "POSITION")
# Tokens that are written without a blank before or after them.
_CLOSING = frozenset(",.!?:;)»”%")
_OPENING = frozenset("(«“")
_MARKS = frozenset(",.—–-:;")
_QUOTES = {"«": "»", "“": "”"}

Span = tuple[int, int]
"""The first token and the one after the last."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence: its tokens with their tags, the number of its first line, and its text with the tokens' places."""

    line: int
    tokens: tuple[str, ...]
    tags: tuple[str, ...]

    def text(self) -> tuple[str, tuple[Span, ...]]:
        """The sentence as it is written, and where in it each token stands."""
        text, places = "", []
        for token in self.tokens:
            if text and token not in _CLOSING and text[-1] not in _OPENING:
                text += " "
            places.append((len(text), len(text) + len(token)))
            text += token
        return text, tuple(places)

    def spans(self, name: str) -> set[Span]:
        """The entities of a class."""
        found, start = set(), None
        for at, tag in enumerate((*self.tags, "O")):
            if start is not None and tag != f"I-{name}":
                found.add((start, at))
                start = None
            if tag == f"B-{name}":
                start = at
        return found

    def words(self, span: Span) -> str:
        """The tokens of a span."""
        return " ".join(self.tokens[slice(*span)])


def load(path: Path) -> Iterator[Tagged]:
    """The sentences of a file. Raises `InputError` naming the line that is not a token and a tag."""
    tokens: list[str] = []
    tags: list[str] = []
    first = 1
    for number, line in enumerate((*path.read_text(encoding="utf-8").splitlines(), ""), 1):
        if line.strip():
            token, _, tag = line.strip().rpartition(" ")
            if not token or not (tag == "O" or tag[:2] in {"B-", "I-"}):
                raise InputError(f"{path}: line {number} is no token with its IOB2 tag: {line[:40]}")
            tokens.append(token)
            tags.append(tag)
        elif tokens:
            yield Tagged(first, tuple(tokens), tuple(tags))
            tokens, tags = [], []
        if not tokens:
            first = number + 1


def score(path: Path, reads: Reads) -> Scored:
    """Compare the spans of each class; a span is right where its first and last token are the key's."""
    scored = Scored({f"{name}{what}": Tally() for what in ("", UNMAPPED) for name in CLASSES})
    tallies = scored.tallies
    for sentence in load(path):
        document, places = _document(sentence)
        mentions = reads.mentions(document)
        found = read_spans(sentence, places, mentions)
        reading = reads.reading(document, mentions)
        plain = _plain_spans(places, mentions, reading)
        for name in CLASSES:
            key = sentence.spans(name)
            right = key & found[name]
            tallies[name].add(Tally(len(key), len(right), len(found[name]), len(right)))
            as_read = len(key & plain[name])
            tallies[f"{name}{UNMAPPED}"].add(Tally(len(key), as_read, len(plain[name]), as_read))
            scored.differences += [
                Difference(f"line {sentence.line}", name, kind, f"{sentence.words(span)} (in: {document.text})")
                for kind, spans in (("missed", key - right), ("false", found[name] - right))
                for span in sorted(spans)
            ]
        scored.samples += _samples(sentence, places, reading)
    return scored


def _samples(sentence: Tagged, places: tuple[Span, ...], reading: Reading) -> Iterator[Sample]:
    """The names of a reading: right where the key has the same words."""
    persons, bodies = sentence.spans("PERSON"), sentence.spans("ORGANISATION")
    for person in reading.persons:
        for m in person.mentions:
            if m.form != "title":
                yield Sample("person", m.rule, m.confidence, _span(places, m) in persons)
    for body in reading.organisations:
        for m in body.mentions:
            if body.kind != "state" and m.form != "short":
                span = _span(places, m)
                right = span in bodies or _quoted(sentence, span) in bodies
                yield Sample("organisation", m.rule, m.confidence, right)


def read_spans(sentence: Tagged, places: tuple[Span, ...], mentions: Annotations) -> dict[str, set[Span]]:
    """What is read of each class, as spans of tokens; see `COLLECTION.mapping`."""
    names = {_span(places, p) for p in mentions.persons}
    posts = {_without(_span(places, p), names) for p in mentions.posts}
    posts = _outermost({_words(sentence, span) for span in posts if span[0] < span[1]})
    bodies = {_span(places, o) for o in mentions.organisations if o.kind != "state" and o.form != "short"}
    bodies = {_quoted(sentence, b) for b in bodies if not any(_inside(b, post) for post in posts)}
    return {"PERSON": _outermost(names), "ORGANISATION": _outermost(bodies), "POSITION": posts}


def _plain_spans(places: tuple[Span, ...], mentions: Annotations, reading: Reading) -> dict[str, set[Span]]:
    """The same as a reading has it, with nothing brought to the key's ways."""
    return {
        "PERSON": {_span(places, m) for p in reading.persons for m in p.mentions},
        "ORGANISATION": {_span(places, m) for o in reading.organisations for m in o.mentions},
        "POSITION": {_span(places, p) for p in mentions.posts},
    }


def _document(sentence: Tagged) -> tuple[Document, tuple[Span, ...]]:
    """A document of one sentence, in Kazakh as the collection says."""
    text, places = sentence.text()
    digest = hashlib.sha256(text.encode()).hexdigest()
    item = Item(0, len(text), "kk", None, None, (Paragraph(0, len(text), "kk"),))
    return Document(f"line-{sentence.line}", text, digest, "kk", None, (item,)), places


def _span(places: tuple[Span, ...], mention: Mention | NamedMention) -> Span:
    """The tokens that a mention touches."""
    touched = [n for n, place in enumerate(places) if place[0] < mention.end and mention.start < place[1]]
    return touched[0], touched[-1] + 1


def _quoted(sentence: Tagged, span: Span) -> Span:
    """The words in quotation marks where a span begins with them, else the span."""
    tokens = sentence.tokens[slice(*span)]
    closing = _QUOTES.get(tokens[0])
    return (span[0] + 1, span[0] + tokens.index(closing)) if closing in tokens[2:] else span


def _words(sentence: Tagged, span: Span) -> Span:
    """A span without marks at its beginning and end that are no words, quotation marks aside."""
    start, end = span
    while start < end - 1 and sentence.tokens[start] in _MARKS:
        start += 1
    while start < end - 1 and sentence.tokens[end - 1] in _MARKS:
        end -= 1
    return start, end


def _without(span: Span, names: Iterable[Span]) -> Span:
    """A title's span without the name that it begins or ends with."""
    for name in names:
        if name[0] == span[0] < name[1] <= span[1]:
            span = name[1], span[1]
        elif span[0] <= name[0] < name[1] == span[1]:
            span = span[0], name[0]
    return span


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _outermost(spans: set[Span]) -> set[Span]:
    return {s for s in spans if not any(o != s and _inside(s, o) for o in spans)}


_MAPPING = """
Each sentence is read as a document of its own, in Kazakh; a span is right where its first and last token are
the key's. As the sentences are torn from their texts, a surname alone counts, too.

POSITION is a title with its institution and country, without the person's name, also where it stands alone;
institutions inside it are not told again, since the key's tags don't nest.

ORGANISATION leaves out states, which the key tags GPE, and nouns that stand for a name (the Commission).

Of an institution that begins in quotation marks the words in these count, as in 221 of the key's 224: «Хабар»
арнасы is Хабар.

The lines `not mapped` compare the spans as a reading has them, without these rules.
"""

COLLECTION = Collection(
    "KazNERD (valid)",
    "kaznerd/IOB2_valid.txt",
    "IS2AI (github.com/IS2AI/KazNERD)",
    _MAPPING,
    score,
)
