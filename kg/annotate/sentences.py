"""Sentences and tokens. Rules only cut: nothing of the text is changed or dropped but white space between.

A sentence ends at `.`, `!`, `?` or `…` before white space and a capital, a digit or an opening quote (between long
words also where the space is left out), unless the full stop belongs to an initial ("K. Howard"), to an abbreviation
of the language file or to a quoted name with which the sentence goes on ("the “Water. Peace” forum").
It never crosses a line.
"""

from __future__ import annotations

import re
from itertools import compress, count, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from kg.language.case import lower
from kg.language.letters import lone, unmixed
from kg.language.memo import Memo
from kg.model import Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from kg.language import Language
    from kg.model import Document

_SMALL = "[a-zа-яёәғқңөұүһіäçňöşüýž]"
# A word may hold apostrophes and hyphens ("BMG-niň", "o'clock"), and a dash may stand for one before a figure's or an
# acronym's ending ("BMG–niň"); everything else is one token a character.
_JOINER = rf"(?:['’ʼ‘\-‑]|(?<=[\dA-ZÄÇŇÖŞÜÝŽА-ЯЁӘҒҚҢӨҰҮҺІ])–(?={_SMALL}))"
_TOKEN = re.compile(rf"[^\W_]+(?:{_JOINER}[^\W_]+)*|[^\w\s]|_")
# The same where no underscore stands, which is nearly everywhere, and quicker to match.
_PLAIN = re.compile(rf"\w+(?:{_JOINER}\w+)*|[^\w\s]")
_CHAIN = re.compile("-|[^-]+")
# A source may stand behind two strokes or three: "… met. /// nCa".
# A space may be left out between a long word and another, or a quoted one: "seredildi.Bu gepleşikler".
# This pattern and the next begin with the marks themselves, which the engine looks for faster than it tries a pattern.
_STOP = re.compile(
    rf"[.!?…](?:[.!?…]*[\"”»’)\]]*(?=\s+(?://|[\"“„«‘(\[]?(?!{_SMALL})[^\W_]))"
    rf"|(?<={_SMALL}{{6}}.)(?=(?!{_SMALL})[^\W\d_]{_SMALL}+[\s,]|[“„«](?!{_SMALL})[^\W\d_]))"
)
# A name in quotation marks, not speech: it is short, and a small letter follows it, behind a comma or not.
_TITLED = re.compile(rf"[«“](?<!: .)[^«»“”\n]{{1,100}}[»”](?=,?\s+{_SMALL})")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]$")
_LONGEST_ABBREVIATION = 16
_FIGURES = "0123456789."  # "02.10.2024г."
# A sentence is in capitals where most of its words of four letters and more are (acronyms' suffixes may be small).
_LONG = 4
_MOST = 0.7
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD_BEFORE = re.compile(r"[\w.\-]+$")


