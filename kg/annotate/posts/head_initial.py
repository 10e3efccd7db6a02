"""Titles in languages that put the head first: "chairman of the Central Election Commission, Gulnara Ataýewa".

A title takes modifiers on its left ("senior", "Foreign", "OSCE") and what it is over on its right. The person
stands right after it ("Minister of Justice John Brown"), after a comma, or before a comma ("John Brown, adviser of…").
Titles joined by a comma before a name share the person.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import adjective, genitive_follows, nominative_phrase
from kg.annotate.posts.title import DASHES, Title, around, post_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead


def find_titles_initial(view: View, drafts: list[Draft], persons: Mapping[int, tuple[int, int]]) -> list[Title]:
    """Titles of a sentence, in text order; see `find_titles_final` for `persons`."""
    near = around(drafts, persons)
    titles: list[Title] = []
    for i, hit in enumerate(view.posts):
        if hit is None or hit.analysis.number or i in near.inside or (titles and i <= titles[-1].last):
            continue
        title = _Scan(view, i, hit, near).title()
        _bind(view, title, near)
        if title.person is not None or title.organisation or title.country or title.last > i or view.capital(i):
            titles.append(title)
    for left, right in reversed(list(pairwise(titles))):
        gap = [t.norm for t in view.tokens[left.last + 1 : right.first]]
        joined = gap[:1] == [","] and all(word in view.language.institutions.articles for word in gap[1:])
        if joined and left.person is None and right.person is not None and right.last > right.body:
            left.person, left.until = right.person, right.until
    return titles


class _Scan:
    """A post head and the words that belong to its title.

    `first..last` is the whole, `body..titled` the title without institution and country.
    """

    def __init__(self, view: View, i: int, hit: Hit[PostHead], near: Around) -> None:
        self.view, self.i, self.hit, self.near = view, i, hit, near
        self.first = self.body = self.last = self.titled = i
        self.organisation: Draft | None = None
        self.country: str | None = None
        self.russian = view.language.code == "ru"
        self._of = set(view.language.posts.of)
        self._articles = set(view.language.institutions.articles)
        self._left()
        self._right()

    def title(self) -> Title:
        """The title with institution and country."""
        view = self.view
        while self.first > 0 and view.tokens[self.first - 1].norm in view.language.posts.honorifics:
            self.first -= 1
        text = nominative_phrase(view, self.body, self.i, self.titled)
        country = self.country or (self.organisation.country if self.organisation else None)
        post = post_of(view, self.hit.entry, self.body, self.titled, self.organisation)
        rule = f"{view.language.code}.title"
        return Title(
            self.first, self.body, self.last, text, post, rule, self.organisation, country, case=self.hit.analysis.case
        )

    def _left(self) -> None:
        """Modifiers, and an institution or a country before them ("OSCE Secretary General", "Kazakh minister")."""
        view = self.view
        j = self.i - 1
        while j >= 0 and j not in self.near.ends:
            token, place = view.tokens[j], view.place[j]
            if place and (not self.russian or adjective(token.norm)):
                self.country, self.first = place.country, view.first_of(place)
                return
            owner = self.near.at_end.get(j)
            if owner and not self.russian:
                self.organisation, self.first = owner, owner.first
                return
            if not view.word(j) or not self._modifies(j):
                return
            self.first = self.body = j
            j -= 1

    def _modifies(self, j: int) -> bool:
        """Tell whether the word at `j` modifies the title on its right."""
        view = self.view
        word = view.tokens[j].norm
        if word in view.language.posts.modifiers:
            return True
        if word in view.stop or word in view.generic:
            return False
        if self.russian:
            return adjective(word)
        return (view.capital(j) and (j > 0 or view.capital(self.i))) or view.posts[j] is not None

    def _right(self) -> None:
        """What the post is over: a portfolio, an institution, a country."""
        view, tokens = self.view, self.view.tokens
        where = set(view.language.institutions.where)
        k = self.i + 1
        while k < len(tokens) and k not in self.near.persons:
            word = tokens[k].norm
            seat = word in where and k + 1 < len(tokens) and view.place[k + 1]
            slash = word == "/" and k + 1 in self.near.at_start and self.last == k - 1 > self.i  # "OSCE/ODIHR"
            if word in self._of or word in self._articles or seat or slash:
                k += 1
            elif k in self.near.at_start:
                k = self._take_institution(k)
            elif view.place[k]:
                k = self._take_place(k)
            elif self._material(k):
                self.last = self.titled = k
                k += 1
            else:
                return

    def _take_institution(self, k: int) -> int:
        draft = self.near.at_start[k]
        if self.organisation is None or self.view.tokens[k - 1].text == "/":
            self.organisation = draft
        self.last = max(self.last, draft.last)
        return draft.last + 1

    def _take_place(self, k: int) -> int:
        place = self.view.place[k]
        self.country = self.country or (place.country if place else None)
        while k < len(self.view.tokens) and self.view.place[k] is place:
            self.last = k
            k += 1
        return k

    def _material(self, k: int) -> bool:
        """Tell whether the word at `k` goes on with the title: a portfolio ("of Foreign Affairs"), another head."""
        view = self.view
        token = view.tokens[k]
        if not view.word(k) or token.norm in view.stop:
            return False
        before = view.tokens[k - 1].norm
        goes_on = self.titled == k - 1 > self.i
        joins = token.norm in view.conjunctions and k + 1 < len(view.tokens)
        if self.russian:
            if joins:
                return goes_on and genitive_follows(view, k + 1)
            governed = k == self.i + 1 or before in self._of or adjective(before)
            return genitive_follows(view, k) and (view.posts[k] is None or governed)
        if not (before in self._of or before in self._articles or goes_on):
            return k == self.i + 1 and view.posts[k] is not None
        if joins:
            return view.capital(k + 1) and k + 1 not in self.near.persons
        return view.capital(k) or view.posts[k] is not None or before in self._of


def _bind(view: View, title: Title, near: Around) -> None:
    """Find the person of a title: right after it, before a comma or dash on its left, or after a comma."""
    after, code = title.last + 1, view.language.code
    if after in near.persons:
        title.person, title.until = near.persons[after]
        return
    before = title.first - 1
    while before > 0 and view.tokens[before].norm in view.language.institutions.articles:
        before -= 1
    if before > 0 and view.tokens[before].text in {",", "(", *DASHES} and before - 1 in near.ends:
        title.person, title.first = near.ends[before - 1]
        title.rule = f"{code}.name-comma-title"
        return
    comma = after < len(view.tokens) and view.tokens[after].text == ","
    if comma and after + 1 in near.persons and (title.organisation or title.last > title.first):
        title.person, title.until = near.persons[after + 1]
        title.rule = f"{code}.title-comma-name"
