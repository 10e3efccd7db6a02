"""Phrases round an English head that are no names by themselves: pieces of longer names, kinds of things, ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.view import DASHES, ROMAN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View

# Marks that join two words to one.
_GLUE = DASHES | {"/", "&"}


def whole(view: View, drafts: list[Draft], known: Sequence[Draft]) -> list[Draft]:
    """Those of the drafts of a sentence that are whole names; `known` are drafts of names in the authority."""
    kept = [d for d in drafts if not (_attributive(view, d, drafts) or _cut_off(view, d, drafts))]
    names = [*known, *drafts]
    taken = {k for d in names for k in range(d.first, d.last + 1)}
    longest = {d.first: d.last for d in sorted(names, key=lambda d: d.last)}
    kept = [d for d in kept if longest[d.first] > d.last or not _kind(view, d)]
    return [d for d in kept if not (_tail(view, d, taken) or _bare(view, d))]


def _attributive(view: View, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell words that only tell of what kind the body behind them is: "[Border Guard] Service", "[Police] Academy"."""
    head, after = view.heads[draft.last], draft.last + 1
    if draft.last == 0 and after < len(view.tokens) and not view.capital(after) and draft.known is None:
        whose = view.posts[after]  # "[Government] officials attended"
        return view.tokens[after].norm in view.language.institutions.senders or (
            whose is not None and bool(whose.analysis.number)
        )
    if head is None or head.entry.lemma not in view.language.institutions.attributive or after >= len(view.tokens):
        return False
    behind = view.heads[after]
    if behind is None or not view.capital(after) or draft.known is not None:
        return False
    longer = any(d.first == draft.first and d.last > draft.last for d in drafts)
    return longer or bool(behind.analysis.number)  # "[Foreign Service] Academies"


def _cut_off(view: View, draft: Draft, drafts: list[Draft]) -> bool:
    """Tell a name that begins within another's place: "University of [Oslo's Faculty of Law]"."""
    place = view.place[draft.first]
    if (
        place is None
        or place.case != "gen"
        or not draft.first
        or view.tokens[draft.first - 1].norm not in view.language.institutions.whose
    ):
        return False
    return draft.known is None and any(d.first < draft.first and d.last == draft.last for d in drafts)


def _tail(view: View, draft: Draft, taken: AbstractSet[int]) -> bool:
    """Tell the end of a longer name whose beginning was not read: "the Oceanic and [Atmospheric Agency]".

    `taken` are the tokens of names.
    """
    tokens, joint = view.tokens, draft.first - 1
    if joint < 1 or view.heads[draft.first] is not None or not (view.capital(joint - 1) and view.word(joint - 1)):
        return False
    before, mark = tokens[joint - 1], tokens[joint]
    glued = mark.text in _GLUE and mark.end == draft.start
    listed = mark.norm in view.conjunctions and before.norm in view.ordinary and view.posts[joint - 1] is None
    return (glued or listed) and taken.isdisjoint((joint - 1, joint))


def _kind(view: View, draft: Draft) -> bool:
    """Tell words that only tell of what kind a thing behind them is, and one of several that its number tells.

    "The [Open Government] Partnership", "[Public Service] Day", "[Working Group] II", "[Military Unit] 71".
    """
    k, head, data = draft.last + 1, view.heads[draft.last], view.language.institutions
    if k >= len(view.tokens) or head is None or draft.country:
        return False
    token, last = view.tokens[k], view.tokens[draft.last]
    if view.sentence.heading and token.norm not in data.filler:
        return False  # "Senate Opens School", but "International [Organization] Affairs"
    part = draft.owner is None or head.entry.lemma in data.attributive  # "[OSCE Police] Programme"
    if not part or view.language.genitive(last.norm):
        return False
    if set(token.text) <= ROMAN or (token.text.isdigit() and head.entry.lemma in data.units):
        return not view.initial(k)
    return view.capital(k) and token.norm in view.ordinary and not acting(view, k)


def acting(view: View, k: int) -> bool:
    """Tell a body's officer, people or event behind its name: "Senate [President]", "Senate [Meeting]"."""
    word, posts = view.tokens[k].norm, view.language.posts
    told = any(view.language.forms(nouns)[word] for nouns in (view.language.event_nouns, posts.delegations))
    led = view.posts[k] is not None or word in posts.modifiers or word in posts.honorifics
    return told or led or word in view.given_folded


def _bare(view: View, draft: Draft) -> bool:
    """Tell a company's legal form without a name, and what binds states: "Joint Stock Company", "US-EU Alliance".

    So does one in small letters: "the Atlantic alliance".
    """
    data, head, place = view.language.institutions, view.heads[draft.last], view.place[draft.first]
    if head is None:
        return False
    before = {t.norm for t in view.tokens[draft.first : draft.last]}
    form = head.entry.kind == "company" and bool(before) and before <= data.legal
    world = draft.owner is not None and draft.owner.kind == "international"
    states = world or (place is not None and place.kind == "country")
    return form or (head.entry.lemma in data.pacts and (states or not view.capital(draft.last)))
