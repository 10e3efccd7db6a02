"""Known names of bodies that each state or town has, with the state or town that stands beside them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.organisations.head_initial.runs import eponym
from kg.annotate.organisations.inflect import agreeing_adjective, genitive_name, toponymic

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View
    from kg.language import Language
    from kg.model import PlaceMention

# Kinds of bodies that a state has, so that its name may follow theirs.
_OF_STATE = frozenset({"ministry", "government", "parliament", "election-body", "court", "ngo"})


def of_countries(view: View, drafts: list[Draft]) -> list[Draft]:
    """Complete the names of a sentence by the countries and towns beside them."""
    owners = {id(d.owner) for d in drafts if d.owner}
    named = [_of_town(view, d if id(d) in owners else _of_country(view, d)) for d in drafts]
    return [draft for d in named for draft in (_of_other_country(view, d), d) if draft is not None]


def owned_by_several(view: View, last: int) -> bool:
    """Tell what states without a name have each, by the Russian word behind its `last` token: "[МИД] стран Азии"."""
    if not view.language.fusional or last + 1 >= len(view.tokens):
        return False
    found, places = view.language.analyse(view.tokens[last + 1].norm), view.language.institutions.places
    return bool(found) and all(a.stem in places and a.case == "gen" and a.number for a in found)


def _of_other_country(view: View, draft: Draft) -> Draft | None:
    """The other country's body where two have one name: "[Çiliniň] we Perunyň DIM-niň ýolbaşçylary"."""
    place = view.place[draft.first - 1] if draft.first else None
    if not view.language.head_final or draft.form != "abbreviation" or draft.known or draft.kind not in _OF_STATE:
        return None
    joint = view.first_of(place) - 1 if place is not None and place.country == draft.country else 0
    other = view.place[joint - 1] if joint > 0 and view.tokens[joint].norm in view.conjunctions else None
    if other is None or other.kind != "country" or other.case != "gen" or other.country == draft.country:
        return None
    return replace(draft, country=other.country)


def _of_town(view: View, draft: Draft) -> Draft:
    """A Russian abbreviation for bodies of a kind with the adjective of its town: "[Кузбасская] ТПП"."""
    before = draft.first - 1
    if not view.language.fusional or draft.form != "abbreviation" or draft.known or draft.country or before < 0:
        return draft
    word, full = view.tokens[before], _expansion(view.language, draft.name)
    if not full or before == 0 or not view.capital(before) or view.place[before] or not toponymic(word.norm):
        return draft
    draft.first, draft.start = before, word.start
    draft.name = f"{agreeing_adjective(word.text, full)} {draft.name}"
    return draft


@cache
def _expansion(language: Language, text: str) -> str:
    """What an abbreviation for bodies of a kind stands for; empty for one that names a body."""
    known = (a.name for a in language.institutions.abbreviations if a.text == text and a.country is None)
    return next(known, "")


def _begin_at_country(view: View, draft: Draft) -> None:
    """Give an abbreviation the country before it, with which it begins if that is bare: "[Армения] СІМ"."""
    before = view.place[draft.first - 1] if draft.first else None
    if before is None or before.kind != "country" or draft.country:
        return
    if before.case == "gen":
        draft.country = before.country  # "Türkiýäniň DIM-niň ýolbaşçysy"
    if before.case == "nom" and view.language.institutions.bare_owner:
        _take_country(view, draft, before)


def _take_country(view: View, draft: Draft, place: PlaceMention) -> None:
    """Begin an abbreviation at the country right before it, whose body it is."""
    first = view.first_of(place)
    draft.name = " ".join(f"{view.text[view.tokens[first].start : draft.start]}{draft.name}".split())
    draft.first, draft.start, draft.country = first, view.tokens[first].start, place.country


def _of_country(view: View, draft: Draft) -> Draft:
    """A Russian name of a state's body with the country behind it: "МИД [Казахстана]", "Жогорку Кенеш [КР]"."""
    if view.language.head_final and draft.form == "abbreviation" and not draft.known and draft.kind in _OF_STATE:
        _begin_at_country(view, draft)
        return draft
    k = draft.last + 1
    if view.language.fusional and k + 3 < len(view.tokens) and view.heads[k + 1]:
        k += 3 * ([t.text for t in view.tokens[k : k + 3 : 2]] == ["(", ")"])  # "Кнессет [(парламент)] Израиля"
    place = view.place[k] if k < len(view.tokens) else None
    by = view.place[draft.first - 1] if draft.first else None
    if view.language.fusional and draft.form == "abbreviation" and draft.kind in _OF_STATE and by and by.case == "adj":
        draft.country = draft.country or by.country  # "делегация [британского] МИД"
    if view.language.fusional and draft.kind == "education" and k < len(view.tokens):
        last = eponym(view, k)  # "МГУ [им. Ломоносова]"
        if last is not None:
            draft.last, draft.end = last, view.tokens[last].end
            return draft
    if view.language.analytic and draft.kind in _OF_STATE:
        return _of_state(view, draft)
    if not view.language.fusional or draft.kind not in _OF_STATE or place is None or place.kind != "country":
        return draft
    other = draft.country is not None and draft.country != place.country
    if (
        other
        or not (place.case in {"gen", ""} or place.text.isupper() or genitive_name(view.tokens[view.place_end(k)].norm))
        or view.first_of(place) != k
        or not place.text[0].isupper()
    ):
        return draft
    k = view.place_end(k)
    draft.last, draft.end, draft.country = k, view.tokens[k].end, place.country
    if draft.form == "name":
        draft.name = f"{draft.name} {' '.join(place.text.split())}"
    return draft


def _of_state(view: View, draft: Draft) -> Draft:
    """An English name of a state's body with the country beside it: "CEC [of the Republic of Chile]", "[Chile] CEC"."""
    before = view.place[draft.first - 1] if draft.first else None
    own = draft.form == "abbreviation" and not (draft.known or draft.country)
    if own and before is not None and before.kind == "country":
        if view.language.genitive(view.tokens[draft.first - 1].norm):
            draft.country = before.country  # "Chile's CEC"
        else:
            _take_country(view, draft, before)
        return draft
    of = draft.last + 1
    if of + 1 >= len(view.tokens) or view.tokens[of].norm not in view.language.institutions.whose:
        return draft
    k = view.past_article(of + 1)
    place = view.place[k] if k < len(view.tokens) else None
    if place is None or place.kind != "country" or place.case == "adj" or view.first_of(place) != k:
        return draft
    if draft.form == "name" and draft.country != place.country:
        return draft
    k = view.place_end(k)
    draft.last, draft.end, draft.country = k, view.tokens[k].end, place.country
    if draft.form == "name":
        draft.name = " ".join(view.text[draft.start : draft.end].split())
    return draft
