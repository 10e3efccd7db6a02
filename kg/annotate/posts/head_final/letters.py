"""A ministry's letters that stand for its minister, where heads stand last: "ҚР [ІІМ] Анна Берг"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.posts.title import Title

if TYPE_CHECKING:
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language import Language

_POST = "minister"


def ministers(view: View, near: Around) -> list[Title]:
    """Titles of those who are named right behind the bare letters of a ministry, with the country before these."""
    called = _called(view.language)
    found = []
    for draft in near.at_end.values() if called else ():
        text = called.get(draft.name.rpartition(" ")[2])
        if text is None or draft.case != "nom" or draft.last + 1 not in near.persons:
            continue
        person, until = near.persons[draft.last + 1]
        title = Title(draft.first, draft.last, draft.last, text, _POST, f"{view.language.code}.title", draft)
        title.country, title.person, title.until, title.case = draft.country, person, until, draft.case
        found.append(title)
    return found


@cache
def _called(language: Language) -> dict[str, str]:
    """The title of the minister by the letters of each ministry that the language lists."""
    head = next((h.lemma for h in language.institutions.heads if h.kind == "ministry"), None)
    chief = next((h.lemma for h in language.posts.heads if h.post == _POST), None)
    if head is None or chief is None or not language.head_final:
        return {}
    ends, title = language.possessed(head), language.possessed(chief)
    ministries = (a for a in language.institutions.abbreviations if a.kind == "ministry" and a.text.isupper())
    return {a.text: a.name.removesuffix(ends) + title for a in ministries if a.name.endswith(ends)}
