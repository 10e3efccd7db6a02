"""How far a name reaches to the right of its head, in languages that put the head first.

After the head come a quoted name, prepositional phrases and, in Russian, genitives: what the body is for, whose it
is, where. Owners and countries end the name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import (
    adjective,
    genitive_follows,
    genitive_name,
    instrumental,
    locative,
    oblique,
)
from kg.annotate.view import CLOSING, OPENING

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# Lower-case words that a name may hold in a row ("… for Democratic institutions and human rights").
_LOWER_RUN = 3
# Longest quoted name, and longest list inside a name, in tokens.
_QUOTED = 10
_LISTED = 12
# Longest name that a body is named after, in tokens with the full stops of initials.
_EPONYM = 9
_LATIN = re.compile(r"[A-Za-z][A-Za-zÀ-ÿ0-9’'\-]*|&|[0-9]+")
# An owner of so many words has a purpose of its own ("Комиссия Организации по безопасности …").
_LONG = 3


def quoted_name(view: View, k: int) -> int | None:
    """The closing mark of the quoted name that token `k` opens, or None where it opens none."""
    tokens = view.tokens
    if tokens[k].text not in OPENING or tokens[k].text == "(":
        return None
    return next((m for m in range(k + 1, min(k + _QUOTED, len(tokens))) if tokens[m].text in CLOSING), None)


def eponym(view: View, k: int) -> int | None:
    """Whom a body is named after: "университет [имени Л. Н. Гумилёва]", "театр [им. Абая]"."""
    tokens = view.tokens
    if tokens[k].norm not in view.language.institutions.eponym:
        return None
    m, last, initials = k + 1 + (k + 1 < len(tokens) and tokens[k + 1].text == "."), None, False
    while m < min(k + _EPONYM, len(tokens)) and view.capital(m) and not view.heads[m]:
        if len(tokens[m].text) == 1 and m + 1 < len(tokens) and tokens[m + 1].text == ".":
            initials, m = True, m + 2
            continue
        if last is not None and (initials or not genitive_name(tokens[m].norm)):
            break  # "института имени С. Раджаратнама | Анна Ким"
        last, m = m, m + 1
    return last


def latin_run(view: View, k: int) -> int | None:
    """The last token of the run of names in Latin letters from token `k` on, or None where there is none."""
    m = k
    while (
        m < len(view.tokens) and _LATIN.fullmatch(view.tokens[m].text) and (m > k or view.tokens[m].text[0].isupper())
    ):
        m += 1
    while m > k and view.tokens[m - 1].text in {"&", "-", "."}:
        m -= 1
    return m - 1 if m > k else None


class Rightward:
    """The scan rightwards from the head at token `i`, and what it met.

    `last` is the name's last token, `owner` the institution that owns it, `country` the country that it is of, and
    `chunks` the noun phrases of its lists ("Justice", "Internal Affairs"), as first and last tokens.
    """

    def __init__(self, view: View, i: int, hit: Hit[Head], at_start: dict[int, Draft]) -> None:
        self.view, self.i, self.hit, self.at_start = view, i, hit, at_start
        self.last = i
        self.owner: Draft | None = None
        self.country: str | None = None
        self.chunks: list[tuple[int, int]] = []
        data = view.language.institutions
        self._articles, self._where, self._field = data.articles, data.where, data.field
        self._auxiliaries, self._senders = data.auxiliaries, data.sender
        self._used: set[str] = set()
        self._genitives = view.language.code == "ru"

    def run(self) -> Rightward:
        """Scan, and give the scan itself."""
        k = self.i + 1
        while k < len(self.view.tokens) and not (self.owner or self.country):
            step = (
                self._quoted(k)
                or eponym(self.view, k)
                or self._brand(k)
                or self._bracketed(k)
                or self._sent(k)
                or self._prepositional(k)
            )
            step = step or (self._genitive(k) if self._genitives else None)
            if step is None:
                break
            self.last = step
            k = step + 1
        if (self.owner or self.country) and k < len(self.view.tokens):
            while k < len(self.view.tokens) and (step := self._after_owner(k)) is not None:
                self.last, k = step, step + 1
        return self

    def _after_owner(self, k: int) -> int | None:
        """What a weak head is for, or where, after its owner: "Управление ООН [по наркотикам]"."""
        entry, word = self.hit.entry, self.view.tokens[k].norm
        two = self.country is not None and entry.lemma == self.view.language.institutions.union
        if two and word in self.view.conjunctions and k + 1 < len(self.view.tokens) and self.view.place[k + 1]:
            return k + 1  # "Союза Беларуси [и России]"
        if not entry.weak or entry.alone:
            return None
        if (
            entry.kind != "embassy"
            and word in self._field
            and word not in self._used
            and (self.owner is None or self.owner.last - self.owner.first < _LONG)
        ):
            return self._prepositional(k)
        seat = k + 1 < len(self.view.tokens) and self.view.place[k + 1] is not None
        if word in self._where and seat and self._genitives and self.owner and self.owner.kind == "international":
            return self._owned(k + 1) if locative(self.view.tokens[k + 1].norm) else None
        return None

    def _bracketed(self, k: int) -> int | None:
        """Another word for the one before it, in brackets: "Аппарат Акыйкатчы (Омбудсмена) Грузии"."""
        view, tokens = self.view, self.view.tokens
        if tokens[k].text != "(" or k + 3 >= len(tokens) or tokens[k + 2].text != ")" or tokens[k + 1].text.isupper():
            return None
        return k + 2 if view.place[k + 3] and view.word(k + 1) and self._genitives else None

    def _sent(self, k: int) -> int | None:
        """The institution that sent a body: "Миссия наблюдателей [от СНГ]", "Mission [from the OSCE]"."""
        if self.view.tokens[k].norm not in self._senders or not self.hit.entry.weak:
            return None
        k += 1
        if k < len(self.view.tokens) and self._article(k):
            k += 1
        return self._owned(k) if k < len(self.view.tokens) and k in self.at_start else None

    def _quoted(self, k: int) -> int | None:
        """A quoted name right after the head ("партия «…»"): its closing mark."""
        return quoted_name(self.view, k)

    def _brand(self, k: int) -> int | None:
        """A name in another script right after the head: "компания [Toyota Tsusho]"; its last token."""
        view = self.view
        data = view.language.institutions
        if not data.brands or self.hit.analysis.stem not in data.brands or k != self.i + 1:
            return None
        return latin_run(view, k)

    def _prepositional(self, k: int) -> int | None:
        """A preposition that tells what a body is for, whose it is or where, with what it governs."""
        view = self.view
        word = view.tokens[k].norm
        if (word not in view.purpose and word not in self._where) or (self._genitives and word in self._used):
            return None  # "Организация по миграции | по Центральной Азии"
        self._used.add(word)
        k += 1
        if k < len(view.tokens) and view.tokens[k].norm in self._articles:
            k += 1
        if k >= len(view.tokens):
            return None
        if word in self._where:
            return self._place(k)
        named = k in self.at_start or view.place[k] is not None or view.capital(k)
        if word in view.language.institutions.toward and not named:
            return None  # "the Parliament | to a unicameral system"
        end = self._owned(k)
        return self._noun_phrase(k) if end is None else end

    def _place(self, k: int) -> int | None:
        """Where a body is, or what its field is bounded by ("Centre in Bishkek", "… Co-operation in Europe").

        After other names the preposition tells where something happened.
        """
        view = self.view
        bounded = any(t.norm in self._field for t in view.tokens[self.i : k])
        if self._worldwide() or not (bounded or self.hit.entry.weak or self.hit.entry.kind == "embassy"):
            return None
        place = view.place[k]
        if place and (not bounded or place.kind == "country"):
            return self._owned(k)
        return k if bounded and view.capital(k) and not place and not view.personal(k) else None

    def _worldwide(self) -> bool:
        """Tell a Russian head that its adjective makes international: "Европейского Союза | в Грузии"."""
        before = self.view.tokens[self.i - 1].norm if self._genitives and self.i else ""
        return any(before.startswith(b) and kind == "international" for b, kind in self.hit.entry.kinds.items())

    def _owned(self, k: int) -> int | None:
        """An owner at token `k`, an institution or a place: its last token."""
        view = self.view
        draft = self.at_start.get(k)
        if draft:
            # A head alone is a field here, no body: "committee on Television, radio and…".
            if draft.first < draft.last or draft.known or draft.form != "short" or self._article(k - 1):
                self.owner = draft
                return draft.last
            del self.at_start[k]
        place = view.place[k]
        if place is None or view.first_of(place) != k:
            return None
        self.country = place.country
        while k + 1 < len(view.tokens) and view.place[k + 1] is place:
            k += 1
        return k

    def _article(self, k: int) -> bool:
        return self.view.tokens[k].norm in self._articles

    def _genitive(self, k: int) -> int | None:
        """One more word of a run of genitives, with "и" or a list's commas between them."""
        view = self.view
        if self._lists(k):
            return k
        if (joined := self._member_states(k)) is not None:
            return joined
        if view.tokens[k].norm in view.conjunctions:
            inside = self.last > self.i and k + 1 < len(view.tokens) and not view.capital(k + 1)
            return k + 1 if inside and genitive_follows(view, k + 1) and not view.heads[k + 1] else None
        end = self._owned(k)
        if end is None and self.last >= self.i and self._instrumental(k):
            return None  # "председателем Мажилиса | Ерланом Кошкаровым"
        if end is None and self._used and view.capital(k) and view.capital(k - 1) and not oblique(view.tokens[k].norm):
            return None  # "… по Восточной Европе | Иван Петров"
        return end if end is not None else k if genitive_follows(view, k) else None

    def _instrumental(self, k: int) -> bool:
        """Tell a name in the instrumental: two unknown words with capitals, neither of which must be a genitive."""
        view = self.view
        pair = k + 1 < len(view.tokens) and view.capital(k) and view.capital(k + 1)
        return pair and all(instrumental(view.tokens[m].norm) for m in (k, k + 1))

    def _member_states(self, k: int) -> int | None:
        """The second part of "государств – участников", whose dash stands at `k`."""
        tokens, members = self.view.tokens, self.view.language.institutions.members
        if tokens[k].text not in "-–—" or k + 1 >= len(tokens):
            return None
        return k + 1 if f"{tokens[k - 1].norm}-{tokens[k + 1].norm}" in members else None

    def _lists(self, k: int) -> bool:
        """Tell whether the comma at `k` belongs to a list inside a name ("Institute of State, law and democracy").

        Each part is one to three words, none of them a strong head, a title, a stop word or an article; the list
        ends with a conjunction that doesn't follow a comma.
        """
        view, tokens = self.view, self.view.tokens
        if tokens[k].text != "," or self.last == self.i:
            return False
        run = 0
        for m in range(k + 1, min(k + _LISTED, len(tokens))):
            token = tokens[m]
            if token.norm in view.conjunctions:
                ends = m + 1 >= len(tokens) or self._article(m + 1) or view.heads[m + 1]
                return 0 < run <= _LOWER_RUN and not ends
            if token.text == ",":
                if not 0 < run <= _LOWER_RUN:
                    return False
                run = 0
                continue
            head = view.heads[m]
            barred = (
                token.norm in view.stop
                or self._article(m)
                or view.posts[m]
                or (head and not (head.entry.weak and not view.capital(m)))
            )
            if not view.word(m) or barred:
                return False
            run += 1
        return False

    def _noun_phrase(self, k: int) -> int | None:
        """A noun phrase with its lists from token `k`: its last token."""
        view, tokens = self.view, self.view.tokens
        end: int | None = None
        lower = 0
        begin = k
        while k < len(tokens):
            if end is not None and (tokens[k].text == "," or tokens[k].norm in view.conjunctions):
                if not self._goes_on(k):
                    break
                self.chunks.append((begin, end))
                lower = 0
                k += 2 if k + 1 < len(tokens) and tokens[k + 1].norm in view.purpose else 1
                begin = k
                continue
            lower = 0 if view.capital(k) else lower + 1
            if self._ends(k, lower):
                break
            end = self._through_place(k)
            if view.place[k]:
                break
            k += 1
        if end is not None:
            self.chunks.append((begin, end))
        return end

    def _ends(self, k: int, lower: int) -> bool:
        """Tell whether the noun phrase ends before the word at `k`, the `lower`th in lower case in a row."""
        view = self.view
        word = view.tokens[k].norm
        barred = word in view.stop or word in view.purpose or word in self._where or k in self.at_start
        title = view.posts[k] is not None and not view.capital(k)
        barred = barred or (not self._genitives and self._apart(k))
        personal = view.personal(k) and not (self._genitives and adjective(word))  # "Каспийского" is no surname
        name = (
            self._genitives and view.capital(k) and view.capital(k - 1) and not oblique(word)
        )  # "… по Европе | Иван Петров"
        verb = lower > 0 and not self._genitives and self._verb(k)
        initial = len(view.tokens[k].text) == 1 and view.tokens[k].text.isupper() and not self._genitives
        personal = personal or initial or (not self._genitives and self._named(k))  # "Agency of Transport | M. Kim"
        return not view.word(k) or barred or title or personal or name or lower > _LOWER_RUN or verb

    def _named(self, k: int) -> bool:
        """Tell an unknown given name by the surname after it: "Faculty of Relations | Karlygash Baimukhanova"."""
        view, after = self.view, k + 1
        pair = view.capital(k) and after < len(view.tokens) and view.word(after) and view.capital(after)
        return pair and view.personal(after) and not view.personal(k)

    def _apart(self, k: int) -> bool:
        """Tell a word that no English name holds: a number, a month, a weekday, "elections" before which "for" stands.

        "mission for the 27 October elections" and "Parliament to a system" end before their preposition.
        """
        view = self.view
        word = view.tokens[k].norm
        return word.isdigit() or word in view.language.institutions.apart or (word[0].isdigit() and word[-1].isdigit())

    def _through_place(self, k: int) -> int:
        """The last token of the place at `k`, which gives the name its country; `k` where there is none."""
        place = self.view.place[k]
        if place is None:
            return k
        self.country = place.country
        while k + 1 < len(self.view.tokens) and self.view.place[k + 1] is place:
            k += 1
        return k

    def _verb(self, k: int) -> bool:
        """Tell an English lower-case word that begins a predicate: an object or an adverb follows, no list, no mark."""
        view, tokens = self.view, self.view.tokens
        if tokens[k].norm.endswith("ed"):
            return True
        if k + 1 >= len(tokens) or not view.word(k + 1):
            return False
        following = tokens[k + 1].norm
        joins = following in view.purpose or following in view.conjunctions or following in self._where
        return following in view.stop and not joins and following not in self._auxiliaries

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
        barred = following in view.stop or self._article(k + 1) or k + 1 in self.at_start
        head_near = any(view.heads[m] for m in (k + 1, k + 2) if m < len(tokens))
        return not (barred or view.posts[k + 1] or view.personal(k + 1) or head_near)
