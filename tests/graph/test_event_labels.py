"""English labels of events, on graphs written down a meeting a line."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.query.labels import label
from kg.vocab import RDFS, SKOS, entity
from kg.write.event_labels import period
from tests.graphs import invented

MEETINGS = {
    "2021-03-04 meeting in Oslo: FUND, Bob, Ann": "Meeting, 4 March 2021: Bob, Ann, FUND",
    "2021-03 session: organiser FUND": "Session, March 2021: FUND",
    "2021 visit: Ann, Bob, Cid, FUND, BANK": "Visit, 2021: Ann, Bob, Cid and 2 others",
    "- training: chair Ann, Bob, FUND, BANK": "Training: Ann, Bob, FUND and 1 other",
    "2021-03-04 dialogue: invited FUND": "Dialogue, 4 March 2021: FUND",
}


@pytest.mark.parametrize(("line", "words"), MEETINGS.items(), ids=MEETINGS)
def test_what_is_known_makes_the_label(line: str, words: str) -> None:
    node = entity("event/e1")
    store = invented(line)
    for predicate in (SKOS.prefLabel, RDFS.label):
        found = [quad.object for quad in store.quads_for_pattern(node, predicate, None, ox.DefaultGraph())]
        assert found == [ox.Literal(words, language="en")]
    shown = label(store, node, "en")
    assert shown
    assert shown.value == words


def test_the_texts_own_english_wording_is_another_name() -> None:
    store = invented("2021-03-04 meeting: Ann, Bob")
    names = store.quads_for_pattern(entity("event/e1"), SKOS.altLabel, None, ox.DefaultGraph())
    assert [quad.object for quad in names] == [ox.Literal("event 1", language="en")]


PERIODS = {
    ("2021-03-04", None): "4 March 2021",
    ("2021-03-04", "2021-03-04"): "4 March 2021",
    ("2021-03-04", "2021-03-06"): "4 to 6 March 2021",
    ("2021-03-28", "2021-04-02"): "28 March to 2 April 2021",
    ("2021-12-28", "2022-01-02"): "28 December 2021 to 2 January 2022",
    ("2021-11", "2021-12"): "November to December 2021",
    ("2021", "2023"): "2021 to 2023",
    ("2021", "2021-03-06"): "2021 to 6 March 2021",
    ("--03-04", None): "4 March",
    ("2021-03-04T09:00:00", None): "4 March 2021",
    (None, "2021-03"): "until March 2021",
    (None, None): "",
}


@pytest.mark.parametrize(("dates", "words"), PERIODS.items())
def test_dates_are_as_precise_as_known(dates: tuple[str | None, str | None], words: str) -> None:
    assert period(*dates) == words
