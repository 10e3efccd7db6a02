"""Institutions by name: those widely known, and those whose name follows the language's grammar of names.

The order of rules: known names (authority, abbreviations), phrases round head nouns, outlets named as the source,
abbreviations that the document defines, names that no head announces. A known name inside a longer phrase becomes its
owner.

known                      widely known names, and whose a body is that each state has
head_final, head_initial   phrases round a head noun, by where the language puts the head
headless                   companies, outlets, acronyms, brands, and names that the document defines
draft, inflect             a name in the making, and its nominative
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.modifiers import in_titles
from kg.annotate.organisations.head_final.names import find_head_final
from kg.annotate.organisations.head_initial.eponyms import honour
from kg.annotate.organisations.head_initial.names import find_head_initial
from kg.annotate.organisations.head_initial.twins import find_twins
from kg.annotate.organisations.headless.acronyms import find_acronyms, of_titles
from kg.annotate.organisations.headless.attested import cut_to_attested
from kg.annotate.organisations.headless.brands import find_brands, told_otherwise
from kg.annotate.organisations.headless.clusters import find_clusters
from kg.annotate.organisations.headless.companies import find_companies
from kg.annotate.organisations.headless.defined import find_definitions
from kg.annotate.organisations.headless.titled import find_titled
from kg.annotate.organisations.headless.vouched import vouched
from kg.annotate.organisations.known.names import KnownNames
from kg.annotate.organisations.known.of_country import owned_by_several
from kg.annotate.view import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View

__all__ = ["KnownNames", "find_organisations"]


def find_organisations(text: str, views: Sequence[View], known: KnownNames) -> dict[int, list[Draft]]:
    """Drafts of institutions by index into `views`, in text order, owners before or after what they own."""
    found: dict[int, list[Draft]] = {}
    names, titles = known.find(text, views), of_titles(views)
    for at, view in enumerate(views):
        drafts = [d for d in names.get(at, []) if d.first < d.last or view.tokens[d.first].text not in titles]
        for draft in drafts:
            _widen(view, draft)
        if view.language.head_final:
            phrases = find_head_final(view, drafts)
        else:
            phrases = find_head_initial(view, drafts, known.is_world)
        for phrase in phrases:
            phrase.known = phrase.known or known.key_of(phrase.name)
            phrase.kind = "international" if known.is_world(phrase.name) else phrase.kind
            phrase.country = phrase.country or known.country_of(phrase.name)
            _branded(view, phrase, drafts)
        phrases = [p for p in phrases if p.known or not (_only_listed(view, p) or _inside(p, drafts))]
        phrases = [p for p in phrases if not (_work(view, p) or any(_fills(view, p, other) for other in phrases))]
        phrases = [p for p in phrases if not _numbered(view, p)]
        quoted = in_titles(view) if phrases else frozenset()
        kept = [
            d
            for d in drafts
            if d.last not in quoted
            and not (_of_several(view, d) or _numbered(view, d))
            and not any(_told_by(p, d) or _heads(view, p, d) or _in_marks(view, p, d) for p in phrases)
            and not any(_word_of(view, d, other) for other in (*drafts, *phrases))
        ]
        for phrase in phrases:
            phrase.owner = _standing(phrase.owner, (*kept, *phrases))
        if view.language.analytic:
            honour(view, (*kept, *phrases))
        outlets = known.outlets.find(view, [*kept, *phrases])
        phrases += find_clusters(view, [*kept, *phrases])
        phrases += find_titled(view, [*kept, *phrases, *outlets])
        phrases += find_twins(view, [*kept, *phrases])
        companies = find_companies(view)
        known_alone = [d for d in [*kept, *phrases, *outlets] if not any(_within(d, c) for c in companies)]
        found[at] = sorted([*known_alone, *companies], key=lambda d: (d.start, -d.end))
    cut_to_attested(views, found)
    find_definitions(views, found)
    find_acronyms(views, found, titles)
    told = vouched(views, found)
    for at, view in enumerate(views):
        if brands := find_brands(view, found[at], told):
            found[at] = sorted([*found[at], *brands], key=lambda d: (d.start, -d.end))
    return found


def _inside(phrase: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell a name that was only completed inside a known one: "[Red Cross] and Red Crescent Societies"."""
    completed = phrase.rule.endswith(".coordinated-ellipsis")
    return completed and any(d.first <= phrase.first and phrase.last < d.last for d in drafts)


