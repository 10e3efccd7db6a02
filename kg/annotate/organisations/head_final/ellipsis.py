"""Several names before one head in the plural: "Içeri işler, Adalat ministrlikleri"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, kind_of, settle, words_of
from kg.annotate.view import CLOSING, CLOSING_QUOTES

if TYPE_CHECKING:
    from kg.annotate.organisations.head_final.leftward import Leftward
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit
    from kg.model import PlaceMention

# Tokens of the longest name in quotation marks in a row of them.
_QUOTED = 8


def coordinated(view: View, i: int, hit: Hit[Head], scan: Leftward) -> list[Draft]:
    """Complete elliptical names: "Içeri işler, Adalat ministrlikleri" names two ministries.

    A plural head with one modifier ("the ministries of the region") names none, unless several countries stand before
    it ("A мен B Сыртқы істер министрліктері") or the name of another body ("Siemens және Alstom компаниялары").
    """
    if quoted := _quoted(view, i, hit, scan):
        return quoted
    if scan.first is None or scan.generic:
        return []
    first = scan.owner.last + 1 if scan.owner else scan.first
    while first < i and view.place[first]:
        first += 1
    chunks = _chunks(view, first, i)
    if len(chunks) == 1 and not _joined(view, scan):
        return _of_countries(view, i, hit, first)
    if any(a > b or not view.capital(a) or _owns(view, a, b + 1) or _of_areas(view, b) for a, b in chunks):
        return []
    singular = view.language.possessed(hit.entry.lemma)
    drafts = []
    for a, b in chunks:
        last = i if (a, b) == chunks[-1] else b
        name = f"{words_of(view, a, b)} {singular}"
        draft = draft_of(view, (a, last), name, kind_of(view, a, b, hit.entry), "coordinated-ellipsis")
        draft.case = hit.analysis.case
        drafts.append(settle(draft, scan.owner, scan.country))
    return drafts


def _owns(view: View, start: int, end: int) -> bool:
    """Tell words among which a genitive stands before a comma: what is owned stands behind all of them."""
    return any(
        view.tokens[k].text == "," and view.language.genitive(view.tokens[k - 1].norm)
        for k in range(start + 1, end + 1)
    )


def _of_areas(view: View, last: int) -> bool:
    """Tell areas that several names share as well: "Сайрам және Төле би [аудандарының] әкімдіктері"."""
    found = view.language.analyse(view.tokens[last].norm)
    return any(a.stem in view.language.institutions.places for a in found)


def _joined(view: View, scan: Leftward) -> bool:
    """Tell a modifier that is joined to the name of another body: "Siemens және [Alstom] компаниялары"."""
    first = scan.first
    if first is None or first < 2 or scan.owner or view.place[first]:  # noqa: PLR2004 - a name and a conjunction
        return False
    return view.joint(first - 1) and first - 2 in scan.at_end


def _of_countries(view: View, i: int, hit: Hit[Head], first: int) -> list[Draft]:
    """One body of each of several countries that stand before the words of the name, which begin at `first`.

    The words of a ministry's may be in small letters.
    """
    if first >= i or not (view.capital(first) or hit.entry.kind == "ministry"):
        return []
    countries: list[PlaceMention] = []
    k = first - 1
    while k >= 0 and (place := view.place[k]) is not None and place.kind == "country":
        countries.insert(0, place)
        k = view.first_of(place) - 1
        if not view.joint(k):
            break
        k -= 1
    if len(countries) == 1:
        return []
    name = f"{words_of(view, first, i - 1)} {view.language.possessed(hit.entry.lemma)}"
    drafts = []
    for place in countries:
        at = view.first_of(place)
        last = i if place is countries[-1] else view.place_end(at)
        whose = f"{words_of(view, at, view.place_end(at))} {name}"
        draft = draft_of(view, (at, last), whose, kind_of(view, first, i, hit.entry), "coordinated-ellipsis")
        draft.case = hit.analysis.case
        drafts.append(settle(draft, None, place.country))
    return drafts


def names_two(view: View, i: int, scan: Leftward) -> bool:
    """Tell two names in Latin letters before a head in the singular: "Kawasaki мен Marubeni компаниясы"."""
    if scan.first is None or view.tokens[i].text.isascii():
        return False
    joints = [k for k in range(scan.first, i) if view.tokens[k].norm in view.conjunctions]
    return len(joints) == 1 and all(view.tokens[k].text.isascii() for k in range(scan.first, i) if k != joints[0])


def _quoted(view: View, i: int, hit: Hit[Head], scan: Leftward) -> list[Draft]:
    """Names in quotation marks, each a body of this kind: "«Şöhle», «Ýyldyz» döwlet konsernleri"; of one alone none."""
    opened = i - 1
    while opened > 0 and view.tokens[opened].norm in view.language.institutions.modifiers:
        opened -= 1
    kind = view.text[view.tokens[opened + 1].start : view.tokens[i].start] + view.language.possessed(hit.entry.lemma)
    spans: list[tuple[int, int]] = []
    k = opened
    while k >= 0 and (first := _item(view, k)) is not None:
        spans.insert(0, (first, k))
        k = first - 2 if first > 0 and view.joint(first - 1) else -1
    if len(spans) == 1 or not any(view.tokens[b].text in CLOSING for _, b in spans):
        return []
    drafts = []
    for a, b in spans:
        name = " ".join(f"{view.text[view.tokens[a].start : view.tokens[b].end]} {kind}".split())
        last = i if (a, b) == spans[-1] else b
        draft = draft_of(view, (a, last), name, kind_of(view, opened, i, hit.entry), "coordinated-ellipsis")
        draft.case = hit.analysis.case
        drafts.append(settle(draft, scan.owner, scan.country))
    return drafts


def _item(view: View, k: int) -> int | None:
    """The first token of a name in quotation marks, or in Latin letters without, that ends at `k`; else None."""
    if view.tokens[k].text in CLOSING_QUOTES:
        return view.opening_of(k, max(-1, k - _QUOTED))
    first = k
    while first > 0 and view.capital(first - 1) and view.tokens[first - 1].text.isascii():
        first -= 1
    return first if view.capital(k) and view.tokens[k].text.isascii() and view.word(k) else None


def _chunks(view: View, first: int, i: int) -> list[tuple[int, int]]:
    """The modifiers before a plural head, each from a capital to the next comma or conjunction before one."""
    joints = [k for k in range(first, i - 1) if view.joint(k) and view.capital(k + 1)]
    return list(zip([first, *(k + 1 for k in joints)], [*(k - 1 for k in joints), i - 1], strict=True))
