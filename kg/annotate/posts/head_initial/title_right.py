"""What a post is over: the words on the right of a title's head, in languages that put the head first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import (
    adjective,
    genitive_follows,
    with_whom,
)
from kg.annotate.posts.head_initial.beside import honorific, past_brackets
from kg.annotate.posts.head_initial.title_aside import Asides
from kg.annotate.posts.title import LONGEST_LEFT
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

# How far the conjunction of a list in a portfolio may stand behind the list's first comma, in tokens.
_LISTED = 14


def before_modifies(view: View, k: int) -> bool:
    """Tell a noun of a field in small letters behind its adjective."""
    plain = k > 0 and view.language.analytic and view.tokens[k].norm in view.ordinary
    return plain and view.tokens[k - 1].norm in view.language.posts.modifiers | view.language.institutions.modifiers


class Scan(Asides):
    """A title's head with the words on both sides: see `Leftward` for what it leaves."""

    def __init__(self, view: View, i: int, hit: Hit[PostHead], near: Around, floor: int) -> None:
        super().__init__(view, i, hit, near, floor)
        self._right()

    def _right(self) -> None:  # noqa: C901, PLR0912 - a list of what may follow, the first that fits
        """What the post is over: a portfolio, an institution, a country, the holder of another office."""
        view, tokens = self.view, self.view.tokens
        k = self.i + 1
        while k < len(tokens) and k not in self.near.persons:
            word = tokens[k].norm
            slash = word == "/" and k + 1 in self.near.at_start and self.last == k - 1 > self.i  # "OSCE/ODIHR"
            bracket = past_brackets(view, k, self.near)
            body = self._body(k)
            if bracket:
                if self.cuts and self.cuts[-1][1] == k - 1:
                    self.cuts[-1] = (self.cuts[-1][0], bracket - 1)  # "Director [of the Office (ACR)] for Asia"
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
            elif (word == "." and k == self.i + 1 and self.hit.entry.shortened) or self._beside(k) or self._this(k):
                k += 1  # "зам. министра"
            elif [t.norm for t in tokens[k : k + 4]] == ["a", ".", "i", "."]:
                k += 4  # "Resident Representative a.i. in Turkmenistan"
            elif self._journey(k):
                return
            elif (
                (word in self._of and not (self.fusional and self._others(k)))
                or word in self._articles
                or self._seat(k)
                or self._sender(k)
                or self._employer(k)
                or slash
            ):
                k += 1
            elif self._renamed(k) or self._seated(k):
                k = self._take_institution(k + 1)
            elif self._home(k) or self._stranger(k):
                self.last, k = k, k + 1
            elif k in self.near.at_start and not self._field(k):
                k = self._take_institution(k)
            elif view.language.fusional and " ".join(t.norm for t in tokens[k : k + 2]) in view.language.posts.sequels:
                self.last = self.titled = k + 1  # "поверенный [в делах]"
                k += 2
            elif others := self._others(k):
                self.last, k = others, others + 1
            elif fields := self._places(k):
                self.last = self.titled = fields
                k = fields + 1
            elif (
                both := self._hosts(k)
                or self._both(k)
                or self._rest(k)
                or self._between(k)
                or self._bond(k)
                or self._election(k)
                or self._detour(k)
            ):
                self.last, k = both, both + 1
            elif view.place[k]:
                k = self._take_place(k)
            elif body or self._material(k) or self._governed(k):
                self.last = self.titled = body or k
                k = self.titled + 1
            else:
                return

    def _journey(self, k: int) -> bool:
        """Tell a preposition behind the country or body of who is sent nowhere.

        "The visit of the President of Norway [to] Chile", "met the Speaker of the Senate [in] Oslo".
        """
        own = (self.country or self.organisation) and self.last == k - 1
        posts, word = self.view.language.posts, self.view.tokens[k].norm
        goal = word in posts.goals or (word in self.view.language.institutions.where and self._seat(k))
        return bool(own) and self.hit.entry.post in posts.stay and goal

    def _body(self, k: int) -> int | None:
        """The common noun that a post is over, from its first modifier at `k` ("head of the [observation mission]")."""
        view, tokens = self.view, self.view.tokens
        data = view.language.posts
        before = tokens[k - 1].norm
        if not data.bodies or not (before in self._of or before in self._articles or self.last == k - 1 > self.i):
            return None
        for m in range(k, min(k + LONGEST_LEFT, len(tokens))):
            if m in self.near.inside:
                return None  # "Secretary of the Security [Council of the Republic]"
            if tokens[m].norm in data.bodies:
                return m
            plain = tokens[m].norm in data.modifiers or tokens[m].norm in view.language.institutions.modifiers
            if not plain and tokens[m].norm not in data.body_modifiers:
                return None
        return None

    def _governed(self, k: int) -> bool:
        """Tell an office that the post serves, after its institution or country ("… of the UN [Secretary-General]")."""
        view = self.view
        if self.fusional or self.last != k - 1 or k - 1 == self.titled or not (view.word(k) and view.capital(k)):
            return False
        place = view.place[k - 1]
        if place and place.case != "adj":
            return False
        return bool(view.posts[k] or (k + 1 < len(view.tokens) and view.posts[k + 1] and view.capital(k + 1)))

    def _take_institution(self, k: int) -> int:
        draft = self.near.at_start[k]
        if self.organisation is None or self.organisation.form == "short" or self.view.tokens[k - 1].text == "/":
            self.organisation = draft
        self.last = max(self.last, draft.last)
        self.cuts.append((k, draft.last))
        return draft.last + 1

    def _take_place(self, k: int) -> int:
        place, first = self.view.place[k], k
        field = self._of_field(k)
        seat = place is not None and place.case == "loc" and self.organisation is not None
        host = self._host(k)
        joint = place is not None and self.view.tokens[k].start < place.start  # "армяно-иранской комиссии"
        if place and not (field or host or joint) and not (seat and self.organisation and self.organisation.country):
            self.country = self.country or place.country  # "глава посольства Чили | в Осло": that of the embassy
        self.last = self.view.place_end(k)
        k = self.last + 1
        if field:
            self.titled = self.last
        elif place and place.kind == "country":
            self.cuts.append((first, k - 1))
        return k

    def _renamed(self, k: int) -> bool:
        """Tell a dash before another name of the institution: "спикер Народного совета [–] Парламента Адыгеи"."""
        own, ahead = self.organisation, self.near.at_start.get(k + 1)
        dash = self.fusional and self.view.tokens[k].text in DASHES
        return dash and own is not None and self.last == k - 1 and ahead is not None and ahead.case == own.case == "gen"

    def _seated(self, k: int) -> bool:
        """Tell "in" before the institution in which a post is held, if the holder follows: "посол [в] ПАСЕ Ким"."""
        ahead = self.near.at_start.get(k + 1)
        if not self.fusional or ahead is None or self.view.tokens[k].norm not in self.view.language.institutions.where:
            return False
        return self.last == k - 1 > self.i and self.organisation is None and ahead.last + 1 in self.near.persons

    def _places(self, k: int) -> int | None:
        """The last token of the rest of a list of places before a name: "Director for Chile[, Peru, and Asia] N"."""
        view = self.view
        if self.fusional or self.titled != k - 1 or k - 1 <= self.i or not view.place[k - 1]:
            return None
        for m in range(k, min(k + _LISTED, len(view.tokens))):
            if m in self.near.persons:
                return m - 1 if m > k else None
            listed = view.joint(m) or view.place[m]
            if not listed and not (view.capital(m) and view.tokens[m].norm in view.ordinary):
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

    def _material(self, k: int) -> bool:  # noqa: PLR0911 - a list of answers, the first that fits
        """Tell whether the word at `k` goes on with the title: a portfolio ("of Foreign Affairs"), another head."""
        view = self.view
        token = view.tokens[k]
        lower = before_modifies(view, k)  # "vice-rector for international [relations]"
        listed = token.text == "," and (self.fusional or self._fields(k))
        if not (view.word(k) or listed) or token.norm in view.stop or honorific(view, k) or self._second(k):
            return False
        if self._rank(k) or (not self.fusional and view.initial(k)):
            return False
        before = view.tokens[k - 1].norm
        goes_on = self.titled == k - 1 > self.i or self._within_field(k)
        joins = token.norm in view.conjunctions and k + 1 < len(view.tokens)
        if self.fusional:
            places = view.language.institutions.places
            country = view.place[k - 1]
            if country is not None and country.kind == "country" and country.case != "adj":
                return False  # "главе Туркменистана | приветствия Президента"
            field = k > 1 and view.tokens[k - 2].norm in self._of  # "директор по странам [Азии]"
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
                or view.heads[k - 1] is not None
            )
            if k == self.i + 1 and self.hit.entry.lemma in view.language.posts.over_whom:
                return not view.capital(k) and with_whom(token.norm)  # "командующий [войсками]"
            return genitive_follows(view, k) and (view.posts[k] is None or governed)
        if not (before in self._of or before in self._articles or goes_on):
            return k == self.i + 1 and view.posts[k] is not None
        if joins:
            return view.capital(k + 1) and k + 1 not in self.near.persons
        area = token.norm in view.language.institutions.places  # "the governor of the region"
        return listed or area or lower or view.capital(k) or view.posts[k] is not None or before in self._of

    def _within_field(self, k: int) -> bool:
        """Tell an institution's end inside a Russian field: "по делам Генеральной Ассамблеи [и …]"."""
        own = self.near.at_end.get(k - 1)
        if not self.fusional or own is None or self.last != k - 1:
            return False
        return any(self.view.tokens[m].norm in self._of for m in range(self.i + 1, own.first))

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
