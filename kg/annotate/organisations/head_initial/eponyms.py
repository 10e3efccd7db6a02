"""Whom an English body is named after, as part of its name: initials before it, "named after" behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View

# Longest name of whom a body is named after, in tokens: "academician E. A. Buketov".
_LONGEST = 8
# Letters of an initial: "Ch. Ch. Valikhanov".
_LETTERS = 2
# Kinds of bodies that are named after somebody.
_NAMED = frozenset({"education", "other", "ngo", "government", "international"})


def honour(view: View, drafts: Iterable[Draft]) -> None:
    """Widen names by whom the bodies are named after: "[L. N.] Gumilyov University", "University [named after …]"."""
    for draft in drafts:
        if draft.form not in {"name", "short"} or draft.kind not in _NAMED:
            continue
        first, last = _left(view, draft.first), _right(view, draft.last)
        if first < draft.first and draft.form == "name":
            before = view.text[view.tokens[first].start : draft.start]
            draft.name = f"{' '.join(before.split())} {draft.name}" if before[-1:].isspace() else before + draft.name
            draft.first, draft.start = first, view.tokens[first].start
        if last > draft.last:
            draft.name = f"{draft.name} {words_of(view, draft.last + 1, last)}"
            draft.last, draft.end, draft.form = last, view.tokens[last].end, "name"


def _left(view: View, first: int) -> int:
    """The first token with the initials, and the surname between them and a country: "[S. Seifullin] Kazakh …"."""
    k = first - 1
    surname = k > 1 and view.capital(k) and view.word(k) and view.tokens[k - 1].text == "." and _initial(view, k - 2)
    if surname and not (view.posts[k] or view.heads[k] or view.place[k]):
        k -= 1
    elif view.place[first] or view.tokens[first].norm in view.ordinary:
        return first  # "Plan B. | National University"
    while k > 0 and view.tokens[k].text == "." and _initial(view, k - 1):
        k -= 2
    return k + 1


def _initial(view: View, k: int) -> bool:
    """Tell a capital, or two letters for one, with its stop right behind it."""
    token, stop = view.tokens[k], view.tokens[k + 1]
    return token.text[:1].isupper() and token.text.isalpha() and len(token.text) <= _LETTERS and token.end == stop.start


def _right(view: View, last: int) -> int:
    """The last token of whom the body is named after, else `last`."""
    k = last + 1
    if " ".join(t.norm for t in view.tokens[k : k + 2]) not in view.language.institutions.eponym:
        return last
    end, k, initials = last, k + 2, False
    for m in range(k, min(k + _LONGEST, len(view.tokens))):
        if not view.word(m) and view.tokens[m].text != ".":
            break
        if view.tokens[m].text == "." and not _initial(view, m - 1):
            break
        surname = end > last and initials and view.tokens[end].text != "." and len(view.tokens[end].text) > _LETTERS
        if surname and view.capital(m):
            break  # "named after L. Gumilyov | Anna Kim"
        initials = initials or view.tokens[m].text == "."
        titled = end == last and (view.posts[m] or view.tokens[m].norm in view.language.institutions.articles)
        if view.capital(m) or view.tokens[m].text[0].isupper() or "-" in view.tokens[m].text:
            end = m
        elif not (titled or view.tokens[m].text == "."):
            break
    return end
