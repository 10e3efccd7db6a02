"""A sentence as the rules for names see it: flags of each token, made in one pass."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter, gt, itemgetter
from typing import TYPE_CHECKING

from kg.annotate.persons import dictionary, russian
from kg.annotate.persons.book import NO_NAME
from kg.annotate.persons.governing import served, title_of_list, wanted
from kg.annotate.persons.inflect import turkic
from kg.annotate.persons.parts import opens_initials
from kg.annotate.persons.signs import Sign
from kg.annotate.view import DASHES, OPENING
from kg.model import START

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kg.annotate.persons.book import NameBook, NameWord
    from kg.annotate.persons.inflect import Reading
    from kg.model import Sentence, Token

# A word is a name first of all if at least this share of its uses in the dictionary's corpus are.
HALF = 0.5
# A headline or a signature may be nothing but a name.
SIGNATURE = 3
# Cases whose endings hardly any name has by chance, and the longest stem that a chance ending leaves ("Ильдар").
OBLIQUE = frozenset({"gen", "loc", "abl", "ins", "attr"})
LONGEST_CHANCE = 3
# Letters of the longest first part of a name whose second is a single letter, and of words small in a headline.
_SHORT = 5


@dataclass(frozen=True, slots=True)
class Page:
    """What all lines of a document share.

    `titles`: offsets at which titles end. `blocked`: spans of what is no person, sorted, none overlapping another.
    `seen`: the document's words with a capital, in lower case here; `written`: all its words as they are written.
    `told`: those of `seen` that stand outside headings, all of them in a document of headings alone.
    """

    text: str
    titles: AbstractSet[int]
    blocked: Sequence[tuple[int, int]]
    seen: frozenset[str]
    written: AbstractSet[str]
    told: frozenset[str]


class Line:
    """Parallel lists over a sentence's tokens. Indices in the rules are token indices.

    `names` are the tokens at which a name may begin, in order: for all others the lists say no. `joined[i]`: only
    blanks stand between token i and the one before it. `titled[i]`: it begins as a name does and is not in capitals.
    `slot[i]`: it may be the surname beside a known given name. `rare[i]`: nothing speaks for its being another word,
    so that it may be a name with no known part. `after_title[i]`: a title or an honorific ends right before it.
    `signs[i]` is the same as one number, for the tokens in `names`. `named` is the token after the name found last, if
    that has several parts, and `named_case` the case in which that stands.
    """

    def __init__(
        self,
        index: int,
        sentence: Sentence,
        book: NameBook,
        page: Page,
    ) -> None:
        self.text, self.index, self.sentence, self.book, self.seen = page.text, index, sentence, book, page.seen
        self.language = book.language
        self.head_final = book.head_final
        self.fusional = book.fusional
        self.analytic = book.language.analytic
        self.tokens = tokens = sentence.tokens
        self.size = size = len(tokens)
        self.shouting = sentence.shouting
        self.titles, self.told = page.titles, page.told
        self.blocked = self._blocked(page.blocked)
        self.joined = _joined(page.text, tokens)
        self.titled, self.foreign, self.capitals, self.initial, self.post, self.given, self.slot, self.rare = [
            [False] * size for _ in range(8)
        ]
        self.after_title = [False] * size
        self.names: list[int] = []
        self.named, self.named_case = 0, frozenset[str]()
        self.signs = [0] * size
        self._common = Sign.HEAD_FINAL if self.head_final else Sign.HEAD_INITIAL
        self._common |= self.fusional * Sign.FUSIONAL | (not sentence.heading) * Sign.IN_SENTENCE
        for i in sentence.capitals:
            word = book.words[tokens[i].text]
            initials = self.analytic and len(tokens[i].text) <= len("KP")
            if (initials or word is not NO_NAME) and not (self.blocked[i] or self._styles(i)):
                self._look_at(i, word, page)
        self._bare: dict[int, str] = {}

    def _blocked(self, spans: Sequence[tuple[int, int]]) -> list[bool]:
        """Which tokens begin in one of the spans, or belong to a holiday."""
        blocked = [False] * self.size
        for i in self.sentence.capitals if self.language.names.holidays else ():
            if " ".join(self.sentence.words[i : i + 2]) in self.language.names.holidays:
                blocked[i : i + 2] = [True, True]
        at = bisect_right(spans, self.sentence.start, key=itemgetter(1))
        while at < len(spans) and spans[at][0] < self.sentence.end:
            start, end = spans[at]
            first = bisect_left(self.tokens, start, key=START)
            last = bisect_left(self.tokens, end, first, key=START)
            blocked[first:last] = [True] * (last - first)
            at += 1
        return blocked

    def _look_at(self, i: int, word: NameWord, page: Page) -> None:
        self.titled[i] = word.titled
        self.capitals[i] = word.capitals
        self.foreign[i] = word.foreign
        self.given[i] = word.given
        self.post[i] = word.post
        self.initial[i] = word.initial and self._abbreviated(i)
        if self._letter(i) or opens_initials(self, i):
            self.titled[i] = self.slot[i] = self.rare[i] = True
        elif word.titled or word.capitals or self.initial[i]:
            self.slot[i] = self._slot(i, word)
            self.rare[i] = word.rare and self.slot[i] and (i > 0 or self._rare_first(word, page.written))
            self.rare[i] = self.rare[i] or (word.titled and not word.post and self.analytic and self._respected(i))
        else:
            return
        self.after_title[i] = self._after_title(i)
        self.names.append(i)
        self.signs[i] = self._signs(i)

    def _styles(self, i: int) -> bool:
        """Tell a word of a title, though it is a given name, too, right before its head: "[Döwlet] Baştutanynyň".

        So also an English verb that opens a question, or where all words have capitals: "President [Will] Visit Chile".
        """
        if self.tokens[i].norm in self.language.events.modals:
            return not i or not any(t.text.islower() and len(t.text) >= _SHORT for t in self.tokens)
        if not self.head_final or self.tokens[i].norm not in self.language.posts.modifiers or i + 1 >= self.size:
            return False
        hit = self.language.post_heads.find(self.tokens[i + 1].norm)
        return hit is not None and bool(hit.analysis.possessive)

    def _signs(self, i: int) -> int:
        return (
            self._common
            | self.titled[i] * Sign.TITLED
            | self.initial[i] * Sign.INITIAL
            | self.foreign[i] * Sign.FOREIGN
            | self.given[i] * Sign.GIVEN
            | self.slot[i] * Sign.SLOT
            | self.rare[i] * Sign.RARE
            | self.after_title[i] * Sign.AFTER_TITLE
            | (i > 0) * Sign.INNER
        )

    def _abbreviated(self, i: int) -> bool:
        """Tell whether a full stop follows one or two letters at once, and they are no unit ("10 G. …")."""
        stop = i + 1 < self.size and self.tokens[i + 1].text == "." and self.tokens[i].end == self.tokens[i + 1].start
        unit = i > 0 and self.tokens[i - 1].text[-1].isdigit()
        return stop and not (unit or any(self._address(k) or self._initialism(k) for k in (i, i - 2)))

    def _address(self, i: int) -> bool:
        """Tell the two letters of a form of address, the first of them token i: "H.E."."""
        return i >= 0 and "".join(t.norm for t in self.tokens[i : i + 3]) in self.book.honorifics

    def _initialism(self, i: int) -> bool:
        """Tell the two letters, the first of them token i, of a town's or a state's short name: "D.C."."""
        return i >= 0 and "".join(t.norm for t in self.tokens[i : i + 3]) in self.language.names.initialisms

    def _respected(self, i: int) -> bool:
        """Tell a word behind an abbreviated word of respect, a name, whatever else it is: "Dr. [Urban] Berg"."""
        stop = i > 1 and self.tokens[i - 1].text == "." and self.tokens[i - 2].norm in self.book.honorifics
        return stop and self.tokens[i - 2].end == self.tokens[i - 1].start

    def _letter(self, i: int) -> bool:
        """Tell a name of a single letter after a short one that a title precedes: "министрі Ван И"."""
        text = self.tokens[i].text
        if len(text) > 1 or not text.isupper() or self.initial[i] or i == 0 or not self.joined[i]:
            return False
        if not self.analytic and self._after_title(i) and i + 1 < self.size and self.joined[i + 1]:
            return self.tokens[i + 1].text.istitle() and len(self.tokens[i + 1].text) > 1  # "спикері [У] Вон Шик"
        if not (self.rare[i - 1] or self.given[i - 1]) or len(self.tokens[i - 1].text) > _SHORT:
            return False
        third = i > 1 and self.joined[i - 1] and self.rare[i - 2] and len(self.tokens[i - 2].text) <= _SHORT
        told = self.fusional and i > 1 and self.blocked[i - 2]  # "министр иностранных дел Китая Ван [И]"
        return self.after_title[i - 1] or (third and self.fusional) or told  # "Пак Чен [У]"

    def _slot(self, i: int, word: NameWord) -> bool:
        if word.capitals:
            named = self.fusional and i > 0 and self.given[i - 1] and self.joined[i]  # "Руслан ПУХОВ"
            return word.slot or self.shouting or (named and len(self.tokens[i].text) > _SHORT)
        return word.slot and (
            not word.post or word.given or word.month or (i > 0 and self.given[i - 1] and self.joined[i])
        )

    def _rare_first(self, word: NameWord, written: AbstractSet[str]) -> bool:
        """Tell whether the first word may be a name, which has its capital from the sentence: "Сапарында Тоқаев…"."""
        return self.tokens[0].norm not in written and (word.given or self.size <= SIGNATURE or self.uninflected(0))

    def _after_title(self, i: int) -> bool:
        if not i or not self.joined[i]:
            return False
        before = self.tokens[i - 1]
        if before.text == "." and i > 1:
            honoured = self.tokens[i - 2].norm in self.book.honorifics or self._address(i - 4)
            return honoured or before.end in self.titles  # "Chargé d'Affaires a.i. Le Mpo"
        if before.text in DASHES and i > 1 and not self.fusional and self.joined[i - 1]:
            return self.tokens[i - 2].end in self.titles  # "елшісі – Ито Кита"
        if self.analytic and (before.norm in self.language.posts.possessives or self.language.genitive(before.norm)):
            return False  # "the Ambassador's | Residence", "during her | August visit"
        if before.end in self.titles or before.norm in self.book.honorifics:
            return True
        return self.fusional and title_of_list(self, i - (before.text in DASHES)) is not None

    def follows(self, i: int) -> bool:
        """Tell whether token i exists and stands right after the one before it."""
        return i < self.size and self.joined[i]

    def reading(self, i: int, *, woman: bool | None = None) -> Reading | None:
        """The likeliest reading of a single token as a name; None in English for the bare word."""
        word = self.tokens[i].norm
        if self.head_final:
            seen = self.seen & self.language.stems(word)
            tribal = self.joined[i] and self.tokens[i - 1].norm in self.language.names.tribal
            return turkic(word, self.book, seen, woman=woman, wanted=self.governed(i), tribal=tribal)
        if self.fusional:
            return russian.alone(word, self.wanted(i), self.seen & russian.nominatives(word))
        return None

    def quoted(self, i: int) -> bool:
        """Tell the first token of what stands in quotation marks: the name of a thing, mostly."""
        return i > 0 and self.tokens[i - 1].text in OPENING

    def dictionary_name(self, i: int, tag: str) -> bool:
        """Tell whether the Russian dictionary has the token first of all as a name of the kind `tag`."""
        return self.fusional and dictionary.name_share(self.tokens[i].norm, tag) >= HALF

    def surely_surname(self, i: int) -> bool:
        """Tell whether a single word must be a surname: by its ending, in Russian by the dictionary if that has it."""
        if self.fusional and self.known_word(i):
            return self.dictionary_name(i, "Surn")
        return self.book.strong(self.bare(i))

    def known_word(self, i: int) -> bool:
        """Tell whether the Russian dictionary has the token."""
        return dictionary.is_known(self.tokens[i].norm)

    def uninflected(self, i: int) -> bool:
        """Tell whether no analysis of the token ends as hardly any name does ("-ynda", "-ында", "-lar")."""
        word = self.tokens[i].norm
        return not self.head_final or not any(
            len(a.stem) > LONGEST_CHANCE
            and (
                a.number
                or a.case in OBLIQUE
                or (a.case in {"dat", "acc"} and (len(word) > len(a.stem) + 1 or a.stem in self.language.event_nouns))
            )
            for a in self.language.analyse(word)
        )

    def after_name(self, i: int) -> bool:
        """Tell whether a word that may belong to the same name stands right before token i."""
        return self.joined[i] and self.titled[i - 1] and (i > 1 or self.rare[0])

    def bare(self, i: int) -> str:
        """The token's likeliest nominative, in lower case."""
        if i not in self._bare:
            reading = self.reading(i)
            self._bare[i] = reading.nominative if reading else self.language.owner(self.tokens[i].norm)
        return self._bare[i]

    def governed(self, i: int) -> frozenset[str]:
        """The cases that the Turkic postposition right after token i asks of a name."""
        after = self.tokens[i + 1].norm if self.follows(i + 1) else ""
        return frozenset(self.language.names.governs.get(after, ()))

    def wanted(self, i: int) -> frozenset[str]:
        """The cases that the preposition or the Russian title before token i asks of a name."""
        return wanted(self, i) if self.fusional and i else frozenset()

    def served(self, i: int) -> bool:
        """Tell a Russian title before token i that serves another, whose holder the name in the genitive is."""
        return self.fusional and i > 0 and served(self, i)


def _joined(text: str, tokens: Sequence[Token]) -> list[bool]:
    """Which tokens only blanks join to the one before: between tokens stands nothing but white space."""
    starts, ends = map(START, tokens[1:]), map(attrgetter("end"), tokens)
    joined = [False, *map(gt, starts, ends)]
    if "\n" not in text[tokens[0].start : tokens[-1].end]:
        return joined
    return [joined[i] and "\n" not in text[tokens[i - 1].end : t.start] for i, t in enumerate(tokens)]
