"""Persons beside and within the names of institutions: who ends them, and after whom they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.modifiers import eponym, name_word, plain_word

if TYPE_CHECKING:
    from kg.annotate.organisations.head_final.leftward import Leftward
    from kg.annotate.view import View


def initials(view: View, first: int) -> int:
    """Where a name begins whose initials stand before token `first`, each with its point ("М.Х.Дулати атындағы")."""
    while first > 1 and view.tokens[first - 1].text == "." and len(view.tokens[first - 2].text) == 1:
        if not view.capital(first - 2):
            break
        first -= 2
    return first


def after_person(view: View, first: int, at: int) -> int:
    """Where a name begins behind the bearer of a title: "директоры [Анна Берг] Абай атындағы университетке"."""
    post = view.posts[first - 1] if first else None
    if post is None or post.analysis.case != "nom" or post.analysis.number:
        return first
    k = first
    while view.tokens[k + 1].text == "." and k + 2 < at:
        k += 2
    small = particle(view, first + 1)
    k += 1 + (k == first) + small  # initials and a surname, or two words
    words = [j for j in range(first, k if small else at) if len(view.tokens[j].text) > 1]
    named = all(name_word(view, j) or particle(view, j) for j in words)
    return k if k < at and named else first


def bearer(view: View, last: int) -> bool:
    """Tell the last word of the name of a title's bearer: "төрағасы Анна Ким [Берг] және университеттің …"."""
    first = last + 1
    while first > 0 and name_word(view, first - 1):
        first -= 1
    return 0 < first < last and view.posts[first - 1] is not None


def particle(view: View, j: int) -> bool:
    """Tell a particle of names in small letters: "Anna [de] Berg"."""
    return view.tokens[j].text in view.language.names.particles


def named_after(scan: Leftward) -> bool:
    """Tell whether the person named where the scan stands only gives the institution its name."""
    view, j = scan.view, scan.j
    alone = scan.hit.entry.eponymous and scan.hit.analysis.possessive
    if alone and all(name_word(view, k) for k in range(j, scan.i)) and not _declined(view, j):
        return True
    if alone and scan.hit.entry.kind == "education" and _of_school(view, j, scan.i):
        return True
    return any(eponym(view, k) for k in range(j + 1, min(scan.i, j + 4)))


def _of_school(view: View, j: int, i: int) -> bool:
    """Tell a surname before the adjective of a school, whose possessive nothing else asks for: "[Досов] техникалық".

    In "Ерлан Досов медицина колледжінде" a noun does.
    """
    adjective = view.tokens[i - 1].norm.endswith(view.language.places.adjective_endings)
    given = j > 0 and view.personal(j - 1)
    fields = range(j + 1, i)
    return adjective and not given and bool(fields) and all(plain_word(view, k) for k in fields)


def _declined(view: View, j: int) -> bool:
    """Tell a surname with the ending of a case: "[Досовқа] Цукуба университетінің …"."""
    found = view.language.analyse(view.tokens[j].norm)
    return any(a.case not in {"nom", "gen"} and view.language.is_surname(a.stem) for a in found)
