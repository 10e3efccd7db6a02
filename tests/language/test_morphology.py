"""Every suffix of the language files is found in its own word, and leaves the stem that the file says."""

from __future__ import annotations

import pytest

from kg.language import load_all

LANGUAGES = load_all()
SUFFIXES = [
    pytest.param(code, suffix, id=f"{code}: {suffix.word}")
    for code in ("tk", "kk")
    for suffix in LANGUAGES[code].morphology.suffixes
]


@pytest.mark.parametrize(("code", "suffix"), SUFFIXES)
def test_suffix(code, suffix):
    found = LANGUAGES[code].analyse(suffix.word)
    values = {"number": "number", "possessive": "possessive", "case": "case"}
    assert any(a.stem == suffix.stem and getattr(a, values[suffix.slot]) == suffix.value for a in found)


@pytest.mark.parametrize(
    ("code", "word", "analysis"),
    [
        ("tk", "ministrlikleriniň", ("ministrlik", "plural", "3", "gen")),
        ("tk", "bmg-nyň", ("bmg", "", "", "gen")),
        ("tk", "aňm-nde", ("aňm", "", "3", "loc")),
        ("tk", "gullugynda", ("gulluk", "", "3", "loc")),
        ("kk", "өкілдеріне", ("өкіл", "plural", "3", "dat")),
        ("kk", "тмд-ның", ("тмд", "", "", "gen")),
        ("kk", "қорларындағы", ("қор", "plural", "3", "attr")),
        ("ru", "министерствами", ("министерство", "plural", "", "ins")),
        ("en", "ministries", ("ministry", "plural", "", "nom")),
        ("en", "minister's", ("minister", "", "", "gen")),
    ],
)
def test_chain(code, word, analysis):
    found = {(a.stem, a.number, a.possessive, a.case) for a in LANGUAGES[code].analyse(word)}
    assert analysis in found


@pytest.mark.parametrize(("code", "word"), [("kk", "мироновка"), ("tk", "mary"), ("tk", "astana")])
def test_bare_word_is_its_own_first_analysis(code, word):
    first = LANGUAGES[code].analyse(word)[0]
    assert (first.stem, first.case) == (word, "nom")


def test_the_kazakh_dative_goes_with_its_vowel():
    assert all(a.case != "dat" for a in LANGUAGES["kk"].analyse("мироновка"))


@pytest.mark.parametrize(
    ("code", "lemma", "possessed"),
    [("tk", "ministrlik", "ministrligi"), ("tk", "gurama", "guramasy"), ("tk", "prezident", "prezidenti"),
     ("kk", "министрлік", "министрлігі"),
     ("kk", "комиссия", "комиссиясы"), ("kk", "орталық", "орталығы")],
)  # fmt: skip
def test_possessed(code, lemma, possessed):
    assert LANGUAGES[code].possessed(lemma) == possessed
