"""Companies by their legal form or before their chief: 'JSC "Ak Bulut"', "Nordvik Energy Ltd", "Nordvik CEO"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of, words_of
from kg.annotate.organisations.head_initial.runs import quoted_name

if TYPE_CHECKING:
    from kg.annotate.view import View

# Longest name beside a legal form, in tokens.
_LONGEST = 6


def find_companies(view: View) -> list[Draft]:
    """Names with a legal form on either side, in text order; in languages without endings only."""
    if not view.language.analytic:
        return []
    forms = view.language.legal_forms
    found: list[Draft] = []
    for k in view.sentence.capitals:
        form = forms.get(view.tokens[k].text)
        if form is None or (found and k <= found[-1].last):
            continue
        first, last = _before(view, k), k
        if first == k:
            last = _after(view, k)
        if first < last:
            found.append(draft_of(view, (first, last), words_of(view, first, last), form.kind, "legal-form"))
    return [*found, *_of_chiefs(view)]


def _of_chiefs(view: View) -> list[Draft]:
    """Names right before the abbreviation of a company's chief: "[Nordvik Energy] CEO Karl Berg"."""
    data, found = view.language, []
    if view.shouting or view.sentence.heading:
        return []
    for k in view.post_at:
        if not (view.tokens[k].text.isupper() and f"{view.tokens[k].norm} of" in data.institutions.officers):
            continue
        first = k
        while first and k - first < _LONGEST and view.capital(first - 1) and _word(view, first - 1):
            first -= 1
        while first < k and any(view.tokens[first].norm in words for words in (data.posts.ranks, data.posts.aside)):
            first += 1
        name = [view.tokens[m].norm for m in range(first, k)]
        if len(name) > 1 or (name and name[0] not in view.ordinary and not view.heads[first]):
            found.append(draft_of(view, (first, k - 1), words_of(view, first, k - 1), "company", "officer-of"))
    return found


def _word(view: View, k: int) -> bool:
    """Tell a word that may be in a company's name: no small word, no part of a person's name, no institution's head."""
    return view.word(k) and view.tokens[k].norm not in view.stop and not (view.personal(k) or view.heads[k])


def _before(view: View, k: int) -> int:
    """The first token of the name before a legal form: quoted, or words with capitals."""
    first = k
    while first and k - first < _LONGEST and _named(view, first - 1):
        first -= 1
    return first


def _after(view: View, k: int) -> int:
    """The last token of the name after a legal form."""
    if k + 1 < len(view.tokens) and (closing := quoted_name(view, k + 1)) is not None:
        return closing
    last = k
    while last + 1 < len(view.tokens) and last - k < _LONGEST and _named(view, last + 1):
        last += 1
    return last


def _named(view: View, k: int) -> bool:
    """Tell a word with a capital that is no title, no small word and no part of a person's name."""
    plain = view.tokens[k].norm not in view.stop and not view.posts[k] and not view.personal(k)
    return plain and view.word(k) and view.capital(k)
