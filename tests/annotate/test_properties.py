"""What holds for any text: offsets, the length of folded text, sentences that don't overlap."""

from __future__ import annotations

import hashlib
import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.annotate import annotate
from kg.annotate.sentences import sentence_of, split, tokenise
from kg.build import reader
from kg.interpret.reading import interpret
from kg.language.case import lower
from kg.model import Document, Item, Office, Organisation, Paragraph, Person, Reading
from kg.vocab import concept

CASES = Path(__file__).parent / "cases"

# Letters and marks of our languages, with those that change their length in lower case (İ) among them.
_LETTERS = "aäbçdeňöşüýžİABÄÇŇÖŞÜÝabcXYZабвгдқғңөұүһіәАБВҚҒІ0129 .,-–:;!?«»\"“”()\n'’…"
_PIECES = st.sampled_from(
    [
        "Türkmenistanyň ",
        "Daşary işler ministri ",
        "Merdan Garajaýew ",
        "БҰҰ ",
        "Қазақстанның ",
        "министрлігінің ",
        "төрағасы ",
        "Министерство юстиции ",
        "встретился с ",
        "Ivan Petrov, ",
        "Minister of ",
        "the ",
        "Committee ",
        "on 12 March 2023 ",
        "2023-nji ýylyň 5-nji maýynda ",
        "duşuşyk geçirdi. ",
        "кездесті. ",
        "and ",
        "we ",
        "(",
        ")",
        "«",
        "»",
        "\n",
        "-",
        "DIM-niň ",
        "BMG-",
        "adyndaky ",
        "жөніндегі ",
        "by ",
        "91,3% ",
    ]
)
_TEXTS = st.one_of(st.text(_LETTERS, max_size=200), st.lists(_PIECES, max_size=25).map("".join))


def document(text: str, lang: str) -> Document:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(start, start + len(line), lang))
        start += len(line) + 1
    item = Item(0, len(text), lang, None, None, tuple(paragraphs))
    return Document("any", text, hashlib.sha256(text.encode()).hexdigest(), lang, None, (item,))


def posts_of(reading: Reading) -> list[str]:
    return [role.post for role in reading.roles] + [office.post for office in reading.title_only]


@given(st.text())
def test_lower_case_keeps_the_length(text):
    assert len(lower(text)) == len(text)


@given(_TEXTS)
def test_tokens_are_the_text(text):
    tokens = tokenise(text, 0, len(text))
    assert all(text[t.start : t.end] == t.text and len(t.norm) == len(t.text) for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert "".join(t.text for t in tokens) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("встретился c послом", "встретился с послом"),
        ("Cенaт OПEК-тің Zооm, OPEC-пен", "сенат опек-тің zооm , opec-пен"),
        ("met c послом", "met c послом"),
        ("c", "c"),
    ],
)
def test_latin_letters_typed_for_cyrillic_ones(text, norms):
    assert " ".join(t.norm for t in sentence_of(text, 0, len(text), "ru").tokens) == norms


@given(_TEXTS)
def test_sentences_lie_in_order_and_within_lines(text):
    sentences = split(document(text, "tk"), reader().languages)
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    assert all("\n" not in text[s.start : s.end] for s in sentences)


@pytest.mark.parametrize("lang", ["tk", "kk", "ru", "en"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=_TEXTS)
def test_any_text_is_read_and_every_offset_holds(lang, text):
    doc = document(text, lang)
    found = annotate(doc, reader().languages, reader().known)
    mentions = [
        *found.dates, *found.places, *found.organisations, *found.persons, *found.posts, *found.triggers,
    ]  # fmt: skip
    assert all(text[m.start : m.end] == m.text for m in mentions)
    reading = interpret(doc, found, reader().languages)
    actors: list[Person | Organisation | Office] = [
        *reading.persons, *reading.organisations, *reading.title_only,
    ]  # fmt: skip
    named = [m for actor in actors for m in actor.mentions]
    words = [*(e for event in reading.events for e in event.evidence), *(r.evidence for r in reading.roles)]
    assert all(text[m.start : m.end] == m.text for m in named)
    assert all(concept("post", post) for post in posts_of(reading))
    assert all(text[m.start : m.end] == m.text for m in words)
    assert all(text[m.start : m.end] == m.text for m in reading.quotations)
    ids = {actor.id for actor in actors}
    for event in reading.events:
        assert {*event.attended_by, *event.organised_by, *event.chaired_by, *event.invited} <= ids
    assert reading == interpret(doc, annotate(doc, reader().languages, reader().known), reader().languages)


@pytest.mark.parametrize("lang", ["tk", "kk", "ru", "en"])
def test_what_ends_behind_any_word_of_a_case_is_read(lang):
    for case in tomllib.loads((CASES / f"{lang}.toml").read_text(encoding="utf-8"))["case"]:
        words = case["text"].split()
        doc = document("\n".join(" ".join(words[:k]) for k in range(1, len(words))), lang)
        found = annotate(doc, reader().languages, reader().known)
        mentions = [*found.places, *found.organisations, *found.persons, *found.posts]
        assert all(doc.text[m.start : m.end] == m.text for m in mentions)
        reading = interpret(doc, found, reader().languages)
        assert all(concept("post", post) for post in posts_of(reading))
