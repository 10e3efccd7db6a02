"""How far the noun phrase of an event reaches where heads stand first: English and Russian.

Adjectives stand before the noun; behind it whose it is ("of the Council", "Совета"), between or with whom, what it is
about and a title in quotation marks. A verb, another preposition or a comma ends the phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret import russian
from kg.interpret.events.sentence.groups import PEOPLE
from kg.interpret.events.sentence.quoted import title_end
from kg.interpret.events.sentence.row import ARTICLES

if TYPE_CHECKING:
    from kg.interpret.events.sentence.row import Element, Row

# Words before the noun, and words in lower case behind one preposition in English, where no ending tells a verb.
_BEFORE, _PLAIN = 7, 5
# Elements of a whole phrase.
_LONGEST = 40
# Roles of words that go before a noun of events as adjectives do.
_ADJECTIVAL = frozenset({"ordinal", "series", "video", "phone", "habitual"})
# Roles of words that open a complement, and of those that a complement may hold.
_OPENING = frozenset({"of", "topic", "between", "with"})
_HELD = frozenset({"relation", "aspect", *PEOPLE, *_ADJECTIVAL})
# Marks within an English name: "the visit of Dr[.] Kim", "the Asia [+] Japan Dialogue".
_WITHIN = frozenset(".+")
# Roles of words for a format, with which no name ends.
_FORMATS = frozenset({"video", "phone"})
_APOSTROPHES = frozenset("'’`")


def extent(row: Row, at: int) -> tuple[int, int]:
    """The first and the last element of the phrase whose noun is the element `at`."""
    return _first(row, at), _Behind(row, at).last()


def _first(row: Row, at: int) -> int:
    """The first of the adjectives before the noun."""
    fits = _agreeing if row.passage.language.fusional else _modifying
    first = at
    while first > max(0, at - _BEFORE) and fits(row, first - 1):
        first -= 1
    while first < at and (_verbal(row, first) or _ending(row, first)):
        first += 1
    return first


def _ending(row: Row, i: int) -> bool:
    """Tell the ending of a genitive that stands alone: "(the Bank)’[s] annual meeting"."""
    before = row.norm(row.elements[i - 1]) if i else ""
    return before in _APOSTROPHES and row.passage.language.genitive(f"x{before}{row.norm(row.elements[i])}")


def _agreeing(row: Row, i: int) -> bool:
    """Tell a Russian adjective, also one that has a function of its own ("очередное") or names a country."""
    e, word = row.elements[i], row.norm(row.elements[i])
    if e.kind == "text" or e.role in _ADJECTIVAL or (e.place is not None and "adj" in e.place.case):
        return russian.modifier(word) or (e.role == "ordinal" and word[0].isdigit())
    return False


def _modifying(row: Row, i: int) -> bool:
    """Tell what goes before an English noun as an adjective does; an institution only behind an article."""
    e = row.elements[i]
    owner = row.passage.language.genitive(f"x{row.norm(e)}" if row.norm(e)[0] in "'’" else row.norm(e))
    if e.kind == "text":
        return not owner and not _outside(row, e) and (row.norm(e)[0].isalnum() or row.norm(e) == "+")
    if e.actor is not None and not e.actor.person and i > 0:
        return not owner and row.elements[i - 1].role in {*ARTICLES, *_ADJECTIVAL}
    # "the Regional [Cooperation] Forum", "the Polar [Summit] Ministers’ Meeting"
    capital = (e.role == "relation" or e.is_trigger("noun")) and row.tokens[e.first].text[0].isupper()
    plural = row.norm(e) in _APOSTROPHES and row.norm(row.elements[i - 1]).endswith("s")
    return (plural and i > 0) or capital or e.role in _ADJECTIVAL or (e.place is not None and e.place.kind != "town")


def _verbal(row: Row, i: int) -> bool:
    """Tell an English verb right before a noun without an article: "[advancing] cooperation"."""
    e, morphology = row.elements[i], row.passage.language.morphology
    word = row.tokens[e.first].text
    articled = i > 0 and row.elements[i - 1].role in ARTICLES
    return (
        e.kind == "text" and not articled and word.islower() and word.endswith((*morphology.past, *morphology.gerund))
    )


def _outside(row: Row, e: Element) -> bool:
    """Tell a word in lower case that no noun phrase holds ("has", "because")."""
    token = row.tokens[e.first]
    return token.norm in row.passage.language.institutions.stop and token.text.islower()


class _Behind:
    """Reads the elements behind a noun one by one."""

    def __init__(self, row: Row, at: int) -> None:
        self.row, self.at = row, at
        self.elements = row.elements
        self.fusional = row.passage.language.fusional
        self.about = row.passage.language.events.about
        eponym = row.passage.language.institutions.eponym if row.passage.language.analytic else ()
        self.named = {phrase.split()[0] for phrase in eponym}
        self.whose = row.passage.language.posts.possessives if row.passage.language.analytic else frozenset()

    def last(self) -> int:
        """The last element of the phrase."""
        last = i = self.at
        # What the next element has to be: `genitive` right behind a Russian noun, `any` in a complement, "" nothing.
        open_ended = self.row.norm(self.elements[self.at]).endswith(" of")  # "the opening of"
        wanted, plain = ("genitive" if self.fusional else "any" if open_ended else ""), 0
        while (i := i + 1) < min(len(self.elements), self.at + _LONGEST):
            e = self.elements[i]
            if e.role == "and" and self.row.norm(self.elements[min(i + 1, len(self.elements) - 1)]) in self.whose:
                break  # "the session of the Assembly [and] his meeting with the envoy"
            if self.row.norm(e) in self.named:
                break  # "the visit of the delegation of the university [named] after N"
            closing = title_end(self.row, i)
            if closing is not None:
                return closing
            if self._opens(i):
                wanted, plain = self._wanted(i), 0
            elif (e.role in ARTICLES and wanted and (last < i - 1 or last == self.at)) or (
                e.role == "and" and last == i - 1 > self.at
            ):
                continue
            elif wanted and self._fits(i, wanted):
                plain = plain + 1 if e.kind == "text" and self.row.tokens[e.first].text.islower() else 0
                if not self.fusional and plain > _PLAIN:
                    break
                last = i
            else:
                break
        while last > self.at and self.elements[last].role in _FORMATS:
            last -= 1  # "the meeting of the Commission | via videoconference"
        return last

    def _opens(self, i: int) -> bool:
        """Tell a preposition with a complement that belongs to the noun; "with" only before who takes part."""
        e = self.elements[i]
        after = next((a for a in self.elements[i + 1 : i + 3] if a.role not in ARTICLES), None)
        if after is None:
            return False
        if e.role == "topic" and self.row.norm(e) in self.row.passage.language.events.shown:
            return False  # "the meeting focused on trade"
        if e.role == "in" and self.row.norm(e) in self.about:
            return after.kind == "text" and not self.row.norm(after)[0].isdigit()
        if e.role == "with":
            return after.actor is not None or after.place is not None or after.role in {"people", "delegation"}
        event = not self.fusional and after.is_trigger("noun")
        fits = after.kind in {"text", "actor", "place", "mark"} or after.role in _HELD or event
        return e.role in _OPENING and fits

    def _wanted(self, i: int) -> str:
        """What a preposition governs: a topic anything oblique, "with" and "between" only who takes part."""
        return "party" if self.elements[i].role in {"with", "between"} else "any"

    def _fits(self, i: int, wanted: str) -> bool:
        """Tell whether the element goes on with a complement: by its case in Russian."""
        e = self.elements[i]
        named = e.actor is not None or e.place is not None
        if wanted == "party":
            return named or e.role in PEOPLE
        if named:
            case = e.actor.case if e.actor else e.place.case if e.place else ""
            return wanted == "any" or case in {"", "attr"} or "gen" in case or "adj" in case
        event = not self.fusional and e.is_trigger("noun")  # "the ceremony of the [forum]"
        fits = e.role in _HELD or event or (e.kind == "text" and not _outside(self.row, e))
        return fits and self._governed(e, wanted)

    def _governed(self, e: Element, wanted: str) -> bool:
        """Tell a word that may stand in the case that is wanted; every word of English may."""
        word = self.row.tokens[e.first].norm
        if not self.fusional:
            return word[0].isalnum() or word in _WITHIN
        return russian.genitive(word) if wanted == "genitive" else russian.oblique(word)
