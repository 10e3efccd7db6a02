"""Persons by name: an ordered list of rules, then later mentions of the surnames that they found.

`RULES` is the order. The name of the rule that fired stands in the mention ("tk.title-name"). A name that something
is named after ("… adyndaky", "имени …") is nobody who takes part: it is passed over.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.annotate.persons import russian
from kg.annotate.persons.book import name_book
from kg.annotate.persons.dictionary import done_by_man
from kg.annotate.persons.inflect import Reading
from kg.annotate.persons.line import Line, Page
from kg.annotate.persons.parts import LONGEST, Found, kin_of, namesake
from kg.annotate.persons.rules import RULES
from kg.annotate.persons.shapes import alone_in_marks, names_area, of_district
from kg.language.case import lower, recase
from kg.language.memo import Memo
from kg.model import START, PersonMention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.language import Language
    from kg.model import Sentence

__all__ = ["RULES", "find_persons"]

_Rules = list[tuple[str, "Callable[[Line, int], Found | None]"]]


def find_persons(
    text: str,
    sentences: Sequence[Sentence],
    languages: Mapping[str, Language],
    *,
    titles: AbstractSet[int] = frozenset(),
    blocked: Iterable[tuple[int, int]] = (),
) -> tuple[PersonMention, ...]:
    """All persons that the text names, sorted by start.

    `titles` are the offsets at which a title ends: the words after it may be a name even if unknown. `blocked` are
    spans (start, end) that are no part of a name (institutions, places). Sentences in a language that is not in
    `languages` are passed over. `name` is nominative; the mention's text keeps its ending, its `case` says which.
    """
    used = {sentence.lang for sentence in sentences}
    kin = tuple(languages.values())
    books = {code: name_book(language, kin) for code, language in languages.items() if code in used}
    page = Page(text, titles, _apart(blocked), *_vocabulary(sentences, [languages[code] for code in books]))
    lines = [
        Line(index, sentence, books[sentence.lang], page)
        for index, sentence in enumerate(sentences)
        if sentence.lang in books
    ]
    persons: list[PersonMention] = []
    free: list[tuple[Line, list[int]]] = []
    surnames: set[str] = set()
    for line in lines:
        left: list[int] = []
        for rule, found in _walk(line, _by_signs(RULES), left):
            person, surname = _mention(line, found, rule)
            persons.append(person)
            if surname:
                surnames.add(surname)
        free.append((line, left))
    begin = {surname[0] for surname in surnames}  # no ending changes the first letter
    for line, left in free if surnames else ():
        persons += _again(line, left, surnames, begin)
    return tuple(sorted(persons, key=START))


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _vocabulary(
    sentences: Sequence[Sentence], languages: Sequence[Language]
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The document's words with a capital, in lower case, all its words as written, and those first that text holds.

    The last are all of the first in a document of headings alone. `languages` are those of the sentences. A word that
    ends like one with a tied "with" is there without it, too: "Гүл[мен]" beside "Гүлге".
    """
    told = _capitals([s for s in sentences if not s.heading])
    capital = told | _capitals([s for s in sentences if s.heading])
    suffixes = {end for language in languages for end in _tied(language)}
    capital |= {word.removesuffix(end) for word in capital for end in suffixes if word.endswith(end)}
    tokens = chain.from_iterable([sentence.tokens for sentence in sentences])
    return frozenset(capital), frozenset(map(attrgetter("text"), tokens)), frozenset(told or capital)


def _capitals(sentences: Sequence[Sentence]) -> set[str]:
    """Words that begin with a capital, in lower case."""
    return {t.norm for s in sentences for i in s.capitals if (t := s.tokens[i]).text[0].isupper()}


def _tied(language: Language) -> tuple[str, ...]:
    """The endings for "with" of a language that ties them to names."""
    return language.posts.with_ if language.institutions.bare_owner else ()


@cache
def _by_signs(rules: tuple[tuple[str, int, Callable[[Line, int], Found | None]], ...]) -> Memo[int, _Rules]:
    """The rules that may answer, by the signs of a token."""
    return Memo(lambda signs: [(name, function) for name, needed, function in rules if signs & needed == needed])


