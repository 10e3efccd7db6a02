"""What is said of turnout, quotations, instruments, bodies and series."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.model import (
    Elected,
    Instrument,
    Link,
    Quotation,
    Turnout,
)
from tests.graph.statements import COUNCIL, LATER, MEETING, SAID, VOTE, a_reading, graph_of, paths_of, said_of


def _turnout(**parts) -> Turnout:
    return Turnout(**{"election": "e9", "at": "2024-07-07T09:00", "percent": 20.22, "evidence": SAID, **parts})


def test_turnout_over_all_and_of_a_constituency():
    rows = (_turnout(), _turnout(constituency="North", constituency_number=1, percent=30))
    store = graph_of(a_reading(events=(VOTE,), turnout=rows))
    whole = said_of(store, "turnout/e9/all/2024-07-07T09-00/20.22")
    assert whole["constituency"] == {"cmq:all-constituencies"}
    assert whole["percent"] == {"20.22"}
    assert whole["at"] == {"2024-07-07T09:00:00"}
    assert whole["dataSet"] == {"cmq:turnout"}
    assert whole["type"] == {"cmq:TurnoutObservation", "http://purl.org/linked-data/cube#Observation"}
    part = said_of(store, "turnout/e9/1/2024-07-07T09-00/30")
    assert part["constituency"] == {"constituency/e9/1"}
    assert said_of(store, "constituency/e9/1")["prefLabel"] == {"North"}


def test_figures_that_disagree_are_both_kept():
    store = graph_of(a_reading("a", events=(VOTE,), turnout=(_turnout(),)),
                   a_reading("b", events=(VOTE,), turnout=(_turnout(percent=21),)))  # fmt: skip
    assert len(paths_of(store, "turnout/")) == 2


def test_constituency_by_name_alone_is_the_one_with_that_name_and_a_number():
    elected = Elected("p1", "e9", SAID, constituency="NORTH")
    rows = (_turnout(constituency="North", constituency_number=1),)
    store = graph_of(a_reading("a", events=(VOTE,), elected=(elected,)), a_reading("b", events=(VOTE,), turnout=rows))
    said = said_of(store, "result/e9/anna-berg")
    assert said["constituency"] == {"constituency/e9/1"}
    assert said["elected"] == {"person/anna-berg"}
    assert said["election"] == {"event/e9"}
    assert paths_of(store, "constituency/") == {"constituency/e9/1"}


def test_constituency_without_a_number_is_known_by_its_name():
    store = graph_of(a_reading(events=(VOTE,), elected=(Elected("p1", "e9", SAID, "Солтүстік"),)))
    assert paths_of(store, "constituency/") == {"constituency/e9/soltustik"}


def test_quotation_with_its_speaker():
    said = said_of(
        graph_of(a_reading(quotations=(Quotation("p1", "yes", 36, 39, rule="en.said"),))), "quotation/a/36-39"
    )
    assert said["speaker"] == {"person/anna-berg"}
    assert said["text"] == {"yes"}
    assert said["language"] == {"en"}
    assert said["wasDerivedFrom"] == {"mention/a/36-39"}
    assert said["rule"] == {"en.said"}


def test_instrument_and_how_it_is_spoken_of():
    links = (Link("adopted", SAID, "o1", "e1"), Link("named", LATER))
    plan = Instrument("i1", "Plan", "plan", links=links, rule="en.plan")
    store = graph_of(a_reading(events=(MEETING,), instruments=(plan,)))
    said = said_of(store, "instrument-link/plan/adopted/a/0-20")
    assert said["how"] == {"cmq:how-adopted"}
    assert said["actor"] == {"organisation/council"}
    assert said["event"] == {"event/e1"}
    assert said["instrument"] == {"instrument/plan"}
    assert said_of(store, "instrument/plan")["kind"] == {"cmq:instrument-kind-plan"}
    assert len(paths_of(store, "instrument-link/")) == 2


def test_body_that_was_proposed():
    body = replace(COUNCIL, standing="proposed", standing_evidence=LATER, proposer="p1")
    said = said_of(graph_of(a_reading(organisations=(body,))), "founding/council/proposed")
    assert said["standing"] == {"cmq:standing-proposed"}
    assert said["proposedBy"] == {"person/anna-berg"}
    assert said["wasDerivedFrom"] == {"mention/a/21-47"}


def test_body_whose_founding_has_no_words_of_its_own_leads_to_where_it_is_named():
    body = replace(COUNCIL, standing="created")
    said = said_of(graph_of(a_reading(organisations=(body,))), "founding/council/created")
    assert said["wasDerivedFrom"] == {"mention/a/48-59"}


SITTINGS = [("dialogue", {"cmq:Dialogue", "cmq:Series"}), ("session", {"cmq:Series"})]


@pytest.mark.parametrize(("type_", "classes"), SITTINGS)
def test_sitting_of_a_series(type_, classes):
    event = replace(MEETING, type=type_, series="Rights dialogue", ordinal=17)
    store = graph_of(a_reading(events=(event,)))
    said = said_of(store, "event/e1")
    assert said["sessionOf"] == {"series/rights-dialogue"}
    assert said["ordinal"] == {"17"}
    assert said["eventType"] == {f"cmq:type-{type_}"}
    assert said["type"] == {"cmq:Session", "cmq:Meeting", "cmq:Event"}
    assert said_of(store, "series/rights-dialogue")["type"] == classes
    assert said_of(store, "series/rights-dialogue")["prefLabel"] == {"Rights dialogue"}
