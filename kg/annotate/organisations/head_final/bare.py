"""Institutions by their bare nouns, where heads stand last: those named elsewhere, and the houses of a parliament."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, draft_of
from kg.annotate.organisations.head_final.modifiers import owns_title
from kg.language.case import recase

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# Tokens from the owner of a body over what that is for to its head.
_FIELD_OF_PART = 14
# Tokens from a house to the noun for its sitting, which may have adjectives.
_SITTING = 4


def short(view: View, i: int, hit: Hit[Head]) -> list[Draft]:
    """A head alone with a capital inside a sentence refers to an institution named elsewhere ("Bölümiň")."""
    by_itself = (hit.entry.alone and not hit.entry.weak) or of_title(view, i)
    if hit.analysis.number:
        return []
    chamber = hit.entry.chamber and of_title(view, i) and hit.analysis.case == "nom" and not hit.analysis.possessive
    chamber = chamber and not _of_several(view, i)
    small = not view.capital(i) or (i == 0 and not by_itself and not _owns_body(view, i, hit))
    if small and not chamber and not _heads_title(view, i, hit):
        return []
    if hit.analysis.case == "nom" and not hit.analysis.possessive and _qualifies(view, i):
        return []
    form = "name" if (hit.entry.alone and view.capital(i)) or chamber else "short"
    draft = draft_of(view, (i, i), recase(view.tokens[i].text, hit.analysis.stem), hit.entry.kind, f"{form}-head")
    draft.form, draft.case = form, hit.analysis.case
    return [draft]


def _owns_body(view: View, i: int, hit: Hit[Head]) -> bool:
    """Tell a house in the genitive before a part of it or its sitting: "[Mejlisiň] Söwda baradaky komiteti"."""
    if hit.analysis.case != "gen" or not hit.entry.alone or i + 1 >= len(view.tokens):
        return False
    if not view.capital(i + 1):
        return any(_sits(view, k) for k in range(i + 1, min(i + _SITTING, len(view.tokens))))
    for k in range(i + 1, min(i + _FIELD_OF_PART, len(view.tokens) - 1)):
        head = view.heads[k]
        if head is not None:
            return head.analysis.possessive == "3"
        if view.posts[k]:
            return False
    return False


def _sits(view: View, k: int) -> bool:
    """Tell a noun for a sitting that is somebody's: "Мәжілістің кезекті [отырысы]"."""
    found = view.language.analyse(view.tokens[k].norm)
    return any(a.possessive == "3" and a.stem in view.language.sittings for a in found)


def _qualifies(view: View, i: int) -> bool:
    """Tell a bare head that only qualifies a common noun after it: "Parlament diplomatiýasynyň üsti bilen"."""
    if i + 1 >= len(view.tokens) or view.language.institutions.bare_owner or view.tokens[i + 1].text[:1].isupper():
        return False
    if view.heads[i + 1] or view.posts[i + 1]:
        return False
    return any(a.possessive == "3" and a.harmonic for a in view.language.analyse(view.tokens[i + 1].norm))


def _heads_title(view: View, i: int, hit: Hit[Head]) -> bool:
    """Tell a head in the genitive before a title that it owns: "institutyň baş direktory"."""
    return hit.analysis.case == "gen" and not hit.analysis.possessive and owns_title(view, i)


def of_title(view: View, i: int) -> bool:
    """Tell whether a title of it follows right after: "Комиссия мүшесі Шавкат Досов"."""
    post = view.posts[i + 1] if i + 1 < len(view.tokens) else None
    return view.language.institutions.bare_owner and post is not None and post.analysis.possessive == "3"


def _of_several(view: View, i: int) -> bool:
    """Tell a title of several, who need not be of one body: "[парламент] спикерлерінің саммиті"."""
    post = view.posts[i + 1]
    return post is not None and bool(post.analysis.number)
