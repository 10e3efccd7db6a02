"""What an institution is for: the questions that the scan leftwards asks of words of purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import kind_of
from kg.annotate.organisations.head_final.modifiers import affairs, in_order
from kg.annotate.organisations.head_final.scan import STOP

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.organisations.head_final.leftward import Leftward


# Letters of the shortest verbal noun that is looked for.
_VERBAL = 4
# Tokens from an abbreviation to the word that tells what a body is for.
_AIM = 2
# Tokens of an abbreviation in brackets.
_NOTE = 3


def aims_at(scan: Leftward, owner: Draft) -> bool:
    """Tell an abbreviation that says what a body is for: "GDA üçin", "GDA ýurtlary boýunça"."""
    if scan.purpose_at is None:
        return False
    if owner.case == "gen":  # "ÝUNESKO-nyň işleri baradaky", "guramasynyň (ÝUNESKO) işleri baradaky"
        noted = scan.view.tokens[scan.j + 1].text == "("
        return affairs(scan.view, scan.purpose_at - 1) and scan.purpose_at - scan.j == _AIM + noted * _NOTE
    if owner.case != "nom" or owner.form != "abbreviation":
        return False
    near = scan.purpose_at - scan.j <= _AIM
    if scan.view.language.institutions.bare_owner:  # "ЮНЕСКО істері жөніндегі", but "БҰҰ босқындар жөніндегі"
        after = scan.view.language.analyse(scan.view.tokens[scan.j + 1].norm)
        return near and scan.purpose_at > scan.j + 1 and any(a.possessive == "3" and a.case == "nom" for a in after)
    return near


def meet_purpose(scan: Leftward) -> int | None:
    """Words such as "boýunça" and deeds next to the head: what the institution is for stands before."""
    data, j = scan.view.language.institutions, scan.j
    word = scan.view.tokens[j].norm
    if j + 1 == scan.i and word.endswith(data.aims):
        scan.purpose = scan.hit.analysis.possessive == "3"  # "keselleriň ýaýramagyna garşy göreşmek gullugy"
        return j - 1
    if (target := _target(scan)) is not None:
        scan.purpose = True
        return target
    if word not in scan.view.purpose:
        return None
    if is_loose(scan):
        return STOP  # "отырыстың қорытындысы бойынша бас прокуратура"
    if scan.hit.entry.whole or (scan.hit.entry.alone and j + 1 == scan.i):
        return STOP  # "hyzmatdaşlyk boýunça çäreler toplumy", "tabşyrmagy boýunça Mejlis"
    scan.purpose, scan.purpose_at = True, j
    return j - 1


def meet_target(scan: Leftward) -> int | None:
    """The country at which the deed behind it aims, within what a body is for: "[Çilä] ýardam bermek boýunça"."""
    view, j = scan.view, scan.j
    place = view.place[j] if scan.purpose else None
    if place is None or place.case != "dat":
        return None
    return view.first_of(place) - 1 if view.tokens[j + 1].norm in view.language.institutions.targeting else None


def _target(scan: Leftward) -> int | None:
    """The noun in the dative at which the deed next to the head aims: "[saýlawlara] baha beriş missiýasy"."""
    view, k, data = scan.view, scan.j, scan.view.language.institutions
    if k + 1 != scan.i or scan.hit.analysis.possessive != "3":
        return None
    k -= view.tokens[k].norm.endswith(data.actions)
    if k < 1 or view.tokens[k].norm not in data.targeting:
        return None
    return k - 1 if any(a.case == "dat" for a in view.language.analyse(view.tokens[k - 1].norm)) else None


def joint_aims(scan: Leftward) -> bool:
    """Begin a name at the first of two abbreviations that it is for: "[ЮНЕСКО және] ИСЕСКО істері жөніндегі топ"."""
    left, j = scan.at_end.get(scan.j - 1), scan.j
    second = scan.view.tokens[j + 1].text.isupper() and scan.first == j + 1 and scan.purpose_at is not None
    if left is None or left.form != "abbreviation" or left.case != "nom" or not second:
        return False
    if scan.purpose_at is None or scan.purpose_at - (j + 1) > _AIM or not scan.view.language.institutions.bare_owner:
        return False
    scan.first = left.first
    return True


def is_loose(scan: Leftward) -> bool:
    """Tell a word of purpose that is none here: "қорытындысы [бойынша] бас прокуратура", "тарту [үшін] министрлік"."""
    adverbial = scan.view.tokens[scan.j].norm in scan.view.language.institutions.adverbial
    return (adverbial and not scan.hit.analysis.possessive) or in_order(scan.view, scan.j)


def of_elections(scan: Leftward) -> bool:
    """Tell the name of an election body, which begins with the country where it holds elections."""
    return kind_of(scan.view, scan.j + 1, scan.i, scan.hit.entry) == "election-body"


def is_object(scan: Leftward, j: int) -> bool:
    """The object of a verbal noun that is part of the name ("Аралды құтқару қоры")."""
    endings, after = scan.view.language.institutions.actions, scan.view.tokens[j + 1].norm
    return bool(endings) and j + 1 < scan.i and after.endswith(endings) and len(after) >= _VERBAL


def of_purpose(scan: Leftward, case: str) -> bool:
    """Tell whether the country where the scan stands is part of what a body is for.

    "… in Turkmenistan" (locative), "Словениямен ынтымақтастық жөніндегі топ" (instrumental).
    """
    return case == "ins" or (case == "loc" and (scan.first == scan.j + 1 or of_elections(scan)))
