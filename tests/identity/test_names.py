"""Names of persons: the fold, and how often spellings of one name agree and names of two persons do."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.compare.person_names import agreement, contradicts, name_keys, person_name
from kg.language import letters
from kg.language.letters import fold, romanise, slug

HERE = Path(__file__).parent
# Least share of pairs of spellings, of one name, that agree. What is missing are spellings that follow no sound
# (Jenča, Dostoyevsky's first name) and need the authority.
RECALL = 0.98


def rows(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


NAMES = rows("names.tsv")
NAMESAKES = rows("namesakes.tsv")
letter = st.sampled_from("абвгдежзийклмнопрстуфхцчшыэюяәғқңөұүһіaäbçdefgijklmnňoöprsştuüwyýzž")
word = st.text(letter, min_size=3, max_size=10).map(str.capitalize)


def way(left, right):
    found = agreement(person_name(left), person_name(right))
    return found[0] if found else None


def test_spellings_of_one_name_agree():
    assert len(NAMES) > 100
    pairs = [pair for forms in NAMES for pair in combinations(forms, 2)]
    agreeing = [pair for pair in pairs if way(*pair)]
    assert len(agreeing) / len(pairs) >= RECALL, sorted(set(pairs) - set(agreeing))


def test_most_spellings_of_one_name_have_one_fold():
    pairs = [pair for forms in NAMES for pair in combinations(forms, 2)]
    assert sum(way(*pair) == "same" for pair in pairs) / len(pairs) > 0.85


def test_names_of_two_persons_do_not_agree():
    merged = [
        (left, right) for one, other in combinations(NAMES, 2) for left in one for right in other if way(left, right)
    ]
    assert merged == []


@pytest.mark.parametrize(("left", "right"), NAMESAKES)
def test_near_names_of_two_persons_do_not_agree(left, right):
    assert way(left, right) is None


@pytest.mark.parametrize("reduction", letters.letters().reductions, ids=lambda r: r.pattern)
def test_each_reduction_brings_its_example_together_and_is_needed(reduction, monkeypatch):
    left, right = reduction.example
    assert fold(left) == fold(right)
    rest = tuple(
        (re.compile(r.pattern), r.becomes) for r in letters.letters().reductions if r is not reduction
    )  # fmt: skip
    monkeypatch.setattr(letters, "_reductions", lambda: rest)
    assert fold.__wrapped__(left) != fold.__wrapped__(right)


@pytest.mark.parametrize(
    ("text", "lang", "latin"),
    [
        ("Raşid Meredow", "tk", "Rashid Meredov"),
        ("Gurbanguly Çaryýew", "tk", "Gurbanguly Charyyev"),
        ("Қасым-Жомарт Тоқаев", "kk", "Kasym-Zhomart Tokayev"),
        ("Ерлан Ёлкин", "ru", "Yerlan Elkin"),
        ("George Washington", "en", "George Washington"),
        ("ŽYLANOW", "tk", "ZhYLANOV"),
    ],
)
def test_romanisation(text, lang, latin):
    assert romanise(text, lang) == latin


def test_slug():
    assert slug("Türkmenistanyň Daşary işler ministrligi", "tk") == "turkmenistanyn-dashary-ishler-ministrligi"
    assert slug("People's Council") == "peoples-council"


@pytest.mark.parametrize(
    ("text", "words", "initials", "patronymics"),
    [
        ("Иван Сергеевич Тургенев", 2, 0, 1),
        ("И. С. Тургенев", 1, 2, 0),
        ("K.Jenness", 1, 1, 0),
        ("Ильхам Гейдар оглы Алиев", 3, 0, 1),
        ("Ван И", 2, 0, 0),
        ("Абай Құнанбайұлы", 2, 0, 0),
    ],
)
def test_a_name_is_taken_apart(text, words, initials, patronymics):
    name = person_name(text)
    assert (len(name.words), len(name.initials), len(name.patronymics)) == (words, initials, patronymics)


@given(st.text(max_size=30))
def test_the_fold_is_stable_and_plain(text):
    key = fold(text)
    assert fold(key) == key
    assert key == key.strip()
    assert "  " not in key


@given(word, word)
def test_case_and_order_do_not_matter(given_name, surname):
    name = f"{given_name} {surname}"
    for other in (name.upper(), f"{surname} {given_name}"):
        assert agreement(person_name(name), person_name(other)) == ("same", 1.0)


@given(word, word, word, word)
def test_agreement_has_no_direction(a, b, c, d):
    left, right = person_name(f"{a} {b}"), person_name(f"{c} {d}")
    assert agreement(left, right) == agreement(right, left)
    assert contradicts(left, right) == contradicts(right, left)


@given(word, word, word, word)
def test_names_that_agree_share_a_key(a, b, c, d):
    left, right = person_name(f"{a} {b}"), person_name(f"{c} {d}")
    if agreement(left, right):
        assert name_keys(left) & name_keys(right)


@given(word, word)
def test_an_initial_agrees_with_its_name(given_name, surname):
    if fold(given_name)[:1] == fold(given_name[:1]) and fold(given_name) != fold(surname):
        full, short = person_name(f"{given_name} {surname}"), person_name(f"{given_name[:1]}. {surname}")
        assert agreement(full, short) == ("initials", 0.85)
        assert name_keys(full) & name_keys(short)
