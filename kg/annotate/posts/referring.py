"""Bare titles in small letters that only stand for who is named with them before: "кейін [елші] форумға қатысты"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View


def referring(view: View, titles: Sequence[Title], borne: set[str]) -> list[Title]:
    """The titles of a sentence, with none of these borne by whom it names.

    Before another's title it is the subject's ("[елші] аймақ әкімі N-мен кездесті"), before a comma the first of
    several of one person ("[ректор], профессор N"), and left out. So is one of a post that nobody bears before; `borne`
    are those told so far, to which those of the sentence are added.
    """
    found = []
    for title in sorted(titles, key=lambda t: t.first):
        if title.referring:
            listed = title.person is not None and view.sentence.words[title.last + 1 : title.last + 2] == (",",)
            if listed or title.post not in borne:
                continue
            title.person = None
        elif title.person is not None:
            borne.add(title.post)
        found.append(title)
    return found
