"""Titles in languages that put the head first: "chairman of the Central Election Commission, Gulnara Ataýewa".

A title takes modifiers on its left ("senior", "Foreign", "OSCE") and what it is over on its right. The person
stands right after it ("Minister of Justice John Brown"), after a comma, or before a comma ("John Brown, adviser of…").
Titles joined by a comma before a name share the person.
"""

from __future__ import annotations

from dataclasses import replace as replace_title
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.annotate.organisations.inflect import agrees
from kg.annotate.posts.elided import bind_elided, bind_next
from kg.annotate.posts.head_initial.apart import elected, held_in
from kg.annotate.posts.head_initial.areas import divide
from kg.annotate.posts.head_initial.beside import name_at
from kg.annotate.posts.head_initial.binding import bind
from kg.annotate.posts.head_initial.candidacy import is_sought
from kg.annotate.posts.head_initial.echoing import echo, of_holder
from kg.annotate.posts.head_initial.joining import join, join_paired
from kg.annotate.posts.head_initial.lists import double, hand_on, opens_double
from kg.annotate.posts.head_initial.represented import find_represented
from kg.annotate.posts.head_initial.sides import find_sides
from kg.annotate.posts.head_initial.subjects import acts
from kg.annotate.posts.head_initial.title_right import Scan
from kg.annotate.posts.its import its_body
from kg.annotate.posts.offices import known_offices
from kg.annotate.posts.parties import find_parties
from kg.annotate.posts.several import bind_each, bind_pairs, bind_row, note_country, offices_of
from kg.annotate.posts.title import LONGEST_LEFT, REFERRED, Title, around
from kg.annotate.posts.told import find_told
from kg.annotate.view import DASHES
from kg.language.russian import opening_plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.organisations.draft import Draft
    from kg.annotate.posts.title import Around
    from kg.annotate.view import View
    from kg.language.lexicon import Hit
    from kg.language.posts import PostHead

# How far a dash or colon may stand behind a title in the plural, whose holders it leads to, in tokens.
_TO_NAMES = 9
# Posts that stand as ranks before a name, which another title follows: "Ambassador Kim, Head of the Mission".
_RANKS = frozenset({"ambassador", "professor", "member-of-parliament"})


def find_titles_initial(view: View, drafts: list[Draft], persons: Mapping[int, tuple[int, int]]) -> list[Title]:
    """Titles of a sentence, in text order; see `find_titles_final` for `persons`."""
    near = around(drafts, persons)
    near = replace(near, parties=(find_represented if view.language.analytic else find_parties)(view, near))
    titles: list[Title] = []
    bare: list[Title] = []
    bound: set[int] = set()
    listed: set[int] = set()
    for i in view.post_at:
        hit = view.posts[i]
        if hit is None or i in near.inside or i <= (floor := _floor(titles, bare)) or not _heads(view, i, hit, near):
            continue
        if hit.analysis.number or _plural(view, i):
            title = Scan(view, i, hit, near, floor).title(singular=True)
            title.case = title.case if hit.analysis.number else "nom"  # "[Главы] МИД …": not the genitive
            named = _of_several(view, title, near, bound, listed)
            divide(view, named)
            titles += named
            bare += [replace_title(title, several=True)] if not named else []
            continue
        title = Scan(view, i, hit, near, floor).title()
        if _leads(view, title) or elected(view, title, titles, near):
            continue
        held_in(view, title, its_body(view, title, titles, near))
        bind(view, title, near, bound, listed)
        note_country(view, title)
        _refine(view, title, hit.entry)
        _seat_deputy(view, title)
        of_holder(view, title, titles)
        if title.person is not None:
            _note_bearer(title, title.person, bound, listed)
        elif view.language.analytic and i > 0:
            one_of_several = view.tokens[title.first - 1].norm in view.language.institutions.indefinite
            title.generic = title.generic or (one_of_several and title.first > 0)
        told = _is_told(view, title, i)
        title.referring = not told and _refers(view, title, i)
        if told or title.referring:
            titles.append(title)
            titles += bind_next(view, title, near) if view.language.fusional else []
        elif view.language.fusional:
            bare.append(replace_title(title, tentative=True))
    titles += [t for t in known_offices(view, near) if all(t.first > o.last or t.last < o.first for o in titles)]
    titles.sort(key=lambda t: t.first)
    join(view, titles)
    titles = echo(view, [t for t in titles if not _degree(view, t)])
    if view.language.fusional:
        titles = [t for t in titles if not _ranked(t, titles)]
        hand_on(view, titles)
        double(view, titles)
        titles += find_sides(view, titles, near)
        titles = sorted([*titles, *bare], key=lambda t: t.first)
        join_paired(view, titles)
    return titles + find_told(view, near, titles) if view.language.posts.heading else titles


