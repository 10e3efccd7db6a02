"""Every entry of the events files is found in its own example, in all languages."""

from __future__ import annotations

import msgspec
import pytest

from kg.annotate.sentences import tokenise
from kg.errors import LanguageError
from kg.interpret.events.arguments.frames import FRAMES, HOLDERS, NOUNS
from kg.language import CODES, load
from kg.language.event_words import Verb
from kg.language.phrases import Phrases


def words(text):
    return [token.norm for token in tokenise(text, 0, len(text))]


def entries(*fields):
    return [
        pytest.param(code, entry, id=f"{code} {field} {n}")
        for code in CODES
        for field in fields
        for n, entry in enumerate(getattr(load(code).events, field))
    ]


@pytest.mark.parametrize(("code", "entry"), entries("nouns", "verbs"))
def test_a_trigger_is_found_in_its_example(code, entry):
    found = [hit.key.lemma for hit in load(code).triggers.find(words(entry.example))]
    assert entry.lemma in found


@pytest.mark.parametrize(("code", "entry"), entries("nouns", "verbs", "words", "topics"))
def test_every_phrase_is_found_as_it_stands(code, entry):
    language = load(code)
    phrases = Phrases([(phrase, phrase) for phrase in entry.phrases], language)
    for phrase in entry.phrases:
        plain = " ".join(w.rstrip("~-") if len(w) > 1 else w for w in phrase.split())
        if code in {"tk", "kk"} and phrase.endswith("-"):
            plain += language.events.endings[1].example.partition("|")[2]  # a bare stem is no word
        hits = phrases.find(words(plain))
        assert hits, phrase


def test_a_verb_has_its_phrases_with_each_of_its_objects():
    data = {"lemma": "to hand over", "frame": "present", "example": "", "phrases": ["hand- over *", "submit-"]}
    verb = msgspec.convert(data | {"objects": ["a note", "a map"]}, Verb)
    assert verb.phrases == ("hand- over a note", "hand- over a map", "submit-")
    with pytest.raises(msgspec.ValidationError, match="objects"):
        msgspec.convert(data, Verb)


@pytest.mark.parametrize(("code", "entry"), entries("words"))
def test_a_word_is_found_in_its_example(code, entry):
    found = [hit.key.role for hit in load(code).event_words.find(words(entry.example))]
    assert entry.role in found


@pytest.mark.parametrize(("code", "entry"), entries("topics"))
def test_a_topic_is_found_in_its_example(code, entry):
    found = [hit.key.about for hit in load(code).topic_words.find(words(entry.example))]
    assert entry.about in found


@pytest.mark.parametrize(("code", "entry"), entries("endings"))
def test_an_ending_means_what_its_entry_says(code, entry):
    stem, _, rest = entry.example.partition("|")
    phrases = Phrases([(f"{stem}-", "verb")], load(code))
    (hit,) = phrases.find(words(stem + rest))
    assert (hit.form.kind, hit.form.tense) == (entry.form, entry.tense)


@pytest.mark.parametrize("code", CODES)
def test_no_phrase_stands_twice(code):
    events = load(code).events
    triggers = [phrase for phrase, _ in events.triggers()]
    words = [phrase for word in events.words for phrase in word.phrases]
    for phrases in (triggers, words):
        assert sorted({p for p in phrases if phrases.count(p) > 1}) == []


@pytest.mark.parametrize("code", CODES)
def test_lemmas_are_unique_and_frames_known(code):
    events = load(code).events
    assert len(events.by_lemma) == len(events.nouns) + len(events.verbs)
    assert {v.frame for v in events.verbs} <= set(FRAMES)


def test_frames_give_roles_of_a_fact():
    roles = {role for row in (*FRAMES.values(), *NOUNS.values()) for role in row.values()} | set(HOLDERS.values())
    assert roles == {"attend", "organise", "chair", "invite", "hold", "lead"}


# Roles that are words of some languages so far.
SOME = {
    "body",
    "next",
    "denied",
    "relative",
    "spoken",
    "reported",
    "aspect",
    "reported-before",
    "half",
    "him",
    "giver",
    "source",
    "to-follow",
    "within-it",
}


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_the_same_roles(code):
    # A role that a language does without has its reason here.
    without = {
        "tk": {"of", "indefinite", "stop", "passive", "organised-it", "invitation", "from", "in"},
        "kk": {"with", "of", "indefinite", "stop", "passive", "organised-it", "invitation", "from", "in"},
        "ru": {"of", "by", "also", "indefinite", "passive", "host"},
        "en": {"also", "host"},
    }[code]  # cases, articles and prepositions are not in all languages
    mine = {word.role for word in load(code).events.words}
    everywhere = {word.role for other in CODES for word in load(other).events.words}
    assert everywhere - mine - SOME == without


@pytest.mark.parametrize(
    ("code", "phrase", "text", "form"),
    [
        ("tk", "mejlis~", "mejlisiniň", ("noun", ("gen",), "")),
        ("tk", "duşuşyk~", "duşuşyga", ("noun", ("dat",), "")),
        ("kk", "кездесу~", "кездесуінде", ("noun", ("loc",), "")),
        ("ru", "круглый~ стол~", "круглого стола", ("noun", ("gen",), "")),
        ("ru", "встретиться-", "встретятся", ("verb", (), "future")),
        ("en", "hold-", "held", ("verb", (), "past")),
        ("en", "visit~", "visits", ("noun", ("nom",), "")),
        ("kk", "өт-", "өтеді", ("verb", (), "future")),
        ("tk", "geçiril-", "geçirilmedi", ("verb", (), "past")),
    ],
)
def test_forms(code, phrase, text, form):
    (hit,) = Phrases([(phrase, 1)], load(code)).find(words(text))
    assert (hit.form.kind, hit.form.cases, hit.form.tense) == form


def test_a_denial_is_seen_in_the_verb():
    (hit,) = Phrases([("geçiril-", 1)], load("tk")).find(words("geçirilmedi"))
    assert hit.form.negated


def test_the_longest_phrase_wins():
    found = Phrases([("maslahat~", "short"), ("okuw maslahat~", "long")], load("tk")).find(words("okuw maslahaty"))
    assert [hit.key for hit in found] == ["long"]


@pytest.mark.parametrize(("phrase", "reason"), [("Forum~", "capital"), ("", "word"), ("щщщ-", "infinitive")])
def test_a_phrase_that_could_never_be_found_is_refused(phrase, reason):
    with pytest.raises(LanguageError, match=reason):
        Phrases([(phrase, 1)], load("ru"))
