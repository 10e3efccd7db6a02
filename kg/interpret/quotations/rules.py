"""Which marked words are speech: the rules, in their order; the first answer counts.

An answer tells on which side the words stand that say so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.interpret.quotations.marks import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.interpret.quotations.speakers import Named, Speakers
    from kg.language import Language

_DASH = r"[-–—]"
_BREAK = re.compile(rf"([,.!?…])?(?:\s{_DASH}\s|(?<=[,.!?…])\s?[–—]\s?)")
_NOTHING = re.compile(r"[\s,.–—-]*")
_SENTENCE = 5  # words that make marked words a sentence where no verb of speech stands by them
_TITLE = 8  # words of a title between the marks and its bearer's name
_OWNER = 3  # words between a speaker and the verb ("the Minister of Justice of Moldova noted")


@dataclass(frozen=True, slots=True)
class Context:
    """Marked words and what stands round them: `opening` and `closing` bound their sentence's other words.

    `lead` is where the words behind the marks begin, `paragraph` where theirs does, `verb` the last verb of speech
    before the marks, `small` tells that the words between the marks begin with a small letter.
    """

    low: str
    start: int
    end: int
    opening: int
    closing: int
    lead: int
    paragraph: int
    verb: tuple[int, int] | None
    small: bool
    language: Language
    speakers: Speakers

    @property
    def inner(self) -> str:
        """The words between the marks."""
        return self.low[self.start + 1 : self.end - 1].strip()

    @property
    def ended(self) -> bool:
        """Tell whether the words between the marks end as a clause does."""
        return self.inner[-1:] in {",", ".", "!", "?", "…"}

    @property
    def dashed(self) -> bool:
        """Tell whether a dash follows the marks."""
        return re.search(_DASH, self.low[self.end : self.lead]) is not None


def colon(c: Context) -> str | None:
    """X said: «…» · X: «…»."""
    if not c.low[c.opening : c.start].rstrip().endswith(":"):
        return None
    named = any(not c.low[n.end : c.start].strip(" :") for n in c.speakers.between(c.opening, c.start))
    return "before" if c.verb or named else None


def verb_behind(c: Context) -> str | None:
    """«…», – деді X · “…,” said X · «…» diýip, X belledi.

    "X “… gelendigini” habar berdi", too, but no words that are only in the object of the verb: "X-yň “… gelendigini”".
    """
    if c.language.quotations.match_linkers.at(c.low, c.lead, c.closing):
        return "behind"
    if not c.language.quotations.match_verbs.at(c.low, c.lead, c.closing):
        return None
    told = not _object(c) or any(n.subject for n in c.speakers.between(c.opening, c.start))
    return "behind" if told else None


def subject_behind(c: Context) -> str | None:
    """“…,” the Minister X noted."""
    subject = _subject(c)
    if subject is None or not (c.ended or c.dashed or c.low[c.end : c.end + 1] == ","):
        return None
    verb = c.language.quotations.match_verbs.first(c.low, subject.end, c.closing)
    return "behind" if verb and words(c.low[subject.end : verb[0]]) <= _OWNER else None


def name_behind(c: Context) -> str | None:
    """«…» X, with nothing else in the sentence; what X leads (делегацию «…» возглавляет X) is no speech."""
    subject = _subject(c)
    alone = subject and words(c.inner) >= _SENTENCE and _NOTHING.fullmatch(c.low, subject.end, c.closing)
    alone = alone and _NOTHING.fullmatch(c.low, c.opening, c.start)
    return "behind" if alone else None


def pronoun_behind(c: Context) -> str | None:
    """“…,” he added."""
    pronoun = c.language.quotations.match_pronouns.at(c.low, c.lead, c.closing)
    if pronoun is None or not c.ended:
        return None
    return "behind" if c.language.quotations.match_verbs.at(c.low, pronoun[1] + 1, c.closing) else None


def comma(c: Context) -> str | None:
    """X said, “…”, and X said “a whole sentence.”."""
    if c.verb is None or c.low[c.verb[1] : c.start].strip(" ,") or not c.ended:
        return None
    told = "," in c.low[c.verb[1] : c.start]
    return "before" if told or words(c.inner) >= _SENTENCE else None


def clause(c: Context) -> str | None:
    """X said that it went “better than anybody had hoped”."""
    told = c.verb is not None and c.small and words(c.inner) >= _SENTENCE
    return "before" if told and c.speakers.between(c.opening, c.start) else None


def interrupted(c: Context) -> str | None:
    """«…, – деді X. – …»: the author's words stand inside the marks."""
    return "inside" if any(breaks(c.low, c.start + 1, c.end - 1, c.language)) else None


RULES: tuple[tuple[str, Callable[[Context], str | None]], ...] = (
    ("speech-colon", colon),
    ("speech-verb", verb_behind),
    ("speech-subject", subject_behind),
    ("speech-name", name_behind),
    ("speech-pronoun", pronoun_behind),
    ("speech-comma", comma),
    ("speech-clause", clause),
    ("speech-interrupted", interrupted),
)


def breaks(low: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int, int]]:
    """Where the author's words interrupt speech: their start, their end, and where speech goes on."""
    breaks = [cut for cut in _BREAK.finditer(low, start, end) if cut[1] or _linked(low, cut.end(), end, language)]
    taken = start
    for i, cut in enumerate(breaks):
        until = breaks[i + 1].start() if i + 1 < len(breaks) else end
        if cut.start() < taken or not language.quotations.match_closers.at(low, cut.end(), until):
            continue
        taken = breaks[i + 1].end() if i + 1 < len(breaks) else end
        yield cut.start() + bool(cut[1]), until, taken


def _linked(low: str, at: int, end: int, language: Language) -> bool:
    """Tell a dash without a comma before it that only closes speech: "— Biz taýýar — diýip, ministr aýtdy"."""
    return language.quotations.match_linkers.at(low, at, end) is not None


def _object(c: Context) -> bool:
    """Tell marked words that end with a noun in the accusative which something owns, where verbs stand last."""
    if not c.language.head_final or c.ended:
        return False
    last = c.inner.rpartition(" ")[2]
    return any(a.case == "acc" and a.possessive == "3" and a.harmonic for a in c.language.analyse(last))


def _subject(c: Context) -> Named | None:
    """Who is named behind the marks: right there, or within a title's length where a comma closed the speech."""
    reach = _TITLE if c.inner.endswith(",") else 1
    named = (n for n in c.speakers.between(c.lead, c.closing) if words(c.low[c.lead : n.start]) <= reach)
    return next(named, None) or c.speakers.titled(c.lead, c.closing, c.language)
