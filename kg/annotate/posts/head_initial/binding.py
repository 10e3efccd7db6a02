"""Whose a title is, in languages that put the head first: the person right after it, or before a comma; shared ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.posts.head_initial.apart import CLOSING, affiliate, country_behind, employ, held_in
from kg.annotate.posts.head_initial.beside import LONGEST_NOTE, before_degree, name_at, past_degree
from kg.annotate.posts.head_initial.subjects import acts
from kg.annotate.view import DASHES

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from kg.annotate.posts.title import Around, Title
    from kg.annotate.view import View

# Posts that many hold in a body, one of whom a list need not name.
_MANY = frozenset({"representative", "expert"})
# Tokens from the comma behind a title to the head of the next in a list: "UNODC Regional Representative".
_NEXT = 4
# What parts those whom a list names.
_APART = frozenset(",;:.")


def bind(view: View, title: Title, near: Around, bound: AbstractSet[int], listed: AbstractSet[int]) -> None:
    """Find the person of a title: right after it, before a comma or dash on its left, or after a comma.

    `bound` are the persons who bear a title on their left already: one on their right must be a closed apposition.
    Those of them in `listed` have it before a comma: a title between them and another name is the other one's
    ("Chair of the Senate, Anna Kim, [Head of the Mission], Ivan Petrov, …").
    """
    title.generic = view.language.analytic and _unnamed(view, title, near)
    if not title.generic:
        _bind(view, title, near, bound, listed)


def _bind(view: View, title: Title, near: Around, bound: AbstractSet[int], listed: AbstractSet[int]) -> None:
    after, code = title.last + 1, view.language.code
    if (named := _postnominal(view, title, near)) is not None:
        title.person, title.first = named
        title.rule = f"{code}.name-comma-title"
        return
    name = name_at(view, after, near)
    if name is not None and not acts(view, title, name, near.persons[name][1]):
        title.person, title.until = near.persons[name]
        affiliate(view, title, near)
        return
    before = title.first - 1
    if (beside := _beside(view, title, near)) is not None:
        title.person, title.first = beside
        title.rule = f"{code}.name-comma-title"
        employ(view, title, near)
        return
    name = _noted(view, title, near)
    name = _dashed(view, title, near) if name is None else name
    name = _enclosed(view, after, near) if name is None else name
    name = _glossed(view, title, near) if name is None else name
    if name is not None:
        title.person, title.until = near.persons[name]
        if view.tokens[after].text in DASHES and _opens_note(view, before):
            title.organisation = title.organisation or near.at_end.get(before - 1)
        return
    before = _before_article(view, before)
    if before > 0 and view.tokens[before].text in {",", "(", *DASHES} and (bearer := _bearer(view, before - 1, near)):
        person, first = bearer
        closed = after >= len(view.tokens) or view.tokens[after].text in CLOSING or person not in bound
        dash = after < len(view.tokens) and view.tokens[after].text in DASHES and any(view.posts[after + 1 : after + 3])
        dash = dash or _dash_name(view, after, near)  # "Chairman – N, [Head of Trade] – M"
        closed = closed and not (dash and person in bound)  # "N, [Deputy Secretary General] – Representative of … M"
        learned = after + 1 < len(view.tokens) and past_degree(view, after + 1) > after + 1
        goes_on = person in listed or (person in bound and (view.language.analytic or learned))
        goes_on = (goes_on or view.shuts_adjunct(before)) and view.tokens[before].text == ","
        goes_on = goes_on and _comma_holder(view, after, near)
        other = goes_on or _reports(view, after) or _possessed(view, title) or _subject(view, title, before)
        if closed and not other:
            title.person, title.first = person, first
            title.rule = f"{code}.name-comma-title"
            employ(view, title, near)
            return
    after = _past_body(view, title, near)
    apart = _comma_name(view, after, near) or _dash_name(view, after, near)
    if title.organisation or title.last > title.first or _shut_off(view, title, near, listed=bool(listed)):
        name = name_at(view, after + apart, near)
        if name is not None and not acts(view, title, name, near.persons[name][1]):
            title.person, title.until = near.persons[name]
            title.rule = f"{code}.title-comma-name"


def _before_article(view: View, k: int) -> int:
    """The token at `k`, or the one before words that lead to a title: "Anna Kim, [the] Head", "…, [как] глава"."""
    data = view.language.posts
    while k > 0 and view.tokens[k].norm in view.language.institutions.articles | data.its | data.apposed:
        k -= 1
    return k


def _beside(view: View, title: Title, near: Around) -> tuple[int, int] | None:
    """The person right before an English title with a body of its own, and the name's first token.

    "Anna Kim [OSCE Election Adviser] spoke", "Anna Kim [Director of the Agency]"; a headline or a verb tells others.
    """
    head = title.head if title.head is not None else title.first
    whole = title.organisation is not None and title.organisation.kind != "media"
    behind = title.last + 1
    abroad = not whole and behind < len(view.tokens) and country_behind(view, behind) is not None
    if (
        not (view.language.analytic and (whole or abroad))
        or not view.capital(title.first)
        or not view.capital(head)
        or view.sentence.heading
    ):
        return None
    bearer = near.ends.get(title.first - 1)
    titled = bearer is not None and view.posts[bearer[1] - 1] is not None and bearer[1] > 0
    return None if titled else bearer


def _noted(view: View, title: Title, near: Around) -> int | None:
    """The first token of the name behind an English title in brackets: "the Commissioner ([Ombudsman]) N"."""
    after = title.last + 1
    noted = view.language.analytic and _opens_note(view, title.first - 1) and after < len(view.tokens)
    return name_at(view, after + 1, near) if noted and view.tokens[after].text == ")" else None


def _postnominal(view: View, title: Title, near: Around) -> tuple[int, int] | None:
    """The person right before letters that are a title, and the name's first token: "Anna Kim [MP]"."""
    letters = title.first == title.last and view.tokens[title.first].norm in view.language.posts.postnominals
    return near.ends.get(title.first - 1) if letters else None


