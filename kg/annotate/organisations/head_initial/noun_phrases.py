"""Noun phrases and owners on the right of a head, in languages that put the head first."""

from __future__ import annotations

from kg.annotate.organisations.head_initial.regions import Regions
from kg.annotate.organisations.inflect import (
    adjective,
    genitive_follows,
    oblique,
    only_plural,
)
from kg.annotate.view import CLOSING
from kg.language.russian import predicate

# Lower-case words that a name may hold in a row ("… for Democratic institutions and human rights").
_LOWER_RUN = 3
# Words of the longest field that has its article in a list ("the Rule of Law").
_ARTICLED = 3
# Longest list inside a name, in tokens.
_LISTED = 12


class Phrases(Regions):
    """The noun phrases of a name: see `Ends` for what the scan leaves."""

    def _owned(self, k: int) -> int | None:
        """An owner at token `k`, an institution or a place: its last token."""
        view = self.view
        draft = self.at_start.get(k)
        field = draft is not None and draft.first == draft.last and self._of_field(k, draft.last + 1)
        if field:
            del self.at_start[k]
            return None
        if draft:
            # A head alone is a field here, no body: "committee on Television, radio and…".
            if draft.first < draft.last or draft.known or draft.form != "short" or self._article(k - 1):
                self.owner = draft
                return draft.last
            del self.at_start[k]
        place = view.place[k]
        if place is None or view.first_of(place) != k or (self._genitives and place.case == "adj"):
            return None  # "Ассоциация [российских] вузов"
        end = view.place_end(k)
        if self._described(k):
            self.owner = self.at_start.get(end + 1)
            return self.owner.last if self.owner else None  # "of the Russian [Council of the Federation]"
        if (both := self._two_states(end)) is not None:
            return both
        if not self._studied(end):
            self.country = place.country
        return end

    def _described(self, k: int) -> bool:
        """Tell an English adjective of a country before more of the name: "Department of [Russian] Translation"."""
        place, view = self.view.place[k], self.view
        if place is None or self._genitives:
            return False
        after = view.place_end(k) + 1
        if place.case != "adj":  # "Bureau of Trade of the [U.S.] Department of State"
            return after in self.at_start and self.at_start[after].form != "short" and view.capital(after)
        joined = after + 1 < len(view.tokens) and view.tokens[after].norm in view.conjunctions
        ahead = view.place[after + 1] if joined else None
        if ahead is not None and ahead.case == "adj":
            return self._described(after + 1)
        return after < len(view.tokens) and view.word(after) and view.capital(after)

    def _studied(self, last: int) -> bool:
        """Tell a country that an institute is about: "Институт [Китая] и Азии", "Институт [Японии] РАН"."""
        view, after = self.view, last + 1
        if not self._genitives or self.hit.entry.kind != "education" or after >= len(view.tokens):
            return False
        listed = view.tokens[after].norm in view.conjunctions and after + 1 < len(view.tokens)
        owner = self.at_start.get(after)
        return bool(
            (listed and genitive_follows(view, after + 1) and not view.heads[after + 1])
            or (owner is not None and owner.form == "abbreviation")
        )

    def _of_field(self, k: int, after: int) -> bool:
        """Tell an acronym that a noun of fields follows: "Committee on [CIS] Affairs"."""
        view = self.view
        if (
            self._genitives
            or k <= self.i + 1
            or view.tokens[k - 1].norm not in self._field
            or after >= len(view.tokens)
        ):
            return False
        return view.capital(after) and view.tokens[after].norm in view.ordinary

    def _beneath(self, k: int) -> int | None:
        """The office or body that a body belongs to: "Agency [under the President of Chile]"; its last token."""
        view, data = self.view, self.view.language.institutions
        envoy = view.posts[self.first - 1] if self._genitives and self.first else None
        sent = envoy is not None and envoy.entry.post in {"representative", "permanent-representative"}
        if view.tokens[k].text not in data.beneath or sent:
            return None  # "представитель Банка | при Союзе"
        k = view.past_article(k + 1)
        if k in self.at_start:
            return self._owned(k)
        if k >= len(view.tokens) or view.posts[k] is None or not view.capital(k):
            return self._government(k)
        of = k + 1
        if self._genitives and of < len(view.tokens) and (place := view.place[of]) and place.kind == "country":
            return self._through_place(of)  # "Совет при Президенте Чили"
        if of + 1 >= len(view.tokens) or view.tokens[of].norm not in view.language.posts.of:
            return k
        of += 1 + (self._article(of + 1) and of + 2 < len(view.tokens))
        place = view.place[of]
        return self._through_place(of) if place is not None and place.kind == "country" else k

    def _lists(self, k: int) -> bool:
        """Tell whether the comma at `k` belongs to a list inside a name ("Institute of State, law and democracy").

        Each part is one to three words, none of them a strong head, a title, a stop word or an article; the list
        ends with a conjunction that doesn't follow a comma, or follows one before a plain noun ("Trade, and Energy").
        """
        view, tokens = self.view, self.view.tokens
        if tokens[k].text != "," or self.last == self.i or tokens[self.last].text in CLOSING:
            return False  # "представители банка «Волна», отрасли и общества"
        run, fields = 0, self._genitives and self.hit.entry.kind == "ministry" and only_plural(tokens[self.i].norm)
        named = not view.capital(k - 1)  # then one with a capital names somebody: "Совет министров, Анна Ким и"
        for m in range(k + 1, min(k + _LISTED, len(tokens))):
            token = tokens[m]
            if fields and self._last_field(m):
                return 0 < run <= _LOWER_RUN
            if token.norm in view.conjunctions:
                ends = m + 1 >= len(tokens) or self._article(m + 1) or view.heads[m + 1]
                if not run and tokens[m - 1].text == ",":
                    return not ends and (m - 1 > k or len(self.chunks) > 0) and self._plain_capital(m + 1)
                return 0 < run <= _LOWER_RUN and not ends
            if token.text == ",":
                if not 0 < run <= _LOWER_RUN:
                    break
                run = 0
                continue
            head = view.heads[m]
            barred = (
                token.norm in view.stop
                or self._article(m)
                or ((post := view.posts[m]) and post.entry.post != "judge")  # "Trade, [Justice] and Energy"
                or (head and not (head.entry.weak and not view.capital(m)))
                or (self._genitives and view.capital(m) and (named or token.norm in view.given_folded))
            )
            if not view.word(m) or barred:
                break
            run += 1
        return False

    def _last_field(self, m: int) -> bool:
        """Tell what ends a Russian list of fields before it: "министерств юстиции, обороны[, а также] службы"."""
        view, tokens = self.view, self.view.tokens
        if tokens[m].text != ",":
            return not (view.word(m) and genitive_follows(view, m)) and tokens[m].norm not in view.conjunctions
        also = " ".join(t.norm for t in tokens[m + 1 : m + 3]) in view.language.institutions.and_
        return also or m + 1 >= len(tokens) or view.capital(m + 1) or view.heads[m + 1] is not None

    def _articled(self, k: int) -> bool:
        """Tell a field that has its article in a list: "Department of Human Rights and the [Rule of Law]"."""
        view = self.view
        told, capital = " ".join(view.sentence.words[k : k + _ARTICLED]), k < len(view.tokens) and view.capital(k)
        return capital and any(f"{told} ".startswith(f"{f} ") for f in view.language.institutions.articled)

    def _plain_capital(self, k: int) -> bool:
        """Tell an English common noun with a capital that ends a phrase: "Trade, and [Energy] of the Senate"."""
        view = self.view
        plain = not self._genitives and view.capital(k) and view.tokens[k].norm in view.ordinary
        apart = view.posts[k] or view.place[k] or view.personal(k) or k in self.at_start
        ends = k + 1 >= len(view.tokens) or not view.word(k + 1) or not view.capital(k + 1)
        return plain and not apart and (ends or view.tokens[k + 1].norm in view.given_folded)  # "Migration | Julie"

    def _noun_phrase(self, k: int) -> int | None:
        """A noun phrase with its lists from token `k`: its last token."""
        view, tokens = self.view, self.view.tokens
        end: int | None = None
        lower = 0
        begin = k
        while k < len(tokens):
            if end is not None and view.joint(k):
                if not self._goes_on(k):
                    break
                self.chunks.append((begin, end))
                lower = 0
                after = tokens[k + 1].norm if k + 1 < len(tokens) else ""
                joint = after in view.purpose or (tokens[k].text == "," and after in view.conjunctions)
                k += 2 if joint or after in self._articles else 1
                begin = k
                continue
            if end is not None and self._owning(k):
                break
            lower = 0 if view.capital(k) else lower + 1
            if self._ends(k, lower):
                break
            described = self._described(k)
            end = k if described else self._through_place(k)
            place = view.place[k]
            if place and not described and not (self._genitives and place.case == "adj"):
                break
            k += 1
        if end is not None and begin <= end:  # "Committees on Trade and on | Monday"
            self.chunks.append((begin, end))
        return end

    def _ends(self, k: int, lower: int) -> bool:
        """Tell whether the noun phrase ends before the word at `k`, the `lower`th in lower case in a row."""
        view = self.view
        word = view.tokens[k].norm
        barred = word in view.stop or word in view.purpose or word in self._where or k in self.at_start
        title = (view.posts[k] is not None and not (view.capital(k) or self._described_people(k))) or self._officer(k)
        barred = barred or (not self._genitives and (self._apart(k) or self._headline(k) or self._small(k)))
        personal = view.personal(k) and not (self._genitives and adjective(word))  # "Каспийского" is no surname
        given = word in view.given_folded  # "… по обороне и порядку | Иван Петров"
        name = self._genitives and view.capital(k)
        unknown = name and k > 0 and view.capital(k - 1) and not oblique(word)  # "| Зигрид Линд"
        name = name and (given or unknown or self._two(k))
        verb = lower > 0 and ((predicate(word) or self._direct(k)) if self._genitives else self._verb(k))
        initial = len(view.tokens[k].text) == 1 and view.tokens[k].text.isupper()
        signed = self._genitives and view.capital(k) and k + 1 < len(view.tokens) and view.initial(k + 1)
        signed = signed or (not self._genitives and self._named(k))  # "Agency of Transport | M. Kim"
        initial = initial and (not self._genitives or view.tokens[min(k + 1, len(view.tokens) - 1)].text == ".")
        personal = personal or initial or signed
        return not view.word(k) or barred or title or personal or name or lower > _LOWER_RUN or verb

    def _headline(self, k: int) -> bool:
        """Tell a noun or verb of events in a headline: "Ministry of Justice | Talks Cooperation", "… | sign a plan"."""
        view = self.view
        if not view.sentence.heading or k <= self.i + 1:
            return False
        small = view.capital(k - 1) and not view.capital(k)
        return self._event(k) or (small and any(view.language.triggers.find([view.tokens[k].norm])))

    def _event(self, k: int) -> bool:
        """Tell the noun of an event that heads no institution's name."""
        view = self.view
        return not view.heads[k] and view.language.forms(view.language.event_nouns)[view.tokens[k].norm]

    def _officers(self, k: int) -> bool:
        """Tell a second kind of officers with a capital in an English name: "Council of Judges [and Prosecutors]"."""
        view, both = self.view, (k - 1, k + 1)
        plural = [bool((hit := view.posts[m]) and hit.analysis.number and view.capital(m)) for m in both]
        return not self._genitives and all(plural)

    def _through_place(self, k: int) -> int:
        """The last token of the place at `k`, which gives the name its country; `k` where there is none."""
        place = self.view.place[k]
        if place is None:
            return k
        self.country = place.country
        return self.view.place_end(k)

    def _verb(self, k: int) -> bool:
        """Tell an English lower-case word that begins a predicate: an object or an adverb follows, no list, no mark."""
        view, tokens = self.view, self.view.tokens
        if tokens[k].norm.endswith(view.language.morphology.past) or self._adverb(k):
            return True
        if k + 1 >= len(tokens) or not view.word(k + 1):
            return False
        following = tokens[k + 1].norm
        if following in view.language.events.pasts or following.endswith(view.language.morphology.past):
            return False  # "The Centre for human [rights] held talks": the verb is the next one
        joins = following in view.purpose or following in view.conjunctions or following in self._where
        if tokens[k].norm.endswith(view.language.morphology.gerund) and view.capital(k - 1):
            return not (joins or following in view.stop or view.capital(k + 1))  # "Ministry of Trade | taking part"
        return following in view.stop and not joins and following not in self._auxiliaries

    def _deed(self, k: int) -> bool:
        """Tell a body's noun in small letters that may be a field: "Комитет по бюджету и [организации] работы"."""
        view = self.view
        if not self._genitives or view.capital(k):
            return False
        weak = (hit := view.heads[k]) is not None and hit.entry.weak
        return weak and any(a.case == "dat" for a in view.language.analyse(view.tokens[k].norm))

    def _goes_on(self, k: int) -> bool:
        """Tell whether a list inside the name goes on after the comma or conjunction at `k`."""
        view, tokens = self.view, self.view.tokens
        if tokens[k].text == ",":
            self.last = max(self.last, k - 1)
            return self._lists(k)
        if k + 1 >= len(tokens) or not view.word(k + 1):
            return False
        following = tokens[k + 1].norm
        if following in view.purpose and self.hit.analysis.number:
            return True
        articled = self._article(k + 1) and self._articled(k + 2)
        small = not (self._genitives or view.capital(k + 1))  # "Trade and | other bodies"
        barred = (
            (following in view.stop and not articled)
            or following in view.language.posts.honorifics
            or (self._article(k + 1) and not articled)
            or (small and (following in view.generic or following.endswith(view.language.morphology.gerund)))
            or k + 1 in self.at_start
            or (self._acronym(k + 1) or self._stranger(k + 1))
            or (self._genitives and not (view.capital(k + 1) or oblique(following)))  # "по труду и | важность"
        )
        if self._officers(k):
            return True
        near = (m for m in (k + 1, k + 2) if m < len(tokens) and view.heads[m] and not self._deed(m))
        head_near = any(tokens[m].norm not in view.language.institutions.filler for m in near)  # "and Human [Services]"
        return not (barred or view.posts[k + 1] or view.personal(k + 1) or head_near)
