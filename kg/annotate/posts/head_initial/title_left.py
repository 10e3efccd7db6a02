"""A title's head with what belongs to it on the left, in languages that put the head first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import words_of
from kg.annotate.organisations.inflect import (
    adjective,
    agrees,
    nominative_phrase,
)
from kg.annotate.posts.head_initial.beside import age
from kg.annotate.posts.parties import party_at
from kg.annotate.posts.title import SENT, Title, post_of
from kg.language.case import recase

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

# Posts held for a state, not for the institution that sends a delegation.
_OF_COUNTRY = frozenset({"ministry", "government", "parliament", "election-body", "court"})
# Posts that an outlet has itself.
_OF_OUTLET = frozenset({"other", "director", "deputy-director", "manager", "head", "expert", "representative"})
# Bodies that send no ambassadors.
_NOT_SENDING = frozenset({"education", "company", "ngo", "parliament", "court", "other"})
_OF_STATE = frozenset({"ambassador", "minister", "prime-minister", "consul", "president", "governor"})
# Tokens before a pronoun among which the state may stand that it stands for.
_WHOSE = 3


class Leftward:
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
        self.fusional = view.language.fusional
        self._of = view.language.posts.of
        self._articles = view.language.institutions.articles
        self.bygone = ""
        if not self._sovereign():
            self._left()
            self._once()
        while self.first - 1 > self.floor and not self.fusional and self._aside(self.first - 1):
            self.first -= 1  # "[newly appointed] UN Coordinator"

    def title(self, *, singular: bool = False) -> Title:
        """The title with institution and country; `singular` brings "advisers" to the singular."""
        view = self.view
        while self.first > 0 and view.tokens[self.first - 1].norm in view.language.posts.honorifics:
            self.first -= 1
        while self.titled > self.i and view.tokens[self.titled].norm in view.conjunctions:
            self.titled -= 1  # "секретарь и | …": what follows was not understood
        while self.fusional and self.titled > self.i and self._cut_off(self.titled):
            self.last -= self.last == self.titled
            self.titled -= 1  # "министр обороны | братской страны"
        text = f"{self.bygone} {self._text(singular=singular)}".strip()
        party = party_at(self.near.parties, self.i)
        if party and self.organisation is None and self.country is None:
            sender = party.organisation  # "делегация фонда во главе с послом"
            foreign = sender is not None and sender.kind not in {"international", "ministry", *self.hit.entry.kinds}
            of_state = foreign and post_of(view, self.hit.entry, self.body, self.titled, None) in _OF_STATE
            self.organisation, self.country = None if of_state else sender, party.country
        elif party and self.organisation and self.organisation.kind != "international":
            self.country = self.country or self.organisation.country or party.country
            if view.language.analytic and self.organisation.kind in _OF_COUNTRY:
                self.organisation.country = self.organisation.country or self.country
        country = self.country or (self.organisation.country if self.organisation else None)
        if self.organisation and self.organisation.kind == "embassy" and self.organisation.country:
            country = self.organisation.country  # "… of the Embassy of Japan in Chile"
        if country is None and self.organisation is None:
            low = text.lower()
            country = next((c for words, c in self.hit.entry.countries.items() if low.startswith(words)), None)
        post = post_of(view, self.hit.entry, self.body, self.titled, self.organisation)
        if post == "president" and country is None and self._of_some_body():
            post = self.hit.entry.kinds.get("company", post)  # a "head of state" heads no company
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
            head=self.i,
            titled=self.titled,
        )

    def _of_some_body(self) -> bool:
        """Tell an English president of what no rule knows to be a body: "the President of [Institut Pasteur]".

        So a Russian one whose pronoun stands for no state: "делегация завода с [его] президентом".
        """
        view, places = self.view, self.view.language.institutions.places
        over = [
            view.tokens[k].norm for k in range(self.i + 1, self.titled + 1) if view.capital(k) and not view.posts[k]
        ]
        if view.language.fusional:
            whose = self.first - (view.tokens[self.first].norm not in view.language.posts.possessives)
            states = any(view.place[k] for k in range(max(0, whose - _WHOSE), max(0, whose)))  # "Чили и её президент"
            return whose >= 0 and view.tokens[whose].norm in view.language.posts.possessives and not states
        return view.language.analytic and self.organisation is None and bool(over) and places.isdisjoint(over)

    def _text(self, *, singular: bool) -> str:
        """The words of the title without the institutions and countries within it."""
        view = self.view
        cuts = sorted(c for c in self.cuts if c[1] < self.titled)
        ends = [*(self._before_cut(first, last) for first, last in cuts), self.titled]
        acting = next((k for k in range(self.body, self.i) if view.tokens[k].norm in view.language.posts.duties), None)
        if acting is not None:
            text = f"{view.language.posts.acting_for} {words_of(view, self.i, ends[0])}"
        else:
            text = nominative_phrase(view, self.body, self.i, ends[0], singular=singular)
            text = self._of_one(text) if singular else text
        rest = [words_of(view, last + 1, end) for (_, last), end in zip(cuts, ends[1:], strict=True) if last < end]
        return " ".join([text, *rest])

    def _of_one(self, text: str) -> str:
        """The text of an English title with the noun behind a deputy's head in the singular: "Deputy [Minister]"."""
        behind = self.view.posts[self.i + 1] if self.i + 1 < len(self.view.tokens) else None
        if not self.view.language.analytic or behind is None or not behind.analysis.number or self.i + 1 > self.titled:
            return text
        word = self.view.tokens[self.i + 1].text
        return text.replace(word, recase(word, behind.analysis.stem), 1)

    def _before_cut(self, first: int, last: int) -> int:
        """The last word of a title before what is cut out of it: "Regional Director [of the World Bank] for Asia"."""
        joints, k = self._of | self._articles, first - 1
        posts = self.view.language.posts  # "Permanent Representative [of Chile] to the branch of the UN"
        after = self.view.tokens[last + 1].norm
        apart = self.view.language.analytic and (after in posts.fields or after in posts.goals)
        while apart and k > self.i and self.view.tokens[k].norm in joints:
            k -= 1
        return k

    def _cut_off(self, k: int) -> bool:
        """Tell an adjective whose noun stands behind it, or the preposition that leads there."""
        view, after = self.view, k + 1
        if view.tokens[k].norm in self._of:
            return True
        noun = after < len(view.tokens) and view.word(after) and not view.capital(after) and not view.posts[after]
        return noun and adjective(view.tokens[k].norm) and agrees(view.tokens[k].norm, view.tokens[after].norm)

    def _sovereign(self) -> bool:
        """Note whose the title is that a sovereign's holder has: "[His Majesty's] Ambassador"."""
        words = " ".join(t.norm for t in self.view.tokens[max(0, self.i - 2) : self.i])
        self.country = self.view.language.posts.sovereigns.get(words)
        self.first = self.i - 2 * bool(self.country)
        return bool(self.country)

    def _left(self) -> None:
        """Modifiers, and an institution or a country before them ("OSCE Secretary General", "Kazakh minister")."""
        view, joined = self.view, False
        j = self.i - 1
        while j > self.floor and j not in self.near.ends:
            token, place = view.tokens[j], view.place[j]
            if token.norm in view.conjunctions or (token.text == "," and joined):
                if not (j - 1 > self.floor and self._coordinate(j - 1)):
                    return
                j, joined = j - 1, True
                continue
            body = self.near.at_end.get(j)
            whole = (
                not self.fusional and body is not None and body.first < j
            )  # "the Ministry of Trade of Japan's | Director"
            if place and not whole and (not self.fusional or adjective(token.norm)):
                before = view.tokens[max(0, view.first_of(place) - 1)].norm
                if place.kind != "country" and before in view.language.institutions.local:
                    return  # "in Samarkand | Acting Foreign Minister …"
                self.country, self.first = place.country, view.first_of(place)
                return
            owner = body or self._abbreviated(j) or self._possessor(j)
            if owner and not self.fusional:
                self._take(owner)
                return
            if not view.word(j) or not self._modifies(j):
                if self._told_by(j):
                    self.first = self.body = j
                return
            self.first = j
            if not self._aside(j):
                self.body = j
            j -= 1

    def _once(self) -> None:
        """Note what tells, before its country or body, that a title is held no more: "[former] Chilean minister"."""
        k = self.first - 1
        if k > self.floor and self.first < self.body and self.view.tokens[k].norm in self.view.language.posts.bygone:
            self.first, self.bygone = k, self.view.tokens[k].norm

    def _take(self, owner: Draft) -> None:
        """Take the institution before a title, but no outlet that opens a report: "KAZINFORM | Speaker of Senate".

        An ambassador is of no school or company: "on behalf of the Academy | Ambassador Anna Kim".
        """
        if self.hit.entry.post in SENT and owner.kind in _NOT_SENDING:
            return
        if owner.kind != "media" or owner.first > 0 or self.hit.entry.post in _OF_OUTLET:
            self.organisation, self.first = owner, owner.first

    def _possessor(self, j: int) -> Draft | None:
        """The body of whose officer the title is: "[NATO] Secretary General's Special Representative"."""
        view, k = self.view, j
        if self.fusional or not view.language.genitive(view.tokens[j].norm):
            return None
        while k > self.floor and (
            view.posts[k] or view.language.owner(view.tokens[k].norm) in view.language.posts.following
        ):
            k -= 1
        return self.near.at_end.get(k) if k < j and any(view.posts[m] for m in range(k + 1, j + 1)) else None

    def _aside(self, j: int) -> bool:
        """Tell an adjective that is no part of the title itself: "[нынешний] президент", "[newly appointed] envoy"."""
        aside, word = self.view.language.posts.aside, self.view.tokens[j].norm
        return (
            word in aside
            or age(self.view, j)
            or (self.fusional and any(a.stem in aside for a in self.view.language.analyse(word)))
        )

    def _told_by(self, j: int) -> bool:
        """Tell the one plain word of a title behind a name and a comma: "Anna Kim, [media] analyst"."""
        view = self.view
        word = view.tokens[j].norm
        plain = view.word(j) and not view.capital(j) and word not in view.stop | view.generic
        plain = plain and not word.endswith(view.language.morphology.past)  # "…, N, included | Secretary General M"
        return not self.fusional and plain and j > 1 and view.tokens[j - 1].text == "," and j - 2 in self.near.ends

    def _abbreviated(self, j: int) -> Draft | None:
        """The institution before its abbreviation in brackets: "Asian Development Bank (ADB) [President]"."""
        tokens = self.view.tokens
        bracketed = tokens[j].text == ")" and tokens[max(0, j - 2)].text == "("
        body = self.near.at_end.get(j - 3) if bracketed and not self.fusional else None
        return None if body is not None and body.last <= self.floor else body  # "Director of the Bank (ADB) | General"

    def _coordinate(self, j: int) -> bool:
        """Tell a modifier before a conjunction: "legal and political adviser", but not "Minister and first deputy"."""
        word = self.view.tokens[j].norm
        if self.fusional:
            return adjective(word) and agrees(word, self.view.tokens[self.i].norm)
        field = self.hit.entry.post == "minister" and self.view.capital(j) and word in self.view.ordinary
        field = field and self.view.place[j] is None  # "Foreign [Affairs] and European Integration Minister"
        return (word in self.view.language.posts.modifiers or field) and self.view.posts[j] is None

    def _modifies(self, j: int) -> bool:
        """Tell whether the word at `j` modifies the title on its right."""
        view = self.view
        word = view.tokens[j].norm
        if self.fusional and adjective(word):
            return word not in view.generic and word not in view.stop and agrees(word, view.tokens[self.i].norm)
        if word in view.language.posts.modifiers:
            return True
        if not self.fusional and (word in view.language.posts.honorifics or word in view.language.institutions.apart):
            return False  # "Her Excellency | Minister", "on 14 October | Vice President"
        if word in view.stop or word in view.generic or self.fusional or len(word) == 1:
            return False  # "H.E | Ambassador"
        if view.language.genitive(view.tokens[j].norm) and view.posts[j] is not None:
            return False  # "the president's | official website"
        return (view.capital(j) and (j > 0 or view.capital(self.i))) or view.posts[j] is not None
