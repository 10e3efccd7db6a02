"""Titles in languages that put the head first: "chairman of the Central Election Commission, Gulnara Ataýewa".

A title takes modifiers on its left ("senior", "Foreign", "OSCE") and what it is over on its right. The person
stands right after it ("Minister of Justice John Brown"), after a comma, or before a comma ("John Brown, adviser of…").
Titles joined by a comma before a name share the person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import words_of
from kg.annotate.organisations.inflect import (
    adjective,
    agrees,
    genitive_follows,
    locative,
    nominative_phrase,
    opening_plural,
)
from kg.annotate.posts.binding import bind, bind_each, honorific, join, note_country, past_brackets
from kg.annotate.posts.title import DASHES, Title, around, post_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

# How far a title's head may stand behind its first word ("First Deputy Prime Minister"), in tokens.
_LONGEST_LEFT = 4
# How far the conjunction of a list in a portfolio may stand behind the list's first comma, in tokens.
_LISTED = 14
# How far a name may stand behind a preposition that tells where the post is held, in tokens.
_DETOUR = 5


def find_titles_initial(view: View, drafts: list[Draft], persons: Mapping[int, tuple[int, int]]) -> list[Title]:
    """Titles of a sentence, in text order; see `find_titles_final` for `persons`."""
    near = around(drafts, persons)
    titles: list[Title] = []
    bound: set[int] = set()
    for i, hit in enumerate(view.posts):
        floor = titles[-1].last if titles else -1
        if hit is None or i in near.inside or i <= floor or view.tokens[i].norm in view.stop or _opens(view, i, near):
            continue
        if hit.analysis.number or (i == 0 and view.language.code == "ru" and opening_plural(view.tokens[0].norm)):
            titles += bind_each(view, _Scan(view, i, hit, near, floor).title(singular=True), near)
            continue
        title = _Scan(view, i, hit, near, floor).title()
        bind(view, title, near, bound)
        note_country(view, title)
        if title.person is not None:
            if title.organisation or title.country or title.post != "ambassador":  # a rank: "Ambassador Kim, Head of …"
                bound.add(title.person)
        elif view.language.code == "en" and i > 0:
            title.generic = view.tokens[title.first - 1].norm in {"a", "an"} and title.first > 0  # one of several
        if title.person is not None or title.organisation or title.country or title.last > i or view.capital(i):
            titles.append(title)
    join(view, titles)
    return titles


def _opens(view: View, i: int, near: Around) -> bool:
    """Tell a word that only opens a longer title: "Deputy" of "Deputy Foreign Minister"."""
    hit, modifiers = view.posts[i], view.language.posts.modifiers
    if (
        view.language.code != "en"
        or hit is None
        or not (hit.entry.post == "deputy" or view.tokens[i].norm in modifiers)
    ):
        return False
    for m in range(i + 1, min(i + _LONGEST_LEFT, len(view.tokens))):
        if after := view.posts[m]:
            vague = {"other", "manager"}  # "General Director", "Executive Secretary"
            return m > i + 1 or (hit.entry.post in vague and after.entry.post not in vague)
        if m in near.inside or not view.word(m) or not (view.tokens[m].norm in modifiers or view.capital(m)):
            return False
    return False


class _Scan:
    """A post head and the words that belong to its title.

    `first..last` is the whole, `body..titled` the title; `cuts` are the institutions and countries within that (first
    and last tokens), which are no part of its text. `floor` is the last token of the title before it.
    """

    def __init__(self, view: View, i: int, hit: Hit[PostHead], near: Around, floor: int) -> None:
        self.view, self.i, self.hit, self.near, self.floor = view, i, hit, near, floor
        self.first = self.body = self.last = self.titled = i
        self.organisation: Draft | None = None
        self.country: str | None = None
        self.cuts: list[tuple[int, int]] = []
        self.russian = view.language.code == "ru"
        self._of = view.language.posts.of
        self._articles = view.language.institutions.articles
        self._left()
        self._right()

    def title(self, *, singular: bool = False) -> Title:
        """The title with institution and country; `singular` brings "advisers" to the singular."""
        view = self.view
        while self.first > 0 and view.tokens[self.first - 1].norm in view.language.posts.honorifics:
            self.first -= 1
        text = self._text(singular=singular)
        country = self.country or (self.organisation.country if self.organisation else None)
        if country is None and self.organisation is None:
            low = text.lower()
            country = next((c for words, c in self.hit.entry.countries.items() if low.startswith(words)), None)
        post = post_of(view, self.hit.entry, self.body, self.titled, self.organisation)
        rule = f"{view.language.code}.title"
        return Title(
            self.first,
            self.body,
            self.last,
            text,
            post,
            rule,
            self.organisation,
            country,
            case=self.hit.analysis.case,
            rank=self.hit.entry.rank,
            trade=self.hit.entry.trade,
        )

    def _text(self, *, singular: bool) -> str:
        """The words of the title without the institutions and countries within it."""
        view = self.view
        cuts = sorted(c for c in self.cuts if c[1] < self.titled)
        ends = [*(first - 1 for first, _ in cuts), self.titled]
        acting = next((k for k in range(self.body, self.i) if view.tokens[k].norm in view.language.posts.duties), None)
        if acting is not None:
            text = f"{view.language.posts.acting_for} {words_of(view, self.i, ends[0])}"
        else:
            text = nominative_phrase(view, self.body, self.i, ends[0], singular=singular)
        rest = [words_of(view, last + 1, end) for (_, last), end in zip(cuts, ends[1:], strict=True) if last < end]
        return " ".join([text, *rest])

    def _left(self) -> None:
        """Modifiers, and an institution or a country before them ("OSCE Secretary General", "Kazakh minister")."""
        view = self.view
        j = self.i - 1
        while j > self.floor and j not in self.near.ends:
            token, place = view.tokens[j], view.place[j]
            if token.norm in view.conjunctions:
                if not (j - 1 > self.floor and self._coordinate(j - 1)):
                    return
                j -= 1
                continue
            if place and (not self.russian or adjective(token.norm)):
                before = view.tokens[max(0, view.first_of(place) - 1)].norm
                if place.kind != "country" and before in view.language.institutions.local:
                    return  # "in Samarkand | Acting Foreign Minister …"
                self.country, self.first = place.country, view.first_of(place)
                return
            owner = self.near.at_end.get(j) or self._abbreviated(j)
            if owner and not self.russian:
                self.organisation, self.first = owner, owner.first
                return
            if not view.word(j) or not self._modifies(j):
                if self._told_by(j):
                    self.first = self.body = j
                return
            self.first = j
            if not self._aside(j):
                self.body = j
            j -= 1

    def _aside(self, j: int) -> bool:
        """Tell an adjective that is no part of the title itself: "[нынешний] президент"."""
        view = self.view
        return self.russian and any(
            a.stem in view.language.posts.aside for a in view.language.analyse(view.tokens[j].norm)
        )

    def _told_by(self, j: int) -> bool:
        """Tell the one plain word of a title behind a name and a comma: "Anna Kim, [media] analyst"."""
        view = self.view
        plain = view.word(j) and not view.capital(j) and view.tokens[j].norm not in view.stop | view.generic
        return not self.russian and plain and j > 1 and view.tokens[j - 1].text == "," and j - 2 in self.near.ends

    def _abbreviated(self, j: int) -> Draft | None:
        """The institution before its abbreviation in brackets: "Asian Development Bank (ADB) [President]"."""
        tokens = self.view.tokens
        bracketed = tokens[j].text == ")" and tokens[max(0, j - 2)].text == "("
        return self.near.at_end.get(j - 3) if bracketed and not self.russian else None

    def _coordinate(self, j: int) -> bool:
        """Tell a modifier before a conjunction: "legal and political adviser", but not "Minister and first deputy"."""
        word = self.view.tokens[j].norm
        if self.russian:
            return adjective(word) and agrees(word, self.view.tokens[self.i].norm)
        return word in self.view.language.posts.modifiers and self.view.posts[j] is None

    def _modifies(self, j: int) -> bool:
        """Tell whether the word at `j` modifies the title on its right."""
        view = self.view
        word = view.tokens[j].norm
        if self.russian and adjective(word):
            return word not in view.generic and word not in view.stop and agrees(word, view.tokens[self.i].norm)
        if word in view.language.posts.modifiers:
            return True
        if word in view.stop or word in view.generic or self.russian:
            return False
        if view.tokens[j].norm.endswith(("'s", "’s")) and view.posts[j] is not None:
            return False  # "the president's | official website"
        return (view.capital(j) and (j > 0 or view.capital(self.i))) or view.posts[j] is not None

    def _right(self) -> None:  # noqa: C901 - a list of what may follow, the first that fits
        """What the post is over: a portfolio, an institution, a country, the holder of another office."""
        view, tokens = self.view, self.view.tokens
        k = self.i + 1
        while k < len(tokens) and k not in self.near.persons:
            word = tokens[k].norm
            slash = word == "/" and k + 1 in self.near.at_start and self.last == k - 1 > self.i  # "OSCE/ODIHR"
            bracket = past_brackets(view, k, self.near)
            body = self._body(k)
            if bracket:
                self.last, k = bracket - 1, bracket
            elif self._following(k):
                self.last = self.titled = k
                k += 1
            elif (
                word in DASHES
                and self.last == k - 1
                and view.place[k - 1]
                and k + 1 < len(tokens)
                and view.place[k + 1]
            ):
                k += 1  # "chairman of the Türkiye–Kyrgyzstan friendship group"
            elif [t.norm for t in tokens[k : k + 4]] == ["a", ".", "i", "."]:
                k += 4  # "Resident Representative a.i. in Turkmenistan"
            elif word in self._of or word in self._articles or self._seat(k) or self._sender(k) or slash:
                k += 1
            elif k in self.near.at_start and not self._field(k):
                k = self._take_institution(k)
            elif both := self._both(k) or self._bond(k) or self._election(k) or self._detour(k):
                self.last, k = both, both + 1
            elif view.place[k]:
                k = self._take_place(k)
            elif body or self._material(k) or self._governed(k):
                self.last = self.titled = body or k
                k = self.titled + 1
            else:
                return

    def _field(self, k: int) -> bool:
        """Tell an institution's noun that is part of a portfolio: "Minister of [School] Education"."""
        draft, after = self.near.at_start[k], k + 1
        alone = draft.form == "short" and draft.last == k and not self.russian
        goes_on = after < len(self.view.tokens) and self.view.word(after) and self.view.capital(after)
        return alone and goes_on and after not in self.near.persons

    def _both(self, k: int) -> int | None:
        """The last token of words that name no country of their own: "министры юстиции [двух стран]"."""
        pair = " ".join(t.norm for t in self.view.tokens[k : k + 2])
        return k + 1 if pair in self.view.language.posts.both else None

    def _detour(self, k: int) -> int | None:
        """The last token of a few words on where or for whom, right before the name: "посол [на Южном Кавказе] N"."""
        view = self.view
        prepositions = view.language.posts.detours
        if view.tokens[k].norm not in prepositions or self.last < self.i:
            return None
        for m in range(k + 1, min(k + _DETOUR, len(view.tokens))):
            if m in self.near.persons:
                return m - 1 if m > k + 1 else None
            if not view.word(m) or view.posts[m] or m in self.near.at_start:
                return None
        return None

    def _election(self, k: int) -> int | None:
        """The last token of the election that a post is held at: "глава миссии СНГ [на досрочных выборах в Чили]"."""
        view, data = self.view, self.view.language.posts
        if view.tokens[k].norm not in data.held_at or self.last != k - 1:
            return None
        near = range(k + 1, min(k + _LONGEST_LEFT + 1, len(view.tokens)))
        at = next(
            (m for m in near if any(a.stem in data.elections for a in view.language.analyse(view.tokens[m].norm))), None
        )
        if at is None:
            return None
        seat = at + 2 if at + 2 < len(view.tokens) and self._seat(at + 1) else None
        place = view.place[seat] if seat is not None else None
        while seat is not None and seat + 1 < len(view.tokens) and view.place[seat + 1] is place:
            seat += 1
        return seat or at

    def _bond(self, k: int) -> int | None:
        """The last token of with whom a group is friends: "руководитель группы дружбы [с Казахстаном]"."""
        view, data = self.view, self.view.language.posts
        if view.tokens[k].norm not in data.with_whom or self.titled != k - 1 or k + 1 >= len(view.tokens):
            return None
        bound = any(a.stem in data.bonds for a in view.language.analyse(view.tokens[k - 1].norm))
        place = view.place[k + 1] if bound else None
        return next((m for m in range(len(view.tokens) - 1, k, -1) if view.place[m] is place), None) if place else None

    def _following(self, k: int) -> bool:
        """Tell a word that goes on with the head itself: "Ambassador [Extraordinary and Plenipotentiary]"."""
        tokens, following = self.view.tokens, self.view.language.posts.following
        if tokens[k].norm in self.view.conjunctions and k > self.i + 1:
            k += 1
        return k < len(tokens) and tokens[k].norm in following and self.titled >= k - 2

    def _seat(self, k: int) -> bool:
        """Tell a preposition of place before where the post is held ("ambassador in Vienna")."""
        view = self.view
        if view.tokens[k].norm not in view.language.institutions.where or k + 1 >= len(view.tokens):
            return False
        k += 1 + (view.tokens[k + 1].norm in self._articles)
        if k >= len(view.tokens) or view.place[k] is None:
            return False
        return not self.russian or locative(view.tokens[k].norm)

    def _sender(self, k: int) -> bool:
        """Tell "from" between what the post is over and the institution that sent it ("head of the mission from …")."""
        view = self.view
        after = k + 1 + (k + 1 < len(view.tokens) and view.tokens[k + 1].norm in self._articles)
        sends = view.tokens[k].norm in view.language.institutions.sender and after in self.near.at_start
        return sends and self.organisation is None and self.titled == k - 1

    def _body(self, k: int) -> int | None:
        """The common noun that a post is over, from its first modifier at `k` ("head of the [observation mission]")."""
        view, tokens = self.view, self.view.tokens
        data = view.language.posts
        before = tokens[k - 1].norm
        if not data.bodies or not (before in self._of or before in self._articles or self.last == k - 1 > self.i):
            return None
        for m in range(k, min(k + _LONGEST_LEFT, len(tokens))):
            if tokens[m].norm in data.bodies:
                return m
            plain = tokens[m].norm in data.modifiers or tokens[m].norm in view.language.institutions.modifiers
            if not plain and tokens[m].norm not in data.body_modifiers:
                return None
        return None

    def _governed(self, k: int) -> bool:
        """Tell an office that the post serves, after its institution or country ("… of the UN [Secretary-General]")."""
        view = self.view
        if self.russian or self.last != k - 1 or k - 1 == self.titled or not (view.word(k) and view.capital(k)):
            return False
        place = view.place[k - 1]
        if place and place.case != "adj":
            return False
        return bool(view.posts[k] or (k + 1 < len(view.tokens) and view.posts[k + 1] and view.capital(k + 1)))

    def _take_institution(self, k: int) -> int:
        draft = self.near.at_start[k]
        if self.organisation is None or self.view.tokens[k - 1].text == "/":
            self.organisation = draft
        self.last = max(self.last, draft.last)
        self.cuts.append((k, draft.last))
        return draft.last + 1

    def _take_place(self, k: int) -> int:
        place, first = self.view.place[k], k
        field = self._of_field(k)
        self.country = self.country or (place.country if place and not field else None)
        while k < len(self.view.tokens) and self.view.place[k] is place:
            self.last = k
            k += 1
        if field:
            self.titled = self.last
        elif place and place.kind == "country":
            self.cuts.append((first, k - 1))
        return k

    def _of_field(self, k: int) -> bool:
        """Tell a place that the post deals with: "Director for Russia"."""
        before = k - 1 - (self.view.tokens[k - 1].norm in self._articles)
        return self.view.tokens[before].norm in self.view.language.posts.fields

    def _second(self, k: int) -> bool:
        """Tell a conjunction before a second title ("Prime Minister and [Minister of …]", "… и посол")."""
        view = self.view
        if view.tokens[k].norm not in view.conjunctions:
            return False
        ahead = range(k + 1, min(k + _LONGEST_LEFT, len(view.tokens)))
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

    def _material(self, k: int) -> bool:  # noqa: PLR0911 - a list of answers, the first that fits
        """Tell whether the word at `k` goes on with the title: a portfolio ("of Foreign Affairs"), another head."""
        view = self.view
        token = view.tokens[k]
        listed = token.text == "," and (self.russian or self._fields(k))
        if not (view.word(k) or listed) or token.norm in view.stop or honorific(view, k) or self._second(k):
            return False
        before = view.tokens[k - 1].norm
        goes_on = self.titled == k - 1 > self.i
        joins = token.norm in view.conjunctions and k + 1 < len(view.tokens)
        if self.russian:
            places = view.language.institutions.places
            country = view.place[k - 1]
            if country is not None and country.kind == "country" and country.case != "adj":
                return False  # "главе Туркменистана | приветствия Президента"
            if any(a.stem in places for a in view.language.analyse(before)):
                return False  # "главе нашего государства [приветствия]"
            if joins or token.text == ",":
                return goes_on and self._goes_on(k)
            governed = k == self.i + 1 or before in self._of or adjective(before) or view.heads[k - 1] is not None
            return genitive_follows(view, k) and (view.posts[k] is None or governed)
        if not (before in self._of or before in self._articles or goes_on):
            return k == self.i + 1 and view.posts[k] is not None
        if joins:
            return view.capital(k + 1) and k + 1 not in self.near.persons
        area = token.norm in view.language.institutions.places  # "the governor of the region"
        return listed or area or view.capital(k) or view.posts[k] is not None or before in self._of

    def _fields(self, k: int) -> bool:
        """Tell the comma of a list of fields: "Minister of Transport[,] Communications and Energy"."""
        view, tokens = self.view, self.view.tokens
        if self.titled != k - 1 or k - 1 <= self.i:
            return False
        for m in range(k + 1, min(k + _LISTED, len(tokens))):
            if tokens[m].norm in view.conjunctions:
                after = m + 1 < len(tokens) and view.capital(m + 1) and not view.posts[m + 1]
                return m > k + 1 and after and m + 1 not in self.near.persons
            if tokens[m].text == ",":
                continue
            if not view.capital(m) or view.posts[m] or view.place[m] or m in self.near.persons:
                return False
        return False
