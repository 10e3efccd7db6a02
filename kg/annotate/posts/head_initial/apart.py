"""The institution of a title that stands apart from it: behind its comma, or behind the name of its holder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.title import post_of
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

# Posts that are told with the institution behind the name.
_SCHOLARS = frozenset({"professor", "expert", "rector", "director", "representative", "ambassador", "spokesperson"})
# Longest name of a unit that is no institution, in tokens.
_UNIT = 9
# Marks that close an apposition.
CLOSING = frozenset({",", ".", ";", ":", ")", "!", "?", *DASHES})


def employ(view: View, title: Title, near: Around) -> None:
    """Give a title behind a name the institution behind its comma: "Anna Kim, Head of Cooperation[, WHO,] said"."""
    tokens, k = view.tokens, title.last + 1
    short = title.organisation is not None and title.organisation.form == "short"  # "Head of Section, [Embassy of …]"
    own = title.organisation is not None and not short
    if own or (title.country and not short) or not view.language.analytic or k + 1 >= len(tokens):
        return
    if (abroad := country_behind(view, k)) is not None:
        if title.organisation is None:
            title.country, title.last = abroad
        return
    if tokens[k].text not in {",", "("}:
        return
    k = _past_unit(view, _past_working(view, k), near)
    k = view.past_article(k + 1)
    draft = near.at_start.get(k)
    if draft is None or draft.kind == "media":
        return
    after = draft.last + 1
    seat = after + (after + 1 < len(tokens) and tokens[after].norm in view.language.institutions.where)
    place = view.place[seat] if seat < len(tokens) else None
    if place:  # "UNDP in Chile", "UNDP Chile"
        after = view.place_end(seat) + 1
    if after >= len(tokens) or tokens[after].text in CLOSING:
        title.last = after - 1
        held_in(view, title, draft)


def country_behind(view: View, k: int) -> tuple[str | None, int] | None:
    """The country between the comma at `k` and a mark, with its last token: "Anna Kim, Minister of Trade[, Ghana];"."""
    tokens = view.tokens
    at = view.past_article(k + 1)
    place = view.place[at] if at < len(tokens) and tokens[k].text == "," else None
    if place is None or place.kind != "country" or place.case:
        return None
    after = view.place_end(at) + 1
    return (place.country, after - 1) if after >= len(tokens) or tokens[after].text in CLOSING else None


def _past_working(view: View, k: int) -> int:
    """The last token of words that lead to the employer behind the comma at `k`: ", [who works at] the Bank"."""
    for phrase in view.language.posts.working:
        words = phrase.split()
        if [t.norm for t in view.tokens[k + 1 : k + 1 + len(words)]] == words:
            return k + len(words)
    return k


def _past_unit(view: View, k: int, near: Around) -> int:
    """The comma behind a unit that is no institution, after the comma at `k`: "Manager, [Trade and Health,] WHO"."""
    m = k + 1
    while m < min(k + _UNIT, len(view.tokens)) and m not in near.inside and not view.posts[m] and not view.place[m]:
        if not (view.capital(m) or (m > k + 1 and view.tokens[m].norm in view.conjunctions)):
            break
        m += 1
    whole = k + 1 < m < len(view.tokens) and view.tokens[m].text == "," and m + 1 in near.at_start
    return m if whole and view.tokens[k].text == "," else k


def held_in(view: View, title: Title, organisation: Draft | None) -> None:
    """Give a title the institution that stands apart from it, and the post that follows from that."""
    if organisation is None:
        return
    title.organisation, title.country = organisation, organisation.country
    hit = view.posts[title.head] if title.head is not None else None
    if hit is not None and title.titled is not None:
        title.post = post_of(view, hit.entry, title.body, title.titled, organisation)


def affiliate(view: View, title: Title, near: Around) -> None:
    """Give a title without an institution the one after its holder: "Professor Anna Kim (University of Oslo)".

    Any post may have it behind "of": "Speaker Anna Kim [of the Seimas]", "Ambassador Ivan Petrov [of Chile]".
    """
    tokens, k = view.tokens, (title.until or 0) + 1
    if title.organisation or title.country or k >= len(tokens):
        return
    of = tokens[k].norm in view.language.institutions.whose
    if title.post not in _SCHOLARS and not of:
        return
    at = view.past_article(k + 1)
    place = view.place[at] if of and at < len(tokens) and at not in near.at_start else None
    if place and place.kind == "country":
        title.country, title.last = place.country, view.place_end(at)
        return
    if tokens[k].text == "(" or tokens[k].norm in view.language.institutions.sender or of:
        held_in(view, title, near.at_start.get(at))


def elected(view: View, title: Title, titles: Sequence[Title], near: Around) -> bool:
    """Tell the office that an election fills from the title of the name behind it, which the title before takes.

    "Глава миссии по наблюдению за выборами [Президента] Анна Ким".
    """
    name, before = title.last + 1, view.tokens[title.first - 1].norm if title.first else ""
    if name not in near.persons or not view.language.forms(view.language.posts.elections)[before]:
        return False
    if titles and titles[-1].person is None and all(view.word(k) for k in range(titles[-1].last + 1, title.first)):
        titles[-1].person, titles[-1].until = near.persons[name]
    return True
