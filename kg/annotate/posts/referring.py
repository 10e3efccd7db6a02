"""Bare titles in small letters that only stand for who is named with them before: "кейін [елші] форумға қатысты"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View


def referring(view: View, titles: Sequence[Title]) -> list[Title]:
    """The titles, with none of these borne by whom the sentence names.

    Before another's title it is the subject's ("[елші] аймақ әкімі N-мен кездесті"), before a comma the first of
    several of one person ("[ректор], профессор N"), and left out.
    """
    found = []
    for title in titles:
        if title.referring and title.person is not None:
            if view.tokens[title.last + 1].text == ",":
                continue
            title.person = None
        found.append(title)
    return found
