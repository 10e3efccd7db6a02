"""Titles in languages that put the head last: "Türkmenistanyň Daşary işler ministri Raşid Meredow".

From each post head the title grows to the left to its institution or country; a name may follow. A title that
another one governs belongs to that one ("ministriniň orunbasary").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.posts.title import DASHES, Title, around, post_of
from kg.annotate.view import nominative

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

_LONGEST = 18
_STOP = -2


def find_titles_final(view: View, drafts: list[Draft], persons: Mapping[int, tuple[int, int]]) -> list[Title]:
    """Titles of a sentence, in text order.

    `persons` maps the first token of each person mention to its index and its last token.
    """
    near = around(drafts, persons)
    titles: list[Title] = []
    covered = len(view.tokens)
    for i in range(len(view.tokens) - 1, -1, -1):
        hit = view.posts[i]
        if hit is None or i >= covered or i in near.inside or hit.analysis.number:
            continue
        title = _Scan(view, i, hit, near).title()
        if title is None:
            continue
        if i + 1 in persons and hit.analysis.case in {"nom", "acc"}:
            title.person, title.until = persons[i + 1]
        titles.append(title)
        covered = title.first
    titles.reverse()
    _share(view, titles)
    _claim(view, titles, near.ends)
    return titles


class _Scan:
    """The scan leftwards from the post head at token `i`; its rules are asked in order, the first opinion wins.

    `first` is the title's first token, `body` its first after institution and country; `anchored` tells that an
    institution or a country was met.
    """

    def __init__(self, view: View, i: int, hit: Hit[PostHead], near: Around) -> None:
        self.view, self.i, self.hit, self.near = view, i, hit, near
        self.first = self.body = i
        self.organisation: Draft | None = None
        self.country: str | None = None
        self.anchored = self.purpose = False
        self.j = i - 1

    def title(self) -> Title | None:
        """The title, or None where the head is a common noun."""
        view, i = self.view, self.i
        lowest = max(-1, i - _LONGEST)
        while self.j > lowest:
            step = next((s for rule in _RULES if (s := rule(self)) is not None), None)
            if step == _STOP:
                break
            if step is None:
                self.first = self.body = self.j
            self.j = self.j - 1 if step is None else step
        if not self.anchored:
            self.first = self.body = self._leftmost_capital()
        while self.first > 0 and view.tokens[self.first - 1].norm in view.language.posts.honorifics:
            self.first -= 1
        if not self.anchored and self.first == i and not view.capital(i):
            return None
        text = " ".join([*(t.text for t in view.tokens[self.body : i]), nominative(view, i)])
        post = post_of(view, self.hit.entry, self.body, i, self.organisation)
        rule = f"{view.language.code}.title"
        return Title(
            self.first, self.body, i, text, post, rule, self.organisation, self.country, case=self.hit.analysis.case
        )

    def _own(self, owner: Draft) -> int:
        """Take an institution as the title's, with the country in the genitive before it."""
        self.organisation, self.first, self.country, self.anchored = owner, owner.first, owner.country, True
        place = self.view.place[owner.first - 1] if owner.first else None
        if place and place.case == "gen":
            self.first, self.country = self.view.first_of(place), place.country
        return _STOP

    def _leftmost_capital(self) -> int:
        """A title without institution or country begins at its leftmost capital, or at listed modifiers."""
        view = self.view
        capital = next((k for k in range(max(1, self.body), self.i) if view.capital(k)), None)
        if capital is not None:
            return capital
        k = self.i
        while k > self.body and view.tokens[k - 1].norm in view.language.posts.modifiers:
            k -= 1
        return k

    def meet_institution(self) -> int | None:
        """An institution in the genitive, or bare and next to the title, is the title's; another one ends it."""
        owner = self.near.at_end.get(self.j)
        if owner is None:
            return None
        bare = owner.case in {"nom", ""} and (owner.form == "abbreviation" or self.j + 1 == self.i)
        return self._own(owner) if owner.case in {"gen", "attr"} or bare else _STOP

    def meet_place(self) -> int | None:
        """A country or town in the genitive, or bare and next to the title, is the title's."""
        view, j = self.view, self.j
        place = view.place[j]
        if place is None:
            return None
        if place.case not in {"gen", "attr", "adj"} and not (place.case == "nom" and j + 1 == self.body):
            return _STOP
        self.first, self.anchored = view.first_of(place), True
        if not (place.case == "attr" and self.country):
            self.country = place.country
        return _STOP if place.case in {"gen", "nom"} else self.first - 1

    def meet_brackets(self) -> int | None:
        """An abbreviation in brackets stands between institution and title ("… Guramasynyň (TDG) Baş sekretary")."""
        tokens, j = self.view.tokens, self.j
        if tokens[j].text != ")":
            return None
        opening = next((k for k in range(j - 1, max(-1, j - 4), -1) if tokens[k].text == "("), None)
        return opening - 1 if opening is not None and opening - 1 in self.near.at_end else _STOP

    def meet_title(self) -> int | None:
        """Another title ends this one, unless this one governs it."""
        post = self.view.posts[self.j]
        return _STOP if post and not post.analysis.number and post.analysis.case != "gen" else None

    def meet_other_phrase(self) -> int | None:
        """A person, a generic word, or a word whose endings are those of another phrase."""
        view, j = self.view, self.j
        word = view.tokens[j].norm
        oblique = view.oblique(j) and not self.purpose and word not in view.language.posts.modifiers
        return _STOP if j in self.near.ends or word in view.generic or oblique else None

    def meet_accreditation(self) -> int | None:
        """A post held with an institution ("ТМД … органдары жанындағы өкіл"): the nearest one on the left."""
        view, j = self.view, self.j
        if view.tokens[j].norm not in view.language.posts.at:
            return None
        for k in range(j - 1, max(-1, j - _LONGEST), -1):
            if k in self.near.at_end:
                return self._own(self.near.at_end[k])
            if not view.word(k):
                break
        return _STOP

    def meet_joint(self) -> int | None:
        """A conjunction or a purpose joins words of the title; other small words and marks end it."""
        view, j = self.view, self.j
        word = view.tokens[j].norm
        self.purpose = self.purpose or word in view.purpose
        if word in view.conjunctions:
            return j - 1
        return _STOP if not view.word(j) or word in view.stop else None


