"""Abbreviations that a document defines itself: "Halkara Energetika Guramasy (HEG)", and their later use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, settle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.view import View
    from kg.model import Token

# Letters of the shortest abbreviation that the name's words don't explain.
_FOREIGN = 4
_ABBREVIATION = re.compile(r"[^\W\d_]{2,10}", re.UNICODE)


def find_definitions(views: Sequence[View], found: dict[int, list[Draft]]) -> None:
    """Add a draft for each abbreviation in brackets right after a name, and for its later mentions.

    The abbreviation must be in capitals and begin with a letter that begins a word of the name, or stand in Latin
    letters behind a Russian name that has none: "Межпарламентский союз (IPU)". Where heads stand last, a longer one
    right behind the name may be that of another language: "missiýasy (UNAMA)".
    """
    defined: dict[str, Draft] = {}
    for at, view in enumerate(views):
        taken = {i for d in found[at] for i in range(d.first, d.last + 1) if d.form == "abbreviation"}
        added = []
        for draft in sorted(found[at], key=lambda d: d.last - d.first):  # the one that the brackets follow
            inside = _in_brackets(view, draft)
            if inside is not None and inside not in taken:
                defined[view.tokens[inside].text] = draft
                added.append(_abbreviation(view, inside, draft, ""))
                taken.add(inside)
        for i in view.sentence.capitals if defined else ():
            token = view.tokens[i]
            stem, hyphen, _ = token.text.partition("-")
            if i in taken or stem not in defined or (hyphen and stem == token.text):
                continue
            if _with_noun(found[at], view, i, defined[stem]):
                continue
            case = next((a.case for a in view.language.analyse(token.norm) if a.case != "nom"), "nom") if hyphen else ""
            added.append(_abbreviation(view, i, defined[stem], case))
        _own(view, found[at], added)
        if added:
            found[at] = sorted([*found[at], *added], key=lambda d: (d.start, -d.end))


def _with_noun(drafts: Sequence[Draft], view: View, i: int, name: Draft) -> bool:
    """Make the abbreviation at `i` of a draft that only a noun for any such body follows: "[HÝG guramasy]"."""
    head = view.heads[i + 1] if view.language.head_final and i + 1 < len(view.tokens) else None
    if head is None or head.entry.any_of != name.kind:
        return False
    draft = next((d for d in drafts if (d.first, d.last) == (i, i + 1)), None)
    if draft is not None:
        draft.name, draft.form, draft.known = view.tokens[i].text, "abbreviation", name.known
        draft.rule, draft.kind, draft.country = f"{view.language.code}.defined-abbreviation", name.kind, name.country
    return draft is not None


def _own(view: View, drafts: Sequence[Draft], added: Sequence[Draft]) -> None:
    """Give names their owners that begin with one of the abbreviations: "[ТМЫК] Ақсақалдар кеңесі"."""
    owners = {draft.first: draft for draft in added if not draft.case or draft.case == "gen"}
    for draft in drafts if owners and view.language.head_final else ():
        owner = owners.get(draft.first)
        if owner is not None and draft.owner is None and draft.known is None and draft.last > draft.first:
            settle(draft, owner, None)


def _in_brackets(view: View, draft: Draft) -> int | None:
    """The token of the abbreviation in brackets within a name or right behind it, or None."""
    tokens = view.tokens
    if "(" not in view.sentence.words:
        return None
    within = (k for k in range(draft.first, draft.last + 2) if tokens[k : k + 3] and _bracketed(tokens[k : k + 3]))
    k = next(within, None)
    if k is None:
        return None
    word = tokens[k + 1].text
    initials = {w[0].casefold() for w in draft.name.split()}
    foreign = (
        view.language.fusional
        and k == draft.last + 1
        and word.isascii()
        and not any(w.isascii() for w in draft.name.split())
    )
    if view.language.head_final and k == draft.last + 1 and len(word) >= _FOREIGN:
        foreign = view.place[k + 1] is None and view.heads[k + 1] is None  # "missiýasy (UNAMA)", but "(ABŞ)"
    fits = word.isupper() and _ABBREVIATION.fullmatch(word) and (foreign or word[0].casefold() in initials)
    return k + 1 if fits else None


def _bracketed(tokens: Sequence[Token]) -> bool:
    """Tell three tokens of which the outer are brackets."""
    return [t.text for t in tokens[::2]] == ["(", ")"]


def _abbreviation(view: View, i: int, name: Draft, case: str) -> Draft:
    token = view.tokens[i]
    text = token.text.partition("-")[0]
    return Draft(
        i,
        i,
        token.start,
        token.end,
        text,
        name.kind,
        f"{view.language.code}.defined-abbreviation",
        name.country,
        name.owner,
        "abbreviation",
        name.known,
        case,
    )
