"""Lower case and capitals keep a text's length: offsets into one are offsets into the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.language.case import lower, recase


@given(st.text())
def test_lower_keeps_the_length(text):
    assert len(lower(text)) == len(text)


def test_lower_leaves_what_would_grow():
    assert lower("İSTANBUL Şäher") == "İstanbul şäher"


def test_recase():
    assert recase("Departamentiniň", "departamenti") == "Departamenti"
    assert recase("BÖLÜMINIŇ", "bölümi") == "BÖLÜMI"
    assert recase("ab", "abc") == "abc"
    assert recase("Жаном-Батистом", "жан-батист") == "Жан-Батист"
