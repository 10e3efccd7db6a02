"""Titles in languages that put the head first: "chairman of the Central Election Commission, Gulnara Ataýewa".

A title takes modifiers on its left ("senior", "Foreign", "OSCE") and what it is over on its right. The person
stands right after it ("Minister of Justice John Brown"), after a comma, or before a comma ("John Brown, adviser of…").
Titles joined by a comma before a name share the person.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import adjective, genitive_follows, nominative_phrase
from kg.annotate.posts.title import Title, post_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

_OF = frozenset({"of", "for", "to", "по", "при"})
_WHERE = frozenset({"in", "в", "во", "на"})
_ARTICLES = frozenset({"the", "a", "an"})
_DASHES = frozenset("-–—")


def find_titles_initial(view: View, drafts: list[Draft], persons: Mapping[int, tuple[int, int]]) -> list[Title]:
    """Titles of a sentence, in text order; see `find_titles_final` for `persons`."""
    at_start: dict[int, Draft] = {}
    for draft in drafts:
        if draft.first not in at_start or draft.last > at_start[draft.first].last:
            at_start[draft.first] = draft
    at_end = {d.last: d for d in drafts}
    inside = {k for d in drafts for k in range(d.first, d.last + 1)}
    ends = {last: (index, first) for first, (index, last) in persons.items()}
    titles: list[Title] = []
    for i, hit in enumerate(view.posts):
        if hit is None or hit.analysis.number or i in inside or (titles and i <= titles[-1].last):
            continue
        if any(first <= i <= last for first, (_, last) in persons.items()):
            continue
        title = _Growth(view, i, hit, at_start, at_end, set(ends), set(persons)).title()
        _bind(view, title, persons, ends)
        if title.person is not None or title.organisation or title.country or title.last > i or view.capital(i):
            titles.append(title)
    for left, right in reversed(list(pairwise(titles))):
        gap = [t.text for t in view.tokens[left.last + 1 : right.first]]
        if (
            gap in ([","], [",", "the"])
            and left.person is None
            and right.person is not None
            and right.last > right.body
        ):
            left.person, left.until = right.person, right.until
    return titles


class _Growth:
    """A post head and the words that belong to its title."""

    def __init__(
        self,
        view: View,
        i: int,
        hit: Hit[PostHead],
        at_start: dict[int, Draft],
        at_end: dict[int, Draft],
        person_ends: set[int],
        person_starts: set[int],
    ) -> None:
        self.view, self.i, self.hit = view, i, hit
        self.at_start, self.at_end = at_start, at_end
        self.person_ends, self.person_starts = person_ends, person_starts
        self.first = self.body = self.last = i
        self.titled = i
        self.organisation: Draft | None = None
        self.country: str | None = None
        self.russian = view.language.code == "ru"

    def title(self) -> Title:
        """The title with institution and country."""
        self._left()
        self._right()
        view = self.view
        while self.first > 0 and view.tokens[self.first - 1].norm in view.language.posts.honorifics:
            self.first -= 1
        text = nominative_phrase(view, self.body, self.i, self.titled)
        country = self.country or (self.organisation.country if self.organisation else None)
        post = post_of(view, self.hit.entry, self.body, self.titled, self.organisation)
        return Title(self.first, self.body, self.last, text, post, f"{view.language.code}.title", self.organisation,
                     country, case=self.hit.analysis.case)  # fmt: skip

    def _left(self) -> None:
        view = self.view
        j = self.i - 1
        while j >= 0 and j not in self.person_ends:
            token = view.tokens[j]
            place = view.place[j]
            if place and (not self.russian or adjective(token.norm)):
                self.country = place.country
                self.first = view.first_of(place)
                return
            if j in self.at_end and not self.russian:
                self.organisation = self.at_end[j]
                self.first = self.organisation.first
                return
            listed = token.norm in view.language.posts.modifiers
            barred = token.norm in view.stop or token.norm in view.generic or token.norm in _ARTICLES
            if not view.word(j) or (barred and not listed):
                return
            if self.russian:
                if not adjective(token.norm):
                    return
            elif not listed and not (view.capital(j) and (j > 0 or view.capital(self.i))) and not view.posts[j]:
                return
            self.first = self.body = j
            j -= 1

    def _right(self) -> None:
        view, tokens = self.view, self.view.tokens
        k = self.i + 1
        while k < len(tokens) and k not in self.person_starts:
            word = tokens[k].norm
            if word in _OF or word in _ARTICLES or (word in _WHERE and k + 1 < len(tokens) and view.place[k + 1]):
                k += 1
                continue
            if word == "/" and k + 1 in self.at_start and self.last == k - 1 > self.i:
                k += 1  # "OSCE/ODIHR"
                continue
            if k in self.at_start:
                draft = self.at_start[k]
                if self.organisation is None or tokens[k - 1].text == "/":
                    self.organisation = draft
                self.last = max(self.last, draft.last)
                k = draft.last + 1
                continue
            place = view.place[k]
            if place:
                self.country = self.country or place.country
                while k < len(tokens) and view.place[k] is place:
                    self.last = k
                    k += 1
                continue
            if not self._material(k):
                return
            self.last = self.titled = k
            k += 1

    def _material(self, k: int) -> bool:
        """Tell whether the word at `k` goes on with the title: a portfolio ("of Foreign Affairs"), another head."""
        view = self.view
        token = view.tokens[k]
        if not view.word(k) or token.norm in view.stop:
            return False
        before = view.tokens[k - 1].norm
        if self.russian:
            if token.norm in view.conjunctions:
                return k + 1 < len(view.tokens) and self.titled == k - 1 > self.i and genitive_follows(view, k + 1)
            governed = k == self.i + 1 or before in _OF or adjective(before)
            return genitive_follows(view, k) and (view.posts[k] is None or governed)
        if before in _OF or before in _ARTICLES or self.titled == k - 1 > self.i:
            if token.norm in view.conjunctions:
                return k + 1 < len(view.tokens) and view.capital(k + 1) and (k + 1) not in self.person_starts
            return view.capital(k) or view.posts[k] is not None or before in _OF
        return k == self.i + 1 and view.posts[k] is not None


def _bind(
    view: View, title: Title, persons: Mapping[int, tuple[int, int]], ends: Mapping[int, tuple[int, int]]
) -> None:
    """Find the person of a title: right after it, before a comma or dash on its left, or after a comma."""
    after = title.last + 1
    code = view.language.code
    if after in persons:
        title.person, title.until = persons[after]
        return
    before = title.first - 1
    while before > 0 and view.tokens[before].norm in _ARTICLES:
        before -= 1
    if before > 0 and view.tokens[before].text in {",", "(", *_DASHES} and before - 1 in ends:
        title.person = ends[before - 1][0]
        title.first = ends[before - 1][1]
        title.rule = f"{code}.name-comma-title"
        return
    comma = after < len(view.tokens) and view.tokens[after].text == ","
    if comma and after + 1 in persons and (title.organisation or title.last > title.first):
        title.person, title.until = persons[after + 1]
        title.rule = f"{code}.title-comma-name"
