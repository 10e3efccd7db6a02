"""Triggers lie where they say, in any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.sentences import sentence_of
from kg.annotate.triggers import find_triggers
from kg.interpret.events.nuclei.ordinals import ordinal_of
from kg.language import CODES, load_all

LANGUAGES = load_all()


def sentence(text, lang):
    return sentence_of(text, 0, len(text), lang)


@given(text=st.text(max_size=80), lang=st.sampled_from(CODES), example=st.integers(0, 20))
def test_triggers_are_the_words_at_their_offsets(text, lang, example):
    entry = LANGUAGES[lang].events.nouns[example % len(LANGUAGES[lang].events.nouns)]
    text = f"{text} {entry.example}"
    found = find_triggers(text, [sentence(text, lang)], LANGUAGES)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [t.lemma for t in found].count(entry.lemma) >= 1


def test_a_trigger_tells_its_form():
    text = "Comisiýanyň mejlisinde aýdyldy, forum geçirilmedi."
    sitting, _, held = find_triggers(text, [sentence(text, "tk")], LANGUAGES)
    assert (sitting.type, sitting.form, sitting.case, sitting.possessed) == ("session", "noun", "loc", True)
    assert (held.form, held.tense, held.negated) == ("verb", "past", True)


def test_a_sentence_in_an_unknown_language_has_none():
    assert find_triggers("A meeting was held.", [sentence("A meeting was held.", "und")], LANGUAGES) == ()


@pytest.mark.parametrize(
    ("word", "number"),
    [("17-nji", 17), ("5-ші", 5), ("3rd", 3), ("21st", 21), ("iv", 4), ("xii", 12), ("i", None), ("2023", None),
     ("12", None), ("1325-nji", None), ("", None), ("third", None)],
)  # fmt: skip
def test_ordinals_in_figures(word, number):
    assert ordinal_of(word) == number
