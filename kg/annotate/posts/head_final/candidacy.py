"""The office that a candidate seeks and does not hold, where heads stand last: "[Prezident wezipesine] dalaşgär"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.annotate.view import View

# Letters of the suffix that makes an office of its holder: "prezident[lik]", "президент[тік]".
_OFFICE = 3


def office_sought(view: View, i: int) -> int | None:
    """The first token of the office before the candidate at `i`, without whose it is; None where none is told.

    "[Prezidentligine] dalaşgär", "[Prezidenti wezipesine] dalaşgär", "[депутаттығына] кандидат".
    """
    hit, before = view.posts[i], i - 1
    if hit is None or hit.entry.post != "candidate" or before < 0:
        return None
    if view.tokens[before].norm in view.language.posts.appointed:
        return before - 1 if before and view.posts[before - 1] else None
    found = [a.stem for a in view.language.analyse(view.tokens[before].norm) if a.case == "dat"]
    return before if any(view.language.post_heads.find(stem[:-_OFFICE]) for stem in found) else None


def is_sought(view: View, i: int) -> bool:
    """Tell the office at `i` that somebody seeks or is put up for: "[Prezident] wezipesine dalaşgärlige hödürlendi"."""
    if i + 2 >= len(view.tokens) or view.tokens[i + 1].norm not in view.language.posts.appointed:
        return False
    return view.tokens[i + 2].norm.startswith(view.language.posts.seeking)
