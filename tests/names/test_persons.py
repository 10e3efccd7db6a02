"""Persons in marked-up text, and what must hold of any text."""

from __future__ import annotations

import cProfile
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate import persons
from kg.annotate.persons import RULES, find_persons
from kg.annotate.places import find_places
from kg.annotate.sentences import sentence_of, split
from kg.language import load_all
from kg.model import Document, Item, Paragraph

CASES = Path(__file__).parent / "cases"
LANGUAGES = load_all()
MARK = re.compile(r"\[([^\]]+)\]\{(Person|-)(?:=([^|}]*))?(?:\|(\w+))?\}")


def cases():
    found = []
    for path in sorted(CASES.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("//")]
        blocks = [block for block in "\n".join(lines).split("\n\n") if block.strip()]
        found += [pytest.param(path.stem, block.strip(), id=f"{path.stem}-{i}") for i, block in enumerate(blocks)]
    return found


def parse(marked):
    """The plain text, the persons expected (start, end, name, case or None), and the spans of institutions."""
    text, wanted, institutions, at = "", [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        words, what, name, case = mark.groups()
        span = len(text), len(text) + len(words)
        if what == "Person":
            wanted.append((*span, name or words, case))
        else:
            institutions.append(span)
        text += words
        at = mark.end()
    return text + marked[at:], wanted, institutions


def annotated(text, code, institutions=()):
    """Persons with real sentences, places and titles."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(at, at + len(line), code, heading=line.startswith("# ")))
        at += len(line) + 1
    document = Document("case", text, "", code, None, (Item(0, len(text), code, None, None, tuple(paragraphs)),))
    sentences = split(document, LANGUAGES)
    places = find_places(text, sentences, LANGUAGES)
    titles = {
        token.end
        for sentence in sentences
        for token in sentence.tokens
        if (hit := LANGUAGES[code].post_heads.find(token.norm)) and not hit.analysis.number
    }
    blocked = [*institutions, *((p.start, p.end) for p in places)]
    return find_persons(text, sentences, LANGUAGES, titles=titles, blocked=blocked)


def problem(code, marked):
    """What differs between a case and what is found in it; empty where nothing does."""
    text, wanted, institutions = parse(marked)
    found = annotated(text, code, institutions)
    expected = [(start, end, name) for start, end, name, _ in wanted]
    got = [(p.start, p.end, p.name) for p in found]
    if got != expected:
        return f"{got} for {expected}"
    cases_of = [(p.case, case) for p, (*_, case) in zip(found, wanted, strict=True) if case and p.case != case]
    return str(cases_of) if cases_of else ""


@pytest.mark.parametrize(("code", "marked"), cases())
def test_persons_are_found_as_marked(code, marked):
    assert not problem(code, marked)


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_language_has_cases(code):
    marked = [case.values[1] for case in cases() if case.values[0] == code]
    assert len(marked) >= 25
    assert sum("{Person" not in m for m in marked) >= 5


@pytest.mark.parametrize("rule", [name for name, _, _ in RULES])
def test_each_rule_is_needed(rule, monkeypatch):
    monkeypatch.setattr(persons, "RULES", tuple(r for r in RULES if r[0] != rule))
    assert any(problem(*case.values) for case in cases())


def test_a_surname_is_found_again_in_another_case():
    found = annotated("Mejlisi Rejep Wekilow açdy. Wekilowa sowal berildi.", "tk")
    assert [(p.text, p.name, p.rule) for p in found] == [
        ("Rejep Wekilow", "Rejep Wekilow", "tk.given-surname"),
        ("Wekilowa", "Wekilow", "tk.surname-alone"),
    ]


def test_a_foreign_surname_is_found_again_only_where_the_document_names_its_bearer():
    assert [p.text for p in annotated("Peter Holm spoke. Later Holm left.", "en")] == ["Peter Holm", "Holm"]
    assert annotated("Later Holm left.", "en") == ()


def test_what_is_blocked_is_no_person():
    text = "Jordan Bardella spoke."
    assert annotated(text, "en", [(0, len("Jordan Bardella"))]) == ()


def test_a_sentence_in_an_unknown_language_is_passed_over():
    paragraph = Paragraph(0, 14, "und")
    document = Document("case", "Anders Holm ja", "", "und", None, (Item(0, 14, "und", None, None, (paragraph,)),))
    assert find_persons(document.text, split(document, LANGUAGES), LANGUAGES) == ()


@pytest.mark.parametrize(
    "unit", ["Kim ", "Saparow ", "ministr Hamid Munik ", "A. ", "Leyen van ", "Иванова ", "имени Иван "]
)
def test_work_grows_with_the_text_and_no_faster(unit):
    def calls(times):
        text = unit * times
        sentence = sentence_of(text, 0, len(text), "tk")
        profile = cProfile.Profile()
        profile.runcall(find_persons, text, (sentence,), LANGUAGES)
        return sum(entry.callcount for entry in profile.getstats())

    calls(300)  # what is made once, for a word or for all, is made
    assert calls(1200) < 5 * calls(300)


WORDS = [
    "Orazmyrat", "Saparow", "Saparowyň", "ministri", "K.", "K.Holme", "ogly", "we", ",", "«", "»", "(", ")", "BMG-niň",
    "Серік", "Нұртаевтың", "Иванова", "фон", "der", "Leyen", "von", "JOHN", "III", "İ", "ß", "ﬁ", "\n", "—", "adyndaky",
    "атындағы", "имени", "the", "'s", "Аун", "Сан", "Су", "1-nji", "El-", "эль-Масри", "A.B.", ".",
]  # fmt: skip


@given(st.sampled_from(sorted(LANGUAGES)), st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=25))
def test_offsets_hold_and_persons_do_not_overlap(code, words):
    text = " ".join(words)
    found = annotated(text, code)
    assert all(p.text == text[p.start : p.end] and p.text.strip() == p.text != "" for p in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(p.name and p.rule.startswith(f"{code}.") for p in found)
    assert found == annotated(text, code)


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.integers(0, 80), st.integers(1, 30))
def test_no_person_lies_in_a_blocked_span(words, start, length):
    text = " ".join(words)
    for person in annotated(text, "tk", [(start, start + length)]):
        inside = [m.start() for m in re.finditer(r"[^\W_]+", person.text)]
        assert not any(start <= person.start + at < start + length and person.text[at].isupper() for at in inside)
