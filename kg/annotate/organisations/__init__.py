"""Institutions by name: those widely known, and those whose name follows the language's grammar of names.

The order of rules: known names (authority, abbreviations), then phrases round head nouns. A known name inside a
longer phrase becomes its owner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.defined import find_definitions
from kg.annotate.organisations.head_final import find_head_final
from kg.annotate.organisations.head_initial import find_head_initial
from kg.annotate.organisations.known import KnownNames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View

FINDERS = {"tk": find_head_final, "kk": find_head_final, "ru": find_head_initial, "en": find_head_initial}

__all__ = ["KnownNames", "find_organisations"]


def find_organisations(text: str, views: Sequence[View], known: KnownNames) -> dict[int, list[Draft]]:
    """Drafts of institutions by index into `views`, in text order, owners before or after what they own."""
    found: dict[int, list[Draft]] = {}
    names = known.find(text, views)
    for at, view in enumerate(views):
        drafts = names.get(at, [])
        phrases = FINDERS[view.language.code](view, drafts)
        for phrase in phrases:
            phrase.known = known.key_of(phrase.name)
        kept = [d for d in drafts if not any(p.first <= d.first and d.last == p.last and p is not d for p in phrases)]
        found[at] = sorted([*kept, *phrases], key=lambda d: (d.start, -d.end))
    find_definitions(views, found)
    return found