def _floor(titles: Sequence[Title], bare: Sequence[Title]) -> int:
    """The last token of the titles found before, behind which the next may begin; -1 where there is none."""
    return max((t.last for t in (*titles[-1:], *bare[-1:]) if t.several or not t.tentative), default=-1)


def _of_several(view: View, title: Title, near: Around, bound: set[int], listed: set[int]) -> list[Title]:
    """The titles that one in the plural gives: one of its holders', or one for each of those named behind it.

    "The [speakers] were Anna Kim and …" are those who speak.
    """
    if view.language.analytic and title.post == "speaker" and not (title.organisation or title.country):
        return []
    if _one_of(view, title):
        bind(view, title, near, bound, listed)
        return [title]
    name = name_at(view, title.last + 1, near) if view.language.fusional else None
    if name is not None and acts(view, title, name, near.persons[name][1]):
        return []
    if view.language.fusional:
        return bind_row(view, title, near) or bind_elided(view, title, near) or offices_of(view, title)
    return bind_row(view, title, near) or bind_pairs(view, title, near) or bind_each(view, title, near)


def _one_of(view: View, title: Title) -> bool:
    """Tell one of several holders of a Russian post, and begin the title there: "Анна Ким, [один из] директоров"."""
    one_of, first = view.language.posts.one_of, title.first - len(view.language.posts.one_of)
    if not one_of or first < 0 or view.tokens[first + 1].norm not in one_of[1:]:
        return False
    found = [a for a in view.language.analyse(view.tokens[first].norm) if a.stem in one_of]
    if found:
        title.first, title.case = first, found[0].case
    return bool(found)


def _heads(view: View, i: int, hit: Hit[PostHead], near: Around) -> bool:
    """Tell a noun for a post that heads a title, not one that only qualifies or owns another noun."""
    if not _whole(view, i, hit.entry.needs) or view.tokens[i].norm in view.stop:
        return False
    if is_sought(view, i):
        return False
    return not (_opens(view, i, near) or _qualifies(view, i) or _possesses(view, i) or _managing(view, i))


def _leads(view: View, title: Title) -> bool:
    """Tell an English verb, not a title: "will [head] the delegation"."""
    before = view.tokens[title.first - 1].norm if title.first else ""
    return title.post == "head-of-delegation" and before in view.language.events.modals


def _managing(view: View, i: int) -> bool:
    """Tell a Russian noun that only modifies the head behind it: "[управляющий] директор"."""
    hit, after = view.posts[i], view.posts[i + 1] if i + 1 < len(view.tokens) else None
    over = hit is not None and hit.entry.lemma in view.language.posts.over_whom
    return over and after is not None and agrees(view.tokens[i].norm, view.tokens[i + 1].norm)


def _is_told(view: View, title: Title, i: int) -> bool:
    """Tell a title from a common noun, by who holds it, where, or a capital; its head is at `i`."""
    told = title.person is not None or title.organisation or title.country or title.last > i
    told = told and (title.person is not None or not _joins_plural(view, i))
    return bool(told or view.capital(i) or opens_double(view, title) or _before_rank(view, i))


def _refers(view: View, title: Title, i: int) -> bool:
    """Tell a bare title in small letters that may stand for its only bearer: "5 мая [министр] принял посла"."""
    if title.post not in REFERRED or title.first != i or title.generic or title.last > i:
        return False
    if view.language.fusional:
        return "nom" in title.case.split("|")
    return i > 0 and view.tokens[i - 1].norm in view.language.institutions.articles


def _refine(view: View, title: Title, head: PostHead) -> None:
    """Make the post what it is in the country of its title: "государственный секретарь США" is a minister.

    In English the president of what is called by an unknown word heads it: "[Nordvik] President".
    """
    if title.organisation is None:
        title.post = head.in_country(title.post, title.country)
    if title.post == "president" and not (title.organisation or title.country) and view.language.analytic:
        before = range(title.first, title.head or title.first)
        named = any(view.capital(k) and not (view.posts[k] or view.place[k]) and _unknown(view, k) for k in before)
        title.post = "head" if named else title.post


def _unknown(view: View, k: int) -> bool:
    """Tell a word that is neither common nor one of those before a title: "[Nordvik] President", "Acting President"."""
    data, word = view.language.posts, view.tokens[k].norm
    known = (view.ordinary, view.stop, data.ranks, data.modifiers, data.honorifics, data.aside)
    return view.word(k) and not any(word in words for words in known)


def _seat_deputy(view: View, title: Title) -> None:
    """Make an English "deputy" before a name one of a parliament: "[deputy] Anna Kim", but "her deputy, Anna Kim"."""
    hit = view.posts[title.head] if title.head is not None and view.language.analytic else None
    alone = hit is not None and hit.entry.post == "deputy" and title.first == title.last
    named = title.person is not None and title.rule.endswith(".title")
    if alone and named and not view.owned(title.body):
        title.post = "member-of-parliament"


