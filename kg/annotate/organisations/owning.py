"""Whose an institution is and where its name begins: the questions that the scan leftwards asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import kind_of

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.organisations.leftward import Leftward

# Kinds of what states have together.
_OF_STATES = frozenset({"other", "international", "ngo"})


def bare_owner(scan: Leftward, owner: Draft) -> bool:
    """An institution in the nominative right before what it owns ("Парламент Мәжілісі", "… бюросы миссиясы").

    What begins with a capital of its own, and is no name by itself, is another institution.
    """
    if owner.case not in {"nom", ""} or not scan.view.language.institutions.bare_owner:
        return False
    if not scan.hit.analysis.possessive or scan.hit.analysis.number:
        return False
    return scan.j + 1 == scan.i or (owner.form == "name" and scan.j + 1 == scan.first)


def joined_owners(scan: Leftward, j: int) -> bool:
    """Tell whether the conjunction at `j` joins another country to the name's owner ("A-nyň we B-niň birligi").

    Only what states form together is theirs together: "experts of A and B's ministry" is not.
    """
    view = scan.view
    if j < 1 or view.tokens[j].norm not in view.conjunctions or not scan.hit.entry.weak:
        return False
    other = view.place[j - 1]
    return other is not None and other.kind == "country" and other.case == "gen" and scan.hit.entry.kind in _OF_STATES


def plain_seat(scan: Leftward) -> bool:
    """Tell whether a town begins a name of lower-case modifiers ("Ýerewan döwlet uniwersiteti")."""
    view = scan.view
    between = [view.tokens[k].norm for k in range(scan.j + 1, scan.i)]
    listed = view.language.institutions.modifiers
    return scan.first is None and not scan.hit.entry.weak and all(w in listed for w in between)


def opens_eponym(scan: Leftward, j: int) -> bool:
    """Tell whether the sentence's first word may begin the name of whom an institution is named after."""
    view, end = scan.view, scan.eponym_at
    if end is None:
        return False
    return view.language.is_given(view.tokens[j].norm) or not any(view.capital(k) for k in range(j + 1, end))


def of_elections(scan: Leftward) -> bool:
    """Tell the name of an election body, which begins with the country where it holds elections."""
    return kind_of(scan.view, scan.j + 1, scan.i, scan.hit.entry) == "election-body"
