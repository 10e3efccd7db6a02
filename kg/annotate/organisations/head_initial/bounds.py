"""Where a name ends on the right of its head, in languages that put the head first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import kind_of
from kg.annotate.organisations.head_initial.noun_phrases import Phrases
from kg.annotate.organisations.inflect import (
    adjective,
    genitive_name,
    genitive_place,
    in_dictionary,
    instrumental,
    mainly_genitive,
    nominative_phrase,
    ordinal,
)
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.language.posts import PostHead

# An owner of so many words has a purpose of its own ("Комиссия Организации по безопасности …").
_LONG = 3
_ENVOY = "special-representative"


class Bounds(Phrases):
    """Tests of the words that a name may end before; `Rightward` asks them."""

    def _joint(self) -> bool:
        """Tell a body that two states have together: "Совместная комиссия Чили [и Перу]"."""
        joint = self.view.language.institutions.joint
        words = (t.norm for t in self.view.tokens[self.first : self.i])
        return bool(joint) and any(word.startswith(joint) for word in words)

    def _loose(self, word: str, k: int) -> bool:
        """Tell what a body did something on, in small letters: "Ministry of Trade | on the ways of doing it"."""
        k += self._article(k) and k + 1 < len(self.view.tokens)
        small = not self.view.capital(k) and not self.view.place[k] and k not in self.at_start
        return small and word in self._field and not self.hit.entry.part

    def _short(self, owner: Draft, word: str) -> bool:
        """Tell an owner with which a preposition does not go on: a short one, or one that has it already.

        "Бюро Организации по безопасности в Европе [по выборам]".
        """
        own = word in self.view.sentence.words[owner.first : owner.last]
        return own or owner.last - owner.first < _LONG

    def _beside_other(self, k: int) -> bool:
        """Tell a body or a country in another case right behind, which owns nothing: "Парламентом | Комитетом".

        "решением Генеральной Ассамблеи ООН | Чили признана", "вклады в Агентстве по труду | Банк Чили вернул".
        """
        view, draft, place, word = self.view, self.at_start.get(k), self.view.place[k], self.view.tokens[k].norm
        if draft is not None and draft.form == "name":
            declined = not view.tokens[k].text.isupper() and (view.heads[k] is not None or adjective(word))
            return instrumental(word) or (declined and not genitive_name(word))
        other = place is not None and place.kind == "country" and not genitive_place(view, k)
        return other and self.is_world(self._nominative())

    def _told_why(self, k: int) -> bool:
        """Tell a reason with an article in small letters: "thanked the University for [the] warm welcome"."""
        view, after = self.view, k + 1
        small = after < len(view.tokens) and self._article(k) and not view.capital(after)
        return small and view.capital(self.i) and after not in self.at_start and not view.place[after]

    def _apart_from(self, word: str) -> bool:
        """Tell where somebody or something goes from a body that is sent nowhere: "from the Ministry | to Oslo"."""
        sent = self.hit.entry.kind == "embassy" or self.hit.entry.seated or self.hit.entry.refined
        data = self.view.language.institutions
        return word in data.toward and word in data.local and not sent

    def _abroad(self, k: int) -> bool:
        """Tell the country that an officer deals with, not his bank or fund: "директор Фонда | по [Чили] Анна Ким"."""
        view, entry = self.view, self.hit.entry
        place = view.place[k]
        listed = any(
            a.stem in view.language.institutions.places and a.number for a in view.language.analyse(view.tokens[k].norm)
        )
        if not self._genitives or entry.seated or not (listed or (place and place.kind == "country")):
            return False  # "по странам Азии"
        return entry.kind in {"company", "other", "international", "education", "ngo"}

    def _of_envoy(self, word: str) -> bool:
        """Tell a preposition that goes on with an envoy's title: "спецпредставитель Союза орошения | по Азии"."""
        if not self._genitives:
            return word in self._field and self._of_representative()
        post = self.view.posts[self.first - 1] if self.first else None
        if post is None or word not in self._field:
            return False
        before = self.view.tokens[max(0, self.first - 2)].norm  # "специального"
        return post.entry.post == _ENVOY or any(before.startswith(b) for b in _envoys(post.entry))

    def _of_representative(self) -> bool:
        """Tell the union of an envoy with a field: "High Representative of the Union | for Foreign Affairs"."""
        view, k = self.view, self.first - 1
        k -= k > 0 and self._article(k)
        alone = self.first == self.i and self.hit.entry.lemma == view.language.institutions.union
        post = view.posts[k - 1] if alone and k > 0 and view.tokens[k].norm in view.language.posts.of else None
        return post is not None and post.entry.post == "representative"

    def _of_deputy(self) -> bool:
        """Tell a body whose head has a deputy with a field: "заместитель директора Института РАН | по науке"."""
        deputy = self.view.posts[self.first - 2] if self._genitives and self.first > 1 else None
        if self.hit.entry.part:
            return False  # "заместитель председателя Комитета СФ [по обороне]"
        return deputy is not None and deputy.entry.post == "deputy" and self.view.posts[self.first - 1] is not None

    def _of_errand(self, k: int) -> bool:
        """Tell what only the body before is for: "Миссия Совета | по [наблюдению] за выборами"."""
        view = self.view
        before = view.heads[self.first - 1] if self.first else None
        sent = view.language.institutions.errands.get(before.entry.lemma) if before is not None else None
        return sent is not None and k + 1 < len(view.tokens) and view.tokens[k + 1].norm.startswith(sent)

    def _whole(self, word: str) -> bool:
        """Tell a preposition with which a whole name doesn't go on: "Европейский союз | по", "Госдума | по"."""
        full = self.last > self.i or self.hit.entry.kind == "company"  # not "Европейская комиссия [по праву]"
        world = self.hit.entry.alone and self.hit.entry.kind == "international"  # "Евросоюз | по"
        if self._genitives and (world or (full and self.is_world(self._nominative()))):
            return True  # "Организация Объединенных Наций | по наркотикам"
        if word in self.view.language.institutions.ties and not self._tied(word, self.last + 1):
            return True  # "поблагодарили Фонд | за помощь", but "движение за мир"
        return word in self._field and ((self.hit.entry.whole and self._worldwide()) or self._chamber())

    def _tied(self, word: str, k: int) -> bool:
        """Tell a preposition that follows the noun before it: "Миссия Чили по наблюдению [за] выборами"."""
        nouns = self.view.language.institutions.ties.get(word)
        return nouns is not None and self.view.language.forms(nouns)[self.view.tokens[k - 1].norm]

    def _nominative(self) -> str:
        return nominative_phrase(self.view, self.first, self.i, self.last)

    def _of_ministers(self, k: int) -> bool:
        """Tell an English government by its end, before `k`, as it has no field: "Cabinet of Ministers | for Trade"."""
        hit = self.view.posts[k - 1] if not self._genitives else None
        return hit is not None and hit.entry.post == "minister" and bool(hit.analysis.number)

    def _chamber(self) -> bool:
        """Tell a Russian name of a parliament, which has no field of its own, but whose committee has one."""
        entry = self.hit.entry
        if not self._genitives or entry.part:
            return False
        if entry.whole and entry.kind == "government":
            return True  # "Кабинет министров"
        return kind_of(self.view, self.first, self.last, entry) == "parliament"

    def _worldwide(self) -> bool:
        """Tell a Russian head that its adjective makes international: "Европейского Союза | в Грузии"."""
        before = self.view.tokens[self.i - 1].norm if self._genitives and self.i else ""
        return any(before.startswith(b) and kind == "international" for b, kind in self.hit.entry.kinds.items())

    def _grounds(self, k: int) -> bool:
        """Tell grounds, which a body is not there for: "Аппарат Правительства | по собственному [желанию]"."""
        view = self.view
        while self._genitives and k + 1 < len(view.tokens) and adjective(view.tokens[k].norm):
            k += 1
        found = view.language.analyse(view.tokens[k].norm) if self._genitives and k < len(view.tokens) else ()
        return any(a.stem in view.language.institutions.grounds and not a.number for a in found)

    def _told_of(self, word: str) -> bool:
        """Tell a preposition that goes on with what is told of an English body: "government | against Chile".

        So behind a department with its field: "Department of Justice | on the Expansion of Access".
        """
        data, entry = self.view.language.institutions, self.hit.entry
        if entry.alone and (word in self._field or word in data.toward):
            return True
        return bool(self._used) and word in data.told_on.get(entry.lemma, ())

    def _deeds(self, word: str) -> bool:
        """Tell what goes on somewhere behind a Russian noun for a deed: "движение | по проспекту"."""
        return word in self._field and self.hit.entry.lemma in self.view.language.institutions.deeds

    def _convoked(self, k: int) -> bool:
        """Tell by which election a parliament sits, no part of its name: "депутат Госдумы | шестого [созыва]"."""
        view, after = self.view, k + 1
        found = view.language.analyse(view.tokens[after].norm) if after < len(view.tokens) else ()
        return ordinal(view.tokens[k].norm) and any(a.stem in view.language.institutions.apart for a in found)

    def _others(self, k: int) -> bool:
        """Tell a word with which no name goes on behind a conjunction: "Администрация порта и [других] органов"."""
        view = self.view
        return view.language.forms(view.language.institutions.others)[view.tokens[k].norm]

    def _personal(self, k: int) -> bool:
        """Tell a name: two words with capitals in the instrumental, or such as the dictionary lacks.

        "председателем Мажилиса | Ерланом Кошкаровым", "президент Банка развития | Шисинь Чэнь".
        """
        view = self.view
        if not self._two_capitals(k):
            return False
        pair = view.sentence.words[k : k + 2]
        if view.tokens[k + 1].norm in view.given_folded and view.capital(min(k + 2, len(view.tokens) - 1)):
            return False  # "президент Института [Катона] Анна Ким"
        third = min(k + 2, len(view.tokens) - 1)
        if genitive_name(pair[0]) and pair[0] not in view.given_folded and self._surname(third):
            return False  # "директор Фонда спасения [Арала] Асет Кенжеев"
        bare = not any(view.heads[m] or view.posts[m] or view.place[m] for m in (k, k + 1))
        return all(map(instrumental, pair)) or (bare and not any(map(in_dictionary, pair)))

    def _two_capitals(self, k: int) -> bool:
        """Tell two words with capitals from `k` on, neither of a single letter."""
        view, pair = self.view, range(k, k + 2)
        whole = k + 1 < len(view.tokens)
        return whole and all(view.capital(m) and view.word(m) and len(view.tokens[m].text) > 1 for m in pair)

    def _holder(self, k: int) -> bool:
        """Tell an unknown name behind a title and a body in full: "ректор Горного университета | Сари Берглунд"."""
        view, after = self.view, k + 1
        full = self.last > self.i or self.first < self.i
        titled = full and self.first > 0 and view.posts[self.first - 1] is not None and self._two_capitals(k)
        if not titled or (after + 1 < len(view.tokens) and view.capital(after + 1)):
            return False
        if adjective(view.tokens[k].norm) or any(view.heads[m] or view.posts[m] or view.place[m] for m in (k, after)):
            return False
        first, last = view.sentence.words[k : k + 2]
        named = self._surname(after) or not in_dictionary(last)
        return named and not (in_dictionary(first) and mainly_genitive(last))

    def _next_holder(self, k: int) -> bool:
        """Tell a name right behind a body in small letters: "директор учебного центра | Ли Хажонг"."""
        view, after = self.view, k + 1
        bare = self.last == k - 1 and self.first > 0 and not any(map(view.capital, range(self.first, k)))
        bare = bare and view.posts[self.first - 1] is not None
        if not bare or after >= len(view.tokens) or view.place[k] or adjective(view.tokens[k].norm):
            return False
        two = view.capital(k) and view.capital(after)
        return two and not (after + 1 < len(view.tokens) and view.capital(after + 1))

    def _gathering(self, k: int) -> bool:
        """Tell the noun of an event far behind the head: "в Научном центре интеграции | мероприятия"."""
        far = k > self.i + 1 + (self.first < self.i)
        return far and not self.view.capital(k) and self._event(k)

    def _surname(self, k: int) -> bool:
        """Tell a word with a capital that ends as a surname, also one that the dictionary lacks."""
        view, word = self.view, self.view.tokens[k].norm
        strong = word.endswith(view.language.strong_surnames)
        return view.capital(k) and (view.personal(k) or (strong and not in_dictionary(word)))

    def _member_states(self, k: int) -> int | None:
        """The second part of "государств – участников", whose dash stands at `k`."""
        tokens, members = self.view.tokens, self.view.language.institutions.members
        if tokens[k].text not in DASHES or k + 1 >= len(tokens):
            return None
        return k + 1 if f"{tokens[k - 1].norm}-{tokens[k + 1].norm}" in members else None


def _envoys(head: PostHead) -> tuple[str, ...]:
    """The words that make a head's title that of an envoy ("специальн")."""
    return tuple(b for b, post in head.with_.items() if post == _ENVOY)
