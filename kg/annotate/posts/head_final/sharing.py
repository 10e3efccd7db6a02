"""Titles side by side that one person bears, where heads stand last: joined by a comma, a dash or "and"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.posts.head_final.bearers import CABINET, STATE
from kg.annotate.posts.head_final.beside import board_from
from kg.annotate.posts.title import SENT
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

# Posts of which one person may hold two at once.
_HELD_BESIDE = frozenset(
    {"representative", "permanent-representative", "special-representative", "coordinator", "adviser", "expert"}
)
# Posts whose holders are told without their names beside somebody who is named.
_NAMELESS = STATE | {"speaker", "representative", "member-of-parliament"}


def share(view: View, titles: list[Title], near: Around) -> None:
    """Titles joined by a comma or a dash before a name share the person; a dash shares the institution, too.

    A president in office is left alone: "the President, Prime Minister X" are two persons, and so are "Chile's
    Ambassador, the Ambassador of Japan X".
    """
    for k, (left, right) in reversed(list(enumerate(pairwise(titles)))):
        between = view.tokens[left.last + 1 : right.first]
        between = between[_degree(view, left.last + 1, right.first) :]
        gap = "".join(t.text for t in between if t.norm not in view.language.posts.honorifics)
        over = _over_field(view, left, right)
        gap = _dash(view, left, right) or gap
        beside = not between and left.case == "nom" and not right.organisation  # "Ýörite wekili Ilçi N."
        beside = beside and right.country in {None, left.country} and right.first == right.body
        beside = beside or (not between and _of_subject(view, titles, k, near))
        if (
            (gap not in {",", *DASHES} and not beside and not _and(view, titles, k) and not over)
            or left.person is not None
            or right.person is None
            or (left.post == "president" and not _former(view, left))
            or _named(view, left, near)
            or (left.post in SENT | STATE and len({left.country, right.country} - {None}) > 1)
        ):
            continue
        left.person = right.person
        if left.post == "president":
            continue  # the span of a title that is no longer held doesn't go on to the name
        left.until = right.until
        if right.organisation is not None or right.country is not None:
            continue
        if over or board_from(view, right.last) is not None:
            right.organisation, right.country = left.organisation, left.country
        elif right.post in SENT and (gap in DASHES or (gap == "," and left.post not in SENT)):
            right.country = left.country  # "Перудің Еуропа Кеңесі жанындағы өкілі – Бас консулы"
        elif gap in DASHES:
            right.organisation, right.country = left.organisation, left.country
            right.first = left.first
        elif right.post in CABINET and (left.organisation is None or left.organisation.kind != "international"):
            right.country = left.country  # "Чили Премьер-министрінің орынбасары және Қаржы министрі"


def _dash(view: View, left: Title, right: Title) -> str:
    """The dash behind the first title, if nothing but where the second is held stands before that; else ""."""
    dash = view.tokens[left.last + 1].text
    seat = range(left.last + 2, right.first)
    held = bool(seat) and all(view.place[k] for k in seat)
    return dash if held and dash in DASHES else ""


def _over_field(view: View, left: Title, right: Title) -> bool:
    """Tell a comma before what the second title is for: "Baş sekretaryň orunbasary[, deňiz ýollary boýunça] wekili N".

    The field may have commas of its own.
    """
    gap = range(left.last + 1, right.first)
    field = len(gap) > 1 and view.tokens[gap[0]].text == "," and view.tokens[gap[-1]].norm in view.purpose
    return field and left.case == "nom" and left.organisation is not None


def _of_subject(view: View, titles: Sequence[Title], k: int, near: Around) -> bool:
    """Tell two titles side by side, each with its body, of one person: "миссияның [басшысы] ДИАҚБ [елшісі] N".

    Where the name has an ending, somebody else is told before them, who is the subject.
    """
    left, right = titles[k], titles[k + 1]
    if left.organisation is None or right.organisation is None or left.case != "nom" or right.until is None:
        return False
    found = view.language.analyse(view.tokens[right.until].norm)
    bare = not any(a.case != "nom" and a.harmonic for a in found)
    told = any(t.case == "nom" for t in titles[:k]) or any(last < left.first for last in near.ends)
    return view.language.institutions.bare_owner and (bare or told)


def _degree(view: View, start: int, end: int) -> int:
    """How many tokens from `start` to `end` tell a degree: "direktory[, taryh ylymlarynyň doktory], dosent N"."""
    for k in range(start + 1, end):
        hit = view.posts[k]
        if hit is not None and view.tokens[k - 1].norm in hit.entry.unless:
            return k + 1 - start
    return 0


def _former(view: View, title: Title) -> bool:
    """Tell the title of a president who is one no longer: "Тұңғыш Президент – Елбасы, қордың төрағасы N"."""
    former = view.language.posts.former
    return bool(former) and any(t.norm.startswith(former) for t in view.tokens[title.body : title.last + 1])


def _named(view: View, title: Title, near: Around) -> bool:
    """Tell a title that a dash joins to the name before it: "Анна Берг – Жапонияның елшісі, …"."""
    return title.first > 1 and view.tokens[title.first - 1].text in DASHES and title.first - 2 in near.ends


def _and(view: View, titles: list[Title], k: int) -> bool:
    """Tell a conjunction between two titles of one person: at the end of a list, or of a deputy prime minister.

    "Geňeşiň kömekçisi, maksatnamanyň orunbasary we býuronyň direktory N": none but the last has a name. Of two posts
    in one organisation that one person may hold both are the named person's, and where "әрі" joins them also in two.
    """
    left, right = titles[k], titles[k + 1]
    gap = [t.norm for t in view.tokens[left.last + 1 : right.first]]
    if len(gap) != 1 or gap[0] not in view.conjunctions or left.case != "nom" or left.post == right.post:
        return False
    of_state = left.post == "adviser" and left.country and not right.country
    if (left.post == "deputy-prime-minister" or of_state) and right.post == "minister":
        return True  # "Hytaýyň Döwlet geňeşçisi we daşary işler ministri N"
    bodies = (left.organisation, right.organisation)
    if bodies[0] and bodies[1] and gap[0] in view.language.posts.besides and left.post not in _NAMELESS:
        return True
    if left.post in _HELD_BESIDE and bodies[0] and bodies[1] and _whole(bodies[0]) == _whole(bodies[1]):
        return True
    before = titles[k - 1] if k else None
    if before is None or before.person is not None or before.case != "nom" or before.post == "president":
        return False
    return [t.text for t in view.tokens[before.last + 1 : left.first]] == [","]


def _whole(draft: Draft) -> str:
    """The organisation that a body is a part of in the end, by its record or its name."""
    while draft.owner is not None:
        draft = draft.owner
    return draft.known or draft.name
