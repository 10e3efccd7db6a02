"""Bodies named after somebody by an abbreviation, where heads stand last: "әл-Фараби атындағы ҚазҰУ"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, words_of
from kg.annotate.organisations.head_final.bearers import after_person
from kg.annotate.organisations.head_final.modifiers import eponym, with_article
from kg.annotate.view import ROMAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.annotate.view import View

# Tokens of whom a body is named after: two initials with their points, and a name of two words.
_PERSON = 6
# Letters of the shortest abbreviation.
_SHORTEST = 2


def honoured(view: View, known: list[Draft]) -> Iterator[Draft]:
    """Begin the abbreviations of `known` at whom the bodies are named after, and yield a draft for each other one.

    What is named after somebody, and that nothing else tells, is a school: the others go by their legal form.
    """
    at = {d.first: d for d in known}
    for k in view.sentence.capitals:
        text = view.tokens[k].text.partition("-")[0]
        if not k or not eponym(view, k - 1) or not _short(text):
            continue
        draft, first = at.get(k), after_person(view, _person(view, k - 1), k - 1)
        if first == k - 1 or (draft is None and not _unknown(view, k)):
            continue
        name = f"{words_of(view, first, k - 1)} {text}"
        if draft is not None:
            draft.first, draft.start, draft.name = first, view.tokens[first].start, name
            continue
        draft = draft_of(view, (first, k), name, "education", "eponym")
        draft.form = "abbreviation"
        draft.case = next((a.case for a in view.language.analyse(view.tokens[k].norm) if a.case != "nom"), "nom")
        yield draft


def _short(text: str) -> bool:
    """Tell an abbreviation, of which small letters may be part: "ҚазҰПУ", "ШҚУ"."""
    capitals = sum(letter.isupper() for letter in text)
    return text.isalpha() and text[-1].isupper() and capitals >= _SHORTEST and not set(text) <= ROMAN


def _unknown(view: View, k: int) -> bool:
    """Tell an abbreviation that the language doesn't list as something else."""
    stem = view.tokens[k].text.partition("-")[0]
    listed = stem in view.language.legal_forms or stem.lower() in view.language.institutions.capitals
    return not (listed or view.place[k] or view.heads[k] or view.posts[k] or view.shouting)


def _named(view: View, k: int) -> bool:
    """Tell a word with a capital that may be a part of a person's name."""
    other = view.heads[k] or view.posts[k] or view.place[k] or view.opens_event(k) or view.oblique(k)
    return view.capital(k) and not other and view.tokens[k].norm not in view.stop


def _person(view: View, end: int) -> int:
    """Where the name begins that ends before token `end`: initials, and up to two words with capitals."""
    first = end
    while first > max(0, end - _PERSON):
        k = first - 1
        initial = view.tokens[k].text == "." and k > 0 and len(view.tokens[k - 1].text) == 1
        if not (initial or _named(view, k) or with_article(view, k)):
            break
        first = k
    return first
