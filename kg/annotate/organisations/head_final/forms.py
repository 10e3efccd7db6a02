"""Quoted names of companies and agencies with the abbreviation of a legal form, where heads stand last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of
from kg.annotate.view import CLOSING, OPENING

if TYPE_CHECKING:
    from kg.annotate.view import View

# Kinds of bodies that they are whatever their legal form ("«Тау университеті» КеАҚ").
_OWN = frozenset({"education", "media"})
# Tokens of a quoted name with its legal form.
_QUOTED = 14


def with_forms(view: View) -> list[Draft]:
    """Quoted names with the abbreviation of a legal form after them: "«Самұрық-Қазына» АҚ", "«Нұр» ЖШС-нің"."""
    forms = view.language.legal_forms
    drafts = []
    for token, i in ((view.tokens[k + 1], k + 1) for k in view.sentence.at(CLOSING) if k + 1 < len(view.tokens)):
        form = forms.get(token.text.partition("-")[0])
        if form is None:
            continue
        opening = next((k for k in range(i - 2, max(-1, i - _QUOTED), -1) if view.tokens[k].text in OPENING), None)
        if opening is None:
            continue
        last, also = i, forms.get(view.tokens[i + 1].text.partition("-")[0]) if i + 1 < len(view.tokens) else None
        if also is not None:  # "«Астық» ҰК АҚ"
            last, form = i + 1, also
        end = view.tokens[last]
        name = " ".join((view.text[view.tokens[opening].start : end.start] + form.text).split())
        head = view.heads[i - 2]
        kind = head.entry.kind if head is not None and head.entry.kind in _OWN else form.kind
        draft = draft_of(view, (opening, last), name, kind, "legal-form")
        draft.case = next((a.case for a in view.language.analyse(end.norm) if a.case != "nom"), "nom")
        drafts.append(draft)
    return drafts
