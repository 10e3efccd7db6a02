"""Rules for names of which no part stands in its dictionary form in a list of given names.

See `kg.annotate.persons.rules` for what a rule gets and answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import instrumental, toponymic
from kg.annotate.persons.book import ROMAN
from kg.annotate.persons.parts import LONGEST, SYLLABLE, Found, over_field, particles, run, shut
from kg.annotate.persons.russian import readings
from kg.annotate.view import CLOSING_QUOTES, DASHES

if TYPE_CHECKING:
    from kg.annotate.persons.line import Line

# Tokens of the longest name that a line begins with, and marks that end the line.
_LINE = 8
_LINE_ENDS = frozenset(",;.")
# A given name as long as this is no word's ending read by chance.
_LONG_GIVEN = 4


def surname_alone(line: Line, i: int) -> Found | None:
    """A single word that only a surname can be: "Amanow belledi"."""
    if line.quoted(i) or not line.surely_surname(i):
        return None
    if line.follows(i + 1) and line.titled[i + 1] and not line.blocked[i + 1] and not line.post[i + 1]:
        return None
    return Found(i, i + 1, i, "surname")


def given_alone(line: Line, i: int) -> Found | None:
    """A known given name by itself within a sentence: "Бұл туралы Дениспен сөйлестік"."""
    word = line.bare(i)
    if line.post[i] or len(word) < LONGEST + 1 or line.quoted(i):
        return None
    if line.book.ordinary(word) or not (line.given[i] or line.book.given(word)):
        return None
    if not line.head_final and not line.dictionary_name(i, "Name"):
        return None  # an English one is too often a town, a ship, a storm
    beside = line.after_name(i) or (line.follows(i + 1) and (line.titled[i + 1] or _field(line, i + 1)))
    return None if beside else Found(i, i + 1, None, "surname")


def _field(line: Line, i: int) -> bool:
    """Tell a post whose field the word before it is, though that is a given name, too: "Әділет министрі"."""
    hit = line.language.post_heads.find(line.tokens[i].norm) if line.head_final else None
    return hit is not None and over_field(hit)


def in_brackets(line: Line, i: int) -> Found | None:
    """A name in another script, in brackets after the same name: "Кит Ховард (Keith Howard)"."""
    two = i >= LONGEST and all(line.titled[i - 3 : i - 1]) and line.joined[i - 2]
    if not two or line.tokens[i - 1].text != "(":
        return None  # "в Нью-Мальдене (New Malden)" is a town
    j = i + 1
    while line.follows(j) and line.foreign[j] and j - i <= LONGEST:
        j += 1
    body = any(line.tokens[k].norm in line.language.institutions.latin_kinds for k in range(i, j))
    closed = not body and j < line.size and line.tokens[j].text == ")"
    return Found(i, j, j - 1) if closed and j - i in {2, LONGEST} else None


def alone_in_marks(line: Line, found: Found) -> bool:
    """Tell what is all that stands in quotation marks, the name of a thing: "партия «[Анна Ким]»"."""
    closed = found.end < line.size and line.tokens[found.end].text in CLOSING_QUOTES
    return closed and not line.analytic and line.quoted(found.start) and found.end > found.start + 1


def names_area(line: Line, found: Found) -> bool:
    """Tell the Russian name of an area by its adjective, before the noun for it: "в [Анвар Каримовском] районе"."""
    last = line.tokens[found.end - 1].norm
    if not (line.fusional and found.end > found.start + 1 and toponymic(last) and line.follows(found.end)):
        return False
    return line.language.forms(line.language.institutions.places)[line.tokens[found.end].norm]


def unknown_pair(line: Line, i: int) -> Found | None:
    """Two words with capitals that no dictionary has and that agree (Russian): "встретил Гэбриэля Гиффордса"."""
    if not line.follows(i + 1) or not line.rare[i + 1]:
        return None
    if any(line.tokens[k].text.rpartition("-")[2].islower() for k in (i, i + 1)):
        return None  # "Telegram-канал Акорды"
    with_whom = line.dictionary_name(i, "Surn") and all(instrumental(line.tokens[k].norm) for k in (i, i + 1))
    known = line.known_word(i) and not with_whom  # "с Лоуренсом Меридом", whose given name is a surname, too
    within = i > 1 and line.joined[i] and line.titled[i - 1] and not line.post[i - 1] and line.quoted(i - 1)
    if line.quoted(i) or within or known or (line.follows(i + 2) and line.titled[i + 2]):
        return None  # "отель «Мерид Гиффорд Рикерман»"
    end = particles(line, i + 2)  # "Илхам Туа бин Саид"
    return Found(i, end, end - 1)


def syllables(line: Line, i: int) -> Found | None:
    """Three or four short words with capitals: "Аун Сан Су Чжи", "Kim Jong Un".

    Where heads stand last, words behind a title may be ordinary ones, too, and an ending doesn't count.
    """
    if line.quoted(i) or (line.after_name(i) and not line.after_title[i]):
        return None
    j, titled = i, line.head_final and line.after_title[i]
    while j < line.size and (j == i or line.joined[j]) and line.titled[j]:
        word = line.bare(j) if titled and j > i else line.tokens[j].text
        if j - i > LONGEST or len(word) > SYLLABLE:
            return None
        office = line.analytic and line.post[j]  # "the Deputy | Head Karl Berg"
        known = not (titled and j > i) and line.book.ordinary(line.tokens[j].norm)
        if (office or known) and not line.given[j]:
            return None  # "Kim" is "who" in Turkmen
        j += 1
    return Found(i, j, i) if LONGEST <= j - i <= LONGEST + 1 else None


def hyphened_given(line: Line, i: int) -> Found | None:
    """A surname in Korean before a given name of two syllables: "Choi [Sang-mok]"."""
    k = i + 1
    if not line.follows(k) or not line.titled[k] or len(line.tokens[i].text) > LONGEST + 3 or line.post[i]:
        return None
    word = line.bare(k)
    surname = line.tokens[i].norm  # "Won", "Do"
    known = line.book.ordinary(surname) and not (
        line.given[i] or line.after_title[i] or (i and surname in line.book.stop)
    )
    return None if known or not line.book.syllables(word) else Found(i, k + 1, i)


def declined_given(line: Line, i: int) -> Found | None:
    """A given name in an oblique case, perhaps a place's as well, before a surname: "с Араратом Оганяном"."""
    if line.given[i] or line.post[i]:
        return None
    if not line.follows(i + 1) or not line.slot[i + 1]:
        return None
    given = any(
        a.case != "nom" and not a.number and len(a.stem) >= _LONG_GIVEN and a.stem in line.language.given_names_folded
        for a in line.language.analyse(line.tokens[i].norm)
    )
    if not given:
        return None
    names = line.language.given_names_folded
    cases = {r.case for r in readings(line.tokens[i].norm) if r.case != "nom" and r.nominative in names}
    surname = any(
        (line.book.surname(r.nominative) and r.case != "nom")
        or (line.rare[i + 1] and r.case in cases and r.nominative != line.tokens[i + 1].norm)  # "с Хаканом Берком"
        for r in readings(line.tokens[i + 1].norm)
    )
    return Found(i, i + 2, i + 1) if surname else None


