"""Where a post is held that its title doesn't tell, where heads stand last: what stands round it does."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.posts.its import its_body
from kg.annotate.posts.title import ECHOED, deputy_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

# Posts of those who work for an institution.
_OFFICERS = frozenset(
    {"director", "deputy-director", "head", "deputy-head", "manager", "coordinator", "adviser", "expert"}
)
# Tokens between a state's side and the title of who is on it.
_SIDE = 4
# Tokens behind a name among which it is said that its bearer leads a delegation.
_LEADING = 2


def assist(view: View, titles: list[Title]) -> None:
    """Who is named beside the holder of a post, and has his in what is not told, has it at the same place.

    So it is with staff ("Çiliniň konsuly A we ikinji sekretar B"), and with a title in the possessive that names no
    institution of its own, a unit at most ("bankyň dolandyryjysy A we sebitleýin direktory B").
    """
    for left, right in pairwise(titles):
        hit = view.posts[right.last]
        if right.person is None or right.organisation or right.country or hit is None or left.until is None:
            continue
        if right.first != left.until + 2 or not view.joint(left.until + 1) or left.person is None:
            continue
        under = (post for k in range(right.first, right.last) if (post := view.posts[k]))
        staff = hit.entry.lemma in view.language.posts.staff  # but "[häkiminiň] orunbasary B"
        staff = staff and all(post.analysis.case != "gen" for post in under)
        if staff or (left.organisation is not None and _elliptic(view, right)):
            right.organisation, right.country = left.organisation, left.country


def _elliptic(view: View, title: Title) -> bool:
    """Tell a title in the possessive of who works for an institution, when it names none: "[bölüm müdiri] N"."""
    hit, inside = view.posts[title.last], range(title.first, title.last)
    if (
        hit is None
        or hit.analysis.possessive != "3"
        or title.post not in _OFFICERS
        or any(view.posts[k] for k in inside)
    ):
        return False
    bodies = [h.entry.lemma for k in inside if (h := view.heads[k]) and not view.capital(k)]
    return view.language.posts.units.issuperset(bodies)


def deputise(view: View, titles: Sequence[Title]) -> None:
    """A deputy of the one named before is held where that post is: "төраға Анна Ким мен [оның орынбасары] N"."""
    for before, title in pairwise(titles):
        whose = view.tokens[title.first - 1].norm if title.first else ""
        alone = title.post == "deputy-head" and title.organisation is None and title.country is None
        if alone and whose in view.language.posts.possessives and before.person is not None:
            title.organisation, title.country = before.organisation, before.country
            title.post = deputy_of(before.post)


def belong(view: View, titles: Sequence[Title], near: Around) -> None:
    """Give a title the institution right before it that a pronoun stands for: "кеңес және [оның төрағасы] N"."""
    for title in titles:
        if (body := its_body(view, title, titles, near)) is not None:
            title.organisation, title.country = body, body.country


def echo(view: View, titles: Sequence[Title]) -> list[Title]:
    """The titles, with a counterpart's post that of whom the sentence names beside: "ministr A türkmen [kärdeşi] B".

    Without such a post, or without a state, a counterpart has none.
    """
    found: list[Title] = []
    for title in titles:
        hit = view.posts[title.last]
        if hit is None or not hit.entry.echo:
            found.append(title)
            continue
        others = [t for t in titles if t is not title and t.person not in {None, title.person} and t.post in ECHOED]
        own = any(t.person == title.person for t in titles if t is not title)
        if not others or own or title.person is None or title.country is None:
            continue
        same = next((t for t in reversed(others) if t.last < title.first), others[0])
        title.post, title.text = same.post, same.text
        found.append(title)
    return found


def lead(view: View, titles: Sequence[Title], near: Around) -> None:
    """Who leads a delegation holds his post where it is from: "миссия басшысы N бастаған [Одақ делегациясы]"."""
    for title in titles:
        k = title.until + 1 if title.until is not None else len(view.tokens)
        if title.organisation or title.country or k + 1 >= len(view.tokens):
            continue
        if view.tokens[k].norm not in view.language.posts.leading:
            continue
        body, place = near.at_start.get(k + 1), view.place[k + 1]
        if body is not None and body.kind != "state" and body.case in {"gen", "nom", ""}:
            title.organisation, title.country = body, body.country
        elif place is not None and place.kind == "country" and place.case in {"gen", "nom"}:
            title.country = place.country


def on_side(view: View, titles: Sequence[Title]) -> None:
    """Who is on a state's side of talks, or leads its delegation or is in it, holds his post for it.

    "Грузия [тарапынан] Көлік министрі N", "Грузия [делегациясының құрамында] депутат N".
    """
    data = view.language.posts
    for title in titles:
        if title.country or title.person is None or (title.organisation and title.organisation.country):
            continue
        for k in range(title.first - 1, max(0, title.first - 1 - _SIDE), -1):
            place, word = view.place[k - 1], view.tokens[k].norm
            of_it = word in data.on_side or (word.startswith(data.delegated) and _led(view, title, k))
            if of_it and place is not None and place.kind == "country":
                title.country = place.country
            if not view.word(k) or view.posts[k] or view.capital(k):
                break


def _led(view: View, title: Title, k: int) -> bool:
    """Tell that the bearer of a title leads the delegation at `k` or is in it, by a word behind it or behind his name.

    But "Грузия [делегациясын] министр N қабылдады".
    """
    behind = (title.until if title.until is not None else title.last) + 1
    beside = (*view.tokens[k + 1 : title.first], *view.tokens[behind : behind + _LEADING])
    return any(token.norm.startswith(view.language.posts.led) for token in beside)
