"""Names that a head in the plural gives: "компаний «Алтын» и «Күміс»", "the Embassies of Chile and Peru"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import draft_of, kind_of, settle, words_of
from kg.annotate.organisations.head_initial.runs import latin_run, quoted_name
from kg.annotate.organisations.inflect import adjective, genitive_follows, mainly_oblique, nominative_phrase, ordinal
from kg.language.case import lower
from kg.language.morphology import inflected, parsed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit


# Kinds of bodies of which a state has one, which several states named behind them have each.
_ONE_EACH = frozenset({"ministry", "embassy", "parliament", "election-body", "court", "government", "ngo"})
# Number and case of a noun that several adjectives before it share.
_SHARED = ("plur", "gent")
# Farthest that the first of the states stands behind the head ("Ministries of Foreign Affairs of …"), in tokens.
_FIELD = 9


def of_each_country(view: View, first: int, i: int, hit: Hit[Head]) -> list[Draft]:
    """One body for each country behind an English head at `i`, whose first modifier is at `first`.

    "the Foreign Ministries of Chile and Peru", "the Chambers of Commerce and Industry of Chile, Peru and Kenya".
    """
    data = view.language.institutions
    ahead = range(i + 1, min(i + _FIELD, len(view.tokens) - 1))
    of = next((k for k in ahead if view.tokens[k].norm in data.whose and _country_at(view, k + 1)), None)
    field = range(i + 2, of or i)
    plain = all(view.capital(k) or view.joint(k) or view.tokens[k].norm in data.whose for k in field)
    kind = kind_of(view, first, of - 1 if of else i, hit.entry)
    told = view.capital(i) or kind == "ministry"
    if first == i > 0 and not view.capital(i) and view.tokens[i - 1].norm in view.language.posts.modifiers:
        first -= 1  # "the [foreign] ministries"
    named = first < i or len(field) > 0 or not hit.entry.weak or kind == "embassy"
    if of is None or not (plain and told and named) or kind not in _ONE_EACH or view.shouting:
        return []
    head = hit.analysis.stem.capitalize() if view.capital(i) else hit.analysis.stem
    before = f"{words_of(view, first, i - 1)} " if first < i else ""
    name = f"{before}{head} {words_of(view, i + 1, of)}" if of > i + 1 else f"{before}{head} {view.tokens[of].text}"
    return _each(view, (first, of + 1), name, kind)


def _each(view: View, span: tuple[int, int], name: str, kind: str) -> list[Draft]:
    """A body of one name for each of several countries listed behind the head, none for a single one.

    `span` holds the first token of the first body, and that of the first country with its article.
    """
    drafts: list[Draft] = []
    first, k = span
    while (at := _country_at(view, k, part=bool(drafts))) is not None and (place := view.place[at]) is not None:
        end = view.place_end(at)
        whole = (at if drafts else first, end)
        draft = draft_of(view, whole, f"{name} {words_of(view, k, end)}", kind, "coordinated-ellipsis")
        drafts.append(settle(draft, None, place.country))
        k = _past_joint(view, end + 1)
        if k == end + 1:
            break
    return drafts if len(drafts) > 1 else []


def _country_at(view: View, k: int, *, part: bool = False) -> int | None:
    """The first token of the country at `k`, in Russian in any case, an article perhaps before it.

    With `part` so that of a part of a country: "the Chambers of Commerce of Chile and [Tatarstan]".
    """
    k = view.past_article(k)
    place = view.place[k] if k < len(view.tokens) else None
    kinds = {"country", "region"} if part else {"country"}
    country = place is not None and place.kind in kinds and (view.language.fusional or not place.case)
    return k if country else None


def after_plural(view: View, first: int, i: int, hit: Hit[Head], country: str | None) -> list[Draft]:
    """The names, each completed by the head at token `i`, whose first modifier is at `first`, of `country`."""
    drafts, k = [], i + 1
    head = hit.analysis.stem
    while k < len(view.tokens):
        end = quoted_name(view, k) or (latin_run(view, k) if head in view.language.institutions.brands else None)
        if end is None:
            break
        name = f"{head} {words_of(view, k, end)}"
        draft = draft_of(view, (k, end), name, kind_of(view, k, end, hit.entry), "coordinated-ellipsis")
        drafts.append(settle(draft, None, country))
        k = _past_joint(view, end + 1)
    if len(drafts) == 1 and drafts[0].last == latin_run(view, i + 1):
        return []  # "деканы высших школ Orda University"
    if len(drafts) == 1 and drafts[0].last == i + 3 and mainly_oblique(view.tokens[i + 2].norm):
        return []  # "директор предприятий «Лукойла»"
    return drafts or _of_countries(view, first, i, hit)


def _of_countries(view: View, first: int, i: int, hit: Hit[Head]) -> list[Draft]:
    """The bodies of several countries: "посольств Чили, Перу и Японии", "торгово-промышленных палат Чили и Перу"."""
    ahead = range(i + 1, min(i + _FIELD, len(view.tokens)))
    k = next((k for k in ahead if _country_at(view, k) is not None), None)
    if k is None:
        return []
    kind = kind_of(view, first, k - 1, hit.entry)
    named = first < i or k > i + 1
    named = not hit.entry.weak or (named and (view.capital(first) or kind != hit.entry.kind))
    plain = all(genitive_follows(view, m) or view.tokens[m].norm in view.conjunctions for m in range(i + 1, k))
    plain = plain and not any(view.heads[m] for m in (first - 1, *range(i + 1, k)) if m >= 0)  # "палат парламентов"
    if not (named and plain) or kind not in _ONE_EACH:
        return []
    name = nominative_phrase(view, first, i, k - 1, singular=True)
    return _each(view, (first, k), name, kind)


def ordinals(view: View, head: int, end: int) -> bool:
    """Tell a Russian head in the plural of which several are counted: "маслихатов [четвёртого и третьего] созывов"."""
    return any(ordinal(view.tokens[k].norm) for k in range(head + 1, end))


def shared_noun(view: View, adjectives: Sequence[int], last: int) -> str:
    """The noun in the plural at `last` that the adjectives of a list share, in the genitive singular; "" for another.

    "хокимиятов Бухарской и Хорезмской [областей]", but "министерств юстиции и внутренних дел".
    """
    if not adjectives or not all(adjective(view.tokens[k].norm) for k in adjectives):
        return ""
    found = (p for p in parsed(view.tokens[last].norm) if p.tag.POS == "NOUN" and (p.tag.number, p.tag.case) == _SHARED)
    parse = next(found, None)
    return (inflected(parse, "gent", "sing") or "") if parse is not None else ""


def _past_joint(view: View, k: int) -> int:
    """The token after commas and conjunctions at `k`."""
    while view.joint(k):
        k += 1
    return k


def fields(view: View, head: int, entry: Head, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The fields of several bodies, first and last tokens, of the noun phrases behind a head in the plural.

    Where the preposition is said again, it begins a field: "Committees [on] Defence and Order and [on] Trade" are two.
    A field that each of them has is one: "Chambers of [Commerce and Industry]".
    """
    if chunks and lower(words_of(view, chunks[0][0], chunks[-1][1])) in entry.fields:
        return [(chunks[0][0], chunks[-1][1])]
    last, joint = (chunks[-1][1], view.tokens[head + 1].norm) if chunks else (head, "")
    starts = [
        k for k in range(head + 1, last + 1) if view.tokens[k].norm == joint and (k == head + 1 or view.joint(k - 1))
    ]
    if joint not in view.purpose or len(starts) <= 1:
        return chunks
    found = []
    for start, after in zip(starts, [*starts[1:], last + 1], strict=True):
        end = after - 1
        while end > start and view.joint(end):
            end -= 1  # ", and on Trade"
        found.append((view.past_article(start + 1), end))
    return found
