"""What stands beside the words of a name on the right of its head: notes in brackets, senders, ties, who comes next."""

from __future__ import annotations

from kg.annotate.organisations.draft import LONGEST
from kg.annotate.organisations.head_initial.bounds import Bounds
from kg.annotate.organisations.headless.clusters import is_acronym
from kg.annotate.organisations.inflect import (
    adjective,
    genitive_name,
    instrumental,
    personal_genitive,
    with_whom,
)
from kg.annotate.view import CLOSING_QUOTES


class Notes(Bounds):
    """Steps and ends of the scan that are no plain genitives: see `Ends` for what the scan leaves."""

    def _bracketed(self, k: int) -> int | None:
        """Another word for the one before it, in brackets: "Аппарат Акыйкатчы (Омбудсмена) Грузии".

        In English only another word for the body: "Riksdag (Parliament) of Sweden".
        """
        view, tokens = self.view, self.view.tokens
        if tokens[k].text != "(" or k + 3 >= len(tokens) or tokens[k + 2].text != ")" or tokens[k + 1].text.isupper():
            return None
        if not self._genitives:
            gloss = view.heads[k + 1] is not None and tokens[k + 3].norm in view.language.institutions.whose
            return k + 2 if gloss and k + 4 < len(tokens) and (view.place[k + 4] or self._article(k + 4)) else None
        after = tokens[k + 3].norm in view.language.institutions.members or k + 3 in self.at_start
        return k + 2 if (view.place[k + 3] or after) and view.word(k + 1) else None

    def _abbreviated(self, k: int) -> int | None:
        """An abbreviation in brackets before the body's owner: "Институт труда [(ИТ) РАН]"; the owner's last token.

        So before its country: "Министерство обороны [(МО) Чили]", "the Election Commission [(CEC) of Chile]".
        """
        tokens, owner = self.view.tokens, k + 3
        if tokens[k].text != "(" or owner >= len(tokens) or tokens[k + 2].text != ")":
            return None
        if not tokens[k + 1].text.isupper() or self.last == self.i == self.first:
            return None
        of = tokens[owner].norm in self.view.language.institutions.whose
        at = self.view.past_article(owner + 1) if of else owner
        place = self.view.place[at] if of != self._genitives and at < len(tokens) else None
        if place is not None and place.kind == "country" and place.case != "adj":
            return self._owned(at)
        if not self._genitives:
            # "the Parliamentary Assembly [(PA) of the OSCE]"
            return self._owned(at) if of and at in self.at_start else None
        members = owner + 2 < len(tokens) and self._member_states(owner + 1)
        if members or tokens[owner].norm in self.view.language.institutions.members:
            owner = (members or owner) + 1
        known = self.at_start.get(owner)
        return self._owned(owner) if known is not None and known.form in {"abbreviation", "name"} else None

    def _of_members(self, last: int) -> int:
        """The last token with those whose English body it is: "Council of Heads of Services of the ECO [countries]"."""
        view, whole = self.view, self.owner is not None and self.owner.kind == "international"
        if self._genitives or not whole or self.owner is None or self.owner.last != last:
            return last
        behind, members = view.sentence.words[last + 1 : last + 3], view.language.institutions.members
        return next((last + n for n in range(len(behind), 0, -1) if " ".join(behind[:n]) in members), last)

    def _spelt(self, last: int) -> int:
        """The last token of an English name that goes on as the letters behind it tell: "Court [and Tribunal] (CT)"."""
        view, tokens = self.view, self.view.tokens
        behind = [t.text for t in tokens[last + 3 : last + 6]]
        if self._genitives or len(behind) < 3 or tokens[last + 1].norm not in view.conjunctions:  # noqa: PLR2004
            return last
        letters = "".join(tokens[k].text[0] for k in range(self.first, last + 3) if view.capital(k))
        return last + 2 if behind == ["(", letters, ")"] else last

    def _lettered(self, k: int) -> int | None:
        """The last token of unknown letters whose the body is: "Отдел экономики [ИНИОН РАН]", "Сектор труда [ИЕ] N"."""
        view, m = self.view, k
        while m < len(view.tokens) and m not in self.at_start and is_acronym(view, m) and not self._known(m):
            m += 1
        owner = self.at_start.get(m)
        if m == k or view.shouting or view.sentence.heading or self.last == self.i == self.first:
            return None
        if owner is not None and owner.form == "abbreviation":
            self.owner = owner
            return owner.last
        place = view.place[m] if m < len(view.tokens) else None
        if place is not None and place.kind == "country" and place.case != "adj":
            self.country = place.country
            return view.place_end(m)  # "Институт труда НАН РБ"
        return m - 1 if m < len(view.tokens) and view.word(m) and view.capital(m) else None

    def _known(self, k: int) -> bool:
        """Tell letters that are no body: a place, a title, a common noun ("СМИ")."""
        view = self.view
        plain = view.tokens[k].norm in view.language.institutions.capitals
        return bool(view.place[k] or view.posts[k] or view.heads[k] or plain)

    def _sent(self, k: int) -> int | None:
        """The institution that sent a body: "Миссия наблюдателей [от СНГ]", "Mission [from the OSCE]"."""
        if self.view.tokens[k].norm not in self._senders or not self.hit.entry.weak or self._chamber():
            return None  # "депутат Верховной Рады | от Аграрной партии"
        k = self.view.past_article(k + 1)
        return self._owned(k) if k in self.at_start else None

    def _bound(self, k: int) -> int | None:
        """With whom a body keeps ties: "Центр сотрудничества [с СНГ]", "отдел по работе [с гражданами]"."""
        data = self.view.language.posts
        if not self._genitives or self.view.tokens[k].norm not in data.with_whom or k + 1 >= len(self.view.tokens):
            return None
        ties = self.view.language.forms(data.bonds)[self.view.tokens[k - 1].norm]
        pair = " ".join(t.norm for t in self.view.tokens[k : k + 2])
        if not ties or pair in self.view.language.events.by_role["present"]:
            return None  # "заседание комиссии по сотрудничеству [с участием] послов"
        owner, country = self.owner, self.country
        if (owned := self._owned(k + 1)) is not None:
            self.owner, self.country = owner, country  # whom ties are kept with owns nothing
            return owned
        end, tokens = k + 1, self.view.tokens
        while end < len(tokens) and not self.view.capital(end):
            joins = tokens[end].norm in self.view.conjunctions and end > k + 1 and end + 1 < len(tokens)
            if not with_whom(tokens[end + joins].norm) or self.view.capital(end + joins):
                break
            end += 1 + joins
        return end - 1 if end > k + 1 else None

    def _overseas(self, k: int) -> int | None:
        """The last token of "abroad" within a name: "Управление по делам граждан [за рубежом]"."""
        pair = " ".join(t.norm for t in self.view.tokens[k : k + 2])
        return k + 1 if k > self.i + 1 and pair in self.view.language.institutions.abroad else None

    def _domain(self, k: int) -> int | None:
        """What a Russian body works on, an abbreviation of its name behind: "Фонд ООН [в области населения] (ФН)"."""
        tokens = self.view.tokens
        pair = " ".join(t.norm for t in tokens[k : k + 2])
        if not self._genitives or pair not in self.view.purpose or self._whole(pair):
            return None
        note = next((m for m in range(k + 3, min(k + LONGEST, len(tokens) - 2)) if not self.view.word(m)), None)
        told = note is not None and tokens[note].text == "(" and tokens[note + 2].text == ")"
        if note is None or not told or not tokens[note + 1].text.isupper() or self._noun_phrase(k + 2) != note - 1:
            return None
        return note - 1

    def _officer_next(self, k: int) -> bool:
        """Tell a rank in small letters, which is the next person's: "Аппарат министра [генерал-полковника] Ким"."""
        hit = self.view.posts[k]
        return hit is not None and hit.entry.rank and not self.view.capital(k)

    def _country_meant(self, k: int) -> bool:
        """Tell the word for the country in question behind a whole name: "Министерство юстиции [республики]"."""
        view, after = self.view, k + 1
        found = (a for a in view.language.analyse(view.tokens[k].norm) if a.case == "gen" and not a.number)
        if self.last == self.i or view.capital(k) or not any(a.stem in view.language.posts.ours for a in found):
            return False
        if adjective(view.tokens[k - 1].norm):
            return False  # "Министерство юстиции Чеченской [республики]"
        return after >= len(view.tokens) or not (view.place[after] or view.capital(after))

    def _closed(self, k: int) -> bool:
        """Tell a small word behind a name that is whole: "Роскомнадзор | сведения", "банк «Волна» | лицензии".

        Not the noun of an area, whose such a body may be: "Минфин [области]".
        """
        view, entry = self.view, self.hit.entry
        whole = entry.full or (entry.alone and not entry.weak and entry.kind != "parliament")
        whole = (whole and self.last == self.i) or view.tokens[self.last].text in CLOSING_QUOTES
        areas, end = view.language.forms(view.language.institutions.places), min(k + 3, len(view.tokens))
        whose = any(areas[view.tokens[m].norm] or view.place[m] for m in range(k, end))
        return bool(whole) and not (view.capital(k) or whose)

    def _completed(self, k: int) -> int | None:
        """The last token of what a Russian name goes on with in another case than the genitive."""
        return self._overseas(k) or self._handled(k) or self._honoured(k)

    def _handled(self, k: int) -> int | None:
        """The last token of what is managed or traded in: "Центр управления [водными ресурсами]"."""
        view, end = self.view, k
        if not view.language.forms(view.language.institutions.handling)[view.tokens[k - 1].norm]:
            return None
        while end < len(view.tokens) and instrumental(view.tokens[end].norm):
            end += 1
        return end - 1 if end > k else None

    def _honoured(self, k: int) -> int | None:
        """The last token of whose name a body bears that no title leads to: "библиотека [Рональда Рейгана]"."""
        view, two = self.view, range(k, k + 2)
        led = any(view.posts[m] for m in range(max(0, self.first - 2), self.first))
        if led or not (self.hit.entry.eponymous and view.capital(k)):
            return None
        if not self._two_capitals(k):
            return k if personal_genitive(view.tokens[k].norm) else None
        named = view.language.is_given(view.tokens[k].norm) and all(genitive_name(view.tokens[m].norm) for m in two)
        ends = k + 2 >= len(view.tokens) or not view.capital(k + 2)
        other = any(view.heads[m] or view.posts[m] or view.place[m] or view.tokens[m].text.isupper() for m in two)
        return k + 1 if named and ends and not other else None

    def _ended(self, last: int) -> int:
        """The last token with a school's number ("школа [№ 5]"), without an adjective whose noun a mark cuts off.

        So "Союз выпускников | российских/чилийских вузов".
        """
        view, after = self.view, last + 1
        number = self.hit.entry.eponymous and after + 1 < len(view.tokens)
        if number and view.tokens[after].text == "№":
            return after + 1
        cut = after + 1 < len(view.tokens) and view.tokens[after].text in {"/", "("} and not view.capital(after + 1)
        dangling = cut and last > self.i and self._genitives and not view.capital(last)
        return last - 1 if dangling and adjective(view.tokens[last].norm) else last

    def _shortened(self, k: int) -> bool:
        """Tell the second field of a ministry in short before its country: "Минэкономразвития и [торговли] Чили"."""
        country = self.view.place[k + 1] if k + 1 < len(self.view.tokens) else None
        told = country is not None and country.kind == "country" and country.case != "adj"
        return told and bool(self.hit.entry.full) and self.hit.entry.kind == "ministry" and self.view.heads[k] is None

    def _given(self, k: int) -> bool:
        """Tell what may be a dative in a name: an undeclined one, or behind "help": "Общество помощи [детям]"."""
        view = self.view
        helped = (
            view.language.forms(view.language.institutions.targeting)[view.tokens[m].norm] for m in (k - 1, k - 2)
        )
        return not view.tokens[k].text.islower() or any(helped)

    def _signed(self, k: int) -> bool:
        """Tell a surname with initials behind: "директор Департамента | Сапаров А. Б."."""
        view, after = self.view, k + 1
        return view.capital(k) and after < len(view.tokens) and view.initial(after)
