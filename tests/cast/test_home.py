"""The country of posts that are told without one: that of the text, not that of whom its first person meets."""

from __future__ import annotations

import pytest

from tests.texts import document, spoken_of


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param(
            "Prince Adil bin Salman, Minister of Foreign Affairs, met the Minister of Foreign Affairs of Peru Luis "
            "Ramos. The talks were reported by the Norwegian Press Agency.",
            {"Adil bin Salman": None, "Luis Ramos": "PE"},
            id="who meets his peer is not of the peer's country",
        ),
        pytest.param(
            "First Deputy Prime Minister and Minister of Foreign Affairs Ivo Dasic met President of Cyprus Nikos "
            "Doulides and President of Croatia Zoran Milanek. Argentina’s Foreign Minister Luis Ramos came later.",
            {"Ivo Dasic": None, "Nikos Doulides": "CY", "Zoran Milanek": "HR", "Luis Ramos": "AR"},
            id="a country that only another's title tells is not the text's",
        ),
        pytest.param(
            "President Alar Kask received credentials from Ambassador of Angola Manuel Pedro and Ambassador of Chile "
            "Anna Diaz. Estonia seeks ties with Angola, and Chile with Estonia.",
            {"Alar Kask": "EE", "Manuel Pedro": "AO", "Anna Diaz": "CL"},
            id="several ambassadors: the country is none of theirs",
        ),
        pytest.param(
            "The UK Minister for Trade, Fiona Ash, spoke to the press in the UK. The Minister for Trade will travel to "
            "Yerevan to meet Foreign Minister Aram Petrosyan.",
            {"Fiona Ash": "GB", "Aram Petrosyan": "AM"},
            id="who is met abroad",
        ),
        pytest.param(
            "Anna Berg, Minister of Justice, thanked them. In cooperation with the Embassy of Chile in Peru.",
            {"Anna Berg": None},
            id="where an embassy is nobody is at home",
        ),
        pytest.param(
            "Senator John Rossi, Head of the OSCE PA delegation, spoke. The Government of Peru holds elections.",
            {"John Rossi": None},
            id="who speaks for an international body is a member of no parliament at home",
        ),
    ],
)
def test_country_of_a_post_told_without_one(text, countries):
    cast = spoken_of(document(text, "en"))[2]
    assert {p.name: p.country for p in cast.persons} == countries


def test_the_fuller_title_of_one_post():
    text = "# Minister Ivo Dasic in Oslo\nMinister of Energy of Croatia Ivo Dasic opened the forum."
    cast = spoken_of(document(text, "en"))[2]
    assert [(r.title, r.country) for r in cast.roles] == [("Minister of Energy", "HR")]


def test_a_title_in_small_letters_is_its_bearers():
    text = "The Prosecutor General of Chile Luis Ramos arrived. The prosecutor general of Chile met the press."
    cast = spoken_of(document(text, "en"))[2]
    assert cast.offices == ()
