"""Institution names in languages that put the head first: "Ministry of Justice of Turkmenistan".

A name takes the modifiers on the head's left and what follows on its right (`rightward.py`). Heads are visited from
right to left, so that an owner is known already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, kind_of, settle, words_of
from kg.annotate.organisations.inflect import adjective, nominative_phrase
from kg.annotate.organisations.rightward import Rightward

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit


def find_head_initial(view: View, known: list[Draft]) -> list[Draft]:
    """Institution names of a sentence, in text order; `known` are the names found in the authority."""
    at_start = {d.first: d for d in reversed(known)}
    at_end = {d.last: d for d in reversed(known)}
    drafts: list[Draft] = []
    for i in range(len(view.tokens) - 1, -1, -1):
        hit = view.heads[i]
        around = next((d for d in known if d.first <= i <= d.last and d.first < d.last), None)
        if hit is None or (around and any(view.heads[k] for k in range(around.first, i))):
            continue
        for draft in _Phrase(view, i, hit, at_start, at_end).drafts():
            if around and not (draft.first <= around.first and draft.last > around.last and draft.owner):
                continue
            draft.known = around.known if around else None
            at_start[draft.first] = draft
            drafts.append(draft)
    return sorted(drafts, key=lambda d: (d.first, d.last))


class _Phrase:
    """One head and the words that belong to it."""

    def __init__(
        self, view: View, i: int, hit: Hit[Head], at_start: dict[int, Draft], at_end: dict[int, Draft]
    ) -> None:
        self.view, self.i, self.hit, self.at_end = view, i, hit, at_end
        self.russian = view.language.code == "ru"
        self.generic = False
        self.first = i
        self.owner: Draft | None = None
        self.country: str | None = None
        self._left()
        scan = Rightward(view, i, hit, at_start).run()
        self.last, self.chunks = scan.last, scan.chunks
        self.owner = scan.owner or self.owner
        self.country = scan.country or self.country

    def drafts(self) -> list[Draft]:
        """The names that the head gives: one, several by coordination, a reference, or none."""
        if self.generic:
            return []
        if self.hit.analysis.number == "plural" and not self.russian:
            return self._coordination()
        if not self._named():
            return self._short()
        name = nominative_phrase(self.view, self.first, self.i, self.last)
        own = max(self.i, self.owner.first - 1) if self.owner else self.last
        kind = kind_of(self.view, self.first, own, self.hit.entry)
        draft = draft_of(self.view, (self.first, self.last), name, kind, "head-initial")
        draft.case = self.hit.analysis.case
        return [settle(draft, self.owner, self.country)]

    def _left(self) -> None:
        """Modifiers on the left of the head; an owner or a country before them ends the scan."""
        view = self.view
        j = self.i - 1
        while j >= 0:
            token = view.tokens[j]
            owner, place = self.at_end.get(j), view.place[j]
            if owner and not self.russian:
                self.owner, self.first = owner, owner.first
                return
            if place and not self.russian:
                self.country, self.first = place.country, view.first_of(place)
                return
            self.generic = token.norm in view.generic
            if self.generic or not view.word(j) or token.norm in view.stop or view.posts[j]:
                return
            if not (adjective(token.norm) if self.russian else self._modifies(j)):
                return
            self.first = j
            j -= 1

    def _modifies(self, j: int) -> bool:
        """Tell an English modifier: a listed word, a capital, a lower-case noun after one ("State news agency")."""
        view = self.view
        data = view.language.institutions
        word = view.tokens[j].norm
        if word in data.modifiers or (view.capital(j) and (j > 0 or view.capital(self.i))):
            return True
        if j == 0 or word in view.purpose or word in view.conjunctions or word in data.where:
            return False
        return view.capital(j - 1) and view.tokens[j - 1].norm not in view.stop and not view.posts[j - 1]

    def _named(self) -> bool:
        """Tell a name from a phrase about some institution: by capitals, a country, or a long owner's chain."""
        view = self.view
        if self.first == self.i == self.last:
            return self.hit.entry.alone and view.capital(self.i)
        owned = range(self.owner.first, self.owner.last + 1) if self.owner else range(0)
        body = [k for k in range(self.first, self.last + 1) if k not in owned and not view.place[k]]
        if not body:
            return False
        capital = any(view.capital(k) and k > 0 for k in body) or (view.capital(body[0]) and len(body) > 1)
        if self.hit.entry.weak or view.shouting:
            return capital and not view.shouting
        return capital or self.country is not None or (self.owner is not None and self.last > self.i + 2)

    def _short(self) -> list[Draft]:
        """A head alone with a capital refers to an institution named elsewhere ("the Commission")."""
        view = self.view
        begins = self.i == 0 and not self.russian  # the sentence's own capital
        if not view.capital(self.i) or self.hit.analysis.number or self.first != self.i or begins:
            return []
        name = nominative_phrase(view, self.i, self.i, self.i)
        draft = draft_of(view, (self.i, self.i), name, self.hit.entry.kind, "short-head")
        draft.form, draft.case = "short", self.hit.analysis.case
        return [draft]

    def _coordination(self) -> list[Draft]:
        """Complete elliptical names: "the Ministries of Justice and of Internal Affairs" names two."""
        view = self.view
        if len(self.chunks) <= 1 or not all(view.capital(a) for a, _ in self.chunks):
            return []
        head = self.hit.analysis.stem
        head = head.capitalize() if view.capital(self.i) else head
        drafts = []
        for a, b in self.chunks:
            span = (self.first if a == self.chunks[0][0] else a, self.last if b == self.chunks[-1][1] else b)
            name = f"{head} of {words_of(view, a, b)}"
            draft = draft_of(view, span, name, kind_of(view, a, b, self.hit.entry), "coordinated-ellipsis")
            drafts.append(settle(draft, self.owner, self.country))
        return drafts
