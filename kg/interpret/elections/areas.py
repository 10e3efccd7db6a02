"""Where votes are counted: constituencies by number and name, regions and towns before a figure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from kg.interpret.nominative import nominative
from kg.language.anchors import ANCHORS
from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.interpret.passages import Passage
    from kg.language.elections import Constituency
    from kg.model import PlaceMention

_NEAR = 40  # characters between the name of a region and its figure
_SHARE = r"(?:[^\d,;.:()\n]{0,14}[-–—:(]\s*(\d{1,3}(?:[.,] ?\d{1,2})?)|\s(\d{1,3}[.,]\d{1,2}))"
_LISTED = re.compile(_SHARE + r"\s*(?=[,;.)\n]|$)")
_QUOTES = {"{q}": '[«“„"‘]', "{/q}": '[»”“"’]', "{n}": r"(?P<n>\d{1,3})", "{name}": '(?P<name>[^«»“”„"\\n]{1,60}?)'}


class Seatplace(Record, frozen=True):
    """A constituency where the text names it: span, number, name."""

    start: int
    end: int
    number: int | None
    name: str | None


@cache
def _constituency(pattern: str) -> tuple[re.Pattern[str], int]:
    """A wording compiled, and the anchors without which it can't match."""
    for mark, regex in _QUOTES.items():
        pattern = pattern.replace(mark, regex)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), ANCHORS.add(pattern)


def constituencies(passage: Passage) -> tuple[Seatplace, ...]:
    """Constituencies that a passage names, in text order."""
    return constituencies_in(passage, passage.language.elections.constituencies)


def constituencies_in(passage: Passage, rules: Sequence[Constituency]) -> tuple[Seatplace, ...]:
    """Constituencies by the given wordings; the first wording that fits keeps its words."""
    found: list[Seatplace] = []
    for rule in rules:
        pattern, needed = _constituency(rule.pattern)
        if ANCHORS.of(passage.sentence.words) & needed != needed:
            continue
        for match in pattern.finditer(passage.low, passage.start, passage.end):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            groups = match.groupdict()
            name = passage.text[slice(*match.span("name"))] if groups.get("name") else None
            found.append(Seatplace(match.start(), match.end(), int(groups["n"]) if groups.get("n") else None, name))
    return tuple(sorted(found, key=lambda f: f.start))


def regions(passage: Passage) -> tuple[Seatplace, ...]:
    """Regions and towns that stand right before a figure ("Абай облысы – 60,1 %"): turnout counted there."""
    found = []
    for place in passage.places:
        if place.kind == "country":
            continue
        between = passage.low[place.end : place.end + _NEAR]
        number = re.search(r"\d", between)
        if number and not re.search(r"[,;:.]", between[: number.start()]):
            found.append(Seatplace(place.start, place.end, None, _name(passage, place)))
    return tuple(found)


def listed(passage: Passage) -> Iterator[tuple[int, int, float]]:
    """Figures of a list of regions, whose unit is told once or not at all: "Абай облысы – 60,1, Ақтөбе облысы – 53".

    Without a dash only one with decimals is such a figure: "Ahal welaýatynda 97,68, Mary welaýatynda 96,97".
    """
    for place in passage.places:
        match = _LISTED.match(passage.low, place.end, passage.end) if place.kind != "country" else None
        if match:
            figure = match.lastindex or 0
            yield *match.span(figure), float(match[figure].replace(" ", "").replace(",", "."))


def _name(passage: Passage, place: PlaceMention) -> str:
    """A place by its name; where heads stand last, with the word behind it for what it is ("Абай облысы")."""
    *words, last = place.text.split()
    if not words or not passage.language.morphology.suffixes:
        return place.name
    return " ".join([*words, nominative(last, passage.language)])


def in_full(place: PlaceMention) -> str:
    """The name of a country; that of CLDR where the text has an abbreviation ("ҚР")."""
    return Locale.parse(place.lang).territories.get(place.country, place.name) if place.name.isupper() else place.name
