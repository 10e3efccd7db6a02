"""The rules that find names, in order: each answers with a span or stays silent, and the first answer stands.

A rule gets a line and the index of a token and may answer for a name that begins there. It is asked only of tokens
with the signs that stand beside it in `RULES`. What is an institution or a place is no part of a name: see
`Line.blocked`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.persons.book import ROMAN
from kg.annotate.persons.crowned import crowned_name
from kg.annotate.persons.dictionary import is_common, is_verb
from kg.annotate.persons.initials import initials_surname, surname_initials
from kg.annotate.persons.line import SIGNATURE
from kg.annotate.persons.officials import country_name, title_listed
from kg.annotate.persons.parts import (
    LONGEST,
    Found,
    apart,
    beside,
    fits_together,
    inner_particle,
    kinship,
    letter,
    met,
    more_names,
    particles,
    run,
    second_surname,
)
from kg.annotate.persons.shapes import (
    declined_given,
    done_by,
    given_alone,
    hyphened_given,
    in_brackets,
    line_name,
    numbered,
    surname_alone,
    syllables,
    unknown_pair,
)
from kg.annotate.persons.signs import Sign
from kg.annotate.persons.titled import (
    before_respect,
    listed_name,
    name_apposition,
    title_comma,
    title_complement,
    title_field,
    title_name,
)
from kg.annotate.view import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.annotate.persons.line import Line
# Tokens of a name by which somebody goes with its quotation marks.
_NICKNAME = 3


def two_names(line: Line, i: int) -> Found | None:
    """The first of two names side by side, each of two given names or with a surname: "[Дархан Жүсіп] Олжас Досов".

    Behind a title four words may be one foreign name.
    """
    rest = range(i + 1, i + 4)
    if line.after_title[i] or not all(line.follows(k) and line.slot[k] for k in rest):
        return None
    if not (line.given[i + 1] and line.given[i + 2]) or line.bare(i + 1) != line.tokens[i + 1].norm:
        return None
    formal = any(line.book.patronymic(line.bare(k)) for k in rest) or kinship(line, i + 4)
    return None if formal else Found(i, i + 2, i + 1)


def given_surname(line: Line, i: int) -> Found | None:
    """A known given name, then patronymics, second names and initials, then a surname (or a patronymic alone)."""
    if line.post[i] and not (line.follows(i + 1) and line.slot[i + 1]):
        return None
    if line.follows(i + 1) and ROMAN.match(line.tokens[i + 1].text) and not line.quoted(i):
        return Found(i, i + 2, i)  # "Karl III"
    j, patronymic = _middle(line, i)
    if (nicknamed := _nicknamed(line, i, j)) is not None:
        return nicknamed
    k = j
    while k - j < LONGEST and line.follows(k) and inner_particle(line, k):
        k += 1
    if (
        _comes(line, k)
        and line.slot[k]
        and (line.initial[k - 2] or fits_together(line, i, k))
        and not (apart(line, i, k) or (patronymic and _verb(line, k)))
    ):
        return _closed(line, i, k, patronymic=patronymic)
    if patronymic:
        return Found(i, j, None)
    return Found(i, j, j - 1) if j > i + 1 and line.given[j - 1] else None


def _nicknamed(line: Line, i: int, j: int) -> Found | None:
    """A surname behind a name by which somebody goes, in quotation marks: "Robert “Bob” [Zelnik]"."""
    k = j + _NICKNAME
    if not (line.analytic and k < line.size and line.titled[j + 1] and line.slot[k]):
        return None
    quoted = line.tokens[j].text in OPENING and line.tokens[j + 2].text in CLOSING
    return Found(i, k + 1, k) if quoted else None


def _verb(line: Line, k: int) -> bool:
    """Tell a Russian verb that the dictionary has and that is no name: "Анна Петровна [Приглашаем]"."""
    word = line.tokens[k].norm
    return line.fusional and is_common(word) and is_verb(word)


def _comes(line: Line, i: int) -> bool:
    """Tell a further part of a name; behind the stop of an initial without a blank, too: "Олег А.[Берг]"."""
    return line.follows(i) or (i < line.size and line.initial[i - 2] and beside(line, i))


def _middle(line: Line, i: int) -> tuple[int, bool]:
    """Where the surname to the given name i may begin, and whether a patronymic stands before that."""
    j, patronymic = i + 1, False
    while line.follows(j):
        if line.titled[j] and kinship(line, j + 1):
            j, patronymic = j + 2, True
        elif line.titled[j] and line.book.patronymic(line.bare(j)):
            j, patronymic = j + 1, True
        elif line.initial[j] and _comes(line, j + 2) and not (line.fusional and is_common(line.tokens[j + 2].norm)):
            j += 2  # but "Чжэн У. | Об этом"
        elif apart(line, i, j):
            break
        elif letter(line, j) or (line.given[j] and line.follows(j + 1) and line.slot[j + 1] and j - i < LONGEST):
            j += 1
        else:
            break
    return j, patronymic


def _closed(line: Line, i: int, k: int, *, patronymic: bool) -> Found:
    """The name from i on with the surname k and what belongs to it: a patronymic, an article's part, a second one."""
    end = k + 1
    later = line.follows(end) and line.titled[end] and not patronymic and line.book.patronymic(line.bare(end))
    if later or kinship(line, end):
        end += 1
    if not patronymic and line.follows(end) and line.titled[end] and kinship(line, end + 1):
        return Found(i, end + 2, k)  # "Алиев Узеир Расим оглы"
    if (further := particles(line, end)) > end:
        end, k = further, further - 1  # "Muhammed bin Zaýed Al Nahaýýan"
    if (line.analytic or _goes_on(line, i, k)) and (more := more_names(line, end)) > end:
        return Found(i, more, more - 1)
    arabic = line.follows(end) and line.titled[end] and line.tokens[end].norm.startswith(("al-", "el-", "аль-", "эль-"))
    return Found(i, end + (arabic or (not apart(line, i, end) and second_surname(line, end))), k)