def _bearer(view: View, k: int, near: Around) -> tuple[int, int] | None:
    """The person whose name ends at token `k`, perhaps with a note in brackets, and its first token.

    In English the note is a country: "Anna Berg (Norway), Head of the Mission". Letters behind the name are left out.
    """
    while k > 0 and k not in near.ends and view.tokens[k].norm in view.language.posts.postnominals:
        k -= 1  # "Anna Kim MP"
    if view.tokens[k].text == ")":
        opening = (m for m in range(k - 2, max(0, k - 2 - LONGEST_NOTE), -1) if view.tokens[m].text == "(")
        first = next(opening, 0)
        if view.language.analytic and not all(view.place[m] for m in range(first + 1, k)):
            return None
        k = first - 1  # "Анна Берг (Anna Berg), посол"
    return near.ends.get(before_degree(view, k))


def _enclosed(view: View, after: int, near: Around) -> int | None:
    """The first token of the name that fills the brackets behind an English title: "the Director of the Agency (N)"."""
    if not view.language.analytic or not _opens_note(view, min(after, len(view.tokens) - 1)):
        return None
    name = name_at(view, after + 1, near)
    end = near.persons[name][1] + 1 if name is not None else after
    return name if end < len(view.tokens) and view.tokens[end].text == ")" else None


def _glossed(view: View, title: Title, near: Around) -> int | None:
    """The first token of the name behind a note on the body: "Chairman of the Milli Mejlis (the upper house) [N]"."""
    after, tokens = title.last + 1, view.tokens
    if title.organisation is None or after >= len(tokens) or tokens[after].text != "(":
        return None
    ahead = range(after + 2, min(after + 2 + LONGEST_NOTE, len(tokens) - 1))
    closing = next((k for k in ahead if tokens[k].text == ")"), None)
    if closing is None or any(k in near.persons for k in range(after + 1, closing)):
        return None
    return name_at(view, closing + 1, near)


def _dashed(view: View, title: Title, near: Around) -> int | None:
    """The first token of the name to which a dash behind the title leads: "университет (ректор – Анна Ким)".

    In Russian lists also "посол Чили – Марко Диас, посол Перу – …".
    """
    before, after, tokens = title.first - 1, title.last + 1, view.tokens
    if after + 1 >= len(tokens) or tokens[after].text not in DASHES:
        return None
    name = name_at(view, after + 1, near)
    if name is None or _opens_note(view, before):
        return name
    end = near.persons[name][1] + 1
    opens = before < 0 or (before == 0 and not view.word(0))  # a line of a list, with its mark: "• Министр юстиции – N"
    apart = opens or tokens[before].text in _APART or tokens[before].norm in view.conjunctions
    closed = end >= len(tokens) or tokens[end].text in {*_APART, *DASHES} or tokens[end].norm in view.conjunctions
    line = opens and (end >= len(tokens) or tokens[end].text in {".", ";"})  # "Министр юстиции – Анна Ким."
    told = title.organisation is not None or title.country is not None or line
    return name if view.language.fusional and told and apart and closed else None


def _past_body(view: View, title: Title, near: Around) -> int:
    """The comma behind an institution that a comma parts from a title: "State Secretary, Ministry of Trade[,] N"."""
    after, tokens = title.last + 1, view.tokens
    if not view.language.analytic or after + 1 >= len(tokens):
        return after
    if (title.organisation and title.organisation.form != "short") or title.country:
        short = near.at_start.get(after + 1) if title.organisation and tokens[after].text == "," else None
        named = short is not None and short.form == "abbreviation" and _comma_name(view, short.last + 1, near)
        return short.last + 1 if short is not None and named else after  # "… of the Turkic Council[, TC], N"
    body = near.at_start.get(after + 1) if tokens[after].text == "," else None
    if body is None or body.kind in {"state", "media"} or body.form == "short":
        return after
    beside = name_at(view, body.last + 1, near) is not None
    if not beside and not _comma_name(view, body.last + 1, near):
        return after
    title.last = body.last
    held_in(view, title, body)
    return body.last + 1


