"""Contact blocks: a person's name alone on a line, then the institution and the post on lines of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.title import Title, post_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View

# Lines that a block has after the name: institution and post, in either order.
_LINES = 3


def find_signatures(
    views: Sequence[View], drafts: Mapping[int, list[Draft]], names: Mapping[int, int]
) -> list[tuple[int, Title]]:
    """Titles of contact blocks as `(index of the view, title)`.

    `names` maps the index of each view that is nothing but a person's name to the person's index.
    """
    found = []
    for at, person in names.items():
        organisation: Draft | None = None
        for later in range(at + 1, min(at + 1 + _LINES, len(views))):
            view = views[later]
            whole = next((d for d in drafts.get(later, []) if d.last - d.first + 1 == len(view.tokens)), None)
            stopped = view.tokens[-1].text == "." and view.language.head_final and len(view.tokens) > 1
            if later in names or (view.tokens[-1].text in {".", "!", "?"} and not stopped):
                break
            if whole:
                organisation = whole
                continue
            last = len(view.tokens) - 1 - stopped  # "Merkeziň baş hünärmeni."
            if view.language.head_final:  # "rektory, hukuk ylymlarynyň kandidaty"
                last = next((k for k in view.post_at if k < last and view.tokens[k + 1].text == ","), last)
            hit = view.posts[last] if view.language.head_final else view.posts[0]
            if hit and not hit.analysis.number:
                body, owner = _owner(drafts.get(later, []), last)
                organisation = owner or organisation
                text = " ".join(view.text[view.tokens[body].start : view.tokens[last].end].split())
                found.append(
                    (
                        later,
                        Title(
                            0,
                            body,
                            last,
                            text,
                            post_of(view, hit.entry, body, last, organisation),
                            f"{view.language.code}.signature",
                            organisation,
                            None,
                            person,
                        ),
                    )
                )
            break
    return found


def _owner(drafts: Sequence[Draft], last: int) -> tuple[int, Draft | None]:
    """Where the title on a line begins, and the institution in the genitive that begins the line and owns it."""
    found = [d for d in drafts if d.first == 0 and d.last < last and d.case == "gen"]
    owner = max(found, key=lambda d: d.last, default=None)
    return (owner.last + 1, owner) if owner else (0, None)
