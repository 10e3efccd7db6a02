"""Keys scored against themselves are perfect; each change to a reading lowers exactly the figures it should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.errors import InputError
from kg.evaluate import MEASURES, evaluate, load_gold
from kg.model import Evidence, NamedMention, Organisation, Person, Quotation, Reading, Turnout

GOLD = Path(__file__).parents[1] / "gold"


def _perfect(key):
    """The key itself as a reading, with what a key words otherwise than a reading."""
    reading = Reading.from_json((GOLD / f"{key.id}.json").read_bytes())
    standing = {actor.id: actor.status for actor in key.organisations}
    return replace(
        reading,
        id=key.document,
        organisations=tuple(replace(o, standing=standing[o.id]) for o in reading.organisations),
        quotations=tuple(Quotation(q.speaker, q.text, q.start, q.end) for q in key.quotes),
    )


KEYS = {key.id: key for key in load_gold(GOLD)}
READINGS = {name: _perfect(key) for name, key in KEYS.items()}


def _scores(**changed):
    """Scores of perfect readings, some of them replaced (`seed_001=reading`)."""
    named = {name.replace("_", "-"): reading for name, reading in changed.items()}
    return evaluate(list({**READINGS, **named}.values()), GOLD)


def _lowered(scores):
    """Measures below 1: {measure: (precision below 1, recall below 1)}."""
    figures = {m: (t.precision < 1, t.recall < 1) for m, t in scores.all.items()}
    return {m: both for m, both in figures.items() if any(both)}


def test_keys_are_perfect_readings_of_themselves():
    scores = _scores()
    assert list(scores.all) == list(MEASURES)
    assert set(scores.by_language) == {"tk", "kk", "en", "all"}
    assert all(t.f1 == 1.0 for tallies in scores.by_language.values() for t in tallies.values())
    assert scores.differences == ()
    assert all(tally.gold and tally.found for tally in scores.all.values())  # every measure is at work


MISSED, FALSE, BOTH = (False, True), (True, False), (True, True)


def _drop_person(r):
    """Without the person's roles, so that one thing changes."""
    return replace(r, persons=r.persons[1:], roles=tuple(x for x in r.roles if x.person != r.persons[0].id))


def _event(r, **values):
    return replace(r, events=(replace(r.events[0], **values), *r.events[1:]))


def _organisation(r, index, **values):
    changed = replace(r.organisations[index], **values)
    return replace(r, organisations=(*r.organisations[:index], changed, *r.organisations[index + 1 :]))


def _role(r, **values):
    return replace(r, roles=(replace(r.roles[0], **values), *r.roles[1:]))


STRANGER = Organisation("o99", "Nobody", "other", mentions=(NamedMention("x", 0, 1),))
NOBODY = Person("p99", "Nobody", mentions=(NamedMention("x", 0, 1),))

