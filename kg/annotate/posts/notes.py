"""What stands behind the names of a list: a name that was not found, a country in brackets, what leads to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View

# Longest note in brackets behind a name, in tokens.
_BRACKET = 5
# Longest name that was not found, in tokens.
_UNKNOWN = 4


def past_unknown(view: View, k: int) -> int | None:
    """The token after the comma that ends a name which was not found, from its first token `k` on; else None."""
    m = k
    while m < min(k + _UNKNOWN, len(view.tokens)) and view.capital(m) and not view.place[m]:
        m += 1
    note = country_note(view, m) if m > k and view.language.analytic else None
    if note is not None:
        return note[1] + 1 + view.joint(note[1] + 1)  # "Le Mpo [(Jordan),] …"
    return m + 1 if k < m < len(view.tokens) and view.tokens[m].text == "," else None


def country_note(view: View, k: int) -> tuple[str | None, int] | None:
    """The country in brackets at `k`, with the token of the closing bracket: "co-chairs Anna Kim [(France)], …"."""
    tokens = view.tokens
    end = note_end(view, k)
    if end is None:
        return None
    inside = [view.place[n] for n in range(k + 1, end) if tokens[n].norm not in view.language.institutions.articles]
    return (inside[0].country, end) if inside and inside[0] and all(inside) else None


def spread_notes(titles: Sequence[Title], noted: Mapping[int, str | None]) -> None:
    """Give those of a list who stand before one with a country in brackets that one's: "A (Чили), [B], C (Перу)".

    `noted` holds the countries in brackets by the titles' indices. One note alone may be that of its own holder only.
    """
    last = None
    for n in reversed(range(len(titles)) if len(noted) > 1 else ()):
        last = noted.get(n, last)
        if titles[n].country is None and titles[n].organisation is None:
            titles[n].country = last


def past_host(view: View, k: int, leading: Container[str]) -> int:
    """The token behind where envoys are, told with one of `leading` at `k`: "послы Чили [в Перу] – N"; else `k`."""
    host = view.past_article(k + 1)
    sent = host < len(view.tokens) and view.tokens[k].norm in leading and view.place[host] is not None
    return view.place_end(host) + 1 if sent else k


def note_end(view: View, k: int) -> int | None:
    """The bracket that closes a short note which begins at `k`, or None."""
    tokens = view.tokens
    if k >= len(tokens) or tokens[k].text != "(":
        return None
    return next((m for m in range(k + 2, min(k + _BRACKET + 2, len(tokens))) if tokens[m].text == ")"), None)


def past_joint(view: View, k: int) -> int:
    """The token after a comma, a conjunction, or both, at `k`, else `k`."""
    k += view.joint(k)
    return k + (k < len(view.tokens) and view.tokens[k - 1].text == "," and view.tokens[k].norm in view.conjunctions)
