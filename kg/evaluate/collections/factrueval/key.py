"""The annotation of a text: tokens, names over tokens, objects that names belong to, and facts about these.

Beside `x.txt` lie `x.tokens` (id, start, length, text), `x.spans` (id, kind, start, length, first token, number of
tokens # the tokens' ids, then their texts), `x.objects` (id, type, spans), `x.coref` (object with its objects'
mentions, then lines of properties) and `x.facts` (id and type, then lines of parts). Offsets count characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The kinds of spans that make a name, by the type of the object: others tell what it is ("министерство").
_NAMING = {
    "Person": frozenset({"name", "surname", "patronymic", "nickname"}),
    "Org": frozenset({"org_name", "loc_name"}),
    "LocOrg": frozenset({"org_name", "loc_name"}),
    "Location": frozenset({"org_name", "loc_name"}),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of an object: its tokens' numbers, those of them that make the name, and its words."""

    type: str
    tokens: frozenset[int]
    naming: frozenset[int]
    text: str


@dataclass(frozen=True, slots=True)
class Thing:
    """An object by all its mentions and by all the names that the key gives it."""

    mentions: tuple[Name, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a fact: what it is (`Who`, `Position`, …), the thing or things meant, or right wordings."""

    role: str
    things: tuple[Thing, ...] = ()
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact by its type and parts; `difficult` as the key marks it."""

    type: str
    parts: tuple[Part, ...]
    difficult: bool


@dataclass(frozen=True, slots=True)
class Key:
    """The annotation of one text. `tokens` are `(start, end)` in characters, `words` their texts."""

    document: str
    tokens: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    names: tuple[Name, ...]
    facts: tuple[Fact, ...]

    def touched(self, start: int, end: int) -> frozenset[int]:
        """The words that characters `start` to `end` touch; marks are no words."""
        return frozenset(
            n
            for n, (first, last) in enumerate(self.tokens)
            if first < end and start < last and any(map(str.isalnum, self.words[n]))
        )


def load(text: Path) -> Key:
    """The annotation beside a text. Raises `InputError` naming the file that is missing or not of the form."""
    return _Loader(text).key()


class _Loader:
    def __init__(self, text: Path) -> None:
        self.text = text
        self.number: dict[str, int] = {}
        self.tokens: list[tuple[int, int]] = []
        self.words: list[str] = []
        self.spans: dict[str, list[tuple[str, frozenset[int], str]]] = {}
        self.mentions: dict[str, Name] = {}
        self.things: dict[str, Thing] = {}

    def key(self) -> Key:
        suffix = ""
        try:
            for suffix, take in (("tokens", self._token), ("spans", self._span), ("objects", self._object)):
                for line in self._lines(suffix):
                    take(line)
            suffix = "coref"
            for block in self._blocks(suffix):
                self._thing(block)
            suffix = "facts"
            facts = tuple(self._fact(block) for block in self._blocks(suffix))
        except (OSError, ValueError, IndexError, KeyError) as error:
            file = self.text.with_suffix(f".{suffix}")
            raise InputError(f"{file}: is missing or not of the form of FactRuEval-2016 ({error!r})") from error
        return Key(self.text.stem, tuple(self.tokens), tuple(self.words), tuple(self.mentions.values()), facts)

    def _lines(self, suffix: str) -> Iterator[str]:
        lines = self.text.with_suffix(f".{suffix}").read_text(encoding="utf-8").splitlines()
        return (line for line in lines if line.strip())

    def _blocks(self, suffix: str) -> Iterator[list[str]]:
        for block in self.text.with_suffix(f".{suffix}").read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line.strip()]
            if lines:
                yield lines

    def _token(self, line: str) -> None:
        identifier, start, length, word = line.split(" ", 3)
        self.number[identifier] = len(self.tokens)
        self.tokens.append((int(start), int(start) + int(length)))
        self.words.append(word)

    def _span(self, line: str) -> None:
        told, _, listed = line.partition("#")
        identifier, kind, *_, count = told.split()
        tokens = [self.number[token] for token in listed.split()[: int(count)]]
        text = " ".join(self.words[n] for n in tokens)
        self.spans.setdefault(identifier, []).append((kind, frozenset(tokens), text))

    def _object(self, line: str) -> None:
        identifier, kind, *spans = line.partition("#")[0].split()
        parts = [part for span in spans for part in self.spans[span]]
        tokens = frozenset(n for _, own, _ in parts for n in own)
        naming = frozenset(n for what, own, _ in parts if what in _NAMING.get(kind, ()) for n in own)
        self.mentions[identifier] = Name(kind, tokens, naming, " ".join(self.words[n] for n in sorted(tokens)))

    def _thing(self, block: list[str]) -> None:
        """An object; of a person all orders of the parts of the name are its names."""
        identifier, *members = block[0].split()
        told: dict[str, list[str]] = {}
        for line in block[1:]:
            what, _, value = line.partition(" ")
            told.setdefault(what.strip("0123456789"), []).append(value)
        first, last = told.get("firstname", [""]), told.get("lastname", [""])
        persons = [" ".join(filter(None, pair)) for f in first for la in last for pair in ((f, la), (la, f))]
        names = dict.fromkeys(filter(None, (*told.get("name", ()), *told.get("nickname", ()), *persons)))
        mentions = tuple(self.mentions[m] for m in members if m in self.mentions)
        self.things[identifier] = Thing(mentions, tuple(names))

    def _fact(self, block: list[str]) -> Fact:
        _, kind = block[0].split()[:2]
        parts = tuple(map(self._part, (line for line in block[1:] if not line.startswith(_SPECIAL))))
        return Fact(kind, parts, any(line.startswith("Сложность") for line in block[1:]))

    def _part(self, line: str) -> Part:
        role, _, rest = line.partition(" ")
        chosen = [choice.split()[0] for choice in rest.split("|") if choice.split()]
        things = tuple(self.things[c.removeprefix("obj")] for c in chosen if c.startswith("obj") and c[3:].isdigit())
        spans = [s for c in chosen if c.startswith("span") for s in self.spans[c.removeprefix("span")]]
        return Part(role, things, tuple(text for _, _, text in spans))


# Parts that tell how a fact is told: its difficulty, modality and phase.
_SPECIAL = ("Сложность", "Модальность", "Фаза")
