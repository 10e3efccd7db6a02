"""Titles in languages that put the head last: "Türkmenistanyň Daşary işler ministri Raşid Meredow".

From each post head the title grows to the left to its institution or country; a name may follow. A title that
another one governs belongs to that one ("ministriniň orunbasary").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.head_final.modifiers import member_states
from kg.annotate.posts.head_final.bearers import (
    BESIDE,
    appoint,
    claim,
    colleagues,
    dashed,
    distribute,
    divide,
    is_taken,
    others,
)
from kg.annotate.posts.head_final.behind import after_title
from kg.annotate.posts.head_final.beside import is_degree, is_elected, met, met_by_all, qualifies
from kg.annotate.posts.head_final.candidacy import is_sought
from kg.annotate.posts.head_final.held import assist, belong, deputise, echo, lead, on_side
from kg.annotate.posts.head_final.letters import ministers
from kg.annotate.posts.head_final.scan import Scan
from kg.annotate.posts.head_final.sharing import share
from kg.annotate.posts.title import Title, around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View


def find_titles_final(view: View, drafts: list[Draft], persons: Mapping[int, tuple[int, int]]) -> list[Title]:
    """Titles of a sentence, in text order.

    `persons` maps the first token of each person mention to its index and its last token.
    """
    near = around(drafts, persons)
    titles: list[Title] = []
    covered = len(view.tokens)
    for i in reversed(view.post_at):
        hit = view.posts[i]
        if hit is None or i >= covered or i in near.inside or member_states(view, i):
            continue
        after = dashed(view, i, after_title(view, i), persons)
        if hit.analysis.number and (after not in persons or met_by_all(view, persons[after][1])):
            continue
        if after not in persons and qualifies(view, i, hit):
            continue
        direct = hit.analysis.case in BESIDE or after > i + 1
        bearer = persons.get(after) if direct else None
        if bearer and met(view, i, bearer):
            bearer = None
        taken = is_taken(view, i)
        title = Scan(view, i, hit, near, borne=bearer is not None or taken, taken=taken).title()
        if title is None:
            continue
        if bearer:
            title.person, title.until = bearer
        titles.append(title)
        if hit.analysis.number:
            shared = others(view, title, persons)
            distribute(view, [title, *reversed(shared)])
            divide(view, [title, *reversed(shared)])
            titles += shared
        covered = title.first
    titles.reverse()
    titles += ministers(view, near)
    titles.sort(key=lambda title: title.first)
    appoint(view, titles, persons)
    share(view, titles, near)
    claim(view, titles, near)
    assist(view, titles)
    colleagues(view, titles)
    deputise(view, titles)
    belong(view, titles, near)
    lead(view, titles, near)
    on_side(view, titles)
    told = (title for title in echo(view, titles) if not is_sought(view, title.last))
    return [title for title in told if not (is_degree(view, title) or is_elected(view, title))]
