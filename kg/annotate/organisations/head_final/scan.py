"""The state of the scan leftwards from a head, and the rules that need no more than a word and those beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final import ends
from kg.annotate.organisations.head_final.modifiers import eponym, member_states
from kg.annotate.view import CLOSING

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# Longest name in tokens: the longest real one met has 17 ("… halkara guramalary bilen aragatnaşyk … bölümi").
LONGEST = 24
# Tokens of the longest quoted name: what is longer is the title of a work, or speech.
_QUOTED = 10
# Kinds of bodies that have numbers in their names.
_NUMBERED = frozenset({"company", "media"})
# A rule's answer: here it ends.
STOP = -2


class Scan:
    """The scan leftwards from the head at token `i`, and what it met.

    `first` is the name's first token (None: no name begins), `owner` the institution that owns it, `country` the
    country that its words give, `joint` that two states have it together. `purpose` tells that a word such as "boýunça"
    (at `purpose_at`) was passed, left of which anything may stand, `generic` that the phrase is about institutions in
    general, `located` that where the body is was passed ("Алматыдағы"). `eponym_at` is where a word such as "adyndaky"
    was passed, `told_at` where a country's adjective.
    """

    def __init__(self, view: View, i: int, hit: Hit[Head], at_end: dict[int, Draft]) -> None:
        self.view, self.i, self.hit, self.at_end = view, i, hit, at_end
        self.first: int | None = None
        self.owner: Draft | None = None
        self.country: str | None = None
        self.purpose = False
        self.purpose_at: int | None = None
        self.generic = self.joint = self.located = False
        self.eponym_at: int | None = None
        self.told_at: int | None = None
        self.j = i - 1
        self._lowest = max(-1, i - LONGEST)

    @property
    def genitive(self) -> bool:
        """Whether what owns the name stands in the genitive."""
        if self.owner:
            under = self.view.tokens[self.owner.last + 1].norm in self.view.language.institutions.auspices
            return self.owner.case == "gen" and not under  # "әкімдіктің жанындағы Қоғамдық кеңес"
        place = self.view.place[self.first] if self.first is not None else None
        return place is not None and place.case == "gen"

    def meet_eponym(self) -> int | None:
        """After whom an institution is named stands before "adyndaky", whatever its capitals."""
        if not eponym(self.view, self.j):
            return None
        self.eponym_at = self.j
        return self.j - 1

    def meet_closing_mark(self) -> int | None:
        """A quoted name begins the institution's unless its owner stands before it; brackets are passed over."""
        view, j = self.view, self.j
        mark = view.tokens[j].text
        if mark not in CLOSING:
            return None
        opening = view.opening_of(j, max(self._lowest, j - _QUOTED))
        where = j + 1 < self.i and view.locative(j + 1)  # "«Ýyldyz» myhmanhanasynda söwda boýunça topar"
        if opening is None or view.tokens[j + 1].norm in view.conjunctions or where:
            return STOP
        if mark == ")":
            return opening - 1
        self.first = opening
        owned = opening > 0 and (view.place[opening - 1] or opening - 1 in self.at_end)
        return opening - 1 if owned else STOP

    def meet_member_states(self) -> int | None:
        """The member states of an organisation: the organisation stands before.

        Of each of them is what several lead: "мүше мемлекеттердің [қорғаныс ведомствосы] басшылары".
        """
        members = member_states(self.view, self.j)
        if (members or self.view.tokens[self.j].norm in self.view.language.events.members) and self._of_each():
            self.generic = True
            return STOP
        return self.j - 1 if members else None

    def _of_each(self) -> bool:
        """Tell a ministry before a title in the plural."""
        post = self.view.posts[self.i + 1] if self.i + 1 < len(self.view.tokens) else None
        own = self.hit.entry.kind == "ministry" or self.hit.entry.lemma in self.view.language.posts.agencies
        return post is not None and bool(post.analysis.number) and (own or post.entry.post == "secretary")

    def meet_generic(self) -> int | None:
        """Words such as "relevant" and numbers: no name, unless one has begun."""
        if self.view.tokens[self.j].norm not in self.view.generic and not self._counts():
            return None
        self.generic = self.first is None
        return STOP

    def _counts(self) -> bool:
        """Tell how many bodies there are, or which sitting or part it is: "фильмнің [2-нші] бөлімі"."""
        view, kind = self.view, self.hit.entry.kind
        word, before = view.tokens[self.j].norm, view.tokens[self.j - 1].norm if self.j else ""
        number = word[0].isdigit() or word in view.language.events.by_role["ordinal"]
        if not number or self.purpose or kind in _NUMBERED or before in view.language.institutions.joint:
            return False  # "hökümetara 4-nji topary" has a name of its own
        return word.isdigit() or kind != "education"  # "25-nji orta mekdep" is one

    def meet_latin(self) -> int | None:
        """Punctuation in a name in Latin letters is part of it."""
        return self.j - 1 if ends.latin(self.view, self.j) else None

    def meet_people(self) -> int | None:
        """An institution's people end the name of another: "konsullygynyň wekilleriniň Penza uniwersitetine"."""
        people = () if self.purpose else self.view.language.institutions.people
        analyses = self.view.language.analyse(self.view.tokens[self.j].norm) if people else ()
        found = [a for a in analyses if a.possessive and a.stem in people]
        own = self.j + 1 == self.i and any(a.case == "nom" or (a.number and a.case == "gen") for a in found)
        return STOP if found and not own else None

    def meet_bare_name(self) -> int | None:
        """A head that is a name by itself ("Үкімет") takes only capitals next to it."""
        view, j = self.view, self.j
        alone = self.hit.entry.alone and view.capital(self.i)
        return STOP if alone and (j == 0 or not view.capital(j) or view.heads[j]) else None
