"""Titles of one person side by side, in languages that put the head first: what they share."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.posts.head_initial.apart import CLOSING, held_in
from kg.annotate.posts.title import is_acting
from kg.annotate.view import DASHES
from kg.language.morphology import parsed
from kg.language.russian import predicate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View

# Posts by which their holder is called besides another one.
_STYLES = frozenset({"ambassador", "member-of-parliament"})
# What joins two titles of one person besides a conjunction.
_BETWEEN = DASHES | {"/"}
# Posts held in an institution, which the other of two titles of one person may name.
_IN_BODY = frozenset({"director", "deputy-director", "head", "deputy-head", "president", "chair", "manager", "other"})
# Posts that are held in a body of the world for a state: "Chile's Permanent Representative to the UN, Ambassador N".
_FOR_STATES = frozenset({"permanent-representative", "head-of-delegation"})
# Posts that stand bare between another one and the name: "уполномоченный по правам Чили, [омбудсмен] N".
_BARE = frozenset({"ombudsman", "member-of-parliament", "professor", "judge", "other"})
# Tokens of "H.E." between a post and a rank.
_EXCELLENCY = frozenset({"h", "e", "h.e", "he", "."})
# Tokens of a note of one word with its brackets.
_NOTED = 3
# Farthest that the verb stands behind the holder of two titles, in tokens.
_TO_VERB = 10


def join(view: View, titles: Sequence[Title]) -> None:
    """Give titles that are joined by a comma, a dash or a conjunction to one person, from right to left."""
    articles, conjunctions = view.language.institutions.articles, view.conjunctions
    later, its = articles | view.language.posts.now, articles | view.language.posts.its
    _join_behind(view, titles)
    for left, right in reversed(list(pairwise(titles))):
        gap = _gap(view, left, right)
        if gap == [","] and _of_next(view, left, right, titles):
            left.person, left.rule, left.first = None, right.rule, left.body
        of_several = right.rule.endswith(".title-names")  # whose title in the plural none in the singular is beside
        unnamed = left.generic and view.tokens[left.first - 1].text == ","  # "N, [expert of the Bank], Rector M"
        joins = left.person is None and right.person is not None and right.last >= right.body
        if joins and not (of_several or unnamed):
            comma = gap[:1] == [","] and all(word in later for word in gap[1:])
            comma = comma and not (gap[1:] and view.shuts_adjunct(left.last + 1))
            rank = right.rank or (right.post in _STYLES and left.organisation is not None)
            rank = rank or left.post == "head-of-delegation"  # "the head of the delegation, Senator N"
            whole = left.last > left.body or (view.language.analytic and left.organisation is not None)
            styled = right.post == "ambassador" or (view.language.analytic and right.post in _STYLES)
            ranked = not gap and (right.rank or styled) and whole and _agree(view, left, right)
            ranked = ranked or (not gap and _apposed(view, left, right))
            bare = (
                view.language.fusional
                and left.last > left.body
                and (left.organisation is not None or (left.country is not None and _bare(view, left, right)))
            )  # "член Совета, адвокат N"
            listed = comma and (_agree(view, left, right) or is_acting(view, left))
            listed = (listed and (right.last > right.body or rank or bare)) or ranked
            beside = len(gap) == 1 and (gap[0] in conjunctions or gap[0] in _BETWEEN)
            beside = beside or (gap[:1] == [","] and _joined(gap[1:], conjunctions, its) and _third(view, left, titles))
            two = view.language.fusional and gap[:1] != [] and gap[0] in DASHES and left.case == right.case
            if listed or (beside and (two or _one_holder(view, left, right)) and not _both_came(view, left, right)):
                left.person, left.until = right.person, right.until
                right.generic = right.generic or (ranked and view.language.fusional and _bare_rank(right))
                _share(view, left, right, beside=beside, ranked=ranked)
    for left, right in pairwise(titles):  # "N, Deputy Premier of Chile and Minister of Trade and Co-Chair of the Board"
        gap = _gap(view, left, right)
        apposed = right.person is None and left.rule.endswith(".name-comma-title")
        further = gap == [","] and (_whole(view, left, right) or _further(view, left, right))
        if apposed and (_joined(gap, conjunctions, its) or further):
            right.person, right.rule = left.person, left.rule
    for left, right in pairwise(titles):
        _hand_over(view, left, right, [t.norm for t in view.tokens[left.last + 1 : right.first]])


def _join_behind(view: View, titles: Sequence[Title]) -> None:
    """Give the second of two Russian titles behind a name to its bearer, where the next one's follows with a comma.

    "с Петром Ли, директором банка [и советником министра], послом Анной Ким".
    """
    for left, middle, right in zip(titles, titles[1:], titles[2:], strict=False):
        apposed = view.language.fusional and left.rule.endswith(".name-comma-title") and middle.person is None
        beside = middle.first == left.last + 2 and view.tokens[left.last + 1].norm in view.conjunctions
        if apposed and beside and right.person not in {None, left.person} and _gap(view, middle, right) == [","]:
            middle.person, middle.rule = left.person, left.rule


def _hand_over(view: View, left: Title, right: Title, gap: list[str]) -> None:
    """Give the second of two titles what the first tells, or the first the country that stands behind the second."""
    if view.language.analytic and _both_of(view, left, right):
        left.country = right.country  # "Foreign Minister N and Trade Minister M [of Chile]"
    two = left.post == right.post == "ambassador" and not right.rule.endswith(".title-names")
    if two and view.language.analytic and right.organisation is None:
        right.country = right.country or left.country  # "the Swiss Ambassador to Peru, N, and the one to Chile, M"
    if right.person is None and left.rule.endswith(".name-comma-title") and len(gap) == 1 and gap[0] in _BETWEEN:
        right.person, right.rule = left.person, left.rule  # "N, Deputy Prime Minister – Minister of …"


def _of_next(view: View, left: Title, right: Title, titles: Sequence[Title]) -> bool:
    """Tell the first of two English titles before a name where titles stand before the names of a list.

    "Minister of Trade A, [Special Representative of the Board], Head of the Centre B" are two persons' titles, but
    "Ambassador A, [Head of the Centre], Minister B".
    """
    told = left.person is not None and left.rule.endswith(".name-comma-title") and left.last > left.body
    before = told and any(t.person == left.person and t.first < left.first and _leads(t) and _own(t) for t in titles)
    other = right.person is not None and right.person != left.person and _leads(right)
    return view.language.analytic and before and other and left.post != "head-of-delegation"


def _both_of(view: View, left: Title, right: Title) -> bool:
    """Tell two holders of a state's posts of whom the country stands behind the second's name."""
    behind = right.until is not None and right.last > right.until and right.country is not None
    bare = left.country is None and left.organisation is None and left.until is not None and _leads(left)
    if not (behind and bare and right.organisation is None) or left.until is None:
        return False
    gap = [t.norm for t in view.tokens[left.until + 1 : right.first]]
    return len(gap) == 1 and gap[0] in view.conjunctions


def _leads(title: Title) -> bool:
    """Tell a title that stands before the name."""
    return title.rule.endswith(".title")


def _own(title: Title) -> bool:
    """Tell a title that is more than a rank by which its holder is called: "Ambassador"."""
    styled = title.rank or title.post in _STYLES
    return title.organisation is not None or title.country is not None or (title.last > title.body and not styled)


def _third(view: View, left: Title, titles: Sequence[Title]) -> bool:
    """Tell the second of three English titles before a name: "Deputy Premier, [Minister of Trade], and Governor N"."""
    comma = left.first > 1 and view.tokens[left.first - 1].text == "," and view.language.analytic
    return comma and any(t.last == left.first - 2 and t.person is None for t in titles)


def join_paired(view: View, titles: Sequence[Title]) -> None:
    """Give two Russian titles that a conjunction joins to one person where the verb behind the name is in the singular.

    "[Премьер-министр и] министр иностранных дел Катара Хамад Ким подал в отставку"; two of them would come ("прибыли").
    """
    for left, right in reversed(list(pairwise(titles))):
        one = left.person is None and right.person is not None and left.case == right.case == "nom"
        beside = right.first == left.last + 2 and view.tokens[left.last + 1].norm in view.conjunctions
        if one and beside and left.post != right.post and _singular(view, right):
            left.person, left.until = right.person, right.until
            left.country = left.country or right.country
            if left.organisation is None and left.last == left.titled and left.post in _IN_BODY:
                held_in(view, left, right.organisation)


def _bare(view: View, left: Title, right: Title) -> bool:
    """Tell a bare title of whom the one before it tells more: "и.о. президента Чили, [премьер-министр] N"."""
    return right.post in _BARE or is_acting(view, left)


def _singular(view: View, title: Title) -> bool:
    """Tell a verb in the singular, the first one behind the holder of a title."""
    behind = title.until + 1 if title.until is not None else len(view.tokens)
    words = (view.tokens[k].norm for k in range(behind, min(behind + _TO_VERB, len(view.tokens))))
    verb = next((parsed(w)[0] for w in words if predicate(w)), None)
    return verb is not None and str(verb.tag.number) == "sing"


def _both_came(view: View, left: Title, right: Title) -> bool:
    """Tell two people by a plural right behind the name of the second: "посол Чили и министр Анна Ким [прибыли]"."""
    behind = view.tokens[right.until + 1 : right.until + 2] if right.until is not None else ()
    told = view.language.fusional and left.case == right.case == "nom" and any(predicate(t.norm) for t in behind)
    return told and str(parsed(behind[0].norm)[0].tag.number) == "plur"


def _agree(view: View, left: Title, right: Title) -> bool:
    """Tell two titles that may be in one case, if they have any: not "вручил [министру связи] посол Чили Пётр Ли"."""
    heads = [view.tokens[t.head].norm for t in (left, right) if t.head is not None]
    cases = [{a.case for a in view.language.analyse(word)} for word in heads]
    return not view.language.fusional or len(cases) < 2 or not cases[0].isdisjoint(cases[1])  # noqa: PLR2004 - a pair


def _apposed(view: View, left: Title, right: Title) -> bool:
    """Tell a whole Russian title right before another in the same case: "[спикер Сената] член партии Пётр Ли".

    Two genitives tell nothing: "[представителя Союза] директора Петра Ли".
    """
    whole = left.last > left.body or left.organisation is not None or left.country is not None
    return view.language.fusional and whole and left.case == right.case != "gen"


def _gap(view: View, left: Title, right: Title) -> list[str]:
    """The words between two titles, without a note, nor words of respect: "Head of the Council (CA) [H.E.] Envoy N".

    So also "ректор Университета (Чили) [профессор] N", "спецпредставитель Союза (СЕ), [посол] N".
    """
    gap = _past_note([t.norm for t in view.tokens[left.last + 1 : right.first]])
    respect = view.language.analytic and all(word in _EXCELLENCY for word in gap)
    return [] if respect else gap


def _past_note(gap: list[str]) -> list[str]:
    """The words between two titles without a note of one word in brackets before them."""
    return gap[_NOTED:] if gap[:1] == ["("] and gap[_NOTED - 1 : _NOTED] == [")"] else gap


def _share(view: View, left: Title, right: Title, *, beside: bool, ranked: bool) -> None:
    """Give each of one person's two titles what it lacks and the other tells: country, institution.

    `beside` tells that a conjunction or a dash joins them, `ranked` that the second is a rank right behind the first.
    """
    if beside and left.organisation is None:
        abroad = right.organisation is not None and right.organisation.kind == "international"
        left.country = left.country or (None if abroad else right.country)  # "… of the EU Delegation to …"
        _share_body(view, left, right)
    elif beside and left.organisation is not None and right.organisation is not None and view.language.analytic:
        own, whole = left.organisation, right.organisation
        if whole.kind == "international" and not (own.country or own.known or own.owner):
            own.owner = whole  # "Chairman of the Executive Committee – CIS Executive Secretary"
    if ranked and view.language.analytic and right.last == right.titled:
        right.country = left.country  # "Secretary General of the OSCE [Ambassador] N"
    elif right.organisation is None and not (right.rank or _of_the_world(left, right)):
        right.country = right.country or left.country


def _of_the_world(left: Title, right: Title) -> bool:
    """Tell an envoy's rank beside a post in a body of the world: "Head of the UN Office in Chile, [Ambassador] N"."""
    body = left.organisation if left.post not in _FOR_STATES else None
    return right.post == "ambassador" and body is not None and body.kind == "international"


