"""A text wrapped at a margin is read as its paragraphs are; lines that are paragraphs stay so."""

from __future__ import annotations

import textwrap

import pytest

from kg.read import Source, read

FIRST = (
    "The Minister of Trade of Norway, Anna Berg, received the Ambassador of Chile, Luis Cano Ortega, in Oslo on 3 May. "
    "They spoke of fishing, of the Joint Commission and of the visit of the Prime Minister of Chile in June."
)
SECOND = (
    "The Ambassador thanked the Ministry. He said that the Chamber of Commerce of Chile would open an office in "
    "Bergen, and that Marta Vega, who chairs the Chamber, would come to Norway in the same month to sign an agreement."
)
PARAGRAPHS = [FIRST, SECOND]
LINES = [
    "Anna Berg, Norway",
    "Luis Cano, Republic of Chile",
    "Marta Vega, Chile",
    "Karl Lind",
    "Eva Holm, Oslo",
    "They met.",
]


@pytest.mark.parametrize("width", [60, 78, 100])
@pytest.mark.parametrize("mark", ["\n", "\r\n"])
def test_lines_of_a_margin_are_one_paragraph(tmp_path, width, mark):
    path = tmp_path / "wrapped.txt"
    written = (mark * 2).join(mark.join(textwrap.wrap(text, width)) for text in PARAGRAPHS)
    path.write_bytes(written.encode())
    document = read(Source.of(path))
    told = [document.text[p.start : p.end].replace("  ", " ") for p in document.items[0].paragraphs]
    assert told == PARAGRAPHS
    assert len(document.text) == len(written)


def test_lines_of_a_list_are_paragraphs(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    document = read(Source.of(path))
    assert [document.text[p.start : p.end] for p in document.items[0].paragraphs] == LINES
    assert document.text == "\n".join(LINES)
