"""Bodies that a text says were created, decided on or proposed, and by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.interpret.standing import mark_standing
from tests.texts import LANGUAGES, cases, document, spoken_of

HERE = Path(__file__).parent


@pytest.mark.parametrize("case", cases(HERE / "standing.toml"))
def test_standing(case):
    found = spoken_of(document(case["text"], case["lang"]))
    names = {p.id: p.name for p in found[2].persons} | {o.id: o.title for o in found[2].offices}
    organisations = mark_standing(*found, LANGUAGES)
    told = [f"{o.name} | {o.standing} | {names.get(o.proposer or '', '-')}" for o in organisations if o.standing]
    assert told == case["standing"]
    assert [o.id for o in organisations] == [o.id for o in found[2].organisations]
    assert all((o.standing is None) == (o.standing_evidence is None) for o in organisations)


def test_a_body_among_those_of_an_international_organisation_is_its():
    text = "Сол жылы Инвестициялар жөніндегі кеңес құрылды, ШЫҰ Жастар кеңесінің жоспары бекітілді."
    found = spoken_of(document(text, "kk"))
    body, owner = (next(o for o in mark_standing(*found, LANGUAGES) if o.name.startswith(n)) for n in ("Инв", "ШЫҰ"))
    assert (body.kind, body.country, body.part_of) == ("international", None, owner.part_of or owner.id)


def test_a_body_of_heads_of_state_is_of_the_organisation_widely_known():
    text = "Сол жылы Мемлекет басшыларының кеңесі құрылды, ТМД Экология комиссиясы туралы ереже бекітілді."
    found = spoken_of(document(text, "kk"))
    body, owner = (next(o for o in mark_standing(*found, LANGUAGES) if o.name.startswith(n)) for n in ("Мем", "ТМД"))
    assert (body.kind, body.part_of) == ("international", owner.part_of or owner.id)


def test_a_body_alone_is_of_the_country_at_home():
    found = spoken_of(document("Инвестициялар жөніндегі кеңес құрылды.", "kk"))
    assert [(o.country, o.part_of) for o in mark_standing(*found, LANGUAGES)] == [("KZ", None)]
