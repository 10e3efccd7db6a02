"""Places are found with their nominative name, kind, country and case; each data example reads as it says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.places import find_places
from kg.annotate.sentences import sentence_of
from kg.language import load_all

LANGUAGES = load_all()


def _places(text, code):
    sentence = sentence_of(text, 0, len(text), code)
    return find_places(text, (sentence,), LANGUAGES)


TYPES = [(code, kind) for code, language in LANGUAGES.items() for kind in language.places.types]
CAPITALS = [(code, word) for code, language in LANGUAGES.items() for word in language.places.capitals]
DECLENSIONS = [*LANGUAGES["ru"].places.declensions, *LANGUAGES["ru"].places.adjective_declensions]


@pytest.mark.parametrize(("code", "kind"), TYPES, ids=[f"{c}.{k.word}" for c, k in TYPES])
def test_each_type_word_reads_its_example(code, kind):
    (found,) = _places(kind.example, code)
    assert (found.name, found.kind, found.case) == (kind.means, kind.kind, kind.case)
    assert found.rule == f"{code}.place-type"


@pytest.mark.parametrize(("code", "word"), CAPITALS, ids=[f"{c}.{w.word}" for c, w in CAPITALS])
def test_each_word_for_the_capital_reads_its_example(code, word):
    (found,) = [p for p in _places(word.example, code) if p.kind == "capital"]
    assert (found.name, found.case) == ("", word.case)


@pytest.mark.parametrize("rule", DECLENSIONS, ids=[r.means for r in DECLENSIONS])
def test_each_declension_reads_its_example(rule):
    (found,) = _places(rule.example, "ru")
    assert found.name == rule.means


CASES = [
    # language, text, [(words, name, kind, country, case)]
    ("tk", "Aşgabatda duşuşyk geçirildi.", [("Aşgabatda", "Aşgabat", "town", "TM", "loc")]),
    ("tk", "Aşgabadyň howa menzili", [("Aşgabadyň", "Aşgabat", "town", "TM", "gen")]),
    ("tk", "Bişkege geldi", [("Bişkege", "Bişkek", "town", "KG", "dat")]),
    ("tk", "Türkiýäniň ilçisi", [("Türkiýäniň", "Türkiýe", "country", "TR", "gen")]),
    ("tk", "Aşgabatdaky howa menzili", [("Aşgabatdaky", "Aşgabat", "town", "TM", "attr")]),
    ("tk", "ABŞ-nyň wekili", [("ABŞ-nyň", "ABŞ", "country", "US", "gen")]),
    ("tk", "TÜRKMENISTANYŇ WEKILIÝETI", [("TÜRKMENISTANYŇ", "Türkmenistan", "country", "TM", "gen")]),
    ("tk", "özbegistanly alym", [("özbegistanly", "Özbegistan", "country", "UZ", "adj")]),
    ("tk", "türkmen tarapy", [("türkmen", "Türkmenistan", "country", "TM", "adj")]),
    ("tk", "türkmen dilinde", []),
    ("tk", "Nýu Ýork şäherinde ýaşaýar", [("Nýu Ýork şäherinde", "Nýu-Ýork", "town", "US", "loc")]),
    ("tk", "Demirgazyk Amerikanyň ýurtlary", [("Demirgazyk Amerikanyň", "Demirgazyk Amerika", "region", None, "gen")]),
    ("tk", "Maliýe ministrligi", []),
    ("tk", "Serdar Orazow", []),
    ("tk", "Ženewada, Brýusselde we Wenada", [
        ("Ženewada", "Ženewa", "town", "CH", "loc"),
        ("Brýusselde", "Brýussel", "town", "BE", "loc"),
        ("Wenada", "Wena", "town", "AT", "loc"),
    ]),
    ("en", "the Heads of State of Peru", [("Peru", "Peru", "country", "PE", "")]),
    ("kk", "Бішкекте кездесу өтті", [("Бішкекте", "Бішкек", "town", "KG", "loc")]),
    ("kk", "Солтүстік Америкада болды", [("Солтүстік Америкада", "Солтүстік Америка", "region", None, "loc")]),
    ("kk", "Минскіден келді", [("Минскіден", "Минск", "town", "BY", "abl")]),
    ("kk", "Грузиядағы Елшісі", [("Грузиядағы", "Грузия", "country", "GE", "attr")]),
    ("kk", "Қазақстан Республикасындағы", [
        ("Қазақстан Республикасындағы", "Қазақстан Республикасы", "country", "KZ", "attr")
    ]),
    ("kk", "АҚШ-тың елшісі", [("АҚШ-тың", "АҚШ", "country", "US", "gen")]),
    ("kk", "қазақстандық сарапшылар", [("қазақстандық", "Қазақстан", "country", "KZ", "adj")]),
    ("kk", "Астанада кездесу өтті", [("Астанада", "Астана", "town", "KZ", "loc")]),
    ("kk", "қазан айында", []),
    ("ru", "в Ташкенте и в Москве", [
        ("Ташкенте", "Ташкент", "town", "UZ", "loc"), ("Москве", "Москва", "town", "RU", "loc")
    ]),
    ("ru", "визит в Нур Султан", [("Нур Султан", "Нур-Султан", "town", "KZ", "acc")]),
    ("ru", "страны Латинской Америки", [("Латинской Америки", "Латинская Америка", "region", None, "gen")]),
    ("ru", "посол России в Казахстане", [
        ("России", "Россия", "country", "RU", "gen"), ("Казахстане", "Казахстан", "country", "KZ", "loc")
    ]),
    ("ru", "между Саудовской Аравией и Новой Зеландией", [
        ("Саудовской Аравией", "Саудовская Аравия", "country", "SA", "ins"),
        ("Новой Зеландией", "Новая Зеландия", "country", "NZ", "ins"),
    ]),
    ("ru", "туркменская делегация", [("туркменская", "Туркменистан", "country", "TM", "adj")]),
    ("ru", "на русском языке, на казахском языке", []),
    ("ru", "Того же мнения", []),
    ("ru", "мэр города Лужков", []),
    ("ru", "в области Абай", [("области Абай", "область Абай", "region", "KZ", "loc")]),
    ("ru", "в Фнляндии", [("Фнляндии", "Финляндия", "country", "FI", "loc")]),
    ("ru", "в Фнляндский порт", []),
    ("en", "in Madagacsar", [("Madagacsar", "Madagascar", "country", "MG", "")]),
    ("kk", "Қазастанға барды", [("Қазастанға", "Қазақстан", "country", "KZ", "dat")]),
    ("tk", "Gazgystana bardy", [("Gazgystana", "Gazagystan", "country", "KZ", "dat")]),
    ("ru", "в Марыйском велаяте", [("Марыйском велаяте", "Марыйский велаят", "region", "TM", "loc")]),
    ("en", "Kazakhstan's chairmanship", [("Kazakhstan", "Kazakhstan", "country", "KZ", "gen")]),
    ("en", "Mary Robinson in Vienna", [("Vienna", "Vienna", "town", "AT", "")]),
    ("en", "the Turkmen side", [("Turkmen", "Turkmenistan", "country", "TM", "adj")]),
    ("en", "Papua New Guinea", [("Papua New Guinea", "Papua New Guinea", "country", "PG", "")]),
    ("en", "the capital of the company", []),
    ("en", "the capital of the Kyrgyz Republic", [
        ("capital", "", "capital", None, ""), ("Kyrgyz Republic", "Kyrgyz Republic", "country", "KG", ""),
    ]),
    ("tk", "Birleşen Arab Emirliklerine", [
        ("Birleşen Arab Emirliklerine", "Birleşen Arab Emirlikleri", "country", "AE", "dat")
    ]),
    ("en", "us", []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "expected"), CASES, ids=[f"{c}: {t}" for c, t, _ in CASES])
def test_places(code, text, expected):
    assert [(p.text, p.name, p.kind, p.country, p.case) for p in _places(text, code)] == expected


def test_every_country_of_cldr_is_found_in_every_language():
    for code in LANGUAGES:
        for country in ("AL", "BY", "DE", "KG", "MD", "TJ", "TM", "UZ", "VN", "ZA"):
            name = Locale(code).territories[country]
            (found,) = _places(name, code)
            assert (found.name, found.country, found.kind) == (name, country, "country")


WORDS = st.lists(
    st.sampled_from(["Aşgabatda", "Ташкент", "қаласында", "города", "Minsk", "şäheri", "ABŞ-nyň", "İ", "1", "-", "и"])
)


@given(WORDS, st.sampled_from(sorted(LANGUAGES)), st.sampled_from([" ", "\n", "-", "\xa0"]))
def test_offsets_hold_and_mentions_never_overlap(words, code, between):
    text = between.join(words)
    found = _places(text, code)
    assert all(text[p.start : p.end] == p.text for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
