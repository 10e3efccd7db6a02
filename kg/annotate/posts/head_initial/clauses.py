"""Whose a Russian title is that no name stands beside: by the verb or noun of holding, coming to or leaving a post.

"Анна Ким избрана [председателем]", "назначил Анну Ким [послом]", "пост [министра] занимает Анна Ким". The title stands
in the instrumental, or in the genitive behind a word for a post.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.annotate.organisations.inflect import instrumental, nominative_phrase
from kg.annotate.persons.dictionary import is_noun
from kg.annotate.posts.title import is_acting, post_of
from kg.language import load
from kg.language.morphology import parsed
from kg.language.russian import predicate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.annotate.posts.title import Title
    from kg.annotate.view import View
    from kg.language.posts import Posts
    from kg.model import PersonMention

# Farthest that the verb stands before the title, and behind it, in tokens.
_BEFORE, _BEHIND = 14, 12
# How far the relative pronoun may stand before its verb, in tokens.
_RELATIVE = 8
# Whom a word of holding a post tells: the subject, the object, or whom the participle belongs to.
_SUBJECT, _OBJECT, _OWNER = "subject", "object", "owner"
_ACTIVE = frozenset({"VERB", "INFN", "GRND"})
_STOPS = frozenset(";:")


def bind_clauses(
    view: View, titles: Sequence[Title], persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> list[Title]:
    """Give the titles of a sentence, in text order, the persons that its clauses tell: see the module.

    `here` is as for `bind_predicates`.
    """
    found: list[Title] = []
    for title in titles:
        found += [title, *(_inner(view, title, persons) if title.last + 1 in here else [])]
    before: Title | None = None
    for n, title in enumerate(found):
        if title.person is None:
            after = found[n + 1] if n + 1 < len(found) else None
            beside = after if after is not None and after.first == title.last + 1 else None
            _bind(view, title, persons, here, beside)
        if title.person is None and before is not None and _listed(view, before, title):
            title.person, title.rule = before.person, before.rule
        before = title if not title.tentative or title.person is not None else before
    return [title for title in found if title.person is not None or not title.tentative]


def _bind(
    view: View,
    title: Title,
    persons: Sequence[PersonMention],
    here: Mapping[int, tuple[int, int]],
    beside: Title | None,
) -> None:
    """Give a title the person that its clause tells; `beside` is the title right behind it, if any."""
    _bind_quality(view, title, persons, here)
    anchor = _anchor(view, title)
    if anchor is None or title.person is not None:
        return
    clause = Clause(view, persons, here, post=anchor != title.first or is_acting(view, title))
    person = clause.leading(anchor, title, beside)
    person = clause.following(anchor, title) if person is None else person
    if person is not None:
        title.person, title.rule = person, f"{view.language.code}.predicate"


def _listed(view: View, before: Title, title: Title) -> bool:
    """Tell a title joined to one that a clause tells: "работал министром финансов, [послом] и ректором"."""
    told = before.rule == f"{view.language.code}.predicate" and before.case == title.case
    gap = view.tokens[before.last + 1 : title.first]
    joints = {",", *view.conjunctions, *view.language.posts.now}
    return told and bool(gap) and all(t.norm in joints for t in gap)


def _inner(view: View, title: Title, persons: Sequence[PersonMention]) -> list[Title]:
    """Take a name in the genitive from a title in another case: it is of whom the title serves.

    "Советник Анны Ким" is nobody's title, in "советник [президента] Анны Ким" she is the president.
    """
    if title.person is None or title.head is None or title.generic or title.rule != f"{view.language.code}.title":
        return []
    if persons[title.person].case != "gen":
        return []
    hit, cases = view.posts[title.head], cases_of(view, title)
    listed = any(t.text == "," for t in view.tokens[title.head : title.last])
    if hit is None or cases & {"gen", "acc"} or hit.analysis.number or listed:
        return []
    person, until, title.person, title.until = title.person, title.until, None, None
    last = title.titled if title.titled is not None else title.head
    k = next((m for m in range(title.head + 1, last + 1) if view.posts[m]), None)
    inner = view.posts[k] if k is not None else None
    if k is None or inner is None or inner.analysis.case != "gen":
        return []
    text, post = nominative_phrase(view, k, k, last), post_of(view, inner.entry, k, last, title.organisation)
    own = replace(title, first=k, body=k, head=k, text=text, post=post, person=person, until=until, case="gen")
    title.last = k - 1 if title.last == last else title.last
    return [own]


def _bind_quality(
    view: View, title: Title, persons: Sequence[PersonMention], here: Mapping[int, tuple[int, int]]
) -> None:
    """The subject before "as": "Анна Ким в качестве [председателя] Совета посетила Осло"."""
    words = " ".join(t.norm for t in view.tokens[max(0, title.first - 2) : title.first])
    before = [(first, index) for first, (index, _) in here.items() if first < title.first]
    if title.case == "gen" and words in view.language.posts.capacities and before:
        index = max(before)[1]
        if persons[index].case == "nom":
            title.person, title.rule = index, f"{view.language.code}.capacity"


def tells_post(view: View, k: int) -> bool:
    """Tell a Russian verb of being, becoming or being made somebody: "является", "назначен"."""
    return _told(view.tokens[k].norm, post=False) == _SUBJECT


def _anchor(view: View, title: Title) -> int | None:
    """The token before which the verb is looked for, or None where the title tells nobody's post."""
    data, before = view.language.posts, title.first - 1
    cases = cases_of(view, title)
    behind = before >= 0 and view.language.forms(data.posts)[view.tokens[before].norm]
    if "gen" in cases and (behind or is_acting(view, title)):
        return before if behind else title.first
    return title.first if "ins" in cases else None