CHANGES = {
    "a person who takes part is dropped": (
        "seed-000", _drop_person, {"persons": MISSED, "roles": MISSED, "posts": MISSED, "attendance": BOTH}
    ),
    "a person is added": ("seed-000", lambda r: replace(r, persons=(*r.persons, NOBODY)), {"persons": FALSE}),
    "an organisation is added": (
        "seed-000", lambda r: replace(r, organisations=(*r.organisations, STRANGER)), {"organisations": FALSE}
    ),
    "an organisation that does nothing is dropped": (
        "seed-003", lambda r: replace(r, organisations=tuple(o for o in r.organisations if o.id != "o2")),
        {"organisations": MISSED, "part of": BOTH},
    ),
    "a name is not nominative": ("seed-000", lambda r: _organisation(r, 0, name="BMG-niň"), {"names": BOTH}),
    "a kind is wrong": ("seed-000", lambda r: _organisation(r, 0, kind="ministry"), {"kinds": BOTH}),
    "a whole is wrong": ("seed-000", lambda r: _organisation(r, 1, part_of="o8"), {"part of": BOTH}),
    "a standing is missed": ("seed-004", lambda r: _organisation(r, 4, standing=None), {"standing": BOTH}),
    "a post is wrong": ("seed-000", lambda r: _role(r, post="judge"), {"roles": FALSE, "posts": FALSE}),
    "a role stands elsewhere": ("seed-002", lambda r: _role(r, country="KZ"), {"roles": BOTH}),
    "a type is wrong": ("seed-002", lambda r: _event(r, type="call"), {"events": BOTH, "event type": BOTH}),
    "a status is wrong": ("seed-002", lambda r: _event(r, status="planned"), {"events": BOTH, "status": BOTH}),
    "a start is wrong": ("seed-002", lambda r: _event(r, start="2025-06-18"), {"events": BOTH, "dates": BOTH}),
    "an end is made up": ("seed-002", lambda r: _event(r, end="2025-06-18"), {"events": BOTH, "dates": BOTH}),
    "a format is wrong": ("seed-002", lambda r: _event(r, format="phone"), {"format": BOTH}),
    "a place is wrong": ("seed-002", lambda r: _event(r, place="Wena"), {"places": BOTH}),
    "a place is missed": ("seed-002", lambda r: _event(r, place=None), {"places": MISSED}),
    "a place is made up": ("seed-000", lambda r: _event(r, place="Aşgabat"), {"places": FALSE}),
    "an attendee is missed": (
        "seed-002", lambda r: _event(r, attended_by=r.events[0].attended_by[:-1]), {"attendance": MISSED}
    ),
    "one that is only spoken of attends": (
        "seed-002", lambda r: _event(r, attended_by=(*r.events[0].attended_by, "o9")), {"attendance": FALSE}
    ),
    "an organiser is missed": ("seed-004", lambda r: replace(r, events=tuple(
        replace(e, organised_by=()) for e in r.events)), {"organisers": MISSED}),
    "a chair is missed": ("seed-004", lambda r: _event(r, chaired_by=()), {"chairs": MISSED}),
    "an event is missed": (
        "seed-004", lambda r: replace(r, events=tuple(e for e in r.events if e.id != "e3")),
        {"events": MISSED, "attendance": MISSED},
    ),
    "an event is made up": (
        "seed-000",
        lambda r: replace(r, events=(*r.events, replace(
            r.events[0], id="e9", start=None, attended_by=(), evidence=(Evidence("x", 0, 1),)))),
        {"events": FALSE},
    ),
    "a turnout figure is missed": ("seed-001", lambda r: replace(r, turnout=r.turnout[1:]), {"turnout": MISSED}),
    "a turnout figure is made up": (
        "seed-001",
        lambda r: replace(r, turnout=(*r.turnout, Turnout("e7", "2024-07-07T09:00", 99.9, Evidence("x", 0, 1)))),
        {"turnout": FALSE},
    ),
    "an elected person is missed": ("seed-001", lambda r: replace(r, elected=()), {"elected": MISSED}),
    "a constituency is wrong": (
        "seed-001", lambda r: replace(r, elected=(replace(r.elected[0], number=7),)), {"elected": BOTH}
    ),
    "a quotation is missed": ("seed-003", lambda r: replace(r, quotations=()), {"quotations": MISSED}),
    "a speaker is wrong": (
        "seed-003", lambda r: replace(r, quotations=(replace(r.quotations[0], speaker="p2"),)), {"quotations": BOTH}
    ),
    "nothing is read": (
        "seed-002", lambda r: Reading(r.id, r.lang),
        dict.fromkeys(("persons", "organisations", "roles", "posts", "events", "attendance"), MISSED),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_lowers_its_figures_and_no_others(name):
    document, change, expected = CHANGES[name]
    scores = _scores(**{document.replace("-", "_"): change(READINGS[document])})
    assert _lowered(scores) == expected
    assert {d.measure for d in scores.differences} == set(expected)
    assert {d.document for d in scores.differences} == {KEYS[document].document}
    for measure, (precision, recall) in expected.items():
        kinds = {d.kind for d in scores.differences if d.measure == measure}
        assert ("missed" in kinds) == recall
        assert ("false" in kinds) <= precision


NEUTRAL = {
    "an optional person is left out": ("seed-004", lambda r: replace(
        r, persons=tuple(p for p in r.persons if p.id != "p4"))),
    "an optional organisation is left out": ("seed-003", lambda r: replace(
        r, organisations=tuple(o for o in r.organisations if o.id != "o18"))),
    "another accepted kind": ("seed-002", lambda r: _organisation(r, 6, kind="government")),
    "another accepted start": ("seed-003", lambda r: _event(r, start="2022-06-21")),
    "another accepted place": ("seed-000", lambda r: replace(
        r, events=(*r.events[:2], replace(r.events[2], place="Aşgabat")))),
    "an end that repeats the start": ("seed-002", lambda r: _event(r, end="2025-06-17")),
    "an optional attendee": ("seed-000", lambda r: _event(r, attended_by=("p1", "p2", "o5"))),
    "an optional event is left out": ("seed-004", lambda r: replace(r, events=r.events[:4])),
    "an event that may be merged": ("seed-001", lambda r: replace(
        r, events=tuple(e for e in r.events if e.id != "e5"))),
    "the other of two events that may be merged": ("seed-001", lambda r: replace(
        r, events=tuple(e for e in r.events if e.id != "e4"))),
    "one of two wordings of a post": ("seed-000", lambda r: replace(r, roles=r.roles[1:3])),
}  # fmt: skip


@pytest.mark.parametrize("name", NEUTRAL)
def test_what_is_both_right_costs_nothing(name):
    document, change = NEUTRAL[name]
    changed = change(READINGS[document])
    assert _lowered(_scores(**{document.replace("-", "_"): changed})) == {}


def test_an_office_read_as_an_institution_still_attends():
    reading = READINGS["seed-002"]
    office = reading.title_only[0]
    institution = Organisation("o77", office.title, "other", mentions=office.mentions)
    attendees = tuple("o77" if a == office.id else a for a in reading.events[0].attended_by)
    changed = replace(
        _event(reading, attended_by=attendees),
        title_only=reading.title_only[1:],
        organisations=(*reading.organisations, institution),
    )
    assert _lowered(_scores(seed_002=changed)) == {"organisations": FALSE}


def test_ids_of_a_reading_need_not_be_those_of_the_key():
    reading = READINGS["seed-000"]
    text = reading.to_json().decode()
    for old in ("p1", "p2", "o1", "o2", "o3", "e1"):
        text = text.replace(f'"{old}"', f'"{old}0"')
    assert _lowered(_scores(seed_000=Reading.from_json(text))) == {}


def test_an_event_that_may_be_split_may_be_told_as_several(tmp_path):
    key = json.loads((GOLD / "seed-001.json").read_text(encoding="utf-8"))
    whole = next(e for e in key["events"] if e["id"] == "e3")
    whole["may_split"] = True
    (tmp_path / "seed-001.json").write_text(json.dumps(key), encoding="utf-8")
    reading = READINGS["seed-001"]
    event = next(e for e in reading.events if e.id == "e3")
    parts = tuple(replace(event, id=f"e3{a}", attended_by=("o2", a)) for a in event.attended_by if a != "o2")
    split = replace(reading, events=(*(e for e in reading.events if e.id != "e3"), *parts))
    assert evaluate([split], tmp_path).all["attendance"].f1 == 1.0
    assert evaluate([split], tmp_path).all["events"].f1 == 1.0
    assert evaluate([split], GOLD).all["events"].precision < 1.0


def test_a_document_that_was_not_read_is_all_missed():
    scores = evaluate([READINGS["seed-000"]], GOLD)
    assert scores.by_language["kk"]["organisations"].recall == 0.0
    assert scores.all["persons"].precision == 1.0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no such folder"),
        ({}, "no answer key"),
        ({"a.json": "[1]"}, "no answer key"),
        ({"a.json": "{"}, "not JSON"),
        ({"a.json": '{"file": "x.txt", "id": "x", "lang": "tk", "persons": 5}'}, "no valid answer key"),
        ({"a.json": '{"file": "x.txt", "id": "x", "lang": "tk"}'}, "of documents that were not read (x.txt)"),
        (
            {
                "a.json": '{"file": "x.txt", "id": "x", "lang": "tk", "persons": []}',
                "kk/b.json": '{"file": "x.txt", "id": "x", "lang": "kk", "persons": []}',
            },
            "b.json: its document has the name of that of",
        ),
    ],
)
def test_a_folder_without_fitting_keys_is_told_in_a_sentence(tmp_path, content, words):
    folder = tmp_path / "gold"
    if content is not None:
        folder.mkdir()
        for name, text in content.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        evaluate(list(READINGS.values()), folder)
    assert words in str(caught.value)
    assert str(folder) in str(caught.value)