def done_by(line: Line, i: int) -> Found | None:
    """Two or three words with capitals of whom a verb says that they did something: "a delegation led by Le Mpo"."""
    if not line.analytic or i < 2 or line.sentence.heading or not line.joined[i]:  # noqa: PLR2004
        return None
    if f"{line.tokens[i - 2].norm} {line.tokens[i - 1].norm}" not in line.language.names.done_by:
        return None
    end, words = run(line, i)
    return Found(i, end, end - 1) if words in {2, LONGEST} and shut(line, end) else None


def line_name(line: Line, i: int) -> Found | None:
    """All words before the dash of a Russian line that ends with a country: "[Улд Талеб Амар] – Мавритания,"."""
    if i:
        return None
    end = next((k for k, token in enumerate(line.tokens[: _LINE + 1]) if token.text in DASHES), 0)
    behind = [k for k in range(end + 1, line.size) if line.tokens[k].text not in _LINE_ENDS]
    if end <= 1 or not behind or not all(line.blocked[k] for k in behind):
        return None
    named = all(line.titled[k] or line.book.particle(line.tokens[k].norm) for k in range(end))
    own = any(line.given[k] or not line.known_word(k) for k in range(end))  # but "Центральная Азия – Китай"
    return Found(0, end, end - 1) if named and own and not any(line.blocked[:end]) else None


def numbered(line: Line, i: int) -> Found | None:
    """A word with a Roman number behind it, right after a title: "King [Mswati III]"."""
    return Found(i, i + 2, i) if line.follows(i + 1) and ROMAN.match(line.tokens[i + 1].text) else None


def of_district(line: Line, found: Found) -> bool:
    """Tell the name of a district between a body and its part there: "partiýanyň [Magtymguly] etrap komiteti"."""
    behind = found.end + 1
    owned = found.start > 0 and line.head_final and line.language.genitive(line.tokens[found.start - 1].norm)
    head = line.language.institution_heads.find(line.tokens[behind].norm) if owned and line.follows(behind) else None
    return head is not None and bool(head.analysis.possessive)
