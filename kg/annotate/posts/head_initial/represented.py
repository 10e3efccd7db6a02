"""Whose people an English sentence lists: "Chile was represented by …", "on the Chilean side, … took part".

Posts told there without a country or an institution are held for that party; see `parties.py` for Russian.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.parties import Party, apart
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View

# How far "by" may stand behind the participle ("represented [at the talks] by"), in tokens.
_TO_AGENT = 6


def find_represented(view: View, near: Around) -> list[Party]:
    """The parties of an English sentence, in order."""
    data = view.language.posts
    found: list[Party] = []
    led = [k for k, word in enumerate(view.sentence.words) if word.startswith(data.headed)]
    for k in sorted({*led, *view.sentence.at(data.by), *view.sentence.at(data.sides)}):
        token = view.tokens[k]
        if token.norm.startswith(data.headed) and (by := _agent(view, k)) is not None:
            owner = _before(view, near, k)
            found += [_party(view, near, by, owner, alone=token.norm not in data.represented)] if owner else []
        elif token.norm in data.by and found and (owner := _before(view, near, k)):
            found.append(
                _party(view, near, k, owner, alone=False)
            )  # "…, and [Peru by] …", "…, [the Peruvian side – by]"
        elif token.norm in data.sides and k > 1 and view.tokens[k - 1].norm not in data.of:
            place = view.place[k - 1]
            first = view.first_of(place) if place else 0
            before = view.tokens[first - 1].norm if first else ""
            before = view.tokens[first - 2].norm if before in view.language.institutions.articles else before
            if place is not None and place.case == "adj" and before in data.on_side:
                found.append(Party(k + 1, len(view.tokens), None, place.country))
    return apart(found)


def _agent(view: View, k: int) -> int | None:
    """The "by" behind a participle."""
    for m in range(k + 1, min(k + _TO_AGENT, len(view.tokens))):
        if view.tokens[m].norm in view.language.posts.by:
            return m
        if not view.word(m) or view.posts[m]:
            return None
    return None


def _before(view: View, near: Around, k: int) -> tuple[Draft | None, str | None] | None:
    """Whose people are told of: what stands before the participle, its auxiliaries and a comma."""
    data, m = view.language, k - 1
    between = data.posts.copulas | data.institutions.auxiliaries | data.posts.who
    while m > 0 and (view.tokens[m].text == "," or view.tokens[m].text in DASHES or view.tokens[m].norm in between):
        m -= 1
    if m > 0 and view.tokens[m].norm in data.posts.sides | data.posts.delegations:
        place, body = view.place[m - 1], near.at_end.get(m - 1)
        if body is not None and body.kind != "state" and not (place and place.case == "adj"):
            return body, body.country
        return (None, place.country) if place is not None and place.kind == "country" else None
    return None if _one_of_two(view, near, m) else _owner(view, near, m)


def _one_of_two(view: View, near: Around, m: int) -> bool:
    """Tell the second of two that end at a token, which are not told apart: "talks of Peru and [Chile], led by …"."""
    body, place = near.at_end.get(m), view.place[m]
    k = (body.first if body is not None else view.first_of(place) if place is not None else m) - 1
    k -= k > 0 and view.tokens[k].norm in view.language.institutions.articles
    if k <= 0 or view.tokens[k].norm not in view.conjunctions:
        return False
    before = view.place[k - 1]
    return k - 1 in near.at_end or (before is not None and before.kind == "country")


def _owner(view: View, near: Around, m: int) -> tuple[Draft | None, str | None] | None:
    """The institution or country that ends at a token."""
    body, place = near.at_end.get(m), view.place[m] if m >= 0 else None
    if place is not None and place.kind == "country" and place.case != "adj" and (body is None or body.kind == "state"):
        return None, place.country
    return (body, body.country) if body is not None else None


def _party(view: View, near: Around, by: int, owner: tuple[Draft | None, str | None], *, alone: bool) -> Party:
    """The party told of from "by" on: to the sentence's end, or to the end of the next name."""
    ends = [last for first, (_, last) in near.persons.items() if first > by]
    end = min(ends) + 1 if alone and ends else len(view.tokens)
    return Party(by + 1, end, *owner)
