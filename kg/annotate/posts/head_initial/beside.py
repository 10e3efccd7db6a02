"""What may stand between a title and its holder's name: words of respect, degrees, notes in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import adjective
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View

# What opens a note behind a title, and what closes it ("Фонд по населению /ФН/").
_NOTES = {"(": ")", "/": "/"}
# Longest note in brackets between a title and a name, and longest run of honorifics ("H . E . Mr ."), in tokens.
LONGEST_NOTE = 6
_HONORIFICS = 7
# How far a name may stand behind the preposition before where its bearer holds the post, in tokens.
_AREA = 5
# Longest rank with the branch of service ("генерал – лейтенант авиации"), in tokens.
_RANK = 6
# Longest calling ("видный общественный деятель"), in tokens.
_CALLING = 3
# Longest abbreviated degree ("к.полит.н."), in tokens.
_DEGREE = 8


def name_at(view: View, k: int, near: Around) -> int | None:
    """The first token of the person's name at `k`, after honorifics if there are any, or None."""
    k = _past_rank(view, _past_calling(view, past_degree(view, k)))
    for m in range(k, min(k + _HONORIFICS, len(view.tokens))):
        if m in near.persons:
            return m
        token = view.tokens[m]
        if not honorific(view, m) and not (token.text == "." and m > k) and token.text not in {"H", "E", "HE"}:
            return None
    return None


def _past_rank(view: View, k: int) -> int:
    """The token after a Russian rank at `k` ("[генерал-майор] Ким", "[генерал армии] Ким"), else `k`."""
    hit = view.posts[k] if k < len(view.tokens) and view.language.fusional else None
    if hit is None or not hit.entry.rank or hit.entry.trade:
        return k
    ahead = range(k + 1, min(k + _RANK, len(view.tokens)))
    return next((m for m in ahead if view.capital(m) or view.posts[m]), k)


def _past_calling(view: View, k: int) -> int:
    """The token after a Russian calling at `k`, before a name ("к.э.н.[, общественный деятель] Ким"), else `k`."""
    first = k + (k < len(view.tokens) and view.tokens[k].text == ",")
    callings = view.language.forms(view.language.posts.callings)
    ahead = range(first, min(first + _CALLING, len(view.tokens))) if view.language.posts.callings else ()
    last = next((m for m in ahead if callings[view.tokens[m].norm] or not adjective(view.tokens[m].norm)), None)
    return k if last is None or not callings[view.tokens[last].norm] else last + 1


def past_degree(view: View, k: int) -> int:
    """The token after an abbreviated degree at `k` ("[д.и.н.] Ким", "[к.полит.н.] Ким"), else `k`."""
    data, tokens = view.language.posts, view.tokens
    if k + 1 >= len(tokens) or not (
        tokens[k].norm in data.degrees or view.language.forms(data.degrees)[tokens[k].norm]
    ):
        return k
    if tokens[k + 1].text != ".":  # "[доктор исторических наук,] Ким"
        last = next(
            (m for m in range(k + 1, min(k + _DEGREE, len(tokens) - 1)) if tokens[m].norm in data.sciences), None
        )
        return k if last is None else last + 1 + (tokens[last + 1].text == ",")
    ends = (m for m in range(k + 2, min(k + _DEGREE, len(tokens) - 1)) if tokens[m].norm in data.sciences)
    return next((m + 2 for m in ends if tokens[m + 1].text == "."), k)


def before_degree(view: View, k: int) -> int:
    """The last token of a name before a comma or dash and a degree whose stop is at `k`: "Анна Ким[, д.и.н.]"."""
    if view.tokens[k].text != "." or not view.language.posts.degrees:
        return k
    ahead = range(k - 1, max(1, k - _DEGREE), -1)
    start = next((m for m in ahead if past_degree(view, m) == k + 1), None)
    apart = start is not None and view.tokens[start - 1].text in {",", *DASHES}
    return start - 2 if start is not None and apart else k