def cases_of(view: View, title: Title) -> frozenset[str]:
    """The cases in which the head of a title may stand: all of them for "замминистра"."""
    hit = view.posts[title.head] if title.head is not None else None
    if hit is None or title.head is None:
        return frozenset({title.case})
    found = view.language.analyse(view.tokens[title.head].norm)
    cases = frozenset(a.case for a in found if a.stem == hit.analysis.stem and a.number == hit.analysis.number)
    return cases if title.case in cases else frozenset({title.case})  # "[одним] из директоров"


@lru_cache(maxsize=20_000)
def _told(word: str, *, post: bool) -> str:
    """Whom a word (lower case) tells as who holds a post, or nothing; `post`: a word for a post stands behind it."""
    data = load("ru").posts
    return next((whom for parse in parsed(word) if (whom := _whom(data, parse.normal_form, parse.tag, post=post))), "")


def _whom(data: Posts, lemma: str, tag: object, *, post: bool) -> str:
    """See `_told`: the same of one reading of the word."""
    part, voice = str(tag.POS), str(tag.voice)  # type: ignore[attr-defined]
    if lemma in data.being or (post and lemma in data.holding_post):
        return _SUBJECT if part in _ACTIVE else _OWNER * (part == "PRTF")
    if lemma in data.appoints or (post and lemma in data.removes):
        if part == "PRTS":
            return _SUBJECT
        return _OWNER if part == "PRTF" and voice == "pssv" else _OBJECT * (part in {*_ACTIVE, "PRTF"})
    return _OBJECT * (part == "NOUN" and lemma.startswith(data.appointing))


