"""Lists of officials in which each name stands behind its titles: whose a title between two names is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.posts.title import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View


def hand_on(view: View, titles: Sequence[Title]) -> None:
    """Give a title that a comma parts from the name before it to the next title's holder, if that list goes so.

    "министр финансов N1, заместитель председателя правительства, министр энергетики N2": N1 has a title already that
    stands before him, so the second title is N2's.
    """
    rule = f"{view.language.code}.title"
    titled = {t.person for t in titles if t.rule == rule}
    for left, right in reversed(list(pairwise(titles))):
        between = [t.norm for t in view.tokens[left.last + 1 : right.first]]
        apposed = left.rule == f"{view.language.code}.name-comma-title" and left.person in titled
        joined = len(between) == 1 and between[0] in {",", *DASHES}
        if apposed and joined and right.rule == rule and right.person not in {None, left.person}:
            left.person, left.until, left.rule, left.first = right.person, right.until, rule, left.body
            if right.organisation is None:
                right.country = right.country or left.country
