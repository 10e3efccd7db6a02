"""Plans, strategies, treaties, laws, statements and projects: their names, kinds and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.interpret.instruments import read_instruments
from tests.texts import LANGUAGES, cases, document, spoken_of

HERE = Path(__file__).parent


@pytest.mark.parametrize("case", cases(HERE / "instruments.toml"))
def test_instruments(case):
    found = spoken_of(document(case["text"], case["lang"]))
    instruments = read_instruments(*found, (), LANGUAGES)
    told = [f"{i.kind} | {i.name} | {', '.join(link.how for link in i.links)}" for i in instruments]
    assert told == case["instruments"]
    assert [i.id for i in instruments] == [f"i{n}" for n in range(1, len(instruments) + 1)]
    assert all(found[0].text[m.start : m.end] == m.text for i in instruments for m in i.mentions)
    if "actors" in case:
        names = {o.id: o.name for o in found[2].organisations}
        assert [names[link.actor] for i in instruments for link in i.links if link.actor] == case["actors"]


HEADS = [
    pytest.param(code, head, id=f"{code} {head.before} {head.lemma}")
    for code, language in LANGUAGES.items()
    for head in language.instruments.heads
]


@pytest.mark.parametrize(("code", "head"), HEADS)
def test_head_names_an_instrument_in_its_example(code, head):
    instruments = read_instruments(*spoken_of(document(head.example, code)), (), LANGUAGES)
    assert head.kind in {i.kind for i in instruments}
