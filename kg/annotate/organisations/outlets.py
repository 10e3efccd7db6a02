"""News outlets that a text names as its source: "передаёт X", "деп хабарлайды X", "Источник: x.kz".

The words that introduce an outlet are looked up in all languages: a page in Kazakh may end with a Russian line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of
from kg.annotate.view import CLOSING, OPENING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.annotate.view import View
    from kg.language import Language

_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}\b", re.IGNORECASE)
_LONGEST = 5


class Outlets:
    """Finds outlets; made once from the languages' data."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self._cues: dict[tuple[str, ...], tuple[str, str]] = {}
        for language in languages:
            for phrase in language.institutions.reports:
                self._cues[tuple(phrase.split())] = (language.code, "reported-by")
            for phrase in language.institutions.sources:
                self._cues[(*phrase.split(), ":")] = (language.code, "source-line")
        self._first = {phrase[0] for phrase in self._cues}

    def find(self, view: View, taken: Sequence[Draft]) -> list[Draft]:
        """Outlets of a sentence; what is an institution by another rule is left to it."""
        found = []
        for i, token in enumerate(view.tokens):
            if token.norm not in self._first:
                continue
            for cue, (lang, rule) in self._cues.items():
                end = i + len(cue)
                if tuple(t.norm for t in view.tokens[i:end]) == cue:
                    draft = _name(view, end, lang, rule)
                    if draft and not any(d.first <= draft.last and draft.first <= d.last for d in taken):
                        found.append(draft)
        return found


def _name(view: View, k: int, lang: str, rule: str) -> Draft | None:
    tokens = view.tokens
    if k >= len(tokens):
        return None
    domain = _DOMAIN.match(view.text, tokens[k].start, view.sentence.end)
    if domain:
        last = max(i for i, t in enumerate(tokens) if t.start < domain.end())
        return _draft(view, (k, last), domain.group(), lang, rule)
    quoted = tokens[k].text in OPENING
    first = k + 1 if quoted else k
    last = first
    while last < min(len(tokens), first + _LONGEST) and view.word(last) and (quoted or view.capital(last)):
        last += 1
    if last == first or (quoted and (last >= len(tokens) or tokens[last].text not in CLOSING)):
        return None
    if not quoted and (view.personal(first) or view.place[first] or view.posts[first]):
        return None  # "передаёт Казахстан" is no outlet, but "Деловой Казахстан" is: a place may not stand first
    text = view.text[tokens[first].start : tokens[last - 1].end]
    return _draft(view, (first, last - 1), text, lang, rule)


def _draft(view: View, span: tuple[int, int], name: str, lang: str, rule: str) -> Draft:
    draft = draft_of(view, span, name, "media", rule)
    draft.rule, draft.lang = f"{lang}.{rule}", lang
    return draft
