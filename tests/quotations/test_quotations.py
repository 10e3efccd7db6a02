"""Direct speech with its speaker, in every style of marks, and what is no speech."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.interpret.quotations import read_quotations
from kg.interpret.quotations.marks import marked
from tests.texts import LANGUAGES, cases, document, spoken_of

HERE = Path(__file__).parent


@pytest.mark.parametrize("case", cases(HERE / "quotations.toml"))
def test_quotations(case):
    found = spoken_of(document(case["text"], case["lang"]))
    names = {p.id: p.name for p in found[2].persons} | {o.id: o.title for o in found[2].offices}
    quotations = read_quotations(*found, LANGUAGES)
    assert [f"{names.get(q.speaker or '', '-')}: {q.text}" for q in quotations] == case["quotations"]
    assert all(found[0].text[q.start : q.end] == q.text for q in quotations)


@given(st.text(alphabet='ab «»“”„"‘’.,\n', max_size=60))
def test_marked_spans_are_in_order_and_apart(text):
    spans = list(marked(text, 0, len(text)))
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("a «b «c» d» e", "b «c» d"),
        ("a „b“ c", "b"),
        ('a “b" c', "b"),
        ('a "b” c', "b"),
        ("the people's “choice”", "choice"),
        ("a «never closed", None),
    ],
)
def test_marks(text, inner):
    assert [text[a + 1 : b - 1] for a, b in marked(text, 0, len(text))] == ([inner] if inner else [])