class Clause:
    """The clause round a title: its persons in order, by first and last token, with the cases of their names."""

    def __init__(
        self,
        view: View,
        persons: Sequence[PersonMention],
        here: Mapping[int, tuple[int, int]],
        *,
        post: bool,
    ) -> None:
        self.view, self.post = view, post
        self.names = [
            (first, last, index, persons[index].case == "nom") for first, (index, last) in sorted(here.items())
        ]

    def leading(self, anchor: int, title: Title, beside: Title | None) -> int | None:
        """The person that a word before the title tells."""
        word = self.before(anchor)
        if word is None or (whom := _told(self.view.tokens[word].norm, post=self.post)) == "":
            return None
        if whom == _OWNER:
            found = self._owner(word)
        elif (pronoun := self._pronoun(word)) is not None:
            found = self._ending(pronoun - 2)  # "Анна Ким, [которая] сейчас является …"
        else:
            found = self._named(word, anchor, subject=whom == _SUBJECT)
        if found is None and beside is not None and whom != _OWNER:
            return beside.person  # "назначил [послом] генерала Петра Ли"
        start = found[0] if found else word
        return found[2] if found and not self._unsure(min(start, word), anchor) and title.first > start else None

    def following(self, anchor: int, title: Title) -> int | None:
        """The person named first behind a verb that follows the title: "[послом] назначен генерал Пётр Ли"."""
        view, at = self.view, title.last + 1
        far = range(at, min(at + _BEHIND, len(view.tokens)))
        ends = (k for k in far if view.tokens[k].text in ",;:" or _told(view.tokens[k].norm, post=self.post))
        word = next(ends, None)
        if word is None or not view.word(word) or self.governed(anchor):
            return None
        whom = _told(view.tokens[word].norm, post=self.post)
        first = next((n for n in self.names if n[0] > word), None)
        if first is None or whom == _OWNER or first[3] != (whom == _SUBJECT):
            return None
        if any(predicate(view.tokens[k].norm) and not tells_post(view, k) for k in range(word + 1, first[0])):
            return None
        return None if self._unsure(word, first[0]) else first[2]

    def before(self, anchor: int) -> int | None:
        """The word of holding a post that the title belongs to, before it in its clause."""
        view, data = self.view, self.view.language.posts
        for k in range(anchor - 1, max(-1, anchor - 1 - _BEFORE), -1):
            norm = view.tokens[k].norm
            if _told(norm, post=self.post):
                return k
            stops = view.tokens[k].text in _STOPS or view.tokens[k].text == "," or norm in data.clauses
            verb = str(parsed(norm)[0].tag.POS) in {*_ACTIVE, "PRTS"}
            if stops or verb or (not self.post and self._asks(norm)):
                return None
        return None

    def governed(self, anchor: int) -> bool:
        """Tell a title that a preposition before it asks for: "[с] послом и министром"."""
        view = self.view
        for k in range(anchor - 1, max(-1, anchor - 1 - _BEFORE), -1):
            if not self.post and self._asks(view.tokens[k].norm):
                noun = next((m for m in range(k + 1, anchor) if is_noun(view.tokens[m].norm)), anchor)
                return noun == anchor or instrumental(view.tokens[noun].norm)  # but "С марта [послом] был Олег Рид"
            if not view.word(k) or predicate(view.tokens[k].norm):
                return False
        return False

    def _asks(self, word: str) -> bool:
        """Tell a preposition of the instrumental: "с", "между"."""
        return "ins" in self.view.language.names.governs.get(word, ())

    def _pronoun(self, word: int) -> int | None:
        """The relative pronoun of the clause of a word, right behind a comma."""
        view = self.view
        for k in range(word - 1, max(0, word - 1 - _RELATIVE), -1):
            if view.tokens[k].text == ",":
                return None
            if view.tokens[k].norm in view.language.posts.who and view.tokens[k - 1].text == ",":
                return k
        return None

    def _owner(self, word: int) -> tuple[int, int, int, bool] | None:
        """The person whom a participle belongs to, behind a comma: "Анна Ким, ранее [работавшая] …"."""
        view = self.view
        for k in range(word - 1, max(0, word - 1 - _RELATIVE), -1):
            if view.tokens[k].text == ",":
                return self._ending(k - 1)
            if not view.word(k):
                return None
        return None

    def _ending(self, last: int) -> tuple[int, int, int, bool] | None:
        return next((n for n in self.names if n[1] == last), None)

    def _named(self, word: int, anchor: int, *, subject: bool) -> tuple[int, int, int, bool] | None:
        """The subject or the object of a verb before the title, or of a noun; its clause is not left."""
        between = [n for n in self.names if word < n[0] < anchor and n[3] == subject]
        if between:
            return between[0] if subject else between[-1]
        before = [n for n in self.names if n[1] < word and n[3] == subject]
        if not before:
            return None
        view, data, nearest = self.view, self.view.language.posts, before[-1]
        noun = not subject and str(parsed(view.tokens[word].norm)[0].tag.POS) == "NOUN"
        if noun and anchor - word > 1 + self.post:
            return None  # "назначение последнего послом", but "поздравил Анну Ким с назначением послом"
        for k in range(nearest[1] + 1, word):
            text, norm = view.tokens[k].text, view.tokens[k].norm
            if text in _STOPS or norm in data.clauses or norm in data.who or (not subject and text == ","):
                return None
        return nearest

    def _unsure(self, first: int, end: int) -> bool:
        """Tell words from token `first` to before `end` by which nobody has the post: "не", "может", "кандидат"."""
        unsure = self.view.language.forms(self.view.language.posts.unsure)
        return any(unsure[self.view.tokens[k].norm] for k in range(first, end))
