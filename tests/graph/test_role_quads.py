"""What is said of roles, and on which day they are attested."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.model import (
    ReadItem,
)
from tests.graph.statements import LATER, MEETING, ROLE, a_reading, graph_of, said_of


def _attested(**parts) -> set[str]:
    role = "role/anna-berg/minister-council"
    return said_of(graph_of(a_reading(roles=(ROLE,), **parts)), role).get("attestedOn", set())


def test_role_in_an_institution_is_one_whatever_its_titles():
    other = replace(ROLE, title="Head of the Council", country=None)
    said = said_of(
        graph_of(a_reading("a", roles=(ROLE,)), a_reading("b", roles=(other,))), "role/anna-berg/minister-council"
    )
    assert said["title"] == {"Minister", "Head of the Council"}
    assert said["country"] == {"country/TM"}
    assert said["wasDerivedFrom"] == {"mention/a/0-9", "mention/b/0-9"}
    assert said["rule"] == {"en.title"}


def test_roles_without_an_institution_are_told_apart_by_their_titles():
    one = replace(ROLE, organisation=None, title="Minister of Justice")
    other = replace(ROLE, organisation=None, title="Minister of Health", country=None)
    store = graph_of(a_reading(roles=(one, other)))
    assert said_of(store, "person/anna-berg")["hasRole"] == {
        "role/anna-berg/minister-TM-minister-of-justice",
        "role/anna-berg/minister-minister-of-health",
    }


def test_role_is_attested_on_the_day_of_the_held_event_it_is_told_with():
    event = replace(MEETING, attended_by=("p1",), start="2023-03-14")
    assert _attested(events=(event,), published="2023-03-20") == {"2023-03-14"}


@pytest.mark.parametrize(
    "event",
    [
        replace(MEETING, attended_by=("p1",), start="2030-01-01", status="planned"),
        replace(MEETING, attended_by=("p2",), start="2023-03-14"),
        replace(MEETING, attended_by=("p1",), start="2023-03-14", evidence=(LATER,)),
        replace(MEETING, attended_by=("p1",)),
    ],
    ids=["planned", "not-there", "told-elsewhere", "undated"],
)
def test_role_is_else_attested_on_the_day_of_the_text(event):
    assert _attested(events=(event,), published="2023-03-20") == {"2023-03-20"}


def test_role_is_attested_on_the_day_of_its_item():
    items = (ReadItem("2021-05-01", "en", (0, 20)), ReadItem("2022-06-02", "en", (20, 64)))
    assert _attested(items=items, published="2023-03-20") == {"2021-05-01"}
    assert _attested() == set()
