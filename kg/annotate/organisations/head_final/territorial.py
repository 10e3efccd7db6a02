"""Bodies in small letters that a title is over, by their part of the country, where heads stand last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.bare import of_title
from kg.annotate.organisations.head_final.modifiers import owns_title

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# Words of the field of a body in small letters ("қалалық білім басқармасы").
_FIELD = 6


def territorial(view: View, i: int, hit: Hit[Head]) -> int | None:
    """Where a body in small letters begins that a title is over: "[облыстық сайлау комиссиясының] төрағасы"."""
    data = view.language.institutions
    owns = owns_title(view, i) if hit.analysis.case == "gen" else hit.analysis.case == "nom" and of_title(view, i)
    beside = i > 0 and view.tokens[i - 1].norm.startswith(data.local_bodies)  # "[облыстық мәслихат] хатшысы"
    if not data.local_bodies or not (hit.analysis.possessive or beside) or not owns:
        return None
    listed = False
    for k in range(i - 1, max(-1, i - _FIELD), -1):
        word = view.tokens[k].norm
        if word.startswith(data.local_bodies):
            return None if _any_such(view, k) else _with_number(view, k)
        whole = view.heads[k]
        if whole is not None and k and view.tokens[k - 1].norm in data.places:
            return k - 1 if whole.analysis.case == "gen" else None  # "[облыс әкімдігінің] білім басқармасының басшысы"
        if word in view.conjunctions:
            listed = True  # "облыстық [экономика және қаржы] басқармасының басшысы"
            continue
        other = (whole is not None and listed) or view.posts[k] or view.capital(k) or view.oblique(k)
        if other or not view.word(k) or word in view.stop:
            return None
    return None


def _with_number(view: View, first: int) -> int:
    """Where a local body begins whose word of area stands at `first`: "[аудандық] аумақтық", "[№ 5] қалалық"."""
    while first and view.tokens[first - 1].norm.startswith(view.language.institutions.local_bodies):
        first -= 1
    number = first > 1 and view.tokens[first - 2].text == "№"
    return first - 2 if number else first


def _any_such(view: View, first: int) -> bool:
    """Tell a body from `first` on whose people are counted, or any of many: "[52] учаскелік комиссия мүшесі".

    "№ 5 учаскелік комиссияның төрағасы" is of one.
    """
    before = [t.text for t in view.tokens[max(0, first - 2) : first]]
    if "№" in "".join(before):
        return False
    many = view.tokens[first].norm.startswith(view.language.institutions.many_bodies)
    return many or (bool(before) and before[-1].isdigit())
