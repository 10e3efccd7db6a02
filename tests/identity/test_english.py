"""English names of institutions and offices that no text gives in English: they say only what a name says."""

from __future__ import annotations

import pytest

from kg.authority import load
from kg.model import Office, Organisation, Reading
from kg.resolve import resolve


@pytest.mark.parametrize(
    ("name", "kind", "country", "english"),
    [
        ("Государственный пограничный комитет Беларуси", "government", "BY", "State Border Committee of Belarus"),
        ("Общий комитет по политике и безопасности", "government", "LU", "General Committee for Policy and Security"),
        ("Министерство торговли и транспорта", "ministry", "TJ", "Ministry of Trade and Transport of Tajikistan"),
        ("Сенат", "parliament", "TM", None),  # of a state that has none
        ("Пресс-служба Президента", "government", "RU", None),
    ],
)  # fmt: skip
def test_only_what_the_name_says_is_said_in_english(name, kind, country, english):
    body = Organisation("o1", name, kind, country)
    [found] = resolve([Reading("a", "ru", organisations=(body,))], load()).entities
    assert next((n.text for n in found.names if n.lang == "en"), None) == english
    assert found.country == country


@pytest.mark.parametrize(
    ("title", "post", "english"),
    [
        ("заместитель министра образования", "deputy-minister", "Deputy Minister of Education of Tajikistan"),
        ("министр торговли и культуры", "minister", "Minister of Culture and Trade of Tajikistan"),
        ("президент", "president", "President of Tajikistan"),
        ("министр политических и иностранных", "minister", None),  # nothing that the adjectives are of
        ("глава миссии", "head", None),  # whose mission, nothing tells
    ],
)
def test_an_office_is_told_in_english_with_the_ministry_that_it_is_in(title, post, english):
    [found] = resolve([Reading("a", "ru", title_only=(Office("t1", title, post, None, "TJ"),))], load()).entities
    assert next((n.text for n in found.names if n.lang == "en"), None) == english
