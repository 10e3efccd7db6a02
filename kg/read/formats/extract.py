"""What comes out of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass

# How far into a text its title is looked for.
_OPENING = 500
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])")


@dataclass(frozen=True, slots=True)
class Extract:
    """A text, and what its file says of it beside the text. `published` is an ISO 8601 date (YYYY-MM-DD)."""

    text: str
    media_type: str
    title: str | None = None
    published: str | None = None
    site: str | None = None
    url: str | None = None


def under_title(title: str | None, text: str) -> str:
    """The text below its title, unless it begins with it already: a headline tells of what happened, too."""
    if not title or _folded(title) in _folded(text[: _OPENING + len(title)]):
        return text
    return f"{title}\n\n{text}"


def day(value: str) -> str | None:
    """The day of an ISO 8601 date or time ("2023-05-17T10:00:00+05:00"), None where there is none."""
    found = _DAY.match(value.strip())
    return found[0] if found else None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