_RULES: tuple[Callable[[_Scan], int | None], ...] = (
    _Scan.meet_institution,
    _Scan.meet_place,
    _Scan.meet_brackets,
    _Scan.meet_title,
    _Scan.meet_other_phrase,
    _Scan.meet_accreditation,
    _Scan.meet_joint,
)


def _share(view: View, titles: list[Title]) -> None:
    """Titles joined by a comma or a dash before a name share the person; a dash shares the institution, too.

    A president is left alone: "the President, Prime Minister X" are two persons.
    """
    for left, right in reversed(list(pairwise(titles))):
        gap = "".join(t.text for t in view.tokens[left.last + 1 : right.first])
        if gap not in {",", *DASHES} or left.person is not None or right.person is None or left.post == "president":
            continue
        left.person, left.until = right.person, right.until
        if gap in DASHES and right.organisation is None and right.country is None:
            right.organisation, right.country = left.organisation, left.country
            right.first = left.first


def _claim(view: View, titles: list[Title], ends: Mapping[int, tuple[int, int]]) -> None:
    """A name and a comma or a dash before a title give it the person; after a dash all titles of the list are his."""
    code = view.language.code
    for k, title in enumerate(titles):
        if title.person is not None:
            continue
        before = title.first - 1
        mark = view.tokens[before].text if before > 0 else ""
        if mark in {",", *DASHES} and before - 1 in ends:
            title.person = ends[before - 1][0]
            title.rule = f"{code}.name-{'comma' if mark == ',' else 'dash'}-title"
            continue
        previous = titles[k - 1] if k else None
        if previous and previous.rule == f"{code}.name-dash-title":
            gap = [t.text for t in view.tokens[previous.last + 1 : title.first]]
            if gap == [","]:
                title.person, title.rule = previous.person, previous.rule
