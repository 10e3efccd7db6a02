"""Institutions while their mentions are collected, and which of them a mention is compared with."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from kg.interpret.cast.groups import words
from kg.model import Record

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from kg.language import Language
    from kg.model import NamedMention, OrganisationMention

_DASHES = ("–", "—", "-")
# A dash, after an abbreviation in brackets or not, right before a name.
_DASH = re.compile(r"(?:\s*\([^()]*\))?\s*[–—-]\s+$")
_BRACKET = re.compile(r"\s*\(\s*$")
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")
# Kinds of which a state has one or few, so that the kind tells which is meant.
_ONE_OF_A_STATE = frozenset({"election-body", "parliament", "embassy"})
# Words with which two names open alike.
OPENING = 2


@dataclass(slots=True)
class OrganisationGroup:
    """An institution while its mentions are being collected; lists are in the order of collecting.

    `names` are name, form and language; `heads` dictionary forms of head nouns; `contents` the other words of each
    name; `local` tells that its name holds a town or region, `acts` that it is more than a qualifier,
    `assumed` that its country is only that of the document; `nouns` are names that are no more than a noun;
    `alone` are the sentences that name who holds a post in it and no country of it, `holders` the first person (by id)
    of each such post.
    """

    kind: str
    country: str | None
    known: str | None
    owner: OrganisationGroup | None
    id: str = ""
    names: list[tuple[str, str, str]] = field(default_factory=list)
    mentions: list[NamedMention] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    contents: list[frozenset[str]] = field(default_factory=list)
    local: bool = False
    acts: bool = False
    assumed: bool = False
    nouns: set[str] = field(default_factory=set)
    alone: set[int] = field(default_factory=set)
    holders: dict[str, str | None] = field(default_factory=dict)

    def name(self, lang: str) -> str:
        """The fullest name in the document's language, else in any; a name, an abbreviation, a short one."""
        rank = {"abbreviation": 1, "short": 0}  # and a headline in capitals only where nothing else names it

        def key(name: tuple[str, str, str]) -> tuple[int, bool, bool, bool, int]:
            words, form, of = name
            return rank.get(form, 2), of == lang, not words.isupper(), words not in self.nouns, len(words)

        return max(self.names, key=key)[0]

    def ends_at(self, offset: int) -> bool:
        """Tell whether a mention ends at an offset."""
        return any(m.end == offset for m in self.mentions)


class Candidate(Record, frozen=True):
    """A mention whose group is looked for.

    `before` is the text just before it, ending at its start; `country` the one that it, its owner or who holds a post
    in it tells; `held` is the post and the person (by id) of who is named with it.
    """

    mention: OrganisationMention
    language: Language
    owner: OrganisationGroup | None
    heads: frozenset[str]
    content: frozenset[str]
    local: bool
    before: str
    country: str | None
    held: tuple[str, str | None] | None

    @property
    def bracket(self) -> int | None:
        """Offset of where the text before a bracket ends that opens right before the mention, or None."""
        return self._offset(_BRACKET) if self.before.rstrip().endswith("(") else None

    @property
    def dash(self) -> int | None:
        """The same of a dash: "… Guramasy (HMG) – [BMG-niň … Guramasy]"."""
        return self._offset(_DASH) if self.before.rstrip().endswith(_DASHES) else None

    def _offset(self, closing: re.Pattern[str]) -> int | None:
        match = closing.search(self.before)
        return self.mention.start - len(self.before) + match.start() if match is not None else None


@lru_cache(maxsize=10_000)
def quoted(name: str) -> str | None:
    """What stands in quotation marks in a name, or None."""
    match = _QUOTED.search(name)
    return match.group(1) if match is not None else None