def _walk(line: Line, rules: Mapping[int, _Rules], left: list[int]) -> Iterable[tuple[str, Found]]:
    """Apply the rules from left to right; `left` takes the indices of words that no name took."""
    taken = 0
    for i in line.names:
        if i < taken or namesake(line, i):
            continue
        for rule, function in rules[line.signs[i]]:
            found = function(line, i)
            if found:
                if not (_eponym(line, found) or _located(line, found) or alone_in_marks(line, found)):
                    yield rule, found
                    line.named = found.end if found.end > found.start + 1 else 0
                taken = found.end
                break
        else:
            left.append(i)


def _located(line: Line, found: Found) -> bool:
    """Tell what only says where: "Таяу Шығыстағы [ахуал]". Nobody's name stands in the attributive locative."""
    analyses = line.language.analyse(line.tokens[found.end - 1].norm) if line.head_final else ()
    return names_area(line, found) or any(a.case == "attr" and a.harmonic for a in analyses)


def _eponym(line: Line, found: Found) -> bool:
    """Tell whether something is named after the person: a word or phrase of the language file stands beside."""
    words = line.book.eponym
    if line.follows(found.end):
        after = line.tokens[found.end]
        analyses = line.language.analyse(after.norm)
        articles = line.language.institutions.articles
        if after.norm in words - line.book.places - {*articles} or any(
            a.possessive and a.stem in words for a in analyses
        ):
            return True  # "Абай көшесі", "Magtymguly etraby"
        if after.norm in words & line.book.places and of_district(line, found):
            return True
        head = line.language.institution_heads.find(after.norm)
        named = head and (head.analysis.possessive or not line.head_final) and not _of_area(line, found.end)
        if named and line.titled[found.end]:
            return True  # "Назарбаев Университеті"
    start = found.start
    while (
        start > max(0, found.start - LONGEST)
        and line.joined[start]
        and line.titled[start - 1]
        and not _english_noun(line, start - 1)
    ):
        start -= 1  # "имени Моллы Аннамурадовой": a part of the name that no rule took
    if not start:
        return False
    if start < found.start and line.tokens[start - 1].norm in line.language.institutions.articles:
        return line.follows(found.end) and line.titled[found.end]  # "for Asia and the Americas | Anna Kim"
    return _named_after(line, start)


def _named_after(line: Line, start: int) -> bool:
    """Tell what stands before a name that something has: "имени", "named after"; the name begins at token `start`."""
    words = line.book.eponym
    before = line.tokens[start - 1].norm
    earlier = line.tokens[start - 2].norm if start > 1 else ""
    if before == ".":
        return earlier in words  # "университет им. Абая"
    if before in words or f"{earlier} {before}" in words:
        return True
    return not line.head_final and any(a.stem in words for a in line.language.analyse(before))


def _english_noun(line: Line, i: int) -> bool:
    """Tell a capital that an English noun of office has: "of the [Centre] Anna Kim", "the [Minister] Anna Kim"."""
    if line.head_final or line.fusional:
        return False
    word = line.tokens[i].norm
    return line.post[i] or line.language.institution_heads.find(word) is not None or line.book.ordinary(word)


def _of_area(line: Line, i: int) -> bool:
    """Tell whether token i only tells which part of the world is meant: "Merkezi Aziýa"."""
    if not line.follows(i + 1):
        return False
    areas = line.language.institutions.areas
    return any(a.stem in areas or a.base in areas for a in line.language.analyse(line.tokens[i + 1].norm))


