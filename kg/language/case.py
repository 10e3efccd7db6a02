"""Lower case and capitals that keep the length of a text, so that offsets hold."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def lower(text: str) -> str:
    """Lower case of the same length (`"İ".lower()` has two characters, which would shift offsets)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


@lru_cache(maxsize=20_000)
def recase(text: str, base: str) -> str:
    """Give `base` (lower case) the capitals of `text`, letter by letter; all capitals if `text` is in capitals.

    >>> recase("Departamentiniň", "departamenti")
    'Departamenti'
    >>> recase("Жаном-Батистом", "жан-батист")
    'Жан-Батист'
    """
    parts, bases = text.split("-"), base.split("-")
    if len(parts) == len(bases) > 1:
        return "-".join(recase(part, form) for part, form in zip(parts, bases, strict=True))
    if text.isupper() and len(text) > 1:
        return base.upper()
    return "".join(c.upper() if i < len(text) and text[i].isupper() else c for i, c in enumerate(base))


def unmarked(text: str) -> str:
    """The text without the marks over and under its letters ("Balázs" gives "Balazs")."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