def tokenise(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Tokens of `text[start:end]`, in order. Names joined by hyphens round an acronym come apart ("EU-UN")."""
    found = [Token(m.start(), m.end(), word := _WORD[m[0]], _NORM[word]) for m in _PLAIN.finditer(text, start, end)]
    if all(map(_NORM_OF, found)):
        return tuple(found)
    return tuple(part for token in found for part in ([token] if token.norm else _apart(token.text, token.start)))


def _word(text: str) -> str:
    """A word with a hyphen for the dash in it: "BMG–niň"."""
    return text.replace("–", "-") if len(text) > 1 else text


def _norm(word: str) -> str:
    """A token in lower case; nothing where it is more than one token."""
    parts = word.split("-")
    chain = len(parts) > 1 and all(p[:1].isupper() for p in parts) and _has_acronym(parts)
    if chain or "_" in word:
        return ""
    low = lower(word)
    if not _CYRILLIC.search(low):
        return low
    return "-".join(unmixed(part) if _CYRILLIC.search(part) else part for part in low.split("-"))


_WORD, _NORM = Memo(_word), Memo(_norm)
_TEXT_OF, _NORM_OF = attrgetter("text"), attrgetter("norm")
# Whether a token has a capital in it. In lower case "İ" stays as it is: see `lower`.
_CAPITAL: Memo[str, bool] = Memo(lambda word: any(map(str.isupper, word)))


def _apart(text: str, offset: int) -> Iterator[Token]:
    """The tokens of a chain of names, or of words joined by underscores; `offset` is added to theirs."""
    for match in _TOKEN.finditer(text):
        norm, at = _NORM[match[0]], offset + match.start()
        for part in _CHAIN.findall(match[0]) if not norm else [match[0]]:
            yield Token(at, at + len(part), part, lower(part))
            at += len(part)


def _has_acronym(parts: list[str]) -> bool:
    """Tell a chain of names with an acronym from a word with a suffix in capitals (`BMG-NIŇ`)."""
    return any(p.isupper() and len(p) > 1 for p in parts) and any(not p.isupper() for p in parts)


def split(document: Document, languages: Mapping[str, Language]) -> tuple[Sentence, ...]:
    """All sentences of a document in text order, headings marked, each with its item's index and tokens."""
    found = []
    for index, item in enumerate(document.items):
        for paragraph in item.paragraphs:
            language = languages.get(paragraph.lang)
            spans = _spans(document.text, paragraph.start, paragraph.end, language)
            for start, end in spans:
                listed = document.text[end - 1] == ";"  # a line of a list is no headline
                heading = paragraph.heading and len(spans) == 1 and not listed
                sentence = sentence_of(document.text, start, end, paragraph.lang, item=index, heading=heading)
                if sentence.tokens:
                    found.append(sentence)
    return tuple(found)


def sentence_of(text: str, start: int, end: int, lang: str, *, item: int = 0, heading: bool = False) -> Sentence:
    """The sentence `text[start:end]` with its tokens."""
    tokens = tokenise(text, start, end)
    words = tuple(map(_NORM_OF, tokens))
    if not lone().isdisjoint(words):
        tokens = _retyped(tokens)
        words = tuple(map(_NORM_OF, tokens))
    capitals = tuple(compress(count(), map(_CAPITAL.__getitem__, map(_TEXT_OF, tokens))))
    return Sentence(start, end, lang, item, heading, tokens, words, capitals, _shouting(tokens, capitals))


def _retyped(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with a Cyrillic letter for a Latin one alone behind a Cyrillic word: "встретился c послом"."""
    found = list(tokens)
    for i, (before, token) in enumerate(pairwise(tokens), 1):
        if token.norm in lone() and _CYRILLIC.match(before.norm):
            found[i] = msgspec.structs.replace(token, norm=unmixed(token.norm))
    return tuple(found)


def _shouting(tokens: Sequence[Token], capitals: Sequence[int]) -> bool:
    """Tell whether a sentence is in capitals: most of its long words, more than one, have no small letter.

    Short words count for nothing: acronyms have capitals anyway, and suffixes of acronyms none.
    """
    shouted = sum(map(_SHOUTED.__getitem__, [tokens[i].text for i in capitals]))
    return shouted > 1 and shouted > _MOST * sum(_long(t.text) for t in tokens)


def _long(word: str) -> bool:
    return len(word) >= _LONG and word[0].isalpha()


_SHOUTED: Memo[str, bool] = Memo(lambda word: word.isupper() and _long(word))


def _spans(text: str, start: int, end: int, language: Language | None) -> list[tuple[int, int]]:
    words = language.abbreviations if language else frozenset()
    cuts = [start]
    titled = {k for m in _TITLED.finditer(text, start, end) for k in range(*m.span())}
    for stop in _STOP.finditer(text, start, end):
        near = max(cuts[-1], stop.start() - _LONGEST_ABBREVIATION)  # so that a long line costs no more than its length
        before = _WORD_BEFORE.search(text, near, stop.start() + 1)
        word = before.group().rstrip(".") if before else ""
        single = stop.group().rstrip(")]") == "."  # "(ýaşaýan ýeri Astana ş.) Aman Orazow"
        if stop.start() in titled and stop.end() in titled:
            continue
        if single and (_INITIAL.search(text, near, stop.start()) or _abbreviates(lower(word.lstrip(_FIGURES)), words)):
            continue
        cuts.append(stop.end())
    cuts.append(end)
    return [span for a, b in pairwise(cuts) if (span := _strip(text, a, b))]


def _abbreviates(word: str, words: AbstractSet[str]) -> bool:
    """Tell an abbreviation, or initials of two letters one after the other: "Ch.Ch. Valikhanov", "Ch.-Ch. Kim"."""
    parts = [part for part in word.replace("-", ".").split(".") if part]
    return word in words or (len(parts) > 1 and all(len(part) == 1 or part in words for part in parts))


def _strip(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
