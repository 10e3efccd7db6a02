"""Pages of plain text for the tests of reading, cut into their items."""

from __future__ import annotations

from kg.read.items import items_of
from tests.texts import LANGUAGES

DATELESS = "The Minister met the Ambassador in the capital and they discussed trade."


def items_in(text):
    """The items of a text."""
    return items_of(text, LANGUAGES)
