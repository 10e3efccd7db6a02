"""The words that belong to a name on the left of its head, in languages that put the head first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import LONGEST, Draft
from kg.annotate.organisations.head_initial.coordinated import APOSTROPHES, list_before
from kg.annotate.organisations.headless.clusters import is_acronym
from kg.annotate.organisations.inflect import adjective, agrees, participle, toponymic
from kg.annotate.view import CLOSING_QUOTES, DASHES, OPENING_QUOTES

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit
    from kg.model import PlaceMention

# A number in Roman figures, but no single letter.
_ROMAN = re.compile("[IVX]{2,}")
# Longest name in quotation marks before a head, in tokens.
_QUOTED = 6


class Preceding:
    """The scan leftwards from the head at token `i`, and what it met.

    `first` is the name's first token, `owner` the institution and `country` the country that stand before the head;
    `generic` tells a phrase that is no name ("relevant ministries").
    """

    def __init__(self, view: View, i: int, hit: Hit[Head], at_end: dict[int, Draft]) -> None:
        self.view, self.i, self.hit, self.at_end = view, i, hit, at_end
        self.fusional = view.language.fusional
        self.generic = False
        self.first = i
        self.owner: Draft | None = None
        self.country: str | None = None
        self._listed = i  # the first token of a list before the head
        self._left()
        if not (self.owner or self.country or self.generic) and (opening := self._quoted(self.first - 1)) is not None:
            self.first = opening  # "the [“Orion”] State Agency"

    def _left(self) -> None:
        """Modifiers on the left of the head; an owner or a country before them ends the scan."""
        view = self.view
        j = self.i - 1
        while j >= max(0, self.i - LONGEST):
            token = view.tokens[j]
            owner, place = self._owner_at(j), view.place[j]
            if self._backed(token.text) or (owner is None and self._ends_other(j)):
                return
            if owner and not self.fusional:
                self._owned_by(owner)
                return
            if place and not self.fusional:
                self.country, self.first = place.country, view.first_of(place)
                self._pair(place)
                self._parted()
                if place.case != "gen" and (whose := self.at_end.get(self.first - 1)) and whose.kind != "state":
                    self.owner, self.first = whose, whose.first  # "[OSCE] Minsk Group"
                    self.country = place.country if place.kind == "country" else None
                self._joint_body()
                return
            if (past := self._past(j)) is not None:
                j = past
                continue
            named = view.capital(j) and view.capital(self.i) and not self.fusional  # "Foreign Ministry"
            if self.fusional and self.first < self.i and view.capital(self.first) and not view.capital(j):
                return  # "зарубежный | Чешский Институт"
            stems = {a.stem for a in view.language.analyse(token.norm)} if self.fusional else {token.norm}
            self.generic = bool(stems & view.generic or token.norm in view.generic) and not named
            self.generic = self.generic or self._measured(j) or token.norm in view.language.institutions.ranked
            if self.generic or not view.word(j) or token.norm in view.stop or (view.posts[j] and not self._office(j)):
                return
            if not (self._agreeing(j) if self.fusional else self._modifies(j)) or self._numbered(j):
                return
            self.first = j
            j -= 1

    def _marked(self) -> bool:
        """Tell an English phrase whose first word has its capital from a mark: "“[Strengthening] clinical care”"."""
        before = self.view.tokens[self.first - 1].text if self.first and not self.fusional else ""
        return before in OPENING_QUOTES and self.first < self.i

    def _quoted(self, j: int) -> int | None:
        """The mark that opens the name in quotation marks that ends at `j`, or None."""
        view = self.view
        closed = not self.fusional and j > 1 and view.tokens[j].text in CLOSING_QUOTES and view.capital(self.i)
        if not closed or not view.word(j - 1) or view.heads[j - 1] or view.posts[self.i]:
            return None
        opening = view.opening_of(j, max(-1, j - _QUOTED))
        inside = range((j if opening is None else opening) + 1, j)
        return opening if inside and all(view.word(k) and view.capital(k) for k in inside) else None

    def _owner_at(self, j: int) -> Draft | None:
        """The institution that ends at token `j`, or right before the mark of its genitive there: "the Majilis[']"."""
        apart = self.view.tokens[j].text in APOSTROPHES and not self.fusional
        return self.at_end.get(j - apart)

    def _pair(self, place: PlaceMention) -> None:
        """Take both countries of a body that is neither's: "[Sri Lanka-]New Zealand Group", "[Chile –] Peru Group"."""
        view, first = self.view, self.first
        dash = first > 1 and view.tokens[first - 1].text in DASHES
        if view.tokens[first].start == place.start and not dash:
            return
        before = view.place[first - 1 - dash] if first > dash else None
        if dash and before is None:
            if (body := self.at_end.get(first - 2)) is not None and place.case != "adj":  # "[NATO-]Chile Council"
                self.first, self.country = body.first, None
            return
        self.country = None
        if before is not None and (dash or before.end > view.tokens[first].start):
            self.first = view.first_of(before)

    def _parted(self) -> None:
        """Take what makes a place before the head another or a person: "[North] American …", "[George] Oslo …"."""
        view, before = self.view, self.first - 1
        word = view.tokens[before].norm if before >= 0 else ""
        person = word in view.given_folded and view.capital(before)
        if person or word in view.language.institutions.quarters:
            self.first, self.country = before, None

    def _joint_body(self) -> None:
        """Take the words before an adjective of two countries with which a name begins: "[Joint] Kazakh-German …"."""
        view, joint = self.view, self.view.language.institutions.joint
        while self.first and view.tokens[self.first - 1].norm.startswith(joint) and view.capital(self.first - 1):
            self.first -= 1

    def _past(self, j: int) -> int | None:
        """The token to go on from past a conjunction or an initial's stop within the name, or None."""
        if (initial := self._initial(j)) is not None:
            self.first = initial
            return initial - 1
        if self.view.tokens[j].text == "," and self._listed <= j:
            return j - 1
        if self._plus(j):
            self.first = j - 2
            return j - 3
        if self.view.tokens[j].norm not in self.view.conjunctions:
            return None
        if not self.fusional:
            first = list_before(self.view, j, self.i, self.at_end)
            self._listed = self._listed if first is None else first
            return None if first is None else j - 1
        joined = j > 1 and self._agreeing(j - 1)
        return j - 1 if joined else None  # "Экономическая и социальная комиссия"

    def _plus(self, j: int) -> bool:
        """Tell the end of a sign for a group of states: "the [C5+1] Youth Council"."""
        tokens = self.view.tokens
        sign = j > 1 and tokens[j - 1].text == "+"
        return sign and tokens[j].end - tokens[j - 2].start == len("C5+1")

    def _numbered(self, j: int) -> bool:
        """Tell the number of what a body holds: "the [XVI] Economic Organization Summit", but "XXI Century Fund"."""
        view = self.view
        of_name = view.tokens[j + 1].norm in view.language.institutions.counted
        return _ROMAN.fullmatch(view.tokens[j].text) is not None and not of_name

    def _owned_by(self, owner: Draft) -> None:
        """Take an owner before the head, an acronym before it ("[SCO] RATS …") or a state that a dash joins to it.

        "[Chile]-EU Energy Council".
        """
        self.owner, self.first = owner, owner.first
        while self.first and self._acronym(self.first - 1):
            self.first -= 1
        beside = self.view.place[self.first - 2] if self.first > 1 else None
        if beside is not None and self.view.tokens[self.first - 1].text in DASHES:
            self.first = self.view.first_of(beside)

    def _backed(self, word: str) -> bool:
        """Tell an English participle with who did it: "the [Oslo-funded] Bank", but "the Open-Ended Working Group"."""
        _, hyphen, done = word.rpartition("-")
        past = done.islower() and done.endswith(self.view.language.morphology.past)
        return bool(hyphen) and past

    def _ends_other(self, j: int) -> bool:
        """Tell the genitive with which another English name ends: "Department of the [Treasury's] Office of Trade"."""
        view, of = self.view, j - 1
        word = view.tokens[j].norm
        people = view.language.owner(word) in view.language.institutions.peoples  # "of the Central [People's] Council"
        if view.place[j] or people or not view.language.genitive(word):
            return False
        while of > 0 and view.capital(of):
            of -= 1  # "Department of Disease [Control's] Operations Center"
        of -= of > 0 and view.tokens[of].norm in view.language.institutions.articles
        named = of > 0 and view.heads[of - 1] is not None and view.capital(of - 1)
        return named and view.tokens[of].norm in view.language.institutions.whose

    def _measured(self, j: int) -> bool:
        """Tell a measure behind an article, before what is one of many: "a [100] MW Solar Power Plant"."""
        view = self.view
        articled = j > 0 and view.tokens[j - 1].norm in view.language.institutions.indefinite
        return articled and view.tokens[j].norm.isdigit()

    def _acronym(self, j: int) -> bool:
        """Tell an acronym before an owner, which is part of its name."""
        return not self.view.shouting and is_acronym(self.view, j) and self.view.place[j] is None

    def _initial(self, j: int) -> int | None:
        """The given name before an initial whose stop is at `j`: "the [George C.] Marshall Center"."""
        view = self.view
        if self.fusional or j < 2 or view.tokens[j].text != "." or self.first != j + 1:  # noqa: PLR2004 - name, initial
            return None
        single = len(view.tokens[j - 1].text) == 1 and view.capital(j - 1)
        return j - 2 if single and view.tokens[j - 2].norm in view.given_folded and view.capital(j - 2) else None

    def _agreeing(self, j: int) -> bool:
        """Tell an adjective of the head's case; a participle in small letters tells what became of the body."""
        word, head = self.view.tokens[j].norm, self.view.tokens[self.i].norm
        if self.view.capital(j) and j + 1 == self.i and toponymic(word):
            return agrees(word, head) or not adjective(word)
        proper = (
            self.first <= self.i and self.view.capital(self.first) and self.view.tokens[self.first].text[1:].islower()
        )
        if proper and not self.view.capital(j):  # "[городское] Управление", "[открытый] Региональный центр"
            telling = self.view.language.forms(self.view.language.institutions.telling)
            return telling[word] and agrees(word, head)
        fits = adjective(word) and agrees(word, head) and not self._praised(j)
        return fits and ((self.view.capital(j) and j > 0) or not participle(word))

    def _praised(self, j: int) -> bool:
        """Tell a Russian adjective of what somebody thinks of a body, no part of its name: "[известный] портал"."""
        return self.view.language.forms(self.view.language.institutions.epithets)[self.view.tokens[j].norm]

    def _office(self, j: int) -> bool:
        """Tell the word of a post that is part of a name: "Executive Office", "Ombudsman's Office", "King Saud …"."""
        view = self.view
        token, hit = view.tokens[j], view.posts[j]
        possessive = view.language.genitive(token.norm)
        before = j + 1 < self.i and view.language.genitive(view.tokens[j + 1].norm)  # "Prosecutor General's Office"
        office = view.tokens[self.i].norm in view.language.institutions.offices
        small = office and (possessive or before)  # "Ombudsman's office"
        if self.fusional or hit is None or not (view.capital(j) and (small or view.capital(self.i))):
            return False
        return (
            possessive
            or (token.norm in view.language.institutions.namesakes and self.first == j + 1 < self.i)
            or (before and view.posts[j + 1] is not None)
            or token.norm in view.language.institutions.modifiers
            or hit.entry.post in {"judge", "ombudsman", "expert"}
            or (hit.entry.post == "representative" and j + 1 == self.i)  # "Representative Office"
            or (bool(hit.analysis.number) and j + 1 == self.i)  # "Observers Group"
        )

    def _modifies(self, j: int) -> bool:
        """Tell an English modifier: a listed word, a capital, a lower-case noun after one ("State news agency")."""
        view = self.view
        data = view.language.institutions
        word = view.tokens[j].norm
        opens = j == 0 or view.tokens[j - 1].text in DASHES  # a capital that every sentence begins with
        if j and view.posts[j - 1] and word in view.language.posts.following:
            return False  # "Director General | Strategic Plans Division"
        if (word.isdigit() and len(word) == len("2012")) or word in view.language.posts.bygone or word in data.toward:
            return False  # "June 2012 | Foreign Affairs Council", "Former | World Bank President", "Berg To | Mission"
        if word in data.modifiers or (view.capital(j) and (not opens or view.capital(self.i))):
            return True
        doing = word.endswith(view.language.morphology.gerund) and view.capital(j + 1)  # "Iraq protecting | Coalition"
        if word.endswith(view.language.morphology.past) or doing:
            return False  # "President Tokayev received | Majilis Speaker Koshanov"
        if j == 0 or word in view.purpose or word in view.conjunctions or word in data.where:
            return False
        return view.capital(j - 1) and view.tokens[j - 1].norm not in view.stop and not view.posts[j - 1]
