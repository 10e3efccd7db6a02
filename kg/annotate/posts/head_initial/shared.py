"""A Russian title in the plural that a verb gives to several: "[Сопредседателями] избраны Анна Ким и Пётр Ли"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.posts.head_initial.clauses import Clause, tells_post
from kg.language.morphology import parsed
from kg.language.russian import predicate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View
    from kg.model import PersonMention

# Farthest that the verb stands behind the title, in tokens.
_BEHIND = 8


def bind_shared(
    view: View, title: Title, persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> list[Title]:
    """One title for each subject of the verb in the plural that the title in the instrumental belongs to."""
    if title.case != "ins":
        return []
    clause = Clause(view, persons, here, post=False)
    if clause.governed(title.first):
        return []
    sitting = view.language.forms(view.language.event_nouns)
    if any(sitting[t.norm] for t in view.tokens[title.first : title.last + 1]):
        return []  # "председателями [заседания] были …": they held no post, they presided
    behind = range(title.last + 1, min(title.last + 1 + _BEHIND, len(view.tokens)))
    verb = next((k for k in behind if view.tokens[k].text == "," or tells_post(view, k)), None)
    after = verb is not None and view.word(verb)
    verb = verb if after else clause.before(title.first)
    if verb is None or not tells_post(view, verb) or str(parsed(view.tokens[verb].norm)[0].tag.number) != "plur":
        return []
    step = 1 if after else -1
    ahead = range(verb + step, len(view.tokens) if after else -1, step)
    stop = next((k for k in ahead if view.tokens[k].text in {";", ":"} or predicate(view.tokens[k].norm)), ahead.stop)
    low, high = sorted((verb, stop))
    named = [(first, index) for first, _, index, subject in clause.names if low < first < high and subject]
    rule = f"{view.language.code}.predicate"
    titles = [
        replace(title, person=index, tentative=False, rule=rule)
        if n == 0
        else replace(title, first=first, last=first, body=first, person=index, tentative=False, rule=rule)
        for n, (first, index) in enumerate(named)
    ]
    return titles if len(titles) > 1 else []
