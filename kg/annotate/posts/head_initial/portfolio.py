"""The portfolio that a title names on the right of its head: fields, lists of them, the words that go on with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import adjective, genitive_follows, toponymic, with_whom
from kg.annotate.posts.head_initial.apart import CLOSING
from kg.annotate.posts.head_initial.beside import honorific, name_at
from kg.annotate.posts.head_initial.field_lists import FieldLists
from kg.annotate.posts.title import LONGEST_LEFT

if TYPE_CHECKING:
    from kg.annotate.view import View

# Posts whose holders serve another.
_SERVING = frozenset({"deputy", "adviser", "spokesperson"})
# How far the conjunction of a list in a portfolio may stand behind the list's first comma, in tokens.
_LISTED = 14


def is_modified_noun(view: View, k: int) -> bool:
    """Tell a noun of a field in small letters behind its adjective."""
    plain = k > 0 and view.language.analytic and view.tokens[k].norm in view.ordinary
    return plain and view.tokens[k - 1].norm in view.language.posts.modifiers | view.language.institutions.modifiers


class Portfolio(FieldLists):
    """The tests for what a post deals with; `Scan` asks them from word to word."""

    def _small_field(self, k: int) -> int | None:
        """The last token of an English field in small letters before a name: "Rector for [strategic development] N".

        A comma may part the name from it if a mark closes that: "Rapporteur on [freedom of belief], N, spoke".
        """
        view, tokens = self.view, self.view.tokens
        small, past = view.language.small_words, view.language.morphology.past
        opens = {*self._of, *view.language.posts.fields}
        if not view.language.analytic or not opens & {t.norm for t in tokens[self.i + 1 : k + 1]}:
            return None
        for m in range(k, min(k + _LISTED, len(tokens))):
            end = m + (tokens[m].text == "," and m > k)
            name = name_at(view, end, self.near)
            if name is not None:
                after = self.near.persons[name][1] + 1
                closed = end == m or after >= len(tokens) or tokens[after].text in CLOSING
                return m - 1 if m > k and closed and tokens[m - 1].norm not in small else None
            word = tokens[m].norm
            barred = (word in view.stop and word not in small) or word in view.generic or word.endswith(past)
            hit = view.posts[m]
            person = hit is not None and not hit.analysis.number  # but "with [observers]"
            barred = barred or person or m in self.near.inside
            if barred or view.capital(m) or not (view.word(m) or word in small):
                return None
        return None

    def _of_field(self, k: int) -> bool:
        """Tell a place that the post deals with: "Director for Russia"."""
        before = k - 1 - (self.view.tokens[k - 1].norm in self._articles)
        if self.fusional and self.view.tokens[before].norm in self.view.conjunctions and self.titled == before:
            return True  # "директор по Центральной Азии и [Монголии]"
        return self.view.tokens[before].norm in self.view.language.posts.fields

    def _second(self, k: int) -> bool:
        """Tell a conjunction before a second title ("Prime Minister and [Minister of …]", "… и посол")."""
        view = self.view
        if view.tokens[k].norm not in view.conjunctions:
            return False
        ahead = range(k + 1, min(k + LONGEST_LEFT, len(view.tokens)))
        first = next((m for m in ahead if not view.capital(m) or view.posts[m]), None)
        hit = view.posts[first] if first is not None else None
        return hit is not None and hit.entry.post != "judge" and not hit.analysis.number

    def _goes_on(self, k: int) -> bool:
        """Tell whether a Russian portfolio goes on after the comma or conjunction at `k`.

        "министр иностранных дел [и] по делам диаспоры"; a list's commas lead to a conjunction: "министр инвестиций[,]
        промышленности и торговли".
        """
        view, tokens = self.view, self.view.tokens
        if tokens[k].norm in view.conjunctions:
            field = k + 2 < len(tokens) and tokens[k + 1].norm in self._of
            return genitive_follows(view, k + 2 if field else k + 1)
        for m in range(k + 1, min(k + _LISTED, len(tokens) - 1)):
            if tokens[m].norm in view.conjunctions:
                return m > k + 1 and genitive_follows(view, m + 1) and not view.capital(m + 1)
            comma = tokens[m].text == ","
            if not comma and (view.capital(m) or view.posts[m] or view.heads[m] or not genitive_follows(view, m)):
                return False
        return False

    def _material(self, k: int) -> bool:
        """Tell whether the word at `k` goes on with the title: a portfolio ("of Foreign Affairs"), another head."""
        view = self.view
        token = view.tokens[k]
        lower = is_modified_noun(view, k)  # "vice-rector for international [relations]"
        listed = token.text == "," and (self.fusional or self._fields(k))
        if not (view.word(k) or listed) or token.norm in view.stop or honorific(view, k) or self._second(k):
            return False
        if self._rank(k) or (not self.fusional and (view.initial(k) or token.text in view.language.posts.news)):
            return False
        before = view.tokens[k - 1].norm
        goes_on = self.titled == k - 1 > self.i or self._within_field(k)
        joins = token.norm in view.conjunctions and k + 1 < len(view.tokens)
        if self.fusional:
            return not self._of_second(k) and self._russian(k, goes_on=goes_on, joins=joins)
        if not (before in self._of or before in self._articles or goes_on):
            return k == self.i + 1 and view.posts[k] is not None
        if joins:
            return view.capital(k + 1) and k + 1 not in self.near.persons
        area = token.norm in view.language.institutions.places  # "the governor of the region"
        return listed or area or lower or view.capital(k) or view.posts[k] is not None or before in self._of

    def _of_second(self, k: int) -> bool:
        """Tell an adjective of the next title, behind a body: "с главой миссии [генеральным] секретарём"."""
        behind = self.last == k - 1 > self.i and k + 1 < len(self.view.tokens)
        return behind and self.view.posts[k + 1] is not None and with_whom(self.view.tokens[k].norm)

    def _russian(self, k: int, *, goes_on: bool, joins: bool) -> bool:
        """Tell whether a Russian word goes on with the title: see `_material`.

        `goes_on` tells that the word before it is part of the title, `joins` that it is a conjunction itself.
        """
        view, token, before = self.view, self.view.tokens[k], self.view.tokens[k - 1].norm
        places = view.language.institutions.places
        country = view.place[k - 1]
        if country is not None and country.kind == "country" and country.case != "adj":
            return False  # "главе Туркменистана | приветствия Президента"
        field = k > 1 and view.tokens[k - 2].norm in self._of  # "директор по странам [Азии]"
        field = field or (k > 1 and view.tokens[k - 2].norm in view.conjunctions and self.titled == k - 1)
        if not field and any(a.stem in places for a in view.language.analyse(before)):
            return False  # "главе нашего государства [приветствия]"
        if joins or token.text == ",":
            return goes_on and self._goes_on(k)
        governed = (
            k == self.i + 1
            or before in self._of
            or before == "."
            or self._people(k)
            or self.hit.entry.lemma in view.language.posts.over_whom
            or adjective(before)
            or (toponymic(before) and not view.capital(k - 1))  # "председатель могилевского [суда]"
            or view.heads[k - 1] is not None
            or (view.posts[k - 1] is not None and self.hit.entry.post in _SERVING)  # "заместитель помощника [министра]"
        )
        if k == self.i + 1 and self.hit.entry.post == "deputy" and token.norm in view.language.posts.undeclined:
            return True  # "заместитель [Торага] Жогорку Кенеша"
        modified = self.titled == k - 1 and adjective(before) and with_whom(before)
        if (k == self.i + 1 or modified) and self.hit.entry.lemma in view.language.posts.over_whom:
            plain = not view.capital(k) or modified or adjective(token.norm)
            if with_whom(token.norm):
                return plain  # "командующий [сухопутными войсками]", but also "[Вооружённых сил]"
        return genitive_follows(view, k) and (view.posts[k] is None or governed)

    def _within_field(self, k: int) -> bool:
        """Tell an institution's end inside a Russian field: "по делам Генеральной Ассамблеи [и …]"."""
        own = self.near.at_end.get(k - 1)
        if not self.fusional or own is None or self.last != k - 1:
            return False
        return any(self.view.tokens[m].norm in self._of for m in range(self.i + 1, own.first))

    def _and_area(self, k: int) -> int | None:
        """The last token of an area told by letters behind another: "Regional Director for Europe [and the CIS]"."""
        view, tokens = self.view, self.view.tokens
        fields = any(t.norm in view.language.posts.fields for t in tokens[self.i + 1 : k - 1])
        told = view.language.analytic and fields and self.titled == k - 1 and tokens[k].norm in view.conjunctions
        area = self.near.at_start.get(view.past_article(k + 1)) if told else None
        if area is None or area.last > area.first:
            return None
        after = area.last + 1
        ends = after >= len(tokens) or not view.word(after) or name_at(view, after, self.near) is not None
        return area.last if ends else None