def _degree(view: View, title: Title) -> bool:
    """Tell what is no post: "N, [Candidate of Sciences], Head of …", "[member] states"."""
    hit = view.posts[title.head] if title.head is not None else None
    return hit is not None and bool(hit.entry.unless & {t.norm for t in view.tokens[title.first : title.last + 2]})


def _ranked(title: Title, titles: list[Title]) -> bool:
    """Tell a rank of who holds a post, which is none: "министр обороны [генерал армии] N"."""
    rank = title.rank and title.post == "other" and not title.trade and title.person is not None
    return rank and any(t is not title and t.person == title.person for t in titles)


def _note_bearer(title: Title, person: int, bound: set[int], listed: set[int]) -> None:
    """Note who bears a title on the left: see `bind`."""
    if title.organisation or title.country or title.post not in _RANKS:
        bound.add(person)
    if title.rule.endswith(".title-comma-name"):
        listed.add(person)


def _plural(view: View, i: int) -> bool:
    """Tell a Russian form that may be a genitive, too, by where it stands: it opens the sentence or a list.

    "Главы МИД …"; "профессора Академии – Анна Ким, Пётр Ли": a dash or a colon leads to the names. In English
    deputies of several: "[Deputy] Ministers Anna Kim and …".
    """
    hit, after = view.posts[i], view.posts[i + 1] if i + 1 < len(view.tokens) else None
    if view.language.analytic:
        return bool(hit and after and hit.entry.post == "deputy" and after.analysis.number)
    if not view.language.fusional or not opening_plural(view.tokens[i].norm):
        return False
    ahead = range(i + 1, min(i + _TO_NAMES, len(view.tokens)))
    mark = next((m for m in ahead if not view.word(m)), None)
    opens = i == 0 or (view.tokens[i - 1].text in DASHES and view.capital(i))  # "Осло (АП) - [Главы] МИД …"
    return opens or (mark is not None and view.tokens[mark].text in {":", *DASHES})


def _joins_plural(view: View, i: int) -> bool:
    """Tell a Russian plural that may be a genitive, too, behind a conjunction: "…, а также [главы] миссий"."""
    if not view.language.fusional or i == 0 or not opening_plural(view.tokens[i].norm):
        return False
    return any(view.tokens[i - 1].norm == c.split()[-1] for c in view.conjunctions)


def _before_rank(view: View, i: int) -> bool:
    """Tell a bare title before a comma and a rank: "the [rector], Professor Anna Kim"."""
    after = view.posts[i + 2] if i + 2 < len(view.tokens) and view.tokens[i + 1].text == "," else None
    return after is not None and after.entry.rank and view.language.analytic


def _whole(view: View, i: int, needs: tuple[str, ...]) -> bool:
    """Tell whether the word that a title's head needs stands behind it."""
    return not needs or (i + 1 < len(view.tokens) and view.tokens[i + 1].norm in needs)


def _qualifies(view: View, i: int) -> bool:
    """Tell a title that only tells which kind of thing the noun behind it is: "[member] states", "[expert] group"."""
    if i + 1 >= len(view.tokens) or not view.word(i + 1):
        return False
    word = view.tokens[i + 1].norm
    return word in view.language.posts.qualified or view.language.owner(word) in view.language.posts.qualified


def _possesses(view: View, i: int) -> bool:
    """Tell the officer whose envoy is told of: "NATO [Secretary General's] Special Representative"."""
    if not view.language.analytic:
        return False
    k = i
    while k + 1 < len(view.tokens) and view.language.owner(view.tokens[k + 1].norm) in view.language.posts.following:
        k += 1
    ahead = range(k + 1, min(k + LONGEST_LEFT, len(view.tokens)))
    first = next((m for m in ahead if view.posts[m] or view.tokens[m].norm not in view.language.posts.modifiers), None)
    return view.language.genitive(view.tokens[k].norm) and first is not None and view.posts[first] is not None


def _opens(view: View, i: int, near: Around) -> bool:
    """Tell a word that only opens a longer title: "Deputy" of "Deputy Foreign Minister"."""
    hit, modifiers = view.posts[i], view.language.posts.modifiers
    if (
        not view.language.analytic
        or hit is None
        or not (hit.entry.post == "deputy" or view.tokens[i].norm in modifiers)
    ):
        return False
    for m in range(i + 1, min(i + LONGEST_LEFT, len(view.tokens))):
        if after := view.posts[m]:
            vague = {"other", "manager"}  # "General Director", "Executive Secretary"
            chief = hit.entry.post == "head"  # "Chief Adviser"
            return m > i + 1 or chief or (hit.entry.post in vague and after.entry.post not in vague)
        if m in near.inside or not view.word(m) or not (view.tokens[m].norm in modifiers or view.capital(m)):
            return False
    return False
