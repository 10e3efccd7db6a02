"""Rows of acronyms that name a body of a body: "SCO RATS", "OSCE PA"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, settle, words_of
from kg.annotate.view import ROMAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.view import View

_MIXED = re.compile(r"[A-Z][a-z]{1,4}[A-Z]{2,4}")
# Letters of the shortest acronym that stands for a body by itself.
_SHORT = 3
# Letters of the shortest one behind another.
_SHORTEST = 2


def is_acronym(view: View, k: int) -> bool:
    """Tell a word of three capitals and more, small letters perhaps among them in English ("KazNU")."""
    text = view.tokens[k].text
    mixed = view.language.analytic and _MIXED.fullmatch(text) is not None
    return (len(text) >= _SHORT and text.isalpha() and text.isupper()) or mixed


def find_clusters(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Bodies of an international body that is known, where an acronym nothing else explains stands right beside it."""
    if view.language.fusional or view.shouting:
        return []
    if not view.language.analytic:
        return _parts(view, drafts)
    if view.sentence.heading:
        return []
    inside = {k for d in drafts for k in range(d.first, d.last + 1)}
    found = []
    for owner in drafts:
        alone = not any(d is not owner and d.first <= owner.first and owner.last <= d.last for d in drafts)
        if owner.form != "abbreviation" or owner.kind != "international" or not alone:
            continue
        first, last = owner.first, owner.last
        while last + 1 < len(view.tokens) and _beside(view, last + 1, inside):
            last += 1
        while last == owner.last and first and _beside(view, first - 1, inside):
            first -= 1
        if (first, last) != (owner.first, owner.last):
            draft = draft_of(view, (first, last), words_of(view, first, last), owner.kind, "acronyms")
            draft.form = "abbreviation"
            found.append(settle(draft, owner, None))
    return found


def _parts(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The same where heads stand last: a short acronym right behind a bare one, with its endings ("ЕҚЫҰ ПА-ның")."""
    starts = {d.first for d in drafts}
    found = []
    for owner in drafts:
        k = owner.last + 1
        if owner.form != "abbreviation" or owner.kind != "international" or owner.case not in {"nom", ""}:
            continue
        if k >= len(view.tokens) or k in starts or view.place[k] or view.heads[k] or view.posts[k]:
            continue
        if view.tokens[k].text in view.language.acronyms:
            continue  # "ШЫҰ | СІМ басшылары"
        text = view.tokens[k].text.partition("-")[0]
        if not (_SHORTEST <= len(text) <= _SHORT and text.isalpha() and text.isupper()) or set(text) <= ROMAN:
            continue
        name = f"{words_of(view, owner.first, owner.last)} {text}"
        draft = draft_of(view, (owner.first, k), name, owner.kind, "acronyms")
        draft.form = "abbreviation"
        draft.case = next((a.case for a in view.language.analyse(view.tokens[k].norm) if a.case != "nom"), "nom")
        found.append(settle(draft, owner, None))
    return found


def _beside(view: View, k: int, inside: set[int]) -> bool:
    """Tell an acronym with nothing but a blank on the side of another."""
    known = k in inside or view.place[k] or view.heads[k] or view.posts[k]
    return not known and is_acronym(view, k)
