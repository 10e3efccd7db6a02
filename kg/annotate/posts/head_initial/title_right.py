"""What a post is over: the words on the right of a title's head, in languages that put the head first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.head_initial.beside import honorific, name_at, past_brackets
from kg.annotate.posts.head_initial.candidacy import office_sought
from kg.annotate.posts.head_initial.portfolio import Portfolio
from kg.annotate.posts.title import LONGEST_LEFT, SENT, past_interim
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

# Words between "the" and the name of an institution that tell what it is, with the first of that.
_DESCRIBED = 4
# Tokens from "with" to the residence of an envoy.
_SEATED = 3


class Scan(Portfolio):
    """A title's head with the words on both sides: see `Leftward` for what it leaves."""

    def __init__(self, view: View, i: int, hit: Hit[PostHead], near: Around, floor: int) -> None:
        super().__init__(view, i, hit, near, floor)
        self._right()

    def _right(self) -> None:
        """What the post is over: a portfolio, an institution, a country, the holder of another office."""
        k = self.i + 1
        while k < len(self.view.tokens) and k not in self.near.persons:
            after = self._attached(k) or self._passed(k)
            if after is None:
                after = None if self._journey(k) else self._joined(k) or self._over(k)
            if after is None and (small := self._small_field(k)):
                self.last = self.titled = small
                return
            if after is None:
                return
            k = after

    def _attached(self, k: int) -> int | None:
        """The token after a note in brackets, or after a word that goes on with the head itself, at `k`."""
        bracket = past_brackets(self.view, k, self.near)
        if bracket:
            if self.cuts and self.cuts[-1][1] == k - 1:
                self.cuts[-1] = (self.cuts[-1][0], bracket - 1)  # "Director [of the Office (ACR)] for Asia"
            self.last = bracket - 1
            return bracket
        if self._following(k):
            self.last = self.titled = k
            return k + 1
        return None

    def _passed(self, k: int) -> int | None:
        """The token after a mark, an adjective or an abbreviation at `k` that tells nothing of the post."""
        view, tokens = self.view, self.view.tokens
        places = k + 1 < len(tokens) and view.place[k - 1] and view.place[k + 1]
        if tokens[k].text in DASHES and self.last == k - 1 and places:
            return k + 1  # "chairman of the Türkiye–Kyrgyzstan friendship group"
        shortened = tokens[k].text == "." and k == self.i + 1 and self.hit.entry.shortened  # "зам. министра"
        if shortened or self._beside(k) or self._this(k):
            self.last = k if shortened and not self.fusional else self.last  # "Sen. Karl Berg"
            return k + 1
        if (described := self._described(k)) is not None:
            return described
        after = past_interim(view, k)
        if after == k:
            return None
        self.last = after - 1
        return after

    def _described(self, k: int) -> int | None:
        """The institution behind English words at `k` for what it is: "head of the [newly founded] Trade Agency"."""
        view, tokens = self.view, self.view.tokens
        if not (tokens[k - 1].norm in self._articles and tokens[k - 2].norm in self._of):
            return None
        for m in range(k, min(k + _DESCRIBED, len(tokens))):
            if m in self.near.at_start:
                return m if m > k else None
            people = view.place[m] is not None and view.place_end(m) == m  # "the [Turkish] state-owned Corporation"
            word = tokens[m].norm
            small = word in view.language.small_words or word in view.stop
            if not (people or (tokens[m].text[0].islower() and not small)) or view.posts[m] or view.heads[m]:
                return None
        return None

    def _joined(self, k: int) -> int | None:
        """The token after a preposition, an article or a slash at `k` that leads to what the post is over."""
        word = self.view.tokens[k].norm
        slash = word == "/" and k + 1 in self.near.at_start and self.last == k - 1 > self.i  # "OSCE/ODIHR"
        of = word in self._of and not (self.fusional and self._others(k)) and not self._aim(k)
        leads = of or word in self._articles or self._seat(k) or self._sender(k) or self._employer(k) or slash
        return k + 1 if leads else None

    def _aim(self, k: int) -> bool:
        """Tell a preposition before what the holder is to do or is thanked for: "asked the Ambassador [to] attend"."""
        data, tokens = self.view.language.posts, self.view.tokens
        aims = data.aims.get(tokens[k].norm, ())
        if aims and self._of_deed(k + 1):
            return True
        return any(t.text in aims for t in tokens[k + 1 : k + 2])

    def _of_deed(self, k: int) -> bool:
        """Tell an English gerund with its object: "thanked the leader for [accepting] the invitation"."""
        tokens, language = self.view.tokens, self.view.language
        if k + 1 >= len(tokens) or not tokens[k].text.endswith(language.morphology.gerund):
            return False
        return tokens[k + 1].norm in self._articles | language.posts.possessives

    def _over(self, k: int) -> int | None:  # noqa: PLR0911 - a list of what may follow, the first that fits
        """The token after what the post is over, from `k` on, or None; notes it."""
        view, sequels = self.view, self.view.language.posts.sequels
        if self._renamed(k) or self._seated(k):
            return self._take_institution(k + 1)
        if self._home(k) or self._stranger(k):
            self.last, self.titled = k, k if self._refines(k) else self.titled
            return k + 1
        if k in self.near.at_start and not self._field(k):
            return None if self._of_verb(k) else self._take_institution(k)
        if self.fusional and " ".join(t.norm for t in view.tokens[k : k + 2]) in sequels:
            self.last = self.titled = k + 1  # "поверенный [в делах]"
            return k + 2
        if others := self._others(k):
            self.last = others
            return others + 1
        if fields := self._listed(k) or self._and_area(k):
            self.last = self.titled = fields
            return fields + 1
        if aside := self._apart(k):
            self.last = aside
            return aside + 1
        if view.place[k]:
            return self._take_place(k)
        body = self._body(k) or office_sought(view, k)
        if body or self._material(k) or self._governed(k):
            self.last = self.titled = body or k
            return self.titled + 1
        return None

    def _of_verb(self, k: int) -> bool:
        """Tell a Russian body right behind a title's country in a case that no title asks for.

        "По просьбе министра Чили [Агентству торговли] поручено".
        """
        view, draft = self.view, self.near.at_start[k]
        country = view.place[k - 1] if self.fusional else None
        if country is None or country.kind != "country" or self.last != k - 1:
            return False
        head = next((m for m in range(k, draft.last + 1) if view.heads[m]), k)
        found = view.language.analyse(view.tokens[head].norm)
        return bool(found) and all(a.case not in {"gen", "nom"} for a in found)

    def _refines(self, k: int) -> bool:
        """Tell the noun right behind a head that makes another post of it: "глава [страны]" is a president."""
        return k - 1 == self.i and self.view.tokens[k].norm.startswith(tuple(self.hit.entry.with_))

    def _apart(self, k: int) -> int | None:
        """The last token of words at `k` that are no part of the title's own: where, for whom, with whom."""
        return (
            self._hosts(k)
            or self._both(k)
            or self._some_country(k)
            or self._quoted(k)
            or self._bond(k)
            or self._election(k)
            or self._detour(k)
            or self._house_of(k)
            or self._sitting(k)
            or self._residence(k)
        )

    def _residence(self, k: int) -> int | None:
        """The last token of where an envoy sits: "Ambassador to Chile and Peru [with residence in Lima]"."""
        view, tokens, seated = self.view, self.view.tokens, self.view.language.events.seated
        at = next((m for m in range(k + 1, min(k + _SEATED, len(tokens) - 2)) if tokens[m].norm in seated), None)
        if at is None or self.hit.entry.post not in SENT or self.last != k - 1:
            return None
        return view.place_end(at + 2) if view.place[at + 2] else None

    def _sitting(self, k: int) -> int | None:
        """The last token of a numbered sitting that somebody chairs: "President of the [75th session] of the Union"."""
        view, tokens = self.view, self.view.tokens
        if not view.language.analytic or self.last > self.i or k + 2 >= len(tokens):
            return None
        counted = tokens[k].norm[0].isdigit() and tokens[k + 1].norm in view.language.sittings
        return k + 1 if counted and tokens[k + 2].norm in self._of else None

    def _house_of(self, k: int) -> int | None:
        """The last token of what the body of a title is in: "Speaker of the Lords [in the Parliament] N".

        So "представитель министерства [в Совете по туризму] N".
        """
        view, at = self.view, self.view.past_article(k + 1)
        inside = view.tokens[k].norm in view.language.institutions.where
        body = self.near.at_start.get(at) if inside and self.organisation is not None and self.last == k - 1 else None
        after = body.last + 1 if body is not None else len(view.tokens)
        after += after < len(view.tokens) and view.tokens[after].text == ","
        return body.last if body is not None and name_at(view, after, self.near) is not None else None

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
        if (place and place.case != "adj") or self._rank(k) or honorific(view, k):
            return False
        if (hit := view.posts[k]) is not None and "parliament" in hit.entry.with_:
            return False  # "the President of the Friendship Association | Member of Parliament N"
        return bool(view.posts[k] or (k + 1 < len(view.tokens) and view.posts[k + 1] and view.capital(k + 1)))

    def _take_institution(self, k: int) -> int:
        draft = self.near.at_start[k]
        own = self.organisation
        slash = self.view.tokens[k - 1].text == "/" and own is not None and own.first == own.last  # "БДИПЧ/ОБСЕ"
        host = self._host(k) and draft.kind == "international"  # "the Ambassador of Chile to the EU"
        if (own is None or own.form == "short" or slash) and not host:
            self.organisation = draft
        self.last = max(self.last, draft.last)
        self.cuts.append((k, draft.last))
        return draft.last + 1

    def _take_place(self, k: int) -> int:
        place, first = self.view.place[k], k
        field = self._of_field(k)
        seat = place is not None and place.case == "loc" and self.organisation is not None
        away = self.fusional and place and place.case == "loc"
        away = away or self.view.tokens[k - 1].norm in self.view.language.institutions.where  # "ambassador in Chile"
        host = self._host(k) or (away and self.hit.entry.post in SENT)
        joint = place is not None and self.view.tokens[k].start < place.start  # "армяно-иранской комиссии"
        if place and not (field or host or joint) and not (seat and self.organisation and self.organisation.country):
            self.country = self.country or place.country  # "глава посольства Чили | в Осло": that of the embassy
        self.last = self.view.place_end(k)
        k = self.last + 1
        # "Governor of the [Western Greece] region"
        part = self.view.language.analytic and self.view.capital(first - 1) and first - 1 == self.titled > self.i
        if field or part:
            area = k < len(self.view.tokens) and self.view.tokens[k].norm in self.view.language.institutions.places
            self.last = self.titled = k if part and area else self.last
            k = self.last + 1
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
