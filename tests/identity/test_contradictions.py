"""Each contradiction by name: two things that it forbids to be one, and a third that it allows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.compare import events, offices, organisations, persons, titles
from kg.compare.events import EventProfile
from kg.compare.offices import OfficeProfile
from kg.compare.organisations import Key, OrganisationProfile
from kg.compare.person_names import person_name
from kg.compare.persons import PersonProfile
from kg.compare.titles import TitleProfile
from kg.compare.verdict import Agreement, Comparison, Contradiction
from kg.model import Ref
from kg.resolve.clusters import Clusters, Group

KEY = Key("country TM", ("court",), ("court",), specific=True)
COURT = OrganisationProfile(("Court",), "court", frozenset({"TM"}), None, (KEY,))
PERSON = PersonProfile((person_name("Kerim Orazow"),), frozenset({"TM"}), frozenset(), frozenset())
OFFICE = OfficeProfile("minister", "country TM", (), "minister")
PLAN = TitleProfile("plan", ("plan", "water"), ("2021", "2025"), ("organisation/turkmenistan",), worldwide=False)
EVENT = EventProfile("meeting", "2024-07-07", None, frozenset({"a"}), frozenset({"a"}), frozenset())


def keyed(*full):
    return (replace(KEY, full=full),)


def org(**changes):
    return replace(COURT, **changes)


def person(*texts, **changes):
    return replace(PERSON, names=tuple(person_name(text) for text in texts) or PERSON.names, **changes)


def event(**changes):
    return replace(EVENT, **changes)


NATIONAL, STATE = keyed("court", "national"), keyed("court", "state")
KZ = frozenset({"KZ"})
NONE: frozenset[str] = frozenset()
CASES = [
    # area, contradiction, left, right (forbidden), a right that is allowed
    (organisations, "different-known-things", org(anchor="a"), org(anchor="b"), COURT),
    (organisations, "different-countries", COURT, org(countries=KZ), org(countries=NONE)),
    (organisations, "different-kinds", COURT, org(kind="party"), org(kind="government")),
    (organisations, "different-owners", org(owner="a"), org(owner="b"), COURT),
    (organisations, "different-ranks", org(keys=STATE), org(keys=NATIONAL), COURT),
    (persons, "different-known-persons", person(anchor="a"), person(anchor="b"), PERSON),
    (persons, "different-countries", PERSON, person(countries=KZ), person(countries=NONE)),
    (persons, "different-names", PERSON, person("Kemal Orazow"), person("Orazow")),
    (persons, "different-names", person("Олег Иванович Орлов"), person("Олег Петрович Орлов"), person("Олег Орлов")),
    (offices, "different-posts", OFFICE, replace(OFFICE, post="rector"), replace(OFFICE, title="ministr")),
    (offices, "different-scopes", OFFICE, replace(OFFICE, scope="country KZ"), replace(OFFICE, scope="")),
    (titles, "different-kinds", PLAN, replace(PLAN, kind="law"), replace(PLAN, kind="other")),
    (titles, "different-years", PLAN, replace(PLAN, numbers=("2016", "2020")), replace(PLAN, numbers=())),
    (events, "different-types", EVENT, event(type="election"), event(type="dialogue")),
    (events, "different-ordinals", event(ordinal=5), event(ordinal=6), EVENT),
    (events, "different-series", event(series="a"), event(series="b"), EVENT),
    (events, "different-times", EVENT, event(start="2024-07-08"), event(start="2024-07")),
    (events, "different-times", event(end="2024-07-09"), event(end="2024-07-10"), EVENT),
    (events, "different-places", event(town="viena"), event(town="jeneva"), event(town="vena")),
    (events, "different-places", event(country="TM"), event(country="KZ"), EVENT),
    (events, "different-formats", event(format="video"), event(format="in-person"), EVENT),
]


@pytest.mark.parametrize(("area", "name", "left", "right", "allowed"), CASES, ids=[c[1] for c in CASES])
def test_contradiction(area, name, left, right, allowed):
    rule = next(c for c in area.CONTRADICTIONS if c.name == name)
    for a, b in ((left, right), (right, left)):
        assert rule.against(a, b)
    for a, b in ((left, allowed), (allowed, left), (left, left)):
        assert rule.against(a, b) is None


def test_every_contradiction_has_a_case():
    areas = (organisations, persons, offices, titles, events)
    assert {(area, rule.name) for area in areas for rule in area.CONTRADICTIONS} == {case[:2] for case in CASES}


def same(_left, _right):
    return Agreement(0.9, "made up")


NUMBERS_FORBID: Contradiction[str] = Contradiction(
    "numbers", lambda a, b: "differ" if a[1:] and b[1:] and a[1:] != b[1:] else None
)


@pytest.mark.parametrize(
    ("profiles", "sure", "clusters"),
    [
        (("x", "x1", "x2"), True, [[0, 1], [2]]),  # the first that fits
        (("x", "x1", "x2"), False, [[0], [1], [2]]),  # it might be either
        (("x", "x1", "x1"), False, [[0, 1, 2]]),
        (("x1", "x2", "x1"), False, [[0, 2], [1]]),
        (("x", "y", "x"), False, [[0, 2], [1]]),
    ],
)
def test_clusters_keep_what_contradicts_apart(profiles, sure, clusters):
    groups = [Group(profile, (Ref(f"d{i}", "o1"),)) for i, profile in enumerate(profiles)]
    found = Clusters(groups, [NUMBERS_FORBID])
    found.apply(Comparison("letter", lambda p: [p[0]], same, sure=sure))
    assert found.clusters() == clusters


def test_an_unsure_comparison_joins_nothing_of_one_document():
    groups = [Group("x", (Ref("d", f"o{i}"),)) for i in range(2)]
    for sure, clusters in ((False, [[0], [1]]), (True, [[0, 1]])):
        found = Clusters(groups, [])
        found.apply(Comparison("letter", lambda p: [p[0]], same, sure=sure))
        assert found.clusters() == clusters


def test_a_crowd_of_equal_reports_is_joined_in_no_time():
    groups = [Group("x", (Ref(f"d{i:04}", "e1"),)) for i in range(300)]
    found = Clusters(groups, [NUMBERS_FORBID])
    found.apply(Comparison("letter", lambda p: [p[0]], same, sure=False))
    assert len(found.clusters()) == 1
