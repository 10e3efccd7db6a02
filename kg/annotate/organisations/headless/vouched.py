"""Which names without a head noun a Russian document tells to be a body's, by what stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import words_of
from kg.annotate.organisations.head_initial.runs import latin_run
from kg.annotate.organisations.inflect import noun
from kg.language.russian import predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View

ACRONYM = re.compile(r"[А-ЯЁ]{3,6}|[А-ЯЁ][а-яё]{1,5}[А-ЯЁ]{2,4}")


def vouched(views: Sequence[View], found: Mapping[int, Sequence[Draft]]) -> frozenset[str]:
    """The acronyms and the names in another script that stand somewhere in a document as a body does.

    `found` are the drafts of each view. An acronym that the document spells out with small words is none.
    """
    russian = {at: view for at, view in enumerate(views) if view.language.institutions.not_bodies}
    told = {name for at, view in russian.items() for name in _acting(view, found[at])}
    return frozenset(told.difference(*map(_letters_of_things, russian.values())))


def headless_end(view: View, k: int) -> int | None:
    """The last token of an acronym, of names in another script or of a domain ("Lenta[.ru]") from token `k` on."""
    if ACRONYM.fullmatch(view.tokens[k].text):
        return k
    last, tokens = latin_run(view, k), view.tokens
    if last is None or last + 2 >= len(tokens) or tokens[last + 1].text != ".":
        return last
    end = tokens[last + 2]
    domain = end.start == tokens[last].end + 1 and end.text.isascii() and end.text.islower()
    return last + 2 if domain else last


def _acting(view: View, drafts: Sequence[Draft]) -> Iterator[str]:
    """The names of a sentence whose place in it is a body's.

    So stands what has a title, a body's noun or its envoys before it ("ректор [ОшГУ]", "делегация [МКВЗ]"), what is
    listed with a body or in brackets behind its name, what does something, and what is a school or a site.
    """
    starts, ends, done = {d.first for d in drafts}, {d.last for d in drafts}, -1
    for k in view.sentence.capitals:
        last = headless_end(view, k) if k > done else None
        if last is None:
            continue
        done = last
        if _telling(view, k, last) or _introduced(view, k, ends) or _goes_on(view, k, last, starts):
            yield words_of(view, k, last)


def _telling(view: View, first: int, last: int) -> bool:
    """Tell a university's acronym, a domain, and a name with a word for a body in another script."""
    data, tokens = view.language.institutions, view.tokens
    school = tokens[last].text.endswith(data.school_endings)
    domain = last - 1 > first and tokens[last - 1].text == "."
    return school or domain or any(tokens[m].norm in data.latin_kinds for m in range(first, last + 1))


def _introduced(view: View, k: int, ends: AbstractSet[int]) -> bool:
    """Tell a name behind what introduces a body; `ends` are the last tokens of those found."""
    if not k:
        return False
    data, before, word = view.language.institutions, k - 1, view.tokens[k - 1].norm
    nouns = (data.senders, data.belongings, view.language.sittings)
    told = view.posts[before] or view.heads[before] or before in ends or word in data.sender
    beside = before - 1 in ends and (word == "(" or view.joint(before))
    return bool(told) or beside or any(view.language.forms(stems)[word] for stems in nouns)


def _goes_on(view: View, first: int, last: int, starts: AbstractSet[int]) -> bool:
    """Tell a subject, or one listed before a body; `starts` are the first tokens of those found."""
    data, after = view.language.institutions, last + 1
    if after >= len(view.tokens):
        return False
    before = view.tokens[first - 1].norm if first else ""
    opens = not (before in data.where or before in data.local or noun(before))  # "эксплуатация [АСУ] началась"
    subject = opens and predicate(view.tokens[after].norm)
    return subject or (view.joint(after) and after + 1 in starts)


def _letters_of_things(view: View) -> set[str]:
    """The acronyms that a sentence spells out with words of which none is a body's: "считывающих урн ([СУ])"."""
    found = set()
    for k in view.sentence.at({"("}):
        letters = view.tokens[k + 1].text if k + 2 < len(view.tokens) and view.tokens[k + 2].text == ")" else ""
        words = range(max(0, k - len(letters)), k)
        spelt = "".join(view.tokens[m].text[0] for m in words) == letters.lower()
        if ACRONYM.fullmatch(letters) and spelt and not any(view.heads[m] for m in words):
            found.add(letters)
    return found
