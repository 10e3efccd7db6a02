"""What is said of events: participation, and one event told twice."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.model import (
    Delegation,
    Office,
    Ref,
)
from kg.store import memory
from kg.vocab import document_graph
from kg.write import quads
from tests.graph.statements import COUNCIL, HELD, MEETING, VOTE, a_document, a_reading, a_resolution, graph_of, said_of


def test_capacities_and_shortcuts():
    event = replace(
        MEETING,
        attended_by=("p1",),
        organised_by=("o1",),
        chaired_by=("p2",),
        invited=("t1",),
        head_of_delegation=(Delegation("p1", "o1"),),
    )
    office = Office("t1", "Ombudsman", "ombudsman")
    store = graph_of(a_reading(events=(event,), title_only=(office,)))
    said = said_of(store, "event/e1")
    assert said["attendedBy"] == {"person/anna-berg", "person/boris"}
    assert said["organisedBy"] == {"organisation/council"}
    assert said["chairedBy"] == {"person/boris"}
    assert said["hasParticipation"] == {
        "participation/e1/attendee/person/anna-berg",
        "participation/e1/organiser/organisation/council",
        "participation/e1/chair/person/boris",
        "participation/e1/invited/office/ombudsman",
        "participation/e1/head-of-delegation/person/anna-berg",
    }
    head = said_of(store, "participation/e1/head-of-delegation/person/anna-berg")
    assert head["capacity"] == {"cmq:capacity-head-of-delegation"}
    assert head["participant"] == {"person/anna-berg"}
    assert head["onBehalfOf"] == {"organisation/council"}
    assert head["rule"] == {"en.met"}


def test_participation_leads_to_the_words_that_name_the_actor():
    store = graph_of(a_reading(events=(replace(MEETING, attended_by=("p1", "p2", "o1")),)))
    path = "participation/e1/attendee/"
    assert said_of(store, path + "person/boris")["wasDerivedFrom"] == {"mention/a/0-20"}
    assert said_of(store, path + "person/anna-berg")["wasDerivedFrom"] == {"mention/a/0-20", "mention/a/21-47"}
    # No piece of the evidence names the Council: all of it stands for it.
    assert said_of(store, path + "organisation/council")["wasDerivedFrom"] == {"mention/a/0-20", "mention/a/21-47"}


PLANNED = replace(
    MEETING, status="planned", start="2023-03", place="Türkmenistan", rule="en.will", salience="secondary"
)


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_event_told_twice_is_what_says_most(names):
    first, second = names
    store = graph_of(a_reading(first, events=(PLANNED,)), a_reading(second, events=(HELD,)))
    said = said_of(store, "event/e1")
    assert said["status"] == {"cmq:status-held"}
    assert said["format"] == {"cmq:format-video"}
    assert said["salience"] == {"cmq:salience-main"}
    assert said["eventType"] == {"cmq:type-training"}
    assert said["type"] == {"cmq:Training", "cmq:Meeting", "cmq:Event"}
    assert (said["startDate"], said["endDate"]) == ({"2023-03-14"}, {"2023-03-15"})
    assert said["heldIn"] == {"place/ashgabat"}
    assert said["rule"] == {"en.met", "en.will"}
    assert said["wasDerivedFrom"] == {f"mention/{name}/{span}" for name in names for span in ("0-20", "21-47")}


def test_each_document_keeps_what_it_told():
    store = graph_of(a_reading("a", events=(PLANNED,)), a_reading("b", events=(HELD,)))
    said = said_of(store, "event/e1", document_graph("a"))
    assert said["status"] == {"cmq:status-planned"}
    assert said["startDate"] == {"2023-03"}
    assert "endDate" not in said
    assert said["type"] == {"cmq:Meeting", "cmq:Event"}
    assert said["heldIn"] == {"country/TM"}


def test_held_report_without_a_date_takes_it_from_the_plan():
    held = replace(HELD, start=None, end=None)
    said = said_of(graph_of(a_reading("a", events=(PLANNED,)), a_reading("b", events=(held,))), "event/e1")
    assert said["startDate"] == {"2023-03"}
    assert said["status"] == {"cmq:status-held"}


def test_events_that_are_one_in_the_end_do_not_lead_to_themselves():
    events = (replace(MEETING, concerns=("e2", "e9"), part_of="e2"), replace(MEETING, id="e2"), VOTE)
    reading = a_reading(events=events)
    resolution = a_resolution([reading])
    first, second, third = resolution.events
    joined = (replace(first, members=(*first.members, *second.members)), third)
    said = said_of(memory(quads([a_document("a")], [reading], replace(resolution, events=joined))), "event/e1")
    assert said["concerns"] == {"event/e9"}
    assert "partOf" not in said


def test_institutions_that_are_one_in_the_end_are_not_their_own_part():
    bodies = (replace(COUNCIL, part_of="o2"), replace(COUNCIL, id="o2", name="Board"))
    reading = a_reading(organisations=bodies)
    resolution = a_resolution([reading])
    council = next(thing for thing in resolution.entities if thing.id == "organisation/council")
    joined = replace(council, members=(Ref("a", "o1"), Ref("a", "o2")))
    rest = tuple(thing for thing in resolution.entities if thing.type == "person")
    store = memory(quads([a_document("a")], [reading], replace(resolution, entities=(joined, *rest))))
    assert "partOf" not in said_of(store, "organisation/council")
