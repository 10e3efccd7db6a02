"""Marked-up texts for the tests of events: `[words]{p1 nom}` is an actor with its id and case."""

from __future__ import annotations

import re
from pathlib import Path

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
    Evidence,
    Item,
    Office,
    Organisation,
    OrganisationMention,
    Paragraph,
    Person,
    PersonMention,
    PostMention,
    Role,
)

LANGUAGES = load_all()
CASES = Path(__file__).parent / "cases"
MARK = re.compile(r"\[([^\]]+)\]\{(\w+)(?: (\w+))?\}")
COUNTRIES = {"Türkmenistan": "TM", "Turkmenistan": "TM"}


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
        Paragraph(a, b, lang, heading=n in {0, len(lines) - 1} and len(lines) > 1 and text[b - 1] not in ".!?")
        for n, (a, b) in enumerate(lines)
    )
    headline = (lines[0][0], lines[0][1]) if paragraphs[0].heading else None
    return Document("case", text, "", lang, published, (Item(0, len(text), lang, published, headline, paragraphs),))


def read(marked, lang, published=None, homes=(), bodies_of=()):
    """The events of a marked text; `homes` are pairs of a minister and a country, `bodies_of` of a head and a body."""
    text, marks = unmark(marked.strip())
    document = document_of(text, lang, published)
    sentences = split(document, LANGUAGES)
    places = find_places(text, sentences, LANGUAGES)

    def sentence(start):
        return next(i for i, s in enumerate(sentences) if s.start <= start < s.end)

    bodies, persons, posts = [], [], []
    for start, end, ident, case in marks:
        base = (start, end, text[start:end], lang, sentence(start), "mark")
        if ident[0] in "osm":
            country = next((p.country for p in places if start <= p.start < end), None)
            kind = {"s": "state", "m": "media"}.get(ident[0], "other")
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
        (
            *(Role(who, None, "minister", Evidence("", 0, 0), country=country) for who, country in homes),
            *(Role(who, None, "head", Evidence("", 0, 0), body) for who, body in bodies_of),
        ),
        tuple(i for _, i in persons),
        tuple(i for _, i in bodies),
        tuple(i for _, i in posts),
    )
    return tuple(e for e in read_events(document, annotations, cast, LANGUAGES) if e.type != "election")
