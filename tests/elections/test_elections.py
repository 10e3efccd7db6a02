"""Elections, turnout and the elected, read from short texts of the genre with everything before them in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.interpret.elections import elected_roles, read_elected, read_elections, read_turnout
from tests.texts import LANGUAGES, cases, document, page, spoken_of

if TYPE_CHECKING:
    from kg.interpret.cast import Cast
    from kg.model import Annotations, Document, Event

HERE = Path(__file__).parent


def _or_dash(value):
    return "-" if value is None else str(value)


def _read(case) -> tuple[tuple[Document, Annotations, Cast], tuple[Event, ...]]:
    found = spoken_of(document(case["text"], case["lang"], case.get("date")))
    return found, read_elections(*found, LANGUAGES)


@pytest.mark.parametrize("case", cases(HERE / "elections.toml"))
def test_elections(case):
    (text, _, _), elections = _read(case)
    told = [
        f"{e.name} | {e.status} | {_or_dash(e.start)} | {_or_dash(e.place)} | {'; '.join(e.elects)}" for e in elections
    ]
    assert told == case["elections"]
    assert all(e.type == "election" and e.about == ("election",) for e in elections)
    assert all(text.text[v.start : v.end] == v.text for e in elections for v in e.evidence)
    if "evidence" in case:
        assert [len(e.evidence) for e in elections] == case["evidence"]


@pytest.mark.parametrize("case", cases(HERE / "turnout.toml"))
def test_turnout(case):
    found, elections = _read(case)
    turnout = read_turnout(*found, elections, LANGUAGES)
    told = [f"{t.at} | {t.percent} | {_or_dash(t.constituency_number)} | {_or_dash(t.constituency)}" for t in turnout]
    assert told == case["turnout"]
    assert {t.election for t in turnout} <= {e.id for e in elections}
    assert all(found[0].text[t.evidence.start : t.evidence.end] == t.evidence.text for t in turnout)
    if "evidence" in case:
        assert [t.evidence.text for t in turnout] == case["evidence"]


@pytest.mark.parametrize("case", cases(HERE / "elected.toml"))
def test_elected(case):
    found, elections = _read(case)
    elected = read_elected(*found, elections, LANGUAGES)
    roles = {r.person: r for r in elected_roles(*found, elections, LANGUAGES)}
    names = {p.id: p.name for p in found[2].persons}
    told = [
        f"{names[e.person]} | {_or_dash(e.number)} | {_or_dash(e.constituency)} | "
        + (f"{roles[e.person].post} | {roles[e.person].title}" if e.person in roles else "- | -")
        for e in elected
    ]
    assert told == case["elected"]


def test_items_of_a_page_speak_of_one_election():
    """A list of the elected and a count of voters, in two languages and items, are of one election."""
    found = spoken_of(
        page([
            {"lang": "tk", "date": "2024-07-10", "text": "Mejlisiň möhletinden öň çykyp giden deputatlarynyň ýerine 2024-nji ýylyň 7-nji iýulynda geçirilen saýlawlarda saýlanan deputatlar barada maglumat"},  # noqa: E501
            {"lang": "en", "date": "2024-07-07", "text": "By the elections of early retired deputies of the Mejlis to 9 o'clock, there were voted 20,2% of voters."},  # noqa: E501
        ])
    )  # fmt: skip
    (election,) = read_elections(*found, LANGUAGES)
    assert (election.start, election.status, len(election.evidence)) == ("2024-07-07", "held", 2)
    (turnout,) = read_turnout(*found, (election,), LANGUAGES)
    assert (turnout.at, turnout.percent) == ("2024-07-07T09:00", 20.2)


def test_counts_of_two_days_are_two_elections():
    """Items of different days that name the same body are not merged: a by-election follows the election."""
    text = "By the elections of deputies of the Mejlis to 9 o'clock, there were voted 20,2% of voters."
    found = spoken_of(page([{"lang": "en", "date": d, "text": text} for d in ("2024-07-07", "2023-03-26")]))
    assert [e.start for e in read_elections(*found, LANGUAGES)] == ["2024-07-07", "2023-03-26"]
