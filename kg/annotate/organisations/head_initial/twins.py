"""Bodies that two states have each under one Russian name: "МИД Чили [и Перу]", "Министерства труда Чили [и Перу]"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import words_of
from kg.annotate.organisations.inflect import genitive_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View

# Kinds of bodies of which a state has one only, so that one name in the singular tells of two.
_ONLY = frozenset({"ministry", "parliament", "election-body", "court"})


def find_twins(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The second state's body for each of `drafts` behind which a conjunction and that state stand."""
    if not view.language.fusional:
        return []
    return [twin for draft in drafts if draft.kind in _ONLY and (twin := _twin(view, draft)) is not None]


def _twin(view: View, draft: Draft) -> Draft | None:
    """The body of the state behind a draft's own: its name with that state in the place of the other."""
    own, k = view.place[draft.last], draft.last + 2
    led = draft.first > 0 and view.posts[draft.first - 1] is not None  # "главы МИД Чили и Перу" are two persons
    joined = k < len(view.tokens) and view.tokens[k - 1].norm in view.conjunctions
    if led or not joined or own is None or own.kind != "country":
        return None
    other = view.place[k]
    if other is None or other.kind != "country" or other.country == own.country:
        return None
    last, name = view.place_end(k), draft.name
    if not genitive_name(view.tokens[last].norm):
        return None  # "между МИД Чили и Узбекистаном"
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
