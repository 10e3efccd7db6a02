"""Parts of the world in an English name: what a department is for, where a body is; and the name behind a field."""

from __future__ import annotations

from kg.annotate.organisations.head_initial.ends import Ends
from kg.annotate.organisations.inflect import adjective, in_dictionary, is_geographic, noun, oblique, only_plural
from kg.annotate.view import DASHES

# Longest list inside a name, in tokens.
_LISTED = 12


class Regions(Ends):
    """The parts of the world in a name, and where a Russian one ends: see `Ends` for what the scan leaves."""

    def _direct(self, k: int) -> bool:
        """Tell a nominative or accusative behind a Russian field, or "на": "… по оценке фильмов | обложка диска"."""
        view, word = self.view, self.view.tokens[k].norm
        if word in view.language.institutions.local:
            return True
        return noun(word) and in_dictionary(word) and not oblique(word)

    def _described_people(self, k: int) -> bool:
        """Tell people whom a Russian adjective tells of, for whom a body is: "Фонд поддержки молодых [учёных]"."""
        people = self.view.posts[k]
        return bool(self._genitives and people and people.analysis.number) and adjective(self.view.tokens[k - 1].norm)

    def _republic(self, k: int) -> bool:
        """Tell the unknown name behind an area's noun: "Совет Республики [Крым]", "Палата провинции [Чунхэ]"."""
        view = self.view
        area = view.language.forms(view.language.institutions.places)[view.tokens[k - 1].norm]
        if not (area and k - 1 > self.i and view.capital(k)):
            return False
        holder = view.posts[self.first - 1] if self.first else None
        named = holder is not None and not holder.analysis.number
        if not view.capital(k - 1) and (named or only_plural(view.tokens[k - 1].norm)):
            return False  # "стран [Восточной] Европы", "глава мэрии города | Орлов", "Партии регионов | Орлов"
        other = view.personal(k) or view.tokens[k].norm in view.given_folded or view.posts[k] or k in self.at_start
        return not other and (k + 1 >= len(view.tokens) or not view.capital(k + 1))

    def _regions(self, k: int) -> int | None:
        """The last token of the parts of the world that a department is for: "for Russia, Central Asia, and Iran"."""
        view, tokens, m, end, items = self.view, self.view.tokens, k, None, 0
        if self._genitives or self.hit.entry.lemma not in view.language.institutions.departments:
            return None
        while m < min(k + _LISTED, len(tokens) - 1):
            m += self._article(m)
            first = m
            while m < len(tokens) and (view.place[m] or self._region_word(m)):
                m = view.place_end(m) + 1
            if m == first:
                break
            end, items = m - 1, items + 1
            if m + 1 >= len(tokens) or not view.joint(m):
                break
            m += 1 + (tokens[m].text == "," and tokens[m + 1].norm in view.conjunctions)
        told = end is not None and any(view.place[m] for m in range(k, end + 1))
        return end if items > 1 and told else None

    def _government(self, k: int) -> int | None:
        """The last token of a government in small letters that a body is under: "Служба миграции при [правительстве]".

        The word for its country may follow: "при правительстве [страны]".
        """
        view, head = self.view, self.view.heads[k] if k < len(self.view.tokens) else None
        if head is None or not self._genitives or view.capital(k):
            return None
        if not head.entry.alone or head.entry.kind != "government":
            return None
        ours = view.language.posts.ours
        after = view.language.analyse(view.tokens[k + 1].norm) if k + 1 < len(view.tokens) else ()
        return k + any(a.stem in ours and a.case == "gen" and not a.number for a in after)

    def _two_states(self, last: int) -> int | None:
        """The last token of the second of two states that a Russian body is of: "Деловой совет Чили [– Перу]"."""
        view, dash = self.view, last + 1
        if not self._genitives or dash + 1 >= len(view.tokens) or view.tokens[dash].text not in DASHES:
            return None
        both = [view.place[last], view.place[dash + 1]]
        states = all(p is not None and p.kind == "country" and p.case in {"nom", ""} for p in both)
        return view.place_end(dash + 1) if states else None

    def _through_region(self, k: int) -> int:
        """The last token of a part of the world in two words at `k`: "… on Climate in [Central Asia]"."""
        whole = k + 1 < len(self.view.tokens) and self._region_word(k) and self._region_word(k + 1)
        return k + whole

    def _region_word(self, k: int) -> bool:
        """Tell a plain word with a capital: "Central", "Asia", "Pacific"."""
        view = self.view
        plain = view.tokens[k].norm in view.ordinary and view.tokens[k].norm not in view.language.posts.honorifics
        return plain and view.capital(k) and not (view.heads[k] or view.posts[k])

    def _two(self, k: int) -> bool:
        """Tell a name behind a Russian field: "… по связям | Самедом Сеидовым", "… по экологии | Дмитрием Лукиным"."""
        view, after = self.view, k + 1
        if after >= len(view.tokens) or not view.capital(after) or adjective(view.tokens[k].norm):
            return False
        bare = not any(view.heads[m] or view.posts[m] or view.place[m] or m in self.at_start for m in (k, after))
        words = [view.tokens[m].norm for m in (k, after)]
        apart = not view.capital(k - 1) or is_geographic(view.tokens[k - 1].norm)  # "… по Азии | Антонеллой Бассани"
        return bare and apart and (view.language.is_given(words[0]) or not all(map(in_dictionary, words)))
