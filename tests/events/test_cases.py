"""Short texts with marked actors and the events that are to be read from them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from kg.annotate.dates import find_date_mentions
from kg.annotate.places import find_places
from kg.annotate.sentences import split
from kg.annotate.triggers import find_triggers
from kg.interpret.cast import Cast
from kg.interpret.events import read_events
from kg.language import load_all
from kg.model import (
    Annotations,
    Document,
    Item,
    Office,
    Organisation,
    OrganisationMention,
    Paragraph,
    Person,
    PersonMention,
    PostMention,
)

LANGUAGES = load_all()
CASES = Path(__file__).parent / "cases"
MARK = re.compile(r"\[([^\]]+)\]\{(\w+)(?: (\w+))?\}")
COUNTRIES = {"Türkmenistan": "TM", "Turkmenistan": "TM"}


def _cases():
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]:
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")


def unmark(marked):
    """The text without marks, and (start, end, id, case) of each."""
    text, marks, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        marks.append((len(text), len(text) + len(mark[1]), mark[2], mark[3] or ""))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], marks


def document_of(text, lang, published=None):
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    paragraphs = tuple(
        Paragraph(a, b, lang, heading=n == 0 and len(lines) > 1 and text[b - 1] not in ".!?")
        for n, (a, b) in enumerate(lines)
    )
    headline = (lines[0][0], lines[0][1]) if paragraphs[0].heading else None
    return Document("case", text, "", lang, published, (Item(0, len(text), lang, None, headline, paragraphs),))


def read(marked, lang, published=None):
    """The events of a marked text."""
    text, marks = unmark(marked.strip())
    document = document_of(text, lang, published)
    sentences = split(document, LANGUAGES)
    places = find_places(text, sentences, LANGUAGES)

    def sentence(start):
        return next(i for i, s in enumerate(sentences) if s.start <= start < s.end)

    bodies, persons, posts = [], [], []
    for start, end, ident, case in marks:
        base = (start, end, text[start:end], lang, sentence(start), "mark")
        if ident[0] in "os":
            country = next((p.country for p in places if start <= p.start < end), None)
            kind = "state" if ident[0] == "s" else "other"
            bodies.append((OrganisationMention(*base, text[start:end], kind, country, case=case), ident))
        elif ident[0] == "p":
            persons.append((PersonMention(*base, text[start:end], case=case), ident))
        else:
            posts.append((PostMention(*base, text[start:end], "other", case=case), ident))
    annotations = Annotations(
        sentences,
        find_date_mentions(document, sentences, LANGUAGES),
        places,
        tuple(m for m, _ in bodies),
        tuple(m for m, _ in persons),
        tuple(m for m, _ in posts),
        find_triggers(text, sentences, LANGUAGES),
    )
    cast = Cast(
        tuple(Person(i, i) for i in dict.fromkeys(i for _, i in persons)),
        tuple(Organisation(i, i, m.kind, m.country) for i, m in {i: m for m, i in reversed(bodies)}.items()),
        tuple(Office(i, i, "other") for i in dict.fromkeys(i for _, i in posts)),
        (),
        tuple(i for _, i in persons),
        tuple(i for _, i in bodies),
        tuple(i for _, i in posts),
    )
    return tuple(e for e in read_events(document, annotations, cast, LANGUAGES) if e.type != "election")


def told(line, events):
    """A line of a case as the event that it tells, and as much of the event read as the line speaks of."""


def words(event, events, line):
    """An event in the form of a case's line: what the line leaves out is left out."""
    form = f" {event.format}" if re.match(r"\w+ \w+ (?:video|phone|in-person|unknown) ", line) else ""
    span = f"{event.start}/{event.end}" if event.end else event.start or "-"
    out = f"{event.type} {event.status}{form} {span} @{event.place or '-'}: {' '.join(sorted(event.attended_by))}".rstrip()
    for name, field in (("chair", event.chaired_by), ("org", event.organised_by), ("invited", event.invited)):
        if field:
            out += f" | {name}={' '.join(sorted(field))}"
    if event.head_of_delegation and "| head=" in line:
        out += " | head=" + " ".join(f"{h.person}>{h.delegation_of}" for h in event.head_of_delegation)
    if event.part_of:
        out += f" | part={[e.id for e in events].index(event.part_of) + 1}"
    if event.ordinal is not None:
        out += f" | series={event.ordinal}"
    return out


def canonical(line):
    """A line with its lists sorted."""

    def ordered(m):
        return m[1] + " ".join(sorted(m[2].split()))

    return re.sub(r"((?:: |\w+=))([^|=>]+?)(?= \||$)", ordered, line)


@pytest.mark.parametrize(("lang", "case"), list(_cases()))
def test_events_of_a_case(lang, case):
    events = read(case["text"], lang, case.get("published"))
    expected = [canonical(line) for line in case["events"]]
    lines = case["events"] + [""] * len(events)
    assert [words(e, events, line) for e, line in zip(events, lines, strict=False)] == expected