def _goes_on(line: Line, i: int, k: int) -> bool:
    """Tell whether a Turkic name after a title may go on behind token k: "ministri Abdul Latif [Mansur]"."""
    if not line.head_final or not line.after_title[i] or line.book.strong(line.bare(k)):
        return False
    reading = line.reading(k)
    return reading is None or reading.case == "nom"


def son_of(line: Line, i: int) -> Found | None:
    """An Arabic or Malay name with a father's: "Ghurm bin Saeed Al Milhan"; a family's name may follow."""
    if not line.analytic or not line.follows(i + 1) or not line.follows(i + 2):
        return None
    if line.tokens[i + 1].norm not in line.language.names.sons or not line.titled[i + 2]:
        return None
    return _closed(line, i, i + 2, patronymic=True)


def surname_given(line: Line, i: int) -> Found | None:
    """A surname and a known given name, perhaps with a patronymic: "Amanow Rejep", "Иванова Анна Петровна"."""
    if line.given[i] or not line.follows(i + 1) or not line.titled[i + 1]:
        return None
    word = line.tokens[i].norm if line.head_final else line.bare(i)
    if not line.book.surname(word) or not (line.given[i + 1] or line.book.given(line.bare(i + 1))):
        return None
    if apart(line, i, i + 1) or (line.analytic and not line.book.strong(word)):
        return None
    j = i + 2
    while line.follows(j) and line.titled[j] and line.book.patronymic(line.bare(j)):
        j += 1
    if kinship(line, j) or (line.follows(j) and line.titled[j] and kinship(line, j + 1)):
        j += 1 + (not kinship(line, j))
    elif j == i + 2 and line.follows(j) and _of_next(line, i, j):
        return None
    elif j == i + 2 and line.head_final and line.after_title[i] and line.follows(j) and line.rare[j] and line.titled[j]:
        return Found(i, j + 1, i)  # "ministri Saidzoda Rahim Hamron"
    return Found(i, j, i)


def unknown_surname(line: Line, i: int) -> Found | None:
    """A word with a capital before a word that only a surname can be: "Nigora Karimowa".

    A patronymic after it makes any word a given name: "Gahryman Amanowiç".
    """
    if line.titled[i] and line.head_final and not line.post[i] and line.follows(i + 1) and line.follows(i + 2):
        middle, last = line.bare(i + 1), line.bare(i + 2)
        formal = line.book.patronymic(middle) and line.titled[i + 1] and line.titled[i + 2]
        if formal and line.book.strong(last) and (i > 0 or not line.book.stop & {line.tokens[i].norm}):
            return Found(i, i + 3, i + 2)
    if not line.rare[i] or not line.follows(i + 1) or not line.slot[i + 1]:
        return None
    signed = line.head_final and line.titled[i] and line.capitals[i + 1]  # "Begendik AMANOW, Daşoguz"
    if not (line.titled[i + 1] or signed):
        return None
    if i == 0 and line.size > SIGNATURE and not line.fusional and not line.head_final:
        return None  # the first word has its capital from the sentence: "Yesterday Medvedev…"
    if line.fusional and is_common(line.tokens[i + 1].norm):
        return None  # "Герой [Социалистического] Труда"
    return Found(i, i + 2, i + 1) if line.book.strong(line.bare(i + 1)) and not line.book.strong(line.bare(i)) else None


