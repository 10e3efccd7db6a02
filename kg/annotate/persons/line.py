"""A sentence as the rules for names see it: flags of each token, made in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.persons import russian
from kg.annotate.persons.book import DIGRAPHS
from kg.annotate.persons.inflect import turkic
from kg.annotate.view import OPENING, is_shouting

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from kg.annotate.persons.book import NameBook
    from kg.annotate.persons.inflect import Reading
    from kg.model import Sentence

# A word is a name first of all if at least this share of its uses in the dictionary's corpus are.
HALF = 0.5
ROMAN = re.compile(r"[IVX]{1,4}$")
DASHES = frozenset("-–—")
# A headline or a signature may be nothing but a name.
SIGNATURE = 3
# How far a title may stand from a name that follows it ("министр иностранных дел Финляндии Матти Ванханен").
COMPLEMENT = 8
# Cases whose endings hardly any name has by chance, and the longest stem that a chance ending leaves ("Ильдар").
OBLIQUE = frozenset({"gen", "loc", "abl", "ins", "attr"})
LONGEST_CHANCE = 3


@dataclass(frozen=True, slots=True)
class Page:
    """What all lines of a document share.

    `titles`: offsets at which titles end. `blocked`: whether an offset lies in what is no person. `seen`: the
    document's words with a capital, `small`: those in lower case (both in lower case here).
    """

    text: str
    titles: AbstractSet[int]
    blocked: Callable[[int], bool]
    seen: AbstractSet[str]
    small: AbstractSet[str]


class Line:
    """Parallel lists over a sentence's tokens. Indices in the rules are token indices.

    `joined[i]`: only blanks stand between token i and the one before it. `titled[i]`: it begins as a name does and is
    not in capitals. `slot[i]`: it may be the surname beside a known given name. `rare[i]`: nothing speaks for its
    being another word, so that it may be a name with no known part. `after_title[i]`: a title or an honorific ends
    right before it.
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
        self.head_final = bool(self.language.morphology.suffixes)
        self.russian = self.language.code == "ru"
        self.tokens = tokens = sentence.tokens
        self.size = len(tokens)
        self.shouting = is_shouting(sentence)
        self.joined = [bool(i) and _blank(page.text, tokens[i - 1].end, t.start) for i, t in enumerate(tokens)]
        self.blocked = [page.blocked(t.start) for t in tokens]
        self.titled = [self._titled(t.text) and not b for t, b in zip(tokens, self.blocked, strict=True)]
        self.foreign = [t and not book.writes(tokens[i].text) for i, t in enumerate(self.titled)]
        self.capitals = [_capitals(t.text) and not b for t, b in zip(tokens, self.blocked, strict=True)]
        self.initial = [self._initial(i) for i in range(self.size)]
        self.post = [self.titled[i] and self.language.post_heads.find(t.norm) is not None for i, t in enumerate(tokens)]
        self.given = [(self.titled[i] or self.capitals[i]) and self._is_given(t.norm) for i, t in enumerate(tokens)]
        self.slot = [self._slot(i) for i in range(self.size)]
        self.rare = [self._rare(i, page.small) for i in range(self.size)]
        self.after_title = [self._after_title(i, page.titles) for i in range(self.size)]
        self._bare: dict[int, str] = {}
        self._measure(page.titles)

    def _measure(self, titles: AbstractSet[int]) -> None:
        """For each token: the distance back to a title with no punctuation between, and on to the next one."""
        self.since_title: list[int] = []
        far = self.size + 1
        since = far
        for token in self.tokens:
            self.since_title.append(since)
            since = 0 if token.end in titles else far if not token.text[0].isalnum() else since + 1
        self.until_title = [far] * (self.size + 1)
        for i in reversed(range(self.size)):
            text = self.tokens[i].text
            stops = not text[0].isalnum() and text not in '«»"“”.'
            later = far if stops else self.until_title[i + 1] + 1
            self.until_title[i] = 0 if self.tokens[i].end in titles else later

    def _titled(self, text: str) -> bool:
        """Tell whether a word begins as a name: a capital, or "эль-" or "al-" before one."""
        if not text[0].isupper():
            article, hyphen, rest = text.partition("-")
            return bool(hyphen) and rest[:1].isupper() and self.book.particle(article)
        return len(text) > 1 and not text.isupper() and not any(map(str.isdigit, text))

    def _initial(self, i: int) -> bool:
        text = self.tokens[i].text
        if len(text) > 2:  # noqa: PLR2004 - one letter or a digraph
            return False
        single = len(text) == 1 and text.isupper()
        stop = i + 1 < self.size and self.tokens[i + 1].text == "." and self.tokens[i].end == self.tokens[i + 1].start
        number = i > 0 and self.tokens[i - 1].text[-1].isdigit()  # "10 G. …" is a unit
        return stop and not number and (single or text in DIGRAPHS) and not self.blocked[i]

    def _is_given(self, word: str) -> bool:
        if self.book.given(word):
            return True
        if self.russian:
            return russian.is_name(word, "Name")
        return word.endswith(("'s", "’s")) and self.book.given(word[:-2])

    def _slot(self, i: int) -> bool:
        token = self.tokens[i]
        if self.capitals[i]:
            return len(token.text) > 3 or self.shouting  # noqa: PLR2004 - shorter ones are acronyms
        if not self.titled[i] or (token.norm in self.book.stop and token.norm not in self.book.months):
            return False
        if self.given[i] or token.norm in self.book.months:
            return True
        if token.norm in self.book.common or self.language.institution_heads.find(token.norm):
            return False
        return not self.post[i] or (i > 0 and self.given[i - 1] and self.joined[i])

    def _rare(self, i: int, small: AbstractSet[str]) -> bool:
        token = self.tokens[i]
        if (
            self.foreign[i]
            or not (self.titled[i] and self.slot[i])
            or (self.book.ordinary(token.norm) and not self.given[i])
        ):
            return False
        if i == 0 and (token.norm in small or not (self.given[i] or self.size <= SIGNATURE or self.uninflected(i))):
            return False  # the first word has its capital from the sentence: "Сапарында Тоқаев…"
        return not (self.russian and russian.is_common(token.norm))

    def _after_title(self, i: int, titles: AbstractSet[int]) -> bool:
        if not i or not self.joined[i]:
            return False
        before = self.tokens[i - 1]
        if before.text == "." and i > 1:
            return self.tokens[i - 2].norm in self.book.honorifics
        return before.end in titles or before.norm in self.book.honorifics

    def ends_titled(self, i: int) -> bool:
        """Tell whether a title proper (no honorific) ends right before token i."""
        return self.after_title[i] and self.since_title[i] == 0

    def follows(self, i: int) -> bool:
        """Tell whether token i exists and stands right after the one before it."""
        return i < self.size and self.joined[i]

    def reading(self, i: int, *, woman: bool | None = None) -> Reading | None:
        """The likeliest reading of a single token as a name; None in English for the bare word."""
        word = self.tokens[i].norm
        if self.head_final:
            return turkic(word, self.book, self.seen, woman=woman, wanted=self.governed(i))
        if self.russian:
            found = russian.agreeing([word], self.wanted(i), self.seen)
            return found[0] if found else None
        return None

    def quoted(self, i: int) -> bool:
        """Tell whether token i is the first of what stands in quotation marks: the name of a thing, mostly."""
        return i > 0 and self.tokens[i - 1].text in OPENING

    def dictionary_name(self, i: int, tag: str) -> bool:
        """Tell whether the Russian dictionary has the token first of all as a name of the kind `tag`."""
        return self.russian and russian.name_share(self.tokens[i].norm, tag) >= HALF

    def surely_surname(self, i: int) -> bool:
        """Tell whether a single word must be a surname: by its ending, in Russian by the dictionary if that has it."""
        if self.russian and self.known_word(i):
            return self.dictionary_name(i, "Surn")
        return self.book.strong(self.bare(i))

    def known_word(self, i: int) -> bool:
        """Tell whether the Russian dictionary has the token."""
        return russian.is_known(self.tokens[i].norm)

    def uninflected(self, i: int) -> bool:
        """Tell whether no analysis of the token ends as hardly any name does ("-ynda", "-ында", "-lar")."""
        word = self.tokens[i].norm
        return not self.head_final or not any(
            len(a.stem) > LONGEST_CHANCE
            and (a.number or a.case in OBLIQUE or (a.case in {"dat", "acc"} and len(word) > len(a.stem) + 1))
            for a in self.language.analyse(word)
        )

    def after_name(self, i: int) -> bool:
        """Tell whether a word that may belong to the same name stands right before token i."""
        return self.joined[i] and self.titled[i - 1] and (i > 1 or self.rare[0])

    def bare(self, i: int) -> str:
        """The token's likeliest nominative, in lower case."""
        if i not in self._bare:
            reading = self.reading(i)
            word = self.tokens[i].norm
            own = word[:-2] if word.endswith(("'s", "’s")) else word
            self._bare[i] = reading.nominative if reading else own
        return self._bare[i]

    def governed(self, i: int) -> frozenset[str]:
        """The cases that the Turkic postposition right after token i asks of a name."""
        after = self.tokens[i + 1].norm if self.follows(i + 1) else ""
        return frozenset(self.language.names.governs.get(after, ()))

    def wanted(self, i: int) -> frozenset[str]:
        """The cases that the preposition or the Russian title before token i asks of a name."""
        if not self.russian or not i:
            return frozenset()
        before = self.tokens[i - 1].norm
        if before in self.language.names.governs:
            return frozenset(self.language.names.governs[before])
        title = self._title_before(i)
        hit = self.language.post_heads.find(title) if title else None
        if title is None or hit is None:
            return frozenset()
        return frozenset(a.case for a in self.language.analyse(title) if a.stem == hit.analysis.stem)

    def _title_before(self, i: int) -> str | None:
        """The head of the Russian title whose complement ends before token i, in lower case.

        "помощника министра финансов Австрии Анны Шмидт": the case is that of the first of the titles.
        """
        found: int | None = None
        for j in range(i - 1, max(-1, i - 1 - COMPLEMENT), -1):
            word = self.tokens[j].norm
            if not word[0].isalnum() or russian.is_verb(word):
                break
            if self.language.post_heads.find(word):
                found = j
            elif found is not None and not russian.is_adjective(word):
                break
        return self.tokens[found].norm if found is not None else None


def _blank(text: str, start: int, end: int) -> bool:
    return text[start:end].isspace() and "\n" not in text[start:end]


def _capitals(text: str) -> bool:
    return len(text) > 2 and text.isupper() and not ROMAN.match(text) and text.replace("-", "").isalpha()  # noqa: PLR2004 - "BM" is no name
