"""Words on the right of a title's head that may stand aside: where, at what, for whom the post is held."""

from __future__ import annotations

from kg.annotate.organisations.head_initial.runs import quoted_name
from kg.annotate.organisations.inflect import (
    adjective,
    locative,
    with_whom,
)
from kg.annotate.posts.head_initial.beside import name_at, past_area
from kg.annotate.posts.head_initial.title_left import Leftward
from kg.annotate.posts.title import SENT

# How far the word for an election may stand behind the preposition ("на намеченных на 5 июня досрочных выборах").
_TO_ELECTION = 8
# Longest phrase behind "work with", in tokens.
_TIED = 3
# How far a name may stand behind a preposition that tells where the post is held, in tokens.
_DETOUR = 5
# Posts that are over what an institution's name may be a part of.
_OF_FIELDS = frozenset({"minister", "deputy-minister", "secretary"})
# Posts that are told with the employer behind "at".
_EMPLOYED = frozenset(
    {
        "other", "expert", "adviser", "manager", "professor", "coordinator", "director", "deputy-director", "secretary",
        "minister", "deputy-minister", "spokesperson", "representative", "judge", "consul",
    }
)  # fmt: skip


class Asides(Leftward):
    """The left of a title with the tests for what stands aside on the right; each gives a last token or None."""

    def _field(self, k: int) -> bool:
        """Tell an institution's noun that is part of a portfolio: "Minister of [School] Education", "[EU] Affairs"."""
        view, draft = self.view, self.near.at_start[k]
        after = draft.last + 1
        if self.fusional or after >= len(view.tokens) or name_at(view, after, self.near) is not None:
            return False  # "Secretary General of the UN [Mr] Karl Berg"
        short = draft.form == "short" and draft.last == k
        known = (draft.known is not None or draft.first == draft.last) and view.tokens[after].norm in view.ordinary
        goes_on = view.word(after) and view.capital(after)
        return goes_on and (short or (known and self.hit.entry.post in _OF_FIELDS))

    def _both(self, k: int) -> int | None:
        """The last token of words that name no country of their own: "министры юстиции [двух стран]"."""
        pair = " ".join(t.norm for t in self.view.tokens[k : k + 2])
        return k + 1 if pair in self.view.language.posts.both else None

    def _others(self, k: int) -> int | None:
        """The last token of further bodies behind the one that is named: "… to the UN [and other organizations]".

        In Russian also behind a country alone: "представитель Чили [при международных организациях] в Вене N".
        """
        view = self.view
        at_all = self.fusional and view.tokens[k].norm in view.language.institutions.beneath
        if self.last != k - 1 or not (at_all or self.organisation is not None):
            return None
        at = view.past_article(k + 1)
        analytic = view.language.analytic
        if analytic and view.tokens[k].norm in view.language.institutions.at and (body := self.near.at_start.get(at)):
            return body.last  # "Head of the UN Office [at the African Union]"
        if not at_all and view.tokens[k].norm not in view.conjunctions:
            return None
        for m in range(k + 1, min(k + _DETOUR, len(view.tokens))):
            if view.tokens[m].norm in view.language.posts.others:
                return m
            if view.capital(m) or not view.word(m) or view.posts[m]:
                return None
        return None

    def _detour(self, k: int) -> int | None:
        """The last token of a few words on where or for whom, right before the name: "посол [на Южном Кавказе] N"."""
        view = self.view
        prepositions = view.language.posts.detours
        if view.tokens[k].norm not in prepositions or self.last < self.i:
            return None
        area = past_area(view, k, self.near) if view.language.analytic else None
        if area is not None or (view.language.analytic and self.last != k - 1):
            return area if self.last == k - 1 else None
        sends = view.tokens[k].norm in view.language.institutions.sender
        if sends and (sender := self._sent(k + 1)) is not None:
            return sender
        for m in range(k + 1, min(k + _DETOUR, len(view.tokens))):
            if m in self.near.persons or name_at(view, m, self.near) is not None:
                place = view.place[m - 1]
                self.country = self.country or (place.country if sends and place else None)  # "от штата Техас"
                return m - 1 if m > k + 1 else None
            if not view.word(m) or view.posts[m] or m in self.near.at_start:
                return None
        return None

    def _sent(self, k: int) -> int | None:
        """The last token of the Russian party at `k` before the name: "депутат Сейма от [Партии труда] N"."""
        view = self.view
        if not self.fusional or k >= len(view.tokens):
            return None
        body = self.near.at_start.get(k)
        end = body.last if body is not None else quoted_name(view, k)  # "депутат от [«Единства»] N"
        return end if end is not None and name_at(view, end + 1, self.near) is not None else None

    def _election(self, k: int) -> int | None:
        """The last token of the election that a post is held at: "глава миссии СНГ [на досрочных выборах в Чили]"."""
        view, data = self.view, self.view.language.posts
        if view.tokens[k].norm not in data.held_at or self.last != k - 1:
            return None
        at = k + 1
        while at < len(view.tokens) and not any(
            a.stem in data.elections for a in view.language.analyse(view.tokens[at].norm)
        ):
            at += 1
            if at > k + _TO_ELECTION or at in self.near.persons or view.tokens[at - 1].text == ",":
                return None
        if at >= len(view.tokens):
            return None
        seat = at + 2 if at + 2 < len(view.tokens) and self._seat(at + 1) else None
        return view.place_end(seat) if seat is not None else at

    def _bond(self, k: int) -> int | None:
        """The last token of with whom ties are kept: "группы дружбы [с Перу]", "отдела по работе [с гражданами]"."""
        view, data = self.view, self.view.language.posts
        ties = view.language.institutions.ties.get(view.tokens[k].norm, frozenset())
        nouns = ties or (data.bonds if view.tokens[k].norm in data.with_whom else ())
        if not nouns or self.titled != k - 1 or k + 1 >= len(view.tokens):
            return None
        if (one := view.posts[k + 1]) is not None and not one.analysis.number:
            return None  # "встреча членов группы дружбы с [послом]"
        if not any(a.stem in nouns for a in view.language.analyse(view.tokens[k - 1].norm)):
            return None
        if view.place[k + 1] is not None:
            return view.place_end(k + 1)
        end = k + 1
        while (
            end < len(view.tokens) and end <= k + _TIED and not view.capital(end) and with_whom(view.tokens[end].norm)
        ):
            end += 1
        return end - 1 if end > k + 1 else None

    def _following(self, k: int) -> bool:
        """Tell a word that goes on with the head itself: "Ambassador [Extraordinary and Plenipotentiary]"."""
        tokens, following = self.view.tokens, self.view.language.posts.following
        if tokens[k].norm in self.view.conjunctions and k > self.i + 1:
            k += 1
        return k < len(tokens) and tokens[k].norm in following and self.titled >= k - 2

    def _host(self, k: int) -> bool:
        """Tell the country that an ambassador is sent to, not by: "the Ambassador to [Peru]"."""
        data = self.view.language.institutions
        before = k - 1 - (self.view.tokens[k - 1].norm in self._articles)
        sent = (self.hit.entry.post in SENT or self.hit.entry.sent) and not self.fusional
        return sent and self.view.tokens[before].norm in data.toward

    def _hosts(self, k: int) -> int | None:
        """The last token of further countries that an ambassador is sent to: "… to Peru[, Chile and Cuba]".

        So "глава представительства Фонда в Перу[, Чили и на Кубе]" with all of them in the locative.
        """
        view, end = self.view, None
        before = view.place[k - 1]
        first = view.first_of(before) if before is not None and self.last == k - 1 else 0
        there = self.fusional and first > 0 and view.tokens[first - 1].norm in view.language.institutions.where
        if not (first and (there or self._host(first))):
            return None
        while view.joint(k):
            at = k + 1 + (k + 1 < len(view.tokens) and view.tokens[k + 1].norm in view.conjunctions)
            at = view.past_article(at)
            place = view.place[at] if at < len(view.tokens) else None
            if (
                place is None
                or place.kind != "country"
                or not (locative(view.tokens[at].norm) if there else not place.case)
            ):
                break
            k = view.place_end(at) + 1
            if k < len(view.tokens) and view.capital(k) and k not in self.near.persons:
                break  # "the Ambassador to Peru and | Chile Minister Anna Kim"
            end = k - 1
        return end

    def _seat(self, k: int) -> bool:
        """Tell a preposition of place before where the post is held ("ambassador in Vienna"), or "and" before more."""
        view = self.view
        if self.fusional and view.tokens[k].norm in view.conjunctions and k + 1 < len(view.tokens):
            pair = (view.place[k - 1], view.place[k + 1])  # "посол в Кувейте и Греции"
            seat = pair[0] and view.tokens[max(0, view.first_of(pair[0]) - 1)].norm in view.language.institutions.where
            return bool(seat and pair[1] and locative(view.tokens[k + 1].norm))
        if view.tokens[k].norm not in view.language.institutions.where or k + 1 >= len(view.tokens):
            return False
        k = view.past_article(k + 1)
        if k >= len(view.tokens) or view.place[k] is None:
            return False
        return not self.fusional or locative(view.tokens[k].norm)

    def _employer(self, k: int) -> bool:
        """Tell "at" before the institution that somebody works for: "Press Officer [at] the Centre"."""
        short = self.organisation is not None and self.organisation.form == "short"  # "Head of Department at the Bank"
        # "Head of Trade at the Delegation"
        employed = short or self.hit.entry.post in _EMPLOYED or self.titled > self.i
        if self.fusional or not employed or (self.organisation and not short) or self.last != k - 1:
            return False
        after = self.view.past_article(k + 1)
        data = self.view.language.institutions
        return self.view.tokens[k].norm in data.where | data.at and after in self.near.at_start

    def _sender(self, k: int) -> bool:
        """Tell "from" between what the post is over and the institution that sent it ("head of the mission from …")."""
        view = self.view
        after = view.past_article(k + 1)
        place = view.place[after] if after < len(view.tokens) else None
        abroad = place is not None and place.kind == "country" and view.language.analytic  # "an expert from Chile"
        sends = view.tokens[k].norm in view.language.institutions.sender and (after in self.near.at_start or abroad)
        return sends and self.organisation is None and self.titled == k - 1

    def _stranger(self, k: int) -> bool:
        """Tell an abbreviation that is not known and ends a title before the name: "министр юстиции [РСК] Анна Ким"."""
        view, text = self.view, self.view.tokens[k].text
        mixed = text.isalpha() and sum(map(str.isupper, text)) > 2  # noqa: PLR2004 - "СПбУТиЭ"
        told = self.fusional and self.titled == self.last == k - 1 and (k - 1 > self.i or mixed)
        told = told and view.tokens[k - 1].norm not in view.conjunctions  # "… культуры и СМИ"
        unknown = k not in self.near.at_start and view.place[k] is None and (mixed or text.isupper()) and text.isalpha()
        return told and unknown and len(text) > 1 and k + 1 in self.near.persons

    def _home(self, k: int) -> bool:
        """Tell the word for the country in question behind a portfolio: "министр юстиции [страны] Ким"."""
        view = self.view
        body = self.organisation is not None and self.organisation.country is None
        told = self.last == k - 1 and not self.country
        told = told and (body or (self.titled == k - 1 and not self.organisation))
        if not self.fusional or not told or adjective(view.tokens[k - 1].norm):
            return False
        return self._ours(k, "gen")

    def _some_country(self, k: int) -> int | None:
        """The last token of a country without its name: "министр [соседней республики]", "посол [в нашей стране]"."""
        view = self.view
        there = view.tokens[k].norm in view.language.institutions.where
        after = k + 1 + there
        if not self.fusional or after >= len(view.tokens) or view.capital(k) or view.place[k]:
            return None
        modified = adjective(view.tokens[after - 1].norm) and not adjective(view.tokens[k - 1].norm)
        refines = view.tokens[after].norm.startswith(tuple(self.hit.entry.with_))  # "глава соседнего [государства]"
        return after if modified and self._ours(after, "loc" if there else "gen") and not refines else None

    def _ours(self, k: int, case: str) -> bool:
        """Tell a case of a noun for the country in question."""
        found, ours = self.view.language.analyse(self.view.tokens[k].norm), self.view.language.posts.ours
        return any(a.stem in ours and a.case == case and not a.number for a in found)

    def _rank(self, k: int) -> bool:
        """Tell a rank between what a post is over and the name: "Minister of Defence [Colonel] Anna Kim"."""
        view, m = self.view, k
        while m < len(view.tokens) and (hit := view.posts[m]) and (hit.entry.rank or hit.entry.post == "ambassador"):
            m += 1
        first = view.posts[k] if view.language.analytic and not self.hit.entry.rank else None
        field = k > self.i + 1 or (first is not None and first.entry.rank)  # "Defence Minister [Colonel] Anna Kim"
        return field and k < m < len(view.tokens) and name_at(view, m, self.near) is not None

    def _people(self, k: int) -> bool:
        """Tell whom a group that a post is over is made of: "координатор группы [наблюдателей]"."""
        hit = self.view.posts[k]
        plural = hit is not None and bool(hit.analysis.number) and not self.view.capital(k)
        return plural and self.titled == k - 1 > self.i and self.view.posts[k - 1] is None

    def _beside(self, k: int) -> bool:
        """Tell a Russian adjective that is no part of the institution behind it: "глава [городского] Управления"."""
        plain = self.fusional and k + 1 in self.near.at_start and not self.view.capital(k) and self.view.word(k)
        return plain and self.view.capital(k + 1) and adjective(self.view.tokens[k].norm)

    def _this(self, k: int) -> bool:
        """Tell a demonstrative before the noun of an institution named before: "президент [этого же] банка"."""
        view, after = self.view, k + 1
        if not self.fusional or view.tokens[k].norm not in view.language.posts.these or after >= len(view.tokens):
            return False
        told = view.heads[after] is not None or view.tokens[after].norm in view.language.posts.these
        self.cuts += [(k, k)] if told else []
        return told

    def _quoted(self, k: int) -> int | None:
        """The last token of a name in quotation marks that a Russian post is over: "глава [«Атома»] Анна Ким".

        One that is no institution stands before the name: "глава группы дружбы [«Чили – Перу»] Анна Ким".
        """
        end = quoted_name(self.view, k) if self.fusional and self.last == k - 1 else None
        if end is None:
            return None
        inside = self.near.at_start.get(k + 1)
        if inside is not None and inside.last == end - 1 and inside.kind != "media" and self.organisation is None:
            self.organisation = inside
            self.cuts.append((k, end))
            return end
        return end if name_at(self.view, end + 1, self.near) is not None else None
