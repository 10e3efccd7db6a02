"""Files become documents: text unchanged, items with dates, a language for each paragraph."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read import read
from tests.read.pages import DATELESS, items_in

ROOT = Path(__file__).parents[2]


def test_lines_wrapped_at_a_margin_are_one_paragraph():
    text = (
        "The Minister of Foreign Affairs of the country met the\nambassador of a neighbouring country in the capital "
        "city and\ndiscussed trade.\nA second paragraph follows here with its own words."
    )
    (item,) = items_in(text)
    assert [text.count("\n", p.start, p.end) for p in item.paragraphs] == [2, 0]


def test_the_seeds_are_read_as_the_keys_say():
    for key in sorted((ROOT / "tests" / "gold").glob("seed-*.json")):
        gold = json.loads(key.read_text(encoding="utf-8"))
        path = ROOT / "seeds" / "documents" / gold["file"]
        document = read(path)
        assert (document.id, document.lang, document.published) == (path.stem, gold["lang"], gold["published"])
        assert len(document.text) == gold["chars"]
        if "items" in gold:
            assert [([i.start, i.end], i.date, i.lang) for i in document.items] == [
                (x["span"], x["date"], x["lang"]) for x in gold["items"]
            ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_the_text_is_kept_as_it_is(tmp_path, newline):
    text = f"  {DATELESS}{newline}{newline}\t{DATELESS} {newline}"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    document = read(path)
    assert document.text == text
    assert document.digest == hashlib.sha256(text.encode()).hexdigest()
    assert [text[p.start : p.end] for p in document.items[0].paragraphs] == [DATELESS, DATELESS]


LINES = st.lists(
    st.sampled_from(
        [
            "02 Dec",
            "10 July 2024",
            "24.02.2022",
            "",
            " ",
            "Headline",
            DATELESS,
            "364",
            "Источник: a.kz",
            "Встреча.",
            "İ\x00",
        ]
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\x85"]))
def test_items_and_paragraphs_lie_in_order_and_within(lines, newline):
    text = newline.join(lines)
    if not text.strip():
        return
    items = items_in(text)
    assert items
    assert all(a.end <= b.start for a, b in pairwise(items))
    for item in items:
        inside = [(p.start, p.end) for p in item.paragraphs]
        assert all(item.start <= a < b <= item.end for a, b in inside)
        assert all(a[1] <= b[0] for a, b in pairwise(inside))


@pytest.mark.parametrize(("below", "heading"), [("«The forum is open.»", False), ("Anna Kim", True)])
def test_a_line_that_leads_to_direct_speech_is_no_heading(below, heading):
    (item,) = items_in(f"Headline of the text\n{DATELESS}\nThe minister told the forum:\n{below}")
    assert item.paragraphs[2].heading is heading
