"""Score turnout, the elected, and quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.evaluate.align import overlap, same

if TYPE_CHECKING:
    from kg.evaluate.align import Alignment
    from kg.evaluate.gold import Gold, GoldElected, GoldQuotation, GoldTurnout
    from kg.evaluate.score import Card
    from kg.model import Elected, Quotation, Reading, Turnout

_NEARLY_ALL = 0.9


def score_turnout(gold: Gold, reading: Reading, card: Card) -> None:
    """A figure is right when time, percent and constituency (by number, else by name) are equal."""
    optional = {_turnout(t) for t in gold.turnout if t.optional}
    _compare("turnout", {_turnout(t) for t in reading.turnout}, {_turnout(t) for t in gold.turnout}, optional, card)


def _turnout(figure: Turnout | GoldTurnout) -> tuple[object, ...]:
    return figure.at, figure.percent, figure.constituency_number or same(figure.constituency or "")


def score_elected(gold: Gold, reading: Reading, alignment: Alignment, card: Card) -> None:
    """An elected person is right when paired with the key's and the constituency (number, else name) is equal."""
    found = {_elected(alignment.key_of(e.person) or f"? {e.person}", e) for e in reading.elected}
    optional = {_elected(e.person, e) for e in gold.elected if e.optional}
    _compare("elected", found, {_elected(e.person, e) for e in gold.elected}, optional, card)


def _elected(person: str, elected: Elected | GoldElected) -> tuple[object, ...]:
    number = elected.number or getattr(elected, "constituency_number", None)
    return person, number or same(elected.constituency or "")


def _compare(
    measure: str,
    mine: set[tuple[object, ...]],
    theirs: set[tuple[object, ...]],
    optional: set[tuple[object, ...]],
    card: Card,
) -> None:
    for _ in mine & theirs - optional:
        card.right(measure)
    for thing in sorted(mine - theirs, key=str):
        card.false(measure, ", ".join(map(str, thing)))
    for thing in sorted(theirs - mine - optional, key=str):
        card.missed(measure, ", ".join(map(str, thing)))


def score_quotations(gold: Gold, reading: Reading, alignment: Alignment, card: Card) -> None:
    """A quotation is right when nine tenths of its characters and the key's are the same and the speaker is right."""
    rest = list(reading.quotations)
    for key in gold.quotes:
        match = next((q for q in rest if overlap(q, key) >= _NEARLY_ALL), None)
        if match is None:
            if not key.optional:
                card.missed("quotations", _start(key))
            continue
        rest.remove(match)
        if key.optional:
            continue
        speaker = alignment.attendee(match.speaker) if match.speaker else None
        whose = f"speaker of {_start(key)}"
        card.value("quotations", whose, speaker or match.speaker, key.speaker, right=speaker == key.speaker)
    for quotation in rest:
        card.false("quotations", _start(quotation))


def _start(quotation: Quotation | GoldQuotation) -> str:
    return f"character {quotation.start}: {quotation.text[:60]}"
