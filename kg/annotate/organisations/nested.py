"""Names inside other names: whose a body is that opens another's name, and other words for a body in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, settle

if TYPE_CHECKING:
    from kg.annotate.view import View


def own(drafts: list[Draft]) -> None:
    """Make a body that opens the name of another its owner: "[Seimas] Committee on Trade"."""
    for draft in drafts:
        if draft.owner is None:
            inner = (d for d in drafts if d is not draft and d.first == draft.first and d.last < draft.last)
            owner = max(inner, key=lambda d: d.last, default=None)
            if owner is not None:
                settle(draft, owner, draft.country)


def glosses(view: View, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell another word for a body, in brackets inside its name: "Riksdag ([Parliament]) of Sweden"."""
    if draft.first != draft.last or not draft.first or view.tokens[draft.first - 1].text != "(":
        return False
    return any(d.first < draft.first and draft.last < d.last for d in drafts)
