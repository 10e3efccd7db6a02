"""From an institution's name to the keys that it is compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.compare.organisations import Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.authority import Glossary
    from kg.compare.wording import Part, Wording


# What is written before a value that is no concept: words and numbers of the name's own, and states.
_MARKS = {"word": "'", "place": "'", "number": "'", "state": "@"}


def bare(wording: Wording) -> tuple[Part, ...]:
    """The parts of a name without the commas and "and"s between them."""
    return tuple(part for part in wording.parts if part.sort != "join")


def without(parts: tuple[Part, ...], owners: Iterable[tuple[Part, ...]]) -> tuple[tuple[Part, ...], bool]:
    """The parts of a name less those of its owner's name, and whether the owner's name was in it.

    Of the owner's names the longest that stands in the name in one piece is taken out.
    """
    values = [(p.sort, p.value) for p in parts]
    given = set(owners)
    # "Türkmenistanyň Halk Maslahaty" is also what "Halk Maslahatynyň Diwany" names.
    given |= {tuple(p for p in owner if p.sort != "state") for owner in given}
    for owner in sorted(given, key=lambda o: (-len(o), o)):
        wanted = [(p.sort, p.value) for p in owner]
        for start in range(len(values) - len(wanted) + 1):
            if wanted and values[start : start + len(wanted)] == wanted and len(wanted) < len(values):
                return parts[:start] + parts[start + len(wanted) :], True
    return parts, False


def values(
    parts: Iterable[Part], glossary: Glossary, scope: str, *, international: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Strong values, all values, and whether they tell a single institution within `scope`.

    Where nothing but heads is strong ("State Council"), the weak concepts count too. An `international` institution
    may have several offices.
    """
    strong: set[str] = set()
    full: set[str] = set()
    heads: set[str] = set()
    sole, part_of_some = None, False
    for part in parts:
        if part.sort == "concept":
            concept = glossary.concepts[part.value]
            full.add(part.value)
            if concept.head is not None:
                heads.add(part.value)
                sole = sole or (None if international and concept.branch else concept.sole)
                part_of_some = part_of_some or concept.part
            if not concept.weak:
                strong.add(part.value)
        else:
            value = _MARKS.get(part.sort, "") + part.value
            strong.add(value)
            full.add(value)
    if strong <= heads and strong != full:
        strong = full
    sort = _sort_of(scope)
    named = bool(strong - heads) and not (part_of_some and sort != "owner")
    one = sole == sort or (sole, sort) == ("state", "owner")  # "Senate of the Oliy Majlis"
    specific = named or (one and len(strong) == 1)
    return tuple(sorted(strong)), tuple(sorted(full)), specific


def _sort_of(scope: str) -> str:
    """What a scope is: `state` (one country), `pair` (two), `owner` (an institution), or nothing."""
    kind, _, places = scope.partition(" ")
    if kind == "country":
        return {1: "state", 2: "pair"}.get(len(places.split()), "")
    return "owner" if scope else ""


def keys(
    wordings: Iterable[Wording],
    countries: frozenset[str],
    owner: str | None,
    owner_parts: Iterable[tuple[Part, ...]],
    glossary: Glossary,
    *,
    international: bool = False,
) -> tuple[Key, ...]:
    """The keys of an institution: one for each name in its owner's or its country's scope, sorted.

    `owner` is the identity of the institution that it is part of, None where there is none or where the owner is
    the state or its government, which every ministry is part of. The country of an `international` institution's
    part is where it is, so that the name of the country tells it from its like elsewhere.
    """
    owner_parts = tuple(owner_parts)
    found: set[Key] = set()
    for wording in wordings:
        if international and owner is not None:
            found.update(_keys_of_branch(bare(wording), owner, owner_parts, glossary))
        else:
            found.update(_keys_of(bare(wording), countries, owner, owner_parts, glossary))
    return tuple(sorted(found))


def _keys_of_branch(
    parts: tuple[Part, ...], owner: str, owner_parts: tuple[tuple[Part, ...], ...], glossary: Glossary
) -> Iterator[Key]:
    parts, _ = without(parts, owner_parts)
    own = (part for part in parts if part.sort != "record")
    yield Key(owner, *values(own, glossary, owner, international=True))


def _keys_of(
    parts: tuple[Part, ...],
    countries: frozenset[str],
    owner: str | None,
    owner_parts: tuple[tuple[Part, ...], ...],
    glossary: Glossary,
) -> Iterator[Key]:
    parts, worded = without(parts, owner_parts)
    records = list(dict.fromkeys(p.value for p in parts if p.sort == "record"))
    named = list(dict.fromkeys(p.value for p in parts if p.sort == "state"))
    # In the order of the text: the embassy of Kazakhstan in Belarus is not that of Belarus in Kazakhstan.
    places = sorted(countries) + [code for code in named if code not in countries]
    own = tuple(p for p in parts if p.sort not in {"state", "record"})
    foreign = tuple(p for p in parts if p.sort == "state" and p.value not in countries)
    country = f"country {' '.join(places)}" if places else ""
    if owner is not None:
        yield Key(owner, *values(own + foreign, glossary, owner))
        if places and not worded and not records:
            yield Key(country, *values(own, glossary, country), unsaid=True)
    elif records:
        scope = "+".join(f"organisation/{record}" for record in records)
        yield Key(scope, *values(own + foreign, glossary, scope))
    else:
        yield Key(country, *values(own, glossary, country))
