"""What holds for any readings: one entity for each thing, ids of a form, and no dependence on order, seed or locale."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.authority import load
from kg.errors import InputError
from kg.model import Event, Evidence, Office, Organisation, Person, Reading, Ref, Role
from kg.resolve import SERIES, resolve

GOLD = sorted((Path(__file__).parents[1] / "gold").glob("seed-*.json"))
AUTHORITY = load()
ID = re.compile(r"(?:person|organisation|office|instrument|series|event)/[a-z0-9]+(?:-[a-z0-9]+)*")

countries = st.sampled_from(["TM", "KZ", None])
organisations = st.sampled_from([
    ("BMG", "international"), ("UN", "international"), ("ООН", "international"), ("Adalat ministrligi", "ministry"),
    ("Министерство юстиции", "ministry"), ("Ministry of Justice", "ministry"), ("Bölüm", "other"), ("Совет", "other"),
    ("Gülistan", "company"), ("Гулистан", "company"), ("Department of Law", "government"), ("Kazakhstan", "state"),
])  # fmt: skip
persons = st.sampled_from(
    ["Kerim Orazow", "Керим Оразов", "Orazov Kerim", "K. Orazov", "Kemal Orazow", "Керим Оразова", "Kerim"]
)  # fmt: skip
posts = st.sampled_from(["minister", "adviser", "other"])


@st.composite
def readings(draw):
    count = draw(st.integers(1, 4))
    return [draw(reading(f"d{number}")) for number in range(count)]


@st.composite
def reading(draw, name):
    own = [
        Organisation(f"o{i}", text, kind, draw(countries), f"o{i - 1}" if i and draw(st.booleans()) else None)
        for i, (text, kind) in enumerate(draw(st.lists(organisations, max_size=4)))
    ]
    people = [
        Person(f"p{i}", text, country=draw(countries)) for i, text in enumerate(draw(st.lists(persons, max_size=3)))
    ]
    places = st.sampled_from([*(o.id for o in own), None])
    roles = [Role(p.id, None, draw(posts), Evidence("", 0, 0), draw(places)) for p in people if draw(st.booleans())]
    offices = [Office("t1", draw(st.sampled_from(["President", "Президент"])), "president", None, draw(countries))]
    actors = [*(o.id for o in own), *(p.id for p in people), *(t.id for t in offices)]
    events = [
        Event(
            f"e{i}",
            draw(st.sampled_from(["meeting", "session"])),
            "x",
            start=draw(st.sampled_from(["2024-07-07", None])),
            place=draw(st.sampled_from(["Wena", "Vienna", "Астана", None])),
            attended_by=tuple(draw(st.lists(st.sampled_from(actors), unique=True, max_size=3))),
        )
        for i in range(draw(st.integers(0, 2)))
    ]
    return Reading(
        name,
        draw(st.sampled_from(["tk", "ru", "en"])),
        persons=tuple(people),
        title_only=tuple(offices),
        organisations=tuple(own),
        roles=tuple(roles),
        events=tuple(events),
    )


def refs(reading):
    for things in (reading.persons, reading.organisations, reading.title_only, reading.instruments, reading.events):
        yield from (Ref(reading.id, thing.id) for thing in things)
    yield from (Ref(reading.id, event.id + SERIES) for event in reading.events if event.series)


def check(found, given_readings):
    members = [ref for thing in (*found.entities, *found.events) for ref in thing.members]
    assert sorted(members) == sorted(ref for reading in given_readings for ref in refs(reading))
    ids = [thing.id for thing in (*found.entities, *found.events)]
    assert len(set(ids)) == len(ids)
    assert all(ID.fullmatch(i) for i in ids), ids
    assert [e.id for e in found.entities] == sorted(e.id for e in found.entities)
    for entity in found.entities:
        assert entity.id.startswith(entity.type)
        assert entity.names
        assert list(entity.members) == sorted(entity.members)
        preferred = [name.lang for name in entity.names if name.preferred]
        assert len(set(preferred)) == len(preferred) >= 1
        assert entity.names[0].preferred
        assert entity.part_of is None or entity.part_of in ids
        assert entity.part_of != entity.id
    for thing in (*found.entities, *found.events):
        explained = {d.left for d in thing.decisions} | {d.right for d in thing.decisions}
        assert len(thing.members) == 1 or set(thing.members) <= explained
        assert all(0 < d.score <= 1 and d.rule and d.reason for d in thing.decisions)


@given(readings(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_any_readings_in_any_order(given_readings, random):
    found = resolve(given_readings, AUTHORITY)
    check(found, given_readings)
    shuffled = list(given_readings)
    random.shuffle(shuffled)
    assert resolve(shuffled, AUTHORITY) == found


def test_the_answer_keys_in_any_order():
    given_readings = [Reading.from_json(path.read_text(encoding="utf-8")) for path in GOLD]
    found = resolve(given_readings, AUTHORITY)
    check(found, given_readings)
    assert resolve(reversed(given_readings), AUTHORITY) == found


def test_no_readings():
    found = resolve([], AUTHORITY)
    assert (found.entities, found.events) == ((), ())


def test_two_readings_of_one_id_are_refused():
    with pytest.raises(InputError, match="'a'"):
        resolve([Reading("a", "en"), Reading("a", "tk")], AUTHORITY)


def test_a_reading_that_is_part_of_itself_does_no_harm():
    loop = (Organisation("o1", "Office", "other", part_of="o2"), Organisation("o2", "Bureau", "other", part_of="o1"))
    dangling = (Organisation("o3", "Board", "other", part_of="o9"),)
    given_readings = [Reading("a", "en", organisations=loop + dangling)]
    check(resolve(given_readings, AUTHORITY), given_readings)


def test_neither_hash_seed_nor_locale_matters():
    script = (
        "import sys; from pathlib import Path; from kg.authority import load; from kg.model import Reading; "
        "from kg.resolve import resolve; "
        "readings = [Reading.from_json(Path(p).read_text(encoding='utf-8')) for p in sys.argv[1:]]; "
        "sys.stdout.buffer.write(repr(resolve(readings, load())).encode())"
    )

    def run(seed, locale):
        env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale}
        done = subprocess.run([sys.executable, "-c", script, *map(str, GOLD)], env=env, capture_output=True, check=True)
        return done.stdout

    assert run("1", "C") == run("2", "tr_TR.UTF-8")


def test_another_document_does_not_change_the_ids_of_the_others():
    given_readings = [Reading.from_json(path.read_text(encoding="utf-8")) for path in GOLD]
    before = resolve(given_readings, AUTHORITY).entity_of()
    ministry = Organisation("o1", "Министерство юстиции Туркменистана", "ministry", "TM")
    other = Reading(
        "z",
        "ru",
        organisations=(ministry, Organisation("o2", "ООН", "international")),
        persons=(Person("p1", "Рашид Мередов", country="TM"),),
    )
    after = resolve([*given_readings, other], AUTHORITY).entity_of()
    assert {ref: after[ref] for ref in before} == before
    assert after[Ref("z", "p1")] == "person/rashid-meredov"
