"""A title in the plural whose holders stand apart: behind a row of their countries, or line by line after a colon."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.posts.binding import name_at
from kg.annotate.posts.title import DASHES, around
from kg.annotate.posts.title_right import Scan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

# Tokens of a line before the name: a mark, a country's full name, a dash.
_LINE = 9


def bind_row(view: View, title: Title, near: Around) -> list[Title]:
    """One title for each of as many names as countries: "министры Чили и Перу Марко Диас и Луис Рамос"."""
    countries, k = [title.country], title.last + 1
    while (k := _past_joint(view, k)) < len(view.tokens) and (place := view.place[k]) and place.kind == "country":
        countries.append(place.country)
        while k < len(view.tokens) and view.place[k] is place:
            k += 1
    titles: list[Title] = []
    while len(countries) > 1 and title.country and (name := name_at(view, k, near)) is not None:
        person, until = near.persons[name]
        own = replace(title, person=person, until=until, rule=f"{view.language.code}.title-names")
        own.first, own.last = (name, name) if titles else (title.first, title.last)
        titles.append(own)
        k = _past_joint(view, until + 1)
    if len(titles) != len(countries):
        return []
    return [replace(t, country=country) for t, country in zip(titles, countries, strict=True)]


def _past_joint(view: View, k: int) -> int:
    """The token after a comma or a conjunction at `k`, else `k`."""
    joint = k < len(view.tokens) and (view.tokens[k].text == "," or view.tokens[k].norm in view.conjunctions)
    return k + joint


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
        heads = [(i, hit) for i, hit in enumerate(view.posts) if hit and hit.analysis.number and i not in near.inside]
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
