"""A title in the plural and its holders: one after the other, behind a row of their countries, or line by line."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import genitive_place, nominative_phrase
from kg.annotate.posts.head_initial.beside import name_at
from kg.annotate.posts.head_initial.title_right import Scan
from kg.annotate.posts.notes import country_note, note_end, past_host, past_joint, past_unknown, spread_notes
from kg.annotate.posts.title import SENT, around
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

# Tokens from a title to the colon before its holders: "The following Ambassadors will be guests in the palace: …".
_TO_COLON = 20
# Tokens from a title to the dash before its holders: "Ambassadors of a number of foreign states – …".
_OF_STATES = 9
# Posts of which a state has one, or one of a field.
_SOLE = frozenset({"president", "prime-minister", "minister", "speaker"})
# Posts of those who lead the delegations of states.
_OF_SIDES = frozenset({"prime-minister", "deputy-prime-minister", "minister", "deputy-minister", "speaker"})
# Tokens of a line before the name: a mark, a country's full name, a dash.
_LINE = 9


def bind_each(view: View, title: Title, near: Around) -> list[Title]:
    """An English title in the plural before several names ("advisers Anna Kim and Rustam Latypov"): one for each."""
    hit = view.posts[title.head] if title.head is not None else None
    if hit is not None and hit.entry.post == "deputy" and title.body == title.last and not view.owned(title.body):
        title = replace(title, post="member-of-parliament")  # "accompanied by deputies: …"
    k = _first_holder(view, title.last + 1)
    apart = k > title.last + 1
    titles: list[Title] = []
    noted: dict[int, str | None] = {}
    rule = f"{view.language.code}.title-names"
    toward = view.language.institutions.toward if title.post in SENT else ()  # "… to Peru N and [to Cuba] N"
    while True:
        at = k
        own, k = _own_country(view, k) if titles or title.country is None else (None, k)
        k = past_host(view, k, toward) if titles else k
        if (name := name_at(view, k, near)) is None:
            past = past_unknown(view, k)
            bracket = bool(titles) and past is not None and view.tokens[past - 2].text == ")"
            if past is None or not (own is not None or bracket):
                spread_notes(titles, noted)
                alone = len(titles) == 1 and not apart  # "observers | Anna Kim"
                return [] if alone else _by_sides(view, title, titles)
            k = past
            continue
        person, until = near.persons[name]
        note = country_note(view, until + 1) or _country_behind(view, until + 1)
        country, until = (note[0], note[1]) if note else (own or title.country, until)
        if note:
            noted[len(titles)] = country
        named = replace(title, person=person, until=until, country=country, rule=rule)
        if (body := _body_note(view, until + 1, near)) is not None:
            named.organisation, named.country, until = body, body.country, body.last + 1
            if title.head is not None:  # "representatives | of UN agencies"
                named.text = nominative_phrase(view, title.body, title.head, title.head, singular=True)
        until = note_end(view, until + 1) or until  # "Anna Kim [(Greens)] and …"
        if titles:
            named.first, named.last = (at if own else name), name  # the words of the title stand with the first name
        named.last = until if note else name if own else named.last
        titles.append(named)
        k = until + 1
        while k < len(view.tokens) and (view.tokens[k].text in {",", ";"} or view.tokens[k].norm in view.conjunctions):
            k += 1


def _by_sides(view: View, title: Title, titles: list[Title]) -> list[Title]:
    """Give each of as many officers as sides told before the title its own: "talks of Chile and Peru, led by …"."""
    if not titles[1:] or title.post not in _OF_SIDES or any(t.country or t.organisation for t in titles):
        return titles
    places = [(k, p) for k in range(title.first) if (p := view.place[k]) and p.kind == "country"]
    sides = [(k, p) for k, p in places if view.first_of(p) == k]
    opening = view.tokens[sides[0][0] - 1].norm if sides and sides[0][0] else ""
    if len(sides) != len(titles) or opening in view.language.posts.with_whom:
        return titles  # "talks with Chile and Peru were led by …"
    joined = all(view.past_article(past_joint(view, view.place_end(a) + 1)) == b for (a, _), (b, _) in pairwise(sides))
    each = joined and len({p.country for _, p in sides}) == len(titles)
    return [replace(t, country=p.country) for t, (_, p) in zip(titles, sides, strict=True)] if each else titles


def _first_holder(view: View, k: int) -> int:
    """The token behind the colon or dash that leads from a title before `k` to its holders, else `k`."""
    ahead = [t.text for t in view.tokens[k : k + _TO_COLON]]
    leads = (m for m, text in enumerate(ahead, k + 1) if text == ":" or (text in DASHES and m - k <= _OF_STATES))
    return next(leads, k)


def _country_behind(view: View, k: int) -> tuple[str | None, int] | None:
    """The country behind "of" at `k`, with its last token: "Ambassadors: Anna Kim [of Chile], …"."""
    data, tokens = view.language.institutions, view.tokens
    if k + 1 >= len(tokens) or tokens[k].norm not in data.whose:
        return None
    at = view.past_article(k + 1)
    place = view.place[at] if at < len(tokens) else None
    if place is None or place.kind != "country":
        return None
    return place.country, view.place_end(at)


def _own_country(view: View, k: int) -> tuple[str | None, int]:
    """The country before one of several names, and the token after it: "ambassadors of Chile N, [of Peru] N".

    An article or "of" may stand before it and a dash behind: "[the Kyrgyz Republic –] N".
    """
    tokens, at, data = view.tokens, k, view.language.institutions
    while at < len(tokens) and (tokens[at].norm in data.articles or tokens[at].norm in data.whose):
        at += 1
    place = view.place[at] if at < len(tokens) else None
    if place is None or place.kind != "country":
        return None, k
    at = view.place_end(at) + 1
    return place.country, at + (at < len(tokens) and tokens[at].text in DASHES)


def note_country(view: View, title: Title) -> None:
    """Give a title that names neither institution nor country the one in brackets after its holder: "N (Молдова)"."""
    if title.person is None or title.until is None or title.organisation or title.country or title.last > title.until:
        return
    note = country_note(view, title.until + 1)
    title.country = note[0] if note else None


def _body_note(view: View, k: int, near: Around) -> Draft | None:
    """The institution that fills the brackets at `k`: "representatives of agencies: Anna Kim [(UNICEF)], …"."""
    end = note_end(view, k)
    if end is None or not all(m in near.inside for m in range(k + 1, end)):
        return None
    return near.at_end.get(end - 1)


def bind_row(view: View, title: Title, near: Around) -> list[Title]:
    """One title for each of as many names as countries: "министры Чили и Перу Марко Диас и Луис Рамос"."""
    countries, bodies, k = [title.country], [title.organisation], title.last + 1
    while (k := past_joint(view, k)) < len(view.tokens) and (place := view.place[k]) and place.kind == "country":
        countries.append(place.country)
        bodies.append(near.at_start.get(k, title.organisation))  # "главы МИД Чили и [Перу]"
        k = view.place_end(k) + 1
    titles: list[Title] = []
    row = k - 1
    k = _before_names(view, k)
    while len(countries) > 1 and title.country and (name := name_at(view, k, near)) is not None:
        person, until = near.persons[name]
        own = replace(title, person=person, until=until, rule=f"{view.language.code}.title-names")
        own.first, own.last = (name, name) if titles else (title.first, row)
        titles.append(own)
        k = past_joint(view, until + 1)
    if len(titles) != len(countries):
        return []
    whose = zip(titles, countries, bodies, strict=True)
    return [replace(t, country=country, organisation=body) for t, country, body in whose]


def offices_of(view: View, title: Title) -> list[Title]:
    """The offices without their holders that a Russian title in the plural names, one for each of several countries.

    "Встречи с министрами торговли [Чили, Перу и Кении]". Of envoys and officials a country has several.
    """
    if title.post not in _SOLE or title.organisation is not None or title.country is None:
        return []
    found, k = [replace(title)], title.last + 1
    while (k := past_joint(view, k)) < len(view.tokens) and (place := view.place[k]) and place.kind == "country":
        if not genitive_place(view, k):
            break
        last = view.place_end(k)
        found.append(replace(title, first=k, body=k, last=last, country=place.country))
        k = last + 1
    return found if len(found) > 1 else []


def _before_names(view: View, k: int) -> int:
    """The token behind where those of a row are sent, and the mark before their names: "[to Kenya,] A, B and C"."""
    tokens, data = view.tokens, view.language.institutions
    k = past_host(view, k, (*data.toward, *data.where))
    return k + (k < len(tokens) and (tokens[k].text in {",", ":"} or tokens[k].text in DASHES))


def bind_pairs(view: View, title: Title, near: Around) -> list[Title]:
    """One title for each name of a list of countries with names: "the ambassadors of Chile, Marco Diaz, and Peru, N".

    A name stands behind a comma, a dash, in brackets, or right behind its country; one that was not found is passed.
    """
    titles: list[Title] = []
    rule, country, k, pairs = f"{view.language.code}.title-names", title.country, title.last + 1, 0
    first, body = title.first, title.organisation
    while country and k < len(view.tokens):
        mark = view.tokens[k].text
        at = k + (mark in {",", "("} or mark in DASHES)
        if (name := name_at(view, at, near)) is not None:
            person, until = near.persons[name]
            own = replace(title, organisation=body, country=country, person=person, until=until, rule=rule, first=first)
            own.last = title.last if first == title.first else name
            titles.append(own)
            k = until + 1
        elif at == k or (past := past_unknown(view, at)) is None:
            break
        else:
            k = past - 1
        k, pairs = k + (mark == "("), pairs + 1
        first, body = past_joint(view, k), None
        country, k = _own_country(view, first)
    return titles if pairs > 1 else []


def find_listed(
    views: Sequence[View],
    drafts: Mapping[int, list[Draft]],
    persons: Sequence[Mapping[int, tuple[int, int]]],
) -> list[tuple[int, Title]]:
    """Titles of those listed in lines as `(index of the view, title)`: "послы: / – Чили – Марко Диас;".

    `persons` maps, for each view, the first token of a name to the mention's index and its last token.
    """
    found: list[tuple[int, Title]] = []
    for at, view in enumerate(views):
        if view.tokens[-1].text != ":" or view.language.head_final:
            continue
        near = around(drafts.get(at, []), persons[at])
        heads = [(i, h) for i in view.post_at if (h := view.posts[i]) and h.analysis.number and i not in near.inside]
        if not heads:
            continue
        title = Scan(view, *heads[-1], near, -1).title(singular=True)
        if title.last != len(view.tokens) - 2 or title.country or title.organisation:
            continue
        for line in range(at + 1, len(views)):
            own = _of_line(views[line], title, around(drafts.get(line, []), persons[line]))
            if own is None:
                break
            found.append((line, own))
    return found


def _of_line(view: View, title: Title, near: Around) -> Title | None:
    """The title of the one whom a line names behind a country and a dash."""
    countries: list[str] = []
    for k in range(min(_LINE, len(view.tokens) - 1)):
        place = view.place[k]
        if place and place.kind == "country" and place.country:
            countries.append(place.country)
        if countries and view.tokens[k].text in DASHES and view.place[k] is None:
            name = name_at(view, k + 1, near)
            if name is None:
                return None
            person, until = near.persons[name]
            rule = f"{view.language.code}.title-lines"
            return replace(title, first=name, last=name, country=countries[0], person=person, until=until, rule=rule)
    return None
