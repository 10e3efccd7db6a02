"""Words with which an institution's name doesn't go on, in languages that put the head first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# How far before an institution's head the title of its officer may stand, in tokens.
_TITLE = 12
# Tokens within which the noun of a part stands behind whose it is ("Treasury's [Office]").
_PART = 4


class Ends:
    """What the scan rightwards from the head at token `i` of a name that begins at `first`, and what it met.

    `last` is the name's last token, `owner` the institution that owns it, `country` the country that it is of, and
    `chunks` the noun phrases of its lists ("Justice", "Internal Affairs"), as first and last tokens. `is_world`
    tells the name of an international organisation.
    """

    def __init__(
        self,
        view: View,
        i: int,
        hit: Hit[Head],
        at_start: dict[int, Draft],
        first: int,
        *,
        is_world: Callable[[str], bool],
    ) -> None:
        self.is_world = is_world
        self.view, self.i, self.hit, self.at_start, self.first = view, i, hit, at_start, first
        self.last = i
        self.owner: Draft | None = None
        self.country: str | None = None
        self.chunks: list[tuple[int, int]] = []
        data = view.language.institutions
        self._articles, self._where, self._field = data.articles, data.where, data.field
        self._auxiliaries, self._senders = data.auxiliaries, data.sender
        self._used: set[str] = set()
        self._genitives = view.language.fusional

    def _article(self, k: int) -> bool:
        return self.view.tokens[k].norm in self._articles

    def _officer(self, k: int) -> bool:
        """Tell a title with a capital that follows an English name: "Agency for Trade | Deputy Director Anna Kim".

        So one with words of its own before its head: "Ministry of Foreign Affairs | Political Director Anna Kim".
        """
        view, posts, head = self.view, self.view.language.posts, k
        if self._genitives or not view.capital(k - 1):
            return False
        data = view.language.institutions
        led = (data.modifiers, posts.ranks, data.beneath)
        while head + 1 < len(view.tokens) and view.capital(head) and any(view.tokens[head].norm in w for w in led):
            head += 1
        head -= head > k and view.posts[head] is None  # "Ministry of Defence | General Karl Berg"
        hit = view.posts[head]
        if hit is None or hit.analysis.number or head + 1 >= len(view.tokens):
            return False
        goes_on = view.capital(head + 1) and not view.heads[head + 1]
        over = view.tokens[head + 1].norm in posts.of and not hit.entry.rank
        goes_on = goes_on or over  # "Ministry of Trade | Director of Prices", but "States General of"
        word, officers = view.tokens[k - 1].norm, view.posts[k - 1]
        field = view.capital(k - 2) or view.joint(k - 2)  # "Ministry of Affairs and Trade | Secretary Anna Kim"
        field = field or self.hit.entry.kind == "ministry"  # "Ministry of Defence | Deputy Minister Anna Kim"
        plain = word in view.ordinary and word not in posts.ranks and (field or word not in posts.modifiers)
        return goes_on and (plain or bool(officers and officers.analysis.number))

    def _owning(self, k: int) -> bool:
        """Tell what an English body has that is none itself: "Department of Labour's | Findings on Child Labour"."""
        view, before = self.view, self.view.tokens[k - 1]
        if self._genitives or not view.language.genitive(before.norm) or before.text.endswith(("'", "’")):
            return False
        people = view.language.owner(before.norm) in view.language.institutions.peoples
        body = any(view.heads[m] and view.capital(m) for m in range(k, min(k + _PART, len(view.tokens))))
        return not (people or body or k in self.at_start)

    def _adverb(self, k: int) -> bool:
        """Tell an English adverb behind a capital, and a verb's past: "Ministry of Labour | similarly", "… | laid"."""
        view, word = self.view, self.view.tokens[k].norm
        told = word.endswith(view.language.morphology.adverbs) or word in view.language.events.pasts
        return told and view.capital(k - 1)

    def _acronym(self, k: int) -> bool:
        """Tell an English acronym that is another body: "the Ministry of Energy and | BP", not "Transport and ICT"."""
        view, text = self.view, self.view.tokens[k].text
        plain = text.isalpha() and text.isupper() and len(text) > 1 and not view.shouting
        return plain and not self._genitives and view.tokens[k].norm not in view.language.institutions.capitals

    def _named(self, k: int) -> bool:
        """Tell an unknown given name by the surname after it: "Faculty of Relations | Karlygash Baimukhanova".

        Behind a title any two words that no institution's name holds are one: "Head of the Committee on Trade | Edil
        Mamyt spoke".
        """
        view, after = self.view, k + 1
        opens = view.tokens[k - 1].norm in view.purpose or self._article(k - 1)
        if view.capital(k) and view.tokens[k].norm in view.language.posts.honorifics and not opens:
            return True  # "House of Representatives | Rt Hon Karl Berg"
        given = view.capital(k) and view.tokens[k].norm in view.given_folded and not opens
        if given and after < len(view.tokens) and view.initial(after):
            return True  # "Bureau of Environmental Affairs | Monica P. Lund"
        pair = view.capital(k) and after < len(view.tokens) and view.word(after) and view.capital(after)
        if not pair or view.personal(k) or view.posts[k] or view.tokens[k].norm in view.ordinary:
            return False
        if view.personal(after):
            return True
        if view.tokens[k].norm in view.given_folded and not opens and self._unheard(k) and self._unheard(after):
            return True
        # but "on Elimination of [Racial Discrimination]"
        telling = not opens and view.tokens[k - 1].norm in view.ordinary
        titled = any(view.posts[m] for m in range(max(0, self.i - _TITLE), self.i))
        return telling and titled and self._unheard(k) and self._unheard(after)

    def _stranger(self, k: int) -> bool:
        """Tell two words in an English list that no name's field holds: "University of Arts and | Tan Weiyao"."""
        view, after = self.view, k + 1
        two = not self._genitives and after < len(view.tokens) and view.capital(k) and view.capital(after)
        return two and self._unheard(k) and view.tokens[after].norm not in view.ordinary and view.place[after] is None

    def _unheard(self, k: int) -> bool:
        """Tell a word that no institution's name is known to hold, and no acronym."""
        view, token = self.view, self.view.tokens[k]
        known = view.heads[k] or view.posts[k] or view.place[k] or k in self.at_start
        listed = token.norm in view.ordinary or token.norm in view.language.posts.modifiers
        return not (known or listed) and all(part[1:].islower() for part in token.text.split("-"))  # "Al-Dawood"

    def _apart(self, k: int) -> bool:
        """Tell a word that no English name holds: a number, a month, a weekday, "elections" before which "for" stands.

        "mission for the 27 October elections" and "Parliament to a system" end before their preposition.
        """
        view = self.view
        word = view.tokens[k].norm
        if view.capital(k) and k + 1 < len(view.tokens) and view.posts[k + 1] is not None:
            return False  # "Office of the [First President]"
        return word.isdigit() or word in view.language.institutions.apart or (word[0].isdigit() and word[-1].isdigit())

    def _small(self, k: int) -> bool:
        """Tell English small letters behind a noun with a capital, which say what a body has or does.

        "Ministry of Trade | delegation", "Ministry of Trade | stocks for Chile", but "Department of Human rights".
        """
        view, before = self.view, self.view.tokens[k - 1].norm
        data, adjectives = view.language.institutions, view.language.morphology.adjectives
        described = before in data.modifiers or before.endswith(adjectives)
        described = described or view.tokens[k].norm in data.filler or view.tokens[k].norm in data.members
        return view.capital(self.i) and view.capital(k - 1) and not (view.capital(k) or described)

    def _no_name(self, k: int) -> bool:
        """Tell what no name goes on with behind its preposition: "Institute | on a lecture", "Centre | for sharing".

        So an adverb: "administration | of nearly ten vaccines".
        """
        word, endings = self.view.tokens[k], self.view.language.morphology
        adverb = word.norm.endswith(endings.adverbs) and word.norm not in self.view.ordinary  # but "for family"
        participle = word.text.islower() and (adverb or word.norm.endswith(endings.gerund))
        return participle or word.norm in self.view.language.institutions.indefinite
