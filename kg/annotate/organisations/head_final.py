"""Institution names in languages that put the head last: "Türkmenistanyň Bilim ministrligi".

From each head noun the name grows to the left over its modifiers until something that can't belong to it, and
begins at its owner (a country or institution in the genitive) or at the leftmost capital.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.annotate.organisations.draft import Draft, settle
from kg.annotate.view import CLOSING, OPENING, nominative
from kg.language.case import recase

if TYPE_CHECKING:
    from kg.annotate.view import View
    from kg.language.institutions import Head
    from kg.language.lexicon import Hit

# Longest name in tokens: the longest real one met has 17 ("… halkara guramalary bilen aragatnaşyk … bölümi").
_LONGEST = 24


@dataclass(slots=True)
class _Growth:
    """How far a name has grown: its first token, and what it met on the way."""

    first: int | None = None
    owner: Draft | None = None
    country: str | None = None
    purpose: bool = False
    generic: bool = False
    stopped_at: int = -1
    cuts: list[tuple[int, int]] = field(default_factory=list)


def find_head_final(view: View, known: list[Draft]) -> list[Draft]:
    """Institution names of a sentence, in text order; `known` are the names found in the authority."""
    drafts: list[Draft] = []
    at_end = {d.last: d for d in known}
    for i, hit in enumerate(view.heads):
        if hit is None or (i in at_end and at_end[i].first < i) or _is_modifier(view, i, hit):
            continue
        found = _grow(view, i, hit, at_end)
        for draft in found:
            at_end[draft.last] = draft
        drafts += found
    return drafts + _cut_off(view, drafts)


def _cut_off(view: View, drafts: list[Draft]) -> list[Draft]:
    """An institution named after somebody, in a text that the page cuts off before the head ("X adyndaky …...")."""
    tokens = view.tokens
    end = len(tokens)
    while end and tokens[end - 1].text in {".", "…"}:
        end -= 1
    if not (tokens[-1].text == "…" or len(tokens) - end >= len("...")):
        return []
    for i in range(1, end - 1):
        if tokens[i].norm not in view.language.names.eponym or not view.capital(i + 1) or not view.personal(i - 1):
            continue
        first = i - 1
        while first > 0 and view.personal(first - 1):
            first -= 1
        if not any(d.first <= i <= d.last for d in drafts):
            start, stop = tokens[first].start, tokens[end - 1].end
            name = " ".join(view.sentence_text(start, stop).split())
            return [Draft(first, end - 1, start, stop, name, "other", f"{view.language.code}.cut-off")]
    return []


def _is_modifier(view: View, i: int, hit: Hit[Head]) -> bool:
    """Tell a noun that only modifies a later head from a head ("Merkezi Saýlaw topary": central, not centre)."""
    if hit.analysis.case not in {"nom", "acc"} or hit.analysis.number:
        return False
    purpose = False
    for j in range(i + 1, min(i + 6, len(view.tokens))):
        token = view.tokens[j]
        if token.norm in view.purpose:
            purpose = True
            continue
        if not view.word(j) or token.norm in view.stop or token.norm in view.conjunctions or view.place[j]:
            return False
        if view.heads[j]:
            return purpose or hit.entry.weak or not hit.analysis.possessive
        if view.posts[j]:
            return False
    return False


def _grow(view: View, i: int, hit: Hit[Head], at_end: dict[int, Draft]) -> list[Draft]:
    growth = _left(view, i, hit, at_end)
    plural = hit.analysis.number == "plural"
    if plural:
        return _coordination(view, i, hit, growth)
    first = growth.first
    named = first is not None and not growth.generic and _is_named(view, i, hit, growth)
    if first is None or not named:
        return _short(view, i, hit)
    name = _text(view, first, i) if first < i else nominative(view, i)
    kind = _kind(view, first, i, hit.entry)
    draft = Draft(
        first, i, view.tokens[first].start, view.tokens[i].end, name, kind, f"{view.language.code}.head-final",
        growth.country, growth.owner, case=hit.analysis.case,
    )  # fmt: skip
    return [settle(draft)]


def _left(view: View, i: int, hit: Hit[Head], at_end: dict[int, Draft]) -> _Growth:  # noqa: C901, PLR0912 - one scan, in order
    """Scan leftwards from the head at `i`.

    The first word of a sentence has its capital anyway: it begins the name only where no other word does, or where
    the head has a capital too ("Halkara Energetika Guramasy" as against "Resminama Döwlet gullugy tarapyndan…").
    """
    growth = _Growth()
    j = i - 1
    lowest = max(-1, i - _LONGEST)
    while j > lowest:
        token = view.tokens[j]
        if j in at_end:
            _meet_owner(view, j, i, at_end[j], growth)
            break
        if view.place[j]:
            step = _meet_place(view, j, i, growth)
            if step is None:
                break
            j = step
            continue
        if token.text in CLOSING:
            if view.tokens[j + 1].norm in view.conjunctions:
                break
            opening = _opening(view, j, lowest)
            if opening is None:
                break
            j = opening - 1
            if view.tokens[opening].text != "(":
                growth.first = opening
                if j < 0 or not (view.place[j] or j in at_end):
                    break
            continue
        if _members_follow(view, j):
            j -= 1
            continue
        if token.norm in view.generic:
            growth.generic = growth.first is None
            break
        if token.norm in view.purpose:
            growth.purpose = True
        elif token.text == ",":
            if not _comma_joins(view, j, i):
                break
        elif token.norm in view.conjunctions:
            if j - 1 in at_end or (view.posts[j - 1] and not _plural(view, j - 1)):
                break
        elif (
            not view.word(j)
            or token.norm in view.stop
            or _blocks(view, j, growth)
            or (view.personal(j) and not _eponym_between(view, j, i))
        ):
            break
        if hit.entry.alone and view.capital(i) and (j == 0 or not view.capital(j) or view.heads[j]):
            break
        if view.capital(j) and (j > 0 or growth.first is None or view.capital(i)):
            growth.first = j
        j -= 1
    growth.stopped_at = j
    return growth


def _meet_owner(view: View, j: int, i: int, owner: Draft, growth: _Growth) -> None:
    """An institution ends just left of what was scanned: the owner of the name, or another institution."""
    following = view.tokens[j + 1].norm if j + 1 < i else ""
    tied = (
        owner.case == "gen"
        or (owner.case == "nom" and owner.form == "abbreviation")
        or following in view.language.institutions.auspices
        or (owner.case == "dat" and _members_follow(view, j + 1))
    )
    if tied:
        growth.owner, growth.first = owner, owner.first


def _members_follow(view: View, j: int) -> bool:
    """Tell whether "member states" stands at token `j` ("… -ға қатысушы мемлекеттердің кеңесі")."""
    for phrase in view.language.institutions.members:
        words = phrase.split()
        there = [t.norm for t in view.tokens[j : j + len(words)]]
        if len(there) == len(words) and all(w.startswith(p) for w, p in zip(there, words, strict=True)):
            return True
    return False


def _meet_place(view: View, j: int, i: int, growth: _Growth) -> int | None:
    """A place stands at token `j`: give the token to go on from, or None where the name can't go past it."""
    place = view.place[j]
    assert place is not None
    first = view.first_of(place)
    country = place.country if place.kind == "country" else None
    if place.case == "attr":  # begins no name, but an owner further left makes it part of one
        return first - 1
    if place.case == "adj":
        growth.first = first if view.capital(first) and (first > 0 or view.capital(i)) else growth.first
        growth.country = country
        return first - 1
    if place.case == "gen":
        growth.first, growth.country = first, place.country or growth.country
        return None
    adjacent = growth.first == j + 1 or j + 1 == i
    if place.case == "loc" and growth.purpose and growth.first == j + 1 and country:
        growth.first, growth.country = first, country
    elif place.case == "nom" and adjacent and (place.kind != "country" or view.language.institutions.bare_owner):
        growth.first, growth.country = first, place.country
    return None