def _of_several(view: View, draft: Draft) -> bool:
    """Tell a ministry in short, of no country, before the heads of those of several: "ШЫҰ [СІМ] басшылары".

    So is one of states without a name: "главы [МИД] стран Азии".
    """
    short = draft.kind == "ministry" and draft.form == "abbreviation"
    if short and draft.country is None and owned_by_several(view, draft.last):
        return True
    post = view.posts[draft.last + 1] if draft.last + 1 < len(view.tokens) else None
    if any(view.place[k] for k in range(max(0, draft.first - 1), draft.last + 1)):
        return False
    heads = post is not None and post.entry.post == "head" and bool(post.analysis.number)
    return view.language.head_final and heads and short


def _numbered(view: View, draft: Draft) -> bool:
    """Tell a sitting by its number, not the house that has its noun: "Guramanyň 43-nji [mejlisi]"."""
    alone = view.language.head_final and draft.kind == "parliament" and draft.first == draft.last > 0
    numbered = alone and view.tokens[draft.first - 1].text[0].isdigit()
    return numbered and any(a.possessive == "3" for a in view.language.analyse(view.tokens[draft.first].norm))


def _standing(owner: Draft | None, drafts: Sequence[Draft]) -> Draft | None:
    """The draft that stands for an owner which another rule has found as well: the one over the same words."""
    if owner is None or any(d is owner for d in drafts):
        return owner
    return next((d for d in drafts if (d.first, d.last) == (owner.first, owner.last)), owner)


def _branded(view: View, phrase: Draft, drafts: list[Draft]) -> None:
    """Give a head beside a known name what is known of that: "агентство «Хабар»", "Kazinform агенттігі"."""
    if view.language.head_final and phrase.owner is None:
        brand = next((d for d in drafts if (d.first, d.last) == (phrase.first, phrase.last - 1) and d.known), None)
        head = view.heads[phrase.last]
        itself = head is not None and head.entry.any_of  # "ТҮРКСОЙ ұйымы"
        if brand is not None and brand.kind in {"company", "media", itself}:
            phrase.known, phrase.kind, phrase.country = brand.known, brand.kind, brand.country
            phrase.form, phrase.name = (brand.form, brand.name) if brand.kind == itself else (phrase.form, phrase.name)
        return
    if view.language.analytic:
        brand = next((d for d in drafts if d.known and _fills(view, d, phrase)), None)
        if brand is not None and (phrase.owner is None or phrase.owner is brand):
            phrase.known, phrase.kind, phrase.country, phrase.owner = brand.known, brand.kind, brand.country, None
        return
    if not view.language.fusional or view.heads[phrase.first] is None or phrase.owner is not None:
        return
    beside = (d for d in drafts if d.last in {phrase.last, phrase.last - 1} and d.first - phrase.first in {1, 2})
    name = next(beside, None)
    if name is None or name.form != "name":
        return
    between = view.tokens[phrase.first + 1 : name.first]
    owns = not between and name.case == "gen"  # "Сенат Олий Мажлиса"
    if between and name.case == "gen":
        phrase.owner, phrase.kind, phrase.country = name, name.kind, name.country  # "пресс-служба «Газпрома»"
    elif not owns and all(t.text in OPENING for t in between):
        phrase.known, phrase.kind, phrase.country = name.known, name.kind, name.country


def _fills(view: View, inner: Draft, phrase: Draft) -> bool:
    """Tell what is all that an English name has in the marks with which it ends: "State Concern “[Altyn]”"."""
    inside = phrase.first < inner.first and inner.last == phrase.last - 1 and view.language.analytic
    tokens = view.tokens
    return inside and tokens[inner.first - 1].text in OPENING and tokens[phrase.last].text in CLOSING


