"""Titles that are the subject, before the name of whom their bearer meets: "[Президент] Анна Бергті қабылдады"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.view import CLOSING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View
    from kg.model import PersonMention

# Cases of whom somebody receives, speaks to and meets.
_OBJECT = frozenset({"acc", "dat", "ins"})
# Marks that end a clause.
_ENDS = frozenset({",", ".", ";", ":", "!", "?", "…"}) | CLOSING


def part_subject(
    view: View, titles: Sequence[Title], persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> None:
    """Take from the title that opens a sentence the name behind it, where nobody but its bearer can be the subject.

    Words for whose turn it is may stand before it.

    So it is where the name stands in the case of an object, in a headline before "with", too, the clause ends in a verb
    of what somebody does, and no other person, office, institution, people or country is told in the nominative.
    `persons` and `here` are as for `bind_predicates`.
    """
    title = titles[0] if titles else None
    if title is None or title.person is None or title.until is None or title.case != "nom":
        return
    if (lead := [view.tokens[k].norm for k in range(title.first) if view.word(k)]) and (
        " ".join(lead) not in view.language.posts.in_turn
    ):
        return
    others = [t for t in titles[1:] if t.person == title.person]
    behind = title.until + 1
    after = view.tokens[behind].norm if behind < len(view.tokens) else ""
    met = view.sentence.heading and after in view.language.posts.with_  # "Prezident Anna Berg bilen duşuşdy"
    if not (met or persons[title.person].case in _OBJECT) or (others and others[0].first != title.last + 1):
        return  # "[Премьер-министрдің орынбасары –] Қаржы министрі Анна Бергпен кездесті"
    end = next((k for k in range(behind, len(view.tokens)) if view.tokens[k].text in _ENDS), len(view.tokens))
    if view.tokens[end - 1].norm not in view.language.posts.doings:
        return
    named = any(index != title.person and persons[index].case in {"nom", ""} for index, _ in here.values())
    if not named and not any(_acts(view, k) for k in range(behind, end)):
        title.person = title.until = None


def _acts(view: View, k: int) -> bool:
    """Tell an office, an institution, its people or a country in the nominative.

    Not an office that somebody comes to, nor a body that owns an office in another case: "елші Анна Бергті [министр]
    болып тағайындалуымен құттықтады", "елші Анна Бергке [Сенат] Төрағасының хатын табыстады".
    """
    hits = (view.posts[k], view.heads[k])
    after = k + 1 if k + 1 < len(view.tokens) else k
    office = view.posts[after]
    owner = after > k and office is not None and office.analysis.possessive == "3" and office.analysis.case != "nom"
    becoming = view.tokens[after].norm in view.language.posts.becoming
    if not (becoming or owner) and any(hit is not None and hit.analysis.case == "nom" for hit in hits):
        return True
    place = view.place[k]
    if place is not None:
        return place.kind == "country" and place.case == "nom"
    people = view.language.institutions.people
    return any(a.stem in people and a.case == "nom" for a in view.language.analyse(view.tokens[k].norm))
