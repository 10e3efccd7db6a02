"""Who met whom: counts, measures, groups, chains, on invented meetings and on the answer keys."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import QueryError
from kg.network import load, path, stats
from kg.vocab import BASE
from tests.graphs import gold_store, invented

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph as ox

    from kg.network import Chain, Rank

CHAIN = invented(
    "2021-01-01 meeting: Ann, Bob",
    "2021-02-01 visit in Oslo: Bob, FUND",
    "2021-03-01 conference: FUND, Cem, Dua",
    "2021-04-01 meeting planned: Ann, Dua",
    "2021-05-01 election: Ann, Dua",
    "2021-06-01 training: Ann, invited Dua, organiser CLUB",
    "2021-07-01 session: Eve, Fay",
)


def person(name: str) -> str:
    return f"{BASE}person/{name.lower()}"


def body(name: str) -> str:
    return f"{BASE}organisation/{name.lower()}"


def chain_of(store: ox.Store, a: str, b: str) -> Chain:
    found = path(store, a, b)
    assert found is not None
    return found


def labels(ranking: Iterable[Rank]) -> dict[str, float]:
    return {rank.label: rank.value for rank in ranking}


def test_load_gives_labels_words_and_capacities() -> None:
    network = load(CHAIN)
    visit = network.events[f"{BASE}event/e2"]
    assert (visit.label, visit.type.code, visit.meeting, visit.place) == (
        "Visit, 1 February 2021: Bob, FUND",
        "visit",
        True,
        "Oslo",
    )
    assert [words.text for words in visit.words] == ["2021-02-01 visit in Oslo: Bob, FUND"]
    assert network.sources[visit.words[0].document].published == "2021-12-31"
    fund = network.actors[body("fund")]
    assert fund.kind is not None
    assert (fund.type, fund.kind.code, fund.label) == ("organisation", "international", "FUND")
    assert {words.text for words in fund.words} == {"FUND"}
    parts = {
        (part.actor, part.capacity.label, part.present) for part in network.participations if part.event.endswith("e6")
    }
    assert parts == {
        (person("ann"), "Attendee", True),
        (person("dua"), "Invited", False),
        (body("club"), "Organiser", False),
    }
    (role,) = network.roles
    assert (role.person, role.post.code, role.organisation) == (person("ann"), "head", body("fund"))


def test_labels_come_in_the_wanted_language_else_in_english() -> None:
    store = invented("2021-01-01 meeting: Ann, Bob", names={"Ann": {"ru": "Анна"}})
    network = load(store, "ru")
    assert network.actors[person("ann")].label == "Анна"
    assert network.actors[person("bob")].label == "Bob"
    assert next(iter(network.events.values())).label == "Встреча, 2021-01-01"


def test_an_event_has_its_english_label_and_the_words_of_its_text() -> None:
    (event,) = load(invented("2021-01-01 meeting: Ann, Bob")).events.values()
    assert (event.label, event.name) == ("Meeting, 1 January 2021: Ann, Bob", "event 1")


def test_an_event_without_day_and_place_is_told_by_its_name() -> None:
    (event,) = load(invented("- meeting: Ann, Bob"), "ru").events.values()
    assert event.label == "Встреча: event 1"


def test_counts() -> None:
    counts = {count.name: count.number for count in stats(CHAIN).counts}
    names = ("persons", "organisations", "events", "events held", "events planned", "events of type meeting")
    assert [counts[name] for name in names] == [6, 2, 7, 6, 1, 2]
    assert counts["participations"] == 2 + 2 + 3 + 2 + 2 + 3 + 2
    assert counts["documents"] == 1
    assert counts["statements"] > counts["mentions"] > 0


def test_measures_count_held_meetings_only() -> None:
    found = {measure.name: labels(measure.ranking) for measure in stats(CHAIN).measures}
    assert found["meetings"] == {"Ann": 2, "Bob": 2, "FUND": 2, "Cem": 1, "Dua": 1, "Eve": 1, "Fay": 1}
    assert found["met"] == {"Bob": 2, "FUND": 3, "Ann": 1, "Cem": 2, "Dua": 2, "Eve": 1, "Fay": 1}
    # Of the 15 pairs of others: over Bob lead Ann-FUND, Ann-Cem, Ann-Dua; over FUND lead Ann and Bob to Cem and Dua.
    assert found["betweenness"] == {"FUND": round(4 / 15, 6), "Bob": round(3 / 15, 6)}


def test_betweenness_of_a_large_network_is_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"2021-01-01 meeting: Hub, Guest{number}, Friend{number}" for number in range(20)]
    store = invented(*lines)
    (exact,) = stats(store).measures[2].ranking
    monkeypatch.setattr("kg.network.measures._WORK", 1000)
    measure = stats(store).measures[2]
    assert measure.meaning.endswith(", estimated from one actor in 3")
    (estimated,) = measure.ranking
    assert (exact.label, estimated.label) == ("Hub", "Hub")
    assert estimated.value == pytest.approx(exact.value, abs=0.1)


def test_rankings_are_bounded_and_ordered() -> None:
    (ranking, *_) = (measure.ranking for measure in stats(CHAIN, top=3).measures)
    assert [rank.label for rank in ranking] == ["FUND", "Ann", "Bob"]


def test_groups_and_who_links_them() -> None:
    first = [f"2021-01-0{day} meeting: Ann, Bob, Cem" for day in (1, 2, 3)]
    second = [f"2021-02-0{day} meeting: Eve, Fay, Gul" for day in (1, 2, 3)]
    found = stats(invented(*first, *second, "2021-03-01 meeting: Cem, STATE", "2021-03-02 meeting: STATE, Eve"))
    groups = {group.number: {iri.rpartition("/")[2] for iri in group.actors} for group in found.groups}
    assert groups == {1: {"ann", "bob", "cem"}, 2: {"eve", "fay", "gul"}}
    assert {bridge.label: (bridge.groups, bridge.cut) for bridge in found.bridges} == {
        "STATE": ((1, 2), True),
        "Cem": ((1,), True),
        "Eve": ((2,), True),
    }
    assert found.bridges[0].label == "STATE", "the most between comes first"


def test_who_alone_attends_a_meeting_links_nobody() -> None:
    assert stats(invented("2021-01-01 session: Ann", "2021-01-02 meeting: Ann, Bob")).bridges == ()


def test_stats_of_nothing() -> None:
    found = stats(invented("2021-05-01 election planned: Ann"))
    assert (found.groups, found.bridges) == ((), ())
    assert all(not measure.ranking for measure in found.measures)


def test_the_shortest_chain_with_its_words() -> None:
    chain = chain_of(CHAIN, person("ann"), person("dua"))
    assert [(step.left.label, step.event.label, step.right.label) for step in chain.steps] == [
        ("Ann", "Meeting, 1 January 2021: Ann, Bob", "Bob"),
        ("Bob", "Visit, 1 February 2021: Bob, FUND", "FUND"),
        ("FUND", "Conference, 1 March 2021: Cem, Dua, FUND", "Dua"),
    ]
    for step in chain.steps:
        for words in (*step.left_words, *step.right_words):
            assert words.text.startswith(step.event.start or "?")
            assert chain.sources[words.document].name == "invented"
        assert step.left_words
        assert step.right_words
    back = chain_of(CHAIN, person("dua"), person("ann"))
    assert [step.event.id for step in back.steps] == [step.event.id for step in reversed(chain.steps)]


def test_among_equal_chains_the_earliest_meeting_is_taken() -> None:
    store = invented(
        "2021-05-01 meeting: Ann, Bob",
        "2021-05-02 meeting: Bob, Eve",
        "2021-04-01 meeting: Ann, Cem",
        "2021-09-02 meeting: Cem, Eve",
        "- meeting: Ann, Dua",
        "2021-01-02 meeting: Dua, Eve",
    )
    assert [step.right.label for step in chain_of(store, person("ann"), person("eve")).steps] == ["Cem", "Eve"]


@pytest.mark.parametrize("other", [person("eve"), body("club")])
def test_no_chain(other: str) -> None:
    assert path(CHAIN, person("ann"), other) is None


def test_chain_to_oneself_has_no_steps() -> None:
    assert chain_of(CHAIN, person("ann"), person("ann")).steps == ()


def test_who_is_no_actor_is_refused() -> None:
    with pytest.raises(QueryError, match="event/e1' is no person, organisation or office"):
        path(CHAIN, f"{BASE}event/e1", person("ann"))


def test_chains_of_the_answer_keys_hold_together() -> None:
    """Each step's two actors attend its event, by words in which the document names or counts them."""
    store = gold_store()
    network = load(store)
    present = {(part.actor, part.event) for part in network.participations if part.present}
    start = body("osce-odihr")
    lengths = {}
    for actor in network.actors:
        if chain := path(store, start, actor):
            lengths[actor] = len(chain.steps)
            assert all(before.right == after.left for before, after in pairwise(chain.steps))
            for step in chain.steps:
                assert {(step.left.id, step.event.id), (step.right.id, step.event.id)} <= present
                assert step.left_words
                assert step.right_words
    assert lengths[start] == 0
    assert lengths[body("central-election-commission-of-turkmenistan")] == 1
    assert max(lengths.values()) == 2
    assert any(iri.endswith("/tajikistan") for iri in lengths), "a state that attends is an actor"


_PRINT = "from tests.graphs import gold_store; from kg.network import stats; print(stats(gold_store()))"


def test_hash_seed_does_not_matter() -> None:
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _PRINT],
            cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(outputs) == 1
    assert "Bridge(" in outputs.pop()