def _of_next(line: Line, i: int, j: int) -> bool:
    """Tell a given name that belongs to the surname at `j`: "Saparow | Aman Gurbanow", "Тоқаев | Ицхак Рабинді"."""
    if line.slot[j] and line.titled[j] and line.book.surname(line.bare(j)):
        return True
    return line.head_final and line.rare[j] and not line.after_title[i] and met(line, i + 1, j + 1)


def formal_order(line: Line, i: int) -> Found | None:
    """Any word with a capital before a known given name and a patronymic (head-final): "Сыздық Болат Мүбәракұлы"."""
    if line.post[i] or line.quoted(i):
        return None
    if (i == 0 and not line.given[i]) or not line.follows(i + 1) or not line.follows(i + 2):
        return None
    known = line.given[i + 1] and line.titled[i + 1] and line.titled[i + 2]
    return Found(i, i + 3, i) if known and line.book.patronymic(line.bare(i + 2)) else None


def met_name(line: Line, i: int) -> Found | None:
    """Two or three words with capitals right behind a name, whom its bearer met: "Асқар Досов [Такаюки Ноборумен]".

    The last stands in the case of an object, and a verb of meeting or receiving follows.
    """
    if not line.named or line.named != i:
        return None
    end, words = run(line, i)
    if words not in {2, LONGEST} or not line.follows(end) or not met(line, i, end):
        return None
    after, posts = line.tokens[end].norm, line.language.posts
    meets = after.startswith(posts.meeting) or after in posts.doings
    return Found(i, end, end - 1) if meets else None


# Each rule by its name, with the signs that a token must have, all of them, for the rule to be asked.
RULES: tuple[tuple[str, int, Callable[[Line, int], Found | None]], ...] = (
    ("line-name", Sign.TITLED | Sign.FUSIONAL, line_name),
    ("title-listed", Sign.TITLED | Sign.AFTER_TITLE | Sign.FUSIONAL, title_listed),
    ("country-name", Sign.RARE | Sign.HEAD_INITIAL | Sign.INNER, country_name),
    ("initials-surname", Sign.INITIAL, initials_surname),
    ("surname-initials", Sign.RARE, surname_initials),
    ("syllables", Sign.TITLED | Sign.INNER | Sign.IN_SENTENCE, syllables),
    ("hyphened-given", Sign.TITLED | Sign.HEAD_INITIAL, hyphened_given),
    ("son-of", Sign.RARE | Sign.HEAD_INITIAL, son_of),
    ("surname-given", Sign.SLOT, surname_given),
    ("formal-order", Sign.RARE | Sign.HEAD_FINAL, formal_order),
    ("crowned-name", Sign.TITLED | Sign.HEAD_FINAL, crowned_name),
    ("two-names", Sign.GIVEN | Sign.HEAD_FINAL, two_names),
    ("given-surname", Sign.GIVEN, given_surname),
    ("declined-given", Sign.TITLED | Sign.FUSIONAL, declined_given),
    ("numbered", Sign.RARE | Sign.AFTER_TITLE, numbered),
    ("title-name", Sign.RARE | Sign.AFTER_TITLE, title_name),
    ("before-respect", Sign.RARE | Sign.HEAD_FINAL, before_respect),
    ("title-complement", Sign.RARE | Sign.HEAD_INITIAL, title_complement),
    ("title-field", Sign.RARE | Sign.HEAD_INITIAL, title_field),
    ("title-comma", Sign.RARE | Sign.HEAD_INITIAL, title_comma),
    ("name-apposition", Sign.RARE, name_apposition),
    ("done-by", Sign.RARE | Sign.HEAD_INITIAL | Sign.INNER, done_by),
    ("listed-name", Sign.RARE | Sign.HEAD_INITIAL | Sign.INNER, listed_name),
    ("met-name", Sign.RARE | Sign.HEAD_FINAL | Sign.INNER, met_name),
    ("surname-pair", Sign.TITLED, unknown_surname),
    ("unknown-pair", Sign.RARE | Sign.INNER | Sign.FUSIONAL, unknown_pair),
    ("in-brackets", Sign.FOREIGN, in_brackets),
    ("surname-alone", Sign.RARE, surname_alone),
    ("given-alone", Sign.RARE | Sign.IN_SENTENCE, given_alone),
)
