"""A sentence with what the lexicons say of each token: what the phrase rules look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

from kg.language.case import recase
from kg.language.date_grammar import date_grammar
from kg.model import START

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.language import Language
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead
    from kg.model import Mention, PlaceMention, Sentence, Token

OPENING = frozenset('«“„"‘(')
CLOSING = frozenset('»”“"’)')
OPENING_QUOTES, CLOSING_QUOTES = OPENING - {"("}, CLOSING - {")"}
DASHES = frozenset("-–—")
# Letters of Roman numerals, and the Cyrillic ones that stand for them.
ROMAN = frozenset("IVXLІХ")
_ROUND = ("u", "ü")
_SHORTEST_STEM = 3
_ADVERBIAL = frozenset({"dat", "loc", "abl"})
# The longest Kazakh stem that an accusative of a single letter may leave by chance.
_LONG = 4


@dataclass(slots=True)
class View:
    """Parallel lists over the tokens of one sentence. Indices in the rules are token indices.

    `shouting` tells that the sentence is in capitals, so that capitals mean nothing; `capital` tells whether the token
    at an index begins with one that means something. `place` holds, for each token, the place mention that covers it,
    or None; `head_at` and `post_at` are the tokens with one of `heads` and `posts`.
    """

    index: int
    text: str
    sentence: Sentence
    language: Language
    tokens: Sequence[Token]
    heads: list[Hit[Head] | None]
    posts: list[Hit[PostHead] | None]
    head_at: list[int]
    post_at: list[int]
    place: list[PlaceMention | None]
    shouting: bool
    capital: Callable[[int], bool]
    stop: frozenset[str]
    generic: frozenset[str]
    conjunctions: frozenset[str]
    purpose: frozenset[str]
    given: frozenset[str]
    given_folded: frozenset[str]
    ordinary: frozenset[str]

    def personal(self, i: int) -> bool:
        """Tell a capitalised word that is part of a person's name: a surname's ending, or a given name beside one.

        A given name alone isn't telling: many are common nouns ("Әділет" is a name and the word for justice).
        """
        if not self._may_be_name(i):
            return False
        word = self.tokens[i].norm
        if self.language.is_surname(word) and self.ordinary.isdisjoint({word, word.rpartition("-")[2]}):
            return True  # but "Gözegçilik-derňew topary"
        beside = [k for k in (i - 1, i + 1) if 0 <= k < len(self.tokens) and self._may_be_name(k)]
        return self.language.is_given(self.tokens[i].norm) and any(
            self.language.is_surname(self.tokens[k].norm) or self.language.is_given(self.tokens[k].norm) for k in beside
        )

    def _may_be_name(self, i: int) -> bool:
        return self.capital(i) and not (self.heads[i] or self.posts[i] or self.place[i] or self.opens_event(i))

    def opens_event(self, i: int) -> bool:
        """Tell a noun of events that opens a sentence, where heads stand last: "[Шара] Жамбыл облысында өтті"."""
        if i or self.heads[0] or not self.language.head_final:
            return False
        return self.language.forms(self.language.event_nouns)[self.tokens[0].norm]

    def oblique(self, i: int) -> bool:
        """Tell a Turkic word whose endings are plainly those of a phrase of its own ("wekiliýetine", "шараға").

        A possessive with a case other than the genitive is plain; so are most cases of a noun of events ("форумды") and
        the locative of a month behind its day. At the beginning of a sentence any long case ending is: single vowels
        are ambiguous ("Halkara" is no dative).
        """
        token = self.tokens[i]
        months = date_grammar(self.language.code, self.language.dates).months if i and self._numeral(i - 1) else ()
        for a in self.language.analyse(token.norm):
            if a.case == "loc" and a.stem in months:
                return True  # "12-nji martda daşary işler ministri"
            opened = a.case == "acc" and not a.possessive and self.language.institutions.bare_owner
            if (opened or a.case in _ADVERBIAL) and a.stem in self.language.event_nouns:
                return True  # "Duşuşyga Ministrler Kabineti …", "[форумды] облыс әкімі ашты"
            if a.case in {"nom", "gen", "attr"} or not a.harmonic:
                continue
            if a.number and a.case in _ADVERBIAL and len(a.stem) >= _SHORTEST_STEM:
                return True  # "[Myhmanlara] häkimiň orunbasary ýolbaşçylyk etdi"
            kazakh = a.case == "acc" and len(a.stem) > _LONG  # "отырысын": the ending is a single letter
            if a.possessive == "3" and (len(token.norm) - len(a.base) > 1 or kazakh):
                return True
            chance = a.case == "loc" and len(a.stem) == _SHORTEST_STEM  # "Сауда министрі"
            if i == 0 and len(token.norm) - len(a.base) > 1 and len(a.stem) >= _SHORTEST_STEM and not chance:
                return True
        return False

    def _numeral(self, i: int) -> bool:
        """Tell a token that begins with a figure."""
        return self.tokens[i].text[0].isdigit()

    def locative(self, i: int) -> bool:
        """Tell a Turkic word that says where or from where by its possessive and case ("саммитінде", "mejlisinde")."""
        word = self.tokens[i].norm
        found = self.language.analyse(word)
        return any(a.possessive == "3" and a.case in {"loc", "abl"} and len(a.stem) > _SHORTEST_STEM for a in found)

    def word(self, i: int) -> bool:
        """Tell whether the token is a word or a number."""
        return self.tokens[i].text[0].isalnum()

    def initial(self, i: int) -> bool:
        """Tell a single capital with its stop."""
        single = len(self.tokens[i].text) == 1 and self.tokens[i].text.isupper()
        return single and i + 1 < len(self.tokens) and self.tokens[i + 1].text == "."

    def owned(self, i: int) -> bool:
        """Tell a token behind a word for whose it is: "his [deputies]", "the mayor's [deputy]"."""
        before = self.tokens[i - 1].norm if i else ""
        return before in self.language.posts.possessives or self.language.genitive(before)

    def shuts_adjunct(self, i: int) -> bool:
        """Tell the comma that ends what a preposition opens the sentence with: "At the request of N[,] Minister M"."""
        if self.tokens[0].norm not in self.language.posts.adjuncts:
            return False
        return i == next((k for k, token in enumerate(self.tokens) if token.text == ","), None)

    def joint(self, i: int) -> bool:
        """Tell whether token `i` is there and is a comma or a conjunction."""
        return i < len(self.tokens) and (self.tokens[i].text == "," or self.tokens[i].norm in self.conjunctions)

    def past_article(self, i: int) -> int:
        """Index of the token behind an article at `i`; `i` where none is."""
        return i + (i < len(self.tokens) and self.tokens[i].norm in self.language.institutions.articles)

    def opening_of(self, k: int, lowest: int) -> int | None:
        """Index above `lowest` of the mark that the one at `k` closes, a bracket's or a quotation's, or None."""
        opening = frozenset("(") if self.tokens[k].text == ")" else OPENING_QUOTES
        return next((m for m in range(k - 1, lowest, -1) if self.tokens[m].text in opening), None)

    def token_at(self, offset: int) -> int | None:
        """Index of the token that starts at an offset, or None."""
        i = bisect_left(self.tokens, offset, key=START)
        return i if i < len(self.tokens) and self.tokens[i].start == offset else None

    def first_of(self, mention: Mention) -> int:
        """Index of the token that a mention starts with (the one that holds its start)."""
        i = bisect_right(self.tokens, mention.start, key=START) - 1
        return i if i >= 0 and self.tokens[i].end > mention.start else i + 1

    def place_end(self, i: int) -> int:
        """Index of the last token of the place that covers token `i`; `i` where none does."""
        place = self.place[i]
        while place is not None and i + 1 < len(self.tokens) and self.place[i + 1] is place:
            i += 1
        return i

    def covered(self, mentions: Iterable[Mention]) -> list[Mention | None]:
        """For each token the mention that covers it, or None; of several the last given wins."""
        cover: list[Mention | None] = [None] * len(self.tokens)
        for mention in mentions:
            i = self.first_of(mention)
            while i < len(self.tokens) and self.tokens[i].start < mention.end:
                cover[i] = mention
                i += 1
        return cover


def make_view(text: str, index: int, sentence: Sentence, language: Language, places: Sequence[PlaceMention]) -> View:
    """Look every token of a sentence up; `places` are the place mentions of this sentence."""
    tokens = sentence.tokens
    institutions = language.institutions
    heads, posts = language.institution_heads.hits, language.post_heads.hits
    view = View(
        index=index,
        text=text,
        sentence=sentence,
        language=language,
        tokens=tokens,
        heads=list(map(heads.__getitem__, sentence.words)),
        posts=list(map(posts.__getitem__, sentence.words)),
        head_at=[],
        post_at=[],
        place=[None] * len(tokens),
        shouting=sentence.shouting,
        capital=_meant(sentence).__getitem__,
        stop=institutions.stop,
        generic=institutions.generic,
        conjunctions=institutions.and_,
        purpose=institutions.purpose,
        given=language.given_names,
        given_folded=language.given_names_folded,
        ordinary=language.common_words,
    )
    for i in _filled(view.posts):
        hit = view.posts[i]
        if hit is not None and (_bears_name(view, i, hit) or _lacks(view, i, hit.entry.behind)):
            view.posts[i] = None
    view.post_at = _filled(view.posts)
    for i in view.post_at if language.analytic else ():
        if i and view.heads[i - 1] and _refined(view, i):
            view.heads[i - 1] = None
    for i in _filled(view.heads):
        if i and (head := view.heads[i]) and tokens[i - 1].norm.startswith(head.entry.abstract):
            view.heads[i] = None
    view.head_at = _filled(view.heads)
    for place in places:
        i = view.first_of(place)
        while i < len(tokens) and tokens[i].start < place.end:
            view.place[i] = place
            i += 1
    return view


def _meant(sentence: Sentence) -> list[bool]:
    """For each token whether it begins with a capital that means something."""
    meant = [False] * len(sentence.tokens)
    for i in sentence.capitals if not sentence.shouting else ():
        meant[i] = sentence.tokens[i].text[0].isupper()
    return meant


def _filled(hits: Sequence[object]) -> list[int]:
    return list(compress(range(len(hits)), hits))


def _lacks(view: View, i: int, behind: frozenset[str]) -> bool:
    """Tell a word that is a post only behind others, none of which stands before it: "the [lady] Anna Kim"."""
    return bool(behind) and (i == 0 or view.tokens[i - 1].norm not in behind)


def _refined(view: View, i: int) -> bool:
    """Tell a post that the noun for a body right before it makes another: "[Cabinet] Secretary for Trade"."""
    hit, words = view.posts[i], f"{view.tokens[i - 1].norm} {view.tokens[i].norm}"
    return hit is not None and any(beginning.startswith(words) for beginning in hit.entry.with_)


def _bears_name(view: View, i: int, hit: Hit[PostHead]) -> bool:
    """Tell a given name that is a noun for a post, too, inside a sentence: "төрағасының м.а. [Ғалым] Құрман"."""
    named = hit.bare and i > 0 and view.capital(i) and view.language.head_final
    named = named and view.language.is_given(view.tokens[i].norm)
    return named and i + 1 < len(view.tokens) and view.capital(i + 1) and view.word(i + 1)


def nominative(view: View, i: int) -> str:
    """The token without its case ending, its capitals kept ("Departamentiniň" -> "Departamenti").

    A possessive that only another ending makes round is plain without one ("portunda" -> "porty").
    """
    token = view.tokens[i]
    hit = view.heads[i] or view.posts[i]
    if hit is None or hit.analysis.case == "nom":
        return token.text
    if hit.analysis.possessive == "3" and hit.analysis.base.endswith(_ROUND):
        return recase(token.text, view.language.possessed(hit.analysis.stem))
    return recase(token.text, hit.analysis.base)
