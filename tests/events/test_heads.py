"""Roles of who headed a delegation: the country is that of the delegation, else that of a post of the same person."""

from __future__ import annotations

from kg.interpret.reading import interpret
from tests.texts import LANGUAGES, document, spoken_of


def heads(text):
    """Name and country of each head of a delegation."""
    doc = document(text, "en")
    reading = interpret(doc, spoken_of(doc)[1], LANGUAGES)
    names = {p.id: p.name for p in reading.persons}
    return {names[r.person]: r.country for r in reading.roles if r.post == "head-of-delegation"}


def test_a_post_of_an_international_body_tells_no_country():
    text = "A delegation led by UNICEF Resident Representative in Peru Anna Berg visited Oslo on 5 May 2024."
    assert heads(text) == {"Anna Berg": None}
    text = "A delegation led by Minister of Trade of Peru Anna Berg visited Oslo on 5 May 2024."
    assert heads(text) == {"Anna Berg": "PE"}
