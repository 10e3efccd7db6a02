"""Literals: dates as precise as the text, decimals with its digits."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import GraphError
from kg.vocab import PREFIXES
from kg.write.terms import date, decimal, precision

DATES = [
    ("2023", "2023", "gYear"),
    ("2023-03", "2023-03", "gYearMonth"),
    ("2023-03-14", "2023-03-14", "date"),
    ("XXXX-03-14", "--03-14", "gMonthDay"),
    ("XXXX-03-14T22:00", "--03-14", "gMonthDay"),
    ("XXXX-03", "--03", "gMonth"),
    ("2024-07-07T09:00", "2024-07-07T09:00:00", "dateTime"),
    ("2024-07-07T09:00:30", "2024-07-07T09:00:30", "dateTime"),
]


@pytest.mark.parametrize(("text", "value", "datatype"), DATES)
def test_date_is_as_precise_as_the_text(text, value, datatype):
    assert date(text) == ox.Literal(value, datatype=ox.NamedNode(PREFIXES["xsd"] + datatype))


@pytest.mark.parametrize(
    "text", ["", "0000", "23", "2023-13", "2023-00-01", "2023-03-32", "XXXX-13", "2024-07-07T24:00"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(GraphError, match=f"'{text}' is no date"):
        date(text)


def test_dates_are_ordered_by_what_they_say():
    assert sorted(["2023-03-14", "2023", "XXXX-03-14", "2023-03"], key=precision) == [
        "2023",
        "XXXX-03-14",
        "2023-03",
        "2023-03-14",
    ]
    assert precision(None) == 0


def test_decimals_have_the_digits_of_the_text():
    assert [decimal(value).value for value in (20.22, 91.0, 1e-7)] == ["20.22", "91.0", "0.0000001"]
