"""How far a title reaches to the left of its head, in languages that put the head last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.modifiers import in_order
from kg.annotate.posts.head_final.beside import (
    accusative,
    apart,
    both,
    compound,
    delegation,
    deputised,
    governing,
    head_of,
    is_referred,
    joins,
    located,
    note_opening,
    participle,
    placed,
    refers,
    second_title,
    state_of_people,
    whose,
)
from kg.annotate.posts.title import SENT, Title, post_of
from kg.annotate.view import CLOSING_QUOTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

# Longest title with its institution, in tokens.
_LONGEST = 18
# How many words a title without institution or country may have before its head.
_PHRASE = 6
# Posts that a bare title before them tells to whom they are held.
_SECONDS = frozenset({"deputy", "adviser"})
_STOP = -2


class Scan:
    """The scan leftwards from the post head at token `i`; its rules are asked in order, the first opinion wins.

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

    def title(self) -> Title | None:
        """The title, or None where the head is a common noun."""
        view, i = self.view, self.i
        lowest = max(-1, i - _LONGEST)
        while self.j > lowest:
            step = next((s for rule in _RULES if (s := rule(self)) is not None), None)
            if step == _STOP:
                break
            if step is None:
                self.first = self.body = self.j
            self.j = self.j - 1 if step is None else step
        if not self.anchored:
            self.first = self.body = self._plain_body()
        while self.first > 0 and view.tokens[self.first - 1].norm in view.language.posts.honorifics:
            self.first -= 1
        if any((h := view.heads[k]) and h.analysis.number and h.analysis.case == "gen" for k in range(self.body, i)):
            return None  # "komitetleriniň başlygy": several posts
        telling = self.taken or self.hit.entry.post != "other" or second_title(view, i) or refers(view, i)
        plain = self.borne and (self._degree() or telling)
        if not self.anchored and self.first == i and not view.capital(i) and not plain:
            return None
        if self.seated and self.organisation is None and post_of(view, self.hit.entry, self.body, i, None) in SENT:
            self.country = None  # "Алматыдағы бас консул": where somebody else has sent him
        head = head_of(view, i, self.hit, alone=self.body == i)
        text = " ".join((view.text[view.tokens[self.body].start : view.tokens[i].start] + head).split())
        rule, case = f"{view.language.code}.title", self.hit.analysis.case
        own, owner = (self.organisation, self.country), self.view.place[self.first]
        trade = self.hit.entry.trade and (owner is None or owner.case == "adj")  # "türkmen şahyry" is no post
        return Title(self.first, self.body, i, text, self._post(), rule, *own, case=case, trade=trade)

    def _post(self) -> str:
        part = any(self.view.heads[k] for k in range(self.body, self.i))  # chair of a parliament's group: no speaker
        post = post_of(self.view, self.hit.entry, self.body, self.i, None if part else self.organisation)
        if self.body == self.i and (own := self.hit.entry.of_place.get(self.place)):
            return own  # "Çiliniň Baştutany"
        return post if self.organisation else self.hit.entry.in_country(post, self.country)

    def _own(self, owner: Draft) -> int:
        """Take an institution as the title's, with the country in the genitive before it."""
        self.organisation, self.first, self.country, self.anchored = owner, owner.first, owner.country, True
        while (whole := self.near.at_end.get(self.first - 1)) and whole.case in {"gen", "nom"}:
            self.first = whole.first  # "Еуропа Кеңесінің Венеция комиссиясының төрайымы"
        place = self.view.place[owner.first - 1] if owner.first else None
        bare = self.view.language.institutions.bare_owner  # "ҚР ОСК төрағасы"
        if place and (place.case == "gen" or (bare and place.case == "nom")):
            self.first, self.country = self.view.first_of(place), place.country
        before = self.view.tokens[self.first - 1].norm if self.first else ""
        if before.startswith(self.view.language.institutions.local_bodies) and self.first == owner.first:
            self.first -= 1  # "аудандық Ассамблеяның төрағасы"
        return _STOP

    def _degree(self) -> bool:
        """Tell a degree of learning, and begin it at its field: "[тарих ғылымдарының докторы]"."""
        view = self.view
        if self.i == 0 or view.tokens[self.i - 1].norm not in self.hit.entry.unless:
            return False
        while self.first > 0 and view.word(self.first - 1) and not view.posts[self.first - 1]:
            self.first -= 1
        return True

    def _plain_body(self) -> int:
        """Where a title without institution or country begins.

        At its leftmost capital; else at its modifiers ("baş direktor") and, before a name, at its whole phrase.
        """
        view = self.view
        if self.purpose and self.body == 0 and (lead := view.posts[0]) and lead.analysis.case == "gen":
            return 0  # "[Президенттің] экология жөніндегі арнайы өкілі"
        capital = next((k for k in range(max(not whose(view), self.body), self.i) if view.capital(k)), None)
        if capital is not None or (self.purpose and self.body == 0 and view.capital(0)):
            return capital or 0  # "Adam hukuklary boýunça ygtyýarly wekil – Adalatçy N."
        k = self.i - (self.i > self.body and refers(view, self.i))
        while k > self.body and (self._modifies(k - 1) or deputised(view, k - 1, self.i)):
            k -= 1
        if self.borne and self.hit.entry.post != "other" and (self.purpose or self.hit.analysis.possessive == "3"):
            while k > self.body and self.i - k < _PHRASE and not apart(view, k - 1):
                k -= 1
        return k

    def _modifies(self, k: int) -> bool:
        word, language = self.view.tokens[k].norm, self.view.language
        area = word in (language.institutions.places if self.hit.entry.post == "governor" else self.hit.entry.like)
        own = word in language.posts.modifiers or word.startswith(tuple(self.hit.entry.with_))
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
        return self._own(owner) if owner.case in {"gen", "attr"} or bare else _STOP

    def meet_aside(self) -> int | None:
        """An adjective that is no part of the title is passed over: "АҚШ-тың [жаңа] елшісі"."""
        return self.j - 1 if self.view.tokens[self.j].norm in self.view.language.posts.aside else None

    def meet_state(self) -> int | None:
        """The state in which an ombudsman has his office is the title's."""
        if not self.purpose or (state := state_of_people(self.view, self.j, self.hit)) is None:
            return None
        self.first, self.country, self.anchored = self.view.first_of(state), state.country, True
        return _STOP

    def meet_referred(self) -> int | None:
        """The noun for the country in question, with a demonstrative before it: "[dostlukly ýurduň] Prezidenti"."""
        if not is_referred(self.view, self.j):
            return None
        self.first, self.anchored, self.place = self.j, True, "country"
        while self.first and self.view.tokens[self.first - 1].norm in self.view.language.posts.these:
            self.first -= 1
        return _STOP

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
            return _STOP
        before = view.place[view.first_of(place) - 1] if view.first_of(place) else None
        sender = before is not None and before.kind == place.kind == "country" and before.case == place.case == "gen"
        if self.seated and sender:
            return view.first_of(place) - 1  # "Türkmenistanyň [Russiýanyň Astrahan şäherindäki] konsuly"
        self.first, self.anchored = view.first_of(place), True
        self.place = place.kind if place.case in {"gen", "adj"} else ""
        if not (place.case == "attr" and self.country):
            self.country, self.seated = place.country, place.case == "attr"
        whole = view.place[self.first - 1] if self.first else None
        if whole is not None and whole.kind == "country" and whole.case in {"nom", "gen"} and place.kind == "region":
            self.first, self.seated = view.first_of(whole), False  # "Ресей Федерациясы Омбы облысының"
            self.country = whole.country
        owned = self.first and (view.place[self.first - 1] or self.first - 1 in self.near.at_end)
        owned = owned or (self.first and view.tokens[self.first - 1].text == ")")  # "… Gaznasynyň (UNFPA) Aşgabatdaky"
        return self.first - 1 if owned and place.case not in {"gen", "nom"} else _STOP

    def meet_brackets(self) -> int | None:
        """An abbreviation in brackets stands between institution and title ("… Guramasynyň (TDG) Baş sekretary")."""
        tokens, j = self.view.tokens, self.j
        if tokens[j].text in CLOSING_QUOTES and j - 1 in self.near.at_end:
            return j - 1  # "«Gazpromyň» başlygy"
        if tokens[j].text != ")":
            return None
        opening = note_opening(self.view, j)
        owner = self.near.at_end.get(opening - 1) if opening is not None else None
        bare = self.view.language.institutions.bare_owner and j + 1 == self.first
        if owner is not None and owner.case in {"nom", ""} and bare:
            return self._own(owner)  # "«Тұлпар» АҚ (ТҚ) төрағасы"
        return opening - 1 if opening is not None and (owner or placed(self.view, opening, j)) else _STOP

    def meet_title(self) -> int | None:
        """Another title ends this one, unless this one governs it."""
        post = self.view.posts[self.j]
        if self._modifies(self.j) and not (post and post.analysis.case not in {"nom", "gen"}):
            return None  # "dolandyryjy direktor": managing director
        if post and post.analysis.case == "nom" and self.hit.entry.post in _SECONDS and self.j + 1 == self.i:
            return None  # "министр орынбасары", "rektor kömekçisi"
        if post and post.analysis.case == "nom" and post.analysis.possessive and not self.hit.analysis.possessive:
            return _STOP  # "компанияның [өкілдері] | әкіммен кездесті"
        if post and self.purpose and post.entry.post == "other" and not post.analysis.possessive:
            return None  # "тұрғын үй саясаты жөніндегі комиссар"
        return _STOP if post and not post.analysis.number and post.analysis.case != "gen" else None

    def meet_other_phrase(self) -> int | None:
        """A person, a generic word, or a word whose endings are those of another phrase."""
        view, j = self.view, self.j
        word = view.tokens[j].norm
        if j in self.near.ends or view.opens_event(j):
            return _STOP
        if word in view.language.posts.modifiers:
            return None
        if word in view.language.institutions.people and j + 1 < self.i and view.capital(j + 1):
            return _STOP  # "қазақстандық делегация Қорғаныс министрі … басшылығымен"
        owner = view.capital(j) and 0 < j < self.i - 1 and not (view.posts[j] or view.heads[j] or view.place[j])
        owner = owner and view.language.genitive(word)  # "Kremliň metbugat wekili"
        number = word[0].isdigit() and (word.isdigit() or not view.language.institutions.bare_owner)
        if not self.purpose and (owner or number or (not view.capital(j) and accusative(view, j))):
            return _STOP  # "делегацияны Премьер-министрдің орынбасары"
        if delegation(view, j) or located(view, j) or participle(view, j):
            return _STOP
        return _STOP if word in view.generic or (view.oblique(j) and not self.purpose) else None

    def meet_accreditation(self) -> int | None:
        """A post held with an institution ("ТМД … органдары жанындағы өкіл"): the nearest one on the left."""
        view, j = self.view, self.j
        if view.tokens[j].norm not in view.language.posts.at:
            return None
        for k in range(j - 1, max(-1, j - _LONGEST), -1):
            if k in self.near.at_end:
                return self._own(self.near.at_end[k])
            if not view.word(k):
                break
        return _STOP

    def meet_joint(self) -> int | None:
        """A conjunction or a purpose joins words of the title; other small words and marks end it."""
        view, j = self.view, self.j
        word = view.tokens[j].norm
        if compound(view, j):
            self.first = self.body = j - 1
            return j - 2
        if word in view.purpose:
            if in_order(view, j):
                return _STOP
            self.purpose = True
            return j - 1
        if word in view.conjunctions or (word == "," and joins(view, j, self.i, self.near)) or both(view, j, self.i):
            return j - 1
        return _STOP if not view.word(j) or word in view.stop else None


_RULES: tuple[Callable[[Scan], int | None], ...] = (
    Scan.meet_institution,
    Scan.meet_aside,
    Scan.meet_state,
    Scan.meet_referred,
    Scan.meet_place,
    Scan.meet_brackets,
    Scan.meet_title,
    Scan.meet_other_phrase,
    Scan.meet_accreditation,
    Scan.meet_joint,
)