def honorific(view: View, k: int) -> bool:
    """Tell a word of respect in any case, or an age: "Mr", "госпожу", "уважаемым", "57-летним"."""
    honorifics, word = view.language.posts.honorifics, view.tokens[k].norm
    return (
        word in honorifics
        or age(view, k)
        or (view.language.fusional and any(a.stem in honorifics for a in view.language.analyse(word)))
    )


def age(view: View, k: int) -> bool:
    """Tell an adjective that says how old somebody is: "[57-летний] посол"."""
    number, hyphen, word = view.tokens[k].norm.partition("-")
    return bool(hyphen) and number.isdigit() and view.language.forms(view.language.posts.ages)[word]


def past_brackets(view: View, k: int, near: Around) -> int | None:
    """The token after a note in brackets at `k` with which a title goes on: a name, a country, a comma and a name."""
    tokens = view.tokens
    closing = _NOTES.get(tokens[k].text)
    if closing is None:
        return None
    far = LONGEST_NOTE
    while k + far < len(tokens) and (view.place[k + far] or view.joint(k + far)):
        far += 1  # "директор по странам Азии (Индия, Китай и Япония) N"
    for m in range(k + 2, min(k + far + 1, len(tokens) - 1)):
        if tokens[m].text == closing:
            if all(t.text.isdigit() or t.text in DASHES for t in tokens[k + 1 : m]):
                return m + 1  # "министр юстиции Чили (2018–2020), посол N"
            after = m + 1 + (tokens[m + 1].text == "," and m + 2 < len(tokens))
            seat = m + 1 + (tokens[m + 1].norm in view.language.institutions.where and m + 2 < len(tokens))
            whose = tokens[m + 1].norm in view.language.institutions.whose  # "the Riksdag (Parliament) of Sweden"
            field = view.language.analytic and tokens[m + 1].norm in view.language.posts.fields  # "(UNDP) for Asia N"
            away = view.language.fusional and tokens[m + 1].norm in view.language.posts.detours
            away = away and any(n in near.persons for n in range(m + 3, m + far))  # "(УНП) в Центральной Азии N"
            field = field or (
                view.language.fusional and tokens[m + 1].norm in view.language.posts.of
            )  # "(ФН) по Азии N"
            goes_on = name_at(view, after, near) is not None or whose or field or away
            goes_on = goes_on or (after == m + 1 and view.place[seat] is not None)
            host = view.past_article(m + 2)
            sent = tokens[m + 1].norm in view.language.institutions.toward and host < len(tokens)
            goes_on = goes_on or bool(sent and view.place[host])  # "(UNICEF) to Chile N"
            goes_on = goes_on or (view.language.analytic and past_area(view, m + 1, near) is not None)
            goes_on = goes_on or _past_country(view, m + 1, near)
            return m + 1 if goes_on else None
    return None


def _past_country(view: View, k: int, near: Around) -> bool:
    """Tell the country of an English post behind a note in brackets, before the name: "(Ombudsman) [in Chile] N"."""
    at = view.past_article(k + 1)
    place = view.place[at] if at < len(view.tokens) else None
    there = view.language.analytic and view.tokens[k].norm in view.language.institutions.where
    return (
        there
        and place is not None
        and place.kind == "country"
        and name_at(view, view.place_end(at) + 1, near) is not None
    )


def past_area(view: View, k: int, near: Around) -> int | None:
    """The last token of the part of the world where a post is held, before the name: "[in Central Asia] N", "…, N"."""
    tokens = view.tokens
    if k + 1 >= len(tokens) or tokens[k].norm not in view.language.posts.detours:
        return None
    for m in range(k + 1, min(k + _AREA, len(tokens))):
        if m > k + 1 and name_at(view, m + (tokens[m].text == ","), near) is not None:
            return m - 1
        article = tokens[m].norm in view.language.institutions.articles
        if not (article or view.capital(m)) or view.posts[m] or m in near.at_start or m in near.persons:
            return None
    return None
