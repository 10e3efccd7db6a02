"""What lowers a confidence, what a limit leaves out, and that all of it is told in the graph."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kg import api
from kg.annotate.persons.rules import RULES
from kg.build import reader
from kg.interpret.cast.country import WAYS
from kg.interpret.confidence import rate
from kg.interpret.least import at_least
from kg.language.confidence import FILE, load_confidence
from kg.model import Event, Evidence, NamedMention, Office, Organisation, Person, Reading, Role
from kg.read import read

ROOT = Path(__file__).parents[2]
TABLE = load_confidence()
TEXT = (
    "On 4 March 2021, the Minister of Foreign Affairs of Norway, Kari Nordmann, received the Ambassador of Finland, "
    "Matti Virtanen, in Oslo.\n"
)


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    path = tmp_path_factory.mktemp("texts") / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read(path)


@pytest.fixture(scope="module")
def reading(document):
    return reader().read_document(document)


def mention(words, rule, **values):
    return NamedMention(words, 0, len(words), "en", rule=rule, **values)


ANNA = Person("p1", "Anna Berg", (mention("Anna Berg", "en.given-surname"),))
BODY = Organisation("o1", "Water Board", "government", mentions=(mention("Water Board", "en.head-initial"),))
NORWAY = Organisation("o2", "Norway", "state", mentions=(mention("Norway", "en.state"),))
OFFICE = Office("t1", "Ombudsman", "ombudsman", mentions=(mention("Ombudsman", "en.title", form="title"),))
SAID = Evidence("…", 0, 40)
ROLE = Role("p1", "chair", "chair", SAID, "o1", "NO", "en.title")
EVENT = Event("e1", "meeting", "…", start="2021-03-04", attended_by=("p1",), evidence=(SAID,), rule="headline")
ALL = Reading(
    "a", "en", persons=(ANNA,), organisations=(BODY, NORWAY), title_only=(OFFICE,), roles=(ROLE,), events=(EVENT,)
)


def doubts(document, of, **changed):
    """The codes of the doubts about the first thing of a sort."""
    rated = rate(document, replace(ALL, **changed))
    things: dict[str, Any] = {
        "person": rated.persons[0].mentions[0],
        "organisation": rated.organisations[0].mentions[0],
        "role": rated.roles[0],
        "event": rated.events[0],
        "participation": next(iter(rated.events[0].participations), None),
    }
    thing = things[of]
    codes = {doubt.reason: doubt.code for doubt in TABLE.doubts}
    return [codes[reason] for reason in thing.doubts], thing.confidence


def with_words(thing, words, **values):
    return replace(thing, mentions=(replace(thing.mentions[0], text=words, end=len(words), **values),))


# The ways to tell a country but by the title and by the institution.
INDIRECT = [*(way.name for way in WAYS[2:]), "abroad"]
CASES: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "nothing lowers a person's": ("person", {}, []),
    "one word": ("person", {"persons": (replace(ANNA, name="Anna"),)}, ["one-word"]),
    "another language": ("person", {"persons": (with_words(ANNA, "Anna Berg", lang="tk"),)}, ["other-language"]),
    "nothing lowers an institution's": ("organisation", {}, []),
    "no capital": ("organisation", {"organisations": (with_words(BODY, "water board"), NORWAY)}, ["no-capital"]),
    "many words": ("organisation", {"organisations": (with_words(BODY, "Board " * 13), NORWAY)}, ["long"]),
    "nothing lowers a role's": ("role", {}, []),
    "no institution, no country": ("role", {"roles": (replace(ROLE, organisation=None, country=None),)}, ["no-body"]),
    "a country": ("role", {"roles": (replace(ROLE, organisation=None),)}, []),
    "a vague title": ("role", {"roles": (replace(ROLE, post="head", organisation=None),)}, ["vague"]),
    "head of a body": ("role", {"roles": (replace(ROLE, post="head"),)}, []),
    "far": ("role", {"roles": (replace(ROLE, evidence=Evidence("…", 0, 200)),)}, ["far"]),
    "perhaps no person": (
        "role",
        {"persons": (with_words(ANNA, "Anna Berg", rule="en.given-alone"),)},
        ["doubtful-person"],
    ),
    **{
        f"a country by {way}": ("role", {"roles": (replace(ROLE, country_by=way),)}, [f"country-by-{way}"])
        for way in INDIRECT
    },
    "a country by the title": ("role", {"roles": (replace(ROLE, country_by="title"),)}, []),
    "nothing lowers an event's": ("event", {}, []),
    "no date": ("event", {"events": (replace(EVENT, start=None),)}, ["undated"]),
    "nobody": ("event", {"events": (replace(EVENT, attended_by=()),)}, ["nobody"]),
    "nobody at an election": ("event", {"events": (replace(EVENT, attended_by=(), type="election"),)}, []),
    "nothing lowers a participation's": ("participation", {}, []),
    "a state": ("participation", {"events": (replace(EVENT, attended_by=("o2",)),)}, ["state"]),
    "an office": ("participation", {"events": (replace(EVENT, attended_by=("t1",)),)}, ["by-office"]),
    "named elsewhere": (
        "participation",
        {"events": (replace(EVENT, evidence=(Evidence("…", 50, 60),)),)},
        ["not-named-there"],
    ),
    "a title there": (
        "participation",
        {"persons": (with_words(ANNA, "the chair", form="title"),)},
        ["by-title"],
    ),
    "perhaps no name": (
        "participation",
        {"persons": (with_words(ANNA, "Anna Berg", rule="en.given-alone"),)},
        ["doubtful-name"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_lowers_a_confidence(document, name):
    of, changed, codes = CASES[name]
    found, confidence = doubts(document, of, **changed)
    assert found == codes
    assert 0 < confidence < 1


def test_the_table_is_sound():
    assert all(0 < rule.confidence < 1 and rule.reason for rule in TABLE.rules)
    assert all(0 < doubt.times < 1 and doubt.reason for doubt in TABLE.doubts)
    assert len({(rule.of, rule.rule) for rule in TABLE.rules}) == len(TABLE.rules)
    code = (ROOT / "kg/interpret/confidence.py").read_text(encoding="utf-8")
    used = set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', code)) | {f"country-by-{way}" for way in INDIRECT}
    assert used >= {doubt.code for doubt in TABLE.doubts}
    assert FILE.name == "confidence.toml"


def test_a_rule_of_one_language_goes_before_the_general_one():
    general, own = TABLE.rule("organisation", "en.head-final"), TABLE.rule("organisation", "kk.head-final")
    assert general is not None
    assert own is not None
    assert (general.rule, own.rule) == ("head-final", "kk.head-final")
    assert TABLE.rate("person", "en.some-new-rule") == (TABLE.default, "", ())


def test_every_rule_for_persons_is_in_the_table():
    missing = [name for name, _, _ in RULES if TABLE.rule("person", name) is None]
    assert missing == [], "give them a confidence in kg/languages/confidence.toml"


def test_everything_that_is_read_is_rated(reading):
    rated = [m.confidence for p in (*reading.persons, *reading.organisations) for m in p.mentions]
    rated += [role.confidence for role in reading.roles]
    rated += [e.confidence for e in reading.events] + [p.confidence for e in reading.events for p in e.participations]
    assert len(rated) > 6
    assert all(0 < confidence < 1 for confidence in rated)


def test_a_limit_leaves_out_what_is_less_sure(document):
    rated = rate(document, replace(ALL, events=(replace(EVENT, start=None, attended_by=("p1", "t1")),)))
    assert at_least(rated, 0.0) == rated
    assert [e.attended_by for e in at_least(rated, 0.5).events] == [("p1",)]  # an office is less sure
    assert at_least(rated, 0.8).events == ()  # no date
    sure = at_least(rated, 0.95)
    assert (len(sure.persons), sure.organisations, sure.roles, sure.title_only) == (1, (), (), ())
    assert at_least(rated, 0.9).roles[0].organisation == "o1"
    assert at_least(rated, 0.93).roles[0].organisation is None  # its institution is less sure than the role
    assert at_least(rated, 1.0) == replace(Reading("a", "en"))


def test_nothing_refers_to_what_was_left_out():
    for path in sorted((ROOT / "seeds/documents").glob("*.txt")):
        _, whole = api.read(path)
        for limit in (0.5, 0.8, 0.9, 0.93, 0.97):
            left = at_least(whole, limit)
            ids = re.findall(r'"([poteip]\d+)"', left.to_json().decode())
            things: tuple[Any, ...] = (*left.persons, *left.organisations, *left.title_only)
            known = {thing.id for thing in (*things, *left.events, *left.instruments)}
            assert set(ids) <= known


def test_the_graph_and_its_explanation_tell_it(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    api.build(path, store=tmp_path / "graph", jobs=1)
    query = "SELECT ?class ?c { ?x a ?class ; cmq:confidence ?c } ORDER BY ?class"
    classes = {str(row[0]).rpartition("#")[2].rstrip(">") for row in api.ask(query, store=tmp_path / "graph").rows}
    assert {"Mention", "Role", "Participation", "Event", "Meeting"} <= classes
    found = api.explain("Nordmann", store=tmp_path / "graph")
    assert all(fact.confidence and fact.because for fact in found.facts)
    assert all(words.confidence and words.rules for words in found.named)
    assert api.check(store=tmp_path / "graph") == []
    api.build(path, store=tmp_path / "graph", jobs=1, min_confidence=0.99)
    assert not api.ask("SELECT ?x { ?x a cmq:Role }", store=tmp_path / "graph").rows