def _opening(view: View, j: int, lowest: int) -> int | None:
    wanted = {")": "("}.get(view.tokens[j].text)
    for k in range(j - 1, lowest, -1):
        text = view.tokens[k].text
        if text == wanted or (wanted is None and text in OPENING and text != "("):
            return k
    return None


def _plural(view: View, j: int) -> bool:
    hit = view.posts[j] or view.heads[j]
    return bool(hit and hit.analysis.number)


def _blocks(view: View, j: int, growth: _Growth) -> bool:
    """Tell a word that ends another phrase: a title in the singular, another institution's head."""
    post = view.posts[j]
    if post and not post.analysis.number:
        return post.analysis.case != "gen"
    if not growth.purpose and view.oblique(j):
        return True
    head = view.heads[j]
    if head and not head.analysis.number and head.analysis.possessive:
        return not _is_modifier(view, j, head)
    ends_phrase = not view.word(j + 1) or view.tokens[j + 1].norm in view.conjunctions
    return bool(head and head.analysis.number and not growth.purpose and ends_phrase)


def _eponym_between(view: View, j: int, i: int) -> bool:
    """Tell whether the person named at `j` only gives the institution its name ("… adyndaky uniwersitet")."""
    return any(t.norm in view.language.names.eponym for t in view.tokens[j + 1 : min(i, j + 4)])


