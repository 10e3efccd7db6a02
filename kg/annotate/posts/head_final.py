"""Titles in languages that put the head last: "Türkmenistanyň Daşary işler ministri Raşid Meredow".

From each post head the title grows to the left to its institution or country; a name may follow. Rules, in order:
a title that another one governs belongs to that one; titles joined by a comma or a dash before a name share the
person; after "Name –" each title of the list is that person's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.posts.title import Title, post_of
from kg.annotate.view import nominative

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

_LONGEST = 18
_DASHES = frozenset("-–—")


def find_titles_final(view: View, drafts: list[Draft], persons: Mapping[int, tuple[int, int]]) -> list[Title]:
    """Titles of a sentence, in text order.

    `persons` maps the first token of each person mention to its index and its last token.
    """
    at_end = {d.last: d for d in drafts}
    inside = {k for d in drafts for k in range(d.first, d.last + 1)}
    inside |= {k for first, (_, last) in persons.items() for k in range(first, last + 1)}
    ends = {last: (index, first) for first, (index, last) in persons.items()}
    titles: list[Title] = []
    covered = len(view.tokens)
    for i in range(len(view.tokens) - 1, -1, -1):
        hit = view.posts[i]
        if hit is None or i >= covered or i in inside or hit.analysis.number:
            continue
        title = _title(view, i, hit, at_end, set(ends))
        if title is None:
            continue
        follower = persons.get(i + 1)
        if follower and hit.analysis.case in {"nom", "acc"}:
            title.person, title.until = follower
        titles.append(title)
        covered = title.first
    titles.reverse()
    _share(view, titles, ends)
    return titles


def _title(view: View, i: int, hit: Hit[PostHead], at_end: dict[int, Draft], person_ends: set[int]) -> Title | None:
    first = body = i
    organisation: Draft | None = None
    country: str | None = None
    anchored = purpose = False
    modifiers = view.language.posts.modifiers
    j = i - 1
    while j > max(-1, i - _LONGEST):
        token = view.tokens[j]
        if j in at_end:
            owner = at_end[j]
            if owner.case in {"gen", "attr"} or (
                owner.case in {"nom", ""} and (owner.form == "abbreviation" or j + 1 == i)
            ):
                organisation, first, anchored = owner, owner.first, True
                country = owner.country
                j = owner.first - 1
                if j >= 0 and view.place[j] and view.place[j].case == "gen":  # type: ignore[union-attr]
                    first = view.first_of(view.place[j])  # type: ignore[arg-type]
                    country = view.place[j].country  # type: ignore[union-attr]
            break
        place = view.place[j]
        if place:
            if place.case not in {"gen", "attr", "adj"} and not (place.case == "nom" and j + 1 == body):
                break
            first = view.first_of(place)
            anchored = True
            country = country if place.case == "attr" and country else place.country
            if place.case in {"gen", "nom"}:
                break
            j = first - 1
            continue
        if token.text == ")":  # "Türki Döwletleriň Guramasynyň (TDG) Baş sekretary"
            opening = next((k for k in range(j - 1, max(-1, j - 4), -1) if view.tokens[k].text == "("), None)
            if opening is None or opening - 1 not in at_end:
                break
            j = opening - 1
            continue
        post = view.posts[j]
        if post and post.analysis.number == "" and post.analysis.case != "gen":
            break
        if (
            j in person_ends
            or token.norm in view.generic
            or (view.oblique(j) and not purpose and token.norm not in modifiers)
        ):
            break
        if token.norm in view.language.posts.at:
            owner = _accredited(view, j, at_end)
            if owner:
                organisation, first, anchored = owner, owner.first, True
                country = _country_before(view, owner.first)
                first = first if country is None else view.first_of(view.place[owner.first - 1])  # type: ignore[arg-type]
            break
        purpose = purpose or token.norm in view.purpose
        conjunction = token.norm in view.conjunctions
        if not conjunction and (not view.word(j) or token.norm in view.stop):
            break
        if not conjunction:
            first = body = j
        j -= 1
    body = max(body, first) if not anchored else body
    if not anchored:
        first = body = _leftmost_capital(view, body, i)
    while first > 0 and view.tokens[first - 1].norm in view.language.posts.honorifics:
        first -= 1
    if organisation is None and not anchored and first == i and not view.capital(i):
        return None
    words = [t.text for t in view.tokens[body:i]]
    text = " ".join([*words, nominative(view, i)])
    name = post_of(view, hit.entry, body, i, organisation)
    return Title(first, body, i, text, name, f"{view.language.code}.title", organisation, country,
                 case=hit.analysis.case)  # fmt: skip


def _accredited(view: View, at: int, at_end: dict[int, Draft]) -> Draft | None:
    """The institution with which a post is held ("ТМД … органдары жанындағы өкіл"): the nearest left of `at`."""
    for j in range(at - 1, max(-1, at - _LONGEST), -1):
        if j in at_end:
            return at_end[j]
        if not view.word(j):
            return None
    return None


def _country_before(view: View, first: int) -> str | None:
    place = view.place[first - 1] if first else None
    return place.country if place and place.case == "gen" else None


def _leftmost_capital(view: View, first: int, i: int) -> int:
    """A title without institution or country begins at its leftmost capital, or at listed modifiers of the head."""
    for k in range(first, i):
        if view.capital(k) and k > 0:
            return k
    k = i
    while k - 1 >= first and view.tokens[k - 1].norm in view.language.posts.modifiers:
        k -= 1
    return k


def _share(view: View, titles: list[Title], ends: Mapping[int, tuple[int, int]]) -> None:
    """Give titles without a name the person of the title that they are joined with."""
    for left, right in reversed(list(pairwise(titles))):
        gap = view.tokens[left.last + 1 : right.first]
        joined = len(gap) == 1 and (gap[0].text == "," or gap[0].text in _DASHES)
        if joined and left.person is None and right.person is not None and left.post != "president":
            left.person, left.until = right.person, right.until
            if right.organisation is None and right.country is None and gap[0].text in _DASHES:
                right.organisation, right.country = left.organisation, left.country
                right.first = min(right.first, left.first)
    for k, title in enumerate(titles):
        if title.person is not None:
            continue
        before = title.first - 1
        dash = before > 0 and view.tokens[before].text in _DASHES and before - 1 in ends
        comma = before > 0 and view.tokens[before].text == "," and before - 1 in ends
        if dash or comma:
            title.person = ends[before - 1][0]
            title.rule = f"{view.language.code}.name-{'dash' if dash else 'comma'}-title"
        elif k and titles[k - 1].rule.endswith("name-dash-title") and titles[k - 1].person is not None:
            gap = view.tokens[titles[k - 1].last + 1 : title.first]
            if [t.text for t in gap] == [","]:
                title.person, title.rule = titles[k - 1].person, titles[k - 1].rule
