"""Names behind a Russian head in the plural: "компаний «Алтын» и «Күміс»", "корпораций Mitsui и Toyota Tsusho"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import draft_of, kind_of, settle, words_of
from kg.annotate.organisations.head_initial.runs import latin_run, quoted_name

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit


def after_plural(view: View, i: int, hit: Hit[Head], country: str | None) -> list[Draft]:
    """The names, each completed by the head at token `i`; `country` is that of all of them."""
    drafts, k = [], i + 1
    head = hit.analysis.stem
    while k < len(view.tokens):
        end = quoted_name(view, k) or (latin_run(view, k) if head in view.language.institutions.brands else None)
        if end is None:
            break
        name = f"{head} {words_of(view, k, end)}"
        draft = draft_of(view, (k, end), name, kind_of(view, k, end, hit.entry), "coordinated-ellipsis")
        drafts.append(settle(draft, None, country))
        k = _past_joint(view, end + 1)
    return drafts or _of_countries(view, i, hit)


def _of_countries(view: View, i: int, hit: Hit[Head]) -> list[Draft]:
    """The embassies of several countries: "посольств Чили, Перу и Японии"."""
    drafts: list[Draft] = []
    k = i + 1 if hit.entry.kind == "embassy" and not hit.entry.weak else len(view.tokens)
    while k < len(view.tokens) and (place := view.place[k]) is not None and place.kind == "country":
        end = view.place_end(k)
        span = (k if drafts else i, end)
        draft = draft_of(view, span, f"{hit.analysis.stem} {words_of(view, k, end)}", "embassy", "coordinated-ellipsis")
        drafts.append(settle(draft, None, place.country))
        k = _past_joint(view, end + 1)
        if k == end + 1:
            break
    return drafts if len(drafts) > 1 else []


def _past_joint(view: View, k: int) -> int:
    """The token after commas and conjunctions at `k`."""
    while view.joint(k):
        k += 1
    return k
