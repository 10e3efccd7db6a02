"""Institutions by names that no head noun announces: in another script, in capitals, or inflected in quotation marks.

Only where the language file says which such words are no institutions (`not_bodies`, `works`): Russian.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, words_of
from kg.annotate.organisations.head_initial.runs import eponym, latin_run, quoted_name
from kg.annotate.organisations.inflect import adjective, nominative_phrase, nominative_word, only_oblique, only_plural
from kg.annotate.organisations.known.of_country import owned_by_several
from kg.annotate.view import OPENING, OPENING_QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kg.annotate.view import View

_ACRONYM = re.compile(r"[А-ЯЁ]{3,6}|[А-ЯЁ][а-яё]{1,5}[А-ЯЁ]{2,4}")
_CYRILLIC = re.compile(r"[А-яЁё]")
_ROMAN = re.compile(r"[IVXLCМХІ]+")
_SHORTEST = 3
# Longest name in quotation marks after a title, in tokens.
_LONGEST = 4
# Tokens of the longest name in brackets.
_NOTE = 8


def letters_of_things(views: Sequence[View]) -> frozenset[str]:
    """The acronyms that a document spells out with words of which none is a body's: "считывающих урн ([СУ])"."""
    found = set()
    for view in views if any(view.language.institutions.not_bodies for view in views) else ():
        for k in view.sentence.at({"("}):
            letters = view.tokens[k + 1].text if k + 2 < len(view.tokens) and view.tokens[k + 2].text == ")" else ""
            words = range(max(0, k - len(letters)), k)
            spelt = "".join(view.tokens[m].text[0] for m in words) == letters.lower()
            if _ACRONYM.fullmatch(letters) and spelt and not any(view.heads[m] for m in words):
                found.add(letters)
    return frozenset(found)


def find_brands(view: View, drafts: Sequence[Draft], things: AbstractSet[str]) -> list[Draft]:
    """Names of a sentence that stand for institutions by themselves; `drafts` are those found so far.

    `things` are acronyms that stand for none.
    """
    if not view.language.institutions.not_bodies or view.shouting:
        return []
    taken = {k for d in drafts for k in range(d.first, d.last + 1)}
    found: list[Draft] = []
    for k in sorted([*view.sentence.capitals, *view.sentence.at(OPENING)]):
        if k in taken or view.place[k] or view.tokens[k].text in things or (found and k <= found[-1].last):
            continue
        draft = _quoted(view, k) or _latin(view, k) or _acronym(view, k)
        if draft is not None and draft.last == k and k and view.tokens[k - 1].text == "(" and draft.name.isupper():
            _shorten(draft, next((d for d in drafts if d.last == k - 2 and d.form == "name"), None))
        if draft is not None and taken.isdisjoint(range(draft.first, draft.last + 1)):
            found.append(draft)
    return found


def _shorten(draft: Draft, whole: Draft | None) -> None:
    """Make a name in brackets the abbreviation of the one before: "Союз палат Турции ([TOBB])"."""
    if whole is not None:
        draft.form, draft.kind, draft.country = "abbreviation", whole.kind, whole.country


def _latin(view: View, k: int) -> Draft | None:
    """A run of names in Latin letters: "соглашение с [Toyota Tsusho]"; a person's in brackets is none."""
    last = latin_run(view, k)
    before = view.tokens[k - 1].text if k else ""
    within = before.isascii() and (before.isalpha() or before in {"/", "@", "_"})
    within = within or before in OPENING_QUOTES or before in {"'", "`"}
    if last is None or within or told_otherwise(view, k):
        return None
    last = _domain(view, last)
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


def _domain(view: View, last: int) -> int:
    """The last token of a domain name ("Lenta[.ru]")."""
    tokens = view.tokens
    if last + 2 < len(tokens) and tokens[last + 1].text == "." and tokens[last + 2].start == tokens[last].end + 1:
        return last + 2 if tokens[last + 2].text.isascii() and tokens[last + 2].text.islower() else last
    return last


def _acronym(view: View, k: int) -> Draft | None:
    """A word in Cyrillic capitals that the language file doesn't list as something else: "эксперты [ФИДЕ]"."""
    text = view.tokens[k].text
    numbered = k + 1 < len(view.tokens) and view.tokens[k + 1].text[0].isdigit()
    if not _ACRONYM.fullmatch(text) or _ROMAN.fullmatch(text) or numbered or told_otherwise(view, k):
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
    draft = _draft(view, (k, last), words_of(view, k, last), kind)
    draft.form = "abbreviation" if named is None else draft.form
    return draft


def _quoted(view: View, k: int) -> Draft | None:
    """A name in quotation marks after a title ("глава «Атома»"), or one that is inflected ("сделка с «Атомом»")."""
    if view.tokens[k].text not in OPENING_QUOTES:
        return None
    end = quoted_name(view, k)
    if end is None or not 1 < end - k <= _LONGEST or not view.capital(k + 1) or told_otherwise(view, k + 1):
        return None
    if any(not view.word(m) for m in range(k + 1, end)):
        return None
    single = end == k + 2
    word = view.tokens[k + 1].norm
    inflected = single and only_oblique(word) and not only_plural(word)
    if not inflected and not (k > 0 and view.posts[k - 1]):
        return None
    name = nominative_word(view.tokens[k + 1].text) if single else _upright(view, k + 1, end - 1)
    return _draft(view, (k + 1, end - 1), name, "company")


def _upright(view: View, first: int, last: int) -> str:
    """Words between quotation marks as they are named: an adjective and its noun, inflected, in the nominative."""
    two = last == first + 1 and only_oblique(view.tokens[last].norm) and adjective(view.tokens[first].norm)
    return nominative_phrase(view, first, last, last) if two else words_of(view, first, last)


def told_otherwise(view: View, k: int) -> bool:
    """Tell what the noun before says to be something else: "проект Smart Light", "фильм «Атом»"."""
    k -= 1
    while k >= 0 and view.tokens[k].text in OPENING:
        k -= 1
    works = view.language.institutions.works
    return k >= 0 and any(a.stem in works for a in view.language.analyse(view.tokens[k].norm))


def _draft(view: View, span: tuple[int, int], name: str, kind: str) -> Draft:
    return draft_of(view, span, name, kind, "brand")
