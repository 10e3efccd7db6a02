"""Members listed under an owner are its parts; what has an owner, and what no government has, is left alone."""

from __future__ import annotations

import pytest

from tests.texts import document, spoken_of


@pytest.mark.parametrize(
    ("lang", "text", "parts"),
    [
        (
            "tk",
            (
                "Oňa Gyrgyzystanyň Hökümetiniň ministrlikleriniň wekilleri, şol sanda Maliýe ministrligi, Döwlet "
                "gümrük gullugy we Halkara gatnaşyklary instituty gatnaşdy."
            ),
            {"Maliýe ministrligi", "Döwlet gümrük gullugy"},
        ),
        (
            "en",
            (
                "Ministries of the Government of Georgia, including the Ministry of Finance and the Ministry of "
                "Energy, took part, and so did Tbilisi State University."
            ),
            {"Ministry of Finance", "Ministry of Energy"},
        ),
        (
            "ru",
            (
                "В семинаре участвовали министерства Правительства Грузии, в том числе Министерство финансов и "
                "Министерство энергетики."
            ),
            {"Министерство финансов", "Министерство энергетики"},
        ),
        ("tk", "Oňa Gyrgyzystanyň Hökümeti, şol sanda Maliýe ministrligi gatnaşdy.", set()),
        ("tk", "Oňa ministrlikleriň wekilleri, şol sanda Maliýe ministrligi gatnaşdy.", set()),
    ],
)
def test_bodies_listed_as_a_governments(lang, text, parts):
    organisations = spoken_of(document(text, lang))[2].organisations
    government = {o.id for o in organisations if o.kind == "government" and o.part_of is None}
    assert {o.name for o in organisations if o.part_of in government} == parts
