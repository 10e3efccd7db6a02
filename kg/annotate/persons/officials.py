"""Rules for unknown names in lists of officials: behind a country, or behind a title in the plural."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.persons.dictionary import is_adjective, is_verb
from kg.annotate.persons.governing import title_of_list
from kg.annotate.persons.parts import LONGEST, MARKS, Found, shut, subject
from kg.annotate.persons.russian import readings
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from kg.annotate.persons.line import Line

# How far a title may stand before the mark that leads to its holders, in tokens.
_FAR = 14
# Marks that lead from a title in the plural to a list of countries and names.
LEADING = DASHES | {":"}
# The most words that a name in a list has.
_LISTED = 5


def title_listed(line: Line, i: int) -> Found | None:
    """All words with capitals between a country and a comma in a list of officials: "послы Перу [Ким Чен У], …"."""
    word = line.tokens[i].norm
    if title_of_list(line, i - (line.tokens[i - 1].text in DASHES)) is None or is_adjective(word):
        return None
    if word in line.book.honorifics:
        return None  # "Президент Чили – [Елбасы] Анна Ким"
    end = i
    while end < line.size and not line.blocked[end] and not line.post[end] and (end == i or line.joined[end]):
        small = line.book.particle(line.tokens[end].norm) and end > i
        if not (line.titled[end] or small or (len(line.tokens[end].text) == 1 and line.tokens[end].text.isupper())):
            break
        end += 1
    words = sum(line.titled[i:end])
    if (words == LONGEST + 1 and _two_names(line, i)) or (words == LONGEST and subject(line, i + 2)):
        return Found(i, i + 2, i + 1)
    known = any(line.given[k] or line.rare[k] for k in range(i, end))
    return Found(i, end, end - 1) if known and 1 < words <= _LISTED and _closed(line, end) else None


def _two_names(line: Line, i: int) -> bool:
    """Tell two names side by side in Russian: "в сопровождении главы суда [Петра Иванова] Анна Ким посетила"."""
    cases = [{(r.case, r.gender) for r in readings(line.tokens[k].norm)} for k in (i + 1, i + 2)]
    return line.given[i] and line.given[i + 2] and cases[0].isdisjoint(cases[1])


def country_name(line: Line, i: int) -> Found | None:
    """Words with capitals behind a country in an English list: "ambassadors of Chile, Le Mpo, Peru Ms. Ana Kim, …"."""
    if not line.analytic:
        return None
    at = i
    while at > 1 and (line.tokens[at - 1].text == "." or line.tokens[at - 1].norm in line.book.honorifics):
        at -= 1
    mark = line.tokens[at - 1].text
    if not _of_list(line, at - (mark in {",", "("} or mark in DASHES)):
        return None
    end = i
    while end < line.size and (end == i or line.joined[end]) and (line.rare[end] or (end > i and _inner(line, end))):
        end += 1
    words = sum(line.titled[i:end])
    return Found(i, end, end - 1) if 1 < words <= _LISTED and shut(line, end) else None


def _inner(line: Line, k: int) -> bool:
    """Tell a particle or an initial within a name."""
    return line.book.particle(line.tokens[k].norm) or line.initial[k]


def _of_list(line: Line, i: int) -> bool:
    """Tell the name at token i of a list that a title in the plural opens, or leads to with a dash or a colon."""
    title = title_of_list(line, i)
    hit = line.language.post_heads.find(title) if title is not None else None
    if hit is not None:
        return bool(hit.analysis.number)
    if i < 1 or not line.blocked[i - 1]:
        return False
    lead = next((k for k in range(i - 1, 0, -1) if line.tokens[k].text in LEADING), 0)
    return any(
        (hit := line.language.post_heads.find(line.tokens[k].norm)) is not None and bool(hit.analysis.number)
        for k in range(max(0, lead - _FAR), lead)
        if line.post[k] or line.tokens[k].text.islower()
    )


def _closed(line: Line, end: int) -> bool:
    """Tell the end of a name in a list: a mark, but not an initial's stop, a conjunction or a verb."""
    if end >= line.size:
        return True
    after = line.tokens[end]
    stop = after.text == "." and end + 1 < line.size
    return not stop and (after.text in MARKS or after.norm in line.language.institutions.and_ or is_verb(after.norm))
