"""Institution names in languages that put the head first: "Ministry of Justice of Turkmenistan".

A name takes the modifiers on the head's left and, on its right, chains of prepositions or genitives: what the body
is for, whose it is, and of which country. Heads are visited from right to left, so that an owner is known already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, settle
from kg.annotate.organisations.head_final import _kind as kind_of
from kg.annotate.organisations.inflect import adjective, genitive_follows, nominative_phrase
from kg.annotate.view import CLOSING, OPENING

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# Lower-case words that a name may hold in a row ("… for Democratic institutions and human rights").
_LOWER_RUN = 3
_WHERE = frozenset({"in", "at", "в", "во", "при"})
_FOR = frozenset({"for", "on", "по", "для"})
_AUXILIARIES = frozenset({"has", "had", "have", "is", "was", "are", "were", "will", "would", "to", "with", "by", "as"})
_ARTICLES = frozenset({"the", "a", "an"})


def find_head_initial(view: View, known: list[Draft]) -> list[Draft]:
    """Institution names of a sentence, in text order; `known` are the names found in the authority."""
    at_start = {d.first: d for d in reversed(known)}
    at_end = {d.last: d for d in reversed(known)}
    drafts: list[Draft] = []
    for i in range(len(view.tokens) - 1, -1, -1):
        hit = view.heads[i]
        if hit is None:
            continue
        around = next((d for d in known if d.first <= i <= d.last and d.first < d.last), None)
        if around and any(view.heads[k] for k in range(around.first, i)):
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
        self.view, self.i, self.hit = view, i, hit
        self.at_start, self.at_end = at_start, at_end
        self.first = self.last = i
        self.owner: Draft | None = None
        self.country: str | None = None
        self.russian = view.language.code == "ru"
        self.generic = False
        self.chunks: list[tuple[int, int]] = []

    def drafts(self) -> list[Draft]:
        """The names that the head gives: one, several by coordination, or none."""
        self._left()
        self._right()
        if self.generic:
            return []
        if self.hit.analysis.number == "plural" and not self.russian:
            return self._coordination()
        if not self._named():
            return self._short()
        view, tokens = self.view, self.view.tokens
        name = nominative_phrase(view, self.first, self.i, self.last)
        form = "name"
        draft = Draft(
            self.first, self.last, tokens[self.first].start, tokens[self.last].end, name,
            kind_of(view, self.first, self.last if not self.owner else max(self.i, self.owner.first - 1), self.hit.entry),
            f"{view.language.code}.head-initial", self.country, self.owner, form, case=self.hit.analysis.case,
        )  # fmt: skip
        return [settle(draft)]

    def _left(self) -> None:
        view = self.view
        j = self.i - 1
        while j >= 0:
            token = view.tokens[j]
            if j in self.at_end and self.at_end[j].case in {"", "gen", "nom"} and not self.russian:
                self.owner = self.at_end[j]
                self.first = self.owner.first
                return
            if token.norm in view.generic:
                self.generic = True
                return
            if view.place[j] and not self.russian:
                place = view.place[j]
                assert place is not None
                self.country = place.country
                self.first = view.first_of(place)
                return
            if not view.word(j) or token.norm in view.stop or token.norm in _ARTICLES or view.posts[j]:
                return
            listed = token.norm in view.language.institutions.modifiers
            if self.russian:
                if not adjective(token.norm):
                    return
            elif (
                not listed and not (view.capital(j) and (j > 0 or view.capital(self.i))) and not self._capital_before(j)
            ):
                return
            self.first = j
            j -= 1

    def _right(self) -> None:
        k = self.i + 1
        tokens = self.view.tokens
        while k < len(tokens):
            step = self._quoted(k) or self._prepositional(k) or (self._genitives(k) if self.russian else None)
            if step is None:
                return
            self.last = step
            k = step + 1
            if self.owner or self.country:
                return

    def _capital_before(self, j: int) -> bool:
        """Tell a lower-case noun between a capital and the head ("State news agency")."""
        view = self.view
        before = j - 1
        return (
            before >= 0
            and view.tokens[j].norm not in view.purpose
            and view.tokens[j].norm not in view.conjunctions
            and view.tokens[j].norm not in _WHERE
            and view.word(before)
            and view.capital(before)
            and view.tokens[before].norm not in view.stop
            and view.tokens[before].norm not in _ARTICLES
            and not view.posts[before]
        )

    def _quoted(self, k: int) -> int | None:
        view = self.view
        if view.tokens[k].text not in OPENING or view.tokens[k].text == "(":
            return None
        for m in range(k + 1, min(k + 10, len(view.tokens))):
            if view.tokens[m].text in CLOSING:
                return m
        return None

    def _prepositional(self, k: int) -> int | None:
        """A preposition that tells what a body is for, whose it is or where, with what it governs."""
        view = self.view
        word = view.tokens[k].norm
        if word not in view.purpose and word not in _WHERE:
            return None
        k += 1
        if k < len(view.tokens) and view.tokens[k].norm in _ARTICLES:
            k += 1
        if k >= len(view.tokens):
            return None
        if word in _WHERE:
            return self._where(k)
        end = self._owned(k)
        return self._noun_phrase(k) if end is None else end

    def _where(self, k: int) -> int | None:
        """Where a body is, or what its field is bounded by ("Centre in Bishkek", "… Cooperation in Europe").

        After other names the preposition tells where something happened.
        """
        view = self.view
        bounded = any(t.norm in _FOR for t in view.tokens[self.i : k])
        if not (bounded or self.hit.entry.weak or self.hit.entry.kind == "embassy"):
            return None
        place = view.place[k]
        if place and (not bounded or place.kind == "country"):
            return self._owned(k)
        return k if bounded and view.capital(k) and not place and not view.personal(k) else None

    def _owned(self, k: int) -> int | None:
        """An owner at token `k`: an institution or a place."""
        view = self.view
        if k in self.at_start:
            draft = self.at_start[k]
            # A head alone is a field here, no body: "committee on Television, radio and…".
            if draft.first < draft.last or draft.known or draft.form != "short" or self._article(k - 1):
                self.owner = draft
                return draft.last
            del self.at_start[k]
        place = view.place[k]
        if place and view.first_of(place) == k:
            self.country = place.country
            end = k
            while end + 1 < len(view.tokens) and view.place[end + 1] is place:
                end += 1
            return end
        return None

    def _article(self, k: int) -> bool:
        return self.view.tokens[k].norm in _ARTICLES

    def _genitives(self, k: int) -> int | None:
        """A run of genitives, with "и" between them, after a Russian head."""
        view = self.view
        if self._comma_list(k):
            return k
        if view.tokens[k].norm in view.conjunctions:
            inside = self.last > self.i and k + 1 < len(view.tokens) and not view.capital(k + 1)
            return k + 1 if inside and genitive_follows(view, k + 1) and not view.heads[k + 1] else None
        end = self._owned(k)
        if end is not None:
            return end
        return k if genitive_follows(view, k) else None

    def _comma_list(self, k: int) -> bool:
        """Tell whether the comma at `k` belongs to a list inside a name ("Institute of State, law and democracy").

        Each part is one to three words, none of them a head, a title, a stop word or an article; the list ends
        with a conjunction that doesn't follow a comma.
        """
        view, tokens = self.view, self.view.tokens
        if tokens[k].text != "," or self.last == self.i:
            return False
        run = 0
        for m in range(k + 1, min(k + 12, len(tokens))):
            token = tokens[m]
            if token.norm in view.conjunctions:
                following = tokens[m + 1].norm if m + 1 < len(tokens) else ""
                return (
                    0 < run <= _LOWER_RUN and following not in _ARTICLES and not view.heads[m + 1 if following else m]
                )
            if token.text == ",":
                if not 0 < run <= _LOWER_RUN:
                    return False
                run = 0
                continue
            if not view.word(m) or token.norm in view.stop or token.norm in _ARTICLES or view.posts[m]:
                return False
            if view.heads[m] and not view.heads[m].entry.weak:  # type: ignore[union-attr]
                return False
            run += 1
        return False

    def _noun_phrase(self, k: int) -> int | None:
        """A noun phrase with lists from token `k`; gives its last token."""
        view, tokens = self.view, self.view.tokens
        end: int | None = None
        lower = 0
        begin = k
        while k < len(tokens):
            token = tokens[k]
            if end is not None and (token.text == "," or token.norm in view.conjunctions):
                if not self._goes_on(k, token.text):
                    break
                self.chunks.append((begin, end))
                lower = 0
                k += 1
                if k < len(tokens) and tokens[k].norm in view.purpose:
                    k += 1
                begin = k
                continue
            if not view.word(k) or token.norm in view.stop or token.norm in view.purpose or k in self.at_start:
                break
            if token.norm in _WHERE or view.personal(k):
                break
            if view.posts[k] and not view.capital(k):
                break
            lower = 0 if view.capital(k) else lower + 1
            if lower > _LOWER_RUN or (lower and not self.russian and self._verb(k)):
                break
            end = k
            k += 1
            place = view.place[end]
            if place:
                self.country = place.country
                while k < len(tokens) and view.place[k] is place:
                    end = k
                    k += 1
                break
        if end is not None:
            self.chunks.append((begin, end))
        return end

    def _verb(self, k: int) -> bool:
        """Tell an English lower-case word that begins a predicate: an object or an adverb follows, no list, no mark."""
        view, tokens = self.view, self.view.tokens
        if tokens[k].norm.endswith("ed"):
            return True
        if k + 1 >= len(tokens) or not view.word(k + 1):
            return False
        following = tokens[k + 1].norm
        joins = following in view.purpose or following in view.conjunctions or following in _WHERE
        return (following in view.stop or following in _ARTICLES) and not joins and following not in _AUXILIARIES

    def _goes_on(self, k: int, mark: str) -> bool:
        view, tokens = self.view, self.view.tokens
        if mark == ",":
            self.last = max(self.last, k - 1)
            return self._comma_list(k)
        if k + 1 >= len(tokens) or not view.word(k + 1):
            return False
        following = tokens[k + 1]
        if following.norm in view.purpose and self.hit.analysis.number:
            return True
        if following.norm in view.stop or following.norm in _ARTICLES or k + 1 in self.at_start or view.posts[k + 1]:
            return False
        name = view.personal(k + 1) or view.heads[k + 1] is not None
        after_next = view.heads[k + 2] if k + 2 < len(tokens) else None
        return not name and after_next is None

    def _named(self) -> bool:
        view = self.view
        if self.first == self.i == self.last:
            return self.hit.entry.alone and view.capital(self.i)
        body = [
            k
            for k in range(self.first, self.last + 1)
            if not (self.owner and self.owner.first <= k <= self.owner.last) and not view.place[k]
        ]
        if not body:
            return False
        capital = any(view.capital(k) and k > 0 for k in body) or (view.capital(body[0]) and len(body) > 1)
        if self.hit.entry.weak or view.shouting:
            return capital and not view.shouting
        return capital or self.country is not None or (self.owner is not None and self.last > self.i + 2)

    def _short(self) -> list[Draft]:
        view = self.view
        token = view.tokens[self.i]
        if not view.capital(self.i) or self.hit.analysis.number or self.first != self.i:
            return []
        if self.i == 0 and not self.russian:
            return []
        return [
            Draft(
                self.i,
                self.i,
                token.start,
                token.end,
                nominative_phrase(view, self.i, self.i, self.i),
                self.hit.entry.kind,
                f"{view.language.code}.short-head",
                form="short",
                case=self.hit.analysis.case,
            )  # fmt: skip
        ]

    def _coordination(self) -> list[Draft]:
        """Complete elliptical names: "the Ministries of Justice and of Internal Affairs" names two."""
        view, tokens = self.view, self.view.tokens
        if len(self.chunks) < 2 or not all(view.capital(a) for a, _ in self.chunks):
            return []
        head = self.hit.analysis.stem
        head = head.capitalize() if view.capital(self.i) else head
        drafts = []
        for n, (a, b) in enumerate(self.chunks):
            first = self.first if n == 0 else a
            last = self.last if n == len(self.chunks) - 1 else b
            words = " ".join(t.text for t in tokens[a : b + 1])
            drafts.append(
                settle(
                    Draft(
                        first,
                        last,
                        tokens[first].start,
                        tokens[last].end,
                        f"{head} of {words}".replace(" ,", ","),
                        kind_of(view, a, b, self.hit.entry),
                        f"{view.language.code}.coordinated-ellipsis",
                        self.country,
                        self.owner,
                    )  # fmt: skip
                )
            )
        return drafts
