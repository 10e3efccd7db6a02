"""Lists of officials behind their titles: whose a title between two names is, and posts that a dash joins."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View

# Posts held in an institution, which the other of two posts may name.
_IN_BODY = frozenset({"secretary-general", "chair", "director", "deputy-director", "deputy-chair", "head", "other"})


def hand_on(view: View, titles: Sequence[Title]) -> None:
    """Give a title that a comma parts from the name before it to the next title's holder, if that list goes so.

    "министр финансов N1, заместитель председателя правительства, министр энергетики N2": N1 has a title already that
    stands before him, so the second title is N2's.
    """
    rule = f"{view.language.code}.title"
    titled = {t.person for t in titles if t.rule in {rule, f"{rule}-names"}}
    for left, right in reversed(list(pairwise(titles))):
        between = [t.norm for t in view.tokens[left.last + 1 : right.first]]
        apposed = left.rule == f"{view.language.code}.name-comma-title" and left.person in titled
        joined = len(between) == 1 and between[0] in {",", *DASHES}
        if apposed and joined and right.rule == rule and right.person not in {None, left.person}:
            left.person, left.until, left.rule, left.first = right.person, right.until, rule, left.body
            if right.organisation is None:
                right.country = right.country or left.country


def double(view: View, titles: Sequence[Title]) -> None:
    """Give the first of two posts that a dash makes one ("председатель правления – директор банка") its institution.

    It is that which owns the second's ("генеральный секретарь – глава секретариата Совета"), else an international one.
    A deputy of both posts ("заместитель председателя – директора банка") holds neither.
    """
    for left, right in pairwise(titles):
        between = [t.text for t in view.tokens[left.last + 1 : right.first]]
        one = left.person is not None and left.person == right.person and not right.generic
        if not one or len(between) != 1 or between[0] not in DASHES:
            continue
        body = right.organisation
        if left.organisation is None and left.country is None and left.post in _IN_BODY and body:
            left.organisation = body.owner or (body if body.kind == "international" else None)
        right.generic = left.post.startswith("deputy-") and right.case == "gen" != left.case


def opens_double(view: View, title: Title) -> bool:
    """Tell a bare title before a dash and another: "генеральный секретарь [–] руководитель секретариата Совета"."""
    dash, tokens = title.last + 1, view.tokens
    return dash + 1 < len(tokens) and tokens[dash].text in DASHES and view.posts[dash + 1] is not None