def _mention(line: Line, found: Found, rule: str, *, whole: bool = False) -> tuple[PersonMention, str | None]:
    """The mention, and the surname (nominative, lower case) by which it may stand again; `whole` has no ending."""
    words = [i for i in range(found.start, found.end) if line.titled[i] or line.capitals[i]]
    last = words[-1] if words else found.end - 1
    names: dict[int, str] = {}
    case = "" if not (line.head_final or line.fusional) else "nom"
    if line.head_final:
        woman = _woman(line, words)
        reading = Reading(line.tokens[last].norm) if whole else line.reading(last, woman=woman)
        if reading:
            names[last], case = reading.nominative, reading.case
        if last < found.end - 1 and (kin := kin_of(line, found.end - 1)) is not None:
            names[found.end - 1], case = kin  # "Асан Болот [уулуды]"
    elif line.fusional:
        case = _russian(line, found.start, words, names)
    else:
        names[last], case = line.bare(last), "gen" if line.bare(last) != line.tokens[last].norm else ""
    parts = []
    at = line.tokens[found.start].start
    for i in range(found.start, found.end):
        token = line.tokens[i]
        written = token.text.capitalize() if line.capitals[i] else token.text
        parts.append(" " * (token.start > at) + (_spelt(written, names[i]) if i in names else written))
        at = token.end
    start, end = line.tokens[found.start].start, line.tokens[found.end - 1].end
    surname = names.get(found.surname, line.tokens[found.surname].norm) if found.surname is not None else None
    person = PersonMention(
        start,
        end,
        line.text[start:end],
        line.sentence.lang,
        line.index,
        f"{line.sentence.lang}.{rule}",
        "".join(parts),
        found.form,
        case,
    )
    return person, surname


def _spelt(written: str, nominative: str) -> str:
    """A nominative with the capitals of the form written; "Петр" that is a nominative stays as it is written."""
    return written if nominative.replace("ё", "е") == lower(written) else recase(written, nominative)


def _woman(line: Line, words: Sequence[int]) -> bool | None:
    """Tell a woman from a man by the given name; None where no given name is known."""
    given = next((line.tokens[i].norm for i in words[:-1] if line.given[i]), None)
    return None if given is None else line.book.woman(given)


def _russian(line: Line, start: int, words: Sequence[int], names: dict[int, str]) -> str:
    """Put the nominatives of the words of a Russian name into `names`; gives the case in which they agree.

    What stands before the name, which begins at token `start` with initials or the first of `words`, asks for the case,
    or the name to which a conjunction joins it has it: "министров Армена Саркиса и [Эльнура Раимова]".
    """
    norms = [line.tokens[i].norm for i in words]
    joined = start > 0 and line.named == start - 1 and line.tokens[start - 1].norm in line.language.institutions.and_
    wanted = (line.named_case if joined else frozenset()) or line.wanted(start)
    readings = russian.agreeing(norms, wanted, line.seen, opens=not start, served=line.served(start)) if norms else None
    woman = readings is not None and (readings[0].case, readings[-1].gender) == ("nom", "femn")
    if woman and start and done_by_man(line.tokens[start - 1].norm):  # "назначил [Рашида Умерова] послом"
        whom = russian.agreeing(norms, frozenset({"acc", "gen"}), line.seen)
        readings = whom if whom is not None and whom[0].case in {"acc", "gen"} else readings
    line.named_case = frozenset() if readings is None else frozenset({readings[0].case})
    if readings is None:
        return ""
    for i, reading in zip(words, readings, strict=True):
        names[i] = reading.nominative
    return readings[0].case


def _bare(line: Line, i: int) -> bool:
    """Tell a word that may stand before a surname: in Turkic languages only the last word of a name is inflected."""
    return not line.head_final or line.bare(i) == line.tokens[i].norm


def _again(
    line: Line, left: Sequence[int], surnames: AbstractSet[str], begin: AbstractSet[str]
) -> Iterable[PersonMention]:
    """Words that no rule took and that are surnames found elsewhere in the document, in any case.

    `begin` are the first letters of the surnames.
    """
    words = set(left)
    for i in left:
        word = line.tokens[i].norm
        if word[0] not in begin or line.initial[i] or word in line.book.stop:
            continue
        if (known := line.bare(i) in surnames) or word in surnames:  # "Anna Benedini … [Benedini]"
            joined = i - 1 in words and line.joined[i] and line.rare[i - 1] and i > 1
            first = i - 1 if joined and _bare(line, i - 1) else i
            found = Found(first, i + 1, i, "name" if first < i else "surname")
            if not _eponym(line, found):
                yield _mention(line, found, "surname-again", whole=not known)[0]
