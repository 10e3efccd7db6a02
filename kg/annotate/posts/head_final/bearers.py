"""Who bears a title that no name follows, where heads stand last: whom commas, dashes and appointments give it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.modifiers import name_word
from kg.annotate.posts.head_final.behind import past_respect
from kg.annotate.posts.head_final.candidacy import is_sought
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

# Posts of one government, and of a state's first officials.
CABINET = frozenset({"prime-minister", "deputy-prime-minister", "minister", "deputy-minister"})
STATE = CABINET | {"president", "deputy-head"}
# Letters of the plural's suffix: "облыс[тар]ының", "welaýat[lar]ynyň".
_PLURAL = 3
# Cases in which a title may stand beside its bearer's name.
BESIDE = frozenset({"nom", "acc"})


def dashed(view: View, i: int, after: int, persons: Mapping[int, tuple[int, int]]) -> int:
    """The token after a dash between a title and its bearer, and after the bearer's rank; else `after`.

    "Энергетика министрі – Болат Досов", "департамент бастығы – полиция полковнигі Болат Досов".
    """
    hit = view.posts[i]
    direct = after > i + 1 or (hit is not None and hit.analysis.case in BESIDE)
    if not direct or after >= len(view.tokens) or view.tokens[after].text not in DASHES:
        return after
    behind = past_respect(view, after + 1)
    return behind if behind in persons else after


def others(view: View, title: Title, persons: Mapping[int, tuple[int, int]]) -> list[Title]:
    """A title in the plural before several names is each one's: "bilermenleri Anna Amanowa we Kit Huber"."""
    found = []
    k = title.until if title.until is not None else title.last
    k = _past_origin(view, k)
    while k + 2 < len(view.tokens) and view.joint(k + 1):
        if (name := past_respect(view, k + 2)) not in persons:
            break
        person, k = persons[name]
        found.append(replace(title, person=person, until=k))
        k = _past_origin(view, k)
    return list(reversed(found))


def distribute(view: View, titles: Sequence[Title]) -> None:
    """Give each of a list the country at the same place: "А мен Б министрлері Анна Берг пен Ян Новак".

    So of those whose areas are named: "Balkan welaýatynyň we Omsk oblastynyň häkimleri Aman Amanow we Ýan Nowak".
    """
    first = titles[0].first
    place = view.place[first]
    if place is None:
        return
    countries, k, states = [place.country], first, place.kind == "country"
    while k > 1 and view.joint(k - 1):
        before = view.place[k - 2]
        if before is None or before.case not in {"nom", "gen"} or (before.kind == "country") != states:
            break
        k = view.first_of(before)
        countries.insert(0, before.country)
    if len(countries) != len(titles) or len(countries) == 1:
        return
    for title, country in zip(titles, countries, strict=True):
        title.country, title.first = country, k


def divide(view: View, titles: Sequence[Title]) -> None:
    """Give each bearer the area at the same place: "А және Б облыстарының басшылары Анна Берг пен Ян Новак".

    The noun for the areas stands in the plural behind their names; one's title has its singular.
    """
    first = titles[0].body - (view.place[titles[0].body - 1] is not None)
    noun = first + 1
    areas = _areas(view, first, len(titles)) if noun < titles[0].last else []
    if len(areas) != len(titles):
        return
    word, places = view.tokens[noun].text, view.language.institutions.places
    found = next(
        (a for a in view.language.analyse(view.tokens[noun].norm) if a.stem in places and a.case == "gen"), None
    )
    if found is None or not found.number or not found.possessive or found.stem[-1] in view.language.morphology.vowels:
        return
    area = word[: len(found.stem)] + word[len(found.stem) + _PLURAL :]
    hit = view.posts[titles[0].last]
    post = hit.entry.of_place.get("region", titles[0].post) if hit is not None else titles[0].post
    regions = view.language.places.regions
    for title, at in zip(titles, areas, strict=True):
        behind, place = title.text.partition(word)[2], view.place[at]
        title.text, title.first, title.body = f"{view.tokens[at].text} {area}{behind}", areas[0], areas[0]
        own = next((code for code, names in regions.items() if view.tokens[at].text in names), None)
        title.post, title.country = post, place.country if place is not None else own


def _areas(view: View, last: int, wanted: int) -> list[int]:
    """The tokens of areas named one after the other up to the last, at most so many: "[А], [Б] және [В] облыстары"."""
    if last < 1 or not view.capital(last) or view.tokens[last - 1].text == ",":
        return []
    found = [last]
    while len(found) < wanted and found[0] > 1 and view.joint(found[0] - 1):
        before = found[0] - 2
        if not view.capital(before) or view.posts[before] or view.heads[before]:
            break
        found.insert(0, before)
    return found if wanted > 1 else []


def _past_origin(view: View, k: int) -> int:
    """The last token of the country from which the person that ends at `k` is: "Attila Kowaç [Wengriýadan]"."""
    place = view.place[k + 1] if k + 1 < len(view.tokens) else None
    return view.place_end(k + 1) if place is not None and place.case == "abl" else k


def colleagues(view: View, titles: Sequence[Title]) -> None:
    """A minister listed behind another post of a state is of that state: "Çiliniň Prezidenti A, ministr B"."""
    for left, right in pairwise(titles):
        if right.person in {None, left.person} or right.organisation or right.country or left.until is None:
            continue
        body = left.organisation
        country = left.country or (body.country if body is not None and body.kind != "international" else None)
        gap = [t.norm for t in view.tokens[left.until + 1 : right.first] if t.text != ","]
        if left.post in STATE and right.post in CABINET and len(gap) < 2 and set(gap) <= view.conjunctions:  # noqa: PLR2004
            right.country = country