class Blocking:
    """Groups by what two mentions of one institution share, so that a mention is compared with few of them.

    The method is the blocking of record linkage (Fellegi and Sunter 1969): each rule of `likeness` asks that a mention
    and a group have one of the keys here in common.
    """

    def __init__(self) -> None:
        self._groups: list[OrganisationGroup] = []
        self._places: dict[int, int] = {}
        self._blocks: defaultdict[Hashable, set[int]] = defaultdict(set)

    def add(self, group: OrganisationGroup, c: Candidate) -> None:
        """Note a group, new or old, by what the mention tells that was given to it."""
        place = self._places.setdefault(id(group), len(self._groups))
        if place == len(self._groups):
            self._groups.append(group)
        for key in _keys_of_group(group, c):
            self._blocks[key].add(place)
        if c.content:
            rarest = min(sorted(c.content), key=lambda word: len(self._blocks[("word", word)]))
            self._blocks["rarest", rarest].add(place)

    def alike(self, c: Candidate) -> list[OrganisationGroup]:
        """The groups that a mention may belong to, in the order in which they were first added."""
        places = self._with_any(_keys(c))
        if c.content:  # those with a name that holds all the words
            blocks = sorted((self._blocks.get(("word", word), set()) for word in c.content), key=len)
            places |= blocks[0].intersection(*blocks[1:])
        return [self._groups[place] for place in sorted(places)]

    def referents(self, c: Candidate, kinds: frozenset[str]) -> list[OrganisationGroup]:
        """The groups that a noun alone may refer to: of its head, with names that end in it, or of a kind."""
        keys = [*(("head", head) for head in c.heads), ("last", *words(c.mention.name)), *(("kind", k) for k in kinds)]
        return [self._groups[place] for place in sorted(self._with_any(keys))]

    def _with_any(self, keys: Iterable[Hashable]) -> set[int]:
        """The places of the groups that have any of these keys."""
        return set().union(*map(self._blocks.get, keys, repeat(())))


def _keys_of_group(group: OrganisationGroup, c: Candidate) -> Iterator[Hashable]:
    """What a group has now that a mention was added to it: the mention's own, and what it may have changed."""
    name = words(c.mention.name)
    yield from (("kind", group.kind), ("owner", id(group.owner)))
    if group.known is not None:
        yield ("known", group.known)
    yield from (("name", c.mention.name), ("end", c.mention.end), ("sentence", c.mention.sentence))
    yield from (("head", head) for head in c.heads)
    yield from (("word", word) for word in c.content)
    yield from (("whole", name), ("last", *name[-1:]))
    yield from (("opening", name[:count]) for count in range(OPENING, len(name) + 1))
    if not all(group.contents):
        yield from (("bare", head) for head in group.heads or {""})
    if (told := quoted(c.mention.name)) is not None:
        yield from (("quoted", word) for word in words(told)[:1])
    if c.mention.form == "abbreviation":
        yield ("letter of letters", c.mention.name[:1].lower())
    else:
        yield from (("letter", word[0]) for word in name)
    if c.mention.rule.endswith(".reported-by"):
        yield "outlet"


def _keys(c: Candidate) -> Iterator[Hashable]:
    """What a mention has of which a group must have one."""
    name = words(c.mention.name)
    yield ("name", c.mention.name)
    yield from (("rarest", word) for word in c.content)
    yield ("opening", name)
    yield from (("whole", name[:count]) for count in range(OPENING, len(name) + 1))
    yield from (("end", at) for at in (c.bracket, c.dash) if at is not None)
    if c.mention.known is not None:
        yield ("known", c.mention.known)
    if c.mention.kind in _ONE_OF_A_STATE:
        yield ("kind", c.mention.kind)
    if c.owner is not None:
        yield ("owner", id(c.owner))
    if not c.content:
        yield from (("bare", head) for head in c.heads or {""})
    yield from (("quoted", word) for word in words(quoted(c.mention.name) or c.mention.name)[:1])
    if c.mention.form == "abbreviation":
        yield from (("letter", c.mention.name[:1].lower()), ("sentence", c.mention.sentence))
    else:
        yield from (("letter of letters", word[0]) for word in name[:1])
    if c.mention.rule.endswith(".source-line"):
        yield "outlet"
