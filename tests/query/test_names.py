"""What a person types for a parameter, and the thing that is meant by it."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query import Kind, Parameter
from kg.query.values import term

ID = "https://w3id.org/communique/id/"
CMQ = "https://w3id.org/communique/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"

# kind, what is typed -> path of the thing
MEANT = {
    ("actor", "Lake Fund"): "organisation/lake-fund",
    ("actor", "lake fund"): "organisation/lake-fund",
    ("actor", "  LAKE   FUND "): "organisation/lake-fund",
    ("actor", "Lake Fund Off"): "organisation/lake-fund-office",
    ("actor", "LF"): "organisation/lake-fund",
    ("actor", "köl gaznasy"): "organisation/lake-fund",
    ("actor", "Кол газнасы"): "organisation/lake-fund",
    ("actor", "Айна Сапарова"): "person/aina-saparova",
    ("actor", "Ayna Saparova"): "person/aina-saparova",
    ("person", "Orazz Saparow"): "person/oraz-saparov",
    ("person", "ораз"): "person/oraz-saparov",
    ("person", "A. Saparowa"): "person/aina-saparova",
    ("person", "person/oraz-saparov"): "person/oraz-saparov",
    ("person", ID + "person/oraz-saparov"): "person/oraz-saparov",
    ("person", f"<{ID}person/oraz-saparov>"): "person/oraz-saparov",
    ("person", "oraz-saparov"): "person/oraz-saparov",
    ("event", "duşuşyk"): "event/talks",
    ("event", "talks"): "event/talks",
    ("document", "news-1"): "document/news-1",
    ("document", "Duşuşyk geçirildi"): "document/news-1",
    ("organisation", "office"): "organisation/lake-fund-office",
}


@pytest.mark.parametrize(("kind", "typed"), MEANT)
def test_meant(kind: str, typed: str, small: ox.Store) -> None:
    meant = term(small, Parameter("who", Kind(kind)), typed, "en")
    assert meant == ox.NamedNode(ID + MEANT[kind, typed])


REFUSED = {
    ("actor", "Saparow"): "'Saparow' fits two things: Aýna Saparowa (person/aina-saparova), "
    "Oraz Saparow (person/oraz-saparov); say which by its id, such as person/aina-saparova",
    ("actor", "Lake Founder"): "no actor is called 'Lake Founder'; the nearest: Lake Fund (organisation/lake-fund)",
    ("person", "Lake Fund"): "no person is called 'Lake Fund'",
    ("person", "person/nobody"): "'person/nobody' is not a person of this graph",
    ("person", "organisation/lake-fund"): "'organisation/lake-fund' is not a person of this graph",
    ("organisation", "http://example.org/x"): "'http://example.org/x' is not an organisation of this graph",
    ("actor", "?!"): "no actor is called '?!'",
    ("actor", " "): "'who' is empty",
    ("integer", "two"): "'who' is a whole number, and 'two' is none",
    ("integer", "٣"): "'who' is a whole number",
    ("date", "2022-13"): "'who' is a date such as 2022, 2022-03 or 2022-03-12, and '2022-13' is none",
    ("date", "2022-02-30"): "'who' is a date",
    ("date", "0000"): "'who' is a date",
}


@pytest.mark.parametrize(("kind", "typed"), REFUSED)
def test_refused(kind: str, typed: str, small: ox.Store) -> None:
    with pytest.raises(QueryError) as caught:
        term(small, Parameter("who", Kind(kind)), typed, "tk")
    assert str(caught.value).replace("Köl gaznasy", "Lake Fund").startswith(REFUSED[kind, typed])


VALUES = {
    ("integer", None, "-7"): ox.Literal("-7", datatype=ox.NamedNode(XSD + "integer")),
    ("date", None, "2022"): ox.Literal("2022", datatype=ox.NamedNode(XSD + "gYear")),
    ("date", None, "2022-03"): ox.Literal("2022-03", datatype=ox.NamedNode(XSD + "gYearMonth")),
    ("date", None, "2024-02-29"): ox.Literal("2024-02-29", datatype=ox.NamedNode(XSD + "date")),
    ("text", None, 'a "b" \\'): ox.Literal('a "b" \\'),
    ("concept", "topic", "human-rights"): ox.NamedNode(CMQ + "topic-human-rights"),
    ("concept", "topic", "Human rights"): ox.NamedNode(CMQ + "topic-human-rights"),
    ("concept", "topic", "права человека"): ox.NamedNode(CMQ + "topic-human-rights"),
    ("concept", "instrument-kind", "plan"): ox.NamedNode(CMQ + "instrument-kind-plan"),
}


@pytest.mark.parametrize(("kind", "scheme", "typed"), VALUES)
def test_values(kind: str, scheme: str | None, typed: str, small: ox.Store) -> None:
    value = term(small, Parameter("who", Kind(kind), scheme=scheme), typed, "en")
    assert value == VALUES[kind, scheme, typed]


def test_concept_refused(small: ox.Store) -> None:
    with pytest.raises(QueryError, match="'blue' is none of status: held, planned"):
        term(small, Parameter("who", Kind.CONCEPT, scheme="status"), "blue", "en")
