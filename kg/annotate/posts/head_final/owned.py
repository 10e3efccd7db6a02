"""What a title is of, on the left of its head: an institution, a country, a town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.head_final.beside import (
    governing,
    is_referred,
    named_from,
    placed,
    state_of_people,
)
from kg.annotate.posts.head_final.seats import body_of_sitting, seat_from
from kg.annotate.view import CLOSING_QUOTES, DASHES

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

# Longest title with its institution, in tokens.
LONGEST = 18
# Tokens of the longest abbreviation in brackets behind an institution, with the first one: "(GH we GÝJHF".
_NOTE = 5
# A rule's answer: here it ends.
STOP = -2


class Owned:
    """The scan leftwards from the post head at token `i`, with the rules that tell what the title is of.

    `first` is the title's first token, `body` its first after institution and country; `anchored` tells that an
    institution or a country was met, `borne` that a name follows or the post is taken up, which `taken` tells.
    """

    def __init__(self, view: View, i: int, hit: Hit[PostHead], near: Around, *, borne: bool, taken: bool) -> None:
        self.view, self.i, self.hit, self.near, self.borne, self.taken = view, i, hit, near, borne, taken
        self.first = self.body = i
        self.organisation: Draft | None = None
        self.country: str | None = None
        self.anchored = self.purpose = self.seated = False
        self.place = ""
        self.j = i - 1

    def _own(self, owner: Draft) -> int:
        """Take an institution as the title's, with the country in the genitive before it."""
        self.organisation, self.first, self.country, self.anchored = owner, owner.first, owner.country, True
        while (whole := self.near.at_end.get(self.first - 1)) and whole.case in {"gen", "nom"}:
            self.first = whole.first  # "Еуропа Кеңесінің Венеция комиссиясының төрайымы"
        self.first = named_from(self.view, owner, self.near) or self.first
        place = self.view.place[owner.first - 1] if owner.first else None
        bare = self.view.language.institutions.bare_owner  # "ҚР ОСК төрағасы"
        if place and (place.case == "gen" or (bare and place.case == "nom")):
            self.first, self.country = self.view.first_of(place), place.country
        before = self.view.tokens[self.first - 1].norm if self.first else ""
        if before.startswith(self.view.language.institutions.local_bodies) and self.first == owner.first:
            self.first -= 1  # "аудандық Ассамблеяның төрағасы"
        return STOP

    def _modifies(self, k: int) -> bool:
        word, language = self.view.tokens[k].norm, self.view.language
        area = word in (language.institutions.places if self.hit.entry.post == "governor" else self.hit.entry.like)
        post = self.view.posts[k]
        held = post is not None and post.analysis.possessive  # "Mejlisiň [Başlygy] we ministri", though "Baş ministri"
        own = word in language.posts.modifiers or (not held and word.startswith(tuple(self.hit.entry.with_)))
        return own or (area and k + 1 == self.i)

    def meet_institution(self) -> int | None:
        """An institution in the genitive, or bare and next to the title, is the title's; another one ends it."""
        owner = self.near.at_end.get(self.j)
        if owner is None:
            return None
        if owner.case == "nom" and self.view.tokens[self.j + 1].norm in self.view.purpose and self.j + 1 < self.i:
            return owner.first - 1  # "Gaznanyň Ýewropa we GDA boýunça sebitleýin direktory"
        governed = self.view.posts[self.first] or self.view.heads[self.first] or self.view.capital(self.first)
        governed = governed or self.view.tokens[self.first].norm in self.view.language.posts.modifiers
        near = self.first if governed and self.view.language.institutions.bare_owner else self.i
        bare = owner.case in {"nom", ""} and (owner.form == "abbreviation" or self.j + 1 == near)
        bare = bare and bool(self.hit.analysis.possessive)  # "zakon.kz | Елбасы сайтына"
        return self._own(owner) if owner.case in {"gen", "attr"} or bare else STOP

    def meet_sitting(self) -> int | None:
        """The body whose numbered sitting somebody presides over is the title's."""
        owner = body_of_sitting(self.view, self.j, self.near)
        return None if owner is None else self._own(owner)

    def meet_state(self) -> int | None:
        """The state in which an ombudsman has his office is the title's."""
        if not self.purpose or (state := state_of_people(self.view, self.j, self.hit)) is None:
            return None
        self.first, self.country, self.anchored = self.view.first_of(state), state.country, True
        return STOP

    def meet_referred(self) -> int | None:
        """The noun for the country in question, with a demonstrative before it: "[dostlukly ýurduň] Prezidenti"."""
        if not is_referred(self.view, self.j):
            return None
        self.first, self.anchored, self.place = self.j, True, "country"
        while self.first and self.view.tokens[self.first - 1].norm in self.view.language.posts.these:
            self.first -= 1
        return STOP

    def meet_place(self) -> int | None:
        """A country or town in the genitive, or bare and next to the title, is the title's."""
        view, j = self.view, self.j
        place = view.place[j]
        if place is None:
            return None
        if place.case in {"dat", "loc"} and self.body == j + 1 and self._modifies(j + 1) and j + 1 < self.i:
            return view.first_of(place) - 1  # "Türkmenistana täze bellenen Ilçisi": where he is sent
        owns = place.case == "nom" and place.kind == "country" and (self.purpose and governing(view, j + 1, self.i))
        if place.case not in {"gen", "attr", "adj", "loc"} and self.purpose and not owns:
            return None  # "Еуропа және Азия бойынша директоры"
        near = owns or (place.case == "nom" and j + 1 == self.body)
        if place.case not in {"gen", "attr", "adj"} and not near:
            return STOP
        before = view.place[view.first_of(place) - 1] if view.first_of(place) else None
        sender = before is not None and before.kind == place.kind == "country" and before.case == place.case == "gen"
        if self.seated and sender:
            return view.first_of(place) - 1  # "Türkmenistanyň [Russiýanyň Astrahan şäherindäki] konsuly"
        self.first, self.anchored = seat_from(view, view.first_of(place), place), True
        self.place = place.kind if place.case in {"gen", "adj"} else ""
        if not (place.case == "attr" and self.country):
            paired = place.case == "nom" and view.text[max(0, place.start - 1)] in DASHES
            # "Türkmen-[Awstriýa] jemgyýetiniň başlygy" is of two states
            self.country, self.seated = None if paired else place.country, place.case == "attr"
        whole = view.place[self.first - 1] if self.first else None
        if whole is not None and whole.kind == "country" and whole.case in {"nom", "gen"} and place.kind == "region":
            self.first, self.seated = view.first_of(whole), False  # "Ресей Федерациясы Омбы облысының"
            self.country = whole.country
        owned = self.first and (view.place[self.first - 1] or self.first - 1 in self.near.at_end)
        owned = owned or (self.first and view.tokens[self.first - 1].text == ")")  # "… Gaznasynyň (UNFPA) Aşgabatdaky"
        return self.first - 1 if owned and place.case not in {"gen", "nom"} else STOP

    def meet_brackets(self) -> int | None:
        """An abbreviation in brackets stands between institution and title ("… Guramasynyň (TDG) Baş sekretary")."""
        tokens, j = self.view.tokens, self.j
        if tokens[j].text in CLOSING_QUOTES and (named := self.near.at_end.get(j - 1)) is not None:
            beside = self.view.language.institutions.bare_owner and j + 1 == self.first and named.case in {"nom", ""}
            own = beside and bool(self.hit.analysis.possessive)  # "«Nordvik University» президенті"
            return self._own(named) if own else j - 1  # "«Gazpromyň» başlygy"
        if tokens[j].text != ")":
            return None
        opening = self.view.opening_of(j, max(-1, j - 1 - _NOTE))
        owner = self.near.at_end.get(opening - 1) if opening is not None else None
        bare = self.view.language.institutions.bare_owner and j + 1 == self.first
        if owner is not None and owner.case in {"nom", ""} and bare:
            return self._own(owner)  # "«Тұлпар» АҚ (ТҚ) төрағасы"
        return opening - 1 if opening is not None and (owner or placed(self.view, opening, j)) else STOP

    def meet_accreditation(self) -> int | None:
        """A post held with an institution ("ТМД … органдары жанындағы өкіл"): the nearest one on the left."""
        view, j = self.view, self.j
        if view.tokens[j].norm not in view.language.posts.at:
            return None
        for k in range(j - 1, max(-1, j - LONGEST), -1):
            if k in self.near.at_end:
                return self._own(self.near.at_end[k])
            if not view.word(k):
                break
        return STOP
