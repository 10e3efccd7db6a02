"""Where somebody is posted or presides, told before his title's head: "[Австрия мен Словениядағы] елшісі"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.model import PlaceMention


def _there(view: View, k: int) -> bool:
    """Tell a word with a capital for where something is, which the gazetteer doesn't know: "[Майндағы] Франкфурт"."""
    if not view.capital(k) or view.place[k] or view.heads[k] or view.posts[k]:
        return False
    return any(a.case == "attr" and a.harmonic for a in view.language.analyse(view.tokens[k].norm))


def seat_from(view: View, first: int, seat: PlaceMention) -> int:
    """Where the names of the places begin in which somebody is whose last one, `seat`, begins at `first`.

    Those are a town's with what tells it from its namesakes ("[Майндағы] Франкфурттағы консулы") and joined countries
    ("[Австрия мен] Словениядағы елшісі").
    """
    if seat.case != "attr":
        return first
    while first and _there(view, first - 1):
        first -= 1
    while first > 1 and view.joint(first - 1) and (other := view.place[first - 2]):
        if other.case not in {"nom", "attr"}:
            break
        first = view.first_of(other)
    return first


def behind_seat(view: View, body: int, i: int) -> int:
    """Where the title whose head is at `i` goes on behind a town that nobody knows: "[Лосеводағы] елшісі"."""
    while body < i and _there(view, body):
        body += 1
    return body


def body_of_sitting(view: View, j: int, near: Around) -> Draft | None:
    """The body whose numbered sitting the noun at `j` tells of: "[Baş Assambleýanyň] 75-nji mejlisiniň Başlygy"."""
    before = j - 1
    while before > 0 and view.tokens[before].text[0].isdigit():
        before -= 1
    body = near.at_end.get(before) if before < j - 1 else None
    if body is None:
        return None
    nouns, found = view.language.event_nouns, view.language.analyse(view.tokens[j].norm)
    return body if any(a.stem in nouns and a.case == "gen" and a.possessive for a in found) else None
