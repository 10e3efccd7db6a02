"""What stands round a known name where heads stand last: the area of a body, an ending behind quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.modifiers import name_word
from kg.annotate.view import CLOSING_QUOTES

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View


def local_branch(view: View, known: Draft) -> Draft:
    """A state's body by its known name, or where heads stand last the body of an area that the words before it tell.

    The area may be named before that word: "Сайрам аудандық Қазақстан халқы Ассамблеясы".
    """
    local, before = view.language.institutions.local_bodies, known.first - 1
    if known.country is None or not view.language.head_final or before < 0 or not local:
        return known
    if not view.tokens[before].norm.startswith(local):
        return known
    place = view.place[before - 1] if before else None
    if place is not None and place.case == "nom" and place.kind != "country":
        before = view.first_of(place)
    elif before and name_word(view, before - 1) and not view.oblique(before - 1):
        before -= 1
    start = view.tokens[before].start
    known.name = f"{' '.join(view.text[start : known.start].split())} {known.name}"
    known.first, known.start, known.known, known.form = before, start, None, "name"
    known.rule = f"{view.language.code}.head-final"
    return known


def with_ending(view: View, known: Draft) -> Draft:
    """A known name in quotation marks with the ending that a hyphen joins to them: "[«Нұр»-дың] төрағасы"."""
    mark, end = known.last + 1, known.last + 3
    if known.first == 0 or end >= len(view.tokens) or not view.language.head_final or known.case != "nom":
        return known
    if view.tokens[mark].text not in CLOSING_QUOTES or view.text[view.tokens[mark].end : view.tokens[end].start] != "-":
        return known
    word = view.tokens[known.last].norm
    found = view.language.analyse(word + view.tokens[end].norm)
    case = next((a.case for a in found if a.case != "nom" and not a.possessive and a.stem == word), None)
    if case is not None:
        known.first, known.last, known.case = known.first - 1, end, case
        known.start, known.end = view.tokens[known.first].start, view.tokens[end].end
    return known