def _comma_name(view: View, k: int, near: Around) -> bool:
    """Tell a comma at `k` with a name behind it."""
    return k < len(view.tokens) and view.tokens[k].text == "," and name_at(view, k + 1, near) is not None


def _comma_holder(view: View, k: int, near: Around) -> bool:
    """Tell a comma at `k` with a name behind it, perhaps after a rank: "the Head of the Delegation[, Ambassador N]"."""
    hit = view.posts[k + 1] if k + 2 < len(view.tokens) and view.tokens[k].text == "," else None
    ranked = hit is not None and (hit.entry.rank or hit.entry.post == "ambassador")
    return name_at(view, k + 2, near) is not None if ranked else _comma_name(view, k, near)


def _shut_off(view: View, title: Title, near: Around, *, listed: bool) -> bool:
    """Tell a bare title before a name between marks: "the Prosecutor, Anna Kim, and [the Ombudsman], Pavel Orne, …".

    One that no list goes on behind is its bearer's by itself: "by its [Chairman], Anna Kim.", "the [Ombudsman], Anna
    Kim, spoke". `listed` tells that another stands before it.
    """
    tokens, at = view.tokens, title.last + 1
    before = view.language.institutions.articles | view.language.posts.its
    the = title.first > 0 and tokens[title.first - 1].norm in before
    if not ((the or view.owned(title.body)) and view.language.analytic and _comma_name(view, at, near)):
        return False
    name = name_at(view, at + 1, near)
    end = near.persons[name][1] + 1 if name is not None else 0
    if listed and (end >= len(tokens) or tokens[end].text in CLOSING or tokens[end].norm in view.conjunctions):
        return True
    after = tokens[end + 1] if end + 1 < len(tokens) and tokens[end].text == "," else None
    goes_on = after is not None and after.text.islower() and after.norm not in view.conjunctions
    return end >= len(tokens) or tokens[end].text in {".", ";", ")"} or goes_on


def _dash_name(view: View, k: int, near: Around) -> bool:
    """Tell a dash at `k` with a name behind it in an English text: "the Chairman of the Chamber [–] Anna Kim"."""
    dash = view.language.analytic and k < len(view.tokens) and view.tokens[k].text in DASHES
    return dash and name_at(view, k + 1, near) is not None


def _opens_note(view: View, k: int) -> bool:
    return k > 0 and view.tokens[k].text == "("


def _reports(view: View, k: int) -> bool:
    """Tell a verb that makes the words before it the one who reports ("…, a correspondent of the agency reports")."""
    return k < len(view.tokens) and view.tokens[k].norm in view.language.posts.reporting


def _subject(view: View, title: Title, before: int) -> bool:
    """Tell a bare title that the verb behind it has as its subject: "At the meeting with N, [the President] noted …".

    `before` is the comma; an apposition has a mark behind it, too.
    """
    bare = view.language.analytic and title.last == title.head and not (title.organisation or title.country)
    after = view.tokens[title.last + 1].text if title.last + 1 < len(view.tokens) else "."
    the = before < title.first - 1 and view.tokens[title.first - 1].norm not in view.language.institutions.indefinite
    return bare and the and after not in CLOSING and after not in view.conjunctions


def _unnamed(view: View, title: Title, near: Around) -> bool:
    """Tell one of a list who is not named: "Director Anna Kim, [representative of the Ministry], Ambassador N and …".

    An apposition has an article, or the list's conjunction behind it.
    """
    tokens, after = view.tokens, title.last + 1
    bearer = near.ends.get(title.first - 2)
    if title.post not in _MANY or bearer is None or bearer[1] == 0 or after + 1 >= len(tokens):
        return False
    apposed = view.posts[bearer[1] - 1] is not None and tokens[title.first - 1].text == "," == tokens[after].text
    ahead = range(after + 1, min(after + 1 + _NEXT, len(tokens)))
    return apposed and tokens[after + 1].norm not in view.conjunctions and any(view.posts[k] for k in ahead)


def _possessed(view: View, title: Title) -> bool:
    """Tell a title that another person has ("her deputy"), but not "Her Excellency the Minister"."""
    word, following = view.tokens[title.first], view.tokens[min(title.first + 1, len(view.tokens) - 1)]
    called = view.language.owner(following.norm) in view.language.posts.honorifics  # "Her Majesty's Ambassador"
    return (
        word.norm in view.language.posts.possessives
        and not called
        and following.norm not in view.language.posts.honorifics
    )
