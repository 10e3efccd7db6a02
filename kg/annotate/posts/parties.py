"""Whose people a sentence lists: posts told without a country or an institution are held for that party.

"С сербской стороны участвовали министр финансов N и посол N"; "делегация банка во главе с директором N".
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kg.annotate.posts.title import LONGEST_LEFT
from kg.annotate.view import DASHES
from kg.language.russian import predicate
from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View

# How far the words that lead to a list may stand behind "delegation of …", and a verb behind its object, in tokens.
_TO_LIST = 8


class Party(Record, frozen=True):
    """Those told from token `first` to before `end` are of an institution, or of a country, or both."""

    first: int
    end: int
    organisation: Draft | None
    country: str | None


def find_parties(view: View, near: Around) -> list[Party]:
    """The parties of a sentence of which nouns tell posts, in order."""
    data = view.language.posts
    if not (data.sides and view.post_at):
        return []
    delegations, members = view.language.forms(data.delegations), view.language.forms(data.members)
    found = [
        party
        for k, word in enumerate(view.sentence.words)
        if (
            party := _delegation(view, near, k)
            if delegations[word]
            else _members(view, near, k)
            if members[word]
            else _represented(view, k)
            if word in data.represented
            else _side(view, k)
        )
    ]
    return apart(found)


def apart(found: Sequence[Party]) -> list[Party]:
    """Parties in text order, each ending where the next begins."""
    return [
        Party(p.first, min(p.end, found[n + 1].first) if n + 1 < len(found) else p.end, p.organisation, p.country)
        for n, p in enumerate(found)
    ]


def party_at(parties: Sequence[Party], i: int) -> Party | None:
    """The party that the token at `i` is told of, or None."""
    return next((p for p in reversed(parties) if p.first <= i < p.end), None)


def _side(view: View, k: int) -> Party | None:
    """A side of talks: "с [сербской] стороны …", and behind another "с [сербской] – …"; to the sentence's end.

    Behind another's delegation "[сербскую] – …" alone tells it.
    """
    data, place, tokens = view.language.posts, view.place[k], view.tokens
    if place is None or place.case != "adj" or k + 1 == len(tokens):
        return None
    sides = view.language.forms(data.sides)
    with_ = k > 0 and tokens[k - 1].norm in data.with_whom
    if sides[tokens[k + 1].norm]:
        told = with_ or not data.represented.isdisjoint(view.sentence.words[k:])  # "сербскую сторону представляли"
    else:
        before = sides, view.language.forms(data.delegations)
        mark = not view.word(k + 1) if with_ else tokens[k + 1].text in DASHES
        told = mark and any(forms[word] for forms in before for word in view.sentence.words[:k])
    return Party(k + 1, len(tokens), None, place.country) if told else None


def _delegation(view: View, near: Around, k: int) -> Party | None:
    """A delegation: "делегация [банка] во главе с …", "[китайская] делегация, возглавляемая …"."""
    data, tokens = view.language.posts, view.tokens
    before = view.place[k - 1] if k else None
    country = before.country if before is not None and before.case == "adj" else None
    owner = near.at_start.get(k + 1)
    place = view.place[k + 1] if k + 1 < len(tokens) and owner is None else None
    if place is not None and place.kind == "country" and place.case in {"gen", "nom"}:
        country = place.country
    country = owner.country if owner else country
    after = owner.last + 1 if owner else k + 1
    if place is not None and place.kind == "region" and view.place_end(k + 1) + 1 < len(tokens):
        after = view.place_end(k + 1) + 1  # "делегация [Лосевской области] Чили"
        state = view.place[after]
        country = state.country if state is not None and state.kind == "country" else place.country
    if owner is None and country is None:
        return None
    start = next((m for m in range(after, min(after + _TO_LIST, len(tokens))) if _leads(view, m)), None)
    if start is None:
        return None
    led = any(tokens[start].norm.startswith(b) for b in data.headed)
    end = next((m for m in range(start + 1, len(tokens)) if predicate(tokens[m].norm)), len(tokens))
    return Party(start + 1, len(tokens) if led and predicate(tokens[start].norm) else end, owner, country)


def _represented(view: View, k: int) -> Party | None:
    """Whom somebody represents, by a verb behind: "[Чили] представляет министр финансов N"; to the sentence's end.

    Where may stand between: "[Чили] на этой встрече представлял министр".
    """
    back = takewhile(view.word, range(k - 1, max(-1, k - 1 - _TO_LIST), -1))
    place = next((p for p in map(view.place.__getitem__, back) if p is not None), None)
    told = place is not None and place.kind == "country" and place.case in {"acc", "nom"}
    return Party(k + 1, len(view.tokens), None, place.country) if place is not None and told else None


def _members(view: View, near: Around, k: int) -> Party | None:
    """The people of a body whom a dash or a colon names: "представители [Университета] – ректор N и …"."""
    owner, tokens = near.at_start.get(k + 1), view.tokens
    after = owner.last + 1 if owner is not None else len(tokens)
    if after + 1 >= len(tokens) or not (tokens[after].text in DASHES or tokens[after].text == ":"):
        return None
    told = any(view.posts[after + 1 : after + 1 + LONGEST_LEFT])
    return Party(after + 1, len(tokens), owner, owner.country) if owner and told else None


def _leads(view: View, k: int) -> bool:
    """Tell the word behind a delegation's owner that leads to its members: "во [главе] с", "возглавляемая"."""
    word = view.tokens[k].norm
    return word in view.language.posts.lead_to or word.startswith(view.language.posts.headed)
