"""Names of instruments where the head stands first: English and Russian.

Adjectives and capitals before the head belong to the name, and behind it complements that prepositions open: of, on,
for, between. A verb, a relative pronoun, another preposition or the end of a clause ends the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.instruments.extent import Extent
from kg.interpret.russian import adjective, oblique

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.interpret.passages import Passage
    from kg.model import Mention

_LONGEST = 30  # words of a name
_PLAIN = 5  # words in lower case that one preposition opens in English, where no ending tells a verb
_PARTIES = 16  # words from a comma between institutions to the conjunction before the last
_CLOSING = {"«": "»", "“": '”"', "„": '“”"', '"': '"”'}


class Reach:
    """Reads one passage's names rightwards from their heads."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.sentence.tokens
        self.data = passage.language.instruments
        self.fusional = passage.language.fusional
        # A surname alone may be an adjective of a place ("Астанинская декларация"): only fuller names end a name.
        self.person = self._covered(p for p in passage.persons if p.form != "surname")
        self.date = self._covered(passage.dates)
        self.owner = self._covered((*passage.organisations, *passage.places))

    def _covered(self, mentions: Iterable[Mention]) -> list[bool]:
        found = [False] * len(self.tokens)
        for mention in mentions:
            for i in self.passage.tokens_in(mention.start, mention.end):
                found[i] = True
        return found

    def extent(self, head: int) -> Extent:
        """The name whose head is token `head`."""
        found = Extent(self._left(head), head)
        found.quoted = self._title_before(found)
        before = self.tokens[found.first - 1].norm if found.first else ""
        self._right(found)
        found.pronoun = self._is("pronouns", before) and not found.quoted
        return found

    def _is(self, field: str, word: str) -> bool:
        return bool(word) and self.data.match(field).whole[word] is not None

    def _stops(self, i: int) -> bool:
        """Tell whether the word ends a name; in English a capital takes it into the name ("… of All Forms of …")."""
        token = self.tokens[i]
        return self._is("stop", token.norm) and (self.fusional or token.text[0].islower())

    def _left(self, head: int) -> int:
        """The first of the adjectives, capitals and numbers before the head."""
        i = head
        while i > 0:
            token = self.tokens[i - 1]
            word = token.norm
            if self.person[i - 1] or self._is("pronouns", word) or not (token.text[0].isalnum() or word == "-"):
                break
            capital = token.text[0].isupper() and (i > 1 or self.owner[i - 1] or self._is("adjectives", word))
            if not (capital or self._is("adjectives", word) or (word[0].isdigit() and not self.fusional)):
                break
            if self.fusional and not adjective(word):
                break
            i -= 1
        return i

    def _title_before(self, found: Extent) -> bool:
        """Take a title in quotation marks that stands right before the head: the “Clean Water” project."""
        i = found.first - 1
        if i < 0 or self.fusional or self.tokens[i].text not in '»”"“':
            return False
        for j in range(i - 1, -1, -1):
            if self.tokens[j].text in _CLOSING and self.tokens[j + 1].start == self.tokens[j].end:
                found.first = j
                return True
        return False

    def _right(self, found: Extent) -> None:
        """Grow behind the head over prepositions and what they govern; in Russian over genitives too."""
        plain = 0
        governed = self.fusional
        for i in range(found.last + 1, min(len(self.tokens), found.last + _LONGEST)):
            title = None if self.owner[i] and not self.fusional else self._title(i)
            if title is not None:
                found.quoted, found.last = True, title
                return
            step = self._step(i, governed=governed)
            if step == "end":
                return
            if step == "preposition":
                governed, plain = True, 0
                found.governed |= self._is("topics", self.tokens[i].norm)
            elif step == "word":
                token = self.tokens[i]
                plain = plain + 1 if token.norm == token.text and token.text[0].isalpha() else 0
                if not self.fusional and plain > _PLAIN:
                    return
                found.owned |= self.owner[i]
                found.governed |= token.text[0].isdigit()
                found.last = i

    def _step(self, i: int, *, governed: bool) -> str:
        """What token `i` is to a name before it: `preposition`, `link`, `word`, or the `end` of the name."""
        token = self.tokens[i]
        if self.person[i] or self._stops(i):
            return "end"
        if self._is("prepositions", token.norm) and self._continues(i):
            return "preposition"
        if self._is("conjunctions", token.norm):
            return "link" if self._joins(i) else "end"
        if token.text == ",":
            return "link" if self._lists(i) or self._parties(i) else "end"
        if not governed and not (self.date[i] or token.text[0].isdigit()):
            return "end"
        return "word" if self._belongs(i) else "end"

    def _title(self, i: int) -> int | None:
        """Last token of a title in quotation marks that opens at token `i`, or None."""
        closing = _CLOSING.get(self.tokens[i].text)
        if closing is None or (i + 1 < len(self.tokens) and self.tokens[i + 1].start != self.tokens[i].end):
            return None
        return next((j for j in range(i + 1, len(self.tokens)) if self.tokens[j].text in closing), None)

    def _continues(self, i: int) -> bool:
        """Tell whether something that can be governed follows the preposition at token `i`."""
        if i + 1 >= len(self.tokens):
            return False
        word = self.tokens[i + 1].norm
        return not self._stops(i + 1) and not self._is("pronouns", word) and (word[0].isalnum() or word in '«“"')

    def _joins(self, i: int) -> bool:
        """Tell whether a conjunction joins words of the name: no new instrument and no verb follows."""
        if i + 1 >= len(self.tokens) or self._stops(i + 1):
            return False
        following = self.tokens[i + 1 : i + 4]
        heads = any(self.passage.language.instrument_heads.find(t.norm) for t in following)
        if self.fusional:
            return not heads and oblique(self.tokens[i + 1].norm)
        return not heads and not self.tokens[i + 1].norm.endswith(self.passage.language.morphology.past)

    def _lists(self, i: int) -> bool:
        """Tell whether a comma stands inside a list of the name: a conjunction follows within a few words."""
        following = [t.norm for t in self.tokens[i + 1 : i + 6]]
        join = next((n for n, w in enumerate(following) if self._is("conjunctions", w)), None)
        if not join or any(self._is("stop", w) or self._is("prepositions", w) for w in following[:join]):
            return False
        return self._joins(i + 1 + join) and all(self._belongs(i + 1 + n) for n in range(join) if following[n] != ",")

    def _parties(self, i: int) -> bool:
        """Tell a comma between institutions that a document joins: "between the Bank[,] the Fund and the UN"."""
        if self.fusional or not self.owner[i - 1]:
            return False
        articles = self.passage.language.institutions.articles
        at = next((k for k in range(i + 1, len(self.tokens)) if self.tokens[k].norm not in articles), i)
        ahead = range(at, min(len(self.tokens) - 1, at + _PARTIES))
        end = next((k for k in ahead if self._is("conjunctions", self.tokens[k].norm) and not self.owner[k]), None)
        return self.owner[at] and end is not None and self._joins(end)

    def _belongs(self, i: int) -> bool:
        token = self.tokens[i]
        if self.owner[i] and not self.fusional:
            return True
        if not (token.text[0].isalnum() or token.text in "-–/"):
            return False
        if self.date[i] or token.text[0].isdigit() or token.text in "-–/":
            return True
        if self.fusional:
            return oblique(token.norm) or self.owner[i]
        return True
