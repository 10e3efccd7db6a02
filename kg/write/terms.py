"""Literals, and statements of which a node may have one only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import GraphError
from kg.language.letters import slug
from kg.vocab import CMQ, RDF, RDFS, SKOS, XSD, entity, segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Object = ox.NamedNode | ox.Literal
# Plain tuples: pyoxigraph copies a term each time that one is taken out of its own Triple.
Triple = tuple[ox.NamedNode, ox.NamedNode, Object]

_WEB = re.compile(r"https?://[^/\s]")
_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|\\^`]")
_YEAR, _MONTH, _DAY = r"(?:(?!0000)\d{4})", r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
# The forms of dates in readings, the least precise first: a month or day of an unknown year says less than a month of
# a known one. Each with the XSD type and what is put before and after the matched text.
_DATES = (
    (re.compile(rf"XXXX-({_MONTH})"), "gMonth", "--", ""),
    (re.compile(rf"({_YEAR})"), "gYear", "", ""),
    # XML Schema has no hour of a day of an unknown year.
    (re.compile(rf"XXXX-({_MONTH}-{_DAY})(?:T{_TIME})?"), "gMonthDay", "--", ""),
    (re.compile(rf"({_YEAR}-{_MONTH})"), "gYearMonth", "", ""),
    (re.compile(rf"({_YEAR}-{_MONTH}-{_DAY})"), "date", "", ""),
    (re.compile(rf"({_YEAR}-{_MONTH}-{_DAY}T{_TIME})"), "dateTime", "", ":00"),
    (re.compile(rf"({_YEAR}-{_MONTH}-{_DAY}T{_TIME}:[0-5]\d)"), "dateTime", "", ""),
)


def date(text: str) -> ox.Literal:
    """A reading's date as precise as XML Schema allows; `XXXX-03-14` is `--03-14`. Raises `GraphError` for others."""
    for form, datatype, before, after in _DATES:
        if found := form.fullmatch(text):
            return ox.Literal(before + found[1] + after, datatype=XSD[datatype])
    raise GraphError(
        f"'{text}' is no date: expected YYYY, YYYY-MM, YYYY-MM-DD, XXXX-MM, XXXX-MM-DD or YYYY-MM-DDThh:mm"
    )


def precision(text: str | None) -> int:
    """How much a date of a reading says, from 0 for none; a later form of the list above says more."""
    forms = (rank for rank, (form, *_) in enumerate(_DATES, 1) if text and form.fullmatch(text))
    return next(forms, 0)


def text(words: str, lang: str = "und") -> ox.Literal:
    """Words in a language (BCP 47); plain where the language is not known."""
    return ox.Literal(words) if lang == "und" else ox.Literal(words, language=lang)


def readable(name: str, lang: str) -> str:
    """A name as a segment of an IRI: in plain Latin letters, or as it is where the script has none known."""
    return slug(name, lang) or segment(name)


def address(url: str) -> ox.NamedNode | None:
    """A web address as an IRI, what no IRI may hold percent-encoded; None for what is no web address."""
    if not _WEB.match(url):
        return None
    return ox.NamedNode(_FORBIDDEN.sub(lambda found: quote(found[0], safe=""), url))


def integer(number: int) -> ox.Literal:
    """A whole number as xsd:integer."""
    return ox.Literal(str(number), datatype=XSD.integer)


def decimal(number: float) -> ox.Literal:
    """A number by the digits that its shortest form has: 20.22 is 20.22, not 20.219999…."""
    return ox.Literal(f"{Decimal(str(number)):f}", datatype=XSD.decimal)


@dataclass(frozen=True, slots=True)
class Choice:
    """Statements that a node may have from one teller only, such as its status; the highest rank is taken.

    `slot` names what is chosen. Choices of one node and slot that rank alike go by the text of their statements.
    """

    node: ox.NamedNode
    slot: str
    rank: tuple[int, ...]
    triples: tuple[Triple, ...]


@dataclass(slots=True)
class Statements:
    """What one document supports: triples that may stand beside any others, in order, and choices.

    `countries` are the codes of the countries that they lead to, which are yet to be described.
    """

    triples: dict[Triple, None] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)

    def add(self, node: ox.NamedNode, predicate: ox.NamedNode, *objects: Object | None) -> None:
        """State a predicate for each object that is not None."""
        for value in objects:
            if value is not None:
                self.triples[node, predicate, value] = None

    def type(self, node: ox.NamedNode, *classes: ox.NamedNode) -> None:
        """State the classes of a node."""
        self.add(node, RDF.type, *classes)

    def choose(self, node: ox.NamedNode, predicate: ox.NamedNode, value: Object | None, *rank: int) -> None:
        """Offer the one value of a predicate, unless it is None."""
        if value is not None:
            self.choices.append(Choice(node, predicate.value, rank, ((node, predicate, value),)))

    def name(self, node: ox.NamedNode, words: str, lang: str, *rank: int) -> None:
        """Offer the one preferred name in a language; the English one is also rdfs:label."""
        predicates = (SKOS.prefLabel, RDFS.label) if lang == "en" else (SKOS.prefLabel,)
        triples = tuple((node, predicate, text(words, lang)) for predicate in predicates)
        self.choices.append(Choice(node, f"name@{lang}", rank, triples))

    def confidence(self, node: ox.NamedNode, confidence: float, doubts: Iterable[str]) -> None:
        """Offer how sure a fact is, with the doubts; of several tellers the surest is taken. 1 is left unsaid."""
        if confidence < 1:
            reasons = ((node, CMQ.doubt, text(reason, "en")) for reason in doubts)
            triples = ((node, CMQ.confidence, decimal(confidence)), *reasons)
            self.choices.append(Choice(node, "confidence", (round(100 * confidence),), triples))

    def country(self, node: ox.NamedNode, code: str | None, *rank: int) -> None:
        """Offer the one country of a node by its ISO 3166 alpha-2 code, unless it is None."""
        if code is not None:
            self.countries.add(code)
            self.choose(node, CMQ.country, country(code), *rank)


class Choices:
    """The best choice of each node and slot among those taken in so far, whatever their order."""

    def __init__(self, choices: Iterable[Choice] = ()) -> None:
        self._best: dict[tuple[str, str], Choice] = {}
        self.take(choices)

    def take(self, choices: Iterable[Choice]) -> None:
        """Take in more choices."""
        for choice in choices:
            key = (choice.node.value, choice.slot)
            best = self._best.get(key)
            if best is None or _better(choice, best):
                self._best[key] = choice

    def best(self, node: ox.NamedNode, slot: str) -> tuple[Triple, ...]:
        """The statements chosen for a node and slot; none where nothing was offered."""
        found = self._best.get((node.value, slot))
        return found.triples if found else ()

    def triples(self) -> Iterator[Triple]:
        """The statements of the best, by node and slot."""
        for key in sorted(self._best):
            yield from self._best[key].triples


def country(code: str) -> ox.NamedNode:
    """The IRI of a country by its ISO 3166 alpha-2 code."""
    return entity(f"country/{code}")


def _better(one: Choice, other: Choice) -> bool:
    if one.rank != other.rank:
        return one.rank > other.rank
    return one.triples != other.triples and _text(one) < _text(other)


def _text(choice: Choice) -> str:
    return "\n".join(str(term) for triple in choice.triples for term in triple)
