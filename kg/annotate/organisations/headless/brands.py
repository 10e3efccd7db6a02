"""Institutions by names that no head noun announces: in another script, in capitals, or in quotation marks.

Only where the language file says which such words are no institutions (`not_bodies`, `works`): Russian.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, words_of
from kg.annotate.organisations.head_initial.runs import eponym, quoted_name
from kg.annotate.organisations.headless.vouched import ACRONYM, headless_end
from kg.annotate.organisations.inflect import (
    adjective,
    agreeing_adjective,
    mainly_oblique,
    nominative_phrase,
    toponymic,
)
from kg.annotate.organisations.known.of_country import owned_by_several
from kg.annotate.view import OPENING, OPENING_QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kg.annotate.view import View

_CYRILLIC = re.compile(r"[А-яЁё]")
_ROMAN = re.compile(r"[IVXLCМХІ]+")
_SHORTEST = 3
# Longest name in quotation marks after a title, in tokens.
_LONGEST = 4
# Tokens of the longest name in brackets.
_NOTE = 8


def find_brands(view: View, drafts: Sequence[Draft], told: AbstractSet[str]) -> list[Draft]:
    """Names of a sentence that stand for institutions by themselves; `drafts` are those found so far.

    `told` are those in another script or in capitals that the document tells to be a body's.
    """
    if not view.language.institutions.not_bodies or view.shouting:
        return []
    taken = {k for d in drafts for k in range(d.first, d.last + 1)}
    found: list[Draft] = []
    for k in sorted([*view.sentence.capitals, *view.sentence.at(OPENING)]):
        if k in taken or view.place[k] or (found and k <= found[-1].last):
            continue
        draft = _quoted(view, k) or _unquoted(view, k, told)
        if draft is not None and draft.last == k and k and view.tokens[k - 1].text == "(" and draft.name.isupper():
            _shorten(draft, next((d for d in drafts if d.last == k - 2 and d.form == "name"), None))
        if draft is not None and taken.isdisjoint(range(draft.first, draft.last + 1)):
            found.append(draft)
    return found


def _shorten(draft: Draft, whole: Draft | None) -> None:
    """Make a name in brackets the abbreviation of the one before: "Союз палат Турции ([TOBB])"."""
    if whole is not None:
        draft.form, draft.kind, draft.country = "abbreviation", whole.kind, whole.country


def _unquoted(view: View, k: int, told: AbstractSet[str]) -> Draft | None:
    """A name without marks in another script, or an acronym; one that somebody bears stands by itself."""
    draft = _latin(view, k) or _acronym(view, k)
    if draft is None or draft.name in told:
        return draft
    return draft if draft.form == "name" and _CYRILLIC.search(draft.name) else None


def _latin(view: View, k: int) -> Draft | None:
    """A run of names in Latin letters: "соглашение с [Toyota Tsusho]"; a person's in brackets is none."""
    last = headless_end(view, k)
    before = view.tokens[k - 1].text if k else ""
    within = before.isascii() and (before.isalpha() or before in {"/", "@", "_"})
    within = within or before in OPENING_QUOTES or before in {"'", "`"}
    within = within or (before == "." and view.tokens[k - 1].end == view.tokens[k].start)  # "SNG.[Today]"
    if last is None or within or ACRONYM.fullmatch(view.tokens[k].text) or told_otherwise(view, k):
        return None
    words = [view.tokens[m].text for m in range(k, last + 1)]
    acronym = last == k and words[0].isupper()
    barred = view.language.institutions.not_bodies
    if any(any(c.isdigit() for c in word) or word.casefold() in barred for word in words) or _ROMAN.fullmatch(words[0]):
        return None
    short = len(words[0]) < _SHORTEST and last == k
    bracketed = _in_note(view, k)
    person = k > 0 and view.posts[k - 1] is not None and last == k + 1  # "президент John Kim"
    person = person and not (last + 1 < len(view.tokens) and view.capital(last + 1))  # "президент Ak Bulut Анна Ким"
    if short or (bracketed and not acronym) or person:
        return None
    kinds = view.language.institutions.latin_kinds
    told = next((kind for m in range(k, last + 1) if (kind := kinds.get(view.tokens[m].norm))), "company")
    return _draft(view, (k, last), words_of(view, k, last), told)