def _only_listed(view: View, phrase: Draft) -> bool:
    """Tell a name whose head makes one only where it is widely known: "Программа развития порта"."""
    hit = next((view.heads[k] for k in range(phrase.first, phrase.last + 1) if view.heads[k]), None)
    return hit is not None and hit.entry.listed


def _work(view: View, phrase: Draft) -> bool:
    """Tell the name of a work, though it has a body's noun: "проект «[Безопасная школа]»"."""
    opened = phrase.first > 0 and view.tokens[phrase.first - 1].text in OPENING
    return view.language.fusional and opened and told_otherwise(view, phrase.first)


def _widen(view: View, draft: Draft) -> None:
    """Begin a known name where the country begins that its first word ends: "Оңтүстік [Корея Ұлттық жиналысы]"."""
    place = view.place[draft.first]
    first = view.first_of(place) if place is not None and place.kind == "country" else draft.first
    if first < draft.first and draft.last > draft.first:
        name = f"{view.text[view.tokens[first].start : draft.start]}{draft.name}"
        draft.first, draft.start, draft.name = first, view.tokens[first].start, " ".join(name.split())


def _within(draft: Draft, company: Draft) -> bool:
    """Tell a name that is only a part of a company's with its legal form."""
    if not (company.first <= draft.first and draft.last <= company.last):
        return False
    company.known, company.country = company.known or draft.known, company.country or draft.country
    return True


def _word_of(view: View, draft: Draft, other: Draft) -> bool:
    """Tell a known name that is the head noun of a longer name of its kind: "Милли [Меджлис] Азербайджана".

    Where heads stand last, so may its last word be: "AZERBAÝJANYŇ MILLI [MEJLISI]".
    """
    inside = other.first <= draft.first == draft.last < other.last and view.language.fusional
    closing = other.first < draft.first == draft.last == other.last and view.language.head_final
    if not (inside or closing) or draft.kind != other.kind or view.heads[draft.first] is None:
        return False
    if other.owner is draft:
        if other.known is None:
            return False
        other.owner = None
    if other.first == draft.first and other.country == draft.country:
        other.known = other.known or draft.known  # "Мажилис Парламента Казахстана"
    return True


def _heads(view: View, phrase: Draft, known: Draft) -> bool:
    """Tell a known name that is only the head of an English phrase: "Milli [Mejlis] of Azerbaijan"."""
    one = view.language.analytic and known.first == known.last == phrase.first + 1 <= phrase.last
    return one and phrase.owner is not known and view.heads[known.first] is not None and view.word(phrase.first)


def _in_marks(view: View, phrase: Draft, known: Draft) -> bool:
    """Tell a known name that is a part of the one in quotation marks of a body: "ТОО «[Волна] Инвест»"."""
    inside = phrase.first < known.first and known.last < phrase.last and view.tokens[phrase.last].text in CLOSING
    before = range(known.first - 1, phrase.first - 1, -1) if inside else ()
    mark = next((k for k in before if view.tokens[k].text in OPENING), None)
    return mark is not None and (mark + 1, phrase.last - 1) != (known.first, known.last)


def _told_by(phrase: Draft, known: Draft) -> bool:
    """Tell whether a phrase names the same institution as a known name inside it, and more fully."""
    if phrase.owner is known or not (phrase.first <= known.first and known.last <= phrase.last):
        return False
    if phrase.known == known.known is not None and phrase.name.endswith(f"{known.name}{phrase.name[-1]}"):
        return True  # "State Concern “Altyn”"
    if phrase.name[:1] in OPENING and known.end - phrase.start <= max(map(phrase.name.find, CLOSING)):
        return True  # «Siemens Energy» компаниясы
    if phrase.rule.endswith(".coordinated-ellipsis") and phrase.first < known.first and known.last + 1 == phrase.last:
        return phrase.name.endswith(tuple(CLOSING))  # "концернов [«Алтын»] и «Күміс»"
    return known.last == phrase.last or (known.first == phrase.first and phrase.known == known.known is not None)
