"""How far a name reaches to the left of its head, in languages that put the head last.

The scan goes from word to word; the rules of `RULES` are asked in order and the first opinion wins: go on from
another word, or stop. A word on which none has an opinion belongs to the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import kind_of
from kg.annotate.organisations.head_final import ends
from kg.annotate.organisations.head_final.aims import (
    aims_at,
    is_object,
    joint_aims,
    meet_purpose,
    meet_target,
    of_purpose,
)
from kg.annotate.organisations.head_final.bearers import bearer, initials, named_after
from kg.annotate.organisations.head_final.modifiers import (
    area,
    ends_name,
    eponym,
    is_modifier,
    member_states,
    name_word,
    with_article,
)
from kg.annotate.organisations.head_final.owning import (
    bare_owner,
    begin,
    begins_before,
    brands,
    joined_owners,
    of_rank,
    opens_name,
    seats,
    sent,
    short_owner,
    take_joint,
    take_office,
)
from kg.annotate.organisations.head_final.scan import STOP, Scan
from kg.annotate.view import DASHES, ROMAN

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.annotate.organisations.draft import Draft
    from kg.model import PlaceMention

# Cases of a bare noun that is not part of a name.
_ADVERBIAL = frozenset({"dat", "loc", "abl", "ins"})
# Cases of the place whose a town with a body is.
_OWNING = frozenset({"adj", "gen"})
# Letters of the longest stem that a chance ending leaves ("Ислам").
_SHORT = 3


class Leftward(Scan):
    """The scan with all its rules."""

    def run(self) -> Leftward:
        """Scan, and give the scan itself."""
        while self.j > self._lowest:
            step = next((s for rule in RULES if (s := rule(self)) is not None), None)
            if step is None:
                self._take()
                step = self.j - 1
            if step == STOP:
                break
            self.j = step
        begin(self)
        if self.first is not None and self.told_at is not None and self.told_at < self.first - 1:
            self.country = None  # "түрік жағы | Түркі елдері бірлігіне кірді"
        return self

    def _take(self) -> None:
        """The word belongs to the name; with a capital, it may begin it, a sentence's first only if no other does."""
        view, j = self.view, self.j
        aim = self.purpose_at and not view.oblique(j)  # what a body is for begins its name
        aim = aim and not any(view.capital(k) for k in range(j + 1, self.purpose_at or j))
        opens = j + 1 == self.first and view.tokens[j].norm in view.language.institutions.modifiers
        starts = j > 0 or self.first is None or aim or opens or opens_name(self, j) or view.capital(self.i)
        starts = starts or (self.eponym_at is not None and view.language.is_given(view.tokens[j].norm))
        # "[Облыстық] білім және ІТ басқармасы"
        starts = starts or view.tokens[j].norm.startswith(view.language.institutions.local_bodies)
        there = self._there()
        self.located = self.located or there
        starts = starts and (j > 0 or not self.located)  # "Қыз | Алматыдағы ауруханаға жатты"
        starts = starts and not there
        capital = view.capital(j) or (self.eponym_at is not None and with_article(view, j))
        if of_rank(self, j) or (capital and starts and not set(view.tokens[j].text) <= ROMAN):
            self.first = j

    def _there(self) -> bool:
        """Tell where a body is by what is no known place: "ұйымның [Петропавлдағы] орталығы"."""
        word = self.view.tokens[self.j].norm
        named = 0 < self.j < self.i - 1 and self.view.capital(self.j)  # "Семейдегі кеме жасау зауыты"
        if named or word in self.view.language.institutions.modifiers:
            return False
        return any(a.case == "attr" for a in self.view.language.analyse(word))

    def meet_owner(self) -> int | None:
        """An institution ends here: the name's owner, or another institution."""
        owner = self.at_end.get(self.j)
        if owner is None:
            return None
        if aims_at(self, owner):
            if self.view.shouting and self.first is not None and owner.case == "gen":
                self.first = owner.first  # "ÝUNESKO-NYŇ IŞLERI BARADA MILLI TOPARY": no capital tells so
            return None  # "Ýewropa we GDA üçin sebitleýin býurosy"
        following = self.view.tokens[self.j + 1].norm if self.j + 1 < self.i else ""
        tied = (
            owner.case == "gen"
            or short_owner(self, owner)
            or following in self.view.language.institutions.auspices
            or (owner.case in {"dat", "acc"} and member_states(self.view, self.j + 1))
            or bare_owner(self, owner)
        )
        if tied and not (brands(self, owner) or sent(self, owner) or ends.renamed(self)):
            self.owner, self.first = owner, owner.first - self._of_parliament(owner)
        return STOP

    def _of_parliament(self, owner: Draft) -> bool:
        """Tell a chamber whose name the word for a parliament opens: "[Парламент] Мәжілісінің Экология комитеті"."""
        chamber, whole = self.view.heads[owner.first], self.view.heads[owner.first - 1] if owner.first else None
        its = chamber is not None and chamber.analysis.possessive == "3"
        return its and whole is not None and whole.entry.chamber and whole.analysis.case == "nom"

    def meet_world(self) -> int | None:
        """A state owns no body of the world: "[Türkmenistanyň] Migrasiýa boýunça halkara guramasy bilen işi"."""
        place = self.view.place[self.j]
        if place is None or place.kind != "country" or place.case != "gen" or self.first is None or self.joint:
            return None
        entry = self.hit.entry
        world = entry.any_of == "international" == kind_of(self.view, self.first, self.i, entry)
        return STOP if world else None

    def meet_place(self) -> int | None:
        """A place: in the genitive it owns the name; as an adjective or attribute it is part of it."""
        view, j = self.view, self.j
        place = view.place[j]
        if place is None:
            return None
        first = view.first_of(place)
        country = place.country if place.kind == "country" else None
        if place.case == "attr":  # begins no name, but an owner further left makes it part of one
            self.located = True
            return first - 1
        bare = place.case == "nom" and seats(self, country)
        if (bare or place.case == "adj") and (step := take_joint(self)) is not None:
            return step
        if place.case == "adj":
            around = {view.text[place.start - 1 : place.start], view.text[place.end : place.end + 1]}
            joined = not DASHES.isdisjoint(around)  # "Халықаралық қазақ-[түрік] университеті"
            self.country, self.told_at = None if joined else country, j
            official = view.tokens[j + 1].norm in view.language.institutions.official
            if view.capital(first) and (first > 0 or official or view.capital(self.i)):
                self.first = first
            return first - 1
        if any(a.possessive == "1pl" for a in view.language.analyse(view.tokens[first].norm)):
            self.country = place.country
            return STOP  # "[paýtagtymyzyň] Söwda-senagat edarasynda": where we are is no part of the name
        both = place.case == "nom" and country and self.hit.analysis.possessive == "3" and self.j + 1 == self.i
        bare = bare or bool(both and joined_owners(self, first - 1, "nom"))
        owns = place.case == "gen" or bare
        if place.case != "gen" and self.purpose and country and of_purpose(self, place.case):
            self.first, self.country = first, country if place.case == "loc" else self.country
        elif owns:
            self.first, self.country = first, place.country or (self.country if place.case == "gen" else None)
            if country and joined_owners(self, first - 1, place.case):
                self.first, self.country = view.first_of(view.place[first - 2]), None  # type: ignore[arg-type]
        return first - 1 if owns and (begins_before(self, first) or self._abroad(place, first)) else STOP

    def _abroad(self, place: PlaceMention, first: int) -> bool:
        """Tell a town in the name of a body of another country: "Чилидің [Хельсинки] қоры", "Çili [Helsinki] fondy"."""
        owner = self.view.place[first - 1] if first else None
        return owner is not None and owner.case in _OWNING and owner.country != place.country

    def meet_comma(self) -> int | None:
        """A comma joins modifiers ("Döwlet, hukuk we demokratiýa instituty") or ends another phrase."""
        view, j = self.view, self.j
        if view.tokens[j].text != ",":
            return None
        return j - 1 if ends.joins(self) else STOP

    def meet_conjunction(self) -> int | None:
        """A conjunction joins modifiers, unless an institution, a title or a person's name ends before it."""
        view, j = self.view, self.j
        if view.tokens[j].norm not in view.conjunctions:
            return None
        local = view.tokens[j + 1].norm.startswith(view.language.institutions.local_bodies)
        named = local and j > 1 and name_word(view, j - 1) and name_word(view, j - 2)  # "Ян Новак және облыстық"
        ends = (
            self._of_peers(j - 1) or joint_aims(self) or j - 1 in self.at_end or initials(view, j - 1) < j - 1 or named
        )
        ends = ends or (self.hit.entry.alone and self.first is None)  # "Ян Новак пен | Мәжіліс төрағасы"
        ends = ends or ((post := view.posts[j - 1]) is not None and not post.analysis.number)
        ends = ends or bearer(view, j - 1) or (view.capital(j + 1) and self._owned(j - 1)) or j + 1 == self.i
        # "жоспарының және | Баланың құқықтары жөніндегі комитет"
        beside = (view.language.genitive(view.tokens[k].norm) for k in (j - 1, j + 1))
        ends = ends or (self.first == j + 1 and all(beside))
        return STOP if ends else j - 1

    def _of_peers(self, k: int) -> bool:
        """Tell officers before others, whose body is told alone: "ұйым [министрлері] мен | сот басшылары"."""
        before = self.view.posts[k]
        behind = self.view.posts[self.i + 1] if self.i + 1 < len(self.view.tokens) else None
        return all(post is not None and post.analysis.number for post in (before, behind))

    def _owned(self, k: int) -> bool:
        """Tell what is somebody's, whose phrase ends with it: "қалалардың [зауыттары] және | Су орталығы"."""
        found = [a for a in self.view.language.analyse(self.view.tokens[k].norm) if a.possessive == "3"]
        owner = any(self.view.language.genitive(self.view.tokens[n].norm) for n in (k - 1, k - 2) if n >= 0)
        single = not self.view.capital(k)
        return owner and any(a.number or (single and a.case == "nom") for a in found)

    def meet_stop(self) -> int | None:
        """Marks, particles and finite verbs end the name."""
        return STOP if ends.ends_phrase(self) else None

    def meet_title(self) -> int | None:
        """A title in the singular ends the name, unless it owns it ("Prezidentiniň Diwany", "Президент Әкімшілігі")."""
        post = self.view.posts[self.j]
        if post is None or post.analysis.number or (post.analysis.case == "gen" and not ends.of_officer(self, post)):
            return None
        if ends.does_that(self, post):
            return None
        take_office(self)
        return STOP

    def meet_other_phrase(self) -> int | None:
        """A word whose endings are those of another phrase, or the head of one."""
        view, j = self.view, self.j
        plain = not ((post := view.posts[j]) and not post.analysis.number)
        plain = plain and view.tokens[j].norm not in view.language.institutions.modifiers  # "Ýerine ýetiriji komiteti"
        other = not self.purpose and ((view.oblique(j) and not is_object(self, j)) or ends.there(view, j))
        oblique = other or ends.in_place(view, j)
        if (plain and oblique) or ends.town_before(view, j) or self._addressed() or self._ours():
            return STOP
        head = view.heads[j]
        if head is None or (self.purpose and head.analysis.case == "gen"):
            return None
        if head.analysis.case in _ADVERBIAL and not head.analysis.possessive and not self.purpose:
            return STOP
        if not head.analysis.number and head.analysis.possessive:
            return None if is_modifier(view, j, head) else STOP
        return STOP if not self.purpose and ends.other_bodies(self, head) else None

    def _ours(self) -> bool:
        """Tell what is ours, whose bodies have no name by that: "Елшілер [университетіміздің] музейін көрді"."""
        found = self.view.language.analyse(self.view.tokens[self.j].norm)
        return any(a.possessive == "1pl" for a in found)

    def _addressed(self) -> bool:
        """Tell whom something is done to, before a body that goes by its bare noun: "[Бергке] | Сенат төрағасы"."""
        if not self.hit.entry.alone or not name_word(self.view, self.j):
            return False
        found = [a for a in self.view.language.analyse(self.view.tokens[self.j].norm) if len(a.stem) > _SHORT]
        return any(a.case in _ADVERBIAL and a.harmonic for a in found)

    def meet_person(self) -> int | None:
        """A person's name ends the name, unless it only gives it ("… adyndaky uniwersitet")."""
        view, j = self.view, self.j
        if initials(view, j) < j and view.capital(j) and not named_after(self):
            return STOP  # "E.Amanowa merkezi edaranyň …"
        own = self.first is None and bool(self.hit.analysis.possessive)
        own = own and all(name_word(view, k) for k in range(j, self.i))  # what is next to the head may be its own
        plain = (not view.personal(j) or area(view, j)) and (own or not ends_name(view, j))
        plain = plain or (ends.latin_word(view, j) and ends.latin_word(view, j + 1))  # "China Railway Group"
        return None if plain or named_after(self) or (j and eponym(view, j - 1)) else STOP


RULES: tuple[Callable[[Leftward], int | None], ...] = (
    Leftward.meet_owner,
    meet_target,
    Leftward.meet_world,
    Leftward.meet_place,
    Scan.meet_eponym,
    Scan.meet_closing_mark,
    Scan.meet_member_states,
    Scan.meet_generic,
    meet_purpose,
    Scan.meet_latin,
    Leftward.meet_comma,
    Leftward.meet_conjunction,
    Leftward.meet_stop,
    Scan.meet_people,
    Leftward.meet_title,
    Leftward.meet_other_phrase,
    Leftward.meet_person,
    Scan.meet_bare_name,
)
