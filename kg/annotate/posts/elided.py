"""One Russian title of several people, each named behind the country or institution where he holds it.

"министры обороны Чили – генерал Марко Диас, Перу – Луис Рамос"; "ректоры Академии Анна Ким и Института Пётр Ли".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import words_of
from kg.annotate.organisations.inflect import genitive_follows
from kg.annotate.posts.head_initial.apart import held_in
from kg.annotate.posts.head_initial.beside import name_at
from kg.annotate.posts.notes import country_note, note_end, past_host, past_joint, past_unknown, spread_notes
from kg.annotate.view import DASHES
from kg.language.russian import opening_plural

if TYPE_CHECKING:
    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

# Longest name of an unknown country, in tokens.
_UNKNOWN = 5
# Posts that have a field each.
_OF_FIELDS = frozenset({"minister", "deputy-minister"})
# Kinds of bodies that each state has ("главы МИД Чили A и Перу B").
_OF_STATE = frozenset({"ministry", "parliament", "government", "court", "election-body"})
# Kinds of bodies in which no post of a list is held.
_NO_SEAT = frozenset({"media", "state"})


@dataclass(slots=True)
class _Seat:
    """Where a post is held, or its `field`; `mark` parts it from the name, `end` is the token after both."""

    country: str | None
    body: Draft | None
    mark: str
    end: int
    field: str = ""


def bind_elided(view: View, title: Title, near: Around) -> list[Title]:
    """The titles of those named behind a title in the plural, in text order."""
    k = title.last + 1
    mark = view.tokens[k].text if k < len(view.tokens) else ""
    told = title.country is not None or title.organisation is not None
    if mark in {":", *DASHES} or (mark == "(" and told and name_at(view, k + 1, near) is not None):
        k += 1
    return _one_each(view, _row(view, title, near, k, noted=mark == "("))


def _one_each(view: View, titles: list[Title]) -> list[Title]:
    """Give each of as many ministers of one state as fields one: "министры [обороны и труда] Анна Ким и Олег Рид"."""
    countries, bodies = {t.country for t in titles}, [t for t in titles if t.organisation]
    if len(titles) < 2 or len(countries) > 1 or bodies or titles[0].post != "minister":  # noqa: PLR2004 - one each
        return titles
    head, _, rest = titles[0].text.partition(" ")
    fields: list[list[str]] = [[]]
    for word in rest.replace(",", " ,").split():
        if word == "," or word in view.conjunctions:
            fields.append([])
        else:
            fields[-1].append(word)
    if len(fields) != len(titles):
        return titles
    return [replace(t, text=" ".join([head, *field])) for t, field in zip(titles, fields, strict=True)]


def bind_next(view: View, title: Title, near: Around) -> list[Title]:
    """The title of those whom a list names behind other places: "посол Чили Марко Диас, Перу – Луис Рамос"."""
    if title.until is None or not (title.country or title.organisation):
        return []
    k = past_joint(view, title.until + 1)
    return _row(view, title, near, k, after=title) if k > title.until + 1 else []


def _row(
    view: View, title: Title, near: Around, k: int, *, after: Title | None = None, noted: bool = False
) -> list[Title]:
    """The titles from token `k` on; `after` is the one in the singular whose list goes on, where a dash must stand.

    `noted` tells that brackets before `k` hold the first name.
    """
    titles: list[Title] = []
    notes: dict[int, str | None] = {}
    last, rule = after or title, f"{view.language.code}.title-names"
    dashed = after is not None and not opening_plural(view.tokens[title.head or title.first].norm)
    while k < len(view.tokens):
        first, told = k, titles or after or not (title.country or title.organisation)
        seat = (_seat(view, k, near) or _field(view, k, title, near)) if told else None
        if after is not None and (seat is None or (dashed and seat.mark not in DASHES)):
            break
        k = seat.end if seat else k
        if (name := name_at(view, k, near)) is None:
            past = past_unknown(view, k)
            if past is None or not (seat or titles):
                break
            k = past
            continue
        person, until = near.persons[name]
        note = country_note(view, until + 1)
        carried = title.country if len(titles) - 1 in notes else last.country
        country, until = note or ((seat.country if seat else carried), until)
        if note:
            notes[len(titles)] = country
        named = replace(title, person=person, until=until, country=country, rule=rule, organisation=last.organisation)
        if seat is not None and seat.field:
            named.text, named.country = _over(view, title, seat.field), last.country
        elif seat is not None and (
            seat.body
            or seat.country not in {None, last.country}  # "главы МИД Чили N и [Перу] M": each of his own ministry
            or not (body := last.organisation)
            or body.kind not in _OF_STATE
        ):
            named.organisation = None
            held_in(view, named, seat.body)
        if titles or after:
            named.first, named.last = first if seat else name, name
        named.last = until if note else name if seat else named.last
        titles.append(named)
        last = named
        brackets = noted or (seat is not None and seat.mark == "(")
        noted = False
        until = note_end(view, until + 1) or until  # "Анна Ким [(Зелёные)], Пётр Ли"
        k = past_joint(view, until + 1 + brackets)
        if k == until + 1 + brackets and after is not None:
            break
    spread_notes(titles, notes)
    return titles


def _seat(view: View, k: int, near: Around) -> _Seat | None:
    """The body or the country in the genitive at `k`, or an unknown country before a dash."""
    if k >= len(view.tokens):
        return None
    place, body = view.place[k], near.at_start.get(k)
    country, end = place.country if place is not None and place.kind == "country" else None, view.place_end(k) + 1
    genitive = body is not None and (body.case == "gen" or body.form == "abbreviation" or genitive_follows(view, k))
    if body is not None and genitive and body.kind not in _NO_SEAT:
        country, end = body.country, body.last + 1
    elif country is not None and place is not None and place.case == "adj":  # "[Габонской] Республики"
        if end == len(view.tokens) or not view.language.forms(view.language.posts.realms)[view.tokens[end].norm]:
            return None
        body, end = None, end + 1
    elif country is None:
        body, end = None, next((m for m in range(k, min(k + _UNKNOWN, len(view.tokens))) if not view.word(m)), k)
        if end == k or not view.capital(k) or k in near.persons or view.tokens[end].text not in DASHES:
            return None
    else:
        body, end = None, past_host(view, end, view.language.institutions.where)
    mark = view.tokens[end].text if end < len(view.tokens) else ""
    return _Seat(country, body, mark, end + (mark in {"(", *DASHES}))


def _field(view: View, k: int, title: Title, near: Around) -> _Seat | None:
    """The field of a further minister at `k`: "министры труда Анна Ким и [обороны] Пётр Ли"."""
    end = k
    while end < min(k + _UNKNOWN, len(view.tokens)) and not view.capital(end) and genitive_follows(view, end):
        end += 1
    named = title.post in _OF_FIELDS and end > k and name_at(view, end, near) is not None
    named = named and not (view.posts[k] or view.heads[k])
    return _Seat(None, None, "", end, words_of(view, k, end - 1)) if named else None


def _over(view: View, title: Title, field: str) -> str:
    """The words of a minister's title with another field: "министр труда", "заместитель министра [обороны]"."""
    head, last = title.head or title.first, title.titled or title.last
    own = next((k for k in range(last, head, -1) if view.posts[k]), head)
    words = title.text.split()
    return " ".join([*words[: len(words) - (last - own)], field])
