"""The office that a Russian candidate seeks and does not hold: "кандидат [в президенты]", "кандидат [на пост мэра]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.annotate.view import View

# Tokens from the candidate to the noun for the office: "в президенты", "на пост мэра".
_NEAR = (2, 3)


def office_sought(view: View, k: int) -> int | None:
    """The noun for the office with the preposition at token `k` behind a candidate, or None where there is none."""
    before = view.posts[k - 1] if view.language.fusional and k else None
    if before is None or before.entry.post != "candidate" or k + _NEAR[0] > len(view.tokens):
        return None
    place = any(a.stem in view.language.posts.posts for a in view.language.analyse(view.tokens[k + 1].norm))
    office, data = k + 1 + place, view.language
    leads = data.posts.held_at if place else data.institutions.where
    told = office < len(view.tokens) and view.posts[office] is not None
    return office if told and view.tokens[k].norm in leads else None


def is_sought(view: View, i: int) -> bool:
    """Tell the noun at token `i` for an office that a candidate before it seeks."""
    return any(office_sought(view, i - near + 1) == i for near in _NEAR if i >= near)
