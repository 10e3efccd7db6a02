"""Bodies that states have each under one Russian name: "МИД Чили[, Конго и Перу]", "Министерства Чили [и Перу]"."""

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
    """The other states' bodies for each of `drafts` behind whose own state they stand, the last joined by "and"."""
    if not view.language.fusional:
        return []
    told = {draft.first for draft in drafts}
    whole = [draft for draft in drafts if draft.kind in _ONLY]
    return [twin for draft in whole for k in _states(view, draft) if k not in told and (twin := _twin(view, draft, k))]


def _states(view: View, draft: Draft) -> list[int]:
    """The first tokens of the states listed behind the one with which a name ends."""
    own, k, found, closed = view.place[draft.last], draft.last + 1, list[int](), False
    while own is not None and own.kind == "country" and not closed and k + 1 < len(view.tokens):
        closed, k = view.tokens[k].norm in view.conjunctions, k + 1
        other = view.place[k] if closed or view.tokens[k - 1].text == "," else None
        if other is None or other.kind != "country" or other.country == own.country:
            return []
        if not any(genitive_name(word) for word in view.sentence.words[k : view.place_end(k) + 1]):
            return []  # "между МИД Чили и Узбекистаном"
        found.append(k)
        k = view.place_end(k) + 1
    return found if closed else []


def _twin(view: View, draft: Draft, k: int) -> Draft | None:
    """The body of the state at token `k`: a draft's name with that state in the place of its own."""
    own, other, last, name = view.place[draft.last], view.place[k], view.place_end(k), draft.name
    if own is None or other is None:
        return None
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
