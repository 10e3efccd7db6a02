"""An institution's name while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Draft:
    """Tokens `first..last` (inclusive) of a sentence name an institution.

    `start` and `end` are offsets in the text; `owner` is the draft of the institution that it is a part of; `lang`
    is the language of the words where it isn't the sentence's.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    kind: str
    rule: str
    country: str | None = None
    owner: Draft | None = None
    form: str = "name"
    known: str | None = None
    case: str = ""
    lang: str | None = None


PARTS = frozenset({"government", "other", "education", "election-body", "court", "ngo"})


def settle(draft: Draft) -> Draft:
    """Let a part take country and, where its own kind is a general one, kind from its owner."""
    if draft.owner:
        draft.country = draft.country or draft.owner.country
        if draft.owner.kind == "international" and draft.kind in PARTS:
            draft.kind = "international"
    return draft