def _in_note(view: View, k: int) -> bool:
    """Tell one of the words in Latin letters in brackets, how a name is written: "Карл Берг (Carl-Henrik [Berg])"."""
    for m in range(k - 1, max(-1, k - 1 - _NOTE), -1):
        if view.tokens[m].text == "(":
            return True
        if _CYRILLIC.search(view.tokens[m].text) or view.tokens[m].text == ")":
            break
    return False


def _acronym(view: View, k: int) -> Draft | None:
    """A word in Cyrillic capitals that the language file doesn't list as something else: "эксперты [ФИДЕ]"."""
    text = view.tokens[k].text
    after = view.tokens[k + 1] if k + 1 < len(view.tokens) else None
    numbered = after is not None and (
        after.text[0].isdigit() or (after.text == "-" and after.start == view.tokens[k].end)
    )
    if not ACRONYM.fullmatch(text) or _ROMAN.fullmatch(text) or numbered or told_otherwise(view, k):
        return None
    if (
        owned_by_several(view, k)
        or view.tokens[k].norm in view.language.institutions.not_bodies
        or view.posts[k]
        or view.heads[k]
    ):
        return None
    before = view.language.analyse(view.tokens[k - 1].norm) if k and view.capital(k - 1) else ()
    surname = bool(before) and view.language.is_surname(view.tokens[k].norm)
    if surname or any(analysis.stem in view.given_folded for analysis in before):
        return None  # "аким Ерхан УМАРОВ", "с Анной БЕРГ"
    beside = [view.tokens[m].text for m in (k - 1, k + 1) if 0 <= m < len(view.tokens)]
    if any(len(word) > 1 and word.isupper() and word.isalpha() for word in beside):
        return None  # a heading in capitals within the sentence
    quoted = quoted_name(view, k + 1) if k + 1 < len(view.tokens) else None
    if quoted is not None:
        return _draft(view, (k, quoted), words_of(view, k, quoted), "company")  # "РКК «Энергия»"
    title = view.posts[k - 1] if k else None
    kind = "education" if text.endswith(view.language.institutions.school_endings) else "other"
    kind = (title.entry.seat if title is not None else "") or kind  # "ректор [ГИМО]"
    named = eponym(view, k + 1) if k + 1 < len(view.tokens) else None  # "ТНУ [им. Абая]"
    last = k if named is None else named
    town = kind == "education" and bool(before) and toponymic(view.tokens[k - 1].norm)  # "ректор [Ошского] ГМУ"
    whose = f"{agreeing_adjective(view.tokens[k - 1].text, '')} " if town else ""
    draft = _draft(view, (k - town, last), f"{whose}{words_of(view, k, last)}", kind)
    draft.form = "abbreviation" if named is None and not town else draft.form
    return draft


def _quoted(view: View, k: int) -> Draft | None:
    """A name in quotation marks after a title ("глава «Атома»"), but for a craft's: "продюсер «Друзей»"."""
    title = view.posts[k - 1] if k and view.tokens[k].text in OPENING_QUOTES else None
    end = quoted_name(view, k) if title is not None and (title.entry.by_name or not title.entry.trade) else None
    if end is None or not 1 < end - k <= _LONGEST or not view.capital(k + 1):
        return None
    unknown = adjective(view.tokens[k + 1].norm) and not mainly_oblique(view.tokens[min(k + 2, end - 1)].norm)
    if any(not view.word(m) for m in range(k + 1, end)) or (unknown and mainly_oblique(view.tokens[k + 1].norm)):
        return None  # no nominative: "лидер «Зелёного джамаата»"
    return _draft(view, (k + 1, end - 1), _upright(view, k + 1, end - 1), "company")


def _upright(view: View, first: int, last: int) -> str:
    """Words between quotation marks as they are named, where the title before them asks for their genitive."""
    words = view.sentence.words
    head = first + (first < last and adjective(words[first]))
    inflected = mainly_oblique(words[head]) and not view.tokens[first].text.isupper()
    return nominative_phrase(view, first, head, last) if inflected else words_of(view, first, last)


def told_otherwise(view: View, k: int) -> bool:
    """Tell what the noun before says to be something else: "проект Smart Light", "фильм «Атом»"."""
    k -= 1
    while k >= 0 and view.tokens[k].text in OPENING:
        k -= 1
    works = view.language.institutions.works
    return k >= 0 and any(a.stem in works for a in view.language.analyse(view.tokens[k].norm))


def _draft(view: View, span: tuple[int, int], name: str, kind: str) -> Draft:
    return draft_of(view, span, name, kind, "brand")
