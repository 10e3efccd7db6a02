"""What looked like a name, an institution, a post or an event and was not understood, and which file knows such words.

Only made when it is asked for: reading needs none of it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.language import Language
    from kg.model import Annotations, Document, Reading, Sentence, Token

_FOLDER = "kg/languages"
# Marks that part a name from what follows it.
_OPENING = frozenset("«“„\"'‘(")
# Shares of words with a capital beyond which capitals mean nothing: headings in title case, sentences in capitals.
_TITLE_CASE = 0.6
_SHOUTING = 0.9
_LONGEST_ACRONYM = 8
_SHORTEST_ACRONYM = 2


@dataclass(frozen=True, slots=True)
class Missed:
    """Words of the document that were not understood: `text` is `document.text[start:end]`.

    `kind` is name, abbreviation, institution, post or event; `reason` says what was wanting, `file` where a word can
    be added.
    """

    kind: str
    text: str
    start: int
    end: int
    lang: str
    reason: str
    file: str


def find_missed(
    document: Document, annotations: Annotations, reading: Reading, languages: Mapping[str, Language]
) -> list[Missed]:
    """Everything that was missed, in text order; of the same words one kind only."""
    taken = _Taken(annotations, reading)
    small = {token.text for sentence in annotations.sentences for token in sentence.tokens if token.text.islower()}
    found: dict[tuple[int, int], Missed] = {}
    for sentence in annotations.sentences:
        language = languages.get(sentence.lang)
        if language:
            for missed in _names(document, sentence, _Capitals(language, small, taken)):
                found.setdefault((missed.start, missed.end), missed)
    for missed in (*_posts(annotations, reading), *_events(annotations, reading)):
        found.setdefault((missed.start, missed.end), missed)
    return sorted(found.values(), key=lambda m: (m.start, m.end))


class _Taken:
    """The characters that something was read from: names of any kind, and anything at all."""

    def __init__(self, annotations: Annotations, reading: Reading) -> None:
        named: list[tuple[int, int]] = []
        for group in (annotations.persons, annotations.organisations, annotations.places, annotations.dates):
            named += [(m.start, m.end) for m in group]
        named += [(m.start, m.end) for i in reading.instruments for m in i.mentions]
        self.names = _Spans(named)
        self.anything = _Spans([*named, *((m.start, m.end) for m in (*annotations.posts, *annotations.triggers))])


class _Spans:
    """Spans to be asked whether they touch another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        joined: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if joined and start <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            else:
                joined.append((start, end))
        self.starts = [start for start, _ in joined]
        self.ends = [end for _, end in joined]

    def touch(self, start: int, end: int) -> bool:
        """Tell whether a span has a character in common with one of these."""
        at = bisect_right(self.ends, start)
        return at < len(self.starts) and self.starts[at] < end


@dataclass(frozen=True, slots=True)
class _Capitals:
    """Which capitals mean something: `small` are the words that the document also writes without one."""

    language: Language
    small: set[str]
    taken: _Taken

    def runs(self, sentence: Sentence) -> Iterator[list[Token]]:
        """Words with capitals side by side that nothing was read from, but for the first of a sentence or quotation."""
        run: list[Token] = []
        opening, opened = True, False
        for token in sentence.tokens:
            apart = bool(run) and token.start - run[-1].end > 1
            if opening or apart or not self._telling(token):
                yield from self._worth(run, opened=opened)
                run = []
            if self._telling(token):
                opened = opening if not run else opened
                run.append(token)
            opening = token.text[0] in _OPENING or token.text == ":" or (opening and not token.text[0].isalnum())
        yield from self._worth(run, opened=opened)

    def _telling(self, token: Token) -> bool:
        word = token.text
        return (
            len(word) > 1
            and word[0].isupper()
            and token.norm not in self.language.common_words
            and token.norm not in self.language.pages.words
            and not self.taken.names.touch(token.start, token.end)
        )

    def _worth(self, run: list[Token], *, opened: bool) -> Iterator[list[Token]]:
        """A run of which nothing else was read, such as a title, less everyday words and one that only opens."""
        left = [token for token in run if token.norm not in self.small]
        only_opens = len(left) == 1 and opened and left[0] is run[0] and not _acronym(left[0].text)
        if left and not only_opens and not all(self.taken.anything.touch(t.start, t.end) for t in left):
            yield left


def _names(document: Document, sentence: Sentence, capitals: _Capitals) -> Iterator[Missed]:
    words = [token for token in sentence.tokens if token.text[0].isalpha()]
    with_capital = sum(token.text[0].isupper() for token in words)
    if len(words) > 1 and with_capital > (_TITLE_CASE if sentence.heading else _SHOUTING) * len(words):
        return
    lang = sentence.lang
    for run in capitals.runs(sentence):
        start, end = run[0].start, run[-1].end
        text = document.text[start:end]
        heads = [token.text for token in run if capitals.language.institution_heads.find(token.norm)]
        if heads:
            reason = f"'{heads[-1]}' is a noun for an institution, but no name was found with it"
            yield Missed("institution", text, start, end, lang, reason, _file(lang, "institutions"))
        elif len(run) == 1 and _acronym(text):
            reason = "an abbreviation that is neither known nor introduced in the text"
            yield Missed("abbreviation", text, start, end, lang, reason, "seeds/authority")
        else:
            what = "words with capitals that are" if len(run) > 1 else "a word with a capital that is"
            reason = f"{what} no known given name, place or institution"
            yield Missed("name", text, start, end, lang, reason, _file(lang, "names"))


def _acronym(word: str) -> bool:
    return word.isupper() and word.isalpha() and _SHORTEST_ACRONYM <= len(word) <= _LONGEST_ACRONYM


def _posts(annotations: Annotations, reading: Reading) -> Iterator[Missed]:
    """Titles that nobody is found to bear and that stand for nobody."""
    told = {(m.start, m.end) for person in reading.persons for m in person.mentions}
    told |= {(m.start, m.end) for office in reading.title_only for m in office.mentions}
    for post in annotations.posts:
        if post.generic or post.person is not None or (post.start, post.end) in told:
            continue
        reason = f"nobody was found who is '{post.title}', and no institution or country is named with it"
        yield Missed("post", post.text, post.start, post.end, post.lang, reason, _file(post.lang, "names"))


def _events(annotations: Annotations, reading: Reading) -> Iterator[Missed]:
    """Words that may tell of an event and belong to none, beside somebody; the first of a sentence."""
    told = _Spans((said.start, said.end) for event in reading.events for said in event.evidence)
    actors = _Spans((m.start, m.end) for m in (*annotations.persons, *annotations.organisations))
    types = {event.type for event in reading.events}
    seen: set[int] = set()
    for trigger in annotations.triggers:
        sentence = annotations.sentences[trigger.sentence]
        if not trigger.type or trigger.negated or trigger.sentence in seen:
            continue
        if sentence.heading and trigger.type in types:
            continue  # a headline tells again what the text tells
        if told.touch(sentence.start, sentence.end) or not actors.touch(sentence.start, sentence.end):
            continue
        seen.add(trigger.sentence)
        kind = "event" if trigger.type == "other" else trigger.type
        article = "an" if kind[0] in "aeiou" else "a"
        wanting = "it is denied or wished for, or neither somebody nor a date nor a place was found with it"
        reason = f"'{trigger.lemma}' may tell of {article} {kind}: {wanting}"
        yield Missed(
            "event", trigger.text, trigger.start, trigger.end, trigger.lang, reason, _file(trigger.lang, "events")
        )


def _file(lang: str, concern: str) -> str:
    return f"{_FOLDER}/{lang}/{concern}.toml"