def _comma_joins(view: View, j: int, i: int) -> bool:
    """Tell whether a comma joins modifiers of the head at `i` ("Döwlet, hukuk we demokratiýa instituty").

    It does where a conjunction stands between it and the head, or the head is plural and so has several names;
    the words on its left, back to their capital, must be bare nouns.
    """
    hit = view.heads[i]
    listed = bool(hit and hit.analysis.number) or any(t.norm in view.conjunctions for t in view.tokens[j + 1 : i])
    if not listed:
        return False
    for k in range(j - 1, max(-1, j - 8), -1):
        if view.tokens[k].norm in view.conjunctions:
            continue
        if view.heads[k] or view.posts[k] or view.place[k] or not view.word(k) or view.tokens[k].norm in view.stop:
            return False
        if view.capital(k):
            return True
    return False


def _is_named(view: View, i: int, hit: Hit[Head], growth: _Growth) -> bool:
    """Tell a name from a phrase about some institution: an owner or a capital, and for weak heads one near by."""
    first = growth.first
    assert first is not None
    genitive = (
        growth.owner.case == "gen" if growth.owner else bool(view.place[first] and view.place[first].case == "gen")
    )
    if genitive and hit.analysis.possessive != "3":
        return False  # "Қазақстанның Ұйымдағы төрағалығы": what a genitive owns has a possessive ending
    if first == i:
        return hit.entry.alone or growth.owner is not None
    body = first
    if growth.owner:
        body = growth.owner.last + 1
    elif view.place[first]:
        while body < i and view.place[body]:
            body += 1
    capital = any(view.capital(k) for k in range(body, i + 1))
    if hit.entry.weak and _kind(view, first, i, hit.entry) == hit.entry.kind:
        inner = any(view.capital(k) for k in range(max(body, 1), i + 1))
        return growth.purpose or (capital if growth.owner or growth.country else inner)
    if first == 0 and body == 0 and not any(view.capital(k) for k in range(1, i + 1)):
        return bool(hit.analysis.possessive) and not view.shouting
    return True


def _short(view: View, i: int, hit: Hit[Head]) -> list[Draft]:
    """A head alone with a capital inside a sentence refers to an institution named elsewhere ("Bölümiň")."""
    token = view.tokens[i]
    alone = hit.entry.alone and view.capital(i) and (i > 0 or not hit.entry.weak) and not hit.analysis.number
    referring = view.capital(i) and i > 0 and not hit.analysis.number
    if not alone and not referring:
        return []
    form = "name" if hit.entry.alone else "short"
    name = recase(token.text, hit.analysis.stem)
    return [
        Draft(
            i,
            i,
            token.start,
            token.end,
            name,
            hit.entry.kind,
            f"{view.language.code}.{form}-head",
            form=form,
            case=hit.analysis.case,
        )  # fmt: skip
    ]


def _coordination(view: View, i: int, hit: Hit[Head], growth: _Growth) -> list[Draft]:
    """Complete elliptical names: "Içeri işler, Adalat ministrlikleri" names two ministries.

    A plural head with one modifier ("the ministries of the region") names none.
    """
    first = growth.first
    if first is None or growth.generic:
        return []
    if growth.owner:
        first = growth.owner.last + 1
    country = growth.country
    while first < i and view.place[first]:
        first += 1
    chunks: list[tuple[int, int]] = []
    begin = first
    for k in range(first, i):
        token = view.tokens[k]
        joins = token.text == "," or token.norm in view.conjunctions
        if joins and k + 1 < i and view.capital(k + 1):
            chunks.append((begin, k - 1))
            begin = k + 1
    chunks.append((begin, i - 1))
    if len(chunks) < 2 or any(a > b or not view.capital(a) for a, b in chunks):
        return []
    singular = view.language.possessed(hit.entry.lemma)
    drafts = []
    for n, (a, b) in enumerate(chunks):
        last = i if n == len(chunks) - 1 else b
        start = view.tokens[a].start
        words = " ".join(t.text for t in view.tokens[a : b + 1])
        kind = _kind(view, a, b, hit.entry)
        drafts.append(
            settle(
                Draft(
                    a,
                    last,
                    start,
                    view.tokens[last].end,
                    f"{words} {singular}".replace(" ,", ","),
                    kind,
                    f"{view.language.code}.coordinated-ellipsis",
                    country,
                    growth.owner,
                    case=hit.analysis.case,
                )  # fmt: skip
            )
        )
    return drafts


def _text(view: View, first: int, last: int) -> str:
    """The text of a name with its head in the nominative, white space evened."""
    start = view.tokens[first].start
    text = view.sentence_text(start, view.tokens[last].start)
    return " ".join((text + nominative(view, last)).split())


def _kind(view: View, first: int, last: int, head: Head) -> str:
    """The head's kind, refined by the first of the name's words that the head's data lists."""
    for token in view.tokens[first : last + 1]:
        for beginning, kind in head.kinds.items():
            if token.norm.startswith(beginning):
                return kind
    return head.kind
