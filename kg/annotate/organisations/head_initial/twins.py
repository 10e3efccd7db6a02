"""Bodies that states have each under one Russian name: "МИД Чили[, Конго и Перу]", "Министерства Чили [и Перу]"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import words_of
from kg.annotate.organisations.inflect import genitive_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View
    from kg.model import PlaceMention

# Kinds of bodies of which a state has one only, so that one name in the singular tells of two.
_ONLY = frozenset({"ministry", "parliament", "election-body", "court"})


def find_twins(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The other states' bodies for each of `drafts` behind whose own state they stand, the last joined by "and"."""
    if not view.language.fusional:
        return []
    told = {draft.first for draft in drafts}
    whole = [(draft, own) for draft in drafts if draft.kind in _ONLY and (own := view.place[draft.last])]
    states = ((draft, own, other) for draft, own in whole for other in _states(view, own))
    twins = (_twin(view, draft, own, other) for draft, own, other in states if view.first_of(other) not in told)
    return [twin for twin in twins if twin is not None]


def _states(view: View, own: PlaceMention) -> list[PlaceMention]:
    """The states listed behind the one with which a name ends."""
    found: list[PlaceMention] = []
    k, closed = view.place_end(view.first_of(own)) + 1, False
    while own.kind == "country" and not closed and k + 1 < len(view.tokens):
        closed, k = view.tokens[k].norm in view.conjunctions, k + 1
        other = view.place[k] if closed or view.tokens[k - 1].text == "," else None
        if other is None or other.kind != "country" or other.country == own.country:
            return []
        if not genitive_place(view, k):
            return []  # "между МИД Чили и Узбекистаном"
        found.append(other)
        k = view.place_end(k) + 1
    return found if closed else []


def _twin(view: View, draft: Draft, own: PlaceMention, other: PlaceMention) -> Draft | None:
    """The body of another state: a draft's name with that state in the place of its own."""
    k, name = view.first_of(other), draft.name
    last = view.place_end(k)
    if draft.form == "name":
        state = words_of(view, view.first_of(own), draft.last)
        if not name.endswith(f" {state}"):
            return None
        name = f"{name.removesuffix(state)}{words_of(view, k, last)}"
    start, end = view.tokens[k].start, view.tokens[last].end
    rule = f"{view.language.code}.coordinated-ellipsis"
    return replace(
        draft, first=k, last=last, start=start, end=end, name=name, rule=rule, country=other.country, known=None
    )
