"""Roles of who headed a delegation: the country is that of the delegation, else that of a post of the same person."""

from __future__ import annotations

from kg.interpret.reading import interpret
from tests.texts import LANGUAGES, document, spoken_of


def heads(text, lang="en"):
    """Name and country of each head of a delegation."""
    return {name: country for name, country, _ in roles_of_heads(text, lang)}


def roles_of_heads(text, lang):
    """Name, country and institution of each role of a head of a delegation."""
    doc = document(text, lang)
    reading = interpret(doc, spoken_of(doc)[1], LANGUAGES)
    names = {p.id: p.name for p in reading.persons} | {o.id: o.name for o in reading.organisations}
    heads = [r for r in reading.roles if r.post == "head-of-delegation"]
    return [(names[r.person], r.country, names.get(r.organisation or "")) for r in heads]


def test_a_post_of_an_international_body_tells_no_country():
    text = "A delegation led by UNICEF Resident Representative in Peru Anna Berg visited Oslo on 5 May 2024."
    assert heads(text) == {"Anna Berg": None}
    text = "A delegation led by Minister of Trade of Peru Anna Berg visited Oslo on 5 May 2024."
    assert heads(text) == {"Anna Berg": "PE"}


def test_who_heads_the_mission_that_came_bears_that_post_already():
    text = "The TURKPA Observation Mission led by Anna Berg, member of the Parliament of Chile, came to Oslo on 5 May."
    assert heads(text) == {}


def test_whose_delegation_somebody_heads_is_told_once():
    text = (
        "Çiliniň Hasap palatasynyň wekiliýeti Ankarada\n"
        "Çiliniň Hasap palatasynyň başlygy Karl Bergiň ýolbaşçylygyndaky wekiliýet Ankara bardy. "
        "Saparyň dowamynda Çiliniň Hasap palatasynyň wekiliýeti Anna Kim bilen duşuşdy. "
        "Wekiliýete Karl Berg ýolbaşçylyk etdi."
    )
    assert roles_of_heads(text, "tk") == [("Karl Berg", "CL", "Çiliniň Hasap palatasy")]


def test_who_is_met_on_a_visit_is_not_at_the_sitting_of_their_institution():
    text = (
        "Ministr Aman Orazow baştutanlygyndaky türkmen wekiliýeti Aral gaznasynyň we Bütindünýä bankynyň güýzki "
        "ýygnaklaryna gatnaşmak üçin Oşa bardy. Saparyň çäklerinde ministr Bütindünýä bankynyň direktory Anna Kim "
        "bilen duşuşdy."
    )
    doc = document(text, "tk")
    reading = interpret(doc, spoken_of(doc)[1], LANGUAGES)
    names = {p.id: p.name for p in reading.persons}
    met = [{names[i] for i in event.attended_by if i in names} for event in reading.events]
    assert met == [{"Aman Orazow"}, {"Aman Orazow"}, {"Aman Orazow", "Anna Kim"}]


def test_heads_in_a_plural_that_looks_like_a_genitive_met():
    doc = document("Главы регионов Ерлан Досов и Асан Кимов встретились в Оше.", "ru")
    reading = interpret(doc, spoken_of(doc)[1], LANGUAGES)
    names = {p.id: p.name for p in reading.persons}
    assert [[names[i] for i in e.attended_by] for e in reading.events] == [["Ерлан Досов", "Асан Кимов"]]
