"""What a text's metadata say, under the names that are usual for it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import InputError
from kg.read.formats.extract import day

if TYPE_CHECKING:
    from collections.abc import Mapping

# The names by which each is told, the first that is there counts.
NAMES = {
    "title": ("title", "headline"),
    "published": ("published", "date"),
    "site": ("site", "source", "publisher"),
    "url": ("url", "link"),
}


class Metadata(NamedTuple):
    """In the order of the fields of `Extract`."""

    title: str | None
    published: str | None
    site: str | None
    url: str | None


def metadata(told: Mapping[str, object], where: str) -> Metadata:
    """Read metadata. Raises `InputError` for a date that begins with no ISO 8601 day, and for a value that is none."""
    found = {field: _value(told, names, where) for field, names in NAMES.items()}
    if found["published"] is not None:
        date = day(found["published"])
        if date is None:
            raise InputError(f"{where}: the date '{found['published']}' is none of the form 2023-05-17")
        found["published"] = date
    return Metadata(**found)


def _value(told: Mapping[str, object], names: tuple[str, ...], where: str) -> str | None:
    name = next((name for name in names if told.get(name) not in {None, ""}), None)
    if name is None:
        return None
    value = told[name]
    if isinstance(value, dt.date):  # YAML reads dates
        return value.isoformat()
    if not isinstance(value, str):
        raise InputError(f"{where}: '{name}' is no text: {value!r}")
    return " ".join(value.split()) or None
