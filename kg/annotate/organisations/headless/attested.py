"""Names that took in what stands before them: another sentence of the document has the name alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.modifiers import name_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View

# Words of the name of a person who stands before an institution, the fewest and the most.
_TWO, _PERSON = 2, 3
# Sentences that have the name alone where another institution stands before it.
_OFTEN = 2


def cut_to_attested(views: Sequence[View], found: Mapping[int, list[Draft]]) -> None:
    """Cut names of head-final languages to the name that the document has alone, in place.

    What stands before is a person's name at the beginning of a sentence ("[Aman Öwezow] Sebit uniwersitetini
    açdy") or an institution that does something with it ("[ministrligiň] Gumdag uniwersitetini sanawa goşandygy").
    """
    whole = [(views[at], draft) for at, drafts in found.items() for draft in drafts if _whole(draft)]
    alone = Counter(draft.name for view, draft in whole if draft.owner is None and not view.shouting)
    for view, draft in whole if alone else ():
        _cut(view, draft, alone)


def _whole(draft: Draft) -> bool:
    return draft.rule.endswith(".head-final") and draft.form == "name" and draft.known is None


def _cut(view: View, draft: Draft, alone: Mapping[str, int]) -> None:
    """Cut one name where the rest of it stands alone elsewhere."""
    names = [draft.owner.last + 1] if draft.owner else range(max(_TWO, draft.first + 1), min(_PERSON + 1, draft.last))
    for k in names:
        start = view.tokens[k].start
        rest = draft.name[len(" ".join(view.text[draft.start : start].split())) :].strip()
        if rest not in alone or not view.capital(k):
            continue
        if draft.owner is None and (draft.first > 1 or not all(name_word(view, m) for m in range(k))):
            continue
        proper = (
            view.tokens[k].norm not in view.ordinary and view.tokens[k].norm not in view.language.institutions.modifiers
        )
        if draft.owner is not None and not (proper and alone[rest] >= _OFTEN and not view.place[k]):
            continue
        draft.name, draft.first, draft.start, draft.owner = rest, k, start, None
        return
