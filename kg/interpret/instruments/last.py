"""Names of instruments where the head stands last: the Turkic languages.

A name is read from its head leftwards. What may stand there depends on what stands to the right of it: an accusative
needs an infinitive, a dative a participle such as "арналған", a possessed noun in the nominative its own head or a
postposition. Whatever doesn't fit ends the name: the sentence's subject, a verb, an adverb, a person.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.interpret.instruments.extent import Extent
from kg.language.memo import Memo
from kg.model import DAY

if TYPE_CHECKING:
    from kg.interpret.passages import Passage
    from kg.language.instruments import Instruments

_LONGEST = 30  # words of a name
_OWNED = frozenset({"inside", "gen"})  # what a token of a proper name is before its last word, and of an owner's
_CLOSING, _OPENING = frozenset('»”"“'), frozenset('«“„"')


class Reach:
    """Reads one passage's names leftwards."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens = passage.sentence.tokens
        self.data = passage.language.instruments
        part = _parts(self.data)
        self.part = [part[t.norm] for t in self.tokens]
        self._cover()

    def _cover(self) -> None:
        """Mark tokens of dates, places, institutions and persons, whose own case is known."""
        self.date = [False] * len(self.tokens)
        self.closed = [False] * len(self.tokens)
        self.proper = [""] * len(self.tokens)
        passage = self.passage
        for date in passage.dates:
            for i in passage.tokens_in(date.start, date.end):
                day = len(date.iso) == DAY
                self.date[i], self.closed[i] = not day, day
        for person in passage.persons:
            for i in passage.tokens_in(person.start, person.end):
                self.closed[i] = True
        self.town = [False] * len(self.tokens)
        for place in passage.places:
            for i in passage.tokens_in(place.start, place.end):
                self.town[i] = place.kind != "country"
        owners = [(p.start, p.end, p.case or "nom") for p in passage.places]
        owners += [(o.start, o.end, o.case or "nom") for o in passage.organisations]
        for start, end, case in owners:
            for i in passage.tokens_in(start, end):
                self.proper[i] = case if self.tokens[i].end >= end else "inside"

    def extent(self, head: int) -> Extent:
        """The name that ends in the head at token `head`."""
        found = Extent(head, head)
        clause = False
        joined = False
        wants = 0  # possessed nouns inside the name whose owner is still to come
        i = head
        while i > 0 and head - i < _LONGEST:
            left = i - 1
            token, part = self.tokens[left], self.part[left]
            if token.text in _CLOSING and not found.quoted:
                opener = self._opener(left)
                if opener is None or not self._title_fits(i, head):
                    break
                found.quoted, i = True, opener
                continue
            if self._pairs(left, i, head) and self.proper[left - 1]:
                found.owned, i = True, self._party(left - 1)
                continue
            adverb = self._adverb(left) if clause else None
            if adverb is not None:
                i = adverb
                continue
            stranger = found.quoted and part != "gen" and self.proper[left] not in _OWNED
            stranger = stranger or self.closed[left] or self._act(left, i)
            if stranger or not self._fits(left, i, head, clause=clause, joined=joined):
                found.pronoun |= part == "pronouns"
                break
            clause |= part in {"infinitive", "gerund"}
            joined |= part == "conjunctions"
            found.governed |= part in {"postpositions", "relational", "infinitive", "gerund"} or self._years(left)
            wants += self._wants_owner(left)
            if part == "gen" or self.proper[left] == "gen":
                found.owned |= not wants
                wants -= bool(wants)
            i = left
        found.first = self._trim(i, head)
        found.loose = (
            head > 0 and self.part[head - 1] in {"bare", "infinitive", "poss"} and not self._qualifies(head - 1)
        )
        return found

    def _years(self, i: int) -> bool:
        """Tell whether the token is of a date or of the years of a plan."""
        return self.date[i] or (self.part[i] == "number" and len(self.tokens[i].text) >= len("2025"))

    def _begins(self, field: str, i: int) -> bool:
        """Tell whether the word at token `i` begins with a pattern of the language file's list `field`."""
        return self.data.match(field).beginning[self.tokens[i].norm] is not None

    def _qualifies(self, i: int) -> bool:
        """Tell whether the word is an adjective, by the language's list or its ending, or a capital's name."""
        word = self.tokens[i]
        return self._adjective(i) or word.text[0].isupper() or self._begins("adjectival", i)

    def _wants_owner(self, i: int) -> bool:
        """Tell whether a possessed noun has no owner right before it: a genitive further left is then its own.

        In "kemsitmeleriň ähli görnüşlerini" the genitive owns the forms, not the convention that bans them.
        """
        if i == 0 or not any(
            a.possessive == "3" and a.harmonic for a in self.passage.language.analyse(self.tokens[i].norm)
        ):
            return False
        if self.part[i] not in {"acc", "poss", "attr", "dat"} or self.proper[i]:
            return False
        adjective = self._begins("adjectives", i - 1)
        return self.part[i - 1] not in {"bare", "poss", "infinitive"} or adjective

    def _fits(self, left: int, i: int, head: int, *, clause: bool, joined: bool) -> bool:  # noqa: PLR0911 - a table of parts
        part, right = self.part[left], self.part[i]
        proper = self.proper[left]
        if proper and proper != "inside":
            return self._proper_fits(left, i, head, clause=clause)
        if proper == "inside" or self.date[left]:
            return True
        if part in {"bare", "infinitive"} and self.proper[i]:
            # Nothing qualifies a proper name but a capital of its own ("Орталық Азия"): this is another clause.
            return left > 0 and self.tokens[left].text.istitle()
        if part in {"bare", "number", "attr", "gen", "gerund", "infinitive", "postpositions", "relational"}:
            return True
        action = self._begins("actions", i)
        if part == "poss":
            possessed = right in {"postpositions", "poss", "gen", "acc", "conjunctions"} or self._izafet(i)
            return i == head or action or possessed
        if part == "acc":
            return clause or action
        if part == "dat":
            return clause or action or right == "relational"
        if part == "conjunctions":
            return self._joins(left, i)
        if part == "mark":
            return (
                self.tokens[left].text == "," and joined and left > 0 and self.part[left - 1] in {"bare", "infinitive"}
            )
        return False

    def _pairs(self, left: int, i: int, head: int) -> bool:
        """Tell whether the word at `left` joins two parties of "between X and Y" (Y stands at `i`, in the genitive)."""
        hit = left > 0 and self.data.match("pairs").at(self.tokens[left].norm, 0)
        if not hit:
            return False
        # "мен [Ресей Федерациясының Омбы облысы үкіметі] арасында"
        ends = (j for j in range(i, head) if self.proper[j] not in _OWNED or not self.proper[j + 1])
        party = next(ends, head)
        return any(self._begins("between", j) for j in range(party, min(party + 2, head)))

    def _party(self, i: int) -> int:
        """The first token of the proper name that ends at token `i`, with its owner in the genitive."""
        while i > 0 and self.proper[i - 1] in _OWNED:
            i -= 1
        return i

    def _act(self, left: int, i: int) -> bool:
        """Tell people in the plural, whom no adjective stands behind: "[gatnaşyjylar] oňyn konsepsiýasyny"."""
        if not self.part[left] == self.part[i] == "bare" or self._izafet(i):
            return False
        found = (a for a in self.passage.language.analyse(self.tokens[left].norm) if a.harmonic)
        return any(a.number and a.case == "nom" and not a.possessive for a in found)

    def _izafet(self, i: int) -> bool:
        """Tell whether the word at `i` bears a possessive ending, so that a possessed noun may modify it."""
        return any(a.possessive and a.harmonic for a in self.passage.language.analyse(self.tokens[i].norm))

    def _proper_fits(self, left: int, i: int, head: int, *, clause: bool) -> bool:
        """A place or institution belongs to the name as its owner, an object, or before a postposition."""
        case, right = self.proper[left], self.part[i]
        if case in {"gen", "attr"}:
            return True
        if case == "acc":
            return clause
        if case == "dat":
            return clause or right == "relational"
        if case == "loc":
            return left > 0 and self.part[left - 1] != "mark" and (clause or self._governs(i, head))
        if case == "nom" and i == head and self.town[left]:
            return True  # "Aşgabat Jarnamasy"
        acronym = self.tokens[left].text.isupper() and len(self.tokens[left].text) > 1
        acronym = acronym and self.passage.language.institutions.bare_owner
        return case == "nom" and (acronym or right in {"postpositions", "infinitive"} or self._qualified(left, i))

    def _qualified(self, left: int, i: int) -> bool:
        """Tell whether a bare country qualifies the owner that follows ("Қазақстан Республикасының")."""
        return self.part[i] == "gen" and self.tokens[left].text[0].isupper() and self.tokens[i].text[0].isupper()

    def _governs(self, i: int, head: int) -> bool:
        """Tell whether a postposition's phrase begins at `i`."""
        for j in range(i, head):
            if self.part[j] in {"postpositions", "relational"}:
                return True
            if self.part[j] not in {"bare", "poss", "attr", "gen", "number"}:
                return False
        return False

    def _joins(self, left: int, i: int) -> bool:
        """A conjunction belongs to the name if it joins words of one kind that are no heads by themselves."""
        if left == 0:
            return False
        before, after = self.part[left - 1], self.part[i]
        if self.closed[left - 1] or self.proper[left - 1] or is_head(self.passage, left - 1):
            return False
        kinds = ({"bare", "attr"}, {"infinitive"}, {"poss", "bare"}, {"gen"})
        return any(before in kind and after in kind for kind in kinds)

    def _adverb(self, left: int) -> int | None:
        """First token of an adverb of the language's list that ends at token `left`."""
        token = self.tokens[left]
        for first in range(left, max(-1, left - 3), -1):
            hit = self.data.match("adverbs").at(self.passage.low, self.tokens[first].start)
            if hit and hit[1] == token.end:
                return first
        return None

    def _title_fits(self, first: int, head: int) -> bool:
        """Tell whether only adjectives and an owner stand between title and head ("«…» Türkmenistanyň Kanuny")."""
        return all(self.proper[j] in {"gen", "inside"} or self._adjective(j) for j in range(first, head))

    def _adjective(self, i: int) -> bool:
        return self._begins("adjectives", i)

    def _opener(self, closing: int) -> int | None:
        return next((j for j in range(closing - 1, -1, -1) if self.tokens[j].text in _OPENING and self._opens(j)), None)

    def _opens(self, j: int) -> bool:
        """Tell an opening straight or mixed mark from a closing one: no space follows it."""
        return j + 1 < len(self.tokens) and self.tokens[j + 1].start == self.tokens[j].end

    def _trim(self, first: int, head: int) -> int:
        """Drop what can't begin a name: conjunctions, marks, postpositions left without their complement."""
        while first < head and (
            self.part[first] in {"conjunctions", "postpositions", "relational"}
            or (self.part[first] == "mark" and self.tokens[first].text not in _OPENING)
        ):
            first += 1
        return first + 1 if self._subject(first, head) else first

    def _subject(self, i: int, head: int) -> bool:
        """Tell whether the word that opens a clause is its subject: a noun before an object of another verb.

        "Жұмыс өңірді одан әрі абаттандыру тұжырымдамасына сәйкес…": the work goes on, the concept is of the region.
        """
        if i + 2 >= head or self.part[i] != "bare" or (i and self.part[i - 1] != "mark"):
            return False
        if self._body(i) and not self._izafet(i + 1):
            return True
        accusative = any(
            a.case == "acc" and not a.possessive and a.harmonic
            for a in self.passage.language.analyse(self.tokens[i + 1].norm)
        )
        adverb = self.data.match("adverbs").at(self.passage.low, self.tokens[i + 2].start) is not None
        qualifies = self._adjective(i) or self._begins("adjectival", i)
        return accusative and (adverb or self.part[i + 2] == "infinitive") and not qualifies

    def _body(self, i: int) -> bool:
        """Tell the bare noun of an institution: "[Комитет] даму бағдарламасын қарады"."""
        language, word = self.passage.language, self.tokens[i].norm
        hit = language.institution_heads.find(word)
        return hit is not None and hit.bare and word not in language.institutions.modifiers


def is_head(passage: Passage, i: int) -> bool:
    """Tell whether the token is a noun that heads names of instruments."""
    return passage.language.instrument_heads.find(passage.sentence.tokens[i].norm) is not None


@cache
def _parts(data: Instruments) -> Memo[str, str]:
    """The part that each word (lower case) plays in a phrase, by the language's lists, then by its ending."""

    def part_of(word: str) -> str:
        if not word[0].isalnum():
            return "mark"
        for field in ("plain", "pronouns", "conjunctions", "postpositions", "relational", "stop"):
            if data.match(field).whole[word]:
                return "bare" if field == "plain" else field
        if word[0].isdigit():
            return "number"
        ending = data.match_endings.whole[word]
        return ending.part if ending else "bare"

    return Memo(part_of)