def _bare_rank(title: Title) -> bool:
    """Tell a diplomatic rank between a post and the name: "глава Центра ОБСЕ [посол] N" is nobody's ambassador."""
    return title.post == "ambassador" and not title.rank and not title.organisation and not title.country


def _joined(gap: list[str], conjunctions: AbstractSet[str], articles: AbstractSet[str]) -> bool:
    """Tell "and", or "and the", between two titles."""
    return gap[:1] != [] and gap[0] in conjunctions and all(word in articles for word in gap[1:])


def _whole(view: View, left: Title, right: Title) -> bool:
    """Tell a second title that names where it is held: "N, Head of the Cabinet, [Minister of Trade of Norway]"."""
    return (
        view.language.analytic
        and right.last > right.body
        and bool(right.organisation or right.country)
        and (left.post != right.post)
    )


def _further(view: View, left: Title, right: Title) -> bool:
    """Tell a further Russian apposition: "N, директор Института, [член совета Фонда], выступил"."""
    after = right.last + 1
    if not view.language.fusional or right.last <= right.body or left.case != right.case:
        return False
    return after >= len(view.tokens) or view.tokens[after].text in CLOSING or predicate(view.tokens[after].norm)


def _share_body(view: View, left: Title, right: Title) -> None:
    """Give the first of two bare titles the institution behind the second: "[Founder] and Director of the Centre N".

    So also the chair of its board: "[Chairman of the Board] – Rector of the University N".
    """
    bare = view.language.analytic and left.last == left.titled and left.post in _IN_BODY
    board = view.tokens[left.last].norm in view.language.posts.bodies
    if bare and (board or not any(t.norm in view.language.posts.of for t in view.tokens[left.first : left.last + 1])):
        held_in(view, left, right.organisation)


def _one_holder(view: View, left: Title, right: Title) -> bool:
    """Tell whether two titles side by side may be one person's: a longer first one, other posts, no two countries."""
    countries = {left.country, right.country} - {None}
    whole = (
        not view.language.analytic or right.last > right.body or right.organisation is not None
    )  # "and Minister Kim"
    ranked = view.language.analytic and (left.post in _IN_BODY or left.post in {"ambassador", "professor"})
    longer = left.last > left.body or (ranked and right.organisation is not None)  # "Founder and Director of …"
    return longer and left.post != right.post and len(countries) <= 1 and whole
