"""Institution names in languages that put the head first: "Ministry of Justice of Turkmenistan".

A name takes the modifiers on the head's left and what follows on its right (`rightward.py`). Heads are visited from
right to left, so that an owner is known already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, kind_of, may_own, settle, words_of
from kg.annotate.organisations.head_initial.adjectives import country_told
from kg.annotate.organisations.head_initial.nested import (
    NO_BODY,
    another,
    glosses,
    house,
    nameless,
    organ,
    outgrows,
    own,
    quoted_in,
)
from kg.annotate.organisations.head_initial.pieces import whole
from kg.annotate.organisations.head_initial.plurals import after_plural, fields, of_each_country, ordinals, shared_noun
from kg.annotate.organisations.head_initial.preceding import Preceding
from kg.annotate.organisations.head_initial.rightward import Rightward
from kg.annotate.organisations.head_initial.runs import branded, latin_run, quoted_name, unknown_run
from kg.annotate.organisations.inflect import adjective, in_dictionary, nominative_phrase, only_plural
from kg.annotate.view import OPENING_QUOTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead
    from kg.model import PlaceMention

# An abbreviation within a name: "Институт труда [(ИТ)] РАН".
_ABBREVIATED = re.compile(r" \([A-ZА-ЯЁ]{2,}\)")
# Posts whose holders lead a body.
_LEADERS = frozenset(
    {"head", "director", "chair", "deputy-head", "deputy-director", "deputy-chair", "manager", "secretary"}
)


def find_head_initial(view: View, known: list[Draft], is_world: Callable[[str], bool]) -> list[Draft]:
    """Institution names of a sentence, in text order; `known` are the names found in the authority.

    `is_world` tells a whole name (nominative) of an international organisation, behind which no field stands.
    """
    at_start = {d.first: d for d in reversed(known)}
    at_end = {d.last: d for d in reversed(known)}
    drafts: list[Draft] = []
    for i in reversed(view.head_at):
        hit, country = view.heads[i], view.place[i]
        if hit is None or (country is not None and country.kind == "country" and country.case != "adj"):
            continue  # "посол Российской [Федерации] во Вьетнаме"
        around = next((d for d in known if d.first <= i <= d.last and d.first < d.last), None)
        if (around and any(view.heads[k] for k in range(around.first, i))) or _told_by_head(view, i):
            continue
        if view.language.analytic and any(told(view, i) for told in NO_BODY):
            continue
        for draft in _Phrase(view, i, hit, at_start, at_end, is_world=is_world).drafts():
            if around and not outgrows(view, draft, around):
                continue
            draft.known = around.known if around and not another(view, draft, around) else None
            if may_own(draft):
                at_start[draft.first] = draft
            drafts.append(draft)
    if view.language.analytic:
        drafts = whole(view, drafts, known)
        own(view, drafts)
        house(view, drafts, known)
    kept = [d for d in drafts if not glosses(view, d, drafts) and not quoted_in(view, d, drafts)]
    return sorted(kept, key=lambda d: (d.first, d.last))


def _told_by_head(view: View, i: int) -> bool:
    """Tell a head that only says which institution the head before it is: "Совет [Федерации]"."""
    k = i - 1
    while k > 0 and view.language.fusional and not view.capital(k) and adjective(view.tokens[k].norm):
        k -= 1  # "Академия государственного [управления]"
    before = view.heads[k] if i and view.language.fusional else None
    if before is None or (hit := view.heads[i]) is None:
        return False
    deed = before.entry.kind == "education" or (hit.entry.deed and view.capital(k))  # "Академия [управления]"
    told = any(view.tokens[i].norm.startswith(beginning) for beginning in before.entry.kinds)
    return told or (deed and not view.capital(i))


class _Phrase(Preceding):
    """One head and the words that belong to it."""

    def __init__(
        self,
        view: View,
        i: int,
        hit: Hit[Head],
        at_start: dict[int, Draft],
        at_end: dict[int, Draft],
        *,
        is_world: Callable[[str], bool],
    ) -> None:
        super().__init__(view, i, hit, at_end)
        scan = Rightward(view, i, hit, at_start, self.first, is_world=is_world).run()
        self.last, self.chunks = scan.last, scan.chunks
        self.owner = scan.owner or self.owner
        kept = self.country if hit.entry.kind == "embassy" and view.language.analytic else None
        self.country = kept or scan.country or self.country  # "Japanese Embassy in Chile" is Japan's
        if self.fusional and self.first == i - 1 and (place := self._of_brand()) is not None:
            self.first, self.country = i, self.country or place.country  # "[японская] компания Toyota"

    def drafts(self) -> list[Draft]:
        """The names that the head gives: one, several by coordination, a reference, or none."""
        brand = branded(self.view, self.i, self.last)
        if self.generic and not (brand or (self.hit.analysis.number and self.hit.entry.kind == "ministry")):
            return []
        words = [t.norm for t in self.view.tokens[self.first : self.i + 1]]
        if self.fusional:
            several = self.hit.analysis.number and not in_dictionary(words[-1])  # "главы Совбезов Чили и Перу"
            if several or any(only_plural(w) for w in words if w not in self.view.conjunctions):
                named = after_plural(self.view, self.first, self.i, self.hit, self.country)
                return named or self._russian_coordination()
        elif self.hit.analysis.number == "plural":
            named = of_each_country(self.view, self.first, self.i, self.hit)
            return named or ([] if self.generic else self._coordination())
        if not self._named():
            return self._short()
        view = self.view
        name = _ABBREVIATED.sub("", nominative_phrase(self.view, self.first, self.i, self.last))
        own = max(self.i, self.owner.first - 1) if self.owner else self._own_last()
        kind = kind_of(self.view, self.first, own, self.hit.entry)
        kind = self.hit.entry.quoted if brand and self.first == self.i and self.hit.entry.quoted else kind
        sent = bool(self.owner and self.owner.kind == "international" and self.country)  # "Delegation of … to Chile"
        if self.hit.entry.refined and kind == self.hit.entry.kind and not sent:
            return []
        local = self.view.language.institutions.local_bodies
        if kind == "international" and not self.owner and any(w.startswith(local) for w in words):
            kind = self.hit.entry.kind  # "областной исполнительный комитет"
        draft = draft_of(self.view, (self.first, self.last), name, kind, "head-initial")
        draft.case = self.hit.analysis.case
        if view.language.analytic and kind == "ministry" and not view.capital(self.i) and self.last == self.i:
            draft.form = "short" if view.place[self.i - 1] else draft.form  # "the Uzbek ministry"
        told = self.country or (None if self.owner or kind == "international" else country_told(view, self.first))
        return [settle(draft, self.owner, told, part=self.hit.entry.part)]

    def _of_brand(self) -> PlaceMention | None:
        """The country of an adjective in small letters before a head with a name of its own."""
        view, before = self.view, self.view.place[self.first]
        named = self.last > self.i and (quoted_name(view, self.i + 1) or unknown_run(view, self.i, self.first))
        named = named or (self.last > self.i and latin_run(view, self.i + 1))
        adjective_of = before is not None and before.case == "adj" and not view.capital(self.first)
        return before if named and adjective_of else None

    def _own_last(self) -> int:
        """The last token of the name before the country that it is of: "Совет Безопасности [Российской Федерации]"."""
        view, k = self.view, self.last
        while self.fusional and k > self.i and (place := view.place[k]) is not None and place.case != "adj":
            k -= 1
        return k

    def _named(self) -> bool:
        """Tell a name from a phrase about some institution: by capitals, a country, or a long owner's chain."""
        view = self.view
        if self.hit.entry.listed or self.first == self.i == self.last:
            return self.hit.entry.listed or (self.hit.entry.alone and view.capital(self.i))
        owned = range(self.owner.first, self.owner.last + 1) if self.owner else range(0)
        body = [
            k
            for k in range(self.first, self.last + 1)
            if k not in owned and (not view.place[k] or "-" in view.tokens[k].text or self._proper_adjective(k))
        ]
        if not body or nameless(view, self.first, self.i, self.last, self.hit.entry, owned=bool(self.owner)):
            return False
        inner = body[1:] if self._marked() else body
        capital = any(view.capital(k) and k > 0 for k in inner) or (len(inner) > 1 and view.capital(inner[0]))
        led = self._led() or organ(view, self.first, self.hit.entry, self.owner)
        if led or self._building():
            return led
        if self.hit.entry.weak or view.shouting:
            return capital and not view.shouting
        if self.hit.entry.kind == "ministry" and self.last > self.i and not self.owner:
            return True  # "в министерстве юстиции"
        behind = (view.place[k] for k in range(self.i + 1, self.last + 1))
        stateless = any(place is not None and place.country is None for place in behind)  # "Парламент Абхазии"
        return capital or stateless or self.country is not None or (self.owner is not None and self.last > self.i + 2)

    def _building(self) -> bool:
        """Tell an English office in small letters that is nobody's: "the Landmark [office]"."""
        view = self.view
        bare = view.tokens[self.i].norm in view.language.institutions.offices and not view.capital(self.i)
        whose = any(view.language.genitive(view.tokens[k].norm) for k in range(self.first, self.i))
        return bare and self.last == self.i and not (self.owner or self.country or whose)

    def _led(self) -> bool:
        """Tell a Russian body in small letters that a post is over and that says its own field: "глава [отдела …]".

        "начальник отдела по работе с гражданами", but not "начальник отдела".
        """
        before = self.view.posts[self.first - 1] if self.fusional and self.first else None
        before = before or self._listed_leader()
        leads = before and not before.entry.trade and (before.entry.post in _LEADERS or before.entry.kinds)
        leads = leads and "-" not in self.view.tokens[self.i].norm  # "пресс-службы губернатора"
        genitive = any(a.case == "gen" for a in self.view.language.analyse(self.view.tokens[self.i].norm))
        if not leads or not genitive or self.view.shouting or self.hit.entry.kind == "international":
            return False
        field = [k for k in range(self.i + 1, self.last + 1) if not self.view.place[k]]
        taught = self.hit.entry.kind == before.entry.seat == "education" if before else False
        if taught and self.first < self.i:
            return True  # "декан исторического факультета"
        people = self.hit.entry.kind == "other" and all(self.view.posts[k] for k in field)  # "миссии наблюдателей"
        return not (people or all(self.view.heads[k] and not self.view.capital(k) for k in field))  # "министерства"

    def _listed_leader(self) -> Hit[PostHead] | None:
        """The title in the plural of a list of such bodies: "[руководители] отдела труда A и [отдела] культуры B"."""
        view = self.view
        if not (self.fusional and self.first and view.joint(self.first - 1) and self.last + 1 < len(view.tokens)):
            return None
        for k in view.post_at:
            hit, head = view.posts[k], view.heads[k + 1] if k + 1 < self.first else None
            if hit and hit.analysis.number and head and head.entry is self.hit.entry:
                return hit
        return None

    def _proper_adjective(self, k: int) -> bool:
        """Tell a Russian adjective of a country with a capital that not all words have: "у Японского банка"."""
        titled = self.view.sentence.heading and self.view.capital(self.i)  # "Визит Японского Банка"
        return self.fusional and 0 < k < self.i and self.view.capital(k) and not titled

    def _short(self) -> list[Draft]:
        """A head alone with a capital refers to an institution named elsewhere ("the Commission")."""
        view = self.view
        begins = self.i == 0 and (self.hit.entry.weak or not self.fusional)  # the sentence's own capital
        house = view.language.analytic and self.i + 1 < len(view.tokens) and view.capital(self.i + 1)
        named = house and (view.personal(self.i + 1) or view.tokens[self.i + 1].norm in view.given_folded)
        if house and view.word(self.i + 1) and not view.place[self.i + 1] and not named:
            return []  # "Government House"
        quoted = self.i > 0 and view.tokens[self.i - 1].text in OPENING_QUOTES  # "ракета «Союз»"
        if (
            quoted
            or self.hit.entry.refined
            or not view.capital(self.i)
            or self.hit.analysis.number
            or self.first != self.i
            or begins
        ):
            return []
        name = nominative_phrase(view, self.i, self.i, self.i)
        draft = draft_of(view, (self.i, self.i), name, self.hit.entry.kind, "short-head")
        draft.form, draft.case = "short", self.hit.analysis.case
        return [draft]

    def _russian_coordination(self) -> list[Draft]:
        """Complete elliptical names: "министерств юстиции и внутренних дел" names two; one part names none."""
        view, drafts = self.view, []
        if self.hit.entry.weak or self.owner or self.last == self.i or view.tokens[self.i + 1].norm in view.purpose:
            return []
        end = next((k for k in range(self.i + 1, self.last + 1) if view.place[k]), self.last + 1)
        cuts = [k for k in range(self.i + 1, end) if view.joint(k)]
        parts = list(zip([self.i, *cuts], [*cuts, end], strict=True))
        if len(parts) < 2 or ordinals(view, self.i, end):  # noqa: PLR2004 - "министерств финансов стран" names nothing
            return []
        head = self.hit.analysis.stem.capitalize()
        adjectives = [k for a, b in parts for k in range(a + 1, min(b, end - 1))]
        shared = shared_noun(view, adjectives, end - 1)  # "акиматов Абайской и Жетысуской [областей]"
        for a, b in parts:
            span = (self.first if a == self.i else a + 1, self.last if b == end else b - 1)
            own = b - 1 - bool(shared and b == end)
            name = " ".join([head, words_of(view, a + 1, own), *filter(None, [shared])])
            draft = draft_of(view, span, name, kind_of(view, a + 1, b - 1, self.hit.entry), "coordinated-ellipsis")
            draft.case = self.hit.analysis.case
            drafts.append(settle(draft, None, self.country))
        return drafts

    def _coordination(self) -> list[Draft]:
        """Complete elliptical names: "the Ministries of Justice and of Internal Affairs" names two."""
        view = self.view
        chunks = fields(view, self.i, self.hit.entry, self.chunks)
        if len(chunks) <= 1 or not all(view.capital(a) and not view.place[a] for a, _ in chunks):
            return []  # "libraries of Chile and Peru"
        head = self.hit.analysis.stem
        head = head.capitalize() if view.capital(self.i) else head
        joint = view.tokens[self.i + 1].norm
        kinds = [kind_of(view, a, b, self.hit.entry) for a, b in [(self.first, self.i), *chunks]]
        one = next((kind for kind in kinds if kind != self.hit.entry.kind), self.hit.entry.kind)
        drafts = []
        for (a, b), kind in zip(chunks, kinds[1:], strict=True):
            span = (self.first if a == chunks[0][0] else a, self.last if b == chunks[-1][1] else b)
            name = f"{head} {joint if joint in view.purpose else 'of'} {words_of(view, a, b)}"
            told = one if kind == self.hit.entry.kind else kind  # those of a list are of one kind
            draft = draft_of(view, span, name, told, "coordinated-ellipsis")
            drafts.append(settle(draft, self.owner, self.country))
        return drafts
