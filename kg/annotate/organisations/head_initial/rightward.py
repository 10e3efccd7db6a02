"""How far a name reaches to the right of its head, in languages that put the head first.

After the head come a quoted name, prepositional phrases and, in Russian, genitives: what the body is for, whose it
is, where. Owners and countries end the name.
"""

from __future__ import annotations

from kg.annotate.organisations.draft import LONGEST
from kg.annotate.organisations.head_initial.notes import Notes
from kg.annotate.organisations.head_initial.runs import eponym, latin_run, quoted_name, unknown_run
from kg.annotate.organisations.inflect import genitive_follows, genitive_name, locative, oblique
from kg.annotate.view import CLOSING

# Kinds of bodies that have no name in quotation marks.
_UNQUOTED = frozenset({"ministry", "parliament", "court", "election-body", "embassy"})


class Rightward(Notes):
    """The scan rightwards from a head: see `Ends` for what it leaves."""

    def run(self) -> Rightward:
        """Scan, and give the scan itself."""
        k = self.i + 1
        end = min(len(self.view.tokens), k + LONGEST)
        while k < end and not (self.owner or self.country):
            step = (
                self._following(k)
                or self._quoted(k)
                or eponym(self.view, k)
                or self._brand(k)
                or self._named_after(k)
                or self._bracketed(k)
                or self._abbreviated(k)
                or self._sent(k)
                or self._bound(k)
                or self._completed(k)
                or self._beneath(k)
                or self._domain(k)
                or self._prepositional(k)
            )
            named = k > self.i + 1 and self._brand(self.i + 1) == k - 1  # "Университет Нархоз | города"
            named = named and not (self.view.place[k] or k in self.at_start)
            if step is None and self._genitives and not (self.view.initial(k) or named or self._beside_other(k)):
                step = self._genitive(k)
            if step is None:
                break
            self.last = step
            k = step + 1
        if self.owner or self.country:
            while k < end and (step := self._after_owner(k)) is not None:
                self.last, k = step, step + 1
        self.last = self._ended(self._spelt(self._of_members(self._befriended(self.last))))
        if self._genitives and not (self.owner or self.country):
            self.last = self._lettered(self.last + 1) or self.last
        self.last -= self.view.tokens[self.last].text == ","  # "Центр «Лира» [,] издатель"
        return self

    def _befriended(self, last: int) -> int:
        """The last token with the country behind an English tie: "Working Group on relations [with Chile]".

        So with a tie before the head: "Friendship Group [with Chile]".
        """
        view, posts, at = self.view, self.view.language.posts, last + 2
        tie = last if last > self.i else last - 1
        tied = tie >= self.first and view.tokens[tie].norm in posts.bonds and at < len(view.tokens)
        told = tied and not self._genitives and view.tokens[at - 1].norm in posts.with_whom
        at += told and self._article(at)
        if not told or at >= len(view.tokens):
            return last
        body = self.at_start.get(at)
        whom = view.posts[at] is not None  # "chaired the Commission with | PM N"
        if body is None and view.place[at] is None and view.capital(tie) and view.capital(at) and not whom:
            end = self._noun_phrase(at) or last  # "Committee on Relations [with Religious Communities]"
            further = self.view.past_article(end + 2)  # "Department for Cooperation with the Countries [of the East]"
            of = further < len(view.tokens) and view.tokens[end + 1].norm in view.language.institutions.whose
            return (self._noun_phrase(further) or end) if of and further not in self.at_start else end
        return body.last if body is not None else view.place_end(at) if view.place[at] is not None else last

    def _after_owner(self, k: int) -> int | None:
        """What a weak head is for, or where, after its owner: "Управление ООН [по наркотикам]"."""
        entry, word = self.hit.entry, self.view.tokens[k].norm
        two = self.country is not None and (entry.lemma == self.view.language.institutions.union or self._joint())
        if two and word in self.view.conjunctions and k + 1 < len(self.view.tokens) and self.view.place[k + 1]:
            self.country = None
            return self.view.place_end(k + 1)  # "Союза Беларуси [и России]"
        beside = self._beneath(k) or self._host(k) or self._domain(k) or self._bound(k)
        if beside is not None or not entry.weak or entry.alone:
            return beside
        if (
            entry.kind != "embassy"
            and (word in self._field or self._tied(word, k))
            and not self._of_deputy()
            and word not in self._used
            and (self.owner is None or self._short(self.owner, word) or self._of_part(k))
        ):
            return self._prepositional(k)
        seat = k + 1 < len(self.view.tokens) and self.view.place[k + 1] is not None
        away = self._genitives and entry.seated and self.owner and self.owner.kind == "international"
        if word in self._where and seat and away:
            return self._owned(k + 1) if locative(self.view.tokens[k + 1].norm) else None
        return None

    def _host(self, k: int) -> int | None:
        """The country that a body is sent to: "Delegation of the European Union [to Chile]"; its last token."""
        view, seat = self.view, self.view.past_article(k + 1)
        word, data = view.tokens[k].norm, view.language.institutions
        sent = self.hit.entry.refined and word in data.toward
        sent = sent and seat < len(view.tokens) and view.place[seat] is not None
        return self._owned(seat) if sent else self._posted(k, seat)

    def _posted(self, k: int, seat: int) -> int | None:
        """The country or body where an English mission is: "Embassy of Chile [in Japan]", "… [to the United Nations]".

        The owner and the country stay those that sent it.
        """
        view, data, owner, country = self.view, self.view.language.institutions, self.owner, self.country
        own = [self.hit.entry.kind, *(kind for word, kind in self.hit.entry.kinds.items() if self._modified(word))]
        field = owner is not None and owner.kind == "international" and "embassy" in self.hit.entry.kinds.values()
        sent = (own[-1] == "embassy" and country is not None) or field  # "Mission of the OSCE to Moldova"
        if self._genitives or not sent or seat >= len(view.tokens):
            return None
        place, body = view.place[seat], self.at_start.get(seat)
        to = view.tokens[k].norm in data.toward and (place is not None or body is not None)
        seated = place is not None and (
            place.kind == "country" or self.hit.entry.seated
        )  # "Consulate of Chile in Oslo"
        host = view.tokens[k].norm in data.where and seated
        if not (to or host):
            return None
        end = body.last if body and not place else self._owned(seat)
        self.owner, self.country = owner, country
        return end

    def _modified(self, beginning: str) -> bool:
        """Tell a word between the name's first and its head by its beginning."""
        return any(t.norm.startswith(beginning) for t in self.view.tokens[self.first : self.i])

    def _of_part(self, k: int) -> bool:
        """Tell what a body of a long owner is for: "Committee of the Senate of Chile [on Trade Policy]"."""
        view, part, after = self.view, self.hit.entry.part, k + 1
        if self._genitives or after >= len(view.tokens):
            return self._genitives and part
        word, posts = view.tokens[after].norm, view.language.posts
        return (part and word in posts.bonds | posts.body_modifiers) or (view.capital(after) and word in view.ordinary)

    def _following(self, k: int) -> int | None:
        """A word that goes on with the head, whose phrase goes on, too: "Consulate [General] of Chile"."""
        view, after = self.view, k + 1
        goes_on = k == self.i + 1 and view.capital(k) and view.capital(self.i) and after < len(view.tokens)
        follows = goes_on and view.tokens[k].norm in view.language.institutions.following
        return k if follows and (self.hit.entry.kind == "embassy" or not view.capital(after)) else None

    def _named_after(self, k: int) -> int | None:
        """Whose name a Russian body has, before the name of another: "президент Института [Катона] Анна Ким"."""
        view, given = self.view, k + 1
        if (
            not self._genitives
            or k != self.i + 1
            or given + 1 >= len(view.tokens)
            or not genitive_name(view.tokens[k].norm)
        ):
            return None
        first = view.tokens[given].norm
        named = genitive_name(view.tokens[k].norm) and all(map(view.capital, (k, given, given + 1)))
        named = named and (first in view.given_folded or not oblique(first)) and not view.posts[given]
        return k if named and not (view.place[k] or view.heads[k] or view.tokens[k].norm in view.given_folded) else None

    def _quoted(self, k: int) -> int | None:
        """A quoted name after the head ("партия «…»"): its closing mark; a ministry has none, but its project."""
        world = self._genitives and self.is_world(self._nominative())
        return None if world or self.hit.entry.kind in _UNQUOTED else quoted_name(self.view, k)

    def _brand(self, k: int) -> int | None:
        """A name in another script, or an unknown one, right after the head: "компания [Toyota Tsusho]"."""
        view = self.view
        data = view.language.institutions
        if not data.brands or self.hit.analysis.stem not in data.brands or k != self.i + 1:
            return None
        school = self._genitives and self.hit.entry.kind == "education"
        return latin_run(view, k) or (unknown_run(view, self.i, self.first) if school else None)

    def _prepositional(self, k: int) -> int | None:
        """A preposition that tells what a body is for, whose it is or where, with what it governs."""
        view = self.view
        word = view.tokens[k].norm
        if (word not in view.purpose and word not in self._where) or self._complete(k):
            return None
        led = not self._genitives and self.first < self.i and view.place[self.first] is not None
        used = bool(self._used or self.owner or self.country or led)  # "U.S. Congress | for nearly a year"
        self._used.add(word)
        k += 1
        if k >= len(view.tokens) or (not self._genitives and (self._no_name(k) or (used and self._loose(word, k)))):
            return None
        k = view.past_article(k)
        if k >= len(view.tokens):
            return None
        if word in self._where:
            return self._place(k)
        named = k in self.at_start or view.place[k] is not None or view.capital(k)
        if self._abroad(k) or (word in view.language.institutions.toward and not named):
            return None  # "the Parliament | to a unicameral system"
        end = self._regions(k) if word in self._field else None
        end = self._owned(k) if end is None else end
        end = self._noun_phrase(k) if end is None else end
        return None if end is None else self._and_more(end, word)

    def _complete(self, k: int) -> bool:
        """Tell a name with which the preposition at `k` doesn't go on: "АО «Руда» | по разведке", "Government | on"."""
        word = self.view.tokens[k].norm
        field = word in self._field and (self._of_ministers(k) or self._of_errand(k))
        if self._genitives:
            own = word in self._used  # "Организация по миграции | по Центральной Азии"
            own = own or self._quoted(self.i + 1) == k - 1 or self._grounds(k + 1) or self._deeds(word)
        else:
            own = self._told_of(word) or self._told_why(k + 1) or self._apart_from(word)
        return field or own or self._of_envoy(word) or self._whole(word)

    def _and_more(self, end: int, word: str) -> int:
        """The last token of a second name that a body is for: "бюро для Европы [и СНГ]", "… for Asia [and the ECO]"."""
        view, after = self.view, end + 2
        if word not in self._field or after >= len(view.tokens):
            return end
        if not self._genitives:
            return self._region(end)
        draft, joined = self.at_start.get(after), view.tokens[end + 1].norm in view.conjunctions
        if joined and draft is not None and draft.form == "abbreviation" and view.capital(end):
            return draft.last
        return end

    def _region(self, end: int) -> int:
        """The same in English, where the body is a regional one: "Regional Bureau for Asia [and the ECO]"."""
        view, after = self.view, end + 2
        after += self._article(after) and after + 1 < len(view.tokens)
        regional = any(t.norm in view.language.institutions.local_bodies for t in view.tokens[self.first : self.i])
        second = self.at_start.get(after)
        joined = view.capital(end) and view.tokens[end + 1].norm in view.conjunctions
        if not (regional and joined) or second is None or second.kind != "international":
            return end
        self.owner = second.owner or self.owner
        return second.last

    def _place(self, k: int) -> int | None:
        """Where a body is, or what its field is bounded by ("Centre in Bishkek", "… Co-operation in Europe").

        After other names the preposition tells where something happened.
        """
        view = self.view
        bounded = any(t.norm in self._field for t in view.tokens[self.i : k])
        entry = self.hit.entry
        away = entry.seated or (self._genitives and entry.weak and self.first < self.last)  # "Агентством | в Чили"
        if not self._genitives and bounded and k in self.at_start and self.at_start[k].form != "short":
            return self._owned(k)  # "Department for Asia at the Foreign Office"
        if self._worldwide() or not (bounded or away or entry.kind == "embassy"):
            return None
        place = view.place[k]
        town = self._genitives and place is not None and place.kind != "country"
        if town and not (self.hit.entry.seated or self.hit.entry.kind == "embassy"):
            return None  # "сессия Ассамблеи | в Осло"
        if place and (not bounded or place.kind == "country"):
            return self._owned(k)
        region = bounded and view.capital(k) and not (place or view.personal(k) or k in self.at_start)
        return self._through_region(k) if region else None

    def _genitive(self, k: int) -> int | None:
        """One more word of a run of genitives, with "и" or a list's commas between them."""
        view = self.view
        if self._lists(k) or self._republic(k):
            return k
        if (joined := self._member_states(k)) is not None:
            return joined
        if view.tokens[k].norm in view.conjunctions:
            return k + 1 if self._joins(k + 1) and not self._republic(k - 1) else None
        end = self._owned(k)
        if end is not None:
            return end
        named = self._officer_next(k) or self._country_meant(k)
        named = named or (view.capital(k) and self.last > self.i and self.is_world(self._nominative()))
        named = named or (self.last >= self.i and (self._personal(k) or self._signed(k) or self._holder(k)))
        if named or self._next_holder(k) or self._gathering(k) or self._convoked(k) or self._closed(k):
            return None  # "председателем Мажилиса | Ерланом Кошкаровым"
        apart = self._used and view.capital(k) and view.capital(k - 1) and not oblique(view.tokens[k].norm)
        follows = genitive_follows(view, k, dative=bool(self._used) or self._given(k))
        return k if follows and not apart else None  # "… по Восточной Европе | Иван Петров"

    def _joins(self, k: int) -> bool:
        """Tell a genitive behind a conjunction with which the name goes on: "Палата торговли и [промышленности]"."""
        view = self.view
        titled = view.capital(k - 2) and k not in self.at_start  # "Университет Языка и Культуры"
        small = k < len(view.tokens) and (not view.capital(k) or titled) and (self.last > self.i or self._shortened(k))
        if not small or self._others(k) or view.tokens[k - 2].text in CLOSING:
            return False
        areas = view.language.forms(view.language.institutions.places)
        if self.hit.entry.kind == "government" and areas[view.tokens[k - 2].norm]:
            return False  # "взаимодействие администрации области и | епархий"
        several = view.heads[k]
        if several is not None and not (several.analysis.number and view.heads[k - 2] is not None):
            return False  # but "палат [и бирж]"
        whose = bool(self._used) or genitive_follows(view, k, dative=False)  # "Аппаратом Главы и | другими"
        return whose and genitive_follows(view, k)
