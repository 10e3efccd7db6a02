"""Nouns of institutions that name none where they stand: in idioms, before nouns of events, within titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.view import ROMAN

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit


# Posts over a department, not in a board ("басқармасының басшысы", "басқармасының төрағасы").
_DEPARTMENTS = frozenset({"head", "director"})


def is_idiom(view: View, i: int) -> bool:
    """Tell a noun that only means "through" or "in the form of" there: "ұйым [желісі] бойынша"."""
    idioms, hit = view.language.institutions.idioms, view.heads[i]
    if _qualifies_event(view, i) or _numbered(view, i) or _as_which(view, i):
        return True
    before = f"{view.tokens[i - 1].norm} {hit.entry.lemma}" if i and hit is not None else ""  # "[жұмыс] кеңесі өтті"
    return before in idioms or " ".join(t.norm for t in view.tokens[i : i + 2]).startswith(idioms)


def _qualifies_event(view: View, i: int) -> bool:
    """Tell a bare head in small letters before an event that is its: "«Алтау» [министрлік] кездесуі"."""
    hit = view.heads[i]
    bare = hit is not None and hit.bare
    if not bare or view.capital(i) or i + 1 >= len(view.tokens) or not view.language.institutions.bare_owner:
        return False
    found = view.language.analyse(view.tokens[i + 1].norm)
    return any(a.stem in view.language.event_nouns and a.possessive for a in found)


def _as_which(view: View, i: int) -> bool:
    """Tell what a place is made, no body: "şäheriň Guramanyň syýahatçylyk [merkezi] hökmünde yglan edilmegi"."""
    hit, after = view.heads[i], view.tokens[i + 1 : i + 2]
    weak = hit is not None and hit.entry.middle
    return weak and bool(after) and after[0].norm in view.language.posts.becoming


def _numbered(view: View, i: int) -> bool:
    """Tell a body that is counted, which is its sitting: "одақтың [V Бас Ассамблеясы]"."""
    hit, sits = view.heads[i], view.language.events.sitting
    if hit is None or i < 2 or not hit.entry.lemma.startswith(sits):  # noqa: PLR2004 - a number and an adjective
        return False
    return view.tokens[i - 1].norm in view.language.institutions.modifiers and set(view.tokens[i - 2].text) <= ROMAN


def names_title(view: View, i: int, hit: Hit[Head]) -> bool:
    """Tell a noun that makes a title with the next one: "Басқарма төрағасы", "Үкімет басшысы"."""
    post = view.posts[i + 1] if i + 1 < len(view.tokens) else None
    if post is None:
        return False
    bare = hit.analysis.case == "nom" and not hit.analysis.possessive
    board = hit.entry.board and (bare or post.entry.post not in _DEPARTMENTS)
    return board or (bare and view.tokens[i].norm.startswith(tuple(post.entry.with_)))
