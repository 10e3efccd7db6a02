"""What is told as not understood, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import api

ROOT = Path(__file__).parents[2]

CASES = {
    # text: what is missed in it, as (kind, words)
    "They saw the Qwixel Zorptang exhibition in Oslo.": {("name", "Qwixel Zorptang")},
    "On 4 March Ivan Petrov opened the Zemblan exhibition in Oslo.": {("name", "Zemblan")},
    "The report (ZXQ) was read in Oslo.": {("abbreviation", "ZXQ")},
    "Every Preliminary result was good. The preliminary results came late.": set(),
    "He said: “We will come to Oslo again.”": set(),
    "THE MINISTER OF TRADE MET WENNERGREN IN OSLO": set(),
    "The meeting in Oslo was long.": set(),
    "Qwixel Zorptang of the third kind was shown in Oslo.": {("name", "Qwixel Zorptang")},
    "The Dean said that it was cold.": {("post", "Dean")},
    "Вчера в Осло показали новый Зэмбл из стекла.": {("name", "Зэмбл")},
    "Кеше Ослода Зэмбл көрсетілді.": {("name", "Зэмбл")},
}


@pytest.mark.parametrize("text", CASES)
def test_what_is_missed(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_text(text + "\n", encoding="utf-8")
    document, found = api.missed(path)
    assert {(m.kind, m.text) for m in found if m.kind != "event"} == CASES[text]
    assert all(document.text[m.start : m.end] == m.text and m.reason for m in found)


def test_files_that_are_named_exist():
    for path in sorted((ROOT / "tests/documents").glob("*/*.txt")):
        document, found = api.missed(path)
        assert all(document.text[m.start : m.end] == m.text for m in found)
        assert [(m.start, m.end) for m in found] == sorted({(m.start, m.end) for m in found})
        assert all((ROOT / m.file).exists() for m in found)
        _, reading = api.read(path)
        spans = [(m.start, m.end) for person in reading.persons for m in person.mentions]
        spans += [(m.start, m.end) for body in reading.organisations for m in body.mentions]
        names = [m for m in found if m.kind in {"name", "abbreviation", "institution"}]
        assert not [m for m in names for start, end in spans if start < m.end and m.start < end]
