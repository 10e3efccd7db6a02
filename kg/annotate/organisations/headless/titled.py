"""Institutions that only a title right behind them tells, where heads stand last: "«Chevron» президенті"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, words_of
from kg.annotate.organisations.headless.clusters import is_acronym
from kg.annotate.view import CLOSING_QUOTES, ROMAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.view import View

# Longest name in quotation marks, in tokens.
_QUOTED = 6
# Words of what a title is over, between its head and whose it is.
_FIELD = 8
# Letters of the longest acronym.
_LONGEST = 8


def find_titled(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Names in quotation marks and acronyms that have a head or a director; `drafts` are those found so far."""
    if not view.language.institutions.bare_owner or view.shouting:
        return []
    taken = {k for d in drafts for k in range(d.first, d.last + 1)}
    found = []
    for i in view.post_at:
        hit = view.posts[i]
        if hit is None or hit.analysis.possessive != "3" or hit.analysis.number or hit.entry.post == "other":
            continue
        k = _before(view, i)
        draft = _quoted(view, k) or _acronym(view, k) if k >= 0 else None
        draft = draft or _genitive(view, i)
        if draft is not None and taken.isdisjoint(range(draft.first, draft.last + 1)):
            draft.kind = hit.entry.seat or draft.kind
            found.append(draft)
            taken |= set(range(draft.first, draft.last + 1))
    return found


def _before(view: View, i: int) -> int:
    """The token before a title whose head is at `i`, its modifiers and the board that it is over left out."""
    k = i - 1
    while k >= 0 and (view.tokens[k].norm in view.language.posts.modifiers or ((h := view.heads[k]) and h.entry.board)):
        k -= 1
    return k


def _quoted(view: View, k: int) -> Draft | None:
    """The name that a mark at token `k` closes: one word or a few, the first with a capital."""
    if view.tokens[k].text not in CLOSING_QUOTES:
        return None
    opening = view.opening_of(k, max(-1, k - 2 - _QUOTED))
    if opening is None or opening + 1 == k or not view.capital(opening + 1):
        return None
    if not all(view.word(m) for m in range(opening + 1, k)):
        return None
    return draft_of(view, (opening, k), words_of(view, opening + 1, k - 1), "company", "titled")


def _genitive(view: View, i: int) -> Draft | None:
    """An acronym in the genitive before the title whose head is at `i`: "[ҚӨУ-дің] ғылым жөніндегі проректоры"."""
    for k in range(i - 1, max(-1, i - 1 - _FIELD), -1):
        token = view.tokens[k]
        stem, hyphen, _ = token.text.partition("-")
        if hyphen and stem.isupper() and 1 < len(stem) <= _LONGEST and not (view.place[k] or set(stem) <= ROMAN):
            if not any(a.case == "gen" and a.stem == stem.lower() for a in view.language.analyse(token.norm)):
                return None
            draft = draft_of(view, (k, k), stem, "other", "titled")
            draft.form, draft.case = "abbreviation", "gen"
            return draft
        if not view.word(k) or view.capital(k) or view.posts[k]:
            return None
    return None


def _acronym(view: View, k: int) -> Draft | None:
    """An acronym at token `k` that the language file doesn't list as something else."""
    text = view.tokens[k].text
    known = view.place[k] or view.posts[k] or view.heads[k] or set(text) <= ROMAN
    if known or not is_acronym(view, k) or len(text) > _LONGEST:
        return None
    if view.tokens[k].norm in view.language.institutions.capitals:
        return None
    draft = draft_of(view, (k, k), text, "other", "titled")
    draft.form = "abbreviation"
    return draft