def appoint(view: View, titles: list[Title], persons: Mapping[int, tuple[int, int]]) -> None:
    """Who is appointed to a post or leaves it stands after the words for that, or before the title.

    "Ministr wezipesine Aman Amanow bellendi"; "Aman Amanow ministr wezipesine bellendi".
    """
    ends = {last: index for index, last in persons.values()}
    for title in titles:
        after = title.last + 1
        if title.person is not None or not is_taken(view, title.last):
            continue
        passed = view.language.posts.modifiers | view.language.posts.holding
        while after + 1 < len(view.tokens) and view.tokens[after + 1].norm in passed:
            after += 1  # "wekili wezipesine täze bellenilen N.", "хатшысы қызметін атқаратын N"
        beside = next((t for t in titles if t.first == after + 1 and t.person is not None), None)
        if after + 1 in persons:
            title.person, title.until = persons[after + 1]
        elif title.first - 1 in ends:
            title.person = ends[title.first - 1]
        elif beside is not None:  # "ombudsmen wezipesine [Mejlisiň deputaty] Aman Amanow bellendi"
            title.person = beside.person
        elif view.language.posts.appointing and after + 1 < len(view.tokens):
            told = view.tokens[after + 1].norm.startswith(view.language.posts.appointing)
            before = [last for last in ends if last < title.first]
            title.person = ends[max(before)] if told and before else None
        if title.person is not None:
            title.rule = f"{view.language.code}.appointed"


def claim(view: View, titles: list[Title], near: Around) -> None:
    """A name and a comma or a dash before a title give it the person; after a dash all titles of the list are his."""
    code = view.language.code
    for k, title in enumerate(titles):
        if title.person is not None or title.case not in BESIDE or is_taken(view, title.last) or _at(view, title.last):
            continue
        if _leads(view, title.last + 1) or _of_other(view, title.last + 1):
            continue
        before = _before(view, title, near)
        mark = view.tokens[before].text if before > 0 else ""
        if mark in {",", *DASHES} and before - 1 in near.ends:
            person = near.ends[before - 1][0]
            if mark == "," and (_goes_on(view, titles, k, person) or _last_of_list(view, titles, k, person)):
                continue
            title.person = person
            title.rule = f"{code}.name-{'comma' if mark == ',' else 'dash'}-title"
            continue
        previous = titles[k - 1] if k else None
        if previous and previous.rule in {f"{code}.name-dash-title", f"{code}.name-comma-title"}:
            gap = [t.text for t in view.tokens[previous.last + 1 : title.first]]
            if gap == [","] and (previous.rule.endswith("dash-title") or _closed(view, title.last + 1)):
                title.person, title.rule = previous.person, previous.rule


def is_taken(view: View, i: int) -> bool:
    """Tell whether the title whose head is at `i` is a post that somebody takes up or leaves."""
    after = view.tokens[i + 1].norm if i + 1 < len(view.tokens) else ""
    return after in view.language.posts.appointed and not is_sought(view, i)


def _closed(view: View, i: int) -> bool:
    """Tell the end of an apposition at `i`: a mark, or nothing more."""
    return i >= len(view.tokens) or view.tokens[i].text in {",", ":", ".", ";", "!", ")"}


def _leads(view: View, i: int) -> bool:
    """Tell a dash at `i` that leads to the bearer of the title before it: "елшісі – Ито Кита"."""
    return i + 1 < len(view.tokens) and view.tokens[i].text in DASHES and view.capital(i + 1)


def _goes_on(view: View, titles: Sequence[Title], k: int, person: int) -> bool:
    """Tell a title in a list whose comma leads to another holder: "төраға Анна Ким, [кеңес мүшесі], хатшы Ито Кита".

    Who is named before it bears a title on his left, and another title with a name of its own follows.
    """
    title = titles[k]
    comma = title.last + 1 < len(view.tokens) and view.tokens[title.last + 1].text == ","
    titled = any(t.person == person for t in titles[:k])
    return comma and titled and any(t.until is not None for t in titles[k + 1 :])


def _last_of_list(view: View, titles: Sequence[Title], k: int, person: int) -> bool:
    """Tell the last of a list, an office, behind one who has a title: "ministr A, ilçi B, [merkeziň müdiri] geldi"."""
    titled = any(t.person == person and t.until is not None for t in titles[:k])
    listed = len({t.person for t in titles[:k] if t.until is not None}) > 1
    return titled and listed and not _closed(view, titles[k].last + 1)


def _of_other(view: View, i: int) -> bool:
    """Tell a name at `i` that was not found, perhaps behind a word of respect: "…, палатаның мүшесі лорд Уэверли"."""
    if i < len(view.tokens) and view.tokens[i].norm in view.language.posts.honorifics:
        return i + 1 < len(view.tokens) and view.capital(i + 1)
    return i + 1 < len(view.tokens) and name_word(view, i) and name_word(view, i + 1)


def _at(view: View, i: int) -> bool:
    """Tell whether an institution stands with the title whose head is at `i` ("Президент жанындағы комиссия")."""
    return i + 1 < len(view.tokens) and view.tokens[i + 1].norm in view.language.posts.at


def _before(view: View, title: Title, near: Around) -> int:
    """The token before a title and the bare institutions and places that own its institution ("ҚР ЕҚЫҰ …")."""
    before = title.first - 1
    while before > 0 and view.language.institutions.bare_owner:
        owner, place = near.at_end.get(before), view.place[before]
        if owner and owner.case in {"nom", ""}:
            before = owner.first - 1
        elif place and place.case == "nom":
            before = view.first_of(place) - 1
        else:
            break
    return before
