"""Names with initials: "K.Howard", "А. Б. Сапаров", "Сапаров А.Б."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.persons.dictionary import is_common
from kg.annotate.persons.parts import LONGEST, Found, beside, inner_particle

if TYPE_CHECKING:
    from kg.annotate.persons.line import Line

# The most letters of a degree behind its initial.
_DEGREE = 3


def initials_surname(line: Line, i: int) -> Found | None:
    """Initials and a surname: "K.Howard", "А. Б. Сапаров"."""
    j = i
    while j < line.size and (line.initial[j] or _hyphen(line, j)) and (j == i or j - i < 2 * LONGEST):
        j += 2 if line.initial[j] else 1
    if j >= line.size or not beside(line, j) or not (line.slot[j] or inner_particle(line, j)):
        return None
    if line.fusional and line.foreign[j]:
        return None  # "финал U.S. Open"
    single = j - i <= 2  # noqa: PLR2004 - one initial and its stop
    if line.fusional and single and is_common(line.tokens[j].norm) and not line.after_title[i]:
        return None  # "Таблица A. Показатели…"
    while inner_particle(line, j):
        j += 1
    if (
        line.analytic
        and i
        and line.tokens[i - 1].text == ","
        and len(line.tokens[j].text) <= _DEGREE
        and line.named == i - 1
    ):
        return None  # "Anna Kim, M.Si"
    whole = line.bare(j) == line.tokens[j].norm and not line.book.surname(line.tokens[j].norm)
    longer = line.given[j] if line.analytic else line.head_final and line.after_title[i] and line.rare[j] and whole
    if longer and line.follows(j + 1) and line.rare[j + 1]:
        return Found(i, j + 2, j + 1)  # "H. Frederick Kim", "елшісі Т.В. Нагара Прасад"
    return Found(i, j + 1, j, "initials")


def _hyphen(line: Line, j: int) -> bool:
    """Tell the hyphen between the initials of a double name: "K.-Zh. Tokayev"."""
    return line.tokens[j].text == "-" and j > 0 and j + 1 < line.size and line.initial[j + 1]


def surname_initials(line: Line, i: int) -> Found | None:
    """A surname and initials: "Сапаров А.Б."; one initial needs a surname's ending ("Table A." is no person)."""
    if not line.follows(i + 1) or not line.initial[i + 1]:
        return None
    j = i + 1
    while j < line.size and line.initial[j] and j - i < 2 * LONGEST:
        j += 2
    given = line.analytic and line.given[i]  # "Amina J. Mohamed"
    surname = line.book.surname(line.bare(i)) and not given
    if j < line.size and beside(line, j) and line.slot[j] and (not surname or line.book.surname(line.bare(j))):
        return None  # the initials belong to the name after them
    return Found(i, j, i, "initials") if surname or j - i > LONGEST else None
