"""Who is named where in a document, and who of them speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from kg.interpret.spans import index_at
from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.interpret.cast import Cast
    from kg.language import Language
    from kg.model import Annotations

_BACK = 8  # sentences in which who told it before is sought
_REACH = 160  # characters within which a speaker stands from the speech
_ARTICLES = 2  # words that may stand before a bare title ("the Turkish minister")
_CLOSING = re.compile('[”»"]')
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Named(Record, frozen=True, order=True):
    """Somebody at a place in the text: the id of a person or office, whether it may be a subject, and its case."""

    start: int
    end: int
    who: str
    subject: bool
    case: str = ""


class Speakers:
    """Everybody named in a document in text order, with the bounds of its sentences."""

    def __init__(self, low: str, annotations: Annotations, cast: Cast, languages: Mapping[str, Language]) -> None:
        self._low = low
        self._sentences = annotations.sentences
        persons = zip(annotations.persons, cast.person_of, strict=True)
        offices = zip(annotations.posts, cast.office_of, strict=True)
        found = [(m, m.case, who) for m, who in persons if who] + [(m, m.case, who) for m, who in offices if who]
        self.all = sorted(
            Named(m.start, m.end, who, case in {"", "nom"} and not self._beside(m.end, languages.get(m.lang)), case)
            for m, case, who in found
        )
        self._starts = [n.start for n in self.all]
        self._roles = cast.roles

    def _beside(self, end: int, language: Language | None) -> bool:
        """Tell one with whom somebody does something, where a word behind says so: "[Anna Berg] bilen duşuşanda".

        So of one who heads others: "[Анна Берг] бастаған топ".
        """
        if language is None or not language.head_final:
            return False
        word, roles = _WORD.match(self._low, end + 1), language.events.by_role
        return word is not None and any(word[0] in roles.get(role, ()) for role in ("with", "lead"))

    def between(self, start: int, end: int) -> list[Named]:
        """Those whose mention starts between two offsets."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence(self, offset: int) -> tuple[int, int]:
        """Bounds of the sentence that holds an offset (of the one before it, where the offset lies between two)."""
        if not self._sentences:
            return offset, offset
        sentence = self._sentences[index_at(self._sentences, offset)]
        return sentence.start, sentence.end

    def after(self, end: int, limit: int) -> int:
        """Where the sentence ends that speech ends in; a bare name behind it that stands alone belongs to it."""
        closing = min(self.sentence(end - 1)[1], limit)
        if closing > end:
            return closing
        start, following = self.sentence(end + 1)
        alone = [n for n in self.between(start, following) if n.start == start and n.end >= following - 1]
        return min(following, limit) if start >= end and alone else closing

    def behind(self, start: int, end: int, language: Language, begun: int) -> str | None:
        """Who speaks behind speech that began at `begun`: a pronoun right there, a subject by case, a bare title."""
        near = [n for n in self.between(start, end) if n.start - start <= _REACH]
        cited = (n for n in near if n.case != "nom")
        subject = next((n for n in near if n.subject), None) or next(cited, None)
        pointed = language.quotations.match_pronouns.first(self._low, start, end)
        if pointed and (subject is None or pointed[0] < subject.start):
            return self._told(begun, language) or self.last_before(start)
        found = subject or self.titled(start, end, language)
        return found.who if found else None

    def _told(self, begun: int, language: Language) -> str | None:
        """Who says something in the nearest sentence before the speech: "«…», – деді ол" after "… мәлім етті.".

        In Russian the nearest sentence that names a subject tells, by a bare title also: "Спикер ответил N. «…», –
        добавил он".
        """
        own = self.sentence(begun)[0]
        for _ in range(_BACK):
            start, end = self.sentence(own - 1)
            if start >= own:
                break
            if (found := self._teller(start, end, language)) is not None:
                return found
            own = start
        return None

    def _teller(self, start: int, end: int, language: Language) -> str | None:
        """Who says something in one sentence, or None: the subject before the verb, in Russian the one next to it."""
        if language.analytic:
            return self._acted(start, end, language)
        verb, named = language.quotations.match_verbs.last(self._low, start, end), self.between(start, end)
        if not language.fusional:
            return next((n.who for n in reversed(named) if n.subject and verb and n.end <= verb[0]), None)
        told = [n for n in named if n.subject or (verb and n.start == verb[1] + 1)]
        if (titled := self.titled(start, end, language)) is not None:
            told.append(titled)
        nearest = min(reversed(told), key=lambda n: abs(n.start - verb[0]) if verb else n.start, default=None)
        return nearest.who if nearest else None

    def _acted(self, start: int, end: int, language: Language) -> str | None:
        """Who acts in an English sentence: the one by its verb of speech, else the first; nobody where a pronoun does.

        "N welcomed M and K to the forum. “…,” he said": N did.
        """
        named = self.between(start, end)
        pointed = language.quotations.match_pronouns.first(self._low, start, end)
        if not named or (pointed and pointed[0] < named[0].start):
            return None
        verb = language.quotations.match_verbs.first(self._low, start, end) or (end, end)
        own = [n for n in named if not _CLOSING.search(self._low, n.end, verb[0])]  # not of whom the words quoted speak
        beside = (n for n in reversed(own) if not self._low[n.end : verb[0]].strip() and n.end <= verb[0])
        return next((n.who for n in (*beside, *own)), None)

    def left_out(self, start: int, end: int) -> str | None:
        """Who speaks where no subject stands by the verb: the first subject of the last sentence that names one."""
        named = [n for n in self.between(start, end) if n.subject]
        if not named:
            return None
        opening = self.sentence(named[-1].start)[0]
        return next(n.who for n in named if n.start >= opening)

    def before(self, start: int, end: int, language: Language) -> str | None:
        """Who speaks, sought before the speech: the last subject by case, else whom a pronoun or a title points at."""
        named = [n for n in self.between(start, end) if n.end <= end]
        subjects = [n for n in named if n.subject] or named
        pointed = language.quotations.match_pronouns.first(self._low, start, end)
        if pointed and language.analytic:
            own = max(start, self.sentence(end)[0])  # "[N] held talks with M. She said: “…”"
            alone = not any(n.start >= own for n in subjects)
            by = language.quotations.match_pronouns.first(self._low, own, end) if alone else None
            if by is not None and (told := self._told(own, language)) is not None:
                return told
        if pointed and language.head_final and subjects and not subjects[-1].subject:
            asked = [n.who for n in named if n.case == "abl"]  # "[Karl Bergden] soralanda, ol «…» diýip, jogap berdi"
            return asked[-1] if asked else self._told(start, language) or subjects[-1].who
        if subjects:
            return subjects[-1].who
        if pointed:
            return self.last_before(start)
        titled = self.titled(start, end, language)
        return titled.who if titled else None

    def titled(self, start: int, end: int, language: Language) -> Named | None:
        """A bare title near `start` that stands for the only one named so far with such a post: "сказал спикер"."""
        for word in islice(_WORD.finditer(self._low, start, end), _ARTICLES + 2):
            hit = language.post_heads.find(word[0])
            if hit is None or hit.analysis.case not in {"", "nom"}:
                continue
            holders = {r.person for r in self._roles if r.post == hit.entry.post and r.evidence.start < start}
            if len(holders) == 1:
                return Named(word.start(), word.end(), holders.pop(), subject=True)
        return None

    def last_before(self, offset: int) -> str | None:
        """The one named last before an offset."""
        i = bisect_left(self._starts, offset)
        return self.all[i - 1].who if i else None
