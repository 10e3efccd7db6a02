"""English names of institutions that no text gives in English: of whose they are, they say only what a name says."""

from __future__ import annotations

import pytest

from kg.authority import load
from kg.model import Organisation, Reading
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
