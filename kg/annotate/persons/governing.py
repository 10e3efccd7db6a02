"""What asks for the case of a Russian name: the preposition or the title before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.persons import dictionary
from kg.annotate.view import CLOSING_QUOTES, DASHES, OPENING
from kg.language.morphology import parsed
from kg.language.russian import CASES

if TYPE_CHECKING:
    from kg.annotate.persons.line import Line

# How far a title may stand from a name that follows it ("министр иностранных дел Финляндии Матти Ванханен").
COMPLEMENT = 8
# How far a title may stand before the one that it governs, an adjective between them.
_PAIR = 2
# Tokens of words for the country in question: "в нашей стране".
_OURS = 3
# Tokens of a note in brackets, an abbreviation.
_NOTE = 3
_LONG_NOTE = 7


def wanted(line: Line, i: int) -> frozenset[str]:
    """The cases that the preposition or the title before token i, which is not the first, asks of a name."""
    before = line.tokens[i - 1].norm
    if before in line.language.names.governs:
        return frozenset(line.language.names.governs[before])
    heads = _titles_before(line, i)
    if heads and (acting := _acting(line, heads[0])) is not None:
        return acting
    title = line.tokens[heads[0]].norm if heads else title_of_list(line, i)
    if title is None or (hit := line.language.post_heads.find(title)) is None:
        return frozenset()
    found = [a for a in line.language.analyse(title) if a.stem == hit.analysis.stem]
    return frozenset(a.case for a in found if not a.number) or frozenset(a.case for a in found)


def _acting(line: Line, i: int) -> frozenset[str] | None:
    """The cases of who acts in the post whose title begins at token i: "[исполняющая] обязанности директора Анна Ким".

    "И.о." tells none; None where nobody acts.
    """
    words = line.sentence.words
    if i and words[i - 1] in line.language.posts.duties:
        cases = (CASES.get(str(parse.tag.case)) for parse in parsed(words[i - 2])) if i > 1 else ()
        return frozenset(case for case in cases if case)
    return frozenset() if line.language.events.acting_before(words, i) else None


def served(line: Line, i: int) -> bool:
    """Tell a title before token i that serves another: "советник [президента] Анны Ким" names the president."""
    found = _titles_before(line, i)
    return found is not None and found[0] < found[1]


def before_note(line: Line, i: int) -> int:
    """The bracket that opens a note right before token i, of one word or in English of a few, else i."""
    if i <= _NOTE or line.tokens[i - 1].text != ")":
        return i
    far = range(i - _NOTE, max(0, i - (_LONG_NOTE if line.analytic else _NOTE) - 1), -1)
    opening = (k for k in far if line.tokens[k].text == "(")
    return next(opening, i)  # "Director General (South Asia Division) [Le Mpo]"


def title_of_list(line: Line, i: int) -> str | None:
    """The head of the title that opens a list of countries with names: "послов Чили N, Перу [N]"; i is the name's."""
    i = _before_ours(line, i)
    if i < 1 or not line.blocked[i - 1]:
        return None
    passed, j = {",", *DASHES, *line.language.institutions.and_}, i - 1
    if line.analytic:
        passed |= {"(", ")", *line.language.institutions.whose, *line.language.institutions.articles}
    while j > 0 and (
        line.blocked[j]
        or (line.titled[j] and not line.post[j])
        or line.tokens[j].norm in passed
        or line.book.particle(line.tokens[j].norm)
        or len(line.tokens[j].text) == 1
    ):
        j -= 1
    if not line.language.post_heads.find(line.tokens[j].norm) or j >= i - 1:
        return None
    while j > 0 and line.language.post_heads.find(line.tokens[j - 1].norm):
        j -= 1  # "[заместитель] Председателя Суда"
    return line.tokens[j].norm


def _before_ours(line: Line, i: int) -> int:
    """The token before which a title's country ends, where the noun for the text's own follows: "[в нашей стране]"."""
    if i < _OURS or not line.fusional or line.tokens[i - _OURS].norm not in line.language.institutions.where:
        return i
    return i - _OURS if line.language.forms(line.language.posts.ours)[line.tokens[i - 1].norm] else i


def _quoted(line: Line, i: int) -> range:
    """The tokens of a name in quotation marks right before token i: "директора банка [«Восток»] Петра Ли"."""
    if line.tokens[i - 1].text not in CLOSING_QUOTES:
        return range(0)
    opening = (j for j in range(i - 2, max(-1, i - 2 - COMPLEMENT), -1) if line.tokens[j].text in OPENING)
    first = next(opening, None)
    return range(first, i) if first is not None else range(0)


def _genitive(line: Line, i: int) -> bool:
    """Tell a title's head that may stand in the genitive, as one does that another governs."""
    return any(a.case == "gen" for a in line.language.analyse(line.tokens[i].norm))


def _titles_before(line: Line, i: int) -> tuple[int, int] | None:
    """The first and the last head of the titles whose complement ends before token i.

    "помощника министра финансов Австрии Анны Шмидт": the case is that of the first of the titles. An election is to an
    office, which nobody holds: "главой миссии на выборах президента Анной Шмидт".
    """
    found: int | None = None
    last: int | None = None
    i = before_note(line, i)  # "президентом Ассамблеи (ПА) [Анной Ким]"
    elections, floor = line.language.forms(line.language.posts.elections), max(-1, i - 1 - COMPLEMENT)
    quoted = _quoted(line, i)
    for j in range(i - 1, -1, -1):
        word = line.tokens[j].norm
        if j in quoted:
            floor = max(-1, floor - 1)
            continue
        if found == j + 1 and elections[word]:
            found, last, floor = None, None, max(-1, j - 1 - COMPLEMENT)
        near = found is not None and found - j <= _PAIR  # "[представитель] действующего председателя"
        if j <= floor and not (near and (line.language.post_heads.find(word) or dictionary.is_adjective(word))):
            break
        if not (word[0].isalnum() or (word == "," and found is None)) or dictionary.is_verb(word):
            break
        if line.language.post_heads.find(word):
            if found == j + 1 and not _genitive(line, found):
                break  # "послание Президента | Генсеку Анне Ким"
            found, last = j, j if last is None else last
        elif found is not None and not (dictionary.is_adjective(word) or line.language.institution_heads.find(word)):
            break  # "главе администрации президента Анвару Хасанову": the case is that of "главе"
    return (found, last) if found is not None and last is not None else None
