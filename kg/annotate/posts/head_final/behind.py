"""What stands between a title and the name of its bearer, where heads stand last: notes, respect, ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.annotate.view import View

# Tokens of an abbreviation in brackets.
_NOTE = 3
# Tokens of brackets that tell where somebody lives.
_SEAT = 9


def after_title(view: View, i: int) -> int:
    """The token after the title whose head is at `i`, and after words of respect.

    It is the next one, or the one after what tells of an acting holder.
    """
    rest = view.text[view.tokens[i].end : view.sentence.end]
    after = i + 1
    for phrase in view.language.posts.acting:
        if rest.lstrip().startswith(phrase):
            end = view.sentence.end - len(rest.lstrip()) + len(phrase)
            after = next((k for k in range(i + 1, len(view.tokens)) if view.tokens[k].start >= end), i + 1)
    note = view.tokens[after : after + _NOTE]
    if [t.text for t in note[::2]] == ["(", ")"] and note[1].text.isupper():
        after += _NOTE  # "ұйымның Бас директоры (ДСҰ) Анна Берг"
    elif note and note[0].text == "(":
        after = _past_seat(view, after)
    comma = after < len(view.tokens) and view.tokens[after].text == ","
    behind = past_respect(view, after + comma)  # "төрағасы, доктор Ву Кэпин"
    return behind if behind > after + comma else after


def past_respect(view: View, k: int) -> int:
    """The token behind words of respect at `k`, and ranks with the service that they are of: "полиция полковнигі"."""
    data, end = view.language.posts, len(view.tokens)
    while k < end:
        rank = k
        while rank < end and view.tokens[rank].norm in data.services:
            rank += 1
        hit = view.posts[rank] if rank < end else None
        owned = hit is not None and hit.entry.lemma in data.honorifics and hit.analysis.possessive == "3"
        if rank == end or not (view.tokens[rank].norm in data.honorifics or (owned and rank > k)):
            break
        k = rank + 1
        k += k < end and view.tokens[k].text == "."  # "rektory Prof. Dr. Aman Amanow"
    return k


def _past_seat(view: View, opening: int) -> int:
    """The token behind brackets that tell where an envoy to several states lives: "ilçisi (ýaşaýan ýeri Daşkent)"."""
    note = view.tokens[opening : opening + _SEAT]
    closing = next((k for k, t in enumerate(note) if t.text == ")"), 0)
    placed = closing and any(view.place[k] for k in range(opening, opening + closing))
    return opening + closing + 1 if placed else opening
